"""What many faces come to is worked out behind the window; what was asked last is answered."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from kpstudio.app import behind as module
from kpstudio.app.behind import FEW, Behind
from kpstudio.app.jobs import JobRunner
from kpstudio.app.undo import passing
from kpstudio.core.errors import InputError
from kpstudio.core.progress import Progress

MANY = FEW + 1


class Gate:
    """Lets work go on only when it is opened."""

    def __init__(self) -> None:
        self.opened = threading.Event()
        self.threads: list[threading.Thread] = []

    def work(self, answer: str) -> Callable[[Progress], str]:
        """Return what answers so, behind the gate, where it is not stopped."""

        def wait(progress: Progress) -> str:
            self.threads.append(threading.current_thread())
            passed = passing(progress, 0, 100)
            while not self.opened.wait(0.01):
                passed(50)
            return answer

        return wait


@pytest.fixture
def gate() -> Iterator[Gate]:
    made = Gate()
    yield made
    made.opened.set()


@pytest.fixture
def behind(qtbot: QtBot) -> Iterator[Behind]:
    jobs = JobRunner()
    yield Behind(jobs, jobs)
    jobs.shutdown()


def test_few_faces_are_answered_at_once(behind: Behind, gate: Gate) -> None:
    gate.opened.set()
    answers: list[str] = []
    behind.work_out(gate.work("few"), answers.append, FEW)
    assert (answers, behind.busy) == (["few"], False)
    assert gate.threads == [threading.main_thread()]


def test_many_are_answered_later_on_another_thread(
    behind: Behind, gate: Gate, qtbot: QtBot
) -> None:
    answers: list[tuple[str, threading.Thread]] = []
    take = lambda answer: answers.append((answer, threading.current_thread()))  # noqa: E731
    behind.work_out(gate.work("many"), take, MANY)
    assert behind.busy
    gate.opened.set()
    qtbot.waitUntil(lambda: not behind.busy)
    assert answers == [("many", threading.main_thread())]
    assert gate.threads != [threading.main_thread()]


def test_of_what_is_asked_meanwhile_only_the_last_is_answered(
    behind: Behind, gate: Gate, qtbot: QtBot
) -> None:
    answers: list[str] = []
    for name, count in (("first", MANY), ("second", MANY), ("third", FEW)):
        behind.work_out(gate.work(name), answers.append, count)
    gate.opened.set()
    qtbot.waitUntil(lambda: not behind.busy and len(answers) > 1)
    assert answers == ["first", "third"]


def test_what_is_stopped_is_never_answered(behind: Behind, gate: Gate, qtbot: QtBot) -> None:
    answers: list[str] = []
    with qtbot.assertNotEmitted(behind.cancelled):
        behind.work_out(gate.work("old"), answers.append, MANY)
        behind.work_out(gate.work("waiting"), answers.append, MANY)
        behind.stop()
        assert not behind.busy
        behind.work_out(gate.work("new"), answers.append, MANY)
        gate.opened.set()
        qtbot.waitUntil(lambda: not behind.busy)
    assert answers == ["new"]


def test_it_tells_how_far_it_is_once_that_takes_long(
    behind: Behind, gate: Gate, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[tuple[int, int]] = []
    behind.progressed.connect(lambda *progress: told.append(progress))
    behind.work_out(gate.work("a"), str, MANY)
    qtbot.wait(100)
    assert told == []
    monkeypatch.setattr(module, "_TOLD_AFTER_S", 0.0)
    qtbot.waitUntil(lambda: (50, 100) in told)
    gate.opened.set()
    qtbot.waitUntil(lambda: told[-1] == (0, 0))


def test_who_does_not_want_to_wait_is_told_so(behind: Behind, gate: Gate, qtbot: QtBot) -> None:
    answers: list[str] = []
    behind.work_out(gate.work("never"), answers.append, MANY)
    with qtbot.waitSignal(behind.cancelled):
        behind.cancel()
    with qtbot.assertNotEmitted(behind.cancelled):
        behind.cancel()  # nothing is being worked out
    gate.opened.set()
    qtbot.wait(100)
    assert answers == []


def test_what_fails_says_why_and_the_next_is_answered(
    behind: Behind, gate: Gate, qtbot: QtBot
) -> None:
    answers: list[str] = []

    def fail(progress: Progress) -> str:
        gate.work("")(progress)
        raise InputError("no such face")

    with qtbot.waitSignal(behind.failed) as said:
        behind.work_out(fail, answers.append, MANY)
        behind.work_out(gate.work("next"), answers.append, MANY)
        gate.opened.set()
    assert said.args == ["no such face"]
    qtbot.waitUntil(lambda: not behind.busy)
    assert answers == ["next"]
