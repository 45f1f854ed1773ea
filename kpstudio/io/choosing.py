"""Several sets of labels in one folder: which of them counts is for a person to say."""

from __future__ import annotations

import contextlib
import shlex
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np

from kpstudio.core.errors import InputError
from kpstudio.core.labelset import Face, faces_by_picture
from kpstudio.core.landmarks import Landmarks
from kpstudio.core.texts import say, say_count
from kpstudio.io.formats.base import Format, ReadResult
from kpstudio.io.images import read_size

_FAR_PX = 5.0
"""Sets that lie closer are not upside down to each other."""

EXAMPLES = 12
"""How many pictures that two sets label are kept to show both."""


@dataclass(frozen=True)
class Candidate:
    """One set of labels: a file, or all files of a format that has one a picture.

    Attributes:
        where: What to call it: the file's name, or "*.pts".
        form: Its format.
        result: What was read.
    """

    where: str
    form: Format
    result: ReadResult

    @property
    def labelled(self) -> int:
        """How many pictures have a face with points."""
        return len({face.picture for face in self.result.faces if face.landmarks is not None})

    def by_picture(self) -> dict[str, list[Face]]:
        """Return the faces of each picture."""
        return faces_by_picture(self.result.faces)


@dataclass(frozen=True)
class LabelSource:
    """What a person has to know of a set of labels to choose it.

    Attributes:
        name: What to call it: the file's name, or "*.pts".
        format: Name of its format.
        title: What a person calls the format.
        pictures: How many pictures it labels.
        faces: How many faces it has.
        points: How many points a face has; 0 where it holds boxes only.
        boxes: How many faces have a box.
    """

    name: str
    format: str
    title: str
    pictures: int
    faces: int
    points: int
    boxes: int

    def __str__(self) -> str:
        return f"{self.name} ({self.words})"

    @property
    def words(self) -> str:
        """What it holds: "*.pts: 300 faces, 68 points and boxes"."""
        faces = say_count("1 face", "{count:,} faces", self.faces)
        points = say_count("1 point", "{count} points", self.points)
        if not self.points:
            return say("{format}: {faces}, boxes only", format=self.title, faces=faces)
        sentence = say("{format}: {faces}, {points}")
        if self.boxes:
            sentence = say("{format}: {faces}, {points} and boxes")
        return say(sentence, format=self.title, faces=faces, points=points)


@dataclass(frozen=True)
class Meeting:
    """Two sets that label the same pictures.

    Attributes:
        a: Name of the one.
        b: Name of the other.
        pictures: How many both label.
        median_px: Half of the points lie no farther apart, in pixels; NaN where no face can be
            compared: one face a picture and as many points are needed.
        worst_px: The largest distance between a point of the one and of the other.
        examples: Some of the pictures, with the faces of either.
        upside_down: Whether they agree when y of the one is counted from the bottom.
    """

    a: str
    b: str
    pictures: int
    median_px: float
    worst_px: float
    examples: tuple[tuple[str, tuple[Face, ...], tuple[Face, ...]], ...] = ()
    upside_down: bool = False

    def __str__(self) -> str:
        both = say_count(
            "{a} and {b} both label 1 picture",
            "{a} and {b} both label {count:,} pictures",
            self.pictures,
            a=self.a,
            b=self.b,
        )
        if np.isnan(self.median_px):
            return both
        sentence = say("{both}, {median:.2f} px apart (median; {worst:.2f} at most)")
        if self.upside_down:
            sentence = say(
                "{both}, {median:.2f} px apart (median; {worst:.2f} at most); they would agree if "
                "one of them counted y upwards"
            )
        return say(sentence, both=both, median=self.median_px, worst=self.worst_px)


@dataclass(frozen=True)
class LabelChoice:
    """A person's word on which labels count.

    Attributes:
        points: Names of sets; where two label a picture the earlier one counts.
        boxes: Names of sets whose boxes replace those of the faces they fit.
    """

    points: tuple[str, ...]
    boxes: tuple[str, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """Return what `from_json` reads."""
        return {"points": list(self.points), "boxes": list(self.boxes)}

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> LabelChoice:
        """Read what `to_json` wrote."""
        return cls(tuple(map(str, data["points"])), tuple(map(str, data["boxes"])))


ASK = LabelChoice(())
"""Chooses nothing, so that whatever has to be chosen is asked for."""


class LabelChoiceNeeded(InputError):  # noqa: N818 - a question, and only where nobody asks an error
    """Two sets label the same pictures, and nobody has said which counts.

    Attributes:
        root: The folder that pictures are named from.
        sources: Every set of labels there.
        meetings: Which of them label the same pictures.
        why: What is wrong with the answer that was given before; "" where there was none.
    """

    def __init__(
        self, root: Path, candidates: Sequence[Candidate], meetings: Sequence[Meeting], why: str
    ) -> None:
        self.root = root
        self.sources = tuple(map(source_of, candidates))
        self.meetings = tuple(meetings)
        self.why = why
        told = "; ".join(map(str, meetings))
        told = f"{why}; {told}" if why else told
        which = say("say which to use ({ways})", ways=self._ways())
        super().__init__(f"{root}: {told}: {which}")

    def _ways(self) -> str:
        """Return the options of the command line that would settle the first meeting."""
        a, b = (self._source(name) for name in (self.meetings[0].a, self.meetings[0].b))
        ways = [f"--labels {shlex.quote(self._short(source))}" for source in (a, b)]
        for points, boxes in ((a, b), (b, a)):
            if points.points and boxes.boxes:
                names = [shlex.quote(self._short(source)) for source in (points, boxes)]
                ways.append("--labels {} --boxes {}".format(*names))
        return f"{', '.join(ways[:-1])} or {ways[-1]}"

    def _source(self, name: str) -> LabelSource:
        return next(source for source in self.sources if source.name == name)

    def _short(self, source: LabelSource) -> str:
        """Return the format's name where that is enough: a shell would expand "*.pts"."""
        alone = [other.format for other in self.sources].count(source.format) == 1
        return source.format if alone else source.name


@dataclass(frozen=True)
class Settled:
    """The sets that count.

    Attributes:
        used: Earlier ones count where two label a picture.
        boxes: Those that boxes are taken from.
        choice: What a person said, where that was needed.
    """

    used: tuple[Candidate, ...]
    boxes: tuple[Candidate, ...] = ()
    choice: LabelChoice | None = None


def source_of(candidate: Candidate) -> LabelSource:
    """Describe a set of labels."""
    faces = candidate.result.faces
    return LabelSource(
        candidate.where,
        candidate.form.name,
        candidate.form.title,
        len({face.picture for face in faces}),
        len(faces),
        candidate.result.scheme.count if candidate.labelled else 0,
        sum(face.box is not None for face in faces),
    )


def settle(root: Path, candidates: Sequence[Candidate], choice: LabelChoice | None) -> Settled:
    """Return the sets that count: those that meet no other, and those that were chosen.

    Raises:
        LabelChoiceNeeded: If two sets label the same pictures and the choice names neither, or
            something that is not there.
    """
    filled = sorted((c for c in candidates if c.result.faces), key=lambda c: -c.labelled)
    named = () if choice is None else choice.points
    filled = [c for c in filled if c.where in named or not _has_more(c, filled)]
    meetings = list(_meetings(root, filled))
    if not meetings:
        return Settled(tuple(filled))
    if choice is None:
        raise LabelChoiceNeeded(root, filled, meetings, "")
    try:
        chosen = [_named(filled, name) for name in choice.points]
        boxes = tuple(_named(filled, name) for name in choice.boxes)
    except KeyError as error:
        why = say("there is no label set {name} here", name=error.args[0])
        raise LabelChoiceNeeded(root, filled, meetings, why) from None
    for candidate in boxes:
        if not source_of(candidate).boxes:
            why = say("{name} contains no boxes", name=candidate.where)
            raise LabelChoiceNeeded(root, filled, meetings, why)
    names = {candidate.where for candidate in chosen}
    open_still = [m for m in meetings if not {m.a, m.b} & names]
    if open_still:
        raise LabelChoiceNeeded(root, filled, open_still, "")
    met = {name for meeting in meetings for name in (meeting.a, meeting.b)}
    alone = [c for c in filled if c.where not in met and c not in chosen]
    return Settled((*chosen, *alone), boxes, choice)


def _has_more(candidate: Candidate, others: Sequence[Candidate]) -> bool:
    """Whether another set of the format has the same points, and boxes or tags that this lacks."""
    faces = candidate.result.faces
    if any(face.box is not None or face.tags or face.extras for face in faces):
        return False
    mine = candidate.by_picture()
    return any(
        any(face.box is not None for face in other.result.faces)
        and all(_same_points(own, theirs.get(picture, ())) for picture, own in mine.items())
        for other in others
        if other is not candidate and other.form is candidate.form
        for theirs in (other.by_picture(),)
    )


def _same_points(one: Sequence[Face], other: Sequence[Face]) -> bool:
    return len(one) == len(other) and all(
        a.landmarks is not None
        and b.landmarks is not None
        and np.array_equal(a.landmarks.xy_image, b.landmarks.xy_image, equal_nan=True)
        for a, b in zip(one, other, strict=True)
    )


def _named(candidates: Sequence[Candidate], name: str) -> Candidate:
    """Return the set called ``name``, or the only one of the format of that name."""
    for candidate in candidates:
        if candidate.where == name:
            return candidate
    of_format = [c for c in candidates if name in (c.form.name, f".{c.form.name}")]
    if len(of_format) != 1:
        raise KeyError(name)
    return of_format[0]


def _meetings(root: Path, candidates: Sequence[Candidate]) -> Iterator[Meeting]:
    faces = {candidate.where: candidate.by_picture() for candidate in candidates}
    for a, b in combinations(candidates, 2):
        shared = [picture for picture in faces[a.where] if picture in faces[b.where]]
        if shared:
            pairs = [(p, tuple(faces[a.where][p]), tuple(faces[b.where][p])) for p in shared]
            apart = _distances([(one, other) for _, one, other in pairs])
            far = apart.size > 0 and float(np.median(apart)) > _FAR_PX
            yield Meeting(
                a.where,
                b.where,
                len(shared),
                float(np.median(apart)) if apart.size else np.nan,
                float(apart.max()) if apart.size else np.nan,
                tuple(pairs[:EXAMPLES]),
                far and _agree_upside_down(root, pairs[:EXAMPLES]),
            )


def _agree_upside_down(
    root: Path, pairs: Sequence[tuple[str, tuple[Face, ...], tuple[Face, ...]]]
) -> bool:
    """Whether the points agree to a pixel when y of the ones is counted from the bottom."""
    turned = []
    for picture, one, other in pairs:
        with contextlib.suppress(InputError):
            bottom = read_size(root / picture)[1] - 1
            turned.append(([_turned(face, bottom) for face in other], one))
    apart = _distances(turned)
    # The bottom row is 0 for some writers and 1 for others.
    return apart.size > 0 and float(np.median(apart)) <= 1.0 + 1e-6


def _turned(face: Face, bottom: int) -> Face:
    if face.landmarks is None:
        return face
    xy = face.landmarks.xy_image
    return replace(face, landmarks=Landmarks.of(np.column_stack((xy[:, 0], bottom - xy[:, 1]))))


def _distances(
    pairs: Sequence[tuple[Sequence[Face], Sequence[Face]]],
) -> np.ndarray[Any, np.dtype[np.float64]]:
    """Return how far points lie apart, of the pictures with one face of as many points in both."""
    found = [np.empty(0)]
    for one, other in pairs:
        a, b = one[0].landmarks, other[0].landmarks
        if len(one) == len(other) == 1 and a is not None and b is not None and a.count == b.count:
            found.append(np.hypot(*(a.xy_image - b.xy_image).T))
    distances = np.concatenate(found)
    return distances[np.isfinite(distances)]
