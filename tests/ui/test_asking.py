"""Questions about what would be lost: Enter and Esc say no, whatever happens meanwhile."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from kpstudio.ui import theme
from kpstudio.ui.asking import MessageBox, question


@pytest.fixture
def asked(qapp: QApplication, qtbot: QtBot) -> Iterator[tuple[QMessageBox, QPushButton]]:
    theme.apply(qapp, theme.DARK)
    parent = QWidget()
    qtbot.addWidget(parent)
    box, does = question(parent, "Delete", "Delete <b>.jpg?", "Delete", more="It is gone then.")
    box.open()
    qtbot.waitExposed(box)
    yield box, does
    theme.apply(qapp, theme.DARK)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Escape])
@pytest.mark.parametrize("other_theme", [False, True], ids=["", "after a change of theme"])
def test_enter_and_esc_say_no(qapp, qtbot, asked, key, other_theme: bool) -> None:
    box, does = asked
    if other_theme:
        theme.apply(qapp, theme.LIGHT)
        qapp.processEvents()
    QTest.keyClick(box.focusWidget() or box, key)
    qtbot.waitUntil(lambda: not box.isVisible())
    assert box.clickedButton() is not does


def test_the_button_that_does_it_says_so(qtbot, asked) -> None:
    box, does = asked
    QTest.mouseClick(does, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not box.isVisible())
    assert box.clickedButton() is does


def test_names_of_files_are_no_markup(asked) -> None:
    box, _ = asked
    assert box.textFormat() == Qt.TextFormat.PlainText


@pytest.mark.parametrize(("room", "margin"), [(QSize(1280, 700), 20), (QSize(640, 330), 12)])
def test_margins_are_those_of_all_dialogs(qapp, asked, monkeypatch, room: QSize, margin: int):
    monkeypatch.setattr("kpstudio.ui.panels.room.room_for", lambda _: room)
    box, _ = asked
    box.hide()
    box.open()
    for look in (theme.DARK, theme.LIGHT):
        theme.apply(qapp, look)
        qapp.processEvents()
        sides = box.layout().contentsMargins()
        assert (sides.left(), sides.top(), sides.right(), sides.bottom()) == (margin,) * 4


def test_what_is_recommended_is_pressed_by_enter_and_drawn_as_the_main_action(qapp, qtbot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    box = MessageBox(MessageBox.Icon.Question, "Open", "Open it?", parent)
    opens = box.addButton("Open", MessageBox.ButtonRole.AcceptRole)
    box.addButton("Cancel", MessageBox.ButtonRole.RejectRole)
    box.recommend(opens)
    box.open()
    qtbot.waitExposed(box)
    assert opens.property("primary") is True
    QTest.keyClick(box.focusWidget() or box, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not box.isVisible())
    assert box.clickedButton() is opens
