"""What the formats with one file for all faces share."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from pathlib import Path

from kpstudio.core.labelset import Face, LabelSet
from kpstudio.io.atomic import write_text


def one_file(target: Path, suffix: str, stem: str = "labels") -> Path:
    """Return the file that a format with one file for all faces writes.

    Args:
        target: A folder, or the file itself: a path with the format's suffix that is no folder.
        suffix: The format's, such as ".xml".
        stem: What to call a file in a folder.
    """
    named = target.suffix.lower() == suffix and not target.is_dir()
    return target if named else target / f"{stem}{suffix}"


class OneFile(ABC):
    """Plans and writes one file, whose text a format gives.

    Attributes:
        suffixes: Lower-case suffixes of its files; the first is the one written.
        per_picture: Whether each picture has its own file: never.
    """

    suffixes: tuple[str, ...]
    per_picture = False

    def plan(self, faces: Sequence[Face], folder: Path) -> list[Path]:
        """Return the one file for all faces: ``folder`` itself where it names one."""
        return [one_file(folder, self.suffixes[0], self.stem(faces))] if faces else []

    def stem(self, faces: Sequence[Face]) -> str:  # noqa: ARG002 - for formats that have a habit
        """Return the file's name without its suffix, where a person gives none."""
        return "labels"

    def write(self, labels: LabelSet, faces: Sequence[Face], folder: Path) -> list[Path]:
        """Write the one file.

        Raises:
            InputError: If it cannot be written, or a picture that is needed cannot be read.
        """
        planned = self.plan(faces, folder)
        for path in planned:
            write_text(path, self.text(labels, faces, path))
        return planned

    @abstractmethod
    def text(self, labels: LabelSet, faces: Sequence[Face], path: Path) -> str:
        """Return what the file at ``path`` says of these faces."""
