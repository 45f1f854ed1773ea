"""The plain loop's processes are plain: kpstudio does not tell their threads how to wait."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import train_speed

from kpstudio.engine.presets import SEED_PRESETS


def test_only_kpstudio_s_children_are_told_how_to_wait() -> None:
    own = {"PATH": "/bin", "GOMP_SPINCOUNT": "1000"}
    assert train_speed.environment("plain", own) == {"PATH": "/bin"}
    assert train_speed.environment("kpstudio", own) == own


def test_it_is_loaded_without_the_engine() -> None:
    folder = Path(train_speed.__file__).parent
    code = "import sys, train_speed; print('kpstudio.engine' in sys.modules)"
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, cwd=folder, stdout=subprocess.PIPE, check=True, text=True)
    assert done.stdout.strip() == "False"


def test_it_trains_the_class_project_s_presets() -> None:
    assert train_speed.PRESETS == SEED_PRESETS
