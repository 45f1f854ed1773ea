"""The orders of the faces list."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from kpstudio.app.language import tr
from kpstudio.core import extensions, rankings
from kpstudio.core.facts import FaceFacts
from kpstudio.core.labelset import Face, FaceState
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
    if order is Order.YAW:
        facts.measure_poses(faces)
    key = _key(faces, order, facts)
    keyed = [(key(face), face) for face in faces]
    known = [pair for pair in keyed if pair[0] is not None]
    known.sort(key=lambda pair: pair[0], reverse=backwards)
    return [face for _, face in known] + [face for value, face in keyed if value is None]


def _key(faces: list[Face], order: AnyOrder, facts: FaceFacts) -> Callable[[Face], Any]:
    """Return the key of an order; None for what has nothing to be sorted by."""
    if isinstance(order, ByPoints):
        return _key_of_points(faces, order, facts)
    if isinstance(order, ByRanking):
        order = ByFigure(order.value, rankings.figures(order.name, faces, facts))
    if isinstance(order, ByFigure):
        return lambda face: order.figures.get(face.id)
    keys: dict[Order, Callable[[Face], Any]] = {
        Order.WORST: lambda face: _known(-facts.error_percent(face)),
        Order.STATE: lambda face: _STATES.index(facts.state(face)),
        Order.DOUBT: lambda face: _known(-facts.doubt(face)),
        Order.SUSPICIOUS: lambda face: _known(-facts.suspicious(face)),
        Order.YAW: lambda face: _known(facts.yaw(face)),
        Order.PERSON: lambda face: natural_key(facts.person(face)) or None,
        Order.TAG: lambda face: sorted(map(str.casefold, face.tags)) or None,
        Order.MISSING: lambda face: _known(-facts.missing(face)),
        Order.PROBLEMS: lambda face: True if facts.has_problem(face) else None,
    }
    return keys[order]


def _key_of_points(faces: list[Face], order: ByPoints, facts: FaceFacts) -> Callable[[Face], Any]:
    errors = facts.errors_at(faces, order.points)
    return lambda face: -errors[face.id] if face.id in errors else None


def _known(value: float) -> float | None:
    return None if math.isnan(value) else value
