from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from kpstudio.core.mean_shape import mean_shape, shapes_of
from kpstudio.core.mirror import (
    Mirror,
    derive_mirror,
    mirror_by_names,
    mirror_by_shape,
    mirror_residual,
)
from kpstudio.core.schema import generic_scheme, scheme_named
from kpstudio.core.shapemodel import shipped_shape_model
from kpstudio.io.companion import settled_scheme
from kpstudio.io.formats.csv import Csv
from kpstudio.io.pictures import Pictures

measured = pytest.mark.parametrize("name", ["imm58", "ibug68"])
shapes = hnp.arrays(
    np.float64,
    st.tuples(st.integers(0, 9), st.just(2)),
    elements=st.floats(-10, 10) | st.just(float("nan")),
)


def mean_of(name):
    model = shipped_shape_model(name)
    assert model is not None
    return model.mean


@st.composite
def symmetric(draw):
    """A shape of scattered pairs and points on the axis, with its pairs, any way up."""
    pairs, middle = draw(st.integers(3, 8)), draw(st.integers(0, 4))
    rng = np.random.default_rng(draw(st.integers(0, 2**32 - 1)))
    left = np.column_stack([rng.uniform(-2.0, -0.2, pairs), rng.uniform(-2, 2, pairs)])
    axis = np.column_stack([np.zeros(middle), rng.uniform(-2, 2, middle)])
    xy = np.vstack([left, left * [-1, 1], axis])
    partner = np.r_[pairs : 2 * pairs, 0:pairs, 2 * pairs : 2 * pairs + middle]
    order = rng.permutation(len(xy))
    place = np.argsort(order)
    angle = rng.uniform(0, 2 * np.pi)
    turn = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    return (xy @ turn.T)[order] * 40 + 100, tuple(place[partner[order]].tolist())


@given(shapes)
def test_mirroring_twice_gives_every_point_back_whatever_the_shape(mean):
    found = mirror_by_shape(mean)
    assert [found.pairs[k] for k in found.pairs] == list(range(len(mean)))
    unknown = np.flatnonzero(~np.isfinite(mean).all(axis=1))
    assert all(found.pairs[k] == k for k in unknown)


@given(symmetric())
def test_the_symmetry_of_a_symmetric_shape_is_found(made):
    mean, pairs = made
    assert mirror_residual(mean, pairs) == pytest.approx(0, abs=1e-9)
    found = mirror_by_shape(mean)
    # A shape may chance to have another symmetry; it is then just as exact.
    assert found.residual <= 0.05
    assert found.pairs == pairs or found.residual == pytest.approx(0, abs=1e-6)


@given(symmetric(), st.integers(0, 2**32 - 1))
def test_the_residual_is_the_same_wherever_and_however_large_the_shape_is(made, seed):
    mean, pairs = made
    rng = np.random.default_rng(seed)
    shaken = mean + rng.normal(0, 3, mean.shape)
    moved = shaken * rng.uniform(0.1, 9) + rng.uniform(-500, 500, 2)
    assert mirror_residual(moved, pairs) == pytest.approx(mirror_residual(shaken, pairs))


@measured
def test_the_pairs_of_the_measured_shapes_are_those_of_their_scheme(name):
    found = mirror_by_shape(mean_of(name))
    assert found.pairs == scheme_named(name).mirror
    assert found.clear
    assert derive_mirror(scheme_named(name).points, mean_of(name)).pairs == found.pairs


@measured
def test_a_little_noise_does_not_upset_the_pairs(name):
    rng = np.random.default_rng(1)
    mean = mean_of(name) + rng.normal(0, 0.004, mean_of(name).shape)
    found = mirror_by_shape(mean)
    assert found.pairs == scheme_named(name).mirror
    assert 0 < found.residual < 0.05
    assert found.clear


@pytest.mark.parametrize(
    ("names", "pairs"),
    [
        (("left eye", "right eye", "nose"), (1, 0, 2)),
        (("eye_L", "eye_R", "nose"), (1, 0, 2)),
        (("l_ear", "nose", "r_ear"), (2, 1, 0)),
        (("Left", "RIGHT", "Right", "LEFT"), (2, 3, 0, 1)),
        (("left corner of left eye", "right corner of right eye"), (1, 0)),
        (("left eye", "nose"), None),
        (("nose", "chin"), None),
        (("paw1LH_top", "paw4RH_top"), None),
        (("ridge", "long"), None),
        ((), None),
    ],
)
def test_names_tell_the_pairs_where_every_side_has_its_other(names, pairs):
    assert mirror_by_names(names) == pairs


def test_points_without_a_side_in_their_name_are_paired_by_the_shape():
    scheme = scheme_named("imm58")
    found = derive_mirror(scheme.points, mean_of("imm58"))
    assert found.named
    assert found.pairs == scheme.mirror
    assert found.clear


def test_names_count_where_the_shape_is_seen_from_the_side():
    mean = np.array([[0.0, 0.0], [5.0, 1.0], [9.0, 4.0], [2.0, 7.0], [1.0, 3.0]])
    found = derive_mirror(("ear left", "ear right", "tail", "paw left", "paw right"), mean)
    assert found.pairs == (1, 0, 2, 4, 3)
    assert not found.clear


def test_few_points_are_never_clearly_symmetric_by_their_shape_alone():
    assert not mirror_by_shape(np.array([[-1.0, 0.0], [1.0, 0.0], [0.0, 2.0]])).clear


@pytest.mark.parametrize("mean", [np.empty((0, 2)), np.full((4, 2), np.nan), np.zeros((4, 2))])
def test_without_a_shape_every_point_is_its_own_partner(mean):
    found = mirror_by_shape(mean)
    assert found.pairs == tuple(range(len(mean)))
    assert not found.clear


def test_insect_wings_have_no_mirror_pairs(shared_data):
    folder = shared_data("wings")
    path = folder / "csv-example.csv"
    names = sorted(picture.name for picture in folder.glob("*.jpg"))
    result = Csv().read([path], folder, Pictures(folder, lambda: names))
    assert len(result.faces) == 58
    found = mirror_by_shape(mean_shape(shapes_of(result.faces, 12)))
    assert found.residual > 0.25
    scheme, problems = settled_scheme(generic_scheme(12), [], result.faces)
    assert scheme == generic_scheme(12)
    assert problems == []


def test_the_faces_of_a_real_set_give_the_pairs_of_their_table(shared_data):
    folder = shared_data("frl")
    names = sorted(f"images/{picture.name}" for picture in (folder / "images").glob("*.jpg"))
    result = Csv().read([folder / "labels.csv"], folder, Pictures(folder, lambda: names))
    table, _ = settled_scheme(result.scheme, [folder / "points.csv"], result.faces)
    mean = mean_shape(shapes_of(result.faces, 86))
    assert mirror_by_shape(mean).pairs == table.mirror
    assert derive_mirror(table.points, mean).pairs == table.mirror
    own, problems = settled_scheme(result.scheme, [], result.faces)
    assert own.mirror == table.mirror
    assert [problem.where for problem in problems] == ["points86"]


def test_pairs_are_worth_a_look_where_names_or_the_shape_speak_for_them():
    flip = (1, 0, 2)
    assert Mirror(flip, np.inf, named=True).worth_a_look
    assert Mirror(flip, 0.01, named=False).worth_a_look
    assert not Mirror(flip, 10.0, named=False).worth_a_look
    assert not Mirror((0, 1, 2), 0.0, named=True).worth_a_look


def test_names_stay_where_the_shape_tells_nothing_of_the_rest():
    found = derive_mirror(("left eye", "right eye", "nose"), np.full((3, 2), np.nan))
    assert (found.pairs, found.named) == ((1, 0, 2), True)
    assert np.isnan(mirror_residual(np.full((3, 2), np.nan), (1, 0, 2)))
