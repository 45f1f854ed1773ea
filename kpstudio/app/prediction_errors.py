"""How far the predictions of a folder's faces are off, measured when somebody asks, or before."""

from __future__ import annotations

import itertools
import threading
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from kpstudio.app.measuring import Measuring
from kpstudio.app.session import Session
from kpstudio.app.undo import passing
from kpstudio.core.errors import Cancelled
from kpstudio.core.facts import FaceError, face_errors
from kpstudio.core.labelset import Face
from kpstudio.core.landmarks import Landmarks
from kpstudio.core.normalisers import normaliser_named
from kpstudio.core.schema import Normaliser
from kpstudio.store.history import Passed

AT_ONCE = 4000
"""Faces measured in one go: ten times as fast as one by one, and who asks for one does not wait for
a whole folder."""


class _Error(NamedTuple):
    """The error of a face, as long as it and its prediction are these."""

    face: Face
    prediction: Landmarks
    error: FaceError | None


class Measured(NamedTuple):
    """Errors by face id, and the length that they are divided by."""

    normaliser: Normaliser
    errors: dict[str, _Error]


class PredictionErrors:
    """Keeps the errors of faces until their points or predictions are others; for any thread."""

    def __init__(
        self,
        session: Session,
        measuring: Measuring,
        prediction: Callable[[str], Landmarks | None],
    ) -> None:
        """Measure by what ``measuring`` says the ``prediction`` of each face of the session."""
        self._session, self._measuring, self._prediction = session, measuring, prediction
        self._known: dict[str, _Error] = {}
        self._by: Normaliser | None = None
        self._ahead: Measured | None = None  # by what errors are about to be divided by
        self._unmeasured: set[str] = set()
        self._turn = threading.Lock()

    def of(self, face_id: str) -> FaceError | None:
        """Return how far a face's prediction is off, or None where either is missing."""
        face, prediction = self._session.labels.get(face_id), self._prediction(face_id)
        if face is None or prediction is None:
            return None
        known = self._known.get(face_id)
        if known is None or known.face is not face or known.prediction is not prediction:
            return self._measure(face_id, face, prediction)
        return known.error

    def _measure(self, face_id: str, face: Face, prediction: Landmarks) -> FaceError | None:
        with self._turn:
            by = self._measuring.yardstick.normaliser
            if by != self._by:
                self._unmeasured |= self._known.keys()
                self._known, self._by = {}, by
            self._unmeasured.discard(face_id)
            found = _errors([(face_id, face, prediction), *self._next()], by)
            self._known |= found
            return found[face_id].error

    def _next(self) -> list[tuple[str, Face, Landmarks]]:
        """Return faces that are to be measured, so many as are at once."""
        found: list[tuple[str, Face, Landmarks]] = []
        while self._unmeasured and len(found) < AT_ONCE:
            face_id = self._unmeasured.pop()
            face, prediction = self._session.labels.get(face_id), self._prediction(face_id)
            known = self._known.get(face_id)
            if face is None or prediction is None:
                self._known.pop(face_id, None)
            elif known is None or known.face is not face or known.prediction is not prediction:
                found.append((face_id, face, prediction))
        return found

    def measurer(
        self, normaliser: Normaliser | None = None
    ) -> Callable[[Mapping[str, Landmarks], Passed], Measured]:
        """Return what measures predictions of the faces as they are now, on any thread.

        Args:
            normaliser: What errors are divided by; what they are divided by now by default.
        """
        by, labels = normaliser or self._measuring.yardstick.normaliser, self._session.labels
        faces = {face.id: face for face in labels}

        def measure(predictions: Mapping[str, Landmarks], passed: Passed) -> Measured:
            found: dict[str, _Error] = {}
            here = ((i, faces[i], points) for i, points in predictions.items() if i in faces)
            while portion := list(itertools.islice(here, AT_ONCE)):
                found |= _errors(portion, by)
                passed(len(found))
            return Measured(by, found)

        return measure

    def know(self, measured: Measured) -> None:
        """Take what a `measurer` found, unless errors are divided by another length by now."""
        with self._turn:
            if measured.normaliser == self._measuring.yardstick.normaliser:
                known = self._known if self._by == measured.normaliser else {}
                self._known, self._by = known | measured.errors, measured.normaliser

    def forget(self, face_ids: Iterable[str]) -> None:
        """Measure those of the faces anew that have changed, many in one go."""
        with self._turn:
            self._unmeasured.update(face_ids)

    def forget_all(self, predicted: Iterable[str]) -> None:
        """Measure all faces anew, of which these have predictions."""
        with self._turn:
            self._known = {}
            self._unmeasured = set(predicted)

    def measure_anew(self) -> None:
        """Measure all faces anew where errors are divided by another length now."""
        if self._by != self._measuring.yardstick.normaliser:
            self.forget_all({*self._known, *self._unmeasured})
        if self._ahead is not None:
            self.know(self._ahead)

    def divide_by(self, name: str) -> None:
        """Divide errors by another length, one of those that the yardstick's scheme offers.

        Those of many faces are measured behind the window before; once that is cancelled, all stays
        as it was.
        """
        normaliser = normaliser_named(self._session.labels.scheme, name)
        if normaliser == self._measuring.yardstick.normaliser:
            return
        measure = self.measurer(normaliser)
        found = ((i, self._prediction(i)) for i in {*self._known, *self._unmeasured})
        every = {face_id: points for face_id, points in found if points is not None}
        try:
            self._ahead = self._session.waited(
                lambda progress: measure(every, passing(progress, 0, len(every))), len(every)
            )
        except Cancelled:
            return
        self._measuring.divide_by(name)
        self._ahead = None


def _errors(
    asked: Sequence[tuple[str, Face, Landmarks]], normaliser: Normaliser
) -> dict[str, _Error]:
    found = face_errors([(face, prediction) for _, face, prediction in asked], normaliser)
    return {
        face_id: _Error(face, prediction, error)
        for (face_id, face, prediction), error in zip(asked, found, strict=True)
    }
