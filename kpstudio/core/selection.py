"""Which points of a face are worked on together, and which points belong together."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from kpstudio.core.schema import PointSchema


@dataclass(frozen=True)
class Selection:
    """Points of one face that are worked on together; made by `of`.

    Attributes:
        points: Their numbers, ascending.
        lead: The one chosen last, from which stepping goes on; -1 where there are none.
    """

    points: tuple[int, ...] = ()
    lead: int = -1

    @classmethod
    def of(cls, points: Iterable[int], lead: int = -1) -> Selection:
        """Choose ``points``; one of them leads, the first where ``lead`` is none of them."""
        chosen = tuple(sorted(set(points)))
        if lead not in chosen:
            lead = chosen[0] if chosen else -1
        return cls(chosen, lead)

    @classmethod
    def only(cls, point: int) -> Selection:
        """Choose one point, or nothing for -1."""
        return cls.of((point,) if point >= 0 else ())

    def toggled(self, point: int) -> Selection:
        """Take ``point`` in as the lead, or leave it out if it is in."""
        if point in self.points:
            return Selection.of(set(self.points) - {point}, self.lead)
        return Selection.of((*self.points, point), point)

    def joined(self, points: Iterable[int]) -> Selection:
        """Take ``points`` in; the lead stays."""
        return Selection.of((*self.points, *points), self.lead)

    def led_by(self, point: int) -> Selection:
        """Let one of the chosen points lead."""
        return Selection.of(self.points, point)

    def below(self, count: int) -> Selection:
        """Leave out what a face of ``count`` points does not have."""
        return Selection.of((point for point in self.points if point < count), self.lead)


def wider(scheme: PointSchema, point: int, chosen: Collection[int]) -> tuple[int, ...]:
    """Return the points that belong with ``point``, one step beyond ``chosen``.

    The steps are the groups of the scheme that hold the point, smallest first, where they have more
    than the one; in a scheme without groups for it, the points that edges join with it; at last the
    whole face, after which they begin again. What is chosen counts as a step only if it is exactly
    one.

    Args:
        scheme: Tells what belongs together.
        point: A point of the scheme.
        chosen: Point numbers chosen so far.

    Returns:
        Ascending point numbers.
    """
    groups = [set(group) for group in scheme.groups.values() if point in group]
    groups = [group for group in groups if len(group) > 1] or [_joined(scheme, point)]
    steps = sorted(groups, key=len)
    steps.append(set(range(scheme.count)))
    before = set(chosen)
    place = steps.index(before) + 1 if before in steps and len(before) > 1 else 0
    following = [step for step in (*steps[place:], *steps) if step != before and len(step) > 1]
    step = following[0] if following else steps[-1]
    return tuple(sorted(step))


def _joined(scheme: PointSchema, point: int) -> set[int]:
    """Return every point that a walk along edges reaches from ``point``."""
    found, fresh = {point}, {point}
    while fresh:
        ends = {end for edge in scheme.edges if fresh & set(edge) for end in edge}
        fresh = ends - found
        found |= fresh
    return found
