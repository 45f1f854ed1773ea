"""One run in a line: what the table of runs shows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class RunSummary:
    """What the table of runs shows of one run; None where the run does not say.

    Attributes:
        name: The folder's name.
        label: What to call it.
        network: Such as "bignet" or "keypointnet"; "" where unknown.
        points: How many points it predicts; 0 where unknown.
        lr: Learning rate.
        batch_size: Faces in one step.
        epochs_done: Whole epochs trained so far.
        epochs_total: Epochs asked for.
        best_val_mse: Lowest validation MSE so far.
        mean_shape_mse: Validation MSE of always answering the mean shape.
        seconds: How long the training took, once it is over.
        state: "running", "done", "stopped", "failed" or "interrupted".
        preset: The preset that its settings began as; "" where unknown.
        best_val_nme: Lowest mean NME on the held-out faces so far, a fraction.
        final: Whether it cannot go on, however it ended.
    """

    name: str
    label: str
    network: str
    points: int
    lr: float | None
    batch_size: int | None
    epochs_done: int
    epochs_total: int | None
    best_val_mse: float | None
    mean_shape_mse: float | None
    seconds: float | None
    state: str
    preset: str = ""
    best_val_nme: float | None = None
    final: bool = False

    @property
    def resumable(self) -> bool:
        """Whether its training ended before its time, and can go on."""
        return self.state in ("stopped", "interrupted", "failed") and not self.final


def summarise(
    name: str,
    label: str,
    config: Mapping[str, Any],
    events: Iterable[Mapping[str, Any]],
    state: str,
    final: bool = False,
) -> RunSummary:
    """Put a run's settings and events (those of batches may be left out) into one row.

    Args:
        name: The folder's name.
        label: What to call it.
        config: Its settings.
        events: What it said.
        state: How it stands.
        final: Whether it cannot go on.
    """
    by_kind: dict[str, list[Mapping[str, Any]]] = {"started": [], "epoch": [], "done": []}
    for event in events:
        by_kind.get(str(event.get("event")), []).append(event)
    started = by_kind["started"][-1] if by_kind["started"] else {}
    done = by_kind["done"][-1] if by_kind["done"] else {}
    best_mse, best_nme = (
        _best(f"val_{error}", by_kind["epoch"], done.get(f"best_val_{error}"))
        for error in ("mse", "nme")
    )
    points = config.get("points")
    return RunSummary(
        name=name,
        label=label,
        network=str(config.get("network", "")),
        points=len(points) if isinstance(points, list | tuple) else 0,
        lr=_number(config.get("lr")),
        batch_size=_whole(config.get("batch_size")),
        epochs_done=max((_whole(e.get("epoch")) or 0 for e in by_kind["epoch"]), default=0),
        epochs_total=_whole(config.get("epochs")),
        best_val_mse=best_mse,
        mean_shape_mse=_number(started.get("mean_shape_mse")),
        seconds=_number(done.get("seconds")),
        state=state,
        preset=str(config.get("preset", "")),
        best_val_nme=best_nme,
        final=final,
    )


_HUGE = 1e300
"""A number of a run is smaller; Python's whole numbers may be too large for a float."""


def _best(error: str, epochs: Iterable[Mapping[str, Any]], at_the_end: object) -> float | None:
    """Return the lowest error of a run: what it said at its end, else that of its epochs."""
    told = _number(at_the_end)
    if told is not None:
        return told
    return min((e for end in epochs if (e := _number(end.get(error))) is not None), default=None)


def _number(value: object) -> float | None:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return float(value) if -_HUGE < value < _HUGE else None


def _whole(value: object) -> int | None:
    number = _number(value)
    return None if number is None else int(number)
