"""A file of published weights: from the cache that torch shares, else from the web, and checked."""

from __future__ import annotations

import hashlib
import os
import re
import tempfile
import urllib.request
from collections.abc import Generator
from contextlib import suppress
from http.client import HTTPException
from pathlib import Path, PurePosixPath
from urllib.error import HTTPError
from urllib.parse import urlsplit

from kpstudio.core.texts import say
from kpstudio.engine.control import Control
from kpstudio.engine.events import Event, Notice, Preparing
from kpstudio.engine.pace import Pace

TIMEOUT_S = 5.0
"""For the connection, and for each silence of the server."""

LARGEST = 1 << 28
"""Bytes; a file of weights for a backbone here is at most a fifth of it."""

DOWNLOADING = "downloading ImageNet weights (MB)"

_BLOCK = 1 << 16
_MB = 1_000_000
_HASH = re.compile(r"-([0-9a-f]{8,64})\.")


class WeightsUnavailable(Exception):  # noqa: N818 - that it is no error is decided by whoever asked
    """Weights cannot be had; the message says why in a few words, without a full stop."""


def read_checked(path: Path) -> bytes:
    """Return a file whose name holds the beginning of its SHA-256, as "resnet18-f37072fd.pth".

    Raises:
        WeightsUnavailable: If it cannot be read, or is not what its name says.
    """
    try:
        content = path.read_bytes()
    except OSError as error:
        raise WeightsUnavailable(
            say("{path} cannot be read: {strerror}", path=path, strerror=error.strerror)
        ) from error
    if not _as_named(path.name, content):
        raise WeightsUnavailable(
            say("{path} is not the published file: its SHA-256 differs", path=path)
        )
    return content


def fetched(address: str, folder: Path, control: Control) -> Generator[Event, None, bytes | None]:
    """Return a published file: that in ``folder`` where it is whole, else from the web.

    What comes from the web is kept in ``folder``, whole or not at all, for the next time.

    Args:
        address: Where it is published; its name holds the beginning of its SHA-256.
        folder: The cache.
        control: Pauses or stops between two blocks.

    Yields:
        `Preparing` in megabytes; a `Notice` where it cannot be kept.

    Returns:
        Its content; None when stopped meanwhile.

    Raises:
        WeightsUnavailable: If it does not come, or is not what its name says.
    """
    host, name = urlsplit(address).hostname or address, PurePosixPath(urlsplit(address).path).name
    with suppress(WeightsUnavailable):
        return read_checked(folder / name)
    try:
        content = yield from _downloaded(address, control)
    except HTTPError as error:
        error.close()
        raise WeightsUnavailable(
            say("{host} answers {code} to {name}", host=host, code=error.code, name=name)
        ) from error
    except (OSError, HTTPException, ValueError) as error:
        reason = getattr(error, "reason", error)
        raise WeightsUnavailable(
            say("{host} cannot be reached: {reason}", host=host, reason=reason)
        ) from error
    if content is None:
        return None
    if not _as_named(name, content):
        raise WeightsUnavailable(
            say(
                "{host} sent something other than {name}: its SHA-256 differs", host=host, name=name
            )
        )
    try:
        _keep(content, folder / name)
    except OSError as error:
        yield Notice(
            say(
                "{folder}: {name} cannot be stored there for next time ({strerror})",
                folder=folder,
                name=name,
                strerror=error.strerror,
            )
        )
    return content


def _downloaded(address: str, control: Control) -> Generator[Event, None, bytes | None]:
    if not control.wait():
        return None
    request = urllib.request.Request(address, headers={"User-Agent": "kpstudio"})
    content, pace = bytearray(), Pace()
    with urllib.request.urlopen(request, timeout=TIMEOUT_S) as answer:
        length = int(answer.headers.get("Content-Length") or 0)
        while block := answer.read1(_BLOCK):
            content += block
            if not control.wait():
                return None
            if len(content) > LARGEST:
                raise WeightsUnavailable(
                    say(
                        "{address} sends more than {largest} MB",
                        address=address,
                        largest=LARGEST // _MB,
                    )
                )
            if pace.due() or len(content) == length:
                done = len(content)
                yield Preparing(done // _MB, max(length, done) // _MB, DOWNLOADING)
    if len(content) < length:
        raise WeightsUnavailable(
            say(
                "{address} broke off after {count:,} of {length:,} bytes",
                address=address,
                count=len(content),
                length=length,
            )
        )
    return bytes(content)


def _as_named(name: str, content: bytes) -> bool:
    found = _HASH.search(name)
    return found is not None and hashlib.sha256(content).hexdigest().startswith(found[1])


def _keep(content: bytes, path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, part = tempfile.mkstemp(".part", f"{path.name}.", path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(part).replace(path)
    except BaseException:
        Path(part).unlink(missing_ok=True)
        raise
