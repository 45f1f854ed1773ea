"""Taking the network of a run out of the program, into a file that other programs run."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import metadata
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from kpstudio.core.errors import Cancelled, InputError
from kpstudio.core.texts import say, say_count
from kpstudio.io.atomic import write_bytes
from kpstudio.store.runs import RunFolder

TARGETS = ("onnx",)
"""What a network can be exported to."""

_LOOK_SECONDS = 0.1


@dataclass(frozen=True)
class ExportedModel:
    """A network that was written.

    Attributes:
        path: The file.
        run: The run's name.
        points: How many points it predicts.
        input_size: (height, width) of its input.
        size: Of the file, bytes.
        difference: Largest difference to the run's own network, in pixels of the input.
    """

    path: Path
    run: str
    points: int
    input_size: tuple[int, int]
    size: int
    difference: float

    def to_json(self) -> dict[str, Any]:
        """Return what ``export-model --json`` prints."""
        return {
            "file": str(self.path),
            "run": self.run,
            "points": self.points,
            "input_size": list(self.input_size),
            "bytes": self.size,
            "difference_px": self.difference,
        }

    def sentence(self) -> str:
        """Return what was written, in words."""
        height, width = self.input_size
        return say_count(
            "wrote {path}: 1 point, input {width} x {height}, {megabytes:.1f} MB; in ONNX Runtime "
            "it differs from {run} by at most {off:.1g} px",
            "wrote {path}: {count} points, input {width} x {height}, {megabytes:.1f} MB; in ONNX "
            "Runtime it differs from {run} by at most {off:.1g} px",
            self.points,
            path=self.path,
            width=width,
            height=height,
            megabytes=self.size / 1e6,
            off=self.difference,
            run=self.run,
        )


def export_model(run: Path, out: Path, to: str = "onnx", overwrite: bool = False) -> ExportedModel:
    """Write the best weights of a run as a file that other programs run.

    A part of the run that finds faces stays behind.

    Args:
        run: A run folder.
        out: The file to write.
        to: One of `TARGETS`.
        overwrite: Whether ``out`` may be replaced.

    Raises:
        InputError: If ``run`` is no run or has no weights, ``out`` is in the way or cannot be
            written, or a package that exporting needs is not installed.
    """
    if to not in TARGETS:
        raise InputError(
            say(
                "a network cannot be exported to {to!r}: use {names}",
                to=to,
                names=", ".join(TARGETS),
            )
        )
    RunFolder.open(run)
    if out.is_dir():
        raise InputError(say("{out} is a folder: name the file to write", out=out))
    if out.exists() and not overwrite:
        raise InputError(
            say("{out} already exists: name another file, or add --overwrite", out=out)
        )
    data, exported = _exported(run, out)
    write_bytes(out, data)
    return exported


def _exported(run: Path, out: Path) -> tuple[bytes, ExportedModel]:
    from kpstudio.engine.exporting import load_network, onnx_bytes, require_onnx

    require_onnx()
    network = load_network(run)
    name = run.resolve().name
    data, difference = onnx_bytes(network, name, metadata.version("kpstudio"))
    config = network.config
    size = (config.input_height, config.input_width)
    return data, ExportedModel(out, name, len(config.points), size, len(data), difference)


def export_apart(run: Path, out: Path, cancelled: Callable[[], bool]) -> ExportedModel:
    """Do as `export_model` in a process of its own, replacing ``out``.

    torch follows a network through in plain Python for some seconds, which would make the window
    stutter, and sets switches meanwhile that a training beside it must not see.

    Args:
        run: A run folder.
        out: The file to write.
        cancelled: Asked now and then whether the file is still wanted.

    Raises:
        InputError: As by `export_model`, or if the process died.
        Cancelled: If the file is no longer wanted; ``out`` is then untouched.
    """
    # Spawned, not forked: the window has threads, and a fork would copy their locks as they are.
    RunFolder.open(run)
    context = get_context("spawn")
    here, there = context.Pipe(duplex=False)
    process = context.Process(target=answer, args=(there, run, out), daemon=True)
    process.start()
    there.close()
    try:
        while not here.poll(_LOOK_SECONDS):
            if cancelled():
                raise Cancelled("exporting was cancelled")
        result: tuple[bytes, ExportedModel] | str = here.recv()
    except EOFError:
        raise InputError(
            say(
                "{out} was not written, because the exporting process ended early: close other "
                "programs if memory is low, and try again",
                out=out,
            )
        ) from None
    finally:
        process.terminate()
        process.join()
        process.close()
        here.close()
    if isinstance(result, str):
        raise InputError(result)
    data, exported = result
    write_bytes(out, data)
    return exported


def answer(to: Connection, run: Path, out: Path) -> None:
    """Send what was exported, or what is wrong; it is written by who asked, who may go away."""
    try:
        to.send(_exported(run, out))
    except InputError as error:
        to.send(str(error))
