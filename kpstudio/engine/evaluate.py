"""How far predictions lie from the ground truth, face by face. Imports no torch."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from kpstudio.core import metrics
from kpstudio.core.errors import InputError
from kpstudio.core.geometry import Affine2D
from kpstudio.core.labelset import Face
from kpstudio.core.landmarks import FloatArray, Landmarks
from kpstudio.core.schema import PointSchema
from kpstudio.engine.config import TrainConfig
from kpstudio.engine.crops import UNIT, input_box
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
        normaliser: What NME divides by, by name.
    """

    per_face: tuple[FaceScore, ...]
    mse: float
    summary: metrics.NmeSummary
    normaliser: str


def evaluate(
    predictions: Mapping[str, Landmarks],
    faces: Sequence[Face],
    scheme: PointSchema,
    config: TrainConfig,
    root: Path,
) -> Evaluation:
    """Compare predictions with labelled faces.

    Args:
        predictions: Predicted landmarks by face id, in the image frame, NaN where not predicted.
        faces: Ground truth; faces that are not labelled or not predicted are passed over.
        scheme: Of both; its normaliser is taken on the ground truth.
        config: The network's settings, which say what the MSE's coordinates are divided by.
        root: Folder that relative picture paths start from.

    Raises:
        InputError: If a prediction has another number of points than the scheme.
    """
    per_face: list[FaceScore] = []
    squares: list[FloatArray] = []
    for face in faces:
        predicted = predictions.get(face.id)
        if predicted is None or face.landmarks is None or not face.labelled:
            continue
        if predicted.count != scheme.count or face.landmarks.count != scheme.count:
            raise InputError(
                f"{face.picture}: a prediction of {predicted.count} points cannot be compared with "
                f"{face.landmarks.count} in scheme {scheme.name}"
            )
        error, square = _face_error(predicted, face, face.landmarks, scheme, config, root)
        if np.isfinite(error.mean_px):
            per_face.append(error)
            squares.append(square)
    flat = np.concatenate([*squares, np.empty(0)])
    total = float(flat.mean()) if len(flat) else float("nan")
    summary = metrics.summarise([error.nme for error in per_face])
    return Evaluation(tuple(per_face), total, summary, scheme.normaliser.name)


def _face_error(
    predicted: Landmarks,
    face: Face,
    truth: Landmarks,
    scheme: PointSchema,
    config: TrainConfig,
    root: Path,
) -> tuple[FaceScore, FloatArray]:
    """Return the face's error and its squared differences in the crop frame, flat."""
    try:
        to_crop = _to_crop(face, config, root)
        offset = to_crop(predicted.xy_image) - to_crop(truth.xy_image)
    except InputError:  # the points can be compared even if the picture has gone
        offset = np.empty((0, 2))
    square = offset[np.isfinite(offset)] ** 2
    distances = metrics.point_errors(predicted.xy_image, truth.xy_image)
    distances = distances[np.isfinite(distances)]
    nan = float("nan")
    error = FaceScore(
        face.id,
        face.picture,
        metrics.nme(predicted.xy_image, truth.xy_image, scheme.normaliser),
        float(square.mean()) if len(square) else nan,
        float(distances.mean()) if len(distances) else nan,
    )
    return error, square


def _to_crop(face: Face, config: TrainConfig, root: Path) -> Affine2D:
    width, height = read_size(root / face.picture)
    return Affine2D.between_boxes(input_box(face, config, width, height), UNIT)
