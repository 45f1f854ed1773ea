"""Reading a folder for the window: quickly, by what is known of it, on a thread of its own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from kpstudio.app.face_order import by_name
from kpstudio.app.jobs import JobHandle
from kpstudio.app.undo import MANY_FACES, passing
from kpstudio.core.errors import Problem
from kpstudio.core.labelset import LabelSet
from kpstudio.core.progress import Progress
from kpstudio.io.choosing import LabelChoice
from kpstudio.io.opening import NO_LABELS, Opened, folder_of, open_path
from kpstudio.io.scan import Known
from kpstudio.store.index import read_known
from kpstudio.store.project import HeldElsewhereError, Project
from kpstudio.tasks.opening import choice_of, lay_over


@dataclass(frozen=True)
class OpeningProgress:
    """How many pictures of how many have been read."""

    done: int
    total: int


@dataclass(frozen=True)
class Reading:
    """What was read.

    Attributes:
        opened: The pictures, not inspected yet, and the faces as the files have them.
        by_name: The faces in the order of their names.
        changed: Faces that the files had otherwise before.
        checked: Where a project lies all of which was read, and is whole.
    """

    opened: Opened
    by_name: tuple[str, ...]
    changed: tuple[str, ...] = ()
    checked: Path | None = None

    @property
    def odd(self) -> list[Problem]:
        """What was odd; a picture without labels stands in the list, and is not."""
        return [problem for problem in self.opened.problems if problem.message != NO_LABELS]


def reading(path: Path, choice: LabelChoice | None) -> Callable[[JobHandle], Reading]:
    """Return a job that opens ``path``.

    Args:
        path: A folder, a label file or a picture.
        choice: Which labels of the folder count; None for what its project remembers.
    """

    def work(handle: JobHandle) -> Reading:
        folder = folder_of(path)
        known = read_known(folder) if folder.is_dir() else None
        checked, chosen = None, choice
        project = Project.peek(folder) if folder.is_dir() else None
        if project is not None:
            with project:
                chosen = choice or choice_of(project)
                checked = None if project.problems else project.location
        opened = open_path(path, _progress(handle), chosen, inspect=False, known=known)
        return Reading(opened, _in_order(opened), checked=checked)

    return work


def reading_again(
    path: Path, choice: LabelChoice | None, known: Known | None, before: LabelSet
) -> Callable[[JobHandle], Reading]:
    """Return a job that reads what is open once more.

    Args:
        path: What was opened.
        choice: Which labels count.
        known: What the last scan found.
        before: The faces as they were read, or corrected, before.
    """

    def work(handle: JobHandle) -> Reading:
        opened = open_path(path, _progress(handle), choice, inspect=False, known=known)
        pairs = ((face, before.get(face.id)) for face in opened.labels)
        changed = (face.id for face, old in pairs if old is not None and old != face)
        return Reading(opened, _in_order(opened), tuple(changed))

    return work


def project_of(root: Path, before: Project | None, checked: Path | None) -> Project:
    """Return the project of a folder, to look at alone where another window has it.

    Args:
        root: The folder.
        before: What is open; it goes on where it is the same, and another window is not in the way.
        checked: Where a project lies that need not be looked through once more.

    Raises:
        InputError: If it cannot be opened.
    """
    if before is not None and before.folder == root.resolve():
        if before.replaced:
            before.release()
        elif not before.read_only:
            return before
    try:
        return Project.open(root, checked)
    except HeldElsewhereError:
        peeked = Project.peek(root)
        if peeked is None:  # the other window is just making it
            raise
        return peeked


class Waited(Protocol):
    """Does what is about many faces behind the window (`Session.waited`)."""

    def __call__(self, work: Callable[[Progress], list[Problem]], faces: int, /) -> list[Problem]:
        """Return what ``work`` returns."""
        ...


def laid_over(project: Project, labels: LabelSet, waited: Waited) -> list[Problem]:
    """Lay what a project holds over labels as the files have them, and return what does not fit.

    Raises:
        InputError: If the project cannot be read.
        Cancelled: If a person did not want to wait.
    """
    faces = len(labels) if project.has_changed_more(MANY_FACES) else 0

    def work(progress: Progress) -> list[Problem]:
        return lay_over(project, labels, passing(progress, 0, max(faces, 1)))

    return waited(work, faces)


def patience_ms(labels: LabelSet) -> int:
    """Return how long what runs behind the window waits, so that the rows are drawn before."""
    return min(1000, len(labels) // 100)


def _in_order(opened: Opened) -> tuple[str, ...]:
    labels, known = opened.labels, opened.known
    one_folder = known is not None and len(known.folders) == 1
    if one_folder and len(labels) == len(labels.pictures) == len(known.pictures if known else ()):
        return labels.ids  # the scan has sorted them
    return tuple(face.id for face in sorted(labels, key=by_name))


def _progress(handle: JobHandle) -> Progress:
    def progress(done: int, total: int) -> bool:
        handle.report(OpeningProgress(done, total))
        return not handle.cancelled

    return progress
