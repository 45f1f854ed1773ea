"""Point schemes: which landmarks there are, in which order, and which scheme some points make.

Names decide; a number of points alone only where no other set of that size is in use (58 and 68).
Of the other shipped schemes five, fifteen or 98 points may be anything: points without names are
taken for one of those only by their shape, see `kpstudio.core.recognise`.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from kpstudio.core.schemes.base import (
    BOX_DIAGONAL,
    BOX_SIZE,
    Normaliser,
    PointSchema,
    chain,
    generic_scheme,
)
from kpstudio.core.schemes.cofw29 import cofw29
from kpstudio.core.schemes.five5 import five5
from kpstudio.core.schemes.helen194 import helen194
from kpstudio.core.schemes.ibug68 import ibug68
from kpstudio.core.schemes.imm58 import imm58
from kpstudio.core.schemes.kaggle15 import kaggle15
from kpstudio.core.schemes.muct76 import muct76
from kpstudio.core.schemes.wflw98 import wflw98

__all__ = [
    "BOX_DIAGONAL",
    "BOX_SIZE",
    "Normaliser",
    "PointSchema",
    "chain",
    "generic_scheme",
    "scheme_for",
    "scheme_for_count",
    "scheme_named",
    "shipped_schemes",
]

_BY_COUNT = ("imm58", "ibug68")


@cache
def shipped_schemes() -> tuple[PointSchema, ...]:
    """Return the schemes that come with the program, each of another number of points."""
    schemes = (imm58, ibug68, wflw98, muct76, helen194, cofw29, kaggle15, five5)
    return tuple(scheme() for scheme in schemes)


def scheme_named(name: str) -> PointSchema:
    """Return the shipped scheme called ``name``, such as "wflw98".

    Raises:
        KeyError: If there is none.
    """
    return {scheme.name: scheme for scheme in shipped_schemes()}[name]


def scheme_for_count(count: int) -> PointSchema:
    """Return the scheme that ``count`` points without names make: IMM's or 300-W's, else none's."""
    for name in _BY_COUNT:
        scheme = scheme_named(name)
        if scheme.count == count:
            return scheme
    return generic_scheme(count)


def scheme_for(names: Sequence[str], count: int) -> PointSchema:
    """Return the scheme of points called ``names``, or of ``count`` points without names.

    Args:
        names: As the data have them, in their order; empty where they have none.
        count: How many points there are.

    Returns:
        The shipped scheme with just these names in this order; else, without names, the one that
        `scheme_for_count` gives; else a generic one with the names.
    """
    named = tuple(names)
    for scheme in shipped_schemes():
        if scheme.points == named:
            return scheme
    return generic_scheme(count, named) if named else scheme_for_count(count)
