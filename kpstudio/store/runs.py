"""The folder of one training run: what was asked for, what happened, and the weights.

======================  ============================================================
``config.json``         the settings of the training, as the engine writes them
``scheme.json``         the landmark scheme
``split.json``          which faces were trained on and which held out
``versions.json``       the versions of the program and the libraries it rests on
``data.json``           what was opened to train on, and which of its labels count
``events.jsonl``        one event of the training a line
``state.json``          running, done, stopped or failed, and when
``label.json``          the name a person gave the run
``best.safetensors``    the weights with the lowest validation error, and the last ones
``last.safetensors``
``state.safetensors``   all that training needs to go on after the last epoch that was saved;
                        gone once it is trained to its end
``lock``                held by the process that trains: a crash shows as a free lock
======================  ============================================================
"""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Mapping
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Self

from kpstudio.core.errors import InputError
from kpstudio.core.schema import PointSchema
from kpstudio.core.splits import Split
from kpstudio.core.texts import say
from kpstudio.io.atomic import write_text
from kpstudio.store import lock
from kpstudio.store.event_file import append_line, event_of, lines_of
from kpstudio.store.run_settings import RunSettings
from kpstudio.store.summary import RunSummary, summarise

STATES = ("running", "done", "stopped", "failed")
INTERRUPTED = "interrupted"
"""What a run is called whose process died while it was running."""

_ENDED_EARLY = (INTERRUPTED, "stopped", "failed")

STATE_FILE = "state.safetensors"
"""What training goes on from, in the run's folder and in those within it."""

DELETING = ".deleting-"  # what the name of a run begins with that is being deleted


class RunFolder(RunSettings):
    """One run on disk.

    The process that trains calls `create`, `append_event` and, at the end, `set_state`; until then
    it holds the run's lock. Everybody else calls `open`. Different threads may use different
    objects for the same folder.
    """

    def __init__(self, path: Path, held: lock.FileLock | None = None) -> None:
        """Use `create` or `open` instead."""
        super().__init__(path)
        self._lock = held

    @classmethod
    def create(
        cls,
        path: Path,
        config: Mapping[str, Any],
        scheme: PointSchema,
        split: Split,
        versions: Mapping[str, str],
        data: Mapping[str, Any] | None = None,
    ) -> Self:
        """Begin a run in the empty or missing folder ``path``; its state is "running".

        Args:
            path: The folder.
            config: The settings of the training.
            scheme: The landmark scheme.
            split: Which faces are trained on and which are held out.
            versions: Of the program and the libraries it rests on.
            data: Where the faces come from.

        Raises:
            InputError: If the folder holds something already, or cannot be written.
        """
        try:
            path.mkdir(parents=True, exist_ok=True)
            if any(path.iterdir()):
                raise InputError(
                    say("{path} is not empty: name a new folder for the run", path=path)
                )
        except OSError as error:
            raise InputError(
                say(
                    "{path} cannot contain a run: {error}", path=path, error=error.strerror or error
                )
            ) from error
        run = cls(path, _lock_for_training(path))
        run._write("scheme.json", scheme.to_json())
        run._write("split.json", asdict(split))
        run._write("versions.json", dict(versions))
        if data is not None:
            run._write("data.json", dict(data))
        run._write("state.json", {"state": "running", "started": _now()})
        run._write("config.json", dict(config))  # the last: with it the folder is a run
        return run

    @classmethod
    def open(cls, path: Path) -> Self:
        """Open an existing run.

        Raises:
            InputError: If ``path`` is not the folder of a run.
        """
        if not (path / "config.json").is_file():
            raise InputError(
                say("{path} is not a run: name a folder that a training wrote", path=path)
            )
        run = cls(path)
        _ = run.config  # a run without settings is none
        return run

    # ---- going on

    @property
    def resumable(self) -> bool:
        """Whether training was stopped or interrupted, and can go on."""
        return self.effective_state in _ENDED_EARLY and not self._why_not

    @property
    def _why_not(self) -> str:
        """Why a training that ended early cannot go on, or ""."""
        hopeless = self._state().get("hopeless")
        if hopeless or (self.path / STATE_FILE).exists():
            return say("it would fail again") if hopeless else ""
        try:
            trained = any(b'"event":"epoch"' in line for line in self._lines())
        except InputError:
            return say("its events cannot be read")
        if not trained:
            return ""
        return say("it has no {file}, like runs of an older kpstudio", file=STATE_FILE)

    def require_resumable(self) -> None:
        """Check that training can go on.

        Raises:
            InputError: If it is going on already, over, would fail again, or what it would go on
                from is missing.
        """
        if self.effective_state == "running":
            raise self._trained_already()
        over = self.effective_state == "done"
        if not over and (reason := self._why_not):
            raise InputError(
                say(
                    "{run} cannot be resumed: {reason}: train a new run from its weights (--start "
                    "{path})",
                    run=self.label,
                    reason=reason,
                    path=self.path,
                )
            )
        if over:
            raise InputError(
                say(
                    "{run} has finished training: start another from its weights (--start {path})",
                    run=self.label,
                    path=self.path,
                )
            )

    def _trained_already(self) -> InputError:
        return InputError(
            say("{run} is already being trained: wait for it, or stop it", run=self.label)
        )

    @property
    def has_own_finder(self) -> bool:
        """Whether it learnt where to look, because the face detector does not know its faces."""
        return (self.path / "finder" / "best.safetensors").is_file()

    def forget_state(self) -> None:
        """Remove what training would go on from, once it is trained to its end."""
        for path in (self.path / STATE_FILE, *self.path.glob(f"*/{STATE_FILE}")):
            with contextlib.suppress(OSError):
                path.unlink(missing_ok=True)

    def take_up(self) -> None:
        """Become the process that trains a run which can go on.

        Raises:
            InputError: If another process was faster, or the folder cannot be written.
        """
        self._lock = _lock_for_training(self.path)
        if self._lock is None and lock.is_held(self.path / "lock"):
            raise self._trained_already()
        data = {k: v for k, v in self._state().items() if k not in ("message", "finished")}
        self._write("state.json", data | {"state": "running"})

    def rewind(self, epoch: int, last: Mapping[str, Any]) -> None:
        """Drop the events after the end of ``epoch``; all of them for 0.

        Args:
            epoch: Whole epochs that count.
            last: The event at the end of it, which a crash may have kept from being written.

        Raises:
            InputError: If the events cannot be read or written.
        """
        kept: list[bytes] = []
        for line in self._lines() if epoch else ():
            event = event_of(line)
            if event is None:
                continue
            done = event.get("epoch", 0) if event.get("event") == "epoch" else 0
            if isinstance(done, int) and done >= epoch:
                break
            kept.append(line)
        text = b"".join(line + b"\n" for line in kept)
        write_text(self.path / "events.jsonl", text.decode("utf-8"))
        if epoch:
            self.append_event(last)

    # ---- what happened

    @property
    def state(self) -> str:
        """One of `STATES`, as last written."""
        return str(self._state().get("state", "failed"))

    @property
    def effective_state(self) -> str:
        """The state, or `INTERRUPTED` where it was running when its process died."""
        state = self.state
        if state == "running" and self._lock is None and not lock.is_held(self.path / "lock"):
            return INTERRUPTED
        return state

    @property
    def started(self) -> datetime | None:
        """When the training began, in UTC; None where that cannot be read."""
        try:
            return datetime.fromisoformat(str(self._state().get("started")))
        except ValueError:
            return None

    @property
    def message(self) -> str:
        """Why the run failed, or ""."""
        return str(self._state().get("message", ""))

    def set_state(self, state: str, message: str = "", hopeless: bool = False) -> None:
        """Write the state; anything but "running" ends the training's hold on the run.

        Args:
            state: One of `STATES`.
            message: Why it failed.
            hopeless: Whether it would fail again if it went on.

        Raises:
            InputError: If it cannot be written.
            ValueError: If it is none of `STATES`.
        """
        if state not in STATES:
            raise ValueError(f"{state!r} is none of {STATES}")
        data = self._state() | {"state": state, "message": message}
        if hopeless:
            data["hopeless"] = True
        if state != "running":
            data["finished"] = _now()
        try:
            self._write("state.json", data)
        finally:  # what cannot be written is told from the free lock
            if state != "running" and self._lock is not None:
                self._lock.release()
                self._lock = None

    def append_event(self, event: Mapping[str, Any]) -> None:
        """Add one event; it is on its way to the disk when this returns.

        A NaN or an infinity is written as null, for JSON has no word for it.

        Raises:
            InputError: If it cannot be written.
        """
        path = self.path / "events.jsonl"
        try:
            append_line(path, event)
        except OSError as error:
            self.require_there()
            raise InputError(
                say(
                    "{path} cannot be written: {error}; free some disk space",
                    path=path,
                    error=error.strerror or error,
                )
            ) from error

    def events(self) -> list[dict[str, Any]]:
        """Return every event so far, in order; lines torn by a crash are left out.

        Raises:
            InputError: If the file is there and cannot be read.
        """
        return [event for line in self._lines() if (event := event_of(line)) is not None]

    def summary(self) -> RunSummary:
        """Return the run's row in the table of runs; what cannot be read is left empty."""
        try:
            # Batches are nearly all of the file and nothing of the summary.
            lines = [line for line in self._lines() if b'"event":"batch"' not in line]
        except InputError:
            lines = []
        events = [event for line in lines if (event := event_of(line)) is not None]
        state = self.effective_state
        final = state in _ENDED_EARLY and not self.resumable
        return summarise(self.name, self.label, self.config, events, state, final)

    # ---- changing it

    def rename(self, label: str) -> None:
        """Give the run another name to show; its folder stays. An empty one takes the name back.

        Raises:
            InputError: If it cannot be written.
        """
        self._write("label.json", {"label": label.strip() or self.name})

    def delete(self) -> None:
        """Remove the run with its weights.

        Raises:
            InputError: If it is being trained, or cannot be removed.
        """
        if self.effective_state == "running":
            raise InputError(
                say("{run} is being trained: stop it before deleting it", run=self.label)
            )
        gone = self.path.with_name(DELETING + self.name)
        try:
            # Renamed first, so that no half of a run is ever listed.
            self.path.rename(gone)
        except OSError as error:
            raise InputError(
                say(
                    "{path} cannot be deleted: {error}",
                    path=self.path,
                    error=error.strerror or error,
                )
            ) from error
        shutil.rmtree(gone, ignore_errors=True)

    def _state(self) -> dict[str, Any]:
        try:
            data = self._read("state.json")
        except InputError:
            return {}
        return data if isinstance(data, dict) else {}

    def _lines(self) -> list[bytes]:
        return lines_of(self.path / "events.jsonl")


def list_runs(folder: Path) -> list[RunFolder]:
    """Return the runs in ``folder``, oldest first; none where there is no such folder."""
    runs = []
    for path in sorted(folder.iterdir()) if folder.is_dir() else ():
        if not path.name.startswith("."):
            try:
                runs.append(RunFolder.open(path))
            except InputError:
                continue  # something else lies there, or a run that never began
    return runs


def _lock_for_training(path: Path) -> lock.FileLock | None:
    try:
        return lock.acquire(path / "lock")
    except OSError:
        return None  # a disk without locks: a crash will not be told from training


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
