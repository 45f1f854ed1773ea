"""The tab of what moved: its lists by themselves, and beside list and picture in the window."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kpstudio.core.comparing import Comparison, Shift
from kpstudio.core.edits import move_points
from kpstudio.store.project import Project
from kpstudio.ui import theme
from kpstudio.ui.main_window import MainWindow
from kpstudio.ui.panels.moved_table import (
    CHANGE,
    MOVED,
    NAME,
    NEW,
    OLD,
    WORD,
    MovedRow,
    MovedTable,
    percent,
)
from kpstudio.ui.panels.what_moved import WhatMoved, in_words
from kpstudio.ui.workspaces import Workspace
from tests.app.help import faces_folder, predicted, stored_run
from tests.ui.clipping import clipped
from tests.ui.driver import Script, drive

NAN = math.nan
SHIFTS = {
    "a": Shift(0.12, 0.04, 0.09),
    "b": Shift(0.03, 0.10, 0.08),
    "c": Shift(0.05, 0.04, 0.02),
    "d": Shift(NAN, NAN, 0.01),
}
POINTS = (Shift(0.05, 0.06, 0.03), Shift(0.07, 0.02, 0.06))
COMPARISON = Comparison(SHIFTS, POINTS)
OLD_RUN, NEW_RUN = "0001-bignet", "0002-bignet"


@pytest.fixture
def panel(qtbot: QtBot) -> WhatMoved:
    widget = WhatMoved()
    qtbot.addWidget(widget)
    widget.resize(350, 700)
    widget.show()
    qtbot.waitExposed(widget)
    widget.show_moves(
        COMPARISON,
        [MovedRow(i, f"{i}.jpg", shift) for i, shift in SHIFTS.items()],
        [MovedRow(k, f"point {k}", shift) for k, shift in enumerate(POINTS)],
    )
    return widget


def names(table) -> str:
    return "".join(row.name[0] for row in table.rows.rows)


def texts(table, row: int) -> list[str]:
    return [table.rows.index(row, column).data() for column in range(table.rows.columnCount())]


def test_the_result_is_one_sentence() -> None:
    said = "1 fixed, 1 broken at 8 %; mean NME 6.67 → 6.00 % over 3 faces, 1 more is unlabelled."
    assert in_words(COMPARISON) == said
    calm = Comparison({"c": SHIFTS["c"]}, POINTS)
    assert in_words(calm) == "None fixed, none broken at 8 %; mean NME 5.00 → 4.00 % over 1 face."
    assert in_words(Comparison({"d": SHIFTS["d"]}, POINTS)).startswith("No face here is labelled")
    many = Comparison(
        {str(n): Shift(0.05, 0.04 + 0.001 * (n % 2), 0.01) for n in range(20)}, POINTS
    )
    assert in_words(many).endswith("Paired change −0.95 ± 0.02 (95\xa0%).")


@pytest.fixture(params=[100, 120])
def text_size(qapp: QApplication, request: pytest.FixtureRequest) -> Iterator[None]:
    theme.apply(qapp, replace(theme.DARK, text_percent=request.param))
    yield
    theme.apply(qapp, theme.DARK)


def test_in_german_all_can_be_read_in_a_narrow_panel(
    german: None, text_size: None, qapp: QApplication, qtbot: QtBot
) -> None:
    panel = WhatMoved()
    qtbot.addWidget(panel)
    panel.resize(theme.sized(340), 700)
    panel.show()
    faces = [MovedRow(n, f"{n}.jpg", SHIFTS["ab"[n % 2]]) for n in range(240)]
    comparison = Comparison({str(row.key): row.shift for row in faces}, POINTS)
    panel.show_moves(comparison, faces, [MovedRow(0, "jaw 1", POINTS[0])])
    qapp.processEvents()
    assert panel.minimumSizeHint().width() <= theme.sized(340)
    assert clipped(panel) == []
    for table in (panel.faces, panel.points):
        header, words = table.horizontalHeader(), table.fontMetrics()
        for column in (OLD, NEW, CHANGE, MOVED):
            heading = header.model().headerData(column, Qt.Orientation.Horizontal)
            assert words.horizontalAdvance(heading) <= header.sectionSize(column)
    told = [words.horizontalAdvance(panel.faces.rows.index(row, WORD).data()) for row in (0, 1)]
    assert max(told) + 8 <= panel.faces.horizontalHeader().sectionSize(WORD)


def test_figures_are_in_percent() -> None:
    assert percent(0.0431) == "4.31"
    assert percent(-0.01, 1, "+") == "−1.0"
    assert percent(0.01, 1, "+") == "+1.0"
    assert percent(NAN) == "–"


def test_a_row_says_both_errors_the_change_and_the_way(panel: WhatMoved) -> None:
    assert names(panel.faces) == "bcad"  # what became worse first, the unknown last
    assert texts(panel.faces, 0) == ["b.jpg", "3.0", "10.0", "+7.0", "8.0", "broken"]
    assert texts(panel.faces, 2) == ["a.jpg", "12.0", "4.0", "−8.0", "9.0", "fixed"]
    assert texts(panel.faces, 3) == ["d.jpg", "–", "–", "–", "1.0", ""]
    assert texts(panel.points, 0) == ["point 0", "5.00", "6.00", "+1.00", "3.00", ""]
    assert panel.points.isColumnHidden(WORD)
    look = theme.current()
    colours = [
        panel.faces.rows.index(row, WORD).data(Qt.ItemDataRole.ForegroundRole) for row in (0, 2)
    ]
    assert colours == [QColor(look.danger), QColor(look.ok)]


@pytest.mark.parametrize(
    ("column", "rising", "falling"),
    [
        (NAME, "abcd", "dcba"),
        (OLD, "bcad", "acbd"),
        (NEW, "acbd", "bacd"),
        (CHANGE, "acbd", "bcad"),
        (MOVED, "dcba", "abcd"),
        (WORD, "bacd", "abcd"),
    ],
)
def test_a_click_on_a_heading_sorts(
    panel: WhatMoved, column: int, rising: str, falling: str
) -> None:
    panel.faces.sortByColumn(column, Qt.SortOrder.AscendingOrder)
    assert names(panel.faces) == rising
    panel.faces.sortByColumn(column, Qt.SortOrder.DescendingOrder)
    assert names(panel.faces) == falling


def test_the_filter_keeps_what_is_fixed_or_broken(panel: WhatMoved) -> None:
    shown = [panel.filter.button(number).text() for number in range(3)]
    assert shown == ["all 4", "fixed 1", "broken 1"]
    panel.filter.button(1).click()
    assert names(panel.faces) == "a"
    panel.filter.button(2).click()
    assert names(panel.faces) == "b"
    panel.show_moves(Comparison({}, POINTS), [], [])
    assert panel._none.isVisible()
    assert panel._none.label.text() == "No broken faces here."


def test_arrow_keys_and_clicks_choose_and_marking_is_silent(panel: WhatMoved, qtbot: QtBot) -> None:
    chosen: list[object] = []
    panel.faces.chosen.connect(chosen.append)
    panel.faces.mark("c")
    assert (chosen, panel.faces.currentIndex().row()) == ([], 1)
    panel.faces.setFocus()
    qtbot.keyClick(panel.faces, Qt.Key.Key_Down)
    assert chosen == ["a"]
    at = panel.faces.visualRect(panel.faces.rows.index(0, OLD)).center()
    qtbot.mouseClick(panel.faces.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert chosen == ["a", "b"]
    panel.faces.sortByColumn(NAME, Qt.SortOrder.AscendingOrder)
    assert panel.faces.currentIndex().row() == 1  # the mark stays on its face
    panel.faces.mark("nobody")
    assert not panel.faces.selectionModel().hasSelection()
    assert chosen == ["a", "b"]


def test_the_plot_sets_one_run_against_the_other(panel: WhatMoved, qtbot: QtBot) -> None:
    chosen: list[str] = []
    panel.face_chosen.connect(chosen.append)
    plot = panel.pairs
    assert len(plot._faces) == 0  # many take their time, and it is not in view
    panel.below.button(1).click()
    assert plot.isVisible()
    assert panel._points_header.heading.text() == "New against old NME %"
    ids = list(plot._faces.ids)
    assert ids == ["b", "c", "a"]  # the one that got worse first; of d nothing is known
    assert plot._xy.tolist() == pytest.approx(np.array([[3, 10], [5, 4], [12, 4]]))
    assert plot.bad().tolist() == [True, False, False]
    assert plot.words(0) == "b.jpg · 3.0 → 10.0 %"
    at = plot.position("a").toPoint()
    qtbot.mouseClick(plot.view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert chosen == ["a"]
    panel.mark("b")
    assert plot._ring.getData()[0].tolist() == pytest.approx([3.0])
    panel.below.button(0).click()
    assert panel._points_header.note.text() == "means over all 4"


def test_figures_change_in_place(panel: WhatMoved) -> None:
    panel.faces.mark("c")
    better = {**SHIFTS, "b": Shift(0.03, 0.01, 0.08)}
    rows = [MovedRow(i, f"{i}.jpg", shift) for i, shift in better.items()]
    panel.show_moves(Comparison(better, POINTS), rows, [])
    assert names(panel.faces) == "bcad"  # it does not jump while one works
    assert texts(panel.faces, 0)[3] == "−2.0"
    assert panel.faces.currentIndex().row() == 1


def two_runs(root, old: dict[int, float], new: dict[int, float]) -> None:
    """Store two runs that predict so many pixels beside the truth, the second in use."""
    stored_run(root, old, OLD_RUN)
    stored_run(root, new, NEW_RUN)
    with Project.open(root) as project:
        for run in (OLD_RUN, NEW_RUN):
            (project.runs_folder / run / "best.safetensors").write_bytes(b"")
        project.set_setting("run", NEW_RUN)


def test_the_tab_follows_list_choice_and_drag(tmp_path):
    root = faces_folder(tmp_path / "faces", 8)
    far = dict.fromkeys(range(8), 9.0)
    two_runs(root, far, {n: float(n) for n in range(8)})

    def script(window: MainWindow) -> Script:
        tab, session = window.what_moved, window.session
        yield lambda: window.canvas.has_picture
        assert not window.side.isTabVisible(window.side.indexOf(tab))
        window.show_workspace(Workspace.REVIEW)
        window.side.setCurrentWidget(tab)
        yield lambda: tab._empty.isVisible() and tab._empty.label.text().startswith("Choose a run")
        assert [tab.choice.itemData(k) for k in range(tab.choice.count())] == [OLD_RUN]
        tab.choice.setCurrentIndex(0)
        tab.choice.activated.emit(0)
        yield lambda: tab.faces.rows.rowCount() == 4
        ids = {row.key for row in tab.faces.rows.rows}
        assert ids == {f"f{n}.png#0" for n in range(4, 8)}  # validation alone
        window.faces._choose_part("train")
        yield lambda: {row.key for row in tab.faces.rows.rows} == {f"f{n}.png#0" for n in range(4)}

        tab.faces.sortByColumn(NAME, Qt.SortOrder.AscendingOrder)
        session.choose("f0.png#0")
        assert tab.faces.currentIndex().row() == 0
        tab.faces.setFocus()
        QTest.keyClick(tab.faces, Qt.Key.Key_Down)
        assert session.current.id == "f1.png#0"
        assert window.faces.view.currentIndex().row() == window.faces_model.row_of("f1.png#0")

        before = tab.faces.rows.rows[1].shift
        points = list(range(58))
        there = predicted(1, 9.0, OLD_RUN).xy_image  # where the old run has them
        session.perform(move_points(session.current, points, there, "all"))
        yield lambda: tab.faces.rows.rows[1].shift.before < 0.001
        assert tab.faces.rows.rows[1].shift.after > before.after

        tab.points.sortByColumn(NAME, Qt.SortOrder.AscendingOrder)
        yield lambda: window.canvas.has_picture
        tab.points.setFocus()
        at = tab.points.visualRect(tab.points.rows.index(3, NAME)).center()
        QTest.mouseClick(tab.points.viewport(), Qt.MouseButton.LeftButton, pos=at)
        assert window.canvas.selection.points == (3,)

    assert drive([str(root)], script) == 0


def test_what_the_old_run_has_not_predicted_is_predicted(sample_faces):
    def script(window: MainWindow) -> Script:
        tab = window.what_moved
        yield lambda: window.canvas.has_picture
        window.show_workspace(Workspace.REVIEW)
        window.side.setCurrentWidget(tab)
        yield lambda: tab._empty.label.text().startswith("No run is in use")
        window.train_settings.preset.choose("smallnet")
        window.train_settings.epochs.setValue(1)
        for number in (1, 2):
            window.training.start()
            yield lambda: window.desk.running
            yield lambda: tab._empty.label.text().endswith(
                "When it is done, this shows what moved."
            )
            yield lambda: not window.desk.running and not window.runs.predicting
            if number == 1:
                yield lambda: tab._empty.label.text().startswith("There is no other run")
        window.session.project.delete_predictions("0001-smallnet")
        window.old_run.choose("0001-smallnet")
        yield lambda: tab.faces.rows.rowCount() and not window.old_run.predicting
        assert tab.faces.rows.rowCount() == window.faces_model.rowCount()
        assert not window.status.progress.isVisible()
        assert window.session.project.predictions("0001-smallnet")

    assert drive([str(sample_faces)], script) == 0


def test_unlabelled_faces_are_told_apart(tmp_path):
    root = faces_folder(tmp_path / "faces", 2, unlabelled=1)
    two_runs(root, {0: 9.0, 1: 9.0}, {0: 1.0, 1: 9.0})
    with Project.open(root) as project:
        for run, off in ((OLD_RUN, 9.0), (NEW_RUN, 1.0)):
            project.save_predictions(run, {"plain0.png#0": predicted(0, off, run)})

    def script(window: MainWindow) -> Script:
        tab = window.what_moved
        yield lambda: window.canvas.has_picture
        window.show_workspace(Workspace.REVIEW)
        window.side.setCurrentWidget(tab)
        window.old_run.choose(OLD_RUN)
        window.faces._choose_part("")
        yield lambda: tab.faces.rows.rowCount() == 3
        assert tab.result.text().startswith("1 fixed, none broken at 8 %; mean NME")
        assert tab.result.text().endswith("over 2 faces, 1 more is unlabelled.")
        window.faces._choose_part("val")
        yield lambda: tab.faces.rows.rowCount() == 1

    assert drive([str(root)], script) == 0


def test_colours_come_with_the_word_that_tells_what_they_mean(qtbot: QtBot) -> None:
    for widths, coloured in (((38, 38, 48, 46, 0), True), ((46, 46, 58, 58), False)):
        table = MovedTable("face", 1, widths)
        qtbot.addWidget(table)
        table.rows.set_rows([MovedRow("a", "a", Shift(0.2, 0.01, 0.19, 0.08))])
        index = table.rows.index(0, CHANGE)
        ink = table.rows.data(index, Qt.ItemDataRole.ForegroundRole)
        assert (ink is not None) == coloured
        assert table.isColumnHidden(WORD) != coloured
        heading = table.rows.headerData(WORD, Qt.Orientation.Horizontal)
        assert heading.strip() == "result"
