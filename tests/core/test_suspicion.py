"""Suspecting labels: slips planted into made-up answers, and what holds of any."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kpstudio.core.disagreement import Scatter
from kpstudio.core.landmarks import FloatArray
from kpstudio.core.schema import scheme_named
from kpstudio.core.shapemodel import shipped_shape_model
from kpstudio.core.suspicion import LISTED, Reason, Suspicion, suspect

SCHEME = scheme_named("imm58")
K = SCHEME.count
NOISE = 0.6


def faces(count: int = 60, seed: int = 0) -> tuple[FloatArray, FloatArray]:
    """Labels in order, and answers that scatter about them: most where the jaw is."""
    random = np.random.default_rng(seed)
    model = shipped_shape_model(SCHEME.name)
    assert model is not None
    shape = 100 * model.mean / np.abs(model.mean).max()
    away = NOISE * np.where(np.arange(K) < 13, 3.0, 1.0)
    labels = shape + random.uniform(200, 400, (count, 1, 2)) + random.normal(size=(count, K, 2))
    looks = labels[:, None] + random.normal(size=(count, 1, K, 2)) * away[:, None]
    return labels, looks + random.normal(scale=0.1, size=(count, 3, K, 2))


def told(labels: FloatArray, looks: FloatArray) -> list[Suspicion]:
    found = [one for one in suspect(labels, looks, SCHEME) if one is not None]
    assert len(found) == len(labels)
    return found


def test_faces_in_order_are_not_listed() -> None:
    assert max(one.score for one in told(*faces())) < LISTED


def test_a_moved_point_is_named_and_nothing_else() -> None:
    labels, looks = faces()
    labels[7, 40] += (9.0, -4.0)
    found = told(labels, looks)
    assert [n for n, one in enumerate(found) if one.score >= LISTED] == [7]
    assert (found[7].reason, found[7].points) == (Reason.POINT, (40,))
    assert found[7].words.startswith("mouth 2 is off by ")


def test_swapped_sides_come_with_the_order_that_puts_them_right() -> None:
    labels, looks = faces()
    right = labels[3].copy()
    labels[3] = labels[3, list(SCHEME.mirror)]
    found = told(labels, looks)[3]
    assert (found.reason, found.words) == (Reason.SIDES, "left and right are swapped")
    assert found.order is not None
    assert found.score >= LISTED
    np.testing.assert_array_equal(labels[3, list(found.order)], right)


def test_a_single_pair_is_named() -> None:
    labels, looks = faces()
    order = np.arange(K)
    order[[39, 43]] = 43, 39
    labels[3] = labels[3, order]
    found = told(labels, looks)[3]
    assert found.reason is Reason.SIDES
    assert found.words == "mouth right and mouth left are swapped"
    assert found.order == tuple(order)


@settings(max_examples=10)
@given(st.integers(0, 2**32 - 1))
def test_any_order_is_found(seed: int) -> None:
    labels, looks = faces(30)
    right, order = labels[5].copy(), np.random.default_rng(seed).permutation(K)
    labels[5] = labels[5, order]
    found = told(labels, looks)[5]
    assert found.reason is Reason.ORDER
    assert found.order is not None
    # Neighbours that stand closer than answers scatter may still be taken for each other.
    assert np.abs(labels[5, list(found.order)] - right).max() < 12


def test_many_points_of_a_part_that_changed_places_are_counted() -> None:
    labels, looks = faces()
    mouth = list(SCHEME.groups["mouth"])[:6]
    labels[5, mouth] = labels[5, np.roll(mouth, 1)]
    assert told(labels, looks)[5].words == "6 points of mouth changed places"


def test_points_of_several_parts_that_changed_places_are_counted() -> None:
    labels, looks = faces()
    some = [*SCHEME.groups["mouth"][:3], *SCHEME.groups["jaw"][3:6]]
    labels[5, some] = labels[5, np.roll(some, 3)]
    found = told(labels, looks)[5]
    name = SCHEME.points[min(some)]
    assert found.words == f"6 points ({name}, …) changed places"


def test_of_many_points_that_are_off_three_are_named() -> None:
    labels, looks = faces()
    off = [14, 20, 30, 40]
    labels[7, off] += np.array([(9, -4), (-9, 5), (8, 6), (-7, -7)], float)
    found = told(labels, looks)[7]
    assert (found.reason, set(found.points)) == (Reason.POINT, set(off))
    assert found.words.count(" is off by ") == 3
    assert found.words.endswith(" and 1 more")


def test_points_that_fit_nowhere_are_those_of_another_face() -> None:
    labels, looks = faces()
    stranger = labels[5] + np.random.default_rng(1).normal(scale=12.0, size=(K, 2)) + (8.0, 8.0)
    labels[4] = stranger
    found = told(labels, looks)[4]
    assert found.reason is Reason.FACE
    assert found.score >= LISTED
    assert "labels of another face" in found.words


def test_a_face_that_is_hard_as_a_whole_hides_no_point() -> None:
    labels, looks = faces()
    random = np.random.default_rng(2)
    looks[8] += random.normal(scale=1.5 * NOISE, size=(K, 2))
    scatter = Scatter.learn(labels, looks)
    before = scatter.measure(labels, looks)
    assert before.level[8] > 1.2
    assert before.alone[8].max() < before.far[8].max()


def test_what_moves_together_is_not_suspicious() -> None:
    """Where hands disagree about a whole jaw, a jaw that is off as a whole is usual."""
    labels, looks = faces(200)
    random = np.random.default_rng(3)
    labels[:, :13] += random.normal(scale=5.0, size=(200, 1, 2))
    found = Scatter.learn(labels, looks).measure(labels, looks)
    assert np.median(found.unit[:, :13]) > 4.0  # a jaw point 5 px off is usual now,
    one = labels[:1].copy()
    one[0, 6] += (12.0, 0.0)
    again = Scatter.learn(labels, looks).measure(one, looks[:1])
    assert again.alone[0].argmax() == 6  # but not where its neighbours are in place
    assert again.alone[0, 6] > 1.3 * again.far[0, 6]


def test_missing_points_and_points_that_were_not_predicted_are_left_out() -> None:
    labels, looks = faces()
    labels[2, 10:20] = np.nan
    looks[:, :, 57] = np.nan
    labels[9] = np.nan
    found = suspect(labels, looks, SCHEME)
    assert found[9] is None
    known = [one for one in found if one is not None]
    assert len(known) == len(labels) - 1
    assert max(one.score for one in known) < LISTED
    assert all(57 not in one.points for one in known)


def test_networks_of_one_point_and_faces_in_one_place_are_no_error() -> None:
    labels, looks = faces()
    looks[:, :, 1:] = np.nan
    assert suspect(labels, looks, SCHEME) == [None] * len(labels)
    labels, looks = faces()
    labels[3], labels[5, 1:] = labels[3, 0], np.nan
    found = suspect(labels, looks, SCHEME)
    assert found[3] is not None
    assert found[3].reason is Reason.FACE
    assert found[5] is not None


@pytest.mark.parametrize("count", [1, 2, 3, 12])
def test_few_faces_tell_little(count: int) -> None:
    assert max(one.score for one in told(*faces(count))) < LISTED


def test_no_faces_are_no_error() -> None:
    assert suspect(np.zeros((0, K, 2)), np.zeros((0, 3, K, 2)), SCHEME) == []


@settings(max_examples=10)
@given(st.integers(0, 2**32 - 1))
def test_the_order_of_faces_does_not_matter(seed: int) -> None:
    labels, looks = faces(30)
    labels[7, 40] += (9.0, -4.0)
    order = np.random.default_rng(seed).permutation(len(labels))
    straight, shuffled = told(labels, looks), told(labels[order], looks[order])
    for n, m in enumerate(order):
        assert shuffled[n].score == pytest.approx(straight[m].score)
        assert shuffled[n].words == straight[m].words


@settings(max_examples=10)
@given(st.floats(0.1, 50.0), st.floats(-500.0, 500.0))
def test_neither_size_nor_place_of_pictures_matters(size: float, shift: float) -> None:
    labels, looks = faces(30)
    labels[7, 40] += (9.0, -4.0)
    before, after = told(labels, looks), told(size * labels + shift, size * looks + shift)
    assert [one.score for one in after] == pytest.approx([one.score for one in before])


def test_what_is_usual_can_be_learnt_before() -> None:
    labels, looks = faces()
    labels[7, 40] += (9.0, -4.0)
    scatter = Scatter.learn(labels, looks)
    alone = suspect(labels[7:8], looks[7:8], SCHEME, scatter)[0]
    together = told(labels, looks)[7]
    assert alone is not None
    assert alone.score == pytest.approx(together.score)
