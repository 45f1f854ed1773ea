from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from torch import Tensor

from kpstudio.core import metrics
from kpstudio.core.geometry import Box
from kpstudio.core.labelset import Face, FaceState
from kpstudio.core.landmarks import Landmarks, Source
from kpstudio.core.schema import BOX_SIZE, Normaliser
from kpstudio.engine import data
from kpstudio.engine.config import LOSSES, TrainConfig
from kpstudio.engine.losses import Goal, loss_named, mse_sum, nme_each, units_of, weights_of
from tests.engine.conftest import SCHEME

CONFIG = TrainConfig("smallnet", (0, 1, 2), 60, 80, "picture", 1e-3, 4, 3)
SIDE = math.sqrt(60 * 80)


def goal(targets: Tensor, weights: Tensor | None = None) -> Goal:
    return Goal(
        targets,
        torch.ones(len(targets)) if weights is None else weights,
        torch.ones(len(targets), 2),
    )


def value(loss: str, xy: Tensor, wanted: Goal) -> float:
    total, weight = loss_named(replace(CONFIG, loss=loss))(xy, wanted)
    return float(total / weight)


def drawn(seed: int, count: int = 5) -> tuple[Tensor, Tensor]:
    random = torch.Generator().manual_seed(seed)
    targets = torch.rand(count, 3, 2, generator=random)
    xy = targets + 0.2 * torch.randn(count, 3, 2, generator=random)
    gone = torch.rand(count, 3, generator=random) < 0.3
    gone[:, 0] = False
    targets[gone] = math.nan
    return xy, targets


@given(st.integers(0, 2**32 - 1))
def test_mse_is_the_mean_square_that_the_trainer_always_had(seed: int) -> None:
    xy, targets = drawn(seed)
    assert value("mse", xy, goal(targets)) == float(data.masked_mse(xy, targets))
    total, count = mse_sum(xy, goal(targets, torch.tensor([1.0, 3, 1, 1, 9])))
    assert float(total / count) == float(data.masked_mse(xy, targets))


def test_smooth_l1_is_torch_s_in_pixels() -> None:
    xy, targets = drawn(0)
    targets = torch.nan_to_num(targets, nan=0.5)
    expected = torch.nn.functional.smooth_l1_loss(xy * SIDE, targets * SIDE, beta=1.0) / SIDE
    assert value("smooth_l1", xy, goal(targets)) == pytest.approx(float(expected), rel=1e-5)


def test_wing_is_the_paper_s() -> None:
    """w ln(1 + x / e) for x < w, else x - C, with C = w - w ln(1 + w / e); w = 10, e = 2."""
    constant = 10 - 10 * math.log(6)
    for pixels, expected in ((1.0, 10 * math.log(1.5)), (9.999, 10 * math.log(1 + 9.999 / 2)),
                             (10.001, 10.001 - constant), (30.0, 30 - constant)):  # fmt: skip
        for sign in (-1, 1):
            xy = torch.full((1, 1, 2), sign * pixels / SIDE, dtype=torch.float64)
            found = value("wing", xy, goal(torch.zeros(1, 1, 2, dtype=torch.float64)))
            assert found * SIDE == pytest.approx(expected, rel=1e-6)


def faces_at(seed: int) -> tuple[list[Face], list[Box], Tensor]:
    """Faces whose network input has another aspect than their picture, and their targets."""
    random = np.random.default_rng(seed)
    faces, boxes, targets = [], [], []
    for k in range(4):
        xy = random.uniform(0, 100, (3, 2))
        if k:
            xy[random.random(3) < 0.2] = np.nan
        box = Box(0, 0, *random.uniform(80, 200, 2).tolist())
        faces.append(Face(f"{k}#0", f"{k}", Landmarks.of(xy), state=FaceState.LABELLED))
        boxes.append(box)
        targets.append(xy / [box.width, box.height])
    return faces, boxes, torch.tensor(np.array(targets), dtype=torch.float32)


@given(st.integers(0, 2**32 - 1))
def test_nme_is_what_is_measured_in_the_end(seed: int) -> None:
    faces, boxes, targets = faces_at(seed)
    units = units_of(faces, boxes, SCHEME.normaliser)
    xy = targets.nan_to_num(0.5) + 0.1 * torch.randn(targets.shape)
    each, known = nme_each(xy, Goal(targets, torch.ones(4), units))
    for k, face in enumerate(faces):
        assert face.landmarks is not None
        predicted = xy[k].double().numpy() * [boxes[k].width, boxes[k].height]
        expected = metrics.nme(predicted, face.landmarks.xy_image, SCHEME.normaliser)
        if known[k] and math.isfinite(expected):
            assert float(each[k]) == pytest.approx(expected, rel=1e-3)


def test_a_face_without_a_length_is_measured_by_its_box() -> None:
    xy = Landmarks.of([[3, 4], [np.nan] * 2, [np.nan] * 2])
    seen = Box(0, 0, 50, 200)
    for box, length in ((Box(0, 0, 20, 80), 40.0), (None, 100.0), (Box(0, 0, 0, 9), 100.0)):
        units = units_of([Face("a#0", "a", xy, box)], [seen], BOX_SIZE)
        assert units.tolist() == [pytest.approx([50 / length, 200 / length])]


def test_an_enlarged_face_is_measured_by_its_enlarged_length() -> None:
    wanted = goal(torch.zeros(2, 3, 2)).enlarged(torch.tensor([1.0, 2.0]))
    each, _ = nme_each(torch.full((2, 3, 2), 0.3), wanted)
    assert float(each[1]) == pytest.approx(float(each[0]) / 2)


@pytest.mark.parametrize("loss", LOSSES)
@given(seed=st.integers(0, 2**32 - 1))
def test_missing_points_have_no_say(loss: str, seed: int) -> None:
    xy, targets = drawn(seed)
    xy.requires_grad_()
    total, weight = loss_named(replace(CONFIG, loss=loss))(xy, goal(targets))
    (total / weight).backward()  # type: ignore[no-untyped-call]
    missing = ~torch.isfinite(targets)
    assert xy.grad is not None
    assert torch.isfinite(xy.grad).all()
    assert (xy.grad[missing] == 0).all()
    assert (xy.grad[~missing] != 0).any()
    other = torch.where(missing, 7.0, xy.detach())
    assert value(loss, other, goal(targets)) == pytest.approx(
        float((total / weight).detach()), rel=1e-6
    )


@pytest.mark.parametrize("loss", LOSSES)
def test_a_weight_of_three_is_a_face_shown_thrice(loss: str) -> None:
    xy, targets = drawn(3)
    weighted = value(loss, xy, goal(targets, torch.tensor([3.0, 1, 1, 1, 1])))
    thrice = torch.tensor([0, 0, 0, 1, 2, 3, 4])
    assert weighted == pytest.approx(value(loss, xy[thrice], goal(targets[thrice])), rel=1e-5)
    assert weighted != pytest.approx(value(loss, xy, goal(targets)), rel=1e-3)


@pytest.mark.parametrize("loss", LOSSES)
def test_a_perfect_answer_costs_nothing_and_has_a_gradient_all_the_same(loss: str) -> None:
    xy = torch.rand(2, 3, 2, requires_grad=True)
    total, weight = loss_named(replace(CONFIG, loss=loss))(xy, goal(xy.detach().clone()))
    (total / weight).backward()  # type: ignore[no-untyped-call]
    assert float(total.detach()) == pytest.approx(0, abs=1e-5)
    assert xy.grad is not None
    assert torch.isfinite(xy.grad).all()


def test_faces_that_a_person_looked_at_count_more() -> None:
    point = [[1.0, 2.0]]
    faces = [
        Face("a#0", "a", Landmarks.of(point), state=FaceState.LABELLED),
        Face("b#0", "b", Landmarks.of(point), state=FaceState.CORRECTED),
        Face("c#0", "c", Landmarks.of(point), state=FaceState.CHECKED),
        Face("d#0", "d", Landmarks.of(point, Source.PERSON), state=FaceState.LABELLED),
    ]
    assert weights_of(faces, 4.0).tolist() == [1, 4, 4, 4]


def test_no_face_rules_the_loss_by_a_tiny_length() -> None:
    xy = Landmarks.of([[3, 4], [3.01, 4], [40, 40]])
    seen = Box(0, 0, 50, 200)
    face = Face("a#0", "a", xy, state=FaceState.LABELLED)
    normaliser = Normaliser("eyes", (0,), (1,))
    assert float(units_of([face], [seen], normaliser).max()) > 10_000
    assert units_of([face], [seen], normaliser, 0.1).tolist() == [pytest.approx([5.0, 20.0])]
