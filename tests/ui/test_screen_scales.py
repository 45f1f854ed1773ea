"""Every gesture again on screens that draw more than one pixel for each of Qt's.

The scale holds for a whole process, so that the tests of the gestures, with the coordinates and the
two zooms that they assert, are run again in one of their own.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

ROOT = Path(__file__).parents[2]
SCALE = "QT_SCALE_FACTOR"
CANVAS = (
    "test_canvas_frame",
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
SCREEN = {
    "name": "large", "x": 0, "y": 0, "width": 3840, "height": 2400,
    "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1,
}  # fmt: skip
"""The usual one off screen is 800 by 800, too small for a window at twice the size."""


def test_the_screen_has_the_scale_asked_for(qapp: QApplication) -> None:
    assert qapp.devicePixelRatio() == float(os.environ.get(SCALE, "1"))


@pytest.mark.skipif(SCALE in os.environ, reason="this is the process with the scale")
@pytest.mark.parametrize(("scale", "names"), [("1.5", CANVAS), ("2", CANVAS + WINDOW)])
def test_gestures_come_to_the_same_coordinates(
    scale: str, names: tuple[str, ...], tmp_path: Path
) -> None:
    screens = tmp_path / "screens.json"
    # Frames around windows would put them at half pixels, and the pointer is put at whole ones.
    screens.write_text(json.dumps({"screens": [SCREEN], "windowFrameMargins": False}))
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST_")}
    options = ("-q", "-n0", "-p", "no:cacheprovider", f"--basetemp={tmp_path / 'own'}")
    files = [f"tests/ui/{name}.py" for name in (*names, "test_screen_scales")]
    done = subprocess.run(
        [sys.executable, "-m", "pytest", *options, *files],
        cwd=ROOT,
        env=kept | {SCALE: scale, "QT_QPA_PLATFORM": f"offscreen:configfile={screens}"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-6000:]
