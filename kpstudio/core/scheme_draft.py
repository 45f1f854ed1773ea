"""A scheme being edited: may contradict itself for a while, and says what is wrong with it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kpstudio.core.errors import InputError
from kpstudio.core.schema import BOX_SIZE, Normaliser, PointSchema
from kpstudio.core.texts import say


@dataclass
class SchemeDraft:
    """What a person has made of a scheme so far.

    Attributes:
        name: Of the scheme.
        points: K names.
        mirror: K numbers; always an involution, since pairs are set and broken as a whole.
        edges: Pairs of points that are connected, as they were drawn.
        members: Group -> the points in it, in the order of the groups.
        colours: Group -> "#rrggbb".
        normaliser: What errors are divided by.
    """

    name: str
    points: list[str]
    mirror: list[int]
    edges: list[tuple[int, int]]
    members: dict[str, set[int]]
    colours: dict[str, str]
    normaliser: Normaliser

    @classmethod
    def of(cls, scheme: PointSchema) -> SchemeDraft:
        """Begin with ``scheme``."""
        return cls(
            scheme.name,
            list(scheme.points),
            list(scheme.mirror),
            list(scheme.edges),
            {group: set(members) for group, members in scheme.groups.items()},
            dict(scheme.colours),
            scheme.normaliser,
        )

    def scheme(self) -> PointSchema:
        """Return what the draft says.

        Raises:
            InputError: If it contradicts itself; the sentence says where.
        """
        if not self.name.strip():
            raise InputError(say("the scheme has no name: give it one"))
        for number, point in enumerate(self.points):
            if not point.strip():
                raise InputError(say("point {number} has no name: give it one", number=number))
            if self.points.index(point) != number:
                other = self.points.index(point)
                raise InputError(
                    say(
                        "points {other} and {number} are both called {point!r}",
                        other=other,
                        number=number,
                        point=point,
                    )
                )
        groups = {name: tuple(sorted(points)) for name, points in self.members.items() if points}
        return PointSchema(
            self.name.strip(),
            tuple(self.points),
            tuple(self.mirror),
            tuple(self.edges),
            groups,
            self.normaliser,
            {name: colour for name, colour in self.colours.items() if name in groups},
        )

    @property
    def groups(self) -> tuple[str, ...]:
        """The names of the groups that have points."""
        return tuple(name for name, points in self.members.items() if points)

    def groups_of(self, point: int) -> tuple[str, ...]:
        """Return the groups that ``point`` is in."""
        return tuple(name for name, points in self.members.items() if point in points)

    def colour_of(self, *points: int) -> str | None:
        """Return the colour of the smallest group with one that holds all ``points``."""
        held = [
            (len(self.members[name]), colour)
            for name, colour in self.colours.items()
            if name in self.members and set(points) <= self.members[name]
        ]
        return min(held)[1] if held else None

    def regroup(self, point: int, groups: Sequence[str]) -> None:
        """Put ``point`` into ``groups`` and no other; a new name makes a new group."""
        for name in groups:
            self.members.setdefault(name, set())
        for name, points in self.members.items():
            (points.add if name in groups else points.discard)(point)

    def recolour(self, group: str, colour: str | None) -> None:
        """Give ``group`` a colour, or take it away."""
        if colour is None:
            self.colours.pop(group, None)
        else:
            self.colours[group] = colour

    def connect(self, a: int, b: int) -> None:
        """Connect two points, or take the edge between them away."""
        if a == b:
            return
        kept = [edge for edge in self.edges if set(edge) != {a, b}]
        self.edges = kept if len(kept) < len(self.edges) else [*kept, (a, b)]

    def pair(self, a: int, b: int) -> None:
        """Make ``a`` and ``b`` swap places in a mirrored picture; one point alone stays put.

        What they were paired with before stays alone. A pair that is set again is broken.
        """
        together = a != b and self.mirror[a] == b
        for point in (a, b):
            partner = self.mirror[point]
            self.mirror[partner], self.mirror[point] = partner, point
        if not together:
            self.mirror[a], self.mirror[b] = b, a

    def take_pairs(self, mirror: Sequence[int]) -> None:
        """Take other pairs for all points."""
        self.mirror = list(mirror)

    def divide_by(self, name: str, a: Sequence[int], b: Sequence[int]) -> None:
        """Divide errors by the distance of two ends; by the box of the points without ends."""
        ends = bool(a) and bool(b)
        self.normaliser = Normaliser(name, tuple(a), tuple(b)) if ends else BOX_SIZE
