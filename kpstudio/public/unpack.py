"""Unpacking an archive from a stranger: only plain files, only inside the folder, only so many."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import stat
import struct
import tarfile
import unicodedata
import zipfile
import zlib
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import IO, Any

from kpstudio.core.errors import Cancelled, InputError
from kpstudio.core.progress import Progress
from kpstudio.core.texts import say
from kpstudio.public.catalogue import size_words

_BLOCK = 1 << 20
_MOST_AT_ONCE = 1 << 22
_PLACE_IN_ZIP = 300
"""Bytes that a file takes in a zip's table of contents at most: 46 and a name of usual length."""
_END_OF_ZIP = 22 + 65535
_MARKS = (
    ("zip", b"PK\x03\x04"),
    ("zip", b"PK\x05\x06"),
    ("gz", b"\x1f\x8b"),
    ("bz2", b"BZh"),
    ("xz", b"\xfd7zXZ\x00"),
)
_RESERVED = frozenset(
    {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))}
)
_BROKEN = (
    *(tarfile.TarError, zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError),
    *(struct.error, gzip.BadGzipFile, UnicodeError, ValueError, OverflowError),
    # What Python's own modules raise for a file without a name, for headers that only say that
    # another follows, and for what they do not know.
    *(LookupError, RuntimeError),
)


@dataclass(frozen=True)
class Limits:
    """What an archive may become.

    Attributes:
        files: Files and folders.
        size: Bytes.
        ratio: Bytes for each byte of the archive...
        slack: ...and these besides, for small archives of text.
    """

    files: int = 400_000
    size: int = 60_000_000_000
    ratio: int = 100
    slack: int = 100_000_000

    def room(self, archive: int) -> int:
        """Return how many bytes an archive of so many may become."""
        return min(self.size, archive * self.ratio + self.slack)


LIMITS = Limits()


def is_archive(path: Path) -> bool:
    """Return whether a file is an archive that `Unpacking` takes."""
    return _kind(path) != ""


def looks_like_page(path: Path) -> bool:
    """Return whether a file is a web page: what a server sends that has no such file."""
    with path.open("rb") as file:
        start = file.read(512).lstrip().lower()
    return start.startswith((b"<!doctype html", b"<html"))


def safe_name(name: str) -> PurePosixPath:
    """Return the path inside the folder that a name in an archive stands for.

    Raises:
        InputError: If it leads, or could lead on some system, anywhere else.
    """
    plain = name.replace("\\", "/")
    parts = [part for part in plain.split("/") if part not in ("", ".")]
    if plain.startswith("/") or (parts and parts[0][1:2] == ":"):
        raise InputError(
            say("it contains {name!r}, a name that is not relative to its folder", name=name)
        )
    for part in parts:
        if part == "..":
            raise InputError(
                say("it contains {name!r}, a name that leads out of its folder", name=name)
            )
        if any(ord(letter) < 32 or letter in '<>:"|?*\x7f' for letter in part):
            raise InputError(
                say("it contains {name!r}, a name that not every system allows", name=name)
            )
        # Windows takes "nul.txt" for the device as well, and "a." for "a".
        if part[-1] in ". " or part.split(".")[0].rstrip().lower() in _RESERVED:
            raise InputError(
                say("it contains {name!r}, a name that is reserved on Windows", name=name)
            )
        if len(part.encode("utf-8", "surrogatepass")) > 255 or not _is_unicode(part):
            raise InputError(
                say("it contains {name!r}, a name that not every disk allows", name=name)
            )
    return PurePosixPath(*parts)


def _is_unicode(text: str) -> bool:
    return not any(0xD800 <= ord(letter) <= 0xDFFF for letter in text)


@dataclass
class Unpacking:
    """Archives unpacked one after the other into one folder.

    Attributes:
        folder: Where to; it and what is in it stays half done when something raises, so give a
            folder that is thrown away then.
        limits: What the archives may become, each.
        progress: Told now and then.
    """

    folder: Path
    limits: Limits = LIMITS
    progress: Progress | None = None
    _spellings: dict[str, str] = field(default_factory=dict)

    def add(self, archive: Path) -> int:
        """Unpack an archive and return the number of its files.

        Raises:
            InputError: If it is broken, or holds anything but plain files and folders inside the
                folder, within the limits.
            Cancelled: If ``progress`` asked for it.
        """
        kind = _kind(archive)
        if not kind:
            what = (
                say("a web page") if looks_like_page(archive) else say("not a zip or tar archive")
            )
            raise InputError(
                say(
                    "{archive} is {what}: see the set's page",
                    archive=archive.name,
                    what=what,
                )
            )
        try:
            with archive.open("rb") as file:
                one = _OneArchive(self, file, archive.stat().st_size)
                return one.zip() if kind == "zip" else one.tar(kind)
        except InputError as error:
            raise InputError(
                say("{archive} was not unpacked: {error}", archive=archive.name, error=error)
            ) from error
        except _BROKEN as error:
            raise InputError(
                say(
                    "{archive} was not unpacked: it is damaged ({error}): download it again",
                    archive=archive.name,
                    error=error,
                )
            ) from error
        except OSError as error:
            raise InputError(
                say(
                    "{archive} cannot be unpacked into {parent}: {error}",
                    archive=archive.name,
                    parent=self.folder.parent,
                    error=error.strerror or error,
                )
            ) from error

    def place(self, name: PurePosixPath) -> Path:
        """Return where something goes.

        Raises:
            InputError: If a part of its path is spelled like another, but for case or accents.
        """
        for path in (name, *name.parents):
            text = path.as_posix()
            key = unicodedata.normalize("NFC", text).casefold()
            if self._spellings.setdefault(key, text) != text:
                raise InputError(
                    say(
                        "it contains {text!r} and {other!r}, which are the same name on some "
                        "systems",
                        text=text,
                        other=self._spellings[key],
                    )
                )
        return self.folder / name


class _OneArchive:
    """The files of one archive on their way to the disk."""

    def __init__(self, unpacking: Unpacking, file: IO[bytes], size: int) -> None:
        self._to = unpacking
        self._limits = unpacking.limits
        self._archive = file
        self._size = size
        self._room = self._limits.room(size)
        self._entries = 0
        self._files: set[PurePosixPath] = set()
        self._links: list[tuple[PurePosixPath, PurePosixPath]] = []

    def zip(self) -> int:
        """Unpack a zip and return the number of its files."""
        # Looked at before zipfile reads it: a long table of contents would fill the memory.
        if _contents_of_zip(self._archive) > self._limits.files * _PLACE_IN_ZIP:
            raise InputError(self._too_many())
        with zipfile.ZipFile(self._archive) as source:
            for info in source.infolist():
                self._zip_entry(source, info)
        return len(self._files)

    def _zip_entry(self, source: zipfile.ZipFile, info: zipfile.ZipInfo) -> None:
        name = self._entry(info.filename)
        kind = stat.S_IFMT(info.external_attr >> 16)
        if info.is_dir():
            self._folder(name)
        elif kind not in (0, stat.S_IFREG):
            raise InputError(
                say("it contains {name!r}, which is not a regular file", name=info.filename)
            )
        elif info.flag_bits & 1:
            raise InputError(
                say("it contains {name!r}, which is protected by a password", name=info.filename)
            )
        else:
            with source.open(info) as content:
                self._file(name, content)

    def tar(self, kind: str) -> int:
        """Unpack a tar and return the number of its files."""
        with _decompressed(self._archive, kind) as plain:
            metered = _Metered(plain, self._limits.room(self._size))
            with tarfile.open(fileobj=metered, mode="r:") as tar:
                while (info := tar.next()) is not None:
                    self._tar_entry(tar, info)
                    tar.members.clear()  # type: ignore[attr-defined] # else it remembers all
            if len(metered.last) != tarfile.BLOCKSIZE or any(metered.last):
                raise tarfile.ReadError(say("its end is missing"))
            while metered.read(_BLOCK):
                pass  # the check sum of what was compressed stands at its end
        self._copy_links()
        return len(self._files)

    def _tar_entry(self, tar: tarfile.TarFile, info: tarfile.TarInfo) -> None:
        name = self._entry(info.name)
        if info.isdir():
            self._folder(name)
        elif info.issym() or info.islnk():
            base = name.parent if info.issym() else PurePosixPath()
            self._links.append((name, _inside(base, info.linkname, info.name)))
        elif not info.isreg() or info.sparse is not None:
            raise InputError(
                say("it contains {name!r}, which is not a regular file", name=info.name)
            )
        else:
            content = tar.extractfile(info)
            assert content is not None
            self._file(name, content)

    def _entry(self, name: str) -> PurePosixPath:
        self._entries += 1
        if self._entries > self._limits.files:
            raise InputError(self._too_many())
        return safe_name(name)

    def _too_many(self) -> str:
        return say("it contains more than {most:,} files", most=self._limits.files)

    def _folder(self, name: PurePosixPath) -> None:
        place = self._to.place(name)
        if place.is_file():
            raise InputError(
                say("it contains {name!r} as a file and as a folder", name=name.as_posix())
            )
        place.mkdir(parents=True, exist_ok=True)

    def _file(self, name: PurePosixPath, content: IO[bytes]) -> None:
        place = self._to.place(name)
        if not name.parts:
            raise InputError(say("it contains a file without a name"))
        if name in self._files:
            raise InputError(say("it contains {name!r} twice", name=name.as_posix()))
        if place.exists():
            raise InputError(
                say("it contains {name!r}, which already exists", name=name.as_posix())
            )
        for above in place.relative_to(self._to.folder).parents:
            if (self._to.folder / above).is_file():
                raise InputError(
                    say("it contains {name!r} as a file and as a folder", name=above.as_posix())
                )
        self._files.add(name)
        place.parent.mkdir(parents=True, exist_ok=True)
        with place.open("xb") as sink:
            while block := content.read(_BLOCK):
                self._room -= len(block)
                if self._room < 0:
                    raise InputError(_too_much(self._limits.room(self._size)))
                sink.write(block)
                self._tell()

    def _copy_links(self) -> None:
        """Write what links point at in their place: not every system has links."""
        for name, target in self._links:
            if target not in self._files:
                raise InputError(
                    say(
                        "it contains {name!r}, a link to a file it does not have",
                        name=name.as_posix(),
                    )
                )
            with (self._to.folder / target).open("rb") as content:
                self._file(name, content)

    def _tell(self) -> None:
        progress = self._to.progress
        if progress is not None and not progress(self._archive.tell(), self._size):
            raise Cancelled("unpacking was cancelled")


class _Metered(io.RawIOBase):
    """What comes out of a compressed tar; no more than there is room for, and never much at once.

    Attributes:
        last: The last block of a tar's header.
    """

    def __init__(self, source: IO[bytes], room: int) -> None:
        super().__init__()
        self._source = source
        self._limit = room
        self.last = b""

    def read(self, size: int = -1) -> bytes:
        """Return up to ``size`` bytes."""
        if not 0 <= size <= _MOST_AT_ONCE:  # tarfile reads long names in one go
            raise InputError(say("one of its headers is far too long"))
        block = self._source.read(size)
        if self._source.tell() > self._limit:
            raise InputError(_too_much(self._limit))
        if size == tarfile.BLOCKSIZE:
            self.last = block
        return block

    def seek(self, place: int, whence: int = io.SEEK_SET) -> int:
        """Go on to a place, counted from the start."""
        if place > self._limit:
            raise InputError(_too_much(self._limit))
        return self._source.seek(place, whence)

    def tell(self) -> int:
        """Return the place, counted from the start."""
        return self._source.tell()


def _too_much(room: int) -> str:
    return say("it unpacks to more than {room}, far too much for its size", room=size_words(room))


def _inside(base: PurePosixPath, target: str, link: str) -> PurePosixPath:
    """Return what a link in the folder ``base`` of an archive points at.

    Raises:
        InputError: If that is outside the archive.
    """
    parts = list(base.parts)
    plain = target.replace("\\", "/")
    for part in plain.split("/"):
        if part == ".." and parts:
            parts.pop()
        elif part not in ("", "."):
            parts.append(part)
    if plain.startswith("/") or ".." in parts:
        raise InputError(
            say("it contains {link!r}, a link that leads out of its folder", link=link)
        )
    return safe_name("/".join(parts))


def _kind(path: Path) -> str:
    with path.open("rb") as file:
        start = file.read(tarfile.BLOCKSIZE)
    for kind, mark in _MARKS:
        if start.startswith(mark):
            return kind
    # Every tar since 1988 has the mark; an empty one has zeros alone.
    return "tar" if start[257:262] == b"ustar" or start == bytes(tarfile.BLOCKSIZE) else ""


def _decompressed(file: IO[bytes], kind: str) -> Any:
    if kind == "gz":
        return gzip.GzipFile(fileobj=file)
    if kind == "bz2":
        return bz2.BZ2File(file)
    return lzma.LZMAFile(file) if kind == "xz" else file


def _contents_of_zip(file: IO[bytes]) -> int:
    """Return how many bytes the table of contents of a zip has, by the record at its end."""
    size = file.seek(0, io.SEEK_END)
    file.seek(max(0, size - _END_OF_ZIP))
    tail = file.read()
    place = tail.rfind(b"PK\x05\x06")
    if place < 0 or len(tail) - place < 22:
        raise zipfile.BadZipFile(say("its end is missing"))
    (contents,) = struct.unpack_from("<I", tail, place + 12)
    if contents == 0xFFFFFFFF and place >= 20:  # the large format says it elsewhere
        (at,) = struct.unpack_from("<Q", tail, place - 12)
        file.seek(min(at + 40, size))
        (contents,) = struct.unpack("<Q", file.read(8).ljust(8, b"\xff"))
    return int(contents)
