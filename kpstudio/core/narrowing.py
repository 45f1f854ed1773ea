"""Narrowing a search to a range of one figure, as a plot does, and letting go of it again."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import ArrayLike, NDArray

from kpstudio.core.errors import InputError
from kpstudio.core.matching import SIGNS
from kpstudio.core.query import All, Figure, Query
from kpstudio.core.query_parser import parse_query


def apart(query: Query, key: str) -> tuple[Query, tuple[Figure, ...]]:
    """Return what a query asks besides its bounds of the figure ``key``, and those bounds.

    Only bounds that must hold by themselves count: not one of several, of which any may hold.
    """
    parts = query.parts if isinstance(query, All) else (query,)
    bounds = tuple(part for part in parts if isinstance(part, Figure) and part.key == key)
    rest = tuple(part for part in parts if part not in bounds)
    return rest[0] if len(rest) == 1 else All(rest), bounds


def narrowed(text: str, key: str, bounds: Sequence[Figure]) -> str:
    """Return the search ``text`` with ``bounds`` of the figure ``key`` in place of its own.

    A search that is wrong finds nothing, and is given up.
    """
    try:
        rest = apart(parse_query(text), key)[0]
    except InputError:
        rest = All()
    parts = rest.parts if isinstance(rest, All) else (rest,)
    return str(All((*parts, *bounds)))


def interval(bounds: Sequence[Figure]) -> tuple[float, float]:
    """Return the least and the largest value that ``bounds`` allow; infinite where open."""
    low = [bound.bound for bound in bounds if bound.sign in (">", ">=", "=")]
    high = [bound.bound for bound in bounds if bound.sign in ("<", "<=", "=")]
    return max(low, default=-math.inf), min(high, default=math.inf)


def allowed(values: ArrayLike, bounds: Sequence[Figure]) -> NDArray[np.bool_]:
    """Return which of (N,) ``values`` all ``bounds`` allow; NaN is never allowed."""
    array = np.asarray(values, dtype=np.float64)
    fits = np.isfinite(array)
    for bound in bounds:
        fits &= np.asarray(SIGNS[bound.sign](array, bound.bound))
    return fits
