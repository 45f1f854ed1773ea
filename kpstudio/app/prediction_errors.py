"""How far the predictions of a folder's faces are off, measured when somebody asks, or before."""

from __future__ import annotations

import itertools
import threading
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from kpstudio.app.measuring import Measuring
from kpstudio.app.session import Session
from kpstudio.app.undo import passing
from kpstudio.core.errors import Cancelled
from kpstudio.core.facts import FaceError, face_errors
from kpstudio.core.labelset import UNVOUCHED, Face
from kpstudio.core.landmarks import Landmarks
from kpstudio.core.normalisers import normaliser_named
from kpstudio.core.schema import Normaliser
from kpstudio.store.history import Passed

AT_ONCE = 4000
"""Faces measured in one go: enough to be quick, few enough to fit in the cache."""


class _Error(NamedTuple):
    """The error of a face while its points, who vouches for them, and its prediction are these."""

    landmarks: Landmarks | None
    vouched: bool
    prediction: Landmarks
    error: FaceError | None


_Unknown = tuple[int, tuple[str, Face, Landmarks]]
"""Where among those asked for a face stands that is to be measured, and what."""


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
        predictions: Callable[[Sequence[str]], list[Landmarks | None]],
    ) -> None:
        """Measure by what ``measuring`` says the ``predictions`` of faces of the session."""
        self._session, self._measuring, self._predictions = session, measuring, predictions
        self._known: dict[str, _Error] = {}
        self._by: Normaliser | None = None
        self._ahead: Measured | None = None  # by what errors are about to be divided by
        self._turn = threading.Lock()

    def of(self, face_id: str) -> FaceError | None:
        """Return how far a face's prediction is off, or None where either is missing."""
        return self.of_all((face_id,))[0]

    def of_all(self, face_ids: Sequence[str]) -> list[FaceError | None]:
        """Return what `of` says of each face; those not known yet are measured in one go."""
        found, unknown = self._look_up(face_ids)
        by = self._measuring.yardstick.normaliser
        for start in range(0, len(unknown), AT_ONCE):
            rows, asked = zip(*unknown[start : start + AT_ONCE], strict=True)
            measured = _errors(asked, by)
            self.know(Measured(by, measured))
            for row, (face_id, *_) in zip(rows, asked, strict=True):
                found[row] = measured[face_id].error
        return found

    def unknown(self, face_ids: Sequence[str]) -> list[str]:
        """Return those of the faces that `of_all` would measure."""
        return [face_id for _, (face_id, *_) in self._look_up(face_ids)[1]]

    def _look_up(self, face_ids: Sequence[str]) -> tuple[list[FaceError | None], list[_Unknown]]:
        """Return the errors of faces as far as they are known, and what is to be measured."""
        faces, predictions = self._session.labels.each(face_ids), self._predictions(face_ids)
        kept = map(self._known.get, face_ids)
        # What holds of a face that was marked or tagged since; without a call for each.
        known = [
            one
            if one is not None
            and face is not None
            and one.prediction is prediction
            and one.landmarks is face.landmarks
            and one.vouched is (face.state not in UNVOUCHED)
            else None
            for one, face, prediction in zip(kept, faces, predictions, strict=True)
        ]
        unknown = [
            (row, (face_ids[row], face, prediction))
            for row, (face, prediction) in enumerate(zip(faces, predictions, strict=True))
            if known[row] is None and face is not None and prediction is not None
        ]
        return [None if one is None else one.error for one in known], unknown

    def measurer(
        self, normaliser: Normaliser | None = None
    ) -> Callable[[Mapping[str, Landmarks], Passed], Measured]:
        """Return what measures predictions of the faces as they are now, on any thread.

        Args:
            normaliser: What errors are divided by; what they are divided by now by default.
        """
        by, labels = normaliser or self._measuring.yardstick.normaliser, self._session.labels
        faces = dict(zip(labels.ids, labels, strict=True))

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
                if self._by != measured.normaliser:
                    self._known, self._by = {}, measured.normaliser
                self._known |= measured.errors

    def forget(self) -> None:
        """Measure all faces anew."""
        with self._turn:
            self._known = {}

    def forget_gone(self) -> None:
        """Keep nothing of faces that are no longer there."""
        with self._turn:
            for face_id in self._known.keys() - set(self._session.labels.ids):
                del self._known[face_id]

    def measure_anew(self) -> None:
        """Measure all faces anew where errors are divided by another length now."""
        if self._by != self._measuring.yardstick.normaliser:
            self.forget()
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
        ids = self._session.labels.ids
        found = zip(ids, self._predictions(ids), strict=True)
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
        face_id: _Error(face.landmarks, face.state not in UNVOUCHED, prediction, error)
        for (face_id, face, prediction), error in zip(asked, found, strict=True)
    }
