"""A server on this machine with files, some of which it serves as badly as asked."""

from __future__ import annotations

import hashlib
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@dataclass
class Served:
    """One file and how it is served.

    Attributes:
        content: Its bytes.
        breaks_after: Bytes of content after which each answer breaks off; None: never.
        breaks: How many answers break off.
        declared: What Content-Length says, if not the truth.
        ranges: Whether Range is heeded.
        range_says: What Content-Range says, if not the truth.
        tagged: Whether it has an ETag.
        chunked: Whether it comes without a length.
        statuses: What the first answers are instead of the file.
        redirect: Where it sends people on to.
        held: Waits for this after each block but the last.
        block: Bytes in a block.
    """

    content: bytes = b""
    breaks_after: int | None = None
    breaks: int = 10**6
    declared: int | None = None
    ranges: bool = True
    range_says: str | None = None
    tagged: bool = True
    chunked: bool = False
    statuses: list[int] = field(default_factory=list)
    redirect: str | None = None
    held: threading.Event | None = None
    block: int = 1 << 16

    @property
    def tag(self) -> str:
        return f'"{hashlib.sha256(self.content).hexdigest()[:12]}"'


class Server(ThreadingHTTPServer):
    """Serves `files` by path, and remembers what it was asked."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.files: dict[str, Served] = {}
        self.asked: list[tuple[str, str | None]] = []

    def url(self, name: str) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}/{name}"

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of readers that leave."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: Server

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the library's name
        pass

    def do_GET(self) -> None:
        name = self.path.lstrip("/")
        self.server.asked.append((name, self.headers.get("Range")))
        self.close_connection = True
        served = self.server.files.get(name)
        if served is None:
            return self.send_error(404)
        if served.statuses:
            return self.send_error(served.statuses.pop(0))
        if served.redirect is not None:
            self.send_response(302)
            self.send_header("Location", served.redirect)
            self.send_header("Content-Length", "0")
            return self.end_headers()
        return self._file(served)

    def _file(self, served: Served) -> None:
        start = self._start(served)
        rest = served.content[start:]
        self.send_response(206 if start else 200)
        if start:
            whole = f"bytes {start}-{len(served.content) - 1}/{len(served.content)}"
            self.send_header("Content-Range", served.range_says or whole)
        if served.tagged:
            self.send_header("ETag", served.tag)
        if served.chunked:
            self.send_header("Transfer-Encoding", "chunked")
        else:
            declared = len(rest) if served.declared is None else served.declared
            self.send_header("Content-Length", str(declared))
        self.end_headers()
        if served.breaks_after is not None and served.breaks > 0:
            served.breaks -= 1
            rest = rest[: served.breaks_after]
            self._send(served, rest)
            return
        self._send(served, rest)
        if served.chunked:
            self.wfile.write(b"0\r\n\r\n")

    def _start(self, served: Served) -> int:
        found = re.fullmatch(r"bytes=(\d+)-", self.headers.get("Range") or "")
        if not served.ranges or found is None:
            return 0
        if self.headers.get("If-Range") not in (None, served.tag):
            return 0
        return int(found[1])

    def _send(self, served: Served, content: bytes) -> None:
        for at in range(0, len(content), served.block):
            block = content[at : at + served.block]
            if served.chunked:
                self.wfile.write(b"%x\r\n%b\r\n" % (len(block), block))
            else:
                self.wfile.write(block)
            self.wfile.flush()
            if served.held is not None and at + served.block < len(content):
                served.held.wait(60)


@contextmanager
def serving() -> Iterator[Server]:
    """Serve until the block ends; everything held is let go then."""
    with Server() as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        try:
            yield server
        finally:
            for served in server.files.values():
                if served.held is not None:
                    served.held.set()
            server.shutdown()
            thread.join()
