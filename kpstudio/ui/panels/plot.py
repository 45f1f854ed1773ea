"""A calm plot: no frame, hairlines across, quiet figures; dressed in the theme."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import Any

import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFontMetrics,
    QGuiApplication,
    QKeyEvent,
    QMouseEvent,
    QPen,
)
from PySide6.QtWidgets import QLabel, QMenu, QVBoxLayout, QWidget

from kpstudio.app.language import numeral
from kpstudio.core.ticks import linear_ticks, log_ticks, plain
from kpstudio.ui import theme
from kpstudio.ui.panels.part_menu import PartMenu, add_copy_picture

_TICK_PX = 11
_PIXELS_PER_Y_TICK = 22
_PIXELS_PER_X_TICK = 44
_READOUT_GAP = 12
_RIGHT_ROOM = 5


def line_pen(colour: QColor | str, width: float = 1.0) -> QPen:
    """Return a pen for lines of a plot, as wide on every screen.

    pyqtgraph's pens are cosmetic: Qt measures them in the pixels of the screen.

    Args:
        colour: Of the line.
        width: In Qt's pixels.
    """
    screen = QGuiApplication.primaryScreen()
    made: QPen = pg.mkPen(QColor(colour), width=width * screen.devicePixelRatio())
    return made


def percent(value: float) -> str:
    """Return how a tick of an axis of percentages is written."""
    return f"{numeral(plain(value))} %"


class RoundAxis(pg.AxisItem):  # type: ignore[misc]  # pyqtgraph has no types
    """An axis with round ticks of one level.

    Attributes:
        log: Whether the axis shows the decimal logarithm of its values.
        whole: Whether ticks between whole numbers make no sense.
        most: The largest number of ticks, whatever the room.
        write: How a tick is written.
    """

    def __init__(self, orientation: str) -> None:
        super().__init__(orientation)
        self.log = False
        self.whole = False
        self.most = 12
        self.write: Callable[[float], str] = lambda value: numeral(plain(value))

    def boundingRect(self) -> QRectF:
        """Return what is painted on; called by pyqtgraph.

        Ticks at the very ends are written whole: half of their text lies beyond the axis.
        """
        rect = QRectF(super().boundingRect())
        over = _TICK_PX
        return rect.adjusted(0, -over, 0, over) if self.orientation == "left" else rect

    def tickValues(self, low: float, high: float, size: float) -> list[tuple[float, list[float]]]:
        """Return one level of ticks in the axis's own unit; called by pyqtgraph."""
        room = _PIXELS_PER_Y_TICK if self.orientation == "left" else _PIXELS_PER_X_TICK
        most = max(1, min(self.most, int(size // room)))
        if not self.log:
            return [(1.0, linear_ticks(low, high, most, self.whole))]
        values = log_ticks(10.0**low, 10.0**high, most)
        return [(1.0, [math.log10(value) for value in values])]

    def tickStrings(self, values: Sequence[float], scale: float, spacing: float) -> list[str]:
        """Return the ticks' texts; called by pyqtgraph."""
        return [self.write(10.0**value if self.log else value) for value in values]


class Plot(QWidget):
    """A plot without frame, menu or buttons, that says where the pointer is.

    Signals:
        hovered: (x, y) of the pointer in the plot's unit as a QPointF, or None when it left.
        clicked: (x, y) of a click with the main button, as a QPointF.
        dragged: (x, y) of the pointer while the main button is held, as a QPointF.
        dropped: (x, y) where the main button was let go, as a QPointF.
        escaped: Escape was pressed.
        doubled: a double click with the main button.
        offered: its menu is about to open; (`QMenu`, (x, y) of the pointer or None by key).
        stepped: -1 or 1 when the arrow keys ask for the neighbour to the left or right.
        dressed: the theme has changed; items are to take its colours.
    """

    hovered = Signal(object)
    clicked = Signal(QPointF)
    dragged = Signal(QPointF)
    dropped = Signal(QPointF)
    escaped = Signal()
    doubled = Signal()
    offered = Signal(object, object)
    stepped = Signal(int)
    dressed = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """Create it.

        Args:
            name: What a screen reader calls it.
            parent: Its parent.
        """
        super().__init__(parent)
        theme.set_role(self, "plot")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.x_axis, self.y_axis = RoundAxis("bottom"), RoundAxis("left")
        axes = {"bottom": self.x_axis, "left": self.y_axis}
        box = pg.ViewBox(enableMenu=False)  # to build a menu and hide it takes a third of the time
        self.view = pg.PlotWidget(self, axisItems=axes, viewBox=box)
        self.item = self.view.getPlotItem()
        self.box = self.item.getViewBox()
        self._ranges: tuple[tuple[float, float], tuple[float, float]] | None = None
        self._readout = QLabel(self)
        self._readout.hide()
        self._readout.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)  # for the edge that shows the focus
        layout.addWidget(self.view)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(160, 80)
        self._menu = PartMenu(self, self._fill_menu, listens=False)
        self._prepare()
        theme.bus.changed.connect(self._dress)
        self._dress()

    def _prepare(self) -> None:
        for part in (self.view, self.view.viewport()):  # the plot around them takes the keys
            part.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            part.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)  # and has the menu
        self.view.setFrameShape(pg.PlotWidget.Shape.NoFrame)
        self.item.setMenuEnabled(False)
        self.item.hideButtons()
        self.item.setMouseEnabled(False, False)
        self.item.setContentsMargins(8, 8, 16, 4)
        self.box.setDefaultPadding(0.0)
        self.box.disableAutoRange()
        for axis in (self.x_axis, self.y_axis):
            axis.enableAutoSIPrefix(False)
            axis.setStyle(tickLength=0, tickTextOffset=8, tickAlpha=255, maxTextLevel=0)
        self.x_axis.setStyle(hideOverlappingLabels=False)
        self.y_axis.setGrid(255)
        self.y_axis.setZValue(self.box.zValue() - 1)  # the grid lies under the curves
        self.box.sigResized.connect(self._resized)
        self.view.viewport().setMouseTracking(True)
        self.view.viewport().installEventFilter(self)

    def sizeHint(self) -> QSize:
        """Ask for a width and height that a plot reads well at."""
        return QSize(320, 200)

    def _dress(self) -> None:
        colours = theme.current()
        self.view.setBackground(colours.pane)
        font = theme.text_font(_TICK_PX)
        for axis in (self.x_axis, self.y_axis):
            axis.setPen(QColor(0, 0, 0, 0))
            axis.setTickPen(line_pen(colours.line))
            axis.setTextPen(pg.mkPen(colours.quiet))
            axis.setTickFont(font)
        self.x_axis.setHeight(QFontMetrics(font).height() + 12)
        self._readout.setFont(theme.text_font(theme.QUIET_PX))
        self._readout.setStyleSheet(
            f"background: {colours.raised}; color: {colours.text}; padding: 4px 8px;"
            f"border: 1px solid {colours.line}; border-radius: {theme.RADIUS}px;"
        )
        self.dressed.emit()

    def add(self, item: Any, z: float = 0.0) -> Any:
        """Put a pyqtgraph item on the plot, ``z`` above the others, and return it."""
        item.setZValue(z)
        self.item.addItem(item, ignoreBounds=True)
        return item

    def set_range(self, x: tuple[float, float], y: tuple[float, float]) -> None:
        """Show the ranges ``x`` and ``y``, in the plot's unit, and a little beyond at the right.

        The few pixels more keep the last dot whole.
        """
        self._ranges = (x, y)
        self.box.setRange(xRange=(x[0], x[1] + self._room(*x)), yRange=y, padding=0.0)

    def _resized(self) -> None:
        """Give the last dot its pixels again; a zoomed plot stays as it is."""
        if self._ranges is not None and self.shows_all(*self._ranges[0]):
            self.set_range(*self._ranges)

    def set_height(self, y: tuple[float, float]) -> None:
        """Show the range ``y``, and leave x as a person has zoomed it."""
        self.box.setRange(yRange=y, padding=0.0)

    def set_zoomable(self, first: float, last: float) -> None:
        """Let the wheel and dragging choose a part of the x axis between ``first`` and ``last``."""
        self.item.setMouseEnabled(True, False)
        room = self._room(first, last)
        self.box.setLimits(xMin=first, xMax=last + room, minXRange=(last - first) / 200.0)

    def shows_all(self, first: float, last: float) -> bool:
        """Return whether all of the x axis from ``first`` to ``last`` is in view."""
        low, high = self.box.viewRange()[0]
        return bool(high - low >= 0.999 * (last - first))

    def _room(self, first: float, last: float) -> float:
        return (last - first) * _RIGHT_ROOM / max(float(self.box.width()), 1.0)

    def pixels(self, x: float, y: float) -> QPointF:
        """Return where (x, y) of the plot lies in this widget."""
        scene = self.box.mapViewToScene(QPointF(x, y))
        return QPointF(self.view.mapTo(self, self.view.mapFromScene(scene)))

    def show_readout(self, html: str, x: float, y: float | None = None) -> None:
        """Show ``html`` beside the value ``x``, on the side that has room for it.

        Args:
            html: What to say.
            x: Where, in the plot's unit.
            y: How high; by default at the top of the plot.
        """
        self._readout.setText(html)
        self._readout.adjustSize()
        size = self._readout.size()
        at = self.pixels(x, self.box.viewRange()[1][1] if y is None else y)
        left = int(at.x()) + _READOUT_GAP
        if left + size.width() > self.width() - 4:
            left = max(4, int(at.x()) - _READOUT_GAP - size.width())
        top = int(at.y()) + 4 if y is None else int(at.y()) - size.height() // 2
        self._readout.move(left, min(max(4, top), max(4, self.height() - size.height() - 4)))
        self._readout.show()
        self._readout.raise_()

    def hide_readout(self) -> None:
        """Take the read-out away."""
        self._readout.hide()

    @property
    def readout(self) -> str:
        """The read-out's HTML while it is shown, else ""."""
        return "" if self._readout.isHidden() else self._readout.text()

    def _moved(self, at: QPointF) -> None:
        inside = self.box.sceneBoundingRect().contains(at)
        self.hovered.emit(self.box.mapSceneToView(at) if inside else None)

    def eventFilter(self, watched: Any, event: QEvent) -> bool:
        """Turn the viewport's moves, clicks and leaving into signals."""
        if event.type() == QEvent.Type.Leave:
            self.hovered.emit(None)
        elif isinstance(event, QMouseEvent):
            self._mouse(event)
        return bool(super().eventFilter(watched, event))

    def _mouse(self, event: QMouseEvent) -> None:
        scene = self.view.mapToScene(event.position().toPoint())
        left = Qt.MouseButton.LeftButton
        match event.type():
            case QEvent.Type.MouseMove:
                # pyqtgraph's own signal leaves moves out that follow each other closely
                self._moved(scene)
                if event.buttons() & left:
                    self.dragged.emit(self.box.mapSceneToView(scene))
            case QEvent.Type.MouseButtonDblClick:
                self.doubled.emit()
            case QEvent.Type.MouseButtonPress:
                self.setFocus(Qt.FocusReason.MouseFocusReason)
                if event.button() == left:
                    self.clicked.emit(self.box.mapSceneToView(scene))
            case QEvent.Type.MouseButtonRelease if event.button() == left:
                self.dropped.emit(self.box.mapSceneToView(scene))

    @property
    def holds(self) -> bool:
        """Whether there is something that Esc takes back."""
        return False

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Open the menu."""
        self._menu.show(event.pos(), event.reason() is QContextMenuEvent.Reason.Keyboard)

    def _fill_menu(self, menu: QMenu, place: QPoint | None) -> None:
        at = None
        if place is not None:
            scene = self.view.mapToScene(self.view.mapFrom(self, place))
            at = self.box.mapSceneToView(scene)
        self.hide_readout()
        self.offered.emit(menu, at)
        menu.addSeparator()
        add_copy_picture(menu, self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step to a neighbour with the arrow keys, leave with Escape, as a dialog does."""
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        if event.key() in steps:
            self.stepped.emit(steps[Qt.Key(event.key())])
        elif event.key() == Qt.Key.Key_Escape:
            event.setAccepted(self.holds)
            self.hovered.emit(None)
            self.escaped.emit()
        else:
            super().keyPressEvent(event)
