"""The frames that points come in by mistake, and the way from each to the oriented picture."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from kpstudio.core.geometry import Box
from kpstudio.core.labelset import Face
from kpstudio.core.landmarks import FloatArray
from kpstudio.core.texts import Text
from kpstudio.doctor.finding import moved
from kpstudio.doctor.material import Material


@dataclass(frozen=True)
class Place:
    """Where a face stands.

    Attributes:
        width: Of the oriented picture, in pixels.
        height: Of the oriented picture, in pixels.
        turn: The picture's EXIF orientation, 1 to 8.
        box: The face's box in the image frame, if it has one.
    """

    width: int
    height: int
    turn: int = 1
    box: Box | None = None


@dataclass(frozen=True)
class Frame:
    """A frame that points may be in without anybody having said so.

    Attributes:
        key: As in `Finding.key`.
        looks: What the points look like, to follow "the points".
        remedy: What would be done.
        verb: What the edit does.
        to_image: Takes (K, 2) points of this frame and the face's place, gives the image frame.
        with_box: Whether the face's box is wrong in the same way, if it lies on the points.
    """

    key: str
    looks: Text
    remedy: Text
    verb: str
    to_image: Callable[[FloatArray, Place], FloatArray]
    with_box: bool = True


def _y_up(xy: FloatArray, at: Place) -> FloatArray:
    return np.stack([xy[..., 0], at.height - 1 - xy[..., 1]], axis=-1)


def _swapped(xy: FloatArray, at: Place) -> FloatArray:  # noqa: ARG001 - every frame takes a place
    return xy[..., ::-1].copy()


def _mirrored(xy: FloatArray, at: Place) -> FloatArray:
    return np.stack([at.width - 1 - xy[..., 0], xy[..., 1]], axis=-1)


def _upside_down(xy: FloatArray, at: Place) -> FloatArray:
    return np.array([at.width - 1, at.height - 1]) - xy


def _relative(xy: FloatArray, at: Place) -> FloatArray:
    return xy * np.array([at.width, at.height], dtype=np.float64)


def _percent(xy: FloatArray, at: Place) -> FloatArray:
    return xy * np.array([at.width, at.height], dtype=np.float64) / 100.0


def _crop(xy: FloatArray, at: Place) -> FloatArray:
    return xy + first_pixel(at.box) if at.box is not None else xy


def first_pixel(box: Box) -> FloatArray:
    """Return (x, y) of the pixel that a crop of ``box`` begins with; a box is given by edges."""
    return np.floor(np.array([box.left, box.top]) + 1.0)


def _before_exif(xy: FloatArray, at: Place) -> FloatArray:
    """Turn points of the stored pixels as EXIF says the picture is to be turned."""
    x, y = xy[..., 0], xy[..., 1]
    right, bottom = at.width - 1, at.height - 1
    turned = {
        2: (right - x, y),
        3: (right - x, bottom - y),
        4: (x, bottom - y),
        5: (y, x),
        6: (right - y, x),
        7: (right - y, bottom - x),
        8: (y, bottom - x),
    }
    return np.stack(turned[at.turn], axis=-1) if at.turn in turned else xy


Y_UP = Frame(
    "y-up",
    "count y upwards from the bottom of the picture",
    "Y would be counted down from the top: height - 1 - y.",
    "count y downwards",
    _y_up,
)
XY_SWAPPED = Frame(
    "xy-swapped",
    "have x and y swapped",
    "X and y would be swapped.",
    "swap x and y",
    _swapped,
)
MIRRORED = Frame(
    "mirrored",
    "count x from the right edge of the picture",
    "X would be counted from the left: width - 1 - x.",
    "count x from the left",
    _mirrored,
)
UPSIDE_DOWN = Frame(
    "upside-down",
    "belong to the picture turned upside down",
    "They would be turned by 180° with the picture.",
    "turn the points by half a turn",
    _upside_down,
)
RELATIVE = Frame(
    "relative",
    "are fractions of the picture's size, from 0 to 1, instead of pixels",
    "They would be multiplied by the picture's width and height.",
    "make pixels of fractions",
    _relative,
)
PERCENT = Frame(
    "percent",
    "are percentages of the picture's size instead of pixels",
    "They would be multiplied by a hundredth of the picture's width and height.",
    "make pixels of percent",
    _percent,
)
CROP = Frame(
    "crop-frame",
    "count from the corner of the face box instead of the picture",
    "The position of the box's first pixel would be added.",
    "count from the picture's corner",
    _crop,
    with_box=False,
)
BEFORE_EXIF = Frame(
    "before-exif",
    "belong to the stored picture, before its EXIF orientation turns it",
    "The points would be turned with the picture.",
    "turn the points as EXIF turns the picture",
    _before_exif,
)


def place_of(material: Material, face: Face) -> Place | None:
    """Return where ``face`` stands; None where its picture cannot be opened."""
    size = material.size(face.picture)
    if size is None:
        return None
    return Place(*size, turn=material.turn(face.picture), box=face.box)


def mender(material: Material, frame: Frame) -> Callable[[Face], Face]:
    """Return what takes a face from ``frame`` to the image frame; its box, too, if that fits."""

    def mend(face: Face) -> Face:
        at = place_of(material, face)
        if at is None or face.landmarks is None:
            return face
        xy = face.landmarks.xy_image
        after = moved(face, frame.to_image(xy, at))
        if frame.with_box and face.box is not None and _holds(face.box, xy):
            corners = np.array([[face.box.left, face.box.top], [face.box.right, face.box.bottom]])
            after = replace(after, box=Box.around(frame.to_image(corners, at)))
        return after

    return mend


def _holds(box: Box, xy: FloatArray) -> bool:
    """Whether a box lies about the points (K, 2), which may stand out a little."""
    present = xy[np.isfinite(xy).all(axis=1)]
    wide = box.square(1.4)
    return len(present) > 0 and bool(wide.contains(present).mean() > 0.8)
