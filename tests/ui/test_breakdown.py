"""The table of where the errors are: by itself, and beside list and picture in the window."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kpstudio.core.breakdown import By, Slice
from kpstudio.core.edits import set_tags
from kpstudio.core.metrics import Yardstick, summarise
from kpstudio.core.query import All, Query
from kpstudio.core.query_parser import parse_query
from kpstudio.core.schema import Normaliser
from kpstudio.store.project import Project
from kpstudio.ui import theme
from kpstudio.ui.main_window import MainWindow
from kpstudio.ui.panels.breakdown import Breakdown
from kpstudio.ui.panels.breakdown_table import FACES, FAIL, NME, VAL
from kpstudio.ui.panels.dense_table import NAME
from kpstudio.ui.workspaces import Workspace
from tests.app.help import faces_folder, stored_run
from tests.ui.driver import Script, drive

EYES = Yardstick(Normaliser("inter-ocular", (0,), (1,)))


def a_slice(by: By, name: str, where: Query, *errors: float) -> Slice:
    points = (0, 1) if by is By.PART else ()
    sums = (summarise(errors), summarise(errors[:1]), summarise(errors[1:]))
    return Slice(by, name, where, *sums, points)


SLICES = (
    a_slice(By.NOTHING, "all faces", All(), 0.02, 0.12),
    a_slice(By.PART, "jaw", All(), 0.03, 0.05),
    a_slice(By.PART, "eyes", All(), 0.01, 0.02),
    a_slice(By.YAW, "from +45°", parse_query("yaw>=+45"), 0.02, 0.12),
    a_slice(By.PERSON, "01", parse_query("person:01"), 0.02),
    a_slice(By.PERSON, "02", parse_query("person:02"), 0.12),
)
ROWS = ["all faces", "Part of the face", "jaw", "eyes", "Person, worst first", "02", "01"]


@pytest.fixture
def panel(qtbot: QtBot) -> Breakdown:
    widget = Breakdown()
    qtbot.addWidget(widget)
    widget.resize(350, 700)
    widget.show()
    qtbot.waitExposed(widget)
    widget.show_slices(SLICES, EYES)
    return widget


def texts(panel: Breakdown, row: int) -> list[str]:
    rows = panel.table.rows
    return [rows.index(row, column).data() for column in range(rows.columnCount())]


def names(panel: Breakdown) -> list[str]:
    return [texts(panel, row)[0] for row in range(panel.table.rows.rowCount())]


def test_slices_stand_under_headings_and_one_alone_is_left_out(panel: Breakdown) -> None:
    assert names(panel) == ROWS
    assert texts(panel, 0) == ["all faces", "2", "7.00", "50.0", "2.00", "12.00"]
    assert texts(panel, 6) == ["01", "1", "2.00", "0.0", "2.00", "–"]
    assert panel.header.note.text() == "relative to inter-ocular, fail above 8 %"
    assert panel.table.columnSpan(1, NAME) == panel.table.rows.columnCount()
    assert panel.table.columnSpan(2, NAME) == 1


def test_headings_tell_what_is_measured_and_failing_means_stand_out(panel: Breakdown) -> None:
    rows, across = panel.table.rows, Qt.Orientation.Horizontal
    tips = [rows.headerData(k, across, Qt.ItemDataRole.ToolTipRole) for k in (NME, FAIL)]
    assert tips[0].endswith("inter-ocular length") and "above 8 %" in tips[1]
    colour = rows.index(5, NME).data(Qt.ItemDataRole.ForegroundRole)
    assert colour == QColor(theme.current().danger)
    assert rows.index(0, NME).data(Qt.ItemDataRole.ForegroundRole) is None
    assert rows.index(0, VAL).data(Qt.ItemDataRole.ForegroundRole) == colour
    wider = replace(EYES, threshold=0.13)
    panel.show_slices(SLICES, wider)
    assert rows.index(5, NME).data(Qt.ItemDataRole.ForegroundRole) is None
    assert panel.header.note.text().endswith("fail above 13 %")


def test_arrow_keys_pass_over_headings_and_marking_is_silent(
    panel: Breakdown, qtbot: QtBot
) -> None:
    chosen: list[str] = []
    panel.chosen.connect(lambda one: chosen.append(one.name))
    panel.mark("")
    assert (panel.table.currentIndex().row(), chosen) == (0, [])
    panel.table.setFocus()
    for _ in range(3):
        qtbot.keyClick(panel.table, Qt.Key.Key_Down)
    assert chosen == ["jaw", "eyes", "02"]
    panel.mark("person:02")
    assert panel.table.marked == (By.PERSON, "02")
    panel.mark("tag:none")
    assert not panel.table.selectionModel().hasSelection()
    qtbot.mouseClick(
        panel.table.viewport(),
        Qt.MouseButton.LeftButton,
        pos=panel.table.visualRect(panel.table.rows.index(4, NAME)).center(),
    )
    assert chosen == ["jaw", "eyes", "02"]  # a heading is nothing to choose


def beside(panel: Breakdown, column: int) -> int:
    """Return the pixels between a figure of the third row and the right edge of its column."""
    table = panel.table
    cell = table.visualRect(table.rows.index(2, column)).adjusted(0, 6, 0, -6)
    image = table.viewport().grab(cell).toImage()
    ground = image.pixelColor(0, 0)
    return next(
        left
        for left in range(image.width())
        for y in range(image.height())
        if image.pixelColor(image.width() - 1 - left, y) != ground
    )


def test_the_last_figures_in_view_end_below_their_heading(panel: Breakdown) -> None:
    ends = {}
    for width, last in ((500, VAL), (250, FAIL)):
        panel.resize(width, 400)
        panel.layout().activate()
        assert panel.table.isColumnHidden(VAL) == (last == FAIL)
        ends[width] = {column: beside(panel, column) for column in {FAIL, last}}
    assert ends[250][FAIL] - ends[500][FAIL] == 8, "a column left out ends no row"
    assert abs(ends[500][VAL] - ends[250][FAIL]) <= 1


@pytest.mark.parametrize("percent", [100, 120])
def test_a_count_of_very_many_faces_is_read_whole(panel: Breakdown, qapp, percent) -> None:
    theme.apply(qapp, replace(theme.DARK, text_percent=percent))
    every = SLICES[0].every
    panel.show_slices([replace(SLICES[0], every=replace(every, count=100_000)), *SLICES[1:]], EYES)
    text = texts(panel, 0)[FACES]
    assert text == "100,000"
    room = panel.table.columnWidth(FACES) - 2 * 6  # the cell's own edges
    assert panel.table.fontMetrics().horizontalAdvance(text) <= room
    panel.show_slices(SLICES, EYES)
    assert panel.table.columnWidth(FACES) == theme.sized(40)


def test_nothing_measured_is_said(panel: Breakdown) -> None:
    panel.show_slices((), EYES)
    assert not panel.table.isVisible()


def test_a_row_lists_its_faces_and_a_part_chooses_its_points(tmp_path):
    root = faces_folder(tmp_path / "faces", 6)
    stored_run(root, {n: float(n + 1) for n in range(6)})
    with Project.open(root) as project:
        project.set_setting("run", "0001-bignet")

    def script(window: MainWindow) -> Script:
        panel, model, session = window.breakdown, window.faces_model, window.session
        yield lambda: window.canvas.has_picture
        assert not window.side.isTabVisible(window.side.indexOf(panel))
        tagged = [session.labels[f"f{n}.png#0"] for n in (1, 4)]
        session.perform(set_tags(tagged, ["glasses"]))
        window.show_workspace(Workspace.REVIEW)
        window.faces._choose_part("")
        window.side.setCurrentWidget(panel)
        yield lambda: "glasses" in names(panel)
        assert panel.table.marked == (By.NOTHING, "all faces")
        press(panel, "glasses")
        yield lambda: model.rowCount() == 2
        assert window.faces.search.text() == "tag:glasses"
        assert texts(panel, names(panel).index("glasses"))[1] == "2"
        yield lambda: panel.table.marked == (By.TAG, "glasses")
        assert texts(panel, 0)[1] == "6"  # the table is about all of them

        press(panel, "mouth")
        assert window.canvas.selection.points == session.labels.scheme.groups["mouth"]
        assert model.rowCount() == 2
        press(panel, "all faces")
        yield lambda: model.rowCount() == 6 and not window.faces.search.text()
        window.faces.search.setText("f1")
        yield lambda: panel.table.marked is None
        window.runs.use("")
        yield lambda: not panel.table.isVisible()

    assert drive([str(root)], script) == 0


def press(panel: Breakdown, name: str) -> None:
    index = panel.table.rows.index(names(panel).index(name), NAME)
    panel.table.scrollTo(index)
    at = panel.table.visualRect(index).center()
    QTest.mouseClick(panel.table.viewport(), Qt.MouseButton.LeftButton, pos=at)
