"""The orders of the faces list, on faces that hypothesis makes."""

from __future__ import annotations

import math
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpstudio.app.face_order import ByFigure, ByPoints, Order, by_name, in_order
from kpstudio.core.facts import FaceError, FaceFacts
from kpstudio.core.labelset import Face, FaceState, LabelSet
from kpstudio.core.landmarks import Landmarks
from kpstudio.core.schema import generic_scheme
from tests.core.strategies import landmarks

names = st.text(st.sampled_from("ab9 07.-_Äß你"), min_size=1, max_size=8).filter(str.strip)


@st.composite
def some_facts(draw: st.DrawFn) -> FaceFacts:
    """Faces of any names, with errors that may be unknown."""
    faces = [
        Face(
            f"{name}#0",
            name,
            draw(st.none() | landmarks()),
            state=draw(st.sampled_from(FaceState)),
            tags=frozenset(draw(st.sets(st.sampled_from("aBc")))),
        )
        for name in draw(st.lists(names, unique=True, max_size=8))
    ]
    figure = st.floats(0, 2) | st.just(math.nan)
    errors = {face.id: draw(st.none() | st.builds(FaceError, figure, figure)) for face in faces}
    persons = {face.picture: draw(st.sampled_from([None, "2", "10", "ann"])) for face in faces}
    labels = LabelSet(Path(), generic_scheme(4), sorted(faces, key=by_name))
    return FaceFacts(labels, errors=lambda ids: list(map(errors.get, ids)), persons=persons.get)


@given(some_facts(), st.sampled_from(Order), st.booleans())
def test_an_order_keeps_every_face_and_puts_the_unknown_last(
    facts: FaceFacts, order: Order, backwards: bool
) -> None:
    faces = list(facts.labels)
    found = in_order(faces, order, facts, backwards)
    assert sorted(face.id for face in found) == sorted(face.id for face in faces)
    if order is Order.WORST:
        errors = [facts.error_percent(face) for face in found]
        known = [error for error in errors if not math.isnan(error)]
        assert known == sorted(known, reverse=not backwards)
        assert not any(map(math.isnan, errors[: len(known)]))
    if order is Order.TAG:
        tagged = [bool(face.tags) for face in found]
        assert tagged == sorted(tagged, reverse=True)


@given(st.lists(st.sampled_from([*range(-3, 4), -0.0, math.inf, math.nan])), st.booleans())
def test_figures_sort_as_numbers_do_and_equals_stay(figures: list[float], backwards: bool) -> None:
    faces = [Face(f"{number}#0", str(number)) for number in range(len(figures))]
    facts = FaceFacts(LabelSet(Path(), generic_scheme(4), faces))
    by = {face.id: figure for face, figure in zip(faces, figures, strict=True)}
    known = [face for face in faces if not math.isnan(by[face.id])]
    unknown = [face for face in faces if math.isnan(by[face.id])]
    found = in_order(faces, ByFigure("figure", by), facts, backwards)
    assert found == sorted(known, key=lambda f: by[f.id], reverse=backwards) + unknown


@given(some_facts(), st.sampled_from(Order))
def test_backwards_is_the_other_way_round_for_what_is_known(facts: FaceFacts, order: Order) -> None:
    there, back = (in_order(facts.labels, order, facts, way) for way in (False, True))
    assert {face.id for face in there} == {face.id for face in back}
    if order is Order.NAME:
        assert back == there[::-1]


@given(st.lists(names, unique=True, max_size=8), st.randoms())
def test_the_order_of_names_does_not_depend_on_where_they_stood(given_names, random):
    some = [Face(f"{n}#0", n) for n in given_names]
    mixed = random.sample(some, len(some))
    assert sorted(mixed, key=by_name) == sorted(some, key=by_name)


def test_names_sort_as_people_count():
    order = ["a2.jpg", "a10.jpg", "A11.jpg", "z/b.jpg", "b1.jpg"]
    shuffled = [Face(n, n) for n in sorted(order)]
    assert [face.picture for face in sorted(shuffled, key=by_name)] == order


def test_persons_are_counted_too() -> None:
    pictures = {"a": "10", "b": "2", "c": None}
    faces = [Face(name, name) for name in pictures]
    facts = FaceFacts(LabelSet(Path(), generic_scheme(4), faces), persons=pictures.get)
    assert [face.id for face in in_order(faces, Order.PERSON, facts)] == ["b", "a", "c"]


def test_some_points_alone_can_sort() -> None:
    truth = np.array([[0.0, 0.0], [10.0, 0.0], [10.0, 10.0], [0.0, 10.0]])
    faces, found = [], {}
    for name, first, last in (("a", 1.0, 9.0), ("b", 3.0, 0.0), ("c", 2.0, 5.0), ("d", 0.0, 0.0)):
        points = None if name == "d" else Landmarks.of(truth)
        faces.append(Face(f"{name}#0", name, points, state=FaceState.LABELLED))
        off = np.array([[first, 0.0], [0.0, 0.0], [0.0, 0.0], [last, 0.0]])
        found[f"{name}#0"] = Landmarks.of(truth + off)
    facts = FaceFacts(LabelSet(Path(), generic_scheme(4), faces), found.get)
    assert facts.errors_at(faces, (0,)) == {
        "a#0": pytest.approx(10.0),
        "b#0": pytest.approx(30.0),
        "c#0": pytest.approx(20.0),
    }  # in percent of the size of the box; the last one has no points
    assert facts.errors_at(faces, (0, 3))["a#0"] == pytest.approx(50.0)
    order = ByPoints("the first", (0,))
    assert order.value == "the first, worst first"
    assert [face.picture for face in in_order(faces, order, facts)] == ["b", "c", "a", "d"]
    assert [f.picture for f in in_order(faces, order, facts, True)] == ["a", "c", "b", "d"]
