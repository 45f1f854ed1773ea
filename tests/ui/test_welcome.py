"""The first page, and where the window's borders stand from one start to the next."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QPoint, QRect, Qt
from PySide6.QtGui import QScreen
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QSplitterHandle

from kpstudio.app.settings import Settings
from kpstudio.ui.main_window import MainWindow
from kpstudio.ui.workspaces import Workspace
from tests.app.help import faces_folder
from tests.ui.driver import Script, drive, press


def welcomed(window: MainWindow) -> bool:
    return window.pages.currentWidget() is window.welcome


def test_the_first_page_offers_what_was_open_lately(tmp_path):
    first, second = (faces_folder(tmp_path / name, 1) for name in ("ünö & <b>", "two"))
    Settings().add_recent(tmp_path / "gone")
    Settings().add_recent(first)
    Settings().add_recent(second)

    def script(window: MainWindow) -> Script:
        assert welcomed(window)
        rows = window.welcome.rows
        assert [row.accessibleName() for row in rows] == [f"Open {second}", f"Open {first}"]
        yield lambda: rows[0].hasFocus()
        QTest.keyClick(window.welcome, Qt.Key.Key_Down)
        assert rows[1].hasFocus()
        QTest.keyClick(rows[1], Qt.Key.Key_Space)
        yield lambda: window.session.is_open
        assert window.session.path == first
        assert not welcomed(window)
        yield lambda: window.canvas.has_picture
        assert window.canvas.hasFocus(), "keys are the picture's"

    assert drive([], script) == 0


def test_its_buttons_open_a_folder_and_the_sample(tmp_path, monkeypatch, sample_faces):
    folder = faces_folder(tmp_path / "in", 1)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))
    monkeypatch.setattr("kpstudio.tasks.demo.sample_folder", lambda *_: sample_faces)

    def script(window: MainWindow) -> Script:
        assert window.welcome.rows == []
        yield lambda: window.welcome.folder_button.hasFocus()
        press(window.welcome, "Open a folder…")
        yield lambda: window.session.is_open
        assert window.session.path == folder
        window.show_welcome()
        assert len(window.welcome.rows) == 1
        press(window.welcome, "Open sample faces")
        yield lambda: window.session.path == sample_faces
        yield lambda: window.canvas.has_picture

    assert drive([], script) == 0


def test_turning_to_a_page_leaves_it(tmp_path):
    def script(window: MainWindow) -> Script:
        window.actions_by_key["show_train"].trigger()
        assert not welcomed(window)
        yield lambda: True

    assert drive([], script) == 0


def test_there_is_a_way_back_to_it(tmp_path, monkeypatch):
    folder = faces_folder(tmp_path / "in", 2)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))

    def script(window: MainWindow) -> Script:
        act = window.actions_by_key
        act["show_review"].trigger()
        assert not welcomed(window)
        act["first_page"].trigger()
        assert welcomed(window)
        act["show_label"].trigger()
        press(window.canvas, "Open a folder…")  # instead of a picture stands how to begin
        yield lambda: window.canvas.has_picture

        usable = {key for key, action in act.items() if action.isEnabled()}
        assert {"visibility", "mirror_face", "tags", "train"} <= usable
        act["first_page"].trigger()
        assert [row.accessibleName() for row in window.welcome.rows] == [f"Open {folder}"]
        QTest.keyClick(window.welcome.rows[0], Qt.Key.Key_M)  # nothing changes unseen
        assert not window.session.undo_verb
        for shown in ("next_face", "lock", "gallery", "label_next", "export", "copy_points"):
            assert not act[shown].isEnabled(), shown
        act["show_label"].trigger()
        assert window.canvas.isVisible()
        assert {key for key, action in act.items() if action.isEnabled()} == usable
        QTest.keyClick(window.canvas, Qt.Key.Key_M)
        assert window.session.undo_verb == "mirror the face"

    assert drive([], script) == 0


def test_what_is_dropped_on_it_is_opened_whatever_it_hides(tmp_path):
    hidden, other = (faces_folder(tmp_path / name, 2) for name in ("hidden", "other"))

    def script(window: MainWindow) -> Script:
        yield lambda: window.canvas.has_picture
        window.show_workspace(Workspace.PHOTOS)
        for dropped, now in ((other, other), (hidden / "f1.png", hidden)):
            window.show_welcome()
            window.files.take_dropped([dropped])
            yield lambda now=now: window.session.path == now
            assert not welcomed(window)
            assert len(window.session.labels) == 2
        assert window.workspace is Workspace.PHOTOS or dropped.is_file()
        yield lambda: (face := window.session.current) and face.id == "f1.png#0"
        assert window.workspace is Workspace.LABEL, "where what was dropped is shown"

    assert drive([str(hidden)], script) == 0


def test_pictures_without_labels_are_told_apart_from_what_is_odd(tmp_path):
    folder = faces_folder(tmp_path / "in", 2, unlabelled=3)

    def script(window: MainWindow) -> Script:
        yield lambda: window.session.is_open
        assert window.status.message.text() == "5 pictures, 2 labelled faces, 3 without labels"
        assert window.session.problems == ()

    assert drive([str(folder)], script) == 0


def move_border(window: MainWindow, by: int) -> None:
    """Drag the border of the list; it comes along under the pointer."""
    drag_border(window.faces.parentWidget().handle(1), by)


def drag_border(border: QSplitterHandle, by: int) -> None:
    middle = border.height() // 2
    QTest.mousePress(border, Qt.MouseButton.LeftButton, pos=QPoint(0, middle))
    QTest.mouseMove(border, QPoint(by, middle))
    QTest.mouseRelease(border, Qt.MouseButton.LeftButton, pos=QPoint(0, middle))


def test_the_borders_stay_where_they_were_put(tmp_path, monkeypatch):
    monkeypatch.setattr(QScreen, "availableGeometry", lambda _: QRect(0, 0, 1600, 900))
    folder = faces_folder(tmp_path / "in", 1)
    seen = {}

    def first(window: MainWindow) -> Script:
        yield lambda: window.canvas.has_picture
        usual = window.faces.width()
        move_border(window, 60)
        yield lambda: abs(window.faces.width() - usual - 60) <= 2
        seen.update(usual=usual, moved=window.faces.width())

    def second(window: MainWindow) -> Script:
        yield lambda: window.canvas.has_picture
        assert abs(window.faces.width() - seen["moved"]) <= 2
        window.actions_by_key["reset_layout"].trigger()
        yield lambda: abs(window.faces.width() - seen["usual"]) <= 2
        assert Settings().arrangement == {}

    assert drive([str(folder)], first) == 0
    assert set(Settings().arrangement) == {"list"}
    Settings().geometry = QByteArray()  # Qt itself would fit it to the screen there really is
    assert drive([str(folder)], second) == 0


def test_a_border_stays_where_a_part_beside_it_is_hidden(tmp_path, monkeypatch):
    monkeypatch.setattr(QScreen, "availableGeometry", lambda _: QRect(0, 0, 1600, 900))
    folder = faces_folder(tmp_path / "in", 1)
    seen = {}

    def at_train(window: MainWindow) -> Script:
        yield lambda: window.canvas.has_picture
        window.actions_by_key["show_train"].trigger()
        yield lambda: window.curves.isVisible()
        yield lambda: True
        assert not window.strip.isVisible()  # nothing is trained

    def first(window: MainWindow) -> Script:
        yield from at_train(window)
        seen["usual"] = window.curves.width()
        drag_border(window.bottom.handle(2), -120)
        yield lambda: window.curves.width() < seen["usual"]
        seen["moved"] = window.curves.width()
        assert seen["moved"] < seen["usual"] - 60

    def second(window: MainWindow) -> Script:
        yield from at_train(window)
        assert abs(window.curves.width() - seen["moved"]) <= 2
        window.actions_by_key["reset_layout"].trigger()
        yield lambda: abs(window.runs_table.width() - 500) <= 2
        assert window.curves.width() > window.runs_table.width()

    assert drive([str(folder)], first) == 0
    Settings().geometry = QByteArray()
    assert drive([str(folder)], second) == 0


def test_borders_that_nobody_moved_follow_a_large_window(tmp_path):
    folder = faces_folder(tmp_path / "in", 1)

    def script(window: MainWindow) -> Script:
        yield lambda: window.canvas.has_picture
        for width in (1280, 3840, 1280):
            window.resize(width, 700)
            yield lambda width=width: window.centralWidget().width() == width
            yield lambda: True
            share = max(1.0, width / 1800)
            assert abs(window.faces.width() - min(300 * share, 420)) <= 2
            assert abs(window.side.width() - min(350 * share, 520)) <= 2
        window.settings.set_value("text_percent", 120)
        yield lambda: abs(window.faces.width() - 360) <= 2
        window.settings.set_value("text_percent", 100)
        yield lambda: abs(window.faces.width() - 300) <= 2
        move_border(window, 60)
        yield lambda: abs(window.faces.width() - 360) <= 2
        window.resize(3840, 700)
        yield lambda: window.side.width() > 500
        assert abs(window.faces.width() - 360) <= 2

    assert drive([str(folder)], script) == 0


def test_of_what_was_not_seen_nothing_is_remembered():
    def script(window: MainWindow) -> Script:
        assert welcomed(window)
        yield lambda: True

    assert drive([], script) == 0
    assert Settings().arrangement == {}


def test_nonsense_in_place_of_the_borders_is_passed_over():
    for kept in ("", "[1]", '{"list": "x"}', '{"list": [1.5, true]}', "[" * 100_000):
        Settings()._store.setValue("arrangement", kept)
        assert Settings().arrangement == {}
