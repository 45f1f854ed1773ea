"""What is suspicious follows the folder: opened, read again, another scheme, two windows."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from kpstudio.app import suspect_book
from kpstudio.core.persons import person_of
from kpstudio.engine.presets import preset
from kpstudio.store.project import Project
from tests.app.help import PATIENCE_MS, Desk, faces_folder
from tests.suspect_faces import MOVED, SWAPPED, no_training, odd_faces


@pytest.fixture
def desk(qtbot) -> Iterator[Desk]:
    made = Desk(qtbot)
    made.suspects = made.faces.suspects
    made.suspects.failed.connect(made.said.append)
    yield made
    made.close()


@pytest.fixture
def odd(tmp_path: Path) -> Path:
    return odd_faces(tmp_path / "odd").root


def test_answers_read_too_late_are_not_taken_for_those_of_another_folder(
    desk, odd, tmp_path, monkeypatch
):
    go, done, read = threading.Event(), threading.Event(), suspect_book._read

    def slow(*arguments):
        go.wait(20)
        judges = read(*arguments)
        done.set()
        return judges

    monkeypatch.setattr(suspect_book, "_read", slow)
    desk.open(odd)
    desk.open(faces_folder(tmp_path / "others", 3))
    go.set()
    desk.wait(done.is_set)
    desk.qtbot.wait(200)
    assert not desk.suspects.known
    assert desk.suspects.listed == []


def test_faces_that_come_are_judged_and_those_that_went_are_listed_no_more(desk, odd, tmp_path):
    away = tmp_path / "away"
    away.mkdir()
    picture = SWAPPED.removesuffix("#0")
    files = [picture, picture.replace(".png", ".asf")]
    desk.open(odd)
    desk.wait(lambda: set(desk.suspects.listed) == {SWAPPED, MOVED})

    def read_again() -> None:
        with desk.qtbot.waitSignal(desk.session.reread, timeout=PATIENCE_MS):
            desk.session.rescan()

    for name in files:
        (odd / name).rename(away / name)
    read_again()
    desk.wait(lambda: desk.suspects.listed == [MOVED])
    desk.open(odd)
    desk.wait(lambda: desk.suspects.listed == [MOVED])
    for name in files:
        (away / name).rename(odd / name)
    read_again()
    desk.wait(lambda: set(desk.suspects.listed) == {SWAPPED, MOVED})


def test_points_are_named_as_the_scheme_names_them_now(desk, odd):
    desk.open(odd)
    desk.wait(lambda: "mouth left is off by" in desk.suspects.words(MOVED))
    scheme = desk.session.labels.scheme
    desk.session.set_scheme(replace(scheme, points=tuple(f"spot {k}" for k in range(58))))
    desk.wait(lambda: "spot 43 is off by" in desk.suspects.words(MOVED))


def test_a_window_that_only_looks_trains_nothing(desk, odd, monkeypatch):
    trained = no_training(monkeypatch)
    with Project.open(odd):
        desk.open(odd)
        assert desk.session.read_only
        desk.wait(lambda: desk.suspects.known)
        desk.suspects.ask(preset("smallnet", desk.session.labels.scheme), 5, person_of)
        assert not desk.suspects.running
    assert trained == []
    assert [said for said in desk.said if "suspicious labels cannot be searched for" in said]
