"""From a picture to the pixels a network sees, and the way back. Imports no torch.

Frames: *image* (pixels of the oriented picture), *crop* (the part of the picture that the network
sees; 0 to 1 from edge to edge along both axes; the network's targets and outputs).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from kpstudio.core.geometry import Affine2D, Box
from kpstudio.core.labelset import Face
from kpstudio.core.landmarks import FloatArray
from kpstudio.engine.config import TrainConfig
from kpstudio.io.images import read_grey, read_size

UInt8Array = NDArray[np.uint8]

UNIT = Box(0.0, 0.0, 1.0, 1.0)

OVERSAMPLING = 2
"""Pictures are decoded with at least this many pixels for each one of the input, if they can be."""

LARGEST_BOX = 4.0
"""A face's box is cut to this many times the picture's longer side: it must fit in memory."""


@dataclass(frozen=True)
class Framing:
    """How the pictures that a whole-picture network was trained on frame their faces.

    Attributes:
        face_crop: The mean box around the points of a face, in the crop frame.
        aspect: Width over height of the pictures.
    """

    face_crop: Box
    aspect: float

    @classmethod
    def of(cls, faces: Sequence[Face], inputs_image: Sequence[Box]) -> Framing | None:
        """Measure where the points of ``faces`` lie in what the network sees of each.

        Args:
            faces: Labelled faces.
            inputs_image: What the network sees of each, in the image frame.

        Returns:
            Their mean; None where no face tells its size.
        """
        edges, aspects = [], []
        for face, whole in zip(faces, inputs_image, strict=True):
            box = points_box(face)
            if box is not None:
                part = box.mapped(Affine2D.between_boxes(whole, UNIT))
                edges.append((part.left, part.top, part.right, part.bottom))
                aspects.append(whole.width / whole.height)
        if not edges:
            return None
        return cls(Box(*np.mean(edges, axis=0).tolist()), float(np.mean(aspects)))

    def picture_box(self, box_image: Box) -> Box:
        """Return the part of a photo that frames the face in ``box_image`` as it was in training.

        Its shape is that of the training pictures, the box lies in it where faces lay, and has
        their share of its area.
        """
        face = self.face_crop
        area = box_image.width * box_image.height / (face.width * face.height)
        width, height = math.sqrt(area * self.aspect), math.sqrt(area / self.aspect)
        (x, y), (x_crop, y_crop) = box_image.centre, face.centre
        left, top = x - x_crop * width, y - y_crop * height
        return Box(left, top, left + width, top + height)


@dataclass(frozen=True, eq=False)
class Crop:
    """What the network sees of one face.

    Attributes:
        pixels: (height + 2 margin, width + 2 margin) uint8 grey; ``margin`` pixels on each side lie
            outside the input.
        box_image: The input without margin, by its edges in the image frame.
    """

    pixels: UInt8Array
    box_image: Box

    @property
    def to_crop(self) -> Affine2D:
        """The map from the image frame to the crop frame."""
        return Affine2D.between_boxes(self.box_image, UNIT)

    @property
    def to_image(self) -> Affine2D:
        """The map from the crop frame to the image frame."""
        return Affine2D.between_boxes(UNIT, self.box_image)


def input_box(
    face: Face, config: TrainConfig, width: int, height: int, framing: Framing | None = None
) -> Box:
    """Return the part of a ``width`` x ``height`` picture that the network sees of ``face``.

    With ``config.crop`` "picture" that is all of it, stretched to the input; of one's own photo
    with a box it is the part that frames the box as ``framing`` says. With "face" it is the face's
    box, else the box around its points, else the whole picture; made square, enlarged by
    ``config.box_scale`` (not the whole picture) and widened to the input's aspect ratio. It may
    reach beyond the picture.

    Returns:
        The box by its edges, in the image frame.
    """
    whole = Box.whole(width, height)
    if config.crop == "picture":
        if framing is None or not face.photo or face.box is None or not _usable(face.box):
            return whole
        return framing.picture_box(face.box)
    box = face_box(face)
    square = whole.square() if box is None else box.square(config.box_scale)
    wide = max(1.0, config.input_width / config.input_height)
    high = max(1.0, config.input_height / config.input_width)
    x, y = square.centre
    half = min(square.width, LARGEST_BOX * max(width, height)) / 2
    return Box(x - wide * half, y - high * half, x + wide * half, y + high * half)


def face_box(face: Face) -> Box | None:
    """Return the box that says where the face is, or None where nothing does."""
    if face.box is not None and _usable(face.box):
        return face.box
    return points_box(face)


def points_box(face: Face) -> Box | None:
    """Return the tight box around the face's points, or None where they do not tell its size."""
    return None if face.landmarks is None else usable_box(face.landmarks.xy_image)


def usable_box(xy_image: FloatArray) -> Box | None:
    """Return the tight box around (K, 2) points; None where they do not tell a size.

    A single point, or a row of them, does not.
    """
    if not np.isfinite(xy_image).all(axis=1).any():
        return None
    box = Box.around(xy_image)
    return box if _usable(box) else None


def _usable(box: Box) -> bool:
    return min(box.width, box.height) >= 1.0 and max(map(abs, box.centre)) < 1e6


def read_crops(
    path: Path,
    faces: Sequence[Face],
    config: TrainConfig,
    margin: int = 0,
    framing: Framing | None = None,
    turns: int = 0,
) -> list[Crop]:
    """Decode one picture once and cut out the network's view of each of its ``faces``.

    Args:
        path: The picture.
        faces: Faces in it.
        config: Says what is cut out, and the input's size.
        margin: Input pixels to keep around the input, for augmentation to move into view.
        framing: How the network's training pictures framed their faces, for photos with a box.
        turns: Quarter turns counter-clockwise of the picture before anything else: the image frame,
            of the faces as of the crops, is that of the turned picture.

    Raises:
        InputError: If the picture cannot be read.
    """
    width, height = read_size(path)
    if turns % 2:
        width, height = height, width
    boxes = [input_box(face, config, width, height, framing) for face in faces]
    grey = np.rot90(read_grey(path, _useful_side(boxes, config, width, height)), turns)
    to_grey = Affine2D.between_boxes(
        Box.whole(width, height), Box.whole(grey.shape[1], grey.shape[0])
    )
    size = (config.input_width, config.input_height)
    return [Crop(_resample(grey, box.mapped(to_grey), size, margin), box) for box in boxes]


def _useful_side(boxes: Sequence[Box], config: TrainConfig, width: int, height: int) -> int | None:
    """Return the longest side that is worth decoding to, or None for all of it."""
    scale = max(
        max(config.input_width / box.width, config.input_height / box.height) for box in boxes
    )
    side = math.ceil(max(width, height) * scale * OVERSAMPLING)
    return side if side < max(width, height) else None


def _resample(grey: UInt8Array, box: Box, size: tuple[int, int], margin: int) -> UInt8Array:
    """Return ``box`` of ``grey`` at ``size`` (width, height), antialiased, edges continued."""
    step_x, step_y = box.width / size[0], box.height / size[1]
    left, right = box.left - margin * step_x + 0.5, box.right + margin * step_x + 0.5
    top, bottom = box.top - margin * step_y + 0.5, box.bottom + margin * step_y + 0.5
    # The filter looks at three output pixels to each side.
    reach_x, reach_y = 3 * max(step_x, 1.0) + 1, 3 * max(step_y, 1.0) + 1
    columns = _indices(left - reach_x, right + reach_x, grey.shape[1])
    rows = _indices(top - reach_y, bottom + reach_y, grey.shape[0])
    part = grey[rows[1][:, None], columns[1]]
    edges = (left - columns[0], top - rows[0], right - columns[0], bottom - rows[0])
    shape = (size[0] + 2 * margin, size[1] + 2 * margin)
    image = Image.fromarray(part).resize(shape, Image.Resampling.LANCZOS, box=edges)
    return np.array(image, dtype=np.uint8)


def _indices(start: float, stop: float, count: int) -> tuple[int, NDArray[np.intp]]:
    """Return the first pixel from ``start`` and all up to ``stop``, continued beyond the edges."""
    first, last = math.floor(start), math.ceil(stop)
    return first, np.clip(np.arange(first, last), 0, count - 1)
