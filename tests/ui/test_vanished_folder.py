"""A folder that is away for a while, as one on a network drive: the window waits for it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox

from kpstudio.app import watching
from kpstudio.ui.main_window import MainWindow
from tests.app.help import faces_folder
from tests.ui.driver import Script, dialog, drag, drive, press


def pull(window: MainWindow) -> None:
    canvas = window.canvas
    at = canvas.view_from_image(window.session.current.landmarks.xy_image[0].tolist()).toPoint()
    drag(canvas, at, at + (canvas.rect().center() - at) / 4)


def test_the_window_waits_for_a_folder_that_is_away(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watching, "LOOK_MS", 100)
    folder = faces_folder(tmp_path / "faces", 30)

    def script(window: MainWindow) -> Script:
        canvas, session = window.canvas, window.session
        yield lambda: canvas.has_picture
        pull(window)
        moved = session.current
        assert session.undo_verb
        away = folder.rename(tmp_path / "away")
        pull(window)
        yield lambda: dialog(QMessageBox) is not None
        assert "cannot be saved" in dialog(QMessageBox).text()
        press(dialog(QMessageBox), "OK")
        yield lambda: dialog(QMessageBox) is None
        assert session.current == moved  # what is seen is what is on disk
        session.choose("f20.png#0")
        yield lambda: len(session.broken) == 30
        assert not canvas.has_picture
        yield lambda: window.change_bar.isVisible()
        assert window.change_bar.words.text().startswith("The folder is not available")
        assert not window.change_bar.rescan.isVisible()
        window.actions_by_key["save_copy"].trigger()
        yield lambda: dialog(QMessageBox) is not None
        press(dialog(QMessageBox), "OK")
        yield lambda: dialog(QMessageBox) is None
        away.rename(folder)
        yield lambda: canvas.has_picture  # by itself
        assert not session.broken
        yield lambda: not window.change_bar.isVisible()
        pull(window)
        assert len(session.project.history.entries()) == 2
        assert dialog(QMessageBox) is None

    assert drive([str(folder)], script) == 0
