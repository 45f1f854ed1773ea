"""Train in the window and on the command line in turns; compare speeds, and time its answers.

    uv run python benchmarks/window_training.py FOLDER

The real window is drawn off screen, shows the page Train with its curves, and trains on a copy of
FOLDER; the command line's code trains on another. Every training runs in a process of its own.
Images a second are those of the trainer, pictures decoded already. The delay is how much later than
it should a timer of 10 ms comes while the training runs, which is how long the window takes to
answer at that moment.
"""

from __future__ import annotations

import argparse
import itertools
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from kpstudio.core.schema import PointSchema
    from kpstudio.engine.config import TrainConfig

BEAT_MS = 10
HELD_OUT = 0.2


def config_of(given: argparse.Namespace, scheme: PointSchema) -> TrainConfig:
    from kpstudio.engine.presets import preset

    return replace(preset(given.preset, scheme), epochs=given.epochs)


def on_the_command_line(given: argparse.Namespace, folder: Path) -> dict[str, float]:
    """Train as ``kpstudio train`` does."""
    from kpstudio.engine.events import Done
    from kpstudio.io.opening import open_path
    from kpstudio.tasks.training import choose_split, train_run

    labels = open_path(folder).labels
    config, split = config_of(given, labels.scheme), choose_split(labels, HELD_OUT)
    last = list(train_run(labels, config, split, folder / ".kpstudio" / "run"))[-1]
    assert isinstance(last, Done)
    return {"images/s": last.images_per_second, "seconds": last.seconds}


def in_the_window(given: argparse.Namespace, folder: Path) -> dict[str, float]:
    """Train as the button Train does, and listen to the event loop meanwhile."""
    from PySide6.QtCore import QEventLoop, Qt, QTimer
    from PySide6.QtWidgets import QApplication

    from kpstudio.app.settings import Settings
    from kpstudio.engine.events import Batch, Done, Event
    from kpstudio.ui.frame import Workspace
    from kpstudio.ui.main import SWITCH_S
    from kpstudio.ui.theming import apply_theme
    from kpstudio.ui.window_setup import whole_window

    app = QApplication([])
    sys.setswitchinterval(SWITCH_S)
    settings = Settings()
    apply_theme(settings)
    window = whole_window(settings)
    window.show()
    wait = QEventLoop.ProcessEventsFlag.WaitForMoreEvents
    window.files.open(folder)
    while not window.session.is_open or window.inspection.running:
        app.processEvents(wait)
    window.show_workspace(Workspace.TRAIN)
    beats: list[float] = []
    ends: list[Done] = []

    def arrived(events: list[Event]) -> None:
        if any(isinstance(event, Batch) for event in events) and not heart.isActive():
            heart.start(BEAT_MS)
        ends.extend(event for event in events if isinstance(event, Done))

    def failed(message: str) -> None:
        raise SystemExit(message)

    heart = QTimer()
    heart.setTimerType(Qt.TimerType.PreciseTimer)
    heart.timeout.connect(lambda: beats.append(time.perf_counter()))
    window.desk.events_arrived.connect(arrived)
    window.desk.failed.connect(failed)
    window.desk.start(config_of(given, window.session.labels.scheme), HELD_OUT)
    while not ends:
        app.processEvents(wait)
    heart.stop()
    while window.desk.running:
        app.processEvents(wait)
    window.close()
    delays = [1000 * (b - a) - BEAT_MS for a, b in itertools.pairwise(beats)]
    return {
        "images/s": ends[0].images_per_second,
        "seconds": ends[0].seconds,
        "delay": float(np.percentile(delays, 95)),
        "longest": max(delays),
    }


WAYS = {"command line": on_the_command_line, "window": in_the_window}


def measure(given: argparse.Namespace, way: str) -> dict[str, float]:
    """Train on a fresh copy of the folder, with settings of its own, in a process of its own."""
    with tempfile.TemporaryDirectory() as home:
        folder = Path(home) / "faces"
        shutil.copytree(given.folder, folder, ignore=shutil.ignore_patterns(".kpstudio"))
        places = {f"XDG_{kind}_HOME": f"{home}/{kind}" for kind in ("CACHE", "DATA", "CONFIG")}
        environment = os.environ | places | {"QT_QPA_PLATFORM": "offscreen", "HOME": home}
        command = [
            sys.executable, __file__, str(folder), "--child", way, "--preset", given.preset,
            "--epochs", str(given.epochs),
        ]  # fmt: skip
        done = subprocess.run(
            command, env=environment, check=True, stdout=subprocess.PIPE, text=True
        )
    result: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return result


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path, help="labelled faces")
    parser.add_argument("--preset", default="bignet")
    parser.add_argument("--epochs", type=int, default=4)
    parser.add_argument("--pairs", type=int, default=3)
    parser.add_argument("--child", choices=list(WAYS), help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.child:
        print(json.dumps(WAYS[given.child](given, given.folder)))
        return
    runs: dict[str, list[dict[str, float]]] = {way: [] for way in WAYS}
    for number in range(given.pairs):
        for way in list(WAYS)[:: 1 if number % 2 == 0 else -1]:
            runs[way].append(measure(given, way))
    print("| | images/s | seconds | delay, 95 % under, ms | longest, ms |\n|---|---|---|---|---|")
    for way, found in runs.items():
        middle = {key: statistics.median(run[key] for run in found) for key in found[0]}
        delays = [f"{middle[key]:.0f}" if key in middle else "" for key in ("delay", "longest")]
        cells = [f"{middle['images/s']:.0f}", f"{middle['seconds']:.1f}", *delays]
        print(f"| {way} | {' | '.join(cells)} |")
    pairs = zip(*runs.values(), strict=True)
    share = statistics.median(b["images/s"] / a["images/s"] for a, b in pairs)
    print(f"\nThe window trains at {100 * share:.0f} % of the command line's speed.")


if __name__ == "__main__":
    main()
