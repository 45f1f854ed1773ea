"""The settings page in the window: what is changed counts at once, and can be taken back."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox

from kpstudio.ui import theme
from kpstudio.ui.dialogs.preferences import PreferencesDialog
from kpstudio.ui.main_window import MainWindow
from tests.app.help import faces_folder
from tests.ui.driver import Script, dialog, drive, later, press


def shown(page: PreferencesDialog) -> list[str]:
    return [key for key, row in page.rows.items() if row.isVisible()]


def test_what_is_changed_counts_at_once_and_can_be_taken_back(tmp_path):
    folder = faces_folder(tmp_path / "in", 1)

    def script(window: MainWindow) -> Script:
        yield lambda: window.canvas.has_picture
        window.actions_by_key["settings"].trigger()
        yield lambda: dialog(PreferencesDialog)
        page = dialog(PreferencesDialog)
        settings = window.settings
        assert not page.reset_button.isEnabled()

        page.rows["theme"].field.setCurrentIndex(2)
        assert theme.current().name == "light"
        page.rows["theme"].field.setCurrentIndex(1)
        assert theme.current().name == "dark"
        checks = window.menus["View"].actions()
        looks = next(a.menu() for a in checks if a.text() == "Theme")
        assert [a.text() for a in looks.actions() if a.isChecked()] == ["Dark"]

        usual = window.status.message.font().pixelSize()
        page.rows["text_percent"].field.setCurrentIndex(3)
        assert theme.text_font().pixelSize() == 16
        assert window.status.message.font().pixelSize() > usual

        page.rows["loupe"].field.click()
        assert not window.actions_by_key["loupe"].isChecked()
        window.actions_by_key["loupe"].trigger()
        assert page.rows["loupe"].field.isChecked(), "the page follows the menu"

        name = page.rows["author"].field
        name.setFocus()
        QTest.keyClicks(name, "Änne")
        QTest.keyClick(name, Qt.Key.Key_Tab)
        assert window.session.author == "Änne"
        page.rows["thumbnail_megabytes"].field.setValue(100)
        assert window.thumbnail_store.cap == 100 * 10**6

        assert page.rows["author"].reset_button.isVisible()
        page.rows["author"].reset_button.click()
        assert settings.value("author") == ""
        assert not page.rows["author"].reset_button.isVisible()
        for answer in ("Keep mine", "Reset all"):
            assert settings.theme == "dark"
            later(page.reset_button.click)
            yield lambda: dialog(QMessageBox)
            press(dialog(QMessageBox), answer)
            yield lambda: dialog(QMessageBox) is None
        yield lambda: not page.reset_button.isEnabled()
        assert theme.text_font().pixelSize() == 13
        assert settings.theme == "system"

    assert drive([str(folder)], script) == 0


def test_a_setting_is_found_by_its_words(tmp_path):
    def script(window: MainWindow) -> Script:
        window.actions_by_key["settings"].trigger()
        yield lambda: dialog(PreferencesDialog)
        page = dialog(PreferencesDialog)
        assert len(shown(page)) == len(page.rows)
        QTest.keyClicks(page.search, "copies")
        assert shown(page) == ["backup_count", "backup_days"]
        for choice in ("dark", "Light"):  # what there is to choose from counts, too
            page.search.setText(choice)
            assert "theme" in shown(page)
        page.search.setText("no such thing")
        assert shown(page) == []
        assert page.nothing.isVisible()
        for row in page.rows.values():
            assert row.field.accessibleName()

    assert drive([], script) == 0
