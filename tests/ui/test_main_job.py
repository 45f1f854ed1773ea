"""The main job in the real window: open, train, walk the failures, drag, undo, export."""

from __future__ import annotations

import shutil

import numpy as np
import pyqtgraph as pg
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox

from kpstudio.core.labelset import FaceState
from kpstudio.io.opening import open_path
from kpstudio.ui.dialogs.export import ExportDialog
from kpstudio.ui.main_window import MainWindow
from kpstudio.ui.workspaces import Workspace
from tests.ui.driver import Script, dialog, drag, drive, key, later, press


def train(window: MainWindow, preset: str, epochs: int) -> Script:
    window.show_workspace(Workspace.TRAIN)
    window.train_settings.preset.choose(preset)
    window.train_settings.epochs.setValue(epochs)
    press(window.train_settings, "Train")
    yield lambda: window.desk.running
    yield lambda: not window.desk.running


def drawn_curves(window: MainWindow) -> list[list[float]]:
    """Return the epochs of each curve's points, as pyqtgraph draws them."""
    items = [i for i in window.curves.plot.item.dataItems if isinstance(i, pg.PlotDataItem)]
    epochs = [item.getOriginalDataset()[0] for item in items]
    return [x.tolist() for x in epochs if x is not None and len(x)]


def test_the_main_job(sample_faces, tmp_path):
    exported = tmp_path / "out"
    seen = {}

    def script(window: MainWindow) -> Script:
        yield lambda: window.session.is_open
        yield lambda: window.canvas.has_picture
        window.resize(1280, 684)
        assert len(window.session.labels) == 24
        assert window.faces_model.rowCount() == 24

        choices = []  # while it trains: what the lists were told of
        window.runs.runs_changed.connect(
            lambda: window.desk.running and choices.append(window.run_choice.count())
        )
        yield from train(window, "smallnet", 3)
        yield lambda: len(window.runs.summaries()) == 1
        assert choices == [1]
        assert window.runs_table.selected() == [window.desk.run]
        run = window.runs.summaries()[0]
        assert (run.network, run.state, run.epochs_done) == ("smallnet", "done", 3)
        curves = drawn_curves(window)
        assert [1.0, 2.0, 3.0] in curves  # the validation errors
        assert any(x[0] < 1.0 for x in curves)  # a training point before the first epoch ends

        later(window.actions_by_key["worst"].trigger)
        yield lambda: window.workspace is Workspace.REVIEW
        yield lambda: window.faces_model.rowCount() > 1
        ids = window.faces_model.face_ids
        errors = [window.runs.error(face_id).nme for face_id in ids]
        assert errors == sorted(errors, reverse=True)
        assert window.session.current.id == ids[0]
        assert {window.runs.split_of(face_id) for face_id in ids} == {"val"}
        key(window.faces.view, Qt.Key.Key_Down)
        yield lambda: window.session.current.id == ids[1]
        yield lambda: window.canvas.has_picture

        face = window.session.current
        nose = 52
        before = face.landmarks.xy_image.copy()
        start = window.canvas.view_from_image(before[nose]).toPoint()
        drag(window.canvas, start, start + start.__class__(30, -20))
        yield lambda: window.session.current.state is FaceState.CORRECTED
        moved = window.session.current.landmarks.xy_image
        expected = np.array([30, -20]) / window.canvas.zoom
        assert moved[nose] - before[nose] == pytest.approx(expected, abs=0.1)
        assert np.array_equal(np.delete(moved, nose, 0), np.delete(before, nose, 0))

        key(window.canvas, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        assert window.session.current == face
        both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        key(window.canvas, Qt.Key.Key_Z, both)
        assert np.array_equal(window.session.current.landmarks.xy_image, moved)
        seen["face"], seen["xy"] = window.session.current, moved

        later(window.actions_by_key["export"].trigger)
        yield lambda: dialog(ExportDialog) is not None
        ask = dialog(ExportDialog)
        ask.format.setCurrentIndex(ask.format.findData("pts"))
        ask.folder.setText(str(exported))
        press(ask, "Export")
        yield lambda: dialog(QMessageBox) is not None
        assert "24" in dialog(QMessageBox).text()
        dialog(QMessageBox).accept()
        yield lambda: dialog(QMessageBox) is None

    assert drive([str(sample_faces)], script) == 0
    written = sorted(exported.rglob("*.pts"))
    assert len(written) == 24
    picture = seen["face"].picture
    shutil.copy(sample_faces / picture, exported / picture)  # a .pts names no picture: same stem
    back = open_path(exported / picture.replace(".jpg", ".pts")).labels
    assert np.abs(next(iter(back)).landmarks.xy_image - seen["xy"]).max() < 0.001

    def reopened(window: MainWindow) -> Script:
        yield lambda: window.session.is_open
        assert window.session.labels[seen["face"].id] == seen["face"]
        yield lambda: window.runs.run != ""
        assert window.runs.prediction(seen["face"].id) is not None

    assert drive([str(sample_faces)], reopened) == 0


def test_the_curve_is_that_of_the_run_in_training(sample_faces):
    def script(window: MainWindow) -> Script:
        yield lambda: window.session.is_open
        yield from train(window, "smallnet", 2)
        assert [1.0, 2.0] in drawn_curves(window)
        yield from train(window, "smallnet", 3)
        assert [1.0, 2.0, 3.0] in drawn_curves(window)
        assert [1.0, 2.0] not in drawn_curves(window)
        window.runs_table.select([run.name for run in window.runs.summaries()])
        assert [1.0, 2.0] in drawn_curves(window)
        assert [1.0, 2.0, 3.0] in drawn_curves(window)

    assert drive([str(sample_faces)], script) == 0
