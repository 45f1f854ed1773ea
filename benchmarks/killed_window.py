"""The window that `killing.py` kills: it works without a pause, and tells what it has finished."""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
from after_kill import told
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kpstudio.app.jobs import JobHandle
from kpstudio.app.photos import take_photos
from kpstudio.app.settings import Settings
from kpstudio.core.edits import set_tags
from kpstudio.core.labelset import LabelSet
from kpstudio.io.exporting import ExportReport, export
from kpstudio.io.opening import as_photos
from kpstudio.io.registry import formats
from kpstudio.store.runs import list_runs
from kpstudio.ui.theming import apply_theme
from kpstudio.ui.window_setup import whole_window

EPOCHS = 6
PAUSE_S = 0.3
"""Between two gestures beside a training, which needs the processor as well."""
NOTHING_HELD = Qt.KeyboardModifier.NoModifier
PHOTOS, EXPORTED = "photos", "exported"
"""Folders beside that of the faces."""


class Worker:
    """Does random gestures in the real window; each is finished when its method returns."""

    def __init__(self, root: Path, seed: int, trains: bool = False) -> None:
        settings = Settings()
        apply_theme(settings)
        self._random = np.random.default_rng(seed)
        self._trains = trains
        self._beside = root.parent
        self._window = window = whole_window(settings)
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
        gestures += [self._photo, self._export, lambda: self._control(Qt.Key.Key_S)]
        while True:
            print(told(self._window.session.labels), flush=True)
            if self._trains:
                self._train()
            self._go_on()
            gestures[self._random.integers(len(gestures))]()

    def _go_on(self) -> None:
        """Go to another face, so that no two nudges become one."""
        session = self._window.session
        now = session.current
        others = [face.id for face in session.labels if face is not now and face.labelled]
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

    def _photo(self) -> None:
        """Take a photo from elsewhere into the project, or go to it where it is there already."""
        photos = sorted((self._beside / PHOTOS).iterdir())
        session = self._window.session
        chosen = photos[self._random.integers(len(photos))]
        take_photos(session, *as_photos([chosen], session.labels.scheme))

    def _export(self) -> None:
        """Write all faces in some format, behind the window; what lies there is replaced."""
        labels = self._window.session.labels
        faces, now = tuple(labels), LabelSet(labels.root, labels.scheme, tuple(labels))
        form = formats()[self._random.integers(len(formats()))]
        folder = self._beside / EXPORTED / form.name

        def work(_handle: JobHandle) -> ExportReport:
            return export(now, faces, form.name, folder, overwrite=True)

        self._window.jobs.job(work).start()

    def _train(self) -> None:
        """Go on with the run that was killed, or begin another; meanwhile give it its time."""
        from kpstudio.engine.config import TrainConfig
        from kpstudio.engine.presets import preset

        window, session = self._window, self._window.session
        until = time.monotonic() + PAUSE_S
        wait_for(lambda: time.monotonic() > until)
        if window.desk.running or window.runs.predicting or session.project is None:
            return
        halted = [run.name for run in list_runs(session.project.runs_folder) if run.resumable]
        if halted:
            window.desk.go_on(halted[-1])
        else:
            made = preset("smallnet", session.labels.scheme).to_json()
            few = {"epochs": EPOCHS, "device": "cpu", "batch_size": 2}
            window.desk.start(TrainConfig.from_json(made | few), 0.25)

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


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("root", type=Path)
    parser.add_argument("--seed", type=int, default=0, help="of the gestures")
    parser.add_argument("--train", action="store_true", help="train beside them")
    arguments = parser.parse_args()
    app = QApplication(sys.argv[:1])
    Worker(arguments.root, arguments.seed, arguments.train).work()
    del app


if __name__ == "__main__":
    main()
