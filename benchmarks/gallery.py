"""Measure how the gallery scrolls, walks and changes its size; print it as a Markdown table.

For example, the figures of docs/RESULTS.md:

    uv run python benchmarks/gallery.py --faces 10000

A folder of small distinct JPEGs with points, and predictions of all of them, is made in the
system's temporary folder and taken away at the end. The window is drawn off screen. A frame moves
the gallery and runs the event loop until all is painted; pictures are decoded on other threads, and
are painted when they have come. "first" is the first time that faces are seen, "again" the second.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
from browsing import POINTS, make_folder

FRAMES = 300
LISTS = 20
SIDES = (96, 160, 256)
RUN = "0001-best"


def predict(root: Path) -> None:
    """Write predictions of all faces, a little beside their points, as a run would."""
    from kpstudio.core.landmarks import Landmarks, Source
    from kpstudio.core.schema import scheme_for_count
    from kpstudio.core.splits import Split
    from kpstudio.engine.presets import preset
    from kpstudio.io.opening import open_path
    from kpstudio.store.project import Project
    from kpstudio.store.runs import RunFolder

    scheme, random = scheme_for_count(POINTS), np.random.default_rng(0)
    labels = open_path(root).labels
    found = {}
    for face in labels:
        assert face.landmarks is not None
        xy = face.landmarks.xy_image + random.normal(0, random.uniform(0.5, 3), (POINTS, 2))
        found[face.id] = Landmarks.of(xy, Source.PREDICTION, RUN)
    with Project.open(root) as project:
        config = preset("best", scheme).to_json()
        split = Split((), tuple(found), "picture")
        RunFolder.create(project.runs_folder / RUN, config, scheme, split, {}).set_state("done")
        project.save_predictions(RUN, found)
        project.set_setting("run", RUN)


def open_window(root: Path) -> tuple[Any, Any]:
    """Open the folder in the real window, in Review with the gallery."""
    from PySide6.QtCore import QEventLoop
    from PySide6.QtWidgets import QApplication

    from kpstudio.app.settings import Settings
    from kpstudio.ui.main import SWITCH_S
    from kpstudio.ui.theming import apply_theme
    from kpstudio.ui.window_setup import whole_window
    from kpstudio.ui.workspaces import Workspace

    app = QApplication([])
    sys.setswitchinterval(SWITCH_S)
    settings = Settings()
    apply_theme(settings)
    window = whole_window(settings)
    window.resize(1600, 1000)
    window.show()
    window.files.open(root)
    wait = QEventLoop.ProcessEventsFlag.WaitForMoreEvents
    while window.runs.run != RUN or window.inspection.running:
        app.processEvents(wait)
    window.show_workspace(Workspace.REVIEW)
    window.actions_by_key["gallery"].setChecked(True)
    app.processEvents()
    return window, app


def timed(app: Any, act: Callable[[int], object], frames: int = FRAMES) -> str:
    """Return the rate that 95 % of the frames reach, the slowest, and the processor time of one."""
    times, busy = [], time.thread_time()
    for frame in range(frames):
        begun = time.perf_counter()
        act(frame)
        app.processEvents()
        times.append(time.perf_counter() - begun)
    mean = 1000 * (time.thread_time() - busy) / frames
    rate = 1 / float(np.percentile(times, 95))
    return f"{rate:.0f} /s ({1000 * max(times):.0f} ms; {mean:.1f} ms)"


def measure(root: Path) -> None:
    """Print the table."""
    window, app = open_window(root)
    gallery, thumbnails = window.gallery, window.thumbnails
    view = gallery.view
    bar = view.verticalScrollBar()
    print("| pictures | columns | scrolling, first | again | by pages, first | again |")
    print("|---|---|---|---|---|---|")
    for side in SIDES:
        gallery.slider.setValue(side)
        cells = []
        for step in (20, view.viewport().height()):
            thumbnails.clear()
            for _ in ("first", "again"):
                bar.setValue(0)
                app.processEvents()
                end = bar.maximum()
                cells.append(timed(app, lambda n, step=step, end=end: bar.setValue(n * step % end)))
        print(f"| {side} px | {view.columns} | {' | '.join(cells)} |")
    ids = window.faces_model.face_ids
    span = gallery.slider.maximum() - gallery.slider.minimum()
    low = gallery.slider.minimum()
    walk = timed(app, lambda frame: window.session.choose(ids[frame]))
    size = timed(app, lambda frame: gallery.slider.setValue(low + frame % span))
    print(f"\nwalking from face to face {walk}; dragging the slider {size}")
    search = window.faces.search
    listed = timed(app, lambda frame: search.setText(f"error>{frame / 100:.2f}"), LISTS)
    print(f"another list by a search {listed}")
    print(f"load of the machine {os.getloadavg()[0]:.0f} on {os.cpu_count()} cores")
    window.close()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--faces", type=int, default=10_000)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="kpstudio-gallery-") as work:
        root, home = Path(work, "pictures"), Path(work, "home")
        places = {f"XDG_{kind}_HOME": str(home / kind) for kind in ("CACHE", "DATA", "CONFIG")}
        os.environ.update(places, HOME=str(home), QT_QPA_PLATFORM="offscreen")
        make_folder(root, options.faces, 0, labelled=True)
        predict(root)
        print(f"{options.faces:,} faces of {POINTS} points, window 1600 x 1000 px\n")
        measure(root)


if __name__ == "__main__":
    main()
