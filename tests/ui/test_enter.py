"""Enter presses the button that has the focus, as Space does; other parts keep it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from kpstudio.app.settings import Settings
from kpstudio.core.labelset import FaceState
from kpstudio.ui.dialogs.public_data import PublicDataDialog
from kpstudio.ui.dialogs.scheme_editor import PAIR, SchemeEditor
from kpstudio.ui.main_window import MainWindow
from tests.app.help import faces_folder
from tests.ui.driver import Script, dialog, drive, later

RETURN = Qt.Key.Key_Return


def test_enter_opens_the_recent_folder_that_is_marked_on_the_first_page(tmp_path: Path) -> None:
    folder = faces_folder(tmp_path / "in", 1)
    Settings().add_recent(folder)

    def script(window: MainWindow) -> Script:
        row = window.welcome.rows[0]
        yield lambda: row.hasFocus()
        QTest.keyClick(row, RETURN)
        yield lambda: window.session.is_open
        assert window.session.path == folder
        yield lambda: window.canvas.has_picture

    assert drive([], script) == 0


def test_enter_presses_buttons_of_the_window_and_marks_faces_elsewhere(tmp_path: Path) -> None:
    folder = faces_folder(tmp_path / "in", 3)

    def script(window: MainWindow) -> Script:
        yield lambda: window.canvas.has_picture
        gallery = window.actions_by_key["gallery"]
        buttons = window.header.findChildren(QPushButton)
        button = next(b for b in buttons if b.text() == "Gallery" and b.isVisible())
        keypad, alt = Qt.KeyboardModifier.KeypadModifier, Qt.KeyboardModifier.AltModifier
        for key, modifier, on in (
            (RETURN, Qt.KeyboardModifier.NoModifier, True),
            (Qt.Key.Key_Enter, keypad, False),
            (RETURN, alt, False),
        ):
            button.setFocus()
            QTest.keyClick(button, key, modifier)
            assert gallery.isChecked() == on

        first = window.session.current
        assert first is not None
        window.canvas.setFocus()
        QTest.keyClick(window.canvas, RETURN)
        yield lambda: window.session.current is not None and window.session.current.id != first.id
        assert window.session.labels[first.id].state is FaceState.CHECKED

    assert drive([str(folder)], script) == 0


def test_enter_presses_the_button_in_hand_and_not_the_default_one_of_a_dialog(
    tmp_path: Path,
) -> None:
    folder = faces_folder(tmp_path / "in", 2)

    def script(window: MainWindow) -> Script:
        yield lambda: window.canvas.has_picture
        later(window.actions_by_key["edit_scheme"].trigger)
        yield lambda: dialog(SchemeEditor) is not None
        editor = dialog(SchemeEditor)
        assert editor is not None
        editor.activateWindow()
        editor.mode_buttons[PAIR].setFocus()
        yield editor.mode_buttons[PAIR].hasFocus
        QTest.keyClick(editor.mode_buttons[PAIR], RETURN)
        assert editor.isVisible()
        assert editor.modes.checkedId() == PAIR
        editor.reject()

        window.actions_by_key["public_data"].trigger()
        sets = dialog(PublicDataDialog)
        assert sets is not None
        sets.activateWindow()
        yield sets.list.hasFocus
        QTest.keyClick(sets.list, RETURN)
        assert sets.isVisible()
        sets.close_button.setFocus()
        yield sets.close_button.hasFocus
        QTest.keyClick(sets.close_button, RETURN)
        assert not sets.isVisible()

    assert drive([str(folder)], script) == 0
