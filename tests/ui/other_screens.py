"""Runs tests again on another screen, which holds for a whole process."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).parents[2]
SCALE = "QT_SCALE_FACTOR"


def run_on_screen(size: tuple[int, int], scale: str, names: Sequence[str], tmp_path: Path) -> None:
    """Run modules of this folder in a process of their own.

    Args:
        size: Pixels of the screen.
        scale: Its pixels for each of Qt's.
        names: Of the modules.
        tmp_path: A folder for what they write.
    """
    screen = {"name": "other", "x": 0, "y": 0, "width": size[0], "height": size[1]}
    screen |= {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
    screens = tmp_path / "screens.json"
    # Frames around windows would put them at half pixels, and the pointer is put at whole ones.
    screens.write_text(json.dumps({"screens": [screen], "windowFrameMargins": False}))
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST_")}
    options = ("-q", "-n0", "-p", "no:cacheprovider", f"--basetemp={tmp_path / 'own'}")
    with tempfile.TemporaryDirectory() as place:  # the process ends before all of its own is gone
        done = subprocess.run(
            [sys.executable, "-m", "pytest", *options, *(f"tests/ui/{name}.py" for name in names)],
            cwd=ROOT,
            env=kept
            | {
                SCALE: scale,
                "QT_QPA_PLATFORM": f"offscreen:configfile={screens}",
                "TMPDIR": place,
            },
            capture_output=True,
            text=True,
            check=False,
        )
    assert done.returncode == 0, f"{done.returncode}\n{done.stdout[-6000:]}\n{done.stderr[-3000:]}"
