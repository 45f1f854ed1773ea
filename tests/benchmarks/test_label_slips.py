"""The slips that the benchmark of suspicious labels plants."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from label_slips import KINDS, ORDER, OTHER, POINT, SIDES, plant

from kpstudio.core.labelset import LabelSet
from kpstudio.core.metrics import normaliser_length
from kpstudio.io.opening import open_path
from tests.small_faces import write_faces


@pytest.fixture
def labels(tmp_path: Path) -> LabelSet:
    return open_path(write_faces(tmp_path / "faces", persons=10)).labels


def test_each_kind_is_planted_into_its_share_of_faces_and_the_others_stay(labels: LabelSet) -> None:
    planted, slips = plant(labels, 0.1, 0.1, 0)
    assert sorted(slip.kind for slip in slips.values()) == sorted([*KINDS, *KINDS])
    again, _ = plant(labels, 0.1, 0.1, 0)
    for face in labels:
        assert (planted[face.id] == face) is (face.id not in slips)
        assert again[face.id] == planted[face.id]


def test_slips_are_what_they_are_called(labels: LabelSet) -> None:
    planted, slips = plant(labels, 0.1, 0.1, 3)
    for face_id, slip in slips.items():
        was, now = labels[face_id].landmarks.xy_image, planted[face_id].landmarks.xy_image
        away = np.hypot(*(now - was).T)
        if slip.kind == POINT:
            far = 0.1 * normaliser_length(was, labels.scheme.normaliser)
            assert np.flatnonzero(away).tolist() == [slip.point]
            assert away[slip.point] == pytest.approx(far)
        elif slip.kind == SIDES:
            assert np.array_equal(now, was[list(labels.scheme.mirror)])
        elif slip.kind == ORDER:
            assert sorted(map(tuple, now)) == sorted(map(tuple, was))
        else:
            assert slip.kind == OTHER
            (other,) = [f for f in labels if np.array_equal(f.landmarks.xy_image, now)]
            assert slips[other.id].kind == OTHER
            assert other.id != face_id
