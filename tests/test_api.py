"""The Python interface, as a person finds it, and the page that describes it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

import kpstudio
from kpstudio.core.errors import InputError
from kpstudio.core.geometry import Box
from kpstudio.core.labelset import Face
from kpstudio.core.landmarks import Landmarks
from kpstudio.engine.predict import Predictor
from kpstudio.engine.presets import preset
from kpstudio.io.opening import open_path
from kpstudio.tasks.training import choose_split, train_run
from tests.small_faces import HEIGHT, WIDTH, draw_picture, write_faces

POINTS = (13, 21, 30)
BOXES = [(10.0, 9.5, 60.0, 69.5), (40.5, 9.5, 90.5, 69.5)]


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A network of three points that looks at one face at a time."""
    folder = tmp_path_factory.mktemp("trained")
    labels = open_path(write_faces(folder / "faces", persons=2)).labels
    config = replace(
        preset("smallnet", labels.scheme, points=POINTS), crop="face", epochs=1, device="cpu"
    )
    list(train_run(labels, config, choose_split(labels, 0.5), folder / "run"))
    return folder / "run"


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    draw_picture(tmp_path / "photo.png", 7)
    return tmp_path / "photo.png"


def expected(run: Path, photo: Path, box: tuple[float, ...] | None) -> np.ndarray:
    """What the program predicts for the photo."""
    face = Face("f", photo.name, box=None if box is None else Box(*box), photo=True)
    ((_, found),) = Predictor.load(run, device="cpu").predict([face], photo.parent)
    assert isinstance(found, Landmarks)
    return found.xy_image[list(POINTS)]


def test_a_file_gives_what_the_program_predicts(run: Path, photo: Path) -> None:
    net = kpstudio.load(run, device="cpu")
    assert net.scheme == "imm58"
    (face,) = net.predict(photo)
    assert (face.names, face.box) == (net.names, None)
    assert len(face.names) == len(set(face.names)) == 3
    assert (face.xy.shape, face.xy.dtype) == ((3, 2), np.float64)
    assert np.array_equal(face.xy, expected(run, photo, None))
    (same,) = kpstudio.load(str(run), device="cpu").predict(str(photo))
    assert np.array_equal(same.xy, face.xy)


def test_each_box_gives_a_face_in_order(run: Path, photo: Path) -> None:
    faces = kpstudio.load(run, device="cpu").predict(photo, boxes=BOXES)
    assert [face.box for face in faces] == BOXES
    for face, box in zip(faces, BOXES, strict=True):
        assert face.xy == pytest.approx(expected(run, photo, box), abs=1e-3)
    assert not np.allclose(faces[0].xy, faces[1].xy)
    assert kpstudio.load(run, device="cpu").predict(photo, boxes=[]) == []


def test_pixels_give_what_their_file_gives(run: Path, photo: Path) -> None:
    net = kpstudio.load(run, device="cpu")
    (expected,) = net.predict(photo, boxes=BOXES[:1])
    with Image.open(photo) as opened:
        picture = opened.convert("RGB")
    colour, grey = np.asarray(picture), np.asarray(picture.convert("L"))
    assert colour.shape == (HEIGHT, WIDTH, 3)
    for pixels in (picture, picture.convert("L"), picture.convert("RGBA"), colour, grey):
        (face,) = net.predict(pixels, boxes=np.array(BOXES[:1]))  # type: ignore[arg-type]
        assert np.array_equal(face.xy, expected.xy)
    (mirrored,) = net.predict(colour[:, ::-1])
    (as_it_is,) = net.predict(colour)
    assert not np.allclose(mirrored.xy, as_it_is.xy)


def test_the_result_is_ones_own(run: Path, photo: Path) -> None:
    (face,) = kpstudio.load(run, device="cpu").predict(photo)
    face.xy[:] += 1.0


@pytest.mark.parametrize(
    ("boxes", "message"),
    [
        ([(1, 2, 3)], r"box 0 is not \(left, top, right, bottom\)"),
        ([BOXES[0], (1, 2, float("nan"), 9)], "box 1 is not"),
        ([(50, 50, 20, 80)], "box 0 is -30 x 30 pixels"),
    ],
)
def test_a_box_that_is_none_is_refused(
    boxes: list[tuple[float, ...]], message: str, run: Path, photo: Path
) -> None:
    with pytest.raises(InputError, match=message):
        kpstudio.load(run, device="cpu").predict(photo, boxes=boxes)


def test_what_is_no_picture_is_refused(run: Path, tmp_path: Path) -> None:
    net = kpstudio.load(run, device="cpu")
    with pytest.raises(InputError, match=r"gone\.jpg"):
        net.predict(tmp_path / "gone.jpg")
    for array in (np.zeros((4, 4, 4), np.uint8), np.zeros((4, 4)), np.zeros((0, 4), np.uint8)):
        with pytest.raises(InputError, match="is no picture"):
            net.predict(array)  # type: ignore[arg-type]


def test_what_is_no_run_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such run"):
        kpstudio.load(tmp_path / "gone")


def test_the_package_offers_nothing_else() -> None:
    assert {name for name in kpstudio.__all__ if not name.startswith("_")} == {
        "FacePoints",
        "Net",
        "load",
    }
    with pytest.raises(AttributeError, match="no attribute 'lod'"):
        kpstudio.lod  # noqa: B018
