"""What is said about a run in its curve: words beside the lines, and the list of notices."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kpstudio.ui.panels.curves import CurvesPanel
from tests.ui.curve_help import drawn, shown_panel, stored


@pytest.fixture
def panel(qtbot: QtBot) -> CurvesPanel:
    return shown_panel(qtbot)


def test_a_notice_is_shown_and_taken_away(panel: CurvesPanel) -> None:
    panel.begin_run("0008-bignet", 12)
    panel.set_notice("The network predicts the same mean face for every picture.")
    assert panel.banner.isVisible()
    panel.set_notice(None)
    assert not panel.banner.isVisible()
    panel.set_notice("The disk is full.", "danger")
    panel.show_runs([stored("0005-bignet")])
    assert not panel.banner.isVisible()  # it says nothing of that run
    panel.show_runs([])
    assert panel.banner.text == "The disk is full."
    with pytest.raises(ValueError, match="notice"):
        panel.set_notice("x", "loud")


def words_at(panel: CurvesPanel, place: int) -> QRectF:
    """Return where a note's words stand, in pixels of the plot."""
    return panel.notes.notes[place].rect


def test_what_is_known_of_the_main_run_is_drawn_into_its_curve(panel: CurvesPanel) -> None:
    def noted() -> list[str]:
        return [words.text for words in panel.notes.notes if words.text]

    panel.begin_run("0008-bignet", 40)
    panel.add_training([1.0, 40.0], [0.01, 0.001])
    assert noted() == []
    panel.tell("Epoch 31: not better for 8 epochs", overfitting_since=23)
    assert noted() == ["overfitting since epoch 23"]
    assert panel.words.caption.isVisible()
    panel.tell("", overfitting_since=38, collapsed_since=2)
    assert noted() == ["predicts the mean shape", "overfitting since epoch 38"]
    assert not panel.words.caption.isVisible()
    labels = [words_at(panel, place) for place in (0, 1)]
    assert not labels[0].intersects(labels[1])
    within = panel.plot.view.sceneRect()
    assert all(within.contains(label) for label in labels)  # also near the right end
    panel.show_runs([stored(), stored("0005-bignet")])
    assert noted() == []
    panel.clear()
    assert noted() == []


def test_the_words_of_a_note_leave_the_mean_shape_s_line_free(panel: CurvesPanel) -> None:
    panel.begin_run("0008-bignet", 40, 0.0195)
    panel.add_training([1.0, 40.0], [0.019, 0.001])
    panel.tell("", overfitting_since=30)
    words = words_at(panel, 1)
    line = panel.plot.box.mapViewToScene(QPointF(30.0, math.log10(0.0195)))
    assert not words.top() < line.y() < words.bottom()


def curve_rows(panel: CurvesPanel, rect: QRectF) -> list[float]:
    """Return how high the validation curve runs where ``rect`` stands, in the scene's pixels."""
    x, y = drawn(panel, 0, "validation")
    at = [panel.plot.box.mapViewToScene(QPointF(*point)) for point in zip(x, y, strict=True)]
    columns = np.arange(rect.left(), rect.right(), 2.0)
    rows = np.interp(columns, [p.x() for p in at], [p.y() for p in at], math.nan, math.nan)
    return [float(row) for row in rows if math.isfinite(row)]


@pytest.mark.parametrize("width", [300, 420, 900])
@pytest.mark.parametrize("level", [0.6, 1.4, 12.0])
def test_words_in_the_plot_stay_within_it_and_leave_the_curve_free(
    panel: CurvesPanel, width: int, level: float
) -> None:
    panel.resize(width, 320)
    QApplication.processEvents()
    panel.begin_run("0008-bignet", 40, level * 0.0195)
    for epoch in range(1, 41):
        panel.add_validation(epoch, 0.0195 + 0.00001 * epoch)
    panel.add_training([1.0, 40.0], [0.01, 0.009])
    panel.tell("", overfitting_since=3, collapsed_since=38)
    words = [panel.notes.mean, *panel.notes.notes]
    assert all(each.text for each in words)
    within = panel.plot.box.sceneBoundingRect().adjusted(-1, -1, 1, 1)
    for place, each in enumerate(words):
        assert within.contains(each.rect)
        assert not any(each.rect.intersects(other.rect) for other in words[:place])
        assert not any(
            each.rect.top() < y < each.rect.bottom() for y in curve_rows(panel, each.rect)
        )


def test_words_without_room_are_left_to_the_caption(panel: CurvesPanel) -> None:
    panel.resize(100, 120)
    QApplication.processEvents()
    panel.begin_run("0008-bignet", 40, 0.02)
    panel.tell("overfitting since epoch 3", overfitting_since=3)
    assert panel.notes.notes[1].text == ""
    assert panel.words.caption.text() == "overfitting since epoch 3"


def test_the_list_of_notices_is_no_higher_than_they_need(panel: CurvesPanel) -> None:
    panel.begin_run("0008-bignet", 12)
    panel.words.button.setChecked(True)
    heights = []
    for count in (1, 3, 5, 40):
        panel.list_notices(["Training in fp32."] * count)
        QApplication.processEvents()
        heights.append(panel.words.listed.height())
    assert heights[0] < heights[1] < heights[2] == heights[3]


def test_the_notices_of_a_run_stay_and_unfold(panel: CurvesPanel) -> None:
    panel.begin_run("0008-bignet", 12)
    assert not panel.words.isVisible()
    panel.list_notices(["ImageNet weights are not available", "2 faces are left out"])
    panel.list_notices(["ImageNet weights are not available", "2 faces are left out", "Computing."])
    panel.tell("Epoch 1: going well")
    button, listed = panel.words.button, panel.words.listed
    assert button.isVisible()
    assert button.text() == "3 notices"
    assert button.toolTip().splitlines()[1] == "2 faces are left out"
    assert not listed.isVisible()
    button.click()
    assert listed.isVisible()
    assert listed.toPlainText() == button.toolTip()
    plain = stored()
    panel.show_runs([plain])
    assert not panel.words.isVisible()
    panel.show_runs([replace(plain, notices=["one"])])
    assert (button.text(), listed.toPlainText()) == ("1 notice", "one")


def test_a_tool_tip_names_no_more_notices_than_fit(panel: CurvesPanel) -> None:
    panel.begin_run("0008-bignet", 12)
    panel.list_notices([f"picture {number} cannot be read" for number in range(40)])
    assert panel.words.button.text() == "40 notices"
    assert panel.words.button.toolTip().splitlines()[-1] == "… and 30 more"
    assert panel.words.listed.blockCount() == 40
