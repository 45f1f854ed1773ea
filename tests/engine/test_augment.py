from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from kpstudio.engine import augment
from kpstudio.engine.augmentation import Augmentation
from kpstudio.engine.config import TrainConfig
from tests.engine.conftest import SCHEME, blobs, centroid

CONFIG = TrainConfig("resnet18", (0, 1, 2), 96, 128, "face", 1e-3, 4, 1)
LOG = math.log(1.25)
SIZE = np.array([CONFIG.input_width, CONFIG.input_height])


def drawn(moves: Augmentation, count: int, seed: int) -> augment.Moves:
    return augment.draw(moves, count, CONFIG, torch.Generator().manual_seed(seed))


def settings_of(augmentation: Augmentation, width: int, height: int) -> TrainConfig:
    return TrainConfig(
        "resnet18", (0, 1, 2), height, width, "face", 1e-3, 4, 1, augmentation=augmentation
    )


AMOUNTS = st.builds(
    Augmentation,
    rotation_degrees=st.floats(0, 180),
    shift_left=st.floats(0, 0.1),
    shift_right=st.floats(0, 0.1),
    shift_up=st.floats(0, 0.1),
    shift_down=st.floats(0, 0.1),
    scale=st.floats(0, 0.5),
    flip=st.booleans(),
    blur=st.sampled_from((0.0, 0.5, 1.0)),
)


@settings(max_examples=60, deadline=None)
@given(
    amounts=AMOUNTS,
    size=st.tuples(st.integers(96, 131), st.integers(96, 131)),
    count=st.integers(1, 5),
    place=st.tuples(st.floats(0.45, 0.55), st.floats(0.45, 0.55)),
    seed=st.integers(0, 10_000),
)
def test_pixels_and_points_move_together(
    amounts: Augmentation,
    size: tuple[int, int],
    count: int,
    place: tuple[float, float],
    seed: int,
) -> None:
    config = settings_of(amounts, *size)
    margin = augment.margin_for(config)
    wide, high = size[0] + 2 * margin, size[1] + 2 * margin
    picture = blobs(np.array([place]) * size - 0.5 + margin, wide, high, sigma=4.0)
    targets = torch.tensor([[place]]).repeat(count, 1, 1)
    pixels = torch.from_numpy(picture)[None, None].repeat(count, 1, 1, 1)
    random = torch.Generator().manual_seed(seed)
    grey, points, _ = augment.augmented(pixels, targets, torch.tensor([0]), config, random)
    assert grey.shape == (count, 1, size[1], size[0])
    for pixel, point in zip(grey.float().numpy(), points.numpy(), strict=True):
        blob = np.clip(pixel[0] - 5, 0, None)  # above the mean grey that is beyond the picture
        assert np.abs(centroid(blob) - (point[0] * size - 0.5)).max() < 0.05


@settings(max_examples=30, deadline=None)
@given(
    size=st.tuples(st.integers(32, 70), st.integers(32, 70)),
    count=st.integers(1, 4),
    gone=st.integers(0, 2),
    seed=st.integers(0, 10_000),
)
def test_mirroring_twice_is_the_identity(
    size: tuple[int, int], count: int, gone: int, seed: int
) -> None:
    config = settings_of(Augmentation(flip=True), *size)
    random = torch.Generator().manual_seed(seed)
    pixels = torch.randint(0, 256, (count, 1, size[1], size[0]), generator=random)
    targets = torch.rand((count, 3, 2), generator=random)
    targets[0, gone] = torch.nan
    mirror = augment.mirror_of(config, SCHEME)
    turned = torch.diag(torch.tensor([-1.0, 1.0])).repeat(count, 1, 1)
    flips = augment.Moves(turned, torch.zeros(count, 2), torch.ones(count, dtype=torch.bool))
    once = augment.move_points(targets, flips, mirror, config)
    twice = augment.move_points(once, flips, mirror, config)
    assert torch.isnan(once[0, mirror[gone]]).all()
    assert torch.allclose(once[1:, 0, 0], 1 - targets[1:, 1, 0], atol=1e-6)
    assert torch.allclose(twice, targets, atol=1e-6, equal_nan=True)
    grey = augment.move_pixels(pixels.byte(), flips, config)
    assert torch.allclose(grey, pixels.flip(3).float(), atol=1e-2)
    assert torch.allclose(augment.move_pixels(grey, flips, config), pixels.float(), atol=2e-2)


@settings(max_examples=30, deadline=None)
@given(
    amounts=AMOUNTS,
    parts=st.fixed_dictionaries(
        {name: st.floats(0, 1) for name in ("light", "blur", "noise", "occlusion")}
    ),
    seed=st.integers(0, 10_000),
    count=st.integers(1, 6),
)
def test_what_repaints_moves_no_points_and_a_seed_gives_it_again(
    amounts: Augmentation, parts: dict[str, float], seed: int, count: int
) -> None:
    targets = torch.rand((count, 3, 2), generator=torch.Generator().manual_seed(seed))
    targets[0, 1] = torch.nan
    plain = replace(CONFIG, augmentation=replace(amounts, blur=0.0))
    painted = replace(CONFIG, augmentation=replace(amounts, **parts))
    margin = augment.margin_for(plain)
    assert margin == augment.margin_for(painted)
    shape = (count, 1, CONFIG.input_height + 2 * margin, CONFIG.input_width + 2 * margin)
    pixels = torch.randint(0, 256, shape, generator=torch.Generator().manual_seed(seed)).byte()
    before = pixels.clone()
    mirror = augment.mirror_of(CONFIG, SCHEME)
    moved, first, again = (
        augment.augmented(pixels, targets, mirror, config, torch.Generator().manual_seed(seed))
        for config in (plain, painted, painted)
    )
    assert torch.equal(torch.isnan(moved[1]), torch.isnan(first[1]))
    assert torch.equal(moved[1].nan_to_num(), first[1].nan_to_num())
    assert torch.equal(first[0], again[0])
    assert torch.isfinite(first[0]).all()
    assert torch.equal(pixels, before)


def test_what_is_switched_off_draws_nothing() -> None:
    pixels, targets = torch.zeros((5, 1, 96, 128), dtype=torch.uint8), torch.rand(5, 3, 2)
    mirror = augment.mirror_of(CONFIG, SCHEME)
    random, same = torch.Generator().manual_seed(4), torch.Generator().manual_seed(4)
    still, points, moves = augment.augmented(pixels, targets, mirror, CONFIG, random)
    assert still is pixels
    assert points is targets
    assert moves is None
    assert torch.equal(random.get_state(), same.get_state())
    config = replace(CONFIG, augmentation=Augmentation(10, 0.1, 0.1, 0.1))
    augment.augmented(pixels, targets, mirror, config, random)
    torch.rand((4, 5), generator=same)
    assert torch.equal(random.get_state(), same.get_state())


def test_no_picture_at_all_is_moved_and_repainted_too() -> None:
    every = Augmentation(10, 0.1, 0.1, 0.1, 0.1, 0.2, True, 0.3, 0.2, 0.1, 0.3)
    config = replace(CONFIG, augmentation=every)
    random = torch.Generator().manual_seed(0)
    none = torch.empty((0, 1, 150, 180), dtype=torch.uint8)
    grey, points, _ = augment.augmented(none, torch.empty(0, 3, 2), torch.arange(3), config, random)
    assert grey.shape == (0, 1, 96, 128)
    assert points.shape == (0, 3, 2)


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
    moves = drawn(Augmentation(10, 0.1, 0.2, 0.05, 0.0, scale=0.25), 2000, 0)
    assert moves.scale is not None
    angle = torch.rad2deg(torch.atan2(moves.linear[:, 1, 0], moves.linear[:, 0, 0]))
    x, y = (moves.shift / torch.tensor(SIZE)).T
    bounds = ((angle, -10, 10), (x, -0.1, 0.2), (y, -0.05, 0.0), (moves.scale.log(), -LOG, LOG))
    for values, low, high in bounds:
        span = high - low
        assert low - 1e-4 <= float(values.min()) < low + 0.02 * span
        assert high - 0.02 * span < float(values.max()) <= high + 1e-4


@pytest.mark.parametrize("scale", [0.0, 0.15])
def test_the_margin_covers_what_the_moves_bring_into_view(scale: float) -> None:
    moves = Augmentation(10, 0.1, 0.1, 0.1, scale=scale)
    config = replace(CONFIG, augmentation=moves)
    margin = augment.margin_for(config)
    many = drawn(moves, 500, 0)
    half = SIZE / 2
    corners = torch.tensor([[x, y] for x in (-half[0], half[0]) for y in (-half[1], half[1])])
    back = torch.einsum("nij,npj->npi", many.back, corners.float() - many.shift[:, None])
    reach = (back.abs() - torch.tensor(half)).max()
    assert 0.6 * margin < float(reach) <= margin
    assert augment.margin_for(replace(config, crop="picture")) == 0
    assert augment.margin_for(CONFIG) == 0


@given(AMOUNTS, st.integers(32, 600), st.integers(32, 600))
def test_the_margin_never_takes_more_than_half_of_the_longer_side(
    amounts: Augmentation, width: int, height: int
) -> None:
    assert 0 <= augment.margin_for(settings_of(amounts, width, height)) <= max(width, height) // 2
