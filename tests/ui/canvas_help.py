"""Real mouse and key events for the canvas, and a face to try them on."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kpstudio.app.pictures import levels_of
from kpstudio.core.geometry import Box
from kpstudio.core.landmarks import FloatArray, Landmarks
from kpstudio.core.schema import PointSchema
from kpstudio.ui import theme
from kpstudio.ui.canvas import Canvas, FaceView

LEFT = Qt.MouseButton.LeftButton
MIDDLE = Qt.MouseButton.MiddleButton
NO_KEY = Qt.KeyboardModifier.NoModifier
WIDTH, HEIGHT = 200, 150
VIEW = 800, 600  # the picture fits at zoom 4
GREY = 90

SCHEME = PointSchema(
    "four",
    ("left eye outer", "right eye outer", "nose tip", "chin"),
    (1, 0, 2, 3),
    edges=((0, 2), (1, 2)),
)
TRUTH = np.array([[60.0, 50.0], [140.0, 50.0], [100.0, 80.0], [np.nan, np.nan]])
PREDICTION = TRUTH + np.array([[3.0, 4.0], [0.0, 20.0], [-20.0, 0.0], [0.0, 0.0]])


def face(
    truth: NDArray[np.float64] | None = TRUTH,
    prediction: NDArray[np.float64] | None = PREDICTION,
    face_id: str = "a#0",
    box_image: Box | None = None,
) -> FaceView:
    return FaceView(
        face_id,
        None if truth is None else Landmarks.of(truth),
        None if prediction is None else Landmarks.of(prediction),
        box_image,
    )


def picture(step: int = 1) -> tuple[QImage, ...]:
    return levels_of(np.full((HEIGHT, WIDTH, 3), GREY, np.uint8)[::step, ::step])


def shown(qtbot: QtBot) -> Canvas:
    """A canvas on the screen with the face in the picture, in the dark, whatever was before."""
    theme.bus.theme = theme.DARK
    made = Canvas()
    qtbot.addWidget(made)
    made.resize(*VIEW)
    made.show()
    made.setFocus()
    made.set_scheme(SCHEME)
    made.set_picture(picture(), WIDTH, HEIGHT)
    made.set_faces([face()], 0)
    return made


def moves(canvas: Canvas) -> list[tuple[tuple[int, ...], FloatArray]]:
    heard: list[tuple[tuple[int, ...], FloatArray]] = []
    canvas.points_moved.connect(lambda indices, xy: heard.append((indices, xy)))
    return heard


def layers(canvas: Canvas, *shown: str) -> None:
    names = ("ground_truth", "prediction", "offsets", "edges", "numbers", "box")
    assert set(shown) <= set(names)
    canvas.set_layers(**{name: name in shown for name in names})


def place(canvas: Canvas, xy_image: NDArray[np.float64]) -> QPoint:
    """The whole view pixel nearest to an image point."""
    return canvas.view_from_image(xy_image.tolist()).toPoint()


def press(
    canvas: Canvas,
    at: QPoint,
    button: Qt.MouseButton = LEFT,
    keys: Qt.KeyboardModifier = NO_KEY,
) -> None:
    QTest.mousePress(canvas, button, keys, at)


def double_press(canvas: Canvas, at: QPoint) -> None:
    """Press as the second half of a double click, and hold."""
    kind, where = QEvent.Type.MouseButtonDblClick, QPointF(at)
    event = QMouseEvent(kind, where, canvas.mapToGlobal(where), LEFT, LEFT, NO_KEY)
    QApplication.sendEvent(canvas, event)


def double_click(canvas: Canvas, at: QPoint) -> None:
    """Click twice, as a hand does it: the first click is one by itself."""
    press(canvas, at)
    release(canvas, at)
    double_press(canvas, at)
    release(canvas, at)


def move(canvas: Canvas, at: QPoint, keys: Qt.KeyboardModifier = NO_KEY) -> None:
    """Move the pointer with the left button held, and perhaps keys."""
    kind, where, none = QEvent.Type.MouseMove, QPointF(at), Qt.MouseButton.NoButton
    event = QMouseEvent(kind, where, canvas.mapToGlobal(where), none, LEFT, keys)
    QApplication.sendEvent(canvas, event)


def release(canvas: Canvas, at: QPoint, button: Qt.MouseButton = LEFT) -> None:
    QTest.mouseRelease(canvas, button, NO_KEY, at)


def drag(canvas: Canvas, start: QPoint, by: QPoint, button: Qt.MouseButton = LEFT) -> None:
    """Press, move in three steps, release."""
    press(canvas, start, button)
    for part in (0.3, 0.7, 1.0):
        QTest.mouseMove(canvas, start + by * part)
    release(canvas, start + by, button)


def wheel(
    canvas: Canvas,
    at: QPointF,
    angle: int = 0,
    pixels: int = 0,
    keys: Qt.KeyboardModifier = NO_KEY,
) -> None:
    event = QWheelEvent(
        at,
        canvas.mapToGlobal(at),
        QPoint(0, pixels),
        QPoint(0, angle),
        Qt.MouseButton.NoButton,
        keys,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(canvas, event)


def shot(canvas: Canvas) -> NDArray[np.int64]:
    """(H, W, 3) of what the canvas shows."""
    image = canvas.grab().toImage().convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), -1)
    pixels = rows[:, : image.width() * 3].reshape(image.height(), image.width(), 3)
    return pixels.astype(np.int64)


def coloured(pixels: NDArray[np.int64], colour: str, tolerance: int = 25) -> NDArray[np.bool_]:
    """(H, W) True where the pixel is about ``colour``."""
    wanted = np.array([int(colour[i : i + 2], 16) for i in (1, 3, 5)])
    return np.asarray(abs(pixels - wanted).max(axis=2) <= tolerance)
