"""Glasses: rims, bridge and temples as smooth strokes, and a faint reflection."""

from __future__ import annotations

from itertools import pairwise

import numpy as np

from kpstudio.sample.camera import Camera
from kpstudio.sample.head import HeadSurface
from kpstudio.sample.identity import Glasses
from kpstudio.sample.numerics import F32, F64
from kpstudio.sample.shading import Lights

_Z = 1.03


def draw_glasses(
    linear: F32, glasses: Glasses, surface: HeadSurface, camera: Camera, lights: Lights
) -> None:
    """Draw glasses over the picture's light (H, W, 3), in place."""
    strokes, lenses = _strokes(glasses, surface, camera)
    for xyz, thickness in strokes:
        xy = camera.project(xyz)
        _stroke(linear, xy, thickness * camera.scale, glasses.rgb, lights)
    for xyz in lenses:
        _reflect(linear, camera.project(xyz), lights)


def _strokes(
    glasses: Glasses, surface: HeadSurface, camera: Camera
) -> tuple[list[tuple[F64, float]], list[F64]]:
    xy = surface.xy
    strokes: list[tuple[F64, float]] = []
    lenses: list[F64] = []
    theta = np.linspace(0, 2 * np.pi, 44)
    power = 2 / glasses.squareness
    inner: list[F64] = []
    for first, side in ((21, -1.0), (13, 1.0)):
        cx, cy = xy[first : first + 8].mean(0)
        cos, sin = np.cos(theta), np.sin(theta)
        x = cx + side * 0.015 + glasses.half_width * np.sign(cos) * np.abs(cos) ** power
        y = cy + 0.025 + glasses.half_height * np.sign(sin) * np.abs(sin) ** power
        z = _Z - 0.28 * x * x
        rim = np.stack([x, y, z], axis=1)
        strokes.append((rim, glasses.rim))
        lenses.append(rim)
        inner.append(rim[np.argmin(np.abs(x - (cx - side * 0.3)) + 0.5 * np.abs(y - cy))])
        end = rim[np.argmax(side * x - 0.3 * np.abs(y - cy + 0.05))]
        s = np.linspace(0, 1, 10)[:, None]
        ear = np.array([side * 0.86, float(cy) + 0.02, -0.1])
        arm = end + (ear - end) * s
        arm[:, 0] += side * 0.10 * np.sin(np.pi * s[:, 0]) * 0.6
        # The arm on the far side of a turned head runs behind the face.
        ends = camera.project(arm[[0, -1]])[:, 0]
        if side * (ends[1] - ends[0]) > 0:
            strokes.append((arm, glasses.rim * 0.8))
    s = np.linspace(0, 1, 8)[:, None]
    bridge = inner[0] + (inner[1] - inner[0]) * s
    bridge[:, 1] -= 0.035 * np.sin(np.pi * s[:, 0])
    bridge[:, 2] += 0.05 * np.sin(np.pi * s[:, 0])
    strokes.append((bridge, glasses.rim))
    return strokes, lenses


def _stroke(linear: F32, xy_image: F64, thickness: float, rgb: F32, lights: Lights) -> None:
    """Lay an antialiased polyline of ``thickness`` pixels with a soft shadow below it."""
    half = max(thickness, 1.2) / 2
    low = np.maximum(np.floor(xy_image.min(0) - half - 3).astype(int), 0)
    high = np.ceil(xy_image.max(0) + half + 5).astype(int)
    part = linear[low[1] : high[1], low[0] : high[0]]
    if part.size == 0:
        return
    rows, columns = np.mgrid[0 : part.shape[0], 0 : part.shape[1]].astype(np.float32)
    near = np.full(part.shape[:2], np.inf, dtype=np.float32)
    lean = np.zeros_like(near)
    points = (xy_image - low).astype(np.float32)
    for a, b in pairwise(points):
        d = b - a
        length = np.float32(max(float(d @ d), 1e-6))
        t = np.clip(((columns - a[0]) * d[0] + (rows - a[1]) * d[1]) / length, 0, 1)
        ex, ey = columns - a[0] - t * d[0], rows - a[1] - t * d[1]
        distance = np.hypot(ex, ey)
        closer = distance < near
        near = np.where(closer, distance, near)
        lean = np.where(closer, ey, lean)
    shade = np.clip(1 - (near - half) / 4, 0, 1) * 0.16
    part *= (1 - shade)[..., None]
    cover = np.clip(half + 0.5 - near, 0, 1)[..., None]
    glint = np.clip(-lean / half, 0, 1)[..., None] ** 2 * 0.12 + 0.02
    colour = rgb * (0.55 + 0.5 * lights.sky_rgb) + glint * lights.key_rgb
    part += (colour - part) * cover


def _reflect(linear: F32, xy_image: F64, lights: Lights) -> None:
    """Lighten a lens faintly, more towards its upper edge, with a slanted gleam."""
    low = np.maximum(np.floor(xy_image.min(0)).astype(int), 0)
    high = np.ceil(xy_image.max(0)).astype(int)
    part = linear[low[1] : high[1], low[0] : high[0]]
    if part.size == 0:
        return
    middle, half = (xy_image.min(0) + xy_image.max(0)) / 2 - low, np.ptp(xy_image, axis=0) / 2
    rows, columns = np.mgrid[0 : part.shape[0], 0 : part.shape[1]].astype(np.float32)
    u, v = (columns - middle[0]) / half[0], (rows - middle[1]) / half[1]
    inside = np.clip((0.92 - (np.abs(u) ** 2.6 + np.abs(v) ** 2.6)) * 4, 0, 1)
    gleam = np.exp(-(((u * 0.8 + v * 0.5 + 0.55) / 0.16) ** 2)) * 0.05
    part += ((0.012 * (1 - v) + gleam) * inside)[..., None].astype(np.float32) * lights.sky_rgb
