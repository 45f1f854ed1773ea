"""The legend of a plot: chips that name each line and show or hide it."""

from __future__ import annotations

import math
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QWidget

from kpstudio.app.language import tr
from kpstudio.ui import theme

_LONGEST = 32
_LINE, _DOT, _HEIGHT = 20, 11, 12
"""Pixels of a swatch: how wide one of a dashed line is, one of a dot, and how high both."""


@dataclass(frozen=True)
class Entry:
    """One line of the plot.

    Attributes:
        key: What `Legend.toggled` calls it.
        text: What a person calls it, in short.
        whole: What it is called in the tool tip.
        colour: "#rrggbb".
        dashes: Of the line, as QPen counts them; empty for a line drawn through, shown as a dot.
    """

    key: str
    text: str
    whole: str
    colour: str
    dashes: tuple[float, ...] = ()


class Legend(QWidget):
    """Chips in one row; where room ends, the longest words are cut off.

    Signals:
        toggled: (key, shown) when a person shows or hides a line.
    """

    toggled = Signal(str, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._row.addStretch(1)
        self._chips: dict[str, QToolButton] = {}
        self._texts: dict[str, str] = {}
        self._widths: dict[str, int] = {}
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("Legend"))

    def set_entries(self, entries: list[Entry]) -> None:
        """Show ``entries``; a line hidden before stays hidden."""
        for key in [key for key in self._chips if key not in {entry.key for entry in entries}]:
            chip = self._chips.pop(key)
            del self._texts[key]
            self._row.removeWidget(chip)
            chip.hide()  # at once: it may be a while before it is gone
            chip.deleteLater()
        for entry in entries:
            cut = len(entry.text) > _LONGEST
            self._texts[entry.key] = entry.text[: _LONGEST - 1] + "…" if cut else entry.text
            chip = self._chips.get(entry.key) or self._chip(entry.key)
            chip.setToolTip(tr("{whole}: click to show or hide", whole=entry.whole))
            chip.setAccessibleName(tr("Show {whole}", whole=entry.whole))
            chip.setIconSize(QSize(_LINE if entry.dashes else _DOT, _HEIGHT))
            chip.setIcon(_swatch(entry, self.devicePixelRatioF()))
        self._cut()
        self.updateGeometry()

    @property
    def needed(self) -> int:
        """The pixels in which all words are whole."""
        return sum(self._widths.values())

    def _cut(self) -> None:
        """Give every chip its words, or as many of them as there is room for."""
        for key, chip in self._chips.items():
            chip.setText(self._texts[key])
        self._widths = widths = {key: chip.sizeHint().width() for key, chip in self._chips.items()}
        if self.needed > self.width():  # Qt's own gap beside the words goes first
            gaps = {
                key: chip.fontMetrics().horizontalAdvance("  ") for key, chip in self._chips.items()
            }
            widths = {key: width - gaps[key] for key, width in widths.items()}
        widest = _fair_share(list(widths.values()), self.width())
        for key, chip in self._chips.items():
            chip.setFixedWidth(math.floor(min(widths[key], widest)))
            if widths[key] > widest:
                words = chip.fontMetrics().horizontalAdvance(self._texts[key])
                room = words - math.ceil(widths[key] - widest)
                elide = Qt.TextElideMode.ElideRight
                chip.setText(chip.fontMetrics().elidedText(self._texts[key], elide, max(room, 0)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the words into the new width."""
        super().resizeEvent(event)
        self._cut()

    def _chip(self, key: str) -> QToolButton:
        chip = QToolButton(self)
        chip.setCheckable(True)
        chip.setChecked(True)
        chip.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        chip.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        theme.set_role(chip, "chip")
        chip.toggled.connect(lambda shown: self.toggled.emit(key, shown))
        self._chips[key] = chip
        self._row.insertWidget(self._row.count() - 1, chip)
        chip.show()
        return chip

    def shown(self, key: str) -> bool:
        """Return whether the line ``key`` is to be seen; True for one it does not know."""
        chip = self._chips.get(key)
        return chip is None or chip.isChecked()

    def chip(self, key: str) -> QToolButton:
        """Return the chip of the line ``key``."""
        return self._chips[key]


def _fair_share(widths: list[int], room: int) -> float:
    """Return the width at which to cut, so that all fit into ``room``: short ones stay whole."""
    left = float(room)
    for place, width in enumerate(sorted(widths)):
        share = left / (len(widths) - place)
        if width > share:
            return share
        left -= width
    return math.inf


def _swatch(entry: Entry, ratio: float) -> QIcon:
    icon, width = QIcon(), _LINE if entry.dashes else _DOT
    for state, colour in ((QIcon.State.On, entry.colour), (QIcon.State.Off, "")):
        pixmap = QPixmap(round(width * ratio), round(_HEIGHT * ratio))
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(QColor(colour or theme.current().disabled), 2.0)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        if entry.dashes:
            pen.setDashPattern(list(entry.dashes))
            painter.setPen(pen)
            painter.drawLine(QPointF(0, 6), QPointF(width, 6))
        elif colour:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colour))
            painter.drawEllipse(QPointF(width / 2, 6.5), 4, 4)
        else:
            painter.setPen(QPen(pen.color(), 1.5))
            painter.drawEllipse(QPointF(width / 2, 6.5), 3.25, 3.25)
        painter.end()
        icon.addPixmap(pixmap, QIcon.Mode.Normal, state)
    return icon
