"""Between the history panel, the session and the canvas."""

from __future__ import annotations

from PySide6.QtCore import QObject

from kpstudio.app.history_list import HistoryBook, HistoryRow
from kpstudio.app.session import Session
from kpstudio.core.moves import moves
from kpstudio.ui.canvas import Canvas
from kpstudio.ui.panels.history import HistoryPanel


class HistoryController(QObject):
    """Goes to the states that a person asks for, and shows what changes did."""

    def __init__(
        self, session: Session, book: HistoryBook, panel: HistoryPanel, canvas: Canvas
    ) -> None:
        super().__init__(panel)
        self._session = session
        self._panel = panel
        self._canvas = canvas
        session.opened.connect(self._opened)
        panel.shown.connect(self._shown)
        panel.shown.connect(book.watch)
        panel.state_wanted.connect(session.go_to)
        panel.entry_seen.connect(session.choose)
        panel.change_seen.connect(self._show_change)
        panel.scope.idClicked.connect(self._forget_change)
        for signal in (session.current_changed, session.history_changed, session.scheme_changed):
            signal.connect(self._forget_change)

    def _opened(self) -> None:
        self._panel.may_go = not self._session.read_only

    def _shown(self, on: bool) -> None:
        if not on:
            self._forget_change()

    def _show_change(self, row: HistoryRow | None) -> None:
        if row is None or row.change is None:
            self._forget_change()
            return
        found = moves(row.change)
        self._canvas.set_trace((found.before_image, found.after_image) if found.points else None)
        self._panel.show_moves(found, self._session.labels.scheme)

    def _forget_change(self, *_: object) -> None:
        self._canvas.set_trace(None)
        self._panel.show_moves(None, self._session.labels.scheme)
