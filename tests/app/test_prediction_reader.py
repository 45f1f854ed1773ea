"""Runs with predictions of many faces: the window goes on while they are read."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kpstudio.app import prediction_reader
from kpstudio.app.old_run import OldRun
from kpstudio.app.other_runs import OtherRuns
from kpstudio.app.run_book import RunBook
from kpstudio.core.errors import InputError
from kpstudio.core.landmarks import Landmarks
from kpstudio.core.schema import generic_scheme, scheme_for_count
from kpstudio.store import codec
from kpstudio.store.predictions import read_predictions
from kpstudio.tasks import predicting
from tests.app.help import Desk, faces_folder, predicted, stored_run
from tests.app.test_old_run import FIRST, SECOND, THIRD, asked, root

__all__ = ["asked", "root"]  # pytest finds fixtures here

FACE = "f2.png#0"


class Gate:
    """Lets a read begin, and end only when it is opened."""

    def __init__(self) -> None:
        self.begun: list[str] = []
        self.opened = threading.Event()
        self.fault: Exception | None = None

    def read(self, location: Path, run: str, progress: Callable[[int, int], bool]) -> object:
        """Stand in for `read_predictions`."""
        self.begun.append(run)
        while not self.opened.wait(0.01) and progress(0, 1):
            pass
        if self.fault is not None:
            raise self.fault
        return read_predictions(location, run, progress)


@pytest.fixture
def gate(monkeypatch) -> Iterator[Gate]:
    """Even few predictions are read behind the window, when the gate is opened."""
    made = Gate()
    monkeypatch.setattr(prediction_reader, "FEW", 0)
    monkeypatch.setattr(prediction_reader, "read_predictions", made.read)
    yield made
    made.opened.set()


def use(desk: Desk, run: str) -> None:
    """Choose a run and wait until it has been read."""
    desk.runs.use(run)
    desk.wait(lambda: desk.runs.run == run)


@pytest.fixture
def using(desk: Desk, root: Path, asked: list[list[str]], gate: Gate) -> Desk:
    """The first run is in use, and the gate closed."""
    gate.opened.set()
    desk.open(root)
    use(desk, FIRST)
    gate.opened.clear()
    gate.begun.clear()
    return desk


def test_nothing_of_many_faces_is_read_on_the_window_s_thread(
    desk: Desk, root: Path, monkeypatch
) -> None:
    monkeypatch.setattr(prediction_reader, "FEW", 0)
    desk.open(root)
    threads = set()
    from_text = codec.landmarks_from_text

    def watched(text: str) -> Landmarks:
        threads.add(threading.get_ident())
        return from_text(text)

    monkeypatch.setattr(codec, "landmarks_from_text", watched)
    use(desk, FIRST)
    old, others = OldRun(desk.session, desk.runs), OtherRuns(desk.session, desk.runs)
    old.choose(THIRD)
    others.choose([THIRD])
    desk.wait(lambda: not old.predicting and not others.predicting)
    assert old.prediction(FACE) == predicted(2, 2.0, THIRD)
    assert threads
    assert threading.get_ident() not in threads


def test_until_it_is_read_the_run_before_is_shown(using: Desk, gate: Gate) -> None:
    told = []
    using.runs.reading_progressed.connect(lambda *figures: told.append(figures))
    using.runs.use(THIRD)
    using.wait(lambda: told)
    assert using.runs.run == FIRST
    assert using.runs.prediction(FACE) == predicted(2, 2.0, FIRST)
    gate.opened.set()
    using.wait(lambda: using.runs.run == THIRD)
    assert using.runs.prediction("f3.png#0") == predicted(3, 3.0, THIRD)
    assert told[-1] == (0, 0)
    assert using.session.project.setting("run") == THIRD


def test_of_two_that_are_chosen_the_last_one_is_shown(using: Desk, gate: Gate) -> None:
    seen = []
    using.runs.run_changed.connect(seen.append)
    using.runs.use(SECOND)
    using.runs.use(THIRD)
    using.wait(lambda: len(gate.begun) == 2)
    gate.opened.set()
    using.wait(lambda: using.runs.run == THIRD)
    using.qtbot.wait(50)
    assert seen == [THIRD]


def test_what_was_asked_meanwhile_is_predicted_by_the_run_that_was_read(
    using: Desk, gate: Gate, asked: list[list[str]]
) -> None:
    using.runs.use(THIRD)
    using.runs.predict([using.session.labels[FACE]])
    assert asked == []
    gate.opened.set()
    using.wait(lambda: asked and not using.runs.predicting)
    assert asked == [[FACE]]
    assert using.runs.prediction(FACE) == predicted(2, 4.0, THIRD)


def test_who_cancels_stays_with_the_run_before(
    using: Desk, gate: Gate, asked: list[list[str]]
) -> None:
    shown = []
    using.runs.run_changed.connect(shown.append)
    using.runs.use(THIRD)
    using.runs.predict([using.session.labels[FACE]])
    using.runs.cancel_reading()
    gate.opened.set()
    using.wait(lambda: asked and not using.runs.predicting)
    using.qtbot.wait(50)
    assert shown == [FIRST]  # the choice of runs follows that
    assert using.runs.prediction(FACE) == predicted(2, 4.0, FIRST)


def test_what_cannot_be_read_is_told_and_the_run_before_stays(using: Desk, gate: Gate) -> None:
    gate.fault = InputError("a row is damaged")
    gate.opened.set()
    using.runs.use(THIRD)
    using.wait(lambda: using.said)
    assert using.said == ["a row is damaged"]
    assert using.runs.run == FIRST


def test_a_run_deleted_while_it_is_read_is_not_shown(using: Desk, gate: Gate) -> None:
    using.runs.use(THIRD)
    using.runs.delete([THIRD])
    gate.opened.set()
    using.qtbot.wait(50)
    assert using.runs.run == FIRST
    assert using.session.project.predictions(THIRD) == {}


def test_another_scheme_meanwhile_reads_anew_what_fits(
    desk: Desk, tmp_path: Path, gate: Gate
) -> None:
    plain = faces_folder(tmp_path / "plain", 0, unlabelled=2)
    stored_run(plain, {0: 1.0}, FIRST, scheme=generic_scheme(12))
    desk.open(plain)
    desk.session.set_scheme(generic_scheme(12))
    desk.runs.use(FIRST)
    desk.session.set_scheme(generic_scheme(7))
    gate.opened.set()
    desk.qtbot.wait(50)
    assert desk.runs.run == ""
    assert "12 points" in desk.said[-1]


def test_another_scheme_meanwhile_forgets_nothing_that_was_asked(
    desk: Desk, tmp_path: Path, gate: Gate, monkeypatch
) -> None:
    asked: list[tuple[str, list[str]]] = []

    def predict(folder: Path, faces, *_, **__) -> tuple[dict[str, Landmarks], list[object]]:
        asked.append((folder.name, [face.id for face in faces]))
        return {}, []

    monkeypatch.setattr(predicting, "predict_faces", predict)
    monkeypatch.setattr(RunBook, "predict_missing", lambda _: None)
    plain = faces_folder(tmp_path / "plain", 0, unlabelled=2)
    stored_run(plain, {0: 1.0}, FIRST)
    stored_run(plain, {0: 1.0}, SECOND, scheme=scheme_for_count(68))
    gate.opened.set()
    desk.open(plain)
    desk.session.set_scheme(scheme_for_count(58))
    use(desk, FIRST)
    gate.opened.clear()
    desk.runs.use(SECOND)
    desk.runs.predict([desk.session.labels["plain0.png#0"]])
    desk.session.set_scheme(scheme_for_count(68))
    gate.opened.set()
    desk.wait(lambda: asked and not desk.runs.predicting)
    assert asked == [(SECOND, ["plain0.png#0"])]


def test_another_folder_or_closing_ends_it_quietly(using: Desk, gate: Gate, tmp_path: Path) -> None:
    using.runs.use(THIRD)
    using.open(faces_folder(tmp_path / "other", 1))
    gate.opened.set()
    using.qtbot.wait(50)
    assert using.runs.run == ""
    gate.opened.clear()
    using.open(tmp_path / "faces")
    using.wait(lambda: FIRST in gate.begun)  # the run used there last
    using.jobs.shutdown()
    using.session.close()
    using.qtbot.wait(50)
    assert using.said == []


def test_a_training_that_begins_meanwhile_is_shown(using: Desk, gate: Gate) -> None:
    using.runs.use(THIRD)
    using.runs.begin_live("0004-bignet", {})
    gate.opened.set()
    using.qtbot.wait(50)
    assert using.runs.run == "0004-bignet"


@pytest.fixture
def old(desk: Desk) -> OldRun:
    made = OldRun(desk.session, desk.runs)
    made.failed.connect(desk.said.append)
    return made


def test_the_old_run_predicts_what_was_asked_meanwhile(
    old: OldRun, using: Desk, gate: Gate, asked: list[list[str]]
) -> None:
    old.choose(SECOND)
    assert (old.reading, old.predicting, old.prediction("f0.png#0")) == (True, True, None)
    faces = list(using.session.labels)
    assert old.missing(faces) == []
    old.predict_missing(faces)
    gate.opened.set()
    using.wait(lambda: not old.predicting)
    assert asked == [[f"f{n}.png#0" for n in range(2, 6)]]
    assert old.prediction("f0.png#0") == predicted(0, 1.0, SECOND)


def test_the_old_run_is_read_once_for_all_runs_in_use(old: OldRun, using: Desk, gate: Gate) -> None:
    gate.opened.set()
    old.choose(THIRD)
    using.wait(lambda: not old.predicting)
    gate.begun.clear()
    use(using, SECOND)
    assert gate.begun == [SECOND]
    assert old.prediction("f3.png#0") == predicted(3, 3.0, THIRD)


def test_who_cancels_reading_the_old_run_compares_with_none(
    old: OldRun, using: Desk, gate: Gate
) -> None:
    old.choose(SECOND)
    old.cancel_reading()
    assert (old.name, old.reading) == ("", False)
    gate.fault = InputError("a row is damaged")
    old.choose(SECOND)
    gate.opened.set()
    using.wait(lambda: not old.reading)
    assert old.why_not == "a row is damaged"
    assert using.said == ["a row is damaged"]


def test_another_run_that_cannot_be_read_is_left_out(using: Desk, gate: Gate) -> None:
    others = OtherRuns(using.session, using.runs)
    others.failed.connect(using.said.append)
    gate.fault = InputError("a row is damaged")
    others.choose([SECOND])
    gate.opened.set()
    using.wait(lambda: using.said and not others.predicting)
    assert others.chosen == ()
    assert using.said == ["a row is damaged"]


def test_other_runs_are_read_side_by_side(using: Desk, gate: Gate) -> None:
    others = OtherRuns(using.session, using.runs)
    told = []
    others.reading_progressed.connect(lambda *figures: told.append(figures))
    others.choose([SECOND, THIRD])
    using.wait(lambda: len(gate.begun) == 2 and told)
    assert [answers.reading for answers in others.chosen] == [True, True]
    others.cancel_reading()
    assert others.chosen == ()
    assert told[-1] == (0, 0)
    assert told.count((0, 0)) == 1
