"""Which points swap places in a mirrored picture, found from their names or from their mean shape.

A shape that is symmetric lies on itself when it is reflected about some axis. The axis is searched;
for each, points are matched one to one by the least total squared distance (Kuhn 1955, as
`scipy.optimize.linear_sum_assignment` solves it), and the axis is then fitted to the matches.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kpstudio.core.landmarks import FloatArray
from kpstudio.core.mean_shape import Complex

CLEAR = 0.1
"""A shape whose points miss their mirror images by no more than this is symmetric.

In units of the shape's root-mean-square radius; mean shapes of faces lie at 0.01 to 0.05.
"""

DOUBTFUL = 2 * CLEAR
"""A shape whose points miss their mirror images by more than this has no symmetry to speak of."""

LEAST_POINTS = 5
"""With fewer points nearly any shape is close to a symmetric one."""

_AXES = 36
_ROUNDS = 10
_SIDES = re.compile(r"left|right|(?<![a-z])[lr](?![a-z])", re.IGNORECASE)
_OTHER = {"left": "right", "right": "left", "l": "r", "r": "l"}

Order = NDArray[np.intp]


@dataclass(frozen=True)
class Mirror:
    """Mirror pairs and how well they fit.

    Attributes:
        pairs: K numbers; ``pairs[k]`` is the point that k becomes. Twice is the identity.
        residual: Root-mean-square distance between the points and the mirror images of their
            partners, in units of the shape's root-mean-square radius; NaN without a shape.
        named: Whether the names tell the pairs, and not the shape.
    """

    pairs: tuple[int, ...]
    residual: float
    named: bool

    @property
    def clear(self) -> bool:
        """Whether the pairs can be relied on without a person having looked."""
        swapped = sum(k != other for k, other in enumerate(self.pairs))
        # Were more than half the points their own partners, any flat shape would pass.
        enough = 2 * swapped >= len(self.pairs) >= LEAST_POINTS
        return self.residual <= CLEAR and swapped > 0 and (self.named or enough)

    @property
    def worth_a_look(self) -> bool:
        """Whether a person who asks should be shown the pairs, to mend what is wrong."""
        swapped = any(k != other for k, other in enumerate(self.pairs))
        return swapped and (self.named or self.residual <= DOUBTFUL)


def derive_mirror(names: Sequence[str], mean: FloatArray) -> Mirror:
    """Find the mirror pairs of points: by their names where these tell sides, else by their shape.

    Names may tell the sides of some points only, as in "left eye" beside "jaw 3"; the others are
    then paired by the shape. Names that number the points of a side in another sense than the
    other's, as in 300-W's brows, do not fit a symmetric shape, which then decides.

    Args:
        names: Of the K points.
        mean: (K, 2) mean shape in any frame; NaN where a point's place is unknown.

    Returns:
        The pairs; every point is its own partner where nothing can be told.
    """
    by_name, by_shape = mirror_by_names(names), mirror_by_shape(mean)
    if by_name is None:
        return by_shape
    completed = _completed(by_name, mean)
    residual = mirror_residual(mean, completed)
    if residual <= CLEAR:
        return Mirror(completed, residual, named=True)
    if by_shape.clear:
        return by_shape
    return Mirror(by_name, mirror_residual(mean, by_name), named=True)


def _completed(by_name: Sequence[int], mean: FloatArray) -> tuple[int, ...]:
    """Return the pairs with partners for the points whose names tell no side, by the shape."""
    pairs = np.array(by_name, dtype=np.intp)
    known = _known(mean)
    sided = np.flatnonzero((pairs != np.arange(len(pairs))) & known & known[pairs])
    plain = np.flatnonzero((pairs == np.arange(len(pairs))) & known)
    z = _normed(mean[np.r_[sided, plain]])
    if z is None or len(sided) < 2 or len(plain) == 0:
        return tuple(by_name)
    place = {int(k): n for n, k in enumerate(sided)}
    turn = _axis(z[: len(sided)], np.array([place[int(pairs[k])] for k in sided], dtype=np.intp))
    pairs[plain] = plain[_matched(z[len(sided) :], turn)]
    return tuple(pairs.tolist())


def mirror_by_names(names: Sequence[str]) -> tuple[int, ...] | None:
    """Return the pairs that "left" and "right", or single letters l and r, in ``names`` make.

    Returns:
        K numbers; None where no name tells a side, or one that does has no partner.
    """
    numbers = {name: k for k, name in enumerate(names)}
    partners = [numbers.get(_SIDES.sub(_swapped, name)) for name in names]
    pairs = tuple(partner for partner in partners if partner is not None)
    if len(pairs) < len(names) or all(k == partner for k, partner in enumerate(pairs)):
        return None
    return pairs if all(pairs[pairs[k]] == k for k in range(len(pairs))) else None


def _swapped(match: re.Match[str]) -> str:
    word = match[0]
    other = _OTHER[word.lower()]
    return other.upper() if word.isupper() else other.title() if word.istitle() else other


def mirror_by_shape(mean: FloatArray) -> Mirror:
    """Return the pairs of the symmetry that ``mean`` (K, 2) comes nearest to.

    Points whose place is unknown (NaN) stay their own partners.
    """
    count = len(mean)
    known = np.flatnonzero(_known(mean))
    z = _normed(mean[known])
    if z is None:
        return Mirror(tuple(range(count)), np.nan, named=False)
    best, least = np.arange(len(z)), np.inf
    for angle in np.arange(_AXES) * (np.pi / _AXES):
        order, residual = _settled(z, np.exp(2j * angle))
        if residual < least - 1e-12:
            best, least = order, residual
    pairs = np.arange(count)
    pairs[known] = known[best]
    return Mirror(tuple(pairs.tolist()), float(least), named=False)


def mirror_residual(mean: FloatArray, pairs: Sequence[int]) -> float:
    """Return how far ``mean`` (K, 2) is from being symmetric with ``pairs``, as in `Mirror`."""
    order = np.asarray(pairs, dtype=np.intp)
    known = _known(mean)
    kept = np.flatnonzero(known & known[order])
    z = _normed(mean[kept])
    if z is None:
        return float("nan")
    place = {int(k): n for n, k in enumerate(kept)}
    inner = np.array([place[int(order[k])] for k in kept], dtype=np.intp)
    return _residual(z, inner, _axis(z, inner))


def _known(mean: FloatArray) -> NDArray[np.bool_]:
    return np.asarray(np.isfinite(mean).all(axis=1), dtype=np.bool_)


def _normed(points: FloatArray) -> Complex | None:
    if len(points) < 2:
        return None
    z = points[:, 0] + 1j * points[:, 1]
    z = z - z.mean()
    size = float(np.sqrt(np.mean(np.abs(z) ** 2)))
    return np.asarray(z / size) if size > 0 else None


def _settled(z: Complex, turn: complex) -> tuple[Order, float]:
    """Match the reflection of ``z`` to ``z``, fit the axis to the matches, until they stay."""
    order = _matched(z, turn)
    for _ in range(_ROUNDS):
        turn = _axis(z, order)
        again = _matched(z, turn)
        if np.array_equal(again, order):
            break
        order = again
    return order, _residual(z, order, turn)


def _matched(z: Complex, turn: complex) -> Order:
    """Return the involution that matches the reflected points to the points."""
    from scipy.optimize import linear_sum_assignment  # late: it is slow to load

    away = np.abs(turn * np.conj(z)[:, None] - z[None, :]) ** 2
    order = np.asarray(linear_sum_assignment(away)[1], dtype=np.intp)
    loose = np.flatnonzero(order[order] != np.arange(len(z)))
    if len(loose) == 0:
        return order
    # A ring of three or more: nearest pairs first, a point that is left over is its own partner.
    order[loose] = loose
    near = sorted((away[i, j], i, j) for i in loose for j in loose if i <= j)
    taken: set[int] = set()
    for _, i, j in near:
        if not taken & {int(i), int(j)}:
            order[i], order[j] = j, i
            taken |= {int(i), int(j)}
    return order


def _axis(z: Complex, order: Order) -> complex:
    """Return the square of the axis' direction that fits the matches best, least squares."""
    total = complex(np.sum(z[order] * z))
    return total / abs(total) if abs(total) > 0 else 1.0 + 0j


def _residual(z: Complex, order: Order, turn: complex) -> float:
    return float(np.sqrt(np.mean(np.abs(turn * np.conj(z) - z[order]) ** 2)))
