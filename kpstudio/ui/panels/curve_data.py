"""The numbers behind the curves of training: growing series, and the ranges that show them."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import ArrayLike, NDArray

from kpstudio.tasks.run_curves import RunCurve

FloatArray = NDArray[np.float64]

_LINEAR_PERCENTILE = 98.0


class Series:
    """Points that arrive in order; appending costs no copy of what is there."""

    def __init__(self, x: ArrayLike = (), y: ArrayLike = ()) -> None:
        self._buffer = np.empty((2, 256), dtype=np.float64)
        self._count = 0
        self.extend(x, y)

    def extend(self, x: ArrayLike, y: ArrayLike) -> None:
        """Append (N,) positions and (N,) values; NaN marks a value that is not a number."""
        xs, ys = np.asarray(x, dtype=np.float64), np.asarray(y, dtype=np.float64)
        needed = self._count + len(xs)
        if needed > self._buffer.shape[1]:
            grown = np.empty((2, max(needed, 2 * self._buffer.shape[1])), dtype=np.float64)
            grown[:, : self._count] = self._buffer[:, : self._count]
            self._buffer = grown
        self._buffer[0, self._count : needed] = xs
        self._buffer[1, self._count : needed] = ys
        self._count = needed

    def __len__(self) -> int:
        return self._count

    @property
    def x(self) -> FloatArray:
        """(N,) positions."""
        return self._buffer[0, : self._count]

    @property
    def y(self) -> FloatArray:
        """(N,) values."""
        return self._buffer[1, : self._count]

    def drawn(self, log: bool) -> tuple[FloatArray, FloatArray]:
        """Return (N,) x and y for the plot, as copies; NaN where a logarithm has no value."""
        x, y = self.x.copy(), self.y.copy()
        y[~np.isfinite(y)] = np.nan
        if log:
            y[~(y > 0.0)] = np.nan
            y = np.log10(y)
        return x, y

    def nearest(self, x: float) -> tuple[float, float] | None:
        """Return the finite point whose position is nearest to ``x``, or None."""
        finite = np.isfinite(self.y)
        if not finite.any():
            return None
        xs, ys = self.x[finite], self.y[finite]
        k = int(np.abs(xs - x).argmin())
        return float(xs[k]), float(ys[k])


@dataclass(eq=False)
class RunData:
    """What is drawn of one run, and grows while it is trained."""

    name: str
    title: str
    epochs: float
    mean_shape_mse: float = math.nan
    training: Series = field(default_factory=Series)
    validation: Series = field(default_factory=Series)
    nme: Series = field(default_factory=Series)
    overfitting_since: int | None = None
    collapsed_since: int | None = None
    caption: str = ""
    notices: Sequence[str] = ()

    @classmethod
    def of(cls, curve: RunCurve, title: str) -> RunData:
        """Take a stored run's curves."""
        training = Series(curve.train_x, curve.train_y)
        validation = Series(curve.val_x, curve.val_y)
        run = cls(curve.name, title, 0.0, curve.mean_shape_mse, training, validation)
        run.add_nme(curve.val_x, curve.val_nme)
        run.overfitting_since = curve.overfitting_since
        run.collapsed_since = curve.collapsed_since
        run.caption, run.notices = curve.caption, curve.notices
        run.epochs = run.reached or 1.0
        return run

    def add_nme(self, epochs: Sequence[float], nme: Sequence[float]) -> None:
        """Append validation NMEs, fractions, one for each of ``epochs``, or none at all."""
        if len(nme):
            self.nme.extend(epochs, 100.0 * np.asarray(nme, dtype=np.float64))

    @property
    def knows_nme(self) -> bool:
        """Whether there is an NME to draw."""
        return bool(np.isfinite(self.nme.y).any())

    def shown(self, nme: bool) -> tuple[Series, Series]:
        """Return the series of training and validation; of the NME, in %, only the latter is."""
        return (Series(), self.nme) if nme else (self.training, self.validation)

    @property
    def reached(self) -> float:
        """How far its curves have come, in epochs; 0 before their first point."""
        return max(
            (float(s.x[-1]) for s in (self.training, self.validation) if len(s)), default=0.0
        )

    @property
    def last_x(self) -> float:
        """Where its axis ends: at least at the epochs asked for."""
        return max(self.epochs, self.reached)


def y_range(
    runs: Iterable[RunData],
    x: tuple[float, float],
    log: bool,
    mean_shape_mse: float,
    nme: bool = False,
) -> tuple[float, float]:
    """Return the range of errors to show, in the plot's unit (log10 where ``log``, % for NMEs).

    On the logarithmic axis everything within ``x`` fits; on the linear one, from 0, a few early
    training points may lie above, so that the rest can be read. Ends are round, so that the
    axis rests while points arrive.
    """
    drawn = [run.shown(nme) for run in runs]
    training = [_within(series, x) for series, _ in drawn]
    validation = [_within(series, x) for _, series in drawn]
    mean_shown = math.isfinite(mean_shape_mse) and not nme
    extra = np.array([mean_shape_mse]) if mean_shown else np.empty(0)
    values = np.concatenate([*training, *validation, extra])
    values = values[values > 0.0]
    if len(values) == 0:
        start = (1.0, 100.0) if nme else (0.001, 0.1)
        if log:
            return math.log10(start[0]), math.log10(start[1])
        return 0.0, start[1] / 5.0
    if log:
        low, high = _round_log(float(values.min()), -1), _round_log(float(values.max()), 1)
        return math.log10(low) - 0.03, math.log10(high) + 0.03
    early = np.concatenate(training) if training else np.empty(0)
    tops = [float(np.percentile(early, _LINEAR_PERCENTILE))] if len(early) else []
    tops += [float(part.max()) for part in (*validation, extra) if len(part)]
    return 0.0, _round_up(1.05 * max(tops))


def _within(series: Series, x: tuple[float, float]) -> FloatArray:
    seen = (series.x >= x[0]) & (series.x <= x[1]) & np.isfinite(series.y)
    return np.asarray(series.y[seen], dtype=np.float64)


def _round_log(value: float, direction: int) -> float:
    decade = 10.0 ** math.floor(math.log10(value))
    steps = [decade * factor for factor in (1.0, 2.0, 5.0, 10.0)]
    if direction < 0:
        return max(step for step in steps if step <= value * (1.0 + 1e-9))
    return min(step for step in steps if step >= value * (1.0 - 1e-9))


def _round_up(value: float) -> float:
    decade = 10.0 ** math.floor(math.log10(value))
    return next(k * decade / 2.0 for k in range(2, 22) if k * decade / 2.0 >= value * (1.0 - 1e-9))
