"""The head's surface: an egg shaped by the landmarks, with an anatomical relief in depth.

Frontal coordinates are kept: a surface point of the face lies at exactly the (x, y) of the
frontal landmarks, and only z is modelled. So whatever is painted at a landmark's (x, y) projects
to the landmark's projection.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from kpstudio.sample import contours
from kpstudio.sample.identity import Person
from kpstudio.sample.numerics import F32, F64, Ints, PeriodicSpline, gauss, pchip, smoothstep

FRONT_RINGS, BACK_RINGS, SECTORS = 52, 8, 106

# Depth of the jaw's edge at points 0 to 6, and how far back the flesh behind it reaches.
_JAW_Z = (0.02, 0.08, 0.17, 0.30, 0.47, 0.66, 0.76)
_JAW_BACK = (-0.85, -0.62, -0.45, -0.36, -0.28, -0.22, -0.2)
# Right half of the skull's outline above the jaw: x in half widths, y in head units.
_SKULL = ((1.04, -0.12), (1.06, -0.45), (1.03, -0.80), (0.86, -1.14), (0.48, -1.38))
_CROWN = -1.46
_PROFILE_Y = (-1.46, -1.1, -0.8, -0.55, -0.35, -0.1, 0.2, 0.45, 0.62, 0.82, 0.97)
_PROFILE_Z = (1.10, 1.13, 1.12, 1.035, 0.95, 0.93, 0.955, 0.965, 0.945, 1.03, 1.05)


@dataclass(frozen=True)
class Mesh:
    """A triangle mesh in head coordinates.

    Attributes:
        xyz: (V, 3) float64 head units.
        normals: (V, 3) outward unit normals.
        triangles: (T, 3) vertex numbers, wound so that outward faces survive rasterising.
        rest: (V, 3) frontal x, frontal y, and the angle from the face's middle (radians).
    """

    xyz: F64
    normals: F64
    triangles: Ints
    rest: F64


class HeadSurface:
    """The surface of one head with one expression.

    Attributes:
        xy: (58, 2) frontal landmarks in head units.
        mouth: Lips and opening.
        centre: (2,) the axis of the egg.
    """

    def __init__(self, xy: F64, person: Person, lip_gap: float) -> None:
        self.xy = xy
        self.mouth = contours.mouth(xy, lip_gap)
        self._nose_factor = person.nose
        self._soft = 1 + 0.4 * person.age
        self.centre = np.array([float(xy[[0, 12], 0].mean()), -0.02])
        half = float(xy[12, 0] - xy[0, 0]) / 2
        right = np.array(_SKULL) * [half, 1.0]
        skull = np.vstack([right, right * [-1.0, 1.0], [[0.0, _CROWN]]])
        back = [*_JAW_BACK, *_JAW_BACK[-2::-1], *([-1.08] * len(skull))]
        rim = [*_JAW_Z, *_JAW_Z[-2::-1], *([-0.04] * len(skull))]
        offset = np.vstack([xy[:13] - self.centre, skull - [0.0, self.centre[1]]])
        angle = np.arctan2(offset[:, 1], offset[:, 0])
        order = np.argsort(angle)
        radius = np.hypot(offset[:, 0], offset[:, 1])
        self._outline = PeriodicSpline(angle[order], np.stack([radius, rim, back], 1)[order])
        self.jaw_angles = angle[:13]
        self._stretch = float(xy[6, 1]) / 0.998

    def points(self, phi: F64, alpha: F64) -> F64:
        """Return surface points (N, 3).

        Args:
            phi: (N,) polar angle about the face's middle, 0 right and pi/2 down.
            alpha: (N,) 0 at the face's middle, pi/2 on the frontal outline, pi at the back.
        """
        radius, rim, back = self._outline(phi).T
        sin, cos = np.sin(alpha), np.cos(alpha)
        x = self.centre[0] + radius * sin * np.cos(phi)
        y = self.centre[1] + radius * sin * np.sin(phi)
        front = cos > 0
        reach = np.where(front, self._profile(y) - rim, rim - back)
        z = rim + reach * cos
        z[front] += self._relief(x[front], y[front]) * np.clip(cos[front] / 0.35, 0, 1)
        # The back of the skull bulges above the neck.
        y = y - np.where(front, 0.0, 0.45 * (1 - sin))
        return np.stack([x, y, z], axis=1)

    def on_front(self, xy: F64) -> F64:
        """Return the surface points (N, 3) at frontal positions (N, 2) inside the outline."""
        offset = xy - self.centre
        phi = np.arctan2(offset[:, 1], offset[:, 0])
        share = np.hypot(offset[:, 0], offset[:, 1]) / self._outline(phi)[:, 0]
        return self.points(phi, np.arcsin(np.clip(share, 0, 1)))

    def _profile(self, y: F64) -> F64:
        """Return the depth that the face's middle line would have without nose and lips."""
        return pchip(_PROFILE_Y, _PROFILE_Z, np.where(y > 0.2, 0.2 + (y - 0.2) / self._lower, y))

    @property
    def _lower(self) -> float:
        return (self._stretch * 0.998 - 0.2) / 0.798

    def _relief(self, x64: F64, y64: F64) -> F32:
        """Return what nose, sockets, cheeks, lips and chin add to the depth at (x, y)."""
        x, y = x64.astype(np.float32), y64.astype(np.float32)
        return self._nose(x, y) + self._eyes(x, y) + self._cheeks(x, y) + self._lips(x, y)

    def _nose(self, x: F32, y: F32) -> F32:
        xy, k = self.xy, self._nose_factor
        middle = float(xy[[47, 57], 0].mean())
        top, base = float(xy[[47, 57], 1].mean()), float(xy[52, 1])
        half = float(xy[[54, 55], 0].mean() - xy[[49, 50], 0].mean()) / 2
        u = x - np.float32(middle)
        t = (y - np.float32(top)) / np.float32(base - top)
        height = pchip(
            [-0.35, -0.1, 0.15, 0.5, 0.74, 0.84, 0.95, 1.06, 1.25],
            [0.0, 0.02, 0.06, 0.15, 0.225, 0.235, 0.185, 0.09, 0.0],
            # The base is round: it ends higher at the wings than in the middle.
            t + np.float32(0.09) * np.square(u / np.float32(half)),
        ).astype(np.float32)
        width = pchip(
            [-0.3, 0.0, 0.3, 0.55, 0.8, 1.1], [0.13, 0.085, 0.09, 0.11, 0.125, 0.13], t
        ).astype(np.float32) * np.float32(half / 0.2)
        ridge = height * np.exp(-np.square(u / width))
        wing_y = float(xy[[50, 54], 1].mean()) - 0.03
        relief = k * ridge
        for side in (-1.0, 1.0):
            d = ((u - side * 0.68 * half) / (0.36 * half)) ** 2 + ((y - wing_y) / 0.075) ** 2
            relief = relief + k * 0.11 * np.exp(-(d**1.3) * 0.5)
            relief -= 0.05 * gauss(u, y, side * 0.45 * half, base - 0.02, 0.028, 0.02)
        tip = 0.055 * gauss(u, y, 0.0, base - 0.095, 0.062, 0.055)
        return np.asarray(relief + k * tip, dtype=np.float32)

    def _eyes(self, x: F32, y: F32) -> F32:
        xy = self.xy
        relief = np.zeros_like(x)
        for first, side, row in ((13, 1.0, 29), (21, -1.0, 34)):
            cx, cy = (float(v) for v in xy[first : first + 8].mean(0))
            inner = float(xy[first + 4, 0])
            brow_y = float(xy[row : row + 5, 1].mean())
            relief -= 0.07 * gauss(x, y, inner - side * 0.02, cy - 0.03, 0.07, 0.1)
            relief -= 0.075 * gauss(x, y, cx, cy - 0.02, 0.19, 0.11)
            ball = np.clip(1 - ((x - cx) / 0.195) ** 2 - ((y - cy) / 0.15) ** 2, 0, 1)
            relief += 0.075 * ball**1.6
            relief += 0.045 * gauss(x, y, cx + side * 0.02, brow_y + 0.03, 0.2, 0.06)
            relief -= 0.02 * self._soft * gauss(x, y, cx - side * 0.05, cy + 0.13, 0.12, 0.03)
            relief -= 0.05 * gauss(x, y, side * 0.74, -0.6, 0.1, 0.2)
        relief -= 0.02 * gauss(x, y, 0.0, float(xy[[47, 57], 1].mean()) - 0.02, 0.06, 0.06)
        return relief

    def _cheeks(self, x: F32, y: F32) -> F32:
        xy = self.xy
        relief = np.zeros_like(x)
        lift = float(0.342 + 0.058 - xy[[39, 43], 1].mean())
        for corner, wing, side in ((39, 50, -1.0), (43, 54, 1.0)):
            relief += 0.05 * gauss(x, y, side * 0.5, 0.0, 0.14, 0.12)
            relief += (0.03 + 0.5 * max(lift, 0)) * gauss(x, y, side * 0.36, 0.16, 0.12, 0.12)
            relief -= 0.045 * gauss(x, y, side * 0.52, 0.42, 0.14, 0.17)
            # The fold from the wing of the nose to outside the mouth's corner.
            ax, ay = float(xy[wing, 0]) + side * 0.03, float(xy[wing, 1]) - 0.02
            bx, by = float(xy[corner, 0]) + side * 0.07, float(xy[corner, 1]) + 0.02
            s = np.clip((y - ay) / (by - ay), 0, 1)
            across = x - (ax + (bx - ax) * s**0.8)
            along = smoothstep(-0.1, 0.25, (y - ay) / (by - ay)) * smoothstep(
                1.3, 0.8, (y - ay) / (by - ay)
            )
            depth = 0.008 * self._soft + 0.07 * max(lift, 0)
            relief -= depth * np.exp(-((across / 0.045) ** 2)) * along
        return relief

    def _lips(self, x: F32, y: F32) -> F32:
        xy, mouth = self.xy, self.mouth
        mx, my = float(xy[[41, 45], 0].mean()), float(xy[[39, 43], 1].mean())
        top, low = mouth.outer.edges(x)
        seam_t, seam_b = mouth.opening.edges(x)
        relief = 0.05 * gauss(x, y, mx, my, 0.26, 0.2)
        ends = smoothstep(mouth.outer.x0, mouth.outer.x0 + 0.17, x) * smoothstep(
            mouth.outer.x1, mouth.outer.x1 - 0.17, x
        )
        upper = np.clip((y - top) / np.maximum(seam_t - top, 0.004), -0.6, 1.4)
        lower = np.clip((y - seam_b) / np.maximum(low - seam_b, 0.004), -0.4, 1.6)
        relief += 0.042 * ends * np.exp(-(((upper - 0.55) / 0.42) ** 2))
        relief += 0.055 * ends * np.exp(-(((lower - 0.42) / 0.42) ** 2))
        relief -= 0.035 * ends * np.exp(-(((y - seam_t) / 0.032) ** 2))
        relief -= 0.11 * ends * smoothstep(-0.01, 0.02, np.minimum(y - seam_t, seam_b - y))
        for corner in (39, 43):
            cx, cy = (float(v) for v in xy[corner])
            relief -= 0.028 * gauss(x, y, cx, cy + 0.01, 0.045, 0.04)
        relief -= 0.010 * gauss(x, y, mx, float(xy[41, 1]) - 0.08, 0.03, 0.06)
        chin = float(xy[6, 1])
        fold = float(xy[45, 1]) + 0.35 * (chin - float(xy[45, 1])) * 0.75
        relief -= 0.045 * gauss(x, y, mx, fold, 0.17, 0.045)
        relief += 0.05 * gauss(x, y, mx, chin - 0.17, 0.15, 0.09)
        return np.asarray(relief, dtype=np.float32)

    def mesh(self, inflate: Callable[[F64], F64]) -> Mesh:
        """Triangulate the whole head.

        Args:
            inflate: Maps points (N, 3) to the height (N,) of the hair over the scalp there.
        """
        front = np.linspace(0, np.pi / 2, FRONT_RINGS, endpoint=False)
        alpha = np.concatenate([front, np.linspace(np.pi / 2, np.pi * 0.98, BACK_RINGS)])
        phi = np.linspace(-np.pi, np.pi, SECTORS, endpoint=False)
        grid_a, grid_p = (g.ravel() for g in np.meshgrid(alpha, phi, indexing="ij"))
        xyz = self.points(grid_p, grid_a)
        shape = (len(alpha), SECTORS, 3)
        bare = grid_normals(xyz.reshape(shape), wrap=True).reshape(-1, 3)
        xyz = xyz + bare * inflate(xyz)[:, None]
        normals = grid_normals(xyz.reshape(shape), wrap=True)
        normals[0] = normals[1].mean(0) / np.linalg.norm(normals[1].mean(0))
        radius = self._outline(grid_p)[:, 0]
        rest_x = self.centre[0] + radius * np.sin(grid_a) * np.cos(grid_p)
        rest_y = self.centre[1] + radius * np.sin(grid_a) * np.sin(grid_p)
        rest = np.stack([rest_x, rest_y, grid_a], axis=1)
        return Mesh(
            xyz, normals.reshape(-1, 3), grid_triangles(len(alpha), SECTORS, wrap=True), rest
        )


def grid_normals(xyz: F64, *, wrap: bool) -> F64:
    """Return outward unit normals (R, C, 3) of a grid whose rows go outwards, columns clockwise."""
    along = np.gradient(xyz, axis=0)
    if wrap:
        across = np.roll(xyz, -1, axis=1) - np.roll(xyz, 1, axis=1)
    else:
        across = np.gradient(xyz, axis=1)
    (ax, ay, az), (bx, by, bz) = np.moveaxis(along, 2, 0), np.moveaxis(across, 2, 0)
    normal = np.stack([ay * bz - az * by, az * bx - ax * bz, ax * by - ay * bx], axis=2)
    length = np.sqrt(np.einsum("rcd,rcd->rc", normal, normal))[..., None]
    return np.asarray(normal / np.maximum(length, 1e-12))


def grid_triangles(rows: int, columns: int, *, wrap: bool) -> Ints:
    """Cut every cell of a (rows, columns) grid into two triangles; ``wrap`` joins the columns."""
    r, c = np.meshgrid(
        np.arange(rows - 1), np.arange(columns if wrap else columns - 1), indexing="ij"
    )
    a = (r * columns + c).ravel()
    b = (r * columns + (c + 1) % columns).ravel()
    d, e = a + columns, b + columns
    return np.concatenate([np.stack([a, d, e], 1), np.stack([a, e, b], 1)])
