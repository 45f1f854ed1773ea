"""The command palette: letters find what the menus offer, Enter does it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kpstudio.ui.dialogs.palette import Palette
from kpstudio.ui.main_window import MainWindow
from tests.app.help import faces_folder
from tests.ui.driver import Script, drive


def palette_of(window: MainWindow) -> Palette:
    window.actions_by_key["palette"].trigger()
    shown = QApplication.activePopupWidget()
    assert isinstance(shown, Palette)
    return shown


def words(palette: Palette) -> list[str]:
    return [command.words for command in palette.shown()]


def test_letters_find_a_command_and_enter_does_it(tmp_path):
    folder = faces_folder(tmp_path / "tools of our uncle" / "in", 3)

    def script(window: MainWindow) -> Script:
        yield lambda: window.canvas.has_picture
        palette = palette_of(window)
        assert palette.line.hasFocus()
        commands = {command.key: command for command in palette.shown()}
        named = set(window.actions_by_key) - {"palette"}
        assert named <= set(commands), "everything that the menus offer"
        assert "Dark" in words(palette), "menus inside menus, too"
        assert any(c.where == "File, Open recent" for c in palette.shown())
        assert not commands["redo"].enabled
        last = [command.enabled for command in palette.shown()]
        assert last == sorted(last, reverse=True), "what cannot be done now comes last"

        QTest.keyClicks(palette.line, "last fa")
        assert words(palette)[0] == "Last face"
        QTest.keyClick(palette.line, Qt.Key.Key_Return)
        yield lambda: window.session.current.id == "f2.png#0"
        assert window.settings.commands == ["last_face"]

        palette = palette_of(window)
        assert words(palette)[0] == "Last face", "what was used lately comes first"
        QTest.keyClicks(palette.line, "face")
        QTest.keyClick(palette.line, Qt.Key.Key_Down)
        assert palette.list.currentIndex().row() == 1
        QTest.keyClick(palette.line, Qt.Key.Key_Up)
        palette.line.setText("redo")
        QTest.keyClick(palette.line, Qt.Key.Key_Return)
        assert palette.isVisible(), "what cannot be done now is not done"
        palette.line.setText("tour")
        assert words(palette)[0] == "Show me around", "found by what it does, and by no path"
        palette.line.setText("epo")
        assert words(palette)[0] == "Export landmarks…", "letters of its own words come first"
        assert palette.list.isVisible()
        palette.line.setText("no such thing at all")
        assert words(palette) == []
        assert palette.nothing.isVisible(), "a sentence, and no empty list"
        QTest.keyClick(palette.line, Qt.Key.Key_Return)
        QTest.keyClick(palette.line, Qt.Key.Key_Escape)
        yield lambda: QApplication.activePopupWidget() is None
        palette = palette_of(window)
        palette.line.setText("first face")
        row = palette.list.visualRect(palette.list.model().index(0, 0)).center()
        QTest.mouseClick(palette.list.viewport(), Qt.MouseButton.LeftButton, pos=row)
        yield lambda: window.session.current.id == "f0.png#0"
        assert window.settings.commands == ["first_face", "last_face"]

    assert drive([str(folder)], script) == 0


def test_a_choice_of_a_menu_that_is_filled_anew_can_be_taken(tmp_path):
    folder = faces_folder(tmp_path / "in", 2)

    def script(window: MainWindow) -> Script:
        yield lambda: window.canvas.has_picture
        palette = palette_of(window)
        palette.line.setText("box diagonal")
        QTest.keyClick(palette.line, Qt.Key.Key_Return)
        yield lambda: window.runs.measuring.yardstick.normaliser.name == "box diagonal"

    assert drive([str(folder)], script) == 0
