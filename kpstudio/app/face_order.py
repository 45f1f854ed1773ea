"""The orders of the faces list."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

import numpy as np

from kpstudio.app.language import tr
from kpstudio.core import extensions, rankings
from kpstudio.core.facts import FaceFacts
from kpstudio.core.labelset import Face, FaceState
from kpstudio.core.landmarks import FloatArray
from kpstudio.core.order import natural_key
from kpstudio.core.texts import Text, say


class Order(StrEnum):
    """How the list is sorted."""

    NAME = "name"
    WORST = "worst first"
    STATE = "state"
    DOUBT = "most doubtful first"
    SUSPICIOUS = "suspicious first"
    YAW = "yaw"
    PERSON = "person"
    TAG = "tag"
    MISSING = "missing points"
    PROBLEMS = "problems"


ORDERS: Mapping[Order, Text] = {
    Order.NAME: say("name"),
    Order.WORST: say("worst first"),
    Order.STATE: say("state"),
    Order.DOUBT: say("most doubtful first"),
    Order.SUSPICIOUS: say("suspicious first"),
    Order.YAW: say("yaw"),
    Order.PERSON: say("person"),
    Order.TAG: say("tag"),
    Order.MISSING: say("missing points"),
    Order.PROBLEMS: say("problems"),
}
"""What the orders are called."""


@dataclass(frozen=True)
class ByPoints:
    """Worst first by the error of some points alone.

    Attributes:
        name: What to call them.
        points: Their numbers.
    """

    name: str
    points: tuple[int, ...]

    @property
    def value(self) -> str:
        """What to call the order."""
        return tr("{name}, worst first", name=self.name)


@dataclass(frozen=True, eq=False)
class ByFigure:
    """By a figure that was worked out for some faces, the smallest first.

    Attributes:
        value: What to call it.
        figures: By face id; faces without one come last.
        why: What is said of a face, by face id.
    """

    value: str
    figures: Mapping[str, float]
    why: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class ByRanking:
    """As another package sorts them.

    Attributes:
        name: One of `kpstudio.core.rankings.rankings`.
    """

    name: str

    @property
    def value(self) -> str:
        """What to call the order."""
        return extensions.title(self.name)


AnyOrder = Order | ByPoints | ByFigure | ByRanking

LASTING = (Order, ByRanking)
"""Those that mean something in any folder."""

_STATES = tuple(FaceState)


def by_name(face: Face) -> tuple[str, str]:
    """Return a key that sorts file names as people count: 9 before 10."""
    return natural_key(face.picture.rpartition("/")[2]), face.id


def in_order(
    faces: Iterable[Face], order: AnyOrder, facts: FaceFacts, backwards: bool = False
) -> list[Face]:
    """Sort faces that come in the order of their names; of equals the first name comes first.

    Those that have nothing to be sorted by (no prediction, no tag) come last either way.

    Raises:
        InputError: If another package's ranking cannot be used.
    """
    faces = list(faces)
    if order is Order.NAME:
        return faces[::-1] if backwards else faces
    key = _WORDS.get(order) if isinstance(order, Order) else None
    if key is None:
        return _by_figures(faces, np.array(_figures(faces, order, facts), float), backwards)
    keyed = [(key(facts, face), face) for face in faces]
    known = [pair for pair in keyed if pair[0] is not None]
    known.sort(key=lambda pair: pair[0], reverse=backwards)
    return [face for _, face in known] + [face for value, face in keyed if value is None]


_WORDS: Mapping[Order, Callable[[FaceFacts, Face], Any]] = {
    Order.STATE: lambda facts, face: _STATES.index(facts.state(face)),
    Order.PERSON: lambda facts, face: natural_key(facts.person(face)) or None,
    Order.TAG: lambda _, face: sorted(map(str.casefold, face.tags)) or None,
}
"""The key of each order that goes by no figure; None for what has nothing to be sorted by."""


def _by_figures(faces: Sequence[Face], figures: FloatArray, backwards: bool) -> list[Face]:
    """Sort faces by (N,) figures, of which NaN is unknown."""
    rows = np.argsort(-figures if backwards else figures, kind="stable")  # NaN comes last
    return list(map(faces.__getitem__, rows.tolist()))


def _figures(faces: Sequence[Face], order: AnyOrder, facts: FaceFacts) -> list[float]:
    """Return what faces are sorted by, the smallest first; NaN for what has no figure."""
    if isinstance(order, ByRanking):
        order = ByFigure(order.value, rankings.figures(order.name, faces, facts))
    if isinstance(order, ByPoints):
        errors = facts.errors_at(faces, order.points)
        return [-errors.get(face.id, math.nan) for face in faces]
    if isinstance(order, ByFigure):
        return [order.figures.get(face.id, math.nan) for face in faces]
    match order:
        case Order.WORST:
            return [math.nan if off is None else -off.nme for off in facts.errors(faces)]
        case Order.YAW:
            facts.measure_poses(faces)
            return list(map(facts.yaw, faces))
        case Order.PROBLEMS:
            return [1.0 if facts.has_problem(face) else math.nan for face in faces]
    figure = {
        Order.DOUBT: facts.doubt,
        Order.SUSPICIOUS: facts.suspicious,
        Order.MISSING: facts.missing,
    }[order]
    return [-figure(face) for face in faces]
