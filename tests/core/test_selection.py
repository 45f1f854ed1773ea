from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kpstudio.core.schema import PointSchema, generic_scheme, shipped_schemes
from kpstudio.core.selection import Selection, wider

numbers = st.integers(0, 30)
chosen = st.builds(Selection.of, st.sets(numbers), numbers)


@given(chosen, numbers)
def test_toggling_twice_gives_the_same_points_back(before: Selection, point: int) -> None:
    once = before.toggled(point)
    assert set(once.points) ^ set(before.points) == {point}
    assert once.toggled(point).points == before.points
    assert (once.lead == point) or point in before.points


@given(chosen, st.sets(numbers), st.integers(0, 40))
def test_the_lead_is_always_one_of_the_points(
    before: Selection, more: set[int], count: int
) -> None:
    for made in (before, before.joined(more), before.below(count), before.toggled(3)):
        assert list(made.points) == sorted(set(made.points))
        assert made.lead in made.points if made.points else made.lead == -1
    assert set(before.joined(more).points) == set(before.points) | more
    assert all(point < count for point in before.below(count).points)
    if before.points:
        assert before.joined(more).lead == before.lead


def test_one_point_or_none() -> None:
    assert Selection.only(4) == Selection((4,), 4)
    assert Selection.only(-1) == Selection()
    assert Selection.of((3, 1)).led_by(3) == Selection((1, 3), 3)


def test_widening_goes_from_a_group_to_the_face_and_round() -> None:
    scheme = next(scheme for scheme in shipped_schemes() if scheme.name == "ibug68")
    eye = wider(scheme, 37, (37,))
    assert eye == tuple(range(36, 42))
    assert wider(scheme, 37, eye) == tuple(range(68))
    assert wider(scheme, 37, range(68)) == eye
    assert wider(scheme, 30, (30,)) == tuple(range(27, 36)), "a group of one is no step"
    assert wider(scheme, 37, (1, 2)) == eye, "what is no group is no step"


def test_every_shipped_scheme_widens_to_the_whole_face() -> None:
    for scheme in shipped_schemes():
        for point in range(scheme.count):
            steps = [(point,)]
            while len(steps[-1]) < scheme.count:
                steps.append(wider(scheme, point, steps[-1]))
                assert point in steps[-1]
                assert len(steps[-1]) >= len(steps[-2])
                assert steps[-1] != steps[-2]


def test_without_groups_edges_tell_what_belongs_together() -> None:
    scheme = PointSchema("p", tuple("abcdef"), tuple(range(6)), edges=((0, 2), (4, 2), (1, 3)))
    assert wider(scheme, 4, (4,)) == (0, 2, 4)
    assert wider(scheme, 3, ()) == (1, 3)
    assert wider(scheme, 5, (5,)) == tuple(range(6))
    assert wider(scheme, 4, (0, 2, 4)) == tuple(range(6))
    assert wider(generic_scheme(1), 0, (0,)) == (0,)
