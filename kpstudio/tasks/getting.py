"""Getting a public set: fetch what it is made of, unpack it, whole or not at all."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from kpstudio.core.errors import InputError
from kpstudio.core.texts import say, say_count
from kpstudio.public.catalogue import NOT_STATED, PublicSet
from kpstudio.public.download import PATIENCE, Patience, download, waiting
from kpstudio.public.part import Received
from kpstudio.public.unpack import LIMITS, Limits, Unpacking, is_archive, looks_like_page

ABOUT = "ABOUT-THIS-SET.md"
"""The page with terms and citation that is left beside the pictures."""

FETCHING = "fetching"
UNPACKING = "unpacking"

_ARCHIVES = (".zip", ".tar", ".gz", ".tgz", ".bz2", ".xz")

_TERMS = say("read and accept the terms of {wanted} before downloading it")


@dataclass(frozen=True)
class Step:
    """How far the getting is.

    Attributes:
        what: `FETCHING` or `UNPACKING`.
        file: The file in question.
        number: Which of how many files, from 1.
        files: How many files there are.
        done: Bytes of this file.
        total: Bytes in all of this file, or None where not known.
    """

    what: str
    file: str
    number: int
    files: int
    done: int
    total: int | None


StepProgress = Callable[[Step], bool]
"""Called now and then; False cancels, and keeps what has come."""


def get(
    wanted: PublicSet,
    to: Path,
    accepted: bool,
    progress: StepProgress | None = None,
    given: Sequence[Path] = (),
    patience: Patience = PATIENCE,
    limits: Limits = LIMITS,
) -> Path:
    """Fetch a set and unpack it into ``to``.

    What has come stays beside ``to`` until all is there, so that the next call goes on from there;
    then it is taken away. ``to`` itself comes about in one step, at the end.

    Args:
        wanted: The set.
        to: A folder that is not there yet, or is empty.
        accepted: Whether the person has read and accepted the terms.
        progress: Told how far it is.
        given: The files that only a person could fetch, in any order.
        patience: How long to wait for servers.
        limits: What its archives may become.

    Returns:
        The folder, ready to be opened.

    Raises:
        InputError: If the terms are not accepted, or something stands in the way.
        Cancelled: If ``progress`` asked for it.
    """
    if not accepted:
        raise InputError(say(_TERMS, wanted=wanted.title))
    to = Path(os.path.abspath(to))  # noqa: PTH100 - not resolved: a person's own spelling
    check_place(to)
    archives = _given(wanted, given)
    keep = kept_in(to)
    with _writing(keep.parent):
        keep.mkdir(parents=True, exist_ok=True)
    try:
        received = _fetch(wanted, keep, progress, patience)
    finally:
        with suppress(OSError):
            keep.rmdir()  # only where nothing came
    fresh = keep / "unpacked"
    shutil.rmtree(fresh, ignore_errors=True)
    try:
        with _writing(keep.parent):
            fresh.mkdir(parents=True)  # all of it, where every file was given by hand
            _unpack([*archives, *(one.path for one in received)], fresh, progress, limits)
            about = fresh / ABOUT
            if not about.exists():
                about.write_text(_about(wanted, archives, received), encoding="utf-8")
            _put(fresh, to)
    except BaseException:
        shutil.rmtree(fresh, ignore_errors=True)
        with suppress(OSError):
            keep.rmdir()
        raise
    shutil.rmtree(keep, ignore_errors=True)
    return to


@contextmanager
def _writing(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise InputError(
            say("{folder} cannot be written: {error}", folder=folder, error=error.strerror or error)
        ) from error


def check_place(to: Path) -> None:
    """See that a set can come to a folder.

    Raises:
        InputError: If something is there.
    """
    with suppress(FileNotFoundError, NotADirectoryError):
        if os.path.lexists(to) and (not to.is_dir() or any(to.iterdir())):
            raise InputError(
                say("{to} is not empty: name a new or empty folder for the set", to=to)
            )


def kept_in(to: Path) -> Path:
    """Return the folder beside ``to`` in which lies what has come so far."""
    return to.with_name(f".{to.name}.getting")


def kept(wanted: PublicSet, to: Path) -> int:
    """Return how many bytes of a set have come for ``to`` in an earlier try."""
    return sum(waiting(file, kept_in(to)) for file in wanted.files)


def discard(to: Path) -> None:
    """Throw away what has come for ``to`` in an earlier try."""
    shutil.rmtree(kept_in(to), ignore_errors=True)


def _given(wanted: PublicSet, given: Sequence[Path]) -> list[Path]:
    missing = wanted.fetched_by_hand
    if len(given) > len(missing):
        raise InputError(
            say_count(
                "{wanted} needs 1 file from you",
                "{wanted} needs {count} files from you",
                len(missing),
                wanted=wanted.title,
            )
            if missing
            else say("{wanted} needs no files from you", wanted=wanted.title)
        )
    if len(given) < len(missing):
        names = ", ".join(file.name for file in missing)
        raise InputError(
            say(
                "{names} must be downloaded by hand. {by_hand}", names=names, by_hand=wanted.by_hand
            )
        )
    for path in given:
        if not path.is_file():
            raise InputError(say("{path}: there is no such file", path=path))
    return list(given)


def _fetch(
    wanted: PublicSet, keep: Path, progress: StepProgress | None, patience: Patience
) -> list[Received]:
    files = [file for file in wanted.files if file.addresses]
    received = []
    for number, file in enumerate(files, 1):

        def told(done: int, total: int | None, name: str = file.name, number: int = number) -> bool:
            step = Step(FETCHING, name, number, len(files), done, total)
            return progress is None or progress(step)

        received.append(download(file, keep, told, patience))
    return received


def _unpack(
    paths: Sequence[Path], fresh: Path, progress: StepProgress | None, limits: Limits
) -> None:
    unpacking = Unpacking(fresh, limits)
    for number, path in enumerate(paths, 1):

        def told(done: int, total: int, name: str = path.name, number: int = number) -> bool:
            step = Step(UNPACKING, name, number, len(paths), done, total)
            return progress is None or progress(step)

        unpacking.progress = told
        if is_archive(path) or looks_like_page(path) or path.suffix in _ARCHIVES:
            _add(unpacking, path)
        else:
            shutil.copyfile(path, fresh / path.name)


def _add(unpacking: Unpacking, path: Path) -> None:
    try:
        unpacking.add(path)
    except InputError:
        # What came is not what was wanted: the next try begins anew.
        if path.parent == unpacking.folder.parent:
            path.unlink(missing_ok=True)
        raise


def _put(fresh: Path, to: Path) -> None:
    try:
        if to.is_dir():
            to.rmdir()  # empty: not every system renames onto one
        fresh.rename(to)
    except OSError as error:
        raise InputError(
            say("{to} cannot be created: {error}", to=to, error=error.strerror or error)
        ) from error


def _about(wanted: PublicSet, archives: Sequence[Path], received: Sequence[Received]) -> str:
    day = datetime.now(UTC).date().isoformat()
    lines = [
        f"# {wanted.title}",
        "",
        wanted.holds,
        "",
        f"Licence: {wanted.licence or NOT_STATED}. {wanted.terms}",
        *([f"Terms: {wanted.terms_link}"] if wanted.terms_link else []),
        "",
        f"Cite: {wanted.citation or NOT_STATED}",
        f"Home: {wanted.home}",
        "",
        f"Got on {day}, after the terms were accepted:",
        *(f"- {path.name}, fetched by hand" for path in archives),
        *(f"- {one.address} ({one.size:,} bytes, SHA-256 {one.sha256})" for one in received),
    ]
    return "\n".join(lines) + "\n"
