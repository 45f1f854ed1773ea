"""How far predictions lie from the ground truth, face by face. Imports no torch."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from kpstudio.core import metrics
from kpstudio.core.analysis import Offsets, measure
from kpstudio.core.errors import InputError
from kpstudio.core.labelset import Face
from kpstudio.core.landmarks import FloatArray, Landmarks
from kpstudio.core.schema import PointSchema
from kpstudio.engine.config import TrainConfig
from kpstudio.engine.crops import input_box
from kpstudio.io.images import read_size


@dataclass(frozen=True)
class FaceScore:
    """The error of one face, over the points that both prediction and ground truth have.

    Attributes:
        face_id: The face.
        picture: Its picture.
        nme: Mean distance divided by the normaliser's length, as a fraction.
        mse: Mean squared difference of coordinates divided by picture or crop size; what training
            minimises. NaN where the picture's size cannot be read.
        mean_px: Mean distance in pixels of the picture.
    """

    face_id: str
    picture: str
    nme: float
    mse: float
    mean_px: float


@dataclass(frozen=True)
class Evaluation:
    """The errors of a set of faces.

    Attributes:
        per_face: In the order of the faces; those without a common point are left out.
        mse: Over all coordinates of all faces, as the validation MSE of a training; NaN for none.
        summary: NME over the faces.
        yardstick: What NME divides by, and above what a face has failed.
        offsets: What the figures were summed up from, face by face and point by point.
    """

    per_face: tuple[FaceScore, ...]
    mse: float
    summary: metrics.NmeSummary
    yardstick: metrics.Yardstick
    offsets: Offsets


def evaluate(
    predictions: Mapping[str, Landmarks],
    faces: Sequence[Face],
    scheme: PointSchema,
    config: TrainConfig,
    root: Path,
    yardstick: metrics.Yardstick | None = None,
) -> Evaluation:
    """Compare predictions with labelled faces.

    Args:
        predictions: Predicted landmarks by face id, in the image frame, NaN where not predicted.
        faces: Ground truth; faces that are not labelled or not predicted are passed over.
        scheme: Of both.
        config: The network's settings, which say what the MSE's coordinates are divided by.
        root: Folder that relative picture paths start from.
        yardstick: What NME is measured by, on the ground truth; the scheme's normaliser and the
            usual threshold by default.

    Raises:
        InputError: If a prediction has another number of points than the scheme.
    """
    yardstick = yardstick or metrics.Yardstick(scheme.normaliser)
    offsets = measure(faces, predictions, scheme, yardstick.normaliser)
    by_id = {face.id: face for face in faces}
    scores: list[FaceScore] = []
    squares: list[FloatArray] = [np.empty(0)]
    for row, face_id in enumerate(offsets.ids):
        face, pixels = by_id[face_id], float(offsets.pixels[row])
        if not np.isfinite(pixels):
            continue
        square = _squares(offsets.offset[row], face, config, root)
        mse = float(square.mean()) if len(square) else float("nan")
        scores.append(FaceScore(face_id, face.picture, float(offsets.nme[row]), mse, pixels))
        squares.append(square)
    flat = np.concatenate(squares)
    total = float(flat.mean()) if len(flat) else float("nan")
    summary = metrics.summarise([score.nme for score in scores], yardstick.threshold)
    return Evaluation(tuple(scores), total, summary, yardstick, offsets)


def crop_squares(
    offset_image: FloatArray, face: Face, config: TrainConfig, size: tuple[int, int]
) -> FloatArray:
    """Return the squared coordinates of a face's offsets in the crop frame.

    Args:
        offset_image: (K, 2) prediction minus ground truth, NaN where either is missing.
        face: Whose points they are; of these and its box depends what the network sees.
        config: Of the network.
        size: Width and height of the picture.

    Returns:
        Flat, without those that are missing.
    """
    seen = input_box(face, config, *size)
    offset_crop = offset_image / (seen.width, seen.height)
    return np.asarray(offset_crop[np.isfinite(offset_crop)] ** 2)


def _squares(offset_image: FloatArray, face: Face, config: TrainConfig, root: Path) -> FloatArray:
    try:
        size = read_size(root / face.picture)
    except InputError:  # the points can be compared even if the picture has gone
        return np.empty(0)
    return crop_squares(offset_image, face, config, size)
