"""How long the next picture takes to show: 12-megapixel JPEGs in the real window, beside a peer.

    python benchmarks/paging.py [--pictures 60] [--every 300] [--held 33]

Makes a folder of JPEGs (4000 x 3000 pixels) in a temporary place, opens it in the window without a
screen, and presses D and A as a person would: one press every 300 ms, and D held down. Told are the
milliseconds from the press to the end of the painting that shows the picture, coarse and sharp.
The peer, in the same run on the same files, is the plain way: decode in full at the key press, then
paint; with labelme's own loader where labelme is installed. The files lie in the system's cache for
both.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
from PIL import Image, ImageOps
from PySide6.QtCore import QObject, QRect, QSettings, Qt, QTimer
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from kpstudio.ui.canvas import Canvas
from kpstudio.ui.main import run_window
from kpstudio.ui.main_window import MainWindow

WIDTH, HEIGHT = 4000, 3000
PATIENCE_S = 30.0
Script = Iterator[Callable[[], object]]


def make_pictures(folder: Path, count: int) -> list[Path]:
    """Write JPEGs as detailed as a phone's (about 4 MB each)."""
    rng = np.random.default_rng(0)
    rough = rng.integers(0, 256, (HEIGHT // 32, WIDTH // 32, 3), dtype=np.uint8)
    smooth = Image.fromarray(rough).resize((WIDTH, HEIGHT), Image.Resampling.BICUBIC)
    grain = rng.integers(-8, 9, (HEIGHT, WIDTH, 1), dtype=np.int16)
    pixels = np.clip(np.asarray(smooth) + grain, 0, 255).astype(np.uint8)
    paths = []
    for number in range(count):
        path = folder / f"{number:03}.jpg"
        Image.fromarray(np.roll(pixels, 61 * number, axis=1)).save(path, quality=92)
        paths.append(path)
    return paths


@dataclass
class Press:
    """One press of a key, and when what it asked for was on the screen (seconds)."""

    at: float
    picture: str
    shown: float = 0.0
    sharp: float = 0.0


@dataclass
class Watch:
    """Notes when the canvas has painted what."""

    window: MainWindow | None = None
    presses: list[Press] = field(default_factory=list)
    paints: list[float] = field(default_factory=list)

    def painted(self) -> None:
        window, now = self.window, time.perf_counter()
        if window is None or not self.presses:
            return
        self.paints.append(now)
        face = window.session.current
        press = self.presses[-1]
        if face is None or face.picture != press.picture or not window.canvas.has_picture:
            return
        best = window.pictures.best(window.session.labels.picture_path(face.picture))
        press.shown = press.shown or now
        if best is not None and best.sharp:
            press.sharp = press.sharp or now


def watch_paints(watch: Watch) -> None:
    paint = Canvas.paintEvent

    def timed(canvas: Canvas, event: QPaintEvent) -> None:
        paint(canvas, event)
        if watch.window is not None and canvas is watch.window.canvas:
            watch.painted()

    Canvas.paintEvent = timed  # type: ignore[method-assign]


def press(window: MainWindow, watch: Watch, key: Qt.Key, step: int) -> None:
    """Press a key as the system would, and note which picture it asks for."""
    face = window.session.current
    wanted = window.faces_model.neighbour(face.id if face is not None else "", step)
    watch.presses.append(Press(time.perf_counter(), window.session.labels[wanted].picture))
    QTest.keyClick(QApplication.focusWidget() or window, key)


def play(window: MainWindow, watch: Watch, args: argparse.Namespace, told: dict) -> Script:
    """Page to and fro, then hold the key."""
    yield lambda: window.session.is_open and window.canvas.has_picture
    window.session.choose(window.faces_model.face_ids[0])
    yield after(1.5)
    steps = [(Qt.Key.Key_D, 1)] * (args.pictures - 1) + [(Qt.Key.Key_A, -1)] * (args.pictures // 2)
    for key, step in steps:
        due = time.perf_counter() + args.every / 1000
        press(window, watch, key, step)
        yield lambda due=due: time.perf_counter() >= due
    yield after(1.5)
    told["paged"] = list(watch.presses)
    window.session.choose(window.faces_model.face_ids[0])
    yield after(1.5)
    watch.presses.clear()
    watch.paints.clear()
    for _ in range(args.pictures - 1):
        due = time.perf_counter() + args.held / 1000
        press(window, watch, Qt.Key.Key_D, 1)
        yield lambda due=due: time.perf_counter() >= due
    last = watch.presses[-1]
    yield lambda: last.sharp
    told["held"] = list(watch.presses)
    told["paints"] = [paint for paint in watch.paints if paint <= last.at + 0.2]


def after(seconds: float) -> Callable[[], bool]:
    due = time.perf_counter() + seconds
    return lambda: time.perf_counter() >= due


class Player(QObject):
    """Plays the script from the event loop, and closes the window at its end."""

    def __init__(self, watch: Watch, args: argparse.Namespace, told: dict) -> None:
        super().__init__()
        self._watch, self._args, self._told = watch, args, told
        self._script: Script | None = None
        self._until: Callable[[], object] = lambda: True
        self._since = time.perf_counter()
        self.error: BaseException | None = None
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._step)
        self._timer.start(1)

    def _step(self) -> None:
        windows = [w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow)]
        if not windows or not windows[0].isVisible():
            return
        window = windows[0]
        try:
            if self._script is None:
                self._watch.window = window
                self._script = play(window, self._watch, self._args, self._told)
            elif not self._until():
                if time.perf_counter() - self._since > PATIENCE_S:
                    raise TimeoutError(f"{PATIENCE_S:.0f} s without an answer")
                return
            self._since = time.perf_counter()
            self._until = next(self._script)
        except BaseException as error:
            self._timer.stop()
            self.error = None if isinstance(error, StopIteration) else error
            self._watch.window = None
            QTimer.singleShot(0, window.close)


class Plain(QWidget):
    """Shows a picture the plain way: all of it, decoded when it is asked for."""

    def __init__(self, load: Callable[[Path], QImage]) -> None:
        super().__init__()
        self._load = load
        self._image = QImage()

    def turn_to(self, path: Path) -> float:
        """Return the milliseconds from here to the end of the painting."""
        begun = time.perf_counter()
        self._image = self._load(path)
        self.repaint()
        return 1000 * (time.perf_counter() - begun)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter = QPainter(self)
        size = self._image.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(QRect(0, 0, size.width(), size.height()), self._image)
        painter.end()


def plain_loader() -> tuple[str, Callable[[Path], QImage]]:
    """Return labelme's way where it is installed, else Pillow's."""
    try:
        from labelme.label_file import LabelFile
    except ImportError:

        def load(path: Path) -> QImage:
            with Image.open(path) as image:
                pixels = np.asarray(ImageOps.exif_transpose(image).convert("RGB"))
            height, width = pixels.shape[:2]
            kind = QImage.Format.Format_RGB888
            return QImage(pixels.data, width, height, 3 * width, kind).copy()

        return "Pillow, in full at the key press", load
    return "labelme's loader", lambda path: QImage.fromData(LabelFile.load_image_file(str(path)))


def spread(values: list[float]) -> str:
    """Return median, 95th percentile and the most, in milliseconds."""
    median, late = np.percentile(values, [50, 95])
    return f"median {median:6.1f} ms   95 % within {late:6.1f} ms   at most {max(values):6.1f} ms"


def tell(args: argparse.Namespace, told: dict, peer: str, plain: list[float]) -> None:
    paged, held = told["paged"], told["held"]
    shown = [1000 * (p.shown - p.at) for p in paged if p.shown]
    sharp = [1000 * (p.sharp - p.at) for p in paged if p.sharp]
    print(f"a press every {args.every} ms, {len(paged)} presses")
    print(f"  shown          {spread(shown)}   {len(paged) - len(shown)} never")
    print(f"  sharp          {spread(sharp)}   {len(paged) - len(sharp)} passed by before")
    seen = [1000 * (p.shown - p.at) for p in held if p.shown]
    gaps = [1000 * gap for gap in np.diff(told["paints"]).tolist()]
    print(f"D held, a press every {args.held} ms, {len(held)} presses")
    print(f"  shown          {spread(seen)}   {len(held) - len(seen)} passed by before")
    print(f"  between paints {spread(gaps)}")
    print(f"  sharp after the last press: {1000 * (held[-1].sharp - held[-1].at):.0f} ms")
    print(f"the plain way ({peer})")
    print(f"  shown          {spread(plain)}")
    figures = {"shown": shown, "sharp": sharp, "held": seen, "plain": plain}
    rounded = {name: [round(value, 1) for value in values] for name, values in figures.items()}
    if args.json is not None:
        args.json.write_text(json.dumps(rounded))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--pictures", type=int, default=60)
    parser.add_argument("--every", type=int, default=300, help="milliseconds between two presses")
    parser.add_argument("--held", type=int, default=33, help="milliseconds between two repeats")
    parser.add_argument("--json", type=Path, help="write every figure to this file")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="kpstudio-paging-") as name:
        place = Path(name)
        for variable in ("XDG_CACHE_HOME", "XDG_DATA_HOME"):
            os.environ[variable] = str(place / variable)
        QSettings.setDefaultFormat(QSettings.Format.IniFormat)
        form, scope = QSettings.Format.IniFormat, QSettings.Scope.UserScope
        QSettings.setPath(form, scope, str(place / "settings"))
        (place / "pictures").mkdir()
        paths = make_pictures(place / "pictures", args.pictures)
        watch, told = Watch(), {}
        watch_paints(watch)
        app = QApplication(sys.argv[:1])
        player = Player(watch, args, told)
        run_window(place / "pictures")
        if player.error is not None:
            raise player.error
        peer, load = plain_loader()
        widget = Plain(load)
        widget.resize(800, 800)
        widget.show()
        app.processEvents()
        plain = [widget.turn_to(path) for path in paths]
        widget.close()
        tell(args, told, peer, plain)
    return 0


if __name__ == "__main__":
    sys.exit(main())
