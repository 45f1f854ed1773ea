"""A run's next round: the same network, on what has been corrected and labelled since."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from kpstudio.core.errors import InputError
from kpstudio.core.labelset import Face, LabelSet
from kpstudio.core.persons import PersonOf, person_of
from kpstudio.core.splits import Split
from kpstudio.core.texts import say
from kpstudio.engine.config import TrainConfig
from kpstudio.store.project import Project
from kpstudio.store.runs import RunFolder
from kpstudio.tasks.training import usable_faces

SHARE_OF_EPOCHS = 1 / 3
SHARE_OF_RATE = 0.3
"""What is learnt already should be mended, not learnt anew."""
FEWEST_EPOCHS = 3

CORRECTED_WEIGHT = 3.0
"""Corrected faces are those that the network got wrong."""


def next_round(
    run: Path, labels: LabelSet, persons: PersonOf = person_of
) -> tuple[TrainConfig, Split]:
    """Return how to go on training ``run`` on ``labels`` as they are now.

    It starts from the run's weights, with fewer epochs at a lower rate than the first training, and
    corrected faces count more. Faces that were held out stay so, and with them new ones of the same
    persons or pictures: both runs can be compared on them. All others that are labelled are trained
    on, new ones as well unless the run's faces were chosen by a search.

    Args:
        run: The folder of a run.
        labels: The faces.
        persons: Tells who a picture shows.

    Raises:
        InputError: If the run cannot be read, has no weights or other points, or no face is left to
            train on.
    """
    folder = RunFolder.open(run)
    _require_fitting(folder, labels)
    config = TrainConfig.from_json(folder.config)
    epochs, lr = _shorter(_first(config))
    config = replace(
        config,
        start=str(run),
        pretrained=False,
        drawn_start=False,
        epochs=epochs,
        lr=lr,
        corrected_weight=max(CORRECTED_WEIGHT, config.corrected_weight),
    )
    return config, _grown(folder, labels, persons)


def corrected_since(run: Path, faces: Iterable[Face], project: Project) -> int:
    """Return how many of ``faces`` a person corrected, placed or checked after ``run`` began.

    Raises:
        InputError: If the run or the project cannot be read.
    """
    began = RunFolder.open(run).started
    history = project.history
    touched = history.face_ids if began is None else history.touched_since(began)
    return sum(face.by_person for face in faces if face.id in touched)


def _require_fitting(run: RunFolder, labels: LabelSet) -> None:
    if not (run.path / "best.safetensors").is_file():
        raise InputError(
            say(
                "{run} has no weights to continue from: choose a run that was trained for at "
                "least one epoch",
                run=run.label,
            )
        )
    theirs, ours = run.scheme, labels.scheme
    if theirs.count != ours.count:
        raise InputError(
            say(
                "{run} predicts {count} points, but the faces here have {here}: start a new "
                "training from its weights instead (--start {path})",
                run=run.label,
                count=theirs.count,
                here=ours.count,
                path=run.path,
            )
        )


def _first(config: TrainConfig) -> TrainConfig:
    """Return the settings that a row of rounds began with: each is as long as the others."""
    if not config.start:
        return config
    try:
        before = _first(TrainConfig.from_json(RunFolder.open(Path(config.start)).config))
    except InputError:  # it started from no run, or that is gone
        return config
    return before if _shorter(before) == (config.epochs, config.lr) else config


def _shorter(first: TrainConfig) -> tuple[int, float]:
    """Return epochs and learning rate of the rounds after a training."""
    epochs = max(FEWEST_EPOCHS, math.ceil(first.epochs * SHARE_OF_EPOCHS))
    return epochs, first.lr * SHARE_OF_RATE


def _grown(run: RunFolder, labels: LabelSet, persons: PersonOf) -> Split:
    """Return the split of ``run`` with the faces that are labelled now."""
    split = run.split
    held, known = set(split.validation), {*split.training, *split.validation}
    faces = [face for face in usable_faces(labels) if face.id in known or not split.where]
    kept_apart = {_kin(face, split, persons) for face in faces if face.id in held}

    def is_held(face: Face) -> bool:
        if face.id in known:
            return face.id in held
        return _kin(face, split, persons) in kept_apart

    apart = {face.id for face in faces if is_held(face)}
    training = tuple(face.id for face in faces if face.id not in apart)
    validation = tuple(face.id for face in faces if face.id in apart)
    if not training:
        raise InputError(
            say(
                "{run}: none of the labelled faces here was trained on or added since: label or "
                "correct some faces first",
                run=run.label,
            )
        )
    return replace(split, training=training, validation=validation)


def _kin(face: Face, split: Split, persons: PersonOf) -> str:
    """Return what the split keeps together with ``face``: its person, else its picture."""
    return (split.by == "person" and persons(face.picture)) or face.picture
