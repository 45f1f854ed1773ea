"""Between the open folder and the window: inspecting its pictures, watching, what takes a while."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from kpstudio.app.inspection import Inspection
from kpstudio.app.jobs import JobHandle
from kpstudio.app.language import tr, tr_count
from kpstudio.app.session import Session
from kpstudio.app.undo import Answer
from kpstudio.app.watching import FolderWatch
from kpstudio.core.errors import Cancelled
from kpstudio.core.progress import Progress
from kpstudio.ui.dialogs.waiting import wait_for
from kpstudio.ui.panels.change_bar import ChangeBar
from kpstudio.ui.panels.notice_bar import NoticeBar
from kpstudio.ui.status import StatusBar

_TASK = "inspection"
_WORTH_TELLING = 2000
"""Fewer pictures are inspected before anybody has read that they are."""


class FolderController(QObject):
    """Shows how the inspection goes, and what has changed on disk."""

    def __init__(
        self,
        session: Session,
        inspection: Inspection,
        watch: FolderWatch,
        bar: ChangeBar,
        look_bar: NoticeBar,
        status: StatusBar,
        window: QWidget,
    ) -> None:
        super().__init__(bar)
        self._window = window
        self._look_bar = look_bar
        again = look_bar.add_button(
            tr("Try again"), tr("Open it again once the other window is closed")
        )
        again.clicked.connect(lambda: session.open(session.path))
        session.opened.connect(self._tell_read_only)
        self._session = session
        self._inspection = inspection
        self._status = status
        inspection.progressed.connect(self._inspecting)
        inspection.ended.connect(self._inspected)
        watch.changed.connect(bar.show_change)
        bar.rescan_asked.connect(session.rescan)
        session.reread.connect(self._reread)
        session.wait = self._wait

    def _tell_read_only(self) -> None:
        name = self._session.labels.root.name
        words = tr(
            "“{name}” is open in another window; here it is read-only.",
            name=name,
        )
        self._look_bar.say(words if self._session.read_only else "")

    def _inspecting(self, done: int, total: int) -> None:
        if total >= _WORTH_TELLING and done < total:
            cancel = self._inspection.cancel
            self._status.show_progress(tr("Checking pictures"), done, total, cancel, _TASK)

    def _inspected(self) -> None:
        self._status.hide_progress(_TASK)
        broken = len(self._session.broken)
        if broken:
            pictures = tr_count("1 picture", "{count:,} pictures", broken)
            self._status.say(
                tr("{pictures} cannot be opened: see File, Problems found", pictures=pictures)
            )

    def _reread(self) -> None:
        count = len(self._session.labels.pictures)
        pictures = tr_count("1 picture", "{count:,} pictures", count)
        self._status.say(
            tr("Reloaded: {pictures}. Your corrections are unchanged.", pictures=pictures)
        )

    def _wait(self, work: Callable[[Progress], Answer], faces: int, reads: bool, /) -> Answer:
        """Do what is about many faces behind the window, which shows how far it is."""

        def watched(handle: JobHandle) -> Answer:
            told = -1

            def progress(done: int, total: int) -> bool:
                nonlocal told
                if told != (told := 100 * done // total):  # never so many as to wait for the window
                    handle.report((done, total))
                return not handle.cancelled

            return work(progress)

        if reads:
            words = tr_count("Reading 1 face…", "Reading {count:,} faces…", faces)
        else:
            words = tr_count("Changing 1 face…", "Changing {count:,} faces…", faces)
        jobs, window = self._session.jobs, self._window
        try:
            return wait_for(jobs, watched, words, window, alone=True, reads=reads)
        except Cancelled:
            self._status.say(tr("Cancelled: nothing has changed."))
            raise
