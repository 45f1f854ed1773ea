"""Press eight hours of work into minutes, in the real window, and see whether anything grows.

    uv run python benchmarks/long_session.py

A folder of 20,000 small labelled pictures is opened in the window, drawn off screen. A hand goes
through all of them by key, drags a point in every fourth (mouse events), tags, checks and takes
changes back now and then, searches, looks at the gallery and changes pages; three trainings run
meanwhile, on 400 faces each, and each then predicts all faces. A timer of 10 ms tells how late the
event loop is; twenty times in the session the resident memory, open files, threads and widgets are
counted, and what the caches of decoded pictures hold of the memory. What a training and its
predictions take comes and goes, so memory is compared at rest: each time that a training is over,
all faces are predicted, the next is yet to begin, and what is free has been given back.
"""

from __future__ import annotations

import argparse
import gc
import itertools
import json
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
from browsing import make_folder
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from kpstudio.app.byte_cache import ByteCache

BEAT_MS = 10
COUNTS = 20
TRAINED_FACES = 400
EPOCHS = 6
EDIT_EVERY = 4
PATIENCE_S = 900.0
LEFT = Qt.MouseButton.LeftButton
NO_KEY = Qt.KeyboardModifier.NoModifier
CONTROL = Qt.KeyboardModifier.ControlModifier

Ready = Callable[[], object]


class Hand:
    """Works in a window step by step; between two steps the event loop has its turn."""

    def __init__(self, root: Path, pictures: int, trainings: int) -> None:
        from kpstudio.app.garbage import Collector
        from kpstudio.app.settings import Settings
        from kpstudio.ui.theming import apply_theme
        from kpstudio.ui.window_setup import whole_window

        settings = Settings()
        apply_theme(settings)
        self.window = whole_window(settings)
        self._caches = caches()  # what is there now is set apart later, and found no more
        self._collector = Collector(self.window)
        self._collector.follow(self.window.session, self.window.runs)
        self.window.resize(1280, 720)
        self.window.show()
        self.faults: list[str] = []
        self.window.desk.failed.connect(self.faults.append)
        self.window.session.failed.connect(self.faults.append)
        self.window.desk.ended.connect(self._trained)
        self._root, self._pictures, self._trainings = root, pictures, trainings
        self._random = np.random.default_rng(0)
        self.edits = self.trained = 0
        self.resting = self.counted = False
        self.counts: list[dict[str, float]] = []
        self.rests: list[dict[str, float]] = []

    def work(self) -> Iterator[Ready]:
        """Do it all; yields what to wait for."""
        window = self.window
        window.files.open(self._root)
        yield lambda: window.session.is_open and window.canvas.has_picture
        yield lambda: not window.inspection.running
        train_at = {int(k * self._pictures / self._trainings) for k in range(self._trainings)}
        for number in range(self._pictures):
            if number in train_at:
                if number:
                    yield from self._come_to_rest(number)
                self._train()
            if number % EDIT_EVERY == 0:
                yield from self._edit(number)
            if number % 500 == 250:
                yield from self._look_around(number)
            if number % (self._pictures // COUNTS) == 0:
                self.counts.append(self._count(number))
            QTest.keyClick(window.canvas, Qt.Key.Key_D)
            yield lambda: window.canvas.has_picture
        yield from self._come_to_rest(self._pictures)

    def _edit(self, number: int) -> Iterator[Ready]:
        """Change the face in view: mostly by a drag."""
        kind = (number // EDIT_EVERY) % 10
        canvas = self.window.canvas
        canvas.setFocus()
        if kind == 8:
            QTest.keyClick(canvas, Qt.Key.Key_Z, CONTROL)
        elif kind == 9:
            QTest.keyClick(canvas, Qt.Key.Key_V)
        else:
            yield from self._drag()
        self.edits += 1
        if kind == 7:
            QTest.keyClick(canvas, Qt.Key.Key_Return)
            yield lambda: canvas.has_picture

    def _drag(self) -> Iterator[Ready]:
        face, canvas = self.window.session.current, self.window.canvas
        assert face is not None
        assert face.landmarks is not None
        xy = face.landmarks.xy_image[int(self._random.integers(face.landmarks.count))]
        if not np.isfinite(xy).all():
            return
        start = canvas.view_from_image((float(xy[0]), float(xy[1]))).toPoint()
        way = QPoint(*self._random.integers(-30, 31, 2).tolist())
        QTest.mouseMove(canvas, start)
        QTest.mousePress(canvas, LEFT, NO_KEY, start)
        for step in range(1, 5):
            yield lambda: True
            QTest.mouseMove(canvas, start + way * step / 4)
        QTest.mouseRelease(canvas, LEFT, NO_KEY, start + way)

    def _look_around(self, number: int) -> Iterator[Ready]:
        """Search, look at the gallery and at another page, and come back."""
        act, window = self.window.actions_by_key, self.window
        window.faces.search.setText(f"name:img_{number % 100:02}*" if number % 1000 else "")
        yield lambda: True
        window.faces.search.setText("")
        act["gallery"].trigger()
        yield from self._rest(0.3)
        act["gallery"].trigger()
        for page in ("show_review", "show_train", "show_label"):
            act[page].trigger()
            yield from self._rest(0.1)
        yield lambda: window.canvas.has_picture

    def _rest(self, seconds: float) -> Iterator[Ready]:
        until = time.monotonic() + seconds
        yield lambda: time.monotonic() > until

    def _train(self) -> None:
        from dataclasses import replace

        from kpstudio.core.labelset import LabelSet
        from kpstudio.engine.presets import preset

        now = self.window.session.labels
        faces = tuple(now)[:TRAINED_FACES]
        some = LabelSet(now.root, now.scheme, faces)
        config = replace(preset("bignet", now.scheme), epochs=EPOCHS)
        self.window.desk.start(config, 0.2, labels=some)

    def _trained(self) -> None:
        self.trained += 1

    def _come_to_rest(self, pictures: int) -> Iterator[Ready]:
        from kpstudio.app.memory import MOST_OFTEN_S, give_back

        self.resting = True
        yield lambda: not self.window.desk.running
        yield lambda: not self.window.runs.predicting
        yield from self._rest(MOST_OFTEN_S + 1.0)
        give_back()  # as the end of any job does, if none has just done it
        self.rests.append(self._count(pictures))
        self.resting = False

    def _count(self, pictures: int) -> dict[str, float]:
        status = Path("/proc/self/status").read_text()
        resident = next(line.split()[1] for line in status.splitlines() if line.startswith("VmRSS"))
        self._caches |= caches()
        kept = sum(found.size for found in self._caches.values())
        counted = {
            "pictures": pictures,
            "edits": self.edits,
            "memory": int(resident) / 1024,
            "of it caches": kept / 2**20,
            "files": len(list(Path("/proc/self/fd").iterdir())),
            "threads": len(list(Path("/proc/self/task").iterdir())),
            "widgets": len(QApplication.allWidgets()),
        }
        print(json.dumps(counted), file=sys.stderr, flush=True)
        self.counted = True
        return counted


def caches() -> dict[int, ByteCache[Any, Any]]:
    """Return what keeps something to be shown again, by its place in memory."""
    from kpstudio.app.byte_cache import ByteCache

    return {id(found): found for found in gc.get_objects() if type(found) is ByteCache}


def play(hand: Hand, app: QApplication) -> list[float]:
    """Let ``hand`` work to the end; return how late each beat of the event loop was, in ms.

    While the hand rests the loop has little to do, and counting takes time of its own: neither is
    told.
    """
    steps, until = hand.work(), [lambda: True, time.monotonic()]
    beats: list[tuple[float, bool]] = []
    heart, driver = QTimer(), QTimer()
    heart.setTimerType(Qt.TimerType.PreciseTimer)

    def beat() -> None:
        beats.append((time.perf_counter(), hand.resting or hand.counted))
        hand.counted = False

    heart.timeout.connect(beat)

    def step() -> None:
        if not until[0]():
            if time.monotonic() - until[1] > PATIENCE_S:
                raise SystemExit("the window does not go on")
            return
        try:
            until[:] = [next(steps), time.monotonic()]
        except StopIteration:
            driver.stop()
            app.quit()

    driver.timeout.connect(step)
    heart.start(BEAT_MS)
    driver.start(1)
    app.exec()
    return [1000 * (b - a) - BEAT_MS for (a, _), (b, rest) in itertools.pairwise(beats) if not rest]


def main() -> None:
    """Make the folder, work, and print what grew."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--pictures", type=int, default=20_000)
    parser.add_argument("--trainings", type=int, default=3)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as home:
        for kind in ("CONFIG", "DATA", "CACHE", "STATE"):
            os.environ[f"XDG_{kind}_HOME"] = f"{home}/{kind.lower()}"
        root = Path(home) / "faces"
        make_folder(root, given.pictures, 0, labelled=True)

        from kpstudio.ui.main import SWITCH_S

        sys.setswitchinterval(SWITCH_S)
        app = QApplication([])
        begun = time.perf_counter()
        hand = Hand(root, given.pictures, given.trainings)
        late = play(hand, app)
        minutes = (time.perf_counter() - begun) / 60
        hand.window.close()
        report(hand, late, minutes)


def report(hand: Hand, late: list[float], minutes: float) -> None:
    """Print the counts as tables, and how late the event loop was."""
    last = hand.rests[-1]
    _print_table(hand.counts[::4])
    print("\nAt rest, after each training:\n")
    _print_table(hand.rests)
    print(
        f"\n{last['pictures']:,.0f} pictures, {last['edits']:,.0f} edits and {hand.trained} "
        f"trainings in {minutes:.1f} minutes. The event loop was late by "
        f"{np.percentile(late, 50):.1f} ms in the middle, {np.percentile(late, 99):.0f} ms at the "
        f"99th percentile, {max(late):.0f} ms at most. Faults told: {len(hand.faults)}."
    )
    for fault in dict.fromkeys(hand.faults):
        print(fault)


def _print_table(counts: list[dict[str, float]]) -> None:
    heads = list(counts[0])
    print(f"| {' | '.join(heads)} |\n|{'---|' * len(heads)}")
    for count in counts:
        print(f"| {' | '.join(f'{count[head]:,.0f}' for head in heads)} |")


if __name__ == "__main__":
    main()
