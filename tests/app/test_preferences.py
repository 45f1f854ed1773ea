"""The table of preferences: whatever was stored reads as something sensible."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpstudio.app.preferences import BY_KEY, PREFERENCES
from kpstudio.app.settings import Settings

ANYTHING = st.none() | st.booleans() | st.integers() | st.text(max_size=12) | st.lists(st.text())


@given(ANYTHING)
def test_whatever_was_stored_reads_as_a_value_of_its_kind(stored):
    for each in PREFERENCES:
        value = each.sensible(stored)
        assert type(value) is type(each.default)
        if each.choices:
            assert value in [choice for choice, _ in each.choices]
        elif isinstance(value, int) and not isinstance(value, bool):
            assert each.least <= value <= each.most
        assert each.sensible(value) == value, "what was read is what would be stored"


def test_every_preference_is_named_once_and_starts_sensibly():
    assert len(BY_KEY) == len(PREFERENCES) == len({each.words for each in PREFERENCES})
    for each in PREFERENCES:
        assert each.sensible(each.default) == each.default
        assert not each.tip.endswith(".")


@pytest.mark.parametrize(
    ("key", "stored", "read"),
    [
        ("text_percent", "110", 110),
        ("text_percent", "116", 100),
        ("backup_count", "5000", 1000),
        ("loupe", "false", False),
        ("author", "  Änne \n B. ", "Änne B."),
    ],
)
def test_what_is_kept(key, stored, read):
    assert BY_KEY[key].sensible(stored) == read


def test_a_change_is_told_once():
    settings, told = Settings(), []
    settings.changed.connect(told.append)
    settings.set_value("theme", "dark")
    settings.set_value("theme", "dark")
    settings.set_value("loupe", True)
    assert told == ["theme"]
    assert Settings().theme == "dark"
