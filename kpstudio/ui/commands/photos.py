"""Taking a person's own pictures into the project, behind the window."""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication, QImage

from kpstudio.app.error_words import sentence
from kpstudio.app.jobs import Job, JobHandle
from kpstudio.app.language import tr, tr_count
from kpstudio.app.photos import new_photos, take_photos
from kpstudio.core.errors import Problem
from kpstudio.core.labelset import Face
from kpstudio.core.texts import say
from kpstudio.io.opening import as_photos
from kpstudio.tasks.photos import knows_faces, propose_boxes
from kpstudio.ui.dropped_files import local_files
from kpstudio.ui.frame import Frame
from kpstudio.ui.workspaces import Workspace

PASTED = "pasted"
"""The folder for pasted pictures, beside that of the runs."""

_TASK = "photos"
_READING = say("Reading photos")
_LOOKING = say("Looking for faces")


class PhotoTaking(QObject):
    """Reads photos and looks for faces in them on a thread, then adds them in one step.

    What is given meanwhile waits for its turn.
    """

    def __init__(self, window: Frame) -> None:
        super().__init__(window)
        self._window = window
        self._job: Job | None = None
        self._waiting: list[tuple[Path, ...]] = []
        self._around = Path()
        self._dropped: tuple[Path, ...] = ()
        window.session.opened.connect(self._opened)
        window.session.opening_ended.connect(self._opening_ended)

    def take(self, paths: Sequence[Path]) -> None:
        """Add pictures, and those of folders, to the project; predict them with the run in use."""
        if paths:
            self._waiting.append(tuple(paths))
            self._take_next()

    def _take_next(self) -> None:
        if self._job is not None or not self._waiting:
            return
        paths = self._waiting.pop(0)
        window = self._window
        labels, run = window.session.labels, window.runs.run
        folder = window.runs.folder(run) if run else None
        detector = str(window.settings.value("detector"))

        def work(handle: JobHandle) -> tuple[list[Face], list[Problem]]:
            def progress(what: str, done: int, total: int) -> bool:
                handle.report((what, done, total))
                return not handle.cancelled

            photos, problems = as_photos(paths, labels.scheme, partial(progress, tr(_READING)))
            new, known = new_photos(photos, labels)
            if new and knows_faces(folder):
                look = partial(progress, tr(_LOOKING))
                new, failed = propose_boxes(new, labels.root, look, detector)
                problems += failed
            return [*new, *known], problems

        self._job = job = window.jobs.job(work)
        job.reported.connect(self._progressed)
        job.finished.connect(self._take)
        job.failed.connect(lambda error: self._window.warn(sentence(error)))
        job.ended.connect(self._ended)
        job.start()

    def paste(self) -> None:
        """Take the picture files that were copied, or the picture, which is kept in the project."""
        data = QGuiApplication.clipboard().mimeData()
        paths = local_files(data)
        if not paths and data.hasImage():
            paths = self._kept(QGuiApplication.clipboard().image())
        if paths:
            self.take(paths)
        else:
            self._window.status.say(
                tr("Nothing to paste: copy points, a picture or picture files first.")
            )

    def _kept(self, picture: QImage) -> list[Path]:
        project = self._window.session.project
        assert project is not None, "photos are taken into an open folder"
        folder = project.runs_folder.parent / PASTED
        path = folder / f"pasted {datetime.now():%Y-%m-%d %H.%M.%S %f}.png"
        with contextlib.suppress(OSError):  # saving fails then, too
            folder.mkdir(parents=True, exist_ok=True)
        if picture.save(str(path)):
            return [path]
        self._window.warn(
            tr(
                "{folder}: the pasted picture cannot be saved there: free some disk space.",
                folder=folder,
            )
        )
        return []

    def open_around(self, folder: Path, paths: Sequence[Path]) -> Path:
        """Return the folder to open for pictures dropped before any is; they are shown in it.

        Pictures of other folders are added as photos once it is open.
        """
        self._around, self._dropped = folder, tuple(paths)
        return folder

    def _progressed(self, reports: list[tuple[str, int, int]]) -> None:
        if self.sender() is self._job:
            self._window.status.show_progress(*reports[-1], self._cancel, _TASK)

    def _cancel(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def _take(self, found: tuple[list[Face], list[Problem]]) -> None:
        if self.sender() is self._job and self._window.session.is_open:
            self._window.show_workspace(Workspace.PHOTOS)
            if count := take_photos(self._window.session, *found):
                self._window.status.say(
                    tr_count(
                        "The photo was added; Undo removes it.",
                        "{count} photos were added; Undo removes them.",
                        count,
                    )
                )
            elif found[0] and self._window.session.current is None:  # they are of the folder
                self._window.show_workspace(Workspace.LABEL)
            self._window.runs.predict_missing()

    def _ended(self) -> None:
        if self.sender() is self._job:
            self._job = None
            self._window.status.hide_progress(_TASK)
            self._take_next()

    def _opened(self) -> None:
        """Let go of photos for the folder before; show what was dropped to open this one."""
        self._cancel()
        self._job = None
        self._waiting.clear()
        self._window.status.hide_progress(_TASK)

    def _opening_ended(self) -> None:
        dropped, self._dropped = self._dropped, ()
        session = self._window.session
        if not dropped or not session.is_open or session.path != self._around:
            return
        root = session.labels.root
        inside = [path for path in dropped if path.is_relative_to(root)]
        names = (path.relative_to(root).as_posix() for path in inside)
        faces = (face.id for name in names for face in session.labels.faces_of(name))
        if first := next(faces, ""):
            if self._window.faces_model.row_of(first) < 0:  # it is no photo, but of the folder
                self._window.show_workspace(Workspace.LABEL)
            session.choose(first)
        self.take([path for path in dropped if path not in inside])
