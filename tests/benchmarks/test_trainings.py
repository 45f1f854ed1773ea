from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import trainings
import trials
from trainings import Job

from kpstudio.engine.presets import preset
from kpstudio.io.opening import open_path
from tests.small_faces import write_faces


def test_a_fresh_process_is_another_one() -> None:
    assert trainings.fresh(os.getpid) != os.getpid()


@pytest.mark.parametrize("blind", [False, True])
def test_a_training_predicts_the_held_out_faces(tmp_path: Path, blind: bool) -> None:
    labels = trials.with_boxes(open_path(write_faces(tmp_path / "faces", persons=5)).labels)
    split = trials.fixed_fifth(list(labels), 0)
    config = replace(preset("smallnet", labels.scheme), epochs=2)
    keep = tmp_path / "run"
    outcome = trainings.train(Job(config, labels, split, no_box=True, blind=blind, keep=keep))
    assert set(outcome.points) == set(split.validation)
    assert outcome.points_no_box is not None
    for face_id, xy in outcome.points.items():
        assert np.isfinite(xy).all(axis=1).nonzero()[0].tolist() == list(config.points)
        # SmallNet looks at whole pictures, with a box or without.
        np.testing.assert_allclose(outcome.points_no_box[face_id], xy)
    assert outcome.seconds > 0.0
    assert outcome.ms_one > 0.0
    assert "2 epochs" in outcome.note
    assert ("best" in outcome.note) is not blind
    assert (keep / "best.safetensors").is_file()
