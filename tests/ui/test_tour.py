"""The guided tour: each step is shown where it is done, and seen when it has been tried."""

from __future__ import annotations

import threading

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox

from kpstudio.ui.dialogs.export import ExportDialog
from kpstudio.ui.main_window import MainWindow
from kpstudio.ui.tour import STEPS
from kpstudio.ui.workspaces import Workspace
from tests.app.help import faces_folder, quick_config
from tests.ui.canvas_help import drag
from tests.ui.driver import Script, dialog, drive, later, press


def test_somebody_is_shown_around(sample_faces, monkeypatch, tmp_path):
    monkeypatch.setattr("kpstudio.tasks.demo.sample_folder", lambda *_: sample_faces)

    def done(window: MainWindow) -> bool:
        return window.tour_bar.done.isVisible()

    def script(window: MainWindow) -> Script:
        bar = window.tour_bar
        assert not bar.isVisible()
        press(window.welcome, "Show me around")
        yield lambda: window.canvas.has_picture
        assert bar.title.text() == f"Look  ·  1 of {len(STEPS)}"
        assert "Go on with D and back with A" in bar.words.text()
        assert not bar.back_button.isEnabled()
        for _ in range(3):
            assert not done(window)
            QTest.keyClick(window.canvas, Qt.Key.Key_D)
            yield lambda: window.canvas.has_picture
        assert done(window)
        assert "the wheel enlarges" in bar.words.text(), "there may be more to try"

        press(bar, "Next")
        yield lambda: window.workspace is Workspace.TRAIN
        assert window.train_settings.preset.name == "bignet"
        window.desk.start(quick_config(epochs=10_000), 0.3)
        window.desk.stop()
        yield lambda: not window.desk.running
        assert not done(window), "nothing was learnt"
        window.desk.start(quick_config(), 0.3)
        assert not done(window)
        yield lambda: done(window)
        press(bar, "Next")
        yield lambda: window.workspace is Workspace.REVIEW
        assert not done(window)
        window.actions_by_key["worst"].trigger()
        assert done(window)
        press(bar, "Back")
        yield lambda: window.workspace is Workspace.TRAIN
        press(bar, "Next")
        yield lambda: window.workspace is Workspace.REVIEW
        assert window.review_summary.isVisible(), "it speaks of the plots there"

        press(bar, "Next")
        yield lambda: window.workspace is Workspace.LABEL
        xy = window.session.current.landmarks.xy_image[0]
        place = window.canvas.view_from_image((float(xy[0]), float(xy[1]))).toPoint()
        drag(window.canvas, place, QPoint(8, 4))
        yield lambda: done(window)
        assert "With Ctrl held" in bar.words.text()
        press(bar, "Next")
        yield lambda: bar.title.text().startswith("Export")
        later(window.actions_by_key["export"].trigger)
        yield lambda: dialog(ExportDialog)
        dialog(ExportDialog).folder.setText(str(tmp_path / "there"))
        press(dialog(ExportDialog), "Export")
        yield lambda: dialog(QMessageBox)
        press(dialog(QMessageBox), "OK")
        yield lambda: done(window)
        assert "Ctrl+O" in bar.done.text()
        press(bar, "Finish")
        yield lambda: not bar.isVisible()

    assert drive([], script) == 0


def test_it_begins_on_the_sample_and_ends_with_another_folder(sample_faces, monkeypatch, tmp_path):
    monkeypatch.setattr("kpstudio.tasks.demo.sample_folder", lambda *_: sample_faces)
    mine = faces_folder(tmp_path / "mine", 1)

    def script(window: MainWindow) -> Script:
        yield lambda: window.canvas.has_picture
        window.actions_by_key["tour"].trigger()
        assert not window.tour_bar.isVisible(), "not over a person's own faces"
        yield lambda: window.tour_bar.isVisible()
        assert window.session.path == sample_faces
        window.files.open(mine)
        yield lambda: window.session.path == mine
        assert not window.tour_bar.isVisible()

    assert drive([str(mine)], script) == 0


def test_it_can_be_ended_at_once(sample_faces, monkeypatch):
    monkeypatch.setattr("kpstudio.tasks.demo.sample_folder", lambda *_: sample_faces)

    def script(window: MainWindow) -> Script:
        window.actions_by_key["tour"].trigger()
        yield lambda: window.canvas.has_picture
        press(window.tour_bar, "End the tour")
        yield lambda: not window.tour_bar.isVisible()
        QTest.keyClick(window.canvas, Qt.Key.Key_D)
        assert not window.tour_bar.isVisible()

    assert drive([], script) == 0


def test_it_shows_the_picture_in_place_of_the_gallery(sample_faces, monkeypatch):
    monkeypatch.setattr("kpstudio.tasks.demo.sample_folder", lambda *_: sample_faces)

    def script(window: MainWindow) -> Script:
        yield lambda: window.canvas.has_picture
        window.actions_by_key["gallery"].trigger()
        assert window.gallery.isVisible()
        window.actions_by_key["tour"].trigger()
        yield lambda: window.tour_bar.isVisible()
        assert window.canvas.isVisible()

    assert drive([str(sample_faces)], script) == 0


def test_it_follows_when_the_sample_is_being_drawn_already(sample_faces, monkeypatch):
    go_on = threading.Event()

    def draw(*_):
        go_on.wait(60)
        return sample_faces

    monkeypatch.setattr("kpstudio.tasks.demo.sample_folder", draw)

    def script(window: MainWindow) -> Script:
        press(window.welcome, "Open sample faces")
        yield lambda: window.status.progress.isVisible()
        press(window.welcome, "Show me around")
        yield lambda: True
        yield lambda: True
        go_on.set()
        yield lambda: window.tour_bar.isVisible()
        assert window.session.path == sample_faces

    assert drive([], script) == 0
