"""Learning a Gaussian over shapes from labelled ones."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from kpstudio.core.landmarks import FloatArray
from kpstudio.core.schema import scheme_named
from kpstudio.core.shape_learning import ENOUGH, learn_prior
from kpstudio.core.shape_prior import ShapePrior
from kpstudio.core.shapemodel import similarity
from tests.core.test_shapemodel import read_asf

K = 12
ALONE = tuple(range(K))


def planted(count: int = 120, seed: int = 0) -> tuple[FloatArray, ShapePrior]:
    """Shapes with two modes and a little noise, anywhere in pictures, and what they come from."""
    random = np.random.default_rng(seed)
    mean = random.normal(size=(K, 2))
    mean -= mean.mean(axis=0)
    mean /= np.sqrt((mean**2).sum(axis=1).mean())
    x, y = mean.T
    pose = np.stack([mean.ravel(), np.column_stack([-y, x]).ravel()])
    pose = np.vstack([pose, np.tile(np.eye(2), K)])
    ways = np.linalg.qr(np.vstack([pose, random.normal(size=(2, 2 * K))]).T)[0].T[-2:]
    model = ShapePrior(mean, ways.reshape(2, K, 2), np.array([0.5, 0.25]), 0.01)
    weights = random.normal(size=(count, 2)) * model.std
    shapes = mean + np.einsum("nm,mkd->nkd", weights, model.modes)
    shapes += random.normal(scale=model.noise, size=shapes.shape)
    sizes = random.uniform(20, 60, size=(count, 1, 1))
    return shapes * sizes + random.uniform(50, 400, size=(count, 1, 2)), model


def overlap(found: ShapePrior, model: ShapePrior) -> FloatArray:
    """Cosines of each planted mode with the found ones' plane."""
    flat = found.modes[:2].reshape(2, -1) @ model.modes.reshape(2, -1).T
    return np.linalg.norm(flat, axis=0)


def test_planted_modes_are_found():
    shapes, model = planted()
    found = learn_prior(shapes, ALONE, "these")
    assert found is not None and found.origin == "these"
    moved = similarity(found.mean, model.mean)(found.mean)
    assert np.abs(moved - model.mean).max() < 0.12
    assert overlap(found, model).min() > 0.97
    assert found.std[:2] == pytest.approx(model.std, rel=0.3)
    assert 0.005 < found.noise < 0.03


def test_missing_points_and_slips_hardly_change_what_is_learnt():
    shapes, model = planted()
    gaps = shapes.copy()
    gaps[np.random.default_rng(3).random(gaps.shape[:2]) < 0.1] = np.nan
    gaps[::40] = np.random.default_rng(4).uniform(0, 400, size=gaps[::40].shape)
    found = learn_prior(gaps, ALONE)
    assert found is not None
    assert overlap(found, model).min() > 0.95


def test_a_point_that_nobody_placed_is_not_known():
    shapes, _ = planted()
    shapes[:, 4] = np.nan
    found = learn_prior(shapes, ALONE)
    assert found is not None
    assert np.flatnonzero(~found.known).tolist() == [4]
    xy = shapes[0]
    after = found.follow(xy, [0], xy[[0]] + 3.0)
    assert np.isnan(after[4]).all() and np.isfinite(after[:4]).all()
    fitted = found.fit_to([0, 1, 2, 3], xy[:4])
    assert np.isnan(fitted[4]).all() and np.isfinite(np.delete(fitted, 4, axis=0)).all()
    assert found.usual(xy) is not None


def test_with_few_shapes_nothing_is_learnt():
    shapes, _ = planted(ENOUGH - 1)
    assert learn_prior(shapes, ALONE) is None
    assert learn_prior(np.empty((0, K, 2)), ALONE) is None
    shapes, _ = planted(ENOUGH)
    assert learn_prior(shapes, ALONE) is not None
    shapes[:, 2:] = np.nan
    assert learn_prior(shapes, ALONE) is None


def test_shapes_of_one_form_are_learnt_with_the_noise_of_a_hand():
    shapes, model = planted()
    found = learn_prior(np.tile(40 * model.mean, (60, 1, 1)), ALONE)
    assert found is not None and found.noise > 0
    judged = found.usual(shapes[0])
    assert judged is not None and judged.percent > 99


def test_of_faces_few_are_unusual_and_swapped_eyes_are(
    shared_data: Callable[[str], Path],
) -> None:
    scheme = scheme_named("imm58")
    shapes = np.stack([read_asf(path) for path in sorted(shared_data("imm").glob("*.asf"))])
    found = learn_prior(shapes[:120], scheme.mirror)
    assert found is not None
    judged = [found.usual(shape) for shape in shapes[120:]]
    percents = np.array([one.percent for one in judged if one is not None])
    assert len(percents) == 120
    assert (percents > 99.5).mean() < 0.1
    assert 20 < np.median(percents) < 90
    swapped = shapes[200].copy()
    swapped[13:29] = np.roll(swapped[13:29], 8, axis=0)
    odd = found.usual(swapped)
    assert odd is not None and odd.percent > 99.99


def test_where_half_of_few_shapes_are_slips_nothing_is_learnt():
    shapes, _ = planted(ENOUGH + 5)
    random = np.random.default_rng(1)
    shapes[:10] = random.uniform(0, 500, size=(10, K, 2))
    assert learn_prior(shapes, ALONE) is None


def test_mirror_images_count_where_the_pairs_are_known():
    shapes, _ = planted()
    pairs = tuple(k ^ 1 for k in range(K))
    found = learn_prior(shapes, pairs)
    assert found is not None
    mean, mirrored = found.mean @ [1, 1j], found.mean[list(pairs)] @ [-1, 1j]
    assert abs(np.vdot(mean, mirrored)) / K == pytest.approx(1.0, abs=0.01)
