"""The window comes up with its first page, and the rest of it behind."""

from __future__ import annotations

import subprocess
import sys

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox, QToolButton

from kpstudio.app.settings import Settings
from kpstudio.cli.main import main
from kpstudio.ui.main_window import MainWindow
from kpstudio.ui.startup import Startup
from kpstudio.ui.workspaces import Workspace
from tests.app.help import faces_folder
from tests.ui.driver import Script, drive

HEAVY = ("torch", "scipy", "pyqtgraph", "numpy")


def at_first_sight(act):
    """Call ``act`` with the window when its first page is in view, and little else is there."""
    timer = QTimer()

    def look() -> None:
        for window in QApplication.topLevelWidgets():
            if isinstance(window, MainWindow) and window.isVisible():
                timer.stop()
                assert not window.complete
                act(window)

    timer.timeout.connect(look)
    timer.start(0)
    return timer


def test_what_is_asked_for_at_once_is_done_when_it_can_be(tmp_path):
    folder = faces_folder(tmp_path / "faces", 1)
    Settings().add_recent(folder)
    asked = []

    def click(window: MainWindow) -> None:
        QTest.mouseClick(window.welcome.rows[0], Qt.MouseButton.LeftButton)
        asked.append(window.status.message.text())

    def script(window: MainWindow) -> Script:
        yield lambda: window.session.is_open
        assert window.session.path == folder
        yield lambda: window.canvas.has_picture
        window.show_welcome()
        QTest.mouseClick(window.welcome.rows[0], Qt.MouseButton.LeftButton)
        yield lambda: window.pages.currentWidget() is not window.welcome  # opened, once

    timer = at_first_sight(click)
    assert drive([], script) == 0
    assert not timer.isActive()
    assert "still loading" in asked[0]


def test_a_window_closed_at_once_ends_in_order(qapp):
    timer = at_first_sight(lambda window: window.close())
    assert main([]) == 0
    assert not timer.isActive()


def test_nothing_takes_the_focus_beside_the_window(qapp):
    shown = []

    def watch(window: QWindow | None) -> None:
        if window is not None:
            shown.append(window.objectName())

    qapp.focusWindowChanged.connect(watch)  # a window that is shown is given the focus

    def script(window: MainWindow) -> Script:
        yield lambda: True
        beside = QLabel("beside")
        beside.setObjectName("Beside")
        beside.show()
        yield lambda: len(shown) > 1
        beside.deleteLater()

    assert drive([], script) == 0
    qapp.focusWindowChanged.disconnect(watch)
    own, beside, *_ = shown
    assert beside == "BesideWindow", "what is shown beside the window is seen here"
    assert set(shown) == {own, beside}


@pytest.fixture
def told(qapp, monkeypatch):
    """What a person was told in a box; the half-made window goes afterwards."""
    said = []
    monkeypatch.setattr(QMessageBox, "critical", lambda *words: said.append(words[-1]))
    yield said
    for window in [w for w in qapp.topLevelWidgets() if isinstance(w, MainWindow)]:
        window.deleteLater()


def test_a_part_that_cannot_be_loaded_ends_the_program(told, monkeypatch, capfd):
    monkeypatch.setattr("kpstudio.ui.startup._LOADED", "kpstudio.ui.nothing")
    assert main([]) == 1
    assert "kpstudio.ui.nothing" in told[0]
    assert "kpstudio.ui.nothing" in capfd.readouterr().err


def test_a_part_that_cannot_be_made_ends_the_program(told, monkeypatch, capfd):
    def broken(_window: MainWindow):
        raise OSError("the disk is full")
        yield

    monkeypatch.setattr("kpstudio.ui.window_setup.make_parts", broken)
    assert main([]) == 1
    assert told == ["kpstudio cannot start. OSError: the disk is full"]
    assert "the disk is full" in capfd.readouterr().err


def test_a_workspace_pressed_at_once_is_gone_to(tmp_path):
    def press_train(window: MainWindow) -> None:
        tabs = {tab.text(): tab for tab in window.header.findChildren(QToolButton)}
        QTest.mouseClick(tabs["Train"], Qt.MouseButton.LeftButton)
        assert not window.menuBar().isEnabled()

    def script(window: MainWindow) -> Script:
        yield lambda: window.workspace is Workspace.TRAIN
        assert window.menuBar().isEnabled()

    timer = at_first_sight(press_train)
    assert drive([], script) == 0
    assert not timer.isActive()


def test_the_first_page_needs_nothing_heavy() -> None:
    code = (
        "import sys\n"
        "import kpstudio.cli.window, kpstudio.ui.main\n"
        "from PySide6.QtWidgets import QApplication\n"
        "app = QApplication([])\n"
        "settings = kpstudio.ui.main.Settings()\n"
        "kpstudio.ui.main.apply_theme(settings)\n"
        "kpstudio.ui.main.MainWindow(settings).show()\n"
        "app.processEvents()\n"
        f"print([name for name in {HEAVY} if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=120)
    assert done.stdout.strip() == "[]", done.stderr


def test_it_is_made_in_steps(qapp, monkeypatch):
    steps = []
    step = Startup._step
    monkeypatch.setattr(Startup, "_step", lambda self: (steps.append(1), step(self)))

    def script(window: MainWindow) -> Script:
        yield lambda: True

    assert drive([], script) == 0
    assert len(steps) > 5
