from __future__ import annotations

import threading
import time

from kpstudio.engine.control import Control


def test_a_stopped_training_does_not_go_on() -> None:
    control = Control()
    assert control.wait()
    control.stop()
    assert control.stopped
    assert not control.wait()


def test_pausing_holds_the_training_until_it_is_resumed() -> None:
    control = Control()
    control.pause()
    went_on = threading.Event()
    thread = threading.Thread(target=lambda: control.wait() and went_on.set())
    thread.start()
    assert not went_on.wait(0.05)
    assert control.paused
    control.resume()
    thread.join(5)
    assert went_on.is_set()
    assert control.paused_seconds >= 0.05


def test_waiting_while_paused_takes_no_computing_time() -> None:
    control = Control()
    control.pause()
    spent: list[float] = []

    def wait() -> None:
        begun = time.thread_time()
        control.wait()
        spent.append(time.thread_time() - begun)

    thread = threading.Thread(target=wait)
    thread.start()
    time.sleep(0.3)
    control.resume()
    thread.join(5)
    assert spent[0] < 0.1 < control.paused_seconds


def test_stopping_wakes_a_paused_training() -> None:
    control = Control()
    control.pause()
    threading.Timer(0.05, control.stop).start()
    assert not control.wait()
    control.pause()
    assert not control.paused
