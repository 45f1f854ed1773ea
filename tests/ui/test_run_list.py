"""The chosen runs: what their menu, their keys and the palette do with them."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QMessageBox

from kpstudio.ui.main_window import MainWindow
from kpstudio.ui.workspaces import Workspace
from tests.app.help import faces_folder, stored_run
from tests.ui.driver import Script, dialog, drive, later
from tests.ui.test_palette import palette_of, words

OF_ONE = ("use_run", "rename_run", "run_folder", "export_run")


def offered(window: MainWindow) -> list[str]:
    """Return what the table's menu offers."""
    view = window.runs_table.view
    view.customContextMenuRequested.emit(view.visualRect(view.model().index(0, 0)).center())
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    keys = {action: key for key, action in window.actions_by_key.items()}
    found = [keys[action] for action in menu.actions() if action in keys]
    menu.close()
    return found


def test_chosen_runs_are_renamed_and_deleted_from_anywhere(tmp_path: Path) -> None:
    folder = faces_folder(tmp_path / "in", 3)
    names = [stored_run(folder, {0: 1.0, 1: 2.0}, f"000{number}-bignet") for number in (1, 2)]

    def script(window: MainWindow) -> Script:
        yield lambda: window.canvas.has_picture and len(window.runs_table.model.runs) == 2
        act, table = window.actions_by_key, window.runs_table
        table.select([])
        assert not any(act[key].isEnabled() for key in (*OF_ONE, "delete_runs"))
        assert window.shortcuts.why_not("rename_run") == "In Train, select one run."
        palette = palette_of(window)
        palette.line.setText("rename")
        assert words(palette)[0] == "Rename run"
        assert not palette.shown()[0].enabled
        palette.reject()
        table.select([names[0]])
        assert all(act[key].isEnabled() for key in (*OF_ONE, "delete_runs"))

        palette = palette_of(window)
        palette.line.setText("rename")
        QTest.keyClick(palette.line, Qt.Key.Key_Return)
        yield lambda: table.view.findChild(QLineEdit) is not None
        assert window.workspace is Workspace.TRAIN, "where its name stands"
        editor = table.view.findChild(QLineEdit)
        editor.setText("the first")
        QTest.keyClick(editor, Qt.Key.Key_Return)
        yield lambda: "the first" in [run.label for run in window.runs.summaries()]

        table.select(names)
        assert offered(window) == ["delete_runs"], "the rest needs one run"
        table.select([names[1]])
        assert set(OF_ONE) < set(offered(window))
        window.activateWindow()
        table.view.setFocus()
        later(lambda: QTest.keyClick(table.view, Qt.Key.Key_Delete))
        yield lambda: dialog(QMessageBox) is not None
        dialog(QMessageBox).reject()
        window.canvas.setFocus()
        QTest.keyClick(window.canvas, Qt.Key.Key_Delete)
        assert dialog(QMessageBox) is None, "the key is the table's alone"
        table.view.setFocus()
        QTest.keyClick(table.view, Qt.Key.Key_F2)
        assert table.view.state() is table.view.State.EditingState

    assert drive([str(folder)], script) == 0
