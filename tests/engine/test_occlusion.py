from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import torch

from kpstudio.core.dependence import Dependence
from kpstudio.core.errors import Cancelled, InputError
from kpstudio.core.geometry import Box
from kpstudio.core.labelset import Face
from kpstudio.engine.crops import Crop
from kpstudio.engine.network import Network
from kpstudio.engine.occlusion import CELLS, answers_covered, covered_pixels
from kpstudio.engine.predict import Predictor
from tests.engine.conftest import SCHEME, blobs
from tests.engine.test_looks import CONFIG, Answering

BOX = Box(0.0, 0.0, 800.0, 600.0)


def network() -> Network:
    return Network(Answering(), CONFIG, SCHEME, torch.device("cpu"))


def test_a_point_depends_on_the_part_of_the_picture_that_shows_it() -> None:
    # The first point answers where the light is, which lies around column 12 of 80, row 48 of 60.
    crop = Crop(blobs(np.array([[12.0, 48.0]]), 80, 60), BOX)
    plain, covered = answers_covered(network(), crop)
    assert covered.shape == (CELLS, CELLS, 3, 2)
    of = Dependence.of(BOX, plain, covered)
    row, column = np.unravel_index(int(of.map([0]).argmax()), (CELLS, CELLS))
    assert abs((column + 0.5) * 80 / CELLS - 12) <= 10
    assert abs((row + 0.5) * 60 / CELLS - 48) <= 10
    assert of.map([0])[2, 12] < 0.1 * of.map([0]).max()
    assert of.map([1]) == pytest.approx(0.0, abs=1e-4)  # it answers one place whatever it sees
    assert np.isnan(of.map([2])).all()  # it is not predicted
    assert of.map() == pytest.approx((of.map([0]) + of.map([1])) / 2)


def test_patches_cover_all_of_the_crop_and_little_at_once() -> None:
    pixels = np.random.default_rng(1).integers(0, 255, (60, 80), dtype=np.uint8)
    pixels[pixels == round(float(pixels.mean()))] += 1
    changed = covered_pixels(pixels) != pixels
    assert changed.any(axis=0).mean() > 0.99
    assert changed.mean(axis=(1, 2)).max() < 0.05
    assert changed[0, :8, :10].mean() > 0.9  # the corner: half of the patch lies outside


def test_it_can_be_cancelled() -> None:
    crop = Crop(blobs(np.array([[12.0, 48.0]]), 80, 60), BOX)
    told: list[tuple[int, int]] = []

    def progress(done: int, total: int) -> bool:
        told.append((done, total))
        return len(told) < 2

    with pytest.raises(Cancelled):
        answers_covered(network(), crop, progress)
    assert len(told) == 2


def test_a_face_is_covered_in_what_the_network_sees_of_it(
    make_faces: Callable[[int], list[Face]], tmp_path: Path
) -> None:
    (face,) = make_faces(1)
    asked = Predictor(network(), "run")
    ((_, points),) = asked.predict([face], tmp_path)
    plain, covered, box = asked.covered(face, tmp_path)
    assert plain == pytest.approx(points.xy_image, nan_ok=True)  # type: ignore[union-attr]
    assert covered.shape == (CELLS, CELLS, 3, 2)
    assert min(box.width, box.height) > 0
    (tmp_path / face.picture).write_bytes(b"no picture")
    with pytest.raises(InputError):
        asked.covered(face, tmp_path)
