"""Point schemes: which landmarks there are, in which order, and how they belong together."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

import numpy as np

from kpstudio.core.errors import InputError


@dataclass(frozen=True)
class Normaliser:
    """A length of the face that errors are divided by.

    Attributes:
        name: As papers call it, e.g. "inter-ocular".
        a: Point numbers whose mean is one end; empty for the box of the points.
        b: Point numbers whose mean is the other end.
    """

    name: str
    a: tuple[int, ...] = ()
    b: tuple[int, ...] = ()


BOX_SIZE = Normaliser("box size")


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
    """

    name: str
    points: tuple[str, ...]
    mirror: tuple[int, ...]
    edges: tuple[tuple[int, int], ...] = ()
    groups: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    normaliser: Normaliser = BOX_SIZE

    def __post_init__(self) -> None:
        count = len(self.points)
        if len(set(self.points)) != count:
            raise InputError(f"scheme {self.name}: two points share a name; give each its own")
        if sorted(self.mirror) != list(range(count)) or any(
            self.mirror[self.mirror[k]] != k for k in range(count)
        ):
            raise InputError(f"scheme {self.name}: mirroring twice must give every point back")
        for k in (
            *self.normaliser.a,
            *self.normaliser.b,
            *(k for edge in self.edges for k in edge),
            *(k for group in self.groups.values() for k in group),
        ):
            if not 0 <= k < count:
                raise InputError(f"scheme {self.name}: point {k} is not one of 0 to {count - 1}")

    def __hash__(self) -> int:
        return hash((self.name, self.points))

    @property
    def count(self) -> int:
        """The number of points K."""
        return len(self.points)

    def index(self, name: str) -> int:
        """Return the number of the point called ``name``.

        Raises:
            InputError: If the scheme has no such point.
        """
        try:
            return self.points.index(name)
        except ValueError:
            raise InputError(f"scheme {self.name} has no point called {name!r}") from None

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
            raise InputError(f"no points chosen from scheme {self.name}: name a group or a point")
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
        groups = ", ".join(self.groups) or "none"
        raise InputError(
            f"scheme {self.name} has no point or group {part!r}: "
            f"use all, 0 to {self.count - 1}, or a group ({groups})"
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
            )
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            raise InputError(f"not a landmark scheme: {type(error).__name__} {error}") from error


def generic_scheme(count: int, names: tuple[str, ...] = ()) -> PointSchema:
    """Return a scheme for data that brings no names: no mirror pairs, errors by box size."""
    points = names or tuple(f"point {k}" for k in range(count))
    return PointSchema(f"points{count}", points, tuple(range(count)))


def scheme_for_count(count: int) -> PointSchema:
    """Return the shipped scheme with ``count`` points, else a generic one."""
    for scheme in shipped_schemes():
        if scheme.count == count:
            return scheme
    return generic_scheme(count)


@cache
def shipped_schemes() -> tuple[PointSchema, ...]:
    """Return the schemes that come with the program: 58 (IMM) and 68 (300-W) points."""
    return _imm58(), _ibug68()


def chain(points: range, closed: bool = False) -> tuple[tuple[int, int], ...]:
    """Return the edges along consecutive ``points``, back to the first when ``closed``."""
    order = list(points) + ([points[0]] if closed else [])
    return tuple(itertools.pairwise(order))


def _numbered(word: str, count: int, special: Mapping[int, str]) -> list[str]:
    return [f"{word} {special.get(k, k + 1)}" for k in range(count)]


def _imm58() -> PointSchema:
    """IMM Face Database (Nordstrøm et al. 2004); left and right are the subject's."""
    eye = {0: "outer", 4: "inner"}
    points = [
        *("chin" if k == 6 else f"jaw {k + 1}" for k in range(13)),
        *_numbered("left eye", 8, eye),
        *_numbered("right eye", 8, eye),
        *_numbered("left brow", 5, {}),
        *_numbered("right brow", 5, {}),
        *_numbered("mouth", 8, {0: "right", 2: "bottom", 4: "left", 6: "top"}),
        *("under nose" if k == 5 else f"nose {k + 1}" for k in range(11)),
    ]
    mirror = np.r_[12:-1:-1, 21:29, 13:21, 34:39, 29:34, 43, 42, 41, 40, 39, 46, 45, 44, 57:46:-1]
    groups = {
        "jaw": range(13),
        "left eye": range(13, 21),
        "right eye": range(21, 29),
        "left brow": range(29, 34),
        "right brow": range(34, 39),
        "mouth": range(39, 47),
        "nose": range(47, 58),
        "nose tip": range(52, 53),
    }
    edges = (
        *chain(range(13)),
        *chain(range(13, 21), closed=True),
        *chain(range(21, 29), closed=True),
        *chain(range(29, 34)),
        *chain(range(34, 39)),
        *chain(range(39, 47), closed=True),
        *chain(range(47, 58)),
    )
    return PointSchema(
        "imm58",
        tuple(points),
        tuple(int(k) for k in mirror),
        edges,
        {name: tuple(group) for name, group in groups.items()},
        Normaliser("inter-ocular", (13,), (21,)),
    )


def _ibug68() -> PointSchema:
    """300-W (Sagonas et al. 2013); left and right are the subject's."""
    lip = {0: "right", 3: "top", 6: "left", 9: "bottom"}
    points = [
        *("chin" if k == 8 else f"jaw {k + 1}" for k in range(17)),
        *_numbered("right brow", 5, {}),
        *_numbered("left brow", 5, {}),
        *("nose tip" if k == 3 else f"nose bridge {k + 1}" for k in range(4)),
        *("under nose" if k == 2 else f"nostril {k + 1}" for k in range(5)),
        *_numbered("right eye", 6, {0: "outer", 3: "inner"}),
        *_numbered("left eye", 6, {0: "inner", 3: "outer"}),
        *_numbered("outer lip", 12, lip),
        *_numbered("inner lip", 8, {0: "right", 2: "top", 4: "left", 6: "bottom"}),
    ]
    mirror = np.r_[
        16:-1:-1, 26:16:-1, 27:31, 35:30:-1, 45:41:-1, 47, 46, 39:35:-1, 41, 40,
        54:47:-1, 59:54:-1, 64:59:-1, 67, 66, 65,
    ]  # fmt: skip
    groups = {
        "jaw": range(17),
        "right brow": range(17, 22),
        "left brow": range(22, 27),
        "nose": range(27, 36),
        "right eye": range(36, 42),
        "left eye": range(42, 48),
        "mouth": range(48, 68),
        "nose tip": range(30, 31),
    }
    edges = (
        *chain(range(17)),
        *chain(range(17, 22)),
        *chain(range(22, 27)),
        *chain(range(27, 31)),
        *chain(range(31, 36)),
        *chain(range(36, 42), closed=True),
        *chain(range(42, 48), closed=True),
        *chain(range(48, 60), closed=True),
        *chain(range(60, 68), closed=True),
    )
    return PointSchema(
        "ibug68",
        tuple(points),
        tuple(int(k) for k in mirror),
        edges,
        {name: tuple(group) for name, group in groups.items()},
        Normaliser("inter-ocular", (36,), (45,)),
    )
