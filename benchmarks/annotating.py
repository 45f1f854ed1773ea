"""Let a scripted annotator correct a network's points in the real window, and count what it takes.

    uv run python benchmarks/annotating.py IMM --val-list VAL.txt

BigNet is trained on the labelled faces that VAL.txt does not name. Those that it names are given to
the window without their labels, and corrected from its predictions, drawn off screen, by mouse and
key events, until no point is farther than --tolerance of the eye distance from where the label file
has it. Three hands do so: one drags point after point; one also moves groups (double click) and
whole faces (Ctrl+A); one also drags points with the neighbours following. Each knows what a gesture
would bring and takes the one that brings most for its time; one that takes hold of another point,
because that lies nearer to the pointer, is undone, and counts.

Buttons and keys are counted from the events that reach the program. Seconds are those of the
keystroke-level model (Card, Moran and Newell, "The keystroke-level model for user performance time
with interactive systems", Communications of the ACM 23, 1980): 1.1 for pointing, 0.28 for a key,
0.1 for pressing or releasing a button, 1.35 for thinking before each gesture.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
from PySide6.QtCore import QEvent, QObject, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kpstudio.core.landmarks import FloatArray
from kpstudio.core.metrics import normaliser_length, point_errors
from kpstudio.core.selection import wider
from kpstudio.io.opening import open_path

if TYPE_CHECKING:
    from kpstudio.core.schema import PointSchema
    from kpstudio.core.shape_prior import ShapePrior
    from kpstudio.ui.main_window import MainWindow

RUN = "0001-bignet"
HANDS = ("points", "groups", "neighbours")
POINTING, KEY, BUTTON, THINKING = 1.1, 0.28, 0.1, 1.35
CANDIDATES = 8
"""Of the points that are farthest off, how many are thought of to be dragged with neighbours."""
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
ZOOM = 2.4
"""The face fills most of the canvas then."""

LEAST = 6.0 / ZOOM
"""Image pixels that a drag must be long, or it is a click."""

ALIKE = 0.5
"""Image pixels by which points may lie elsewhere than a gesture was to put them."""

PLAIN, CONTROL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier


@dataclass(frozen=True)
class Gesture:
    """One thing a hand can do.

    Attributes:
        kind: "point", "group", "face" or "neighbours".
        point: The point that is dragged.
        to_image: (2,) where to, image frame.
        after: (K, 2) the face then.
        seconds: By the keystroke-level model.
    """

    kind: str
    point: int
    to_image: FloatArray
    after: FloatArray
    seconds: float


class Tally(QObject):
    """Counts what reaches the canvas, and what was done.

    Attributes:
        buttons: Presses of the mouse's buttons.
        keys: Presses of keys.
        seconds: By the keystroke-level model.
        gestures: How many of each kind.
    """

    def __init__(self, canvas: QObject) -> None:
        super().__init__()
        self._canvas = canvas
        self.buttons = self.keys = 0
        self.seconds = 0.0
        self.gestures: dict[str, int] = {}

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Count, and let everything pass."""
        if watched is self._canvas:  # who leaves an event passes it on to what it lies in
            kind = event.type()
            self.keys += kind == QEvent.Type.KeyPress
            self.buttons += kind in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick)
        return False


def prepare(source: Path, names: Sequence[str], root: Path) -> dict[str, FloatArray]:
    """Copy the faces, those named without labels, and train; return the true (K, 2) points."""
    labels = open_path(source).labels
    truth = {
        face.picture: face.landmarks.xy_image
        for face in labels
        if face.picture in names and face.landmarks is not None
    }
    for path in source.iterdir():
        if not path.is_file() or path.name.startswith("."):
            continue
        if path.suffix.lower() in (".jpg", ".jpeg", ".png") or f"{path.stem}.jpg" not in names:
            shutil.copy(path, root)
    subprocess.run(
        [
            *(sys.executable, "-m", "kpstudio", "train", str(root), "--preset", "bignet"),
            *("--out", str(root / ".kpstudio" / "runs" / RUN), "--val-fraction", "0"),
        ],
        check=True,
        stdout=subprocess.DEVNULL,
    )
    return truth


def choices(
    hand: str, xy: FloatArray, truth: FloatArray, groups: Sequence[Sequence[int]], prior: ShapePrior
) -> Iterator[Gesture]:
    """Yield what the ``hand`` could do next."""
    drag = THINKING + 2 * POINTING + 2 * BUTTON
    far = np.argsort(-point_errors(xy, truth))
    after = xy.copy()
    after[far[0]] = truth[far[0]]
    yield Gesture("point", int(far[0]), truth[far[0]], after, drag)
    if hand == HANDS[0]:
        return
    for group in groups:
        chosen = list(group)
        by = (truth[chosen] - xy[chosen]).mean(axis=0)
        if np.hypot(*by) < LEAST:
            continue
        after = xy.copy()
        after[chosen] += by
        seconds = drag + 4 * BUTTON if len(chosen) < len(xy) else drag + 2 * KEY
        kind = "group" if len(chosen) < len(xy) else "face"
        yield Gesture(kind, chosen[0], xy[chosen[0]] + by, after, seconds)
    if hand == HANDS[1]:
        return
    for point in far[:CANDIDATES].tolist():
        after = prior.follow(xy, [point], truth[[point]])
        yield Gesture("neighbours", point, truth[point], after, drag + KEY)


def gain(gesture: Gesture, xy: FloatArray, truth: FloatArray, reach: float) -> float:
    """Return how much better the face is then, a second."""

    def left(shape: FloatArray) -> float:
        off = point_errors(shape, truth) / reach
        return float(np.where(off > 1.0, 1.0 + np.log2(np.maximum(off, 1.0)), 0.0).sum())

    return (left(xy) - left(gesture.after)) / gesture.seconds


def perform(window: MainWindow, gesture: Gesture, xy: FloatArray) -> float:
    """Do it by events; return the seconds that it takes."""
    canvas, seconds = window.canvas, gesture.seconds
    start, end = (canvas.view_from_image(p.tolist()) for p in (xy[gesture.point], gesture.to_image))
    keys = CONTROL if gesture.kind == "neighbours" else PLAIN
    send(canvas, QEvent.Type.MouseMove, start, PLAIN, NONE)
    if gesture.kind != "face" and len(canvas.selection.points) > 1:
        send(canvas, QEvent.Type.MouseButtonPress, start, PLAIN, LEFT)  # this point alone again
        send(canvas, QEvent.Type.MouseButtonRelease, start, PLAIN, NONE)
        seconds += 2 * BUTTON
    if gesture.kind == "face":
        QTest.keyClick(canvas, Qt.Key.Key_A, CONTROL)
    if gesture.kind == "group":
        send(canvas, QEvent.Type.MouseButtonPress, start, PLAIN, LEFT)
        send(canvas, QEvent.Type.MouseButtonRelease, start, PLAIN, NONE)
        send(canvas, QEvent.Type.MouseButtonDblClick, start, PLAIN, LEFT)
        send(canvas, QEvent.Type.MouseButtonRelease, start, PLAIN, NONE)
    if keys == CONTROL:
        QTest.keyPress(canvas, Qt.Key.Key_Control, CONTROL)
    send(canvas, QEvent.Type.MouseButtonPress, start, keys, LEFT)
    for part in (0.4, 1.0):
        send(canvas, QEvent.Type.MouseMove, start + (end - start) * part, keys, LEFT)
    send(canvas, QEvent.Type.MouseButtonRelease, end, keys, NONE)
    if keys == CONTROL:
        QTest.keyRelease(canvas, Qt.Key.Key_Control)
    QApplication.processEvents()
    return seconds


def send(
    canvas: QObject, kind: QEvent.Type, at: QPointF, keys: Qt.KeyboardModifier, held: Qt.MouseButton
) -> None:
    button = NONE if kind == QEvent.Type.MouseMove else LEFT
    event = QMouseEvent(kind, at, canvas.mapToGlobal(at), button, held, keys)
    QApplication.sendEvent(canvas, event)


def correct(
    window: MainWindow, hand: str, truth: FloatArray, tolerance: float, tally: Tally
) -> None:
    """Correct the face in view, from its prediction."""
    session, scheme = window.session, window.session.labels.scheme
    reach = tolerance * normaliser_length(truth, scheme.normaliser)
    groups = clicked_groups(scheme)
    missed: set[tuple[str, int]] = set()
    prior = window.shapes.known.prior
    assert prior is not None
    key = window.actions_by_key["start_from"].shortcut()
    QTest.keySequence(window.canvas, key)
    QApplication.processEvents()
    assert session.current is not None
    assert session.current.landmarks is not None
    middle = int(np.argmin(point_errors(session.current.landmarks.xy_image, truth.mean(axis=0))))
    window.canvas.zoom_at(middle, ZOOM)
    while True:
        face = session.current
        assert face is not None
        assert face.landmarks is not None
        xy = face.landmarks.xy_image
        if not (point_errors(xy, truth) > reach).any():
            return
        thought_of = choices(hand, xy, truth, groups, prior)
        best = max(
            (one for one in thought_of if (one.kind, one.point) not in missed),
            key=lambda one: gain(one, xy, truth, reach),
        )
        tally.seconds += perform(window, best, xy)
        assert session.current is not None
        assert session.current.landmarks is not None
        kind = best.kind
        if np.abs(session.current.landmarks.xy_image - best.after).max() > ALIKE:
            kind = "missed"  # another point lay nearer to the pointer: it is taken back
            missed.add((best.kind, best.point))
            tally.seconds += undo(window)
            if np.abs(session.current.landmarks.xy_image - xy).max() > 0:
                raise RuntimeError(f"{face.id}: a missed {best.kind} cannot be taken back")
        tally.gestures[kind] = tally.gestures.get(kind, 0) + 1


def clicked_groups(scheme: PointSchema) -> list[tuple[int, ...]]:
    """Return what can be chosen at once, the point to click first: groups, and all points."""
    groups = []
    for group in scheme.groups.values():
        chosen = [point for point in group if set(wider(scheme, point, ())) == set(group)]
        if chosen:
            groups.append((chosen[0], *(point for point in group if point != chosen[0])))
    return [*groups, tuple(range(scheme.count))]


def undo(window: MainWindow) -> float:
    """Take the last gesture back; return the seconds that it takes."""
    QTest.keyClick(window.canvas, Qt.Key.Key_Z, CONTROL)
    QApplication.processEvents()
    return THINKING + 2 * KEY


def wait_for(ready: Callable[[], object], seconds: float = 120.0) -> None:
    until = time.monotonic() + seconds
    while not ready():
        if time.monotonic() > until:
            raise TimeoutError("the window did not get ready")
        QApplication.processEvents()
        time.sleep(0.005)


def measure(root: Path, truth: dict[str, FloatArray], hand: str, tolerance: float) -> str:
    """Correct every face by one ``hand``; return the row of the table."""
    from kpstudio.app.settings import Settings
    from kpstudio.ui.theming import apply_theme
    from kpstudio.ui.window_setup import whole_window

    settings = Settings()
    apply_theme(settings)
    window = whole_window(settings)
    window.resize(1600, 1000)
    window.show()
    window.files.open(root)
    wait_for(lambda: window.session.is_open and not window.inspection.running)
    window.runs.use(RUN)
    faces = [face.id for face in window.session.labels if face.picture in truth]
    wait_for(lambda: all(window.runs.prediction(face) is not None for face in faces))
    wait_for(lambda: window.shapes.known.prior is not None)
    tally = Tally(window.canvas)
    app = QApplication.instance()
    assert app is not None
    app.installEventFilter(tally)
    window.canvas.setFocus()
    for face_id in faces:
        window.session.choose(face_id)
        wait_for(lambda: window.canvas.has_picture)
        face = window.session.current
        assert face is not None
        correct(window, hand, truth[face.picture], tolerance, tally)
    app.removeEventFilter(tally)
    window.close()
    count = len(faces)
    kinds = ", ".join(f"{k} {n / count:.1f}" for k, n in sorted(tally.gestures.items()))
    gestures = sum(tally.gestures.values()) / count
    return (
        f"| {hand} | {gestures:.1f} | {kinds} | {tally.buttons / count:.1f} "
        f"| {tally.keys / count:.1f} | {tally.seconds / count:.0f} |"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path, help="labelled faces")
    parser.add_argument("--val-list", type=Path, required=True, help="which to correct")
    parser.add_argument("--tolerance", type=float, default=0.03, help="of the eye distance")
    given = parser.parse_args()
    names = given.val_list.read_text(encoding="utf-8").split()
    app = QApplication([])
    with tempfile.TemporaryDirectory() as home:
        for kind in ("DATA", "CACHE", "CONFIG"):
            os.environ[f"XDG_{kind}_HOME"] = home
        trained = Path(home) / "trained"
        trained.mkdir()
        truth = prepare(given.folder, names, trained)
        print("| hand | gestures a face | of these | buttons pressed | keys pressed | seconds |")
        print("|---|---|---|---|---|---|")
        for hand in HANDS:
            root = Path(home) / hand
            shutil.copytree(trained, root)
            print(measure(root, truth, hand, given.tolerance), flush=True)
    del app


if __name__ == "__main__":
    main()
