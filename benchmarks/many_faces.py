"""How long the window stops for what is done in a folder of very many faces.

    uv run python benchmarks/many_faces.py

A folder of 20,000 small pictures with 68 points each, and three runs with stored predictions of
all of them, is opened in the window, drawn off screen, a few times, each in a process of its own. A
timer of 10 ms tells how long the event loop was held up; of each act the longest stop is kept, as
time and as what of it was processor time of the window's own thread, which other programs on the
machine do not lengthen. "ready" is when the answer is there. Printed are the medians over
``--rounds``. To do nothing for half a second is the floor that all are to be read against.
"""

from __future__ import annotations

import argparse
import itertools
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
from browsing import make_folder
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication

BEAT_MS = 10
CALM_S = 0.06
"""The window rests when its beats have been no further apart for a while."""
QUIET_S = 0.5
PATIENCE_S = 300.0
RUNS = ("0001-smallnet", "0002-smallnet", "0003-smallnet")


class Act(NamedTuple):
    """Something that a person does.

    Attributes:
        name: What it is.
        do: Begins it.
        ready: Whether it is over.
    """

    name: str
    do: Callable[[], object]
    ready: Callable[[], bool]


def make(root: Path, faces: int) -> None:
    """Write the folder, train a small network on a few of its faces, and store predictions."""
    import shutil

    from kpstudio.core.landmarks import Landmarks, Source
    from kpstudio.io.opening import open_path
    from kpstudio.store.project import Project

    make_folder(root, faces, 0, labelled=True)
    first = root / ".kpstudio" / "runs" / RUNS[0]
    train = ("train", str(root), "--where", "name:img_0000*", "--preset", "smallnet")
    command = [sys.executable, "-m", "kpstudio", *train, "--epochs", "1", "--out", str(first)]
    subprocess.run(command, check=True, stdout=sys.stderr)
    for name in RUNS[1:]:
        shutil.copytree(first, first.with_name(name))
    labels, random = open_path(root).labels, np.random.default_rng(1)
    with Project.open(root) as project:
        for scatter, run in enumerate(RUNS, start=3):
            found = {}
            for face in labels:
                assert face.landmarks is not None
                off = random.normal(0.0, scatter, face.landmarks.xy_image.shape)
                found[face.id] = Landmarks.of(face.landmarks.xy_image + off, Source.PREDICTION, run)
            project.save_predictions(run, found)


# ---- in a process of its own


def acts(window: object) -> Iterator[Act]:
    """Yield what is done, one after another."""
    from kpstudio.app.face_order import Order
    from kpstudio.core.edits import move_points, set_states
    from kpstudio.core.labelset import FaceState
    from kpstudio.ui.main_window import MainWindow

    assert isinstance(window, MainWindow)
    runs, session, plots = window.runs, window.session, window.review_summary.plots
    behind = tuple(
        each.following.behind for each in (window.review, window.breaking_down, window.moved)
    )

    def ready() -> bool:
        waits = (window.old_run.predicting, window.other_runs.predicting, runs.predicting)
        return not any((*waits, *(each.busy for each in behind)))

    def use(run: str) -> Act:
        return Act(f"choose {run[:4]}", lambda: runs.use(run), lambda: ready() and runs.run == run)

    def press(key: str, name: str) -> Act:
        return Act(name, window.actions_by_key[key].trigger, ready)

    def turn_to(name: str, page: object) -> Act:
        return Act(name, lambda: window.side.setCurrentWidget(page), ready)

    def drag(where: str) -> Act:
        def move() -> None:
            face = session.current
            assert face is not None
            assert face.landmarks is not None
            xy = face.landmarks.xy_image[[3]] + 3.0
            session.perform(move_points(face, [3], xy, "move a point"))

        return Act(f"move a point, {where}", move, ready)

    def length(number: int, where: str) -> Act:
        name = runs.measuring.offered[number].name
        return Act(f"divide by {name}, {where}", lambda: runs.errors.divide_by(name), ready)

    def mark_all() -> None:
        session.perform(set_states(tuple(session.labels), FaceState.CHECKED))

    yield Act("nothing", lambda: None, ready)
    yield use(RUNS[1])
    yield use(RUNS[0])
    yield drag("Label")
    for order in (*Order, Order.NAME):
        yield Act(f"sort by {order.value}", lambda o=order: window.faces_model.sort_by(o), ready)
    for text in ("error>5", "yaw>10", "state:checked", "img_00001", ""):
        yield Act(f"search {text!r}", lambda t=text: window.faces.search.setText(t), ready)
    yield Act("choose all", window.faces.view.selectAll, ready)
    yield Act("mark all checked", mark_all, ready)
    yield press("undo", "undo it")
    yield press("delete_face", "delete all")
    yield press("undo", "take it back")
    yield Act("read it again", session.rescan, lambda: not session.opening and ready())
    yield press("show_train", "Train")
    yield press("show_review", "Review")
    yield Act("both parts of the run", lambda: window.faces._choose_part(""), ready)
    yield turn_to("Errors", window.review_summary)
    yield drag("Errors")
    for number, name in ((1, "parts plot"), (2, "points plot"), (0, "turn plot")):
        yield Act(name, plots.over.button(number).click, ready)
    yield Act("draw a run beside", lambda: window.other_runs.choose(RUNS[2:]), ready)
    yield length(1, "Errors")
    yield turn_to("Where", window.breakdown)
    yield drag("Where")
    yield turn_to("Moved", window.what_moved)
    yield Act("compare with a run", lambda: window.old_run.choose(RUNS[2]), ready)
    yield drag("Moved")
    yield length(0, "Moved")
    yield use(RUNS[1])
    yield press("show_label", "Label")
    yield Act("close the window", window.close, lambda: True)


class Beats:
    """When the event loop came round, and what processor time its thread had taken by then."""

    def __init__(self) -> None:
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.beat)
        self._timer.start(BEAT_MS)
        self.begin()

    def begin(self) -> None:
        """Forget what was."""
        self.at, self.work = [time.perf_counter()], [time.thread_time()]

    def beat(self) -> None:
        """Note one."""
        self.at.append(time.perf_counter())
        self.work.append(time.thread_time())

    def calm(self) -> bool:
        """Whether the loop has come round in time for a while."""
        lately = [beat for beat in self.at if beat > time.perf_counter() - QUIET_S]
        gaps = [b - a for a, b in itertools.pairwise(lately)]
        return len(gaps) > QUIET_S / CALM_S and max(gaps) < CALM_S

    def longest(self) -> tuple[float, float]:
        """Return the longest stop in seconds, and the most processor time of one."""
        wall, work = (max(b - a for a, b in itertools.pairwise(x)) for x in (self.at, self.work))
        return wall, work


def measure(root: Path) -> dict[str, tuple[float, float, float]]:
    """Open the folder and do all; return longest stop, its processor time and when it was ready."""
    from kpstudio.app.garbage import Collector
    from kpstudio.app.settings import Settings
    from kpstudio.ui.main import SWITCH_S
    from kpstudio.ui.theming import apply_theme
    from kpstudio.ui.window_setup import whole_window

    app = QApplication([])
    sys.setswitchinterval(SWITCH_S)
    collector = Collector()
    settings = Settings()
    apply_theme(settings)
    window = whole_window(settings)
    window.resize(1440, 900)
    window.show()
    collector.follow(window.session, window.runs)
    beats = Beats()

    def wait(ready: Callable[[], bool]) -> float:
        begun = last = time.perf_counter()
        while not (ready() and beats.calm() and time.perf_counter() - last > QUIET_S):
            app.processEvents()
            last = last if ready() else time.perf_counter()
            if time.perf_counter() - begun > PATIENCE_S:
                raise SystemExit("the window does not come to rest")
        return last - begun

    def opened() -> bool:
        return window.canvas.has_picture and not window.inspection.running

    def opening() -> Iterator[Act]:
        yield Act("open the folder", lambda: window.files.open(root), opened)

    found = {}
    for act in itertools.chain(opening(), acts(window)):
        beats.begin()
        begun = time.perf_counter()
        act.do()
        there = time.perf_counter() - begun + wait(act.ready)
        found[act.name] = (*beats.longest(), there)
    return found


# ---- in the process that was started


def main() -> None:
    """Make the folder, measure a few times, and print the medians."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--faces", type=int, default=20_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--folder", type=Path, help="made by an earlier call, or to be made")
    parser.add_argument("--measure", type=Path, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.measure is not None:
        print(json.dumps(measure(given.measure)))
        return
    with tempfile.TemporaryDirectory() as home:
        for kind in ("CONFIG", "DATA", "CACHE", "STATE"):
            os.environ[f"XDG_{kind}_HOME"] = f"{home}/{kind.lower()}"
        root = given.folder or Path(home) / "faces"
        if not root.exists():
            make(root, given.faces)
        command = [sys.executable, __file__, "--measure", str(root)]
        rounds = []
        for _ in range(given.rounds):
            done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
            rounds.append(json.loads(done.stdout.splitlines()[-1]))
    report(rounds, given.faces)


def report(rounds: list[dict[str, tuple[float, float, float]]], faces: int) -> None:
    """Print a table of the medians."""
    print(f"{faces:,} faces, medians of {len(rounds)}; load {os.getloadavg()[0]:.1f}\n")
    print("| act | longest stop, ms | of it own work, ms | ready after, s |\n|---|---|---|---|")
    for name in rounds[0]:
        stop, work, ready = (statistics.median(one[name][k] for one in rounds) for k in range(3))
        print(f"| {name} | {1000 * stop:.0f} | {1000 * work:.0f} | {ready:.2f} |")


if __name__ == "__main__":
    main()
