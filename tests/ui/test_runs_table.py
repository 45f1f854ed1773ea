from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QMessageBox
from pytestqt.qtbot import QtBot

from kpstudio.store.summary import RunSummary
from kpstudio.ui import theme
from kpstudio.ui.panels.naming import duration, run_title, told_apart
from kpstudio.ui.panels.runs_model import BEST, COLUMNS, EPOCHS, NAME, NME, PRESET, STATE, TIME
from kpstudio.ui.panels.runs_table import RunsTable

OLD = RunSummary(
    "0001-smallnet", "0001-smallnet", "smallnet", 1, 1e-4, 8, 25, 25, 0.00138, 0.0051, 3.4, "done"
)
MEAN = RunSummary(
    "0002-bignet", "collapsed", "bignet", 58, 1e-3, 4, 12, 12, 0.0041, 0.0041, 71.0, "done"
)
LIVE = RunSummary(
    "0003-bignet", "0003-bignet", "bignet", 58, 1e-3, 4, 0, 12, None, None, None, "running"
)


@pytest.fixture
def table(qtbot: QtBot) -> RunsTable:
    widget = RunsTable()
    qtbot.addWidget(widget)
    widget.resize(900, 300)
    widget.show()
    qtbot.waitExposed(widget)
    widget.set_runs([OLD, MEAN, LIVE])
    return widget


def text(table: RunsTable, row: int, column: int) -> str:
    return str(table.view.model().index(row, column).data())


def test_runs_are_listed_newest_first(table: RunsTable) -> None:
    assert [text(table, row, NAME) for row in range(3)] == [
        "run 3 · BigNet",
        "collapsed",
        "run 1 · SmallNet",
    ]
    assert text(table, 2, BEST) == "0.00138"
    assert text(table, 2, EPOCHS) == "25 / 25"
    assert text(table, 1, TIME) == "1:11"
    assert text(table, 0, BEST) == "–"


def test_the_preset_and_the_nme_are_told(table: RunsTable) -> None:
    trained = replace(
        LIVE, name="0004-best", label="0004-best", network="keypointnet", preset="best",
        best_val_nme=0.03712,
    )  # fmt: skip
    other = replace(trained, name="0005-bignet", label="0005-bignet", network="bignet")
    table.set_runs([OLD, trained, other])
    assert [text(table, row, PRESET) for row in range(3)] == ["BigNet", "Best", "SmallNet"]
    assert [text(table, row, NME) for row in range(3)] == ["3.71 %", "3.71 %", "–"]
    assert text(table, 1, NAME) == "run 4 · Best"


def test_numbers_stand_at_the_right(table: RunsTable) -> None:
    right = Qt.AlignmentFlag.AlignRight
    for column, spec in enumerate(COLUMNS):
        index = table.view.model().index(0, column)
        alignment = Qt.AlignmentFlag(index.data(Qt.ItemDataRole.TextAlignmentRole))
        assert bool(alignment & right) == spec.number


def test_an_empty_table_says_so(table: RunsTable) -> None:
    table.set_runs([])
    assert not table.view.isVisible()
    assert table._stack.currentWidget().label.text().startswith("No runs yet.")


def test_rows_are_updated_in_place(table: RunsTable, qtbot: QtBot) -> None:
    table.select(["0003-bignet", "0001-smallnet"])
    with qtbot.waitSignal(table.model.dataChanged, timeout=1000):
        table.set_runs([OLD, MEAN, replace(LIVE, epochs_done=4, best_val_mse=0.0033)])
    assert text(table, 0, EPOCHS) == "4 / 12"
    table.set_runs([OLD, MEAN, replace(LIVE, epochs_done=5), replace(LIVE, name="0004-bignet")])
    assert table.view.model().rowCount() == 4
    table.set_runs([OLD, replace(LIVE, epochs_done=6)])
    assert table.view.model().rowCount() == 2
    assert text(table, 0, EPOCHS) == "6 / 12"
    assert table.selected() == ["0003-bignet", "0001-smallnet"]


def test_any_other_order_is_taken_too(table: RunsTable) -> None:
    table.set_runs([LIVE, OLD])
    assert [text(table, row, NAME) for row in range(2)] == ["run 3 · BigNet", "run 1 · SmallNet"]


def test_several_runs_are_chosen_the_current_one_first(table: RunsTable, qtbot: QtBot) -> None:
    seen: list[list[str]] = []
    table.runs_selected.connect(seen.append)
    view = table.view
    for row, keys in (
        (2, Qt.KeyboardModifier.NoModifier),
        (1, Qt.KeyboardModifier.ControlModifier),
    ):
        at = view.visualRect(view.model().index(row, NAME)).center()
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, keys, at)
    assert seen[0] == ["0001-smallnet"]
    assert seen[-1] == ["0002-bignet", "0001-smallnet"]


def test_enter_and_double_click_use_a_run(table: RunsTable, qtbot: QtBot) -> None:
    seen: list[str] = []
    table.run_activated.connect(seen.append)
    table.select(["0002-bignet"])
    qtbot.keyClick(table.view, Qt.Key.Key_Return)
    at = table.view.visualRect(table.view.model().index(2, EPOCHS)).center()
    qtbot.mouseClick(table.view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    qtbot.mouseDClick(table.view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert seen == ["0002-bignet", "0001-smallnet"]


def test_the_run_in_use_is_marked(table: RunsTable) -> None:
    table.set_in_use("0002-bignet")
    accent = theme.current().accent
    colours = []
    for row in range(3):
        pixmap = table.view.model().index(row, NAME).data(Qt.ItemDataRole.DecorationRole)
        pixel = pixmap.toImage().pixelColor(5, 5)
        colours.append(pixel.name() if pixel.alpha() else "")
    assert colours == ["", accent, ""]


def test_a_run_no_better_than_the_mean_shape_stands_out(table: RunsTable) -> None:
    index = table.view.model().index(1, BEST)
    assert index.data(Qt.ItemDataRole.ForegroundRole).name() == theme.current().warning
    assert index.data(Qt.ItemDataRole.ToolTipRole).startswith("No better than the mean shape")
    assert table.view.model().index(2, BEST).data(Qt.ItemDataRole.ForegroundRole) is None


def test_renaming_in_place_asks_and_waits(table: RunsTable, qtbot: QtBot) -> None:
    table.select(["0001-smallnet"])
    table.rename()
    editor = table.view.findChild(QLineEdit)
    assert editor is not None
    editor.setText(" the first ")
    with qtbot.waitSignal(table.rename_requested, timeout=1000) as caught:
        qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert caught.args == ["0001-smallnet", "the first"]
    assert text(table, 2, NAME) == "run 1 · SmallNet"  # until the summaries say so


def test_leaving_a_name_as_it_is_asks_for_nothing(table: RunsTable, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(table.rename_requested):
        index = table.model.index(0, NAME)
        assert not table.model.setData(index, "run 1 · SmallNet")


@pytest.mark.parametrize(("verb", "expected"), [("Delete", [["0002-bignet"]]), ("Keep", [])])
def test_deleting_asks_first(
    table: RunsTable, qtbot: QtBot, verb: str, expected: list[list[str]]
) -> None:
    seen: list[list[str]] = []
    table.delete_requested.connect(seen.append)
    table.select(["0002-bignet"])
    table.ask_to_delete()
    box = table.findChild(QMessageBox)
    assert box is not None
    assert "collapsed" in box.text()
    assert seen == []
    [button] = [button for button in box.buttons() if button.text() == verb]
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert seen == expected


def test_the_folder_is_asked_for(table: RunsTable, qtbot: QtBot) -> None:
    table.select(["0003-bignet"])
    with qtbot.waitSignal(table.folder_requested, timeout=1000) as caught:
        table.show_folder()
    assert caught.args == ["0003-bignet"]


def test_narrow_tables_leave_out_what_matters_least(table: RunsTable, qapp: QApplication) -> None:
    assert not table.view.isColumnHidden(PRESET)
    table.resize(300, 300)
    qapp.processEvents()
    assert table.view.isColumnHidden(PRESET)
    assert table.view.isColumnHidden(TIME)
    assert not table.view.isColumnHidden(NME)
    assert table.view.columnWidth(NAME) >= 100
    table.resize(900, 300)
    qapp.processEvents()
    assert not table.view.isColumnHidden(STATE)


def test_a_long_name_has_more_room(table: RunsTable, qapp: QApplication) -> None:
    table.resize(420, 300)
    qapp.processEvents()
    assert not table.view.isColumnHidden(STATE)
    table.set_runs([replace(OLD, label="lr=0.0001,batch-size=100000")])
    qapp.processEvents()
    needed = table.view.sizeHintForColumn(NAME)  # depends on the machine's fonts
    assert needed > 150
    assert table.view.columnWidth(NAME) >= min(needed, 230)


def test_what_can_be_done_with_runs_is_said_whole_or_not_at_all(table: RunsTable, qapp) -> None:
    note, shown = table.header.note, set()
    for width in range(420, 60, -20):
        table.resize(width, 300)
        qapp.processEvents()
        shown.add(note.shown)
    assert shown == {"3 · select several to compare", ""}


def test_no_name_is_cut_beside_epochs(table: RunsTable, qapp) -> None:
    table.set_runs([replace(OLD, epochs_done=1, epochs_total=2), MEAN])
    needed = table.view.sizeHintForColumn(NAME)
    met: dict[int, set[bool]] = {}
    for width in (*range(420, 180, -7), *range(182, 420, 7), *range(420, 180, -7)):
        table.resize(width, 300)
        qapp.processEvents()
        shown = not table.view.isColumnHidden(EPOCHS)
        met.setdefault(width, set()).add(shown)
        assert not shown or table.view.columnWidth(NAME) >= needed, width
    assert {True} in met.values() and {False} in met.values()
    assert all(len(answers) == 1 for answers in met.values()), "whatever was shown before"


@pytest.mark.parametrize(
    ("titles", "short"),
    [
        (["lr=0.1,ema=0", "lr=0.1,ema=0.9"], ["0", "0.9"]),
        (["lr=0.1,ema=0", "lr=0.2,ema=0.9"], ["0.1 · 0", "0.2 · 0.9"]),
        (["lr=0.1", "lr=0.1"], ["0.1", "0.1"]),
        (["lr=0.1", "ema=0.1"], ["lr=0.1", "ema=0.1"]),
        (["lr=0.1", "run 3 · Best"], ["lr=0.1", "run 3 · Best"]),
        ([], []),
    ],
)
def test_the_runs_of_a_sweep_have_short_titles(titles: list[str], short: list[str]) -> None:
    assert told_apart(titles) == short


def test_runs_are_called_by_number_and_network() -> None:
    assert run_title("0012-resnet18") == "run 12 · ResNet18"
    assert run_title("0012-resnet18", "0012-resnet18") == "run 12 · ResNet18"
    assert run_title("0012-resnet18", "mine") == "mine"
    assert run_title("elsewhere") == "elsewhere"


@pytest.mark.parametrize(
    ("seconds", "text"), [(0.2, "0:00"), (65.6, "1:06"), (3725.0, "1:02:05"), (-3.0, "0:00")]
)
def test_durations(seconds: float, text: str) -> None:
    assert duration(seconds) == text
