"""The first page, and where the window's borders stand from one start to the next."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QRect, Qt
from PySide6.QtGui import QScreen
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from kpstudio.app.settings import Settings
from kpstudio.ui.main_window import MainWindow
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
        press(window.welcome, "Open the sample faces")
        yield lambda: window.session.path == sample_faces
        yield lambda: window.canvas.has_picture

    assert drive([], script) == 0


def test_turning_to_a_page_leaves_it(tmp_path):
    def script(window: MainWindow) -> Script:
        window.actions_by_key["show_train"].trigger()
        assert not welcomed(window)
        yield lambda: True

    assert drive([], script) == 0


def test_the_borders_stay_where_they_were_put(tmp_path, monkeypatch):
    monkeypatch.setattr(QScreen, "availableGeometry", lambda _: QRect(0, 0, 1600, 900))
    folder = faces_folder(tmp_path / "in", 1)
    seen = {}

    def first(window: MainWindow) -> Script:
        yield lambda: window.canvas.has_picture
        usual = window.faces.width()
        body = window.faces.parentWidget()
        sizes = body.sizes()
        body.setSizes([sizes[0] + 60, sizes[1] - 60])
        yield lambda: window.faces.width() == usual + 60
        seen.update(usual=usual, moved=usual + 60)

    def second(window: MainWindow) -> Script:
        yield lambda: window.canvas.has_picture
        assert abs(window.faces.width() - seen["moved"]) <= 2
        window.actions_by_key["reset_layout"].trigger()
        yield lambda: abs(window.faces.width() - seen["usual"]) <= 2
        assert Settings().arrangement == {}

    assert drive([str(folder)], first) == 0
    assert set(Settings().arrangement) >= {"list", "side"}
    Settings().geometry = QByteArray()  # Qt itself would fit it to the screen there really is
    assert drive([str(folder)], second) == 0


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
