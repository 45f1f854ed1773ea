"""A contact sheet and a report are written behind the window, and it says where they went."""

from __future__ import annotations

from PIL import Image
from PySide6.QtWidgets import QFileDialog, QMessageBox

from kpstudio.tasks import evaluating
from kpstudio.ui.main_window import MainWindow
from kpstudio.ui.workspaces import Workspace
from tests.app.help import faces_folder, predicted, stored_run
from tests.ui.driver import Script, dialog, drive, later


def test_the_sheet_of_a_run_is_written(tmp_path):
    folder = faces_folder(tmp_path / "faces", 6)
    run = stored_run(folder, {number: float(number + 1) for number in range(6)})
    sheet = tmp_path / "sheet.png"

    def save_to(path, window: MainWindow) -> Script:
        later(window.actions_by_key["contact_sheet"].trigger)
        yield lambda: dialog(QFileDialog) is not None
        ask = dialog(QFileDialog)
        ask.selectFile(str(path))
        ask.accept()
        yield lambda: dialog(QFileDialog) is None

    def script(window: MainWindow) -> Script:
        yield lambda: window.session.is_open
        window.runs.use(run)
        window.show_workspace(Workspace.REVIEW)
        assert window.faces_model.rowCount() > 0
        yield from save_to(sheet, window)
        yield lambda: "Wrote" in window.status.message.text()
        assert not window.status.progress.isVisible()
        sheet.unlink()
        sheet.mkdir()
        (sheet / "in the way").write_text("")
        yield from save_to(sheet / "in the way" / "sheet.png", window)
        yield lambda: dialog(QMessageBox) is not None
        assert "cannot be written" in dialog(QMessageBox).text()
        dialog(QMessageBox).accept()

    assert drive([str(folder)], script) == 0


def test_the_sheet_shows_the_faces(tmp_path):
    folder = faces_folder(tmp_path / "faces", 6)
    run = stored_run(folder, {number: float(number + 1) for number in range(6)})
    sheet = tmp_path / "sheet.png"

    def script(window: MainWindow) -> Script:
        yield lambda: window.session.is_open
        window.runs.use(run)
        window.show_workspace(Workspace.REVIEW)
        faces = window.review.sheet_faces()
        assert [face.name for face in faces] == ["f5.png", "f4.png", "f3.png"]
        later(window.actions_by_key["contact_sheet"].trigger)
        yield lambda: dialog(QFileDialog) is not None
        dialog(QFileDialog).selectFile(str(sheet))
        dialog(QFileDialog).accept()
        yield lambda: sheet.exists()
        yield lambda: not window.status.progress.isVisible()

    assert drive([str(folder)], script) == 0
    with Image.open(sheet) as drawn:
        assert drawn.size[0] > 900


def test_a_report_of_the_run_in_use_is_written(tmp_path, monkeypatch):
    folder = faces_folder(tmp_path / "faces", 6)
    run = stored_run(folder, {number: float(number + 1) for number in range(6)})
    page = tmp_path / "report.html"

    def predict(_run, faces, _root, progress=None, *_):
        for done, _face in enumerate(faces, 1):
            assert progress(done, len(faces))
        return {face.id: predicted(0, 2.0, run) for face in faces}, []

    monkeypatch.setattr(evaluating, "predict_faces", predict)

    def script(window: MainWindow) -> Script:
        yield lambda: window.session.is_open
        action = window.actions_by_key["report"]
        assert not action.isEnabled()
        window.runs.use(run)
        later(action.trigger)
        yield lambda: dialog(QFileDialog) is not None
        dialog(QFileDialog).selectFile(str(page))
        dialog(QFileDialog).accept()
        yield lambda: window.status.message.text() == f"Wrote {page}"
        assert "<h2>Where it fails</h2>" in page.read_text(encoding="utf-8")

    assert drive([str(folder)], script) == 0
