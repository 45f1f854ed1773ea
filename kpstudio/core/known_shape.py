"""What is known of the shapes of a label set: learnt from its faces, else shipped, else nothing."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np

from kpstudio import resources
from kpstudio.core.landmarks import FloatArray
from kpstudio.core.mean_shape import mean_shape
from kpstudio.core.schema import PointSchema, scheme_named
from kpstudio.core.shape_learning import ENOUGH, learn_prior
from kpstudio.core.shape_prior import ShapePrior
from kpstudio.core.shapemodel import shipped_shape_model
from kpstudio.core.texts import say

_SHIPPED = {
    "imm58": (say("the 240 faces of IMM"), (121.0, 2520.0)),
    "ibug68": (say("805 faces of LFPW"), (132.0, 3308.0)),
}
"""What the statistics of a scheme were measured on, and mean and variance of the squared distance
of these faces."""


@dataclass(frozen=True, eq=False)
class KnownShape:
    """What is known of the shapes of some faces.

    Attributes:
        prior: The Gaussian over shapes; None where nothing is known.
        mean: (K, 2) mean shape, centred and upright, NaN for unknown points; None where no face is
            labelled and no shape is shipped.
        words: What the prior comes from, or why there is none and what to do; one sentence.
    """

    prior: ShapePrior | None
    mean: FloatArray | None
    words: str


def known_shape(shapes: FloatArray, *schemes: PointSchema) -> KnownShape:
    """Learn from (N, K, 2) shapes; of too few take the shipped shape where a scheme fits.

    Args:
        shapes: What `shapes_of` returns.
        schemes: The scheme of these points; further ones are other names for them.
    """
    count = len(shapes)
    learnt = learn_prior(
        shapes, schemes[0].mirror, say("{count} labelled faces of this folder", count=count)
    )
    known = [learnt, *(shipped_prior(scheme) for scheme in schemes)]
    prior = next((one for one in known if one is not None), None)
    if prior is not None:
        return KnownShape(
            prior, prior.mean, say("The shape model comes from {origin}.", origin=prior.origin)
        )
    words = say(
        "No shape model yet: it is learnt from {enough} labelled faces, and this folder has "
        "{count}.",
        enough=ENOUGH,
        count=count,
    )
    mean = mean_shape(shapes)
    return KnownShape(None, mean if np.isfinite(mean).any() else None, words)


@cache
def shipped_prior(scheme: PointSchema) -> ShapePrior | None:
    """Return the Gaussian of the shipped statistics where they are of these points, or None."""
    for name, (origin, spread) in _SHIPPED.items():
        model = shipped_shape_model(name)
        if model is not None and (
            scheme.name == name or scheme.points == scheme_named(name).points
        ):
            explained = sum(resources.read_json(f"shapes/{name}_shape.json")["explained"])
            return ShapePrior.of_model(model, explained, spread, origin)
    return None
