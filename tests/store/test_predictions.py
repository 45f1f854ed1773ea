"""Predictions read over a connection of their own."""

from __future__ import annotations

import contextlib
import sqlite3
import threading
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from kpstudio.core.errors import Cancelled, InputError
from kpstudio.core.landmarks import Landmarks, Source
from kpstudio.store import predictions
from kpstudio.store.location import DATABASE
from kpstudio.store.predictions import forget_predictions, read_predictions
from kpstudio.store.project import Project

RUN = "0001-bignet"
COUNT = 7


def placed(number: int) -> Landmarks:
    """Return a prediction that has one point missing."""
    return Landmarks.of([[number, 0.1], [np.nan, np.nan]], Source.PREDICTION, RUN)


@pytest.fixture
def project(tmp_path: Path, monkeypatch) -> Iterator[Project]:
    """An open project with a few predictions, read three at a time; one name is no Unicode."""
    monkeypatch.setattr(predictions, "PORTION", 3)
    names = [f"{number}.jpg#0" for number in range(COUNT - 1)] + ["\udcff.jpg#0"]
    with Project.open(tmp_path) as opened:
        opened.save_predictions(RUN, {name: placed(n) for n, name in enumerate(names)})
        opened.save_predictions("0002-bignet", {"0.jpg#0": placed(9)})
        yield opened


def test_they_are_what_the_project_says(project: Project) -> None:
    told = []
    found = read_predictions(
        project.location, RUN, lambda done, total: told.append((done, total)) or True
    )
    assert found == project.predictions(RUN)
    assert len(found) == COUNT
    assert told == [(0, COUNT), (3, COUNT), (6, COUNT), (COUNT, COUNT)]
    assert read_predictions(project.location, "0009-none", lambda *_: True) == {}


def test_meanwhile_the_project_can_be_written_to(project: Project) -> None:
    def write(*_: int) -> bool:
        project.save_predictions(RUN, {"0.jpg#0": placed(50)})
        return True

    found = read_predictions(project.location, RUN, write)
    assert found.keys() == project.predictions(RUN).keys()
    assert found["0.jpg#0"] == placed(50)


@pytest.mark.parametrize("wanted", [0, 3])
def test_who_is_asked_to_end_ends(project: Project, wanted: int) -> None:
    told = []

    def progress(done: int, _total: int) -> bool:
        told.append(done)
        return done < wanted

    with pytest.raises(Cancelled):
        read_predictions(project.location, RUN, progress)
    assert told[-1] == wanted


def test_what_cannot_be_read_is_one_sentence(project: Project, tmp_path: Path) -> None:
    connection = project._tables.connection
    connection.execute("UPDATE predictions SET landmarks = '{}' WHERE face_id = '1.jpg#0'")
    with pytest.raises(InputError, match="stored landmarks cannot be read"):
        read_predictions(project.location, RUN, lambda *_: True)
    gone = tmp_path / "gone"
    with pytest.raises(InputError, match="cannot be read: unable to open"):
        read_predictions(gone, RUN, lambda *_: True)
    assert not gone.exists()


@contextlib.contextmanager
def held(project: Project) -> Iterator[sqlite3.Connection]:
    """Have a change in the database that nobody may read before it is whole."""
    path = project.location / DATABASE
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        yield other


def test_a_long_change_is_waited_for(project: Project, monkeypatch) -> None:
    monkeypatch.setattr(predictions, "_PATIENCE_S", 0.01)
    asked = []
    with held(project) as other:

        def progress(*_: int) -> bool:
            asked.append(other.in_transaction)
            if len(asked) == 3:
                other.execute("ROLLBACK")
            return True

        assert len(read_predictions(project.location, RUN, progress)) == COUNT
    assert asked[:4] == [True] * 3 + [False]


def test_who_waits_for_a_long_change_can_end(project: Project, monkeypatch) -> None:
    monkeypatch.setattr(predictions, "_PATIENCE_S", 0.01)
    with held(project), pytest.raises(Cancelled):
        read_predictions(project.location, RUN, lambda *_: False)


def test_a_row_that_cannot_be_read_holds_up_no_other_thread(project: Project) -> None:
    project._tables.connection.execute("UPDATE predictions SET landmarks = '{}'")
    done = threading.Event()
    with pytest.raises(InputError) as kept:
        project.predictions(RUN)

    def write() -> None:
        project.set_setting("a", 1)
        done.set()

    threading.Thread(target=write, daemon=True).start()
    assert done.wait(10), f"the trace of {kept.value} keeps the project locked"


def test_forgetting_goes_in_portions_and_ends_when_told(project: Project, monkeypatch) -> None:
    monkeypatch.setattr(predictions, "FORGOTTEN_AT_ONCE", 2)
    kept = {f"{n}#0": Landmarks.of([[n, n]]) for n in range(5)}
    for run in ("0008-gone", "0009-stays"):
        project.save_predictions(run, kept)
    asked: list[int] = []

    def go_on() -> bool:
        asked.append(len(project.predictions("0008-gone")))
        return len(asked) < 3

    with pytest.raises(Cancelled):
        forget_predictions(project.location, "0008-gone", go_on)
    assert asked == [5, 3, 1]
    forget_predictions(project.location, "0008-gone", lambda: True)
    assert project.predictions("0008-gone") == {}
    assert project.predictions("0009-stays") == kept
    forget_predictions(project.location, "0010-none", lambda: True)
