"""What a large screen shows: panels no wider than they need, marks told apart, no empty tables."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from kpstudio.app.pictures import PictureLoader
from kpstudio.core.errors import Problem
from kpstudio.core.landmarks import Landmarks
from kpstudio.io.opening import open_path
from kpstudio.ui import theme
from kpstudio.ui.canvas.content import FaceView
from kpstudio.ui.canvas.layers import CROSS, RING, paint_pill
from kpstudio.ui.dialogs.face_preview import FacePreview
from kpstudio.ui.dialogs.tables import problems_dialog
from kpstudio.ui.main_window import MainWindow
from kpstudio.ui.panels.ced_plot import CedPlot
from kpstudio.ui.panels.training_pictures import Sample, TrainingPictures
from kpstudio.ui.workspaces import Workspace
from tests.app.help import faces_folder
from tests.ui.driver import Script, drive

LARGE = 3840, 1800


def share(image: QImage, colour: str) -> float:
    """Return how much of an image has nearly a colour."""
    rgb = image.convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(rgb.constBits(), np.uint8).reshape(rgb.height(), rgb.bytesPerLine())
    pixels = rows[:, : 3 * rgb.width()].reshape(-1, 3).astype(int)
    wanted = QColor(colour)
    off = np.abs(pixels - (wanted.red(), wanted.green(), wanted.blue())).max(axis=1)
    return float((off < 40).mean())


def test_list_and_panel_grow_no_further_than_they_need(tmp_path, language: str) -> None:
    folder = faces_folder(tmp_path / "faces", 2)

    def script(window: MainWindow) -> Script:
        yield lambda: window.canvas.has_picture
        widths = []
        for width in (1280, 2200, LARGE[0]):
            window.resize(width, LARGE[1])
            window.show_workspace(Workspace.LABEL)
            yield lambda: window.faces.isVisible() and window.side.isVisible()
            widths.append((window.faces.width(), window.side.width()))
        assert widths[0] < widths[1] <= widths[2]
        assert widths[2] == (420, 520)
        window.show_workspace(Workspace.TRAIN)
        yield lambda: window.train_settings.isVisible()
        folds = [*window.train_settings.folds.values(), window.train_settings._fold]
        begin = {fold.note.mapTo(window, QPoint()).x() for fold in folds}
        assert len(begin) == 1, "what is inside is told in one column"

    assert drive([str(folder)], script) == 0


def test_without_a_folder_review_offers_to_open_one(tmp_path, language: str) -> None:
    def script(window: MainWindow) -> Script:
        window.resize(*LARGE)
        window.show_workspace(Workspace.REVIEW)
        yield lambda: window.faces._help.isVisible()
        offered = window.faces._help
        assert offered.text() == window.actions_by_key["open_folder"].iconText()
        assert offered.isEnabled()

    assert drive([], script) == 0


def test_a_search_that_finds_nothing_is_cleared_by_a_button(tmp_path) -> None:
    folder = faces_folder(tmp_path / "faces", 2)

    def script(window: MainWindow) -> Script:
        yield lambda: window.canvas.has_picture
        faces = window.faces
        assert not faces._help.isVisible()
        faces.search.setText("name:nobody")
        yield faces._help.isVisible
        assert faces._help.text() == "Clear the search"
        faces._help.click()
        yield lambda: faces.view.model().rowCount() == 2
        assert faces.search.text() == ""
        faces.search.setText("name:nobody")
        faces._help.setFocus()
        faces.search.setText("name:f1")
        yield lambda: faces.view.model().rowCount() == 1
        assert window.session.current.picture == "f0.png", "the list did not get the focus"
        faces.search.clear()
        window.show_workspace(Workspace.PHOTOS)
        yield lambda: faces._help.text() == window.actions_by_key["add_photos"].iconText()

    assert drive([str(folder)], script) == 0


def test_marks_of_two_runs_have_the_colours_of_their_points(qapp: QApplication) -> None:
    theme.apply(qapp, theme.DARK)
    data, images = theme.DARK.data, []
    for inks in ({}, {CROSS: data.prediction, RING: data.compared}):
        image = QImage(1600, 160, QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(4.0)
        image.fill(0)
        painter = QPainter(image)
        words = f"{CROSS} run 2, NME 3 %   {RING} <b>run 1"
        paint_pill(painter, words, QPointF(10, 20), QRectF(0, 0, 400, 40), inks=inks)
        painter.end()
        images.append(image)
    plain, coloured = images
    for ink in (data.prediction, data.compared):
        assert share(plain, ink) == 0.0 < share(coloured, ink)
    assert share(coloured, theme.DARK.text) > 0.7 * share(plain, theme.DARK.text)


def test_a_caption_as_wide_as_the_picture_stands_in_its_middle(qapp: QApplication) -> None:
    theme.apply(qapp, theme.DARK)
    words, within = "run 2, NME 3 %   run 1, NME 22 %", QRectF(0, 0, 400, 40)
    font = theme.text_font(theme.QUIET_PX)
    beside = within.width() - QFontMetricsF(font).horizontalAdvance(words) - 16
    for start, middle in ((beside - 2, True), (beside / 4, False)):
        image = QImage(400, 40, QImage.Format.Format_RGB32)
        image.fill(0xFF00FF)
        painter = QPainter(image)
        paint_pill(painter, words, QPointF(start, 20), within)
        painter.end()
        ground = [x for x in range(400) if image.pixel(x, 20) & 0xFFFFFF != 0xFF00FF]
        assert (abs(ground[0] - (399 - ground[-1])) <= 2) == middle
        assert (abs(ground[0] - round(start)) <= 1) != middle


def test_where_two_label_sets_agree_both_are_seen(qtbot: QtBot) -> None:
    loader = PictureLoader()
    preview = FacePreview(loader)
    qtbot.addWidget(preview)
    preview.resize(300, 300)
    preview.show()
    grey = QImage(100, 100, QImage.Format.Format_RGB32)
    grey.fill(QColor("#808080"))
    both = Landmarks.of([(30.0, 30.0), (70.0, 70.0), (30.0, 70.0)])
    preview.canvas.set_picture([grey], 100, 100)
    preview.canvas.set_faces([FaceView("a", both, both, None)], 0)
    shown, data = preview.canvas.grab().toImage(), theme.current().data
    for colour in (data.ground_truth, data.prediction):
        assert share(shown, colour) > 0.0003
    loader.shutdown()


def test_a_preview_shows_the_face_in_any_room(qtbot: QtBot, tmp_path) -> None:
    folder = faces_folder(tmp_path / "faces", 1)
    face = next(iter(open_path(folder).labels))
    loader = PictureLoader()
    preview = FacePreview(loader)
    qtbot.addWidget(preview)
    preview.resize(600, 600)
    preview.show()
    view = FaceView(face.id, face.landmarks, None, None)
    preview.show_faces(folder / face.picture, [view])
    qtbot.waitUntil(lambda: preview.canvas.has_picture)
    for size in ((600, 600), (180, 160), (600, 600)):
        preview.resize(*size)
        QApplication.processEvents()
        spots = [preview.canvas.view_from_image(xy.tolist()) for xy in face.landmarks.xy_image]
        seen = [preview.canvas.rect().contains(spot.toPoint()) for spot in spots]
        assert sum(seen) > 0.8 * len(seen), size
    loader.shutdown()


def test_words_at_the_line_of_failure_stand_on_a_ground(qtbot: QtBot) -> None:
    plot = CedPlot()
    qtbot.addWidget(plot)
    assert plot._failing.fill.color().alpha() > 100
    assert plot._failing.fill.color().rgb() == QColor(theme.current().pane).rgb()


def test_markers_are_smaller_on_a_small_face(qtbot: QtBot) -> None:
    panel = TrainingPictures()
    qtbot.addWidget(panel)
    panel.resize(900, 900)
    panel.show()
    green = []
    for size in (20.0, 75.0):
        corners = np.array([(0, 0), (1, 0), (1, 1), (0, 1), (0.5, 0.5)]) * size
        grey = np.full((80, 80), 128, np.uint8)
        panel.set_samples([Sample(grey, corners + (80 - size) / 2, "a")])
        QApplication.processEvents()
        green.append(share(panel.grab().toImage(), theme.current().data.ground_truth))
    assert 0.0 < green[0] < 0.6 * green[1]


@pytest.mark.parametrize("count", [0, 2])
def test_a_list_of_what_was_odd_is_shown_where_there_is_one(qtbot: QtBot, count: int) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = problems_dialog([Problem("a.pts", "odd")] * count, parent)
    dialog.show()
    QApplication.processEvents()
    assert dialog.table.isVisible() == dialog.search.isVisible() == (count > 0)
    assert dialog.height() < 300 or count
    words = [label for label in dialog.findChildren(QLabel) if label.isVisible()]
    assert words
    assert all(label.height() >= label.heightForWidth(label.width()) for label in words)
    dialog.reject()
