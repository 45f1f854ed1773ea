"""Where decoded training pictures wait: in memory, or in a temporary file where they are many."""

from __future__ import annotations

import contextlib
import ctypes
import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from kpstudio.core.errors import InputError
from kpstudio.core.texts import say

SHARE_OF_MEMORY = 0.25
"""Pictures that need more of the memory that is free go into a file. What is read of it often is
kept in memory by the system, as long as nothing else needs the room."""

ASSUMED_MEMORY = 4 * 2**30
"""Bytes, where the system does not tell."""

LASTING = Path("/var/tmp")
"""A folder for large temporary files; /tmp is often a part of the memory."""

MEGABYTE = 1_000_000


class PictureStore:
    """Takes pictures of one size one after the other, and gives them as one tensor.

    Use it as `opened` gives it. The file has no name, or is deleted when it is closed: nothing is
    left behind, however the program ends.
    """

    def __init__(self, count: int, height: int, width: int, in_file: bool) -> None:
        self._shape = height, width
        self._count = 0
        self._bytes = count * height * width
        self._rows: NDArray[np.uint8] | None = None
        self._file: IO[bytes] | None = None
        if in_file:
            with self._full_disk_explained():
                self._file = tempfile.TemporaryFile(prefix="kpstudio-", dir=_folder())  # noqa: SIM115
        else:
            self._rows = np.empty((count, 1, height, width), dtype=np.uint8)

    @classmethod
    @contextmanager
    def opened(cls, count: int, height: int, width: int) -> Iterator[PictureStore]:
        """Make room for at most ``count`` pictures; the tensor outlives the block.

        Raises:
            InputError: If the disk has no room for the file.
        """
        large = count * height * width > SHARE_OF_MEMORY * free_memory()
        store = cls(count, height, width, in_file=large)
        try:
            yield store
        finally:
            if store._file is not None:
                with contextlib.suppress(OSError):  # what could not be written was said before
                    store._file.close()

    def add(self, pixels: NDArray[np.uint8]) -> None:
        """Append one (height, width) picture.

        Raises:
            InputError: If the disk is full.
        """
        assert pixels.shape == self._shape
        if self._rows is not None:
            self._rows[self._count, 0] = pixels
        elif self._file is not None:
            # Written, not mapped: a full disk is then an error and not the end of the process.
            with self._full_disk_explained():
                self._file.write(np.ascontiguousarray(pixels).data)
        self._count += 1

    def tensor(self) -> Tensor:
        """Return the (N, 1, height, width) uint8 pictures that were added.

        Raises:
            InputError: If the disk is full.
        """
        shape = (self._count, 1, *self._shape)
        if self._file is None or self._count == 0:
            rows = np.empty(shape, dtype=np.uint8) if self._rows is None else self._rows
            return torch.from_numpy(rows[: self._count])
        with self._full_disk_explained():
            self._file.flush()
        # Copied where it is written to, which nothing does: torch warns of read-only memory.
        return torch.from_numpy(np.memmap(self._file, dtype=np.uint8, mode="c", shape=shape))

    @contextmanager
    def _full_disk_explained(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            raise InputError(
                say(
                    "{folder}: the training pictures need {megabytes:.0f} MB there, but cannot be "
                    "written ({error}): free some space, set TMPDIR to a folder on another disk, "
                    "or train on fewer pictures",
                    folder=_folder(),
                    megabytes=self._bytes / MEGABYTE,
                    error=error.strerror or error,
                )
            ) from error


def _folder() -> Path:
    if "TMPDIR" not in os.environ and LASTING.is_dir() and os.access(LASTING, os.W_OK):
        return LASTING
    return Path(tempfile.gettempdir())


def free_memory() -> int:
    """Return about how many bytes of memory are not in use."""
    with contextlib.suppress(OSError, ValueError, IndexError):
        if sys.platform == "win32":
            return _free_on_windows()
        for line in Path("/proc/meminfo").read_text(encoding="ascii").splitlines():
            if line.startswith("MemAvailable:"):
                return int(line.split()[1]) * 1024
    with contextlib.suppress(OSError, ValueError, AttributeError):
        # Of a Mac only the whole is known this way; half of it is usually to be had.
        return os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") // 2
    return ASSUMED_MEMORY


def _free_on_windows() -> int:
    class Status(ctypes.Structure):
        """Windows' MEMORYSTATUSEX."""

        _fields_ = (
            ("length", ctypes.c_ulong),
            ("load", ctypes.c_ulong),
            *((name, ctypes.c_ulonglong) for name in ("total", "free", *"abcde")),
        )

    status = Status()
    status.length = ctypes.sizeof(status)
    if not ctypes.windll.kernel32.GlobalMemoryStatusEx(ctypes.byref(status)):  # type: ignore[attr-defined,unused-ignore]
        raise OSError("the free memory cannot be asked for")
    return int(status.free)
