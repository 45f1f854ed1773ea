from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpstudio.core.errors import InputError
from kpstudio.core.landmarks import Landmarks, Source, Visibility
from kpstudio.core.schema import generic_scheme, scheme_named, shipped_schemes
from kpstudio.core.scheme_map import SchemeMap, require_map, scheme_map
from kpstudio.core.shapemodel import shipped_shape_model, similarity

FACES = [scheme for scheme in shipped_schemes() if scheme.name != "helen194"]
every = pytest.mark.parametrize("source", FACES, ids=lambda scheme: scheme.name)
other = pytest.mark.parametrize("target", FACES, ids=lambda scheme: scheme.name)


def between(source, target):
    found = scheme_map(scheme_named(source), scheme_named(target))
    assert found is not None
    return found


@every
@other
def test_every_shipped_face_is_mapped_to_every_other(source, target):
    found = scheme_map(source, target)
    assert found is not None
    assert len(found.parts) == target.count
    assert all(0 <= k < source.count for part in found.parts for k in part)
    assert found.identical == (source is target)
    assert found.told


@every
@other
def test_mapping_and_mirroring_may_change_places(source, target):
    """The mirror partner of a point is made of the mirror partners of what that is made of."""
    found = scheme_map(source, target)
    assert found is not None
    for k, part in enumerate(found.parts):
        mirrored = found.parts[target.mirror[k]]
        assert sorted(source.mirror[j] for j in part) == sorted(mirrored)


@every
def test_the_five_points_are_told_by_every_face(source):
    found = scheme_map(source, scheme_named("five5"))
    assert found is not None
    assert found.told == (0, 1, 2, 3, 4)


def test_98_to_68_is_the_known_table():
    table = between("wflw98", "ibug68").parts
    assert [k for (k,) in table] == [
        *range(0, 33, 2), *range(33, 38), *range(42, 47), *range(51, 60),
        *(60, 61, 63, 64, 65, 67, 68, 69, 71, 72, 73, 75), *range(76, 96),
    ]  # fmt: skip
    back = between("ibug68", "wflw98")
    assert all(back.parts[wide] == (k,) for k, (wide,) in enumerate(table))
    assert (back.parts[96], back.parts[97]) == (tuple(range(36, 42)), tuple(range(42, 48)))
    assert len(back.told) == 70


def test_98_to_five_goes_by_way_of_68():
    rims = ((60, 61, 63, 64, 65, 67), (68, 69, 71, 72, 73, 75), (54,), (76,), (82,))
    assert between("wflw98", "five5").parts == rims


def test_the_measured_faces_lie_on_each_other_where_they_are_mapped():
    imm, ibug = shipped_shape_model("imm58"), shipped_shape_model("ibug68")
    assert imm is not None
    assert ibug is not None
    to68 = between("imm58", "ibug68")
    made = to68.points(imm.mean)
    off = similarity(made, ibug.mean)(made) - ibug.mean
    distance = np.hypot(*off[list(to68.told)].T)  # in units of the distance of the eyes
    assert distance.max() < 0.09
    assert distance.mean() < 0.04


@given(st.integers(0, 2**32 - 1))
def test_points_are_means_and_missing_ones_spread(seed):
    rng = np.random.default_rng(seed)
    xy = rng.uniform(0, 100, (68, 2))
    gone = rng.random(68) < 0.2
    xy[gone] = np.nan
    to_five = between("ibug68", "five5")
    made = to_five.points(xy)
    for k, part in enumerate(to_five.parts):
        assert np.isnan(made[k]).any() == gone[list(part)].any()
        if not gone[list(part)].any():
            assert made[k] == pytest.approx(xy[list(part)].mean(axis=0))
    many = np.stack([xy, xy + 1])
    assert to_five.points(many)[0] == pytest.approx(made, nan_ok=True)


def test_landmarks_keep_what_is_known_of_their_points():
    xy = np.arange(136, dtype=float).reshape(68, 2)
    visibility = np.full(68, Visibility.VISIBLE, dtype=np.uint8)
    visibility[37] = Visibility.OCCLUDED
    score = np.linspace(0, 1, 68)
    source = Landmarks(xy, visibility, score, Source.PREDICTION, "0003-run")
    made = between("ibug68", "five5").landmarks(source)
    assert made.visibility.tolist() == [Visibility.OCCLUDED, *[Visibility.VISIBLE] * 4]
    assert made.score == pytest.approx(
        [score[36:42].mean(), score[42:48].mean(), *score[[30, 48, 54]]]
    )
    assert (made.source, made.run) == (Source.PREDICTION, "0003-run")
    assert between("ibug68", "ibug68").landmarks(source) is source
    imm = between("ibug68", "imm58").landmarks(source)
    assert imm.visibility[0] == Visibility.MISSING
    assert np.isnan(imm.xy_image[0]).all()


def test_a_subset_and_another_order_go_by_names():
    mouse = generic_scheme(4, ("nose", "tail", "paw", "ear"))
    part = generic_scheme(2, ("ear", "nose"))
    assert scheme_map(mouse, part) == SchemeMap(((3,), (0,)))
    assert scheme_map(part, mouse) == SchemeMap(((1,), (), (), (0,)))
    turned = generic_scheme(4, ("ear", "paw", "tail", "nose"))
    assert scheme_map(mouse, turned) == SchemeMap(((3,), (2,), (1,), (0,)))


def test_points_that_were_named_or_renamed_are_the_same_points():
    plain = generic_scheme(4)
    named = generic_scheme(4, ("nose", "tail", "paw", "ear"))
    renamed = generic_scheme(4, ("nose", "tail", "front paw", "left ear"))
    own = replace(scheme_named("imm58"), points=tuple(f"p{k}" for k in range(58)))
    for a, b in ((plain, named), (named, plain), (named, renamed), (own, scheme_named("imm58"))):
        found = scheme_map(a, b)
        assert found is not None
        assert found.identical


@pytest.mark.parametrize(
    ("source", "target"),
    [
        (generic_scheme(4), generic_scheme(5)),
        (scheme_named("ibug68"), generic_scheme(12)),
        (generic_scheme(12), scheme_named("five5")),
        (scheme_named("helen194"), scheme_named("ibug68")),
        (generic_scheme(2, ("a", "b")), generic_scheme(2, ("c", "d"))),
        (generic_scheme(3, ("a", "b", "c")), generic_scheme(3, ("a", "d", "e"))),
        (generic_scheme(0), generic_scheme(3)),
    ],
)
def test_where_nothing_tells_there_is_no_map_but_one_sentence(source, target):
    assert scheme_map(source, target) is None
    with pytest.raises(InputError, match="there is no known conversion"):
        require_map(source, target, "the run", "the folder")


def test_a_mean_of_points_scatters_as_they_do():
    found = SchemeMap(((0, 1), (), (2,)))
    spread = np.array([[1.0, 0, 1], [3, 1, 5], [2, 0, 2]])
    source = Landmarks.of([[0.0, 0], [2, 0], [4, 4]])
    assert found.landmarks(source).spread is None
    told = found.landmarks(replace(source, spread=spread)).spread
    np.testing.assert_array_equal(told, [[2.0, 0.5, 3], [np.nan] * 3, [2, 0, 2]])


def test_without_a_map_both_schemes_are_named():
    with pytest.raises(InputError, match=r"^the run predicts .* there is no known conversion"):
        require_map(scheme_named("imm58"), generic_scheme(3), "the run", "the set")
    same = require_map(generic_scheme(3), generic_scheme(3), "the run", "the set")
    assert same.identical
