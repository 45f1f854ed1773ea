"""dlib's shape predictor, trained and used on the very faces and boxes that kpstudio gets.

The method is Kazemi and Sullivan, "One millisecond face alignment with an ensemble of regression
trees" (2014). dlib counts boxes and points in whole pixels.
"""

from __future__ import annotations

import importlib
import os
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from xml.sax.saxutils import quoteattr

import numpy as np
from PIL import Image
from trainings import TIMED, WARM_UP
from trials import Outcome

from kpstudio.core.geometry import Box
from kpstudio.core.labelset import Face, LabelSet, faces_by_picture
from kpstudio.core.landmarks import FloatArray
from kpstudio.core.splits import Split
from kpstudio.io.images import read_rgb, read_size

TREE_DEPTH, NU, CASCADE_DEPTH = 4, 0.1, 10
FEW = 400
"""Training faces below which each is shown more often."""

ITS_FORMATS = (".jpg", ".jpeg", ".png")


def oversampling_for(faces: int) -> int:
    """Return how many starting shapes each training face gets."""
    return 50 if faces < FEW else 20


def pixel_sides(box: Box) -> tuple[int, int, int, int]:
    """Return left, top, right, bottom of the pixels that ``box`` covers, the last ones included.

    A box of whole pixels, whose edges lie half a pixel beyond their centres, comes back exactly.
    """
    left, top = (int(np.floor(edge + 0.5)) for edge in (box.left, box.top))
    right, bottom = (int(np.ceil(edge - 0.5)) for edge in (box.right, box.bottom))
    return left, top, max(right, left), max(bottom, top)


def xml_text(faces: Sequence[Face], pictures: dict[str, Path]) -> str:
    """Return the label file that dlib trains from.

    Args:
        faces: Those to train on; a missing point is left out.
        pictures: Where each picture lies as dlib is to read it.
    """
    lines = ["<?xml version='1.0' encoding='UTF-8'?>", "<dataset><images>"]
    for picture, members in faces_by_picture(faces).items():
        lines.append(f"<image file={quoteattr(str(pictures[picture]))}>")
        for face in members:
            assert face.box is not None
            assert face.landmarks is not None
            left, top, right, bottom = pixel_sides(face.box)
            size = f"width='{right - left + 1}' height='{bottom - top + 1}'"
            lines.append(f"<box left='{left}' top='{top}' {size}>")
            for number in np.flatnonzero(face.landmarks.present):
                x, y = (int(np.floor(v + 0.5)) for v in face.landmarks.xy_image[number])
                # dlib sorts the names as text.
                lines.append(f"<part name='{number:04d}' x='{x}' y='{y}'/>")
            lines.append("</box>")
        lines.append("</image>")
    return "\n".join([*lines, "</images></dataset>", ""])


def train_dlib(labels: LabelSet, split: Split, seed: int, oversampling: int) -> Outcome:
    """Train a shape predictor and predict the held-out faces with their boxes."""
    dlib = importlib.import_module("dlib")
    options = dlib.shape_predictor_training_options()
    options.tree_depth, options.nu, options.cascade_depth = TREE_DEPTH, NU, CASCADE_DEPTH
    options.oversampling_amount = oversampling
    options.random_seed = str(seed)
    options.num_threads = os.cpu_count() or 1
    faces = [labels[i] for i in split.training]
    held_out = [labels[i] for i in split.validation]
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        pictures = _readable(labels.root, {face.picture for face in (*faces, *held_out)}, work)
        listed, model = work / "training.xml", work / "model.dat"
        listed.write_text(xml_text(faces, pictures), encoding="utf-8")
        begun = time.perf_counter()
        dlib.train_shape_predictor(str(listed), str(model), options)
        seconds = time.perf_counter() - begun
        used = _Predictor(dlib, model, labels, faces, pictures)
        for face in held_out[:WARM_UP]:
            used.points(face)
        timed = held_out[:TIMED]
        begun = time.perf_counter()
        for face in timed:
            used.points(face)
        ms = 1000 * (time.perf_counter() - begun) / len(timed)
        points = {face.id: used.points(face) for face in held_out}
        alone = used.ms_without_decoding(timed)
    note = f"oversampling {oversampling}; {alone:.2f} ms a face in pictures decoded before"
    return Outcome(seconds, ms, None, points, note=note)


def _readable(root: Path, names: set[str], work: Path) -> dict[str, Path]:
    """Return where dlib can read each picture: a copy where it knows no such file or its turn."""
    found = {}
    for number, name in enumerate(sorted(names)):
        path = root / name
        if path.suffix.lower() not in ITS_FORMATS or not path.is_file() or _turned(path):
            copy = work / f"{number}.png"
            Image.fromarray(read_rgb(path)).save(copy)
            path = copy
        found[name] = path.resolve()
    return found


def _turned(path: Path) -> bool:
    """Whether the file asks to turn or mirror its picture, which dlib does not do."""
    with Image.open(path) as picture:
        return picture.getexif().get(0x0112, 1) != 1 or picture.size != read_size(path)


class _Predictor:
    """A trained shape predictor."""

    def __init__(
        self,
        dlib: Any,
        model: Path,
        labels: LabelSet,
        trained_on: Sequence[Face],
        pictures: dict[str, Path],
    ) -> None:
        self._dlib = dlib
        self._model = dlib.shape_predictor(str(model))
        self._count = labels.scheme.count
        self._pictures = pictures
        placed = [face.landmarks.present for face in trained_on if face.landmarks is not None]
        self._known = np.flatnonzero(np.any(placed, axis=0))

    def points(self, face: Face) -> FloatArray:
        """Return the (K, 2) points of ``face``, its picture decoded for it."""
        found = self._model(self._pixels(face), self._rectangle(face))
        xy: FloatArray = np.full((self._count, 2), np.nan)
        xy[self._known] = [(part.x, part.y) for part in found.parts()]
        return xy

    def ms_without_decoding(self, faces: Sequence[Face]) -> float:
        """Return the mean time for a face in a picture that was decoded before."""
        seconds = 0.0
        for face in faces:
            pixels, rectangle = self._pixels(face), self._rectangle(face)
            begun = time.perf_counter()
            self._model(pixels, rectangle)
            seconds += time.perf_counter() - begun
        return 1000 * seconds / len(faces)

    def _pixels(self, face: Face) -> Any:
        return self._dlib.load_rgb_image(str(self._pictures[face.picture]))

    def _rectangle(self, face: Face) -> Any:
        assert face.box is not None
        return self._dlib.rectangle(*pixel_sides(face.box))
