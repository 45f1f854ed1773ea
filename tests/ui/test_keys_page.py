"""The page of keys in the real window: found, changed, refused, kept, restored."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QMessageBox, QPushButton, QTreeWidgetItem

from kpstudio.app.settings import Settings
from kpstudio.ui.actions import ACTIONS
from kpstudio.ui.dialogs.shortcuts import ShortcutsDialog
from kpstudio.ui.main_window import MainWindow
from kpstudio.ui.shortcuts import tip_of
from tests.app.help import faces_folder
from tests.ui.driver import Script, dialog, drive, key, later, press

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
NATIVE = QKeySequence.SequenceFormat.NativeText


def shown(page: ShortcutsDialog) -> list[str]:
    """Return the words of the rows in view."""
    return [item.text(0) for item in page.items() if not item.isHidden()]


def row(page: ShortcutsDialog, text: str, menu: str = "") -> QTreeWidgetItem:
    """Return the row of an action; the menu tells two of the same words apart."""
    rows = (item for item in page.items() if item.text(0) == text)
    return next(item for item in rows if menu in ("", item.parent().text(0)))


def opened_page(
    window: MainWindow, which=Qt.Key.Key_Question, modifier=Qt.KeyboardModifier.NoModifier
):
    """Open the page by its key, and wait until keys go there."""
    window.canvas.setFocus()
    later(lambda: QTest.keyClick(window.canvas, which, modifier))
    yield lambda: (page := dialog(ShortcutsDialog)) and page.isActiveWindow()


def give(page: ShortcutsDialog, text: str, which: Qt.Key, *held, place: int = 0) -> None:
    """Press a key for an action in the field of that place."""
    page.tree.setCurrentItem(row(page, text))
    page.change.fields[place].setFocus()
    QTest.keyClick(page.change.fields[place], which, *held)


@pytest.fixture
def root(tmp_path):
    return faces_folder(tmp_path / "faces", 3)


def test_every_action_has_a_key_or_a_reason_and_its_tool_tip_shows_the_key(root):
    def script(window: MainWindow) -> Script:
        yield lambda: window.session.is_open
        for spec in ACTIONS:
            assert bool(spec.shortcuts) != bool(spec.without_key), spec.key
            action = window.actions_by_key[spec.key]
            if spec.shortcuts:
                first = action.shortcuts()[0]
                assert first == QKeySequence(spec.shortcuts[0])
                assert f"  ({first.toString(NATIVE)})" in tip_of(action), spec.key

    assert drive([str(root)], script) == 0


def test_the_page_finds_actions_by_name_and_by_key(root):
    def script(window: MainWindow) -> Script:
        yield lambda: window.session.is_open
        yield from opened_page(window)
        page = dialog(ShortcutsDialog)
        assert {spec.text for spec in ACTIONS} <= set(shown(page))
        assert page.focusWidget() is page.search
        for spec in ACTIONS:
            keys = [QKeySequence(one).toString(NATIVE) for one in spec.shortcuts]
            item = row(page, spec.text, spec.menu)
            assert [item.text(1), item.text(2)] == [*(keys or ["–"]), ""][:2]

        QTest.keyClicks(page.search, "NEXT face")
        assert "Next face" in shown(page)
        assert "Undo" not in shown(page)
        page.search.selectAll()
        QTest.keyClicks(page.search, "ctrl+shift+z")
        assert shown(page) == ["Redo"]
        page.search.selectAll()
        QTest.keyClicks(page.search, "nothing like it")
        assert shown(page) == []
        assert page.found.text() == "No action is called “nothing like it”."

        page.by_key.setFocus()
        QTest.keyClick(page.by_key, Qt.Key.Key_Y, CTRL)
        assert (shown(page), page.search.text()) == (["Redo"], "")
        assert page.by_key.text() == QKeySequence("Ctrl+Y").toString(NATIVE)
        QTest.keyClick(page.by_key, Qt.Key.Key_Shift)  # alone it is no key
        assert shown(page) == ["Redo"]
        QTest.keyClick(page.by_key, Qt.Key.Key_Left, SHIFT)
        assert shown(page) == ["Move the selected points by 10 px"]
        QTest.keyClick(page.by_key, Qt.Key.Key_F12)
        assert page.found.text() == "F12 is not assigned."
        QTest.keyClick(page.by_key, Qt.Key.Key_Return)
        assert shown(page) == [
            "Mark as checked, go to next",
            "Start a box: arrow keys move it, with Ctrl its right or lower edge, + and − resize "
            "it; Enter again accepts it",
            "Put it into the face box",
            "Show a crosshair and move it: by 1 px, with Shift 10, with Alt 0.1; Enter clicks "
            "there",
            "Press it",
            "Show that face large",
            "Use that run for predictions",
        ]
        QTest.keyClick(page.by_key, Qt.Key.Key_Escape)
        assert page.by_key.text() == ""
        assert len(shown(page)) >= len(ACTIONS)
        assert page.isVisible()
        assert window.session.undo_verb == ""  # no key acted on the faces meanwhile
        press(page, "Close")
        yield lambda: not dialog(ShortcutsDialog)

    assert drive([str(root)], script) == 0


def test_a_changed_key_works_at_once_and_after_a_restart(root):
    def change(window: MainWindow) -> Script:
        yield lambda: window.canvas.has_picture
        fit = window.actions_by_key["ground_truth"]
        button = next(
            b for b in window.header.findChildren(QPushButton) if b.text() == fit.iconText()
        )
        yield from opened_page(window)
        page = dialog(ShortcutsDialog)
        page.tree.setCurrentItem(row(page, "Ground truth"))
        page.tree.setFocus()
        QTest.keyClick(page.tree, Qt.Key.Key_Return)  # to the field by the keyboard
        assert page.focusWidget() is page.change.fields[0]
        QTest.keyClick(page.change.fields[0], Qt.Key.Key_Escape)  # give up
        assert page.focusWidget() is page.tree
        assert page.isVisible()
        assert not window.shortcuts.any_changed
        give(page, "Ground truth", Qt.Key.Key_J, CTRL)
        assert row(page, "Ground truth").text(1) == QKeySequence("Ctrl+J").toString(NATIVE)
        assert fit.shortcuts() == [QKeySequence("Ctrl+J")]  # the menu shows these
        assert button.toolTip().endswith(f"({QKeySequence('Ctrl+J').toString(NATIVE)})")
        give(page, "Next face", Qt.Key.Key_Backspace)
        give(page, "Redo", Qt.Key.Key_Question, place=1)
        assert "“Keyboard shortcuts…” in the menu Help" in page.change.said.text()
        page.reject()
        yield lambda: not dialog(ShortcutsDialog)

    def use(window: MainWindow) -> Script:
        yield lambda: window.canvas.has_picture
        shown_before = window.actions_by_key["ground_truth"].isChecked()
        window.canvas.setFocus()
        QTest.keyClick(window.canvas, Qt.Key.Key_G)  # means nothing now
        assert window.actions_by_key["ground_truth"].isChecked() is shown_before
        QTest.keyClick(window.canvas, Qt.Key.Key_J, CTRL)
        assert window.actions_by_key["ground_truth"].isChecked() is not shown_before
        first = window.session.current.id
        QTest.keyClick(window.canvas, Qt.Key.Key_D)
        assert window.session.current.id == first
        QTest.keyClick(window.canvas, Qt.Key.Key_PageDown)  # the other key has moved up
        assert window.session.current.id != first
        assert tip_of(window.actions_by_key["next_face"]).endswith("(PgDown)")

    assert drive([str(root)], change) == 0
    assert Settings().keys == {"ground_truth": ("Ctrl+J",), "next_face": ("PgDown",)}
    assert drive([str(root)], use) == 0


def test_a_conflict_is_refused_and_keys_are_restored(root):
    def script(window: MainWindow) -> Script:
        yield lambda: window.session.is_open
        act = window.actions_by_key
        yield from opened_page(window)
        page = dialog(ShortcutsDialog)
        give(page, "Fit picture", Qt.Key.Key_O, CTRL)
        assert page.change.said.text() == (
            f"{QKeySequence('Ctrl+O').toString(NATIVE)} is already used for “Open folder…” in the "
            "menu File: give that another key first"
        )
        assert page.change.fields[0].text() == "F"
        assert act["fit"].shortcuts() == [QKeySequence("F")]
        assert not page.restore_all_button.isEnabled()

        give(page, "Open folder…", Qt.Key.Key_Backspace)
        give(page, "Fit picture", Qt.Key.Key_O, CTRL)
        assert act["fit"].shortcuts() == [QKeySequence("Ctrl+O")]
        page.tree.setCurrentItem(row(page, "Open folder…"))
        press(page, "Reset")
        yield lambda: "is already used for “Fit picture”" in page.change.said.text()
        page.tree.setCurrentItem(row(page, "Fit picture"))
        press(page, "Reset")
        yield lambda: act["fit"].shortcuts() == [QKeySequence("F")]
        give(page, "Export landmarks…", Qt.Key.Key_F7, place=1)

        press(page, "Reset all…")
        yield lambda: dialog(QMessageBox)
        press(dialog(QMessageBox), "Keep mine")
        yield lambda: not dialog(QMessageBox)
        assert act["export"].shortcuts() == [QKeySequence("Ctrl+E"), QKeySequence("F7")]
        press(page, "Reset all…")
        yield lambda: dialog(QMessageBox)
        press(dialog(QMessageBox), "Reset all")
        yield lambda: not window.shortcuts.any_changed
        yield lambda: not dialog(QMessageBox)
        assert act["open_folder"].shortcuts() == [QKeySequence("Ctrl+O")]
        assert act["export"].shortcuts() == [QKeySequence("Ctrl+E")]
        assert not page.restore_all_button.isEnabled()
        page.reject()
        yield lambda: not dialog(ShortcutsDialog)

    assert drive([str(root)], script) == 0
    assert Settings().keys == {}


def test_what_the_mouse_does_is_told_and_has_no_fields(root):
    def script(window: MainWindow) -> Script:
        yield lambda: window.session.is_open
        yield from opened_page(window)
        page = dialog(ShortcutsDialog)
        page.tree.setCurrentItem(row(page, "Zoom at the pointer"))
        assert row(page, "Zoom at the pointer").text(1) == "Wheel, Ctrl + wheel, pinch"
        fields = page.change.findChildren(QLineEdit)
        assert fields
        assert not any(field.isEnabled() for field in fields)
        assert page.change.said.text() == "This key is fixed."
        page.tree.setCurrentItem(row(page, "About kpstudio"))
        assert page.change.said.text().startswith("It has no key, as it is rarely needed.")
        key(page, Qt.Key.Key_Escape)
        yield lambda: not dialog(ShortcutsDialog)

    assert drive([str(root)], script) == 0
