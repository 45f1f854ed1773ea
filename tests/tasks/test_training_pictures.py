from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from kpstudio.core.errors import InputError
from kpstudio.core.labelset import Face, LabelSet
from kpstudio.core.landmarks import Landmarks
from kpstudio.engine.augmentation import Augmentation
from kpstudio.engine.presets import preset
from kpstudio.tasks.training import choose_split
from kpstudio.tasks.training_pictures import augmented_samples
from tests.small_faces import HEIGHT, WIDTH, face_points


def test_without_moves_points_lie_where_the_file_has_them(labels: LabelSet) -> None:
    config = replace(preset("bignet", labels.scheme), augmentation=Augmentation())
    samples = augmented_samples(labels, config, 0.0, 10, seed=0)
    assert sorted(sample.caption for sample in samples) == sorted(labels.pictures)
    for pixels, xy_crop, caption in samples:
        assert pixels.shape == (120, 160)
        assert pixels.dtype == np.uint8
        truth = face_points(100 * int(caption[:2]) + int(caption[3]))
        scale = np.array([160 / WIDTH, 120 / HEIGHT])
        np.testing.assert_allclose(xy_crop, (truth + 0.5) * scale - 0.5, atol=0.01)


def test_moves_take_the_points_along(labels: LabelSet) -> None:
    config = preset("bignet", labels.scheme, points=(39, 40, 41, 42, 43, 44, 45, 46))
    samples = augmented_samples(labels, config, 0.2, 6, seed=1)
    assert any("°" in sample.caption for sample in samples)
    for pixels, xy_crop, _ in samples:
        x, y = np.rint(xy_crop.mean(axis=0)).astype(int)
        # The middle of the drawn mouth is far darker than the skin around it.
        mouth = pixels[y - 1 : y + 2, x - 1 : x + 2].mean()
        assert mouth < 110 < pixels[max(y - 9, 0), x]


def test_a_seed_gives_the_same_pictures_and_another_gives_others(labels: LabelSet) -> None:
    config = preset("bignet", labels.scheme)
    first, again, other = (augmented_samples(labels, config, 0.2, 4, seed) for seed in (3, 3, 4))
    for a, b in zip(first, again, strict=True):
        np.testing.assert_array_equal(a.pixels, b.pixels)
        np.testing.assert_array_equal(a.xy_crop, b.xy_crop)
        assert a.caption == b.caption
    assert any((a.pixels != b.pixels).any() for a, b in zip(first, other, strict=True))


def test_all_faces_are_shown_before_one_comes_again(labels: LabelSet) -> None:
    config = preset("smallnet", labels.scheme)
    captions = [sample.caption for sample in augmented_samples(labels, config, 0.0, 25, seed=0)]
    assert len(captions) == 25
    assert len(set(captions[:10])) == 10


def test_held_out_faces_are_not_shown(labels: LabelSet) -> None:
    config = preset("smallnet", labels.scheme)
    held_out = labels.pictures[:3]
    by_name = augmented_samples(labels, config, held_out, 30, seed=0)
    assert {s.caption.split(",")[0] for s in by_name} == set(labels.pictures[3:])
    by_fraction = augmented_samples(labels, config, 0.4, 30, seed=0)
    split = choose_split(labels, 0.4)
    shown = {labels[face_id].picture for face_id in split.training}
    assert {s.caption.split(",")[0] for s in by_fraction} == shown
    assert split.validation


def _without(face: Face, points: Sequence[int]) -> Landmarks:
    assert face.landmarks is not None
    xy = face.landmarks.xy_image.copy()
    xy[list(points)] = np.nan
    return Landmarks.of(xy)


def test_nothing_to_show_is_bad_input(labels: LabelSet, tmp_path: Path, faces: Path) -> None:
    config = preset("smallnet", labels.scheme)
    with pytest.raises(InputError, match="no labelled faces"):
        augmented_samples(LabelSet(tmp_path, labels.scheme), config, 0.2, 4, seed=0)
    eyes = [replace(face, landmarks=_without(face, config.points)) for face in labels]
    with pytest.raises(InputError, match="points to predict"):
        augmented_samples(LabelSet(labels.root, labels.scheme, eyes), config, 0.2, 4, seed=0)
    for picture in faces.glob("*.png"):
        picture.write_bytes(b"")
    with pytest.raises(InputError):
        augmented_samples(labels, config, 0.2, 4, seed=0)
