from __future__ import annotations

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from torch import Tensor

from kpstudio.engine.augmentation import Augmentation
from kpstudio.engine.repaint import BLUR, BOX, DARKEST, repaint
from tests.engine.conftest import blobs, centroid

SIZES = st.tuples(st.integers(32, 90), st.integers(32, 90))
"""Widths and heights."""


def painted(grey: Tensor, seed: int = 0, **amounts: float) -> Tensor:
    return repaint(grey, Augmentation(**amounts), torch.Generator().manual_seed(seed))


def noisy(count: int, width: int, height: int, seed: int = 0) -> Tensor:
    random = torch.Generator().manual_seed(seed)
    return torch.randint(0, 256, (count, 1, height, width), generator=random).byte()


@settings(max_examples=30, deadline=None)
@given(SIZES, st.floats(0, 1), st.floats(0, 1), st.floats(0, 1), st.integers(0, 10_000))
def test_light_noise_and_boxes_leave_every_pixel_at_its_place(
    size: tuple[int, int], light: float, noise: float, occlusion: float, seed: int
) -> None:
    grey = noisy(3, *size, seed)
    other = grey.clone()
    other[1, 0, 21, 14] ^= 255  # not among those that a box's grey is taken from
    amounts = {"light": light, "noise": noise, "occlusion": occlusion}
    before, after = painted(grey, seed, **amounts), painted(other, seed, **amounts)
    assert before.shape == grey.shape
    assert before.dtype == torch.float32
    changed = (before != after).nonzero().tolist()
    assert changed in ([[1, 0, 21, 14]], [])  # covered by a box, it is not seen
    if not occlusion:
        assert changed


@settings(max_examples=30, deadline=None)
@given(SIZES, st.tuples(st.floats(0.4, 0.6), st.floats(0.4, 0.6)), st.integers(0, 10_000))
def test_blurring_leaves_a_spot_where_it_is_and_keeps_its_light(
    size: tuple[int, int], place: tuple[float, float], seed: int
) -> None:
    middle = np.array([place]) * size - 0.5
    grey = torch.from_numpy(blobs(middle, *size, sigma=2.0))[None, None].repeat(4, 1, 1, 1)
    for picture in painted(grey, seed, blur=1.0):
        assert np.abs(centroid(picture[0].numpy()) - middle).max() < 0.05
        assert float(picture.sum()) == pytest.approx(float(grey[0].sum()), rel=1e-4)
        assert float(picture.max()) <= float(grey.max()) + 1e-3


def test_a_share_of_the_pictures_is_blurred_by_a_pixel_or_so() -> None:
    grey = torch.zeros((400, 1, 64, 64))
    grey[:, :, 32, 32] = 255.0
    blurred = painted(grey, blur=0.2)
    chosen = blurred[(blurred != grey).any(dim=(1, 2, 3)).numpy()]
    assert 60 < len(chosen) < 100
    distance = (torch.arange(64) - 32.0).square()
    sigma = (chosen.sum(dim=(1, 2)) @ distance / 255).sqrt()
    # A pixel's own width keeps narrow Gaussians on the grid from being as wide as they should.
    assert float(sigma.min()) >= 0.0
    assert 0.9 * BLUR[1] * 64 < float(sigma.max()) <= 1.01 * BLUR[1] * 64
    even = painted(torch.full((4, 1, 40, 50), 93.0), blur=1.0)
    assert torch.allclose(even, torch.tensor(93.0), atol=1e-3)  # no dark edges


def test_light_from_a_side_is_an_even_slope_in_any_direction() -> None:
    lit = painted(torch.full((300, 1, 33, 49), 128.0), light=0.3)[:, 0]
    assert float(lit.diff(n=2, dim=1).abs().max()) < 1e-2
    assert float(lit.diff(n=2, dim=2).abs().max()) < 1e-2
    across, down = lit[:, 16, -1] - lit[:, 16, 0], lit[:, -1, 24] - lit[:, 0, 24]
    for slope in (across, down):
        assert 90 < int((slope > 0).sum()) < 210
        assert float(slope.abs().max()) > 30
    middle = lit[:, 16, 24]
    assert float(middle.min()) < 100
    assert float(middle.max()) > 156


def test_light_keeps_the_order_of_greys_and_never_goes_out() -> None:
    steps = torch.arange(0, 256, 8.0).repeat(200, 1, 32, 1)
    weak = painted(steps, light=0.01)
    assert float((weak - steps).abs().max()) < 10
    strong = painted(steps, light=1.0)
    row = painted(steps.transpose(2, 3).flip(2), light=1.0)
    for picture in (strong, row):
        assert torch.isfinite(picture).all()
    same = painted(torch.full((200, 1, 32, 32), 200.0), light=1.0)
    dark = painted(torch.full((200, 1, 32, 32), 50.0), light=1.0)
    assert bool((same > dark).all())
    assert DARKEST > 0


def test_grain_varies_from_none_to_the_largest() -> None:
    grain = painted(torch.full((300, 1, 40, 40), 100.0), noise=0.1) - 100
    deviation = grain.std(dim=(1, 2, 3))
    assert float(deviation.min()) < 1.0
    assert 24.0 < float(deviation.max()) < 27.0
    assert float(deviation.mean()) == pytest.approx(0.05 * 255, rel=0.1)
    assert abs(float(grain.mean())) < 0.1


def test_a_share_of_the_pictures_is_covered_by_one_plain_box() -> None:
    width, height = 120, 80
    grey = noisy(300, width, height).float()
    covered = painted(grey, occlusion=0.3)
    differs = covered != grey
    boxed = [k for k in range(300) if differs[k].any()]
    assert 65 < len(boxed) < 115
    sides, lefts, tones = [], [], []
    for k in boxed:
        rows, columns = differs[k, 0].any(dim=1).nonzero(), differs[k, 0].any(dim=0).nonzero()
        top, bottom = int(rows.min()), int(rows.max()) + 1
        left, right = int(columns.min()), int(columns.max()) + 1
        inside = covered[k, 0, top:bottom, left:right]
        assert bool((inside == inside[0, 0]).all())
        sides.append(((right - left) / width, (bottom - top) / height))
        lefts.append(left / (width - (right - left)))
        tones.append(float(inside[0, 0]))
    for extent in np.array(sides).T:
        assert BOX[0] - 0.02 < extent.min() < BOX[0] + 0.05
        assert BOX[1] - 0.05 < extent.max() < BOX[1] + 0.02
    assert min(lefts) < 0.05
    assert max(lefts) > 0.95
    assert np.std(tones) > 40
    assert 0 <= min(tones) < 60 < 200 < max(tones) <= 255


@pytest.mark.parametrize("kind", ["light", "blur", "noise", "occlusion"])
def test_each_kind_draws_only_where_it_is_asked_for(kind: str) -> None:
    grey = noisy(4, 40, 40)
    random, same = torch.Generator().manual_seed(2), torch.Generator().manual_seed(2)
    assert torch.equal(repaint(grey, Augmentation(), random), grey.float())
    assert torch.equal(random.get_state(), same.get_state())
    one = repaint(grey, Augmentation(**{kind: 1.0}), random)
    assert not torch.equal(random.get_state(), same.get_state())
    assert torch.equal(one, repaint(grey, Augmentation(**{kind: 1.0}), same))
    another = repaint(grey, Augmentation(**{kind: 1.0}), same)
    assert not torch.equal(one, another)


@settings(max_examples=20, deadline=None)
@given(SIZES, st.integers(0, 5), st.integers(0, 10_000))
def test_any_number_of_pictures_of_any_shape_can_be_repainted(
    size: tuple[int, int], count: int, seed: int
) -> None:
    grey = noisy(count, *size, seed)
    before = grey.clone()
    every = painted(grey, seed, light=1.0, blur=0.5, noise=1.0, occlusion=0.5)
    assert every.shape == grey.shape
    assert torch.isfinite(every).all()
    assert torch.equal(grey, before)
