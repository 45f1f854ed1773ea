"""What is said of a run below its curves: how it goes, and the notices of its training."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSizeF
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPlainTextEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from kpstudio.app.language import tr, tr_count, translated
from kpstudio.ui import theme
from kpstudio.ui.panels.parts import Clauses

_LINES = 5
"""Lines of the list that are seen at once, where there are so many."""

_AROUND = 16
"""Pixels of the list's frame and margins."""

_IN_TIP = 10


class RunWords(QWidget):
    """A caption, and a button that counts the notices and unfolds their list.

    Attributes:
        caption: A sentence on how the run goes.
        button: Says how many notices there are; its tool tip has them; hidden while there are none.
        listed: The notices, one a line, while the button is down.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.caption = Clauses()
        theme.set_role(self.caption, "quiet")
        self.button = QToolButton()
        self.button.setAccessibleName(tr("Show the training notices"))
        self.button.setCheckable(True)
        theme.set_role(self.button, "segment")
        self.listed = QPlainTextEdit()
        self.listed.setReadOnly(True)
        self.listed.setAccessibleName(tr("Training notices"))
        self.listed.setTabChangesFocus(True)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.caption, 1)
        row.addWidget(self.button)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 0, 12, 8)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self.listed)
        self.button.toggled.connect(self._unfold)
        self.listed.document().documentLayout().documentSizeChanged.connect(self._fit)
        self._notices: tuple[str, ...] = ()
        self.show_words("", ())

    def show_words(self, caption: str, notices: Sequence[str]) -> None:
        """Show ``caption`` and offer ``notices``, in their order; with neither it is hidden."""
        self.caption.setText(caption)
        if tuple(notices) != self._notices:
            self._notices = tuple(notices)
            notices = [translated(notice) for notice in notices]
            self.listed.setPlainText("\n".join(notices))
            count = len(notices)
            self.button.setText(tr_count("1 notice", "{count} notices", count))
            rest = [tr("… and {more} more", more=count - _IN_TIP)] if count > _IN_TIP else []
            self.button.setToolTip("\n".join([*notices[:_IN_TIP], *rest]))
        self.button.setVisible(bool(notices))
        self._unfold(self.button.isChecked())
        self.setVisible(bool(caption or notices))

    def _fit(self, size: QSizeF) -> None:
        """Be as high as the list, up to a limit; Qt counts the height of plain text in lines."""
        lines = min(max(round(size.height()), 1), _LINES)
        self.listed.setFixedHeight(lines * self.listed.fontMetrics().lineSpacing() + _AROUND)

    def _unfold(self, unfolded: bool) -> None:
        self.listed.setVisible(unfolded and bool(self._notices))
