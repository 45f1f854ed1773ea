"""Make the pictures of docs/TOUR.md: every page and dialog, dark and light, from the real window.

    uv run python docs/tour_pictures.py [--out DIR] [--home DIR] [--only NAME...]
    uv run python docs/tour_pictures.py --look 1280x720@1 3840x2160@2 --out DIR

The program draws itself off screen, started by the real `main`, on the synthetic sample faces and
in a home of its own. Two networks are trained first, which takes some minutes; with ``--home`` they
are kept for the next time. ``--look`` makes all pictures at other sizes (of the screen, in its
pixels) and scales, to judge the window by.
"""

from __future__ import annotations

import argparse
import io
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from PySide6.QtGui import QPixmap
    from PySide6.QtWidgets import QWidget

PAGE = Path(__file__).parent / "TOUR.md"
OUT = PAGE.parent / "pictures" / "tour"
USUAL = "1280x720@1"
LARGE = "3840x2160@2"
THEMES = ("dark", "light")
PLACES = ("data", "cache", "state", "config")
RUNS = (("0001-bignet", "bignet", ()), ("0002-fast", "fast", ("--epochs", "12")))
FIRST_HELD_OUT = 33
SWAPPED = ("05-3", "11-4", "17-1", "26-2")
SETTLE_S, PATIENCE_S = 0.4, 900.0
QUALITY = 76
BAR, SHADOW = 28, 12


# Before the window


def prepare(home: Path) -> None:
    """Draw the sample faces, train on them, and make a copy with faces whose sides are swapped."""
    from kpstudio.sample import write_sample

    sample = write_sample(home / "data" / "kpstudio" / "sample")
    held_out = home / "held-out.txt"
    names = sorted(path.name for path in (sample / "faces").glob("*.jpg"))
    held_out.write_text("\n".join(name for name in names if int(name[:2]) >= FIRST_HELD_OUT))
    for name, preset, more in RUNS:
        run = sample / ".kpstudio" / "runs" / name
        if not run.exists():
            words = ("train", str(sample), "--preset", preset, "--out", str(run))
            held = ("--val-list", str(held_out))
            subprocess.run([sys.executable, "-m", "kpstudio", *words, *held, *more], check=True)
    _predict(sample)
    _mix_up(sample / "faces", home / "mixed")


def _predict(sample: Path) -> None:
    from kpstudio.io.opening import open_path
    from kpstudio.store.project import Project
    from kpstudio.tasks.predicting import predict_faces

    project = Project.open(sample)
    for name, _preset, _more in RUNS:
        if not project.predictions(name):
            faces = list(open_path(sample).labels)
            found, _ = predict_faces(project.runs_folder / name, faces, sample)
            project.save_predictions(name, found)
    project.close()


def _mix_up(faces: Path, mixed: Path) -> None:
    from PIL import Image

    from kpstudio.io.formats.asf import asf_text
    from kpstudio.io.opening import open_path

    if mixed.exists():
        return
    shutil.copytree(faces, mixed)
    labels = open_path(faces).labels
    for face in labels:
        if face.picture.startswith(SWAPPED) and face.landmarks is not None:
            with Image.open(faces / face.picture) as picture:
                width, height = picture.size
            xy = face.landmarks.xy_image[list(labels.scheme.mirror)]
            path = (mixed / face.picture).with_suffix(".asf")
            path.write_text(asf_text(xy, width, height, face.picture))


def shown_in(page: str) -> dict[str, list[str]]:
    """Return which pictures a page shows, for each of the two screens."""
    named = sorted(set(re.findall(r"pictures/tour/([\w-]+)-light\.webp", page)))
    large = [name.removesuffix("-2160") for name in named if name.endswith("-2160")]
    return {USUAL: [name for name in named if not name.endswith("-2160")], LARGE: large}


def play(home: Path, look: str, language: str, out: Path, only: Sequence[str]) -> None:
    """Start a process of the window with a screen of the size and scale in ``look``."""
    size, _, scale = look.partition("@")
    width, height = map(int, size.split("x"))
    screen = {"name": look, "x": 0, "y": 0, "width": width, "height": height}
    screen |= {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
    with tempfile.TemporaryDirectory() as place:
        screens = Path(place) / "screens.json"
        screens.write_text(json.dumps({"screens": [screen], "windowFrameMargins": False}))
        own = home / "me"
        shutil.rmtree(own, ignore_errors=True)
        shutil.copytree(home / "data", own / "data")
        shutil.copytree(home / "mixed", own / "mixed")
        places = {
            f"XDG_{n.upper()}_HOME": str(own / n) for n in ("data", "cache", "state", "config")
        }
        environment = os.environ | places | {
            "HOME": str(own), "QT_SCALE_FACTOR": scale or "1",
            "QT_QPA_PLATFORM": f"offscreen:configfile={screens}",
        }  # fmt: skip
        words = [sys.executable, __file__, "--play", look, "--language", language]
        words += ["--out", str(out), "--only", *only]
        subprocess.run(words, env=environment, check=True)
        shutil.rmtree(own)


# In the window


class Camera:
    """Takes the window with what lies over it, in both themes."""

    def __init__(self, window: Any, look: str, out: Path, only: Sequence[str]) -> None:
        self.window, self.out, self.only = window, out, only
        self.themes = os.environ.get("TOUR_THEMES", " ".join(THEMES)).split()
        self.mark = "" if look == USUAL else f"-{look.partition('@')[0].rpartition('x')[2]}"
        if look not in (USUAL, LARGE):
            self.mark = f"-{look}"

    def wants(self, *names: str) -> bool:
        """Return whether one of some pictures is to be taken."""
        return not self.only or any(name in self.only for name in names)

    def take(self, name: str) -> None:
        """Save a picture of each theme as ``NAME-THEME.webp``."""
        if not self.wants(name):
            return
        now = self.window.settings.theme
        for theme in sorted(self.themes, key=lambda theme: theme != now):  # a new dress takes time
            self.window.settings.set_value("theme", theme)
            for _ in range(3):  # what is decoded may ask for more
                settle()
                wait(lambda: not self.window.thumbnails.waiting)
            path = self.out / f"{name}{self.mark}-{theme}.webp"
            _save(_composed(self.window), path)
        print(name, *_too_large(self.window), flush=True)

    def dialog(
        self, name: str, open_it: Callable[[], object], first: Callable[[Any], object]
    ) -> None:
        """Open a dialog, do something in it, take it, and close it.

        Args:
            name: Of the picture.
            open_it: Opens the dialog, and may wait for its end.
            first: What to do with the dialog before it is taken.
        """
        if not self.wants(name):
            return
        if not name.startswith("menu-"):
            self._dialog(name, open_it, first)
            return
        every = self.themes  # a change of theme closes menus
        for theme in every:
            self.themes = [theme]
            self.window.settings.set_value("theme", theme)
            settle()
            self._dialog(name, open_it, first)
        self.themes = every

    def _dialog(
        self, name: str, open_it: Callable[[], object], first: Callable[[Any], object]
    ) -> None:
        from PySide6.QtCore import QTimer

        done: list[str] = []

        def look() -> None:
            wait(lambda: _over(self.window))
            top = _over(self.window)[-1]
            if _titled(top):
                top.move(top.x(), max(top.y(), BAR))
            settle()
            first(top)
            settle()
            self.take(name)
            if not _over(self.window):
                raise RuntimeError(f"{name} closed before it was taken")
            while _over(self.window):
                _over(self.window)[-1].close()
                settle(0.05)
            done.append(name)

        QTimer.singleShot(0, look)
        open_it()
        wait(lambda: done)


def settle(seconds: float = SETTLE_S) -> None:
    """Let the window do what it does by itself."""
    import time

    from PySide6.QtCore import QEvent
    from PySide6.QtWidgets import QApplication

    end = time.monotonic() + seconds
    while time.monotonic() < end:
        QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        time.sleep(0.005)


def wait(until: Callable[[], object]) -> None:
    """Let the window work until something is so."""
    import time

    end = time.monotonic() + PATIENCE_S
    while not until():
        settle(0.05)
        if time.monotonic() > end:
            raise TimeoutError("the window takes too long")


def _over(window: QWidget) -> list[QWidget]:
    """Return what lies over the window, the uppermost last."""
    from PySide6.QtWidgets import QApplication

    tops = [top for top in QApplication.topLevelWidgets() if top.isVisible() and top is not window]
    return [top for top in tops if top.windowType() != top.windowType().ToolTip]


def _titled(top: QWidget) -> bool:
    """Return whether a window manager would put a title on top."""
    from PySide6.QtCore import Qt

    plain = top.windowType() in (Qt.WindowType.Window, Qt.WindowType.Dialog)
    frameless = top.windowFlags() & Qt.WindowType.FramelessWindowHint
    return plain and bool(top.windowTitle()) and not frameless


def _composed(window: QWidget) -> QPixmap:
    """Return a picture of the window, and over it all dialogs with a plain bar for their title."""
    from PySide6.QtCore import QPoint, QRect, QRectF, Qt
    from PySide6.QtGui import QColor, QPainter

    from kpstudio.ui import theme

    whole = window.grab()
    painter = QPainter(whole)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for top in _over(window):
        room = QRect(top.mapToGlobal(QPoint()) - window.mapToGlobal(QPoint()), top.size())
        titled = _titled(top)
        frame = room.adjusted(0, -BAR if titled else 0, 0, 0)
        painter.setPen(Qt.PenStyle.NoPen)
        for grown in range(SHADOW, 0, -1):
            painter.setBrush(QColor(0, 0, 0, 6))
            painter.drawRoundedRect(frame.adjusted(-grown, -grown + 4, grown, grown + 4), 12, 12)
        if titled:
            bar = QRectF(frame.x(), frame.y(), frame.width(), BAR)
            painter.fillRect(bar, QColor(theme.bus.theme.raised))
            painter.setPen(QColor(theme.bus.theme.quiet))
            painter.setFont(theme.text_font(theme.QUIET_PX))
            painter.drawText(bar, Qt.AlignmentFlag.AlignCenter, top.windowTitle())
        painter.drawPixmap(room.topLeft(), top.grab())
        painter.setPen(QColor(theme.bus.theme.edge))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(QRectF(frame).adjusted(-0.5, -0.5, 0.5, 0.5))
    painter.end()
    return whole


def _too_large(window: QWidget) -> Iterator[str]:
    """Yield what of all that is in view is larger than the window."""
    if window.size() != window.screen().size():
        yield f"(the window is {window.width()}x{window.height()})"
    for top in _over(window):
        if top.width() > window.width() or top.height() + BAR > window.height():
            yield f"(too large: {type(top).__name__} {top.width()}x{top.height()})"


def _save(pixmap: QPixmap, path: Path) -> None:
    from PIL import Image
    from PySide6.QtCore import QBuffer

    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.ReadWrite)
    pixmap.save(buffer, "PNG")
    path.parent.mkdir(parents=True, exist_ok=True)
    with Image.open(io.BytesIO(bytes(buffer.data().data()))) as image:
        image.convert("RGB").save(path, quality=QUALITY, method=6)


def show_window(look: str, language: str, out: Path, only: Sequence[str]) -> None:
    """Run the program, and walk through it."""
    from PySide6.QtCore import QSettings, QTimer
    from PySide6.QtWidgets import QApplication, QDialog
    from tour_scenes import walk_through

    from kpstudio.app.settings import Settings
    from kpstudio.cli.main import main

    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    QSettings.setPath(
        QSettings.Format.IniFormat, QSettings.Scope.UserScope, os.environ["XDG_CONFIG_HOME"]
    )
    Settings().set_value("language", language)
    app = QApplication(sys.argv[:1])
    failed: list[BaseException] = []

    def walk() -> None:
        from kpstudio.ui.main_window import MainWindow

        window = next(top for top in app.topLevelWidgets() if isinstance(top, MainWindow))
        try:
            wait(lambda: window.complete)
            window.resize(window.screen().size())
            window.move(0, 0)
            walk_through(window, Camera(window, look, out, only))
        except BaseException as error:
            failed.append(error)
        finally:
            for top in app.topLevelWidgets():
                if isinstance(top, QDialog):
                    top.close()
            window.desk.stop()
            window.jobs.shutdown()
            QTimer.singleShot(0, window.close)

    QTimer.singleShot(500, walk)
    code = main([])
    if failed:
        raise failed[0]
    sys.exit(code)


def halve(folder: Path) -> None:
    """Save the pictures of the large screen with one pixel for four: the page shows no more."""
    from PIL import Image

    width = int(LARGE.partition("x")[0])
    for path in folder.glob("*-2160-*.webp"):
        with Image.open(path) as image:
            if image.width == width:
                image.convert("RGB").reduce(2).save(path, quality=QUALITY, method=6)


def run() -> None:
    """Prepare, then make the pictures for each screen in a process of its own."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--out", type=Path, default=OUT, help="where the pictures go")
    parser.add_argument("--home", type=Path, help="where to keep faces and runs")
    parser.add_argument("--only", nargs="*", default=[], metavar="NAME", help="these alone")
    parser.add_argument("--look", nargs="*", default=[], metavar="WxH@SCALE", help="other screens")
    parser.add_argument("--language", default="en", help="of the window; en or de")
    parser.add_argument("--play", metavar="LOOK", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.play:
        show_window(given.play, given.language, given.out, given.only)
        return
    with tempfile.TemporaryDirectory() as place:
        home = (given.home or Path(place)).resolve()
        prepare(home)
        for look in given.look:
            play(home, look, given.language, given.out, given.only)
        if not given.look:
            for look, names in shown_in(PAGE.read_text()).items():
                play(home, look, given.language, given.out, given.only or names)
            halve(given.out)


if __name__ == "__main__":
    run()
