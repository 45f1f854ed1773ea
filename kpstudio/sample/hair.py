"""Hair: where it grows, how far it lifts off the scalp, and single strands."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from kpstudio.sample.identity import Hair, Person
from kpstudio.sample.numerics import F32, F64, pchip

# An ellipsoid that follows the skull closely enough to comb hair over.
_MIDDLE = np.array([0.0, -0.55, -0.08])
_AXES = np.array([0.81, 0.93, 1.0])
_STEPS = 14


@dataclass(frozen=True)
class Style:
    """How a style is combed; lengths in head units, the rest are weights."""

    lift: float
    strands: int
    length: float
    forward: float
    sideways: float
    down: float
    outward: float
    curl: float
    spread: float
    hang: float | None


STYLES = {
    "short": Style(0.07, 3400, 0.34, 0.9, 0.5, 0.5, 0.25, 0.0, 0.35, None),
    "swept": Style(0.10, 3000, 0.55, -0.4, 1.1, 0.3, 0.35, 0.0, 0.25, None),
    "crew": Style(0.03, 5000, 0.11, 0.5, 0.1, 0.4, 0.6, 0.0, 0.35, None),
    "bald": Style(0.015, 1800, 0.08, 0.2, 0.0, 0.8, 0.4, 0.0, 0.3, None),
    "long": Style(0.06, 2000, 2.0, -0.35, 1.0, 0.9, 0.0, 0.012, 0.10, 1.35),
    "bob": Style(0.08, 2200, 1.5, -0.2, 1.0, 0.9, 0.05, 0.008, 0.10, 0.82),
    "tied": Style(0.035, 2600, 0.9, -1.2, 0.25, 0.1, 0.0, 0.0, 0.08, None),
    "curly": Style(0.15, 2900, 0.42, 0.1, 0.4, 0.7, 0.45, 0.045, 0.5, None),
    "afro": Style(0.27, 4800, 0.17, 0.0, 0.0, 0.0, 0.8, 0.03, 0.8, None),
}


def style_of(hair: Hair) -> Style:
    """Return the combing of a person's hair."""
    return STYLES[hair.style]


def scalp_value(xyz: F64, hair: Hair) -> F64:
    """Return how far (N,) points of the head lie inside the hair; negative is bare skin."""
    psi = np.degrees(np.abs(np.arctan2(xyz[:, 0], xyz[:, 2] + 0.12)))
    edge = pchip(
        [0, 22, 40, 52, 64, 76, 84, 92, 102, 130, 180],
        [-1.0, -1.01, -0.97, -0.84, -0.62, -0.28, -0.12, -0.3, -0.34, 0.3, 0.45],
        psi,
    )
    if style_of(hair).hang is not None:
        edge = edge + pchip([0, 25, 45, 60, 90, 180], [0.0, 0.07, 0.24, 0.5, 0.55, 0.3], psi)
    temples = pchip([0, 20, 38, 60, 180], [0.55, 0.8, 1.5, 0.0, 0.0], psi)
    edge = edge - hair.receding * temples
    if hair.style == "bald":
        crown = pchip([0, 60, 85, 180], [9.0, 9.0, 0.0, 0.0], psi)
        return np.asarray(np.minimum(edge - xyz[:, 1] - crown, xyz[:, 1] + 0.85))
    return np.asarray(edge - xyz[:, 1])


def cap_height(xyz: F64, hair: Hair) -> F64:
    """Return the height (N,) of the hair's body over the scalp at head points (N, 3)."""
    inside = np.clip(scalp_value(xyz, hair) / 0.3, 0, 1)
    height = style_of(hair).lift * hair.volume * inside * inside * (3 - 2 * inside)
    if hair.style in ("curly", "afro"):
        # Lumps, so that the outline is not a helmet's.
        x, y, z = (9 * xyz).T
        lumps = np.sin(x + 2 * np.sin(y)) + np.sin(1.3 * y + np.sin(1.7 * z)) + np.sin(1.1 * z - x)
        height = height * (1 + 0.10 * lumps)
    if hair.style in ("short", "swept", "curly"):
        height = height * (1 + 0.6 * np.clip(-xyz[:, 1] - 0.9, 0, 0.6))
    return np.asarray(height)


@dataclass(frozen=True)
class Strands:
    """Polylines of hair in head coordinates.

    Attributes:
        xyz: (S, 14, 3) float32 points from root to tip.
        tint: (S,) float32 brightness factor of each strand.
        tangent: (S * 14, 3) float32 unit directions of the strands.
        normal: (S * 14, 3) float32 unit normals of the hair's body at the points.
    """

    xyz: F32
    tint: F32
    tangent: F32
    normal: F32


def grow(person: Person) -> Strands:
    """Grow the strands of a person's head."""
    hair, style = person.hair, style_of(person.hair)
    rng = np.random.Generator(np.random.PCG64([person.number, 31]))
    direction = rng.normal(size=(style.strands * 3, 3))
    direction /= np.linalg.norm(direction, axis=1, keepdims=True)
    root = _MIDDLE + direction * _AXES
    inside = scalp_value(root, hair) + rng.normal(0, 0.035, len(root))
    grows = np.flatnonzero(inside > 0.0)[: style.strands]
    root, inside = root[grows], inside[grows]
    count = len(root)
    wobble = rng.normal(0, style.spread, (count, 3))
    length = style.length * hair.length * rng.uniform(0.7, 1.1, count)
    if style.hang is None:
        # Hair is short and fine at its edge.
        length *= np.clip(0.4 + inside / 0.35, 0.4, 1)
    path = [root]
    for step in range(1, _STEPS):
        path.append(_advance(path[-1], hair, wobble, length, step / _STEPS))
    xyz = np.stack(path, axis=1)
    if style.curl:
        xyz = xyz + _curls(rng, count, style.curl, style.hang is not None)
    clumps = np.exp(rng.normal(0, 0.28, count))
    tangent = np.gradient(xyz, axis=1).reshape(-1, 3)
    tangent /= np.maximum(np.linalg.norm(tangent, axis=1, keepdims=True), 1e-9)
    normal = _body_normals(xyz.reshape(-1, 3))
    parts = (a.astype(np.float32) for a in (xyz, clumps, tangent, normal))
    return Strands(*parts)


def _advance(at: F64, hair: Hair, wobble: F64, length: F64, t: float) -> F64:
    """Take one step of every strand along the combing direction, staying off the scalp."""
    style = style_of(hair)
    local = (at - _MIDDLE) / _AXES
    radius = np.linalg.norm(local, axis=1, keepdims=True)
    normal = local / radius
    side = np.sign(at[:, :1] - 0.45 * hair.part)
    if hair.style in ("short", "swept"):
        side = np.full_like(side, -np.sign(hair.part))
    top = np.clip(-normal[:, 1:2] * 1.4 - 0.2, 0, 1)
    flow = np.hstack([style.sideways * side * top, style.down + 0 * side, style.forward * top])
    flow[:, 1:2] += 0.8 * (1 - top) * (style.down > 0)
    flow += wobble
    flow -= normal * (flow * normal).sum(1, keepdims=True)
    flow += normal * style.outward * (1 - 0.6 * t)
    if style.hang is not None:
        falling = np.clip((at[:, 1:2] + 0.55) / 0.4, 0, 1)
        straight = np.hstack([0.08 * wobble[:, :1], np.ones_like(side), 0.1 * wobble[:, 2:]])
        flow = flow * (1 - falling) + straight * falling
    flow /= np.maximum(np.linalg.norm(flow, axis=1, keepdims=True), 1e-9)
    moved = at + flow * (length / _STEPS)[:, None]
    return _keep_off(at, moved, hair, t, np.abs(wobble))


def _keep_off(at: F64, moved: F64, hair: Hair, t: float, apart: F64) -> F64:
    """Push moved points out of the skull, and end strands that would hang into the face.

    ``apart`` (S, 3) parts hanging strands at the temples, so that they form no rope.
    """
    style = style_of(hair)
    local = (moved - _MIDDLE) / _AXES
    radius = np.linalg.norm(local, axis=1, keepdims=True)
    least = 1 + style.lift * hair.volume * (0.5 + 0.6 * min(1.0, 3 * t))
    above = moved[:, 1:2] < 0.1
    pushed = np.where(above & (radius < least), local * (least / radius), local)
    out = _MIDDLE + pushed * _AXES
    # A fringe ends above the brows and leaves the cheeks free.
    aside = np.abs(out[:, 0])
    lowest = np.interp(aside, [0.0, 0.4, 0.62, 0.76, 0.84], [-0.80, -0.78, -0.6, -0.1, 3.0])
    ended = (out[:, 2] > 0.15) & (out[:, 1] > lowest)
    out = np.where(ended[:, None], at, out)
    if style.hang is not None:
        limit = np.interp(out[:, 1], [-1.1, -0.85, -0.55, 0.2, 1.0], [0.0, 0.47, 0.81, 0.84, 0.78])
        loose = np.minimum(0.7 * apart, 0.07) * np.clip((-0.3 - out[:, 1:2]) / 0.3, 0, 1)
        limit = limit + loose[:, 0]
        depth = np.interp(out[:, 1], [-1.1, -0.8, -0.5, 0.4], [1.1, 0.72, 0.28, 0.12])
        out[:, 2] = np.minimum(out[:, 2], depth - loose[:, 2])
        front = out[:, 2] > -0.1
        x = np.where(front, np.sign(out[:, 0]) * np.maximum(np.abs(out[:, 0]), limit), out[:, 0])
        out = np.stack([x, np.minimum(out[:, 1], style.hang * hair.length), out[:, 2]], axis=1)
    return np.asarray(out)


def _curls(rng: np.random.Generator, count: int, size: float, hanging: bool) -> F64:
    """Return helical offsets (S, 14, 3) that grow from the root."""
    turns = rng.uniform(0.8, 1.4, (count, 1)) * (0.8 if hanging else 1.3)
    phase = rng.uniform(0, 2 * np.pi, (count, 3, 1))
    t = np.linspace(0, 1, _STEPS)
    wave = np.sin(2 * np.pi * turns[:, None] * t + phase)
    return np.asarray((wave * size * np.minimum(1, 3 * t)).transpose(0, 2, 1))


def _body_normals(xyz: F64) -> F64:
    """Return unit normals (N, 3) of the hair's body at head points (N, 3)."""
    local = (xyz - _MIDDLE) / (_AXES * _AXES)
    local[:, 1] = np.minimum(local[:, 1], 0.4)
    return np.asarray(local / np.maximum(np.linalg.norm(local, axis=1, keepdims=True), 1e-9))
