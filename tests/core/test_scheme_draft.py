from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpstudio.core.errors import InputError
from kpstudio.core.schema import BOX_SIZE, Normaliser, generic_scheme, shipped_schemes
from kpstudio.core.scheme_draft import SchemeDraft
from tests.core.test_schema import coloured, schemes


@pytest.mark.parametrize("scheme", shipped_schemes(), ids=lambda scheme: scheme.name)
def test_a_draft_that_was_not_touched_is_the_scheme(scheme):
    assert SchemeDraft.of(scheme).scheme() == scheme


@given(schemes() | coloured(), st.data())
def test_pairs_stay_pairs_whatever_is_set(scheme, data):
    draft = SchemeDraft.of(scheme)
    point = st.integers(0, scheme.count - 1)
    for a, b in data.draw(st.lists(st.tuples(point, point), max_size=8)):
        before = list(draft.mirror)
        draft.pair(a, b)
        assert [draft.mirror[k] for k in draft.mirror] == list(range(scheme.count))
        assert draft.mirror[a] == (a if before[a] == b else b)
        others = set(range(scheme.count)) - {a, b, before[a], before[b]}
        assert all(draft.mirror[k] == before[k] for k in others)


@given(st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4)), max_size=10))
def test_connecting_twice_is_not_connecting(pairs):
    draft = SchemeDraft.of(generic_scheme(5))
    for a, b in pairs:
        draft.connect(a, b)
    odd = {frozenset(p) for p in pairs if p[0] != p[1]}
    expected = {p for p in odd if sum(frozenset(q) == p for q in pairs) % 2}
    assert {frozenset(edge) for edge in draft.scheme().edges} == expected


def test_groups_come_and_go_with_their_points():
    draft = SchemeDraft.of(generic_scheme(4))
    draft.regroup(0, ["paw", "left"])
    draft.regroup(1, ["paw"])
    assert draft.scheme().groups == {"paw": (0, 1), "left": (0,)}
    draft.recolour("left", "#ff0000")
    draft.recolour("paw", "#00ff00")
    assert (draft.colour_of(0), draft.colour_of(0, 1), draft.colour_of(2)) == (
        "#ff0000",
        "#00ff00",
        None,
    )
    draft.regroup(0, [])
    assert draft.groups == ("paw",)
    assert draft.groups_of(1) == ("paw",)
    assert draft.scheme().colours == {"paw": "#00ff00"}  # a group without points has no colour
    draft.recolour("paw", None)
    assert draft.scheme().colours == {}


def test_errors_are_divided_by_two_ends_or_by_the_box():
    draft = SchemeDraft.of(generic_scheme(4))
    draft.divide_by("body length", (0,), (2, 3))
    assert draft.scheme().normaliser == Normaliser("body length", (0,), (2, 3))
    draft.divide_by("body length", (0,), ())
    assert draft.scheme().normaliser == BOX_SIZE


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (lambda draft: setattr(draft, "name", "  "), "the scheme has no name"),
        (lambda draft: draft.points.__setitem__(2, ""), "point 2 has no name"),
        (
            lambda draft: draft.points.__setitem__(3, "point 1"),
            "points 1 and 3 are both called 'point 1'",
        ),
    ],
)
def test_what_contradicts_itself_is_one_sentence(change, sentence):
    draft = SchemeDraft.of(generic_scheme(4))
    change(draft)
    with pytest.raises(InputError, match=sentence):
        draft.scheme()


def test_pairs_are_taken_all_at_once():
    draft = SchemeDraft.of(generic_scheme(4))
    draft.take_pairs((1, 0, 3, 2))
    assert draft.scheme().mirror == (1, 0, 3, 2)
