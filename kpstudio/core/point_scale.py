"""How large the errors of points are best drawn on a face."""

from __future__ import annotations

import numpy as np

from kpstudio.core.landmarks import FloatArray

_SCALES = {0.1: "a tenth", 0.2: "a fifth", 1 / 3: "a third", 0.5: "half"} | dict.fromkeys(
    (1.0, 2.0, 3.0, 5.0, 10.0, 20.0, 50.0), ""
)
"""How much larger than the face errors may be drawn; what is smaller has a name."""
_CROWDED = 0.75
"""Radius of the middle circle at most, in distances from its point to the nearest other."""


def readable_scale(xy: FloatArray, errors: FloatArray) -> float:
    """Return how much larger than a (K, 2) face its (K,) errors are best drawn as circles.

    So that they are as large as they can be without covering each other.
    """
    known = np.isfinite(errors) & np.isfinite(xy).all(axis=1) & (errors > 0)
    if known.sum() < 2:
        return 1.0
    apart = np.hypot(*(xy[known, None] - xy[None, known]).transpose(2, 0, 1))
    np.fill_diagonal(apart, np.inf)
    room = _CROWDED / float(np.median(errors[known] / np.maximum(apart.min(axis=1), 1e-12)))
    return max((scale for scale in _SCALES if scale <= room), default=min(_SCALES))


def scale_in_words(scale: float) -> str:
    """Return what `readable_scale` found, as it goes on after "Errors are"."""
    if scale == 1.0:
        return "true to scale"
    part = _SCALES[scale]
    return f"drawn at {part} of their size" if part else f"drawn {scale:g} times larger"
