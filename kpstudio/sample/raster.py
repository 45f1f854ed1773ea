"""Rasterise triangle meshes over row spans, and resolve the samples into shaded pixels."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from kpstudio.sample.numerics import F32, Ints

_THIN = 1e-3


@dataclass(frozen=True)
class Visibility:
    """Which triangle every sample of a grid sees.

    Attributes:
        owner: (height * width,) number of the nearest triangle, -1 for none; may be changed.
        depth: (height * width,) float32 nearest depth, ``-inf`` for none; may be changed.
        corners: (T, 3) vertex numbers of the triangles.
        plane: (T, 6) float32: x and y of the first corner, then the change of the second and
            third corner's barycentric weight for a step in x and in y.
        width: Samples a row.
        height: Rows.
    """

    owner: Ints
    depth: F32
    corners: Ints
    plane: F32
    width: int
    height: int

    def interpolate(self, values: F32, triangle: Ints, x: F32, y: F32) -> F32:
        """Interpolate per-vertex ``values`` (V, C) at positions (N,) on triangles (N,)."""
        plane = self.plane[triangle]
        dx, dy = x - plane[:, 0], y - plane[:, 1]
        # A pixel's centre may lie a little outside the triangle that one of its samples sees.
        w1 = np.clip(plane[:, 2] * dx + plane[:, 3] * dy, -0.25, 1.25)[:, None]
        w2 = np.clip(plane[:, 4] * dx + plane[:, 5] * dy, -0.25, 1.25)[:, None]
        corners = self.corners[triangle]
        out: F32 = values[corners[:, 0]] * (1 - w1 - w2)
        out += values[corners[:, 1]] * w1
        out += values[corners[:, 2]] * w2
        return out


def rasterise(xyz_screen: F32, triangles: Ints, width: int, height: int) -> Visibility:
    """Find, for every sample of the grid, the nearest triangle that covers it.

    Args:
        xyz_screen: (V, 3) float32; x right and y down in samples (sample centres are whole
            numbers), z grows towards the viewer.
        triangles: (T, 3) vertex numbers; those that turn their back are dropped.
        width: Samples a row.
        height: Rows.
    """
    x, y, z = (np.ascontiguousarray(xyz_screen[:, c])[triangles] for c in range(3))
    area = (x[:, 1] - x[:, 0]) * (y[:, 2] - y[:, 0]) - (x[:, 2] - x[:, 0]) * (y[:, 1] - y[:, 0])
    top = np.ceil(np.maximum(y.min(1), 0)).astype(np.int32)
    rows = np.minimum(np.floor(y.max(1)), height - 1).astype(np.int32) - top + 1
    keep = np.flatnonzero((area > _THIN) & (rows > 0))
    keep = keep[np.argsort(z[keep].sum(1), kind="stable")]
    x, y, z, area, top, rows = x[keep], y[keep], z[keep], area[keep], top[keep], rows[keep]
    plane = np.stack(
        [
            x[:, 0],
            y[:, 0],
            (y[:, 2] - y[:, 0]) / area,
            (x[:, 0] - x[:, 2]) / area,
            (y[:, 0] - y[:, 1]) / area,
            (x[:, 1] - x[:, 0]) / area,
        ],
        axis=1,
    )
    owner, line, low, high = _row_spans(plane, top, rows, width)
    rise = z[:, 1:] - z[:, :1]
    z_step = (rise[:, 0] * plane[:, 2] + rise[:, 1] * plane[:, 4])[owner]
    z_down = (rise[:, 0] * plane[:, 3] + rise[:, 1] * plane[:, 5])[owner]
    start = z[owner, 0] + z_step * (low - x[owner, 0]) + z_down * (line - y[owner, 0])
    count = high - low + 1
    inside = np.arange(int(count.sum()), dtype=np.int32)
    inside -= np.repeat((np.cumsum(count) - count).astype(np.int32), count)
    depth = np.repeat(start.astype(np.float32), count)
    depth += np.repeat(z_step, count) * inside
    pixel = np.repeat(line * width + low, count) + inside
    nearest = np.full(width * height, -np.inf, dtype=np.float32)
    winner = np.full(width * height, -1, dtype=np.int32)
    # Triangles come from far to near and the last one written stays; they are too small for
    # their order to be in doubt by more than a pixel.
    nearest[pixel] = depth
    winner[pixel] = np.repeat(owner.astype(np.int32), count)
    return Visibility(winner, nearest, triangles[keep], plane, width, height)


def _row_spans(plane: F32, top: Ints, rows: Ints, width: int) -> tuple[Ints, Ints, Ints, Ints]:
    """Cut triangles into rows: owner, row, first and last sample of every non-empty span."""
    owner = np.repeat(np.arange(len(top)), rows)
    begin = np.cumsum(rows) - rows
    line = (np.arange(len(owner)) - np.repeat(begin - top, rows)).astype(np.int32)
    x0, y0, a1, b1, a2, b2 = (np.ascontiguousarray(plane[:, c])[owner] for c in range(6))
    down = line.astype(np.float32) - y0
    low = -x0
    high = np.float32(width - 1) - x0
    one = np.float32(1)
    for slope, rest in ((a1, b1 * down), (a2, b2 * down), (-a1 - a2, one - (b1 + b2) * down)):
        flat = np.abs(slope) < np.float32(1e-9)
        bound = -rest / np.where(flat, one, slope)
        low = np.where((slope > 0) & ~flat, np.maximum(low, bound), low)
        high = np.where((slope < 0) & ~flat, np.minimum(high, bound), high)
        high = np.where(flat & (rest < 0), np.float32(-1) - x0, high)
    # A hair of tolerance closes the seams between neighbouring triangles.
    first = np.ceil(low + x0 - np.float32(1e-3)).astype(np.int32)
    last = np.floor(high + x0 + np.float32(1e-3)).astype(np.int32)
    np.maximum(first, 0, out=first)
    np.minimum(last, width - 1, out=last)
    full = np.flatnonzero(last >= first)
    return owner[full], line[full], first[full], last[full]


@dataclass(frozen=True)
class Resolved:
    """One entry for every (pixel, mesh) that shares the pixel's samples.

    Attributes:
        pixel: (N,) flat index into the pixel grid.
        material: (N,) number of the mesh's material.
        triangle: (N,) a triangle of it that is seen there.
        cover: (N,) float32 share of the pixel's samples.
        x: (N,) float32 the pixel's centre in samples.
        y: (N,) float32.
    """

    pixel: Ints
    material: Ints
    triangle: Ints
    cover: F32
    x: F32
    y: F32


def resolve(visible: Visibility, material: Ints, kinds: int, oversample: int) -> Resolved:
    """Group the samples by pixel and material, so that each pixel is shaded once a material.

    Args:
        visible: Samples; those with owner -1 are left out.
        material: (V,) material of every vertex, below ``kinds``.
        kinds: How many materials there are.
        oversample: Samples of a pixel along each axis.
    """
    sample = np.flatnonzero(visible.owner >= 0)
    owner = visible.owner[sample]
    width = visible.width // oversample
    rows = np.arange(visible.height, dtype=np.int32)[:, None] // oversample * width
    columns = np.arange(visible.width, dtype=np.int32)[None, :] // oversample
    pixel_of = (rows + columns).ravel()
    key = pixel_of[sample] * kinds + material[visible.corners[:, 0]][owner]
    total = width * (visible.height // oversample) * kinds
    count = np.bincount(key, minlength=total)
    chosen = np.zeros(total, dtype=np.int32)
    chosen[key] = owner
    filled = np.flatnonzero(count)
    pixel, kind = np.divmod(filled, kinds)
    row, column = np.divmod(pixel, width)
    middle = (oversample - 1) / 2
    return Resolved(
        pixel=pixel,
        material=kind,
        triangle=chosen[filled],
        cover=(count[filled] / oversample**2).astype(np.float32),
        x=(column * oversample + middle).astype(np.float32),
        y=(row * oversample + middle).astype(np.float32),
    )
