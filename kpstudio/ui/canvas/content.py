"""What the canvas shows: values handed in from outside, and the gesture in hand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from kpstudio.app.language import tr, translated
from kpstudio.core.contour import Bend, line_of
from kpstudio.core.geometry import Box
from kpstudio.core.landmarks import FloatArray, Landmarks
from kpstudio.core.schema import PointSchema
from kpstudio.core.selection import Selection, wider
from kpstudio.core.shape_prior import Follower, ShapePrior, Usual
from kpstudio.ui.canvas.camera import Camera

REACH = 10.0  # view pixels within which a marker answers to the pointer
NONE = -1


@dataclass(frozen=True)
class FaceView:
    """What is shown of one face of the picture.

    Attributes:
        face_id: The face's id in its label set.
        ground_truth: Points of a file or a person; None where there are none.
        prediction: Points of the chosen run; None where there are none.
        box_image: The face's box in the image frame, or None.
        locked: Points that no hand moves until they are let go.
        other: Points of a run that is compared with; None where there are none.
    """

    face_id: str
    ground_truth: Landmarks | None
    prediction: Landmarks | None
    box_image: Box | None
    locked: frozenset[int] = frozenset()
    other: Landmarks | None = None


@dataclass(frozen=True)
class Layers:
    """Which layers are drawn, and whether crosses lie above what they would lie below."""

    ground_truth: bool = True
    prediction: bool = True
    offsets: bool = True
    edges: bool = True
    numbers: bool = False
    box: bool = True
    doubt: bool = True
    crosses_above: bool = False


NO_LAYERS = Layers(False, False, False, False, False, False)


@dataclass(frozen=True, eq=False)
class Guide:
    """The point that is to be placed next.

    Attributes:
        point: Its number.
        shape: (K, 2) where the points of a face lie, any frame, upright; None where nobody knows.
        expected: (2,) where the points placed so far want it, image frame; None for anywhere.
    """

    point: int
    shape: FloatArray | None = None
    expected: FloatArray | None = None


@dataclass
class Content:
    """Everything that the layers draw.

    Attributes:
        faces: The faces of the picture.
        current: Which of them is worked on; the others are dimmed. -1 for none.
        scheme: Names and edges of the points, or None before it is known.
        switched: Which layers are switched on.
        hidden: Whether everything but the picture is out of sight for now.
        editable: Whether points may be moved by hand.
        selection: The chosen points.
        hovered: Number of the point under the pointer, or -1.
        dragged: Points that a drag holds, with where it holds them: (N,) numbers, (N, 2) image.
        outline: (4, 2) corners of what is being turned or stretched, image frame.
        note: What the gesture in hand does, in a few words.
        loupe_beside: (x, y) of the pointer that drags points, view frame, else None.
        rubber: A box being drawn, image frame.
        bending: Whether a dragged point of a line takes the line along.
        prior: What shapes are like; None where that is not known.
        usual: How usual the shape in view is; None where that is not known.
        ghost: (K, 2) a shape that is only tried, image frame; NaN where it has no point.
        spots: (N, 2) places clicked so far, image frame.
        guide: The point that is asked for, in guided placing.
        crosshair: (2,) the place that keys point at, image frame; None while the mouse points.
    """

    faces: tuple[FaceView, ...] = ()
    current: int = NONE
    scheme: PointSchema | None = None
    switched: Layers = field(default_factory=Layers)
    hidden: bool = False
    editable: bool = True
    selection: Selection = field(default_factory=Selection)
    hovered: int = NONE
    dragged: tuple[tuple[int, ...], FloatArray] | None = None
    outline: FloatArray | None = None
    note: str = ""
    loupe_beside: tuple[float, float] | None = None
    rubber: Box | None = None
    bending: bool = False
    prior: ShapePrior | None = None
    usual: Usual | None = None
    ghost: FloatArray | None = None
    spots: FloatArray | None = None
    guide: Guide | None = None
    crosshair: FloatArray | None = None

    @property
    def layers(self) -> Layers:
        """Which layers are drawn."""
        return NO_LAYERS if self.hidden else self.switched

    @property
    def held(self) -> tuple[int, ...]:
        """The points that a drag holds."""
        return self.dragged[0] if self.dragged is not None else ()

    def let_go(self) -> None:
        """Forget what the gesture in hand shows."""
        self.dragged = self.outline = self.rubber = self.loupe_beside = self.ghost = None
        self.note = ""

    @property
    def face(self) -> FaceView | None:
        """The face that is worked on."""
        return self.faces[self.current] if 0 <= self.current < len(self.faces) else None

    @property
    def box_image(self) -> Box | None:
        """The box of the face that is worked on, where it is in sight."""
        return self.face.box_image if self.face is not None and self.layers.box else None

    @property
    def locked(self) -> frozenset[int]:
        """The locked points of the face that is worked on."""
        return self.face.locked if self.face is not None else frozenset()

    def follower(self, moved: Sequence[int]) -> Follower | None:
        """Return how other points follow some that are taken hold of; None if they do not."""
        if self.prior is None or self.face is None or self.face.ground_truth is None:
            return None
        xy_image = self.face.ground_truth.xy_image
        if len(xy_image) != self.prior.count:
            return None
        found = self.prior.follower(xy_image, moved, sorted(self.locked))
        return found if found.followers else None

    def bend(self, moved: Sequence[int]) -> Bend | None:
        """Return how its line follows the one point that is taken hold of; None if none does."""
        if self.scheme is None or self.face is None or self.face.ground_truth is None:
            return None
        xy_image = self.face.ground_truth.xy_image
        if len(moved) != 1 or len(xy_image) != self.scheme.count:
            return None
        present = np.flatnonzero(np.isfinite(xy_image).all(axis=1)).tolist()
        line = line_of(self.scheme, moved[0], present)
        stays = tuple(place for place, point in enumerate(line) if point in self.locked)
        return Bend(xy_image, line, line.index(moved[0]), stays) if line else None

    def judge(self) -> None:
        """Find how usual the shape in view is, a drag included."""
        truth = self.truth_xy()
        shown = truth if truth is not None else self.prediction_xy()
        self.usual = None
        if self.prior is not None and shown is not None and len(shown) == self.prior.count:
            self.usual = self.prior.usual(shown)

    def truth_xy(self) -> FloatArray | None:
        """Return the current face's (K, 2) ground truth as shown, a drag included; image frame."""
        if self.face is None or self.face.ground_truth is None:
            return None
        xy_image = self.face.ground_truth.xy_image
        if self.dragged is not None:
            indices, moved = self.dragged
            xy_image = xy_image.copy()
            xy_image[list(indices)] = moved
        return xy_image

    def prediction_xy(self) -> FloatArray | None:
        """Return the current face's (K, 2) predicted points, image frame."""
        if self.face is None or self.face.prediction is None:
            return None
        return self.face.prediction.xy_image

    def point_xy(self, point: int) -> FloatArray | None:
        """Return where ``point`` is shown, (2,) image frame: ground truth first, else predicted."""
        for xy_image in (self.truth_xy(), self.prediction_xy()):
            if xy_image is not None and 0 <= point < len(xy_image):
                xy = xy_image[point]
                if np.isfinite(xy).all():
                    return np.asarray(xy)
        return None

    def selectable_xy(self) -> FloatArray | None:
        """Return the (K, 2) points that can be chosen, image frame; NaN where there is none.

        The ground truth where it is shown, else the prediction.
        """
        truth = self.truth_xy() if self.layers.ground_truth else None
        return truth if truth is not None or not self.layers.prediction else self.prediction_xy()

    def movable(self) -> tuple[int, ...]:
        """Return those of the chosen points that a hand can move: in sight, placed, not locked."""
        truth = self.truth_xy() if self.layers.ground_truth and self.editable else None
        if truth is None:
            return ()
        free = set(self.selection.points) - self.locked
        chosen = [point for point in sorted(free) if point < len(truth)]
        return tuple(point for point in chosen if np.isfinite(truth[point]).all())

    def belonging(self, point: int, chosen: Selection) -> Selection:
        """Choose the group of ``point``, and what is around that if it is chosen already."""
        if self.scheme is None or point >= self.scheme.count:
            return Selection.only(point)
        return Selection.of(wider(self.scheme, point, chosen.points), point)

    def name(self, point: int) -> str:
        """Return what the scheme calls ``point``."""
        if self.scheme is not None and point < self.scheme.count:
            return translated(self.scheme.called(point))
        return tr("point {point}", point=point)

    def colour_of(self, point: int) -> str | None:
        """Return the colour of the group of ``point``, or None."""
        if self.scheme is None or point >= self.scheme.count:
            return None
        return self.scheme.colour_of(point)

    def describe(self, point: int) -> str:
        """Return the point's name and how far the prediction is off, where there are both."""
        truth, prediction = self.truth_xy(), self.prediction_xy()
        if point in self.locked:
            return tr("{name} · locked", name=self.name(point))
        if truth is None:
            return tr("{name} · predicted", name=self.name(point))
        if prediction is not None and point < len(prediction):
            offset = float(np.hypot(*(prediction[point] - truth[point])))
            if np.isfinite(offset):
                return tr("{name} · {offset:.1f} px off", name=self.name(point), offset=offset)
        return self.name(point)

    def edges(self, count: int) -> NDArray[np.intp]:
        """Return the (E, 2) pairs of the scheme that ``count`` points can be joined along."""
        pairs = self.scheme.edges if self.scheme is not None else ()
        fitting = [pair for pair in pairs if max(pair) < count]
        return np.array(fitting, dtype=np.intp).reshape(-1, 2)

    def coloured_edges(self, count: int) -> list[tuple[str | None, NDArray[np.intp]]]:
        """Return `edges` by the colour of their group; None for those that have none."""
        pairs = self.edges(count)
        if self.scheme is None or not self.scheme.colours:
            return [(None, pairs)]
        colours = [self.scheme.colour_of(*map(int, pair)) for pair in pairs]
        return [
            (colour, pairs[[k for k, own in enumerate(colours) if own == colour]])
            for colour in dict.fromkeys(colours)
        ]

    def truth_at(self, camera: Camera, view: Sequence[float]) -> int:
        """Return the ground-truth point within reach of ``view`` (x, y), else -1."""
        xy_image = self.truth_xy() if self.layers.ground_truth else None
        return nearest(xy_image, camera, view)

    def point_at(self, camera: Camera, view: Sequence[float]) -> int:
        """Return the point within reach of ``view`` (x, y), else -1.

        Ground truth comes first, because that is what a press would take hold of.
        """
        point = self.truth_at(camera, view)
        if point == NONE and self.layers.prediction:
            point = nearest(self.prediction_xy(), camera, view)
        return point

    def covers(self, xy_image: Sequence[float]) -> bool:
        """Return whether the face lies at (x, y): its box, or else the extent of its points."""
        box, points = self.box_image, self.selectable_xy()
        if box is None and points is not None and np.isfinite(points).any():
            box = Box.around(points)
        return box is not None and bool(box.contains(xy_image))

    def other_face_at(self, camera: Camera, view: Sequence[float]) -> str | None:
        """Return the id of another face that has a point within reach of ``view``, else None."""
        for number, face in enumerate(self.faces):
            points = face.ground_truth or face.prediction
            xy_image = points.xy_image if points is not None else None
            if number != self.current and nearest(xy_image, camera, view) != NONE:
                return face.face_id
        return None


def nearest(
    xy_image: FloatArray | None, camera: Camera, view: Sequence[float], reach: float = REACH
) -> int:
    """Return the number of the point nearest to ``view`` within ``reach`` view pixels, else -1.

    Args:
        xy_image: (K, 2) points, image frame; NaN is no point. None for no points.
        camera: Where the picture stands.
        view: (x, y) in the view frame.
        reach: View pixels.
    """
    if xy_image is None or len(xy_image) == 0:
        return NONE
    away = np.hypot(*(camera.to_view(xy_image) - np.asarray(view)).T)
    away[np.isnan(away)] = np.inf
    point = int(np.argmin(away))
    return point if away[point] <= reach else NONE
