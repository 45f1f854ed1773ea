"""Esc ends what the picture asks for, wherever the focus is; so does another face or workspace."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt

from kpstudio.ui.main_window import MainWindow
from kpstudio.ui.workspaces import Workspace
from tests.app.help import faces_folder
from tests.ui.driver import Script, drag, drive, key, press

CTRL = Qt.KeyboardModifier.ControlModifier


def banner(window: MainWindow) -> str:
    return window.canvas._banner()


def test_esc_ends_the_box_with_the_focus_in_the_list(tmp_path):
    root = faces_folder(tmp_path / "faces", 3)

    def script(window: MainWindow) -> Script:
        yield lambda: window.canvas.has_picture
        for start in (
            lambda: key(window, Qt.Key.Key_B),
            lambda: press(window.points, "Draw box"),
        ):
            window.faces.view.setFocus()
            start()
            yield lambda: window.canvas.asking
            assert banner(window).startswith("Drag")
            window.faces.view.setFocus()
            key(window, Qt.Key.Key_Escape)
            assert not window.canvas.asking
            assert not banner(window)
        before = window.session.current.box
        middle = window.canvas.rect().center()
        drag(window.canvas, middle, middle + QPoint(40, 40))
        assert window.session.current.box == before

    assert drive([str(root)], script) == 0


def test_another_face_or_workspace_ends_the_box(tmp_path):
    root = faces_folder(tmp_path / "faces", 3)

    def script(window: MainWindow) -> Script:
        yield lambda: window.canvas.has_picture
        key(window, Qt.Key.Key_B)
        assert window.canvas.asking
        key(window, Qt.Key.Key_D)
        yield lambda: window.canvas.has_picture
        assert window.session.current.id == "f1.png#0"
        assert not window.canvas.asking
        for leave in ("show_review", "gallery"):
            key(window, Qt.Key.Key_B)
            assert window.canvas.asking
            window.actions_by_key[leave].trigger()
            assert not window.canvas.asking
            window.actions_by_key["gallery"].setChecked(False)
            window.actions_by_key["show_label"].trigger()
            yield lambda: window.canvas.has_picture

    assert drive([str(root)], script) == 0


def test_giving_up_the_box_of_a_new_face_changes_nothing(tmp_path):
    first, second = (faces_folder(tmp_path / name, 2) for name in ("first", "second"))

    def script(window: MainWindow) -> Script:
        session, act = window.session, window.actions_by_key
        yield lambda: window.canvas.has_picture
        act["mirror_face"].trigger()
        session.undo()
        window.faces.view.setFocus()
        key(window, Qt.Key.Key_N, CTRL)
        assert "Esc cancels" in window.status.message.text()
        assert banner(window).startswith("Drag a box around the new face")
        window.faces.view.setFocus()
        key(window, Qt.Key.Key_Escape)
        assert not window.canvas.asking
        assert window.status.message.text() == ""
        assert (session.undo_verb, session.redo_verb) == ("", "mirror the face")

        key(window, Qt.Key.Key_N, CTRL)
        assert window.canvas.asking
        act["first_page"].trigger()
        assert not window.canvas.asking
        act["show_label"].trigger()

        key(window, Qt.Key.Key_N, CTRL)
        assert window.canvas.asking
        window.canvas.files_dropped.emit([second])
        yield lambda: session.path == second and window.canvas.has_picture
        assert not window.canvas.asking
        assert not session.undo_verb
        window.canvas.files_dropped.emit([first])
        yield lambda: session.path == first
        assert len(session.labels) == 2

    assert drive([str(first)], script) == 0


def test_esc_ends_guided_placing_and_clears_a_search_first(tmp_path):
    root = faces_folder(tmp_path / "faces", 1, unlabelled=1)

    def script(window: MainWindow) -> Script:
        yield lambda: window.canvas.has_picture
        window.session.choose("plain0.png#0")
        yield lambda: window.canvas.has_picture
        for which in ("drop_shape", "place_points"):
            window.actions_by_key[which].trigger()
            assert window.canvas.asking
            search = window.faces.search
            search.setFocus()
            search.setText("plain")
            key(window, Qt.Key.Key_Escape)
            assert search.text() == ""
            assert window.canvas.asking, "the search is cleared first"
            key(window, Qt.Key.Key_Escape)
            assert not window.canvas.asking
        window.actions_by_key["place_points"].trigger()
        window.show_workspace(Workspace.REVIEW)
        assert not window.canvas.asking
        assert window.status.message.text() == "No point was placed."

    assert drive([str(root)], script) == 0


def test_what_was_said_of_one_face_is_not_said_of_the_next(tmp_path):
    root = faces_folder(tmp_path / "faces", 1, unlabelled=2)

    def script(window: MainWindow) -> Script:
        yield lambda: window.canvas.has_picture
        window.session.choose("plain0.png#0")
        yield lambda: window.canvas.has_picture
        key(window, Qt.Key.Key_I)
        assert "Esc cancels" in window.status.message.text()
        key(window, Qt.Key.Key_Escape)
        assert window.status.message.text() == ""
        key(window, Qt.Key.Key_I)
        middle = window.canvas.rect().center()
        drag(window.canvas, middle - QPoint(60, 60), middle + QPoint(60, 60))
        assert window.status.message.text().startswith("Drag what is off")
        window.session.choose("plain1.png#0")
        assert window.status.message.text() == ""

    assert drive([str(root)], script) == 0


def test_a_search_that_finds_nothing_leaves_the_face_in_view(tmp_path):
    root = faces_folder(tmp_path / "faces", 2)

    def script(window: MainWindow) -> Script:
        yield lambda: window.canvas.has_picture
        window.faces.search.setText("nobody")
        window.canvas.setFocus()
        for which in (Qt.Key.Key_D, Qt.Key.Key_A, Qt.Key.Key_End):
            key(window, which)
            assert window.session.current.id == "f0.png#0"
        window.faces.search.clear()
        assert window.faces.selected() == ("f0.png#0",)

    assert drive([str(root)], script) == 0
