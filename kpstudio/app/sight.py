"""What the network of the run in use makes of faces: which to label next, which are alike, and on
what part of a picture its answer depends.
"""  # noqa: D205

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from kpstudio.app.error_words import sentence
from kpstudio.app.jobs import Job, JobHandle
from kpstudio.app.language import tr
from kpstudio.app.run_book import RunBook
from kpstudio.app.session import Session
from kpstudio.core.errors import InputError
from kpstudio.core.facts import FaceFacts
from kpstudio.core.labelset import Face
from kpstudio.core.progress import Progress
from kpstudio.core.texts import say
from kpstudio.tasks.label_next import (
    Before,
    Features,
    depends_on,
    nearest_faces,
    rank_faces,
    see_faces,
)

ROUND = 200
"""Faces ranked at most: more than a person labels before training again."""

NO_RUN = say("No run is in use: train one first, or choose one in Review or in the table of runs.")
LIVE = say("The run in use is still being trained: wait until it is done, or choose another.")
NOT_YET = say("The run is still predicting the faces: rank them when it is done.")
NONE_WAITS = say("Every face here is labelled or rejected: add photos to rank.")

Work = Callable[[Progress], Any]


class Sight(QObject):
    """Looks at faces behind the window; features are kept as long as the run is in use.

    One thing at a time: what is asked for last counts.

    Signals:
        progressed: (words, done, total); total is 0 as long as nobody knows.
        ended: it looks no longer.
        ranked: (tuple of picks, faces that wait for labels).
        compared: (face id, distances from it by face id).
        depended: (face id, `Dependence`).
        failed: one sentence for the person.
    """

    progressed = Signal(str, int, int)
    ended = Signal()
    ranked = Signal(object, int)
    compared = Signal(str, object)
    depended = Signal(str, object)
    failed = Signal(str)

    def __init__(self, session: Session, runs: RunBook) -> None:
        super().__init__(session)
        self._session, self._runs = session, runs
        self._features: dict[str, Features] = {}
        self._outdated: set[str] = set()  # what changed while it was looked at
        self._job: Job | None = None
        self._words = ""
        self._answer: Callable[[Any], None] = lambda _: None
        session.opened.connect(self._forget)
        session.reread.connect(self._forget)  # pictures may be others
        runs.run_changed.connect(self._forget)
        session.faces_changed.connect(self._forget_faces)

    @property
    def why_not(self) -> str:
        """What is missing before it can look, in one sentence, or ""."""
        if not self._runs.run:
            return tr(NO_RUN)
        return tr(LIVE) if self._runs.live else ""

    # What can be asked: each returns in one sentence why that cannot be done now, or ""

    def rank(self, facts: FaceFacts) -> str:
        """Rank the faces that wait for labels."""
        if self.why_not or self._runs.predicting:
            return self.why_not or tr(NOT_YET)
        before = Before.of(self._session.labels, facts)
        if not before.waiting:
            return tr(NONE_WAITS)
        look = self._looking((*before.waiting, *before.labelled))

        def work(progress: Progress) -> Any:
            new, all_of = look(progress)
            return new, rank_faces(before, all_of, ROUND)

        def answer(found: Any) -> None:
            self._take(found[0])
            self.ranked.emit(found[1], len(before.waiting))

        return self._start(tr("Examining the faces"), work, answer)

    def compare(self, face: Face) -> str:
        """Tell how far every face lies from ``face`` as the network sees them."""
        if self.why_not:
            return self.why_not
        look = self._looking(tuple(self._session.labels))

        def work(progress: Progress) -> Any:
            new, all_of = look(progress)
            if face.id not in all_of:
                raise InputError(
                    tr("{picture} cannot be read: choose another face", picture=face.picture)
                )
            return new, nearest_faces(all_of, face.id)

        def answer(found: Any) -> None:
            self._take(found[0])
            self.compared.emit(face.id, found[1])

        return self._start(tr("Examining the faces"), work, answer)

    def ask_dependence(self, face: Face) -> str:
        """Tell on which part of the picture the points predicted of ``face`` depend."""
        if self.why_not:
            return self.why_not
        run, root, to = self._run_folder(), self._session.labels.root, self._runs.to

        def work(progress: Progress) -> Any:
            return depends_on(run, face, root, to, progress)

        return self._start(
            tr("Covering the picture"), work, lambda found: self.depended.emit(face.id, found)
        )

    def cancel(self) -> None:
        """Look no further."""
        if self._job is not None:
            self._job.cancel()
            self._end()

    # Looking

    def _run_folder(self) -> Path:
        return self._runs.folder(self._runs.run)

    def _looking(
        self, faces: Sequence[Face]
    ) -> Callable[[Progress], tuple[dict[str, Features], dict[str, Features]]]:
        """Return what looks at those of ``faces`` that are not known: (new features, all)."""
        run, root, known = self._run_folder(), self._session.labels.root, dict(self._features)
        missing = [face for face in faces if face.id not in known]

        def look(progress: Progress) -> tuple[dict[str, Features], dict[str, Features]]:
            new = see_faces(run, missing, root, progress)[0] if missing else {}
            return new, known | new

        return look

    def _start(self, words: str, work: Work, answer: Callable[[Any], None]) -> str:
        if self._job is not None:
            self._job.cancel()

        def function(handle: JobHandle) -> Any:
            return work(handle.progress)

        job = self._session.jobs.job(function)
        job.reported.connect(self._reported)
        job.finished.connect(self._finished)
        job.failed.connect(self._failed)
        job.ended.connect(self._ended)
        self._job, self._words, self._answer = job, words, answer
        self._outdated.clear()
        self.progressed.emit(words, 0, 0)
        job.start()
        return ""

    def _reported(self, reports: list[tuple[int, int]]) -> None:
        if self.sender() is self._job:
            self.progressed.emit(self._words, *reports[-1])

    def _finished(self, found: Any) -> None:
        if self.sender() is self._job:
            self._answer(found)

    def _failed(self, error: Exception) -> None:
        if self.sender() is self._job:
            self.failed.emit(sentence(error))

    def _ended(self) -> None:
        if self.sender() is self._job:
            self._end()

    def _end(self) -> None:
        self._job = None
        self.ended.emit()

    def _take(self, features: dict[str, Features]) -> None:
        self._features |= {i: of for i, of in features.items() if i not in self._outdated}

    def _forget(self, *_: object) -> None:
        self.cancel()
        self._features.clear()

    def _forget_faces(self, face_ids: Sequence[str]) -> None:
        self._outdated.update(face_ids)
        for face_id in face_ids:
            self._features.pop(face_id, None)
