"""Round values for the axes of plots, and how they are written."""

from __future__ import annotations

import math

import numpy as np

_ROUND = (1.0, 2.0, 5.0)
_SMALL = 1e-4
_CROWDED = 0.93  # ticks a little closer together look better than half as many


def linear_ticks(low: float, high: float, most: int, whole: bool = False) -> list[float]:
    """Return the multiples of a round step in [low, high].

    Args:
        low: Start of the axis.
        high: End of the axis, not below ``low``.
        most: About how many ticks there is room for, at least 1.
        whole: Whether steps below 1 make no sense, as for epochs.
    """
    span = high - low
    if not (math.isfinite(span) and span > 0.0):
        return []
    step = _round_up(_CROWDED * span / max(most, 1))
    if whole:
        step = max(step, 1.0)
    first, last = math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9)
    # Multiplying by the inverse of a step below 1 keeps 0.3 from becoming 0.30000000000000004.
    scale = round(1.0 / step) if step < 1.0 else 0
    return [k / scale if scale else k * step for k in range(first, last + 1)]


def _round_up(value: float) -> float:
    decade = 10.0 ** math.floor(math.log10(value))
    steps = (factor * decade for factor in _ROUND)
    return next((step for step in steps if step >= value * (1.0 - 1e-9)), 10.0 * decade)


def log_ticks(low: float, high: float, most: int) -> list[float]:
    """Return values such as 0.005, 0.01, 0.02 in [low, high] for a logarithmic axis.

    Where the axis is shorter than a decade and fewer than two of them fall on it, they are evenly
    spaced.

    Args:
        low: Start of the axis, above 0.
        high: End of the axis, not below ``low``.
        most: How many ticks there is room for, at least 1.
    """
    if not (0.0 < low <= high < math.inf):
        return []
    first, last = math.floor(math.log10(low)), math.ceil(math.log10(high))
    every = max(1, math.ceil((last + 1 - first) / max(most, 1)))
    densities = ((_ROUND, 1), ((1.0,), 1), ((1.0,), every))
    found = (
        [
            value
            for decade in range(first, last + 1)
            if decade % step == 0
            for factor in factors
            if low <= (value := float(f"{factor:g}e{decade}")) <= high
        ]
        for factors, step in densities
    )
    values = next(values for values in found if len(values) <= max(most, 1))
    if len(values) >= 2:
        return values
    if high < 10.0 * low:
        return linear_ticks(low, high, min(most, 4))
    powers = (float(f"1e{power}") for power in range(first, last + 1))
    decades = [value for value in powers if low <= value <= high]
    return decades[:: math.ceil(len(decades) / max(most, 1))]


def plain(value: float) -> str:
    """Return a number as people write it, never with an exponent: 0.005, 20, 0.00012."""
    if not math.isfinite(value):
        return "–"
    return np.format_float_positional(value, precision=6, unique=True, fractional=False, trim="-")


def short(value: float) -> str:
    """Return a number as `plain` does, but 2e-5 rather than 0.00002."""
    if not 0.0 < abs(value) < _SMALL:
        return plain(value)
    mantissa, exponent = f"{value:e}".split("e")
    return f"{float(mantissa):g}e{int(exponent)}"


class Rate(float):
    """A learning rate or the like, which is written as people write it: 1e-3, 2.5e-4, 0.5."""

    @classmethod
    def rounded(cls, value: float) -> Rate:
        """Return it with two significant figures."""
        return cls(f"{value:.1e}")

    def __format__(self, spec: str) -> str:
        return format(str(self), spec)

    def __str__(self) -> str:
        mantissa, exponent = f"{float(self):e}".split("e")
        small = f"{float(mantissa):g}e{int(exponent)}"
        return small if int(exponent) <= -3 and float(small) == self else plain(self)


def figures(value: float, digits: int = 2) -> str:
    """Return an error with ``digits`` significant figures, never with an exponent.

    A value that is not finite reads "–".
    """
    if not math.isfinite(value):
        return "–"
    if value == 0.0:
        return "0"
    decimals = max(0, digits - 1 - math.floor(math.log10(abs(value))))
    return f"{value:.{min(decimals, 12)}f}"
