"""Draw strands of hair as chains of samples into the supersampled window."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kpstudio.sample.numerics import F32, Ints
from kpstudio.sample.raster import Visibility


@dataclass(frozen=True)
class StrandSamples:
    """The strand samples that win their pixel.

    Attributes:
        sample: (N,) flat index into the window's sample grid, each at most once.
        strand: (N,) number of the strand.
        along: (N,) float32 position from root (0) to tip (points - 1).
    """

    sample: Ints
    strand: Ints
    along: F32


def draw(xyz_screen: F32, visible: Visibility, fray: float) -> StrandSamples:
    """Draw polylines over what is visible, and take the samples they win away from it.

    Args:
        xyz_screen: (S, K, 3) float32 points in samples, z towards the viewer.
        visible: The meshes; its depth is raised and its owner cleared where hair wins.
        fray: The share of each strand's length over which it thins out.
    """
    shown = np.flatnonzero(_in_sight(xyz_screen, visible))
    xyz_screen = xyz_screen.take(shown, axis=0)
    strands = len(shown)
    width, height, depth = visible.width, visible.height, visible.depth
    if not strands:
        nobody = np.zeros(0, dtype=np.intp)
        return StrandSamples(nobody, nobody, np.zeros(0, dtype=np.float32))
    step = np.hypot(*np.moveaxis(np.diff(xyz_screen[..., :2], axis=1), 2, 0))
    density = int(np.clip(np.ceil(np.percentile(step, 90)), 1, 40))
    corners = np.ascontiguousarray(xyz_screen.transpose(1, 2, 0))
    share = (np.arange(density, dtype=np.float32) / density)[:, None, None]
    start, rise = corners[:-1, None], np.diff(corners, axis=0)[:, None]
    dense = (start + rise * share).reshape(-1, 3, strands)
    x = np.rint(dense[:, 0]).astype(np.int32).ravel()
    y = np.rint(dense[:, 1]).astype(np.int32).ravel()
    z = dense[:, 2].ravel()
    kept = np.flatnonzero((x >= 0) & (x < width) & (y >= 0) & (y < height))
    pixel, z = (y[kept] * width + x[kept]), z[kept]
    front = np.flatnonzero((z > depth.take(pixel)) & ~_frayed(kept, strands, len(dense), fray))
    pixel, z, kept = pixel.take(front), z.take(front), kept.take(front)
    np.maximum.at(depth, pixel, z)
    top = np.flatnonzero(z >= depth.take(pixel))
    winner = np.full(len(depth), -1, dtype=np.intp)
    winner[pixel[top]] = kept[top]
    seen = np.flatnonzero(winner >= 0)
    visible.owner[seen] = -1
    source = winner[seen]
    along, strand = np.divmod(source, strands)
    return StrandSamples(seen, shown.take(strand), (along / density).astype(np.float32))


def _in_sight(xyz_screen: F32, visible: Visibility) -> NDArray[np.bool_]:
    """Say which polylines (S, K, 3) have a point within the grid and before the meshes."""
    x, y, z = np.moveaxis(xyz_screen, 2, 0)
    column = np.clip(x, 0, visible.width - 1).astype(np.int32)
    row = np.clip(y, 0, visible.height - 1).astype(np.int32)
    return np.asarray((z > visible.depth.take(row * visible.width + column)).any(axis=1))


def _frayed(place: Ints, strands: int, steps: int, fray: float) -> NDArray[np.bool_]:
    """Say which dense points, numbered step by step, are left out to thin the last ``fray``."""
    step = place // strands
    # A hash spreads the gaps evenly, and the same ones come out every time.
    chance = (place.astype(np.uint32) * np.uint32(2654435761)) >> np.uint32(16)
    along = step.astype(np.float32) * np.float32(1 / (fray * steps)) - np.float32(1 / fray - 1)
    return np.asarray(along * np.float32(65536) > chance)
