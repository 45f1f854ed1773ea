"""What a point scheme is: which landmarks there are, in which order, how they belong together."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from kpstudio.core.errors import InputError
from kpstudio.core.schemes.names import in_words
from kpstudio.core.texts import joined, say

TITLES: Mapping[str, str] = {
    "box size": say("box size"),
    "box diagonal": say("box diagonal"),
    "inter-ocular": say("inter-ocular"),
    "inter-pupil": say("inter-pupil"),
}
"""The names of lengths that are in use, as they are called in a list."""
_LENGTHS = {
    "inter-ocular": say("inter-ocular length"),
    "inter-pupil": say("inter-pupil length"),
}


@dataclass(frozen=True)
class Normaliser:
    """A length of the face that errors are divided by.

    Attributes:
        name: As papers call it, e.g. "inter-ocular".
        a: Point numbers whose mean is one end; empty for a length of the points' box.
        b: Point numbers whose mean is the other end.
    """

    name: str
    a: tuple[int, ...] = ()
    b: tuple[int, ...] = ()

    @property
    def title(self) -> str:
        """The length as it is called in a list."""
        return TITLES.get(self.name, self.name)

    @property
    def in_words(self) -> str:
        """The length as it is called in a sentence: "inter-ocular length", "box size"."""
        if not self.a:
            return self.title
        return _LENGTHS.get(self.name) or say("{name} length", name=self.name)


BOX_SIZE = Normaliser("box size")
"""The geometric mean of the sides of the box around the points."""
BOX_DIAGONAL = Normaliser("box diagonal")
"""The diagonal of the box around the points."""

_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")


@dataclass(frozen=True)
class PointSchema:
    """A landmark scheme.

    Attributes:
        name: Short and unique, e.g. "imm58".
        points: K names, in the order of the data.
        mirror: K numbers; ``mirror[k]`` is the point that k becomes in a mirrored picture. Applying
            it twice is the identity. Unknown pairs stay where they are (``mirror[k] == k``).
        edges: Pairs of points to connect when drawn.
        groups: Named sets of points, e.g. "left eye".
        normaliser: What NME is divided by.
        colours: Group -> "#rrggbb", what its edges and numbers are drawn in.
    """

    name: str
    points: tuple[str, ...]
    mirror: tuple[int, ...]
    edges: tuple[tuple[int, int], ...] = ()
    groups: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    normaliser: Normaliser = BOX_SIZE
    colours: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        count = len(self.points)
        if len(set(self.points)) != count:
            raise InputError(
                say("scheme {name}: two points share a name; give each its own", name=self.name)
            )
        if sorted(self.mirror) != list(range(count)) or any(
            self.mirror[self.mirror[k]] != k for k in range(count)
        ):
            raise InputError(
                say("scheme {name}: mirroring twice must give every point back", name=self.name)
            )
        for k in (
            *self.normaliser.a,
            *self.normaliser.b,
            *(k for edge in self.edges for k in edge),
            *(k for group in self.groups.values() for k in group),
        ):
            if not 0 <= k < count:
                raise InputError(
                    say(
                        "scheme {name}: point {k} is not one of 0 to {count}",
                        name=self.name,
                        k=k,
                        count=count - 1,
                    )
                )
        for group, colour in self.colours.items():
            if group not in self.groups:
                raise InputError(
                    say(
                        "scheme {name}: {group!r} has a colour but is not a group",
                        name=self.name,
                        group=group,
                    )
                )
            if not _COLOUR.fullmatch(colour):
                raise InputError(
                    say(
                        "scheme {name}: {colour!r} is not a colour: write it as #3ddc84",
                        name=self.name,
                        colour=colour,
                    )
                )

    def __hash__(self) -> int:
        return hash((self.name, self.points))

    @property
    def count(self) -> int:
        """The number of points K."""
        return len(self.points)

    @property
    def paired(self) -> bool:
        """Whether it is known which points swap places in a mirrored picture."""
        return any(other != k for k, other in enumerate(self.mirror))

    @property
    def unnamed(self) -> bool:
        """Whether the points have no names but their numbers."""
        return self.points == generic_scheme(self.count).points

    def called(self, point: int) -> str:
        """Return what people call a point: its name, which the window says in its language."""
        return in_words(self.points[point])

    def group_of(self, point: int) -> str:
        """Return the smallest group that ``point`` is in, or ""."""
        groups = [(len(members), name) for name, members in self.groups.items() if point in members]
        return min(groups)[1] if groups else ""

    def colour_of(self, *points: int) -> str | None:
        """Return the colour of the smallest group with one that holds all ``points``."""
        held = [
            (len(self.groups[name]), colour)
            for name, colour in self.colours.items()
            if set(points) <= set(self.groups[name])
        ]
        return min(held)[1] if held else None

    def index(self, name: str) -> int:
        """Return the number of the point called ``name``.

        Raises:
            InputError: If the scheme has no such point.
        """
        try:
            return self.points.index(name)
        except ValueError:
            raise InputError(
                say("scheme {scheme} has no point called {name!r}", scheme=self.name, name=name)
            ) from None

    def choose(self, text: str) -> tuple[int, ...]:
        """Return the point numbers that ``text`` names, in ascending order.

        Args:
            text: "all", or a comma-separated list of group names, point names, numbers and ranges
                such as "0-12".

        Raises:
            InputError: If a part names nothing in this scheme.
        """
        chosen: set[int] = set()
        for part in (p.strip() for p in text.split(",")):
            if part:
                chosen.update(self._part(part))
        if not chosen:
            raise InputError(
                say(
                    "no points are selected from scheme {name}: name a group or a point",
                    name=self.name,
                )
            )
        return tuple(sorted(chosen))

    def _part(self, part: str) -> Iterator[int]:
        if part == "all":
            return iter(range(self.count))
        if part in self.groups:
            return iter(self.groups[part])
        if part in self.points:
            return iter((self.points.index(part),))
        first, dash, last = part.partition("-")
        if first.isdecimal() and (last.isdecimal() or not dash):
            numbers = range(int(first), int(last or first) + 1)
            if numbers and numbers[-1] < self.count:
                return iter(numbers)
        groups = joined([in_words(name) for name in self.groups], ", ") or say("none")
        raise InputError(
            say(
                "scheme {name} has no point or group {part!r}: use all, 0 to {count}, or "
                "a group ({groups})",
                name=self.name,
                part=part,
                count=self.count - 1,
                groups=groups,
            )
        )

    def to_json(self) -> dict[str, Any]:
        """Return a JSON-ready dict that `from_json` reads back."""
        return {
            "name": self.name,
            "points": list(self.points),
            "mirror": list(self.mirror),
            "edges": [list(edge) for edge in self.edges],
            "groups": {name: list(group) for name, group in self.groups.items()},
            "normaliser": {
                "name": self.normaliser.name,
                "a": list(self.normaliser.a),
                "b": list(self.normaliser.b),
            },
            "colours": dict(self.colours),
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> PointSchema:
        """Read what `to_json` wrote.

        Raises:
            InputError: If a key is missing or the scheme contradicts itself.
        """
        try:
            normaliser = data["normaliser"]
            return cls(
                name=str(data["name"]),
                points=tuple(map(str, data["points"])),
                mirror=tuple(map(int, data["mirror"])),
                edges=tuple((int(i), int(j)) for i, j in data["edges"]),
                groups={str(n): tuple(map(int, g)) for n, g in data["groups"].items()},
                normaliser=Normaliser(
                    str(normaliser["name"]),
                    tuple(map(int, normaliser["a"])),
                    tuple(map(int, normaliser["b"])),
                ),
                colours={str(n): str(c) for n, c in data.get("colours", {}).items()},
            )
        except (KeyError, TypeError, ValueError, OverflowError, AttributeError) as error:
            raise InputError(
                say("not a landmark scheme: {kind} {error}", kind=type(error).__name__, error=error)
            ) from error


def generic_scheme(count: int, names: tuple[str, ...] = ()) -> PointSchema:
    """Return a scheme for data that brings no names: no mirror pairs, errors by box size."""
    points = names or tuple(f"point {k}" for k in range(count))
    return PointSchema(f"points{count}", points, tuple(range(count)))


def chain(points: Sequence[int], closed: bool = False) -> tuple[tuple[int, int], ...]:
    """Return the edges along consecutive ``points``, back to the first when ``closed``."""
    order = list(points) + ([points[0]] if closed else [])
    return tuple(itertools.pairwise(order))


def numbered(word: str, count: int, special: Mapping[int, str]) -> list[str]:
    """Return "jaw 1", "jaw 2" and so on; ``special`` points take their own word for the number."""
    return [f"{word} {special.get(k, k + 1)}" for k in range(count)]
