"""What a landmark file format is, and what reading one gives."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol, Self

from kpstudio.core.errors import Cancelled, InputError, Problem
from kpstudio.core.labelset import Face, LabelSet
from kpstudio.core.schema import PointSchema
from kpstudio.core.texts import say
from kpstudio.io.pictures import Pictures
from kpstudio.io.text import BrokenFileError, visible

log = logging.getLogger(__name__)

MOST_CELLS = 50_000_000
"""Faces times points; more is no set of landmarks, and would fill the memory."""

MOST_PROBLEMS = 20_000
"""What is odd beyond this is only counted: a broken table has a problem in every line."""

MOST_LETTERS = 500
"""Of one problem."""

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")

UNEXPECTED = say("it crashed kpstudio's reader, which is a bug in kpstudio")
"""What a problem says of a file that raised what no reader should."""


@dataclass(frozen=True)
class Holds:
    """What a format can hold; what it cannot is told after an export.

    Attributes:
        several_faces: More than one face in a picture.
        boxes: The faces' boxes.
        needs_box: Every face must have one.
        missing: Missing points.
        subpixel: Coordinates that are no whole numbers.
        visibility: Whether a point is visible or occluded.
        scheme: Mirror pairs, edges and groups of a scheme that does not ship with the program.
        scheme_names: The names of its points.
        states: A face's state, and where its points came from.
        pointless: Faces that have no points.
        empty: Faces that have neither points nor a box, where it holds those without points.
        edges: The scheme's edges.
        groups: The scheme's groups.
        predicted: Which faces a network predicted, and which run did.
        names: Tells whether it keeps the names of a scheme's points, where that depends on them.
        needs_picture: Reading and writing need the picture's size.
        line_breaks: Pictures with a line break in their path.
        control_characters: Pictures with other control characters in their path.
        points: The one number of points that its faces have; 0 where any will do.
        reads_as: The scheme that its faces always get, where it is made for one.
        tags: The tags that it knows.
        own_pictures: Where it holds the pictures themselves, grey and square, instead of their
            names: pixels across the largest. 0 where it names them.
    """

    several_faces: bool
    boxes: bool
    missing: bool
    subpixel: bool
    visibility: bool
    scheme_names: bool
    needs_box: bool = False
    scheme: bool = False
    states: bool = False
    pointless: bool = False
    needs_picture: bool = False
    line_breaks: bool = True
    control_characters: bool = True
    empty: bool = True
    edges: bool = False
    groups: bool = False
    predicted: bool = False
    names: Callable[[PointSchema], bool] | None = None
    points: int = 0
    reads_as: str = ""
    tags: frozenset[str] = frozenset()
    own_pictures: int = 0


@dataclass(frozen=True)
class ReadResult:
    """What was read.

    Attributes:
        scheme: The points that all faces' landmarks have; none where no face has any.
        faces: In the order of the files.
        problems: What was odd, or could not be used.
        pictures: Every picture that the files speak of and that exists, with or without a face.
        files: Picture -> what to call its own label file, where each picture has one.
    """

    scheme: PointSchema
    faces: tuple[Face, ...]
    problems: tuple[Problem, ...]
    pictures: tuple[str, ...] = ()
    files: Mapping[str, str] = field(default_factory=dict)


class Problems(list[Problem]):
    """What was odd, in order; beyond `MOST_PROBLEMS` the last entry says how many more."""

    _more = 0

    def append(self, problem: Problem) -> None:
        """Add a problem, or count it."""
        if len(self) < MOST_PROBLEMS:
            super().append(Problem(problem.where, _sentence(problem.message)))
            return
        self._more += 1
        rest = Problem(problem.where, say("{more:,} more problems are not listed", more=self._more))
        if len(self) == MOST_PROBLEMS:
            super().append(rest)
        else:
            self[-1] = rest

    def extend(self, problems: Iterable[Problem]) -> None:
        """Add problems, or count them."""
        for problem in problems:
            self.append(problem)

    def __iadd__(self, problems: Iterable[Problem]) -> Self:  # type: ignore[override,misc]
        self.extend(problems)
        return self


def _sentence(message: str) -> str:
    """Return a message that quotes a file, short and in one line."""
    if len(message) <= MOST_LETTERS and not _CONTROL.search(message):
        return message  # as it is: it may be one that can be translated
    if len(message) > MOST_LETTERS:
        half = MOST_LETTERS // 2
        message = f"{message[:half]} … {message[-half:]}"
    return _CONTROL.sub(lambda match: repr(match[0])[1:-1], message)


def read_files(
    paths: Sequence[Path],
    pictures: Pictures,
    problems: list[Problem],
    add: Callable[[Path, str], None],
) -> None:
    """Read files one by one; a broken one becomes a problem and never stops the rest.

    Args:
        paths: The files.
        pictures: Says what to call them.
        problems: Where to put why one cannot be used.
        add: Reads a file, given what to call it, or raises BrokenFileError.
    """
    for path in paths:
        where = visible(pictures.name(path))
        try:
            add(path, where)
        except Cancelled:
            raise
        except Exception as error:
            problems.append(Problem(where, why_broken(path, error)))


def each_line(
    lines: Iterable[str],
    where: str,
    problems: list[Problem],
    take: Callable[[str], None],
    start: int = 1,
) -> None:
    """Take the lines of a file that say something; a broken one becomes a problem.

    Args:
        lines: Of the file, without their ends.
        where: What to call the file.
        problems: Where to put why a line cannot be used.
        take: Uses a line, or raises BrokenFileError.
        start: The number of the first line.
    """
    for number, line in enumerate(lines, start):
        if not line.strip():
            continue
        try:
            take(line)
        except BrokenFileError as error:
            at = say("{where}, line {line}", where=where, line=number)
            problems.append(Problem(at, str(error)))


def why_broken(path: Path, error: Exception) -> str:
    """Return why a file cannot be used; what no reader should raise goes into the log as well."""
    if isinstance(error, BrokenFileError | InputError):
        return str(error)
    if isinstance(error, MemoryError):
        return say("there is not enough memory to read it")
    log.warning("reading %s failed", path, exc_info=error)
    return say(
        "{unexpected} ({kind}: {error})",
        unexpected=UNEXPECTED,
        kind=type(error).__name__,
        error=str(error)[:200],
    )


class Format(Protocol):
    """One landmark file format.

    Attributes:
        name: The short word for it on the command line.
        title: What a person calls it.
        suffixes: Lower-case suffixes of its files; the first is the one written.
        per_picture: Whether each picture has its own file.
        holds: What it can hold.
    """

    name: str
    title: str
    suffixes: tuple[str, ...]
    per_picture: bool
    holds: Holds

    def sniff(self, path: Path, head: bytes) -> bool:
        """Tell whether a file that begins with ``head`` is of this format."""
        ...

    def read(
        self, paths: Sequence[Path], root: Path, pictures: Pictures | None = None
    ) -> ReadResult:
        """Read files; a broken one becomes a problem and never stops the rest.

        Args:
            paths: Files of this format.
            root: The folder that pictures are named from.
            pictures: Finds the pictures; None looks around the files.
        """
        ...

    def plan(self, faces: Sequence[Face], folder: Path) -> list[Path]:
        """Return the files that `write` would make for these faces."""
        ...

    def write(self, labels: LabelSet, faces: Sequence[Face], folder: Path) -> list[Path]:
        """Write faces that the format can hold, each file in one step.

        Args:
            labels: Gives the scheme, and the root that pictures are named from.
            faces: What to write, all of it with what `holds` asks for.
            folder: Where to; it is made if it is not there. Formats with one file for all faces
                take the file's own path, too.

        Returns:
            The files written, as `plan` says.

        Raises:
            InputError: If a file cannot be written.
        """
        ...
