"""Colour of skin, lips, mouth, brows, beard and hair, painted in frontal coordinates."""

from __future__ import annotations

import numpy as np

from kpstudio.sample import contours
from kpstudio.sample.eyes import paint_eye
from kpstudio.sample.head import HeadSurface
from kpstudio.sample.identity import Person
from kpstudio.sample.numerics import F32, Ints, gauss, mix, pchip, sample_noise, smoothstep
from kpstudio.sample.samples import CURTAIN, EAR, HEAD, Samples
from kpstudio.sample.views import View

_ANTIALIAS = 0.007


def paint(samples: Samples, surface: HeadSurface, person: Person, view: View) -> None:
    """Fill the samples' albedo, gloss, openness and hair for a person in a view."""
    _paint_skin(samples, person)
    face = np.flatnonzero((samples.material == HEAD) & (samples.turn < 1.9) & (samples.y > -1.0))
    _paint_complexion(samples, face, surface, person)
    _paint_beard(samples, face, surface, person)
    _paint_nostrils(samples, face, surface)
    _paint_mouth(samples, face, surface, person)
    for first in (13, 21):
        paint_eye(samples, face, surface.xy, first, person, view)
    for first in (29, 34):
        _paint_brow(samples, face, surface, first, person)
    _paint_hair(samples, person)


def _paint_skin(samples: Samples, person: Person) -> None:
    soft = sample_noise("soft", samples.x * 0.3 + person.number * 0.37, samples.y * 0.3)
    fine = sample_noise("fine", samples.x * 0.55, samples.y * 0.55)
    tone = 1 + 0.03 * soft + 0.022 * fine
    samples.albedo[:] = person.skin * tone[:, None]
    samples.albedo[:, 0] *= 1 + 0.02 * soft
    samples.gloss[:] = 0.075 * (1 + 0.35 * fine)
    samples.open[:] = 1
    samples.hair[:] = 0
    ear = samples.material == EAR
    flush = 0.14 * (1 - 0.6 * person.darkness)
    samples.albedo[ear] *= np.array([1 + flush, 1 - flush, 1 - flush], dtype=np.float32)
    # The bowl before the canal, and the groove under the rim; turn runs from middle to rim.
    t = samples.turn[ear]
    bowl = np.exp(-np.square((t - 0.2) / 0.28))
    groove = np.exp(-np.square((t - 0.7) / 0.09)) * smoothstep(0.22, 0.1, samples.y[ear])
    samples.open[ear] = (1 - 0.5 * bowl) * (1 - 0.35 * groove)


def _paint_complexion(samples: Samples, face: Ints, surface: HeadSurface, person: Person) -> None:
    """Add blush, tired lids, freckles and a mole."""
    x, y, xy = samples.x[face], samples.y[face], surface.xy
    blush = 0.9 * gauss(x, y, 0.0, float(xy[52, 1]) - 0.09, 0.14, 0.09)
    for side in (-1.0, 1.0):
        blush += gauss(x, y, side * 0.46, 0.1, 0.17, 0.15)
    blush *= np.float32(0.165 * (1 - 0.6 * person.darkness))
    tint = np.stack([1 + 0.25 * blush, 1 - blush, 1 - 0.8 * blush], axis=1)
    shade = np.zeros_like(x)
    level = float(xy[13:29, 1].mean())
    near = np.flatnonzero(np.abs(y - level) < 0.3)
    near_x, near_y = x[near], y[near]
    for first, side in ((13, 1.0), (21, -1.0)):
        cx, cy = (float(v) for v in xy[first : first + 8].mean(0))
        shade[near] += gauss(near_x, near_y, cx - side * 0.04, cy + 0.1, 0.12, 0.04)
        shade[near] += 0.8 * gauss(near_x, near_y, cx, cy - 0.07, 0.15, 0.035)
    shade *= np.float32(0.07 + 0.07 * person.age)
    tint *= np.stack([1 - shade, 1 - 1.2 * shade, 1 - shade], axis=1)
    if person.freckles > 0:
        spots = sample_noise("fine", x * 0.33 + 0.21, y * 0.33)
        zone = np.exp(-((x / 0.55) ** 2) - ((y + 0.05) / 0.2) ** 2)
        spots = smoothstep(1.2, 2.0, spots) * zone * np.float32(0.35 * person.freckles)
        tint *= 1 - spots[:, None] * np.array([0.5, 0.8, 0.9], dtype=np.float32)
    rng = np.random.Generator(np.random.PCG64([person.number, 9]))
    for _ in range(int(rng.integers(0, 3))):
        mx, my = rng.uniform(-0.5, 0.5), rng.uniform(0.0, 0.8)
        spot = gauss(x, y, float(mx), float(my), 0.011, 0.011)
        tint *= 1 - 0.5 * spot[:, None]
    samples.albedo[face] *= tint


def _paint_beard(samples: Samples, face: Ints, surface: HeadSurface, person: Person) -> None:
    if person.beard == "none":
        return
    x, y = samples.x[face], samples.y[face]
    cover = beard_cover(x, y, surface, person.beard)
    grain = sample_noise("fine", x * 0.9 + 0.1, y * 0.6)
    strands = sample_noise("streak", x * 0.45 + 0.1 * y * x, y * 0.6, smooth=True)
    if person.beard in ("shadow", "stubble"):
        amount = 0.22 if person.beard == "shadow" else 0.5
        cover = cover * np.clip(amount * (1 + 0.5 * grain), 0, 1)
    else:
        ragged = cover + (0.18 * strands + 0.14 * grain) * (cover > 0.02) * (cover < 0.98)
        cover = smoothstep(0.1, 0.85, ragged) * np.float32(0.93)
    colour = person.beard_rgb * (1 + 0.16 * strands + 0.3 * grain)[:, None]
    samples.albedo[face] = mix(samples.albedo[face], np.maximum(colour, 0.004), cover)
    samples.gloss[face] *= 1 - 0.75 * cover


def beard_cover(x: F32, y: F32, surface: HeadSurface, kind: str) -> F32:
    """Return how dense (N,) a beard grows at frontal positions."""
    xy = surface.xy
    lift = float(xy[41, 1]) - 0.34
    top = pchip(
        [0, 0.12, 0.24, 0.36, 0.47, 0.6, 0.7, 0.8],
        [-0.15, -0.14, -0.1, 0.03, 0.1, 0.02, -0.2, -0.5],
        np.abs(x),
    ).astype(np.float32) + np.float32(0.34 + lift)
    edge = 0.09 if kind in ("shadow", "stubble") else 0.06
    cover = smoothstep(-edge, edge, y - top)
    up, low = surface.mouth.outer.edges(x)
    lips = surface.mouth.outer.inside(x, y, 0.03)
    within = smoothstep(surface.mouth.outer.x0 - 0.02, surface.mouth.outer.x0 + 0.05, x)
    within = within * smoothstep(surface.mouth.outer.x1 + 0.02, surface.mouth.outer.x1 - 0.05, x)
    # A bare patch under the lower lip, left and right of the middle.
    bare = within * smoothstep(0.06, 0.12, np.abs(x)) * smoothstep(0.1, 0.03, y - low)
    cover = cover * (1 - lips) * (1 - 0.5 * bare * (y > up))
    if kind == "moustache":
        return cover * smoothstep(0.4, 0.34, np.abs(x)) * smoothstep(0.06, 0.0, y - (up + low) / 2)
    if kind == "goatee":
        return cover * smoothstep(0.46, 0.27, np.abs(x) + 0.12 * np.square(y - (up + low) / 2))
    return cover


def _paint_nostrils(samples: Samples, face: Ints, surface: HeadSurface) -> None:
    xy = surface.xy
    middle, base = float(xy[52, 0]), float(xy[52, 1])
    half = float(xy[54, 0] - xy[50, 0]) / 2
    near = np.abs(samples.x[face] - middle) < 1.8 * half
    local = face[near & (np.abs(samples.y[face] - base) < 0.25)]
    x, y = samples.x[local], samples.y[local]
    dark, groove = np.zeros_like(x), np.zeros_like(x)
    for side in (-1.0, 1.0):
        across = x - np.float32(middle + side * 0.44 * half)
        u = across / np.float32(0.23 * half)
        v = (y - np.float32(base - 0.034) - np.float32(side * 0.3) * across) * np.float32(1 / 0.02)
        dark = np.maximum(dark, np.exp(-np.square(u * u + v * v)))
        # The groove behind the wing.
        u = (x - np.float32(middle + side * 0.72 * half)) / np.float32(0.42 * half)
        v = (y - np.float32(base - 0.075)) * np.float32(1 / 0.085)
        ring = np.exp(-np.square((np.sqrt(u * u + v * v) - 1) * np.float32(1 / 0.22)))
        groove = np.maximum(groove, ring * smoothstep(0.1, 0.8, side * u - 0.25 * v))
    under = gauss(x, y, middle, base + 0.008, 0.55 * half, 0.02)
    samples.open[local] *= (1 - 0.86 * dark) * (1 - 0.14 * under) * (1 - 0.2 * groove)
    samples.gloss[local] *= 1 - dark


def lip_mask(x: F32, y: F32, surface: HeadSurface) -> F32:
    """Return the coverage (N,) of the lips, the opening included."""
    return surface.mouth.outer.inside(x, y, _ANTIALIAS)


def _paint_mouth(samples: Samples, face: Ints, surface: HeadSurface, person: Person) -> None:
    mouth = surface.mouth
    local = face[
        (samples.x[face] > mouth.outer.x0 - 0.05)
        & (samples.x[face] < mouth.outer.x1 + 0.05)
        & (np.abs(samples.y[face] - float(surface.xy[39:47, 1].mean())) < 0.35)
        & (samples.turn[face] < 1.5)
    ]
    x, y = samples.x[local], samples.y[local]
    seam_t, seam_b = mouth.opening.edges(x)
    cover = lip_mask(x, y, surface)
    crease = sample_noise("streak", x * 0.22, y * 0.1, smooth=True)
    red = np.array([0.80, 0.44, 0.46] if person.darkness < 0.5 else [0.74, 0.52, 0.55])
    lip = person.skin * (1 + (red - 1) * (0.62 + 0.42 * person.lips)).astype(np.float32)
    tone = (1 + 0.06 * crease) * (1 - 0.16 * smoothstep(0.01, -0.01, y - seam_t))
    # Red lips fade into the skin over a few hundredths around their edge.
    soft = mouth.outer.inside(x, y, 0.03)
    samples.albedo[local] = mix(samples.albedo[local], lip * tone[:, None], soft * 0.94)
    wet = gauss(x, y, float(surface.xy[45, 0]), float(surface.xy[45, 1]) - 0.045, 0.1, 0.016)
    samples.gloss[local] += cover * (0.03 + 0.13 * wet) * (1 + 0.25 * crease)
    line = np.exp(-(((y - (seam_t + seam_b) / 2) / (0.010 + 0.5 * (seam_b - seam_t))) ** 2))
    deep = np.array([0.5, 0.66, 0.66], dtype=np.float32)
    shut = np.exp(-np.square((y - seam_t) / 0.03)) * 0.35
    samples.albedo[local] *= 1 - (np.maximum(line, shut) * cover)[:, None] * deep
    for corner in (39, 43):
        cx, cy = (float(v) for v in surface.xy[corner])
        samples.open[local] *= 1 - 0.35 * gauss(x, y, cx, cy, 0.028, 0.018)
    if mouth.gap > 0.004:
        _paint_opening(samples, local, surface)


def _paint_opening(samples: Samples, local: Ints, surface: HeadSurface) -> None:
    """Show the inside of an open mouth: dark depth, upper teeth, tongue."""
    x, y, mouth = samples.x[local], samples.y[local], surface.mouth
    seam_t, seam_b = mouth.opening.edges(x)
    cover = mouth.opening.inside(x, y, _ANTIALIAS)
    u = (x - float(surface.xy[41, 0])) / np.float32(0.30)
    depth = np.array([0.045, 0.012, 0.012], dtype=np.float32)
    inside = np.broadcast_to(depth, (len(x), 3)).astype(np.float32)
    tongue = smoothstep(0.05, 0.0, seam_b - y) * smoothstep(0.9, 0.3, np.abs(u))
    inside = mix(inside, np.array([[0.30, 0.09, 0.08]], dtype=np.float32), tongue * 0.6)
    # The teeth's edge runs straighter than the lip's bow.
    level = float(mouth.opening.upper[64:-64].mean())
    edge = 0.4 * seam_t + np.float32(0.6 * level + 0.05) - 0.015 * u * u
    tooth = smoothstep(0.004, -0.004, y - edge) * smoothstep(0.85, 0.65, np.abs(u))
    gaps = np.abs(np.sin(u * np.float32(9.5)))
    enamel = (0.58 - 0.36 * u * u) * (0.8 + 0.2 * smoothstep(0.0, 0.25, gaps))
    enamel = enamel * (0.3 + 0.7 * smoothstep(0.0, 0.035, y - seam_t))
    ivory = np.array([1.08, 0.98, 0.80], dtype=np.float32)
    inside = mix(inside, enamel[:, None] * ivory, tooth)
    samples.albedo[local] = mix(samples.albedo[local], inside, cover)
    samples.gloss[local] = samples.gloss[local] * (1 - cover) + 0.12 * cover * tooth
    samples.open[local] = samples.open[local] * (1 - cover) + cover
    up = np.array([0, -0.1, 1], dtype=np.float32)
    samples.normal[local] = mix(samples.normal[local], up[None], cover * 0.8)


def _paint_brow(
    samples: Samples, face: Ints, surface: HeadSurface, first: int, person: Person
) -> None:
    """Paint one brow, its upper edge through the five landmarks, as slanted hairs."""
    shape = contours.brow(surface.xy, first, 0.082 * person.brow)
    local = face[
        (samples.x[face] > shape.x0 - 0.03)
        & (samples.x[face] < shape.x1 + 0.03)
        & (np.abs(samples.y[face] - float(shape.upper.mean())) < 0.25)
    ]
    x, y = samples.x[local], samples.y[local]
    side = np.float32(1.0 if first == 29 else -1.0)
    strands = sample_noise("streak", y * 0.34 + side * x * 0.26, x * 0.2 * side, smooth=True)
    grain = sample_noise("fine", y * 0.5, x * 0.5, smooth=True)
    top, low = shape.edges(x)
    middle, half = (top + low) / 2, np.maximum((low - top) / 2, 0.004)
    body = 1 - np.abs(y - middle) / (half * 1.12)
    ends = smoothstep(shape.x0 - 0.015, shape.x0 + 0.05, x) * smoothstep(
        shape.x1 + 0.015, shape.x1 - 0.05, x
    )
    cover = smoothstep(-0.05, 0.5, body + 0.14 * strands + 0.14 * grain) * ends
    cover = np.clip(cover * (0.74 + 0.07 * strands), 0, 0.9) * (body > -0.25)
    colour = np.minimum(person.hair.rgb * 0.75, 0.11) if person.age < 0.85 else person.hair.rgb
    dark = colour * (1 + 0.2 * grain)[:, None]
    samples.albedo[local] = mix(samples.albedo[local], np.maximum(dark, 0.004), cover)
    samples.gloss[local] *= 1 - 0.8 * cover


def _paint_hair(samples: Samples, person: Person) -> None:
    """Turn the scalp inside the hairline, and hanging hair, into streaked hair."""
    head = np.flatnonzero((samples.material == HEAD) & (samples.scalp > -0.12))
    psi, y = samples.psi[head], samples.y[head]
    ragged = sample_noise("streak", psi * 0.36, y * 0.2 + 0.5, smooth=True) * 0.03
    ragged += sample_noise("fine", psi * 0.4, y * 0.5, smooth=True) * 0.012
    cover = smoothstep(-0.05, 0.085, samples.scalp[head] + ragged)
    if person.hair.style in ("crew", "bald"):
        cover = cover * (0.55 + 0.35 * smoothstep(0.0, 0.25, samples.scalp[head]))
    _cover_with_hair(samples, head, cover, person)
    curtain = np.flatnonzero(samples.material == CURTAIN)
    _cover_with_hair(samples, curtain, np.ones(len(curtain), dtype=np.float32), person)


def _cover_with_hair(samples: Samples, rows: Ints, cover: F32, person: Person) -> None:
    psi, y = samples.psi[rows], samples.y[rows]
    bend = 0.05 * np.sin(3 * y + psi)
    streak = sample_noise("streak", psi * 0.4 + bend, y * 0.12, smooth=True)
    broad = sample_noise("streak", psi * 0.09 + bend, y * 0.06 + 0.3)
    tone = np.clip(0.72 + 0.2 * streak + 0.13 * broad, 0.15, 1.6)
    colour = person.hair.rgb * tone[:, None]
    samples.albedo[rows] = mix(samples.albedo[rows], colour, cover)
    samples.hair[rows] = cover
    samples.gloss[rows] = samples.gloss[rows] * (1 - cover)
    samples.normal[rows, 0] += 0.10 * streak * cover
