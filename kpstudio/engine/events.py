"""What a training says while it runs. Imports no torch.

The order is: `Preparing` (often), `Started` (once), then for each epoch `Batch` (often) and
`EpochEnd` (once), `Preparing` again where a face finder is trained, at last `Done`; a `Notice` may
come at any time.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from functools import cache
from typing import Any, ClassVar

from kpstudio.core.errors import InputError
from kpstudio.core.landmarks import Landmarks
from kpstudio.core.texts import Said, kept, recalled


@dataclass(frozen=True)
class Event:
    """Anything a training says.

    Attributes:
        name: The value of the JSON key "event".
    """

    name: ClassVar[str] = ""

    def to_json(self) -> dict[str, Any]:
        """Return a JSON-ready dict that `event_from_json` reads back."""
        values = {
            part.name: getattr(self, part.name)
            for part in fields(self)
            if not part.metadata.get("kept_out_of_json")
        }
        return {"event": self.name, **values}


@dataclass(frozen=True)
class Preparing(Event):
    """Something goes on that is no epoch: pictures are decoded, or the face finder is trained.

    Attributes:
        done: How much is done, such as faces decoded.
        total: How much there is to do.
        what: What goes on.
    """

    name: ClassVar[str] = "preparing"
    done: int
    total: int
    what: str = "reading faces"


@dataclass(frozen=True)
class Started(Event):
    """The first epoch begins.

    Attributes:
        train_faces: Faces that are trained on.
        val_faces: Faces that are held out.
        mean_shape_mse: MSE, on the held-out faces (without any: on the training faces), of always
            answering the mean of the training targets. A network that does no better has collapsed.
        device: Where it runs, e.g. "cpu" or "cuda".
        batches_per_epoch: Steps in one epoch.
        epochs: Epochs asked for.
        precision: What it computes in: "fp32", "bf16" or "fp16".
        threads: CPU threads it computes with.
        resumed_after: Whole epochs that were done before the training was interrupted.
    """

    name: ClassVar[str] = "started"
    train_faces: int
    val_faces: int
    mean_shape_mse: float
    device: str
    batches_per_epoch: int
    epochs: int
    precision: str = "fp32"
    threads: int = 0
    resumed_after: int = 0


@dataclass(frozen=True)
class Batch(Event):
    """A point of the training curve; at most about 20 a second, the first after the first step.

    Attributes:
        step: Steps done since the start.
        epoch: Position as epochs done, e.g. 0.25 after a quarter of the first.
        train_mse: Mean over the faces shown since the last such event.
        images_per_second: Training speed so far, pauses left out.
        eta_seconds: About how long the rest takes.
    """

    name: ClassVar[str] = "batch"
    step: int
    epoch: float
    train_mse: float
    images_per_second: float
    eta_seconds: float


@dataclass(frozen=True)
class EpochEnd(Event):
    """An epoch is over.

    Attributes:
        epoch: Epochs done, from 1.
        train_mse: Mean over the epoch's steps, on augmented pictures, with weights that changed
            meanwhile.
        val_mse: On the held-out faces, not augmented; None where none are held out.
        best: Whether these are the best weights so far.
        collapsed: Whether the network answers about the same shape for every face.
        val_nme: Mean NME on the held-out faces, a fraction; None where it cannot be computed.
        overfitting_since: The epoch since which the validation error has been rising while the
            training error fell, or None.
        lr: The learning rate at the epoch's end.
        predictions: Fresh points of the watched faces by face id, in the image frame, over the full
            scheme (NaN for points that are not predicted); not part of the JSON.
    """

    name: ClassVar[str] = "epoch"
    epoch: int
    train_mse: float
    val_mse: float | None
    best: bool
    collapsed: bool
    val_nme: float | None = None
    overfitting_since: int | None = None
    lr: float | None = None
    predictions: Mapping[str, Landmarks] = field(
        default_factory=dict, metadata={"kept_out_of_json": True}
    )


@dataclass(frozen=True)
class Notice(Event):
    """Something worth knowing that does not stop the training.

    Attributes:
        message: One sentence.
    """

    name: ClassVar[str] = "notice"
    message: str

    def to_json(self) -> dict[str, Any]:
        """Return a JSON-ready dict; with it what the sentence is made of, to be translated."""
        made_of = {"said": kept(self.message)} if isinstance(self.message, Said) else {}
        return super().to_json() | made_of


@dataclass(frozen=True)
class Done(Event):
    """The training is over; nothing follows.

    Attributes:
        best_val_mse: The lowest validation MSE, that of the best weights; None where none are held
            out or no epoch was finished.
        epochs: Whole epochs done.
        seconds: From the call until now, pauses included.
        images_per_second: Faces shown per second of training, pauses and preparation left out.
        stopped: Whether somebody stopped it before its end.
        best_val_nme: The mean NME of the best weights; None where it is not known.
    """

    name: ClassVar[str] = "done"
    best_val_mse: float | None
    epochs: int
    seconds: float
    images_per_second: float
    stopped: bool = False
    best_val_nme: float | None = None


_KINDS: Mapping[str, type[Event]] = {
    kind.name: kind for kind in (Preparing, Started, Batch, EpochEnd, Notice, Done)
}


def event_from_json(data: Mapping[str, Any]) -> Event:
    """Read what `Event.to_json` wrote.

    Raises:
        InputError: If it is not such an event.
    """
    values = dict(data)
    if said := recalled(values.pop("said", "")):
        values["message"] = said
    kind = _KINDS.get(str(values.pop("event", "")))
    if kind is None:
        raise InputError(f"not an event of a training: {str(dict(data))[:80]}")
    wanted = _types_of(kind.name)
    for key, value in values.items():
        # A number that was none is null in the file.
        if value is not None and not isinstance(value, wanted.get(key, object)):
            raise InputError(f"not an event of a training: its {key} is {str(value)[:40]!r}")
    try:
        return kind(**values)
    except TypeError as error:
        raise InputError(f"not an event of a training: {error}") from error


@cache
def _types_of(event: str) -> Mapping[str, type | tuple[type, ...]]:
    """Return what the numbers and texts of an event may be as JSON has them."""
    parts = fields(_KINDS[event])
    told = {part.name: str(part.type).removesuffix(" | None") for part in parts}
    plain: dict[str, type | tuple[type, ...]] = {"int": int, "float": (int, float), "str": str}
    return {name: plain[text] for name, text in told.items() if text in plain}
