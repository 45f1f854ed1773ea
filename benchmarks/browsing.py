"""Measure how large folders open, scroll and fill the memory; print it as a Markdown table.

For example, the figures of docs/RESULTS.md:

    uv run python benchmarks/browsing.py --pictures 100000 --labelme

A folder of small distinct JPEGs is made in the system's temporary folder and taken away at the end.
Each figure comes from a fresh process whose window is drawn off screen, and is the median of
``--runs``. "Cold" is a folder without an index of ours; its files are in the system's cache, since
they have just been written. "Known" is one that was open before. "usable" is the time from asking
for the folder until its rows are painted; "stall" the longest time in which the window did not
answer until then; "memory" the largest resident size of the whole process until the inspection of
all pictures has ended.
"""

from __future__ import annotations

import argparse
import io
import itertools
import json
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image

from kpstudio.io.formats.pts import pts_text

LABELME = "labelme==6.3.1"
FRAMES = 200
POINTS = 68

# labelme is only timed: its window is asked for the folder as its command line does.
LABELME_SCRIPT = """
import json, resource, sys, time
from PyQt5 import QtWidgets
from labelme.app import MainWindow
app = QtWidgets.QApplication([])
begun = time.perf_counter()
window = MainWindow(file_or_dir=sys.argv[1])
window.show()
while window._docks.file_list.count() < int(sys.argv[2]):
    app.processEvents()
app.processEvents()
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(json.dumps({"usable": time.perf_counter() - begun, "memory": peak}))
"""


def make_folder(root: Path, pictures: int, folders: int, labelled: bool) -> None:
    """Write small pictures that all differ, in ``folders`` sub-folders, or none for 0."""
    random = np.random.default_rng(0)
    bodies = []
    for _ in range(40):
        coarse = Image.fromarray(random.integers(0, 255, (12, 16, 3), np.uint8))
        file = io.BytesIO()
        coarse.resize((160, 120), Image.Resampling.BICUBIC).save(file, "JPEG", quality=80)
        bodies.append(file.getvalue())
    face = random.uniform((40, 30), (120, 90), (POINTS, 2))
    for number in range(pictures):
        folder = root / f"part{number * folders // pictures:04}" if folders else root
        folder.mkdir(parents=True, exist_ok=True)
        name = f"img_{number:06}"
        # What follows the end of a JPEG is ignored, and makes each file another one.
        (folder / f"{name}.jpg").write_bytes(bodies[number % len(bodies)] + name.encode())
        if labelled:
            (folder / f"{name}.pts").write_text(pts_text(face + random.normal(0, 2, face.shape)))


# ---- in a process of its own


def measure(folder: Path) -> dict[str, float]:
    """Open a folder in the real window, scroll its list, and wait for the inspection."""
    started = time.perf_counter()
    from PySide6.QtCore import QEventLoop, QTimer
    from PySide6.QtWidgets import QApplication

    from kpstudio.app.garbage import Collector
    from kpstudio.app.settings import Settings
    from kpstudio.ui.main import SWITCH_S
    from kpstudio.ui.theming import apply_theme
    from kpstudio.ui.window_setup import whole_window

    app = QApplication([])
    sys.setswitchinterval(SWITCH_S)
    settings = Settings()
    apply_theme(settings)
    window = whole_window(settings)
    collector = Collector(window)
    collector.follow(window.session, window.runs)
    window.show()
    app.processEvents()
    begun = time.perf_counter()
    beats = [begun]
    heart = QTimer()
    heart.timeout.connect(lambda: beats.append(time.perf_counter()))
    heart.start(5)
    wait = QEventLoop.ProcessEventsFlag.WaitForMoreEvents
    window.files.open(folder)
    while not window.faces_model.rowCount():
        app.processEvents(wait)
    window.faces.view.viewport().repaint()
    usable = time.perf_counter()
    while beats[-1] < usable:
        app.processEvents(wait)
    heart.stop()
    stall = max(after - before for before, after in itertools.pairwise(beats))
    frames = scroll(window.faces.view, app)
    while window.inspection.running:
        app.processEvents(wait)
    inspected = time.perf_counter()
    window.close()
    return {
        "start": begun - started,
        "usable": usable - begun,
        "stall": stall,
        "frames": frames,
        "inspected": inspected - begun,
        "memory": peak_mb(),
    }


def scroll(view: Any, app: Any) -> float:
    """Scroll by a third of a row a frame, then by a page; return the slower frames a second.

    Each frame moves the list and runs the event loop until all is painted, with the thumbnails that
    have arrived meanwhile.
    """
    bar, rates = view.verticalScrollBar(), []
    for step in (20, view.viewport().height()):
        times = []
        bar.setValue(0)
        for frame in range(FRAMES):
            begun = time.perf_counter()
            bar.setValue(frame * step)
            app.processEvents()
            times.append(time.perf_counter() - begun)
        rates.append(1 / float(np.percentile(times, 95)))
    return min(rates)


def peak_mb() -> float:
    """Return the largest resident size so far in MB."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (2**20 if sys.platform == "darwin" else 2**10)


# ---- outside


def run_once(folder: Path, home: Path) -> dict[str, float]:
    """Measure in a fresh process whose settings and cache lie in ``home``."""
    places = {f"XDG_{kind}_HOME": str(home / kind.lower()) for kind in ("CACHE", "DATA", "CONFIG")}
    environment = os.environ | places | {"QT_QPA_PLATFORM": "offscreen", "HOME": str(home)}
    command = [sys.executable, __file__, "--measure", str(folder)]
    done = subprocess.run(command, env=environment, check=True, stdout=subprocess.PIPE, text=True)
    result: dict[str, float] = json.loads(done.stdout)
    return result


def run_labelme(folder: Path, pictures: int) -> dict[str, float] | str:
    """Measure labelme in an environment of its own; return why not where that fails."""
    if shutil.which("uv") is None:
        return "uv is not there to fetch it"
    command = ["uv", "run", "--no-project", "--isolated", "--with", LABELME, "python", "-c"]
    command += [LABELME_SCRIPT, str(folder), str(pictures)]
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        return (done.stderr.strip().splitlines() or ["it ended without a word"])[-1]
    result: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return result


def middle(results: Sequence[dict[str, float]]) -> dict[str, float]:
    """Return the median of each figure."""
    return {key: statistics.median(result[key] for result in results) for key in results[0]}


def row(name: str, figures: dict[str, float], base: dict[str, float] | None = None) -> str:
    """Return a row of the table; ratios are to ``base``."""
    units = (
        ("usable", "s"),
        ("stall", "s"),
        ("frames", "/s"),
        ("inspected", "s"),
        ("memory", "MB"),
    )
    cells = []
    for key, unit in units:
        value = figures.get(key)
        if value is None:
            cells.append("–")
            continue
        digits = 0 if unit in ("MB", "/s") else 2
        ratio = f" ({value / base[key]:.1f} x)" if base and base.get(key) else ""
        cells.append(f"{value:.{digits}f} {unit}{ratio}")
    return f"| {name} | {' | '.join(cells)} |"


def compare(options: argparse.Namespace, work: Path) -> None:
    folder = work / "pictures"
    show(f"writing {options.pictures:,} pictures")
    make_folder(folder, options.pictures, options.folders, options.labels)
    cold, known = [], []
    for number in range(options.runs):
        show(f"run {number + 1} of {options.runs}")
        home = work / f"home{number}"
        shutil.rmtree(folder / ".kpstudio", ignore_errors=True)
        home.mkdir()
        time.sleep(3)  # an index is not trusted for a folder that has just changed
        cold.append(run_once(folder, home))
        run_once(folder, home)  # the first opening makes the project's folder: a change
        known.append(run_once(folder, home))
    where = f" in {options.folders} folders" if options.folders else ""
    labels = f", each with a .pts of {POINTS} points" if options.labels else ""
    print(f"{options.pictures:,} pictures{where}{labels}, median of {options.runs}\n")
    print("| | usable | stall | scrolling, 95 % of frames | inspected | memory |")
    print("|---|---|---|---|---|---|")
    base = middle(known)
    print(row("kpstudio, known", base))
    print(row("kpstudio, cold", middle(cold), base))
    if options.labelme:
        show("labelme")
        others = [run_labelme(folder, options.pictures) for _ in range(options.runs)]
        measured = [other for other in others if not isinstance(other, str)]
        if measured:
            print(row(LABELME, middle(measured), base))
        else:
            print(f"\nlabelme could not be measured: {others[0]}")


def show(progress: str) -> None:
    print(progress, file=sys.stderr, flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--pictures", type=int, default=100_000)
    parser.add_argument("--folders", type=int, default=0, help="sub-folders; none by default")
    parser.add_argument("--labels", action="store_true", help="a .pts file for each picture")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--labelme", action="store_true", help="measure labelme, too (with uv)")
    parser.add_argument("--measure", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.measure is not None:
        print(json.dumps(measure(options.measure)))
        return
    with tempfile.TemporaryDirectory(prefix="kpstudio-browsing-") as work:
        compare(options, Path(work))


if __name__ == "__main__":
    main()
