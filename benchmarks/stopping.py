"""Run a function in a process that is killed, or fails, at its n-th writing system call.

Linux on x86-64 alone: the process is traced (ptrace). So every stage of a save is met, those inside
SQLite too, and not only the moments that chance hits.
"""

from __future__ import annotations

import contextlib
import ctypes
import errno
import os
import platform
import signal
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path

CAN_TRACE = sys.platform == "linux" and platform.machine() == "x86_64"

_TRACE_ME, _PEEK_USER, _POKE_USER, _GO_ON, _OPTIONS = 0, 3, 6, 24, 0x4200
_MARK_CALLS, _KILL_WITH_TRACER = 0x1, 0x100000
_NUMBER, _RESULT, _FIRST, _SECOND, _THIRD = (8 * place for place in (15, 10, 14, 13, 12))
"""Where the kernel keeps a call's number, result and arguments (struct user_regs_struct)."""

_BY_FILE = {1: "write", 18: "write", 20: "write", 296: "write", 77: "truncate", 74: "sync",
            75: "sync", 285: "write"}  # fmt: skip
_BY_PATH = {76: "truncate", 82: "rename", 83: "make folder", 84: "remove folder", 85: "make",
            86: "link", 87: "remove", 2: "make"}  # fmt: skip
_BY_PATH_AT = {257: "make", 258: "make folder", 263: "remove", 264: "rename", 316: "rename"}
_OPEN, _OPEN_AT = 2, 257
_NEEDS_ROOM = frozenset({"write", "make", "make folder"})


class Fate(Enum):
    """What becomes of the process at the call."""

    KILLED = "killed before it"
    TORN = "killed when half of it was written"
    FULL = "no room from there on"


@dataclass(frozen=True)
class Call:
    """A writing system call: what it does, and the name of the file it does that to."""

    does: str
    file: str


@dataclass
class Outcome:
    """What a traced process did.

    Attributes:
        calls: Its writing calls, in order, the last one that at which it was killed.
        told: The lines that it told.
        ended: Its exit code; negative for a signal.
    """

    calls: list[Call] = field(default_factory=list)
    told: list[str] = field(default_factory=list)
    ended: int = 0


Tell = Callable[[str], None]


def run_until(work: Callable[[Tell], None], fate: Fate = Fate.KILLED, number: int = 0) -> Outcome:
    """Run ``work`` in a process of its own up to its ``number``-th writing call.

    Args:
        work: Gets a function that tells a line.
        fate: What happens at that call. One that is no write is not torn but killed.
        number: From 1; at 0 nothing happens.
    """
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        _be_traced(work, writing)
    os.close(writing)
    outcome = _Tracer(child, fate, number).run()
    with os.fdopen(reading, "rb") as pipe:
        lines = pipe.read().split(b"\n")
    outcome.told = [line.decode() for line in lines[:-1]]
    return outcome


def _be_traced(work: Callable[[Tell], None], pipe: int) -> None:
    code = 1
    try:
        _trace(_TRACE_ME, 0)
        os.kill(os.getpid(), signal.SIGSTOP)
        work(lambda line: os.write(pipe, f"{line}\n".encode()) and None)
        code = 0
    except BaseException as error:
        os.write(pipe, f"fault: {type(error).__name__}: {error}\n".encode())
    finally:
        os._exit(code)  # nothing of the process that was forked is to be tidied up


class _Tracer:
    """Follows one child from call to call."""

    def __init__(self, child: int, fate: Fate, number: int) -> None:
        self._child, self._fate, self._number = child, fate, number
        self._outcome = Outcome()
        self._inside = False
        self._on_return: Callable[[], None] | None = None

    def run(self) -> Outcome:
        os.waitpid(self._child, 0)
        _trace(_OPTIONS, self._child, 0, _MARK_CALLS | _KILL_WITH_TRACER)
        passed_on = 0
        while True:
            _trace(_GO_ON, self._child, 0, passed_on)
            _, status = os.waitpid(self._child, 0)
            if os.WIFEXITED(status) or os.WIFSIGNALED(status):
                self._outcome.ended = os.waitstatus_to_exitcode(status)
                return self._outcome
            stopped_by = os.WSTOPSIG(status)
            at_call = stopped_by == signal.SIGTRAP | 0x80
            passed_on = 0 if at_call else stopped_by
            if at_call:
                self._at_call()

    def _at_call(self) -> None:
        self._inside = not self._inside
        if not self._inside:
            if self._on_return is not None:
                self._on_return()
                self._on_return = None
            return
        call = self._call()
        if call is None:
            return
        self._outcome.calls.append(call)
        count = len(self._outcome.calls)
        if self._fate is Fate.FULL and self._number and count >= self._number:
            self._refuse(call)
        elif count == self._number:
            self._end(call)

    def _end(self, call: Call) -> None:
        if self._fate is Fate.TORN and call.does == "write":
            _trace(_POKE_USER, self._child, _THIRD, self._look(_THIRD) // 2)
            self._on_return = self._kill
        else:
            self._kill()

    def _kill(self) -> None:
        os.kill(self._child, signal.SIGKILL)

    def _refuse(self, call: Call) -> None:
        """Answer that the disk is full, where the call would need room on it."""
        if call.does in _NEEDS_ROOM:
            _trace(_POKE_USER, self._child, _NUMBER, -1)
            self._on_return = self._say_full

    def _say_full(self) -> None:
        _trace(_POKE_USER, self._child, _RESULT, -errno.ENOSPC)

    def _call(self) -> Call | None:
        """Return the call that begins, or None where it writes nothing."""
        number = self._look(_NUMBER)
        if number in _BY_FILE:
            path = _open_file(self._child, self._look(_FIRST))
            return Call(_BY_FILE[number], path.name) if path.is_absolute() else None
        at = number in _BY_PATH_AT
        if not at and number not in _BY_PATH:
            return None
        path = Path(self._text(self._look(_SECOND if at else _FIRST)))
        does = _BY_PATH_AT[number] if at else _BY_PATH[number]
        if number in (_OPEN, _OPEN_AT):
            makes = self._look(_THIRD if at else _SECOND) & os.O_CREAT
            if not makes or path.exists() or path.parts[:2] == ("/", "dev"):
                return None
        return Call(does, path.name)

    def _look(self, place: int) -> int:
        return _trace(_PEEK_USER, self._child, place)

    def _text(self, address: int) -> str:
        with Path(f"/proc/{self._child}/mem").open("rb", buffering=0) as memory:
            memory.seek(address)
            return os.fsdecode(memory.read(4096).split(b"\0")[0])


def _open_file(process: int, descriptor: int) -> Path:
    """Return the path of an open file; a relative one for a pipe or the like."""
    with contextlib.suppress(OSError):
        return Path(f"/proc/{process}/fd/{descriptor}").readlink()
    return Path()


def _trace(request: int, process: int, address: int = 0, data: int = 0) -> int:
    ctypes.set_errno(0)
    answer = int(_PTRACE(request, process, address, data))
    if answer == -1 and (number := ctypes.get_errno()) not in (0, errno.ESRCH):
        raise OSError(number, "the process cannot be traced")
    return answer


def _ptrace() -> Callable[[int, int, int, int], int]:
    function = ctypes.CDLL(None, use_errno=True).ptrace
    function.argtypes, function.restype = [ctypes.c_long] * 4, ctypes.c_long
    return function  # type: ignore[no-any-return]


_PTRACE = _ptrace() if CAN_TRACE else lambda *_: -1
