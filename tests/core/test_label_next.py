from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpstudio.core.label_next import (
    Candidates,
    label_next,
    ranked,
    share_below,
    squared_distances,
    unit_directions,
)
from kpstudio.core.landmarks import FloatArray

AHEAD = (0.0, 0.0, 0.0)


def candidates(
    doubt: list[float],
    features: list[list[float]],
    poses: list[tuple[float, float, float]] | None = None,
    labelled: list[list[float]] | None = None,
    labelled_poses: list[tuple[float, float, float]] | None = None,
) -> Candidates:
    """Name the faces a, b, c …; all look ahead unless told otherwise."""
    known = labelled if labelled is not None else [[1.0, 1.0]]
    return Candidates(
        [chr(ord("a") + k) for k in range(len(doubt))],
        np.array(doubt),
        np.array(features),
        np.array(poses or [AHEAD] * len(doubt)).reshape(-1, 3),
        np.array(known).reshape(-1, len(features[0])),
        np.array(labelled_poses or [AHEAD] * len(known)).reshape(-1, 3),
    )


@st.composite
def any_candidates(draw: st.DrawFn) -> Candidates:
    count, known = draw(st.integers(1, 8)), draw(st.integers(0, 4))
    whole = st.integers(-3, 3).map(float)
    pose = st.tuples(*[st.sampled_from([-50.0, -20.0, 0.0, 20.0, float("nan")])] * 3)

    def rows(value: st.SearchStrategy[tuple[float, ...]], number: int, width: int) -> FloatArray:
        drawn = draw(st.lists(value, min_size=number, max_size=number))
        return np.array(drawn, dtype=np.float64).reshape(number, width)

    seen = st.tuples(whole, whole, whole)
    doubt = st.tuples(st.one_of(whole, st.just(float("nan"))))
    return Candidates(
        [f"{k}.jpg#0" for k in range(count)],
        rows(doubt, count, 1)[:, 0],
        rows(seen, count, 3),
        rows(pose, count, 3),
        rows(seen, known, 3),
        rows(pose, known, 3),
    )


@given(any_candidates(), st.randoms(use_true_random=False))
def test_the_order_of_the_faces_does_not_matter(known: Candidates, random: object) -> None:
    order = list(range(len(known.ids)))
    random.shuffle(order)  # type: ignore[attr-defined]
    shuffled = replace(
        known,
        ids=[known.ids[k] for k in order],
        doubt=known.doubt[order],
        features=known.features[order],
        poses=known.poses[order],
    )
    assert list(label_next(shuffled, 8)) == list(label_next(known, 8))


@given(any_candidates(), st.integers(0, 10))
def test_every_face_is_picked_once_and_for_a_reason(known: Candidates, count: int) -> None:
    picks = list(label_next(known, count))
    assert len(picks) == min(count, len(known.ids))
    assert len({pick.id for pick in picks}) == len(picks)
    assert {pick.id for pick in picks} <= set(known.ids)
    for pick in picks:
        assert pick.why
        assert all(0 <= rank <= 1 for rank in (pick.doubt, pick.novelty, pick.coverage))


@given(any_candidates(), st.integers(1, 8))
def test_fewer_are_the_first_of_more(known: Candidates, count: int) -> None:
    assert list(label_next(known, count)) == list(label_next(known, 8))[:count]


def test_what_is_unsure_comes_first_where_all_else_is_equal() -> None:
    known = candidates([1.0, 3.0, 2.0], [[0.0, 1.0]] * 3)
    first = next(label_next(known, 3))
    assert (first.id, first.why) == ("b", "unsure")


def test_what_is_unlike_anything_labelled_comes_first_where_all_else_is_equal() -> None:
    known = candidates([1.0] * 3, [[0.0, 1.0], [0.0, -9.0], [0.1, 1.0]], labelled=[[0.0, 1.0]])
    first = next(label_next(known, 3))
    assert (first.id, first.why) == ("b", "unlike anything labelled")


def test_poses_that_few_labelled_faces_have_come_first_where_all_else_is_equal() -> None:
    turned = (-35.0, 0.0, 0.0)
    known = candidates(
        [1.0] * 3,
        [[0.0, 1.0]] * 3,
        [AHEAD, AHEAD, turned],
        labelled=[[1.0, 1.0]] * 6,
        labelled_poses=[AHEAD] * 5 + [turned],
    )
    first = next(label_next(known, 3))
    assert first.id == "c"
    assert first.why == "turned to picture left (-45° to -30°), with 1 labelled"


def test_reasons_do_not_grow_as_fewer_faces_are_left() -> None:
    rng = np.random.default_rng(4)
    known = candidates(list(range(20)), rng.normal(size=(20, 2)).tolist())
    picks = list(label_next(known, 20))
    assert sum("unsure" in pick.why for pick in picks) == 4  # a fifth
    assert picks[-1].why == "nothing stands out"
    assert share_below(2.0, np.array([1.0, 2.0, 3.0, np.nan])) == 0.5
    assert share_below(float("nan"), np.array([1.0])) == 0.5


def test_faces_alike_are_not_picked_one_after_the_other() -> None:
    rng = np.random.default_rng(3)
    features = rng.normal(size=(12, 4)).tolist()
    features[5] = features[4]  # the same face twice, and the network is least sure of it
    doubt = [1.0] * 12
    doubt[4] = doubt[5] = 9.0
    picks = [pick.id for pick in label_next(candidates(doubt, features, labelled=[]), 12)]
    assert picks[0] == "e"
    assert picks[-1] == "f"


def test_doubt_that_was_not_measured_is_neither_high_nor_low() -> None:
    nan = float("nan")
    assert ranked([5.0, nan, 1.0, 5.0]) == pytest.approx([2 / 3, 0.5, 1 / 6, 2 / 3])
    assert ranked([nan]).tolist() == [0.5]
    assert ranked([]).tolist() == []


def test_directions_leave_out_what_all_faces_share() -> None:
    of = unit_directions([[9.0, 1.0], [9.0, 2.0], [9.0, 6.0]])
    assert of == pytest.approx(np.array([[0.0, -1.0], [0.0, -1.0], [0.0, 1.0]]))
    assert not unit_directions([[4.0, 4.0], [4.0, 4.0]]).any()
    assert squared_distances(of, of)[0] == pytest.approx([0.0, 0.0, 4.0])


def test_no_faces_have_no_directions() -> None:
    assert unit_directions(np.empty((0, 3))).shape == (0, 3)
