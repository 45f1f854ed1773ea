"""The session: the open label set and the one place that changes it."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from kpstudio.app.jobs import Job, JobHandle, JobRunner
from kpstudio.app.undo import UndoStack
from kpstudio.core.edits import Edit, add_faces
from kpstudio.core.errors import InputError, Problem
from kpstudio.core.labelset import Face, LabelSet
from kpstudio.core.schema import generic_scheme
from kpstudio.io.opening import Opened, as_photos, open_path
from kpstudio.store.project import Project

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class OpeningProgress:
    """How many pictures of how many have been read."""

    done: int
    total: int


class Session(QObject):
    """The open folder, its corrections, the face in view, and undo.

    Signals:
        opening_progressed: `OpeningProgress` while a folder is read.
        opening_ended: reading is over, however it ended.
        opened: a folder is open, and everything of the one before is gone.
        faces_changed: tuple of face ids whose points, state or box changed.
        faces_listed: faces came or went.
        current_changed: the id of the face in view, or "".
        history_changed: what undo and redo would do.
        saved: a change is on disk.
        failed: one sentence for the person.
    """

    opening_progressed = Signal(object)
    opening_ended = Signal()
    opened = Signal()
    faces_changed = Signal(object)
    faces_listed = Signal()
    current_changed = Signal(str)
    history_changed = Signal()
    saved = Signal()
    failed = Signal(str)

    def __init__(self, jobs: JobRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.jobs = jobs
        self.labels = LabelSet(Path(), generic_scheme(0))
        self.problems: tuple[Problem, ...] = ()
        self.format = ""
        self.project: Project | None = None
        self._undo = UndoStack()
        self._current = ""
        self._opening: Job | None = None

    # Opening and closing

    @property
    def is_open(self) -> bool:
        """Whether a folder is open."""
        return self.project is not None

    def open(self, path: Path) -> None:
        """Read ``path`` on a thread of its own; `opened` or `failed` follows."""
        if self._opening is not None:
            self._opening.cancel()

        def read(handle: JobHandle) -> Opened:
            def progress(done: int, total: int) -> bool:
                handle.report(OpeningProgress(done, total))
                return not handle.cancelled

            return open_path(path, progress)

        job = self.jobs.job(read)
        job.reported.connect(self._opening_progressed)
        job.finished.connect(self._take)
        job.failed.connect(self._opening_failed)
        job.ended.connect(self._opening_over)
        self._opening = job
        job.start()

    def cancel_opening(self) -> None:
        """Stop reading the folder; the one open before stays."""
        if self._opening is not None:
            self._opening.cancel()

    def _opening_progressed(self, reports: list[OpeningProgress]) -> None:
        if self.sender() is self._opening:
            self.opening_progressed.emit(reports[-1])

    def _opening_failed(self, error: Exception) -> None:
        self.failed.emit(sentence(error))

    def _opening_over(self) -> None:
        if self.sender() is self._opening:
            self._opening = None
            self.opening_ended.emit()

    def _take(self, opened: Opened) -> None:
        if self.sender() is not self._opening:
            return  # another folder was asked for meanwhile
        try:
            project = self._project_of(opened.labels.root)
            stored_problems = project.overlay(opened.labels)
        except InputError as error:
            self.failed.emit(str(error))
            return
        if self.project is not None and self.project is not project:
            self.project.close()
        self.project = project
        self.labels = opened.labels
        self.format = opened.format
        self.problems = (*opened.problems, *project.problems, *stored_problems)
        self._undo.clear()
        self._current = ""
        self.opened.emit()
        self.history_changed.emit()
        last = project.setting("current", "")
        first = next(iter(self.labels), None)
        self.choose(last if last in self.labels else first.id if first else "")

    def _project_of(self, root: Path) -> Project:
        if self.project is not None and self.project.folder == root.resolve():
            return self.project
        return Project.open(root)

    def close(self) -> None:
        """Let go of the folder; every change is on disk already."""
        if self.project is not None:
            self.project.close()
            self.project = None

    # The face in view

    @property
    def current(self) -> Face | None:
        """The face in view."""
        return self.labels.get(self._current)

    def choose(self, face_id: str) -> None:
        """Put a face in view."""
        if face_id == self._current or (face_id and face_id not in self.labels):
            return
        self._current = face_id
        if self.project is not None and face_id:
            self.project.set_setting("current", face_id)
        self.current_changed.emit(face_id)

    # Changing

    def perform(self, edit: Edit) -> bool:
        """Apply ``edit``, keep it on disk and make it undoable; False if it could not be kept."""
        if not self._keep(edit):
            return False
        self._undo.push(edit)
        self._announce(edit)
        return True

    def undo(self) -> None:
        """Take the last change back."""
        edit = self._undo.undo_edit
        if edit is not None and self._keep(edit.inverse()):
            self._undo.stepped_back()
            self._announce(edit.inverse())

    def redo(self) -> None:
        """Do again what was undone last."""
        edit = self._undo.redo_edit
        if edit is not None and self._keep(edit):
            self._undo.stepped_forward()
            self._announce(edit)

    @property
    def undo_verb(self) -> str:
        """What `undo` would take back, or ""."""
        return self._undo.undo_edit.verb if self._undo.undo_edit else ""

    @property
    def redo_verb(self) -> str:
        """What `redo` would do again, or ""."""
        return self._undo.redo_edit.verb if self._undo.redo_edit else ""

    def add_photos(self, paths: Sequence[Path]) -> None:
        """Take pictures without labels into the project; the first of them comes into view."""
        faces, problems = as_photos(paths, self.labels.scheme)
        new = [face for face in faces if face.id not in self.labels]
        if problems:
            self.problems = (*self.problems, *problems)
            self.failed.emit(str(problems[0]))
        if new and self.perform(add_faces(new, f"add {len(new)} photos")):
            self.choose(new[0].id)
        elif faces:
            self.choose(faces[0].id)

    def _keep(self, edit: Edit) -> bool:
        assert self.project is not None, "nothing can change before a folder is open"
        inverse = edit.apply(self.labels)
        try:
            self.project.record(edit)
        except InputError as error:
            inverse.apply(self.labels)  # what is seen is what is on disk
            self.failed.emit(str(error))
            return False
        return True

    def _announce(self, edit: Edit) -> None:
        if any(change.before is None or change.after is None for change in edit.changes):
            if self._current not in self.labels:
                self._current = ""
            self.faces_listed.emit()
        self.faces_changed.emit(edit.face_ids)
        # Undoing reaches across pictures: show what it changed.
        if edit.face_ids and self._current not in edit.face_ids:
            self.choose(next((i for i in edit.face_ids if i in self.labels), self._current))
        self.history_changed.emit()
        self.saved.emit()


def sentence(error: Exception) -> str:
    """Return what to tell a person about ``error``; a fault of ours is also logged in full."""
    if isinstance(error, InputError):
        return str(error)
    log.error("unexpected fault", exc_info=error)
    return f"Something went wrong inside kpstudio ({type(error).__name__}: {error})."
