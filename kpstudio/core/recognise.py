"""Which shipped scheme points without names make, told by the shape of their mean.

Five, fifteen or 98 points may be anything. They are taken for a face's only if they lie as the
scheme says: eyes, nose and mouth as on the mean face of 300-W, and mirror partners on both sides of
one axis. What is not recognised stays without names, which is never wrong.
"""

from __future__ import annotations

import numpy as np

from kpstudio.core.landmarks import FloatArray
from kpstudio.core.mirror import mirror_by_shape, mirror_residual
from kpstudio.core.schema import PointSchema, scheme_named, shipped_schemes
from kpstudio.core.scheme_map import scheme_map
from kpstudio.core.shapemodel import shipped_shape_model, similarity

FIVE_OFF = 0.2
"""How far eyes, nose tip and mouth corners may lie from those of the mean face (root mean square).

In units of the distance of the eye centres; WFLW's and COFW's mean faces lie at 0.1 and less.
"""

UNEVEN = 0.15
"""How far, by `mirror_residual`, a mean face may be from the mirror pairs of its scheme."""

TURNED = 60.0
"""By how many degrees faces may be turned in the picture on average."""


def recognise(count: int, mean: FloatArray) -> PointSchema | None:
    """Return the shipped scheme that unnamed points make, or None if they are no face's.

    Args:
        count: How many points there are.
        mean: (count, 2) mean shape, upright, y down; NaN for points that no face has.
    """
    for scheme in shipped_schemes():
        if scheme.count == count:
            fits = _is_face(scheme, mean) if scheme.paired else _is_helen(scheme, mean)
            return scheme if fits else None
    return None


def _is_face(scheme: PointSchema, mean: FloatArray) -> bool:
    """Whether five of the points lie as on a face, and all evenly about its middle."""
    five = scheme_named("five5")
    to_five = scheme_map(scheme, five)
    model = shipped_shape_model("ibug68")
    from_mean = scheme_map(scheme_named("ibug68"), five)
    assert to_five is not None
    assert from_mean is not None
    assert model is not None
    found, wanted = to_five.points(mean), from_mean.points(model.mean)
    if not np.isfinite(found).all() or len(np.unique(found, axis=0)) < len(found):
        return False
    fit = similarity(found, wanted)
    off = fit(found) - wanted
    eyes = np.hypot(*(wanted[1] - wanted[0]))
    turned = np.degrees(np.arctan2(fit.matrix[1, 0], fit.matrix[0, 0]))
    return bool(
        np.sqrt(np.mean(np.sum(off**2, axis=1))) <= FIVE_OFF * eyes
        and abs(turned) <= TURNED
        and mirror_residual(mean, scheme.mirror) <= UNEVEN
    )


def _is_helen(scheme: PointSchema, mean: FloatArray) -> bool:
    """Whether the parts lie one above the other, eyes and brows on both sides of the axis."""
    pairs = mirror_by_shape(mean)
    if not pairs.clear:
        return False
    for first, second in (("first eye", "second eye"), ("first brow", "second brow")):
        if {pairs.pairs[k] for k in scheme.groups[first]} != set(scheme.groups[second]):
            return False
    parts = ("first brow", "first eye", "nose", "outer upper lip", "outer lower lip")
    heights = [float(mean[list(scheme.groups[part]), 1].mean()) for part in parts]
    chin = float(mean[list(scheme.groups["jaw"]), 1].max())
    return heights == sorted(heights) and heights[-1] < chin
