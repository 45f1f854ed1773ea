"""Measure how smoothly points are dragged on a large picture; print it as a Markdown table.

    uv run python benchmarks/dragging.py

A picture of 24 megapixels with 500 points is opened in the real window, drawn off screen. A frame
is one event of the mouse and everything up to the end of the painting that follows it; given are
the median and the 95th percentile, in milliseconds, how many frames a second the latter makes, and
the median of the processor's time, which says what the others would be on an idle machine.
"overlays" has the numbers on. The peer is a plain `QGraphicsScene`: the picture as a pixmap item,
the points as 500 ellipse items that ignore the zoom, everything else as Qt has it.
"""

from __future__ import annotations

import argparse
import os
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_QPA_UPDATE_IDLE_TIME", "0")  # Qt would wait 5 ms for more to paint

import numpy as np
from PIL import Image
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QBrush, QColor, QMouseEvent, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QApplication, QGraphicsItem, QGraphicsScene, QGraphicsView, QWidget

from kpstudio.core.selection import Selection
from kpstudio.io.formats.pts import pts_text

WIDTH, HEIGHT = 6000, 4000
POINTS = 500
SEVERAL = 50
VIEW = 1600, 1000
LEFT = Qt.MouseButton.LeftButton
NO_KEY = Qt.KeyboardModifier.NoModifier


def make_folder(root: Path) -> np.ndarray:
    """Write the picture and its points; return the (POINTS, 2) points."""
    random = np.random.default_rng(0)
    coarse = Image.fromarray(random.integers(0, 255, (40, 60, 3), np.uint8))
    coarse.resize((WIDTH, HEIGHT), Image.Resampling.BICUBIC).save(root / "large.jpg", quality=90)
    columns, rows = np.meshgrid(np.linspace(0.1, 0.9, 25), np.linspace(0.1, 0.9, 20))
    xy = np.stack([columns.ravel() * WIDTH, rows.ravel() * HEIGHT], axis=1).round(1)
    (root / "large.pts").write_text(pts_text(xy))
    return xy


def send(widget: QWidget, kind: QEvent.Type, at: QPointF, buttons: Qt.MouseButton) -> None:
    button = LEFT if kind != QEvent.Type.MouseMove else Qt.MouseButton.NoButton
    event = QMouseEvent(kind, at, widget.mapToGlobal(at), button, buttons, NO_KEY)
    QApplication.sendEvent(widget, event)


def circle(start: QPointF, frames: int) -> Iterator[QPointF]:
    """Where the pointer goes: round and round, faster than a hand."""
    for step in range(frames):
        angle = step / 12
        yield start + QPointF(90 * np.sin(angle), 60 * (1 - np.cos(angle)))


def drag(widget: QWidget, start: QPointF, frames: int) -> tuple[list[float], list[float]]:
    """Drag from ``start``; return the wall and the processor time of each frame, in ms."""
    app = QApplication.instance()
    assert app is not None
    send(widget, QEvent.Type.MouseMove, start, Qt.MouseButton.NoButton)
    send(widget, QEvent.Type.MouseButtonPress, start, LEFT)
    app.processEvents()
    walls, works = [], []
    for at in circle(start, frames):
        wall, work = time.perf_counter(), time.thread_time()
        send(widget, QEvent.Type.MouseMove, at, LEFT)
        app.processEvents()
        walls.append(1000 * (time.perf_counter() - wall))
        works.append(1000 * (time.thread_time() - work))
    send(widget, QEvent.Type.MouseButtonRelease, start, LEFT)
    app.processEvents()
    return walls, works


def row(name: str, times: tuple[list[float], list[float]]) -> str:
    walls, works = times
    slow = float(np.percentile(walls, 95))
    cells = f"{statistics.median(walls):.1f} | {slow:.1f} | {1000 / slow:.0f}"
    return f"| {name} | {cells} | {statistics.median(works):.1f} |"


def wait_for(ready: Callable[[], Any], seconds: float = 120.0) -> None:
    app, until = QApplication.instance(), time.monotonic() + seconds
    assert app is not None
    while not ready():
        if time.monotonic() > until:
            raise TimeoutError("the picture did not come")
        app.processEvents()
        time.sleep(0.01)


def measure_window(root: Path, xy: np.ndarray, frames: int) -> Iterator[str]:
    """Drag in the real window, at the zooms and with the selections of the table."""
    from kpstudio.app.settings import Settings
    from kpstudio.ui.theming import apply_theme
    from kpstudio.ui.window_setup import whole_window

    settings = Settings()
    apply_theme(settings)
    window = whole_window(settings)
    window.resize(*VIEW)
    window.show()
    window.files.open(root)
    canvas, act = window.canvas, window.actions_by_key
    path = root / "large.jpg"
    wait_for(lambda: (found := window.pictures.best(path)) is not None and found.sharp)
    wait_for(lambda: not window.inspection.running)
    middle = POINTS // 2 + 12
    several = Selection.of(range(middle - SEVERAL // 2, middle + SEVERAL // 2), middle)
    for zoom, name in ((0.0, "fit"), (1.0, "100 %"), (4.0, "400 %")):
        for overlays in (False, True):
            act["numbers"].setChecked(overlays)
            for selection in (Selection.only(middle), several):
                canvas.fit()
                if zoom:
                    canvas.zoom_to(zoom)
                canvas.choose_points(selection)
                if zoom:
                    canvas.zoom_at(middle, zoom)
                QApplication.processEvents()
                start = canvas.view_from_image(xy[middle].tolist())
                what = f"kpstudio, {len(selection.points)} of {POINTS} points, {name}"
                times = drag(canvas, start, frames)
                if not act["undo"].isEnabled():
                    raise RuntimeError("the drag moved nothing")
                act["undo"].trigger()
                yield row(what + (", overlays" if overlays else ""), times)
                QApplication.processEvents()
    window.close()


def measure_scene(root: Path, xy: np.ndarray, frames: int) -> Iterator[str]:
    """Drag in a plain graphics scene of the same size."""
    scene = QGraphicsScene()
    scene.addPixmap(QPixmap(str(root / "large.jpg")))
    items = []
    for x, y in xy.tolist():
        item = scene.addEllipse(-4, -4, 8, 8, QPen(QColor("black")), QBrush(QColor("green")))
        item.setPos(x + 0.5, y + 0.5)
        item.setFlag(QGraphicsItem.GraphicsItemFlag.ItemIgnoresTransformations)
        item.setFlag(QGraphicsItem.GraphicsItemFlag.ItemIsMovable)
        item.setFlag(QGraphicsItem.GraphicsItemFlag.ItemIsSelectable)
        items.append(item)
    view = QGraphicsView(scene)
    view.setRenderHints(
        QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
    )
    view.resize(950, 850)
    view.show()
    middle = POINTS // 2 + 12
    several = range(middle - SEVERAL // 2, middle + SEVERAL // 2)
    for zoom, name in ((0.0, "fit"), (1.0, "100 %"), (4.0, "400 %")):
        for chosen in (range(middle, middle + 1), several):
            view.resetTransform()
            if zoom:
                view.scale(zoom, zoom)
                view.centerOn(items[middle])
            else:
                view.fitInView(scene.sceneRect(), Qt.AspectRatioMode.KeepAspectRatio)
            for number, item in enumerate(items):
                item.setSelected(number in chosen)
            QApplication.processEvents()
            start = QPointF(view.mapFromScene(items[middle].pos()))
            what, before = f"QGraphicsScene, {len(chosen)} of {POINTS} points, {name}", start
            times = drag(view.viewport(), start, frames)
            if QPointF(view.mapFromScene(items[middle].pos())) == before:
                raise RuntimeError("the drag moved nothing")
            yield row(what, times)
    view.close()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--frames", type=int, default=200, help="frames of each drag")
    frames = parser.parse_args().frames
    app = QApplication([])
    print("| drag | median ms | 95 % ms | frames/s at 95 % | processor ms |\n|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "faces"
        root.mkdir()
        xy = make_folder(root)
        os.environ["XDG_DATA_HOME"] = os.environ["XDG_CACHE_HOME"] = folder
        for measured in (measure_window, measure_scene):
            for line in measured(root, xy, frames):
                print(line, flush=True)
    del app


if __name__ == "__main__":
    main()
