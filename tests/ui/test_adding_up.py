"""What Review works out of very many faces, in the real window: shown when it is there."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from kpstudio.app import behind
from kpstudio.core.edits import move_points
from kpstudio.core.errors import Cancelled
from kpstudio.core.progress import Progress
from kpstudio.ui.main_window import MainWindow
from kpstudio.ui.panels.dense_table import DenseTable
from kpstudio.ui.panels.followed import Followed
from kpstudio.ui.workspaces import Workspace
from tests.app.help import faces_folder, predicted
from tests.ui.driver import Script, drive
from tests.ui.test_what_moved import NEW_RUN, OLD_RUN, two_runs

FACES = 8


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The run in use is 1 to 8 pixels off, an older one always 2."""
    made = faces_folder(tmp_path / "faces", FACES)
    two_runs(made, dict.fromkeys(range(FACES), 2.0), {n: float(n + 1) for n in range(FACES)})
    return made


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """Even few faces are worked out behind the window, once this is set."""
    made, start = threading.Event(), behind.Behind._start

    def slowly(self: behind.Behind, question: behind._Question) -> None:
        def work(progress: Progress) -> object:
            while not made.wait(0.01):
                if not progress(3, FACES):
                    raise Cancelled("it was cancelled")
            return question.work(progress)

        start(self, question._replace(work=work))

    monkeypatch.setattr(behind, "FEW", -1)
    monkeypatch.setattr(behind, "_TOLD_AFTER_S", 0.0)
    monkeypatch.setattr(behind.Behind, "_start", slowly)
    yield made
    made.set()


def in_review(window: MainWindow, tab: QWidget) -> None:
    window.show_workspace(Workspace.REVIEW)
    window.faces._choose_part("")
    window.side.setCurrentWidget(tab)


def a_while() -> Script:
    """Let whatever waits for its turn have it."""
    until = time.monotonic() + 0.2
    yield lambda: time.monotonic() > until


def cancel(window: MainWindow, words: str) -> Script:
    """Press Cancel beside the progress in the status bar."""
    status = window.status
    yield lambda: status.message.text() == f"{words} 3 of {FACES}"
    assert status.progress.isVisible()
    QTest.mouseClick(status.cancel, Qt.MouseButton.LeftButton)
    yield lambda: not status.progress.isVisible()


def test_errors_come_when_they_are_added_up_or_not_at_all(root, gate):
    def script(window: MainWindow) -> Script:
        summary, plots = window.review_summary, window.review_summary.plots
        yield lambda: window.canvas.has_picture
        in_review(window, summary)
        yield from cancel(window, "Calculating the errors")
        assert len(plots.ced.faces) == 0
        assert summary._empty.label.text().startswith("The calculation was cancelled.")
        window.runs.predictions_changed.emit(())
        yield from a_while()
        assert not window.review.following.behind.busy, "who cancelled is not asked at once again"

        window.side.setCurrentWidget(window.points)
        gate.set()
        window.side.setCurrentWidget(summary)
        yield lambda: len(plots.ced.faces) == FACES and plots.ced.isVisible()
        plots.over.button(1).click()
        yield lambda: plots.parts.parts
        assert len(plots.parts.errors) == FACES * len(plots.parts.parts)

        gate.clear()
        before = plots.ced.errors.tolist()
        assert summary.splits.rows[0][3] == "6.50"
        face = window.session.labels["f7.png#0"]
        there = predicted(7, 8.0, NEW_RUN).xy_image  # where the run has them
        window.session.perform(move_points(face, range(58), there, "all"))
        window.session.undo()
        window.session.redo()
        yield lambda: window.review.following.behind.busy
        assert plots.ced.errors.tolist() == before, "what was there stays meanwhile"
        gate.set()
        yield lambda: plots.ced.errors[0] < 0.01
        yield lambda: summary.splits.rows[0][3] == "4.50"  # the mean of 5, 6, 7 and 0 pixels
        assert not window.review.following.behind.busy

    assert drive([str(root)], script) == 0


def test_what_was_asked_for_is_answered_where_the_same_run_is_kept(root, gate):
    def script(window: MainWindow) -> Script:
        tab, summary = window.breakdown, window.review_summary
        yield lambda: window.canvas.has_picture
        in_review(window, tab)
        yield lambda: tab._empty.label.text() == "The errors are being calculated."
        window.runs.cancel_reading()  # of another run, as if
        gate.set()
        yield lambda: tab.table.isVisible() and tab.table.rows.rowCount() > 0
        gate.clear()
        window.side.setCurrentWidget(summary)
        yield lambda: summary._empty.label.text() == "The errors are being calculated."
        window.runs.cancel_reading()
        gate.set()
        yield lambda: len(summary.plots.ced.faces) == FACES

    assert drive([str(root)], script) == 0


def test_few_faces_of_a_large_folder_do_not_hold_up_the_window(root, gate, monkeypatch):
    def script(window: MainWindow) -> Script:
        yield lambda: window.canvas.has_picture
        window.faces.search.setText("f7")
        in_review(window, window.review_summary)
        yield lambda: window.faces_model.rowCount() == 1
        yield lambda: window.review.following.behind.busy

    monkeypatch.setattr(behind, "FEW", FACES)
    assert drive([str(root)], script) == 0


@pytest.mark.parametrize(
    ("tab", "table", "doing", "cancelled"),
    [
        ("breakdown", "table", "Calculating the errors", "The calculation was cancelled."),
        ("what_moved", "faces", "Comparing the runs", "The comparison was cancelled."),
    ],
)
def test_a_table_comes_when_it_is_worked_out_or_not_at_all(
    root, gate, tab, table, doing, cancelled
):
    def script(window: MainWindow) -> Script:
        panel: Followed = getattr(window, tab)
        shown: DenseTable = getattr(panel, table)
        yield lambda: window.canvas.has_picture
        in_review(window, panel)
        window.old_run.choose(OLD_RUN)
        yield from cancel(window, doing)
        assert panel._empty.label.text().startswith(cancelled)

        window.side.setCurrentWidget(window.points)
        gate.set()
        window.side.setCurrentWidget(panel)
        yield lambda: shown.isVisible() and shown.model().rowCount() > 0

    assert drive([str(root)], script) == 0


def test_another_run_is_not_told_of_what_was_asked_about_the_one_before(root, gate):
    def script(window: MainWindow) -> Script:
        plots = window.review_summary.plots
        yield lambda: window.canvas.has_picture
        in_review(window, window.review_summary)
        yield lambda: window.review.following.behind.busy
        window.runs.use(OLD_RUN)
        gate.set()
        yield lambda: len(plots.ced.faces) == FACES
        lengths = plots.ced.errors / plots.ced.errors[0]
        assert max(lengths) < 1.5, "the old run is off by two pixels everywhere"

    assert drive([str(root)], script) == 0


def test_the_window_closes_over_what_is_being_worked_out(root, gate):
    def script(window: MainWindow) -> Script:
        yield lambda: window.canvas.has_picture
        in_review(window, window.review_summary)
        yield lambda: window.review.following.behind.busy

    assert drive([str(root)], script) == 0
