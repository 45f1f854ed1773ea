"""What the network is really fed: augmented crops with their points, in a grid."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetrics, QImage, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLabel,
    QListView,
    QMenu,
    QPushButton,
    QSlider,
    QStackedLayout,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from kpstudio.app.language import tr, translated
from kpstudio.core.texts import say
from kpstudio.ui import theme
from kpstudio.ui.panels.part_menu import PartMenu, add_copy_picture
from kpstudio.ui.panels.parts import EmptyState, Header, always_scrolls

_EMPTY = say(
    "Press Show to see pictures as the network gets them: cropped and randomly moved and "
    "recoloured."
)
_LOADING = say("Preparing pictures…")
_CAPTION, _LOW_CAPTION = 24, 20
_GAP, _LOW_GAP = 12, 4
_LOW = 160
"""In a lower view a row of pictures needs all the room: what stands around them has less."""
_SMALLEST, _LARGEST, _USUAL, _LEAST = 96, 640, 176, 40
_ROOMY = 400
_FACE_PARTS, _LEAST_RADIUS, _MOST_RADIUS = 60.0, 1.25, 4.0
"""A point has a radius of so many parts of the face, in pixels between these."""
_PIXELATE_FROM = 3.0
"""Enlarged by more than this, pixels are shown as squares: one is to see what is lost."""

_SUFFIX = re.compile(r"\.\w{2,4}(?=\W|$)")

SAMPLE_ROLE = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, eq=False)
class Sample:
    """One picture as the network gets it.

    Attributes:
        pixels: (H, W) grey or (H, W, 3) RGB, uint8.
        xy_crop: (K, 2) points in the crop's pixels, centres of pixels at whole numbers; NaN for a
            point that is missing.
        caption: What stands below, such as the file's name.
    """

    pixels: NDArray[np.uint8]
    xy_crop: NDArray[np.float64]
    caption: str = ""

    @property
    def size(self) -> QSize:
        """Width and height in pixels."""
        return QSize(self.pixels.shape[1], self.pixels.shape[0])


def fitted(caption: str, metrics: QFontMetrics, width: int) -> str:
    """Return as much of a picture's words as there is room for: what files end in goes first."""
    if metrics.horizontalAdvance(caption) > width:
        caption = _SUFFIX.sub("", caption)
    return metrics.elidedText(caption, Qt.TextElideMode.ElideMiddle, width)


def to_image(pixels: NDArray[np.uint8]) -> QImage:
    """Return a copy of (H, W) grey or (H, W, 3) RGB pixels as an image of its own."""
    data = np.ascontiguousarray(pixels, dtype=np.uint8)
    height, width = data.shape[:2]
    grey = data.ndim == 2
    form = QImage.Format.Format_Grayscale8 if grey else QImage.Format.Format_RGB888
    return QImage(data.data, width, height, data.strides[0], form).copy()


class SamplesModel(QAbstractListModel):
    """The samples; images are made when they are first painted."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.samples: list[Sample] = []
        self._images: dict[int, QImage] = {}

    def set_samples(self, samples: Sequence[Sample]) -> None:
        """Show other samples."""
        self.beginResetModel()
        self.samples = list(samples)
        self._images.clear()
        self.endResetModel()

    def image(self, row: int) -> QImage:
        """Return the pixels of one sample."""
        if row not in self._images:
            self._images[row] = to_image(self.samples[row].pixels)
        return self._images[row]

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        """Return how many samples there are."""
        return 0 if parent is not None and parent.isValid() else len(self.samples)

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return a sample's caption, or the sample."""
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return translated(self.samples[index.row()].caption) or None
        return self.samples[index.row()] if role == SAMPLE_ROLE else None


class TrainingPictures(QWidget):
    """A grid that adapts to the width.

    Signals:
        more_requested: other pictures are wanted.
    """

    more_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = SamplesModel(self)
        self.view = _Grid(self.model)
        self.header = Header(tr("Training pictures"), spare_note=True)
        self.size_slider = QSlider(Qt.Orientation.Horizontal)
        self.size_slider.setRange(_SMALLEST, _LARGEST)
        self.size_slider.setValue(_USUAL)
        self.size_slider.setPageStep(32)
        self.size_slider.setAccessibleName(tr("Size of the pictures"))
        self.size_slider.setToolTip(tr("Size of the pictures"))
        self._size = QLabel(tr("size"))
        self.more_button = QPushButton()
        self._stack = QStackedLayout()
        self._state = EmptyState(tr(_EMPTY))
        self._lay_out()
        self.size_slider.valueChanged.connect(self.view.set_size)
        self.view.filled.connect(self._follow)
        self.more_button.clicked.connect(lambda: self.more_requested.emit())
        theme.bus.changed.connect(self.view.viewport().update)
        self.set_samples([])

    def _lay_out(self) -> None:
        theme.set_role(self._size, "quiet")
        for widget in (self._size, self.size_slider, self.more_button):
            self.header.row.addWidget(widget)
        body = QWidget()
        body.setLayout(self._stack)
        self._stack.addWidget(self._state)
        self._stack.addWidget(self.view)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(body, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the heading what there is room for."""
        super().resizeEvent(event)
        roomy = event.size().width() >= _ROOMY
        self._size.setVisible(roomy)
        self.size_slider.setFixedWidth(96 if roomy else 64)

    def set_samples(self, samples: Sequence[Sample]) -> None:
        """Show ``samples``; without any, say how to get some."""
        self.model.set_samples(samples)
        self._state.label.setText(tr(_EMPTY))
        self._stack.setCurrentIndex(1 if samples else 0)
        self.more_button.setText(tr("Shuffle") if samples else tr("Show"))
        self.more_button.setEnabled(True)
        if samples:
            size = samples[0].size
            self.header.note.setText(f"{size.height()}×{size.width()} px")
        else:
            self.header.note.setText("")

    def _follow(self, size: int) -> None:
        """Put the slider where it is when nobody has moved it."""
        self.size_slider.blockSignals(True)
        self.size_slider.setValue(size)
        self.size_slider.blockSignals(False)

    def set_loading(self, loading: bool) -> None:
        """Say that pictures are being prepared, or no longer are."""
        self.more_button.setEnabled(not loading)
        if not self.model.samples:
            self._state.label.setText(tr(_LOADING) if loading else tr(_EMPTY))


class _Grid(QListView):
    """Cells in rows that fill the width, as large as they all fit until somebody says how large.

    Signals:
        filled: the size that cells have by themselves.
    """

    filled = Signal(int)

    def __init__(self, model: SamplesModel) -> None:
        super().__init__()
        self._wanted = 0
        self._aspect = 1.0
        self._cells = _SampleDelegate(model, self)
        self.setModel(model)
        self.setItemDelegate(self._cells)
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        always_scrolls(self)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(tr("Training pictures"))
        self.verticalScrollBar().setSingleStep(32)
        model.modelReset.connect(self._new_samples)
        PartMenu(self, self._fill_menu)

    def _fill_menu(self, menu: QMenu, _place: object) -> None:
        add_copy_picture(menu, self.viewport(), tr("Copy as a picture"))

    def set_size(self, wanted: int) -> None:
        """Make cells about ``wanted`` pixels wide; rows fill the width."""
        self._wanted = wanted
        self._arrange()

    def _arrange(self) -> None:
        width = self.viewport().width() - 2 * (_GAP // 2)
        wanted = self._wanted
        if not wanted:
            wanted = min(max(self._fitting(width), _USUAL), _LARGEST)
            self.filled.emit(wanted)
        low = self.viewport().height() < _LOW
        self._cells.gap, self._cells.caption = (_LOW_GAP, _LOW_CAPTION) if low else (_GAP, _CAPTION)
        around = self._cells.caption + self._cells.gap + (0 if low else _GAP)
        highest = max(self.viewport().height() - around, _LEAST) / self._aspect
        fitting = math.ceil(width / (highest + _GAP))  # so many that one is not cut off below
        columns = max(1, round(width / (wanted + _GAP)), fitting)
        cell = max(1, width // columns)
        picture = max(1, cell - _GAP)
        self._cells.picture = QSize(picture, max(1, round(picture * self._aspect)))
        self.setGridSize(QSize(cell, self._cells.height))
        self.setViewportMargins(_GAP // 2, 0, 0, 0)

    def _fitting(self, width: int) -> int:
        """Return how wide pictures are at most that are all in view."""
        count = self.model().rowCount()
        for columns in range(1, count + 1):
            picture = width // columns - _GAP
            row = round(picture * self._aspect) + _CAPTION + _GAP
            if math.ceil(count / columns) * row <= self.viewport().height():
                return picture
        return 0

    def _new_samples(self) -> None:
        model = self.model()
        if isinstance(model, SamplesModel) and model.samples:
            size = model.samples[0].size
            self._aspect = min(max(size.height() / max(size.width(), 1), 0.25), 4.0)
            self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the rows full."""
        super().resizeEvent(event)
        self._arrange()


class _SampleDelegate(QStyledItemDelegate):
    """Paints a sample, its points and its caption."""

    def __init__(self, model: SamplesModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model
        self.picture = QSize(_USUAL, _USUAL)
        self.gap, self.caption = _GAP, _CAPTION

    @property
    def height(self) -> int:
        """Pixels of a picture with what stands around it."""
        return self.gap + self.picture.height() + self.caption

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the cell's size."""
        return QSize(self.picture.width() + _GAP, self.height)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint one cell."""
        sample: Sample = index.data(SAMPLE_ROLE)
        rect: QRect = option.rect
        room = QRectF(
            rect.left() + _GAP / 2,
            rect.top() + self.gap,
            self.picture.width(),
            self.picture.height(),
        )
        scale = min(room.width() / sample.size.width(), room.height() / sample.size.height())
        size = sample.size.toSizeF() * scale
        target = QRectF(room.center() - QPointF(size.width() / 2.0, size.height() / 2.0), size)
        painter.save()
        smooth = scale < _PIXELATE_FROM
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, smooth)
        painter.drawImage(target, self._model.image(index.row()))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(target)
        self._paint_points(painter, sample, target, scale)
        painter.setClipping(False)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        self._paint_frame(painter, target, chosen)
        self._paint_caption(painter, room, translated(sample.caption))
        painter.restore()

    def _paint_points(
        self, painter: QPainter, sample: Sample, target: QRectF, scale: float
    ) -> None:
        data = theme.current().data
        placed = sample.xy_crop[np.isfinite(sample.xy_crop).all(axis=1)]
        face = scale * float(np.ptp(placed, axis=0).max()) if len(placed) > 1 else target.width()
        radius = min(max(face / _FACE_PARTS, _LEAST_RADIUS), _MOST_RADIUS)
        painter.setPen(QPen(QColor(data.rim), 0.75))
        painter.setBrush(QColor(data.ground_truth))
        for x, y in placed:
            # The middle of the first pixel is at 0, its left edge at -0.5.
            at = QPointF((float(x) + 0.5) * scale, (float(y) + 0.5) * scale)
            painter.drawEllipse(target.topLeft() + at, radius, radius)

    def _paint_frame(self, painter: QPainter, target: QRectF, chosen: bool) -> None:
        look = theme.current()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(look.accent if chosen else look.line), 2.0 if chosen else 1.0))
        painter.drawRect(target.adjusted(0.5, 0.5, -0.5, -0.5))

    def _paint_caption(self, painter: QPainter, room: QRectF, caption: str) -> None:
        painter.setFont(theme.text_font(theme.QUIET_PX))
        painter.setPen(QColor(theme.current().quiet))
        width = room.width() + _GAP / 2  # up to the next picture's words
        below = QRectF(room.left(), room.bottom() + 2, width, self.caption - 4)
        text = fitted(caption, painter.fontMetrics(), int(width))
        painter.drawText(below, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
