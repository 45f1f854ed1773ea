"""Plots as SVG: axes with round values, lines, dots, words. The page's style gives the colours."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from html import escape

import numpy as np
from numpy.typing import ArrayLike

from kpstudio.core.ticks import linear_ticks, log_ticks, plain

_LEFT, _RIGHT, _TOP, _BOTTOM = 52, 12, 10, 38
_PX_PER_X_TICK, _PX_PER_Y_TICK = 70, 32


@dataclass
class Plot:
    """A plot that is drawn piece by piece; numbers that are not finite are left out.

    Attributes:
        x: First and last value of the x axis.
        y: First and last value of the y axis, from the bottom up; above 0 where it is logarithmic.
        x_title: What the x axis shows.
        y_title: What the y axis shows.
        told: What a person who does not see it is told.
        log: Whether the y axis is logarithmic.
        width: Pixels.
        height: Pixels.
        sign: Whether values of the x axis are written with their sign.
    """

    x: tuple[float, float]
    y: tuple[float, float]
    x_title: str
    y_title: str
    told: str
    log: bool = False
    width: int = 640
    height: int = 300
    sign: bool = False
    _parts: list[str] = field(default_factory=list)

    def line(self, x: ArrayLike, y: ArrayLike, kind: str, steps: bool = False) -> None:
        """Draw a line through (N,) x and y; with ``steps`` it is level up to the next x.

        Args:
            x: Values on the x axis.
            y: Values on the y axis.
            kind: The class that styles it.
            steps: Whether it jumps.
        """
        xs, ys = np.asarray(x, dtype=np.float64), np.asarray(y, dtype=np.float64)
        if steps:
            xs, ys = np.repeat(xs, 2)[1:], np.repeat(ys, 2)[:-1]
        known = np.isfinite(xs) & np.isfinite(ys) & ((ys > 0) | (not self.log))
        places = [self._place(a, b) for a, b in zip(xs[known], ys[known], strict=True)]
        if len(places) > 1:
            points = " ".join(f"{a:.1f},{b:.1f}" for a, b in places)
            self._parts.append(f'<polyline class="{kind}" points="{points}"/>')
        else:
            self.dots(xs[known], ys[known], kind)

    def dots(self, x: ArrayLike, y: ArrayLike, kind: str, names: Sequence[str] = ()) -> None:
        """Draw a dot at each of (N,) x and y, perhaps with a name that the pointer shows."""
        xs, ys = np.asarray(x, dtype=np.float64), np.asarray(y, dtype=np.float64)
        for k, (a, b) in enumerate(zip(xs, ys, strict=True)):
            if math.isfinite(a) and math.isfinite(b):
                px, py = self._place(a, b)
                name = f"<title>{escape(names[k])}</title>" if names else ""
                place = f'cx="{px:.1f}" cy="{py:.1f}" r="3.5"'
                self._parts.append(f'<circle class="dot {kind}" {place}>{name}</circle>')

    def level(self, y: float, kind: str, words: str = "") -> None:
        """Draw a line across at ``y``, with words above its right end."""
        if math.isfinite(y) and (y > 0 or not self.log):
            left, at = self._place(self.x[0], y)
            right = self.width - _RIGHT
            self._parts.append(f'<path class="{kind}" d="M{left:.1f} {at:.1f}H{right}"/>')
            self._words(right, at - 5, words, "end", kind)

    def upright(self, x: float, kind: str, words: str = "") -> None:
        """Draw an upright line at ``x``, with words beside its lower end."""
        at, bottom = self._place(x, self.y[0])
        self._parts.append(f'<path class="{kind}" d="M{at:.1f} {_TOP}V{bottom:.1f}"/>')
        self._words(at + 5, bottom - 7, words, "start", kind)

    def _words(self, x: float, y: float, words: str, anchor: str, kind: str = "") -> None:
        if words:
            place = f'x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}"'
            self._parts.append(f'<text class="{kind}" {place}>{escape(words)}</text>')

    def _place(self, x: float, y: float) -> tuple[float, float]:
        """Return where (x, y) lies, in pixels; what is beyond the ends lies on them."""
        low, high = self.y
        low, high, y = (math.log10(v) for v in (low, high, y)) if self.log else (low, high, y)
        across = (x - self.x[0]) / ((self.x[1] - self.x[0]) or 1.0)
        up = (y - low) / ((high - low) or 1.0)
        across, up = min(max(across, 0.0), 1.0), min(max(up, 0.0), 1.0)
        return (
            _LEFT + across * (self.width - _LEFT - _RIGHT),
            self.height - _BOTTOM - up * (self.height - _TOP - _BOTTOM),
        )

    def svg(self) -> str:
        """Return the plot as an SVG element."""
        return svg(self.width, self.height, [*self._axes(), *self._parts], self.told)

    def _axes(self) -> Iterable[str]:
        bottom, right = self.height - _BOTTOM, self.width - _RIGHT
        most = max(2, (bottom - _TOP) // _PX_PER_Y_TICK)
        for value in log_ticks(*self.y, most) if self.log else linear_ticks(*self.y, most):
            _, at = self._place(self.x[0], value)
            yield f'<path class="grid" d="M{_LEFT} {at:.1f}H{right}"/>'
            yield f'<text x="{_LEFT - 8}" y="{at + 4:.1f}" text-anchor="end">{plain(value)}</text>'
        for value in linear_ticks(*self.x, max(2, (right - _LEFT) // _PX_PER_X_TICK)):
            at, _ = self._place(value, self.y[0])
            written = f"{value:+g}" if self.sign and value else plain(value)
            yield f'<text x="{at:.1f}" y="{bottom + 16}" text-anchor="middle">{written}</text>'
        below = f'x="{(_LEFT + right) / 2}" y="{self.height - 4}"'
        beside = f'transform="translate(12 {(_TOP + bottom) / 2}) rotate(-90)"'
        for where, title in ((below, self.x_title), (beside, self.y_title)):
            yield f'<text {where} text-anchor="middle">{escape(title)}</text>'


def svg(width: float, height: float, parts: Iterable[str], told: str) -> str:
    """Return an SVG element that grows and shrinks with the page.

    Args:
        width: Pixels.
        height: Pixels.
        parts: Its elements.
        told: What a person who does not see it is told.
    """
    inside = "\n".join(parts)
    return (
        f'<svg viewBox="0 0 {width:g} {height:g}" role="img" aria-label="{escape(told)}" '
        f'style="max-width:{width:g}px">\n{inside}\n</svg>'
    )
