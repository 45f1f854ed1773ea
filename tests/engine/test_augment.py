from __future__ import annotations

from dataclasses import replace

import numpy as np
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from kpstudio.engine import augment
from kpstudio.engine.augmentation import Augmentation
from kpstudio.engine.config import TrainConfig
from tests.engine.conftest import SCHEME, blobs, centroid

CONFIG = TrainConfig("resnet18", (0, 1, 2), 96, 128, "face", 1e-3, 4, 1)
SIZE = np.array([CONFIG.input_width, CONFIG.input_height])


def drawn(moves: Augmentation, count: int, seed: int) -> augment.Moves:
    return augment.draw(moves, count, CONFIG, torch.Generator().manual_seed(seed))


@settings(max_examples=40, deadline=None)
@given(
    rotation=st.floats(0, 30),
    shift=st.floats(0, 0.1),
    flip=st.booleans(),
    margin=st.integers(0, 20),
    x=st.floats(0.4, 0.6),
    y=st.floats(0.4, 0.6),
    seed=st.integers(0, 10_000),
)
def test_pixels_and_points_move_together(
    rotation: float, shift: float, flip: bool, margin: int, x: float, y: float, seed: int
) -> None:
    xy_crop = np.array([[x, y]])
    width, height = SIZE + 2 * margin
    picture = blobs(xy_crop * SIZE - 0.5 + margin, int(width), int(height), sigma=4.0)
    moves = drawn(Augmentation(rotation, shift, shift, shift, shift, flip), 3, seed)
    pixels = torch.from_numpy(np.stack([picture[None]] * 3))
    targets = torch.from_numpy(np.stack([xy_crop] * 3)).float()
    moved_pixels = augment.move_pixels(pixels, moves, CONFIG)
    moved_points = augment.move_points(targets, moves, torch.tensor([0]), CONFIG)
    assert moved_pixels.shape == (3, 1, CONFIG.input_height, CONFIG.input_width)
    for pixel, point in zip(moved_pixels.numpy(), moved_points.numpy(), strict=True):
        blob = np.clip(pixel[0] - 20, 0, None)  # above the mean grey that is beyond the picture
        assert np.abs(centroid(blob) - (point[0] * SIZE - 0.5)).max() < 0.05


def test_no_move_gives_the_inputs_back_exactly() -> None:
    random = torch.Generator().manual_seed(1)
    pixels = torch.randint(0, 256, (2, 1, 96 + 6, 128 + 6), generator=random, dtype=torch.uint8)
    still = augment.move_pixels(pixels, drawn(Augmentation(), 2, 0), CONFIG)
    assert torch.allclose(still, pixels[:, :, 3:-3, 3:-3].float(), atol=1e-2)


def test_a_mirrored_face_has_its_pairs_swapped() -> None:
    targets = torch.tensor([[[0.2, 0.3], [0.7, 0.4], [0.5, 0.6]]]).repeat(20, 1, 1)
    moves = drawn(Augmentation(flip=True), 20, 3)
    assert 0 < int(moves.flipped.sum()) < 20
    moved = augment.move_points(targets, moves, augment.mirror_of(CONFIG, SCHEME), CONFIG)
    mirrored = torch.tensor([[0.3, 0.4], [0.8, 0.3], [0.5, 0.6]])
    for points, flipped in zip(moved, moves.flipped, strict=True):
        assert torch.allclose(points, mirrored if flipped else targets[0], atol=1e-6)


def test_missing_points_stay_missing_when_pairs_swap() -> None:
    targets = torch.tensor([[[float("nan"), float("nan")], [0.7, 0.4], [0.5, 0.6]]]).repeat(9, 1, 1)
    moves = drawn(Augmentation(10, flip=True), 9, 3)
    moved = augment.move_points(targets, moves, augment.mirror_of(CONFIG, SCHEME), CONFIG)
    for points, flipped in zip(moved, moves.flipped, strict=True):
        assert torch.isnan(points[int(flipped)]).all()
        assert torch.isfinite(points[1 - int(flipped)]).all()


def test_what_lies_beyond_the_picture_is_its_mean_grey() -> None:
    half = torch.zeros((1, 1, 96, 128), dtype=torch.uint8)
    half[:, :, 48:] = 100
    right = augment.Moves(torch.eye(2)[None], torch.tensor([[30.0, 0.0]]), torch.tensor([False]))
    moved = augment.move_pixels(half, right, CONFIG)
    assert torch.allclose(moved[..., :30], torch.tensor(50.0))
    assert torch.allclose(moved[..., 30:], half[..., :-30].float())


def test_moves_keep_to_their_ranges() -> None:
    moves = drawn(Augmentation(10, 0.1, 0.2, 0.05, 0.0), 2000, 0)
    angle = torch.rad2deg(torch.atan2(moves.linear[:, 1, 0], moves.linear[:, 0, 0]))
    x, y = (moves.shift / torch.tensor(SIZE)).T
    bounds = ((angle, -10, 10), (x, -0.1, 0.2), (y, -0.05, 0.0))
    for values, low, high in bounds:
        span = high - low
        assert low - 1e-4 <= float(values.min()) < low + 0.02 * span
        assert high - 0.02 * span < float(values.max()) <= high + 1e-4


def test_the_margin_covers_what_the_moves_bring_into_view() -> None:
    moves = Augmentation(10, 0.1, 0.1, 0.1)
    config = replace(CONFIG, augmentation=moves)
    margin = augment.margin_for(config)
    many = drawn(moves, 500, 0)
    half = SIZE / 2
    corners = torch.tensor([[x, y] for x in (-half[0], half[0]) for y in (-half[1], half[1])])
    back = torch.einsum(
        "nji,npj->npi", many.linear, corners.float() - many.shift[:, None]
    )  # the transpose of an orthogonal map is its inverse
    reach = (back.abs() - torch.tensor(half)).max()
    assert 0 < float(reach) <= margin
    assert augment.margin_for(replace(config, crop="picture")) == 0
    assert augment.margin_for(CONFIG) == 0
