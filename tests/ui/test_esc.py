"""Esc goes from what is nearest outwards: search, plot, mode, gallery, tour."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kpstudio.core.query import Figure
from kpstudio.ui.main_window import MainWindow
from kpstudio.ui.panels.narrowing_plot import FIGURE
from tests.app.help import faces_folder
from tests.ui.driver import Script, drive, key
from tests.ui.test_what_moved import two_runs

ESC = Qt.Key.Key_Escape


def test_esc_leaves_the_search_then_the_gallery(tmp_path: Path) -> None:
    folder = faces_folder(tmp_path / "in", 3)

    def script(window: MainWindow) -> Script:
        yield lambda: window.canvas.has_picture
        act, line = window.actions_by_key, window.faces.search
        act["gallery"].trigger()
        act["search"].trigger()
        QTest.keyClicks(line, "f1")
        key(window, ESC)
        assert (line.text(), line.hasFocus()) == ("", True)
        key(window, ESC)
        assert window.gallery.view.hasFocus(), "and not the picture, which is not in view"
        assert act["gallery"].isChecked()
        key(window, ESC)
        assert not act["gallery"].isChecked()
        assert window.canvas.hasFocus()
        act["search"].trigger()
        key(window, ESC)
        assert window.canvas.hasFocus()

    assert drive([str(folder)], script) == 0


def test_what_is_nearer_takes_esc_before_gallery_and_tour(tmp_path: Path) -> None:
    folder = faces_folder(tmp_path / "in", 8)
    two_runs(folder, dict.fromkeys(range(8), 9.0), {number: float(number) for number in range(8)})

    def script(window: MainWindow) -> Script:
        yield lambda: window.canvas.has_picture
        act, ced = window.actions_by_key, window.review_summary.plots.ced
        act["show_review"].trigger()
        window.side.setCurrentWidget(window.review_summary)
        yield lambda: len(ced.errors)
        act["gallery"].trigger()
        window.activateWindow()
        QApplication.processEvents()
        ced.narrowed.emit((Figure(FIGURE, ">", 0.5),))
        yield lambda: ced.bounds
        ced.setFocus()
        key(window, ESC)
        assert act["gallery"].isChecked(), "it took the range back"
        yield lambda: not ced.bounds
        ced.setFocus()
        key(window, ESC)
        assert not act["gallery"].isChecked()

        window.tour_bar.show_step(1, 5, "Look", "…", "…")
        ended = []
        window.tour_bar.end_wanted.connect(lambda: ended.append(True))
        window.canvas.setFocus()
        act["all_points"].trigger()
        key(window, ESC)
        assert window.canvas.selection.points == ()
        act["draw_box"].trigger()
        key(window, ESC)
        assert not window.canvas.asking
        assert ended == []
        key(window, ESC)
        assert ended == [True]
        assert not window.tour_bar.isVisible()

    assert drive([str(folder)], script) == 0
