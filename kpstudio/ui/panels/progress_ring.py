"""A ring that fills as faces are finished, and the counts behind it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QColor, QIcon, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from kpstudio.app.face_words import STATES
from kpstudio.app.language import tr
from kpstudio.app.progress import Progress
from kpstudio.core.labelset import FaceState
from kpstudio.ui import theme
from kpstudio.ui.panels.naming import in_capital

_SIZE = 28
_RING = 16.0
_WIDTH = 4.0
_SWATCH = 12
_ORDER = (
    FaceState.CHECKED,
    FaceState.REJECTED,
    FaceState.CORRECTED,
    FaceState.LABELLED,
    FaceState.PREDICTED,
    FaceState.UNLABELLED,
)
"""Clockwise from the top: what is finished first, what nobody has begun last."""


def colour_of(state: FaceState) -> QColor:
    """Return the colour that stands for a state."""
    look = theme.current()
    return QColor(
        {
            FaceState.CHECKED: look.ok,
            FaceState.REJECTED: look.quiet,
            FaceState.CORRECTED: look.accent,
            FaceState.LABELLED: look.edge,
            FaceState.PREDICTED: look.data.prediction,
            FaceState.UNLABELLED: look.line,
        }[state]
    )


class ProgressRing(QToolButton):
    """The faces by their state, as arcs; a click lists the counts, and finds the faces of one.

    Signals:
        state_wanted: the `FaceState` whose faces are to be found.
    """

    state_wanted = Signal(object)

    def __init__(self, progress: Progress, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._progress = progress
        self._counts = QMenu(self)
        self._counts.aboutToShow.connect(self._list_counts)
        self.setMenu(self._counts)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setFixedSize(_SIZE, _SIZE)
        progress.changed.connect(self._show)
        theme.bus.changed.connect(self.update)
        self._show()

    def _show(self) -> None:
        progress = self._progress
        self.setVisible(progress.total > 0)
        done = tr(
            "{finished} of {total} faces finished", finished=progress.finished, total=progress.total
        )
        counts = (
            f"{progress.of(state)} {tr(STATES[state])}" for state in _ORDER if progress.of(state)
        )
        self.setToolTip("\n".join((done, *counts)))
        self.setAccessibleName(done)
        self.update()

    def _list_counts(self) -> None:
        self._counts.clear()
        for state in _ORDER:
            count = self._progress.of(state)
            action = QAction(f"{in_capital(tr(STATES[state]))}\t{count}", self._counts)
            action.setIcon(_swatch(colour_of(state), self.devicePixelRatioF()))
            action.setEnabled(count > 0)
            action.triggered.connect(lambda _=False, state=state: self.state_wanted.emit(state))
            self._counts.addAction(action)

    def sizeHint(self) -> QSize:
        """Return the size it always has."""
        return QSize(_SIZE, _SIZE)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the arcs, on a raised ground under the pointer."""
        look = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse() or self.isDown() or self.hasFocus():
            painter.setPen(QPen(QColor(look.accent)) if self.hasFocus() else Qt.PenStyle.NoPen)
            painter.setBrush(QColor(look.hover))
            ground = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
            painter.drawRoundedRect(ground, theme.RADIUS, theme.RADIUS)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        ring = QRectF(0, 0, _RING, _RING)
        ring.moveCenter(QRectF(self.rect()).center())
        total = max(self._progress.total, 1)
        turned = 0.0
        for state in _ORDER:
            part = self._progress.of(state) / total
            if part:
                pen = QPen(colour_of(state), _WIDTH)
                pen.setCapStyle(Qt.PenCapStyle.FlatCap)
                painter.setPen(pen)
                painter.drawArc(ring, round(16 * (90 - 360 * turned)), -round(16 * 360 * part))
            turned += part
        painter.end()


def _swatch(colour: QColor, ratio: float) -> QIcon:
    pixmap = QPixmap(round(_SWATCH * ratio), round(_SWATCH * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawEllipse(QRectF(1, 1, _SWATCH - 2, _SWATCH - 2))
    painter.end()
    return QIcon(pixmap)
