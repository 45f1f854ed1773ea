"""Tab reaches every control of every page and dialog, in reading order, and Shift+Tab goes back."""

from __future__ import annotations

import itertools

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QHeaderView,
    QLineEdit,
    QScrollBar,
    QTextEdit,
    QWidget,
)

from kpstudio.ui.main_window import MainWindow
from kpstudio.ui.workspaces import Workspace
from tests.app.help import faces_folder, stored_run
from tests.ui.all_dialogs import DIALOGS, see_dialogs
from tests.ui.driver import Script, drive

CONTROLS = (
    QAbstractButton, QLineEdit, QComboBox, QAbstractSpinBox, QAbstractSlider, QAbstractItemView,
    QTextEdit,
)  # fmt: skip
COMPOSED = (QComboBox, QAbstractSpinBox, QLineEdit)
MOST = 200


def usable(root: QWidget) -> set[QWidget]:
    """Return the controls in view that keys should reach."""
    return {
        widget
        for widget in root.findChildren(QWidget)
        if isinstance(widget, CONTROLS)
        and not isinstance(widget, QScrollBar | QHeaderView)
        and not isinstance(widget.parentWidget(), COMPOSED)
        and not isinstance(widget.parentWidget(), QAbstractItemView)
        and widget.window() is root
        and widget.isVisible()
        and widget.isEnabled()
        and widget.focusProxy() is None
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    }


def walked(root: QWidget, key: Qt.Key) -> list[QWidget]:
    """Return what has the focus in turn while a key is pressed, until all begins again."""
    met: list[QWidget] = []
    while (now := QApplication.focusWidget()) is not None and now not in met and len(met) < MOST:
        met.append(now)
        QTest.keyClick(now, key)
    return met


def place(widget: QWidget, root: QWidget) -> QRect:
    return QRect(widget.mapTo(root, QPoint()), widget.size())


def out_of_order(met: list[QWidget], root: QWidget) -> list[str]:
    """Return the steps between neighbours of one group that go back in it."""
    found = []
    for before, after in itertools.pairwise(met):
        a, b = place(before, root), place(after, root)
        shared = min(a.bottom(), b.bottom()) - max(a.top(), b.top())
        above = b.bottom() < a.top() and b.left() < a.right()
        same_row = shared > min(a.height(), b.height()) / 2
        backwards = b.left() < a.left() if same_row else above
        if before.parentWidget() is after.parentWidget() and backwards:
            found.append(f"{said(before)} -> {said(after)}")
    return found


def said(widget: QWidget) -> str:
    words = widget.text() if isinstance(widget, QAbstractButton) else ""
    return f"{type(widget).__name__} {widget.accessibleName() or words or widget.toolTip()}"


def faults(root: QWidget) -> list[str]:
    """Return what is wrong with going through ``root`` by keys, from what has the focus on."""
    if QApplication.focusWidget() is None:
        root.setFocus()
        QTest.keyClick(root, Qt.Key.Key_Tab)
    forth = walked(root, Qt.Key.Key_Tab)
    missed = [f"not reached: {said(widget)}" for widget in usable(root) - set(forth)]
    ordered = forth[1:]  # where one begins is not where the order begins
    turned = [f"out of order: {step}" for step in out_of_order(ordered, root)]
    back = walked(root, Qt.Key.Key_Backtab)
    same = [*forth[:1], *reversed(forth[1:])]
    if back != same:
        missed.append(f"back: {[said(w) for w in back]} for {[said(w) for w in same]}")
    return missed + turned


def test_every_control_is_reached_by_keys(tmp_path) -> None:
    folder = faces_folder(tmp_path / "faces", 4, unlabelled=1)
    stored_run(folder, {0: 1.0, 1: 2.0, 2: 1.0, 3: 3.0})
    found: dict[str, list[str]] = {}

    def look(dialog: QDialog) -> None:
        dialog.activateWindow()
        QApplication.processEvents()
        found[f"{type(dialog).__name__} {dialog.windowTitle()}"] = faults(dialog)

    def script(window: MainWindow) -> Script:
        yield lambda: window.canvas.has_picture
        window.resize(1280, 684)
        window.activateWindow()
        for workspace in Workspace:
            window.show_workspace(workspace)
            yield lambda: True
            for number in range(window.side.count()):
                if window.side.isTabVisible(number):
                    window.side.setCurrentIndex(number)
                    yield lambda: True
                    window.canvas.setFocus()
                    found[f"{workspace} {window.side.tabText(number)}"] = faults(window)
        for key in ("gallery", "pictures"):
            window.show_workspace(Workspace.TRAIN)
            window.actions_by_key[key].trigger()
            yield lambda: True
            found[key] = faults(window)
        yield from see_dialogs(window, look, [key for key in DIALOGS if key != "palette"])
        window.show_welcome()
        yield lambda: True
        found["welcome"] = faults(window)
        assert {where: what for where, what in found.items() if what} == {}

    assert drive([str(folder)], script) == 0
