"""How far points stand beside what they mark, in pixels, told by the symmetry of faces.

A point and its mirror partner see mirror images of each other: the left corner of the left eye and
the right corner of the right eye. If all points are shifted to the right, the left ones stand
inside by as much as the right ones stand outside, so the shift that lays the one neighbourhood on
the mirrored other is twice the fault. Light and habit differ from face to face and average out; a
convention does not. Only the shift from side to side shows; up and down have no mirror.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kpstudio.core.landmarks import FloatArray
from kpstudio.doctor.material import SAMPLE, Material

FEWEST = 12
"""With fewer faces nothing is told."""

REACH = 3.0
"""The largest shift that is told, in pixels."""

_STEP = 0.25
_WIDE = 6
_HIGH = 5
_TILTED = 45.0
_DRAWS = 100
_FINE = 0.5
_APART = 0.6
_FEW_APART = 0.02


@dataclass(frozen=True)
class Shift:
    """How far points stand to the right of what they mark.

    Attributes:
        pixels: Their mean shift, in pixels of the picture, along the axis from the picture's left
            to its right.
        error: Standard error, from redrawing the faces.
        faces: How many were looked at.
        alike: How alike the mirrored neighbourhoods are at best, from 0 to 1.
        scatter: How far single faces scatter about the middle one, as a standard deviation; in
            pixels, from the median of their distances.
        apart: Share of faces farther from the middle one than scatter explains.
    """

    pixels: float
    error: float
    faces: int
    alike: float
    scatter: float = 0.0
    apart: float = 0.0

    @property
    def one(self) -> bool:
        """Whether single faces are measured finely enough to say that all are shifted alike."""
        return self.scatter < _FINE and self.apart <= _FEW_APART


def measure_shift(material: Material, mirror: NDArray[np.intp], shape: FloatArray) -> Shift | None:
    """Measure the shift of all points.

    Args:
        material: Faces and pictures.
        mirror: (K,) the mirror partner of each point.
        shape: (K, 2) the mean shape, upright.

    Returns:
        None where the scheme has no pairs, or too few faces can be seen.
    """
    pairs = np.flatnonzero(shape[:, 0] < shape[mirror, 0])
    if len(pairs) < 2:
        return None
    curves = []
    for n in material.sample(SAMPLE):
        material.step()
        xy = material.xy[n]
        axis = _axis(xy, pairs, mirror)
        grey = material.grey(material.faces[n].picture) if axis is not None else None
        if axis is not None and grey is not None:
            curve = _curve(grey, xy[pairs], xy[mirror[pairs]], axis)
            if np.isfinite(curve).all():
                curves.append(curve)
    if len(curves) < FEWEST:
        return None
    found = np.array(curves)
    random = np.random.default_rng(0)
    draws = random.integers(0, len(found), (_DRAWS, len(found)))
    error = float(np.std([_peak(found[draw].mean(axis=0)) for draw in draws]))
    whole = found.mean(axis=0)
    scatter, apart = _spread(np.array([_peak(curve) for curve in found]))
    return Shift(_peak(whole), error, len(found), float(whole.max()), scatter, apart)


def _spread(offsets: FloatArray) -> tuple[float, float]:
    """Return the scatter of faces about the middle one, and the share of those far from it."""
    away = np.abs(offsets - np.median(offsets))
    scatter = 1.48 * float(np.median(away))
    return scatter, float((away > max(_APART, 4 * scatter)).mean())


def _axis(xy: FloatArray, pairs: NDArray[np.intp], mirror: NDArray[np.intp]) -> FloatArray | None:
    """Return the unit vector from the picture's left half of a face to its right, or None."""
    across = xy[mirror[pairs]] - xy[pairs]
    there = np.isfinite(across).all(axis=1)
    if there.sum() < 2:
        return None
    total = across[there].sum(axis=0)
    length = float(np.hypot(*total))
    if not length > 0 or abs(np.degrees(np.arctan2(total[1], total[0]))) > _TILTED:
        return None
    return np.asarray(total / length)


def _curve(
    grey: NDArray[np.uint8], left: FloatArray, right: FloatArray, axis: FloatArray
) -> FloatArray:
    """Return the mean correlation of mirrored neighbourhoods for each shift tried."""
    there = np.isfinite(left).all(axis=1) & np.isfinite(right).all(axis=1)
    along = np.arange(-_WIDE - REACH, _WIDE + REACH + _STEP / 2, _STEP)
    down = np.arange(-_HIGH, _HIGH + 1.0)
    seen = _strip(grey, left[there], axis, along, down)
    other = _strip(grey, right[there], axis, -along, down)
    centre, width = round(REACH / _STEP), round(2 * _WIDE / _STEP) + 1
    curve = []
    for shift in range(-centre, centre + 1):
        a = _normed(seen[:, :, centre - shift : centre - shift + width : 2])
        b = _normed(other[:, :, centre + shift : centre + shift + width : 2])
        curve.append((a * b).sum(axis=(1, 2)).mean())
    return np.array(curve)


def _strip(
    grey: NDArray[np.uint8], xy: FloatArray, axis: FloatArray, along: FloatArray, down: FloatArray
) -> FloatArray:
    """Return (P, len(down), len(along)) grey values about points, along a tilted axis."""
    from scipy.ndimage import map_coordinates  # late: it is slow to load

    across = down[:, None] * np.array([-axis[1], axis[0]])[:, None, None]
    offsets = along[None, None, :] * axis[:, None, None] + across
    columns = xy[:, 0, None, None] + offsets[0]
    rows = xy[:, 1, None, None] + offsets[1]
    return np.asarray(map_coordinates(grey, [rows, columns], np.float64, order=1, mode="nearest"))


def _normed(strip: FloatArray) -> FloatArray:
    strip = strip - strip.mean(axis=(1, 2), keepdims=True)
    size = np.sqrt((strip**2).sum(axis=(1, 2), keepdims=True))
    return np.asarray(strip / np.maximum(size, 1e-6))


def _peak(curve: FloatArray) -> float:
    """Return the shift at the top of the curve, between the steps by a parabola."""
    top = int(np.argmax(curve))
    place = float(top)
    if 0 < top < len(curve) - 1:
        before, at, after = curve[top - 1 : top + 2]
        bend = before - 2 * at + after
        place += 0.5 * (before - after) / bend if bend < 0 else 0.0
    return float(place * _STEP - REACH)
