"""A network is exported behind the window, which says where it went or what is wrong."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QMessageBox

from kpstudio.core.errors import Cancelled, InputError
from kpstudio.tasks.export_model import ExportedModel
from kpstudio.ui.commands import export_model
from kpstudio.ui.main_window import MainWindow
from kpstudio.ui.workspaces import Workspace
from tests.app.help import faces_folder, stored_run
from tests.ui.driver import Script, dialog, drive, later

Cancel = Callable[[], bool]


def choose(path: Path, window: MainWindow, start: Callable[[], object]) -> Script:
    later(start)
    yield lambda: dialog(QFileDialog) is not None
    ask = dialog(QFileDialog)
    ask.selectFile(str(path))
    ask.accept()
    yield lambda: dialog(QFileDialog) is None


def test_the_run_in_use_and_a_run_of_the_table_are_exported(tmp_path, monkeypatch):
    folder = faces_folder(tmp_path / "faces", 4)
    stored_run(folder, dict.fromkeys(range(4), 1.0))
    other = stored_run(folder, dict.fromkeys(range(4), 2.0), name="0002-bignet")
    asked = []

    def export(run: Path, out: Path, cancelled: Cancel) -> ExportedModel:
        asked.append((run.name, out.name))
        if out.name == "bad.onnx":
            raise InputError("exporting to ONNX needs the package onnx")
        return ExportedModel(out, run.name, 58, (120, 160), 5_800_000, 0.0003)

    monkeypatch.setattr(export_model, "export_apart", export)

    def script(window: MainWindow) -> Script:
        yield lambda: window.session.is_open
        action = window.actions_by_key["export_model"]
        assert not action.isEnabled()
        window.runs.use(other)
        window.show_workspace(Workspace.TRAIN)
        assert action.isEnabled()
        yield from choose(tmp_path / "net.onnx", window, action.trigger)
        yield lambda: window.status.message.text().startswith("Wrote ")
        told = window.status.message.text()
        assert told.startswith(f"Wrote {tmp_path / 'net.onnx'}: 58 points, input 160 x 120, 5.8 MB")
        assert not window.status.progress.isVisible()
        window.runs_table.select(["0001-bignet"])
        bad = tmp_path / "bad.onnx"
        yield from choose(bad, window, window.actions_by_key["export_run"].trigger)
        yield lambda: dialog(QMessageBox) is not None
        assert "needs the package onnx" in dialog(QMessageBox).text()
        dialog(QMessageBox).accept()
        yield lambda: not window.status.progress.isVisible()

    assert drive([str(folder)], script) == 0
    assert asked == [(other, "net.onnx"), ("0001-bignet", "bad.onnx")]


def test_it_can_be_cancelled_and_is_done_once_at_a_time(tmp_path, monkeypatch):
    folder = faces_folder(tmp_path / "faces", 4)
    run = stored_run(folder, dict.fromkeys(range(4), 1.0))

    def export(run: Path, out: Path, cancelled: Cancel) -> ExportedModel:
        while not cancelled():
            time.sleep(0.01)
        raise Cancelled("exporting was cancelled")

    monkeypatch.setattr(export_model, "export_apart", export)

    def script(window: MainWindow) -> Script:
        yield lambda: window.session.is_open
        window.runs.use(run)
        action = window.actions_by_key["export_model"]
        yield from choose(tmp_path / "net.onnx", window, action.trigger)
        yield lambda: window.status.cancel.isVisible()
        assert window.status.message.text() == "Exporting the network…"
        action.trigger()
        assert window.status._said.startswith("Another network is being exported")
        window.status.cancel.click()
        yield lambda: not window.status.progress.isVisible()

    assert drive([str(folder)], script) == 0
