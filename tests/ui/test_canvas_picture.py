"""The picture is drawn where it belongs, in the right colours, from whatever memory it came in."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from kpstudio.app.pictures import image_of, levels_of
from kpstudio.ui.canvas.camera import Camera
from kpstudio.ui.canvas.picture import Picture

GROUND = (40, 0, 40)


def as_array(image: QImage) -> NDArray[np.uint8]:
    """(H, W, 3) RGB of an image."""
    image = image.convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), -1)
    return rows[:, : image.width() * 3].reshape(image.height(), image.width(), 3).copy()


def painted(picture: Picture, camera: Camera, size: QSize, ratio: float = 1.0) -> NDArray[np.uint8]:
    image = QImage(size * ratio, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(QColor(*GROUND))
    painter = QPainter(image)
    picture.paint(painter, camera, size, ratio)
    painter.end()
    return as_array(image)


def camera_at(width: int, height: int, scale: float, x: float = 0.0, y: float = 0.0) -> Camera:
    camera = Camera()
    camera.set_picture(width, height)
    camera.set_view(64, 64)
    camera.scale, camera.x, camera.y = scale, x, y
    return camera


@pytest.mark.parametrize("width", [1, 2, 3, 5, 7, 64])
def test_every_width_survives_the_stride(qapp: QApplication, width: int) -> None:
    pixels = np.random.default_rng(width).integers(0, 256, (5, width, 3), dtype=np.uint8)
    np.testing.assert_array_equal(as_array(image_of(pixels)), pixels)
    grey = pixels[..., 0]  # not contiguous
    np.testing.assert_array_equal(as_array(image_of(grey)), np.repeat(grey[..., None], 3, axis=2))


def test_the_array_may_change_afterwards(qapp: QApplication) -> None:
    pixels = np.full((8, 8, 3), 200, np.uint8)
    picture = Picture(levels_of(pixels), 8, 8)
    pixels[:] = 0
    assert (painted(picture, camera_at(8, 8, 8.0), QSize(64, 64)) == 200).all()


@pytest.mark.parametrize(
    "pixels",
    [np.zeros((4, 4, 4), np.uint8), np.zeros((0, 4), np.uint8), np.zeros((4, 4), np.float32)],
)
def test_what_is_no_picture_is_refused(qapp: QApplication, pixels: NDArray[np.uint8]) -> None:
    with pytest.raises(ValueError, match="a picture needs"):
        image_of(pixels)


@pytest.mark.parametrize("ratio", [1.0, 2.0])
def test_pixel_i_j_covers_its_square(qapp: QApplication, ratio: float) -> None:
    pixels = np.random.default_rng(0).integers(0, 256, (6, 8, 3), dtype=np.uint8)
    shown = painted(
        Picture(levels_of(pixels), 8, 6), camera_at(8, 6, 8.0, 10, 20), QSize(96, 96), ratio
    )
    cell = int(8 * ratio)
    expected = pixels.repeat(cell, axis=0).repeat(cell, axis=1)
    left, top = int(10 * ratio), int(20 * ratio)
    part = shown[top : top + 6 * cell, left : left + 8 * cell]
    np.testing.assert_array_equal(part, expected)
    around = np.ones(shown.shape[:2], bool)
    around[top : top + 6 * cell, left : left + 8 * cell] = False
    assert (shown[around] == GROUND).all()


@pytest.mark.parametrize(("scale", "sharp"), [(4.0, False), (8.0, True)])
def test_a_small_picture_that_merely_fits_is_smooth(
    qapp: QApplication, scale: float, sharp: bool
) -> None:
    pixels = np.zeros((16, 16, 3), np.uint8)
    pixels[:, 4:] = 255
    shown = painted(Picture(levels_of(pixels), 16, 16), camera_at(16, 16, scale), QSize(64, 64))
    assert (set(np.unique(shown)) == {0, 255}) == sharp


def test_a_preview_fills_the_whole_frame(qapp: QApplication) -> None:
    preview = np.zeros((10, 20, 3), np.uint8)
    preview[:, 10:] = 255
    shown = painted(
        Picture(levels_of(preview), 2000, 1000), camera_at(2000, 1000, 0.03), QSize(64, 64)
    )
    assert (shown[2:28, 2:28] == 0).all()
    assert (shown[2:28, 33:58] == 255).all()
    assert (shown[31:, :] == GROUND).all()


def test_a_fine_pattern_turns_grey_when_small(qapp: QApplication) -> None:
    checks = (np.indices((2048, 2048)).sum(axis=0) % 2 * 255).astype(np.uint8)
    shown = painted(
        Picture(levels_of(checks), 2048, 2048), camera_at(2048, 2048, 1 / 32), QSize(64, 64)
    )
    assert abs(shown.astype(int) - 127).max() <= 2


def test_far_into_a_large_picture_pixels_stay_in_place(qapp: QApplication) -> None:
    pixels = np.zeros((4000, 6000), np.uint8)
    pixels[3990, 5990] = 255
    camera = camera_at(6000, 4000, 64.0, -5990 * 64.0 + 10, -3990 * 64.0 + 20)
    shown = painted(Picture(levels_of(pixels), 6000, 4000), camera, QSize(100, 100))[..., 0]
    rows, columns = np.nonzero(shown)
    assert (rows.min(), rows.max(), columns.min(), columns.max()) == (20, 83, 10, 73)


def test_the_drawn_picture_follows_the_camera(qapp: QApplication) -> None:
    picture = Picture(levels_of(np.full((4, 4), 255, np.uint8)), 4, 4)
    for x in (0.0, 30.0):
        shown = painted(picture, camera_at(4, 4, 4.0, x), QSize(64, 64))[..., 1]
        assert np.nonzero(shown)[1].min() == x
