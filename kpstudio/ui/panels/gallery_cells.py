"""How a face looks in the gallery: its part of the picture with both sets of points, its number."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from operator import is_

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QLineF, QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPainterPath, QPen

from kpstudio.app.byte_cache import ByteCache
from kpstudio.app.face_list import FaceListModel
from kpstudio.app.face_order import AnyOrder, ByPoints, Order
from kpstudio.app.face_row import FaceRow
from kpstudio.app.face_words import STATES, turn_words
from kpstudio.app.language import in_digits, tr
from kpstudio.app.run_book import RunBook
from kpstudio.app.session import Session
from kpstudio.app.thumbnails import Thumbnail, ThumbnailLoader
from kpstudio.core.facts import FaceFacts
from kpstudio.core.labelset import Face
from kpstudio.core.landmarks import Landmarks
from kpstudio.ui import theme
from kpstudio.ui.panels.face_delegate import face_box, paint_broken, thumbnail_key

PAD = 4
CAPTION = 24
_SIDES = (64, 96, 128, 192, 256, 384, 512)
"""Sizes that thumbnails are made in, device pixels: few, so that a slider finds them made."""
_BUDGET = 96 * 2**20
_NARROW = 96
_LEAST_DOT = 1.6


@dataclass(frozen=True)
class Layers:
    """What is drawn over the pictures."""

    truth: bool = True
    prediction: bool = True
    offsets: bool = True


class Done(Enum):
    """What painting a cell did: drew what was kept, painted it anew, or marked its place."""

    KEPT = "kept"
    ANEW = "anew"
    MARKED = "marked"


def number_of(row: FaceRow, order: AnyOrder, facts: FaceFacts) -> str:
    """Return what a face is sorted by, as it stands below it; its error where that is a name."""
    face = row.face
    if isinstance(order, ByPoints):
        error = facts.errors_at([face], order.points).get(face.id)
        return "" if error is None else f"{in_digits(error, '.1f')} %"
    if order is Order.YAW:
        return turn_words(row.yaw) if math.isfinite(row.yaw) else ""
    if order is Order.DOUBT:
        doubt = facts.doubt(face)
        return f"{in_digits(doubt, '.1f')} %" if math.isfinite(doubt) else ""
    if order is Order.MISSING:
        missing = facts.missing(face)
        return tr("{missing:.0f} missing", missing=missing) if math.isfinite(missing) else ""
    if isinstance(order, Order) and order in (Order.STATE, Order.PERSON, Order.TAG):
        tags = ", ".join(sorted(face.tags, key=str.casefold))
        said = {
            Order.STATE: tr(STATES[row.state]),
            Order.PERSON: facts.person(face),
            Order.TAG: tags,
        }
        return said[order]
    if row.error is None:
        return ""
    if math.isfinite(row.error.nme):
        return f"{in_digits(100 * row.error.nme, '.1f')} %"
    return f"{in_digits(row.error.pixels, '.1f')} px"


@dataclass(frozen=True, eq=False)
class _Painted:
    """A cell as it was painted, and what it then showed, in which size and state."""

    shown: tuple[object, ...]
    size: tuple[int, float, bool, bool]
    image: QImage


class CellPainter:
    """Paints faces, and keeps what it painted as long as there is room.

    Attributes:
        layers: What is drawn over the pictures.
    """

    def __init__(
        self, session: Session, runs: RunBook, model: FaceListModel, thumbnails: ThumbnailLoader
    ) -> None:
        self._session, self._runs = session, runs
        self._model, self._thumbnails = model, thumbnails
        self._painted: ByteCache[_Painted] = ByteCache(_BUDGET)
        self._awaited: dict[str, set[str]] = {}
        self.layers = Layers()

    def forget(self) -> None:
        """Paint all anew: pictures may be others by now."""
        self._painted.clear()
        self._awaited.clear()

    def take_awaited(self, key: str) -> set[str]:
        """Return the faces that were painted without a thumbnail, which has now come."""
        return self._awaited.pop(key, set())

    def paint(
        self,
        painter: QPainter,
        cell: QRect,
        face_id: str,
        chosen: bool = False,
        current: bool = False,
        hurry: bool = False,
    ) -> Done:
        """Paint one face into ``cell``, which is higher than wide by the caption.

        Args:
            painter: Of the viewport.
            cell: Where, in its pixels.
            face_id: The face.
            chosen: Whether it is selected.
            current: Whether it is the one in view.
            hurry: Whether what was not painted before is only to have its place marked.
        """
        face, runs, model = self._session.labels.get(face_id), self._runs, self._model
        if face is None:
            return Done.KEPT  # it has just gone, and the list is about to be made anew
        shown = (
            face,
            runs.prediction(face_id),
            runs.error(face_id),
            runs.measuring.yardstick,
            model.order,
            model.facts,
            theme.current(),
            self.layers,
        )
        ratio = painter.device().devicePixelRatioF()
        size = (cell.width(), ratio, chosen, current)
        kept = self._painted.get(face_id)
        if kept is not None and kept.size == size and all(map(is_, kept.shown, shown)):
            painter.drawImage(cell.topLeft(), kept.image)
            return Done.KEPT
        if hurry:
            self._mark(painter, cell, face, chosen, current)
            return Done.MARKED
        image = QImage(cell.size() * ratio, QImage.Format.Format_ARGB32_Premultiplied)
        image.setDevicePixelRatio(ratio)
        image.fill(Qt.GlobalColor.transparent)
        inside = QPainter(image)
        inside.setRenderHint(QPainter.RenderHint.Antialiasing)
        inside.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        whole = self._paint_cell(
            inside, QRect(QPoint(), cell.size()), model.row(face_id), chosen, current
        )
        inside.end()
        painter.drawImage(cell.topLeft(), image)
        if whole:
            self._painted.put(face_id, _Painted(shown, size, image), image.sizeInBytes())
        return Done.ANEW

    def _mark(
        self, painter: QPainter, cell: QRect, face: Face, chosen: bool, current: bool
    ) -> None:
        """Paint where a face will stand, and its name, as quickly as can be."""
        look = theme.current()
        square, below = _places(cell)
        _paint_frame(painter, cell, chosen, current)
        painter.fillRect(square, QColor(look.line))
        painter.setFont(theme.text_font(theme.QUIET_PX))
        painter.setPen(QColor((look.on_selection if chosen else look).quiet))
        painter.drawText(below, Qt.AlignmentFlag.AlignVCenter, self._model.name_of(face))

    def _paint_cell(
        self, painter: QPainter, cell: QRect, row: FaceRow, chosen: bool, current: bool
    ) -> bool:
        """Paint all of a cell, and return whether its picture was there."""
        look = theme.current()
        _paint_frame(painter, cell, chosen, current)
        square, below = _places(cell)
        self._paint_caption(painter, below, row, look.on_selection if chosen else look)
        return self._paint_picture(painter, square, row)

    def _paint_caption(
        self, painter: QPainter, room: QRect, row: FaceRow, look: theme.Theme
    ) -> None:
        order = self._model.order
        number = number_of(row, order, self._model.facts)
        threshold, error = self._runs.measuring.yardstick.threshold, row.error
        of_all = not isinstance(order, ByPoints)
        failed = of_all and error is not None and error.nme > threshold
        middle, right = Qt.AlignmentFlag.AlignVCenter, Qt.AlignmentFlag.AlignRight
        painter.setFont(theme.text_font(theme.QUIET_PX))
        painter.setPen(QColor(look.danger if failed else look.quiet))
        used = 0
        if number:
            cut = painter.fontMetrics().elidedText(
                number, Qt.TextElideMode.ElideRight, room.width()
            )
            painter.drawText(room, middle | right, cut)
            used = painter.fontMetrics().horizontalAdvance(cut) + 8
        if number and room.width() < _NARROW:
            return
        font = theme.text_font(theme.QUIET_PX)
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(QColor(look.text))
        name = painter.fontMetrics().elidedText(
            row.name, Qt.TextElideMode.ElideMiddle, room.width() - used
        )
        painter.drawText(room, middle, name)

    def _paint_picture(self, painter: QPainter, square: QRect, row: FaceRow) -> bool:
        face, prediction = row.face, self._runs.prediction(row.face.id)
        box = face_box(face, prediction)
        path = self._session.labels.picture_path(face.picture)
        side = math.ceil(square.width() * painter.device().devicePixelRatioF())
        made = next((known for known in _SIDES if known >= side), _SIDES[-1])
        key = thumbnail_key(path, box, made)
        found = self._thumbnails.get(key, path, box, made)
        if found is not None:
            painter.drawImage(square, found.image)
            painter.setClipRect(square)
            painter.translate(square.topLeft())
            self._paint_points(painter, found, face.landmarks, prediction, square.width())
            return True
        self._awaited.setdefault(key, set()).add(face.id)
        clip = QPainterPath()
        clip.addRoundedRect(QRectF(square), PAD, PAD)
        painter.fillPath(clip, QColor(theme.current().line))
        if self._thumbnails.error_of(key):
            paint_broken(painter, square)
        return False

    def _paint_points(
        self,
        painter: QPainter,
        found: Thumbnail,
        truth: Landmarks | None,
        prediction: Landmarks | None,
        side: int,
    ) -> None:
        data, layers = theme.current().data, self.layers
        green = _placed(truth, found, side) if layers.truth else None
        red = _placed(prediction, found, side) if layers.prediction else None
        dot = max(side / 64.0, _LEAST_DOT)
        if green is not None and red is not None and layers.offsets:
            both = np.isfinite(green + red).all(axis=1)
            ends = np.hstack([green[both], red[both]]).tolist()
            painter.setPen(QPen(QColor(data.offset), max(dot / 3.0, 0.8)))
            painter.drawLines([QLineF(*line) for line in ends])
        for points, colour in ((red, data.prediction), (green, data.ground_truth)):
            if points is not None:
                shown = points[np.isfinite(points).all(axis=1)].tolist()
                rim = [(1.4 * dot, data.rim)] if dot > _LEAST_DOT else []
                if points is red and rim:
                    _draw_crosses(painter, shown, dot, (data.rim, data.prediction))
                    continue
                for width, ink in (*rim, (dot, colour)):
                    painter.setPen(QPen(QColor(ink), width, c=Qt.PenCapStyle.RoundCap))
                    painter.drawPoints([QPointF(x, y) for x, y in shown])


def _paint_frame(painter: QPainter, cell: QRect, chosen: bool, current: bool) -> None:
    look = theme.current()
    frame = QRectF(cell).adjusted(0.5, 0.5, -0.5, -0.5)
    painter.setPen(QPen(QColor(look.accent if current else look.line), 2 if current else 1))
    painter.setBrush(QColor(look.selection if chosen else look.raised))
    painter.drawRoundedRect(frame, theme.RADIUS, theme.RADIUS)


def _places(cell: QRect) -> tuple[QRect, QRect]:
    """Return where a cell has its picture and its caption."""
    side = cell.width() - 2 * PAD
    square = QRect(cell.left() + PAD, cell.top() + PAD, side, side)
    return square, QRect(square.left() + 2, square.bottom() + 1, side - 4, CAPTION)


def _draw_crosses(
    painter: QPainter, points: Sequence[Sequence[float]], size: float, inks: Sequence[str]
) -> None:
    """Draw crosses, which colour alone does not tell from discs, each first in its rim."""
    arm = 0.6 * size
    lines = [
        QLineF(x - arm, y - way * arm, x + arm, y + way * arm) for x, y in points for way in (-1, 1)
    ]
    for ink, width in zip(inks, (0.8 * size, 0.45 * size), strict=True):
        painter.setPen(QPen(QColor(ink), width, c=Qt.PenCapStyle.RoundCap))
        painter.drawLines(lines)


def _placed(landmarks: Landmarks | None, found: Thumbnail, side: int) -> NDArray[np.float64] | None:
    """Return (K, 2) points in the pixels of a thumbnail shown ``side`` wide; NaN where missing."""
    if landmarks is None:
        return None
    box = found.box_image
    return np.asarray((landmarks.xy_image - (box.left, box.top)) * (side / box.width))
