"""What can be asked of a face: its state as shown, its errors, its turn, who it is."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from copy import copy
from dataclasses import dataclass
from pathlib import PurePosixPath

import numpy as np

from kpstudio.core.analysis import measure
from kpstudio.core.errors import Problem
from kpstudio.core.labelset import Face, FaceState, LabelSet
from kpstudio.core.landmarks import FloatArray, Landmarks
from kpstudio.core.metrics import (
    mean_known,
    normaliser_length,
    normaliser_lengths,
    point_errors,
)
from kpstudio.core.persons import PersonOf, person_of
from kpstudio.core.schema import Normaliser
from kpstudio.core.shapemodel import shipped_shape_model

Pose = tuple[float, float, float]
"""Yaw, pitch and roll in degrees."""

_UNKNOWN: Pose = (math.nan, math.nan, math.nan)
_NEVER: tuple[None, Pose] = (None, _UNKNOWN)
_PORTION = 4000
"""Faces measured in one go: enough to be quick, few enough to fit in the cache."""


@dataclass(frozen=True)
class FaceError:
    """How far the prediction of one face lies from its points.

    Attributes:
        pixels: Mean distance over the points both have, in image pixels.
        nme: The same over the scheme's normaliser, as a fraction; NaN where that has no length.
    """

    pixels: float
    nme: float


def face_error(
    face: Face | None, prediction: Landmarks | None, normaliser: Normaliser
) -> FaceError | None:
    """Return how far a prediction is off, or None where it or the ground truth is missing."""
    return face_errors([(face, prediction)], normaliser)[0]


def face_errors(
    pairs: Sequence[tuple[Face | None, Landmarks | None]], normaliser: Normaliser
) -> list[FaceError | None]:
    """Return what `face_error` says of each face and its prediction, all in one go.

    Args:
        pairs: Faces, all of as many points, and predictions of them; one of another number of
            points tells nothing.
        normaliser: What errors are divided by.
    """
    found: list[FaceError | None] = [None] * len(pairs)
    known = [
        (number, prediction.xy_image, face.landmarks.xy_image)
        for number, (face, prediction) in enumerate(pairs)
        if prediction is not None and face is not None and face.landmarks is not None
        if face.labelled and face.landmarks.count == prediction.count
    ]
    for start in range(0, len(known), _PORTION):
        numbers, predicted, truth = zip(*known[start : start + _PORTION], strict=True)
        xy_truth = _stacked(truth)
        pixels = mean_known(point_errors(_stacked(predicted), xy_truth), axis=1)
        shares = pixels / normaliser_lengths(xy_truth, normaliser)
        for number, mean, nme in zip(numbers, pixels.tolist(), shares.tolist(), strict=True):
            if math.isfinite(mean):
                found[number] = FaceError(mean, nme)
    return found


def _stacked(points: Sequence[FloatArray]) -> FloatArray:
    """Return what `np.stack` does of arrays of one shape, several times as fast."""
    return np.concatenate(points).reshape(len(points), *points[0].shape)


def doubt(prediction: Landmarks, normaliser: Normaliser) -> float:
    """Return how far the points of a prediction scatter, as a fraction of the normaliser.

    The mean over the points of the root of their variance; NaN where that was not measured.
    """
    if prediction.spread is None:
        return math.nan
    radii = np.sqrt(prediction.spread[:, 0] + prediction.spread[:, 2])
    known = np.isfinite(radii)
    length = normaliser_length(prediction.xy_image, normaliser)
    return float(radii[known].mean() / length) if known.any() and length > 0 else math.nan


class FaceFacts:
    """Answers questions about the faces of a label set, each when it is asked.

    Attributes:
        labels: The faces.
        persons: Tells who a picture shows.
    """

    def __init__(
        self,
        labels: LabelSet,
        prediction: Callable[[str], Landmarks | None] = lambda _: None,
        split: Callable[[str], str] = lambda _: "",
        errors: Callable[[Sequence[str]], Sequence[FaceError | None]] | None = None,
        persons: PersonOf = person_of,
        problems: Iterable[Problem] = (),
        normaliser: Callable[[], Normaliser] | None = None,
        suspicion: Callable[[str], float] = lambda _: math.nan,
    ) -> None:
        """Take what the label set does not know.

        Args:
            labels: The faces.
            prediction: Returns what a run predicted for a face id.
            split: Returns the part of a face id in that run: "train", "val" or "".
            errors: Returns the errors of face ids; computed from the predictions by default.
            persons: Tells who a picture shows.
            problems: What was met at opening; it concerns the faces of the pictures it names.
            normaliser: Returns what errors are divided by; the scheme's own by default.
            suspicion: Returns how suspicious the labels of a face id are, or NaN.
        """
        self.labels = labels
        self.persons = persons
        self.prediction = prediction
        self.split = split
        self._errors = errors or self._computed_errors
        self.error: Callable[[str], FaceError | None] = self._one_error
        self.normaliser = normaliser or (lambda: self.labels.scheme.normaliser)
        self._suspicion = suspicion
        self._problems: Iterable[Problem] = ()
        self._odd: frozenset[str] = frozenset()
        self.know_problems(problems)
        self._poses: dict[str, tuple[Landmarks, Pose]] = {}

    def know_problems(self, problems: Iterable[Problem]) -> None:
        """Take what is odd now."""
        if problems is not self._problems:
            self._problems = problems
            # A problem names a file, and perhaps a place in it: "a.xml, line 3".
            # Not by partition: it may return the text itself, of which no path can be made.
            self._odd = frozenset(_stem(p.where.split(", ", 1)[0]) for p in problems)

    def _computed_errors(self, face_ids: Sequence[str]) -> list[FaceError | None]:
        pairs = [(self.labels.get(face_id), self.prediction(face_id)) for face_id in face_ids]
        return face_errors(pairs, self.normaliser())

    def _one_error(self, face_id: str) -> FaceError | None:
        return self._errors((face_id,))[0]

    def errors(self, faces: Iterable[Face]) -> Sequence[FaceError | None]:
        """Return how far each face's prediction is off, measured in one go; None if unknown."""
        return self._errors([face.id for face in faces])

    def with_errors(self, faces: Sequence[Face]) -> FaceFacts:
        """Return the same facts for these faces alone, with their errors of now at hand."""
        same, ids = copy(self), [face.id for face in faces]
        same.error = known = dict(zip(ids, self._errors(ids), strict=True)).get
        same._errors = lambda face_ids: list(map(known, face_ids))
        return same

    def state(self, face: Face) -> FaceState:
        """Return the state as shown: one without points but with a prediction is predicted."""
        if face.state is FaceState.UNLABELLED and self.prediction(face.id) is not None:
            return FaceState.PREDICTED
        return face.state

    def error_percent(self, face: Face) -> float:
        """Return the NME of its prediction in percent, or NaN."""
        error = self.error(face.id)
        return math.nan if error is None else 100.0 * error.nme

    def error_pixels(self, face: Face) -> float:
        """Return the mean error of its prediction in pixels, or NaN."""
        error = self.error(face.id)
        return math.nan if error is None else error.pixels

    def errors_at(self, faces: Iterable[Face], points: Sequence[int]) -> dict[str, float]:
        """Return the mean error over some points, as NME in percent, of the faces that have one."""
        known = [face for face in faces if face.landmarks is not None]
        pairs = ((face.id, self.prediction(face.id)) for face in known)
        found = {face_id: prediction for face_id, prediction in pairs if prediction is not None}
        offsets = measure(known, found, self.labels.scheme, self.normaliser())
        errors = 100.0 * mean_known(offsets.errors[:, list(points)], axis=1)
        pairs_known = zip(offsets.ids, errors.tolist(), strict=True)
        return {face_id: error for face_id, error in pairs_known if math.isfinite(error)}

    def doubt(self, face: Face) -> float:
        """Return how far the answers of the network scatter, as NME in percent; NaN if unknown.

        It is not told of faces with labels, whose error is known, nor of those a person corrected.
        """
        found = self.prediction(face.id)
        if found is None or face.labelled:
            return math.nan
        return 100.0 * doubt(found, self.normaliser())

    def suspicious(self, face: Face) -> float:
        """Return how suspicious its labels are to networks that never saw it; NaN if unknown."""
        return self._suspicion(face.id)

    def unusual(self, face: Face) -> float:
        """Return how unusual the shape of its points is, in standard deviations; NaN if unknown."""
        points, model = self._points(face), shipped_shape_model(self.labels.scheme.name)
        return math.nan if points is None or model is None else model.unusual(points.xy_image)

    def yaw(self, face: Face) -> float:
        """Return about how far the head is turned, in degrees; NaN where that is unknown."""
        return self.pose(face)[0]

    def pitch(self, face: Face) -> float:
        """Return about how far it looks up, in degrees; NaN where that is unknown."""
        return self.pose(face)[1]

    def roll(self, face: Face) -> float:
        """Return how far it leans to picture right, in degrees; NaN where that is unknown."""
        return self.pose(face)[2]

    def pose(self, face: Face) -> Pose:
        """Return yaw, pitch and roll as `ShapeModel.poses` tells them; NaN where unknown."""
        points = self._points(face)
        if points is None or shipped_shape_model(self.labels.scheme.name) is None:
            return _UNKNOWN
        if self._poses.get(face.id, _NEVER)[0] is not points:
            self.measure_poses((face,))
        return self._poses[face.id][1]

    def measure_poses(self, faces: Iterable[Face]) -> None:
        """Measure in one go what `pose` would measure face by face; on any thread."""
        model, new = shipped_shape_model(self.labels.scheme.name), self._unposed(faces)
        if model is None:
            return
        for start in range(0, len(new), _PORTION):
            portion = new[start : start + _PORTION]
            poses = model.poses(_stacked([points.xy_image for _, points in portion])).tolist()
            self._poses.update(
                (face.id, (points, (yaw, pitch, roll)))
                for (face, points), (yaw, pitch, roll) in zip(portion, poses, strict=True)
            )

    def unposed(self, faces: Iterable[Face]) -> list[Face]:
        """Return those of the faces that `measure_poses` would measure."""
        if shipped_shape_model(self.labels.scheme.name) is None:
            return []
        return [face for face, _ in self._unposed(faces)]

    def _unposed(self, faces: Iterable[Face]) -> list[tuple[Face, Landmarks]]:
        found = ((face, self._points(face)) for face in faces)
        known = self._poses
        return [
            (face, points)
            for face, points in found
            if points is not None and known.get(face.id, _NEVER)[0] is not points
        ]

    def _points(self, face: Face) -> Landmarks | None:
        return face.landmarks or self.prediction(face.id)

    def missing(self, face: Face) -> float:
        """Return how many points are missing of a face that has some; NaN where it has none."""
        if face.landmarks is None or face.state is FaceState.PREDICTED:
            return math.nan
        count = face.landmarks.count
        missing = count - face.landmarks.placed
        return float(missing) if missing < count else math.nan

    def siblings(self, face: Face) -> float:
        """Return how many faces its picture has."""
        count = self.labels.count_of(face.picture)
        return float(len(self.labels.faces_of(face.picture)) if count > 1 else count)

    def person(self, face: Face) -> str:
        """Return who it shows, or ""."""
        return self.persons(face.picture) or ""

    def has_problem(self, face: Face) -> bool:
        """Return whether something odd was met with its picture or its own label file."""
        return bool(self._odd) and _stem(face.picture) in self._odd


def _stem(path: str) -> str:
    """Return a path without its suffix: a picture shares it with its own label file."""
    return str(PurePosixPath(path).with_suffix("")) if PurePosixPath(path).name else path
