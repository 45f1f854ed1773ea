"""The lengths that errors of a scheme's faces can be divided by, each by its name.

Papers divide by different lengths, and figures compare only where these agree: 300-W by the
inter-ocular distance (outer eye corners), others by the inter-pupil distance, profiles by the size
of the box, for there the eyes nearly meet in the picture (Sagonas et al. 2016; Zafeiriou et al.,
"The Menpo Facial Landmark Localisation Challenge", 2017: the diagonal of the box).
"""

from __future__ import annotations

from kpstudio.core.errors import InputError
from kpstudio.core.schema import BOX_DIAGONAL, BOX_SIZE, Normaliser, PointSchema
from kpstudio.core.texts import say

_SIDES = (("right", "left"), ("first", "second"))
_CORNERS = ("{} eye outer", "{} eye outer corner")
_PUPILS = ("{} pupil", "{} eye pupil", "{} eye center", "{} eye centre")


def normalisers_of(scheme: PointSchema) -> tuple[Normaliser, ...]:
    """Return the lengths that a scheme's points allow, its own first, each name once."""
    offered = (scheme.normaliser, _between_corners(scheme), _between_pupils(scheme))
    by_name: dict[str, Normaliser] = {}
    for normaliser in (*offered, BOX_SIZE, BOX_DIAGONAL):
        if normaliser is not None:
            by_name.setdefault(normaliser.name, normaliser)
    return tuple(by_name.values())


def normaliser_named(scheme: PointSchema, name: str) -> Normaliser:
    """Return the length called ``name``, such as "inter-pupil"; "" is the scheme's own.

    Raises:
        InputError: If the scheme's points do not allow one of that name.
    """
    offered = {normaliser.name: normaliser for normaliser in normalisers_of(scheme)}
    if not name:
        return scheme.normaliser
    if name not in offered:
        raise InputError(
            say(
                "errors in scheme {scheme} cannot be divided by {name!r}: use {names}",
                scheme=scheme.name,
                name=name,
                names=", ".join(offered),
            )
        )
    return offered[name]


def _between_corners(scheme: PointSchema) -> Normaliser | None:
    ends = _pair(scheme, _CORNERS)
    return Normaliser("inter-ocular", *ends) if ends else None


def _between_pupils(scheme: PointSchema) -> Normaliser | None:
    """Return the distance of the pupils, or of the middles of the points around each eye."""
    groups = [tuple(scheme.groups.get(f"{side} eye", ()) for side in sides) for sides in _SIDES]
    ends = _pair(scheme, _PUPILS) or next((pair for pair in groups if all(pair)), None)
    return Normaliser("inter-pupil", *ends) if ends else None


def _pair(
    scheme: PointSchema, patterns: tuple[str, ...]
) -> tuple[tuple[int, ...], tuple[int, ...]] | None:
    """Return a point of either eye, each with its side for {} in one of ``patterns``."""
    by_name = {name.replace("_", " "): k for k, name in enumerate(scheme.points)}
    for pattern in patterns:
        right, left = (by_name.get(pattern.format(side)) for side in _SIDES[0])
        if right is not None and left is not None:
            return (right,), (left,)
    return None
