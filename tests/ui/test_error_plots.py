"""The plots along the error: a range is chosen, moved and let go of; runs are drawn together."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kpstudio.core.query import Figure
from kpstudio.ui import theme
from kpstudio.ui.panels.ced_plot import RunErrors
from kpstudio.ui.panels.error_plots import ErrorPlots
from kpstudio.ui.panels.narrowing_plot import NarrowingPlot
from kpstudio.ui.panels.review_faces import NO_FACES
from tests.ui.driver import drag
from tests.ui.review_help import Row, review_faces

ERRORS = (0.021, 0.0275, 0.04, 0.0525, 0.061, 0.12)
FACES: list[Row] = [(f"f{k}", f"f{k}.jpg", e, 10.0 * k) for k, e in enumerate(ERRORS)]
ABOVE = (Figure("error", ">", 5.0),)


@pytest.fixture
def plots(qtbot: QtBot, qapp: QApplication) -> ErrorPlots:
    widget = ErrorPlots()
    qtbot.addWidget(widget)
    widget.resize(350, 600)
    widget.show()
    qtbot.waitExposed(widget)
    widget.set_faces(review_faces(FACES))
    qapp.processEvents()
    return widget


@pytest.fixture
def asked(plots: ErrorPlots) -> list[str]:
    """What was asked for, as searches."""
    found: list[str] = []
    plots.narrowed.connect(lambda bounds: found.append(" ".join(map(str, bounds))))
    return found


def inside(plot: NarrowingPlot, x: float, y: float) -> QPoint:
    """Return where (x, y) of a plot lies in the part that takes the mouse."""
    return plot.view.mapFrom(plot, plot.pixels(x, y).toPoint())


def click(qtbot: QtBot, plot: NarrowingPlot, error: float) -> None:
    at = inside(plot, error, 1.0)
    qtbot.mouseClick(plot.view.viewport(), Qt.MouseButton.LeftButton, pos=at)


def show_bars(plots: ErrorPlots, qapp: QApplication) -> None:
    plots.spread.button(1).click()
    qapp.processEvents()


def test_a_click_on_the_curve_chooses_what_lies_to_the_right(plots, asked, qtbot) -> None:
    click(qtbot, plots.ced, 5.0)
    assert len(asked) == 1
    assert asked[0].startswith("error>")
    assert float(asked[0].partition(">")[2]) == pytest.approx(5.0, abs=0.06)
    plots.show_bounds(ABOVE)
    assert plots.ced.said == plots.bars.said == "3 of 6 above 5 %"
    click(qtbot, plots.ced, 5.0)  # on the threshold itself
    assert asked[1:] == [""]
    plots.show_bounds(())
    assert plots.ced.said == ""


def test_the_threshold_is_dragged_and_tells_how_many(plots, asked, qtbot) -> None:
    plots.show_bounds(ABOVE)
    start, end = inside(plots.ced, 5.0, 50.0), inside(plots.ced, 3.0, 50.0)
    said: list[str] = []
    plots.ced.dragged.connect(lambda _: said.append(plots.ced.said))
    drag(plots.ced.view.viewport(), start, end)
    assert said[-1].startswith("4 of 6 above 3")
    assert len(asked) == 1
    assert float(asked[0].partition(">")[2]) == pytest.approx(3.0, abs=0.06)


def test_escape_lets_go_and_arrow_keys_move(plots, asked, qtbot) -> None:
    qtbot.keyClick(plots.ced, Qt.Key.Key_Escape)
    assert asked == []  # nothing to let go of
    qtbot.keyClick(plots.ced, Qt.Key.Key_Right)
    assert asked == ["error>8"]
    plots.show_bounds(ABOVE)
    qtbot.keyClick(plots.ced, Qt.Key.Key_Left)
    qtbot.keyClick(plots.ced, Qt.Key.Key_Escape)
    assert asked[1:] == ["error>4.5", ""]


def test_escape_while_dragging_puts_the_threshold_back(plots, asked, qtbot) -> None:
    plots.show_bounds(ABOVE)
    viewport = plots.ced.view.viewport()
    at = [plots.ced.pixels(error, 50.0).toPoint() for error in (5.0, 4.0, 2.0)]
    qtbot.mousePress(viewport, Qt.MouseButton.LeftButton, pos=at[0])
    for place in at[1:]:
        qtbot.mouseMove(viewport, place)
    qtbot.keyClick(plots.ced, Qt.Key.Key_Escape)
    qtbot.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=at[2])
    assert asked == []
    assert plots.ced.said == "3 of 6 above 5 %"


def test_what_comes_while_a_hand_drags_does_not_end_it(plots, asked, qtbot) -> None:
    start, end = inside(plots.ced, 5.0, 50.0), inside(plots.ced, 3.0, 50.0)
    view, left = plots.ced.view.viewport(), Qt.MouseButton.LeftButton
    qtbot.mousePress(view, left, pos=start)
    qtbot.mouseMove(view, end)
    plots.set_faces(review_faces(FACES))
    plots.show_bounds(ABOVE)
    qtbot.mouseRelease(view, left, pos=end)
    assert len(asked) == 1
    assert float(asked[0].partition(">")[2]) == pytest.approx(3.0, abs=0.06)


def test_the_bars_count_every_face(plots, qapp) -> None:
    show_bars(plots, qapp)
    counts = plots.bars.counts
    assert sum(counts) == len(FACES)
    assert [k for k, count in enumerate(counts) if count] == [4, 5, 8, 10, 12, 24]
    assert plots.bars.step == 0.5
    plots.set_faces(review_faces([*FACES, ("far", "far.jpg", 3.0, 0.0)]))
    assert plots.bars.step == 1.0
    assert plots.bars.counts[-1] == 1  # what lies beyond the axis is not lost
    plots.set_faces(NO_FACES)
    assert sum(plots.bars.counts) == 0


def test_a_bar_is_chosen_and_let_go_of(plots, asked, qtbot, qapp) -> None:
    show_bars(plots, qapp)
    click(qtbot, plots.bars, 4.2)
    assert asked == ["error>=4 error<4.5"]
    bounds = (Figure("error", ">=", 4.0), Figure("error", "<", 4.5))
    plots.show_bounds(bounds)
    assert plots.bars.said == "1 of 6: 4 to 4.5 %"
    click(qtbot, plots.bars, 4.3)
    plots.show_bounds(())
    click(qtbot, plots.bars, plots.bars.end - 0.1)
    assert asked[1:] == ["", "error>=13.5"]


def test_a_drag_over_bars_and_the_arrow_keys_choose_whole_bars(plots, asked, qtbot, qapp) -> None:
    show_bars(plots, qapp)
    start, end = plots.bars.pixels(6.2, 1.0).toPoint(), plots.bars.pixels(2.2, 1.0).toPoint()
    drag(plots.bars.view.viewport(), start, end)
    qtbot.keyClick(plots.bars, Qt.Key.Key_Right)
    plots.show_bounds((Figure("error", ">=", 4.0), Figure("error", "<", 4.5)))
    qtbot.keyClick(plots.bars, Qt.Key.Key_Right)
    qtbot.keyClick(plots.bars, Qt.Key.Key_Left)
    assert asked == [
        "error>=2 error<6.5",
        "error>=8 error<8.5",
        "error>=4.5 error<5",
        "error>=3.5 error<4",
    ]


def test_hovering_a_bar_reads_it(plots, qtbot, qapp) -> None:
    show_bars(plots, qapp)
    at = plots.bars.pixels(4.2, 1.0).toPoint()
    qtbot.mouseMove(plots.bars.view.viewport(), at / 2)
    qtbot.mouseMove(plots.bars.view.viewport(), at)
    assert plots.bars.readout == "1 face · 4 to 4.5 %"


def test_a_face_is_marked_in_every_plot(plots) -> None:
    plots.choose("f2")
    for plot in (plots.ced, plots.bars, plots.turn):
        assert len(plot._ring.getData()[0]) == 1
    assert plots.ced._ring.getData()[1] == pytest.approx([50.0])  # half of the faces are better
    plots.choose("nobody")
    for plot in (plots.ced, plots.bars, plots.turn):
        assert len(plot._ring.getData()[0]) == 0


def test_other_runs_are_drawn_named_and_hidden(plots, qtbot, qapp) -> None:
    assert not plots.legend.isVisible()
    others = [
        RunErrors("0002-bignet", "run 2 · BigNet", [0.03, 0.05, float("nan")], "learnt 1 of these"),
        RunErrors("0001-best", "run 1 · Best", [0.02, 0.02]),
    ]
    plots.set_others("run 3 · Best", others)
    qapp.processEvents()
    assert plots.legend.isVisible()
    drawn = [line.getOriginalDataset() for line in plots.ced._lines]
    assert np.allclose(drawn[0], [[0, 3, 5, 14], [0, 50, 100, 100]])
    at = plots.ced.pixels(4.0, 50.0).toPoint()
    qtbot.mouseMove(plots.ced.view.viewport(), at / 2)
    qtbot.mouseMove(plots.ced.view.viewport(), at)
    assert "run 2 · BigNet: 50 % · learnt 1 of these" in plots.ced.readout
    plots.legend.chip("0002-bignet").click()
    assert not plots.ced._lines[0].isVisible()
    plots.set_others("run 3 · Best", others[1:])
    assert plots.ced._lines[0].isVisible()
    assert not plots.ced._lines[1].isVisible()
    show_bars(plots, qapp)
    assert not plots.legend.isVisible()
    assert not plots.runs_button.isVisible()


def test_runs_are_chosen_from_the_menu(plots, qtbot) -> None:
    assert not plots.runs_button.isEnabled()
    plots.set_runs(
        [("0002-bignet", "run 2 · BigNet"), ("0001-best", "mine & yours")], ["0001-best"]
    )
    actions = plots.runs_button.menu().actions()
    assert [a.isChecked() for a in actions] == [False, True]
    with qtbot.waitSignal(plots.runs_chosen, timeout=1000) as caught:
        actions[0].trigger()
    assert caught.args == [["0002-bignet", "0001-best"]]


def test_of_many_dots_those_that_cover_each_other_are_drawn_once(plots) -> None:
    spread = np.random.default_rng(0).uniform(0.0, 1.0, (3000, 2))
    faces: list[Row] = [(f"{k}", f"{k}", 0.1 * e, 90 * y) for k, (e, y) in enumerate(spread)]
    faces += [(f"b{k}", "b", 0.05, 10.0) for k in range(3000)]
    plots.set_faces(review_faces(faces))
    drawn = plots.turn._dots.points()
    assert 2500 < len(drawn) <= 3001
    assert len(plots.turn._xy) == 6000  # each can be pointed at and chosen
    x, _ = plots.turn._dots.getData()
    assert np.ptp(x) == pytest.approx(np.ptp(plots.turn._xy[:, 0]), abs=0.5)
    reds = sum(dot.brush().color().name() == theme.current().data.prediction for dot in drawn)
    assert reds / len(drawn) == pytest.approx((spread[:, 0] > 0.8).mean(), abs=0.02)


def test_dots_of_faces_that_are_not_listed_stand_back(plots) -> None:
    def strong() -> list[bool]:
        return [point.brush().color().alpha() > 100 for point in plots.turn._dots.points()]

    assert strong() == [True] * 6
    plots.show_bounds(ABOVE)
    assert strong() == [False] * 3 + [True] * 3
    plots.show_bounds(())
    assert strong() == [True] * 6


def test_it_takes_the_colours_of_the_theme(plots, qapp) -> None:
    plots.set_others("run 2", [RunErrors("0001-best", "run 1", [0.02])])
    plots.show_bounds(ABOVE)
    try:
        for look in (theme.LIGHT, theme.DARK):
            theme.apply(qapp, look)
            assert plots.ced._curve.opts["pen"].color().name() == look.data.training
            assert plots.ced._lines[0].opts["pen"].color().name() == look.data.other_run
            assert plots.ced._edge.pen.color().name() == look.accent
    finally:
        theme.apply(qapp, theme.DARK)
