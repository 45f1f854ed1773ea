"""In which order parts of a pane are read, whatever order they were made in."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect

from kpstudio.ui.reading_order import Part, _in_order

SIZES = st.lists(st.tuples(st.integers(1, 60), st.integers(1, 20)), min_size=1, max_size=5)
"""How long each span is, and the gap after it."""
PLACES = st.builds(
    QRect, st.integers(0, 90), st.integers(0, 90), st.integers(1, 40), st.integers(1, 40)
)


def spans(sizes: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return where each span starts, and how long it is."""
    found, start = [], 0
    for length, gap in sizes:
        found.append((start, length))
        start += length + gap
    return found


def places_of(parts: list[Part]) -> list[tuple[int, int, int, int]]:
    return [place.getRect() for place, _ in parts]


@given(SIZES, SIZES, st.randoms(use_true_random=False))
def test_a_grid_is_read_row_by_row(rows, columns, chance):
    grid = [(x, y, wide, high) for y, high in spans(rows) for x, wide in spans(columns)]
    mixed: list[Part] = [(QRect(*place), []) for place in grid]
    chance.shuffle(mixed)
    assert places_of(_in_order(mixed)) == grid


@given(st.lists(PLACES, max_size=9), st.randoms(use_true_random=False))
def test_each_part_comes_once_and_in_one_order(places, chance):
    parts: list[Part] = [(place, []) for place in places]
    mixed = list(parts)
    chance.shuffle(mixed)
    read = places_of(_in_order(parts))
    assert sorted(read) == sorted(places_of(parts))
    tops = [(top, left) for left, top, _, _ in read]
    if len(set(tops)) == len(tops):  # of two at one place either may be first
        assert places_of(_in_order(mixed)) == read


@given(st.lists(PLACES, min_size=1, max_size=6), st.lists(PLACES, min_size=1, max_size=6))
def test_what_lies_below_a_clear_line_comes_after_all_above_it(above, below):
    line = max(place.bottom() for place in above) + 1
    lower = [place.translated(0, line) for place in below]
    read = places_of(_in_order([(place, []) for place in [*lower, *above]]))
    assert sorted(read[: len(above)]) == sorted(place.getRect() for place in above)
