"""Points in another order than the scheme's: left and right swapped, sorted as text, shuffled."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

import numpy as np
from numpy.typing import NDArray

from kpstudio.core.labelset import Face
from kpstudio.core.landmarks import FloatArray
from kpstudio.core.texts import joined, say, say_count
from kpstudio.doctor.finding import Finding, Repair, Severity, reordered, reordering
from kpstudio.doctor.material import Material
from kpstudio.doctor.orders import LEFT_RIGHT, ORDER, Known, Order, best_order, known_orders
from kpstudio.doctor.pairs import swapped_pairs
from kpstudio.doctor.reference import Reference
from kpstudio.doctor.shape import fit

_ALIKE = 0.3
"""A set whose mean shape is nearer to the shipped one has its order; other people's faces are at
0.1, another order at 0.6 and more."""
_UNLIKE = 0.45
_PROOF = 12
_TOLD = 3
_FEWEST = 6


def check_order(material: Material, reference: Reference) -> Finding | None:
    """Look for an order that the whole set is in, against the shipped shape of the scheme."""
    own, shipped = reference.own, reference.shipped
    if own is None or shipped is None or own is shipped:
        return None
    as_is = fit(_both_ways(own), shipped).residual
    if as_is.min() < _ALIKE:
        return _swapped_sides(material, reference, as_is)
    for known in known_orders(material.scheme, reference.mirror):
        if (
            known.key == ORDER
            and fit(_both_ways(own[known.order]), shipped).residual.min() < _ALIKE
        ):
            return _whole(material, known, float(as_is[0]))
    order = best_order(own, shipped, upright=False)
    if order is None or fit(own[order][None], shipped).residual[0] > _ALIKE:
        return None
    return _whole(material, Known(ORDER, say("are in an order that fits no face"), order), as_is[0])


def _both_ways(shape: FloatArray) -> FloatArray:
    """Return (2, K, 2): a shape and its mirror image."""
    return np.stack([shape, shape * np.array([-1.0, 1.0])])


def _swapped_sides(material: Material, reference: Reference, as_is: FloatArray) -> Finding | None:
    """Tell whether all faces have left and right swapped; upside-down is another fault."""
    assert reference.own is not None
    assert reference.shipped is not None
    if reference.mirror is None or as_is[0] < 2 * as_is[1]:
        return None
    swapped = fit(material.xy[material.sample()][:, reference.mirror], reference.shipped)
    with np.errstate(all="ignore"):
        if not ((np.abs(swapped.angle) < 45.0) & (swapped.residual < 0.6)).mean() > 0.6:
            return None
    known = Known(LEFT_RIGHT, say("have left and right swapped"), reference.mirror)
    return _whole(material, known, float(as_is[0]))


def _whole(material: Material, known: Known, residual: float) -> Finding:
    count = len(material.faces)
    return Finding(
        known.key,
        Severity.FAULT,
        say_count(
            "The points of the 1 face {looks}.",
            "The points of all {count:,} faces {looks}.",
            count,
            looks=known.looks,
        ),
        _REMEDY,
        tuple(face.id for face in material.faces),
        {say("shape residual as they are"): float(residual)},
        Repair(_verb(known.key), partial(_mend, order=known.order)),
        material.ids(material.sample(_PROOF)),
    )


_REMEDY = say("Each point would get the number that the scheme gives it; none would move.")
_GUESSED = say(
    "Each point would get the number that the scheme gives it; none would move. Where the "
    "order was guessed from the shape, look at each."
)


def _verb(key: str) -> str:
    return "swap left and right" if key == LEFT_RIGHT else "put the points in order"


def _mend(face: Face, order: Order) -> Face:
    return face if face.landmarks is None else reordered(face, tuple(int(k) for k in order))


# ---- single faces


def check_faces_order(
    material: Material, reference: Reference, known_odd: frozenset[str]
) -> Iterator[Finding]:
    """Look for single faces in another order than the rest; ``known_odd`` are left out."""
    if reference.own is None or not reference.usual < _UNLIKE:
        return
    fitted = fit(material.xy, reference.own).residual
    with np.errstate(all="ignore"):
        odd = np.flatnonzero(fitted > max(1.6 * reference.usual, 0.12))
    odd = np.array([n for n in odd if material.faces[n].id not in known_odd], dtype=np.intp)
    orders = list(known_orders(material.scheme, reference.mirror))
    found: dict[str, dict[int, Known]] = {LEFT_RIGHT: {}, ORDER: {}}
    for n in odd:
        known = _order_of(material.xy[n], float(fitted[n]), reference, orders)
        if known is not None:
            found[known.key][int(n)] = known
    named = {n for faces in found.values() for n in faces}
    for face, single in _pairs(material, reference).items():
        if face not in named and material.faces[face].id not in known_odd:
            found[LEFT_RIGHT][face] = single
    for key, faces in found.items():
        if faces:
            yield _single(material, key, faces, fitted)


def _pairs(material: Material, reference: Reference) -> dict[int, Known]:
    """Return the order of each face of which single pairs are swapped."""
    if reference.own is None or reference.mirror is None:
        return {}
    found = {}
    scheme = material.scheme
    for n, pairs in swapped_pairs(material.xy, reference.own, reference.mirror).items():
        order = np.arange(scheme.count)
        for one, other in pairs:
            order[[one, other]] = other, one
        told = [
            say("{one} and {other}", one=scheme.called(a), other=scheme.called(b)) for a, b in pairs
        ]
        names = joined(told, ", ")
        found[n] = Known(LEFT_RIGHT, say("have {names} swapped", names=names), order)
    return found


def _order_of(
    xy: FloatArray, as_is: float, reference: Reference, orders: list[Known]
) -> Known | None:
    """Return the order that makes one face as like the others as they are, or None."""
    assert reference.own is not None
    readings = fit(np.stack([xy[known.order] for known in orders]), reference.own)
    like = np.nan_to_num(readings.residual, nan=np.inf)
    if reference.steady:
        like[np.abs(readings.angle) > 50.0] = np.inf
    best = int(like.argmin())
    if like[best] < min(0.55 * as_is, 1.2 * reference.high):
        return orders[best]
    if as_is < max(_UNLIKE, 2.5 * reference.high) or len(xy) < _FEWEST:
        return None
    order = best_order(xy, reference.own, reference.steady)
    if order is None:
        return None
    residual = float(fit(xy[order][None], reference.own).residual[0])
    if residual > min(0.5 * as_is, 1.5 * reference.high):
        return None
    return Known(ORDER, say("are in no order"), order)


def _single(
    material: Material, key: str, found: Mapping[int, Known], fitted: FloatArray
) -> Finding:
    numbers = np.array(sorted(found, key=lambda n: -fitted[n]), dtype=np.intp)
    examined = {n: material.faces[n] for n in found}
    orders = {
        face.id: (face, tuple(int(k) for k in found[n].order)) for n, face in examined.items()
    }
    looks = {known.looks for known in found.values()}
    count, first = len(numbers), material.faces[numbers[0]].picture
    where = first if count == 1 else say("{count:,} faces ({first} …)", count=count, first=first)
    by_shape = any(known.looks == "are in no order" for known in found.values())
    return Finding(
        key,
        Severity.FAULT,
        say(
            "The points of {where} {looks}{pairs}.",
            where=where,
            looks=_said(looks, key),
            pairs=_single_pairs(material, found),
        ),
        _GUESSED if by_shape else _REMEDY,
        material.ids(numbers),
        {
            say("shape residual, usual"): _middle(fitted),
            say("shape residual of these, least"): float(fitted[numbers].min()),
        },
        Repair(_verb(key), reordering(orders)),
        material.ids(numbers[:_PROOF]),
    )


def _said(looks: set[str], key: str) -> str:
    if len(looks) == 1:
        return next(iter(looks))
    part = say("have left and right swapped, in part")
    return part if key == LEFT_RIGHT else say("are in no order")


def _single_pairs(material: Material, found: Mapping[int, Known]) -> str:
    """Return what is swapped where, if that differs from face to face."""
    if len({known.looks for known in found.values()}) == 1:
        return ""
    told = [
        say("those of {picture} {looks}", picture=material.faces[n].picture, looks=known.looks)
        for n, known in found.items()
    ]
    first = joined(told[:_TOLD], "; ")
    return say(": {first}; and more", first=first) if told[_TOLD:] else joined(["", first], ": ")


def _middle(fitted: NDArray[np.float64]) -> float:
    """Return the middle one of the faces' residuals."""
    return float(np.nanmedian(fitted))
