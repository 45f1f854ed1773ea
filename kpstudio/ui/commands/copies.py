"""Saving a copy of the work, and going back to one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from kpstudio.app.error_words import sentence
from kpstudio.app.face_words import left_out
from kpstudio.app.jobs import Job, JobHandle
from kpstudio.app.language import tr, tr_count, translated
from kpstudio.app.undo import passing
from kpstudio.core.edits import put_back
from kpstudio.core.errors import Cancelled, InputError
from kpstudio.core.labelset import Face
from kpstudio.core.progress import Progress
from kpstudio.core.schema import PointSchema
from kpstudio.core.texts import say
from kpstudio.store.copies import copies_of, faces_then, save_copy, scheme_then
from kpstudio.store.copy_files import Kind
from kpstudio.ui.commands.preferences import PreferenceCommands
from kpstudio.ui.frame import Frame

_MOST = 20
_TASK = "save a copy"
_TITLES = {Kind.BY_HAND: say("Saved by hand"), Kind.AUTOMATIC: say("Automatic")}


class CopyCommands(QObject):
    """Save a copy, and the menu of copies to go back to."""

    def __init__(self, window: Frame, preferences: PreferenceCommands) -> None:
        super().__init__(window)
        self._window, self._preferences = window, preferences
        self._job: Job | None = None
        self.menu = QMenu(tr("Go back to a copy"), window)
        window.menus["File"].aboutToShow.connect(self._list)

    def slots(self) -> dict[str, Callable[..., object]]:
        """Return what to call for each key of the action table."""
        return {"save_copy": self.save}

    def place(self, below: QAction) -> None:
        """Put the list of copies into the File menu, below an action that is not the last."""
        file = self._window.menus["File"]
        actions = file.actions()
        file.insertMenu(actions[actions.index(below) + 1], self.menu)

    def save(self) -> None:
        """Save a copy, off the window's thread."""
        project, status = self._window.session.project, self._window.status
        if project is None or self._job is not None:
            return

        def work(handle: JobHandle) -> datetime:
            return save_copy(project, handle.progress)

        def show(reports: list[tuple[int, int]]) -> None:
            done, pages = reports[-1]
            words = tr("Saving a copy: {percent} %", percent=100 * done // max(pages, 1))
            status.show_progress(words, 0, 0, job.cancel, _TASK)

        job = self._job = self._window.jobs.job(work)
        job.reported.connect(show)
        job.finished.connect(self._saved)
        job.failed.connect(lambda error: self._window.warn(sentence(error)))
        job.ended.connect(self._over)
        job.start()

    def _over(self) -> None:
        self._job = None
        self._window.status.hide_progress(_TASK)

    def _saved(self, moment: datetime) -> None:
        self._window.status.say(
            tr(
                "Saved a copy of {words}: File, Go back to a copy restores it. Every change is "
                "saved anyway.",
                words=_words(moment),
            )
        )

    def go_back(self, moment: datetime, kind: Kind = Kind.BY_HAND) -> None:
        """Make all faces what they were when a copy was saved, which can be undone."""
        session, project = self._window.session, self._window.session.project
        if project is None:
            return

        count = len(session.labels)

        def read(progress: Progress) -> tuple[dict[str, Face | None], PointSchema | None]:
            passed = passing(progress, 0, 2 * count)
            scheme = scheme_then(project, moment, kind)
            return faces_then(project, moment, kind, passed), scheme

        try:
            then, scheme = session.waited(read, count)
        except Cancelled:
            return
        except InputError as error:
            self._window.warn(translated(error))
            return
        verb = f"go back to the copy of {_words(moment)}"
        edit, why = put_back(session.labels, then, verb, scheme).fitting(session.labels)
        if why:
            self._window.warn(left_out(why))
        if edit.empty and not why:
            self._window.status.say(tr("Nothing has changed since {words}.", words=_words(moment)))
        elif not edit.empty and session.perform(edit):
            count = len(edit.changes)
            self._window.status.say(tr_count("1 face restored.", "{count} faces restored.", count))

    def _list(self) -> None:
        self.menu.clear()
        project = self._window.session.project
        self.menu.setEnabled(project is not None)
        if project is None:
            return
        for kind, title in _TITLES.items():
            moments = copies_of(project, kind)[:_MOST]
            words = tr(title) if moments else tr("{title}: none yet", title=title)
            # A style sheet draws a section as a bare line, without its words.
            self.menu.addAction(words).setEnabled(False)
            for moment in moments:
                action = self.menu.addAction(_words(moment))
                action.triggered.connect(partial(self._go_back, moment, kind))
            self.menu.addSeparator()
        keeping = self.menu.addAction(tr("Automatic copies…"))
        keeping.triggered.connect(lambda: self._preferences.open("copies"))

    def _go_back(self, moment: datetime, kind: Kind, _checked: bool = False) -> None:
        self.go_back(moment, kind)


def _words(moment: datetime) -> str:
    """Return a moment in this machine's time, as ISO 8601 has it but for a space."""
    return moment.astimezone().strftime("%Y-%m-%d %H:%M:%S")
