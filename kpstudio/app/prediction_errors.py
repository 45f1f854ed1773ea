"""How far the predictions of a folder's faces are off, measured when somebody asks."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable

from kpstudio.app.measuring import Measuring
from kpstudio.app.session import Session
from kpstudio.core.facts import FaceError, face_errors
from kpstudio.core.landmarks import Landmarks

AT_ONCE = 4000
"""Faces measured in one go: ten times as fast as one by one, and who asks for one does not wait for
a whole folder."""


class PredictionErrors:
    """Keeps the errors of faces until they are forgotten."""

    def __init__(
        self,
        session: Session,
        measuring: Measuring,
        prediction: Callable[[str], Landmarks | None],
    ) -> None:
        """Measure by what ``measuring`` says the ``prediction`` of each face of the session."""
        self._session, self._measuring, self._prediction = session, measuring, prediction
        self._known: dict[str, FaceError | None] = {}
        self._unmeasured: set[str] = set()

    def of(self, face_id: str) -> FaceError | None:
        """Return how far a face's prediction is off, or None where either is missing."""
        if face_id not in self._known:
            self._measure({face_id, *itertools.islice(self._unmeasured, AT_ONCE)})
        return self._known[face_id]

    def _measure(self, face_ids: set[str]) -> None:
        labels, normaliser = self._session.labels, self._measuring.yardstick.normaliser
        pairs = [(labels.get(face_id), self._prediction(face_id)) for face_id in face_ids]
        self._known.update(zip(face_ids, face_errors(pairs, normaliser), strict=True))
        self._unmeasured -= face_ids

    def forget(self, face_ids: tuple[str, ...]) -> None:
        """Measure some faces anew."""
        for face_id in face_ids:
            self._known.pop(face_id, None)
        self._unmeasured.update(face_ids)

    def forget_all(self, predicted: Iterable[str]) -> None:
        """Measure all faces anew, of which these have predictions."""
        self._known.clear()
        self._unmeasured = set(predicted)
