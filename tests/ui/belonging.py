"""Whether the objects of a window hold each other as PySide needs it.

What a call returns becomes a child of the object that was asked, unless PySide knows better. Where
a child is asked for something above it (`focusProxy`, `QAbstractButton.group`), the two then hold
each other and nothing holds them, so that the collector of garbage deletes what the window shows.
"""

from __future__ import annotations

import re

import shiboken6
from PySide6.QtCore import QObject

_PARENT = re.compile(r"^parent\.* <.* at 0x([0-9a-f]+)>", re.MULTILINE)


def held_by_themselves() -> list[str]:
    """Return the objects that PySide takes for children of their own children."""
    wrapped = shiboken6.Shiboken.getAllValidWrappers()
    objects = {id(each): each for each in wrapped if isinstance(each, QObject)}
    above = {number: _number_above(each) for number, each in objects.items()}
    return [repr(objects[number]) for number in objects if _leads_back(number, above)]


def _number_above(each: QObject) -> int:
    found = _PARENT.search(shiboken6.dump(each))
    return int(found[1], 16) if found else 0


def _leads_back(number: int, above: dict[int, int]) -> bool:
    met = set()
    at = above.get(number, 0)
    while at and at not in met:
        met.add(at)
        at = above.get(at, 0)
    return number in met
