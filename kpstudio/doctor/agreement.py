"""Whether the pictures look the same at the same point of every face.

At its true place a point has much the same neighbourhood in each picture: an eye corner looks like
other eye corners. Where points stand in a wrong frame, they stand on anything. So of several ways
to read the same numbers, the right one makes the small patches about the points agree most. This
needs no shape and no face: it holds for wings and mice.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from kpstudio.core.landmarks import FloatArray
from kpstudio.doctor.frames import Frame, place_of
from kpstudio.doctor.material import Material

FACES = 80
"""So many faces, spread over the set, are looked at."""
FEWEST = 8
"""With fewer, patches agree by chance."""

_REACH = 6
_PATCHES_ACROSS = 60.0
_FLAT = 4.0
"""Grey levels: patches that vary less count for less, so that empty background does not agree."""


def agreement(
    material: Material, frames: Sequence[Frame | None], faces: int = FACES
) -> Mapping[str, float]:
    """Return how much patches agree, from 0 to 1, when points are read as in each frame.

    Args:
        material: The faces and pictures.
        frames: The ways to read; None is as they are, under the key "".
        faces: How many faces to look at, at most.

    Returns:
        By `Frame.key`; empty where too few pictures can be opened.
    """
    patches: dict[str, list[FloatArray]] = {_key(frame): [] for frame in frames}
    for n in material.sample(faces):
        material.step()
        face = material.faces[n]
        grey, at = material.grey(face.picture), place_of(material, face)
        if grey is None or at is None:
            continue
        for frame in frames:
            xy = material.xy[n] if frame is None else frame.to_image(material.xy[n], at)
            patches[_key(frame)].append(_patches(grey, xy))
    if len(patches[_key(frames[0])]) < FEWEST:
        return {}
    return {key: _alike(np.array(found)) for key, found in patches.items()}


def _key(frame: Frame | None) -> str:
    return "" if frame is None else frame.key


def _patches(grey: NDArray[np.uint8], xy: FloatArray) -> FloatArray:
    """Return (K, P) normalised patches of one size of face, NaN about missing points."""
    with np.errstate(all="ignore"):
        low = np.fmin.reduce(xy, axis=0)
        sides = np.fmax.reduce(xy, axis=0) - low
    from scipy.ndimage import map_coordinates  # late: it is slow to load

    step = max(float(np.sqrt(sides[0] * sides[1])) / _PATCHES_ACROSS, 0.2)
    offsets = np.arange(-_REACH, _REACH + 1) * step
    down, right = (grid.ravel() for grid in np.meshgrid(offsets, offsets, indexing="ij"))
    there = np.asarray(np.isfinite(xy).all(axis=1))
    at = np.where(there[:, None], xy, 0.0)
    rows, columns = at[:, 1:] + down, at[:, :1] + right
    seen = map_coordinates(grey, [rows, columns], np.float64, order=1, mode="nearest")
    seen -= seen.mean(axis=1, keepdims=True)
    seen /= np.maximum(seen.std(axis=1, keepdims=True), _FLAT)
    seen[~there] = np.nan
    return np.asarray(seen)


def _alike(patches: FloatArray) -> float:
    """Return how much each of (N, K, P) patches agrees with the mean of the others."""
    there = np.asarray(np.isfinite(patches[..., :1]))
    filled = np.where(there, patches, 0.0)
    count = there.sum(axis=0)
    others = (filled.sum(axis=0) - filled) / np.maximum(count - 1, 1)
    alike = (others * filled).mean(axis=2)
    counts = np.asarray(there & (count >= FEWEST)).reshape(alike.shape)
    return float(alike[counts].mean()) if counts.any() else 0.0
