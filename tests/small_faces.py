"""Small drawn faces with exact points, for tests of whole jobs."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw

from kpstudio.core.shapemodel import shipped_shape_model
from kpstudio.io.formats.asf import asf_text

WIDTH, HEIGHT = 120, 90


def write_faces(folder: Path, persons: int = 5, views: int = 2, first: int = 1) -> Path:
    """Write pictures named as IMM's, each with an .asf file of 58 points.

    The same person and view always give the same files.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for person in range(first, first + persons):
        for view in range(1, views + 1):
            write_face(folder, f"{person:02d}-{view}m.png", seed=100 * person + view)
    return folder


def write_face(folder: Path, name: str, seed: int) -> None:
    """Write one picture with its points."""
    xy = face_points(seed)
    draw_picture(folder / name, seed)
    text = asf_text(xy, WIDTH, HEIGHT, name)
    (folder / name).with_suffix(".asf").write_text(text, encoding="utf-8")


def draw_picture(path: Path, seed: int) -> None:
    """Draw the face of ``seed`` as polygons."""
    xy = face_points(seed)
    picture = Image.new("RGB", (WIDTH, HEIGHT), "#305060")
    pen = ImageDraw.Draw(picture)
    parts = (("#d0a080", range(13)), ("#ffffff", range(13, 21)), ("#ffffff", range(21, 29)))
    for colour, points in (*parts, ("#a03030", range(39, 47)), ("#b08060", range(47, 58))):
        pen.polygon([tuple(xy[k]) for k in points], fill=colour)
    picture.save(path)


def face_points(seed: int) -> np.ndarray[tuple[int, int], np.dtype[np.float64]]:
    """Return (58, 2) points: the mean face of IMM, moved and scaled."""
    model = shipped_shape_model("imm58")
    assert model is not None
    random = np.random.default_rng(seed)
    size, shift = random.uniform(22, 28), random.uniform(-12, 12, 2)
    return np.asarray(model.mean * size + shift + (WIDTH / 2, HEIGHT / 2))
