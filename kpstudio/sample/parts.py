"""Ears, neck and the curtain of long hair as meshes in head coordinates."""

from __future__ import annotations

import numpy as np

from kpstudio.sample.head import HeadSurface, Mesh, grid_normals, grid_triangles
from kpstudio.sample.identity import Person
from kpstudio.sample.numerics import pchip

_EAR_RINGS, _EAR_SECTORS = 16, 36


def ear_mesh(surface: HeadSurface, side: float) -> Mesh:
    """Model the ear on the picture's left (``side`` -1) or right (+1)."""
    t = np.linspace(0, 1, _EAR_RINGS)[:, None]
    theta = np.linspace(-np.pi, np.pi, _EAR_SECTORS, endpoint=False)[None, :]
    across, up = np.cos(theta), np.sin(theta)
    lobe = np.clip(up, 0, 1)
    u = t * across * (0.135 - 0.05 * lobe)
    v = t * up * (0.255 + 0.03 * lobe) - 0.015 * t * across
    rim = np.exp(-(((t - 0.86) / 0.1) ** 2)) * (1 - 0.8 * np.clip(-across - 0.2, 0, 1))
    bowl = np.exp(-(((t - 0.25) / 0.26) ** 2))
    fold = np.exp(-(((t - 0.56) / 0.1) ** 2)) * np.clip(across + 0.3, 0, 1)
    height = 0.05 * rim - 0.05 * bowl + 0.022 * fold - 0.05 * t**8
    hinge = float(surface.xy[12 if side > 0 else 0, 0])
    out = np.array([0.62 * side, 0.0, -0.78])
    normal = np.array([0.78 * side, 0.0, 0.62])
    upright = np.array([0.0, 1.0, 0.12])
    root = np.array([hinge + side * 0.075, -0.125, -0.16])
    xyz = root + u[..., None] * out + v[..., None] * upright + height[..., None] * normal
    normals = grid_normals(xyz, wrap=True)
    normals *= np.sign((normals * normal).sum(2).mean())
    normals[0] = normal
    triangles = grid_triangles(_EAR_RINGS, _EAR_SECTORS, wrap=True)
    if side < 0:
        triangles = triangles[:, ::-1]
    rest = np.stack([u + 0 * v, v, np.broadcast_to(t, u.shape)], axis=2)
    return Mesh(xyz.reshape(-1, 3), normals.reshape(-1, 3), triangles, rest.reshape(-1, 3))


def neck_mesh(surface: HeadSurface, person: Person) -> Mesh:
    """Model the neck as a leaning column that widens into the shoulders; it does not turn."""
    rows, columns = 40, 48
    chin = float(surface.xy[6, 1])
    y = np.linspace(chin - 0.65, chin + 1.2, rows)[:, None]
    theta = np.linspace(np.pi, -np.pi, columns, endpoint=False)[None, :]
    half = pchip(
        [-0.65, -0.2, 0.1, 0.35, 0.6, 1.2], [0.52, 0.50, 0.49, 0.52, 0.64, 1.3], y - chin
    ) * (1.0 if person.male else 0.86)
    deep = pchip([-0.65, 0.0, 0.4, 1.2], [0.42, 0.44, 0.48, 0.6], y - chin)
    x = half * np.sin(theta) + surface.centre[0]
    z = -0.12 - 0.1 * (y - chin) + deep * np.cos(theta)
    # Two tendons run from behind the ears to the pit of the throat.
    tendon = np.interp(y - chin, [-0.2, 0.45], [0.9, 0.25])
    for sign in (-1, 1):
        z = z + 0.035 * np.exp(-(((theta - sign * tendon) / 0.16) ** 2))
    z = z + 0.03 * person.male * np.exp(-((theta / 0.15) ** 2) - (((y - chin - 0.16) / 0.08) ** 2))
    z = z - 0.05 * np.exp(-((theta / 0.16) ** 2) - (((y - chin - 0.5) / 0.1) ** 2))
    xyz = np.stack(np.broadcast_arrays(x, y, z), axis=2)
    normals = grid_normals(xyz, wrap=True)
    inward = (normals * (xyz * [1, 0, 1])).sum() < 0
    triangles = grid_triangles(rows, columns, wrap=True)
    if inward:
        normals, triangles = -normals, triangles[:, ::-1]
    rest = np.stack(np.broadcast_arrays(x, y, 0 * x), axis=2)
    return Mesh(xyz.reshape(-1, 3), normals.reshape(-1, 3), triangles, rest.reshape(-1, 3))


def curtain_mesh(person: Person, end: float) -> Mesh:
    """Model hanging hair around the back and sides of the head, down to ``end``."""
    rows, columns = 48, 72
    rng = np.random.Generator(np.random.PCG64([person.number, 77]))
    psi = np.linspace(-2.15, 2.15, columns)[None, :]
    s = np.linspace(0, 1, rows)[:, None]
    waves = sum(
        rng.uniform(0.4, 1) * np.sin(psi * f + rng.uniform(0, 6.3) + s * rng.uniform(-3, 3))
        for f in (7, 11, 17, 26)
    )
    y = -0.9 + s * (end + 0.9 + 0.05 * np.asarray(waves))
    swell = pchip([0, 0.2, 0.5, 0.8, 1], [0.0, 0.07, 0.1, 0.12, 0.07], s) * person.hair.volume
    width = 0.79 + swell + 0.018 * np.asarray(waves) * s
    deep = 0.95 + swell - 0.3 * s
    x = width * np.sin(psi)
    z = -0.12 - deep * np.cos(psi) - 0.1 * s
    xyz = np.stack(np.broadcast_arrays(x, y, z), axis=2)
    normals = grid_normals(xyz, wrap=False)
    triangles = grid_triangles(rows, columns, wrap=False)
    if (normals * (xyz * [1, 0, 1])).sum() < 0:
        normals, triangles = -normals, triangles[:, ::-1]
    # Both sides show: the inside is seen past the neck.
    triangles = np.concatenate([triangles, triangles[:, ::-1]])
    rest = np.stack(np.broadcast_arrays(psi, y, s), axis=2)
    return Mesh(xyz.reshape(-1, 3), normals.reshape(-1, 3), triangles, rest.reshape(-1, 3))
