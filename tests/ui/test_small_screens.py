"""What gives way where there is little room, so that nothing is cut off."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from kpstudio.app.settings import Settings
from kpstudio.ui import theme
from kpstudio.ui.main_window import MainWindow
from kpstudio.ui.panels.parts import TITLE_BAR, give_size
from kpstudio.ui.workspaces import Header, Workspace
from tests.app.help import faces_folder
from tests.ui.driver import Script, drive

SCREEN = 1280, 720
SPARE, MAIN = "Something to look at", "The main thing"


@pytest.fixture
def header(qtbot: QtBot) -> Header:
    made = Header()
    qtbot.addWidget(made)
    for words in (SPARE, MAIN):
        action = QAction(words, made)
        made.add_action(Workspace.LABEL, action, primary=words == MAIN, spare=words == SPARE)
    made.show_workspace(Workspace.LABEL)
    made.show()
    return made


def seen(header: Header) -> list[str]:
    return [b.text() for b in header.findChildren(QPushButton) if b.isVisible()]


def test_the_header_leaves_out_what_the_menus_have_where_there_is_no_room(header: Header) -> None:
    wide = header.sizeHint().width() + 400
    for width, words in ((wide, [SPARE, MAIN]), (wide - 320, [MAIN]), (wide, [SPARE, MAIN])):
        header.resize(width, header.height())
        assert seen(header) == words


def test_the_first_page_has_no_actions(header: Header) -> None:
    header.resize(1200, header.height())
    tabs = [tab.x() for tab in header.findChildren(QToolButton)]
    header.show_actions(False)
    header.layout().activate()
    assert seen(header) == []
    assert [tab.x() for tab in header.findChildren(QToolButton)] == tabs
    header.show_actions(True)
    assert seen(header) == [SPARE, MAIN]


def test_a_dialog_opens_no_larger_than_the_screen(qtbot: QtBot) -> None:
    theme.bus.theme = theme.DARK
    dialog = QDialog()
    qtbot.addWidget(dialog)
    room = dialog.screen().availableGeometry()
    give_size(dialog, 400, 300)
    assert (dialog.width(), dialog.height()) == (400, 300)
    give_size(dialog, room.width() + 50, room.height() + 50)
    assert (dialog.width(), dialog.height()) == (room.width(), room.height() - TITLE_BAR)


@pytest.mark.parametrize("percent", [100, 120])
def test_every_page_fits_a_small_screen(tmp_path, percent: int) -> None:
    Settings().set_value("text_percent", percent)
    folder = faces_folder(tmp_path / "faces", 2)

    def script(window: MainWindow) -> Script:
        yield lambda: window.session.is_open
        for workspace in Workspace:
            window.show_workspace(workspace)
            yield lambda: True
            least = window.minimumSizeHint()
            assert least.width() <= SCREEN[0]
            assert least.height() <= SCREEN[1] - TITLE_BAR

    assert drive([str(folder)], script) == 0
