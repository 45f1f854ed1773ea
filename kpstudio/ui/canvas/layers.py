"""The layers over the picture, drawn in view pixels so that markers stay small at any zoom."""

from __future__ import annotations

import html
import math
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QTextDocument, QTextOption

from kpstudio.core.geometry import Box
from kpstudio.core.landmarks import FloatArray, Landmarks, Visibility
from kpstudio.ui import theme
from kpstudio.ui.canvas.camera import Camera
from kpstudio.ui.canvas.content import NONE, Content, FaceView
from kpstudio.ui.canvas.ellipses import paint_ellipses

CROSS, RING = "\N{MULTIPLICATION X}", "\N{WHITE CIRCLE}"
"""How predictions, and those of the run that is compared with, are called in words."""
NO_INKS: Mapping[str, str] = {}
TRUTH_RADIUS = 4.0
CROSS_REACH = 3.75
HOVER_RADIUS = 6.0
RING_RADIUS = 9.5
SMALL_RING_RADIUS = 6.5
LOCK_REACH = 6.0
NOWHERE = np.full((1, 2), np.nan)
_BELOW_CROSSES = 6.5
"""The radius of discs that are seen around the crosses above them."""
_RIM = 1.25
_OFFSET_RIM = 0.35
"""How dark the edge is that shows a yellow line on fair skin."""
_DIMMED = 0.4
_DIMMED_BOX = 0.75  # a dark hairline in a dark picture would be lost
_NUMBER_PX = 11
_ROOM, _SMALLEST = 60.0, 0.62
"""View pixels of a face's diagonal, by the root of its points, for markers of full size; how much
smaller they are at most where there is less."""


def paint_still(painter: QPainter, camera: Camera, content: Content) -> None:
    """Draw of the faces what stays as it is while the points in hand move."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    others = [face for n, face in enumerate(content.faces) if n != content.current]
    painter.setOpacity(_DIMMED)
    for face in others:
        _paint_face(painter, camera, content, face, Part(current=False))
    painter.setOpacity(_DIMMED_BOX)
    for box_image in (face.box_image for face in others if content.layers.box):
        if box_image is not None:
            paint_box(painter, camera, box_image, "white")
    painter.setOpacity(1.0)
    if content.face is not None:
        _paint_face(painter, camera, content, content.face, Part(content.held))


def paint_moving(painter: QPainter, camera: Camera, content: Content) -> None:
    """Draw the points in hand with what hangs on them, the marks, and a box being drawn."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if content.face is not None:
        if content.held:
            _paint_face(painter, camera, content, content.face, Part(content.held, moving=True))
        _paint_marks(painter, camera, content)
    if content.rubber is not None:
        paint_box(painter, camera, content.rubber, theme.current().accent, filled=True)


@dataclass(frozen=True)
class Part:
    """Which part of a face is drawn.

    Attributes:
        held: The points in hand.
        moving: Whether it is these and the edges that end in them, or everything else.
        current: Whether the face is the one worked on.
    """

    held: tuple[int, ...] = ()
    moving: bool = False
    current: bool = True

    def points(self, view: FloatArray | None) -> FloatArray | None:
        """Return (K, 2) points with NaN for those that are not of this part."""
        if view is None or not self.held:
            return view
        held = [point for point in self.held if point < len(view)]
        part = np.full_like(view, np.nan) if self.moving else view.copy()
        part[held] = view[held] if self.moving else np.nan
        return part

    def edges(self, pairs: NDArray[np.intp]) -> NDArray[np.intp]:
        """Return those of (E, 2) pairs of points that are of this part."""
        if not self.held:
            return pairs
        return np.asarray(pairs[np.isin(pairs, self.held).any(axis=1) == self.moving])


def _paint_face(
    painter: QPainter, camera: Camera, content: Content, face: FaceView, part: Part
) -> None:
    layers, data = content.layers, theme.current().data
    truth_image = content.truth_xy() if part.current else _xy(face.ground_truth)
    predicted_image = _xy(face.prediction)
    truth = camera.to_view(truth_image) if truth_image is not None else None
    predicted = camera.to_view(predicted_image) if predicted_image is not None else None
    size = _marker_size(camera, face)
    if layers.box and face.box_image is not None and part.current and not part.moving:
        paint_box(painter, camera, face.box_image, theme.current().accent, width=2)
    if layers.edges and truth is not None and layers.ground_truth:
        _paint_edges(painter, content, truth, data.ground_truth, part)
    elif layers.edges and predicted is not None and layers.prediction and truth is None:
        _paint_edges(painter, content, predicted, data.prediction, part)
    truth, predicted = part.points(truth), part.points(predicted)
    if layers.offsets and truth is not None and predicted is not None:
        _paint_offsets(painter, truth, predicted)
    if layers.doubt and part.current and not part.moving and layers.prediction and face.prediction:
        paint_ellipses(painter, camera, face.prediction)
    if layers.prediction and face.other is not None and not part.moving:
        _paint_other(painter, camera.to_view(face.other.xy_image), predicted)
    if layers.prediction and predicted is not None and not layers.crosses_above:
        _paint_crosses(painter, predicted, size * CROSS_REACH)
    if layers.ground_truth and truth is not None and face.ground_truth is not None:
        occluded = face.ground_truth.visibility == Visibility.OCCLUDED
        radius = size * (_BELOW_CROSSES if layers.crosses_above else TRUTH_RADIUS)
        _paint_circles(painter, truth[~occluded], radius)
        _paint_rings(painter, truth[occluded], radius)
    if layers.prediction and layers.crosses_above and predicted is not None:
        _paint_crosses(painter, predicted, size * CROSS_REACH)
    if layers.numbers and part.current:
        shown = truth if layers.ground_truth and truth is not None else predicted
        if shown is not None:
            _paint_numbers(painter, content, shown)


def _marker_size(camera: Camera, face: FaceView | None) -> float:
    """Return how large the markers of a face are, as a part of their full size.

    On a face that is small in the view they would cover it. What is held does not count: a marker
    keeps its size while it is dragged.
    """
    landmarks = None if face is None else face.ground_truth or face.prediction
    if landmarks is None or np.count_nonzero(landmarks.present) < 2:
        return 1.0
    xy = camera.to_view(landmarks.xy_image[landmarks.present])
    diagonal = float(np.hypot(*np.ptp(xy, axis=0)))
    return min(1.0, max(_SMALLEST, diagonal / (_ROOM * math.sqrt(len(xy)))))


def _paint_marks(painter: QPainter, camera: Camera, content: Content) -> None:
    """Draw what marks single points: larger under the pointer, a ring when chosen."""
    layers, held = content.layers, content.held
    # A point in hand stays small, so that it does not hide what it is being put on.
    for point in {content.hovered} - {NONE, *held}:
        for xy_image, shown, paint in (
            (content.prediction_xy(), layers.prediction, _paint_crosses),
            (content.truth_xy(), layers.ground_truth, _paint_circles),
        ):
            if shown and xy_image is not None and point < len(xy_image):
                paint(painter, camera.to_view(xy_image[point : point + 1]), HOVER_RADIUS)
    if layers.ground_truth:
        locked = [content.point_xy(point) for point in sorted(content.locked)]
        _paint_locks(painter, camera.to_view([xy for xy in locked if xy is not None] or NOWHERE))
    if len(held) > 1:  # that they move tells which they are
        return
    chosen = [content.point_xy(point) for point in content.selection.points]
    placed = [xy for xy in chosen if xy is not None]
    if placed and (layers.ground_truth or layers.prediction):
        _paint_chosen(painter, camera.to_view(placed), _marker_size(camera, content.face))


def _paint_locks(painter: QPainter, view: FloatArray) -> None:
    """Draw a square around each locked point."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for colour, width in ((faint(theme.current().data.rim, 0.7), 3.5), (QColor("white"), 1.5)):
        pen = QPen(colour, width)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        painter.setPen(pen)
        for point in _points(view):
            x, y = point.x() - LOCK_REACH, point.y() - LOCK_REACH
            painter.drawRect(QRectF(x, y, 2 * LOCK_REACH, 2 * LOCK_REACH))


def _paint_chosen(painter: QPainter, view: FloatArray, size: float) -> None:
    """Draw a ring around each chosen point; small ones around several, which may lie close."""
    radius = RING_RADIUS if len(view) == 1 else size * SMALL_RING_RADIUS
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for colour, width in ((faint(theme.current().data.rim, 0.55), 4.0), (QColor("white"), 2)):
        painter.setPen(QPen(colour, width))
        for point in _points(view):
            painter.drawEllipse(point, radius, radius)


def paint_box(
    painter: QPainter,
    camera: Camera,
    box_image: Box,
    colour: str,
    width: int = 1,
    filled: bool = False,
) -> None:
    """Draw a box of the image frame, ``width`` view pixels wide, over a faint ground if filled."""
    corners = camera.to_view([(box_image.left, box_image.top), (box_image.right, box_image.bottom)])
    rect = QRectF(QPointF(*corners[0].tolist()), QPointF(*corners[1].tolist()))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)  # upright lines stay sharp
    if filled:
        painter.fillRect(rect, faint(colour, 0.15))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for pen in (QPen(faint(theme.current().data.rim, 0.5), width + 2), QPen(QColor(colour), width)):
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        painter.setPen(pen)
        painter.drawRect(rect)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)


def paint_pill(
    painter: QPainter,
    text: str,
    anchor: QPointF,
    within: QRectF,
    centred: bool = False,
    inks: Mapping[str, str] = NO_INKS,
) -> None:
    """Write ``text`` on a small ground that starts at ``anchor`` and is moved to lie ``within``.

    Args:
        painter: In the view frame.
        text: One line, or more where that is too narrow.
        anchor: The middle of the left end; of the whole when ``centred``.
        within: What the ground must not leave.
        centred: What ``anchor`` means.
        inks: Colours ("#rrggbb") of marks in the text.
    """
    colours = theme.current()
    painter.setFont(theme.text_font(theme.QUIET_PX))
    flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
    room = within.adjusted(14, 8, -14, -8)
    words = QFontMetricsF(painter.font()).boundingRect(room, flags, text)
    width, height = words.width() + 16, words.height() + 6
    left = anchor.x() - (width / 2 if centred else 0.0)
    if width > within.width() / 2 and left + width + 4 > within.right():
        left = within.center().x() - width / 2  # words as wide as the view: at its edges alike
    left = min(max(left, within.left() + 4), within.right() - width - 4)
    top = min(max(anchor.y() - height / 2, within.top() + 4), within.bottom() - height - 4)
    rect = QRectF(round(left), round(top), width, height)
    painter.setPen(QPen(QColor(colours.line), 1))
    painter.setBrush(faint(colours.raised, 0.94))
    painter.drawRoundedRect(rect.translated(0.5, 0.5), 5, 5)
    painter.setPen(QColor(colours.text))
    if inks:
        _write(painter, rect.adjusted(4, 0, -4, 0), text, inks)
    else:
        painter.drawText(rect.adjusted(4, 0, -4, 0), flags, text)


def _write(painter: QPainter, rect: QRectF, text: str, inks: Mapping[str, str]) -> None:
    """Write ``text`` in the middle of ``rect``, its marks each in a colour of their own."""
    words = html.escape(text)
    for mark, ink in inks.items():
        words = words.replace(mark, f'<span style="color: {ink}; font-weight: 700">{mark}</span>')
    words = f'<span style="color: {theme.current().text}; white-space: pre-wrap">{words}</span>'
    document = QTextDocument()
    document.setDocumentMargin(0)
    document.setDefaultFont(painter.font())
    document.setDefaultTextOption(QTextOption(Qt.AlignmentFlag.AlignHCenter))
    document.setHtml(words)
    document.setTextWidth(rect.width())
    painter.save()
    painter.translate(rect.left(), rect.center().y() - document.size().height() / 2)
    document.drawContents(painter)
    painter.restore()


def _paint_edges(
    painter: QPainter, content: Content, view: FloatArray, colour: str, part: Part
) -> None:
    for own, all_pairs in content.coloured_edges(len(view)):
        pairs = part.edges(all_pairs)
        painter.setPen(QPen(faint(own or colour, 0.85 if own else 0.45), 1.25 if own else 1.0))
        painter.drawLines(_lines(view[pairs[:, 0]], view[pairs[:, 1]]))


def _paint_offsets(painter: QPainter, truth: FloatArray, predicted: FloatArray) -> None:
    count, data = min(len(truth), len(predicted)), theme.current().data
    lines = _lines(truth[:count], predicted[:count])
    for colour, width in ((faint(data.rim, _OFFSET_RIM), 3.25), (QColor(data.offset), 1.5)):
        painter.setPen(QPen(colour, width))
        painter.drawLines(lines)


def _paint_circles(painter: QPainter, view: FloatArray, radius: float) -> None:
    data, points = theme.current().data, _points(view)
    for colour, size in ((faint(data.rim, 0.85), radius + _RIM), (data.ground_truth, radius)):
        pen = QPen(QColor(colour), 2 * size, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawPoints(points)


def _paint_rings(painter: QPainter, view: FloatArray, radius: float) -> None:
    data = theme.current().data
    painter.setBrush(faint(data.rim, 0.6))
    painter.setPen(QPen(QColor(data.ground_truth), 1.5))
    for point in _points(view):
        painter.drawEllipse(point, radius - 0.25, radius - 0.25)


def _paint_crosses(painter: QPainter, view: FloatArray, reach: float) -> None:
    data = theme.current().data
    # Flat ends: Qt's painter draws them many times faster than round ones.
    for colour, width, arm in (
        (faint(data.rim, 0.55), 3.25, reach + 1.0),
        (QColor(data.prediction), 1.75, reach + 0.25),
    ):
        down, up = np.array([arm, arm]), np.array([arm, -arm])
        painter.setPen(QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
        painter.drawLines(_lines(view - down, view + down) + _lines(view - up, view + up))


def _paint_other(painter: QPainter, other: FloatArray, predicted: FloatArray | None) -> None:
    """Draw where another run has the points, and from there the way to the run shown."""
    data = theme.current().data
    rings, ways = _points(other), [] if predicted is None else _lines(other, predicted)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for colour, width in ((faint(data.rim, 0.7), 3.0), (QColor(data.compared), 1.5)):
        painter.setPen(QPen(colour, width))
        painter.drawLines(ways)
        for ring in rings:
            painter.drawEllipse(ring, CROSS_REACH, CROSS_REACH)


def _paint_numbers(painter: QPainter, content: Content, view: FloatArray) -> None:
    painter.setFont(theme.text_font(_NUMBER_PX))
    rim, white = faint(theme.current().data.rim, 0.8), QColor("white")
    for number, (x, y) in enumerate(view.tolist()):
        if np.isfinite(x):
            own = content.colour_of(number)
            for colour, shift in ((rim, 1.0), (QColor(own) if own else white, 0.0)):
                painter.setPen(colour)
                painter.drawText(QPointF(x + 6 + shift, y - 5 + shift), str(number))


def _xy(landmarks: Landmarks | None) -> FloatArray | None:
    return None if landmarks is None else landmarks.xy_image


def _points(view: FloatArray) -> list[QPointF]:
    present = view[np.isfinite(view).all(axis=1)]
    return [QPointF(x, y) for x, y in present.tolist()]


def _lines(start: FloatArray, end: FloatArray) -> list[QLineF]:
    ends = np.hstack([start, end])
    ends = ends[np.isfinite(ends).all(axis=1)]
    return [QLineF(*four) for four in ends.tolist()]


def faint(colour: str, opacity: float) -> QColor:
    """Return ``colour`` ("#rrggbb") with an opacity between 0 and 1."""
    result = QColor(colour)
    result.setAlphaF(opacity)
    return result
