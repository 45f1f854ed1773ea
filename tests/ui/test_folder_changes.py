"""The real window while files come and go: the bar, the marks, reading again, broken pictures."""

from __future__ import annotations

import shutil

import pytest

from kpstudio.app import watching as watching_module
from kpstudio.core.labelset import FaceState
from kpstudio.ui.main_window import MainWindow
from tests.app.help import face_xy, faces_folder, picture, pts_text
from tests.ui.driver import Script, drive, press
from tests.ui.test_photos import drop


@pytest.fixture(autouse=True)
def soon(monkeypatch):
    monkeypatch.setattr(watching_module, "SETTLE_MS", 50)


def test_the_bar_offers_to_read_a_changed_folder_again(tmp_path):
    folder = faces_folder(tmp_path / "faces", 6)

    def script(window: MainWindow) -> Script:
        yield lambda: window.session.is_open
        yield lambda: not window.inspection.running
        assert not window.change_bar.isVisible()
        window.session.choose("f4.png#0")
        yield lambda: window.canvas.has_picture
        window.actions_by_key["checked"].trigger()
        window.session.choose("f4.png#0")
        window.faces.view.selectAll()
        selected = window.faces.selected()
        assert len(selected) == 6

        (folder / "f1.png").unlink()
        picture(folder / "in" / "new.png", 7)
        (folder / "in" / "new.pts").write_text(pts_text(face_xy(7)))
        yield lambda: window.change_bar.isVisible()
        yield lambda: "1 picture new, 1 picture gone" in window.change_bar.words.text()
        assert window.faces_model.row("f1.png#0").broken
        assert "f1.png" in {problem.where for problem in window.session.problems}
        window.grab()

        press(window.change_bar, "Reload")
        yield lambda: not window.change_bar.isVisible()
        yield lambda: "in/new.png#0" in window.session.labels
        assert "f1.png#0" not in window.session.labels
        assert window.session.current.id == "f4.png#0"
        assert window.session.current.state is FaceState.CHECKED
        assert window.session.labels["in/new.png#0"].labelled
        assert window.faces_model.rowCount() == 6
        assert set(window.faces.selected()) == set(selected) - {"f1.png#0"}
        window.session.undo()
        assert window.session.current.state is FaceState.LABELLED

        (folder / "in" / "new.png").unlink()
        yield lambda: window.change_bar.isVisible()
        press(window.change_bar, "Not now")
        yield lambda: not window.change_bar.isVisible()
        shutil.rmtree(folder)  # the drive is taken out
        yield lambda: len(window.session.broken) == 6
        window.session.choose("f0.png#0")
        window.grab()

    assert drive([str(folder)], script) == 0


def test_broken_pictures_are_found_and_marked_behind_the_window(tmp_path):
    folder = faces_folder(tmp_path / "faces", 6)
    (folder / "f2.png").write_bytes(b"")
    whole = (folder / "f3.png").read_bytes()
    (folder / "f3.png").write_bytes(whole[: len(whole) // 2])  # its header is whole

    def script(window: MainWindow) -> Script:
        yield lambda: window.session.is_open
        yield lambda: "f2.png" in window.session.broken
        assert "empty" in window.faces_model.row("f2.png#0").broken
        yield lambda: "cannot be opened: see File" in window.status.message.text()
        window.session.choose("f3.png#0")
        yield lambda: "f3.png" in window.session.broken
        assert {"f2.png", "f3.png"} <= {problem.where for problem in window.session.problems}
        picture(folder / "f2.png", 2)
        picture(folder / "f3.png", 3)
        window.session.rescan()
        yield lambda: not window.inspection.running and not window.session.broken
        yield lambda: window.canvas.has_picture

    assert drive([str(folder)], script) == 0


def test_pictures_dropped_before_a_folder_is_open_open_theirs(tmp_path):
    folder = faces_folder(tmp_path / "faces", 3)
    other = picture(tmp_path / "elsewhere" / "mine.png")

    def script(window: MainWindow) -> Script:
        yield lambda: window.isVisible()
        drop(window, folder / "f2.png", folder / "f1.png", other)
        yield lambda: window.session.is_open
        assert window.session.labels.root == folder
        yield lambda: any(face.photo for face in window.session.labels)
        names = {face.picture for face in window.session.labels}
        assert names == {"f0.png", "f1.png", "f2.png", other.as_posix()}
        yield lambda: window.canvas.has_picture

    assert drive([], script) == 0


def test_photos_of_a_folder_are_looked_at_behind_the_window_and_wait_for_each_other(tmp_path):
    folder = faces_folder(tmp_path / "faces", 1)
    many = tmp_path / "many"
    for number in range(60):
        picture(many / f"p{number}.png", number)

    def script(window: MainWindow) -> Script:
        yield lambda: window.session.is_open
        window.files.take_photos([many])
        assert len(window.session.labels) == 1, "the window does not wait"
        window.files.take_photos([many / "p7.png", picture(tmp_path / "alone.png", 99)])
        yield lambda: len(window.session.labels) == 61
        yield lambda: len(window.session.labels) == 62
        yield lambda: not window.status.progress.isVisible()

    assert drive([str(folder)], script) == 0
