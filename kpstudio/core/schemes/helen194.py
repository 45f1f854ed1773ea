"""Helen (Le et al., "Interactive Facial Feature Localization", ECCV 2012), 194 points.

Public code that reads Helen agrees on which part each stretch of numbers is, but not on the side
that comes first or the sense in which a contour runs. So sides are called first and second, and the
mirror pairs are left to be derived from the mean shape of the data.
"""

from __future__ import annotations

from kpstudio.core.schemes.base import Normaliser, PointSchema, chain, numbered

_PARTS = (
    ("jaw", 41, False),
    ("nose", 17, False),
    ("outer upper lip", 14, False),
    ("outer lower lip", 14, False),
    ("inner upper lip", 14, False),
    ("inner lower lip", 14, False),
    ("first eye", 20, True),
    ("second eye", 20, True),
    ("first brow", 20, True),
    ("second brow", 20, True),
)
"""Name, number of points, whether the contour is closed."""


def helen194() -> PointSchema:
    """Return the scheme, without mirror pairs."""
    points: list[str] = []
    edges: list[tuple[int, int]] = []
    groups: dict[str, tuple[int, ...]] = {}
    for name, count, closed in _PARTS:
        part = range(len(points), len(points) + count)
        points += numbered(name, count, {})
        edges += chain(part, closed)
        groups[name] = tuple(part)
    groups["mouth"] = tuple(range(58, 114))
    return PointSchema(
        "helen194",
        tuple(points),
        tuple(range(len(points))),
        tuple(edges),
        groups,
        Normaliser("inter-pupil", groups["first eye"], groups["second eye"]),
    )
