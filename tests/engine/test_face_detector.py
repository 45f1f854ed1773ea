from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from kpstudio.core.errors import InputError
from kpstudio.core.geometry import Box
from kpstudio.engine.face_detector import LOOKS, FoundFace, detect, faces_in, faces_in_all
from kpstudio.io.images import UInt8Array
from kpstudio.sample.faces import SampleFace, make_face


@pytest.fixture(scope="module")
def portrait() -> SampleFace:
    return make_face(1, 1)


def saved(pixels: UInt8Array, path: Path) -> Path:
    Image.fromarray(pixels).save(path)
    return path


def among(
    portrait: SampleFace, size: tuple[int, int], places: list[tuple[int, int, int]]
) -> Image.Image:
    """Return a picture with the portrait at each (left, top, width)."""
    scene = Image.new("RGB", size, "#5a6e78")
    for left, top, width in places:
        scene.paste(Image.fromarray(portrait.pixels).resize((width, width * 3 // 4)), (left, top))
    return scene


def test_a_face_is_found_around_its_points_wherever_the_pixels_lie(portrait: SampleFace) -> None:
    points = Box.around(portrait.xy_image)
    (found,) = detect(portrait.pixels)
    assert found.box.overlap(points) > 0.5
    assert found.score > 0.8
    whole = Box.whole(1280, 960)  # the same pixels, of a picture twice as large
    (large,) = detect(portrait.pixels, whole)
    assert large.box.left == pytest.approx(2 * (found.box.left + 0.5) - 0.5)
    assert large.box.bottom == pytest.approx(2 * (found.box.bottom + 0.5) - 0.5)


def test_a_face_in_the_first_pixels_is_not_shifted_by_what_is_added(portrait: SampleFace) -> None:
    (found,) = detect(portrait.pixels)
    (cut,) = detect(portrait.pixels[8:, 8:])  # no multiple of the network's stride
    for edge in ("left", "top", "right", "bottom"):
        assert getattr(cut.box, edge) + 8 == pytest.approx(getattr(found.box, edge), abs=8)


def test_where_no_face_is_none_is_found(tmp_path: Path) -> None:
    noise = np.random.default_rng(1).integers(0, 256, (90, 120, 3), dtype=np.uint8)
    assert detect(noise) == []
    assert detect(np.empty((0, 0, 3), np.uint8)) == []
    for name, size in (("one.png", (1, 1)), ("strip.png", (900, 2)), ("plain.png", (400, 300))):
        Image.new("RGB", size, "#808890").save(tmp_path / name)
        assert faces_in(tmp_path / name) == []


def test_many_small_faces_of_a_large_picture_are_found_the_largest_first(
    portrait: SampleFace, tmp_path: Path
) -> None:
    places = [(40 + 590 * (k % 10), 60 + 780 * (k // 10), 460) for k in range(50)]
    places[23] = (places[23][0], places[23][1], 560)
    among(portrait, (6000, 4000), places).save(tmp_path / "fifty.jpg")
    found = faces_in(tmp_path / "fifty.jpg")
    assert len(found) == 50
    left, top, width = places[23]
    x, y = found[0].box.centre
    assert left < x < left + width
    assert top < y < top + width


def test_a_single_small_face_is_looked_for_more_finely(
    portrait: SampleFace, tmp_path: Path
) -> None:
    scene = among(portrait, (3000, 2000), [(2000, 1500, 120)])
    scene.save(tmp_path / "small.jpg")
    assert detect(np.array(scene.resize((LOOKS[0], LOOKS[0] * 2 // 3)))) == []
    (found,) = faces_in(tmp_path / "small.jpg", thorough=False)
    assert Box(2000, 1500, 2120, 1590).contains(found.box.centre)


@pytest.mark.parametrize("turns", [1, 2, 3])
def test_a_face_that_lies_is_found(portrait: SampleFace, tmp_path: Path, turns: int) -> None:
    height, width = portrait.pixels.shape[:2]
    (upright,) = detect(portrait.pixels)
    (found,) = faces_in(saved(np.rot90(portrait.pixels, turns), tmp_path / "turned.png"))
    x, y = upright.box.centre
    for _ in range(turns):  # counter-clockwise
        (x, y), (width, height) = (y, width - 1 - x), (height, width)
    assert found.box.centre == pytest.approx((x, y), abs=25)


@pytest.mark.parametrize("turns", [1, 2, 3])
def test_boxes_lie_in_the_picture_as_it_is_turned(
    portrait: SampleFace, tmp_path: Path, turns: int
) -> None:
    upright = saved(portrait.pixels, tmp_path / "upright.png")
    lying = saved(np.rot90(portrait.pixels, -turns), tmp_path / "lying.png")
    (wanted,) = faces_in(upright)
    assert list(faces_in_all([lying], turns=turns)) == [[wanted]]


def test_a_picture_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    (tmp_path / "broken.jpg").write_bytes(b"\xff\xd8\xff no picture")
    with pytest.raises(InputError, match=r"broken\.jpg"):
        faces_in(tmp_path / "broken.jpg")


@pytest.mark.parametrize(
    ("folder", "faces"), [("imm", 1), ("frl/unlabelled", 1), ("wings", 0), ("mouse", 0)]
)
def test_real_pictures_hold_the_faces_that_they_hold(shared_data, folder: str, faces: int) -> None:
    pictures = sorted(p for p in shared_data(folder).rglob("*") if p.suffix in (".jpg", ".png"))
    for path in pictures[:: max(len(pictures) // 6, 1)]:
        found = faces_in(path)
        assert len(found) == faces, path
        assert all(isinstance(face, FoundFace) for face in found)
