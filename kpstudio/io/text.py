"""Reading text files that somebody else wrote."""

from __future__ import annotations

import codecs
import errno
import re
import stat
from pathlib import Path
from typing import BinaryIO

from kpstudio.core.errors import InputError
from kpstudio.core.texts import Said, say

MAX_BYTES = 256_000_000
"""Larger files are no landmark files; reading them would fill the memory."""

HEAD_BYTES = 16_384
"""How much of a file is looked at to tell its format."""

_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


class BrokenFileError(Exception):
    """A file, or one record in it, cannot be used; the message says why, the file is known."""


def open_file(path: Path) -> BinaryIO:
    """Open a file for reading; a pipe would keep us waiting, and some devices never end.

    Raises:
        OSError: If it cannot be opened, or is no file.
    """
    kind = path.stat().st_mode
    if not (stat.S_ISREG(kind) or stat.S_ISDIR(kind)):  # opening says what a folder is
        raise OSError(errno.EINVAL, say("it is a pipe or a device, not a file"))
    return path.open("rb")


def read_bytes(path: Path, most: int | None = None) -> bytes:
    """Return a file's content.

    Args:
        path: The file.
        most: How many bytes it may have; None for `MAX_BYTES`.

    Raises:
        BrokenFileError: If it cannot be read, is no file or is far too large.
    """
    most = MAX_BYTES if most is None else most
    try:
        with open_file(path) as file:
            size = min(path.stat().st_size, most)
            data = file.read(size + 1)
            if len(data) > size:  # it does not tell its size, or is too large
                data += file.read(most + 1 - len(data))
    except OSError as error:
        raise BrokenFileError(
            say("cannot be read: {error}", error=error.strerror or error)
        ) from error
    if len(data) > most:
        raise BrokenFileError(
            say("has more than {most} MB, too much for such a file", most=most // 1_000_000)
        )
    return data


def read_text(path: Path) -> str:
    """Return a file's text, line ends as they are.

    Raises:
        BrokenFileError: If it cannot be read, is far too large, or is not text.
    """
    text = decode(read_bytes(path))
    if "\0" in text:
        raise BrokenFileError(say("is not a text file"))
    return text


def decode(data: bytes) -> str:
    """Decode UTF-8 or UTF-16 with a byte-order mark, UTF-8, or else ISO-8859-1."""
    if data.startswith(_UTF16):
        return data.decode("utf-16", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("iso-8859-1")


def decode_head(head: bytes) -> str:
    """Decode the beginning of a file, which may end within a character."""
    if head.startswith(_UTF16):
        return head.decode("utf-16", errors="ignore")
    return head.removeprefix(codecs.BOM_UTF8).decode("utf-8", errors="replace")


def lines_of(text: str) -> list[str]:
    """Split at line ends of every system, and at nothing else (str.splitlines does at more)."""
    return re.split(r"\r\n|\n|\r", text)


def cannot_be_read(path: Path, error: BrokenFileError) -> InputError:
    """Return the error to raise where ``path`` is not one of many files: it says which it is."""
    if str(error).startswith("cannot"):
        return InputError(say("{path} {error}", path=path, error=error))
    return InputError(say("{path} cannot be read: it {error}", path=path, error=error))


def visible(text: str) -> str:
    """Return ``text`` fit for showing: bytes that are no Unicode become escapes."""
    return text.encode("utf-8", errors="backslashreplace").decode("utf-8")


_OF_FILE = say("{path}: {message}", path="", message="")


def of_file(path: Path, message: str) -> InputError:
    """Return the error to raise about the file ``path``, of which `reason` returns the message."""
    return InputError(say(_OF_FILE.sentence, path=path, message=message))


def reason(path: Path, error: InputError) -> str:
    """Return an error's message without the path that a problem's ``where`` already gives."""
    told = str(error)
    if isinstance(told, Said) and told.sentence == _OF_FILE.sentence:
        return str(told.values["message"])
    return told.removeprefix(f"{path}: ")
