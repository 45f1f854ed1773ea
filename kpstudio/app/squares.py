"""The MSE of the run in use, in its own units, which needs the size of each picture."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from kpstudio.app.error_words import sentence
from kpstudio.app.jobs import Job, JobHandle
from kpstudio.app.run_book import RunBook
from kpstudio.app.session import Session
from kpstudio.core.errors import InputError
from kpstudio.core.labelset import Face
from kpstudio.core.landmarks import Landmarks
from kpstudio.engine.config import TrainConfig
from kpstudio.engine.evaluate import crop_squares
from kpstudio.io.images import read_size

AT_ONCE = 20
"""Faces at most that are measured in the window's thread, where their sizes are known."""
Sizes = Mapping[str, tuple[int, int]]
"""Width and height by picture."""
Pair = tuple[Face, Landmarks]


@dataclass(frozen=True)
class _Sum:
    """Squared differences of the coordinates of one prediction, added up, and how many they are."""

    face: Face
    prediction: Landmarks
    total: float
    count: int


class SquaredErrors(QObject):
    """Measures predictions as the training of their run does; sizes are read behind the window.

    Signals:
        measured: more can be told.
    """

    measured = Signal()

    def __init__(self, session: Session, runs: RunBook) -> None:
        super().__init__(session)
        self._session, self._runs = session, runs
        self._sizes: dict[str, tuple[int, int]] = {}
        self._sums: dict[str, _Sum] = {}
        self._config: TrainConfig | None = None
        self._job: Job | None = None
        runs.run_changed.connect(self._forget_run)
        session.opened.connect(self._forget_pictures)
        session.reread.connect(self._forget_pictures)

    def mse(self, faces: Iterable[Face]) -> float | None:
        """Return the MSE over the coordinates of labelled faces, as the run's training has it.

        Returns:
            In squares of the width and height of what the network sees. NaN where nothing can be
            told; None while it is being measured, after which `measured` follows.
        """
        found = ((face, self._runs.prediction(face.id)) for face in faces if face.labelled)
        pairs = [(face, points) for face, points in found if points is not None]
        config = self._settings()
        if config is None:
            return math.nan
        missing = [pair for pair in pairs if not self._knows(*pair)]
        if len(missing) <= AT_ONCE and all(face.picture in self._sizes for face, _ in missing):
            self._sums |= _measure(missing, config, self._sizes)
        else:
            self._start(missing, config)
            return None
        sums = [self._sums[face.id] for face, _ in pairs]
        count = sum(one.count for one in sums)
        return sum(one.total for one in sums) / count if count else math.nan

    def _knows(self, face: Face, prediction: Landmarks) -> bool:
        known = self._sums.get(face.id)
        return known is not None and known.face is face and known.prediction is prediction

    def _settings(self) -> TrainConfig | None:
        open_still = self._session.project is not None
        if self._config is None and self._runs.run and open_still:
            try:
                config = self._runs.open_run(self._runs.run).config
                self._config = TrainConfig.from_json(config)
            except InputError:
                return None  # the run says so where it is asked for more
        return self._config

    def _start(self, missing: Sequence[Pair], config: TrainConfig) -> None:
        if self._job is not None:
            return  # what is still missing is asked for when this is known
        work = partial(_read, missing, config, dict(self._sizes), self._session.labels.root)
        self._job = self._session.jobs.job(work)
        self._job.finished.connect(self._take)
        self._job.failed.connect(self._fail)
        self._job.ended.connect(self._ended)
        self._job.start()

    def _take(self, found: tuple[dict[str, tuple[int, int]], dict[str, _Sum]]) -> None:
        if self.sender() is self._job:
            self._sizes |= found[0]
            self._sums |= found[1]

    def _fail(self, error: Exception) -> None:
        if self.sender() is self._job:
            sentence(error)  # logs it
            self._job = None  # and says nothing of more to tell, which would try again for ever

    def _ended(self) -> None:
        if self.sender() is self._job:
            self._job = None
            self.measured.emit()

    def _forget_run(self) -> None:
        self._config, self._job = None, None
        self._sums.clear()

    def _forget_pictures(self) -> None:
        self._forget_run()
        self._sizes.clear()


def _read(
    pairs: Sequence[Pair], config: TrainConfig, sizes: dict[str, tuple[int, int]], root: Path,
    handle: JobHandle,
) -> tuple[dict[str, tuple[int, int]], dict[str, _Sum]]:  # fmt: skip
    for face, _ in pairs:
        if handle.cancelled:
            break
        if face.picture not in sizes:
            try:
                sizes[face.picture] = read_size(root / face.picture)
            except InputError:
                sizes[face.picture] = (0, 0)  # it has gone: its face tells nothing
    return sizes, _measure(pairs, config, sizes)


def _measure(pairs: Iterable[Pair], config: TrainConfig, sizes: Sizes) -> dict[str, _Sum]:
    sums = {}
    for face, prediction in pairs:
        size = sizes.get(face.picture, (0, 0))
        assert face.landmarks is not None
        sums[face.id] = _Sum(face, prediction, 0.0, 0)
        if min(size) > 0 and prediction.count == face.landmarks.count:
            offset = prediction.xy_image - face.landmarks.xy_image
            squares = crop_squares(offset, face, config, size)
            sums[face.id] = _Sum(face, prediction, float(squares.sum()), squares.size)
    return sums
