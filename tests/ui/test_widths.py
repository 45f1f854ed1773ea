"""Columns that make room for names."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QHeaderView, QTableView
from pytestqt.qtbot import QtBot

from kpstudio.ui.panels.widths import spare_columns


@pytest.mark.parametrize(
    ("width", "left_out"), [(400, set()), (260, {2}), (200, {2, 1}), (400, set())]
)
def test_columns_are_left_out_while_names_have_too_little_room(
    qtbot: QtBot, width: int, left_out: set[int]
) -> None:
    table, model = QTableView(), QStandardItemModel(3, 4)
    qtbot.addWidget(table)
    table.setModel(model)
    table.show()
    table.verticalHeader().hide()
    table.horizontalHeader().setMinimumSectionSize(10)
    table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    for column in (1, 2, 3):
        table.setColumnWidth(column, 60)
    for wide in (1000, 100, width):
        table.resize(wide, 200)
        spare_columns(table, 0, (2, 1))
    assert {column for column in range(4) if table.isColumnHidden(column)} == left_out
