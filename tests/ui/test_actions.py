"""The action table: complete, without conflicts, and with keys that stay where they belong."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QMainWindow,
    QMenu,
    QMessageBox,
    QPushButton,
    QToolButton,
)

from kpstudio.app.settings import Settings
from kpstudio.core.labelset import FaceState
from kpstudio.core.selection import Selection
from kpstudio.ui.actions import ACTIONS, MENUS
from kpstudio.ui.main_window import MainWindow
from kpstudio.ui.theming import apply_theme
from kpstudio.ui.window_setup import whole_window
from kpstudio.ui.workspaces import Workspace
from tests.app.help import PATIENCE_MS, face_xy, faces_folder, picture, predicted
from tests.ui.driver import ask_for_parts


@pytest.fixture
def window(qtbot) -> Iterator[MainWindow]:
    settings = Settings()
    apply_theme(settings)
    made = whole_window(settings)
    made.show()
    made.activateWindow()
    qtbot.waitExposed(made)
    ask_for_parts(made)
    yield made
    made.close()
    made.deleteLater()


@pytest.fixture
def opened(window, qtbot, tmp_path) -> MainWindow:
    root = faces_folder(tmp_path / "faces", 4, unlabelled=1)
    with qtbot.waitSignal(window.session.opened, timeout=PATIENCE_MS):
        window.session.open(root)
    qtbot.waitUntil(lambda: window.canvas.has_picture, timeout=PATIENCE_MS)
    return window


def in_menu(menu: QMenu) -> Iterator[object]:
    for action in menu.actions():
        yield action
        if action.menu() is not None:
            yield from in_menu(action.menu())


def test_names_and_menus_are_in_order():
    keys = [spec.key for spec in ACTIONS]
    assert len(set(keys)) == len(keys)
    assert {spec.menu for spec in ACTIONS} == set(MENUS)


def test_no_shortcut_stands_twice():
    counted = Counter(QKeySequence(keys).toString() for spec in ACTIONS for keys in spec.shortcuts)
    assert all(counted), "a shortcut that Qt does not know"
    assert [keys for keys, count in counted.items() if count > 1] == []


def test_every_action_has_a_slot_and_a_place(window):
    assert window.actions_by_key.keys() == {spec.key for spec in ACTIONS}
    for spec in ACTIONS:
        action = window.actions_by_key[spec.key]
        assert action in list(in_menu(window.menus[spec.menu])), spec.key
        assert action.toolTip()
        assert action.isCheckable() == spec.checkable
        assert action.shortcuts() == [QKeySequence(keys) for keys in spec.shortcuts]


def test_before_a_folder_is_open_most_are_greyed_out(window):
    for key in ("export", "train", "problems", "undo", "redo", "checked", "predict", "stop", "fit"):
        assert not window.actions_by_key[key].isEnabled(), key
    for key in ("open_folder", "open_sample", "keys", "about", "quit"):
        assert window.actions_by_key[key].isEnabled(), key


def test_triggering_what_is_enabled_without_a_folder_harms_nothing(window, qtbot):
    opens = {
        "open_folder",
        "open_file",
        "open_sample",
        "keys",
        "about",
        "author",
        "quit",
        "settings",
        "palette",
    }
    for spec in ACTIONS:
        if spec.key not in opens and window.actions_by_key[spec.key].isEnabled():
            window.actions_by_key[spec.key].trigger()
    assert not window.session.is_open


def test_return_checks_a_face_at_picture_and_list_alone(opened, qtbot):
    opened.session.choose("f0.png#0")
    for place in (opened.canvas, opened.faces.view, opened.points.table):
        place.setFocus()
        before = opened.session.current
        QTest.keyClick(place, Qt.Key.Key_Return)
        assert opened.session.labels[before.id].state is FaceState.CHECKED, place
        assert opened.session.current.id != before.id
    count = len(opened.session.project.stored_faces())

    opened.faces.search.setFocus()
    QTest.keyClick(opened.faces.search, Qt.Key.Key_Return)
    opened.show_workspace(Workspace.TRAIN)
    field = next(f for f in opened.train_settings.findChildren(QLineEdit) if f.isVisible())
    for place in (field, opened.run_choice, opened.runs_table.view):
        place.setFocus()
        QTest.keyClick(place, Qt.Key.Key_Return)
    assert len(opened.session.project.stored_faces()) == count == 3


def test_the_check_is_taken_back_to_what_the_face_was(opened):
    act, session = opened.actions_by_key, opened.session
    for face_id in ("f0.png#0", "f1.png#0"):
        session.choose(face_id)
        if face_id.startswith("f1"):
            opened.canvas.points_moved.emit((52,), [[9.0, 9.0]])
        before = session.current.state
        act["checked"].trigger()
        session.choose(face_id)
        assert session.current.state is FaceState.CHECKED
        act["unchecked"].trigger()
        assert session.current.state is before


def test_letters_are_letters_in_the_search_line(opened):
    opened.session.choose("f0.png#0")
    opened.faces.search.setFocus()
    QTest.keyClicks(opened.faces.search, "adgpf")
    assert opened.faces.search.text() == "adgpf"
    assert opened.actions_by_key["ground_truth"].isChecked()
    opened.faces.search.clear()
    opened.canvas.setFocus()
    QTest.keyClick(opened.canvas, Qt.Key.Key_D)
    assert opened.session.current.id == "f1.png#0"
    QTest.keyClick(opened.canvas, Qt.Key.Key_A)
    QTest.keyClick(opened.canvas, Qt.Key.Key_A)  # stops at the first
    assert opened.session.current.id == "f0.png#0"


def test_undo_says_what_it_undoes(opened):
    act = opened.actions_by_key
    opened.canvas.points_moved.emit((52,), [[9.0, 9.0]])
    assert act["undo"].text().startswith("Undo move ")
    assert not act["redo"].isEnabled()
    act["undo"].trigger()
    assert act["redo"].text().startswith("Redo move ")
    assert not act["undo"].isEnabled()


def test_buttons_of_the_header_follow_their_actions(opened):
    action = opened.actions_by_key["ground_truth"]
    button = next(
        b for b in opened.header.findChildren(QPushButton) if b.text() == action.iconText()
    )
    assert button.isChecked()
    button.click()
    assert not action.isChecked()
    action.trigger()
    assert button.isChecked()


@pytest.mark.parametrize("workspace", Workspace)
def test_a_tab_turns_to_its_workspace(opened, workspace):
    tab = next(b for b in opened.header.findChildren(QToolButton) if b.text() == workspace)
    tab.click()
    assert opened.workspace is workspace
    action = opened.actions_by_key[f"show_{workspace.lower()}"]
    assert action.isChecked()
    action.trigger()  # the one in view stays in view
    assert action.isChecked()
    assert opened.workspace is workspace


def test_undoing_a_photo_in_view_takes_its_picture_away(opened, qtbot, tmp_path):
    opened.session.choose("f2.png#0")
    opened.files.take_dropped([picture(tmp_path / "mine" / "Ich & Du <b>.png")])
    taken = "Ich & Du <b>.png"
    qtbot.waitUntil(lambda: opened.session.current.picture.endswith(taken), timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: opened.workspace is Workspace.PHOTOS, timeout=PATIENCE_MS)
    opened.actions_by_key["undo"].trigger()
    assert opened.session.current.id == "f2.png#0"
    qtbot.waitUntil(lambda: opened.canvas.has_picture, timeout=PATIENCE_MS)
    assert opened.faces_model.face_ids == ("plain0.png#0",)


def test_points_never_stand_on_another_picture(opened, monkeypatch):
    monkeypatch.setattr(opened.pictures, "show", lambda *_: None)  # not decoded yet
    opened.session.choose("f3.png#0")
    assert not opened.canvas.has_picture


def test_starting_from_the_nose_alone_keeps_the_other_points(opened):
    session = opened.session
    session.choose("f1.png#0")
    own = session.current.landmarks
    opened.runs._take({"f1.png#0": predicted(1, 7.0, "x", points=[52])})
    opened.actions_by_key["start_from"].trigger()
    points = session.current.landmarks
    assert points.xy_image[52].tolist() == (face_xy(1)[52] + (7.0, 0.0)).tolist()
    assert points.present.all()
    assert (points.xy_image[:52] == own.xy_image[:52]).all()
    assert session.current.state is FaceState.PREDICTED
    opened.actions_by_key["undo"].trigger()
    assert session.current.landmarks == own


def test_the_same_warning_stands_there_once(opened):
    def boxes() -> list[QMessageBox]:
        return [box for box in opened.findChildren(QMessageBox) if box.isVisible()]

    long = "a very long sentence, " * 40
    for _ in range(3):
        opened.warn(long)
    opened.warn("<b>another</b>")
    assert len(boxes()) == 2
    assert {box.textFormat() for box in boxes()} == {Qt.TextFormat.PlainText}
    for box in boxes():
        box.close()
    assert opened.minimumSizeHint().width() < 1300  # the status bar does not push the window wide


def test_closing_the_window_in_the_middle_of_things_is_quiet(window, qtbot, tmp_path):
    root = faces_folder(tmp_path / "many", 30)
    said = []
    for source in (window.session, window.runs, window.training):
        source.failed.connect(said.append)
    window.files.open(root)
    window.close()
    qtbot.wait(100)
    window.files.open(root)
    with qtbot.waitSignal(window.session.opened, timeout=PATIENCE_MS):
        pass
    window.close()
    window.close()
    qtbot.wait(100)
    window.session.close()  # Qt tells a window only once that it is closed
    assert said == []


def test_every_menu_has_a_letter_of_its_own(window):
    titles = [action.text() for action in window.menuBar().actions()]
    letters = [title[title.index("&") + 1].lower() for title in titles]
    assert tuple(title.replace("&", "") for title in titles) == MENUS
    assert len(set(letters)) == len(letters)


def test_what_was_open_lately_stands_with_the_ways_to_open(window):
    texts = [action.text() for action in window.menus["File"].actions()]
    assert texts[:3] == ["Open folder…", "Open label file…", "Open recent"]


def test_what_was_open_lately_is_opened_from_the_menu(window, tmp_path, qtbot):
    root = faces_folder(tmp_path / "faces", 1)
    window.settings.add_recent(root)
    file = window.menus["File"]
    file.aboutToShow.emit()
    recent = next(action.menu() for action in file.actions() if action.text() == "Open recent")
    with qtbot.waitSignal(window.session.opened, timeout=PATIENCE_MS):
        recent.actions()[0].trigger()
    assert window.session.path == root


def test_up_and_down_at_the_picture_step_through_the_faces(opened):
    canvas, session = opened.canvas, opened.session
    session.choose("f0.png#0")
    canvas.setFocus()
    QTest.keyClick(canvas, Qt.Key.Key_Down)
    assert session.current.id == "f1.png#0"
    QTest.keyClick(canvas, Qt.Key.Key_Up)
    assert session.current.id == "f0.png#0"
    before = session.current.landmarks.xy_image[52].tolist()
    canvas.choose_points(Selection.only(52))
    QTest.keyClick(canvas, Qt.Key.Key_Down)
    assert session.current.id == "f0.png#0"
    assert session.current.landmarks.xy_image[52].tolist() == [before[0], before[1] + 1.0]
    opened.points.table.setFocus()
    QTest.keyClick(opened.points.table, Qt.Key.Key_Down)
    assert session.current.id == "f0.png#0"


def test_escape_in_the_empty_search_line_goes_to_the_picture(opened):
    opened.faces.search.setFocus()
    QTest.keyClick(opened.faces.search, Qt.Key.Key_Escape)
    assert opened.canvas.hasFocus()


def test_a_run_goes_on_unless_stopping_is_chosen(window, monkeypatch):
    def answer(key: Qt.Key) -> bool:
        def press() -> None:
            box = QApplication.activeModalWidget()
            assert isinstance(box, QMessageBox)
            QTest.keyClick(box, key)

        QTimer.singleShot(0, press)
        return window.may_stop("Quit?", "Stop and quit")

    assert window.may_stop("Quit?", "Stop and quit")  # there is nothing to ask about
    with monkeypatch.context() as meanwhile:
        meanwhile.setattr(type(window.desk), "running", True)
        assert not answer(Qt.Key.Key_Return)
        assert not answer(Qt.Key.Key_Escape)


def test_no_zoom_is_told_without_a_picture(opened):
    assert opened.status._figures["zoom"].text().endswith(" %")
    opened.canvas.show_message("Nothing", "here")
    opened.resize(opened.width() + 8, opened.height())
    assert opened.status._figures["zoom"].text() == ""


def test_pictures_without_a_scheme_say_what_to_do(window, opened, qtbot, tmp_path):
    said = []
    for source in (window.session, window.runs, window.training):
        source.failed.connect(said.append)
    window.show_workspace(Workspace.TRAIN)
    root = faces_folder(tmp_path / "plain", 0, unlabelled=2)
    with qtbot.waitSignal(window.session.opened, timeout=PATIENCE_MS):
        window.session.open(root)
    texts = [label.text() for label in window.points.findChildren(QLabel)]
    assert any(text.startswith("These faces have no point scheme yet") for text in texts)
    assert not window.train_settings.train_button.isEnabled()
    assert said == []


@pytest.mark.parametrize("kept", [False, True])
def test_the_window_is_no_larger_than_the_screen(qtbot, kept):
    settings = Settings()
    apply_theme(settings)
    if kept:
        large = QMainWindow()
        large.resize(5000, 4000)
        settings.geometry = large.saveGeometry()
        large.deleteLater()
    made = whole_window(settings)
    qtbot.addWidget(made)
    room = made.screen().availableGeometry().size()
    least = made.minimumSizeHint()
    assert made.width() <= max(room.width(), least.width())
    assert made.height() <= max(room.height(), least.height())
    made.close()


def test_a_face_without_points_says_what_is_missing(opened, monkeypatch):
    def texts() -> list[str]:
        return [label.text() for label in opened.points.findChildren(QLabel)]

    opened.session.choose("plain0.png#0")
    assert any(text.startswith("This face has no points.") for text in texts())
    monkeypatch.setattr(type(opened.runs), "run", property(lambda _: "0001-bignet"))
    opened.session.choose("f0.png#0")
    opened.session.choose("plain0.png#0")
    assert any(text.startswith("No prediction yet:") for text in texts())
