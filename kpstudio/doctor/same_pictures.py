"""Which pictures are the same: the same file, or the same scene saved again."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from kpstudio.core.errors import InputError
from kpstudio.doctor.material import Material
from kpstudio.io.images import read_grey

_HASH_SIDE = 8
_BANDS = 4
_NEIGHBOURS = 400
"""In a bucket of pictures that are all alike, as of a video, only so many are compared."""
_FINE = 1024
_CELLS = 64
_MEAN_AWAY = 2.5
_CELL_AWAY = 14.0
"""Grey levels in a cell of 64 by 64: saving smaller and as JPEG again moves one by up to 7, while
the nearest two frames of a video or views of a person differ by 45 somewhere."""


def same_pictures(material: Material, pictures: Sequence[str]) -> list[tuple[str, ...]]:
    """Return groups of two and more pictures that show the same.

    Files are compared by their content, then by a coarse view of their pixels, so that a picture
    saved again in another format, quality or size is found; a changed or shifted one is not.

    Args:
        material: Where the pictures lie; counts one step for each.
        pictures: Their names.
    """
    groups = _Groups(pictures)
    for same in _same_files(material, pictures):
        groups.join(same)
    different = [p for p in pictures if groups.first(p) == p]
    hashes: dict[str, int] = {}
    for picture in pictures:
        material.step()
        if groups.first(picture) == picture:
            value = _view_hash(material, picture)
            if value is not None:
                hashes[picture] = value
    for a, b in _near(hashes, different):
        if groups.first(a) != groups.first(b) and _look_alike(material, a, b):
            groups.join((a, b))
    return groups.found()


class _Groups:
    """Joins names into groups; the first in order stands for its group."""

    def __init__(self, names: Sequence[str]) -> None:
        self._place = {name: k for k, name in enumerate(names)}
        self._first = {name: name for name in names}

    def first(self, name: str) -> str:
        while self._first[name] != name:
            name = self._first[name]
        return name

    def join(self, names: Iterable[str]) -> None:
        firsts = sorted({self.first(name) for name in names}, key=self._place.__getitem__)
        for other in firsts[1:]:
            self._first[other] = firsts[0]

    def found(self) -> list[tuple[str, ...]]:
        members: dict[str, list[str]] = {}
        for name in self._place:
            members.setdefault(self.first(name), []).append(name)
        return [tuple(group) for group in members.values() if len(group) > 1]


def _same_files(material: Material, pictures: Sequence[str]) -> list[list[str]]:
    by_size: dict[int, list[str]] = {}
    for picture in pictures:
        try:
            by_size.setdefault(material.path(picture).stat().st_size, []).append(picture)
        except OSError:  # a picture inside a label file has no file of its own
            continue
    by_content: dict[bytes, list[str]] = {}
    for group in (group for group in by_size.values() if len(group) > 1):
        for picture in group:
            try:
                with material.path(picture).open("rb") as file:
                    digest = hashlib.file_digest(file, lambda: hashlib.blake2b(digest_size=16))
            except OSError:
                continue
            by_content.setdefault(digest.digest(), []).append(picture)
    return [group for group in by_content.values() if len(group) > 1]


def _view(material: Material, picture: str, side: int) -> NDArray[np.float64] | None:
    try:
        return read_grey(material.path(picture), side).astype(np.float64)
    except InputError:
        return None


def _view_hash(material: Material, picture: str) -> int | None:
    """Return 64 bits: where a coarse view gets brighter to the right."""
    grey = _view(material, picture, 64)
    if grey is None:
        return None
    small = _shrunk(grey, _HASH_SIDE, _HASH_SIDE + 1)
    # A step of less than a grey level comes and goes with each saving.
    bits = (small[:, 1:] > small[:, :-1] + 1.0).ravel()
    return int("".join("1" if bit else "0" for bit in bits), 2)


def _shrunk(grey: NDArray[np.float64], rows: int, columns: int) -> NDArray[np.float64]:
    """Return a smooth view of so many cells, from edge to edge of the picture."""
    picture = Image.fromarray(grey.astype(np.float32))
    return np.asarray(picture.resize((columns, rows), Image.Resampling.BILINEAR), dtype=np.float64)


def _near(hashes: dict[str, int], order: Sequence[str]) -> list[tuple[str, str]]:
    """Return pairs that differ in three bits at most: one of four bands is then the same."""
    pairs = set()
    width = 64 // _BANDS
    for band in range(_BANDS):
        buckets: dict[int, list[str]] = {}
        for name in order:
            if name in hashes:
                key = hashes[name] >> (band * width) & ((1 << width) - 1)
                buckets.setdefault(key, []).append(name)
        for names in buckets.values():
            pairs |= {
                (a, b)
                for k, b in enumerate(names)
                for a in names[max(0, k - _NEIGHBOURS) : k]
                if (hashes[a] ^ hashes[b]).bit_count() < _BANDS
            }
    return sorted(pairs)


def _look_alike(material: Material, a: str, b: str) -> bool:
    one, other = _view(material, a, _FINE), _view(material, b, _FINE)
    if one is None or other is None:
        return False
    if abs(one.shape[0] / one.shape[1] - other.shape[0] / other.shape[1]) > 0.02:
        return False
    # From edge to edge of both, whatever rounding the sides went through.
    apart = np.abs(_shrunk(one, _CELLS, _CELLS) - _shrunk(other, _CELLS, _CELLS))
    return bool(apart.mean() < _MEAN_AWAY and apart.max() < _CELL_AWAY)
