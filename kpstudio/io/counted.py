"""Faces that say how far whoever goes through them has come, and can stop him."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from kpstudio.core.errors import Cancelled
from kpstudio.core.labelset import Face
from kpstudio.core.progress import Progress

_TELL_EVERY = 50


class Counted(Sequence[Face]):
    """Faces that tell how many of them have been taken, each time that they are gone through."""

    def __init__(self, faces: Sequence[Face], progress: Progress | None) -> None:
        """Watch ``faces``; going through them raises `Cancelled` where ``progress`` says so."""
        self._faces = faces
        self._progress = progress

    def __len__(self) -> int:
        return len(self._faces)

    def __getitem__(self, index: Any) -> Any:
        return self._faces[index]

    def __iter__(self) -> Iterator[Face]:
        for done, face in enumerate(self._faces):
            tell = self._progress if done % _TELL_EVERY == 0 else None
            if tell is not None and not tell(done, len(self)):
                raise Cancelled("exporting was cancelled")
            yield face
