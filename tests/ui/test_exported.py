"""After an export the window says where the files are, and shows the folder."""

from __future__ import annotations

from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QMessageBox

from kpstudio.ui.dialogs.export import ExportDialog
from kpstudio.ui.main_window import MainWindow
from tests.app.help import faces_folder
from tests.ui.driver import Script, dialog, drive, later, press


def test_an_export_says_where_it_went(tmp_path, monkeypatch):
    root, to = faces_folder(tmp_path / "faces", 2), tmp_path / "there"
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))

    def script(window: MainWindow) -> Script:
        yield lambda: window.canvas.has_picture
        later(window.actions_by_key["export"].trigger)
        yield lambda: dialog(ExportDialog)
        dialog(ExportDialog).folder.setText(str(to))
        press(dialog(ExportDialog), "Export")
        yield lambda: dialog(QMessageBox)
        assert dialog(QMessageBox).text().startswith(f"Exported to {to}\n2 faces")
        press(dialog(QMessageBox), "Show folder")
        yield lambda: opened
        assert opened == [str(to)]
        assert window.status.message.text() == f"Exported to {to}"

    assert drive([str(root)], script) == 0
