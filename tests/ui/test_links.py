"""Links in words: keys reach each one, on every page and in every dialog, and follow it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from html import unescape

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from kpstudio.core.edits import set_tags
from kpstudio.ui import theme
from kpstudio.ui.main_window import MainWindow
from kpstudio.ui.panels.links import Links, link
from kpstudio.ui.panels.search_help import EXAMPLES, SearchHelp
from kpstudio.ui.workspaces import Workspace
from tests.ui.all_dialogs import see_dialogs
from tests.ui.driver import Script, key
from tests.ui.test_focus import unshown
from tests.ui.test_reading_order import MOST, Faults, walk

_LINK = re.compile(r"<a [^>]*>(.*?)</a>")


def links_in(root: QWidget) -> set[tuple[QLabel, str]]:
    """Return the links in view, with the words that each has."""
    labels = [label for label in root.findChildren(QLabel) if label.isVisible()]
    return {(label, unescape(words)) for label in labels for words in _LINK.findall(label.text())}


def reached(root: QWidget) -> set[tuple[QLabel, str]]:
    """Return the links that have the focus in turn while Tab is pressed."""
    met: set[tuple[QLabel, str]] = set()
    if QApplication.focusWidget() is None:
        root.setFocus()
    for _ in range(MOST):
        QTest.keyClick(QApplication.focusWidget() or root, Qt.Key.Key_Tab)
        now = QApplication.focusWidget()
        here = (now, now.selectedText()) if isinstance(now, QLabel) else None
        if here in met:
            break
        met |= {here} if here is not None else set()
    return met


def missed(root: QWidget) -> list[str]:
    """Return the links in view that keys do not reach, or that do not show it."""
    there = links_in(root)
    return [words for _, words in there - reached(root)] + [
        f"{words}: {why}" for label, words in there if (why := unshown(label))
    ]


def test_keys_reach_the_links_of_every_page_and_dialog(tmp_path) -> None:
    met: set[str] = set()

    def script(window: MainWindow, found: Faults) -> Script:
        def look(root: QWidget, where: str = "") -> None:
            root.activateWindow()
            QApplication.processEvents()
            met.update(words for _, words in links_in(root))
            found[where or f"{type(root).__name__} {root.windowTitle()}"] = missed(root)

        face = window.session.current
        window.session.perform(set_tags([face], add=["glasses", "a & b"]))
        for workspace in Workspace:
            window.show_workspace(workspace)
            window.faces.view.setFocus()  # which chooses a face where none of the list is chosen
            to_place = window.actions_by_key["drop_shape"]  # of Photos' face alone
            photos = workspace is Workspace.PHOTOS
            yield partial(lambda act, on: act.isEnabled() == on, to_place, photos)
            for number in range(window.side.count()):
                if window.side.isTabVisible(number):
                    window.side.setCurrentIndex(number)
                    yield lambda: True
                    look(window, f"{workspace} {window.side.tabText(number)}")
        window.faces.search_box.show_help()
        help_ = window.findChild(SearchHelp)
        look(help_)
        help_.close()
        window.show_welcome()
        yield lambda: True
        look(window, "welcome")
        window.show_workspace(Workspace.LABEL)
        window.session.choose(face.id)
        yield from see_dialogs(window, look)

    walk(tmp_path, script)
    assert {"glasses", "a & b", *(example for example, _ in EXAMPLES)} <= met
    assert any(words.startswith("https://") for words in met)


def test_a_tag_and_an_example_are_followed_by_enter(tmp_path) -> None:
    def script(window: MainWindow, found: Faults) -> Script:
        window.session.perform(set_tags([window.session.current], add=["glasses", "smile"]))
        yield lambda: window.points._tags.isVisible()
        window.points._tags.setFocus(Qt.FocusReason.TabFocusReason)
        key(window, Qt.Key.Key_Tab)
        key(window, Qt.Key.Key_Return)
        assert window.faces.search.text() == "tag:smile"
        window.faces.search.setFocus()
        window.faces.search_box.show_help()
        key(window, Qt.Key.Key_Tab)
        key(window, Qt.Key.Key_Return)
        assert window.faces.search.text() == EXAMPLES[1][0]
        assert QApplication.focusWidget() is window.faces.search
        found["links"] = []

    walk(tmp_path, script)


@pytest.fixture
def tags(qapp: QApplication, qtbot: QtBot) -> Iterator[Links]:
    theme.apply(qapp, theme.DARK)
    window = QWidget()
    qtbot.addWidget(window)
    words = Links(", ".join(map(link, ("a", "b", "c"))))
    column = QVBoxLayout(window)
    column.addWidget(words)
    column.addWidget(QLineEdit())
    window.show()
    QApplication.processEvents()
    words.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(words, Qt.Key.Key_Tab)
    assert words.selectedText() == "b"
    yield words


def test_a_change_of_theme_stays_at_the_link_and_takes_its_colour(qapp, tags: Links) -> None:
    theme.apply(qapp, theme.LIGHT)
    assert tags.hasFocus()
    assert tags.selectedText() == "b"
    assert theme.LIGHT.accent in QLabel.text(tags)


def test_other_words_begin_at_their_first_link(tags: Links) -> None:
    tags.setText(f"{link('d')}, {link('e')}")
    assert tags.selectedText() == "d"
    assert tags.accessibleName() == "d, e"
    QTest.keyClick(tags, Qt.Key.Key_Backtab)
    assert not tags.hasFocus()


def test_a_click_leaves_the_focus_where_it_was(tags: Links) -> None:
    line = tags.window().findChild(QLineEdit)
    line.setFocus()
    QTest.mouseClick(tags, Qt.MouseButton.LeftButton)
    assert line.hasFocus()
