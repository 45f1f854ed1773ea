from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch
from torch import nn

from kpstudio.core.geometry import Box
from kpstudio.core.labelset import Face, FaceState
from kpstudio.core.landmarks import FloatArray, Landmarks
from kpstudio.engine.augmentation import Augmentation
from kpstudio.engine.config import TrainConfig
from kpstudio.engine.crops import Crop
from kpstudio.engine.decode import decode
from kpstudio.engine.looks import SHIFT, Look, looked, looks_for, spread_of
from kpstudio.engine.network import Network
from kpstudio.engine.predict import predict_faces
from tests.engine.conftest import SCHEME, blobs

CONFIG = TrainConfig("smallnet", (0, 1), 60, 80, "face", 1e-3, 4, 1, standardise=False)


class Answering(nn.Module):
    """Answers the middle of the brightness for the first point, one place for the second."""

    def forward(self, inputs: torch.Tensor) -> torch.Tensor:
        # Beyond the picture lies its mean grey, which is not part of the dot.
        light = (inputs - inputs.amax(dim=(2, 3), keepdim=True) + 0.8).clamp(min=0).squeeze(1)
        height, width = light.shape[1:]
        total = light.sum(dim=(1, 2))
        x = (light * ((torch.arange(width) + 0.5) / width)).sum(dim=(1, 2)) / total
        y = (light * ((torch.arange(height) + 0.5) / height)[:, None]).sum(dim=(1, 2)) / total
        same = torch.full_like(x, 0.4)
        return torch.stack([x, y, same, same], dim=1)


def network(config: TrainConfig = CONFIG) -> Network:
    return Network(Answering(), config, SCHEME, torch.device("cpu"))


def crop(box: Box, at: tuple[float, float] = (38.0, 31.0)) -> Crop:
    return Crop(blobs(np.array([at]), 80, 60), box)


def spreads(network: Network, crops: list[Crop]) -> list[FloatArray]:
    return [spread_of(network, answers) for answers in looked(network, crops)]


def test_who_follows_the_picture_scatters_little_and_who_does_not_as_the_looks_do() -> None:
    (spread,) = spreads(network(), [crop(Box(0, 0, 800, 600))])
    assert spread.shape == (3, 3)
    looks = looks_for(CONFIG)
    assert len(looks) == 5
    assert not any(look.mirrored for look in looks)
    x = np.array([800 * ((0.4 - 0.5 - look.x) / look.scale) for look in looks])
    y = np.array([600 * ((0.4 - 0.5 - look.y) / look.scale) for look in looks])
    assert spread[1] == pytest.approx(np.cov(x, y)[[0, 0, 1], [0, 1, 1]], rel=1e-3)
    assert np.sqrt(spread[0, [0, 2]]).max() < 1.5  # pixels, of the 800
    assert np.isnan(spread[2]).all()  # it is not predicted


def test_it_is_in_pixels_of_the_picture_whatever_the_crop() -> None:
    small, large = spreads(network(), [crop(Box(0, 0, 80, 60)), crop(Box(5, 7, 325, 247))])
    assert large[:2] == pytest.approx(16 * small[:2])


def test_mirrored_looks_are_for_networks_that_know_them() -> None:
    # Its answers for the two points change places with the mirror image: no scatter comes of that.
    config = TrainConfig(
        "smallnet", (0, 1), 60, 80, "face", 1e-3, 4, 1, standardise=False,
        augmentation=Augmentation(flip=True),
    )  # fmt: skip
    plain, mirrored = (
        spreads(network(one), [crop(Box(0, 0, 80, 60))])[0] for one in (CONFIG, config)
    )
    assert mirrored[0, 0] > 4 * plain[0, 0]  # this one does not swap its answers
    assert spreads(network(), []) == []


def test_the_mean_of_shifted_looks_is_what_is_predicted(
    make_faces: Callable[[int], list[Face]], tmp_path: Path
) -> None:
    flips = Augmentation(flip=True)
    config = replace(CONFIG, test_shift=True, test_flip=True, augmentation=flips)
    looks = looks_for(config)
    assert (len(looks), sum(look.mirrored for look in looks)) == (6, 3)
    assert np.mean([(look.x, look.y) for look in looks], axis=0) == pytest.approx([0, 0])
    assert looks_for(replace(config, test_flip=False)) == (
        Look(), Look(SHIFT), Look(-SHIFT), Look(0.0, SHIFT), Look(0.0, -SHIFT),
    )  # fmt: skip
    asked = network(config)
    labelled, other = make_faces(2)
    photo = replace(other, landmarks=None, state=FaceState.UNLABELLED, box=Box(10, 10, 70, 60))
    faces = [labelled, photo]
    cut = [crop for _, crop in decode(faces, tmp_path, config) if isinstance(crop, Crop)]
    found = [points for _, points in predict_faces(asked, faces, tmp_path, "run")]
    for points, answers in zip(found, looked(asked, cut), strict=True):
        assert isinstance(points, Landmarks)
        assert points.run == "run"
        assert points.xy_image[:2] == pytest.approx(answers.mean(axis=0))
        if points is found[1]:
            assert points.spread == pytest.approx(spread_of(asked, answers), nan_ok=True)
        else:
            assert points.spread is None
