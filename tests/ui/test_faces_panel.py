"""The list at the left: it follows the session, the session follows it, and empty pages say why."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QItemSelectionModel, QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton

from kpstudio.app.decoding import THREADS
from kpstudio.app.face_list import Scope
from kpstudio.app.face_order import Order
from kpstudio.app.thumbnails import ThumbnailLoader, thumbnail
from kpstudio.ui import theme
from kpstudio.ui.panels.face_delegate import ROW_HEIGHT
from kpstudio.ui.panels.faces import FacesPanel
from tests.app.help import PATIENCE_MS, Desk, faces_folder, stored_run


@pytest.fixture
def desk(qtbot, tmp_path) -> Iterator[Desk]:
    root = faces_folder(tmp_path / "faces", 8, unlabelled=1)
    stored_run(root, {n: float(n + 1) for n in range(8)})
    made = Desk(qtbot)
    made.runs.predict_missing = lambda: None  # the stored run has no weights
    made.root = root
    yield made
    made.close()


@pytest.fixture
def panel(desk, qtbot) -> Iterator[FacesPanel]:
    thumbnails = ThumbnailLoader()
    widget = FacesPanel(desk.session, desk.runs, desk.faces, thumbnails)
    widget.face_chosen.connect(desk.session.choose)
    qtbot.addWidget(widget)
    widget.resize(300, 400)
    widget.show()
    desk.open(desk.root)
    yield widget
    thumbnails.shutdown()
    thumbnails.deleteLater()


def words(panel: FacesPanel) -> list[str]:
    return [w.text() for w in panel.findChildren(QLabel) if w.isVisible() and w.text()]


def press(panel: FacesPanel, text: str) -> None:
    button = next(b for b in panel.findChildren(QPushButton) if b.text() == text)
    assert button.isVisible()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_list_and_session_follow_each_other(panel, desk):
    assert panel.view.currentIndex().row() == 0
    QTest.keyClick(panel.view, Qt.Key.Key_Down)
    assert desk.session.current.id == "f1.png#0"
    desk.session.choose("f6.png#0")
    assert panel.view.currentIndex().row() == 6
    assert panel.selected() == ("f6.png#0",)
    assert panel.view.rect().intersects(panel.view.visualRect(panel.view.currentIndex()))
    place = panel.view.visualRect(desk.faces.index(5)).center()
    QTest.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place))
    assert desk.session.current.id == "f5.png#0"


def test_several_rows_stay_selected(panel, desk):
    shift = Qt.KeyboardModifier.ShiftModifier
    for _ in range(2):
        QTest.keyClick(panel.view, Qt.Key.Key_Down, shift)
    assert panel.selected() == ("f0.png#0", "f1.png#0", "f2.png#0")
    assert desk.session.current.id == "f2.png#0"
    flag = QItemSelectionModel.SelectionFlag.Select
    panel.view.selectionModel().select(desk.faces.index(7), flag)
    assert panel.selected()[-1] == "f7.png#0"


def test_searching_keeps_the_face_and_says_what_is_wrong(panel, desk):
    desk.session.choose("f3.png#0")
    panel.search.setText("f3")
    assert "1 of 9" in words(panel)
    assert panel.view.currentIndex().row() == 0
    panel.search.setText("state:nonsense")
    assert panel.search.property("invalid")
    assert "use unlabelled" in panel.search.toolTip()
    assert "1 of 9" in words(panel)
    panel.search.setText("nothing is called so")
    assert "No face matches the search." in words(panel)
    assert desk.session.current.id == "f3.png#0"
    panel.search.clear()
    assert not panel.search.property("invalid")
    assert "9" in words(panel)
    assert panel.view.currentIndex().row() == 3


def test_review_keeps_training_and_validation_apart(panel, desk):
    desk.runs.use("0001-bignet")
    panel.show_parts(True)
    desk.faces.show_scope(Scope.REVIEWED, Order.WORST, panel.part)
    assert desk.faces.face_ids == tuple(f"f{n}.png#0" for n in (7, 6, 5, 4))
    press(panel, "Training")
    assert desk.faces.face_ids == tuple(f"f{n}.png#0" for n in (3, 2, 1, 0))
    assert desk.session.current.id == "f3.png#0"  # the worst of them
    press(panel, "Both")
    assert len(desk.faces.face_ids) == 8
    assert panel.part == ""


@pytest.mark.parametrize(
    ("part", "button", "said"),
    [("train", "", "This run held out no faces"), ("val", "Training", "None of the faces")],
)
def test_a_part_of_the_run_without_faces_says_so(panel, desk, monkeypatch, part, button, said):
    monkeypatch.setattr(desk.runs, "split_of", lambda _: part)
    desk.runs.use("0001-bignet")
    panel.show_parts(True)
    desk.faces.show_scope(Scope.REVIEWED, Order.WORST, panel.part)
    if button:
        assert desk.faces.face_ids
        press(panel, button)
    assert not desk.faces.face_ids
    assert any(text.startswith(said) for text in words(panel))
    press(panel, "Both")
    assert len(desk.faces.face_ids) == 8


def test_the_order_is_chosen_from_the_menu(panel, desk):
    button = next(b for b in panel.findChildren(QPushButton) if b.text() == "name")
    menu = button.menu()
    menu.aboutToShow.emit()
    assert [a.text() for a in menu.actions() if a.isChecked()] == ["name"]
    desk.runs.use("0001-bignet")
    next(a for a in menu.actions() if a.text() == "worst first").trigger()
    assert desk.faces.order is Order.WORST
    assert button.text() == "worst first"
    assert desk.faces.face_ids[0] == "f7.png#0"


def test_a_long_name_of_the_order_makes_the_list_no_wider(german, panel, desk, qapp):
    theme.apply(qapp, replace(theme.DARK, text_percent=120))
    try:
        desk.faces.sort_by(Order.SUSPICIOUS)
        panel._counted(1234, 2400)
        assert panel.minimumSizeHint().width() <= theme.sized(300)
    finally:
        theme.apply(qapp, theme.DARK)


def test_empty_lists_say_what_to_do(panel, desk, tmp_path):
    action = QAction("Add photos…", panel)
    action.setIconText("Add photos…")
    panel.offer(Scope.PHOTOS, action)
    pressed = []
    action.triggered.connect(lambda: pressed.append(1))
    desk.open(faces_folder(tmp_path / "labelled", 2))
    desk.faces.show_scope(Scope.REVIEWED, Order.WORST)
    assert any("No errors to show yet" in text for text in words(panel))
    desk.faces.show_scope(Scope.PHOTOS, Order.NAME)
    assert any("No photos yet" in text for text in words(panel))
    press(panel, "Add photos…")
    assert len(pressed) == 1
    desk.open(faces_folder(tmp_path / "odd", 0, unlabelled=1))
    (tmp_path / "odd" / "plain0.png").unlink()
    desk.open(tmp_path / "odd")
    desk.faces.show_scope(Scope.ALL, Order.NAME)
    assert any("Open a folder" in text for text in words(panel))
    assert desk.session.current is None


def test_a_face_that_is_not_in_the_list_selects_nothing(panel, desk):
    panel.search.setText("f2")
    desk.session.choose("f5.png#0")
    assert panel.selected() == ()
    assert not panel.view.currentIndex().isValid()
    panel.choose_first()
    assert desk.session.current.id == "f2.png#0"


def test_a_wrong_search_says_why_below_the_line_and_leaves_the_list(panel, desk):
    reason = "There is no state 'foo': use unlabelled"
    panel.search.setText("f1 | f2")
    for text in ("state:foo", "stat", "state:foo"):  # once after a list, once after none
        before = desk.faces.face_ids
        panel.search.setText(text)
        said = " ".join(words(panel))
        assert (reason in said) == (text == "state:foo")
        assert text == "stat" or desk.faces.face_ids == before
        assert panel.view.isVisible() == bool(desk.faces.face_ids)
        assert ("No face matches" in said) == (text == "stat")
    desk.faces.rebuild()
    assert reason in " ".join(words(panel))
    panel.search.setText("f3")
    assert panel.view.isVisible()


def test_escape_clears_the_search_then_leaves_it(panel, qtbot):
    left = []
    panel.left.connect(lambda: left.append(1))
    panel.search.setText("f3")
    QTest.keyClick(panel.search, Qt.Key.Key_Escape)
    assert (panel.search.text(), left) == ("", [])
    QTest.keyClick(panel.search, Qt.Key.Key_Escape)
    assert left == [1]
    QTest.keyClick(panel.search, Qt.Key.Key_A)
    assert panel.search.text() == "a"


def test_scrolling_leaves_no_queue_behind(qtbot, tmp_path, monkeypatch):
    root = faces_folder(tmp_path / "many", 0, unlabelled=150)
    gate, decoded = threading.Event(), []

    def slow(_store, key, path, *_):
        gate.wait(PATIENCE_MS / 1000)
        decoded.append(path.name)
        return thumbnail(path, None, 48)

    monkeypatch.setattr("kpstudio.app.thumbnails.stored_thumbnail", slow)
    desk, thumbnails = Desk(qtbot), ThumbnailLoader()
    panel = FacesPanel(desk.session, desk.runs, desk.faces, thumbnails)
    qtbot.addWidget(panel)
    panel.resize(300, 700)
    panel.show()
    desk.open(root)
    bar = panel.view.verticalScrollBar()
    visible = panel.view.viewport().height() // ROW_HEIGHT + 2
    for value in range(0, bar.maximum(), 200):
        bar.setValue(value)
        panel.view.viewport().grab()
        assert thumbnails.waiting <= visible
    bar.setValue(bar.maximum())
    gate.set()
    last = [face_id.partition("#")[0] for face_id in desk.faces.face_ids[-5:]]
    qtbot.waitUntil(lambda: set(last) <= set(decoded), timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: thumbnails.waiting == 0, timeout=PATIENCE_MS)
    panel.hide()
    thumbnails.shutdown()
    assert len(decoded) <= 2 * visible + THREADS
    thumbnails.deleteLater()
    desk.close()


def test_the_face_in_view_stays_where_it_is_on_the_screen(panel, desk):
    panel.resize(300, 320)
    desk.session.choose("f4.png#0")
    top = panel.view.visualRect(panel.view.currentIndex()).top()
    desk.faces.sort_by(Order.NAME, backwards=True)
    assert desk.session.current.id == "f4.png#0"
    assert panel.view.visualRect(panel.view.currentIndex()).top() == pytest.approx(top, abs=1)
