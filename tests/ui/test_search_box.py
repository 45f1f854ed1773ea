"""The search line: completion, saved filters, help."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox, QPushButton, QWidget

from kpstudio.core.query_parser import parse_query
from kpstudio.ui.panels.field_dialog import FieldDialog
from kpstudio.ui.panels.search_box import SearchBox
from kpstudio.ui.panels.search_help import EXAMPLES, SearchHelp
from tests.app.help import PATIENCE_MS, Desk, faces_folder

VALUES = {"tag": ["glasses", "looks away"], "person": ["07"], "@": ["hard"]}


@pytest.fixture
def desk(qtbot, tmp_path) -> Iterator[Desk]:
    made = Desk(qtbot)
    made.open(faces_folder(tmp_path / "faces", 2))
    yield made
    made.close()


@pytest.fixture
def box(desk, qtbot) -> Iterator[SearchBox]:
    parent = QWidget()
    qtbot.addWidget(parent)
    made = SearchBox(desk.faces.filters, lambda key: VALUES[key], parent)
    parent.resize(300, 200)
    made.resize(300, 40)
    parent.show()
    made.line.setFocus()
    yield made


def offered(box: SearchBox) -> list[str]:
    return box._words.stringList() if box._completer.popup().isVisible() else []


def choose(box: SearchBox, word: str) -> None:
    row = offered(box).index(word)
    popup = box._completer.popup()
    popup.setCurrentIndex(popup.model().index(row, 0))
    QTest.keyClick(popup, Qt.Key.Key_Return)


def test_the_word_that_is_typed_is_completed(box):
    QTest.keyClicks(box.line, "x s")
    assert offered(box) == []  # one letter may be any name
    QTest.keyClicks(box.line, "t")
    assert offered(box) == ["state:"]
    choose(box, "state:")
    assert box.line.text() == "x state:"
    assert "state:unchecked" in offered(box)  # its values at once
    QTest.keyClicks(box._completer.popup(), "unc")
    choose(box, "state:unchecked")
    assert box.line.text() == "x state:unchecked "
    QTest.keyClicks(box.line, "-tag:")
    choose(box, 'tag:"looks away"')
    QTest.keyClicks(box.line, "@")
    choose(box, "@hard")
    assert box.line.text() == 'x state:unchecked -tag:"looks away" @hard '
    QTest.keyClicks(box.line, "zz")
    assert offered(box) == []


def test_a_word_in_the_middle_is_completed_where_it_stands(box):
    box.line.setText("a  b")
    box.line.setCursorPosition(2)
    QTest.keyClicks(box.line, "has:co")
    choose(box, "has:correction")
    assert box.line.text() == "a has:correction b"
    assert box.line.cursorPosition() == len("a has:correction")


def answer(kind, act) -> None:
    """Answer the next modal dialog."""

    def look() -> None:
        shown = QApplication.activeModalWidget()
        if isinstance(shown, kind):
            act(shown)
        else:
            QTimer.singleShot(20, look)

    QTimer.singleShot(0, look)


def name(text: str):
    def act(shown: FieldDialog) -> None:
        shown.field.setText(text)
        shown.accept()

    return act


def pressing(text: str):
    def act(shown: QMessageBox) -> None:
        button = next(b for b in shown.findChildren(QPushButton) if b.text() == text)
        QTimer.singleShot(0, button.click)

    return act


def entries(box: SearchBox) -> dict[str, object]:
    box.menu.aboutToShow.emit()
    found = {}
    for action in box.menu.actions():
        found[action.text()] = action
        for inner in action.menu().actions() if action.menu() else ():
            found[f"{action.text()} {inner.text()}"] = inner
    return found


def test_filters_are_saved_used_renamed_and_deleted(box, desk):
    assert not entries(box)["Save this filter…"].isEnabled()
    box.line.setText("state:checked")
    answer(FieldDialog, name("to do"))
    entries(box)["Save this filter…"].trigger()
    assert desk.faces.filters.filters == {"to do": "state:checked"}
    box.line.setText("f1")
    answer(FieldDialog, name("To Do"))
    QTimer.singleShot(200, lambda: answer(QMessageBox, pressing("Cancel")))
    entries(box)["Save this filter…"].trigger()
    assert desk.faces.filters.filters == {"to do": "state:checked"}
    entries(box)["@to do"].trigger()
    assert box.line.text() == '@"to do"'
    answer(FieldDialog, name("done"))
    entries(box)["Rename @to do…"].trigger()
    assert desk.faces.filters.filters == {"done": "state:checked"}
    answer(FieldDialog, name(""))
    QTimer.singleShot(200, lambda: answer(QMessageBox, lambda shown: shown.accept()))
    entries(box)["Rename @done…"].trigger()
    answer(QMessageBox, pressing("Delete"))
    entries(box)["Delete @done…"].trigger()
    assert desk.faces.filters.filters == {}


def test_the_help_shows_examples_to_try(box, qtbot):
    for example, _ in EXAMPLES:
        parse_query(example)
    entries(box)["Search help"].trigger()
    popover = box.findChild(SearchHelp)
    assert popover.isVisible()
    assert popover.screen().availableGeometry().contains(popover.geometry())
    labels = popover.findChildren(QLabel)
    assert [
        each.text() for each in labels if each.height() < each.heightForWidth(each.width())
    ] == []
    said = " ".join(label.text() for label in labels)
    for word in ("state:", "tag:", "yaw>", "unchecked"):
        assert word in said
    assert QApplication.focusWidget().selectedText() == EXAMPLES[0][0]
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Backtab)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert box.line.text() == EXAMPLES[-1][0]
    qtbot.waitUntil(lambda: box.findChild(SearchHelp) is None, timeout=PATIENCE_MS)
