"""Suspicious labels in the window: asking networks off its thread, and what they make of faces."""

from __future__ import annotations

import math
from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from kpstudio.app.error_words import sentence
from kpstudio.app.jobs import Job, JobHandle
from kpstudio.app.language import tr, translated
from kpstudio.app.session import Session
from kpstudio.core.errors import InputError
from kpstudio.core.labelset import Face
from kpstudio.core.persons import PersonOf
from kpstudio.core.schema import PointSchema
from kpstudio.core.suspicion import LISTED, Suspicion
from kpstudio.core.texts import say
from kpstudio.engine.config import TrainConfig
from kpstudio.engine.control import Control
from kpstudio.tasks.doctor import SETTING, decisions_of
from kpstudio.tasks.suspecting import FOLDER, answers_in, ask_folds, share_done
from kpstudio.tasks.suspects import Judges

_DRAIN_MS = 200


class SuspectBook(QObject):
    """What networks that never saw the faces find suspicious about their labels as they are now.

    Signals:
        changed: tuple of face ids of which something else is suspected, or None for all.
        progressed: (done, total) epochs of all networks together, while they are trained.
        asked: networks were trained and asked; `listed` says what came of it.
        ended: that is over, however.
        failed: one sentence for the person.
    """

    changed = Signal(object)
    progressed = Signal(int, int)
    asked = Signal()
    ended = Signal()
    failed = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._job: Job | None = None
        self._reading: Job | None = None
        self._forget()
        session.opened.connect(self._opened)
        session.reread.connect(self._begin_reading)
        session.scheme_changed.connect(self._begin_reading)
        session.faces_changed.connect(self._judge_again)

    def _forget(self) -> None:
        self._judges: Judges | None = None
        self._told: dict[str, Suspicion] = {}
        self._right: frozenset[str] = frozenset()

    @property
    def running(self) -> bool:
        """Whether networks are being trained and asked."""
        return self._job is not None and not self._job.abandoned

    def why_busy(self) -> str:
        """Return why nothing else may be trained now; "" where it may."""
        if not self.running:
            return ""
        return tr(
            "Suspicious labels are being searched for: cancel that first, or wait until it is done."
        )

    @property
    def known(self) -> bool:
        """Whether networks were asked about these faces."""
        return self._judges is not None

    @property
    def listed(self) -> list[str]:
        """The faces that are suspicious."""
        return [face_id for face_id in self._told if self.of(face_id) is not None]

    def of(self, face_id: str) -> Suspicion | None:
        """Return what is suspicious about a face; None where that is too little to be listed."""
        found = self._told.get(face_id)
        listed = found is not None and found.score >= LISTED and face_id not in self._right
        return found if listed else None

    def words(self, face_id: str) -> str:
        """Return what is suspicious about a face, in words; "" where it is not listed."""
        found = self.of(face_id)
        return "" if found is None else found.words

    def score(self, face_id: str) -> float:
        """Return how suspicious a face is; NaN where nobody knows, or its labels are right."""
        found = self._told.get(face_id)
        return math.nan if found is None or face_id in self._right else found.score

    # Asking

    def ask(self, config: TrainConfig, folds: int, persons: PersonOf, anew: bool = False) -> None:
        """Train and ask networks; `asked` or `failed`, then `ended` follows.

        Args:
            config: What to train.
            folds: How many networks.
            persons: Tells who a picture shows.
            anew: Train those that have answered, too.
        """
        project, now = self._session.project, self._session.labels
        if project is None or self.running:
            return
        try:
            project.require_writable(say("suspicious labels cannot be searched for"))
        except InputError as error:
            self.failed.emit(translated(error))
            return
        labels = now.copy()
        folder = project.location / FOLDER
        control, epochs = Control(), folds * config.epochs

        def work(handle: JobHandle) -> Judges | None:
            handle.on_cancel(control.stop)
            for event in ask_folds(labels, config, folder, folds, persons, control, anew):
                if (done := share_done(event, config)) is not None:
                    handle.report((round(epochs * done), epochs))
            return _read(folder, tuple(labels), labels.scheme)

        job = self._job = self._session.jobs.job(work, _DRAIN_MS)
        job.reported.connect(self._progressed)
        job.finished.connect(self._answered)
        job.failed.connect(self._failed)
        job.ended.connect(self._over)
        job.start()

    def cancel(self) -> None:
        """End that soon; networks that have answered need not be trained again."""
        if self._job is not None:
            self._job.cancel()

    def _progressed(self, reports: list[tuple[int, int]]) -> None:
        if self.sender() is self._job:
            self.progressed.emit(*reports[-1])

    def _answered(self, judges: Judges | None) -> None:
        if self.sender() is self._job:
            self._take(judges)
            self.asked.emit()

    def _failed(self, error: Exception) -> None:
        if self.sender() in (self._job, self._reading):
            self.failed.emit(sentence(error))

    def _over(self) -> None:
        if self.sender() is self._job:
            self._job = None
            self.ended.emit()

    # Judging

    def call_right(self, faces: Iterable[Face]) -> None:
        """Remember that the labels of ``faces`` are right, so that they are not listed again."""
        project = self._session.project
        told = {f.id: one for f in faces if (one := self.of(f.id)) is not None}
        if project is None or not told:
            return
        try:
            decisions = decisions_of(project).call_right(told)
            project.set_setting(SETTING, decisions.to_json())
        except InputError as error:
            self.failed.emit(translated(error))
            return
        self.read_decisions()

    def read_decisions(self) -> None:
        """Take what a person called right elsewhere, too."""
        project = self._session.project
        before = self._right
        self._right = decisions_of(project).said_right
        if changed := tuple(before ^ self._right):
            self.changed.emit(changed)

    def _opened(self) -> None:
        if self._job is not None:  # of another folder: it ends by itself, and nobody hears of it
            self._job.cancel()
            self._job = None
            self.ended.emit()
        self._forget()
        self._begin_reading()

    def _begin_reading(self) -> None:
        """Read what was answered before, and judge all faces by it."""
        self._end_reading()
        project, labels = self._session.project, self._session.labels
        if project is None or not (project.location / FOLDER).is_dir():
            return
        folder, faces, scheme = project.location / FOLDER, tuple(labels), labels.scheme
        job = self._reading = self._session.jobs.job(lambda _: _read(folder, faces, scheme))
        job.finished.connect(self._read)
        job.failed.connect(self._failed)
        job.start()

    def _end_reading(self) -> None:
        """Hear no more of what is being read: it is of other faces, or older."""
        if self._reading is not None:
            self._reading.cancel()
            self._reading = None

    def _read(self, judges: Judges | None) -> None:
        if self.sender() is self._reading:
            self._take(judges)

    def _take(self, judges: Judges | None) -> None:
        self._end_reading()
        self._judges = judges
        self._told = {} if judges is None else self._judged(tuple(self._session.labels))
        self._right = decisions_of(self._session.project).said_right
        self.changed.emit(None)

    def _judged(self, faces: Iterable[Face]) -> dict[str, Suspicion]:
        assert self._judges is not None
        return self._judges.judge(faces, self._session.labels.scheme)

    def _judge_again(self, face_ids: tuple[str, ...]) -> None:
        if self._judges is None:
            return
        faces = self._session.labels.known(face_ids)
        for face_id in face_ids:
            self._told.pop(face_id, None)
        self._told |= self._judged(faces)
        self.changed.emit(face_ids)


def _read(folder: Path, faces: tuple[Face, ...], scheme: PointSchema) -> Judges | None:
    return Judges.of(answers_in(folder), faces, scheme)
