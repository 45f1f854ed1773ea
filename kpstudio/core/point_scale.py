"""How large the errors of points are best drawn on a face."""

from __future__ import annotations

import numpy as np

from kpstudio.core.landmarks import FloatArray
from kpstudio.core.texts import say

_IN_WORDS = {
    0.1: say("drawn at a tenth of their size"),
    0.2: say("drawn at a fifth of their size"),
    1 / 3: say("drawn at a third of their size"),
    0.5: say("drawn at half of their size"),
    1.0: say("true to scale"),
}
_SCALES = (*_IN_WORDS, 2.0, 3.0, 5.0, 10.0, 20.0, 50.0)
"""How much larger than the face errors may be drawn."""
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
    return _IN_WORDS.get(scale) or say("drawn {scale:g} times larger", scale=scale)
