"""Small numeric tools of the renderer: splines, smooth steps, blurs and tileable noise."""

from __future__ import annotations

from functools import cache
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

F32 = NDArray[np.float32]
F64 = NDArray[np.float64]
Floats = NDArray[np.floating[Any]]
Ints = NDArray[np.integer[Any]]

NOISE_SIZE = 512  # a power of two, so that wrapping is a mask


def pchip(knots: ArrayLike, values: ArrayLike, x: ArrayLike) -> F64:
    """Interpolate monotonically (Fritsch-Carlson), constant outside the knots.

    Args:
        knots: (n,) increasing abscissae.
        values: (n,) ordinates.
        x: where to evaluate, any shape.

    Returns:
        Values with the shape of ``x``, float64.
    """
    k, v = np.asarray(knots, float), np.asarray(values, float)
    h, d = np.diff(k), np.diff(v) / np.diff(k)
    slope = np.zeros_like(v)
    w1, w2 = 2 * h[1:] + h[:-1], h[1:] + 2 * h[:-1]
    same = d[1:] * d[:-1] > 0
    safe_a, safe_b = np.where(same, d[:-1], 1.0), np.where(same, d[1:], 1.0)
    slope[1:-1] = np.where(same, (w1 + w2) / (w1 / safe_a + w2 / safe_b), 0.0)
    slope[0], slope[-1] = d[0], d[-1]
    # Cubics in the distance from each interval's left knot.
    square = (3 * d - 2 * slope[:-1] - slope[1:]) / h
    cube = (slope[:-1] + slope[1:] - 2 * d) / (h * h)
    at = np.clip(np.asarray(x, float), k[0], k[-1])
    i = k[1:-1].searchsorted(at, side="right")
    t = at - k.take(i)
    return np.asarray(((cube.take(i) * t + square.take(i)) * t + slope.take(i)) * t + v.take(i))


class PeriodicSpline:
    """The C2 cubics of period 2 pi through several series of values at common knots."""

    def __init__(self, knots: F64, values: F64) -> None:
        """Fit ``values`` (n, m) at the increasing ``knots`` (n,) in radians."""
        n = len(knots)
        h = np.diff(np.append(knots, knots[0] + 2 * np.pi))
        slope = (np.roll(values, -1, axis=0) - values) / h[:, None]
        system = np.zeros((n, n))
        rows = np.arange(n)
        system[rows, rows] = 2 * (h + np.roll(h, 1))
        system[rows, (rows - 1) % n] += np.roll(h, 1)
        system[rows, (rows + 1) % n] += h
        second = np.linalg.solve(system, 6 * (slope - np.roll(slope, 1, axis=0)))
        after, h = np.roll(second, -1, axis=0), h[:, None]
        first = slope - h * (2 * second + after) / 6
        self._knots = knots
        self._cubics = (values, first, second / 2, (after - second) / (6 * h))

    def __call__(self, x: F64) -> F64:
        """Return the values (N, m) at the angles ``x`` (N,)."""
        at = (x - self._knots[0]) % (2 * np.pi) + self._knots[0]
        i = np.searchsorted(self._knots, at, side="right") - 1
        t = (at - self._knots.take(i))[:, None]
        c0, c1, c2, c3 = (c.take(i, axis=0) for c in self._cubics)
        return np.asarray(((c3 * t + c2) * t + c1) * t + c0)


def smoothstep(low: float, high: float, x: Floats) -> F32:
    """Rise smoothly from 0 at ``low`` to 1 at ``high`` (or fall, when ``low > high``)."""
    t = np.clip((x - np.float32(low)) * np.float32(1 / (high - low)), 0, 1)
    return np.asarray(t * t * (3 - 2 * t), dtype=np.float32)


def gauss(x: F32, y: F32, cx: float, cy: float, sx: float, sy: float) -> F32:
    """Evaluate an axis-aligned Gaussian of height one."""
    u, v = (x - np.float32(cx)) / np.float32(sx), (y - np.float32(cy)) / np.float32(sy)
    return np.asarray(np.exp(-0.5 * (u * u + v * v)), dtype=np.float32)


def mix(a: Floats, b: Floats, weight: Floats) -> F32:
    """Blend rows of ``a`` towards ``b`` by ``weight`` (N,)."""
    return np.asarray(a + (b - a) * weight[:, None], dtype=np.float32)


def soften(image: F32, strength: float) -> F32:
    """Blend every pixel of (H, W) or (H, W, C) with its neighbours; edges are repeated."""
    side, out = np.float32(strength / 2), image
    for axis in (0, 1):
        ahead, behind = _along(axis, slice(1, None)), _along(axis, slice(None, -1))
        mixed = out * np.float32(1 - strength)
        mixed[behind] += side * out[ahead]
        mixed[ahead] += side * out[behind]
        for edge in (slice(0, 1), slice(-1, None)):
            mixed[_along(axis, edge)] += side * out[_along(axis, edge)]
        out = mixed
    return out


def _along(axis: int, part: slice) -> tuple[slice, ...]:
    return (part,) if axis == 0 else (slice(None), part)


def box_blur(image: F32, radius: int) -> F32:
    """Blur (H, W) with a box of ``2 radius + 1``; outside counts as zero."""
    out, span = image, 2 * radius + 1
    for axis in (0, 1):
        width = [(0, 0), (0, 0)]
        width[axis] = (radius + 1, radius)
        total = np.cumsum(np.pad(out, width), axis=axis, dtype=np.float32)
        high, low = _along(axis, slice(span, None)), _along(axis, slice(None, -span))
        out = (total[high] - total[low]) * np.float32(1 / span)
    return out


@cache
def noise_field(kind: str) -> F32:
    """Return a tileable (512, 512) float32 noise of mean 0 and deviation 1.

    Kinds: ``fine`` (pores), ``soft`` (blotches), ``cloud`` (all scales), ``grain`` (film),
    ``streak`` (lines along the second axis, for strands).
    """
    number = {"fine": 11, "soft": 12, "cloud": 13, "streak": 14, "grain": 15}[kind]
    rng = np.random.Generator(np.random.PCG64(number))
    spectrum = np.fft.rfft2(rng.standard_normal((NOISE_SIZE, NOISE_SIZE)))
    fy = np.abs(np.fft.fftfreq(NOISE_SIZE))[:, None] * NOISE_SIZE
    fx = np.fft.rfftfreq(NOISE_SIZE)[None, :] * NOISE_SIZE
    radius = np.hypot(fx, fy)
    shape = {
        "fine": np.exp(-(((radius - 110) / 60) ** 2)),
        "soft": np.exp(-((radius / 14) ** 2)),
        "cloud": 1 / np.maximum(radius, 1.5) ** 1.3,
        "grain": np.exp(-((radius / 260) ** 4)),
        "streak": np.exp(-((fx / 5) ** 2)) / np.maximum(fy, 6.0) ** 0.5,
    }[kind]
    field: F64 = np.fft.irfft2(spectrum * shape, s=(NOISE_SIZE, NOISE_SIZE))
    return np.asarray((field - field.mean()) / field.std(), dtype=np.float32)


def sample_noise(kind: str, u: Floats, v: Floats, *, smooth: bool = False) -> F32:
    """Look the noise up at ``u`` (rows) and ``v`` (columns), which broadcast; one period is 1.

    ``smooth`` interpolates, which matters where the noise is slanted or enlarged.
    """
    field, last, size = noise_field(kind).ravel(), NOISE_SIZE - 1, np.float32(NOISE_SIZE)
    row, column = u * size, v * size
    if not smooth:
        r, c = row.astype(np.int32) & last, column.astype(np.int32) & last
        return np.asarray(field.take(r * NOISE_SIZE + c), dtype=np.float32)
    r0, c0 = np.floor(row), np.floor(column)
    fr, fc = row - r0, column - c0
    r, c = r0.astype(np.int32), c0.astype(np.int32)
    ra, rb = (r & last) * NOISE_SIZE, ((r + 1) & last) * NOISE_SIZE
    ca, cb = c & last, (c + 1) & last
    top = field.take(ra + ca) * (1 - fc) + field.take(ra + cb) * fc
    low = field.take(rb + ca) * (1 - fc) + field.take(rb + cb) * fc
    return np.asarray(top * (1 - fr) + low * fr, dtype=np.float32)


def srgb_to_linear(srgb: ArrayLike) -> F32:
    """Decode sRGB bytes (0..255) to linear light (0..1)."""
    return np.asarray((np.asarray(srgb, float) / 255.0) ** 2.2, dtype=np.float32)
