"""The legend of a plot: chips that name each line and show or hide it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QSizePolicy, QToolButton, QWidget

from kpstudio.ui import theme
from kpstudio.ui.panels.flow import FlowLayout

_LONGEST = 32


@dataclass(frozen=True)
class Entry:
    """One line of the plot.

    Attributes:
        key: What `Legend.toggled` calls it.
        text: What a person calls it.
        colour: "#rrggbb".
        dashes: Of the line, as QPen counts them; empty for a line drawn through, shown as a dot.
    """

    key: str
    text: str
    colour: str
    dashes: tuple[float, ...] = ()


class Legend(QWidget):
    """Chips in a row that wraps.

    Signals:
        toggled: (key, shown) when a person shows or hides a line.
    """

    toggled = Signal(str, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._flow = FlowLayout(self, gap=0)
        self._chips: dict[str, QToolButton] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName("Legend")

    def set_entries(self, entries: list[Entry]) -> None:
        """Show ``entries``; a line hidden before stays hidden."""
        for key in [key for key in self._chips if key not in {entry.key for entry in entries}]:
            chip = self._chips.pop(key)
            self._flow.removeWidget(chip)
            chip.deleteLater()
        for entry in entries:
            chip = self._chips.get(entry.key) or self._chip(entry.key)
            cut = len(entry.text) > _LONGEST
            chip.setText(entry.text[: _LONGEST - 1] + "…" if cut else entry.text)
            chip.setToolTip(f"{entry.text}: click to show or hide")
            chip.setAccessibleName(f"Show {entry.text}")
            chip.setIcon(_swatch(entry, self.devicePixelRatioF()))
        self._flow.invalidate()
        self.updateGeometry()

    def _chip(self, key: str) -> QToolButton:
        chip = QToolButton(self)
        chip.setCheckable(True)
        chip.setChecked(True)
        chip.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        chip.setIconSize(QSize(16, 12))
        chip.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        theme.set_role(chip, "chip")
        chip.toggled.connect(lambda shown: self.toggled.emit(key, shown))
        self._chips[key] = chip
        self._flow.addWidget(chip)
        chip.show()
        return chip

    def shown(self, key: str) -> bool:
        """Return whether the line ``key`` is to be seen; True for one it does not know."""
        chip = self._chips.get(key)
        return chip is None or chip.isChecked()

    def chip(self, key: str) -> QToolButton:
        """Return the chip of the line ``key``."""
        return self._chips[key]


def _swatch(entry: Entry, ratio: float) -> QIcon:
    icon = QIcon()
    for state, colour in ((QIcon.State.On, entry.colour), (QIcon.State.Off, "")):
        pixmap = QPixmap(round(16 * ratio), round(12 * ratio))
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(QColor(colour or theme.current().disabled), 2.0)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        if entry.dashes:
            pen.setDashPattern(list(entry.dashes))
            painter.setPen(pen)
            painter.drawLine(QPointF(0, 6), QPointF(16, 6))
        elif colour:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colour))
            painter.drawEllipse(QPointF(10, 6.5), 4, 4)
        else:
            painter.setPen(QPen(pen.color(), 1.5))
            painter.drawEllipse(QPointF(10, 6.5), 3.25, 3.25)
        painter.end()
        icon.addPixmap(pixmap, QIcon.Mode.Normal, state)
    return icon
