from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QLocale

from kpstudio.app.language import tr
from kpstudio.core.errors import InputError
from kpstudio.core.schema import shipped_schemes
from kpstudio.engine.rates import Suggestion
from kpstudio.tasks.lr_finder import in_words
from kpstudio.ui.panels.settings_text import (
    parse_rate,
    parse_seed,
    points_in_words,
    points_text,
    rate_text,
    values_of,
    values_text,
)

IMM, IBUG = shipped_schemes()[:2]


@given(st.floats(1e-12, 10.0))
def test_rates_are_read_as_they_are_written(rate: float) -> None:
    assert parse_rate(rate_text(rate)) == pytest.approx(rate, rel=1e-5)


def test_rates_look_as_people_write_them() -> None:
    assert [rate_text(r) for r in (1e-3, 1e-4, 2.5e-4, 0.01, 0.5)] == [
        "1e-3",
        "1e-4",
        "2.5e-4",
        "0.01",
        "0.5",
    ]
    assert parse_rate("0,001") == 1e-3


@pytest.mark.parametrize("text", ["", "0", "-1", "nan", "inf", "11", "1e"])
def test_impossible_rates_are_refused(text: str) -> None:
    with pytest.raises(InputError, match="learning rate"):
        parse_rate(text)


@pytest.mark.parametrize("text", ["", "1.5", "²", str(2**63)])
def test_impossible_seeds_are_refused(text: str) -> None:
    with pytest.raises(InputError, match="seed"):
        parse_seed(text)


@given(st.sets(st.integers(0, 57), min_size=1))
def test_points_are_chosen_again_by_their_text(points: set[int]) -> None:
    chosen = tuple(sorted(points))
    assert IMM.choose(points_text(chosen, IMM)) == chosen
    assert points_in_words(chosen, IMM)


@pytest.fixture
def with_decimal_commas() -> Iterator[None]:
    QLocale.setDefault(QLocale("de"))
    yield
    QLocale.setDefault(QLocale.c())


def test_values_are_what_was_typed_where_numbers_have_points() -> None:
    assert values_of("0.01, 1e-3,4") == values_text("0.01, 1e-3,4") == "0.01, 1e-3,4"


def test_values_with_decimal_commas_have_semicolons_between_them(with_decimal_commas: None) -> None:
    assert values_text("0.01, 2.5e-4, resnet18, 96x128") == "0,01; 2,5e-4; resnet18; 96x128"
    for typed in ("0,01; 0,1", "0.01; 0.1", "0,01, 0,1"):
        assert [part.strip() for part in values_of(typed).split(",")] == ["0.01", "0.1"]
    assert values_of(values_text("0.5, 1, 2.5")) == "0.5, 1, 2.5"


def test_what_a_search_for_a_rate_came_to_is_written_as_in_the_form(
    with_decimal_commas: None,
) -> None:
    told = tr(in_words(Suggestion(2e-4, 0.00152, 0.0309)))
    assert "2e-4: " in told
    assert "1,5e-3 " in told
    assert "0,031." in told
