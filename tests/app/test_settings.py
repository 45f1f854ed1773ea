"""What is remembered of a person survives, and nonsense in its place reads as the default."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QByteArray, QSettings

from kpstudio.app.settings import RECENT_LIMIT, Settings
from kpstudio.store.author import system_author


def store() -> QSettings:
    return Settings()._store


def test_defaults(tmp_path):
    assert store().fileName().startswith(str(tmp_path))  # not those of who runs the tests
    fresh = Settings()
    assert (fresh.theme, fresh.value("colour_blind"), fresh.geometry, fresh.recent) == (
        "system",
        False,
        None,
        [],
    )


def test_all_is_there_the_next_time(tmp_path):
    first = Settings()
    first.set_value("theme", "dark")
    first.set_value("colour_blind", True)
    first.geometry = QByteArray(b"\x01\x00\xff")
    first.add_recent(tmp_path)
    first._store.sync()
    again = Settings()
    assert (again.theme, again.value("colour_blind")) == ("dark", True)
    assert again.geometry == QByteArray(b"\x01\x00\xff")
    assert again.recent == [tmp_path]
    again.set_value("colour_blind", False)
    assert not Settings().value("colour_blind")


@pytest.mark.parametrize("nonsense", ["purple", 7, [1, 2], ""])
def test_nonsense_reads_as_the_default(nonsense):
    written = store()
    for key in ("theme", "colour_blind", "geometry", "recent"):
        written.setValue(key, nonsense)
    written.sync()
    read = Settings()
    assert (read.theme, read.value("colour_blind"), read.geometry) == ("system", False, None)
    assert read.recent == []


def test_what_is_gone_is_not_offered_and_may_come_back(tmp_path):
    here, away = tmp_path / "hier ü, & 你", tmp_path / "stick"
    here.mkdir()
    away.mkdir()
    remembered = Settings()
    remembered.add_recent(away)
    away.rename(tmp_path / "unplugged")
    remembered.add_recent(here)
    assert remembered.recent == [here]
    (tmp_path / "unplugged").rename(away)
    assert Settings().recent == [here, away]


def test_the_author_is_whom_the_system_knows_until_somebody_says_otherwise():
    assert Settings().author == system_author()
    Settings().set_value("author", "  Änne   B. ")
    assert Settings().author == "Änne B."
    Settings().set_value("author", " ")
    assert Settings().author == system_author()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.integers(0, 12), max_size=30))
def test_recent_is_the_latest_each_once(tmp_path: Path, opened: list[int]):
    store().clear()
    remembered = Settings()
    for number in opened:
        path = tmp_path / str(number)
        path.mkdir(exist_ok=True)
        remembered.add_recent(path)
    latest = list(dict.fromkeys(tmp_path / str(number) for number in reversed(opened)))
    assert remembered.recent == latest[:RECENT_LIMIT]


def test_keys_are_kept_and_nonsense_reads_as_none():
    Settings().keys = {"fit": ("J", "Ctrl+J"), "undo": ()}
    assert Settings().keys == {"fit": ("J", "Ctrl+J"), "undo": ()}
    for kept in ("", "{", "[1]", '{"fit": "J", "undo": 3}', "null"):
        Settings()._store.setValue("keys", kept)
        assert Settings().keys == {}
    Settings()._store.setValue("keys", '{"fit": ["J", 4, null]}')
    assert Settings().keys == {"fit": ("J",)}
