"""Going from picture to picture in the real window: coarse, sharp, and never the wrong points."""

from __future__ import annotations

import os
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor

from kpstudio.app.face_list import FACE_ROLE
from kpstudio.ui import theme
from kpstudio.ui.main_window import MainWindow
from kpstudio.ui.panels.face_delegate import ROW_HEIGHT, THUMBNAIL
from tests.ui.driver import Script, drive, key

WIDTH, HEIGHT = 4003, 3001
COUNT = 5
GREYS = (40, 80, 120, 160, 200)


@pytest.fixture(scope="module")
def photos(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("photos")
    points = "".join(f"{x} {y}\n" for x, y in ((1001, 1001), (3001, 2001)))
    for number, grey in enumerate(GREYS):
        picture = Image.new("L", (WIDTH, HEIGHT), grey)
        picture.paste(255, (3000, 2000, 3001, 2001))
        picture.save(folder / f"{number}.jpg", quality=90)
        (folder / f"{number}.pts").write_text(f"version: 1\nn_points: 2\n{{\n{points}}}\n")
    return folder


def sharp(window: MainWindow) -> bool:
    face = window.session.current
    if face is None or not window.canvas.has_picture:
        return False
    best = window.pictures.best(window.session.labels.picture_path(face.picture))
    return best is not None and best.sharp


def middle_grey(window: MainWindow) -> int:
    image = window.canvas.grab().toImage()
    ratio = window.canvas.devicePixelRatioF()
    place = window.canvas.view_from_image((2000.0, 700.0)) * ratio
    return image.pixelColor(place.toPoint()).red()


def test_every_picture_shows_with_its_own_points(photos: Path) -> None:
    def script(window: MainWindow) -> Script:
        window.session.choose("0.jpg#0")  # another test may have left it elsewhere
        yield lambda: sharp(window)
        for number in range(1, COUNT):
            key(window, Qt.Key.Key_D)
            assert window.session.current.picture == f"{number}.jpg"
            yield lambda: window.canvas.has_picture
            assert abs(middle_grey(window) - GREYS[number]) <= 3
        for _ in range(COUNT - 1):  # as fast as they can be pressed
            key(window, Qt.Key.Key_A)
        yield lambda: sharp(window)
        assert window.session.current.picture == "0.jpg"
        assert abs(middle_grey(window) - GREYS[0]) <= 3

    assert drive([str(photos)], script) == 0


def test_zoom_and_places_stay_when_the_sharp_picture_comes(photos: Path) -> None:
    def script(window: MainWindow) -> Script:
        yield lambda: window.session.is_open and sharp(window)
        key(window, Qt.Key.Key_D)
        yield lambda: window.canvas.has_picture
        canvas = window.canvas
        canvas.zoom_about(6.0, canvas.view_from_image((3000.0, 2000.0)))
        before = canvas.zoom, canvas.view_from_image((3000.0, 2000.0))
        assert isinstance(before[1], QPointF)
        yield lambda: sharp(window)
        assert (canvas.zoom, canvas.view_from_image((3000.0, 2000.0))) == before
        # One bright pixel, seen where its landmark is drawn: to the pixel, at 600 %.
        for name in ("ground_truth", "edges", "offsets"):
            window.actions_by_key[name].setChecked(False)
        image = canvas.grab().toImage()
        grey = np.array(
            [
                [image.pixelColor(x, y).red() for x in range(image.width())]
                for y in range(image.height())
            ]
        )
        rows, columns = np.nonzero(grey > 200)
        ratio = canvas.devicePixelRatioF()
        assert columns.mean() + 0.5 == pytest.approx(before[1].x() * ratio, abs=1.0)
        assert rows.mean() + 0.5 == pytest.approx(before[1].y() * ratio, abs=1.0)

    assert drive([str(photos)], script) == 0


def test_a_picture_that_breaks_is_marked_and_said(tmp_path: Path) -> None:
    for number in range(3):
        Image.new("RGB", (64, 48), (90, 90, 90)).save(tmp_path / f"{number}.png")
    whole = (tmp_path / "1.png").read_bytes()
    (tmp_path / "1.png").write_bytes(whole[: len(whole) - 30])  # its header is as it was

    def script(window: MainWindow) -> Script:
        yield lambda: window.session.is_open and window.canvas.has_picture
        yield lambda: "1.png" in window.session.broken
        assert list(window.session.broken) == ["1.png"]
        row = window.faces_model.row_of("1.png#0")
        assert window.faces_model.index(row).data(FACE_ROLE).broken
        list_image = window.faces.view.viewport().grab().toImage()
        ratio = window.faces.view.devicePixelRatioF()
        middle = QPointF(12 + THUMBNAIL / 2, row * ROW_HEIGHT + 6 + THUMBNAIL / 2) * ratio
        danger = QColor(theme.current().danger)
        assert list_image.pixelColor(middle.toPoint()).red() == pytest.approx(danger.red(), abs=40)
        window.session.choose("1.png#0")
        yield lambda: "cannot be opened as a picture" in window.canvas._message._sentence.text()
        assert not window.canvas.has_picture
        (tmp_path / "1.png").write_bytes(whole)  # mended, and read again
        window.session.rescan()
        yield lambda: window.canvas.has_picture
        yield lambda: not window.session.broken

    assert drive([str(tmp_path)], script) == 0


def test_thumbnails_are_kept_on_disk_and_can_be_cleared(tmp_path: Path) -> None:
    for number in range(3):
        Image.new("RGB", (640, 480), (30 * number, 90, 90)).save(tmp_path / f"{number}.png")

    def script(window: MainWindow) -> Script:
        store = window.thumbnail_store
        assert os.fspath(store.path).startswith(os.environ["XDG_CACHE_HOME"])
        empty = store.size()
        yield lambda: window.session.is_open and store.size() > 0
        assert store.size() >= empty
        window.menus["Edit"].aboutToShow.emit()
        assert window.cache.clear_action.text().endswith(" MB)")
        window.cache.clear_action.trigger()
        yield lambda: window.status.message.text().startswith("Cleared ")
        window.settings.set_value("thumbnail_megabytes", 100)
        assert store.cap == window.settings.thumbnail_cap == 100 * 10**6

    assert drive([str(tmp_path)], script) == 0
