"""The shape that faces are compared with: the set's own, and the scheme's where one is shipped."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kpstudio.core.landmarks import FloatArray
from kpstudio.core.mirror import derive_mirror
from kpstudio.core.shapemodel import shipped_shape_model
from kpstudio.doctor.material import Material
from kpstudio.doctor.shape import fit, mean_of

ENOUGH = 12
"""So many faces have a mean shape of their own."""

_UPRIGHT = 40.0
_STEADY = 0.8


@dataclass(frozen=True)
class Reference:
    """What a face of the set looks like.

    Attributes:
        own: (K, 2) median shape of the set, turned as most faces are; of the shipped one where
            there are too few faces. None where neither is to be had.
        shipped: (K, 2) measured shape of the scheme, upright; None where none is shipped.
        mirror: (K,) mirror partners, of the scheme or else found from the shape; None where the
            shape is not symmetric.
        steady: Whether nearly all faces stand as the mean does, so that a turned one is odd.
        usual: Residual that three quarters of the faces stay below.
        high: Residual that faces in order stay below, mostly: that of nineteen in twenty, unless
            these hold faces quite unlike the rest.
    """

    own: FloatArray | None
    shipped: FloatArray | None
    mirror: NDArray[np.intp] | None
    steady: bool
    usual: float
    high: float


def reference_of(material: Material) -> Reference:
    """Measure the shape of a set."""
    model = shipped_shape_model(material.scheme.name)
    shipped = None if model is None else model.mean
    xy = material.xy
    own = mean_of(xy[material.sample(400)]) if len(xy) >= ENOUGH else shipped
    if own is None or not np.isfinite(own).all(axis=1).sum() >= 4:
        return Reference(None, shipped, None, False, np.nan, np.nan)
    fitted = fit(xy, own)
    known = np.isfinite(fitted.residual)
    upright = np.abs(fitted.angle[known]) < _UPRIGHT
    middle, usual, high = (
        np.quantile(fitted.residual[known], (0.5, 0.75, 0.95)) if known.any() else (1.0, 1.0, 1.0)
    )
    return Reference(
        own,
        shipped,
        _mirror(material, own),
        bool(known.any() and upright.mean() >= _STEADY),
        float(usual),
        float(min(high, 3 * middle + 0.05)),
    )


def _mirror(material: Material, own: FloatArray) -> NDArray[np.intp] | None:
    pairs = np.array(material.scheme.mirror, dtype=np.intp)
    if (pairs != np.arange(len(pairs))).any():
        return pairs
    found = derive_mirror(material.scheme.points, own)
    return np.array(found.pairs, dtype=np.intp) if found.clear else None
