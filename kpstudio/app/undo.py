"""Undo and redo: walking through the history that the open project keeps."""

from __future__ import annotations

from collections.abc import Callable, Sequence
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


def step_back(project: Project, labels: LabelSet) -> Step | None:
    """Return how to undo the last edit, or None where there is none.

    Raises:
        InputError: If the history cannot be read.
    """
    last = project.history.last_done
    return None if last is None else _step(project, labels, [last], undone=True)


def step_forward(project: Project, labels: LabelSet) -> Step | None:
    """Return how to do again what was undone last, or None where there is nothing.

    Raises:
        InputError: If the history cannot be read.
    """
    first = project.history.first_undone
    return None if first is None else _step(project, labels, [first], undone=False)


def steps_to(project: Project, labels: LabelSet, entry: int) -> Step | None:
    """Return how to come to where ``entry`` is the last edit done, or None if it is.

    Args:
        project: Has the history.
        labels: As they are now.
        entry: Its id; 0 for where nothing is done.

    Raises:
        InputError: If the history cannot be read.
    """
    entries = project.history.entries()
    back = [one for one in reversed(entries) if one.id > entry and not one.undone]
    forward = [one for one in entries if one.id <= entry and one.undone]
    if not back and not forward:
        return None
    return _step(project, labels, back or forward, undone=bool(back))


def _step(project: Project, labels: LabelSet, entries: Sequence[Entry], undone: bool) -> Step:
    edits = (project.history.edit(entry.id) for entry in entries)
    way = walk(labels, (edit.inverse() if undone else edit for edit in edits))
    ids = tuple(entry.id for entry in entries)
    return Step(way.edit, ids, undone, _told(way.left_out, undone))


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
