"""No word of the German window is cut at 1280 x 720, though German words are longer."""

from __future__ import annotations

import math
from collections.abc import Iterator
from itertools import pairwise

import numpy as np
import pytest
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QStyle,
    QStyleOptionFrame,
    QWidget,
)

from kpstudio.app.settings import Settings
from kpstudio.core.analysis import parts_of
from kpstudio.core.breakdown import POSE_EDGES, By, Slice, bin_name
from kpstudio.core.metrics import Yardstick, summarise
from kpstudio.core.query import All
from kpstudio.core.schema import BOX_SIZE, shipped_schemes
from kpstudio.core.schemes.names import in_words
from kpstudio.core.texts import say
from kpstudio.ui import theme
from kpstudio.ui.main_window import MainWindow
from kpstudio.ui.panels.breakdown_table import BreakdownTable
from kpstudio.ui.panels.dense_table import INSET, NAME
from kpstudio.ui.panels.moved_table import MovedTable
from kpstudio.ui.workspaces import Workspace
from tests.app.help import faces_folder, stored_run
from tests.ui.all_dialogs import see_dialogs
from tests.ui.crowding import crowded
from tests.ui.driver import Script, drive
from tests.ui.test_crowding import BESIDE, COUNT, NEW, OLD

SIZE = 1280, 720
NARROW = 350
"""Pixels that a panel has in such a window."""
ASIDE = 16
"""Pixels that the style keeps free beside the last heading."""
IN_LINE = 4
"""Pixels that a line of text keeps free beside its words."""


def cut(root: QWidget) -> list[str]:
    """Return the words of a window or dialog that are cut: headings, placeholders, names."""
    lines = (line for line in root.findChildren(QLineEdit) if line.isVisible() and not line.text())
    tables = (table for table in root.findChildren(BreakdownTable) if table.isVisible())
    return [
        *crowded(root),
        *(f"asks {line.placeholderText()!r}" for line in lines if _too_long(line)),
        *(f"a row is called {name!r}" for table in tables for name in _cut_names(table)),
    ]


def _too_long(line: QLineEdit) -> bool:
    option = QStyleOptionFrame()
    line.initStyleOption(option)
    part = QStyle.SubElement.SE_LineEditContents
    room = line.style().subElementRect(part, option, line).width() - IN_LINE
    return line.fontMetrics().horizontalAdvance(line.placeholderText()) > room


def _cut_names(table: BreakdownTable) -> Iterator[str]:
    """Yield the names that are words of the program, and cut."""
    for row, one in enumerate(table.rows.rows):
        if isinstance(one, Slice) and one.by not in (By.TAG, By.PERSON):
            index = table.rows.index(row, NAME)
            if table.sizeHintForIndex(index).width() + INSET > table.columnWidth(NAME):
                yield str(index.data())


def at_rest() -> bool:
    for _ in range(4):  # a layout settles in several rounds
        QApplication.processEvents()
    return True


@pytest.fixture
def speaks_german(german: None) -> None:
    """Let a window that is started speak German."""
    Settings().set_value("language", "de")


def test_no_word_is_cut(tmp_path, speaks_german) -> None:
    folder = faces_folder(tmp_path / "faces", COUNT)
    for run, off in ((OLD, 1.0), (NEW, 4.0)):
        stored_run(folder, {k: off + k % 5 for k in range(COUNT)}, run)
    found: list[str] = []

    def look(dialog: QWidget) -> None:
        at_rest()
        found.extend(f"{type(dialog).__name__}: {fault}" for fault in cut(dialog))

    def script(window: MainWindow) -> Script:
        yield lambda: window.canvas.has_picture
        window.resize(*SIZE)
        window.runs.use(NEW)
        window.old_run.choose(OLD)
        for workspace, panels in BESIDE.items():
            window.show_workspace(workspace)
            for panel in panels:
                window.side.setCurrentWidget(getattr(window, panel))
                yield at_rest
                found.extend(f"{workspace}, {panel}: {fault}" for fault in cut(window))
        window.show_workspace(Workspace.REVIEW)
        window.side.setCurrentWidget(window.review_summary)
        plots = window.review_summary.plots
        for choice in (plots.spread, plots.over):
            for button in choice.buttons():
                button.click()
                yield at_rest
                found.extend(f"{button.text()}: {fault}" for fault in cut(window))
        yield from see_dialogs(window, look)
        assert "\n".join(found) == ""

    assert drive([str(folder)], script) == 0


def test_names_of_parts_and_poses_are_read_whole(qtbot, german) -> None:
    scheme = shipped_schemes()[0]
    figures = summarise(np.full(COUNT, 0.1234))
    named: list[tuple[By, str]] = [(By.NOTHING, say("all faces"))]
    named += [(By.PART, in_words(part)) for part in ("nose tip", *parts_of(scheme), "other points")]
    for by, edges in POSE_EDGES.items():
        named += [(by, bin_name(*ends)) for ends in pairwise((-math.inf, *edges, math.inf))]
    table = BreakdownTable()
    qtbot.addWidget(table)
    table.resize(NARROW, 400)
    table.show()
    slices = [Slice(by, name, All(), figures, figures, figures) for by, name in named]
    table.rows.set_slices(slices, Yardstick(BOX_SIZE))
    at_rest()
    assert table.verticalScrollBar().maximum() > 0
    assert [column for column in range(6) if table.isColumnHidden(column)] == []
    assert list(_cut_names(table)) == []


def test_headings_of_what_moved_are_read_whole(qtbot, german) -> None:
    table = MovedTable("Gesicht", 1, (38, 38, 48, 46, 0))
    qtbot.addWidget(table)
    table.resize(NARROW, 400)
    table.show()
    at_rest()
    words = QFontMetrics(theme.text_font(theme.QUIET_PX)).horizontalAdvance
    for column in range(1, table.rows.columnCount()):
        assert not table.isColumnHidden(column)
        assert table.columnWidth(column) >= words(table.rows.heading(column)) + ASIDE
