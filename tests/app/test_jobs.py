"""Jobs: results, reports, failures, cancelling, and nothing left behind."""

from __future__ import annotations

import os
import sys
import threading
import time

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QThread
from pytestqt.qtbot import QtBot

from kpstudio.app.jobs import GIVES_WAY, JobHandle, JobRunner
from kpstudio.core.errors import Cancelled, InputError


@pytest.fixture
def jobs(qtbot: QtBot):
    runner = JobRunner()
    yield runner
    runner.shutdown()
    runner.deleteLater()


def test_result_and_reports_arrive_in_order_on_the_window_thread(jobs, qtbot):
    seen, threads = [], set()
    window_thread = threading.get_ident()

    def work(handle: JobHandle) -> str:
        assert threading.get_ident() != window_thread
        for number in range(5000):  # more than the queue holds
            handle.report(number)
        return "result"

    job = jobs.job(work)

    def take(reports: list[int]) -> None:
        threads.add(QThread.currentThread())
        seen.extend(reports)

    job.reported.connect(take)
    with qtbot.waitSignal(job.finished, timeout=10_000) as finished:
        job.start()
    assert finished.args == ["result"]
    assert seen == list(range(5000))
    assert threads == {QThread.currentThread()}


@pytest.mark.skipif(sys.platform != "linux", reason="threads have a nice value on Linux alone")
def test_a_job_and_what_it_starts_give_way_to_the_window(jobs, qtbot):
    def nice() -> int:
        return os.getpriority(os.PRIO_PROCESS, threading.get_native_id())

    def work(_handle: JobHandle) -> list[int]:
        found = [nice()]
        own = threading.Thread(target=lambda: found.append(nice()))
        own.start()
        own.join()
        return found

    before = nice()
    job = jobs.job(work)
    with qtbot.waitSignal(job.finished, timeout=10_000) as finished:
        job.start()
    assert finished.args[0] == [min(before + GIVES_WAY, 19)] * 2
    assert nice() == before


def test_a_raise_becomes_one_failure(jobs, qtbot):
    def work(_handle: JobHandle) -> None:
        raise InputError("the disk is full")

    job = jobs.job(work)
    failures = []
    job.failed.connect(failures.append)
    with qtbot.waitSignal(job.ended, timeout=10_000):
        job.start()
    assert [str(error) for error in failures] == ["the disk is full"]


def test_cancelling_is_no_failure(jobs, qtbot):
    called = []

    def work(handle: JobHandle) -> None:
        handle.on_cancel(lambda: called.append("told"))
        while not handle.cancelled:
            time.sleep(0.005)
        raise Cancelled

    job = jobs.job(work)
    failures = []
    job.failed.connect(failures.append)
    with qtbot.waitSignal(job.ended, timeout=10_000):
        job.start()
        job.cancel()
    assert called == ["told"]
    assert failures == []


def test_while_one_job_is_alone_the_others_are_heard_of_afterwards(jobs, qtbot):
    heard, done = [], threading.Event()

    def work(handle: JobHandle) -> str:
        handle.report("half")
        done.set()
        return "all"

    other, job = jobs.job(work), jobs.job(lambda handle: handle.report("alone"))
    for each in (other, job):
        each.reported.connect(heard.extend)
        each.finished.connect(heard.append)
    with jobs.alone(job):
        other.start()
        assert done.wait(10)
        with qtbot.waitSignal(job.ended, timeout=10_000):
            job.start()
        qtbot.wait(200)  # it would have been heard of
        assert heard == ["alone", None]
    qtbot.waitUntil(lambda: heard[2:] == ["half", "all"], timeout=10_000)


def test_shutdown_waits_for_the_function_and_stays_silent(qtbot):
    runner = JobRunner()
    ended = threading.Event()

    def work(handle: JobHandle) -> None:
        while not handle.cancelled:
            handle.report("still here")
            time.sleep(0.005)
        ended.set()

    job = runner.job(work)
    finished = []
    job.finished.connect(finished.append)
    job.start()
    runner.shutdown()
    assert ended.is_set()
    qtbot.wait(100)
    assert finished == []
    runner.deleteLater()


def test_a_job_that_runs_when_its_runner_is_deleted_is_waited_for(qapp):
    jobs = JobRunner()
    seen: list[bool] = []

    def work(handle: JobHandle) -> None:
        while not handle.cancelled:
            time.sleep(0.005)
        seen.append(True)

    jobs.job(work).start()
    time.sleep(0.05)
    jobs.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert seen == [True]
