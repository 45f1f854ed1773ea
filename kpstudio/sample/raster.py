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
        plane: (6, T) float32: x and y of the first corner, then the change of the second and
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
        """Interpolate per-vertex ``values`` (C, V) at positions (N,) on triangles (N,): (C, N)."""
        x0, y0, a1, b1, a2, b2 = self.plane.take(triangle, axis=1)
        dx, dy = x - x0, y - y0
        # A pixel's centre may lie a little outside the triangle that one of its samples sees.
        w1 = np.clip(a1 * dx + b1 * dy, -0.25, 1.25)
        w2 = np.clip(a2 * dx + b2 * dy, -0.25, 1.25)
        first, second, third = np.ascontiguousarray(self.corners.T).take(triangle, axis=1)
        out: F32 = values.take(first, axis=1)
        out *= 1 - w1 - w2
        out += values.take(second, axis=1) * w1
        out += values.take(third, axis=1) * w2
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
    corners = _front(xyz_screen, triangles)
    # Columns in rows: a vertex's x, y and z, and one row for each corner of the triangles.
    (x0, y0, z0), (x1, y1, z1), (x2, y2, z2) = np.ascontiguousarray(xyz_screen.T)[
        :, corners.T
    ].swapaxes(0, 1)
    scale = 1 / ((x1 - x0) * (y2 - y0) - (x2 - x0) * (y1 - y0))
    plane = np.stack(
        [x0, y0, (y2 - y0) * scale, (x0 - x2) * scale, (y0 - y1) * scale, (x1 - x0) * scale]
    )
    top = np.ceil(np.maximum(np.minimum(np.minimum(y0, y1), y2), 0)).astype(np.int32)
    bottom = np.minimum(np.floor(np.maximum(np.maximum(y0, y1), y2)), height - 1)
    rows = np.maximum(bottom.astype(np.int32) - top + 1, 0)
    owner, line, low, high = _row_spans(plane, top, rows, width)
    z_step = (z1 - z0) * plane[2] + (z2 - z0) * plane[4]
    z_down = (z1 - z0) * plane[3] + (z2 - z0) * plane[5]
    base = z0 - z_step * x0 - z_down * y0
    count = high - low + 1
    begin = np.cumsum(count) - count
    # Triangles come from far to near and the last span written stays; they are too small for
    # their order to be in doubt by more than a pixel.
    pixel = np.arange(int(count.sum()), dtype=np.intp)
    pixel += np.repeat(line * width + low - begin, count)
    span = np.full(width * height, -1, dtype=np.int32)
    span[pixel] = np.repeat(np.arange(len(count), dtype=np.int32), count)
    seen = np.flatnonzero(span >= 0)
    source = span.take(seen)
    nearest = np.full(width * height, -np.inf, dtype=np.float32)
    start = base.take(owner) + z_down.take(owner) * line - z_step.take(owner) * (line * width)
    rise = z_step.take(owner)
    nearest[seen] = start.take(source) + rise.take(source) * seen.astype(np.float32)
    winner = np.full(width * height, -1, dtype=np.int32)
    winner[seen] = owner.take(source)
    return Visibility(winner, nearest, corners, plane, width, height)


def _front(xyz_screen: F32, triangles: Ints) -> Ints:
    """Return the triangles (n, 3) that face the viewer, from far to near."""
    x, y, z = np.ascontiguousarray(xyz_screen.T)
    a, b, c = np.ascontiguousarray(triangles.T)
    xa, ya = x.take(a), y.take(a)
    area = (x.take(b) - xa) * (y.take(c) - ya) - (x.take(c) - xa) * (y.take(b) - ya)
    keep = np.flatnonzero(area > _THIN)
    far = z.take(a[keep]) + z.take(b[keep]) + z.take(c[keep])
    return np.asarray(triangles.take(keep.take(np.argsort(far, kind="stable")), axis=0))


def _row_spans(plane: F32, top: Ints, rows: Ints, width: int) -> tuple[Ints, Ints, Ints, Ints]:
    """Cut triangles into rows: owner, row, first and last sample of every non-empty span."""
    owner = np.repeat(np.arange(len(top)), rows)
    begin = np.cumsum(rows) - rows
    line = (np.arange(len(owner)) - np.repeat(begin - top, rows)).astype(np.int32)
    x0, y0, a1, b1, a2, b2 = plane.take(owner, axis=1)
    down = line.astype(np.float32) - y0
    low = -x0
    high = np.float32(width - 1) - x0
    one = np.float32(1)
    for slope, rest in ((a1, b1 * down), (a2, b2 * down), (-a1 - a2, one - (b1 + b2) * down)):
        # An edge along the row bounds nothing, or all of it when it is on the wrong side.
        steep = np.where(np.abs(slope) < np.float32(1e-9), np.float32(1e-9), slope)
        bound = -rest / steep
        low = np.where(steep > 0, np.maximum(low, bound), low)
        high = np.where(steep > 0, high, np.minimum(high, bound))
    # A hair of tolerance closes the seams between neighbouring triangles.
    outside = np.float32(width)
    first = np.clip(np.ceil(low + x0 - np.float32(1e-3)), 0, outside).astype(np.int32)
    last = np.clip(np.floor(high + x0 + np.float32(1e-3)), -1, outside - 1).astype(np.int32)
    full = np.flatnonzero(last >= first)
    return owner.take(full), line.take(full), first.take(full), last.take(full)


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
    shape = (visible.height // oversample, oversample, visible.width // oversample, oversample)
    owner = visible.owner.reshape(shape)
    # The last entry is for the samples without an owner, -1.
    kind_of = np.append(material.take(visible.corners[:, 0]), kinds).astype(np.int8)
    kind = kind_of.take(visible.owner, mode="wrap").reshape(shape)
    pixels, kinds_seen, owners, counts = [], [], [], []
    for number in range(kinds):
        mine = kind == number
        count = sum(mine[:, i, :, j].view(np.int8) for i, j in np.ndindex(oversample, oversample))
        pixel = np.flatnonzero(count)
        chosen = np.where(mine, owner, -1)
        front = np.full(count.shape, -1, dtype=np.int32)
        for i, j in np.ndindex(oversample, oversample):
            np.maximum(front, chosen[:, i, :, j], out=front)
        pixels.append(pixel)
        kinds_seen.append(np.full(len(pixel), number))
        owners.append(front.take(pixel))
        counts.append(count.take(pixel))
    pixel, width = np.concatenate(pixels), visible.width // oversample
    row, column = np.divmod(pixel, width)
    middle = (oversample - 1) / 2
    return Resolved(
        pixel=pixel,
        material=np.concatenate(kinds_seen),
        triangle=np.concatenate(owners),
        cover=(np.concatenate(counts) / oversample**2).astype(np.float32),
        x=(column * oversample + middle).astype(np.float32),
        y=(row * oversample + middle).astype(np.float32),
    )
