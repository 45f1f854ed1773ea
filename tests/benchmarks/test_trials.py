from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import trials
from hypothesis import given
from hypothesis import strategies as st

from kpstudio.core.errors import InputError
from kpstudio.core.geometry import Box
from kpstudio.core.labelset import FaceState
from kpstudio.core.persons import person_of
from kpstudio.engine.config import TrainConfig
from kpstudio.engine.presets import preset
from tests.benchmarks.faces import XY, labels_of, off_by
from tests.small_faces import write_faces

WILD = [f"image_{number:04d}.jpg" for number in range(53)]
IMM = [f"{person:02d}-{view}m.jpg" for person in range(1, 11) for view in range(1, 7)]


def config() -> TrainConfig:
    return preset("bignet", labels_of(IMM).scheme)


def test_five_fifths_hold_out_every_picture_once() -> None:
    faces = list(labels_of(WILD))
    held_out = [face_id for k in range(5) for face_id in trials.fixed_fifth(faces, k).validation]
    assert sorted(held_out) == sorted(face.id for face in faces)


@given(st.permutations(WILD), st.integers(0, 4))
def test_a_fifth_is_the_same_in_any_order(names: list[str], number: int) -> None:
    split = trials.fixed_fifth(list(labels_of(names)), number)
    usual = trials.fixed_fifth(list(labels_of(WILD)), number)
    assert set(split.validation) == set(usual.validation)
    assert set(split.training) == set(usual.training)
    assert split.by == "picture"


def test_a_fifth_stays_what_it_was() -> None:
    # Published figures are of these very faces.
    held_out = trials.fixed_fifth(list(labels_of(WILD)), 0).validation
    numbers = [int(face_id[6:10]) for face_id in held_out]
    assert numbers == [4, 6, 7, 8, 15, 19, 25, 28, 34, 42, 49]


def test_persons_are_not_parted() -> None:
    split = trials.fixed_fifth(list(labels_of(IMM)), 3)
    training, held_out = (
        {person_of(face_id.split("#")[0]) for face_id in ids}
        for ids in (split.training, split.validation)
    )
    assert split.by == "person"
    assert len(held_out) == 2
    assert not training & held_out


def test_too_few_pictures_have_no_fifths() -> None:
    with pytest.raises(InputError, match="1 pictures have no fifths"):
        trials.fixed_fifth(list(labels_of(WILD[:1])), 0)


@pytest.mark.parametrize(
    ("picture", "view"),
    [
        ("33-1m.jpg", "frontal"),
        ("sub/07-3f.jpg", "turned right"),
        ("40-4m.jpg", "turned left"),
        ("12-6f.bmp", "joke"),
        ("12-7f.jpg", None),
        ("image_0001.jpg", None),
        ("a33-1m.jpg", None),
    ],
)
def test_views(picture: str, view: str | None) -> None:
    assert trials.view_of(picture) == view


def test_settings_are_changed_by_their_own_kind() -> None:
    made = trials.changed(
        config(),
        ["epochs=3", "lr=2e-4", "loss=wing", "standardise=false", "points=0-1+3",
         "augmentation.flip=true", "augmentation.rotation_degrees=40"],
    )  # fmt: skip
    moves = replace(config().augmentation, flip=True, rotation_degrees=40.0)
    assert made == replace(
        config(), epochs=3, lr=2e-4, loss="wing", standardise=False, points=(0, 1, 3),
        augmentation=moves,
    )  # fmt: skip
    assert isinstance(made.epochs, int)


@pytest.mark.parametrize(
    ("setting", "told"),
    [
        ("epochs", "write it as name=value"),
        ("epoch=3", "no setting 'epoch'"),
        ("augmentation=3", "no setting 'augmentation'"),
        ("augmentation.lr=3", "no setting 'lr'"),
        ("epochs=many", "epochs cannot be 'many'"),
        ("standardise=maybe", "use true or false"),
    ],
)
def test_wrong_settings_are_told(setting: str, told: str) -> None:
    with pytest.raises(InputError, match=told):
        trials.changed(config(), [setting])


def test_errors_are_shares_of_the_distance_of_the_eyes() -> None:
    labels = labels_of(WILD[:3])
    ids = labels.ids
    predicted = {ids[0]: off_by(0.05), ids[1]: off_by(0.2), ids[2]: XY}
    values = trials.errors(predicted, labels, ids)
    np.testing.assert_allclose(values, [0.05, 0.2, 0.0], atol=1e-12)
    score = trials.score(values)
    assert score.mean == pytest.approx(0.25 / 3)
    assert score.median == pytest.approx(0.05)
    assert score.failure_rate == pytest.approx(1 / 3)
    assert score.auc == pytest.approx((0.5 + 0.0 + 1.0) / 3)


def test_only_chosen_points_are_measured() -> None:
    labels = labels_of(WILD[:1])
    moved = XY.copy()
    moved[3] = off_by(0.4)[3]
    predicted = {labels.ids[0]: moved}
    assert trials.errors(predicted, labels, labels.ids) == pytest.approx([0.1])
    assert trials.errors(predicted, labels, labels.ids, [3]) == pytest.approx([0.4])
    assert trials.errors(predicted, labels, labels.ids, [0, 1, 2]) == pytest.approx([0.0])


def test_a_lost_face_counts_as_failed() -> None:
    labels = labels_of(WILD[:4])
    a, b, c, d = labels.ids
    predicted = {a: off_by(0.05), b: off_by(0.06), c: np.full((4, 2), np.nan)}
    score = trials.score(trials.errors(predicted, labels, (a, b, c, d)))
    assert score.failure_rate == pytest.approx(0.5)
    assert score.auc == pytest.approx((0.5 + 0.4) / 4)
    assert np.isinf(score.mean)


def test_without_points_or_box() -> None:
    face = replace(next(iter(labels_of(WILD))), box=Box(1, 2, 3, 4))
    boxed, bare = trials.only_box(face), trials.whole_picture(face)
    assert (boxed.landmarks, boxed.box, boxed.photo) == (None, face.box, False)
    assert (bare.landmarks, bare.box, bare.photo) == (None, None, True)
    assert {boxed.state, bare.state} == {FaceState.UNLABELLED}


def test_faces_come_with_boxes_and_are_held_out_by_a_list(tmp_path: Path) -> None:
    write_faces(tmp_path / "faces", persons=3, views=2)
    listed = tmp_path / "VAL.txt"
    listed.write_text("02-1m.png\n\n02-2m\n", encoding="utf-8")
    parser = argparse.ArgumentParser()
    trials.faces_options(parser)
    labels, split = trials.material(
        parser.parse_args([str(tmp_path / "faces"), "--val-list", str(listed)])
    )
    assert [labels[i].picture for i in split.validation] == ["02-1m.png", "02-2m.png"]
    assert len(split.training) == 4
    for face in labels:
        assert face.landmarks is not None
        assert face.box == Box.around(face.landmarks.xy_image)


def test_tables_are_markdown() -> None:
    assert trials.head(["a", "b"]) == "| a | b |\n|---|---|"
    scores = [trials.score(np.array([0.02, 0.2])), trials.score(np.array([0.04, 0.05]))]
    assert trials.cells(scores[0]) == ["11.00", "11.00", "50.0", "0.400"]
    assert trials.cells(trials.mean_score(scores)) == ["7.75", "7.75", "25.0", "0.475"]
