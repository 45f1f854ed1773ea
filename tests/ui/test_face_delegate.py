"""How a row of the faces list looks: figures, boxes, thumbnails, themes."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QColor, QFontMetrics, QImage
from PySide6.QtWidgets import QListView, QWidget

from kpstudio.app.face_row import FaceRow
from kpstudio.app.thumbnails import ThumbnailLoader
from kpstudio.core.edits import set_state
from kpstudio.core.facts import FaceError
from kpstudio.core.geometry import Box
from kpstudio.core.labelset import Face, FaceState
from kpstudio.core.landmarks import Landmarks
from kpstudio.ui import theme
from kpstudio.ui.panels.face_delegate import (
    ROW_HEIGHT,
    THUMBNAIL,
    FaceDelegate,
    face_box,
    figures,
    thumbnail_key,
)
from tests.app.help import HEIGHT, PATIENCE_MS, WIDTH, Desk, faces_folder

POINTS = Landmarks.of([[10, 20], [30, 50]])
NOWHERE = Landmarks.of([[np.nan, np.nan]] * 2)
NOSE = Landmarks.of([[np.nan, np.nan], [5, 6]])


def row(face: Face, error: FaceError | None = None, yaw=math.nan, state=None) -> FaceRow:
    return FaceRow(face, face.picture, error, yaw, "", state or face.state)


def test_figures_say_what_is_known():
    face = Face("a#0", "a.jpg", POINTS, state=FaceState.LABELLED)
    assert figures(row(face)) == ""
    assert figures(row(face, FaceError(4.25, 0.0512), -12.4)) == "NME 5.1 % · 4.2 px · yaw −12°"
    assert figures(row(face, FaceError(4.0, math.nan))) == "4.0 px"
    bare = Face("a#0", "a.jpg")
    assert figures(row(bare)) == "no points yet"
    assert figures(row(bare, yaw=3.0, state=FaceState.PREDICTED)) == "predicted · yaw +3°"
    assert figures(row(bare, yaw=-0.4)) == "no points yet · yaw 0°"
    sure = replace(row(bare, yaw=3.0, state=FaceState.PREDICTED), doubt=2.0)
    assert figures(sure) == "doubt 2.0 % · yaw +3°"


def test_where_the_face_is():
    box, around = Box(0, 0, 9, 9), Box(10, 20, 30, 50)
    assert face_box(Face("a#0", "a", POINTS, box), None) == around
    assert face_box(Face("a#0", "a", None, box), POINTS) == box
    assert face_box(Face("a#0", "a"), POINTS) == around
    assert face_box(Face("a#0", "a", NOWHERE), None) is None
    assert face_box(Face("a#0", "a", NOWHERE), NOSE) == Box(5, 6, 5, 6)
    assert face_box(Face("a#0", "a"), NOWHERE) is None
    begun = Landmarks.of([[5, 6], *[[np.nan, np.nan]] * 5])
    assert face_box(Face("a#0", "a", begun), None) is None, "one point of six tells nothing"
    assert face_box(Face("a#0", "a", begun, box), None) == box
    assert face_box(Face("a#0", "a", begun), POINTS) == around


edges = st.floats(-100, 100)


@given(edges, edges, st.floats(1, 300), st.floats(-0.4, 0.4))
def test_a_thumbnail_is_told_by_file_size_and_about_its_place(left, top, size, little):
    def key(path: str, side: int = 48, shift: float = 0.0) -> str:
        return thumbnail_key(Path(path), Box(left + shift, top, left + shift + size, top), side)

    assert key("/a/x.jpg") != key("/b/x.jpg")
    assert key("/a/x.jpg") != key("/a/x.jpg", 96)
    assert key("/a/x.jpg") != key("/a/x.jpg", shift=1000.0)
    grid = Box(24.0, 24.0, 24.0 + size, 48.0)
    moved = Box(24.0 + little, 24.0, 24.0 + little + size, 48.0)
    assert thumbnail_key(Path("/x"), grid, 48) == thumbnail_key(Path("/x"), moved, 48)


@pytest.fixture
def desk(qtbot) -> Iterator[Desk]:
    made = Desk(qtbot)
    yield made
    made.close()


@pytest.fixture
def view(desk, qtbot) -> Iterator[QListView]:
    thumbnails = ThumbnailLoader()
    widget = QListView()
    widget.setModel(desk.faces)
    widget.setItemDelegate(FaceDelegate(desk.session, desk.runs, thumbnails, widget))
    thumbnails.loaded.connect(widget.viewport().update)
    qtbot.addWidget(widget)
    widget.resize(280, 400)
    widget.show()
    yield widget
    thumbnails.shutdown()
    thumbnails.deleteLater()


def grabbed(view: QListView) -> QImage:
    return view.viewport().grab().toImage()


def thumbnail_colour(view: QListView, number: int = 0) -> QColor:
    ratio = view.devicePixelRatioF()
    x, y = 12 + THUMBNAIL // 2, number * ROW_HEIGHT + 6 + 4
    return grabbed(view).pixelColor(round(x * ratio), round(y * ratio))


def plain(root: Path, colour: tuple[int, int, int]) -> Path:
    faces_folder(root, 1)
    Image.new("RGB", (WIDTH, HEIGHT), colour).save(root / "f0.png")
    return root


def test_the_same_name_in_another_folder_is_another_picture(view, desk, qtbot, tmp_path):
    desk.open(plain(tmp_path / "red", (200, 0, 0)))
    qtbot.waitUntil(lambda: thumbnail_colour(view) == QColor(200, 0, 0), timeout=PATIENCE_MS)
    desk.open(plain(tmp_path / "blue", (0, 0, 200)))
    qtbot.waitUntil(lambda: thumbnail_colour(view) == QColor(0, 0, 200), timeout=PATIENCE_MS)


def test_odd_faces_can_be_painted(view, desk, tmp_path):
    root = faces_folder(tmp_path / "faces", 2, unlabelled=1)
    Image.new("L", (1, 1)).save(root / ("long " * 40 + "你好 <b>.png"))
    (root / "wrong.png").write_bytes((root / "f0.png").read_bytes()[:-20])
    desk.open(root)
    labels = desk.session.labels
    for face, points, box in (
        (labels["f0.png#0"], Landmarks.of(np.full((58, 2), np.nan)), None),
        (labels["f1.png#0"], None, Box(5, 5, 5, 5)),
        (labels["plain0.png#0"], None, Box(-500, -500, 9000, -400)),
    ):
        labels.put(Face(face.id, face.picture, points, box))
    desk.runs._take({"f1.png#0": Landmarks.of(np.full((58, 2), np.nan))})
    desk.faces.rebuild()
    view.resize(40, 400)  # no room for words
    grabbed(view)
    view.resize(280, 400)
    assert not grabbed(view).isNull()
    assert desk.faces.rowCount() >= 4


def test_a_state_is_a_badge(view, desk, tmp_path):
    desk.open(faces_folder(tmp_path / "faces", 1))
    before = grabbed(view)
    desk.session.perform(set_state(desk.session.labels["f0.png#0"], FaceState.CHECKED))
    ok, found = QColor(theme.current().ok), grabbed(view)
    changed = [
        found.pixelColor(x, y)
        for x in range(140, found.width())
        for y in range(0, ROW_HEIGHT - 2)
        if found.pixelColor(x, y) != before.pixelColor(x, y)
    ]
    assert changed
    assert min(abs(c.green() - ok.green()) + abs(c.red() - ok.red()) for c in changed) < 40


class PaintCounter(QObject):
    """Counts how often a widget is painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.count = 0
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        self.count += event.type() == QEvent.Type.Paint
        return False


def test_a_change_of_theme_paints_anew(view, desk, qapp, qtbot, tmp_path):
    desk.open(faces_folder(tmp_path / "faces", 2))
    view.selectionModel().clear()
    before = theme.current()
    watch = PaintCounter(view.viewport())
    for look in (theme.LIGHT, theme.DARK, theme.DARK.for_colour_blind()):
        qapp.processEvents()
        painted = watch.count
        theme.apply(qapp, look)
        qtbot.waitUntil(lambda painted=painted: watch.count > painted, timeout=PATIENCE_MS)
        line = grabbed(view).pixelColor(150, ROW_HEIGHT - 1)
        assert line.name() == look.line
    theme.apply(qapp, before)


@pytest.mark.parametrize("percent", [100, 120, 150])
def test_both_lines_of_a_row_are_whole_at_every_size_of_text(view, desk, qapp, tmp_path, percent):
    desk.open(faces_folder(tmp_path / "faces", 2))
    view.setUniformItemSizes(True)
    before = theme.current()
    theme.apply(qapp, replace(theme.DARK, text_percent=percent))
    qapp.processEvents()
    first, second = (view.visualRect(desk.faces.index(row, 0)) for row in range(2))
    assert second.top() - first.top() == first.height() >= ROW_HEIGHT
    line = QFontMetrics(theme.text_font()).height()
    assert first.height() >= 2 * line + 16
    theme.apply(qapp, before)
