"""Orders that points come in by mistake, and finding the one that fits a shape."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kpstudio.core.landmarks import FloatArray
from kpstudio.core.schema import PointSchema
from kpstudio.core.schemes.names import in_words
from kpstudio.core.texts import say
from kpstudio.doctor.shape import Complex, as_complex

Order = NDArray[np.intp]
LEFT_RIGHT = "left-right"
ORDER = "order"
_ROUNDS = 12
_STARTS = 12


@dataclass(frozen=True)
class Known:
    """An order with a name.

    Attributes:
        key: As in `Finding.key`.
        looks: What it looks like, to follow "the points".
        order: (K,) point k of the scheme is what stands at ``order[k]`` in the file.
    """

    key: str
    looks: str
    order: Order


def known_orders(scheme: PointSchema, mirror: Order | None) -> Iterator[Known]:
    """Yield the usual mistakes: sides swapped, all or by part; sorted as text; reversed."""
    count = scheme.count
    if mirror is not None:
        yield Known(LEFT_RIGHT, say("have left and right swapped"), mirror)
        for name, order in _swapped_parts(scheme, mirror):
            yield Known(LEFT_RIGHT, say("have left and right of {name} swapped", name=name), order)
    as_text = np.array(sorted(range(count), key=str), dtype=np.intp)
    yield Known(ORDER, say("are sorted as text (0, 1, 10, 11, …)"), np.argsort(as_text))
    yield Known(ORDER, say("are in the reverse order"), np.arange(count)[::-1].copy())
    for name, group in scheme.groups.items():
        if len(group) > 2:
            order = np.arange(count)
            order[list(group)] = list(group)[::-1]
            yield Known(
                ORDER, say("of {name} are in the reverse order", name=in_words(name)), order
            )


def _swapped_parts(scheme: PointSchema, mirror: Order) -> Iterator[tuple[str, Order]]:
    """Yield the order in which one part and its partner alone are swapped."""
    done: set[frozenset[int]] = set()
    for name, group in scheme.groups.items():
        part = frozenset(int(k) for k in (*group, *mirror[list(group)]))
        order = np.arange(scheme.count)
        order[list(part)] = mirror[list(part)]
        if part in done or len(part) == scheme.count or (order == np.arange(len(order))).all():
            continue
        done.add(part)
        other = next((n for n, g in scheme.groups.items() if n != name and set(g) <= part), "")
        both = say("{one} and {other}", one=in_words(name), other=in_words(other))
        yield both if other else in_words(name), order


def best_order(xy: FloatArray, shape: FloatArray, upright: bool) -> Order | None:
    """Return the order in which (K, 2) points lie best on (K, 2) ``shape``; None with any missing.

    Centre and size do not depend on the order, so both are laid over each other first; points are
    then matched one to one by the least total squared distance, and the rotation is fitted to the
    matches, in turn, until they stay.

    Args:
        xy: Points in an unknown order.
        shape: What they should look like.
        upright: Whether they stand as the shape does; else rotations are tried.
    """
    if not (np.isfinite(xy).all() and np.isfinite(shape).all()):
        return None
    z, target = _unit(as_complex(xy)), _unit(as_complex(shape))
    starts = [0.0] if upright else list(np.arange(_STARTS) * 2 * np.pi / _STARTS)
    best, least = None, np.inf
    for start in starts:
        order, away = _settled(z, target, np.exp(1j * start))
        if away < least:
            best, least = order, away
    return best


def _settled(z: Complex, target: Complex, turn: complex) -> tuple[Order, float]:
    from scipy.optimize import linear_sum_assignment  # late: it is slow to load

    order = np.arange(len(z))
    for _ in range(_ROUNDS):
        away = np.abs(target[:, None] - turn * z[None, :]) ** 2
        again = np.asarray(linear_sum_assignment(away)[1], dtype=np.intp)
        fitted = complex(np.vdot(z[again], target)) / float(np.vdot(z, z).real)
        turn = fitted / abs(fitted) if abs(fitted) > 0 else turn
        if np.array_equal(again, order):
            break
        order = again
    return order, float((np.abs(target - turn * z[order]) ** 2).sum())


def _unit(z: Complex) -> Complex:
    z = z - z.mean()
    size = float(np.sqrt((np.abs(z) ** 2).mean()))
    return np.asarray(z / size if size > 0 else z)
