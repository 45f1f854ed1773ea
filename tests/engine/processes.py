"""Several processes that train together, each as torchrun starts it, and what befalls them."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import torch
from torch.distributed import TCPStore

from kpstudio.core.labelset import Face
from kpstudio.engine.config import TrainConfig
from kpstudio.engine.events import Event

# Not in every process anew. DistributedDataParallel loads torch's compiler when it is first made.
LOADED_ONCE = ["kpstudio.engine.trainer", "kpstudio.tasks.training", "torch._dynamo"]

SAID = ("out", "error")


@dataclass(frozen=True)
class Fate:
    """What happens to the process ``rank`` before its step number ``step``, counted from 0.

    The steps are those of the training, or of its face ``finder``'s.
    """

    rank: int
    step: int
    signals: tuple[signal.Signals, ...]
    finder: bool = False


@dataclass(frozen=True)
class Ended:
    """How a process ended: its exit code, minus a signal's number; what it said where."""

    code: int
    out: str
    error: str


def run_together(
    arguments: Sequence[str],
    folder: Path,
    fate: Fate | None = None,
    roots: Sequence[Path] | None = None,
    setting_out: Callable[[], None] | None = None,
) -> list[Ended]:
    """Run ``kpstudio ARGUMENTS`` in two processes that train together; return how they ended.

    Args:
        arguments: Of the command line.
        folder: For what they say.
        fate: What happens to one of them.
        roots: What each finds at the path of the faces, as on machines of their own; by default
            the same.
        setting_out: Called in each first.
    """
    context = get_context("forkserver")
    context.set_forkserver_preload(LOADED_ONCE)
    folder.mkdir(parents=True, exist_ok=True)
    store = TCPStore("127.0.0.1", 0, is_master=True, wait_for_workers=False)  # torchrun's
    processes = [
        context.Process(
            target=_run,
            args=(rank, store.port, tuple(arguments), folder, fate, roots, setting_out),
        )
        for rank in range(2)
    ]
    try:
        for process in processes:
            process.start()
        for process in processes:
            process.join()
    finally:  # where this test has taken too long
        for process in processes:
            if process.pid is not None:
                process.kill()
    return [
        Ended(process.exitcode or 0, *((folder / f"{rank}.{name}").read_text() for name in SAID))
        for rank, process in enumerate(processes)
    ]


def _run(
    rank: int,
    port: int,
    arguments: tuple[str, ...],
    folder: Path,
    fate: Fate | None,
    roots: Sequence[Path] | None,
    setting_out: Callable[[], None] | None,
) -> None:
    for name, stream in zip(SAID, (sys.stdout, sys.stderr), strict=True):
        with (folder / f"{rank}.{name}").open("wb") as file:
            os.dup2(file.fileno(), stream.fileno())
    os.environ.update(
        RANK=str(rank), LOCAL_RANK=str(rank), WORLD_SIZE="2", MASTER_ADDR="127.0.0.1",
        MASTER_PORT=str(port), TORCHELASTIC_USE_AGENT_STORE="True", TORCHELASTIC_RESTART_COUNT="0",
    )  # fmt: skip
    torch.set_num_threads(1)
    if roots is not None:
        _find_faces_in(roots[rank])
    if setting_out is not None:
        setting_out()
    if fate is not None and fate.rank == rank:
        _meet(fate)
    from kpstudio.cli.main import main

    sys.exit(main(arguments))


def _find_faces_in(root: Path) -> None:
    from kpstudio.engine import trainer

    real = trainer.train

    def train(
        config: TrainConfig, faces: Sequence[Face], _: Path, *given: Any, **named: Any
    ) -> Iterator[Event]:
        return real(config, faces, root, *given, **named)

    trainer.train = train  # type: ignore[assignment]


def _meet(fate: Fate) -> None:
    from kpstudio.engine.finder import EDGES
    from kpstudio.engine.learner import Learner

    real = Learner.step

    def step(learner: Learner, chosen: torch.Tensor) -> float:
        finder = learner.network.scheme.points[0] in EDGES
        if learner.steps_done == fate.step and finder == fate.finder:
            for number in fate.signals:
                os.kill(os.getpid(), number)
        return real(learner, chosen)

    Learner.step = step  # type: ignore[method-assign]
