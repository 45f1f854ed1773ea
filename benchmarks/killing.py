"""Kill the real window at random moments, again and again; count the gestures that are lost.

    uv run python benchmarks/killing.py --kills 100

A process opens a folder of twelve pictures in the real window, drawn off screen, and works in it
without a pause: drags, nudges, checks, marks, tags, boxes, undo and redo, by mouse and keys. After
each finished gesture it tells what all faces are by then. It is killed (SIGKILL) at a random
moment; the next one goes on in the same project. After each kill the project must open undamaged,
the faces must be what was told last, or what the gesture in hand had made of them by then, and all
of its history must still fit them.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
from PIL import Image
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kpstudio.core.edits import Edit, set_tags
from kpstudio.core.labelset import LabelSet
from kpstudio.core.walking import walk
from kpstudio.io.formats.pts import pts_text
from kpstudio.store import codec
from kpstudio.store.project import Project
from kpstudio.tasks.opening import open_corrected

PICTURES = 12
POINTS = 20
WIDTH, HEIGHT = 320, 240
MOST_GESTURES = 40
"""That a window finishes before it is killed."""
LONGEST_S = 0.05
"""From there to the kill, so that it may come at any place of a gesture."""
NOTHING_HELD = Qt.KeyboardModifier.NoModifier


def make_folder(root: Path) -> Path:
    """Write the pictures and their points."""
    root.mkdir(parents=True)
    random = np.random.default_rng(0)
    for number in range(PICTURES):
        coarse = Image.fromarray(random.integers(0, 255, (6, 8, 3), np.uint8))
        path = root / f"{number:02}.png"
        coarse.resize((WIDTH, HEIGHT), Image.Resampling.BICUBIC).save(path)
        columns, rows = np.meshgrid(np.linspace(0.2, 0.8, 5), np.linspace(0.2, 0.8, 4))
        xy = np.stack([columns.ravel() * WIDTH, rows.ravel() * HEIGHT], axis=1)
        path.with_suffix(".pts").write_text(pts_text(xy + random.normal(0, 3, xy.shape)))
    return root


def told(labels: LabelSet) -> str:
    """Return what stands for every face as it is now."""
    texts = sorted(codec.face_to_text(face) for face in labels)
    return hashlib.sha256("\n".join(texts).encode()).hexdigest()


# The process that is killed


class Worker:
    """Does random gestures in the real window; each is finished when its method returns."""

    def __init__(self, root: Path, seed: int) -> None:
        from kpstudio.app.settings import Settings
        from kpstudio.ui.commands.looks import apply_theme
        from kpstudio.ui.main_window import MainWindow

        settings = Settings()
        apply_theme(settings)
        self._random = np.random.default_rng(seed)
        self._window = window = MainWindow(settings)
        window.resize(1280, 720)
        window.show()
        window.activateWindow()
        window.files.open(root)
        wait_for(lambda: window.session.is_open and window.canvas.has_picture)
        wait_for(lambda: window.isActiveWindow() and not window.inspection.running)

    def work(self) -> None:
        """Tell what all faces are, now and after each gesture, without end."""
        gestures: list[Callable[[], object]] = [self._drag, self._drag, self._box, self._tag]
        gestures += [self._at_point(Qt.Key.Key_V), self._at_point(Qt.Key.Key_Right)]
        gestures += [lambda: self._key(Qt.Key.Key_Return), lambda: self._control(Qt.Key.Key_Y)]
        gestures += [lambda: self._control(Qt.Key.Key_Z)] * 2
        while True:
            print(told(self._window.session.labels), flush=True)
            self._go_on()
            gestures[self._random.integers(len(gestures))]()

    def _go_on(self) -> None:
        """Go to another face, so that no two nudges become one."""
        session = self._window.session
        now = session.current
        others = [face.id for face in session.labels if face is not now]
        session.choose(others[self._random.integers(len(others))])
        wait_for(lambda: self._window.canvas.has_picture)

    def _drag(self) -> None:
        place = self._place_of_point()
        self._pull(place, place + self._shift(12))

    def _box(self) -> None:
        self._key(Qt.Key.Key_B)
        corner = self._window.canvas.view_from_image((20.0, 20.0)).toPoint()
        self._pull(corner, corner + QPoint(150, 120) + self._shift(40))

    def _tag(self) -> None:
        session = self._window.session
        faces = list(session.labels)[:4]
        session.perform(set_tags(faces, [f"tag {self._random.integers(1000)}"]))

    def _at_point(self, key: Qt.Key) -> Callable[[], None]:
        def press() -> None:
            place = self._place_of_point()
            QTest.mouseClick(self._window.canvas, Qt.MouseButton.LeftButton, pos=place)
            self._key(key)

        return press

    def _control(self, key: Qt.Key) -> None:
        self._key(key, Qt.KeyboardModifier.ControlModifier)

    def _key(self, key: Qt.Key, held: Qt.KeyboardModifier = NOTHING_HELD) -> None:
        self._window.canvas.setFocus()
        QTest.keyClick(self._window.canvas, key, held)

    def _place_of_point(self) -> QPoint:
        """Where a point of the face in view is on the canvas; missing ones are left out."""
        face = self._window.session.current
        assert face is not None
        assert face.landmarks is not None
        places = face.landmarks.xy_image[face.landmarks.present]
        xy = places[self._random.integers(len(places))]
        return self._window.canvas.view_from_image(xy.tolist()).toPoint()

    def _shift(self, most: int) -> QPoint:
        x, y = self._random.integers(-most, most + 1, 2).tolist()
        return QPoint(x, y)

    def _pull(self, start: QPoint, end: QPoint) -> None:
        canvas = self._window.canvas
        QTest.mouseMove(canvas, start)
        QTest.mousePress(canvas, Qt.MouseButton.LeftButton, NOTHING_HELD, start)
        for step in range(1, 5):
            QTest.mouseMove(canvas, start + (end - start) * step / 4)
        QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, NOTHING_HELD, end)


def wait_for(ready: Callable[[], object], seconds: float = 120.0) -> None:
    """Let the window work until ``ready`` says so."""
    until = time.monotonic() + seconds
    while not ready():
        if time.monotonic() > until:
            raise TimeoutError("the window does not get ready")
        QApplication.processEvents()
        time.sleep(0.001)


# The process that kills


@dataclass
class Tally:
    """What came of some kills.

    Attributes:
        kills: How many there were.
        gestures: Gestures that were told as finished.
        in_hand: Kills at which the gesture in hand was found finished, too.
        harm: What was found otherwise than it should be, a sentence for each.
    """

    kills: int = 0
    gestures: int = 0
    in_hand: int = 0
    harm: tuple[str, ...] = ()


def kill_often(folder: Path, kills: int, seed: int, most: int = MOST_GESTURES) -> Tally:
    """Let windows work in a new folder inside ``folder`` and kill them, one after the other.

    Args:
        folder: Also takes what the window writes elsewhere, its settings and pictures kept.
        kills: How many windows.
        seed: Of the gestures and the moments.
        most: Gestures that a window finishes at most before the moment of its kill is drawn.
    """
    root = make_folder(folder / "faces")
    random = np.random.default_rng(seed)
    tally, before = Tally(), told(open_corrected(root).labels)
    for number in range(kills):
        enough, more_s = int(random.integers(1, most + 1)), random.uniform(0, LONGEST_S)
        lines = work_until_killed(folder, root, seed + number, enough, more_s)
        tally.kills += 1
        tally.gestures += len(lines) - 1
        found = look(root, lines[-1])
        if lines[0] != before:
            found = (*found, "the window did not open what lay in the project")
        tally.harm += tuple(f"kill {number + 1}: {one}" for one in found)
        before = told(open_corrected(root).labels)
        tally.in_hand += before != lines[-1]
    return tally


def work_until_killed(folder: Path, root: Path, seed: int, enough: int, more_s: float) -> list[str]:
    """Kill a window ``more_s`` after ``enough`` gestures; return what it told, the start first."""
    kinds = ("CONFIG", "DATA", "CACHE", "STATE")
    places = tuple(f"XDG_{kind}_HOME" for kind in kinds)
    environment = os.environ | {place: str(folder / "home") for place in places}
    command = [sys.executable, __file__, "--work", str(root), "--seed", str(seed)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as process:
        assert process.stdout is not None
        lines = [process.stdout.readline() for _ in range(enough + 1)]
        time.sleep(more_s)
        if process.poll() is not None:
            raise RuntimeError("the window ended by itself")
        process.kill()
        lines += process.stdout.readlines()
    whole = [line.strip() for line in lines if line.endswith("\n")]
    if not whole:
        raise RuntimeError("the window did not begin to work")
    return whole


def look(root: Path, last: str) -> tuple[str, ...]:
    """Return what is wrong in the project of ``root`` after a kill; ``last`` was told by then."""
    harm = []
    labels = open_corrected(root).labels
    with Project.open(root) as project:
        history = project.history
        harm += [str(problem) for problem in project.problems]
        if told(labels) != last:
            ends = (history.last_done, True), (history.first_undone, False)
            steps = ((history.edit(end.id), back) for end, back in ends if end is not None)
            one_less = {_after(labels, edit.inverse() if back else edit) for edit, back in steps}
            if last not in one_less:
                harm.append("a finished gesture is lost")
        done = [entry.id for entry in history.entries() if not entry.undone]
        way = walk(labels, (history.edit(number).inverse() for number in reversed(done)))
        harm += [f"“{left.verb}” can no longer be undone" for left in way.left_out]
    return tuple(harm)


def _after(labels: LabelSet, edit: Edit) -> str:
    """Return what would be told of ``labels`` after ``edit``."""
    if walk(labels, [edit]).left_out:
        return ""
    inverse = edit.apply(labels)
    said = told(labels)
    inverse.apply(labels)
    return said


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--seed", type=int, default=0, help="of the gestures and the moments")
    parser.add_argument("--work", type=Path, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.work is not None:
        app = QApplication([])
        Worker(arguments.work, arguments.seed).work()
        del app
    with tempfile.TemporaryDirectory() as folder:
        tally = kill_often(Path(folder), arguments.kills, arguments.seed)
    print("| kills | finished gestures | gesture in hand done, too | lost or harmed |")
    print("|---|---|---|---|")
    print(f"| {tally.kills} | {tally.gestures} | {tally.in_hand} | {len(tally.harm)} |")
    print("".join(f"\n{one}" for one in tally.harm))


if __name__ == "__main__":
    main()
