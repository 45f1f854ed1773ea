"""How a row of the faces list is painted: thumbnail with points, name, figures, state."""

from __future__ import annotations

import math
from collections.abc import Mapping
from operator import is_
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QImage, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from kpstudio.app.byte_cache import ByteCache
from kpstudio.app.face_list import FACE_ROLE
from kpstudio.app.face_row import FaceRow
from kpstudio.app.face_words import STATES, turn_words
from kpstudio.app.language import in_digits, tr
from kpstudio.app.run_book import RunBook
from kpstudio.app.session import Session
from kpstudio.app.thumbnails import Thumbnail, ThumbnailLoader
from kpstudio.core.geometry import Box
from kpstudio.core.labelset import Face, FaceState
from kpstudio.core.landmarks import Landmarks
from kpstudio.core.review import Verdict
from kpstudio.core.texts import Text, say
from kpstudio.ui import theme
from kpstudio.ui.panels.parts import GROUND_STATES, look_of, paint_ground, two_lines

ROW_HEIGHT = 60
"""Pixels, but for very large text."""
THUMBNAIL = 48
_MARGIN = 8
TURNED_DEGREES = 12.0
_BUDGET = 24 << 20
"""Bytes of painted rows that are kept."""
_LEAST_TAG = 24
_BADGE = 18
_TELLING = 4
"""One of so many points has to be placed for them to tell where the face is."""

_BADGES: Mapping[str, Text] = {
    **{str(state): words for state, words in STATES.items()},
    Verdict.APPROVED: say("approved"),
    Verdict.RETURNED: say("returned"),
    "train": say("train"),
    "val": say("val"),
    "": "",
}
"""Words at the right of a row: state, what a second person said, or split."""


def figures(row: FaceRow) -> str:
    """Return the quiet second line of a row: error first, then the turn of the head."""
    if row.broken:
        return row.broken
    parts = []
    if row.error is not None:
        if math.isfinite(row.error.nme):
            parts.append(f"NME {in_digits(100 * row.error.nme, '.1f')} %")
        parts.append(f"{in_digits(row.error.pixels, '.1f')} px")
    if math.isfinite(row.doubt):
        parts.append(tr("doubt {doubt:.1f} %", doubt=row.doubt))
    elif row.face.landmarks is None and row.error is None:
        parts.append(tr("no points yet") if row.state is FaceState.UNLABELLED else tr("predicted"))
    if math.isfinite(row.yaw):
        parts.append(tr("yaw {turn}", turn=turn_words(row.yaw)))
    return " · ".join(parts)


def face_box(face: Face, prediction: Landmarks | None) -> Box | None:
    """Return where the face is, in the image frame: by its points, its box or its prediction.

    The first points of a face that is being labelled do not tell; None is nowhere in particular.
    """
    for landmarks in (face.landmarks, None if face.box else prediction):
        if landmarks is not None and landmarks.placed * _TELLING >= max(landmarks.count, 1):
            return Box.around(landmarks.xy_image)
    return face.box


def thumbnail_key(path: Path, box_image: Box | None, side: int) -> str:
    """Return a key that stays the same while points are dragged by a little."""
    if box_image is None:
        return f"{path} {side}"
    steps = [round(edge / 24) for edge in (box_image.left, box_image.top, box_image.width)]
    return f"{path} {side} {steps}"


class _Painted(NamedTuple):
    """A row as it was painted last, and what of."""

    shown: tuple[object, ...]
    looks: tuple[object, ...]
    image: QImage


class FaceDelegate(QStyledItemDelegate):
    """Paints rows of `FaceListModel`."""

    def __init__(
        self, session: Session, runs: RunBook, thumbnails: ThumbnailLoader, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._runs = runs
        self._thumbnails = thumbnails
        self._painted: ByteCache[_Painted] = ByteCache(_BUDGET)

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
        """Paint one row; the list is painted whole at each step through it, mostly the same."""
        row: FaceRow | None = index.data(FACE_ROLE)
        if row is None:
            return
        face, rect, look = row.face, option.rect, theme.current()
        ratio = painter.device().devicePixelRatioF()
        prediction = self._runs.prediction(face.id)
        found, broken = self._thumbnail(face, prediction, ratio)
        shown = face, prediction, found, look
        words = row.name, figures(row), row.state, row.split, row.broken, broken
        looks = *words, rect.size(), ratio, option.state.value & GROUND_STATES
        kept = self._painted.get(face.id)
        if kept is None or kept.looks != looks or not all(map(is_, kept.shown, shown)):
            image = QImage(rect.size() * ratio, QImage.Format.Format_RGB32)
            image.setDevicePixelRatio(ratio)
            image.fill(QColor(look.pane))
            inside = QPainter(image)
            inside.translate(-rect.topLeft())
            self._paint_row(inside, option, row, prediction, found, broken)
            inside.end()
            kept = _Painted(shown, looks, image)
            self._painted.put(face.id, kept, image.sizeInBytes())
        painter.drawImage(rect.topLeft(), kept.image)

    def _thumbnail(
        self, face: Face, prediction: Landmarks | None, ratio: float
    ) -> tuple[Thumbnail | None, bool]:
        """Return a face's thumbnail if it is there by now, and whether it can never be."""
        box, side = face_box(face, prediction), math.ceil(THUMBNAIL * ratio)
        path = self._session.labels.picture_path(face.picture)
        key = thumbnail_key(path, box, side)
        found = self._thumbnails.get(key, path, box, side)
        return found, found is None and bool(self._thumbnails.error_of(key))

    def _paint_row(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        row: FaceRow,
        prediction: Landmarks | None,
        found: Thumbnail | None,
        broken: bool,
    ) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect: QRect = option.rect
        paint_ground(painter, option)
        above = (rect.height() - THUMBNAIL) // 2
        square = QRect(rect.left() + 12, rect.top() + above, THUMBNAIL, THUMBNAIL)
        self._paint_thumbnail(painter, square, row.face, prediction, found)
        if broken:
            paint_broken(painter, square)
        room = rect.adjusted(THUMBNAIL + 24, _MARGIN, -12, -_MARGIN)
        upper = QRect(room.left(), room.top(), room.width(), room.height() // 2)
        lower = QRect(room.left(), upper.bottom() + 1, room.width(), room.height() // 2)
        look = look_of(option)
        badge_width = self._paint_badge(painter, upper, row, look)
        self._paint_text(painter, upper.adjusted(0, 0, -badge_width, 0), lower, row, look)

    def _paint_text(
        self, painter: QPainter, upper: QRect, lower: QRect, row: FaceRow, look: theme.Theme
    ) -> None:
        name_font = theme.text_font()
        name_font.setWeight(QFont.Weight.DemiBold)
        quiet = look.danger if row.broken else look.quiet
        middle = Qt.AlignmentFlag.AlignVCenter
        for font, colour, rect, text in (
            (name_font, look.text, upper, row.name),
            (theme.text_font(theme.QUIET_PX), quiet, lower, figures(row)),
        ):
            painter.setFont(font)
            painter.setPen(QColor(colour))
            mode = Qt.TextElideMode.ElideMiddle if text is row.name else Qt.TextElideMode.ElideRight
            elided = painter.fontMetrics().elidedText(text, mode, rect.width())
            painter.drawText(rect, middle, elided)
        used = QFontMetrics(name_font).horizontalAdvance(row.name)
        painter.setPen(QColor(look.quiet))
        self._paint_tags(painter, upper, row, used)

    def _paint_tags(self, painter: QPainter, upper: QRect, row: FaceRow, used: int) -> None:
        """Paint the tags beside the name, as far as there is room."""
        room = upper.adjusted(used + 8, 0, 0, 0)
        if not row.face.tags or room.width() < _LEAST_TAG:
            return
        painter.setFont(theme.text_font(11))
        text = ", ".join(sorted(row.face.tags, key=str.casefold))
        elided = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, elided)

    def _paint_badge(self, painter: QPainter, room: QRect, row: FaceRow, look: theme.Theme) -> int:
        """Paint state or split at the right; return the width it takes."""
        touched = {
            FaceState.CORRECTED: look.ok,
            FaceState.CHECKED: look.ok,
            FaceState.PREDICTED: theme.in_words(look.data.prediction),
            FaceState.REJECTED: look.danger,
        }
        said = {Verdict.APPROVED: look.ok, Verdict.RETURNED: look.warning}
        verdict = row.face.verdict
        text = tr(_BADGES[verdict or (row.state if row.state in touched else row.split)])
        if not text:
            return 0
        colour = QColor(said[verdict] if verdict else touched.get(row.state, look.quiet))
        painter.setFont(theme.text_font(11))
        width = painter.fontMetrics().horizontalAdvance(text) + 16
        height = theme.sized(_BADGE)
        badge = QRectF(room.right() - width, room.center().y() + 0.5 - height / 2, width, height)
        border = QColor(colour)
        border.setAlpha(140)
        painter.setPen(QPen(border, 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(badge, height / 2, height / 2)
        painter.setPen(colour)
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, text)
        return width + 8

    def _paint_thumbnail(
        self,
        painter: QPainter,
        square: QRect,
        face: Face,
        prediction: Landmarks | None,
        found: Thumbnail | None,
    ) -> None:
        look = theme.current()
        clip = QPainterPath()
        clip.addRoundedRect(QRectF(square), 4, 4)
        painter.save()
        painter.setClipPath(clip)
        painter.fillRect(square, QColor(look.raised))
        if found is not None:
            own = face.landmarks is not None
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(square, found.image)
            painter.translate(square.topLeft())
            colour = look.data.ground_truth if own else look.data.prediction
            _paint_points(painter, found, face.landmarks if own else prediction, colour)
        painter.restore()


def paint_broken(painter: QPainter, square: QRect) -> None:
    """Paint a picture's frame, crossed out: there is nothing to be shown."""
    look = theme.current()
    frame = QRectF(square).adjusted(13.5, 15.5, -13.5, -15.5)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(look.quiet), 1.6))
    painter.drawRoundedRect(frame, 2, 2)
    painter.setPen(QPen(QColor(look.danger), 1.8, c=Qt.PenCapStyle.RoundCap))
    painter.drawLine(frame.bottomLeft() + QPointF(-4, 4), frame.topRight() + QPointF(4, -4))


def _paint_points(
    painter: QPainter, found: Thumbnail, landmarks: Landmarks | None, colour: str
) -> None:
    if landmarks is None:
        return
    box, scale = found.box_image, THUMBNAIL / found.box_image.width
    x, y = landmarks.xy_image[landmarks.present].T
    left, top = ((x - box.left) * scale).tolist(), ((y - box.top) * scale).tolist()
    painter.setPen(QPen(QColor(colour), 1.6, c=Qt.PenCapStyle.RoundCap))
    painter.drawPoints(list(map(QPointF, left, top)))
