"""The part of the canvas that only shows: picture, layers, zoom, messages."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kpstudio.app.language import tr, tr_count
from kpstudio.core.adjustment import Adjustment
from kpstudio.core.dependence import Dependence
from kpstudio.core.geometry import Box
from kpstudio.core.landmarks import FloatArray
from kpstudio.core.schema import PointSchema
from kpstudio.core.selection import Selection
from kpstudio.ui import theme
from kpstudio.ui.canvas import loupe
from kpstudio.ui.canvas.boxes import paint_handles
from kpstudio.ui.canvas.camera import Camera
from kpstudio.ui.canvas.content import NONE, Content, FaceView, Layers
from kpstudio.ui.canvas.guide import paint_guide, paint_tries, place_guide
from kpstudio.ui.canvas.handles import HandleFrame, frame_of, paint_frame, paint_outline
from kpstudio.ui.canvas.heat import Heat, paint_caption, paint_heat
from kpstudio.ui.canvas.key_pointer import paint_crosshair
from kpstudio.ui.canvas.layers import CROSS, RING, paint_moving, paint_pill, paint_still
from kpstudio.ui.canvas.message import Message, Offer
from kpstudio.ui.canvas.picture import Picture
from kpstudio.ui.canvas.still import Still
from kpstudio.ui.canvas.trace import Trace, paint_trace
from kpstudio.ui.shape_words import oddness

_STEP = 1.25
_PILL_IN = 20.0
_BANNER_IN = 8.0  # the dashes of a mode lie apart from the edge, which shows the focus
_MARGIN = 24.0  # a chosen point nearer to the view's edge is brought to the middle

_CLOSE, _CLOSER = 4.0, 2.0
"""Pixels for an image pixel, and for one of the picture that fits, where a point is looked at."""


class CanvasView(QWidget):
    """Shows a picture and the points of its faces; owns none of them.

    The view frame is this widget's logical pixels; `view_from_image` maps into it.
    """

    zoom_changed = Signal(float)  # view pixels for each image pixel; 1.0 is 100 %, 0.0 no picture

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Picture with landmarks"))
        self.setMinimumSize(160, 120)
        self._camera = Camera()
        self._content = Content()
        self._picture: Picture | None = None
        self._frame: tuple[int, int] | None = None
        self._waiting = False
        self._reached_by_keys = False
        self._adjustment = Adjustment()
        self._loupe = True
        self._still = Still()
        self._trace: Trace | None = None
        self._caption = ""
        self._dependence: Dependence | None = None
        self._heat: Heat | None = None
        self._message = Message(self)
        layout = QVBoxLayout(self)
        layout.addWidget(self._message, alignment=Qt.AlignmentFlag.AlignCenter)
        theme.bus.changed.connect(self._theme_changed)

    # --- what to show

    def set_picture(
        self, levels: Sequence[QImage] | None, width: int, height: int, keep_view: bool = False
    ) -> None:
        """Show a picture, whole; a message that stood in its place goes away.

        Args:
            levels: The picture, each about half as large as the one before; the first may be a
                smaller preview, which is stretched onto the picture. None while it is not decoded
                yet.
            width: Width of the full picture in image pixels; 0 for no picture at all.
            height: Height of the full picture in image pixels.
            keep_view: Leave zoom and place alone if the size is the same, for the same picture
                again in better quality.
        """
        self._waiting = False
        self._picture = Picture(levels, width, height) if levels is not None else None
        same_size = self._frame == (width, height)
        self._frame = (width, height) if min(width, height) > 0 else None
        self._camera.set_picture(width, height)
        if self._frame is not None:
            self._message.hide()
        if not (keep_view and same_size):
            self.fit()
        self.update()

    def wait(self) -> None:
        """Keep the picture before in sight until the next is there, without points or gestures."""
        self._waiting = self._picture is not None
        self._frame = None
        self.set_faces((), NONE)

    def set_faces(self, views: Sequence[FaceView], current: int) -> None:
        """Show the faces of the picture, ``views[current]`` as the one worked on (-1: none)."""
        self._content.faces = tuple(views)
        self._content.current = current
        self.update()

    def set_scheme(self, scheme: PointSchema | None) -> None:
        """Take names and edges of the points from ``scheme``."""
        self._content.scheme = scheme
        self._content.selection = self._content.selection.below(scheme.count if scheme else 0)
        self.update()

    def set_trace(self, trace: Trace | None) -> None:
        """Show where points of the face worked on were before a change; None for nothing."""
        self._trace = trace
        self.update()

    def set_caption(self, words: str) -> None:
        """Write in a corner what is out of the ordinary about the points shown; "" for nothing."""
        if words != self._caption:
            self._caption = words
            self.update()

    def set_dependence(self, dependence: Dependence | None) -> None:
        """Show which part of the picture the chosen points depend on, else all; None hides it."""
        self._dependence = dependence
        self.update()

    def set_layers(
        self,
        ground_truth: bool,
        prediction: bool,
        offsets: bool,
        edges: bool,
        numbers: bool,
        box: bool,
        doubt: bool = True,
        crosses_above: bool = False,
    ) -> None:
        """Choose which layers are drawn; a hidden point does not answer to the pointer."""
        self._content.switched = Layers(
            ground_truth, prediction, offsets, edges, numbers, box, doubt, crosses_above
        )
        self.update()

    def hide_points(self, hidden: bool) -> None:
        """Show the picture alone, whatever the layers say, or everything again."""
        self._content.hidden = hidden
        self.update()

    def show_loupe(self, shown: bool) -> None:
        """Show the picture enlarged beside a point while it is dragged, or not."""
        self._loupe = shown
        self.update()

    def adjust(self, adjustment: Adjustment) -> None:
        """Show the picture lighter, darker or with other contrast; its pixels stay as they are."""
        self._adjustment = adjustment
        self.update()

    def choose_points(self, selection: Selection) -> None:
        """Mark the chosen points and bring the leading one into sight; emits nothing."""
        self._content.selection = selection
        xy_image = self._content.point_xy(selection.lead)
        if xy_image is not None and self._frame is not None:
            place = QPointF(*self._camera.to_view(xy_image).tolist())
            inside = QRectF(self.rect()).adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
            if not self._camera.fitted and not inside.contains(place):
                self._camera.centre_on(*xy_image.tolist())
        self.update()

    @property
    def selection(self) -> Selection:
        """The chosen points."""
        return self._content.selection

    def show_message(self, title: str, sentence: str, *offers: Offer) -> None:
        """Show words where a picture would be, and the buttons that help: two at most.

        Takes the picture and the faces away; the next picture takes the message away.
        """
        self.set_picture(None, 0, 0)
        self.set_faces((), NONE)
        self._message.say(title, sentence, *offers)

    @property
    def has_picture(self) -> bool:
        """Whether the picture in view is decoded."""
        return self._picture is not None and not self._waiting

    @property
    def limits_image(self) -> Box:
        """The extent of the picture, image frame; of a single pixel where there is none."""
        return Box.whole(*(self._frame or (1, 1)))

    # --- zoom and place

    @property
    def zoom(self) -> float:
        """View pixels for each image pixel."""
        return self._camera.scale

    def fit(self) -> None:
        """Show the whole picture, and again after each change of size."""
        self._camera.fit()
        self._view_changed()

    def zoom_to(self, factor: float) -> None:
        """Zoom about what keys point at, else about the middle of the view; 1.0 is 100 %."""
        self.zoom_about(factor, self._crosshair or QRectF(self.rect()).center())

    def zoom_in(self) -> None:
        """Zoom in by one step."""
        self.zoom_to(self._camera.scale * _STEP)

    def zoom_out(self) -> None:
        """Zoom out by one step."""
        self.zoom_to(self._camera.scale / _STEP)

    def zoom_about(self, factor: float, view: QPointF) -> None:
        """Zoom so that what is under ``view`` stays there."""
        self._camera.zoom(factor, view.x(), view.y())
        self._view_changed()

    def zoom_at(self, point: int, factor: float | None = None) -> None:
        """Bring ``point`` to the middle, enlarged; unplaced: nothing.

        Args:
            point: Its number.
            factor: View pixels for an image pixel at least; by default so many that it is close,
                however large the whole picture is in this view.
        """
        xy_image = self._content.point_xy(point)
        if xy_image is not None:
            close = max(_CLOSE, _CLOSER * self._camera.fit_scale) if factor is None else factor
            self.zoom_to(max(close, self._camera.scale))
            self._camera.centre_on(*xy_image.tolist())
            self._view_changed()

    def view_from_image(self, xy_image: Sequence[float]) -> QPointF:
        """Return where an image point is in the view."""
        x, y = self._camera.to_view(xy_image).tolist()
        return QPointF(x, y)

    def image_from_view(self, view: QPointF) -> tuple[float, float]:
        """Return the image point that is under ``view``."""
        x, y = self._camera.to_image((view.x(), view.y())).tolist()
        return x, y

    def sizeHint(self) -> QSize:
        """Ask for the room of a picture of ordinary size."""
        return QSize(640, 480)

    # --- for the part that answers to the hand

    @property
    def _crosshair(self) -> QPointF | None:
        """The place that keys point at, view frame, while they are this widget's."""
        place = self._content.crosshair
        if place is None or not self.hasFocus():
            return None
        return self.view_from_image(place.tolist())

    def _view_changed(self) -> None:
        self.zoom_changed.emit(self._camera.scale if self._frame is not None else 0.0)
        self.update()

    def _banner(self) -> str:
        """Return words to show on top of the view, or ""."""
        return ""

    def _box_to_drag(self) -> Box | None:
        """Return the box whose edges a press may take hold of, image frame, or None."""
        return None

    def _theme_changed(self, _: theme.Theme) -> None:
        self.update()

    # --- Qt's own calls

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Refit, or keep the middle in the middle."""
        super().resizeEvent(event)
        self._camera.set_view(self.width(), self.height())
        self._view_changed()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw ground, picture, layers and words, in this order."""
        painter = QPainter(self)
        if self._waiting or self._frame is None:
            self._paint_ground(painter)
        else:
            self._paint_faces(painter)
            self._paint_frame(painter)
            if (box := self._box_to_drag()) is not None:
                paint_handles(painter, self._camera, box)
            self._paint_name(painter)
            paint_tries(painter, self._camera, self._content)
            self._paint_loupe(painter)
            self._paint_oddness(painter)
            if self._dependence is not None:
                self._paint_heat_caption(painter, self._heat_of(self._dependence))
            if self._caption:
                corner = QPointF(_PILL_IN, _PILL_IN)
                data = theme.current().data
                inks = {CROSS: data.prediction, RING: data.compared}
                paint_pill(painter, self._caption, corner, QRectF(self.rect()), inks=inks)
            paint_guide(painter, self._content, self._guide_rect())
            if (crosshair := self._crosshair) is not None:
                paint_crosshair(painter, crosshair)
            if not self._adjustment.neutral:
                corner = QPointF(_PILL_IN, self.height() - _PILL_IN)
                paint_pill(painter, tr("Not shown as it is"), corner, QRectF(self.rect()))
        if banner := self._banner():
            self._paint_banner(painter, banner)
        if self._reached_by_keys:
            theme.paint_focus(painter, self.rect())
        painter.end()

    def _paint_faces(self, painter: QPainter) -> None:
        camera, content = self._camera, self._content
        if not content.held:
            self._still.forget()
            self._paint_still(painter)
        else:
            what = (
                (camera.scale, camera.x, camera.y, self._adjustment, theme.current()),
                (self._picture, content.faces, content.current, content.scheme),
                (content.layers, content.held, self._dependence, content.selection.points),
            )
            ratio = self.devicePixelRatioF()
            self._still.paint(painter, self.size(), ratio, what, self._paint_still)
        paint_moving(painter, camera, content)
        if self._trace is not None:
            paint_trace(painter, camera, self._trace)

    def _paint_still(self, painter: QPainter) -> None:
        self._paint_ground(painter)
        if self._dependence is not None:
            paint_heat(painter, self._camera, self._heat_of(self._dependence))
        paint_still(painter, self._camera, self._content)

    def _paint_ground(self, painter: QPainter) -> None:
        painter.fillRect(self.rect(), QColor(theme.current().background))
        if self._waiting or self._frame is not None:
            self._paint_picture(painter)

    def _paint_picture(self, painter: QPainter) -> None:
        if self._picture is not None:
            ratio = self.devicePixelRatioF()
            self._picture.paint(painter, self._camera, self.size(), ratio, self._adjustment)
            return
        box = self.limits_image
        top_left = self.view_from_image((box.left, box.top))
        bottom_right = self.view_from_image((box.right, box.bottom))
        painter.fillRect(QRectF(top_left, bottom_right), QColor(theme.current().pane))

    def _frame_of_chosen(self) -> HandleFrame | None:
        """Return the frame around several chosen points, as far as there is one to take hold of."""
        return frame_of(self._camera, self._content, self.width(), self.height())

    def _paint_frame(self, painter: QPainter) -> None:
        content = self._content
        if content.outline is not None:
            paint_outline(painter, self._camera.to_view(content.outline))
        elif content.dragged is None and content.rubber is None:
            frame = self._frame_of_chosen()
            if frame is not None:
                paint_frame(painter, frame)

    def _paint_name(self, painter: QPainter) -> None:
        """Name the point in hand, else the one under the pointer."""
        content = self._content
        point = content.selection.lead if content.dragged is not None else content.hovered
        place: FloatArray | None = content.point_xy(point)
        if place is not None and not content.hidden:
            anchor = self.view_from_image(place.tolist()) + QPointF(16, -18)
            text = content.note or content.describe(point)
            paint_pill(painter, text, anchor, QRectF(self.rect()))

    def _guide_rect(self) -> QRectF:
        """Return where the drawing of the next point stands: in a corner without the pointer."""
        return place_guide(None, self.width())

    def _paint_oddness(self, painter: QPainter) -> None:
        """Tell of a shape in hand that is unusual."""
        content = self._content
        words = oddness(content.usual, content.name) if content.dragged is not None else ""
        if words:
            bottom = QPointF(self.width() / 2, self.height() - _PILL_IN)
            paint_pill(painter, words, bottom, QRectF(self.rect()), centred=True)

    def _heat_of(self, dependence: Dependence) -> Heat:
        """Return the map of the chosen points, made anew where it is not that."""
        points, heat = self.selection.points, self._heat
        if heat is None or (heat.dependence, heat.points) != (dependence, points):
            heat = self._heat = Heat.of(dependence, points)
        return heat

    def _paint_heat_caption(self, painter: QPainter, heat: Heat) -> None:
        count = len(heat.points)
        name = (
            self._content.name(heat.points[0])
            if count == 1
            else tr_count("1 point", "{count} points", count)
        )
        words = heat.words(name if count else tr("the points"))
        paint_caption(painter, words, QRectF(self.rect()), self.height() - 2.5 * _PILL_IN)

    def _paint_loupe(self, painter: QPainter) -> None:
        content = self._content
        beside, xy_image = content.loupe_beside, content.point_xy(self.selection.lead)
        if content.guide is not None:
            xy_image = content.spots[0] if content.spots is not None else None
        if (crosshair := self._crosshair) is not None:
            beside, xy_image = (crosshair.x(), crosshair.y()), content.crosshair
        picture = self._picture if self._loupe and loupe.of_use(self._camera) else None
        if beside is not None and xy_image is not None and picture is not None:
            rect = loupe.place_beside(beside, self.width(), self.height())
            loupe.paint_loupe(painter, picture, self._camera, rect, xy_image, self._adjustment)

    def _paint_banner(self, painter: QPainter, text: str) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect())
        inside = rect.adjusted(_BANNER_IN, _BANNER_IN, -_BANNER_IN, -_BANNER_IN)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(theme.current().accent), 2, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(inside, theme.RADIUS, theme.RADIUS)
        paint_pill(painter, text, QPointF(rect.center().x(), 28), rect, centred=True)
