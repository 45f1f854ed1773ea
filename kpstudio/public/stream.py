"""One answer of a server, read on a thread of its own so that whoever waits can always leave."""

from __future__ import annotations

import queue
import threading
import urllib.request
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from email.message import Message
from http.client import HTTPMessage
from typing import IO, Any
from urllib.parse import urlsplit

from kpstudio.core.texts import say

BLOCK = 1 << 16
_WAITING_BLOCKS = 16
_MOMENT_S = 0.1


@dataclass(frozen=True)
class Head:
    """How an answer begins.

    Attributes:
        status: 200, 206, ...
        headers: As the server sent them.
        address: Where it came from in the end, after redirects.
    """

    status: int
    headers: Message
    address: str


class Redirected(Exception):  # noqa: N818 - tells where to; what to say of it is said elsewhere
    """A server sent us where we do not go."""


class Broken(Exception):  # noqa: N818 - what it means is decided by whoever asked
    """The answer did not come, or broke off.

    Attributes:
        error: What the network said.
    """

    def __init__(self, error: Exception) -> None:
        super().__init__(str(error))
        self.error = error


class _OnlyTheWeb(urllib.request.HTTPRedirectHandler):
    """Follows redirects to http and https, and never from https back to http."""

    def http_error_302(
        self, req: urllib.request.Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage
    ) -> Any:
        target = headers.get("location") or headers.get("uri") or ""
        scheme = urlsplit(target).scheme
        if scheme not in ("", "http", "https"):
            fp.close()
            raise Redirected(say("an address that is not a web address ({scheme}:)", scheme=scheme))
        if scheme == "http" and req.type == "https":
            fp.close()
            raise Redirected(say("an address without encryption"))
        return super().http_error_302(req, fp, code, msg, headers)

    http_error_301 = http_error_303 = http_error_307 = http_error_308 = http_error_302


def _opener() -> urllib.request.OpenerDirector:
    # Not build_opener: it would read file:, ftp: and data: as well.
    opener = urllib.request.OpenerDirector()
    for handler in (
        urllib.request.ProxyHandler(),
        urllib.request.HTTPHandler(),
        urllib.request.HTTPSHandler(),
        urllib.request.HTTPDefaultErrorHandler(),
        urllib.request.HTTPErrorProcessor(),
        _OnlyTheWeb(),
    ):
        opener.add_handler(handler)
    return opener


class Stream:
    """Asks a server, and hands out what it answers.

    The thread is a daemon that only reads: looking up a name and waiting for a silent server cannot
    be broken off, and nobody should have to wait for either.
    """

    def __init__(self, address: str, headers: Mapping[str, str], timeout_s: float) -> None:
        self._request = urllib.request.Request(address, headers=dict(headers))
        self._timeout_s = timeout_s
        self._items: queue.Queue[Head | bytes | Exception] = queue.Queue(_WAITING_BLOCKS)
        self._left = threading.Event()
        threading.Thread(target=self._read, name="download", daemon=True).start()

    def head(self) -> Head | None:
        """Return how the answer begins, or None where it has not begun after a moment.

        Raises:
            Broken: If there is no answer.
        """
        item = self._next()
        assert not isinstance(item, bytes)
        return item

    def blocks(self) -> Iterator[bytes]:
        """Yield the answer as it comes; b"" each moment while nothing comes.

        Raises:
            Broken: If it broke off.
        """
        while True:
            item = self._next()
            if item is None:
                yield b""
            elif not item:
                return
            elif isinstance(item, bytes):
                yield item

    def leave(self) -> None:
        """Read no further."""
        self._left.set()

    def _next(self) -> Head | bytes | None:
        try:
            item = self._items.get(timeout=_MOMENT_S)
        except queue.Empty:
            return None
        if isinstance(item, Exception):
            raise Broken(item) from item
        return item

    def _read(self) -> None:
        try:
            with _opener().open(self._request, timeout=self._timeout_s) as answer:
                self._put(Head(answer.status, answer.headers, answer.url))
                while not self._left.is_set():
                    block = answer.read1(BLOCK)
                    self._put(block)
                    if not block:
                        return
        except Exception as error:  # handed to whoever waits
            self._put(error)

    def _put(self, item: Head | bytes | Exception) -> None:
        while not self._left.is_set():
            try:
                return self._items.put(item, timeout=_MOMENT_S)
            except queue.Full:
                continue
        return None
