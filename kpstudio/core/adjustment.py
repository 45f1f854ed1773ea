"""Brightness, contrast and gamma of a picture that is only looked at."""

from __future__ import annotations

import math
from dataclasses import dataclass

BRIGHTNESS = CONTRAST = (-100, 100)
GAMMA = (20, 500)

_STEEPEST = 0.98  # a contrast of 100 is steep, not a threshold


@dataclass(frozen=True)
class Adjustment:
    """How a picture is shown; whole numbers, because people set them with sliders.

    Attributes:
        brightness: Percent of half the range that is added.
        contrast: Percent: -100 leaves grey alone, 0 changes nothing.
        gamma: Percent: above 100 the shadows get lighter.
    """

    brightness: int = 0
    contrast: int = 0
    gamma: int = 100

    @property
    def neutral(self) -> bool:
        """Whether the picture is shown as it is."""
        return self == Adjustment()

    def table(self) -> bytes:
        """Return what each of the 256 values of a channel is shown as."""
        slope = math.tan((_STEEPEST * self.contrast / 100 + 1) * math.pi / 4)
        if self.contrast <= CONTRAST[0]:
            slope = 0.0
        middle = 0.5 + self.brightness / 200
        values = ((k / 255) ** (100 / self.gamma) for k in range(256))
        shown = (round(255 * ((value - 0.5) * slope + middle)) for value in values)
        return bytes(min(max(value, 0), 255) for value in shown)

    @classmethod
    def of_text(cls, text: str) -> Adjustment:
        """Read what `text` wrote; neutral for anything else."""
        try:
            brightness, contrast, gamma = (int(word) for word in text.split())
        except ValueError:
            return cls()
        limits = ((brightness, BRIGHTNESS), (contrast, CONTRAST), (gamma, GAMMA))
        if not all(low <= value <= high for value, (low, high) in limits):
            return cls()
        return cls(brightness, contrast, gamma)

    @property
    def text(self) -> str:
        """The three numbers in a line."""
        return f"{self.brightness} {self.contrast} {self.gamma}"
