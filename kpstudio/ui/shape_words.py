"""How unusual a shape is, in words and in colour."""

from __future__ import annotations

import math
from collections.abc import Callable
from enum import IntEnum

from kpstudio.app.language import tr
from kpstudio.core.shape_prior import Usual
from kpstudio.core.texts import say

_UNUSUAL_PERCENT = 98.0
_UNLIKE_PERCENT = 99.9
_MOST_DIGITS = 4.0


class Oddness(IntEnum):
    """How a shape compares with others."""

    USUAL = 0
    UNUSUAL = 1
    UNLIKE = 2


_WORDS = {Oddness.UNUSUAL: say("Unusual shape"), Oddness.UNLIKE: say("Shape unlike the others")}


def oddness_of(usual: Usual | None) -> Oddness:
    """Return how a shape compares with others; one that nobody can judge is usual."""
    if usual is None or usual.percent < _UNUSUAL_PERCENT:
        return Oddness.USUAL
    return Oddness.UNUSUAL if usual.percent < _UNLIKE_PERCENT else Oddness.UNLIKE


def oddness(usual: Usual | None, name_of: Callable[[int], str]) -> str:
    """Return words for a shape that is unusual, and which point stands out; "" for others."""
    found = oddness_of(usual)
    if usual is None or found is Oddness.USUAL:
        return ""
    return tr(
        "{words} · {name_of} stands out", words=tr(_WORDS[found]), name_of=name_of(usual.worst)
    )


def rarity(usual: Usual) -> float:
    """Return how rare so unusual a shape is: 0 for none, 1 where it is one of ten thousand."""
    rest = max(1.0 - usual.percent / 100.0, 10.0**-_MOST_DIGITS)
    return min(-math.log10(rest) / _MOST_DIGITS, 1.0)
