"""Small faces with slips in their labels, and networks that answer in no time."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from kpstudio.core.edits import Edit, FaceChange, move_points
from kpstudio.core.labelset import Face, LabelSet
from kpstudio.core.landmarks import FloatArray
from kpstudio.core.splits import Split
from kpstudio.doctor.finding import reordered
from kpstudio.store.project import Project
from kpstudio.tasks import suspecting
from kpstudio.tasks.opening import open_corrected
from kpstudio.tasks.suspecting import FOLDER, keep
from tests.small_faces import face_points, write_faces

SWAPPED, MOVED = "03-1m.png#0", "07-2m.png#0"
"""The faces with slips: sides swapped, and the left corner of the mouth 5 px off."""
MOVED_POINT = 43


def answers_for(faces: Sequence[Face]) -> dict[str, FloatArray]:
    """Return answers that are right but for noise, whatever the labels say."""
    found = {}
    for face in faces:
        person, view = face.picture.removesuffix("m.png").split("-")
        seed = 100 * int(person) + int(view)
        xy = face_points(seed)
        noise = np.random.default_rng(seed).normal(scale=0.3, size=(2, *xy.shape))
        found[face.id] = xy + noise
    return found


def odd_faces(folder: Path, answered: bool = True) -> LabelSet:
    """Write faces, corrections that are slips, and, unless they are to come, answers."""
    labels = open_corrected(write_faces(folder, persons=20)).labels
    with Project.open(folder) as project:
        if answered:
            keep(project.location / FOLDER / "answers.npz", answers_for(tuple(labels)))
        swapped, moved = labels[SWAPPED], labels[MOVED]
        assert moved.landmarks is not None
        sides = FaceChange(swapped, reordered(swapped, labels.scheme.mirror))
        to = moved.landmarks.xy_image[[MOVED_POINT]] + (4.0, 3.0)
        for edit in (Edit("swap", (sides,)), move_points(moved, [MOVED_POINT], to, "it")):
            edit.apply(labels)
            project.record(edit)
    return labels


def no_training(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, ...]]:
    """Let folds be trained in no time; return where it notes which faces were trained on."""
    trained: list[tuple[str, ...]] = []

    def train(_labels: LabelSet, _config: object, split: Split, *_: object) -> list[object]:
        trained.append(split.training)
        return []

    def asked(_run: Path, faces: Sequence[Face], _root: Path) -> dict[str, FloatArray]:
        return answers_for(faces)

    monkeypatch.setattr(suspecting, "train_run", train)
    monkeypatch.setattr(suspecting, "_asked", asked)
    return trained
