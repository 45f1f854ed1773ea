"""Train one of kpstudio's networks and predict the held-out faces, each time in a fresh process."""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import nullcontext
from dataclasses import dataclass, replace
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING, ParamSpec, TypeVar

from trials import Outcome, only_box, whole_picture

from kpstudio.core.errors import InputError
from kpstudio.core.labelset import Face, LabelSet
from kpstudio.core.landmarks import FloatArray, Landmarks
from kpstudio.core.splits import Split
from kpstudio.engine.config import TrainConfig
from kpstudio.engine.events import Batch, Done, EpochEnd, Notice, Started
from kpstudio.tasks.training import train_run

if TYPE_CHECKING:
    from kpstudio.engine.predict import Predictor

WARM_UP = 3
"""Faces predicted before the clock starts."""

TIMED = 64
"""Faces that the time for one is measured on."""

_P = ParamSpec("_P")
_T = TypeVar("_T")


@dataclass(frozen=True)
class Job:
    """One training.

    Attributes:
        config: Every setting.
        labels: The faces, each with its box.
        split: Who is held out.
        no_box: Whether to predict from whole pictures as well.
        blind: Whether the training sees nothing of the held-out faces; its last weights count.
        keep: The run's folder, where it is to be kept.
    """

    config: TrainConfig
    labels: LabelSet
    split: Split
    no_box: bool = False
    blind: bool = False
    keep: Path | None = None


def fresh(function: Callable[_P, _T], *args: _P.args, **kwargs: _P.kwargs) -> _T:
    """Return what ``function`` gives in a new process: no threads or caches of earlier ones."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(function, *args, **kwargs).result()


def train(job: Job) -> Outcome:
    """Train as the program does, load the run as the program does, and predict with it."""
    import kpstudio.engine.trainer  # noqa: F401 - torch takes seconds to load: not training
    from kpstudio.engine.predict import Predictor

    split = replace(job.split, validation=()) if job.blind else job.split
    with tempfile.TemporaryDirectory() if job.keep is None else nullcontext(job.keep) as folder:
        begun = time.perf_counter()
        note = _learn(job, split, Path(folder))
        seconds = time.perf_counter() - begun
        predictor = Predictor.load(Path(folder), "last" if job.blind else "best")
    root, held_out = job.labels.root, [job.labels[i] for i in job.split.validation]
    boxed = [only_box(face) for face in held_out]
    one = _ms_one(predictor, boxed[:TIMED], root)
    begun = time.perf_counter()
    points = _predicted(predictor, boxed, root)
    together = 1000 * (time.perf_counter() - begun) / len(boxed)
    no_box = None
    if job.no_box:
        no_box = _predicted(predictor, [whole_picture(face) for face in held_out], root)
    return Outcome(seconds, one, together, points, no_box, note)


def _learn(job: Job, split: Split, folder: Path) -> str:
    """Train into ``folder``; return what is worth knowing of how it went."""
    notes, last = [], 0
    for event in train_run(job.labels, job.config, split, folder):
        if isinstance(event, Started):
            notes.append(f"on {event.device}, {event.precision or 'fp32'}")
        elif isinstance(event, Notice):
            print(event.message, file=sys.stderr)
        elif isinstance(event, EpochEnd) and event.best:
            last = event.epoch
        elif isinstance(event, Batch):
            _show(f"epoch {event.epoch:5.1f} of {job.config.epochs}")
        elif isinstance(event, Done):
            best = "" if job.blind else f", the best was {last}"
            notes.append(f"{event.epochs} {'epoch' if event.epochs == 1 else 'epochs'}{best}")
    _show("")
    return "; ".join(notes)


def _show(progress: str) -> None:
    if sys.stderr.isatty():
        print(f"\r{progress:30}\r", end="", file=sys.stderr, flush=True)


def _ms_one(predictor: Predictor, faces: Sequence[Face], root: Path) -> float:
    for face in faces[:WARM_UP]:
        _predicted(predictor, [face], root)
    begun = time.perf_counter()
    for face in faces:
        _predicted(predictor, [face], root)
    return 1000 * (time.perf_counter() - begun) / len(faces)


def _predicted(predictor: Predictor, faces: Sequence[Face], root: Path) -> dict[str, FloatArray]:
    found = {}
    for face, points in predictor.predict(faces, root):
        if not isinstance(points, Landmarks):
            raise InputError(f"{face.picture} cannot be predicted: {points}")
        found[face.id] = points.xy_image
    return found
