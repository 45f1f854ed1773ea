"""The curves of a stored run, from the events it wrote."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kpstudio.core.errors import InputError
from kpstudio.core.texts import recalled
from kpstudio.engine.events import EpochEnd, event_from_json
from kpstudio.engine.notices import collapsed_since, summary_in_words
from kpstudio.store.runs import RunFolder


@dataclass(frozen=True)
class RunCurve:
    """The curves of one stored run.

    Attributes:
        name: The run's folder name.
        label: What a person called it; "" or the name for nothing special.
        train_x: Positions of the training points, as epochs done; ascending.
        train_y: Training MSE at each.
        val_x: Epochs done at the validation points; ascending.
        val_y: Validation MSE at each.
        mean_shape_mse: Error of the mean shape; NaN where unknown.
        val_nme: Validation NME at each of ``val_x``, a fraction, NaN where unknown; or empty.
        overfitting_since: The epoch since which it overfits, or None.
        collapsed_since: The epoch since which it predicts the mean shape, or None.
        caption: A sentence on how it went.
        notices: What its training told beside its errors.
    """

    name: str
    label: str
    train_x: Sequence[float]
    train_y: Sequence[float]
    val_x: Sequence[float]
    val_y: Sequence[float]
    mean_shape_mse: float = math.nan
    val_nme: Sequence[float] = ()
    overfitting_since: int | None = None
    collapsed_since: int | None = None
    caption: str = ""
    notices: Sequence[str] = ()


def curve_of(run: RunFolder, until: float = math.inf) -> RunCurve:
    """Return the curves of ``run`` as it stands, up to the epoch ``until``.

    Raises:
        InputError: If its events cannot be read.
    """
    events = run.events()
    batches = [
        (at, error)
        for event in events
        if event.get("event") == "batch" and (error := _number(event.get("train_mse")))
        if (at := _number(event.get("epoch"))) is not None and at <= until
    ]
    began = [e for e in events if e.get("event") == "started"]  # once more where it was resumed
    started: Mapping[str, Any] = began[-1] if began else {}
    epochs = [end for end in epoch_ends(events) if end.epoch <= until]
    judged = [end for end in epochs if end.val_mse]
    last = epochs[-1] if epochs else None
    return RunCurve(
        name=run.name,
        label=run.label,
        train_x=[at for at, _ in batches],
        train_y=[error for _, error in batches],
        val_x=[end.epoch for end in judged],
        val_y=[end.val_mse or math.nan for end in judged],
        mean_shape_mse=_number(started.get("mean_shape_mse")) or math.nan,
        val_nme=[math.nan if end.val_nme is None else end.val_nme for end in judged],
        overfitting_since=last.overfitting_since if last else None,
        collapsed_since=collapsed_since([end.collapsed for end in epochs]),
        caption=summary_in_words(epochs) if epochs else "",
        notices=notices(events),
    )


def _number(value: Any) -> float | None:
    """Return a number as the file has it, which a person may have changed; None for another."""
    return value if isinstance(value, int | float) and not isinstance(value, bool) else None


def notices(events: list[dict[str, Any]]) -> tuple[str, ...]:
    """Return what a training told beside its errors; once, though it was resumed and told again."""
    found = [event for event in events if event.get("event") == "notice"]
    told = [recalled(event.get("said")) or str(event.get("message", "")) for event in found]
    return tuple(dict.fromkeys(message for message in told if message))


def epoch_ends(events: list[dict[str, Any]]) -> list[EpochEnd]:
    """Return what can be read of the ends of epochs; a newer program may have written others."""
    found = []
    for event in events:
        if event.get("event") != "epoch":
            continue
        try:
            end = event_from_json(event)
        except InputError:
            continue
        # A number that was none is null in the file.
        if isinstance(end, EpochEnd) and end.train_mse is not None:
            found.append(end)
    return found
