"""Turn head coordinates into picture pixels."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from kpstudio.sample.numerics import F64
from kpstudio.sample.views import View

# The head turns about the top of the neck; the camera stands about 1.2 m away.
_PIVOT = np.array([0.0, 0.45, -0.15])
_DISTANCE = 13.0
_PLANE = 0.8

_Float = TypeVar("_Float", np.float32, np.float64)


@dataclass(frozen=True)
class Camera:
    """A perspective camera looking along -z at a posed head.

    Attributes:
        rotation: (3, 3) from head to camera axes (x right, y down, z towards the viewer).
        scale: Pixels for one head unit at the plane of the eyes.
        shift: (2,) pixels of the optical axis.
    """

    rotation: F64
    scale: float
    shift: F64

    def turn(self, xyz_head: NDArray[_Float]) -> NDArray[_Float]:
        """Rotate points (N, 3) of the head into camera axes, still in head units."""
        shift = (_PIVOT - self.rotation @ _PIVOT).astype(xyz_head.dtype)
        return np.asarray(xyz_head @ self.rotation.T.astype(xyz_head.dtype) + shift)

    def project_turned(self, xyz_camera: NDArray[_Float]) -> NDArray[_Float]:
        """Project points (N, 3) in camera axes to pixels; the third column is depth."""
        out = np.empty_like(xyz_camera)
        zoom = self.scale * _DISTANCE / (_DISTANCE + _PLANE - xyz_camera[:, 2])
        for axis in (0, 1):
            out[:, axis] = xyz_camera[:, axis] * zoom + float(self.shift[axis])
        out[:, 2] = xyz_camera[:, 2]
        return out

    def project(self, xyz_head: F64) -> F64:
        """Project points (N, 3) of the head to pixels (N, 2)."""
        return self.project_turned(self.turn(xyz_head))[:, :2]

    def towards(self, xyz_camera: F64) -> F64:
        """Return the directions (N, 3), not normalised, from the points to the camera."""
        return np.asarray(np.array([0.0, 0.0, _DISTANCE + _PLANE]) - xyz_camera)


def make_camera(view: View, xyz_middle: F64) -> Camera:
    """Aim so that the head point ``xyz_middle`` (3,) lands on the view's centre."""
    cy, sy = np.cos(view.yaw), np.sin(view.yaw)
    cp, sp = np.cos(view.pitch), np.sin(view.pitch)
    cr, sr = np.cos(view.roll), np.sin(view.roll)
    yaw = np.array([[cy, 0, sy], [0, 1, 0], [-sy, 0, cy]])
    pitch = np.array([[1, 0, 0], [0, cp, sp], [0, -sp, cp]])
    roll = np.array([[cr, -sr, 0], [sr, cr, 0], [0, 0, 1]])
    aimed = Camera(roll @ pitch @ yaw, view.scale, np.zeros(2))
    middle = aimed.project(xyz_middle[None])[0]
    return Camera(aimed.rotation, view.scale, np.asarray(view.centre) - middle)
