from __future__ import annotations

import json
import math
import re
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpstudio.core.errors import InputError
from kpstudio.core.schema import (
    BOX_SIZE,
    Normaliser,
    PointSchema,
    chain,
    generic_scheme,
    scheme_for,
    scheme_for_count,
    scheme_named,
    shipped_schemes,
)

IMM, IBUG = shipped_schemes()[:2]
both = pytest.mark.parametrize("scheme", [IMM, IBUG], ids=lambda scheme: scheme.name)
every = pytest.mark.parametrize("scheme", shipped_schemes(), ids=lambda scheme: scheme.name)
paired = pytest.mark.parametrize(
    "scheme", [s for s in shipped_schemes() if s.paired], ids=lambda scheme: scheme.name
)


@st.composite
def schemes(draw: st.DrawFn) -> PointSchema:
    """Any sound scheme."""
    names = draw(st.lists(st.text(max_size=6), min_size=1, max_size=6, unique=True))
    count = len(names)
    order = draw(st.permutations(range(count)))
    mirror = list(range(count))
    for a, b in zip(order[: count // 2], order[count // 2 :], strict=False):
        mirror[a], mirror[b] = b, a
    number = st.integers(0, count - 1)
    chosen = st.lists(number, max_size=3).map(tuple)
    return PointSchema(
        draw(st.text(max_size=6)),
        tuple(names),
        tuple(mirror),
        tuple(draw(st.lists(st.tuples(number, number), max_size=4))),
        draw(st.dictionaries(st.text(max_size=4), chosen, max_size=3)),
        Normaliser(draw(st.text(max_size=4)), draw(chosen), draw(chosen)),
    )


@st.composite
def coloured(draw: st.DrawFn) -> PointSchema:
    """Any sound scheme, some groups of which have a colour."""
    scheme = draw(schemes())
    colour = st.integers(0, 0xFFFFFF).map("#{:06x}".format)
    return replace(scheme, colours={name: draw(colour) for name in list(scheme.groups)[1:]})


def test_the_shipped_schemes_have_the_counts_of_their_names() -> None:
    counts = [scheme.count for scheme in shipped_schemes()]
    assert counts == [58, 68, 98, 76, 194, 29, 15, 5]
    for scheme in shipped_schemes():
        assert scheme.name.rstrip("0123456789") + str(scheme.count) == scheme.name


@every
def test_mirroring_twice_gives_every_point_back(scheme: PointSchema) -> None:
    assert [scheme.mirror[k] for k in scheme.mirror] == list(range(scheme.count))


@paired
def test_mirror_pairs_swap_left_and_right_and_keep_the_part(scheme: PointSchema) -> None:
    sided = [k for k, name in enumerate(scheme.points) if re.search("left|right", name)]
    assert sided
    for k in sided:
        name, mirrored = scheme.points[k], scheme.points[scheme.mirror[k]]
        side, other = ("left", "right") if "left" in name else ("right", "left")
        assert other in mirrored
        assert mirrored.rstrip(" 123456789") == name.replace(side, other).rstrip(" 123456789")


@paired
def test_groups_are_mirrored_onto_groups(scheme: PointSchema) -> None:
    sets = {name: set(group) for name, group in scheme.groups.items()}
    for name, group in sets.items():
        swapped = name
        if name.startswith("left"):
            swapped = name.replace("left", "right")
        elif name.startswith("right"):
            swapped = name.replace("right", "left")
        assert {scheme.mirror[k] for k in group} == sets[swapped]


@both
def test_the_groups_but_the_nose_tip_part_the_face(scheme: PointSchema) -> None:
    parts = [k for name, group in scheme.groups.items() if name != "nose tip" for k in group]
    assert sorted(parts) == list(range(scheme.count))


@every
def test_every_point_is_in_a_group(scheme: PointSchema) -> None:
    assert all(scheme.group_of(k) for k in range(scheme.count))


@paired
def test_edges_are_mirrored_onto_edges(scheme: PointSchema) -> None:
    edges = {frozenset(edge) for edge in scheme.edges}
    assert {frozenset(scheme.mirror[k] for k in edge) for edge in edges} == edges


def test_points_of_the_formats_facts() -> None:
    assert IMM.choose("nose tip") == (52,)
    assert IMM.choose("chin") == (6,)
    assert (IMM.normaliser.a, IMM.normaliser.b) == ((13,), (21,))
    assert [IMM.mirror[k] for k in (39, 41, 43, 45, 47, 52)] == [43, 41, 39, 45, 57, 52]
    assert IBUG.choose("nose tip") == (30,)
    assert IBUG.choose("chin") == (8,)
    assert (IBUG.normaliser.a, IBUG.normaliser.b) == ((36,), (45,))
    assert [IBUG.mirror[k] for k in (36, 41, 48, 60, 67)] == [45, 46, 54, 64, 65]


@given(schemes() | coloured())
def test_a_scheme_comes_back_from_json_text(scheme: PointSchema) -> None:
    assert PointSchema.from_json(json.loads(json.dumps(scheme.to_json()))) == scheme
    assert hash(PointSchema.from_json(scheme.to_json())) == hash(scheme)


@pytest.mark.parametrize("key", sorted(set(IMM.to_json()) - {"colours"}))
@pytest.mark.parametrize("value", [None, 7, [[1]], {"a": 3}, [None], [math.inf]])
def test_json_that_is_no_scheme_is_an_input_error(key: str, value: Any) -> None:
    data = IMM.to_json()
    data[key] = value
    if key == "name":
        assert PointSchema.from_json(data).name == str(value)
        return
    with pytest.raises(InputError):
        PointSchema.from_json(data)
    del data[key]
    with pytest.raises(InputError, match="not a landmark scheme"):
        PointSchema.from_json(data)


def test_a_scheme_written_before_there_were_colours_reads() -> None:
    data = IMM.to_json()
    del data["colours"]
    assert PointSchema.from_json(data) == IMM


@pytest.mark.parametrize("value", [7, [1], {"jaw": 3}, {"jaw": "red"}, {"tail": "#112233"}])
def test_colours_that_are_none_are_an_input_error(value: Any) -> None:
    with pytest.raises(InputError):
        PointSchema.from_json({**IMM.to_json(), "colours": value})


def test_an_edge_takes_the_colour_of_the_smallest_group_that_holds_it() -> None:
    scheme = replace(IMM, colours={"nose": "#0000ff", "nose tip": "#ff0000", "jaw": "#00ff00"})
    assert scheme.colour_of(52) == "#ff0000"
    assert scheme.colour_of(52, 53) == "#0000ff"
    assert scheme.colour_of(0, 1) == "#00ff00"
    assert scheme.colour_of(12, 47) is None
    assert (scheme.group_of(52), scheme.group_of(51)) == ("nose tip", "nose")


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"points": ("a", "a", "b")}, "two points share a name"),
        ({"mirror": (1, 2, 0)}, "mirroring twice"),
        ({"mirror": (0, 1)}, "mirroring twice"),
        ({"mirror": (0, 1, 1)}, "mirroring twice"),
        ({"edges": ((0, 3),)}, "point 3 is not one of 0 to 2"),
        ({"groups": {"g": (-1,)}}, "point -1 is not one of 0 to 2"),
        ({"normaliser": Normaliser("n", (0,), (5,))}, "point 5 is not one of 0 to 2"),
    ],
)
def test_a_scheme_that_contradicts_itself_is_refused(change: dict[str, Any], message: str) -> None:
    with pytest.raises(InputError, match=message):
        replace(generic_scheme(3), **change)


@pytest.mark.parametrize(
    ("text", "points"),
    [
        ("all", tuple(range(58))),
        ("52", (52,)),
        ("3, 1,2", (1, 2, 3)),
        ("0-2,2-4", (0, 1, 2, 3, 4)),
        ("right brow", (34, 35, 36, 37, 38)),
        ("nose tip , chin,", (6, 52)),
        ("57-57", (57,)),
    ],
)
def test_points_are_chosen_by_name_group_number_and_range(
    text: str, points: tuple[int, ...]
) -> None:
    assert IMM.choose(text) == points


@pytest.mark.parametrize(
    "text", ["", " , ", "58", "50-58", "4-2", "-3", "3-", "3-x", "²", "1-²", "nase", "1.5", "0x1"]
)
def test_what_names_no_point_is_an_input_error(text: str) -> None:
    with pytest.raises(InputError, match="scheme imm58"):
        IMM.choose(text)


@given(schemes(), st.text(max_size=10))
def test_any_text_chooses_points_or_is_an_input_error(scheme: PointSchema, text: str) -> None:
    try:
        chosen = scheme.choose(text)
    except InputError:
        return
    assert chosen
    assert list(chosen) == sorted(set(chosen))
    assert set(chosen) <= set(range(scheme.count))


def test_points_are_found_by_name() -> None:
    assert IMM.index("chin") == 6
    with pytest.raises(InputError, match="no point called 'x'"):
        IMM.index("x")


def test_a_count_finds_its_scheme_where_it_can_be_no_other() -> None:
    assert scheme_for_count(58) is IMM
    assert scheme_for_count(68) is IBUG
    for count in (5, 15, 29, 76, 98, 194):
        other = scheme_for_count(count)
        assert (other.name, other.mirror) == (f"points{count}", tuple(range(count)))
    assert generic_scheme(2, ("tip", "root")).points == ("tip", "root")


def test_names_win_over_counts() -> None:
    assert scheme_for((), 68) is IBUG
    assert scheme_for((), 5) == generic_scheme(5)
    for scheme in shipped_schemes():
        assert scheme_for(scheme.points, scheme.count) is scheme
        assert scheme_named(scheme.name) is scheme
    paws = tuple(f"paw {k}" for k in range(68))
    assert scheme_for(paws, 68) == generic_scheme(68, paws)
    with pytest.raises(KeyError):
        scheme_named("points5")


def test_chains_are_open_or_closed() -> None:
    assert chain(range(3, 6)) == ((3, 4), (4, 5))
    assert chain(range(3, 6), closed=True) == ((3, 4), (4, 5), (5, 3))


def test_a_normaliser_is_named_as_a_length() -> None:
    assert Normaliser("inter-ocular", (0,), (1,)).in_words == "inter-ocular length"
    assert BOX_SIZE.in_words == "box size"
