"""What is wanted most comes first; what is not wanted any more does not come."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent

from kpstudio.app.decoding import THREADS, Decoder, Request
from kpstudio.core.errors import Cancelled, InputError

PATIENCE_MS = 20_000


@pytest.fixture
def gate() -> Iterator[threading.Event]:
    made = threading.Event()
    yield made
    made.set()


@pytest.fixture
def decoder(qtbot, gate) -> Iterator[Decoder]:
    made = Decoder()
    yield made
    gate.set()
    made.shutdown()
    made.deleteLater()


@pytest.fixture
def came(decoder) -> list[tuple[object, object, str]]:
    found: list[tuple[object, object, str]] = []
    decoder.decoded.connect(lambda *said: found.append(said))
    return found


def request(key: object, begun: list[object], gate: threading.Event) -> Request:
    def decode(dropped: Callable[[], bool]) -> object:
        begun.append(key)
        while not gate.wait(0.005):
            if dropped():
                raise Cancelled("dropped")
        return f"{key}!"

    return Request(key, decode)


def fill(decoder: Decoder, begun: list[object], gate: threading.Event, qtbot) -> list[Request]:
    """Keep every thread busy."""
    busy = [request(f"busy {k}", begun, gate) for k in range(THREADS)]
    decoder.want(busy)
    qtbot.waitUntil(lambda: len(begun) == THREADS, timeout=PATIENCE_MS)
    return busy


def test_what_is_wanted_first_is_begun_first(qtbot, decoder, gate, came):
    begun: list[object] = []
    busy = fill(decoder, begun, gate, qtbot)
    decoder.want([*busy, *(request(k, begun, gate) for k in range(20))])
    gate.set()
    qtbot.waitUntil(lambda: len(came) == THREADS + 20, timeout=PATIENCE_MS)
    order = [k for k in begun if isinstance(k, int)]
    # Threads may overtake each other by one.
    assert all(abs(place - k) < THREADS for place, k in enumerate(order))


def test_what_is_no_longer_wanted_is_stopped_and_never_comes(qtbot, decoder, gate, came):
    begun: list[object] = []
    fill(decoder, begun, gate, qtbot)
    decoder.want(request(k, begun, gate) for k in range(50))
    decoder.want([request("last", begun, gate)])
    qtbot.waitUntil(lambda: "last" in begun, timeout=PATIENCE_MS)  # though the gate is shut
    gate.set()
    qtbot.waitUntil(lambda: bool(came), timeout=PATIENCE_MS)
    qtbot.wait(30)
    assert [key for key, _, _ in came] == ["last"]
    assert len([k for k in begun if isinstance(k, int)]) <= THREADS


def test_asked_for_twice_is_decoded_once(qtbot, decoder, gate, came):
    begun: list[object] = []
    for _ in range(5):
        decoder.add(request("a", begun, gate))
        decoder.want([request("a", begun, gate)])
    gate.set()
    qtbot.waitUntil(lambda: bool(came), timeout=PATIENCE_MS)
    qtbot.wait(30)
    assert begun == ["a"]
    assert came == [("a", "a!", "")]


def test_what_is_added_comes_in_its_turn_and_the_waiting_can_be_dropped(qtbot, decoder, gate, came):
    begun: list[object] = []
    fill(decoder, begun, gate, qtbot)
    for k in range(1000):
        decoder.add(request(k, begun, gate))
    assert decoder.waiting == 1000
    assert decoder.drop_waiting()
    assert not decoder.drop_waiting()
    names = [f"seen {k}" for k in range(10)]
    for name in names:
        decoder.add(request(name, begun, gate))
    gate.set()
    qtbot.waitUntil(lambda: len(came) == THREADS + 10, timeout=PATIENCE_MS)
    assert not any(isinstance(k, int) for k in begun)
    order = [name for name in begun if name in names]
    assert all(abs(names.index(name) - place) < THREADS for place, name in enumerate(order))


def test_what_fails_says_why(qtbot, decoder, came):
    def broken(_dropped: Callable[[], bool]) -> object:
        raise InputError("a.jpg: is no picture")

    def faulty(_dropped: Callable[[], bool]) -> object:
        raise ZeroDivisionError("nought")

    decoder.want([Request("a", broken), Request("b", faulty)])
    qtbot.waitUntil(lambda: len(came) == 2, timeout=PATIENCE_MS)
    assert {key: error for key, _, error in came} == {
        "a": "a.jpg: is no picture",
        "b": "b: cannot be decoded (nought)",
    }


def test_one_that_is_deleted_while_it_decodes_waits_and_says_nothing(qtbot, gate, qapp):
    decoder, begun, came = Decoder(), [], []
    decoder.decoded.connect(lambda *said: came.append(said))
    fill(decoder, begun, gate, qtbot)
    threading.Timer(0.05, gate.set).start()
    decoder.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert gate.is_set()
    assert came == []
