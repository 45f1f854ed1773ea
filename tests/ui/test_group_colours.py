"""Groups with a colour of their own, counted in pixels of the canvas and read from the table."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from kpstudio.core.landmarks import Landmarks
from kpstudio.ui import theme
from kpstudio.ui.canvas import Canvas
from kpstudio.ui.panels.points import PointsPanel
from kpstudio.ui.panels.points_model import NUMBER
from tests.ui import canvas_help as hand

BLUE = "#2020ff"
COLOURED = replace(hand.SCHEME, groups={"left": (0, 2), "right": (1, 2)}, colours={"left": BLUE})


@pytest.fixture
def canvas(qtbot: QtBot) -> Canvas:
    theme.bus.theme = theme.DARK
    made = Canvas()
    qtbot.addWidget(made)
    made.resize(*hand.VIEW)
    made.show()
    made.set_picture(hand.picture(), hand.WIDTH, hand.HEIGHT)
    made.set_faces([hand.face()], 0)
    return made


def blue(canvas: Canvas) -> int:
    """How many pixels are bluer than the grey picture, by a good deal."""
    pixels = hand.shot(canvas)
    return int((pixels[..., 2] - pixels[..., 0] > 80).sum())


def test_the_edges_of_a_group_are_drawn_in_its_colour(canvas: Canvas) -> None:
    hand.layers(canvas, "ground_truth", "edges")
    canvas.set_scheme(hand.SCHEME)
    assert blue(canvas) == 0
    canvas.set_scheme(COLOURED)
    assert blue(canvas) > 100
    canvas.set_scheme(replace(COLOURED, colours={"right": BLUE, "left": BLUE}))
    both = blue(canvas)
    canvas.set_scheme(replace(COLOURED, colours={"right": BLUE}))
    assert 100 < blue(canvas) < both


def test_the_points_keep_the_colour_of_the_data(canvas: Canvas) -> None:
    hand.layers(canvas, "ground_truth")
    canvas.set_scheme(COLOURED)
    assert blue(canvas) == 0


def test_the_numbers_of_a_group_are_written_in_its_colour(canvas: Canvas, qtbot: QtBot) -> None:
    hand.layers(canvas, "ground_truth", "numbers")
    canvas.set_scheme(hand.SCHEME)
    assert blue(canvas) == 0
    canvas.set_scheme(COLOURED)
    assert blue(canvas) > 5
    panel = PointsPanel()
    qtbot.addWidget(panel)
    panel.model.show_points(COLOURED, Landmarks.of(hand.TRUTH), None)
    role = Qt.ItemDataRole.ForegroundRole
    colours = [panel.model.data(panel.model.index(row, NUMBER), role) for row in range(4)]
    quiet = QColor(theme.current().quiet)
    assert colours == [QColor(BLUE), quiet, QColor(BLUE), quiet]
