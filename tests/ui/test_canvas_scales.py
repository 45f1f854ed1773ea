"""The gestures give the same coordinates on a screen of another scale."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
FILES = ("test_canvas_gestures", "test_canvas_selecting", "test_canvas_frame")


def test_gestures_are_as_exact_on_a_scaled_screen() -> None:
    # The scale is the process's, and cannot be changed once there is an application.
    run = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", *(str(HERE / f"{name}.py") for name in FILES)],
        env={**os.environ, "QT_SCALE_FACTOR": "1.5"},
        cwd=HERE.parents[1],
        capture_output=True,
        text=True,
        timeout=240,
    )
    assert run.returncode == 0, run.stdout[-3000:]
    assert " passed" in run.stdout
