"""Public sets: what there is, on which terms, and getting one."""

from __future__ import annotations

import argparse
import sys
import textwrap
import time

from kpstudio.cli import console
from kpstudio.core.errors import InputError
from kpstudio.public.catalogue import (
    NOT_STATED,
    UNENCRYPTED,
    PublicSet,
    read_catalogue,
    set_named,
    size_words,
)
from kpstudio.tasks.getting import FETCHING, Step, check_place, get, kept_in

INTERRUPTED = 130
_WIDTH = 100


def get_public(arguments: argparse.Namespace) -> int:
    """List the sets, tell of one, or get one."""
    sets = read_catalogue()
    if arguments.name is None:
        if arguments.to is not None or arguments.files:
            raise InputError("name the set to get: kpstudio get lists them")
        return _list(sets, arguments.json)
    wanted = set_named(arguments.name, sets)
    if arguments.to is None:
        return _tell(wanted, arguments.json)
    return _get(wanted, arguments)


def _list(sets: tuple[PublicSet, ...], as_json: bool) -> int:
    if as_json:
        console.say_json({"sets": [_as_json(one) for one in sets]})
        return 0
    rows = [("name", "points", "faces", "size", "licence", "set")]
    rows += [
        (
            one.name,
            _figure(one.points),
            _figure(one.faces),
            one.size_words,
            one.licence or NOT_STATED,
            one.title,
        )
        for one in sets
    ]
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    for row in rows:
        cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        console.say("  ".join(cells).rstrip())
    console.say("kpstudio get NAME tells more of one, kpstudio get NAME --to DIR gets it")
    return 0


def _figure(number: int | None) -> str:
    return NOT_STATED if number is None else f"{number:,}"


def _as_json(one: PublicSet) -> dict[str, object]:
    files = [dict(file.__dict__) for file in one.files]
    return {**one.__dict__, "files": files}


def _tell(one: PublicSet, as_json: bool) -> int:
    if as_json:
        console.say_json(_as_json(one))
        return 0
    console.say(_card(one))
    files = " --file FILE" * len(one.fetched_by_hand)
    console.say(f"To get it: kpstudio get {one.name} --to DIR{files}")
    return 0


def _card(one: PublicSet) -> str:
    hosts = one.unencrypted
    points = _figure(one.points) + (f" ({one.scheme})" if one.scheme else "")
    rows = [
        ("holds", one.holds),
        ("pictures", _figure(one.pictures)),
        ("faces", _figure(one.faces)),
        ("points", points),
        ("size", one.size_words),
        ("home", one.home),
        ("cite", one.citation or NOT_STATED),
        *([("by hand", one.by_hand)] if one.by_hand else []),
        *([("note", one.note)] if one.note else []),
        *([("beware", UNENCRYPTED.format(hosts=", ".join(hosts)))] if hosts else []),
        ("licence", one.licence or NOT_STATED),
        ("terms", f"{one.terms} {one.terms_link or ''}".strip()),
    ]
    width = max(len(name) for name, _ in rows)
    lines = [one.title]
    for name, text in rows:
        start = f"  {name:<{width}}  "
        lines += textwrap.wrap(
            text,
            _WIDTH,
            initial_indent=start,
            subsequent_indent=" " * len(start),
            break_long_words=False,
            break_on_hyphens=False,
        )
    return "\n".join(lines)


def _get(wanted: PublicSet, arguments: argparse.Namespace) -> int:
    check_place(arguments.to)  # complains before anything is asked
    if not arguments.accept_terms and not _accepts(wanted):
        return 2
    view = _View(quiet=arguments.json)
    try:
        folder = get(wanted, arguments.to, True, view.show, arguments.files)
    except KeyboardInterrupt:
        view.close()
        kept = kept_in(arguments.to)
        more = (
            f"; what has come is in {kept}, and the same command goes on" if kept.exists() else ""
        )
        console.complain(f"interrupted{more}")
        return INTERRUPTED
    finally:
        view.close()
    if arguments.json:
        console.say_json({"name": wanted.name, "folder": str(folder)})
        return 0
    console.say(f"{wanted.title} is in {folder}")
    console.say(f"To see it: kpstudio {folder}")
    return 0


def _accepts(wanted: PublicSet) -> bool:
    """Show the terms and ask; only a terminal can answer."""
    if not sys.stdin.isatty():
        raise InputError(
            f"the terms of {wanted.title} are to be accepted first: read them (kpstudio get "
            f"{wanted.name}) and add --accept-terms"
        )
    print(_card(wanted), file=sys.stderr)
    print("Do you accept these terms? [y/N] ", end="", file=sys.stderr, flush=True)
    if sys.stdin.readline().strip().lower() in ("y", "yes"):
        return True
    console.complain("nothing was fetched: the terms were not accepted")
    return False


class _View:
    """How far it is: a bar for each file."""

    def __init__(self, quiet: bool) -> None:
        self._quiet = quiet
        self._bar: console.Progress | None = None
        self._file: tuple[str, str] | None = None
        self._began = (0.0, 0)

    def show(self, step: Step) -> bool:
        """Show a step; always True: here Ctrl-C is the way to cancel."""
        if self._bar is None or self._file != (step.what, step.file):
            self.close()
            self._file = (step.what, step.file)
            self._bar = console.Progress(f"{step.what} {step.file}", self._quiet)
            self._began = (time.monotonic(), step.done)
        self._bar.show(step.done, step.total or 1, self._note(step))
        return True

    def _note(self, step: Step) -> str:
        if step.what != FETCHING:
            return ""
        seconds = time.monotonic() - self._began[0]
        speed = (step.done - self._began[1]) / seconds if seconds > 0.5 else 0.0
        words = size_words(step.done)
        if step.total is not None:
            words += f" of {size_words(step.total)}"
        if speed > 0:
            words += f"  {size_words(round(speed))}/s"
            if step.total is not None:
                words += f"  {console.clock((step.total - step.done) / speed)} left"
        return words

    def close(self) -> None:
        """Take the bar away."""
        if self._bar is not None:
            self._bar.close()
