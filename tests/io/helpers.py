"""Small pictures and label sets for the tests of io."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np
from PIL import Image

from kpstudio.core.labelset import Face, FaceState, LabelSet, face_id
from kpstudio.core.landmarks import Landmarks
from kpstudio.core.schema import PointSchema, scheme_for_count, scheme_named
from kpstudio.io.registry import Format

WIDTH, HEIGHT = 64, 48


def _png(width: int, height: int) -> bytes:
    buffer = io.BytesIO()
    Image.new("L", (width, height), 128).save(buffer, format="PNG")
    return buffer.getvalue()


PNG = _png(WIDTH, HEIGHT)


def add_pictures(root: Path, names: Iterable[str]) -> None:
    """Write a grey picture of WIDTH x HEIGHT for each name."""
    for name in names:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(PNG)


def points(count: int, seed: int = 0) -> np.ndarray:
    """Return (count, 2) places inside the picture."""
    return np.random.default_rng(seed).uniform(1, HEIGHT - 2, (count, 2))


def face(picture: str, xy: Sequence[Sequence[float]] | np.ndarray, number: int = 0) -> Face:
    return Face(face_id(picture, number), picture, Landmarks.of(xy), state=FaceState.LABELLED)


def label_set(root: Path, faces: Sequence[Face], scheme: PointSchema | None = None) -> LabelSet:
    """Return the faces as a label set; their pictures are made where they are not there."""
    add_pictures(root, {f.picture for f in faces if not (root / f.picture).exists()})
    count = next((f.landmarks.count for f in faces if f.landmarks is not None), 0)
    return LabelSet(root, scheme or scheme_of(count), faces)


def scheme_of(count: int) -> PointSchema:
    """Return the scheme that faces with ``count`` points get from files that name none."""
    return scheme_named("wflw98") if count == 98 else scheme_for_count(count)


def count_for(form: Format, count: int) -> int:
    """Return ``count``, or the one number of points that the format takes."""
    return form.holds.points or count
