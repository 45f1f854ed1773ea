"""The Python interface: load a trained run, predict the points of faces in pictures.

    import kpstudio

    net = kpstudio.load("runs/first")
    for face in net.predict("photo.jpg"):
        print(dict(zip(face.names, face.xy)))

docs/MODELS.md tells more.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from kpstudio.core.errors import InputError, Problem
from kpstudio.core.geometry import Box
from kpstudio.core.labelset import Face, face_id
from kpstudio.core.landmarks import Landmarks

if TYPE_CHECKING:
    from kpstudio.engine.predict import Predictor

Picture: TypeAlias = "str | os.PathLike[str] | Image.Image | NDArray[np.uint8]"
BoxLike: TypeAlias = Sequence[float]


@dataclass(frozen=True, eq=False)
class FacePoints:
    """The points of one face.

    Attributes:
        xy: (P, 2) float64 pixels of the picture, x to the right, y down, the centre of the top-left
            pixel at (0, 0); NaN where the network gave no number. Points may lie outside.
        names: The P names of the points.
        box: (left, top, right, bottom) of the face as it was given; None where none was.
    """

    xy: NDArray[np.float64]
    names: tuple[str, ...]
    box: tuple[float, float, float, float] | None = None


class Net:
    """The network of a run; made by `load`."""

    def __init__(self, predictor: Predictor) -> None:
        """Wrap ``predictor``."""
        self._predictor = predictor
        self._points = list(predictor.config.points)

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the points that it predicts, in the order of `FacePoints.xy`."""
        return tuple(self._predictor.scheme.points[k] for k in self._points)

    @property
    def scheme(self) -> str:
        """The name of the scheme that the points are of, such as "ibug68"."""
        return self._predictor.scheme.name

    def predict(self, picture: Picture, boxes: Sequence[BoxLike] | None = None) -> list[FacePoints]:
        """Predict the points of the faces in a picture.

        Args:
            picture: A file, whose EXIF orientation is applied; a Pillow picture, as it is; or an
                array, (H, W) grey or (H, W, 3) RGB, uint8.
            boxes: (left, top, right, bottom) of each face, in pixels of the picture. Without them
                the picture is taken to show one face, which the run finds if it has learnt to.

        Returns:
            One for each box, in their order; without boxes one.

        Raises:
            InputError: If the picture cannot be opened, or a box has no area.
        """
        given = [None] if boxes is None else [_box(number, box) for number, box in enumerate(boxes)]
        with _on_disk(picture) as path:
            faces = [
                Face(face_id(path.name, number), path.name, box=box, photo=True)
                for number, box in enumerate(given)
            ]
            found = [result for _, result in self._predictor.predict(faces, path.parent)]
        return [self._points_of(result, box) for result, box in zip(found, given, strict=True)]

    def _points_of(self, result: Landmarks | Problem, box: Box | None) -> FacePoints:
        if isinstance(result, Problem):
            raise InputError(str(result))
        edges = None if box is None else (box.left, box.top, box.right, box.bottom)
        return FacePoints(np.array(result.xy_image[self._points]), self.names, edges)


def load(run: str | os.PathLike[str], device: str = "auto") -> Net:
    """Load the best weights of a run.

    Args:
        run: The run's folder, as `kpstudio train --out` names it.
        device: Where to compute: "auto", "cpu", "cuda" or "mps".

    Raises:
        InputError: If it is no run, has no weights, or the device is not there.
    """
    from kpstudio.engine.predict import Predictor

    return Net(Predictor.load(Path(run), device=device))


def _box(number: int, edges: BoxLike) -> Box:
    values = np.asarray(edges, dtype=np.float64)
    if values.shape != (4,) or not np.isfinite(values).all():
        raise InputError(f"box {number} is not (left, top, right, bottom): {edges!r}")
    box = Box(*values.tolist())
    if min(box.width, box.height) < 1.0:
        raise InputError(
            f"box {number} is {box.width:g} x {box.height:g} pixels: give the edges of a face as "
            "(left, top, right, bottom)"
        )
    return box


@contextmanager
def _on_disk(picture: Picture) -> Iterator[Path]:
    """Give a file of the picture: what reads pictures reads them in one way, from files."""
    if isinstance(picture, (str, os.PathLike)):
        yield Path(picture).absolute()
        return
    image = picture if isinstance(picture, Image.Image) else _image_of(picture)
    with tempfile.TemporaryDirectory(prefix="kpstudio-") as folder:
        path = Path(folder) / "picture.ppm"  # not compressed: quick to write and to read
        (image if image.mode == "L" else image.convert("RGB")).save(path)
        yield path


def _image_of(pixels: NDArray[np.uint8]) -> Image.Image:
    array = np.asarray(pixels)
    grey_or_rgb = array.ndim == 2 or (array.ndim == 3 and array.shape[2] == 3)
    if array.dtype != np.uint8 or not grey_or_rgb or 0 in array.shape:
        raise InputError(
            f"an array of {array.dtype} with the shape {array.shape} is no picture: "
            "give (height, width) or (height, width, 3) as uint8"
        )
    return Image.fromarray(np.ascontiguousarray(array))
