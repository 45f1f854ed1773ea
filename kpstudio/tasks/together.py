"""One training in several processes: the first says what to train, the others help it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kpstudio.core.labelset import Face
from kpstudio.core.schema import PointSchema
from kpstudio.core.splits import Split
from kpstudio.engine.config import TrainConfig
from kpstudio.engine.events import Event

if TYPE_CHECKING:
    from kpstudio.engine.control import Control


@dataclass(frozen=True)
class Training:
    """What to train; see `kpstudio.engine.trainer.train`.

    Attributes:
        config: Every setting.
        faces: As they are to be trained on.
        root: Folder that relative picture paths start from; the same on all machines.
        scheme: The scheme of the faces.
        split: Which are trained on and which are held out.
        folder: The run's; only the leading process reads and writes it.
        resume: Go on after the last epoch that is saved in the folder.
    """

    config: TrainConfig
    faces: tuple[Face, ...]
    root: Path
    scheme: PointSchema
    split: Split
    folder: Path
    resume: bool = False

    def events(
        self,
        control: Control | None = None,
        watch: Callable[[], Sequence[Face]] | None = None,
    ) -> Iterator[Event]:
        """Train, together with the processes that have joined this one, if any.

        Args:
            control: To pause, resume and stop from another thread.
            watch: Gives the faces whose predictions the events at the end of an epoch carry.
        """
        from kpstudio.engine import distributed

        distributed.here().decided(lambda: self)
        return self._train(control, watch)

    def _train(
        self, control: Control | None, watch: Callable[[], Sequence[Face]] | None
    ) -> Iterator[Event]:
        from kpstudio.engine.trainer import train

        return train(
            self.config,
            self.faces,
            self.root,
            self.scheme,
            self.split,
            self.folder,
            control,
            watch,
            None,
            self.resume,
        )


def help_training(control: Control) -> None:
    """Take part in what the leading process trains, to its end.

    Args:
        control: Stops everybody.

    Raises:
        InputError: If training fails, here or elsewhere.
    """
    from kpstudio.engine import distributed

    training = distributed.here().decided(_nothing)
    for _ in training._train(control, None):
        pass


def _nothing() -> Training:
    raise AssertionError("only the leading process says what to train")
