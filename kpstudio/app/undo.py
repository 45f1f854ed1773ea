"""Undo and redo: walking through the history that the open project keeps."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from kpstudio.app.edit_words import edit_words
from kpstudio.app.language import tr, tr_count
from kpstudio.core.edits import Edit
from kpstudio.core.errors import InputError
from kpstudio.core.labelset import LabelSet
from kpstudio.core.texts import say
from kpstudio.core.walking import LeftOut, walk
from kpstudio.store.history import Entry
from kpstudio.store.project import Project

MANY_FACES = 2000
"""To change as many at once takes long enough to say so."""

_NOT_UNDONE = say("“{verb}” is not undone: {why}{more}; what is older can still be undone.")
_NOT_REDONE = say("“{verb}” is not done again: {why}{more}; what came later can still be redone.")


def keep(labels: LabelSet, edit: Edit, write: Callable[[], object]) -> None:
    """Apply ``edit`` and write it down; where that fails it is not applied either.

    Args:
        labels: What is changed.
        edit: The change.
        write: Puts it on disk; what it raises is raised on.

    Raises:
        StaleEditError: If ``labels`` are not as the edit expects them.
        InputError: If it does not fit.
    """
    inverse = edit.apply(labels)
    try:
        write()
    except BaseException:
        inverse.apply(labels)  # what is seen is what is on disk
        raise


@contextlib.contextmanager
def told(faces: int, tell: Callable[[int], object]) -> Iterator[None]:
    """Tell how many faces are about to change, where that takes a while, and 0 after it."""
    if faces < MANY_FACES:
        yield
        return
    tell(faces)
    try:
        yield
    finally:
        tell(0)


class Way(NamedTuple):
    """What undoing or redoing goes through.

    Attributes:
        entries: In the order in which they are undone or redone.
        undone: Which of the two.
    """

    entries: tuple[Entry, ...]
    undone: bool

    @property
    def faces(self) -> int:
        """How many faces are touched, those of each entry counted anew."""
        return sum(entry.faces for entry in self.entries)


class Step(NamedTuple):
    """What undoing or redoing is to do.

    Attributes:
        edit: What it comes to.
        entries: Ids of the entries that are undone or redone by it.
        undone: Which of the two.
        told: A sentence about what no longer fits and is passed over, or "".
    """

    edit: Edit
    entries: tuple[int, ...]
    undone: bool
    told: str


def verbs(project: Project | None) -> tuple[str, str]:
    """Return what would be undone and what redone next, each "" for nothing."""
    if project is None:
        return "", ""
    try:
        ends = project.history.last_done, project.history.first_undone
    except InputError:  # doing it says why not
        return "", ""
    undo, redo = ("" if entry is None else entry.verb for entry in ends)
    return undo, redo


def way_back(project: Project) -> Way | None:
    """Return what undoing the last edit goes through, or None where there is none.

    Raises:
        InputError: If the history cannot be read.
    """
    last = project.history.last_done
    return None if last is None else Way((last,), undone=True)


def way_forward(project: Project) -> Way | None:
    """Return what doing again goes through of what was undone, or None where nothing was.

    Raises:
        InputError: If the history cannot be read.
    """
    first = project.history.first_undone
    return None if first is None else Way((first,), undone=False)


def way_to(project: Project, entry: int) -> Way | None:
    """Return what lies before where ``entry`` is the last edit done, or None if it is.

    Args:
        project: Has the history.
        entry: Its id; 0 for where nothing is done.

    Raises:
        InputError: If the history cannot be read.
    """
    entries = project.history.entries()
    back = tuple(one for one in reversed(entries) if one.id > entry and not one.undone)
    forward = tuple(one for one in entries if one.id <= entry and one.undone)
    return Way(back or forward, undone=bool(back)) if back or forward else None


def step(project: Project, labels: LabelSet, way: Way) -> Step:
    """Return what going a way comes to.

    Args:
        project: Has the history.
        labels: As they are now.
        way: What to go through.

    Raises:
        InputError: If the history cannot be read.
    """
    edits = (project.history.edit(entry.id) for entry in way.entries)
    walked = walk(labels, (edit.inverse() if way.undone else edit for edit in edits))
    ids = tuple(entry.id for entry in way.entries)
    return Step(walked.edit, ids, way.undone, _told(walked.left_out, way.undone))


def _told(left_out: Sequence[LeftOut], undone: bool) -> str:
    """Return what to say about edits that no longer fit: which, why, and what stays possible."""
    if not left_out:
        return ""
    first, why = edit_words(left_out[0].verb), left_out[0].why
    more = len(left_out) - 1
    likewise = tr_count(
        ", and 1 other change likewise", ", and {count} other changes likewise", more
    )
    told = _NOT_UNDONE if undone else _NOT_REDONE
    return tr(told, verb=first, why=why, more=likewise if more else "")
