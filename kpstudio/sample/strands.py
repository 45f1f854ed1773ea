"""Draw strands of hair as chains of samples into the supersampled window."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

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


def draw(xyz_screen: F32, visible: Visibility) -> StrandSamples:
    """Draw polylines over what is visible, and take the samples they win away from it.

    Args:
        xyz_screen: (S, K, 3) float32 points in samples, z towards the viewer.
        visible: The meshes; its depth is raised and its owner cleared where hair wins.
    """
    strands = len(xyz_screen)
    width, height, depth = visible.width, visible.height, visible.depth
    step = np.hypot(*np.moveaxis(np.diff(xyz_screen[..., :2], axis=1), 2, 0))
    density = int(np.clip(np.ceil(np.percentile(step, 95) / 1.3), 1, 40))
    corners = np.ascontiguousarray(xyz_screen.transpose(1, 2, 0))
    share = (np.arange(density, dtype=np.float32) / density)[:, None, None]
    start, rise = corners[:-1, None], np.diff(corners, axis=0)[:, None]
    dense = (start + rise * share).reshape(-1, 3, strands)
    x = np.rint(dense[:, 0]).astype(np.int32).ravel()
    y = np.rint(dense[:, 1]).astype(np.int32).ravel()
    z = dense[:, 2].ravel()
    kept = np.flatnonzero((x >= 0) & (x < width - 1) & (y >= 0) & (y < height))
    pixel, z = (y[kept] * width + x[kept]), z[kept]
    front = np.flatnonzero(z > depth[pixel])
    pixel, z, kept = pixel[front], z[front], kept[front]
    # A strand is two samples wide, so that its steps join.
    pixel = np.concatenate([pixel, pixel + 1])
    z, kept = np.concatenate([z, z - np.float32(1e-3)]), np.concatenate([kept, kept])
    np.maximum.at(depth, pixel, z)
    top = np.flatnonzero(z >= depth[pixel])
    winner = np.full(len(depth), -1, dtype=np.intp)
    winner[pixel[top]] = kept[top]
    seen = np.flatnonzero(winner >= 0)
    visible.owner[seen] = -1
    source = winner[seen]
    along, strand = np.divmod(source, strands)
    return StrandSamples(seen, strand, (along / density).astype(np.float32))
