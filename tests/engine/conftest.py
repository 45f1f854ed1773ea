"""Tiny labelled pictures, made in the test."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import torch
from numpy.typing import NDArray
from PIL import Image

from kpstudio.core.labelset import Face, FaceState, face_id
from kpstudio.core.landmarks import Landmarks
from kpstudio.core.schema import Normaliser, PointSchema

SCHEME = PointSchema(
    "dots3",
    ("left dot", "right dot", "nose tip"),
    (1, 0, 2),
    groups={"nose tip": (2,), "dots": (0, 1)},
    normaliser=Normaliser("inter-dot", (0,), (1,)),
)

FloatArray = NDArray[np.float64]


def blobs(xy: FloatArray, width: int, height: int, sigma: float = 3.0) -> NDArray[np.uint8]:
    """Return a dark picture with a bright blob at each (K, 2) point; pixel centres are whole."""
    y, x = np.mgrid[:height, :width]
    picture = np.zeros((height, width))
    for px, py in xy[np.isfinite(xy).all(axis=1)]:
        picture += np.exp(-((x - px) ** 2 + (y - py) ** 2) / (2 * sigma**2))
    return np.asarray(np.rint(255 * np.clip(picture, 0, 1)), dtype=np.uint8)


def centroid(picture: NDArray[np.generic]) -> FloatArray:
    """Return (x, y) of the brightness-weighted middle."""
    weight = picture.astype(np.float64)
    y, x = np.mgrid[: weight.shape[0], : weight.shape[1]]
    return np.array([(x * weight).sum(), (y * weight).sum()]) / weight.sum()


def dots_at(centre_x: float, centre_y: float, reach: float) -> FloatArray:
    return np.array(
        [
            [centre_x - reach, centre_y],
            [centre_x + reach, centre_y],
            [centre_x, centre_y + 1.2 * reach],
        ]
    )


def write_face(folder: Path, name: str, xy: FloatArray, width: int = 96, height: int = 72) -> Face:
    Image.fromarray(blobs(xy, width, height)).save(folder / name)
    return Face(face_id(name), name, Landmarks.of(xy), state=FaceState.LABELLED)


@pytest.fixture(autouse=True, scope="session")
def _one_thread() -> None:
    """Networks this small gain nothing from threads, and lose where cores are busy."""
    torch.set_num_threads(1)


@pytest.fixture
def make_faces(tmp_path: Path) -> Callable[[int], list[Face]]:
    """Return a function that writes pictures of three dots each and gives their faces."""

    def make(count: int) -> list[Face]:
        rng = np.random.default_rng(5)
        return [
            write_face(
                tmp_path,
                f"{k:02d}.png",
                dots_at(rng.uniform(30, 66), rng.uniform(20, 40), rng.uniform(10, 18)),
            )
            for k in range(count)
        ]

    return make
