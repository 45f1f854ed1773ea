"""How a row of the history is painted: what, when, where and who; undone ones are greyed."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from kpstudio.app.history_list import ROW_ROLE, HistoryRow
from kpstudio.ui import theme
from kpstudio.ui.panels.parts import look_of, paint_ground, two_lines

ROW_HEIGHT = 48
"""Pixels, but for very large text."""
_MARGIN = 6
_MARK = 3
_GAP = 8


class HistoryDelegate(QStyledItemDelegate):
    """Paints rows of `HistoryListModel`."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the height that every row has at this size of text."""
        return QSize(200, two_lines(ROW_HEIGHT, _MARGIN))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint one row."""
        row: HistoryRow | None = index.data(ROW_ROLE)
        if row is None:
            return
        painter.save()
        rect: QRect = option.rect
        look = theme.current()
        paint_ground(painter, option)
        if row.now:
            painter.fillRect(rect.left(), rect.top(), _MARK, rect.height() - 1, QColor(look.accent))
        room = rect.adjusted(12, _MARGIN, -12, -_MARGIN)
        _paint_words(painter, room, row, look_of(option))
        painter.restore()


def _paint_words(painter: QPainter, room: QRect, row: HistoryRow, look: theme.Theme) -> None:
    lines = 2 if row.where or row.author else 1
    half = room.height() // lines
    upper = QRect(room.left(), room.top(), room.width(), half)
    lower = QRect(room.left(), room.top() + half, room.width(), half)
    text = look.disabled if row.undone else look.text
    quiet = look.disabled if row.undone else look.quiet
    title = theme.text_font()
    if row.now:
        title.setWeight(QFont.Weight.DemiBold)
    small = theme.text_font(theme.QUIET_PX)
    used = _paint_right(painter, upper, row.clock, small, quiet, room.width() // 2)
    _paint_left(painter, upper.adjusted(0, 0, -used, 0), row.title, title, text)
    left = room.width() - QFontMetrics(small).horizontalAdvance(row.where) - _GAP
    used = _paint_right(painter, lower, row.author, small, quiet, max(left, room.width() // 2))
    _paint_left(painter, lower.adjusted(0, 0, -used, 0), row.where, small, quiet)


def _paint_right(
    painter: QPainter, room: QRect, words: str, font: QFont, colour: str, most: int
) -> int:
    """Paint at the right, ``most`` pixels wide at most; return the width it takes."""
    if not words:
        return 0
    painter.setFont(font)
    painter.setPen(QColor(colour))
    shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, most)
    side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
    painter.drawText(room, side, shown)
    return painter.fontMetrics().horizontalAdvance(shown) + _GAP


def _paint_left(painter: QPainter, room: QRect, words: str, font: QFont, colour: str) -> None:
    painter.setFont(font)
    painter.setPen(QColor(colour))
    elide = Qt.TextElideMode.ElideRight
    shown = painter.fontMetrics().elidedText(words, elide, room.width())
    side = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
    painter.drawText(room, side, shown)
