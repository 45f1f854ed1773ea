"""A switch that is held watches its window, and nothing else."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from kpstudio.ui import held_switch
from kpstudio.ui.held_switch import HeldSwitch


class Told(HeldSwitch):
    """Keeps whose events it was asked about."""

    watched: set[QObject]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        self.watched.add(watched)
        return super().eventFilter(watched, event)


@pytest.fixture
def window(qtbot) -> QWidget:
    made = QWidget()
    made.action = QAction("Hide", made, checkable=True, shortcut="H")
    made.addAction(made.action)
    made.inner = QWidget(made, focusPolicy=Qt.FocusPolicy.StrongFocus)
    qtbot.addWidget(made)
    made.show()
    return made


def test_events_of_nothing_but_the_window_are_looked_at(window, qtbot):
    switch = Told(window.action, window)
    switch.watched = set()
    window.action.setChecked(True)
    other = QLineEdit()
    QLabel("a child", other)
    qtbot.addWidget(other)
    other.show()
    QTest.keyClick(other, Qt.Key.Key_X)
    window.resize(300, 200)
    assert switch.watched == {window}
    window.action.setChecked(False)
    switch.watched.clear()
    window.resize(200, 300)
    assert switch.watched == set()


@pytest.mark.parametrize("held", [True, False])
def test_letting_go_ends_what_was_held_and_leaves_what_was_tapped(window, monkeypatch, held):
    monkeypatch.setattr(held_switch, "HELD_MS", 0 if held else 10_000)
    HeldSwitch(window.action, window)
    QTest.keyPress(window.inner, Qt.Key.Key_H)
    assert window.action.isChecked()
    QTest.keyRelease(window.inner, Qt.Key.Key_X)
    assert window.action.isChecked(), "another key"
    QTest.keyRelease(window.inner, Qt.Key.Key_H)
    assert window.action.isChecked() is not held
