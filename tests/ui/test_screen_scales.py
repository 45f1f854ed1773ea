"""Every gesture again on screens that draw more than one pixel for each of Qt's.

The scale holds for a whole process, so that the tests of the gestures, with the coordinates and the
two zooms that they assert, are run again in one of their own.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.ui.other_screens import SCALE, run_on_screen

CANVAS = (
    "test_canvas_handles",
    "test_canvas_gestures",
    "test_canvas_navigation",
    "test_canvas_selecting",
)
WINDOW = (
    "test_guided_placing",
    "test_point_commands",
    "test_smart_drag",
    "test_space_evenly",
    "test_whole_faces",
)
LARGE = 3840, 2400
"""The usual one off screen is 800 by 800, too small for a window at twice the size."""


def test_the_screen_has_the_scale_asked_for(qapp: QApplication) -> None:
    assert qapp.devicePixelRatio() == float(os.environ.get(SCALE, "1"))


@pytest.mark.skipif(SCALE in os.environ, reason="this is the process with the scale")
@pytest.mark.parametrize(("scale", "names"), [("1.5", CANVAS), ("2", CANVAS + WINDOW)])
def test_gestures_come_to_the_same_coordinates(
    scale: str, names: tuple[str, ...], tmp_path: Path
) -> None:
    run_on_screen(LARGE, scale, [*names, "test_screen_scales"], tmp_path)
