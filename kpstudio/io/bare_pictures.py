"""Copies of pictures without what files say besides their pixels: place, camera, names, previews.

A JPEG that lies upright loses its application segments and comments and keeps its pixels bit by bit
(ITU-T T.81, annex B; what stays is JFIF's density, the colour profile and Adobe's colour transform,
without which colours would change). Other pictures are turned upright and written anew: as JPEG
where they were one, else as PNG.
"""

from __future__ import annotations

import io
from pathlib import Path

import numpy as np
from PIL import Image

from kpstudio.core.errors import InputError
from kpstudio.io.images import orientation_of, read_rgb
from kpstudio.io.inside import is_inside

_QUALITY = 95
_JPEG = ".jpg", ".jpeg", ".jpe", ".jfif"
_START, _END, _SCAN, _COMMENT = 0xD8, 0xD9, 0xDA, 0xFE
_ALONE = frozenset({0x01, *range(0xD0, 0xD8)})
"""Markers without a segment; the restart markers stand among the pixels."""
_APPLICATION = range(0xE0, 0xF0)
_KEPT = {0xE0: b"JFIF\0", 0xE2: b"ICC_PROFILE\0", 0xEE: b"Adobe"}


def bare_suffix(path: Path) -> str:
    """Return the suffix that a bare copy of the picture at ``path`` has."""
    return path.suffix if path.suffix.lower() in _JPEG and not is_inside(path) else ".png"


def bare_copy(path: Path) -> bytes:
    """Return the picture at ``path`` as a file of `bare_suffix` that holds pixels alone.

    Raises:
        InputError: If it cannot be opened as a picture.
    """
    if bare_suffix(path) == ".png":
        return _encoded(path, "PNG")
    try:
        data = path.read_bytes()
    except OSError as error:
        raise InputError(f"{path}: cannot be read: {error.strerror}") from error
    if orientation_of(path) == 1:
        bare = _without_segments(data)
        if bare is not None:
            return bare
    return _encoded(path, "JPEG")


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
        if _is_needed(marker, data[at + 4 : end]):
            kept.append(data[at:end])
        at = end
    if data[at : at + 2] == bytes((0xFF, _END)):
        return b"".join((*kept, data[at : at + 2]))
    return None


def _is_needed(marker: int, content: bytes) -> bool:
    if marker in _APPLICATION:
        return marker in _KEPT and content.startswith(_KEPT[marker])
    return marker != _COMMENT


def _end_of_scan(data: bytes, start: int) -> int:
    """Return where the pixels that begin at ``start`` end: at the next marker that is a segment."""
    at = start
    while (at := data.find(b"\xff", at)) >= 0 and at + 1 < len(data):
        following = data[at + 1]
        if following and following not in _ALONE and following != 0xFF:
            return at
        at += 1 if following == 0xFF else 2
    return len(data)
