"""Eyes: white, iris, pupil, catch light, lids, lashes and crease, on the landmarks' lid edges."""

from __future__ import annotations

import numpy as np

from kpstudio.sample import contours
from kpstudio.sample.identity import Person
from kpstudio.sample.numerics import F32, F64, Floats, Ints, gauss, mix, sample_noise, smoothstep
from kpstudio.sample.samples import Samples
from kpstudio.sample.views import View

_ANTIALIAS = 0.008


def iris_centre(xy: F64, first: int, view: View) -> F64:
    """Return the frontal position (2,) of the iris of the eye whose points start at ``first``."""
    eye = xy[first : first + 8]
    x = (eye[0, 0] + eye[4, 0]) / 2
    top, low = eye[[1, 2, 3], 1].mean(), eye[[5, 6, 7], 1].mean()
    return np.array([x + view.gaze[0], top + 0.42 * (low - top) + view.gaze[1]])


def _iris_radius(lids: contours.Band) -> float:
    """Return the iris's radius; wide eyes get larger ones, so that the lids still cut them."""
    return float(np.clip(0.54 * (lids.lower - lids.upper).max(), 0.066, 0.078))


def paint_eye(
    samples: Samples, face: Ints, xy: F64, first: int, person: Person, view: View
) -> None:
    """Paint the eye whose eight points start at row ``first`` of ``xy``."""
    lids = contours.eye(xy, first)
    middle = (lids.x0 + lids.x1) / 2
    local = face[
        (np.abs(samples.x[face] - middle) < 0.26)
        & (np.abs(samples.y[face] - float(lids.upper.mean())) < 0.22)
    ]
    x, y = samples.x[local], samples.y[local]
    _paint_lids(samples, local, lids, 1.0 if first == 13 else -1.0, person)
    cover = lids.inside(x, y, _ANTIALIAS)
    seen = np.flatnonzero(cover > 0)
    local, x, y, cover = local[seen], x[seen], y[seen], cover[seen]
    colour, gloss = _eyeball(x, y, lids, iris_centre(xy, first, view), person, view)
    samples.albedo[local] = mix(samples.albedo[local], colour, cover)
    samples.gloss[local] = samples.gloss[local] * (1 - cover) + gloss * cover
    samples.open[local] = samples.open[local] * (1 - cover) + cover
    # The ball is smooth and rounder than the skin around it.
    bend = np.stack([(x - middle) / 0.3, (y - lids.upper.mean()) / 0.4, 0 * x], axis=1)
    normal = samples.normal[local] * 0.5 + np.array([0, 0, 0.6]) + 0.4 * bend
    normal /= np.linalg.norm(normal, axis=1, keepdims=True)
    samples.normal[local] = mix(samples.normal[local], normal.astype(np.float32), cover)


def _paint_lids(
    samples: Samples, local: Ints, lids: contours.Band, side: float, person: Person
) -> None:
    """Darken the crease over the lid, draw the lashes and light the lower rim."""
    x, y = samples.x[local], samples.y[local]
    top, low = lids.edges(x)
    t = (x - lids.x0) / np.float32(lids.x1 - lids.x0)
    outer = t if side > 0 else 1 - t
    span = smoothstep(-0.12, 0.12, t) * smoothstep(1.12, 0.88, t)
    lift = 0.045 + 0.012 * np.sin(np.pi * np.clip(t, 0, 1))
    crease = np.exp(-(((y - top + lift) / 0.010) ** 2)) * span
    samples.open[local] *= 1 - (0.48 + 0.12 * person.age) * crease
    samples.open[local] *= 1 - 0.2 * np.exp(-(((y - top + lift + 0.03) / 0.035) ** 2)) * span
    rim = np.exp(-(((y - low - 0.010) / 0.009) ** 2)) * span
    samples.albedo[local] *= 1 + rim[:, None] * np.array([0.12, -0.02, -0.02], dtype=np.float32)
    samples.gloss[local] += 0.12 * rim
    bag = np.exp(-(((y - low - 0.052 - 0.012 * np.sin(np.pi * t)) / 0.014) ** 2)) * span
    samples.open[local] *= 1 - (0.07 + 0.12 * person.age) * bag
    heavy = (0.013 if person.male else 0.018) * (0.55 + 0.75 * np.clip(outer, 0, 1.1))
    inside = smoothstep(-0.05, 0.06, t) * smoothstep(1.08, 0.97, t)
    ragged = 1 + 0.3 * sample_noise("streak", x * 0.3, y * 0.1, smooth=True)
    lash = np.exp(-(((y - top + 0.003) / (heavy * ragged)) ** 2)) * inside
    under = np.exp(-(((y - low) / 0.007) ** 2)) * inside * 0.4 * np.clip(outer, 0.2, 1)
    ink = np.clip(np.maximum(lash * 0.9, under), 0, 1)
    dark = np.array([[0.018, 0.013, 0.011]], dtype=np.float32)
    samples.albedo[local] = mix(samples.albedo[local], dark, ink)
    samples.gloss[local] *= 1 - ink


def _eyeball(
    x: F32, y: F32, lids: contours.Band, centre: F64, person: Person, view: View
) -> tuple[F32, F32]:
    """Return colour (N, 3) and gloss (N,) of the eye between the lids."""
    top, low = lids.edges(x)
    cx, cy, radius = float(centre[0]), float(centre[1]), _iris_radius(lids)
    r = np.hypot(x - np.float32(cx), y - np.float32(cy)) * np.float32(1 / radius)
    ivory = np.array([0.36, 0.325, 0.30], dtype=np.float32) * (1 - 0.25 * person.darkness)
    edge = np.maximum(np.minimum(x - np.float32(lids.x0), np.float32(lids.x1) - x), 0)
    pink = np.exp(-edge / np.float32(0.035))
    white = ivory * (1 - pink[:, None] * np.array([0.2, 0.48, 0.46], dtype=np.float32))
    white *= (1 - 0.35 * smoothstep(1.25, 1.0, r))[:, None]
    iris = _iris(r, np.arctan2(y - cy, x - cx), (y - np.float32(cy)) / np.float32(radius), person)
    colour: Floats = mix(white, iris, smoothstep(1.08, 0.9, r))
    # The upper lid and its lashes shade the eye, which also turns away at its ends.
    shade = 0.22 + 0.78 * smoothstep(-0.01, 0.085, y - top)
    shade = shade * (0.8 + 0.2 * smoothstep(0.0, 0.03, low - y))
    away = np.clip(np.abs(x - (lids.x0 + lids.x1) / 2) / (0.5 * (lids.x1 - lids.x0)), 0, 1)
    colour = colour * (shade * (1 - 0.55 * away * away))[:, None]
    side = view.side_light if view.side_light else -0.8
    spark = gauss(x, y, cx + 0.022 * side, cy - 0.018, 0.0085, 0.0085)
    spark += 0.05 * gauss(x, y, cx - 0.026 * side, cy + 0.026, 0.014, 0.012)
    colour = colour + 0.62 * np.clip(spark, 0, 1)[:, None] ** 1.5
    return colour.astype(np.float32), np.full(len(x), 0.02, dtype=np.float32)


def _iris(r: F32, angle: F32, down: F32, person: Person) -> F32:
    """Return the colour (N, 3) of iris and pupil at ``r`` radii from the middle.

    ``down`` is the height below the middle in radii: light gathers in the lower half.
    """
    fibres = sample_noise("streak", angle * np.float32(0.8), r * np.float32(0.12))
    glow = 0.74 + 0.36 * np.clip(down, -1, 1) + 0.2 * fibres
    ring = 1 - 0.82 * smoothstep(0.66, 0.98, r)
    warm = np.exp(-np.square((r - 0.42) / 0.16))[:, None] * np.array([0.5, 0.2, -0.1])
    iris = person.iris * (glow * ring)[:, None] * (1 + warm)
    pupil = np.full((1, 3), 0.004, dtype=np.float32)
    return mix(iris.astype(np.float32), pupil, smoothstep(0.47, 0.34, r))
