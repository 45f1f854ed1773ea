from __future__ import annotations

import math
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from kpstudio import resources
from kpstudio.core.geometry import Affine2D
from kpstudio.core.schema import PointSchema, shipped_schemes
from kpstudio.core.shapemodel import ShapeModel, shipped_shape_model, similarity

both = pytest.mark.parametrize("scheme", shipped_schemes()[:2], ids=lambda scheme: scheme.name)
clouds = hnp.arrays(np.float64, (5, 2), elements=st.integers(-100, 100).map(float), unique=True)


def model_of(scheme: PointSchema) -> ShapeModel:
    model = shipped_shape_model(scheme.name)
    assert model is not None
    return model


@st.composite
def similarities(draw: st.DrawFn) -> Affine2D:
    """Any rotation, scale and shift."""
    scale, angle = draw(st.floats(0.1, 10)), draw(st.floats(-math.pi, math.pi))
    cos, sin = scale * math.cos(angle), scale * math.sin(angle)
    x, y = draw(st.floats(-500, 500)), draw(st.floats(-500, 500))
    return Affine2D(np.array([[cos, -sin, x], [sin, cos, y]]))


@given(clouds, similarities(), st.sets(st.integers(0, 4), max_size=3))
def test_a_planted_similarity_is_found_from_the_points_that_both_have(
    xy: np.ndarray, planted: Affine2D, missing: set[int]
) -> None:
    seen = xy.copy()
    seen[sorted(missing)] = math.nan
    assert np.allclose(similarity(seen, planted(xy)).matrix, planted.matrix, atol=1e-6)
    assert np.allclose(similarity(xy, planted(seen)).matrix, planted.matrix, atol=1e-6)


@given(clouds, clouds, similarities())
def test_no_other_similarity_fits_better(xy: np.ndarray, goal: np.ndarray, other: Affine2D) -> None:
    best = np.sum((similarity(xy, goal)(xy) - goal) ** 2)
    assert best <= np.sum((other(xy) - goal) ** 2) + 1e-6


def test_a_mirrored_shape_is_turned_and_not_mirrored_back() -> None:
    linear = similarity([[0, 0], [2, 0], [0, 1]], [[0, 0], [-2, 0], [0, 1]]).matrix[:, :2]
    assert np.linalg.det(linear) > 0


def test_points_in_one_spot_are_only_moved() -> None:
    found = similarity([[1, 1], [1, 1]], [[4, 5], [6, 5]])
    assert found([[1, 1]]).tolist() == [[5, 5]]
    assert np.array_equal(found.matrix[:, :2], np.eye(2))


def test_one_common_point_is_not_enough() -> None:
    with pytest.raises(ValueError, match="two points"):
        similarity([[0, 0], [math.nan, 1]], [[0, 0], [1, 1]])


@both
def test_the_shipped_mean_is_its_own_mirror_image(scheme: PointSchema) -> None:
    mean = model_of(scheme).mean
    mirrored = mean[list(scheme.mirror)] * [-1, 1]
    assert np.hypot(*(mirrored - mean).T).max() < 0.02  # of the distance of the eye corners
    data = resources.read_json(f"shapes/{scheme.name}_shape.json")
    assert tuple(data["mirror"]) == scheme.mirror


@both
def test_the_shipped_statistics_are_sound(scheme: PointSchema) -> None:
    model = model_of(scheme)
    assert model.mean.shape == (scheme.count, 2)
    assert np.allclose(model.mean.mean(axis=0), 0, atol=1e-6)
    a, b = scheme.normaliser.a[0], scheme.normaliser.b[0]
    assert np.hypot(*(model.mean[a] - model.mean[b])) == pytest.approx(1, abs=1e-6)
    flat = model.modes.reshape(len(model.std), -1)
    assert np.allclose(flat @ flat.T, np.eye(len(flat)), atol=1e-4)
    assert (np.diff(model.std) < 0).all()


@both
def test_points_lie_where_their_names_say(scheme: PointSchema) -> None:
    mean = model_of(scheme).mean
    centre = {name: mean[list(group)].mean(axis=0) for name, group in scheme.groups.items()}
    for part in ("eye", "brow"):
        assert centre[f"right {part}"][0] < centre[f"left {part}"][0], "right is the subject's"
    assert centre["left brow"][1] < centre["left eye"][1] < centre["nose tip"][1]
    assert centre["nose tip"][1] < centre["mouth"][1] < mean[scheme.index("chin")][1]


@both
@given(weight=st.floats(-2, 2), moved=similarities())
def test_coefficients_do_not_depend_on_place_size_and_tilt(
    scheme: PointSchema, weight: float, moved: Affine2D
) -> None:
    model = model_of(scheme)
    face = model.mean + weight * model.std[0] * model.modes[0]
    assert np.allclose(model.coefficients(moved(face)), model.coefficients(face), atol=1e-6)


@both
def test_the_mean_face_looks_straight_ahead_and_noses_turn_with_the_yaw(
    scheme: PointSchema,
) -> None:
    model = model_of(scheme)
    tip, cheeks = scheme.groups["nose tip"][0], [scheme.groups["jaw"][k] for k in (0, -1)]
    assert model.yaw(model.mean) == pytest.approx(0, abs=1e-9)
    yaws, noses = [], []
    for weight in (-1.5, -0.5, 0.5, 1.5):
        face = model.mean + weight * model.std[0] * model.modes[0]
        yaws.append(model.yaw(face))
        noses.append(face[tip, 0] - face[cheeks, 0].mean())
    assert yaws == sorted(yaws)
    assert np.sign(yaws).tolist() == np.sign(noses).tolist() == [-1, -1, 1, 1]


def test_a_face_with_a_missing_point_has_no_yaw() -> None:
    model = model_of(shipped_schemes()[0])
    face = model.mean.copy()
    face[3] = math.nan
    assert math.isnan(model.yaw(face))
    assert np.isnan(model.coefficients(face)).all()


def test_other_schemes_have_no_model() -> None:
    assert shipped_shape_model("points12") is None


def read_asf(path: Path) -> np.ndarray:
    rows = [line.split() for line in path.read_text().splitlines() if not line.startswith("#")]
    return np.array([row[2:4] for row in rows if len(row) >= 7], dtype=float) * [640, 480]


def test_real_heads_turn_as_their_views_say(shared_data: Callable[[str], Path]) -> None:
    model = model_of(shipped_schemes()[0])
    files = sorted(shared_data("imm").glob("*.asf"))
    yaws = {view: [model.yaw(read_asf(f)) for f in files if f"-{view}" in f.stem] for view in "134"}
    assert len(yaws["1"]) == 40
    assert abs(np.mean(yaws["1"])) < 5
    # View 3 is turned to the subject's right, which is the picture's left.
    assert max(yaws["3"]) < -10
    assert -40 < np.mean(yaws["3"]) < -20
    assert min(yaws["4"]) > 10
    assert 20 < np.mean(yaws["4"]) < 40


def test_a_shape_is_unusual_as_far_as_its_modes_are() -> None:
    model = shipped_shape_model("imm58")
    assert model is not None
    assert model.unusual(300 * model.mean + 40) == pytest.approx(0, abs=1e-6)
    odd = model.mean + 3 * model.std[1] * model.modes[1]
    assert model.unusual(odd) == pytest.approx(3 / np.sqrt(len(model.std)), rel=0.1)
    swapped = model.mean.copy()
    swapped[13:29] = np.roll(swapped[13:29], 8, axis=0)  # the eyes
    assert model.unusual(swapped) > 5
    assert np.isnan(model.unusual(np.full_like(model.mean, np.nan)))
