"""A range of the error chosen in a plot of Review becomes the search of the list, and back."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kpstudio.core.edits import move_points
from kpstudio.store.project import Project
from kpstudio.ui.main_window import MainWindow
from kpstudio.ui.workspaces import Workspace
from tests.app.help import faces_folder, predicted, stored_run
from tests.ui.driver import Script, drive, key

OLD_RUN, NEW_RUN = "0001-bignet", "0002-bignet"
FACES = 8


def folder(tmp_path):
    """Eight faces; the run in use is 1 to 8 pixels off, an older one always 2."""
    root = faces_folder(tmp_path / "faces", FACES)
    stored_run(root, dict.fromkeys(range(FACES), 2.0), OLD_RUN)
    stored_run(root, {n: float(n + 1) for n in range(FACES)}, NEW_RUN)
    with Project.open(root) as project:
        for run in (OLD_RUN, NEW_RUN):
            (project.runs_folder / run / "best.safetensors").write_bytes(b"")
        project.set_setting("run", NEW_RUN)
    return root


def ids(*numbers: int) -> tuple[str, ...]:
    return tuple(f"f{number}.png#0" for number in numbers)


def test_choosing_in_a_plot_narrows_the_list_and_escape_widens_it(tmp_path):
    def script(window: MainWindow) -> Script:
        plots, faces, session = window.review_summary.plots, window.faces_model, window.session
        yield lambda: window.canvas.has_picture
        window.show_workspace(Workspace.REVIEW)
        window.side.setCurrentWidget(window.review_summary)
        yield lambda: len(plots.ced.faces) == 4
        assert faces.face_ids == ids(7, 6, 5, 4)
        errors = dict(zip(ids(4, 5, 6, 7), plots.ced.errors.tolist(), strict=True))

        between = (errors["f5.png#0"] + errors["f6.png#0"]) / 2
        viewport, left = plots.ced.view.viewport(), Qt.MouseButton.LeftButton
        QTest.mouseClick(viewport, left, pos=plots.ced.pixels(between, 50.0).toPoint())
        yield lambda: plots.ced.said.startswith("2 of 4 above")
        assert window.faces.search.text().startswith("error>")
        assert faces.face_ids == ids(7, 6)
        assert len(plots.ced.faces) == 4  # the plots go on to show what it was chosen from
        assert window.review_summary.figures["faces"].value.text() == "4"
        window.canvas.start_box()
        key(window, Qt.Key.Key_Escape)
        assert window.canvas.asking, "the range is let go of first"
        yield lambda: not plots.ced.said
        key(window, Qt.Key.Key_Escape)
        assert not window.canvas.asking
        assert window.faces.search.text() == ""
        assert faces.face_ids == ids(7, 6, 5, 4)

        window.faces.search.setText("-f7 error>1")
        yield lambda: plots.ced.said
        assert plots.bars.faces.ids == tuple(ids(4, 5, 6))
        plots.narrowed.emit(())
        assert window.faces.search.text() == "-f7"

        session.choose("f5.png#0")
        assert len(plots.ced._ring.getData()[0]) == len(plots.turn._ring.getData()[0]) == 1
        there = predicted(5, 6.0, NEW_RUN).xy_image  # where the run has them
        session.perform(move_points(session.current, range(58), there, "all"))
        yield lambda: plots.ced.errors[0] < 0.01  # the numbers follow

    assert drive([str(folder(tmp_path))], script) == 0


def test_other_runs_are_drawn_beside_the_one_in_use(tmp_path):
    def script(window: MainWindow) -> Script:
        plots = window.review_summary.plots
        yield lambda: window.canvas.has_picture
        window.show_workspace(Workspace.REVIEW)
        window.side.setCurrentWidget(window.review_summary)
        yield lambda: len(plots.ced.faces) == 4
        (action,) = plots.runs_button.menu().actions()
        assert action.text() == "run 1 · BigNet"
        action.trigger()
        yield lambda: plots.legend.isVisible()
        assert window.other_runs.chosen[0].name == OLD_RUN
        _, y = plots.ced._lines[0].getOriginalDataset()
        assert y.tolist() == [0.0, 25.0, 50.0, 75.0, 100.0, 100.0]
        assert plots._others[0].note == ""
        window.faces._choose_part("")
        yield lambda: len(plots.ced.faces) == 8
        assert plots._others[0].note == "was trained on 4 of these"
        window.runs.use(OLD_RUN)
        yield lambda: not plots.legend.isVisible()

    assert drive([str(folder(tmp_path))], script) == 0
