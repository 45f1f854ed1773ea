"""Networks that have not seen a face say where its points are: one training for each fold."""

from __future__ import annotations

import hashlib
import json
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np

from kpstudio.core.errors import Cancelled, InputError
from kpstudio.core.labelset import Face, LabelSet
from kpstudio.core.landmarks import FloatArray
from kpstudio.core.persons import PersonOf, person_of
from kpstudio.core.splits import Split, split_in_folds
from kpstudio.core.texts import say
from kpstudio.engine.config import TrainConfig
from kpstudio.engine.control import Control
from kpstudio.engine.events import Batch, EpochEnd, Event
from kpstudio.io.atomic import replacing
from kpstudio.io.text import open_file
from kpstudio.tasks.training import train_run, usable_faces

FOLDS = 5
PRESET = "fast"
FOLDER = "folds"
"""Where a project keeps what the networks answered."""


@dataclass(frozen=True)
class FoldBegan:
    """A fold is about to be trained.

    Attributes:
        number: Which, from 1.
        total: How many there are.
        faces: How many it will be asked about.
        known: Whether its answers are there from an earlier time, so that nothing is trained.
    """

    number: int
    total: int
    faces: int
    known: bool

    def to_json(self) -> dict[str, Any]:
        """Return a JSON-ready dict."""
        return {"event": "fold_began", **vars(self)}


@dataclass(frozen=True)
class FoldEvent:
    """Something that the trainer said in a fold.

    Attributes:
        number: Which fold, from 1.
        total: How many there are.
        event: What.
    """

    number: int
    total: int
    event: Event

    def to_json(self) -> dict[str, Any]:
        """Return the event's JSON-ready dict with the fold."""
        return {**self.event.to_json(), "fold": self.number}


SuspectEvent = FoldBegan | FoldEvent


def share_done(event: SuspectEvent, config: TrainConfig) -> float | None:
    """Return which share of the work is done, 0 to 1, as if folds took equally long.

    None for events that do not tell.

    Args:
        event: One of `ask_folds`.
        config: What is trained.
    """
    if isinstance(event, FoldBegan):
        epochs = 0.0
    elif isinstance(event.event, (Batch, EpochEnd)):
        epochs = float(event.event.epoch)
    else:
        return None
    return (event.number - 1 + min(epochs / config.epochs, 1.0)) / event.total


def fold_config(config: TrainConfig) -> TrainConfig:
    """Return ``config`` without what only a network for use needs."""
    return replace(config, find_face=False, test_shift=False, patience=0)


def ask_folds(
    labels: LabelSet,
    config: TrainConfig,
    folder: Path,
    folds: int = FOLDS,
    persons: PersonOf = person_of,
    control: Control | None = None,
    anew: bool = False,
) -> Iterator[SuspectEvent]:
    """Train a network for each fold on the other folds, and keep what it says of its own.

    The networks never see the faces that they are asked about, and their last weights count, so
    that no choice among epochs looks at them either. What is in ``folder`` already is not trained
    again. Afterwards `answers_in` reads it.

    Args:
        labels: The faces; must not change meanwhile.
        config: What to train; see `fold_config`.
        folder: Made where it is missing.
        folds: How many trainings.
        persons: Tells who a picture shows: persons stay together.
        control: Stops from another thread.
        anew: Train what is there, too: labels were corrected since.

    Raises:
        InputError: If the settings do not fit, there are too few faces, or a training fails.
        Cancelled: If ``control`` stopped it; folds that were finished stay.
    """
    control, config = control or Control(), fold_config(config)
    config.validate(labels.scheme)
    places = _places(labels, config, folder, folds, persons)
    for number, (path, split) in enumerate(places.items(), start=1):
        known = path.is_file() and not anew
        yield FoldBegan(number, folds, len(split.validation), known)
        if known:
            continue
        with tempfile.TemporaryDirectory() as place:
            run, blind = Path(place) / "run", replace(split, validation=())
            for event in train_run(labels, config, blind, run, control):
                yield FoldEvent(number, folds, event)
            if control.stopped:
                raise Cancelled("looking for suspicious labels was cancelled")
            keep(path, _asked(run, [labels[i] for i in split.validation], labels.root))
    for path in set(folder.glob("*.npz")) - set(places):
        path.unlink(missing_ok=True)  # of other faces or settings


def folds_known(
    labels: LabelSet,
    config: TrainConfig,
    folder: Path,
    folds: int = FOLDS,
    persons: PersonOf = person_of,
) -> int:
    """Return how many folds `ask_folds` would not have to train; arguments as there.

    Raises:
        InputError: If there are too few faces.
    """
    places = _places(labels, fold_config(config), folder, folds, persons)
    return sum(path.is_file() for path in places)


def _places(
    labels: LabelSet, config: TrainConfig, folder: Path, folds: int, persons: PersonOf
) -> dict[Path, Split]:
    """Return each fold by the file of its answers."""
    splits = split_in_folds(usable_faces(labels), folds, config.seed, persons)
    return {folder / f"{_mark(config, split)}.npz": split for split in splits}


def _mark(config: TrainConfig, split: Split) -> str:
    """Return what tells folds apart: the settings, and which faces are on which side."""
    told = json.dumps([config.to_json(), split.training, split.validation], sort_keys=True)
    return hashlib.sha256(told.encode()).hexdigest()[:16]


def _asked(run: Path, faces: Sequence[Face], root: Path) -> dict[str, FloatArray]:
    """Return (L, K, 2) answers by face id."""
    from kpstudio.engine.predict import Predictor

    looks = Predictor.load(run, "last").looks(faces, root)
    return {face.id: answers for face, answers in looks if isinstance(answers, np.ndarray)}


def keep(path: Path, answers: Mapping[str, FloatArray]) -> None:
    """Write (L, K, 2) answers by face id, for `answers_in` to read."""
    with replacing(path) as temporary, temporary.open("wb") as file:
        np.savez_compressed(
            file,
            ids=np.array(list(answers)),
            looks=np.array(list(answers.values()), dtype=np.float32),
        )


def answers_in(folder: Path) -> dict[str, FloatArray]:
    """Return what networks said of faces that they had not seen: (L, K, 2) by face id.

    Of several answers about a face the last counts. Where a search with another network was
    interrupted, looks or points differ in number: what tells of most faces counts then, and of
    equals the last.

    Raises:
        InputError: If a file is broken.
    """
    found: dict[tuple[int, ...], dict[str, FloatArray]] = {}
    for path in sorted(folder.glob("*.npz"), key=lambda path: (path.stat().st_mtime, path)):
        try:
            with open_file(path) as file, np.load(file, allow_pickle=False) as kept:
                looks = kept["looks"].astype(np.float64)
                told = dict(zip(map(str, kept["ids"]), looks, strict=True))
        except Exception as error:  # numpy and zipfile raise a dozen kinds
            raise InputError(
                say("{path}: cannot be read: {error}", path=path, error=error)
            ) from error
        kind = looks.shape[1:]
        found[kind] = found.pop(kind, {}) | told
    return max(reversed(found.values()), key=len, default={})
