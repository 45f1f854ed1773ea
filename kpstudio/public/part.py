"""What has come of a file so far, and what is known of it."""

from __future__ import annotations

import hashlib
import json
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from kpstudio.public.catalogue import PublicFile


@dataclass(frozen=True)
class Received:
    """A file that has come, whole.

    Attributes:
        path: Where it is.
        address: Where it came from.
        size: Bytes.
        sha256: Hex digits of what came.
    """

    path: Path
    address: str
    size: int
    sha256: str


class Part:
    """What has come so far, ``NAME.part``, with a note beside it of what it is a part of."""

    def __init__(self, target: Path) -> None:
        self.target = target
        self.path = target.with_name(f"{target.name}.part")
        self._note = target.with_name(f"{target.name}.json")

    def resumable(self, address: str) -> tuple[int, str, int | None]:
        """Return (bytes here, what the server called that version, bytes in all)."""
        note = self._read()
        validator, total = note.get("validator"), note.get("total")
        if note.get("address") != address or not isinstance(validator, str) or not validator:
            return 0, "", None
        with suppress(OSError):
            return self.path.stat().st_size, validator, total if type(total) is int else None
        return 0, "", None

    def begin(self, address: str, validator: str, total: int | None) -> None:
        """Note of what the part is a part."""
        self._write({"address": address, "validator": validator, "total": total})

    def end(self, received: Received) -> None:
        """Give the whole file its name."""
        self.path.replace(self.target)
        self._write({"address": received.address, "sha256": received.sha256})

    def finished(self, file: PublicFile) -> Received | None:
        """Return the whole file, if it came earlier and is still as it came."""
        note = self._read()
        if not self.target.is_file() or not isinstance(note.get("address"), str):
            return None
        digest = sha256_of(self.target)
        if digest != note.get("sha256") or file.sha256 not in (None, digest):
            return None
        return Received(self.target, str(note["address"]), self.target.stat().st_size, digest)

    def drop(self) -> None:
        """Take everything away."""
        for path in (self.path, self._note):
            path.unlink(missing_ok=True)

    def _read(self) -> dict[str, object]:
        try:
            note = json.loads(self._note.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return note if isinstance(note, dict) else {}

    def _write(self, note: dict[str, object]) -> None:
        self._note.write_text(json.dumps(note), encoding="utf-8")


def sha256_of(path: Path) -> str:
    """Return the SHA-256 of a file in hex digits."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
