"""The scans of a JPEG: each goes over the whole picture, and a small file may hold thousands."""

from __future__ import annotations

import mmap
import re
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import IO

from PIL.JpegImagePlugin import JpegImageFile

from kpstudio.core.texts import say
from kpstudio.io.text import of_file

MOST_SCANS = 100
"""Programs write some ten for a progressive picture."""

_MARKER = re.compile(rb"\xff[\x01-\xcf\xd8-\xfe]")
"""Neither a byte of the pixels nor one of the marks between their rows."""
_BEGIN, _END, _SCAN, _BARE = 0xD8, 0xD9, 0xDA, 0x01


def require_few_scans(path: Path, image: JpegImageFile) -> None:
    """Check that a picture will be decoded in good time.

    Raises:
        InputError: If it has absurdly many scans.
    """
    if "progressive" not in image.info or image.fp is None:
        return
    scans = components_in_scans(image.fp)
    if sum(1 for _ in islice(scans, MOST_SCANS + 1)) > MOST_SCANS:
        raise of_file(
            path,
            say(
                "a JPEG of more than {most_scans} scans takes too long to decode; save the "
                "picture again",
                most_scans=MOST_SCANS,
            ),
        )


def components_in_scans(file: IO[bytes]) -> Iterator[int]:
    """Yield how many components (grey, or three colours) each scan of an open JPEG has."""
    with mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
        at = 0
        while (match := _MARKER.search(data, at)) is not None:
            kind, at = match[0][1], match.end()
            if kind == _END:
                return
            if kind in (_BEGIN, _BARE):
                continue
            if kind == _SCAN and at + 2 < len(data):
                yield data[at + 2]
            at += int.from_bytes(data[at : at + 2], "big")
