"""The whole state of a training on disk, to go on from as if nothing had happened.

``state.safetensors`` holds the weights as they are trained, their moving average, both averages of
the optimiser and the state of the random numbers; all else is JSON in its metadata.
"""

from __future__ import annotations

import hashlib
import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

import torch
from safetensors.torch import save as serialise
from torch import Tensor

from kpstudio.core.errors import InputError
from kpstudio.core.texts import say
from kpstudio.engine.checkpoint import read_tensors
from kpstudio.engine.data import FaceTensors
from kpstudio.engine.learner import Learner
from kpstudio.io.atomic import write_bytes
from kpstudio.io.text import BrokenFileError

FILE = "state.safetensors"
FORMAT = "kpstudio training state 1"


@dataclass
class Standing:
    """Where a training stands after its last whole epoch.

    Attributes:
        epoch: Whole epochs done.
        best_score: The lowest of the errors that decide; infinity before the first.
        best_epoch: When that was; 0 before the first.
        best_mse: Validation MSE of the best weights; None where it is not known.
        best_nme: Validation NME of the best weights; None where it is not known.
        train_errors: Training MSE of every epoch.
        scores: The error that decides, of every epoch.
        seconds: How long training has taken, pauses included.
        precision: What it computes in.
        threads: CPU threads it computes with.
        faces: Stands for the faces and their points, see `faces_mark`.
        last_event: What was said at the end of the epoch, as JSON.
    """

    epoch: int = 0
    best_score: float = math.inf
    best_epoch: int = 0
    best_mse: float | None = None
    best_nme: float | None = None
    train_errors: list[float] = field(default_factory=list)
    scores: list[float] = field(default_factory=list)
    seconds: float = 0.0
    precision: str = "fp32"
    threads: int = 0
    faces: str = ""
    last_event: dict[str, Any] = field(default_factory=dict)


def faces_mark(parts: Sequence[FaceTensors]) -> str:
    """Return text that stands for the faces of ``parts`` and the points to predict of them.

    What comes before its ":" says how many faces there are.
    """
    digest = hashlib.sha256()
    for part in parts:
        digest.update("\n".join(face.id for face in part.faces).encode())
        digest.update(part.targets.numpy().tobytes())
    return f"{' + '.join(str(len(part)) for part in parts)}:{digest.hexdigest()}"


def copied(tensors: Mapping[str, Tensor], room: Mapping[str, Tensor]) -> dict[str, Tensor]:
    """Return copies of ``tensors``, in the memory of those of ``room`` where they fit."""
    found = {}
    for name, tensor in tensors.items():
        place = room.get(name)
        if place is None or place.shape != tensor.shape or place.device != tensor.device:
            place = torch.empty_like(tensor)
        found[name] = place.copy_(tensor.detach())
    return found


@dataclass(frozen=True, eq=False)
class Snapshot:
    """All that training needs to go on after an epoch, in memory.

    Attributes:
        facts: The epoch and the step, as they are kept with weights.
    """

    facts: dict[str, int]
    _tensors: dict[str, Tensor]
    _about: dict[str, str]

    @classmethod
    def of(cls, learner: Learner, random: torch.Generator, standing: Standing) -> Snapshot:
        """Return what stands now; its weights are those of ``learner``, which go on changing."""
        tensors = {f"learner.{name}": tensor for name, tensor in learner.tensors().items()}
        tensors["random"] = random.get_state()
        about = {
            "format": FORMAT,
            "config": learner.network.config.to_json(),
            "standing": asdict(standing),
            "counts": learner.counts(),
        }
        words = {key: json.dumps(value) for key, value in about.items()}
        return cls({"epoch": standing.epoch, "step": learner.steps_done}, tensors, words)

    def copied(self, room: Snapshot | None) -> Snapshot:
        """Return the same with weights of its own, in the memory of ``room``'s where they fit."""
        return replace(self, _tensors=copied(self._tensors, room._tensors if room else {}))

    def weights(self) -> dict[str, Tensor]:
        """Return the weights to predict with: the moving average, where there is one."""
        for prefix in ("learner.average.", "learner.model."):
            found = {
                name.removeprefix(prefix): tensor
                for name, tensor in self._tensors.items()
                if name.startswith(prefix)
            }
            if found:
                break
        return found

    def save(self, path: Path) -> None:
        """Write all that `load_state` reads; the old file stays whole until the new one is.

        Raises:
            InputError: If it cannot be written.
        """
        tensors = {k: tensor.detach().cpu().contiguous() for k, tensor in self._tensors.items()}
        write_bytes(path, serialise(tensors, self._about))


@dataclass(frozen=True, eq=False)
class SavedState:
    """What a training left to go on from.

    Attributes:
        path: The file.
        standing: Where it stands.
        config: Its settings, as JSON.
    """

    path: Path
    standing: Standing
    config: Any
    _tensors: dict[str, Tensor]
    _counts: dict[str, Any]

    def restore(self, learner: Learner, random: torch.Generator) -> None:
        """Bring ``learner`` and ``random`` to where they were.

        Raises:
            InputError: If the state is that of another network.
        """
        ours = {
            name.removeprefix("learner."): tensor
            for name, tensor in self._tensors.items()
            if name.startswith("learner.")
        }
        try:
            learner.restore(ours, self._counts)
            random.set_state(self._tensors["random"])
        except (KeyError, RuntimeError, TypeError) as error:
            raise _broken(self.path, error) from error


def load_state(path: Path) -> SavedState:
    """Read what `save_state` wrote.

    Raises:
        InputError: If it is broken, or something else.
    """
    try:
        words, tensors = read_tensors(path)
        about = {key: json.loads(text) for key, text in words.items()}
        if about.get("format") != FORMAT:
            raise ValueError(say("it was not written by this version of kpstudio"))
        return SavedState(
            path, Standing(**about["standing"]), about["config"], tensors, about["counts"]
        )
    except (BrokenFileError, ValueError, KeyError, TypeError, RecursionError) as error:
        raise _broken(path, error) from error


def standing_in(folder: Path) -> Standing:
    """Return where the run in ``folder`` stands; at the beginning before its first epoch ended.

    Raises:
        InputError: If its state is broken.
    """
    path = folder / FILE
    return load_state(path).standing if path.exists() else Standing()


def _broken(path: Path, error: Exception) -> InputError:
    return InputError(
        say(
            "{path}: training cannot be resumed from it ({error}): train a new run from the best "
            "weights (--start)",
            path=path,
            error=error,
        )
    )
