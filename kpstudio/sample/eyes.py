"""Eyes: white, iris, pupil, catch light, lids, lashes and crease, on the landmarks' lid edges."""

from __future__ import annotations

import numpy as np

from kpstudio.sample import contours
from kpstudio.sample.identity import Person
from kpstudio.sample.numerics import F32, F64, Ints, gauss, mix, sample_noise, smoothstep
from kpstudio.sample.samples import Samples
from kpstudio.sample.views import View

IRIS_RADIUS = 0.071
_ANTIALIAS = 0.008


def iris_centre(xy: F64, first: int, view: View) -> F64:
    """Return the frontal position (2,) of the iris of the eye whose points start at ``first``."""
    eye = xy[first : first + 8]
    x = (eye[0, 0] + eye[4, 0]) / 2
    top, low = eye[[1, 2, 3], 1].mean(), eye[[5, 6, 7], 1].mean()
    return np.array([x + view.gaze[0], top + 0.45 * (low - top) + view.gaze[1]])


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
    crease = np.exp(-(((y - top + lift) / 0.011) ** 2)) * span
    samples.open[local] *= 1 - (0.34 + 0.14 * person.age) * crease
    samples.open[local] *= 1 - 0.16 * np.exp(-(((y - top + lift + 0.03) / 0.035) ** 2)) * span
    rim = np.exp(-(((y - low - 0.010) / 0.009) ** 2)) * span
    samples.albedo[local] *= 1 + rim[:, None] * np.array([0.12, -0.02, -0.02], dtype=np.float32)
    samples.gloss[local] += 0.12 * rim
    bag = np.exp(-(((y - low - 0.052 - 0.012 * np.sin(np.pi * t)) / 0.014) ** 2)) * span
    samples.open[local] *= 1 - (0.07 + 0.12 * person.age) * bag
    heavy = (0.011 if person.male else 0.016) * (0.55 + 0.75 * np.clip(outer, 0, 1.1))
    inside = smoothstep(-0.05, 0.06, t) * smoothstep(1.08, 0.97, t)
    ragged = 1 + 0.3 * sample_noise("streak", x * 1.7, y * 0.2)
    lash = np.exp(-(((y - top + 0.004) / (heavy * ragged)) ** 2)) * inside
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
    cx, cy = float(centre[0]), float(centre[1])
    r = np.hypot(x - cx, y - cy) / np.float32(IRIS_RADIUS)
    angle = np.arctan2(y - cy, x - cx)
    white = np.broadcast_to(np.array([0.44, 0.41, 0.385], dtype=np.float32), (len(x), 3))
    edge = np.minimum(x - lids.x0, lids.x1 - x)
    pink = np.exp(-np.maximum(edge, 0) / 0.03)
    white = white * (1 - pink[:, None] * np.array([0.25, 0.5, 0.5], dtype=np.float32))
    fibres = sample_noise("streak", angle * 0.8, r * 0.12)
    glow = 1.15 + 0.35 * np.clip((y - cy) / IRIS_RADIUS, -1, 1) + 0.22 * fibres
    iris = person.iris * (glow * (1 - 0.72 * smoothstep(0.72, 1.0, r)))[:, None]
    iris = mix(iris.astype(np.float32), np.zeros((1, 3), np.float32), smoothstep(0.46, 0.36, r))
    colour = mix(white.astype(np.float32), iris, smoothstep(1.06, 0.94, r))
    shade = 0.3 + 0.7 * smoothstep(-0.005, 0.06, y - top)
    shade = shade * (0.85 + 0.15 * smoothstep(0.0, 0.03, low - y))
    ball = 1 - 0.6 * np.clip(np.abs(x - (lids.x0 + lids.x1) / 2) / 0.17, 0, 1) ** 3
    colour = colour * (shade * ball)[:, None]
    side = view.side_light if view.side_light else -0.8
    spark = gauss(x, y, cx + 0.024 * side, cy - 0.022, 0.011, 0.012)
    spark += 0.12 * gauss(x, y, cx - 0.026 * side, cy + 0.026, 0.012, 0.012)
    colour = colour + 0.8 * np.clip(spark, 0, 1)[:, None] ** 1.5
    return colour.astype(np.float32), np.full(len(x), 0.05, dtype=np.float32)
