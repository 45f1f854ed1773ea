"""Taking a person's own pictures into the project, behind the window."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject

from kpstudio.app.jobs import Job, JobHandle
from kpstudio.app.photos import take_photos
from kpstudio.app.session import sentence
from kpstudio.core.errors import Problem
from kpstudio.core.labelset import Face
from kpstudio.io.opening import as_photos
from kpstudio.ui.frame import Frame
from kpstudio.ui.workspaces import Workspace

_TASK = "photos"


class PhotoTaking(QObject):
    """Reads the headers of photos on a thread, then adds them in one step."""

    def __init__(self, window: Frame) -> None:
        super().__init__(window)
        self._window = window
        self._job: Job | None = None
        self._dropped: tuple[Path, ...] = ()
        window.session.opened.connect(self._opened)
        window.session.opening_ended.connect(self._opening_ended)

    def take(self, paths: Sequence[Path]) -> None:
        """Add pictures, and those of folders, to the project; predict them with the run in use."""
        if not paths:
            return
        scheme = self._window.session.labels.scheme

        def work(handle: JobHandle) -> tuple[list[Face], list[Problem]]:
            def progress(done: int, total: int) -> bool:
                handle.report((done, total))
                return not handle.cancelled

            return as_photos(paths, scheme, progress)

        self._cancel()
        self._job = job = self._window.jobs.job(work)
        job.reported.connect(self._progressed)
        job.finished.connect(self._take)
        job.failed.connect(lambda error: self._window.warn(sentence(error)))
        job.ended.connect(self._ended)
        job.start()

    def open_around(self, paths: Sequence[Path]) -> Path:
        """Return the folder to open for pictures dropped before any is; they are shown in it.

        Pictures of other folders are added as photos once it is open.
        """
        self._dropped = tuple(paths)
        return paths[0].parent

    def _progressed(self, reports: list[tuple[int, int]]) -> None:
        if self.sender() is self._job:
            status = self._window.status
            status.show_progress("Looking at photos", *reports[-1], self._cancel, _TASK)

    def _cancel(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def _take(self, found: tuple[list[Face], list[Problem]]) -> None:
        if self.sender() is self._job and self._window.session.is_open:
            self._window.show_workspace(Workspace.PHOTOS)
            take_photos(self._window.session, *found)
            self._window.runs.predict_missing()

    def _ended(self) -> None:
        if self.sender() is self._job:
            self._job = None
            self._window.status.hide_progress(_TASK)

    def _opened(self) -> None:
        """Let go of photos for the folder before; show what was dropped to open this one."""
        self._cancel()
        self._job = None
        self._window.status.hide_progress(_TASK)

    def _opening_ended(self) -> None:
        dropped, self._dropped = self._dropped, ()
        session = self._window.session
        if not dropped or not session.is_open:
            return
        root = session.labels.root
        inside = [path for path in dropped if path.is_relative_to(root)]
        names = (path.relative_to(root).as_posix() for path in inside)
        faces = (face.id for name in names for face in session.labels.faces_of(name))
        session.choose(next(faces, ""))
        self.take([path for path in dropped if path not in inside])
