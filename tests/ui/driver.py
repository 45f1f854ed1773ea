"""Drives the real window through the real `main`: a script of steps, stepped by a timer.

A script is a generator. It acts on the window, and yields a function that says when to go on. What
opens a modal dialog is started with `later`, because it does not return before the dialog closes.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Generator, Sequence
from typing import TypeVar

from PySide6.QtCore import QObject, QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QWidget

from kpstudio.cli.main import main
from kpstudio.ui.main_window import MainWindow

Script = Generator[Callable[[], object], None, None]
Kind = TypeVar("Kind", bound=QDialog)

STEP_MS = 15
PATIENCE_S = 90.0


class Driver(QObject):
    """Runs one script against one window."""

    def __init__(self, script: Callable[[MainWindow], Script], with_parts: bool) -> None:
        super().__init__()
        self._make = script
        self._with_parts = with_parts
        self._script: Script | None = None
        self._until: Callable[[], object] | None = None
        self._since = 0.0
        self._busy = False
        self.error: BaseException | None = None
        self.window: MainWindow | None = None
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._step)

    def run(self, arguments: Sequence[str]) -> int:
        """Start the program, play the script, close the window; return the exit code."""
        self._since = time.monotonic()
        self._timer.start(STEP_MS)
        try:
            code = main(list(arguments))
        finally:
            self._timer.stop()
        if self.error is not None:
            raise self.error
        return code

    def _step(self) -> None:
        if self._busy:
            return
        self._busy = True
        try:
            self._advance()
        except StopIteration:
            self._close()
        except BaseException as error:
            self.error = error
            self._close()
        finally:
            self._busy = False

    def _advance(self) -> None:
        if self._script is None:
            windows = [w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow)]
            if not any(w.isVisible() and w.complete and not w.session.opening for w in windows):
                if time.monotonic() - self._since > PATIENCE_S:
                    raise TimeoutError(f"no window was there after {PATIENCE_S:.0f} s: {windows}")
                return
            self.window = windows[0]
            if self._with_parts:
                ask_for_parts(self.window)
            self._script = self._make(self.window)
        elif self._until is not None and not self._until():
            if time.monotonic() - self._since > PATIENCE_S:
                said = self.window.status.message.text()
                raise TimeoutError(f"waited {PATIENCE_S:.0f} s; the window last said {said!r}")
            return
        self._until = next(self._script)
        self._since = time.monotonic()

    def _close(self) -> None:
        self._timer.stop()
        if self._script is not None:
            self._script.close()  # its `finally` comes before the window's end
        for widget in QApplication.topLevelWidgets():
            if isinstance(widget, QDialog) and widget.isVisible():
                widget.reject()
        if self.window is None:
            QApplication.exit(1)
            return
        self.window.desk.stop()
        self.window.jobs.shutdown()  # a failed script must not leave the program asking questions
        QTimer.singleShot(0, self.window.close)


def ask_for_parts(window: MainWindow) -> None:
    """Ask for list and panel, for both of which the screen off screen is too narrow otherwise."""
    for name in ("list", "side"):
        if name not in window.settings.folded:
            window.folding.ask(name, True)


def drive(
    arguments: Sequence[str], script: Callable[[MainWindow], Script], with_parts: bool = True
) -> int:
    """Run ``kpstudio ARGUMENTS`` and play ``script`` in it.

    Args:
        arguments: Of the command line.
        script: What to do in the window.
        with_parts: Whether it asks for the parts beside the picture first, wherever they have room.
    """
    return Driver(script, with_parts).run(arguments)


def later(act: Callable[[], object]) -> None:
    """Do ``act`` from the event loop, so that a dialog it opens does not hold up the script."""
    QTimer.singleShot(0, act)


def dialog(kind: type[Kind]) -> Kind | None:
    """Return the open dialog of a kind, or None."""
    for widget in QApplication.topLevelWidgets():
        if isinstance(widget, kind) and widget.isVisible():
            return widget
    return None


def press(widget: QWidget, text: str) -> None:
    """Click the button in ``widget`` that says ``text``."""
    buttons = [
        button
        for button in widget.findChildren(QPushButton)
        if button.text().replace("&", "") == text and button.isVisible()
    ]
    assert buttons, f"no button {text!r}"
    assert buttons[0].isEnabled(), f"{text} is greyed out"
    later(lambda: QTest.mouseClick(buttons[0], Qt.MouseButton.LeftButton))


def key(window: QWidget, which: Qt.Key, modifier=Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key where the focus is."""
    QTest.keyClick(QApplication.focusWidget() or window, which, modifier)


def drag(widget: QWidget, start: QPoint, end: QPoint, steps: int = 6) -> None:
    """Drag with the left button, by way of some points between."""
    left = Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    QTest.mouseMove(widget, start)
    QTest.mousePress(widget, left, none, start)
    for step in range(1, steps + 1):
        QTest.mouseMove(widget, start + (end - start) * step / steps)
    QTest.mouseRelease(widget, left, none, end)
