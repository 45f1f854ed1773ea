"""How many automatic copies of a project are kept, and for how long."""

from __future__ import annotations

from dataclasses import dataclass

ALWAYS_KEPT = 3
"""Copies that are not too old whatever their age."""


@dataclass(frozen=True)
class Retention:
    """How many automatic copies are kept.

    Attributes:
        count: At most so many; 0 makes none, and keeps the newest one.
        days: None older than that, but for the newest `ALWAYS_KEPT`.
    """

    count: int = 10
    days: int = 90
