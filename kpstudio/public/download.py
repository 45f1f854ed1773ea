"""Fetching one file: goes on where it broke off, and believes neither lengths nor luck."""

from __future__ import annotations

import http.client
import re
import shutil
import socket
import ssl
import time
import urllib.error
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO
from urllib.parse import urlsplit

from kpstudio.core.errors import Cancelled, InputError
from kpstudio.core.texts import joined, say
from kpstudio.public.catalogue import PublicFile, size_words, why_no_address
from kpstudio.public.part import Part, Received, sha256_of
from kpstudio.public.stream import Broken, Head, Redirected, Stream

LARGEST = 60_000_000_000
"""More bytes than any set has: what does not end by itself ends here."""

SPARE = 200_000_000
"""Bytes that a download leaves free on the disk."""

BytesProgress = Callable[[int, int | None], bool]
"""Called with the bytes here and the bytes in all (None: unknown); False cancels."""

_RANGE = re.compile(r"bytes (\d+)-(\d+)/(\d+)")
_PASSING = frozenset({408, 425, 429, 500, 502, 503, 504})


class Unavailable(InputError):  # noqa: N818 - as `Cancelled`: it names what is the matter
    """An address does not give the file; another might."""


class Unreachable(Unavailable):
    """A host does not answer at all.

    Attributes:
        host: Its name.
    """

    def __init__(self, *hosts: str) -> None:
        self.host = " and ".join(dict.fromkeys(hosts))
        super().__init__(
            say(
                "{host} cannot be reached: check this computer's network connection", host=self.host
            )
        )


class _Passing(Exception):  # noqa: N818 - never leaves this module
    """Something that may be over at the next try; the message says what."""


@dataclass(frozen=True)
class Patience:
    """How long to wait.

    Attributes:
        timeout_s: For a silent server.
        pauses_s: Before each further try that follows one which brought nothing new.
        largest: Bytes at which an answer is cut off.
    """

    timeout_s: float = 20.0
    pauses_s: tuple[float, ...] = (1.0, 3.0, 9.0)
    largest: int = LARGEST


PATIENCE = Patience()


def download(
    file: PublicFile,
    folder: Path,
    progress: BytesProgress | None = None,
    patience: Patience = PATIENCE,
) -> Received:
    """Fetch a file into ``folder``, going on with what an earlier try left there.

    Args:
        file: What to fetch; its addresses are tried in order.
        folder: Where to; made if need be.
        progress: Told now and then, also while nothing comes.
        patience: How long to wait.

    Raises:
        InputError: If no address gives the file, what comes is not the file, or the disk is full.
        Cancelled: If ``progress`` asked for it; what has come stays for the next time.
    """
    folder.mkdir(parents=True, exist_ok=True)
    done = Part(folder / file.name).finished(file)
    if done is not None:
        return done
    refusals: list[Unavailable] = []
    for address in file.addresses:
        try:
            return _Download(file, address, folder / file.name, progress, patience).run()
        except Unavailable as error:
            refusals.append(error)
    if len(refusals) == 1:
        raise refusals[0]
    silent = [error.host for error in refusals if isinstance(error, Unreachable)]
    if refusals and len(silent) == len(refusals):
        raise Unreachable(*silent)
    if not refusals:
        raise Unavailable(
            say("{file} has no address: it must be downloaded by hand", file=file.name)
        )
    raise Unavailable(joined([str(error) for error in refusals], "; "))


def waiting(file: PublicFile, folder: Path) -> int:
    """Return how many bytes of ``file`` lie in ``folder`` from an earlier try."""
    for path in (folder / file.name, folder / f"{file.name}.part"):
        with suppress(OSError):
            return path.stat().st_size
    return 0


class _Download:
    """One file from one address, tried until it has come or nothing more comes."""

    def __init__(
        self,
        file: PublicFile,
        address: str,
        target: Path,
        progress: BytesProgress | None,
        patience: Patience,
    ) -> None:
        self._file = file
        self._address = address
        self._host = urlsplit(address).hostname or address
        self._part = Part(target)
        self._progress = progress
        self._patience = patience
        self._here = 0
        self._total: int | None = None

    def run(self) -> Received:
        if problem := why_no_address(self._address):
            raise InputError(
                say("{file} cannot be downloaded: {problem}", file=self._file.name, problem=problem)
            )
        most, failures = 0, 0
        while True:
            try:
                self._ask()
                return self._check()
            except _Passing as reason:
                self._here = self._part.resumable(self._address)[0]
                failures = 1 if self._here > most else failures + 1
                most = max(most, self._here)
                if failures > len(self._patience.pauses_s):
                    raise Unavailable(self._gave_up(str(reason))) from reason
                self._pause(self._patience.pauses_s[failures - 1])
            except OSError as error:
                raise InputError(
                    say(
                        "{file} cannot be written to {parent}: {error}",
                        file=self._file.name,
                        parent=self._part.path.parent,
                        error=error.strerror or error,
                    )
                ) from error

    def _gave_up(self, reason: str) -> str:
        here = size_words(self._here)
        kept = say("; {here} are kept for the next attempt", here=here) if self._here else ""
        return say(
            "{file} did not arrive completely from {host}: {reason}{kept}",
            file=self._file.name,
            host=self._host,
            reason=reason,
            kept=kept,
        )

    def _pause(self, seconds: float) -> None:
        for _ in range(max(1, round(seconds / 0.1))):
            self._tell()
            time.sleep(min(seconds, 0.1))

    def _tell(self) -> None:
        if self._progress is not None and not self._progress(self._here, self._total):
            raise Cancelled("the download was cancelled")

    # Asking

    def _ask(self) -> None:
        offset, validator, total = self._part.resumable(self._address)
        headers = {"User-Agent": "kpstudio", "Accept-Encoding": "identity"}
        if offset:
            headers |= {"Range": f"bytes={offset}-", "If-Range": validator}
        self._here, self._total = offset, total
        self._tell()
        stream = Stream(self._address, headers, self._patience.timeout_s)
        try:
            head = self._head(stream)
            self._take(stream, head, offset, validator, total)
        finally:
            stream.leave()

    def _head(self, stream: Stream) -> Head:
        try:
            while (head := stream.head()) is None:
                self._tell()
            return head
        except Broken as broken:
            if isinstance(broken.error, urllib.error.HTTPError):
                broken.error.close()
                raise self._refusal(broken.error.code) from broken
            raise self._trouble(broken.error) from broken

    def _refusal(self, status: int) -> Exception:
        """Return what to raise for an answer that is none."""
        if status == 416:  # the part is longer than the file, or the file is another by now
            self._part.drop()
            return _Passing(say("what was downloaded before does not match what it has now"))
        if status in _PASSING:
            return _Passing(
                say(
                    "it answers {status} ({what})",
                    status=status,
                    what=http.client.responses.get(status, "error"),
                )
            )
        if 300 <= status < 400:
            return Unavailable(
                say("{host} redirects {file} in circles", host=self._host, file=self._file.name)
            )
        gone = say("{host} no longer has {file} (it answers {status}): see the set's page")
        kept = say("{host} refuses to send {file} (it answers {status}): see the set's page")
        sentence = gone if status in (404, 410) else kept
        return Unavailable(say(sentence, host=self._host, file=self._file.name, status=status))

    def _trouble(self, error: Exception) -> Exception:
        """Return what to raise for an error of the network: worth another try, or not."""
        reason = getattr(error, "reason", error)
        if isinstance(error, Redirected):
            return Unavailable(
                say(
                    "{host} redirects to {error}, which kpstudio does not accept",
                    host=self._host,
                    error=error,
                )
            )
        if isinstance(reason, ssl.SSLCertVerificationError):
            return Unavailable(
                say(
                    "{host} cannot prove its identity: check that this computer's clock is right "
                    "({verify_message})",
                    host=self._host,
                    verify_message=reason.verify_message,
                )
            )
        if isinstance(reason, (socket.gaierror, ConnectionRefusedError)) or (
            isinstance(error, urllib.error.URLError) and not isinstance(reason, TimeoutError)
        ):
            return Unreachable(self._host)
        if isinstance(reason, TimeoutError):
            return _Passing(say("no answer"))
        return _Passing(say("the connection was lost"))

    # Taking

    def _take(
        self, stream: Stream, head: Head, offset: int, validator: str, total: int | None
    ) -> None:
        length = _whole(head.headers.get("Content-Length"))
        if head.status == 206 and offset:
            total = self._fitting(head, offset, validator, total)
        elif head.status == 200:
            offset, total = 0, length
            self._part.begin(self._address, _validator(head), total)
        else:
            raise Unavailable(
                say(
                    "{host} answers {status} for {file}",
                    host=self._host,
                    status=head.status,
                    file=self._file.name,
                )
            )
        limit = self._file.size or self._patience.largest
        self._expect(total, limit)
        self._here, self._total = offset, total
        self._room(total)
        with self._part.path.open("r+b" if offset else "wb") as sink:
            sink.truncate(offset)
            sink.seek(offset)
            self._fill(stream, sink, limit)
        if self._here > limit:
            self._part.drop()
            raise InputError(self._too_large(limit))
        if total is not None and self._here < total:
            raise _Passing(
                say(
                    "the connection was lost after {here} of {total}",
                    here=size_words(self._here),
                    total=size_words(total),
                )
            )

    def _fitting(self, head: Head, offset: int, validator: str, total: int | None) -> int:
        """Return the bytes in all, if the answer goes on where the part ends."""
        found = _RANGE.fullmatch(head.headers.get("Content-Range", "").strip())
        first, last, whole = (int(part) for part in found.groups()) if found else (-1, -1, -1)
        length = _whole(head.headers.get("Content-Length"))
        fits = first == offset and last == whole - 1 and total in (None, whole)
        fits = fits and length in (None, last - first + 1)
        if not fits or _validator(head) not in ("", validator):
            self._part.drop()
            raise _Passing(say("it continued with something other than what was asked for"))
        return whole

    def _expect(self, total: int | None, limit: int) -> None:
        if total is not None and self._file.size not in (None, total):
            self._part.drop()
            raise Unavailable(
                say(
                    "{host} has {total:,} bytes for {file}, the catalogue says {size:,}: the file "
                    "has changed, see the set's page",
                    host=self._host,
                    total=total,
                    file=self._file.name,
                    size=self._file.size,
                )
            )
        if total is not None and total > limit:
            self._part.drop()
            raise InputError(self._too_large(limit))

    def _too_large(self, limit: int) -> str:
        return say(
            "{file} is larger than {limit}: {host} sends too much",
            file=self._file.name,
            limit=size_words(limit),
            host=self._host,
        )

    def _room(self, total: int | None) -> None:
        missing = (total or 0) - self._here
        free = shutil.disk_usage(self._part.path.parent).free
        if missing + SPARE > free:
            raise InputError(
                say(
                    "{file} needs {missing} more, but only {free} are free on the disk of "
                    "{parent}: free some space or choose another folder",
                    file=self._file.name,
                    missing=size_words(missing),
                    free=size_words(free),
                    parent=self._part.path.parent,
                )
            )

    def _fill(self, stream: Stream, sink: IO[bytes], limit: int) -> None:
        try:
            for block in stream.blocks():
                sink.write(block)
                self._here += len(block)
                self._tell()
                if self._here > limit:
                    return
        except Broken as broken:
            raise self._trouble(broken.error) from broken

    def _check(self) -> Received:
        """See that what has come is the file, and give it its name."""
        size, digest = self._part.path.stat().st_size, sha256_of(self._part.path)
        if self._file.size not in (None, size):
            self._part.drop()
            raise Unavailable(
                say(
                    "{host} sent {size:,} bytes for {file}, the catalogue says {due:,}: the "
                    "download was discarded",
                    file=self._file.name,
                    size=size,
                    host=self._host,
                    due=self._file.size,
                )
            )
        if self._file.sha256 not in (None, digest):
            self._part.drop()
            raise Unavailable(
                say(
                    "{file} from {host} is not the file in the catalogue (its SHA-256 differs): "
                    "the download was discarded",
                    file=self._file.name,
                    host=self._host,
                )
            )
        received = Received(self._part.target, self._address, size, digest)
        self._part.end(received)
        return received


def _validator(head: Head) -> str:
    """Return what names this version of the file for If-Range: a strong tag, else the date."""
    tag = head.headers.get("ETag", "")
    return tag if tag and not tag.startswith("W/") else head.headers.get("Last-Modified", "")


def _whole(text: str | None) -> int | None:
    return int(text) if text is not None and text.strip().isdecimal() else None
