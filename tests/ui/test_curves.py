from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from kpstudio.ui import theme
from kpstudio.ui.panels.curve_data import RunData, Series, y_range
from kpstudio.ui.panels.curves import CurvesPanel, RunCurve
from kpstudio.ui.panels.parts import HEADER_HEIGHT
from tests.ui.curve_help import drawn, shown_panel, stored


@pytest.fixture
def panel(qtbot: QtBot) -> CurvesPanel:
    return shown_panel(qtbot)


def test_an_empty_panel_says_what_to_do(panel: CurvesPanel) -> None:
    assert panel._stack.currentWidget().label.text() == (
        "No runs yet. Choose settings and press Train."
    )
    panel.set_any_runs(True)
    assert "Select one" in panel._stack.currentWidget().label.text()
    panel.add_training([1.0], [0.1])  # nothing runs: nothing happens
    assert not panel.plot.isVisible()


def test_a_live_run_grows_on_the_log_axis(panel: CurvesPanel) -> None:
    panel.begin_run("0008-bignet", 12)
    assert panel.plot.isVisible()
    panel.add_training([0.1, 0.2], [0.1, 0.01])
    panel.add_training([0.3], [0.001])
    panel.add_validation(1, 0.01)
    x, y = drawn(panel, 0, "training")
    assert x == [0.1, 0.2, 0.3]
    assert y == pytest.approx([-1.0, -2.0, -3.0])
    assert drawn(panel, 0, "validation") == ([1.0], [pytest.approx(-2.0)])
    assert panel.plot.box.viewRange()[0][1] == pytest.approx(12.0, rel=0.05)
    assert "0.010" in panel.plot.accessibleDescription()


def test_the_linear_axis_starts_at_zero(panel: CurvesPanel) -> None:
    panel.show_runs([stored()])
    panel.set_log(False)
    assert panel.plot.box.viewRange()[1][0] == 0.0
    assert drawn(panel, 0, "validation")[1] == pytest.approx(list(0.02 / np.arange(1.0, 7.0)))
    assert all("-" not in text for text in tick_texts(panel))
    panel.set_log(True)
    assert drawn(panel, 0, "validation")[1][0] == pytest.approx(math.log10(0.02))


def tick_texts(panel: CurvesPanel) -> list[str]:
    axis = panel.plot.y_axis
    low, high = panel.plot.box.viewRange()[1]
    [(spacing, values)] = axis.tickValues(low, high, 300.0)
    return axis.tickStrings(values, 1.0, spacing)


def test_ticks_of_the_log_axis_are_plain_numbers(panel: CurvesPanel) -> None:
    panel.show_runs([stored()])
    assert {"0.005", "0.01", "0.02"} <= set(tick_texts(panel))


def test_the_toggle_changes_the_axis(panel: CurvesPanel, qtbot: QtBot) -> None:
    panel.show_runs([stored()])
    qtbot.mouseClick(panel._scale.button(1), Qt.MouseButton.LeftButton)
    assert not panel.log
    qtbot.mouseClick(panel._scale.button(0), Qt.MouseButton.LeftButton)
    assert panel.log


def test_the_menu_offers_what_the_header_may_have_no_room_for(
    panel: CurvesPanel, qtbot: QtBot
) -> None:
    panel.show_runs([stored()])
    panel.resize(120, 200)
    at = panel.mapToGlobal(panel.rect().center())
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, panel.rect().center(), at)
    QApplication.sendEvent(panel, event)
    (menu,) = [found for found in panel.findChildren(QMenu) if found.isVisible()]
    actions = {action.text(): action for action in menu.actions() if action.text()}
    assert [(name, action.isChecked()) for name, action in actions.items()] == [
        ("MSE", True), ("NME", False), ("log", True), ("linear", False),
    ]  # fmt: skip
    actions["linear"].trigger()
    assert panel._scale.checkedId() == 1
    assert not actions["NME"].isEnabled(), "no run here tells it"
    menu.close()


def test_the_mean_shape_is_named_and_leaves_with_its_run(panel: CurvesPanel) -> None:
    panel.begin_run("0008-bignet", 12)
    assert panel.notes.mean.text == ""
    panel.set_mean_shape(0.00409)
    assert panel.notes.mean.text == "mean shape 0.0041"
    panel.begin_run("0009-bignet", 12)
    assert panel.notes.mean.text == ""


def test_values_that_are_no_numbers_break_the_curve_only(panel: CurvesPanel) -> None:
    panel.begin_run("0008-bignet", 3)
    panel.add_training([0.1, 0.2, 0.3, 0.4], [0.1, math.nan, math.inf, 0.0])
    y = drawn(panel, 0, "training")[1]
    assert y[0] == pytest.approx(-1.0)
    assert np.isnan(y[1:]).all()
    assert np.isfinite(panel.plot.box.viewRange()).all()


def test_runs_are_compared_and_told_apart(panel: CurvesPanel) -> None:
    panel.resize(1200, 320)
    panel.show_runs([stored(), stored("0005-bignet", "batch 32"), stored("0004-smallnet")])
    texts = [chip.text() for chip in panel.legend._chips.values()]
    assert texts == [
        "run 7 · BigNet training",
        "run 7 · BigNet validation",
        "batch 32",
        "run 4 · SmallNet",
    ]
    pens = [lines.validation.opts["pen"] for lines in panel._lines[1:]]
    assert pens[0].dashPattern() != pens[1].dashPattern()
    assert pens[0].color() != pens[1].color()
    panel.show_runs([stored()])
    assert not panel._lines[1].validation.isVisible()


def test_a_chip_hides_its_line(panel: CurvesPanel, qtbot: QtBot) -> None:
    panel.show_runs([stored(), stored("0005-bignet", "batch 32")])
    qtbot.mouseClick(panel.legend.chip("training"), Qt.MouseButton.LeftButton)
    assert not panel._lines[0].training.isVisible()
    assert panel._lines[0].validation.isVisible()
    qtbot.mouseClick(panel.legend.chip("0005-bignet"), Qt.MouseButton.LeftButton)
    assert not panel._lines[1].validation.isVisible()


def test_the_live_run_goes_on_beside_stored_ones(panel: CurvesPanel) -> None:
    panel.begin_run("0008-bignet", 12)
    panel.add_validation(1, 0.02)
    panel.show_runs([stored("0005-bignet"), RunCurve("0008-bignet", "", [], [], [], [])])
    panel.add_validation(2, 0.01)
    assert drawn(panel, 0, "validation")[0] == [1.0, 2.0]
    assert len(drawn(panel, 1, "validation")[0]) == 6


def test_the_live_run_comes_back_whole_after_looking_at_others(panel: CurvesPanel) -> None:
    panel.begin_run("0008-bignet", 12)
    panel.show_runs([stored("0005-bignet")])
    panel.add_validation(1, 0.02)
    assert len(drawn(panel, 0, "validation")[0]) == 6
    panel.show_runs([])
    assert drawn(panel, 0, "validation")[0] == [1.0]


def test_hovering_reads_the_values(panel: CurvesPanel, qtbot: QtBot) -> None:
    panel.show_runs([stored(label="A <b>"), stored("0005-bignet", "<i>")])
    at = panel.plot.pixels(2.0, -2.0)
    viewport = panel.plot.view.viewport()
    qtbot.mouseMove(viewport, at.toPoint() - QPoint(5, 5))
    qtbot.mouseMove(viewport, at.toPoint())
    assert "epoch 2.0" in panel.plot.readout
    assert "validation 0.0100" in panel.plot.readout
    assert "&lt;i&gt; 0.0100" in panel.plot.readout
    panel.plot.hovered.emit(None)
    assert panel.plot.readout == ""


def test_the_arrow_keys_read_epoch_by_epoch(panel: CurvesPanel, qtbot: QtBot) -> None:
    panel.show_runs([stored()])
    for _ in range(3):
        qtbot.keyClick(panel.plot, Qt.Key.Key_Right)
    assert "epoch 3.0" in panel.plot.readout
    qtbot.keyClick(panel.plot, Qt.Key.Key_Left)
    assert "epoch 2.0" in panel.plot.readout
    qtbot.keyClick(panel.plot, Qt.Key.Key_Escape)
    assert panel.plot.readout == ""


def test_zooming_stays_while_points_arrive_and_a_double_click_fits(panel: CurvesPanel) -> None:
    panel.begin_run("0008-bignet", 10)
    panel.add_training(np.arange(0.1, 5.0, 0.1), np.full(49, 0.01))
    panel.plot.box.setXRange(1.0, 2.0, padding=0.0)
    panel.plot.box.sigRangeChangedManually.emit([True, False])
    panel.add_training([5.0], [0.01])
    assert panel.plot.box.viewRange()[0] == pytest.approx([1.0, 2.0])
    panel.plot.doubled.emit()
    assert panel.plot.box.viewRange()[0] == pytest.approx([0.0, 10.0], abs=0.2)


def test_a_hundred_thousand_points_are_thinned_for_drawing(panel: CurvesPanel) -> None:
    x = np.linspace(0.0, 100.0, 100_000)
    panel.show_runs([RunCurve("0001-bignet", "", x, 0.01 + 0.001 * np.sin(x), [100], [0.01])])
    shown, _ = panel._lines[0].training.getData()
    assert len(shown) < 20_000


def test_many_validation_points_are_drawn_thin(panel: CurvesPanel) -> None:
    x = np.arange(1.0, 1001.0)
    panel.show_runs([RunCurve("0001-bignet", "", x, 1 / x, x, 1 / x)])
    assert panel._lines[0].validation.opts["pen"].widthF() == 1.0
    assert panel._lines[0].validation.opts["symbol"] is None


def test_it_takes_the_colours_of_the_theme(panel: CurvesPanel, qapp: QApplication) -> None:
    panel.show_runs([stored(), stored("0005-bignet")])
    try:
        for look in (theme.LIGHT, theme.DARK):
            theme.apply(qapp, look)
            pen = panel._lines[0].training.opts["pen"]
            assert pen.color().name() == look.data.training
            assert panel.plot.view.backgroundBrush().color().name() == look.pane
    finally:
        theme.apply(qapp, theme.DARK)


def test_clearing_forgets_the_live_run(panel: CurvesPanel) -> None:
    panel.begin_run("0008-bignet", 12)
    panel.clear()
    panel.show_runs([])
    assert not panel.plot.isVisible()


@given(st.lists(st.lists(st.floats(0, 1), max_size=700), max_size=4))
def test_a_series_keeps_everything_in_order(parts: list[list[float]]) -> None:
    series = Series()
    for part in parts:
        series.extend(part, [2 * value for value in part])
    expected = [value for part in parts for value in part]
    assert list(series.x) == expected
    assert list(series.y) == [2 * value for value in expected]


@given(st.lists(st.floats(1e-6, 10.0), min_size=1, max_size=50), st.floats(1e-6, 10.0))
def test_everything_fits_on_the_log_axis(values: list[float], mean: float) -> None:
    run = RunData("", "", 1.0, mean, Series(np.linspace(0, 1, len(values)), values))
    low, high = y_range([run], (0.0, 1.0), True, mean)
    assert all(low <= math.log10(value) <= high for value in [*values, mean])


def test_a_few_wild_first_steps_do_not_flatten_the_linear_axis() -> None:
    values = [50.0, *[0.01] * 200]
    run = RunData("", "", 1.0, math.nan, Series(np.linspace(0, 1, len(values)), values))
    assert y_range([run], (0.0, 1.0), False, math.nan)[1] < 0.05


def test_the_nearest_point_skips_what_is_no_number() -> None:
    series = Series([1.0, 2.0, 3.0], [0.1, math.nan, 0.3])
    assert series.nearest(2.2) == (3.0, 0.3)
    assert Series().nearest(1.0) is None


def test_hovering_outside_ends_the_readout(panel: CurvesPanel) -> None:
    panel.show_runs([stored()])
    panel.plot.hovered.emit(QPointF(2.0, -2.0))
    assert panel.plot.readout
    panel.show_runs([stored("0005-bignet")])
    assert panel.plot.readout == ""


def test_hovering_reads_no_further_than_the_run_has_come(panel: CurvesPanel) -> None:
    panel.begin_run("0008-bignet", 12)
    panel.plot.hovered.emit(QPointF(6.0, -2.0))
    assert panel.plot.readout == ""
    panel.add_training([0.5], [0.01])
    panel.plot.hovered.emit(QPointF(6.0, -2.0))
    assert "epoch 0.5" in panel.plot.readout
    assert "training 0.0100" in panel.plot.readout
    panel.add_validation(1, 0.02)
    assert "validation 0.0200" in panel.plot.readout


def test_a_narrow_panel_keeps_its_header_and_cuts_the_legend(panel: CurvesPanel) -> None:
    panel.show_runs([stored(), stored("0006-smallnet", "a long label of a run")])
    full = [chip.text() for chip in panel.legend._chips.values()]
    for width in (1200, 640, 420, 300, 240):
        panel.resize(width, 320)
        QApplication.processEvents()
        assert panel.header.height() == HEADER_HEIGHT
        chips = list(panel.legend._chips.values())
        assert len({chip.y() for chip in chips}) == 1, width  # in one row
        if panel.legend.width() > 200:
            assert chips[-1].geometry().right() <= panel.legend.width()
    assert [chip.text() for chip in panel.legend._chips.values()] != full
    panel.resize(1400, 320)
    QApplication.processEvents()
    assert not any("…" in chip.text() for chip in panel.legend._chips.values())


def test_the_nme_can_be_drawn_where_it_is_known(panel: CurvesPanel, qtbot: QtBot) -> None:
    panel.begin_run("0008-bignet", 12, 0.004)
    assert not panel._quantity.button(1).isEnabled()
    panel.add_validation(1, 0.02)
    assert not panel._quantity.button(1).isEnabled()
    panel.add_validation(2, 0.01, 0.054)
    qtbot.mouseClick(panel._quantity.button(1), Qt.MouseButton.LeftButton)
    assert panel.nme
    panel.set_log(False)
    x, y = drawn(panel, 0, "validation")
    assert x == [1.0, 2.0]
    assert y == pytest.approx([math.nan, 5.4], nan_ok=True)
    assert drawn(panel, 0, "training")[0] == []
    assert panel.notes.mean.text == ""
    assert panel.plot.box.viewRange()[1][1] >= 5.4
    panel.show_runs([stored()])  # which does not know it
    assert not panel.nme
    assert len(drawn(panel, 0, "validation")[0]) == 6


def test_the_runs_of_a_sweep_are_told_apart_by_their_values(panel: CurvesPanel) -> None:
    panel.resize(640, 320)
    names = [f"lr={rate},batch-size={size}" for rate in ("0.001", "0.0001") for size in (8, 16)]
    panel.show_runs([stored(f"000{k}-bignet", name) for k, name in enumerate(names, 1)])
    QApplication.processEvents()
    assert panel.legend.chip("0002-bignet").text() == "0.001 · 16"
    assert panel.legend.chip("0004-bignet").text() == "0.0001 · 16"
    assert panel.legend.chip("0004-bignet").toolTip().startswith("lr=0.0001,batch-size=16:")
