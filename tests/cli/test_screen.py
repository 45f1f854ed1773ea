from __future__ import annotations

import socket
import sys
import tempfile
from pathlib import Path

import pytest

from kpstudio.cli.screen import why_no_window
from tests.conftest import NO_QT

linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="screens of Linux")
with_qt = pytest.mark.skipif(NO_QT is not None, reason=f"Qt cannot start here: {NO_QT}")


@linux
def test_without_any_screen_both_variables_are_named() -> None:
    reason = why_no_window({})
    assert reason is not None
    assert "DISPLAY" in reason
    assert "WAYLAND_DISPLAY" in reason


@linux
@with_qt
@pytest.mark.parametrize("display", [":7391", "no-such-host.invalid:0", "nonsense"])
def test_a_screen_that_does_not_answer_is_named(display: str) -> None:
    reason = why_no_window({"DISPLAY": display})
    assert reason is not None
    assert "\n" not in reason


@linux
@with_qt
def test_xcb_asked_for_without_a_display() -> None:
    assert why_no_window({"QT_QPA_PLATFORM": "xcb"}) is not None


@linux
@with_qt
def test_a_platform_that_qt_does_not_have() -> None:
    reason = why_no_window({"QT_QPA_PLATFORM": "paper"})
    assert reason is not None
    assert "paper" in reason


@with_qt
def test_no_screen_is_needed_off_screen() -> None:
    assert why_no_window({"QT_QPA_PLATFORM": "offscreen"}) is None


@linux
@with_qt
def test_the_first_platform_that_works_is_enough() -> None:
    assert why_no_window({"QT_QPA_PLATFORM": "xcb;offscreen"}) is None


@linux
@with_qt
def test_wayland_is_asked_at_its_socket(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kpstudio.cli.screen._why_no_plugin", lambda platform: None)
    with tempfile.TemporaryDirectory() as folder:
        environment = {"WAYLAND_DISPLAY": "wayland-7", "XDG_RUNTIME_DIR": folder}
        reason = why_no_window(environment)
        assert reason is not None
        assert "wayland-7" in reason
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as server:
            server.bind(str(Path(folder) / "wayland-7"))
            server.listen(1)
            assert why_no_window(environment) is None


def test_qt_that_cannot_be_loaded_is_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    # None in sys.modules makes the import fail, as a missing libEGL would.
    monkeypatch.setitem(sys.modules, "PySide6.QtWidgets", None)
    reason = why_no_window({"QT_QPA_PLATFORM": "offscreen"})
    assert reason is not None
    assert reason.startswith("Qt cannot be loaded")
