from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch

from kpstudio.core.labelset import Face, FaceState
from kpstudio.core.landmarks import Landmarks
from kpstudio.engine import data
from kpstudio.engine.config import TrainConfig
from kpstudio.engine.control import Control
from kpstudio.engine.events import Event, Notice, Preparing
from tests.engine.conftest import SCHEME

MakeFaces = Callable[[int], list[Face]]
CONFIG = TrainConfig("smallnet", (0, 2), 60, 80, "picture", 1e-3, 4, 1)


def load(
    faces: list[Face], root: Path, margin: int = 0, control: Control | None = None
) -> tuple[list[Event], data.FaceTensors | None]:
    events: list[Event] = []
    work = data.load(faces, root, CONFIG, margin, control or Control(), (0, len(faces)))
    while True:
        try:
            events.append(next(work))
        except StopIteration as end:
            return events, end.value


def test_pictures_become_bytes_and_points_become_fractions(
    make_faces: MakeFaces, tmp_path: Path
) -> None:
    faces = make_faces(5)
    events, tensors = load(faces, tmp_path, margin=3)
    assert tensors is not None
    assert tensors.pixels.shape == (5, 1, 66, 86)
    assert tensors.pixels.dtype == torch.uint8
    assert tensors.inputs.shape == (5, 1, 60, 80)
    landmarks = faces[4].landmarks
    assert landmarks is not None
    expected = (landmarks.xy_image[[0, 2]] + 0.5) / [96, 72]
    assert np.allclose(tensors.targets[4].numpy(), expected, atol=1e-6)
    assert events[-1] == Preparing(5, 5)


def test_an_unreadable_picture_is_noticed_and_left_out(
    make_faces: MakeFaces, tmp_path: Path
) -> None:
    faces = make_faces(4)
    (tmp_path / faces[1].picture).write_bytes(b"")
    events, tensors = load(faces, tmp_path)
    assert tensors is not None
    assert tensors.faces == (faces[0], *faces[2:])
    (notice,) = [event for event in events if isinstance(event, Notice)]
    assert notice.message.startswith("01.png: ")
    assert notice.message.count("01.png") == 1


def test_stopping_ends_the_decoding(make_faces: MakeFaces, tmp_path: Path) -> None:
    control = Control()
    control.stop()
    events, tensors = load(make_faces(3), tmp_path, control=control)
    assert tensors is None
    assert events == []


def test_faces_without_a_vouched_chosen_point_are_not_trained_on(make_faces: MakeFaces) -> None:
    face = make_faces(1)[0]
    other_point_only = Landmarks.of([[np.nan, np.nan], [4, 5], [np.nan, np.nan]])
    faces = [
        face,
        replace(face, landmarks=None),
        replace(face, state=FaceState.PREDICTED),
        replace(face, landmarks=other_point_only),
    ]
    assert data.trainable(faces, CONFIG) == [face]
    assert SCHEME.count == 3


def test_each_standardised_picture_has_mean_0_and_deviation_1() -> None:
    random = torch.Generator().manual_seed(0)
    bright = torch.randint(150, 256, (1, 1, 60, 80), generator=random, dtype=torch.uint8)
    dark = torch.randint(0, 40, (1, 1, 60, 80), generator=random, dtype=torch.uint8)
    for picture in data.network_grey(torch.cat([bright, dark]), standardise=True):
        assert float(picture.mean()) == pytest.approx(0, abs=1e-4)
        assert float(picture.std()) == pytest.approx(1, abs=1e-4)


def test_brightness_and_contrast_do_not_matter_when_standardised() -> None:
    random = torch.Generator().manual_seed(0)
    grey = torch.randint(0, 100, (1, 1, 60, 80), generator=random).float()
    standardised = [data.network_grey(g, standardise=True) for g in (grey, 2 * grey + 30)]
    assert torch.allclose(*standardised, atol=1e-4)


def test_without_standardising_grey_lies_between_minus_and_plus_a_half() -> None:
    grey = torch.tensor([0.0, 255.0]).view(1, 1, 1, 2)
    assert data.network_grey(grey, standardise=False).flatten().tolist() == [-0.5, 0.5]
    assert grey.flatten().tolist() == [0, 255]


def test_nearly_uniform_pictures_are_shifted_but_not_blown_up() -> None:
    grey = torch.full((1, 1, 60, 80), 100, dtype=torch.uint8)
    grey[0, 0, 0, 0] = 101
    assert float(data.network_grey(grey, standardise=True).abs().max()) < 0.6


def test_missing_points_count_neither_in_the_mean_nor_in_the_error() -> None:
    nan = float("nan")
    targets = torch.tensor([[[0.2, 0.4], [nan, nan]], [[0.4, 0.6], [nan, nan]]])
    mean = data.mean_shape(targets)
    assert mean.flatten().tolist() == pytest.approx([0.3, 0.5, 0.5, 0.5])
    xy = torch.tensor([[[0.3, 0.4], [9.0, 9.0]], [[0.4, 0.6], [9.0, 9.0]]], requires_grad=True)
    mse = data.masked_mse(xy, targets)
    assert float(mse.detach()) == pytest.approx(0.01 / 4)
    (gradient,) = torch.autograd.grad(mse, xy)
    assert torch.isfinite(gradient).all()
    assert float(gradient[:, 1].abs().sum()) == 0
