"""Light: lamps, cast shadows, occlusion and the response of skin and hair."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from kpstudio.sample.numerics import F32, box_blur, smoothstep
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
        softness: Blur radius of cast shadows in pixels.
    """

    key: F32
    key_rgb: F32
    fill: F32
    fill_rgb: F32
    sky_rgb: F32
    ground_rgb: F32
    softness: int


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
            key_rgb=2.15 * tint,
            fill=_unit(-0.6 * view.side_light, -0.1, 0.8),
            fill_rgb=0.22 * tint,
            sky_rgb=_rgb(0.30, 0.31, 0.34) * np.float32(view.exposure),
            ground_rgb=_rgb(0.16, 0.14, 0.13),
            softness=2,
        )
    return Lights(
        key=_unit(-0.42 + rng.normal(0, 0.12), -0.55 + rng.normal(0, 0.06), 0.75),
        key_rgb=1.22 * tint,
        fill=_unit(0.75, -0.15, 0.65),
        fill_rgb=0.42 * tint,
        sky_rgb=_rgb(0.50, 0.51, 0.54) * np.float32(view.exposure),
        ground_rgb=_rgb(0.27, 0.235, 0.21),
        softness=4,
    )


def ambient_occlusion(depth: F32, scale: float) -> F32:
    """Return how open (H, W) each pixel of a depth map is, 0..1; depth is ``-inf`` outside."""
    inside = np.isfinite(depth)
    weight = inside.astype(np.float32)
    filled = np.where(inside, depth, np.float32(0))
    closed = np.zeros_like(depth)
    for radius, strength, span in ((0.045, 0.9, 0.05), (0.13, 1.2, 0.16)):
        r = max(1, round(radius * scale))
        around = box_blur(filled, r) / np.maximum(box_blur(weight, r), 1e-3)
        closed += np.clip((around - filled) / span, 0, 0.45).astype(np.float32) * strength
    return np.asarray(np.clip(1 - closed, 0.25, 1), dtype=np.float32)


def cast_shadow(depth: F32, direction: F32, scale: float, softness: int) -> F32:
    """March the depth map (H, W) towards a lamp; return the light (0..1) that arrives."""
    height, width = depth.shape
    steps = np.geomspace(0.035, 0.75, 18)
    reach = int(np.ceil(0.75 * scale)) + 2
    padded = np.full((height + 2 * reach, width + 2 * reach), -np.inf, dtype=np.float32)
    padded[reach : reach + height, reach : reach + width] = depth
    dark = np.zeros_like(depth)
    here = np.where(np.isfinite(depth), depth, np.float32(9))
    for step in steps:
        dx, dy = round(direction[0] * step * scale), round(direction[1] * step * scale)
        other = padded[reach + dy : reach + dy + height, reach + dx : reach + dx + width]
        above = other - (here + np.float32(direction[2] * step))
        blocked = smoothstep(0.0, 0.03, above) * (above < 0.7)
        np.maximum(dark, blocked, out=dark)
    return np.asarray(1 - box_blur(dark, softness), dtype=np.float32)


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
        lit = np.clip((key + wrap) / (1 + wrap), 0, 1) ** 1.25
        # Shadow edges bleed red as well.
        soft = shadow ** (0.8 if c == 0 else 1.0)
        around = lights.ground_rgb[c] + (lights.sky_rgb[c] - lights.ground_rgb[c]) * up
        filled = np.clip((fill + wrap) / (1 + wrap), 0, 1) * lights.fill_rgb[c]
        closed = openness ** (0.8 if c == 0 else 1.0)
        out[:, c] = lights.key_rgb[c] * lit * soft + (around + filled) * closed
    return out


def specular(normal: F32, lights: Lights, shadow: F32, power: float) -> F32:
    """Return the highlight (N,) of the key and fill lamps for a viewer far along +z."""
    out = np.zeros(len(normal), dtype=np.float32)
    for direction, strength in ((lights.key, shadow), (lights.fill, np.float32(0.35))):
        half = direction + np.array([0, 0, 1], dtype=np.float32)
        half /= np.linalg.norm(half)
        out += np.clip(normal @ half, 0, 1) ** np.float32(power) * strength
    edge = (1 - np.clip(normal[:, 2], 0, 1)) ** 4
    return np.asarray(out * (1 + 2 * edge) + 0.1 * edge, dtype=np.float32)


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
    sheen = np.sqrt(np.clip(1 - grazing * grazing, 0, 1)) ** 40 * key
    up = (0.5 - 0.5 * normal[:, 1]) * openness
    out = np.empty((len(normal), 4), dtype=np.float32)
    for c in range(3):
        around = lights.ground_rgb[c] * openness + lights.sky_rgb[c] * up
        fill = np.clip(normal @ lights.fill + 0.2, 0, 1) * lights.fill_rgb[c] * 0.6
        out[:, c] = key * across * lights.key_rgb[c] + around * 0.8 + fill * openness
    out[:, 3] = sheen * lights.key_rgb.mean()
    return out


def develop(linear: F32, *, grey: bool) -> F32:
    """Turn linear light (H, W, 3) into picture values 0..255 with a soft shoulder."""
    x = np.maximum(linear, 0)
    if grey:
        luma = x @ np.array([0.28, 0.62, 0.10], dtype=np.float32)
        x = np.repeat(luma[..., None], 3, axis=2)
    x = np.where(x < 0.6, x, 0.6 + 0.4 * np.tanh((x - 0.6) / 0.4))
    return np.asarray(255 * x ** np.float32(1 / 2.2), dtype=np.float32)
