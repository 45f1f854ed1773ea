"""Rasterise triangle meshes into pixel lists with depth, vectorised over row spans."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from kpstudio.sample.numerics import F32, Ints


@dataclass(frozen=True)
class Fragments:
    """The visible samples of a set of meshes.

    Attributes:
        pixel: (N,) flat index into the (height, width) sample grid, each at most once.
        corners: (N, 3) vertex numbers of the triangle seen there.
        weights: (N, 3) float32 barycentric weights of those vertices.
        depth: (height * width,) float32 nearest depth, ``-inf`` where nothing was drawn.
    """

    pixel: Ints
    corners: Ints
    weights: F32
    depth: F32

    def gather(self, values: F32) -> F32:
        """Interpolate per-vertex ``values`` (V, C) at every sample: (N, C)."""
        out = values[self.corners[:, 0]] * self.weights[:, :1]
        out += values[self.corners[:, 1]] * self.weights[:, 1:2]
        out += values[self.corners[:, 2]] * self.weights[:, 2:3]
        return out


def rasterise(xyz_screen: F32, triangles: Ints, width: int, height: int) -> Fragments:
    """Find, for every sample of the grid, the nearest triangle that covers it.

    Args:
        xyz_screen: (V, 3) float32; x right and y down in samples (sample centres are whole
            numbers), z grows towards the viewer.
        triangles: (T, 3) vertex numbers; those wound clockwise on the screen are dropped as
            turned away.
        width: Samples a row.
        height: Rows.
    """
    x, y = xyz_screen[:, 0][triangles], xyz_screen[:, 1][triangles]
    area = (x[:, 1] - x[:, 0]) * (y[:, 2] - y[:, 0]) - (x[:, 2] - x[:, 0]) * (y[:, 1] - y[:, 0])
    top = np.ceil(np.maximum(y.min(1), 0)).astype(np.int32)
    rows = np.minimum(np.floor(y.max(1)), height - 1).astype(np.int32) - top + 1
    keep = np.flatnonzero((area > 1e-6) & (rows > 0))
    x, y, area, top, rows = x[keep], y[keep], area[keep], top[keep], rows[keep]
    edges = _edge_functions(x, y, area)
    owner, line, low, high = _row_spans(edges, top, rows, width)
    count = high - low + 1
    tri = np.repeat(owner, count)
    first = np.cumsum(count) - count
    offset = low - first
    column = np.arange(len(tri)) + np.repeat(offset, count)
    row = np.repeat(line, count)
    px, py = column.astype(np.float32), row.astype(np.float32)
    a, b, c = (e[tri] for e in edges[1])
    w1 = a * px + b * py + c
    a, b, c = (e[tri] for e in edges[2])
    w2 = a * px + b * py + c
    w0 = 1 - w1 - w2
    corners = triangles[keep][tri]
    z = xyz_screen[:, 2]
    depth = z[corners[:, 0]] * w0 + z[corners[:, 1]] * w1 + z[corners[:, 2]] * w2
    pixel = row.astype(np.intp) * width + column
    nearest = np.full(width * height, -np.inf, dtype=np.float32)
    np.maximum.at(nearest, pixel, depth)
    winner = np.full(width * height, -1, dtype=np.intp)
    seen = np.flatnonzero(depth >= nearest[pixel])
    winner[pixel[seen]] = seen
    chosen = winner[winner >= 0]
    weights = np.stack([w0[chosen], w1[chosen], w2[chosen]], axis=1).astype(np.float32)
    return Fragments(pixel[chosen], corners[chosen], weights, nearest)


def _edge_functions(x: F32, y: F32, area: F32) -> list[tuple[F32, F32, F32]]:
    """Write each barycentric weight as ``a x + b y + c``; returns three (a, b, c)."""
    found = []
    for i in range(3):
        j, k = (i + 1) % 3, (i + 2) % 3
        a = (y[:, j] - y[:, k]) / area
        b = (x[:, k] - x[:, j]) / area
        c = (x[:, j] * y[:, k] - x[:, k] * y[:, j]) / area
        found.append((a, b, c))
    return found


def _row_spans(
    edges: list[tuple[F32, F32, F32]], top: Ints, rows: Ints, width: int
) -> tuple[Ints, Ints, Ints, Ints]:
    """Cut triangles into rows: owner, row, first and last sample of every non-empty span."""
    owner = np.repeat(np.arange(len(top)), rows)
    start = np.cumsum(rows) - rows
    line = (np.arange(len(owner)) - np.repeat(start, rows) + top[owner]).astype(np.int32)
    at = line.astype(np.float32)
    low = np.zeros(len(owner), dtype=np.float32)
    high = np.full(len(owner), width - 1, dtype=np.float32)
    tiny = np.float32(1e-12)
    for a, b, c in edges:
        slope = a[owner]
        rest = b[owner] * at + c[owner]
        flat = np.abs(slope) < tiny
        bound = -rest / np.where(flat, tiny, slope)
        low = np.where(~flat & (slope > 0), np.maximum(low, bound), low)
        high = np.where(~flat & (slope < 0), np.minimum(high, bound), high)
        high = np.where(flat & (rest < 0), np.float32(-1), high)
    # A hair of tolerance closes the seams between neighbouring triangles.
    first = np.ceil(low - 1e-3).astype(np.int32)
    last = np.floor(np.maximum(high + 1e-3, -1)).astype(np.int32)
    full = np.flatnonzero(last >= first)
    return owner[full], line[full], first[full], last[full]
