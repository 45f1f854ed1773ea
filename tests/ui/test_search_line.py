"""Esc in a search with words in it clears it; a dialog closes only once it is empty."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kpstudio.ui.dialogs.help import HelpDialog
from kpstudio.ui.dialogs.preferences import PreferencesDialog
from kpstudio.ui.dialogs.shortcuts import ShortcutsDialog
from kpstudio.ui.dialogs.tables import TableDialog
from kpstudio.ui.main_window import MainWindow
from tests.app.help import faces_folder
from tests.ui.driver import Script, dialog, drive, later


@pytest.mark.parametrize(
    ("action", "kind"),
    [
        ("help", HelpDialog),
        ("settings", PreferencesDialog),
        ("keys", ShortcutsDialog),
        ("problems", TableDialog),
    ],
)
def test_esc_clears_a_search_before_it_closes_its_dialog(tmp_path, action, kind):
    root = faces_folder(tmp_path / "faces", 1)

    def script(window: MainWindow) -> Script:
        yield lambda: window.canvas.has_picture
        later(window.actions_by_key[action].trigger)
        yield lambda: dialog(kind)
        page = dialog(kind)
        page.search.setFocus()
        page.search.setText("face")
        QTest.keyClick(page.search, Qt.Key.Key_Escape)
        assert page.search.text() == ""
        assert page.isVisible()
        later(lambda: QTest.keyClick(page.search, Qt.Key.Key_Escape))
        yield lambda: dialog(kind) is None

    assert drive([str(root)], script) == 0
