from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kpstudio.ui import theme
from kpstudio.ui.panels.training_pictures import Sample, TrainingPictures, to_image


@pytest.fixture
def panel(qtbot: QtBot) -> TrainingPictures:
    widget = TrainingPictures()
    qtbot.addWidget(widget)
    widget.resize(700, 500)
    widget.show()
    qtbot.waitExposed(widget)
    return widget


def samples(count: int, height: int = 60, width: int = 80) -> list[Sample]:
    pixels = np.full((height, width), 40, dtype=np.uint8)
    middle = np.array([[width / 2 - 0.5, height / 2 - 0.5], [np.nan, 3.0]])
    return [Sample(pixels, middle, f"{k:02}.jpg") for k in range(count)]


def columns(panel: TrainingPictures) -> int:
    view = panel.view
    tops = [view.visualRect(panel.model.index(row, 0)).top() for row in range(12)]
    return tops.count(tops[0])


def test_an_empty_page_has_one_sentence_and_one_button(
    panel: TrainingPictures, qtbot: QtBot
) -> None:
    assert not panel.view.isVisible()
    assert panel._state.label.text().startswith("Press Show")
    with qtbot.waitSignal(panel.more_requested, timeout=1000):
        qtbot.mouseClick(panel.more_button, Qt.MouseButton.LeftButton)


def test_loading_is_said_until_pictures_come(panel: TrainingPictures) -> None:
    panel.set_loading(True)
    assert panel._state.label.text() == "Preparing pictures…"
    assert not panel.more_button.isEnabled()
    panel.set_samples(samples(3))
    assert panel.more_button.isEnabled()
    assert panel.more_button.text() == "Shuffle"
    assert panel.header.note.text() == "60×80 px"
    panel.set_samples([])
    assert not panel.view.isVisible()


def test_columns_follow_width_and_slider(panel: TrainingPictures, qapp: QApplication) -> None:
    panel.set_samples(samples(12))
    qapp.processEvents()
    assert columns(panel) == 4
    panel.resize(400, 500)
    qapp.processEvents()
    assert columns(panel) == 2
    panel.size_slider.setValue(panel.size_slider.minimum())
    qapp.processEvents()
    assert columns(panel) == 3
    last = panel.view.visualRect(panel.model.index(2, 0))
    assert last.right() <= panel.view.viewport().width()


def test_points_are_painted_where_they_are(panel: TrainingPictures, qapp: QApplication) -> None:
    panel.set_samples(samples(1))
    panel.size_slider.setValue(panel.size_slider.maximum())
    qapp.processEvents()
    rect = panel.view.visualRect(panel.model.index(0, 0))
    size = panel.view._cells.picture
    middle = QPoint(rect.left() + 6 + size.width() // 2, rect.top() + 12 + size.height() // 2)
    shown = panel.view.viewport().grab().toImage()
    green = QColor(theme.current().data.ground_truth)
    assert close(shown.pixelColor(middle), green)
    assert close(shown.pixelColor(middle + QPoint(20, 10)), QColor(40, 40, 40))


def close(one: QColor, other: QColor) -> bool:
    pairs = zip(one.getRgb()[:3], other.getRgb()[:3], strict=True)
    return all(abs(a - b) <= 24 for a, b in pairs)


@pytest.mark.parametrize("shape", [(5, 7), (5, 7, 3)])
def test_pixels_become_an_image_of_their_own(shape: tuple[int, ...]) -> None:
    pixels = np.arange(np.prod(shape), dtype=np.uint8).reshape(shape)
    image: QImage = to_image(pixels[:, ::-1])  # not contiguous
    values = pixels[2, 3] if len(shape) == 3 else np.repeat(pixels[2, 3], 3)
    expected = tuple(int(value) for value in values)
    assert image.pixelColor(3, 2).getRgb()[:3] == expected
    pixels[:] = 0
    assert image.pixelColor(3, 2).getRgb()[:3] == expected
    assert (image.width(), image.height()) == (7, 5)


def test_tall_crops_are_not_cut(panel: TrainingPictures, qapp: QApplication) -> None:
    panel.set_samples(samples(4, height=224, width=112))
    qapp.processEvents()
    size = panel.view._cells.picture
    assert size.height() == pytest.approx(2 * size.width(), abs=2)


def test_all_pictures_are_in_view_where_there_is_room_until_somebody_sizes_them(
    panel: TrainingPictures, qapp: QApplication
) -> None:
    panel.resize(2600, 1500)
    panel.set_samples(samples(24))
    qapp.processEvents()
    bar = panel.view.verticalScrollBar()
    size = panel.size_slider.value()
    assert size > 300
    assert bar.maximum() == 0
    panel.size_slider.setValue(size + 60)
    qapp.processEvents()
    assert bar.maximum() > 0
    panel.resize(2400, 1400)
    assert panel.size_slider.value() == size + 60
