"""From the points of one scheme to those of another: each is the mean of some points of the source.

The tables go by way of 300-W's 68 points and the five of the face detectors. 98 to 68 is the table
that public code for WFLW uses (every second point of the jaw, the upper rims of the brows). The
others join points that both sets' documentation names alike: corners, tips, lids' rims for centres.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np

from kpstudio.core.errors import InputError
from kpstudio.core.landmarks import FloatArray, Landmarks, Visibility
from kpstudio.core.schema import PointSchema, scheme_named, shipped_schemes
from kpstudio.core.texts import say

Parts = tuple[tuple[int, ...], ...]


@dataclass(frozen=True)
class SchemeMap:
    """How to make points of one scheme from those of another.

    Attributes:
        parts: For each point of the target, the numbers of the source's points whose mean it is;
            none where the source does not tell.
    """

    parts: Parts

    @property
    def told(self) -> tuple[int, ...]:
        """The numbers of the target's points that the source tells."""
        return tuple(k for k, part in enumerate(self.parts) if part)

    @property
    def identical(self) -> bool:
        """Whether every point stays what it is."""
        return self.parts == tuple((k,) for k in range(len(self.parts)))

    def points(self, xy: FloatArray) -> FloatArray:
        """Return (..., K, 2) points of the target made of (..., J, 2) of the source, any frame.

        A point is NaN where the source does not tell it, or one of those it is made of is missing.
        """
        result = np.full((*xy.shape[:-2], len(self.parts), 2), np.nan)
        for k in self.told:
            result[..., k, :] = xy[..., list(self.parts[k]), :].mean(axis=-2)
        return result

    def landmarks(self, source: Landmarks) -> Landmarks:
        """Return landmarks of the target; a point made of an occluded one is occluded."""
        if self.identical:
            return source
        visibility = np.full(len(self.parts), Visibility.MISSING, dtype=np.uint8)
        score = np.full(len(self.parts), np.nan)
        for k in self.told:
            part = list(self.parts[k])
            hidden = (source.visibility[part] == Visibility.OCCLUDED).any()
            visibility[k] = Visibility.OCCLUDED if hidden else Visibility.VISIBLE
            if source.score is not None:
                score[k] = source.score[part].mean()
        return Landmarks(
            self.points(source.xy_image),
            visibility,
            score if source.score is not None else None,
            source.source,
            source.run,
            self._spread(source.spread),
        )

    def _spread(self, source: FloatArray | None) -> FloatArray | None:
        """Return the spread of the target; a mean of points scatters as their mean does at most."""
        if source is None:
            return None
        spread = np.full((len(self.parts), 3), np.nan)
        for k in self.told:
            spread[k] = source[list(self.parts[k])].mean(axis=0)
        return spread

    def then(self, following: SchemeMap) -> SchemeMap:
        """Return this map followed by another; every point counts once in a mean."""
        return SchemeMap(
            tuple(
                tuple(sorted({j for k in part for j in self.parts[k]}))
                if all(self.parts[k] for k in part)
                else ()
                for part in following.parts
            )
        )


def scheme_map(source: PointSchema, target: PointSchema) -> SchemeMap | None:
    """Return how to make points of ``target`` from those of ``source``, or None if nothing tells.

    In this order: the same names; two shipped schemes between which there are tables; all names of
    the one among those of the other; the same number of points, where one side has no names or at
    least half of the names are the same in place (points that were renamed).
    """
    if source.points == target.points:
        return _identity(target.count)
    a, b = _shipped(source), _shipped(target)
    if a is not None and b is not None:
        return _identity(target.count) if a is b else _between_shipped(a.name, b.name)
    if not (source.unnamed or target.unnamed):
        found = _by_names(source.points, target.points)
        if found is not None:
            return found
    if source.count == target.count:
        kept = sum(x == y for x, y in zip(source.points, target.points, strict=True))
        if source.unnamed or target.unnamed or 2 * kept >= source.count:
            return _identity(target.count)
    return None


def require_map(source: PointSchema, target: PointSchema, who: str, where: str) -> SchemeMap:
    """Return the map from a run's scheme to a set's.

    Args:
        source: The scheme that the run predicts.
        target: The scheme of the set.
        who: What to call the run.
        where: What to call the set.

    Raises:
        InputError: If there is none.
    """
    found = scheme_map(source, target)
    if found is None:
        raise InputError(
            say(
                "{who} predicts {source}, {where} has {target}, and there is no known conversion: "
                "use a run that was trained on these points",
                who=who,
                source=_words(source),
                where=where,
                target=_words(target),
            )
        )
    return found


def _words(scheme: PointSchema) -> str:
    name = "" if scheme.name == f"points{scheme.count}" else f" ({scheme.name})"
    return f"{scheme.count} {'point' if scheme.count == 1 else 'points'}{name}"


def _identity(count: int) -> SchemeMap:
    return SchemeMap(tuple((k,) for k in range(count)))


def _shipped(scheme: PointSchema) -> PointSchema | None:
    """Return the shipped scheme that this is, under its own names or a person's."""
    for known in shipped_schemes():
        if known.points == scheme.points or (known.name, known.count) == (
            scheme.name,
            scheme.count,
        ):
            return known
    return None


def _by_names(source: Sequence[str], target: Sequence[str]) -> SchemeMap | None:
    shared = set(source) & set(target)
    if not shared or len(shared) < min(len(source), len(target)):
        return None
    number = {name: k for k, name in enumerate(source)}
    return SchemeMap(tuple((number[name],) if name in number else () for name in target))


# ---- tables


def _to68(count: int, made: Mapping[int, tuple[int, ...]]) -> Parts:
    assert all(k < count for part in made.values() for k in part)
    return tuple(made.get(k, ()) for k in range(68))


def _wflw98_to68() -> Parts:
    numbers = np.r_[
        0:33:2, 33:38, 42:47, 51:60, 60, 61, 63, 64, 65, 67, 68, 69, 71, 72, 73, 75, 76:96
    ]
    return tuple((int(k),) for k in numbers)


def _from98(parts: Parts) -> Parts:
    """Return the way back: single points, and the pupils as the middle of the eyelids' rims."""
    back: list[tuple[int, ...]] = [() for _ in range(98)]
    for k, (wide,) in enumerate(parts):
        back[wide] = (k,)
    back[96], back[97] = tuple(range(36, 42)), tuple(range(42, 48))
    return tuple(back)


_IMM = {
    **{8: (6,), 17: (38,), 18: (37,), 19: (36,), 20: (35,), 21: (34,)},
    **{22: (29,), 23: (30,), 24: (31,), 25: (32,), 26: (33,)},
    **{33: (52,), 36: (21,), 39: (25,), 42: (17,), 45: (13,)},
    **{48: (39,), 51: (41,), 54: (43,), 57: (45,)},
}
_MUCT = {
    **{0: (0,), 8: (7,), 16: (14,), 17: (21,), 21: (24,), 22: (18,), 26: (15,), 30: (67,)},
    **{33: (41,), 36: (27,), 37: (68,), 38: (69,), 39: (29,), 40: (70,), 41: (71,)},
    **{42: (34,), 43: (73,), 44: (72,), 45: (32,), 46: (75,), 47: (74,)},
    **{48: (48,), 51: (51,), 54: (54,), 57: (57,)},
}
_COFW = {
    **{8: (28,), 17: (0,), 21: (2,), 22: (3,), 26: (1,), 30: (20,), 33: (21,)},
    **{36: (8,), 39: (10,), 42: (11,), 45: (9,), 48: (22,), 54: (23,)},
    **{51: (24,), 57: (27,), 62: (25,), 66: (26,)},
}
_KAGGLE = {
    **{17: (9,), 21: (8,), 22: (6,), 26: (7,), 30: (10,)},
    **{36: (5,), 39: (4,), 42: (2,), 45: (3,), 48: (12,), 51: (13,), 54: (11,), 57: (14,)},
}


@cache
def _tables() -> dict[tuple[str, str], SchemeMap]:
    """Return the direct maps, and the way back wherever a point is made of a single one."""
    direct: dict[tuple[str, str], Parts] = {
        ("wflw98", "ibug68"): _wflw98_to68(),
        ("imm58", "ibug68"): _to68(58, _IMM),
        ("muct76", "ibug68"): _to68(76, _MUCT),
        ("cofw29", "ibug68"): _to68(29, _COFW),
        ("kaggle15", "ibug68"): _to68(15, _KAGGLE),
        ("ibug68", "five5"): (tuple(range(36, 42)), tuple(range(42, 48)), (30,), (48,), (54,)),
        ("imm58", "five5"): (tuple(range(21, 29)), tuple(range(13, 21)), (52,), (39,), (43,)),
        ("muct76", "five5"): ((31,), (36,), (67,), (48,), (54,)),
        ("cofw29", "five5"): ((16,), (17,), (20,), (22,), (23,)),
        ("kaggle15", "five5"): ((1,), (0,), (10,), (12,), (11,)),
    }
    tables = {pair: SchemeMap(parts) for pair, parts in direct.items()}
    for (a, b), parts in direct.items():
        if (a, b) == ("wflw98", "ibug68"):
            tables[b, a] = SchemeMap(_from98(parts))
        else:
            back: list[tuple[int, ...]] = [() for _ in range(scheme_named(a).count)]
            for k, part in enumerate(parts):
                if len(part) == 1:
                    back[part[0]] = (k,)
            tables[b, a] = SchemeMap(tuple(back))
    return tables


@cache
def _between_shipped(source: str, target: str) -> SchemeMap | None:
    """Return the map by the fewest tables."""
    tables = _tables()
    waiting: deque[tuple[str, SchemeMap]] = deque([(source, _identity(scheme_named(source).count))])
    seen = {source}
    while waiting:
        name, so_far = waiting.popleft()
        if name == target:
            return so_far if so_far.told else None
        for (a, b), step in tables.items():
            if a == name and b not in seen:
                seen.add(b)
                waiting.append((b, so_far.then(step)))
    return None
