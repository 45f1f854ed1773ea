"""What the checks look at: the labelled faces, the pictures' sizes, and their pixels on demand."""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import ExifTags, Image

from kpstudio.core.errors import Cancelled, InputError, Problem
from kpstudio.core.labelset import LabelSet
from kpstudio.core.landmarks import FloatArray
from kpstudio.core.progress import Progress
from kpstudio.core.schema import PointSchema
from kpstudio.core.splits import Split
from kpstudio.io.images import read_grey, read_size

SAMPLE = 240
"""So many faces, spread over the set, tell a convention of the whole set."""

_MANY_PIXELS = 12_000_000
_EXIF_FORMATS = ("JPEG", "PNG", "WEBP")


class Material:
    """A frozen copy of the labelled faces, safe to look at from another thread.

    Attributes:
        root: The folder that pictures are named from.
        scheme: The points.
        faces: The labelled faces, in the order of the label set.
        problems: What was odd at opening.
        split: What would be trained on and validated with, where that is known.
        xy: (N, K, 2) float64 points of ``faces`` in the image frame; NaN where missing.
    """

    def __init__(
        self,
        labels: LabelSet,
        problems: Sequence[Problem] = (),
        split: Split | None = None,
        progress: Progress | None = None,
    ) -> None:
        """Copy what ``labels`` holds now.

        Args:
            labels: Opened, with corrections laid over.
            problems: What was odd at opening.
            split: What would be trained on and validated with.
            progress: Called with (done, total) steps; returning False cancels.
        """
        self.root: Path = labels.root
        self.scheme: PointSchema = labels.scheme
        self.faces = tuple(face for face in labels if face.labelled)
        self.problems = tuple(problems)
        self.split = split
        self._progress = progress
        self._done = self._total = 0
        self._sizes: dict[str, tuple[int, int] | None] = {}
        self._turns: dict[str, int] = {}

    @cached_property
    def xy(self) -> FloatArray:
        """(N, K, 2) points of all faces."""
        points = [face.landmarks.xy_image for face in self.faces if face.landmarks is not None]
        return np.array(points, dtype=np.float64).reshape(len(self.faces), self.scheme.count, 2)

    @cached_property
    def extent(self) -> FloatArray:
        """(N,) geometric mean of the sides of the box around each face's points, at least 1."""
        with np.errstate(all="ignore"):
            low = np.fmin.reduce(self.xy, axis=1)
            sides = np.fmax.reduce(self.xy, axis=1) - low
        return np.asarray(np.maximum(np.nan_to_num(np.sqrt(sides[:, 0] * sides[:, 1])), 1.0))

    def ids(self, numbers: Sequence[int] | NDArray[np.intp]) -> tuple[str, ...]:
        """Return the ids of the faces with these numbers."""
        return tuple(self.faces[int(n)].id for n in numbers)

    def sample(self, most: int = SAMPLE) -> NDArray[np.intp]:
        """Return the numbers of up to ``most`` faces, spread over the set."""
        count = len(self.faces)
        return np.unique(np.linspace(0, count - 1, min(most, count)).astype(np.intp))

    # Pictures

    def path(self, picture: str) -> Path:
        """Return where ``picture`` lies."""
        return self.root / picture

    def size(self, picture: str) -> tuple[int, int] | None:
        """Return (width, height) of the oriented picture; None where it cannot be opened."""
        if picture not in self._sizes:
            size = None
            with contextlib.suppress(InputError):
                size = read_size(self.path(picture))
            self._sizes[picture] = size
        return self._sizes[picture]

    def turn(self, picture: str) -> int:
        """Return the EXIF orientation, 1 (as stored) to 8."""
        if picture not in self._turns:
            self._turns[picture] = _orientation(self.path(picture))
        return self._turns[picture]

    def grey(self, picture: str) -> NDArray[np.uint8] | None:
        """Return the (H, W) grey values of the whole oriented picture; None where unreadable."""
        size = self.size(picture)
        if size is None or size[0] * size[1] > _MANY_PIXELS * 4:
            return None
        with contextlib.suppress(InputError):
            return read_grey(self.path(picture))
        return None

    # Progress

    def expect(self, steps: int) -> None:
        """Say how many steps there will be in all."""
        self._total = steps

    def step(self) -> None:
        """Count one step.

        Raises:
            Cancelled: If the person asked for it.
        """
        self._done += 1
        if self._progress is None:
            return
        if not self._progress(min(self._done, self._total), self._total):
            raise Cancelled("the check was cancelled")


def _orientation(path: Path) -> int:
    try:
        with Image.open(path, formats=_EXIF_FORMATS) as image:
            # PngImageFile.getexif would decode the whole picture to look behind the pixels.
            exif = Image.Image.getexif(image) if image.format == "PNG" else image.getexif()
            value = exif.get(ExifTags.Base.Orientation, 1)
    except Exception:  # Pillow raises a dozen kinds; a broken picture has been listed already
        return 1
    return value if isinstance(value, int) and 1 <= value <= 8 else 1
