from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw

from kpstudio.core.labelset import LabelSet
from kpstudio.io.opening import open_path
from tests.doctor.help import on_grid
from tests.small_faces import HEIGHT, WIDTH, face_points, write_faces

FINE = 8


@pytest.fixture(scope="session")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Forty faces, drawn to a fraction of a pixel; nothing may be written into their folder."""
    folder = write_faces(tmp_path_factory.mktemp("doctor") / "faces", persons=20)
    for path in sorted(folder.glob("*.png")):
        person, view = path.stem.removesuffix("m").split("-")
        draw_exactly(path, 100 * int(person) + int(view))
    return folder


def draw_exactly(path: Path, seed: int) -> None:
    """Draw the face of ``seed`` with edges that lie on its points, which Pillow's own do not."""
    random = np.random.default_rng(seed)
    xy = (face_points(seed) + 0.5) * FINE - 0.5
    picture = Image.new("RGB", (WIDTH * FINE, HEIGHT * FINE), tuple(random.integers(30, 90, 3)))
    pen = ImageDraw.Draw(picture)
    parts = (("#d0a080", range(13)), ("#ffffff", range(13, 21)), ("#ffffff", range(21, 29)))
    for colour, points in (*parts, ("#a03030", range(39, 47)), ("#b08060", range(47, 58))):
        pen.polygon([tuple(xy[k]) for k in points], fill=colour)
    picture.resize((WIDTH, HEIGHT), Image.Resampling.BOX).save(path)


@pytest.fixture
def clean(drawn: Path) -> LabelSet:
    """The forty faces, on a grid of 1/64 px so that shifts and turns are exact."""
    return on_grid(open_path(drawn).labels)
