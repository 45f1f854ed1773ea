from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from kpstudio.ui.panels.parts import Elided, ElidedChoice

LONG = "learning where faces are, 12 of 250"


@pytest.mark.parametrize(
    ("mode", "begins", "ends"),
    [(Qt.TextElideMode.ElideRight, "learning", "…"), (Qt.TextElideMode.ElideMiddle, "lear", "250")],
)
def test_a_line_that_is_cut_off_says_so_and_is_told_whole(
    qtbot: QtBot, mode: Qt.TextElideMode, begins: str, ends: str
) -> None:
    label = Elided(mode)
    qtbot.addWidget(label)
    label.setText(LONG)
    label.resize(400, 24)
    label.show()
    assert label.shown == LONG
    label.resize(120, 24)
    assert "…" in label.shown
    assert label.shown.startswith(begins)
    assert label.shown.endswith(ends)
    at = QPoint(5, 5)
    QApplication.sendEvent(label, QHelpEvent(QEvent.Type.ToolTip, at, label.mapToGlobal(at)))
    assert QToolTip.text() == LONG
    QToolTip.hideText()
    label.resize(20, 24)
    assert label.shown == ""


def test_a_choice_of_nothing_shows_its_placeholder(qtbot: QtBot) -> None:
    choice = ElidedChoice()
    qtbot.addWidget(choice)
    choice.resize(160, 32)
    bare = choice.grab().toImage()
    choice.setPlaceholderText("No runs yet")
    assert choice.grab().toImage() != bare
