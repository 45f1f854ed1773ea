from __future__ import annotations

import signal
import threading

import pytest

from kpstudio.cli.interrupts import Interruption, stopping
from kpstudio.engine import launch

HANDLED = (signal.SIGINT, signal.SIGTERM)


@pytest.mark.parametrize("number", HANDLED)
def test_the_first_signal_asks_to_stop(number: signal.Signals) -> None:
    before = [signal.getsignal(one) for one in HANDLED]
    stops = []
    with stopping(lambda: stops.append(True)) as interruption:
        assert interruption.exit_code == 0
        signal.raise_signal(number)
        assert stops == [True]
    assert interruption.exit_code == 128 + number
    assert [signal.getsignal(one) for one in HANDLED] == before


def test_the_second_interrupts_at_once() -> None:
    before = [signal.getsignal(one) for one in HANDLED]
    with pytest.raises(KeyboardInterrupt), stopping(lambda: None):
        signal.raise_signal(signal.SIGINT)
        signal.raise_signal(signal.SIGINT)
    assert [signal.getsignal(one) for one in HANDLED] == before


def test_in_several_processes_further_signals_are_the_first_come_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Slurm and torchrun both send it; what is left to save and to say must not be cut short."""
    monkeypatch.setattr(launch, "processes", lambda: 2)
    before = [signal.getsignal(one) for one in HANDLED]
    stops = []
    try:
        with stopping(lambda: stops.append(True)) as interruption:
            for number in (signal.SIGTERM, signal.SIGINT):
                signal.raise_signal(number)
        signal.raise_signal(signal.SIGTERM)
        assert len(stops) == 3
        assert interruption.exit_code == 128 + signal.SIGTERM
    finally:
        for number, handler in zip(HANDLED, before, strict=True):
            signal.signal(number, handler)


def test_outside_the_main_thread_nothing_is_changed() -> None:
    found: list[Interruption] = []

    def work() -> None:
        with stopping(lambda: None) as interruption:
            found.append(interruption)

    before = [signal.getsignal(one) for one in HANDLED]
    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert found[0].exit_code == 0
    assert [signal.getsignal(one) for one in HANDLED] == before
