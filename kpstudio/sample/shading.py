"""Light: lamps, cast shadows, occlusion and the response of skin and hair."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np

from kpstudio.sample.numerics import F32, box_blur
from kpstudio.sample.views import View


@dataclass(frozen=True)
class Lights:
    """A key lamp that casts shadows, a fill lamp that does not, and light from all around.

    Attributes:
        key: (3,) direction to the lamp in camera axes (x right, y down, z to the viewer).
        key_rgb: (3,) linear strength.
        fill: (3,) direction to the second lamp.
        fill_rgb: (3,) linear strength.
        sky_rgb: (3,) light from above.
        ground_rgb: (3,) light from below.
    """

    key: F32
    key_rgb: F32
    fill: F32
    fill_rgb: F32
    sky_rgb: F32
    ground_rgb: F32


def _unit(x: float, y: float, z: float) -> F32:
    v = np.array([x, y, z], dtype=np.float32)
    return np.asarray(v / np.linalg.norm(v), dtype=np.float32)


def _rgb(*value: float) -> F32:
    return np.array(value, dtype=np.float32)


def make_lights(view: View) -> Lights:
    """Set up the studio: soft light from the upper left, or a lamp at one side."""
    rng = np.random.Generator(np.random.PCG64([*view.seed, 5]))
    warm = rng.normal(0, 0.03)
    tint = _rgb(1.04 + warm, 1.0, 0.95 - warm) * np.float32(view.exposure)
    if view.side_light:
        return Lights(
            key=_unit(0.86 * view.side_light, -0.3 + rng.normal(0, 0.05), 0.55),
            key_rgb=1.65 * tint,
            fill=_unit(-0.6 * view.side_light, -0.1, 0.8),
            fill_rgb=0.16 * tint,
            sky_rgb=_rgb(0.24, 0.25, 0.28) * np.float32(view.exposure),
            ground_rgb=_rgb(0.16, 0.14, 0.13),
        )
    return Lights(
        key=_unit(-0.42 + rng.normal(0, 0.12), -0.55 + rng.normal(0, 0.06), 0.75),
        key_rgb=0.98 * tint,
        fill=_unit(0.75, -0.15, 0.65),
        fill_rgb=0.28 * tint,
        sky_rgb=_rgb(0.36, 0.37, 0.40) * np.float32(view.exposure),
        ground_rgb=_rgb(0.26, 0.22, 0.20),
    )


def ambient_occlusion(depth: F32, scale: float) -> F32:
    """Return how open (H, W) each pixel of a depth map is, 0..1; depth is ``-inf`` outside."""
    inside = np.isfinite(depth)
    weight = inside.astype(np.float32)
    filled = np.where(inside, depth, np.float32(0))
    closed = np.zeros_like(depth)
    for radius, strength, span in ((0.05, 0.9, 0.05), (0.15, 1.2, 0.16)):
        r = max(1, round(radius * scale))
        around = box_blur(filled, r) / np.maximum(box_blur(weight, r), np.float32(1e-3))
        closed += np.clip((around - filled) * np.float32(1 / span), 0, 0.45) * np.float32(strength)
    return np.asarray(np.clip(1 - closed, 0.25, 1), dtype=np.float32)


def cast_shadow(depth: F32, direction: F32, scale: float) -> F32:
    """March the depth map (H, W) towards a lamp; return the light (0..1) that arrives.

    Args:
        depth: Head units towards the viewer, ``-inf`` outside.
        direction: (3,) towards the lamp in camera axes.
        scale: Pixels of the map for one head unit.
    """
    height, width = depth.shape
    reach = int(np.ceil(0.75 * scale)) + 2
    padded = np.full((height + 2 * reach, width + 2 * reach), -np.inf, dtype=np.float32)
    padded[reach : reach + height, reach : reach + width] = depth
    dark = np.zeros_like(depth)
    here = np.where(np.isfinite(depth), depth, np.float32(9))
    for step in np.geomspace(0.035, 0.75, 16):
        dx, dy = (
            round(float(direction[0]) * step * scale),
            round(float(direction[1]) * step * scale),
        )
        other = padded[reach + dy : reach + dy + height, reach + dx : reach + dx + width]
        above = other - here
        above -= np.float32(direction[2] * step)
        blocked = np.clip(above * np.float32(1 / 0.03), 0, 1)
        blocked[above > 0.7] = 0
        np.maximum(dark, blocked, out=dark)
    return np.asarray(1 - dark, dtype=np.float32)


def skin_light(normal: F32, lights: Lights, shadow: F32, openness: F32) -> F32:
    """Return the light (N, 3) scattered by skin; red wraps around the terminator.

    Args:
        normal: (N, 3) unit normals in camera axes.
        lights: The studio.
        shadow: (N,) key light that arrives, 0..1.
        openness: (N,) ambient light that arrives, 0..1.
    """
    out = np.empty_like(normal)
    key, fill = normal @ lights.key, normal @ lights.fill
    up = 0.5 - 0.5 * normal[:, 1]
    for c, wrap in enumerate((0.34, 0.2, 0.15)):
        lit = np.clip((key + wrap) * np.float32(1 / (1 + wrap)), 0, 1)
        lit *= np.float32(0.78) + np.float32(0.22) * lit
        # Shadow edges bleed red as well.
        soft = shadow * (np.float32(1.2) - np.float32(0.2) * shadow) if c == 0 else shadow
        around = lights.ground_rgb[c] + (lights.sky_rgb[c] - lights.ground_rgb[c]) * up
        filled = np.clip((fill + wrap) * (lights.fill_rgb[c] / (1 + wrap)), 0, None)
        closed = openness * (np.float32(1.2) - np.float32(0.2) * openness) if c == 0 else openness
        out[:, c] = lights.key_rgb[c] * lit * soft + (around + filled) * closed
    return out


def specular(normal: F32, lights: Lights, shadow: F32) -> F32:
    """Return the broad highlight (N,) of the key and fill lamps for a viewer far along +z."""
    out = np.zeros(len(normal), dtype=np.float32)
    for direction, strength in ((lights.key, shadow), (lights.fill, np.float32(0.35))):
        half = direction + np.array([0, 0, 1], dtype=np.float32)
        half /= np.linalg.norm(half)
        square = np.square(np.clip(normal @ half, 0, 1))
        fourth = square * square
        out += fourth * fourth * fourth * square * strength
    edge = np.square(np.square(1 - np.clip(normal[:, 2], 0, 1)))
    return np.asarray(out * (1 + 1.2 * edge), dtype=np.float32)


def hair_light(tangent: F32, normal: F32, lights: Lights, shadow: F32, openness: F32) -> F32:
    """Return the gain (N, 4) of hair: three channels of diffuse light, then the sheen.

    Args:
        tangent: (N, 3) unit directions of the strands in camera axes.
        normal: (N, 3) unit normals of the hair's body.
        lights: The studio.
        shadow: (N,) key light that arrives.
        openness: (N,) ambient light that arrives.
    """
    key = np.clip((normal @ lights.key + 0.35) / 1.35, 0, 1) * shadow
    along = tangent @ lights.key
    across = np.sqrt(np.clip(1 - along * along, 0, 1))
    half = lights.key + np.array([0, 0, 1], dtype=np.float32)
    half /= np.linalg.norm(half)
    grazing = tangent @ half
    fourth = np.square(np.square(np.clip(1 - grazing * grazing, 0, 1)))
    sheen = np.square(np.square(fourth)) * fourth * key
    up = (0.5 - 0.5 * normal[:, 1]) * openness
    out = np.empty((len(normal), 4), dtype=np.float32)
    for c in range(3):
        around = lights.ground_rgb[c] * openness + lights.sky_rgb[c] * up
        fill = np.clip(normal @ lights.fill + 0.2, 0, 1) * lights.fill_rgb[c] * 0.6
        out[:, c] = key * across * lights.key_rgb[c] + around * 0.8 + fill * openness
    out[:, 3] = sheen * lights.key_rgb.mean()
    return out


_CODES = 4096


@cache
def _curve() -> F32:
    """Tabulate picture values over the square root of linear light from 0 to 4."""
    x = np.square(np.linspace(0, 2, _CODES))
    x = np.where(x < 0.6, x, 0.6 + 0.4 * np.tanh((x - 0.6) / 0.4))
    return np.asarray(255 * x ** (1 / 2.2), dtype=np.float32)


def develop(linear: F32, *, grey: bool) -> F32:
    """Turn linear light (H, W, 3) into picture values 0..255 with a soft shoulder.

    A grey picture comes back as (H, W, 1).
    """
    if grey:
        linear = (linear @ np.array([0.28, 0.62, 0.10], dtype=np.float32))[..., None]
    code = np.sqrt(np.maximum(linear, 0)) * np.float32((_CODES - 1) / 2)
    return _curve().take(code.astype(np.intp), mode="clip")
