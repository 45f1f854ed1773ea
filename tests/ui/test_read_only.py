"""A folder that another window has: one can look at it, and take it over later."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from kpstudio.core.edits import set_state
from kpstudio.core.labelset import FaceState
from kpstudio.io.opening import open_path
from kpstudio.store.project import Project
from kpstudio.ui.main_window import MainWindow
from kpstudio.ui.workspaces import Workspace
from tests.app.help import faces_folder, stored_run
from tests.ui.driver import Script, drag, drive, press


def test_one_looks_until_the_other_window_is_closed(tmp_path):
    root = faces_folder(tmp_path / "faces", 4)
    stored_run(root, dict.fromkeys(range(4), 2.0))
    holder = Project.open(root)
    first = open_path(root).labels["f0.png#0"]
    holder.record(set_state(first, FaceState.CHECKED))

    def script(window: MainWindow) -> Script:
        canvas, act, session = window.canvas, window.actions_by_key, window.session
        yield lambda: canvas.has_picture
        bar = window.look_bar
        assert bar.words.text().startswith("“faces” is open in another window")
        assert bar.isVisible()
        assert session.labels["f0.png#0"].state is FaceState.CHECKED
        assert not any(act[key].isEnabled() for key in ("checked", "train", "undo", "tags"))
        assert not act["find_suspects"].isEnabled()
        at = canvas.view_from_image(session.current.landmarks.xy_image[0].tolist()).toPoint()
        before = session.current
        drag(canvas, at, at + (canvas.rect().center() - at) / 4)
        assert session.current == before
        QTest.keyClick(canvas, Qt.Key.Key_Return)
        assert session.current == before
        window.show_workspace(Workspace.REVIEW)
        window.runs.use("0001-bignet")
        yield lambda: window.faces_model.rowCount()
        assert window.runs.prediction("f0.png#0") is not None
        assert not act["retrain"].isEnabled()
        window.runs_table.select(["0001-bignet"])
        assert act["use_run"].isEnabled()
        assert [act[key].isEnabled() for key in ("rename_run", "delete_runs")] == [False, False]
        window.faces.view.selectAll()
        assert not act["approve"].isEnabled()

        window.show_workspace(Workspace.LABEL)
        press(bar, "Try again")
        yield lambda: bar.isVisible() and canvas.has_picture and session.read_only
        holder.close()
        press(bar, "Try again")
        yield lambda: not bar.isVisible() and canvas.has_picture
        assert act["train"].isEnabled()
        assert act["find_suspects"].isEnabled()
        window.show_workspace(Workspace.LABEL)
        session.choose("f1.png#0")
        yield lambda: canvas.has_picture
        canvas.setFocus()
        QTest.keyClick(canvas, Qt.Key.Key_Return)
        assert session.labels["f1.png#0"].state is FaceState.CHECKED

    try:
        assert drive([str(root)], script) == 0
    finally:
        holder.close()
    with Project.open(root) as project:
        assert set(project.stored_faces()) == {"f0.png#0", "f1.png#0"}


def test_the_history_offers_no_way_back_there(tmp_path):
    root = faces_folder(tmp_path / "faces", 1)
    holder = Project.open(root)
    holder.record(set_state(open_path(root).labels["f0.png#0"], FaceState.CHECKED))

    def script(window: MainWindow) -> Script:
        yield lambda: window.canvas.has_picture
        window.show_history()
        view = window.history.list
        yield lambda: view.model().rowCount() == 2
        view.customContextMenuRequested.emit(view.visualRect(view.model().index(0)).center())
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        assert [action.text() for action in menu.actions()] == ["Copy text"]
        menu.close()

    assert drive([str(root)], script) == 0
    holder.close()
