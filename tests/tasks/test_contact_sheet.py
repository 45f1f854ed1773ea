from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from kpstudio.core.errors import InputError
from kpstudio.tasks.contact_sheet import SheetFace, contact_sheet, draw_sheet

TRUTH = np.array([[40.0, 40.0], [80.0, 40.0], [60.0, 80.0]])


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    path = tmp_path / "face.png"
    Image.new("RGB", (120, 120), "#446688").save(path)
    return path


def face(path: Path, nme: float, xy_predicted: np.ndarray = TRUTH + 4.0) -> SheetFace:
    return SheetFace(path, f"{nme:.2f}.png", TRUTH, xy_predicted, nme)


def near(picture: Image.Image, colour: tuple[int, int, int]) -> int:
    pixels = np.asarray(picture, dtype=np.int32)
    return int((np.abs(pixels - colour).max(axis=2) < 24).sum())


def test_the_sheet_is_a_png_that_shows_both_kinds_of_points(picture: Path, tmp_path: Path) -> None:
    path = contact_sheet([face(picture, 0.1)], tmp_path / "new" / "sheet.png", "Title")
    with Image.open(path) as sheet:
        assert sheet.format == "PNG"
        shown = sheet.convert("RGB")
    legend = 96  # rows above the tiles, where the marks are explained
    tiles = shown.crop((0, legend, shown.width, shown.height))
    assert near(tiles, (61, 220, 132)) > 20  # green discs
    assert near(tiles, (255, 77, 94)) > 20  # red crosses


def test_worst_come_first_and_nobody_twice(picture: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[str] = []
    monkeypatch.setattr(
        "kpstudio.tasks.contact_sheet.face_tile",
        lambda one: drawn.append(one.name) or Image.new("RGB", (240, 240)),
    )
    faces = [face(picture, nme) for nme in (0.03, 0.01, 0.05, 0.02, 0.04, float("nan"))]
    draw_sheet(faces, "Title", each=2)
    assert drawn == ["0.05.png", "0.04.png", "0.01.png", "0.02.png"]
    drawn.clear()
    draw_sheet(faces, "Title", each=8)
    assert drawn == ["0.05.png", "0.04.png", "0.03.png", "0.01.png", "0.02.png"]


def test_a_picture_that_is_gone_leaves_the_rest(picture: Path, tmp_path: Path) -> None:
    faces = [face(tmp_path / "gone.png", 0.2), face(picture, 0.1)]
    assert near(draw_sheet(faces, "Title"), (0x44, 0x66, 0x88)) > 10_000


def test_points_anywhere_are_drawn_without_complaint(picture: Path) -> None:
    wild = np.array([[1e12, -1e12], [np.nan, np.nan], [60.0, 80.0]])
    far = TRUTH * 1000.0  # the whole face lies outside the picture
    faces = [face(picture, 0.3, wild), SheetFace(picture, "far", far, far, 0.1)]
    assert draw_sheet(faces, "Title").width > 1000


def test_a_single_point_is_shown_with_its_surroundings(picture: Path) -> None:
    one = np.array([[60.0, 60.0]])
    sheet = draw_sheet([SheetFace(picture, "one", one, one, 0.0)], "Title")
    assert near(sheet, (0x44, 0x66, 0x88)) > 10_000


def test_a_point_lies_where_it_lies_in_the_picture(tmp_path: Path) -> None:
    # One white pixel on black; a disc drawn for a point there must be centred on it.
    pixels = np.zeros((101, 101, 3), dtype=np.uint8)
    pixels[50, 50] = 255
    path = tmp_path / "dot.png"
    Image.fromarray(pixels).save(path)
    corners = np.array([[30.0, 30.0], [70.0, 70.0], [50.0, 50.0]])
    only_corners = np.array([[30.0, 30.0], [70.0, 70.0], [np.nan, np.nan]])

    def middle(truth: np.ndarray) -> np.ndarray:
        sheet = draw_sheet([SheetFace(path, "dot", truth, truth, 0.1)], "")
        tile = np.asarray(sheet, dtype=np.int32)[144:384, 32:272]
        return tile[100:145, 100:145]

    without = middle(only_corners)
    white = np.argwhere(without.min(axis=2) > 100).mean(axis=0)
    marked = np.abs(middle(corners) - without).max(axis=2) > 60
    assert np.abs(white - np.argwhere(marked).mean(axis=0)).max() < 0.75


def test_nothing_to_rank_is_bad_input(picture: Path) -> None:
    with pytest.raises(InputError, match="contact sheet"):
        draw_sheet([face(picture, float("nan"))], "Title")
