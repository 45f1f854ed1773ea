"""What a format of text files with a line for each face has to bring by itself: little.

It is what a package of one's own begins with (docs/EXTENDING.md): a few names, and how a line is
read and written. Broken lines, pictures that are not there and faces with another number of points
become problems here, as in every format.
"""

from __future__ import annotations

from abc import abstractmethod
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import ArrayLike

from kpstudio.core.errors import Problem
from kpstudio.core.labelset import Face, FaceState, LabelSet, face_id
from kpstudio.core.landmarks import FloatArray, Landmarks
from kpstudio.core.schema import scheme_for_count
from kpstudio.core.texts import say
from kpstudio.io.formats.base import Holds, Problems, ReadResult, each_line, read_files
from kpstudio.io.formats.json_text import FAR
from kpstudio.io.formats.one_file import OneFile
from kpstudio.io.pictures import Pictures, reference_from
from kpstudio.io.text import BrokenFileError, decode_head, lines_of, read_text, visible


class LineList(OneFile):
    """A text file: a first line that tells the format, then a line for each face.

    Attributes:
        name: The short word for it on the command line.
        title: What a person calls it.
        suffixes: Lower-case suffixes of its files; the first is the one written.
        first_line: What every file begins with.
        holds: What it can hold; points and their places, unless a format says more.
    """

    name: str
    title: str
    first_line: str
    holds = Holds(
        several_faces=True,
        boxes=False,
        missing=True,
        subpixel=True,
        visibility=False,
        scheme_names=False,
        line_breaks=False,
    )

    @abstractmethod
    def parse(self, line: str) -> tuple[str, ArrayLike]:
        """Return the picture that a line names, and its (K, 2) points; NaN where one is missing.

        Args:
            line: Without its end.

        Raises:
            ValueError: If it says neither; any other error is taken for a broken line, too.
        """

    @abstractmethod
    def line(self, picture: str, xy_image: FloatArray) -> str:
        """Return the line of a face.

        Args:
            picture: Where the picture is, as seen from the file.
            xy_image: (K, 2) float64 in image pixels; NaN where one is missing.
        """

    def sniff(self, path: Path, head: bytes) -> bool:  # noqa: ARG002 - told by content alone
        """Tell a file by its first line."""
        return lines_of(decode_head(head))[:1] == [self.first_line]

    def read(
        self, paths: Sequence[Path], root: Path, pictures: Pictures | None = None
    ) -> ReadResult:
        """Read files; a line that cannot be used becomes a problem."""
        pictures = pictures or Pictures(root)
        faces: list[Face] = []
        problems: list[Problem] = Problems()
        numbers: Counter[str] = Counter()

        def add(path: Path, where: str) -> None:
            def take(line: str) -> None:
                face = self._face(line, path, pictures, numbers)
                _compare(face, faces)
                faces.append(face)
                numbers[face.picture] += 1

            each_line(lines_of(read_text(path))[1:], where, problems, take, start=2)

        read_files(paths, pictures, problems, add)
        scheme = scheme_for_count(_count(faces[0]) if faces else 0)
        return ReadResult(scheme, tuple(faces), tuple(problems), tuple(numbers))

    def text(self, labels: LabelSet, faces: Sequence[Face], path: Path) -> str:
        """Return the first line, and one for each face."""
        pictures, lines = Pictures(labels.root), [self.first_line]
        for face in faces:
            assert face.landmarks is not None, "the format holds no faces without points"
            reference = reference_from(path.parent, pictures.path(face.picture))
            lines.append(self.line(reference, face.landmarks.xy_image))
        return "".join(f"{line}\n" for line in lines)

    def _face(self, line: str, path: Path, pictures: Pictures, numbers: Counter[str]) -> Face:
        try:
            reference, points = self.parse(line)
            xy = np.asarray(points, dtype=np.float64)
        except Exception as error:  # whatever the reader of another package raises
            raise BrokenFileError(
                say("cannot be read: {error}; left out", error=str(error))
            ) from error
        if xy.ndim != 2 or xy.shape[1] != 2 or not len(xy):
            raise BrokenFileError(say("has no points with two numbers each; left out"))
        if (np.abs(xy) > FAR).any():
            raise BrokenFileError(say("has a number that is not a position; left out"))
        picture = pictures.find(reference, path)
        if picture is None:
            raise BrokenFileError(
                say(
                    "labels without a picture: {reference} is missing",
                    reference=visible(reference),
                )
            )
        marks = Landmarks.of(xy)
        return Face(face_id(picture, numbers[picture]), picture, marks, state=FaceState.LABELLED)


def _count(face: Face) -> int:
    assert face.landmarks is not None
    return face.landmarks.count


def _compare(face: Face, faces: Sequence[Face]) -> None:
    if faces and _count(face) != _count(faces[0]):
        raise BrokenFileError(
            say(
                "has {count} points where the first face has {due}; left out",
                count=_count(face),
                due=_count(faces[0]),
            )
        )
