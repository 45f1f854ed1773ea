"""Objects that hold each other and that nothing holds are found."""

from __future__ import annotations

from PySide6.QtWidgets import QButtonGroup, QPushButton, QTableView, QWidget

from tests.ui.belonging import held_by_themselves


def test_what_asks_upwards_is_found(qtbot):
    table = QTableView()
    qtbot.addWidget(table)
    header = table.horizontalHeader()
    assert held_by_themselves() == []
    header.viewport().focusProxy()
    assert any("QHeaderView" in each for each in held_by_themselves())
    table.horizontalHeader()  # is the table's again
    assert held_by_themselves() == []


def test_a_button_and_its_group_hold_each_other_once_it_is_asked(qtbot):
    page = QWidget()
    qtbot.addWidget(page)
    button, group = QPushButton(page), QButtonGroup(page)
    group.addButton(button)
    assert held_by_themselves() == []
    assert button.group() is group
    assert len(held_by_themselves()) == 2
