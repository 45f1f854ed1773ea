from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from kpstudio.core.labelset import Face, FaceState
from kpstudio.core.landmarks import Landmarks
from kpstudio.core.schema import scheme_named
from kpstudio.core.shapemodel import shipped_shape_model
from kpstudio.engine.sampling import asymmetry, drawn_order, shares_of

SCHEME = scheme_named("imm58")
MODEL = shipped_shape_model("imm58")
assert MODEL is not None
FRONT = (
    MODEL.mean + np.column_stack([-MODEL.mean[:, 0], MODEL.mean[:, 1]])[list(SCHEME.mirror)]
) / 2


def turned(degrees: float) -> np.ndarray[tuple[int, int], np.dtype[np.float64]]:
    """The symmetric face on a cylinder, seen from the side."""
    angle = np.deg2rad(degrees)
    x, y = FRONT.T
    depth = -(x**2) / np.abs(x).max()
    return np.column_stack([x * np.cos(angle) + depth * np.sin(angle), y])


def face(xy: np.ndarray[tuple[int, int], np.dtype[np.float64]], number: int) -> Face:
    return Face(f"{number}#0", str(number), Landmarks.of(xy), state=FaceState.LABELLED)


@given(st.floats(-180, 180), st.floats(0.1, 300), st.floats(-100, 100))
def test_a_frontal_face_is_symmetric_however_it_lies(degrees, size, shift):
    angle = np.deg2rad(degrees)
    turn = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    (found,) = asymmetry((FRONT @ turn.T * size + shift)[None], SCHEME.mirror)
    assert found == pytest.approx(0, abs=1e-6)


def test_the_more_it_is_turned_the_less_symmetric_it_is():
    found = asymmetry(np.stack([turned(a) for a in (0, 10, 20, 40)]), SCHEME.mirror)
    assert np.all(np.diff(found) > 0.01)
    both = asymmetry(np.stack([turned(25), turned(-25)]), SCHEME.mirror)
    assert both[0] == pytest.approx(both[1], rel=1e-6)


def test_missing_points_are_passed_over_and_too_few_say_nothing():
    xy = np.stack([turned(30)] * 3)
    xy[1, :5] = np.nan
    xy[2, 2:] = np.nan
    found = asymmetry(xy, SCHEME.mirror)
    assert found[1] == pytest.approx(found[0], rel=0.5)
    assert np.isnan(found[2])


def test_turned_faces_are_shown_oftener_and_the_epoch_stays_as_long():
    faces = [face(turned(0), k) for k in range(30)] + [face(turned(35), k) for k in range(30, 40)]
    shares = shares_of(faces, SCHEME, 1.0)
    assert shares is not None
    assert float(shares.sum()) == pytest.approx(40)
    assert float(shares[35] / shares[0]) == pytest.approx(5, rel=1e-3)  # 4 times the mean
    random = torch.Generator().manual_seed(0)
    counts = sum(torch.bincount(drawn_order(40, shares, random), minlength=40) for _ in range(200))
    assert torch.allclose(counts / 200, shares.float(), atol=0.12)  # type: ignore[operator]


def test_one_means_twice_as_often_where_a_face_is_turned_as_much_as_the_average():
    faces = [face(turned(a), k) for k, a in enumerate((0, 20, 20, 20, 20, 20))]
    shares = shares_of(faces, SCHEME, 1.0)
    assert shares is not None
    assert float(shares[1] / shares[0]) == pytest.approx(2.2, rel=0.01)  # 6/5 of the mean


@given(st.integers(0, 2**32 - 1), st.integers(1, 50), st.floats(0.1, 5))
def test_each_comes_as_often_as_its_share_rounded(seed, count, spread):
    random = torch.Generator().manual_seed(seed)
    shares = torch.exp(spread * torch.rand(count, generator=random, dtype=torch.float64))
    shares *= count / shares.sum()
    order = drawn_order(count, shares, random)
    shown = torch.bincount(order, minlength=count)
    assert len(order) == count
    assert ((shown - shares).abs() < 1 + 1e-6).all()


def test_without_weight_or_pairs_each_is_shown_once():
    faces = [face(turned(a), a) for a in range(8)]
    alone = replace(SCHEME, mirror=tuple(range(58)))
    assert shares_of(faces, SCHEME, 0.0) is None
    assert shares_of(faces, alone, 1.0) is None
    order = drawn_order(8, None, torch.Generator().manual_seed(3))
    assert torch.equal(order, torch.randperm(8, generator=torch.Generator().manual_seed(3)))
