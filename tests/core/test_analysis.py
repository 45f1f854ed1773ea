from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp
from scipy.linalg import orthogonal_procrustes

from kpstudio.core.analysis import (
    OTHER,
    Offsets,
    by_jaw,
    by_point,
    ellipses,
    measure,
    part_errors,
    parts_of,
)
from kpstudio.core.errors import InputError
from kpstudio.core.labelset import Face, FaceState
from kpstudio.core.landmarks import Landmarks, Source
from kpstudio.core.metrics import NmeSummary, nme, summarise
from kpstudio.core.schema import (
    BOX_SIZE,
    Normaliser,
    PointSchema,
    generic_scheme,
    scheme_named,
    shipped_schemes,
)
from kpstudio.core.shapemodel import shipped_shape_model

NAN = math.nan
EYES = Normaliser("inter-ocular", (4,), (3,))
TOY = PointSchema(
    "toy",
    ("jaw 1", "chin", "jaw 3", "left eye", "right eye", "nose"),
    (2, 1, 0, 4, 3, 5),
    groups={"jaw": (0, 1, 2), "left eye": (3,), "right eye": (4,), "nose": (5,)},
    normaliser=EYES,
)
FACE = np.array([[0.0, 10], [5, 15], [10, 10], [10, 0], [0, 0], [5, 5]])

clouds = hnp.arrays(np.float64, (5, 6, 2), elements=st.floats(-0.5, 0.5) | st.just(NAN))
whole = hnp.arrays(np.float64, (5, 6, 2), elements=st.floats(-0.5, 0.5))


def offsets_of(
    truths: list[np.ndarray], moves: list[np.ndarray], normaliser: Normaliser | None = None
) -> Offsets:
    faces = [
        Face(f"f{k}", f"f{k}", Landmarks.of(xy), state=FaceState.LABELLED)
        for k, xy in enumerate(truths)
    ]
    predictions = {
        face.id: Landmarks.of(xy + move, Source.PREDICTION)
        for face, xy, move in zip(faces, truths, moves, strict=True)
    }
    return measure(faces, predictions, TOY, normaliser)


def three() -> Offsets:
    """Three faces that are worked out by hand.

    The first has eyes 10 pixels apart, one jaw point 3 right and 4 down of its place and both eyes
    1 down; the second is twice as large and lies 2 to the right; the third has no chin, and is
    right.
    """
    without_chin = FACE.copy()
    without_chin[1] = NAN
    first = np.array([[3.0, 4], [0, 0], [0, 0], [0, 1], [0, 1], [0, 0]])
    moves = [first, np.full((6, 2), [2.0, 0]), np.zeros((6, 2))]
    return offsets_of([FACE, 2 * FACE, without_chin], moves)


def test_the_error_of_a_face_is_its_mean_distance_over_its_length() -> None:
    found = three()
    assert found.ids == ("f0", "f1", "f2")
    assert found.length.tolist() == [10, 20, 10]
    assert found.nme == pytest.approx([0.7 / 6, 0.1, 0.0])
    assert found.pixels == pytest.approx([7 / 6, 2.0, 0.0])
    by_box = offsets_of([FACE], [np.full((6, 2), [3.0, 4])], BOX_SIZE)
    assert by_box.nme == pytest.approx([5 / math.sqrt(10 * 15)])


def by_part(offsets: Offsets, threshold: float = 0.08) -> dict[str, NmeSummary]:
    return {name: summarise(errors, threshold) for name, errors in part_errors(offsets).items()}


def test_a_part_is_summed_up_over_the_faces() -> None:
    parts = by_part(three(), threshold=0.12)
    assert list(parts) == ["jaw", "eyes", "nose"]
    jaw, eyes, nose = parts.values()
    assert jaw.mean == pytest.approx((0.5 / 3 + 0.1 + 0.0) / 3)
    assert (eyes.mean, nose.mean) == pytest.approx((0.2 / 3, 0.1 / 3))
    assert jaw.failure_rate == pytest.approx(1 / 3)
    assert jaw.auc == pytest.approx((0 + 0.02 + 0.12) / 3 / 0.12)
    assert (jaw.count, jaw.threshold) == (3, 0.12)


def test_a_point_has_a_bias_and_a_scatter() -> None:
    found = by_point(three())
    assert found.count.tolist() == [3, 2, 3, 3, 3, 3]
    assert found.mean == pytest.approx([0.2, 0.05, 0.1 / 3, 0.2 / 3, 0.2 / 3, 0.1 / 3])
    # The left eye is off by (0, 0.1), (0.1, 0) and (0, 0).
    assert found.bias[3] == pytest.approx([0.1 / 3, 0.1 / 3])
    square, product = 0.01 / 3 - 0.01 / 9, -0.01 / 9
    assert found.covariance[3] == pytest.approx(np.array([[square, product], [product, square]]))


def test_the_jaw_is_split_along_and_across_its_contour() -> None:
    found = by_jaw(three())
    assert found is not None and found.points == (0, 1, 2)
    # At the first point the contour runs right and down alike, at the chin to the right. The face
    # without a chin has no tangent anywhere.
    slope = math.sqrt(0.5)
    assert found.along == pytest.approx([(0.7 + 0.1) * slope / 2, 0.05, 0.05 * slope])
    assert found.across == pytest.approx([0.1 * slope, 0.0, 0.05 * slope])
    assert found.outward == pytest.approx([0.0, 0.0, 0.05 * slope])


def test_a_scheme_without_a_jaw_has_none() -> None:
    assert by_jaw(measure([], {}, scheme_named("five5"))) is None
    assert by_part(measure([], {}, generic_scheme(5))) == {}


def test_no_face_is_no_error() -> None:
    found = measure([], {}, TOY)
    assert found.nme.shape == (0,) and found.upright_offset.shape == (0, 6, 2)
    points, jaw = by_point(found), by_jaw(found)
    assert points.count.tolist() == [0] * 6 and np.isnan(points.bias).all()
    assert jaw is not None and np.isnan(jaw.across).all()
    assert by_part(found)["eyes"].count == 0


def test_a_face_without_extent_has_pixels_alone() -> None:
    found = offsets_of([np.zeros((6, 2)), FACE], [np.full((6, 2), [3.0, 4])] * 2)
    assert found.pixels.tolist() == [5, 5]
    assert found.nme == pytest.approx([NAN, 0.5], nan_ok=True)
    assert by_point(found).bias == pytest.approx(np.full((6, 2), [0.3, 0.4]), abs=1e-6)
    assert by_part(found)["jaw"].count == 1


def test_faces_without_labels_or_prediction_are_passed_over() -> None:
    labelled = Face("a", "a", Landmarks.of(FACE), state=FaceState.LABELLED)
    bare = Face("b", "b")
    guessed = Face("c", "c", Landmarks.of(FACE), state=FaceState.PREDICTED)
    answer = Landmarks.of(FACE + 1)
    found = measure([bare, guessed, labelled], dict.fromkeys("abc", answer), TOY)
    assert found.ids == ("a",)
    assert measure([labelled], {}, TOY).ids == ()
    with pytest.raises(InputError, match="a: a prediction of 2 points"):
        measure([labelled], {"a": Landmarks.of(FACE[:2])}, TOY)


@pytest.mark.parametrize("scheme", shipped_schemes(), ids=lambda scheme: scheme.name)
def test_the_parts_of_a_shipped_scheme_hold_each_point_once(scheme: PointSchema) -> None:
    parts = parts_of(scheme)
    members = sorted(k for points in parts.values() for k in points)
    assert members == list(range(scheme.count))
    assert "eyes" in parts and "mouth" in parts and OTHER not in parts
    assert not any("left" in name or "right" in name for name in parts)


def test_points_of_no_group_are_a_part_of_their_own() -> None:
    scheme = PointSchema("mine", ("a", "b", "c"), (0, 1, 2), groups={"tail": (1,), "none": ()})
    assert parts_of(scheme) == {"tail": (1,), OTHER: (0, 2)}


def test_the_parts_of_imm_are_those_of_a_face() -> None:
    assert sorted(parts_of(scheme_named("imm58"))) == ["brows", "eyes", "jaw", "mouth", "nose"]


@given(
    clouds,
    st.floats(0.1, 50),
    st.tuples(st.floats(-900, 900), st.floats(-900, 900)),
    st.floats(-3.1, 3.1),
)
def test_no_figure_depends_on_where_how_large_and_how_tilted_faces_are(
    moves: np.ndarray, size: float, shift: tuple[float, float], angle: float
) -> None:
    cos, sin = math.cos(angle), math.sin(angle)
    matrix = size * np.array([[cos, sin], [-sin, cos]])
    plain = offsets_of([FACE] * 5, list(moves))
    moved = offsets_of([FACE @ matrix + shift] * 5, [move @ matrix for move in moves])
    assert moved.nme == pytest.approx(plain.nme, rel=1e-6, abs=1e-8, nan_ok=True)
    # All lean alike, so which way is up is the mean's; a shipped model would tell it.
    upright = Offsets(*(getattr(moved, name) for name in ("ids", "scheme", "xy_truth")),
                      moved.offset, moved.length, plain.upright)  # fmt: skip
    for one, other in (
        (by_point(upright).bias, by_point(plain).bias),
        (by_point(upright).covariance, by_point(plain).covariance),
    ):
        assert one == pytest.approx(other, rel=1e-6, abs=1e-8, nan_ok=True)
    jaws = by_jaw(moved), by_jaw(plain)
    assert jaws[0] is not None and jaws[1] is not None
    assert jaws[0].across == pytest.approx(jaws[1].across, rel=1e-6, abs=1e-8, nan_ok=True)
    assert jaws[0].outward == pytest.approx(jaws[1].outward, rel=1e-6, abs=1e-8, nan_ok=True)


@given(
    st.tuples(st.floats(-1, 1), st.floats(-1, 1)),
    st.lists(st.tuples(st.floats(0.1, 9), st.floats(-0.4, 0.4)), min_size=1, max_size=6),
)
def test_the_bias_of_a_constant_offset_is_that_offset(
    offset: tuple[float, float], poses: list[tuple[float, float]]
) -> None:
    """Constant in each face's own frame, whichever way it leans."""
    truths, moves = [], []
    for size, angle in [(1.0, 0.0), *poses, *((size, -angle) for size, angle in poses)]:
        turn = np.array([[math.cos(angle), math.sin(angle)], [-math.sin(angle), math.cos(angle)]])
        truths.append(size * FACE @ turn)
        moves.append(np.full((6, 2), 10 * size * np.array(offset) @ turn))
    found = by_point(offsets_of(truths, moves))
    assert found.bias == pytest.approx(np.full((6, 2), offset), abs=1e-6)
    assert np.abs(found.covariance).max() < 1e-6


@given(clouds)
def test_a_covariance_is_symmetric_and_not_negative(moves: np.ndarray) -> None:
    found = by_point(offsets_of([FACE] * 5, list(moves)))
    for count, covariance in zip(found.count, found.covariance, strict=True):
        if count == 0:
            assert np.isnan(covariance).all()
            continue
        assert np.array_equal(covariance, covariance.T)
        assert np.linalg.eigvalsh(covariance).min() > -1e-12


@pytest.mark.parametrize("seed", [0, 1])
def test_the_scatter_is_that_of_offsets_in_faces_turned_upright(seed: int) -> None:
    """Worked out face by face: turned back with scipy's fit, and handed to numpy's covariance."""
    rng = np.random.default_rng(seed)
    scheme = scheme_named("imm58")
    model = shipped_shape_model("imm58")
    assert model is not None
    faces, predictions, upright = [], {}, []
    for k, angle in enumerate(rng.uniform(-0.7, 0.7, 7)):
        turn = np.array([[math.cos(angle), math.sin(angle)], [-math.sin(angle), math.cos(angle)]])
        xy = rng.uniform(20, 60) * (model.mean + rng.normal(0, 0.05, model.mean.shape)) @ turn
        off = rng.normal(1.0, 3.0, xy.shape) * (1.0, 0.3)
        faces.append(Face(f"f{k}", "f", Landmarks.of(xy), state=FaceState.LABELLED))
        predictions[f"f{k}"] = Landmarks.of(xy + off, Source.PREDICTION)
        back, _ = orthogonal_procrustes(xy - xy.mean(axis=0), model.mean - model.mean.mean(axis=0))
        ends = (list(scheme.normaliser.a), list(scheme.normaliser.b))
        eyes = np.hypot(*(xy[ends[0]].mean(axis=0) - xy[ends[1]].mean(axis=0)))
        upright.append(off @ back / eyes)
    found = by_point(measure(faces, predictions, scheme))
    for k in range(scheme.count):
        here = np.array([offset[k] for offset in upright])
        assert found.bias[k] == pytest.approx(here.mean(axis=0))
        assert found.covariance[k] == pytest.approx(np.cov(here.T, bias=True))


@given(hnp.arrays(np.float64, (3, 2, 2), elements=st.floats(-2, 2)))
def test_an_ellipse_lies_one_deviation_away(roots: np.ndarray) -> None:
    covariance = roots @ np.swapaxes(roots, 1, 2) + 0.01 * np.eye(2)
    outline = ellipses(covariance)
    away = np.einsum("kpi,kij,kpj->kp", outline, np.linalg.inv(covariance), outline)
    assert away == pytest.approx(np.ones_like(away))
    # As far to each side as it scatters to that side.
    assert outline[:, :, 0].max(axis=1) == pytest.approx(np.sqrt(covariance[:, 0, 0]), rel=0.01)
    assert np.isnan(ellipses(np.full((1, 2, 2), NAN))).all()


@given(whole)
def test_a_face_is_the_mean_of_its_parts_by_their_points(moves: np.ndarray) -> None:
    found = offsets_of([FACE] * 5, list(moves))
    parts = parts_of(TOY)
    means = {name: summary.mean for name, summary in by_part(found).items()}
    together = sum(len(parts[name]) * mean for name, mean in means.items()) / TOY.count
    assert together == pytest.approx(found.nme.mean())
    assert by_point(found).mean.mean() == pytest.approx(found.nme.mean())


@given(clouds)
def test_faces_measured_together_are_measured_as_alone(moves: np.ndarray) -> None:
    found = offsets_of([FACE] * 5, list(moves))
    alone = [nme(FACE + move, FACE, EYES) for move in moves]
    assert found.nme == pytest.approx(alone, nan_ok=True)


@given(whole)
def test_along_and_across_make_the_distance(moves: np.ndarray) -> None:
    found = offsets_of([FACE], [moves[0]])
    jaw = by_jaw(found)
    assert jaw is not None
    assert np.hypot(jaw.along, jaw.across) == pytest.approx(found.errors[0, :3])
    assert np.abs(jaw.outward) == pytest.approx(jaw.across)


def test_some_of_the_faces_are_measured_as_they_were_among_all() -> None:
    found = three()
    rows = np.array([True, False, True])
    some = found.only(rows)
    assert some.ids == (found.ids[0], found.ids[2])
    np.testing.assert_array_equal(some.errors, found.errors[rows])
    np.testing.assert_array_equal(some.upright_offset, found.upright_offset[rows])
