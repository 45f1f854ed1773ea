"""What is behind the head: the wall and the clothed shoulders, drawn at picture resolution."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from kpstudio.sample.identity import Person, make_person
from kpstudio.sample.numerics import F32, Floats, pchip, sample_noise, smoothstep, soften
from kpstudio.sample.shading import Lights
from kpstudio.sample.views import View


@dataclass(frozen=True)
class Backdrop:
    """The picture without the head.

    Attributes:
        linear: (H, W, 3) light of wall and clothes.
        cloth: (H, W) coverage of the clothes, 0..1.
    """

    linear: F32
    cloth: F32


def make_backdrop(
    person: Person, view: View, lights: Lights, throat: tuple[float, float]
) -> Backdrop:
    """Draw wall and clothes; ``throat`` is the pixel below the chin where the neck begins."""
    rows = np.arange(view.height, dtype=np.float32)[:, None]
    columns = np.arange(view.width, dtype=np.float32)[None, :]
    wall = _wall(person, view)
    cover = np.zeros(wall.shape[:2], dtype=np.float32)
    first = int(np.clip(throat[1] - 0.03 * view.scale, 0, view.height - 1))
    rows = rows[first:]
    u = (columns - np.float32(throat[0])) / np.float32(view.scale)
    v = (rows - np.float32(throat[1])) / np.float32(view.scale) + np.float32(0.13)
    u = u / np.float32(person.clothes.shoulders)
    top = _shoulder_line(np.abs(u), person)
    neckline = _neckline(u, person)
    cover[first:] = smoothstep(-0.009, 0.009, v - top) * smoothstep(-0.008, 0.008, v - neckline)
    rows_seen = np.flatnonzero(cover[first:].max(axis=1) > 0)
    if len(rows_seen) and rows_seen[0] + 1 < len(rows):  # a single row has no folds
        skipped = int(rows_seen[0])
        cloth = _cloth(u, v[skipped:], top, neckline, person, lights)
        part = wall[first + skipped :]
        part += (cloth - part) * cover[first + skipped :, :, None]
    return Backdrop(wall, cover)


def _wall(person: Person, view: View) -> F32:
    light = np.full((1, view.width, 1), view.exposure, dtype=np.float32)
    if view.side_light:
        x = np.linspace(-0.5, 0.5, view.width, dtype=np.float32)[None, :, None]
        light *= 0.75 + 0.75 * view.side_light * x
    return _even_wall(person.number, view.width, view.height) * light


@lru_cache(maxsize=4)
def _even_wall(number: int, width: int, height: int) -> F32:
    """Return a person's wall (H, W, 3) as it is without a lamp at the side."""
    x = np.linspace(-0.5, 0.5, width, dtype=np.float32)[None, :]
    y = np.linspace(-0.5, 0.5, height, dtype=np.float32)[:, None]
    person = make_person(number)
    rng = np.random.Generator(np.random.PCG64([person.number, 3]))
    tilt, glow = float(rng.uniform(-0.25, 0.25)), float(rng.uniform(0.1, 0.5))
    spot = np.exp(-(((x - 0.1) / 0.4) ** 2)) * np.exp(-((y / 0.45) ** 2))
    light: Floats = 1 - 0.25 * y + tilt * x + glow * spot
    light = light * (1 - 0.55 * (x * x + y * y))
    mottle = sample_noise("cloud", y * 0.5 + 0.1 * person.number, x * 0.5)
    light = light * (1 + 0.05 * mottle) * np.float32(1.2)
    return np.asarray(light[..., None] * person.wall, dtype=np.float32)


def _shoulder_line(u: F32, person: Person) -> F32:
    knots = [0.0, 0.35, 0.5, 0.62, 0.8, 1.15, 1.55, 1.85, 2.05, 2.2]
    line = [0.2, 0.25, 0.34, 0.44, 0.54, 0.65, 0.79, 0.99, 1.4, 3.5]
    if person.clothes.cut == "polo":
        line = [0.2, 0.2, 0.2, 0.38, 0.52, 0.64, 0.79, 0.99, 1.4, 3.5]
    return pchip(knots, line, u).astype(np.float32)


def _neckline(u: F32, person: Person) -> F32:
    cut, a = person.clothes.cut, np.abs(u)
    if cut == "vee":
        return np.asarray(1.15 - 1.55 * a - 0.3 * a * a, dtype=np.float32)
    if cut == "collar":
        return np.asarray(0.72 - 1.2 * a + 0.2 * a * a, dtype=np.float32)
    if cut == "polo":
        return np.asarray(0.27 - 0.16 * a * a, dtype=np.float32)
    return np.asarray(0.66 - 0.75 * a * a, dtype=np.float32)


def _cloth(u: F32, v: F32, top: F32, neckline: F32, person: Person, lights: Lights) -> F32:
    """Return the lit cloth (h, w, 3)."""
    clothes = person.clothes
    folds = sample_noise("cloud", v * 0.16 + np.float32(0.2 * person.number), u * np.float32(0.22))
    relief = soften(soften(folds, 0.66), 0.66)
    slope_y, slope_x = np.gradient(relief)
    depth = np.clip(v - top, 0, 1.2)
    nx = 0.42 * u + slope_x * np.float32(0.8)
    ny = -0.75 * np.exp(-depth / 0.14) - 0.05 + slope_y * np.float32(0.8)
    nz = np.ones_like(nx)
    size = np.sqrt(nx * nx + ny * ny + nz * nz)
    key = np.clip((nx * lights.key[0] + ny * lights.key[1] + nz * lights.key[2]) / size, 0, 1)
    fill = np.clip((nx * lights.fill[0] + ny * lights.fill[1] + nz * lights.fill[2]) / size, 0, 1)
    # The head shades the chest below the chin.
    shade = 1 - 0.6 * np.exp(-((u / 0.62) ** 2) - ((v - 0.3) / 0.36) ** 2)
    light = np.stack(
        [
            lights.key_rgb[c] * key * shade
            + lights.fill_rgb[c] * fill
            + (0.5 * lights.sky_rgb[c] + 0.25 * lights.ground_rgb[c])
            * (0.6 + 0.4 * shade)
            * (0.7 + 0.3 * smoothstep(0, 0.3, depth))
            for c in range(3)
        ],
        axis=2,
    )
    tone = _weave(u, v, clothes.pattern)
    edge = _trim(v - neckline, np.abs(u), clothes.cut)
    light *= (tone * edge)[..., None]
    light *= clothes.rgb
    return np.asarray(light, dtype=np.float32)


def _weave(u: F32, v: F32, pattern: str) -> F32:
    grain = sample_noise("fine", v * 0.8, u * 0.8)
    if pattern == "knit":
        rib = np.sin(u * np.float32(70.0) + 0.6 * np.sin(v * 3))
        return np.asarray(1 + 0.10 * rib + 0.12 * grain, dtype=np.float32)
    if pattern == "stripes":
        wave = np.sin((v - 0.12 * u * u) * np.float32(22.0))
        return np.asarray(1 + 0.35 * smoothstep(-0.2, 0.2, wave) + 0.04 * grain, dtype=np.float32)
    return np.asarray(1 + 0.05 * grain, dtype=np.float32)


def _trim(below: F32, a: F32, cut: str) -> F32:
    """Draw the collar's edge and the seams by darkening and lightening."""
    if cut == "collar":
        flap = smoothstep(0.20, 0.19, below) * smoothstep(0.62, 0.55, a)
        seam = np.exp(-(((below - 0.205) / 0.014) ** 2)) * (a < 0.6)
        placket = np.exp(-((a / 0.012) ** 2)) * (below > 0.05)
        return np.asarray((1 + 0.18 * flap) * (1 - 0.45 * seam) * (1 - 0.25 * placket))
    width = 0.12 if cut == "polo" else 0.055
    band = smoothstep(width + 0.006, width - 0.006, below)
    seam = np.exp(-(((below - width) / 0.009) ** 2))
    lip = np.exp(-((below / 0.012) ** 2))
    return np.asarray((1 + 0.08 * band) * (1 - 0.3 * seam) * (1 - 0.25 * lip))
