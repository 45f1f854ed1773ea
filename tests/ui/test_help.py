"""The window of help: opened at what is in view, over dialogs too; links, search, own keys."""

from __future__ import annotations

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QImage, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kpstudio.ui import theme
from kpstudio.ui.dialogs.export import ExportDialog
from kpstudio.ui.dialogs.help import HelpDialog
from kpstudio.ui.main_window import MainWindow
from kpstudio.ui.panels.help_text import HelpText
from tests.app.help import faces_folder
from tests.ui.driver import Script, dialog, drive, later
from tests.ui.test_help_pages import MENUS_INSIDE


def shown() -> HelpDialog | None:
    windows = [each for each in QApplication.topLevelWidgets() if isinstance(each, HelpDialog)]
    return next((each for each in windows if each.isVisible() and each.isActiveWindow()), None)


def titles(page: HelpDialog) -> list[str]:
    rows = (page.list.item(row) for row in range(page.list.count()))
    return [item.text() for item in rows if not item.isHidden()]


def press_help(widget) -> None:
    later(lambda: QTest.keyClick(widget, Qt.Key.Key_F1))


def test_help_opens_at_what_is_in_view(tmp_path):
    root = faces_folder(tmp_path / "faces", 3)

    def script(window: MainWindow) -> Script:
        press_help(window)
        yield lambda: shown() is not None
        page = shown()
        assert page.text.page == "index"
        assert page.list.currentItem().text() == "Help"
        QTest.keyClick(page, Qt.Key.Key_Escape)
        yield lambda: shown() is None

        window.files.open(root)
        yield lambda: window.session.is_open
        offered = {
            (menu.title().replace("&", ""), action.text())
            for menu in window.menus.values()
            for action in menu.actions()
            if action.menu()
        }
        assert offered >= MENUS_INSIDE
        window.actions_by_key["show_review"].trigger()
        window.activateWindow()
        window.canvas.setFocus()
        yield window.isActiveWindow
        press_help(window.canvas)
        yield lambda: shown() is not None
        assert shown().text.page == "review"
        window.actions_by_key["show_train"].trigger()
        window.actions_by_key["help"].trigger()
        assert shown().text.page == "train"
        shown().move(40, 30)
        shown().resize(700, 500)
        size = shown().size()
        shown().close()

        later(window.actions_by_key["export"].trigger)
        yield lambda: dialog(ExportDialog) is not None and dialog(ExportDialog).isActiveWindow()
        asked = dialog(ExportDialog)
        yield lambda: asked.focusWidget() is not None
        press_help(asked.focusWidget())
        yield lambda: shown() is not None
        assert shown().text.page == "export"
        assert shown().size() == size
        QTest.keyClick(shown().list, Qt.Key.Key_Down)  # a dialog does not block it
        assert shown().text.page == "doctor"
        shown().close()
        asked.reject()

    assert drive([], script) == 0


def test_links_history_search_and_own_keys(tmp_path):
    root = faces_folder(tmp_path / "faces", 3)

    def script(window: MainWindow) -> Script:
        yield lambda: window.session.is_open
        window.actions_by_key["help"].trigger()
        yield lambda: shown() is not None
        page = shown()
        assert page.text.page == "correct"
        assert not page.back.isEnabled()
        page.text.setSource(QUrl("train.md"))  # as a link does
        assert page.list.currentItem().text() == "Train a network"
        assert page.back.isEnabled()
        page.back.click()
        assert page.text.page == "correct"
        page.forward.click()
        assert page.text.page == "train"
        assert "Train > Start training (Ctrl+T)" in page.text.toPlainText()
        window.shortcuts.set_key("train", 0, "F5")
        assert "Train > Start training (F5)" in page.text.toPlainText()
        assert page.text.page == "train"

        everything = titles(page)
        page.search.setText("dashed line")
        found = titles(page)
        assert "Train a network" in found
        assert len(found) < len(everything)
        assert page.text.extraSelections()
        page.search.setText("zebra")
        assert titles(page) == []
        assert page.nothing.isVisible()
        page.search.clear()
        assert titles(page) == everything
        assert not page.text.extraSelections()
        page.close()

    assert drive([str(root)], script) == 0


def test_pictures_are_those_of_the_theme(tmp_path):
    def script(window: MainWindow) -> Script:
        window.actions_by_key["help"].trigger()
        yield lambda: shown() is not None
        text = shown().text
        picture = QUrl("pictures/label-light.webp")
        kind = QTextDocument.ResourceType.ImageResource.value
        seen = {}
        for look in (theme.LIGHT, theme.DARK):
            theme.apply(QApplication.instance(), look)
            image = text.loadResource(kind, picture)
            assert isinstance(image, QImage)
            assert not image.isNull()
            seen[look.name] = image.pixelColor(2, 2).lightness()
        assert seen["dark"] < 100 < seen["light"]
        shown().close()

    assert drive([], script) == 0


def test_a_picture_has_the_pixels_of_the_screen(qtbot: QtBot, monkeypatch) -> None:
    text = HelpText(lambda _: "![The window](pictures/label-light.webp)")
    qtbot.addWidget(text)
    text.resize(900, 300)
    name, kind = QUrl("pictures/label-light.webp"), QTextDocument.ResourceType.ImageResource.value
    whole = text.loadResource(kind, name).width()
    monkeypatch.setattr(text, "devicePixelRatioF", lambda: 2.0)
    fine = text.loadResource(kind, name)
    assert (fine.width(), fine.devicePixelRatio()) == (2 * whole, 2.0)
    text.resize(430, 300)
    text.show()
    assert text.loadResource(kind, name).deviceIndependentSize().width() < 430 < whole


def test_a_picture_is_no_wider_than_the_page(qtbot: QtBot) -> None:
    text = HelpText(lambda _: "![The window](pictures/label-light.webp)")
    qtbot.addWidget(text)
    text.show_page("label")
    text.show()
    for width in (900, 430, 600):
        text.resize(width, 300)
        assert text.document().size().width() == text.viewport().width()
