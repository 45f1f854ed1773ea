"""What the window does about faults: details to copy, and a bar after a breakdown."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox

from kpstudio.app import log_file
from kpstudio.ui.main_window import MainWindow
from tests.app.help import faces_folder
from tests.app.test_crashes import ended
from tests.ui.driver import Script, dialog, drive, press


def test_after_a_breakdown_one_can_go_on_where_one_was(tmp_path: Path) -> None:
    faces = faces_folder(tmp_path / "faces", 2)
    ended(log_file.place(), faces, "os.abort()")

    def script(window: MainWindow) -> Script:
        bar = window.crash_bar
        assert bar.isVisible()
        assert bar.words.text().startswith("Last time, with faces open, kpstudio crashed.")
        QTest.mouseClick(bar.copy, Qt.MouseButton.LeftButton)
        copied = QGuiApplication.clipboard().text()
        assert "Fatal Python error: Aborted" in copied
        assert "kpstudio starts: " in copied
        QTest.mouseClick(bar.again, Qt.MouseButton.LeftButton)
        yield lambda: window.canvas.has_picture
        assert not bar.isVisible()
        assert window.session.path == faces

    assert drive([], script) == 0

    def calm(window: MainWindow) -> Script:
        yield lambda: True
        assert not window.crash_bar.isVisible()  # it was told, and this time it ended well

    assert drive([], calm) == 0


def test_what_is_being_opened_anyway_is_not_offered(tmp_path: Path) -> None:
    faces = faces_folder(tmp_path / "faces", 2)
    ended(log_file.place(), faces, "os.kill(os.getpid(), signal.SIGKILL)")

    def script(window: MainWindow) -> Script:
        yield lambda: window.canvas.has_picture
        assert window.crash_bar.isVisible()
        assert not window.crash_bar.again.isVisible()
        press(window.crash_bar, "Not now")
        yield lambda: not window.crash_bar.isVisible()

    assert drive([str(faces)], script) == 0


def test_a_fault_can_be_copied_with_its_details(tmp_path: Path, monkeypatch) -> None:
    shown: list[str] = []
    monkeypatch.setattr(
        QDesktopServices, "openUrl", lambda url: not shown.append(url.toLocalFile())
    )

    def script(window: MainWindow) -> Script:
        yield lambda: True
        window.warn("The disk is full: make room")
        yield lambda: dialog(QMessageBox) is not None
        press(dialog(QMessageBox), "Copy details")
        yield lambda: dialog(QMessageBox) is None
        copied = QGuiApplication.clipboard().text()
        assert copied.startswith("The disk is full: make room\n")
        assert "told: The disk is full: make room" in copied
        window.actions_by_key["log"].trigger()
        assert shown == [str(log_file.place())]

    assert drive([], script) == 0


def test_a_native_breakdown_of_the_real_window_leaves_a_trace(tmp_path: Path, monkeypatch) -> None:
    code = (
        "import os, sys\n"
        "from PySide6.QtCore import QTimer\n"
        "from kpstudio.ui import main, main_window\n"
        "class Broken(main_window.MainWindow):\n"
        "    def showEvent(self, event):\n"
        "        super().showEvent(event)\n"
        "        QTimer.singleShot(0, os.abort)\n"
        "main.MainWindow = Broken\n"
        "main.run_window()\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, timeout=120)
    assert done.returncode < 0

    def script(window: MainWindow) -> Script:
        yield lambda: True
        assert "crashed" in window.crash_bar.words.text()

    assert drive([], script) == 0
