"""How far a person has got: the faces that the list is about, by their state."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal

from kpstudio.app.face_list import FaceListModel
from kpstudio.app.run_book import RunBook
from kpstudio.app.session import Session
from kpstudio.core.labelset import FaceState, LabelSet


class Progress(QObject):
    """Counts faces by their state as shown, whatever a search leaves of them in the list.

    Signals:
        changed: the counts are others.
    """

    changed = Signal()

    def __init__(self, session: Session, runs: RunBook, model: FaceListModel) -> None:
        super().__init__(model)
        self._session = session
        self._model = model
        self._of: tuple[LabelSet, tuple[str, ...]] = session.labels, ()
        self._states: dict[str, FaceState] = {}
        self._counts: Counter[FaceState] = Counter()
        model.counted.connect(self._listed)
        session.faces_changed.connect(self._look_again)
        runs.predictions_changed.connect(self._predicted)

    @property
    def total(self) -> int:
        """How many faces there are."""
        return self._counts.total()

    @property
    def finished(self) -> int:
        """How many a person is done with."""
        return self.of(FaceState.CHECKED) + self.of(FaceState.REJECTED)

    def of(self, state: FaceState) -> int:
        """Return how many faces are in a state."""
        return self._counts[state]

    def _listed(self) -> None:
        """Count anew, unless the list was made anew from the same faces."""
        labels, face_ids = self._session.labels, self._model.scope_ids
        if labels is not self._of[0] or face_ids != self._of[1]:
            self._of = labels, face_ids
            self._count_all()

    def _predicted(self, face_ids: Iterable[str] | None) -> None:
        if self._session.labels is not self._of[0]:
            return  # the folder has just been opened, and the list is about to be made anew
        if face_ids is None:
            self._count_all()
        else:
            self._look_again(face_ids)

    def _count_all(self) -> None:
        self._states, self._counts = {}, Counter()
        self._look_at(self._of[1])

    def _look_again(self, face_ids: Iterable[str]) -> None:
        self._look_at(filter(self._states.__contains__, face_ids))

    def _look_at(self, face_ids: Iterable[str]) -> None:
        state = self._model.facts.state
        now = {face.id: state(face) for face in self._session.labels.known(face_ids)}
        self._counts += Counter(now.values())
        self._counts -= Counter(map(self._states.get, now))  # type: ignore[arg-type]
        self._states |= now
        self.changed.emit()
