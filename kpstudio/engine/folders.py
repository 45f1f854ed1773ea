"""The folder that a training writes into: a run's, or that of a part of a run."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kpstudio.core.errors import InputError
from kpstudio.core.texts import say
from kpstudio.engine import finder
from kpstudio.engine.failures import TrainingError


class RunGoneError(TrainingError):
    """The folder of a run was removed while it was being trained."""


def run_of(out: Path) -> Path:
    """Return the run that a training in the folder ``out`` belongs to: its finder's lies in it."""
    within = out.name == finder.FOLDER and (out.parent / "config.json").is_file()
    return out.parent if within else out


def make_folder(out: Path) -> None:
    """Make the folder ``out`` where it is missing.

    Raises:
        InputError: If it cannot be made.
    """
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise InputError(
            say("{to} cannot be created: {error}", to=out, error=error.strerror or error)
        ) from error


@contextmanager
def saving(out: Path) -> Iterator[None]:
    """Say what to do where a training cannot be saved into its folder ``out``.

    Raises:
        RunGoneError: If there is no such folder any more, for writing would make it again.
        TrainingError: If the block raises an `InputError`.
    """
    run = run_of(out)
    if not out.is_dir():
        raise RunGoneError(say("{path} is no longer there: the run was deleted", path=run))
    try:
        yield
    except InputError as error:
        raise TrainingError(
            say(
                "{error}; what was saved before is intact: free some disk space, then continue "
                "with kpstudio train --resume {run}",
                error=error,
                run=run,
            )
        ) from error
