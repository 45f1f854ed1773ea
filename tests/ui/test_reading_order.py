"""Tab reaches every control of every page and dialog, in reading order, and Shift+Tab goes back."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from functools import partial

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QButtonGroup,
    QComboBox,
    QDialog,
    QHeaderView,
    QLineEdit,
    QPushButton,
    QScrollBar,
    QToolButton,
    QWidget,
)

from kpstudio.ui.main_window import MainWindow
from kpstudio.ui.workspaces import Workspace
from tests.app.help import faces_folder, stored_run
from tests.ui.all_dialogs import DIALOGS, OTHERS, see_dialogs
from tests.ui.belonging import held_by_themselves
from tests.ui.controls import CONTROLS, is_control, takes_tab
from tests.ui.driver import Script, drive

COMPOSED = (QComboBox, QAbstractSpinBox, QLineEdit, QAbstractItemView)
MOST = 200
FEW = 3


def usable(root: QWidget) -> set[QWidget]:
    """Return the controls in view that keys should reach."""
    groups = root.findChildren(QButtonGroup)
    return {
        widget
        for widget in root.findChildren(QWidget)
        if is_control(widget)
        and not isinstance(widget, QScrollBar | QHeaderView)
        and not isinstance(widget.parentWidget(), COMPOSED)
        and widget.window() is root
        and widget.isVisible()
        and widget.isEnabled()
        and (is_down(widget) if is_one_of(widget, groups) else takes_tab(widget))
    }


def is_one_of(widget: QWidget, groups: list[QButtonGroup]) -> bool:
    """Tell whether it is one of several buttons of which one is down."""
    return isinstance(widget, QAbstractButton) and any(
        group.id(widget) != -1 and group.exclusive() and group.checkedId() != -1 for group in groups
    )


def is_down(widget: QWidget) -> bool:
    return isinstance(widget, QAbstractButton) and widget.isChecked()


def walked(root: QWidget, key: Qt.Key) -> list[QWidget]:
    """Return what has the focus in turn while a key is pressed, until all begins again."""
    met: list[QWidget] = []
    for _ in range(MOST):
        now = QApplication.focusWidget()
        if now is None or now in met[:-1]:
            break
        if now not in met:  # a text goes through its links first
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
    turned = [f"out of order: {step}" for step in out_of_order(forth[1:], root)]
    back = walked(root, Qt.Key.Key_Backtab)
    same = [*forth[:1], *reversed(forth[1:])]
    if back != same:
        missed.append(f"back: {[said(w) for w in back]} for {[said(w) for w in same]}")
    return missed + turned


Faults = dict[str, list[str]]


def walk(tmp_path, script: Callable[[MainWindow, Faults], Script]) -> None:
    """Play a script that notes what it finds, and expect nothing."""
    folder = faces_folder(tmp_path / "faces", 4, unlabelled=1)
    stored_run(folder, {0: 1.0, 1: 2.0, 2: 1.0, 3: 3.0})
    found: Faults = {}

    def whole(window: MainWindow) -> Script:
        yield lambda: window.canvas.has_picture
        window.resize(1280, 684)
        window.activateWindow()
        yield from script(window, found)

    assert drive([str(folder)], whole) == 0
    assert found
    assert [f"{where}: {what}" for where, faults in found.items() for what in faults] == []


def test_every_control_of_a_page_is_reached_by_keys(tmp_path) -> None:
    def script(window: MainWindow, found: Faults) -> Script:
        for workspace in Workspace:
            window.show_workspace(workspace)
            window.faces.view.setFocus()  # which chooses a face where none of the list is chosen
            to_place = window.actions_by_key["drop_shape"]  # of Photos' face alone
            photos = workspace is Workspace.PHOTOS
            yield partial(lambda act, on: act.isEnabled() == on, to_place, photos)
            for number in range(window.side.count()):
                if window.side.isTabVisible(number):
                    window.side.setCurrentIndex(number)
                    yield lambda: True
                    window.canvas.setFocus()
                    found[f"{workspace} {window.side.tabText(number)}"] = faults(window)
        window.show_workspace(Workspace.TRAIN)
        for page in (window.gallery, window.training_pictures):
            window.centre.setCurrentWidget(page)
            yield lambda: True
            found[type(page).__name__] = faults(window)
        window.show_welcome()
        yield lambda: True
        found["welcome"] = faults(window)

    walk(tmp_path, script)


def test_every_control_of_a_dialog_is_reached_by_keys(tmp_path) -> None:
    def script(window: MainWindow, found: Faults) -> Script:
        def look(dialog: QDialog) -> None:
            dialog.activateWindow()
            QApplication.processEvents()
            found[f"{type(dialog).__name__} {dialog.windowTitle()}"] = faults(dialog)

        # The palette has one line alone, and lists what fits as one types.
        keys = [key for key in (*DIALOGS, *OTHERS) if key != "palette"]
        yield from see_dialogs(window, look, keys)

    walk(tmp_path, script)


def is_before(one: QWidget, other: QWidget, root: QWidget) -> bool:
    """Tell whether one reads a widget before another: to its left in a row, or above it."""
    a, b = place(one, root), place(other, root)
    in_row = a.top() < b.bottom() and b.top() < a.bottom()
    in_column = a.left() < b.right() and b.left() < a.right()
    return (in_row and a.right() < b.left()) or (in_column and a.bottom() < b.top())


def opened_on(dialog: QDialog) -> list[str]:
    """Return what has the focus, if it is neither the first field nor, without any, the default."""
    now = dialog.focusWidget()
    buttons = (QPushButton, QToolButton)
    answers = [widget for widget in usable(dialog) if isinstance(widget, CONTROLS)]
    fields = [widget for widget in answers if not isinstance(widget, buttons)]
    if not fields:
        right = isinstance(now, QPushButton) and now.isDefault()
    else:
        right = now in fields and not any(is_before(each, now, dialog) for each in fields)
    return [] if right else [said(now) if now else "nothing"]


@pytest.mark.parametrize("large", [False, True], ids=["tight", "ample"])
def test_a_dialog_opens_on_its_first_field(tmp_path, monkeypatch, large: bool) -> None:
    if large:  # the screen is so small that dialogs scroll
        monkeypatch.setattr("kpstudio.ui.panels.room._is_tight", lambda *_: False)

    def script(window: MainWindow, found: Faults) -> Script:
        def look(dialog: QDialog) -> None:
            dialog.activateWindow()
            QApplication.processEvents()
            found[f"{type(dialog).__name__} {dialog.windowTitle()}"] = opened_on(dialog)

        yield from see_dialogs(window, look)

    walk(tmp_path, script)


def test_going_on_by_tab_lets_go_of_nothing_in_the_window(tmp_path) -> None:
    def script(window: MainWindow, found: Faults) -> Script:
        for workspace in Workspace:
            window.show_workspace(workspace)
            yield lambda: True
            QTest.keyClick(window.canvas, Qt.Key.Key_Tab)
            found[workspace] = held_by_themselves()

        def look(dialog: QDialog) -> None:
            dialog.activateWindow()
            QApplication.processEvents()
            for _ in range(FEW):
                QTest.keyClick(QApplication.focusWidget() or dialog, Qt.Key.Key_Tab)
            found[f"{type(dialog).__name__} {dialog.windowTitle()}"] = held_by_themselves()

        yield from see_dialogs(window, look)

    walk(tmp_path, script)
