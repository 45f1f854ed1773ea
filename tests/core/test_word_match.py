"""How well typed letters fit a text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kpstudio.core.word_match import fit_of

TEXTS = ["Theme: dark", "Train", "Train on corrections", "Fit picture", "Export landmarks…"]


def best(typed: str) -> list[str]:
    fitting = [(fit, text) for text in TEXTS if (fit := fit_of(typed, text)) is not None]
    return [text for _, text in sorted(fitting, reverse=True)]


def test_the_beginning_of_a_word_comes_first() -> None:
    assert best("tr")[:2] == ["Train", "Train on corrections"]
    assert best("corr")[0] == "Train on corrections"
    assert best("on")[0] == "Train on corrections"


def test_inside_a_word_and_with_gaps_come_after() -> None:
    assert best("mark") == ["Export landmarks…"]
    assert best("thm") == ["Theme: dark"]
    assert best("xyz") == []


def test_letters_with_gaps_may_be_too_little() -> None:
    assert fit_of("thm", "Theme: dark", scattered=False) is None
    assert fit_of("heme", "Theme: dark", scattered=False) == fit_of("heme", "Theme: dark")


def test_every_word_counts_in_any_order() -> None:
    assert best("dark theme") == ["Theme: dark"]
    assert best("dark train") == []


def test_nothing_typed_fits_everything() -> None:
    assert len(best("")) == len(TEXTS)


@given(st.text(max_size=8), st.text(max_size=20))
def test_a_text_fits_its_own_words_best(typed: str, text: str) -> None:
    fit = fit_of(typed, text)
    assert fit is None or fit <= 3.0 * len(typed.split())
    assert fit_of(text, text) is not None or not text.split()
