"""Undo and redo: walking through the history that the open project keeps."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple, Protocol, TypeVar

from kpstudio.app.edit_words import edit_words
from kpstudio.app.language import tr, tr_count
from kpstudio.core.edits import Edit
from kpstudio.core.errors import Cancelled, InputError
from kpstudio.core.labelset import LabelSet
from kpstudio.core.progress import Progress, unwatched
from kpstudio.core.texts import say
from kpstudio.core.walking import LeftOut, walk
from kpstudio.store.history import Entry, Passed
from kpstudio.store.project import Project

Answer = TypeVar("Answer")

MANY_FACES = 500
"""To change as many at once may take half a second, where they have many points."""
_AT_A_TIME = 50
"""Faces between two looks at whether to stop."""

_NOT_UNDONE = say("Cannot undo “{verb}”: {why}{more}. Older changes can still be undone.")
_NOT_REDONE = say("Cannot redo “{verb}”: {why}{more}. Later changes can still be redone.")


class Wait(Protocol):
    """Waits for what changes or reads many faces."""

    def __call__(self, work: Callable[[Progress], Answer], faces: int, reads: bool, /) -> Answer:
        """Return what ``work`` returns.

        Args:
            work: Tells how far it is, and can be stopped.
            faces: How many it is about.
            reads: Whether it changes none of them.

        Raises:
            Cancelled: If a person did not want to wait.
        """
        ...


def at_once(work: Callable[[Progress], Answer], _faces: int, _reads: bool, /) -> Answer:
    """Do ``work``, which nobody watches."""
    return work(unwatched)


def passing(progress: Progress, before: int, total: int) -> Passed:
    """Return what tells ``progress`` of faces that are done, after ``before`` others."""

    def passed(done: int) -> None:
        if done % _AT_A_TIME == 0 and not progress(before + done, total):
            raise Cancelled("changing the faces was cancelled")

    return passed


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
    """What has been written down, for the label set to follow.

    Attributes:
        edit: What it comes to.
        told: A sentence about what no longer fits and is passed over, or "".
    """

    edit: Edit
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


def faces_of(project: Project, edit: Edit) -> int:
    """Return how many faces writing an edit down is about, with those that are then forgotten."""
    try:
        return len(edit.changes) + project.history.forgotten_by(edit)
    except InputError:  # writing it down says why
        return len(edit.changes)


def record(
    project: Project, labels: LabelSet, edit: Edit, author: str, progress: Progress = unwatched
) -> Step:
    """Write an edit down that ``labels`` are then to be changed by.

    Args:
        project: Where to.
        labels: As they are now.
        edit: The change.
        author: Who made it.
        progress: Is told of the faces that are written.

    Raises:
        StaleEditError: If ``labels`` are not as the edit expects them.
        InputError: If it does not fit, or cannot be saved.
        Cancelled: If ``progress`` asked for it.
    """
    edit.require_fit(labels)
    project.record(edit, author, passing(progress, 0, len(edit.changes)))
    return Step(edit, "")


def go(project: Project, labels: LabelSet, way: Way, progress: Progress = unwatched) -> Step:
    """Go a way through the history, and write down what ``labels`` are then to be changed by.

    Args:
        project: Has the history.
        labels: As they are now.
        way: What to go through.
        progress: Is told of the faces that are read, and then written.

    Raises:
        InputError: If the history cannot be read, or that cannot be saved.
        Cancelled: If ``progress`` asked for it.
    """
    history = project.history
    faces = [0 if history.at_hand(entry.id) else entry.faces for entry in way.entries]
    read = tuple(accumulate(faces, initial=0))
    total = read[-1] + way.faces

    def edits() -> Iterator[Edit]:
        for before, entry in zip(read, way.entries, strict=False):
            edit = history.edit(entry.id, passing(progress, before, total))
            yield edit.inverse() if way.undone else edit

    walked = walk(labels, edits())
    ids = tuple(entry.id for entry in way.entries)
    project.step(walked.edit, ids, way.undone, passing(progress, read[-1], total))
    return Step(walked.edit, _told(walked.left_out, way.undone))


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
