"""What a second person said of a checked face."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Verdict(StrEnum):
    """Whether a second person agrees."""

    APPROVED = "approved"
    RETURNED = "returned"


@dataclass(frozen=True, slots=True)
class Review:
    """A second person's look at a face.

    Attributes:
        verdict: Whether they agree.
        by: Who it was; "" where that is not known.
        note: What they want to be done otherwise, or "".
    """

    verdict: Verdict
    by: str = ""
    note: str = ""

    def __str__(self) -> str:
        by = f" by {self.by}" if self.by else ""
        note = f": {self.note}" if self.note else ""
        return f"{self.verdict.capitalize()}{by}{note}"
