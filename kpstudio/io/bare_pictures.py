"""Copies of pictures without what files say besides their pixels: place, camera, names, previews.

A JPEG that lies upright keeps its pixels bit by bit, and of its segments those alone that pixels
need (ITU-T T.81, annex B), with JFIF's density (ITU-T T.871) and Adobe's colour transform, without
which colours would change. Other pictures are turned upright and written anew: as JPEG where they
were one, else as PNG. Colour profiles go, for they hold texts.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

import numpy as np
from PIL import Image

from kpstudio.core.texts import say
from kpstudio.io.images import read_rgb, stored
from kpstudio.io.inside import is_inside
from kpstudio.io.text import of_file

_QUALITY = 95
_JPEG = ".jpg", ".jpeg", ".jpe", ".jfif"
_START, _END, _SCAN, _JFIF, _ADOBE = 0xD8, 0xD9, 0xDA, 0xE0, 0xEE
_ALONE = frozenset({0x01, *range(0xD0, 0xD8)})
"""Markers without a segment; the restart markers stand among the pixels."""
_NEEDED = frozenset({*range(0xC0, 0xD0), _SCAN, 0xDB, 0xDC, 0xDD}) - {0xC8}
"""Frames, tables of codes and of steps, lines, restarts, scans."""
_DEEP = ("I", "F")


class Loss(StrEnum):
    """What a bare copy has no more."""

    COMPRESSED = "turned upright and recompressed"
    FLATTENED = "converted to 8 bits per colour, without transparency"
    PROFILE = "stripped of the colour profile"


@dataclass(frozen=True)
class BareCopy:
    """A picture as others get it.

    Attributes:
        data: The file.
        lost: What it has no more, besides what it says.
    """

    data: bytes
    lost: frozenset[Loss]


def bare_suffix(path: Path) -> str:
    """Return the suffix that a bare copy of the picture at ``path`` has."""
    return path.suffix if path.suffix.lower() in _JPEG and not is_inside(path) else ".png"


def bare_copy(path: Path) -> BareCopy:
    """Return the picture at ``path`` as a file of `bare_suffix` that holds pixels alone.

    Raises:
        InputError: If it cannot be opened as a picture.
    """
    known = stored(path)
    lost = {Loss.PROFILE} if known.profile else set()
    if known.see_through or known.mode.startswith(_DEEP):
        lost.add(Loss.FLATTENED)
    if bare_suffix(path) == ".png":
        return BareCopy(_encoded(path, "PNG"), frozenset(lost))
    try:
        bare = _without_segments(path.read_bytes()) if known.orientation == 1 else None
    except OSError as error:
        what = say("cannot be read: {error}", error=error.strerror or error)
        raise of_file(path, what) from error
    if bare is None:
        return BareCopy(_encoded(path, "JPEG"), frozenset({*lost, Loss.COMPRESSED}))
    return BareCopy(bare, frozenset(lost))


def _encoded(path: Path, kind: str) -> bytes:
    pixels = read_rgb(path)
    grey = bool(np.all(pixels == pixels[..., :1]))
    image = Image.fromarray(np.ascontiguousarray(pixels[..., 0]) if grey else pixels)
    written = io.BytesIO()
    options = {"quality": _QUALITY, "subsampling": 0} if kind == "JPEG" else {}
    image.save(written, kind, **options)
    return written.getvalue()


def _without_segments(data: bytes) -> bytes | None:
    """Return a JPEG up to its end, without what is not needed to show it; None for another file."""
    if data[:2] != bytes((0xFF, _START)):
        return None
    kept, at = [data[:2]], 2
    while at + 4 <= len(data) and data[at] == 0xFF:
        marker = data[at + 1]
        if marker == 0xFF:  # a fill byte
            at += 1
            continue
        if marker == _END:
            return b"".join((*kept, data[at : at + 2]))
        if marker in _ALONE:
            kept.append(data[at : at + 2])
            at += 2
            continue
        end = at + 2 + int.from_bytes(data[at + 2 : at + 4], "big")
        if marker == _SCAN:
            end = _end_of_scan(data, end)
        kept.append(_bare_segment(marker, data[at:end]))
        at = end
    if data[at : at + 2] == bytes((0xFF, _END)):
        return b"".join((*kept, data[at : at + 2]))
    return None


def _bare_segment(marker: int, segment: bytes) -> bytes:
    """Return a segment as far as pixels need it, marker and length included."""
    if marker in _NEEDED:
        return segment
    content = segment[4:]
    if marker == _JFIF and content.startswith(b"JFIF\0") and len(content) >= 12:
        return b"\xff\xe0\x00\x10" + content[:12] + bytes(2)  # without its preview
    if marker == _ADOBE and content.startswith(b"Adobe") and len(content) >= 12:
        return b"\xff\xee\x00\x0e" + content[:12]
    return b""


def _end_of_scan(data: bytes, start: int) -> int:
    """Return where the pixels that begin at ``start`` end: at the next marker that is a segment."""
    at = start
    while (at := data.find(b"\xff", at)) >= 0 and at + 1 < len(data):
        following = data[at + 1]
        if following and following not in _ALONE and following != 0xFF:
            return at
        at += 1 if following == 0xFF else 2
    return len(data)
