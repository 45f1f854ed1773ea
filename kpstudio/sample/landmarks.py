"""Where the 58 points fall in the picture, from the surface that is rendered."""

from __future__ import annotations

import numpy as np

from kpstudio.sample.camera import Camera
from kpstudio.sample.head import HeadSurface
from kpstudio.sample.numerics import F64

_STEP = 1e-4
_SLIDE = 33
# How far behind the frontal outline (radians) a jaw point may follow the jaw's edge; points by
# the ears stay on the cheek, those at the chin may go under it.
_JAW_REACH = (0.0, 0.02, 0.06, 0.12, 0.2, 0.3, 0.35, 0.3, 0.2, 0.12, 0.06, 0.02, 0.0)


def project_landmarks(surface: HeadSurface, camera: Camera) -> F64:
    """Return the landmarks (58, 2) in pixels.

    Points on the face project from the surface. A jaw point lies on the visible outline of the
    jaw along its own meridian, or on the jaw's edge where that is turned to the viewer. A brow,
    lid or nose point that the head's turn hides slides towards the middle of the face to the
    visible limb, as an annotator places it.
    """
    face, middle = _visible(surface, camera)
    jaw = camera.project(_jaw_points(surface, camera, middle))
    return np.vstack([jaw, face])


def facing(surface: HeadSurface, camera: Camera, phi: F64, alpha: F64) -> tuple[F64, F64]:
    """Return the cosine-like facing (N,) of surface points, negative is turned away, and pixels."""
    points = surface.points(
        np.concatenate([phi, phi, phi + _STEP]), np.concatenate([alpha, alpha + _STEP, alpha])
    )
    here, ahead, beside = np.split(camera.turn(points), 3)
    along, across = ahead - here, beside - here
    normal = np.cross(along, across)
    toward = camera.towards(here)
    size = np.linalg.norm(normal, axis=1) * np.linalg.norm(toward, axis=1)
    shown = (normal * toward).sum(1) / np.maximum(size, 1e-30)
    return np.asarray(shown), camera.project_turned(here)[:, :2]


def _jaw_points(surface: HeadSurface, camera: Camera, middle: F64) -> F64:
    """Follow each jaw point's meridian outwards to the limb or the end of its reach: (13, 3).

    ``middle`` (2,) is the pixel from which outwards is measured.
    """
    low, high = 0.3 * np.pi / 2, np.pi / 2 + np.array(_JAW_REACH)[:, None]
    alpha = low + (high - low) * np.linspace(0, 1, _SLIDE)
    phi = np.repeat(surface.jaw_angles, _SLIDE)
    shown, places = facing(surface, camera, phi, alpha.ravel())
    shown, reach = (a.reshape(alpha.shape) for a in (shown, np.hypot(*(places - middle).T)))
    ends = [_outermost_limb(a, f, r) for a, f, r in zip(alpha, shown, reach, strict=True)]
    return surface.points(surface.jaw_angles, np.array(ends))


def _outermost_limb(alpha: F64, shown: F64, reach: F64) -> float:
    """Return the angle where the surface turns away, farthest out, or the last angle.

    Args:
        alpha: (N,) increasing angles along a meridian.
        shown: (N,) facing of the surface there.
        reach: (N,) pixels from the middle of the face there.
    """
    limbs = np.flatnonzero((shown[:-1] >= 0) & (shown[1:] < 0))
    if not len(limbs):
        return float(alpha[-1])
    k = int(limbs[np.argmax(reach[limbs])])
    if shown[-1] >= 0 and reach[-1] > reach[k]:
        return float(alpha[-1])
    share = shown[k] / (shown[k] - shown[k + 1])
    return float(alpha[k] + share * (alpha[k + 1] - alpha[k]))


def _visible(surface: HeadSurface, camera: Camera) -> tuple[F64, F64]:
    """Slide points 13 to 57 towards the midline to the outermost place that shows.

    Returns:
        Their pixels (45, 2), and the pixel (2,) of the face's middle.
    """
    xy = surface.xy[13:]
    middle = float(surface.xy[[47, 57, 41, 45], 0].mean())
    t = np.linspace(0, 1, _SLIDE)
    x = xy[:, :1] + (middle - xy[:, :1]) * t
    path = np.stack([x, np.broadcast_to(xy[:, 1:], x.shape)], axis=2)
    places = np.vstack([path.reshape(-1, 2), surface.centre])
    pixels = camera.project(surface.on_front(places))
    seen = pixels[:-1].reshape(*x.shape, 2)
    best = np.argmax(seen[..., 0] * np.sign(xy[:, :1] - middle), axis=1)
    return np.asarray(seen[np.arange(len(xy)), best]), pixels[-1]
