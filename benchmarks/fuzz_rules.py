"""What a reader may do with a strange file, and what none may: the judge of `fuzz_readers`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from PIL import Image

from kpstudio.core.errors import Problem
from kpstudio.core.labelset import Face, FaceState, LabelSet, face_id
from kpstudio.core.landmarks import Landmarks
from kpstudio.core.schema import scheme_for_count, scheme_named
from kpstudio.io.formats.base import UNEXPECTED, Format
from kpstudio.io.text import visible
from kpstudio.store import codec

CHECKED_FACES = 3
"""Of a file, whose way into the project and out again is tried."""
FAR = 1e9


class Refused(Exception):  # noqa: N818 - what a reader ought to do
    """A reader said in one sentence why it does not take a file."""


@dataclass(frozen=True)
class Reader:
    """One of them.

    Attributes:
        name: What to call it.
        seeds: Files that it takes.
        read: Tries a file's content; raises `Refused` where the reader says no.
    """

    name: str
    seeds: tuple[bytes, ...] = field(repr=False)
    read: Callable[[bytes], None]


def sentence(text: str) -> None:
    """Check that a message is one for people."""
    assert text, "it says nothing"
    assert "\n" not in text.strip(), f"more than a line: {text[:200]!r}"
    assert visible(text) == text, f"cannot be shown: {text[:200]!r}"
    assert len(text) < 1000, f"{len(text)} letters long: {text[:200]!r}"
    assert UNEXPECTED not in text, text


def check_problems(problems: Sequence[Problem]) -> None:
    """Check that every problem is one sentence that says where."""
    for problem in problems:
        assert problem.where, f"says not where: {problem.message}"
        sentence(problem.message)


def check_faces(labels: LabelSet) -> None:
    """Check that what was read can be kept in a project, and comes back the same."""
    for name in labels.scheme.points:
        assert visible(name) == name, f"the point {name!r} cannot be shown"
    for face in list(labels)[:CHECKED_FACES]:
        text = codec.face_to_text(face)
        assert codec.face_to_text(codec.face_from_text(text)) == text
        text.encode()
        face.id.encode(errors="surrogateescape")
        if face.landmarks is not None:
            placed = face.landmarks.xy_image[face.landmarks.present]
            assert (np.abs(placed) <= FAR).all(), f"far away: {placed.max()}"


def example(form: Format, root: Path) -> list[bytes]:
    """Write a file of the format with its own pen, and return it."""
    Image.new("L", (64, 48), 128).save(root / "face.png")
    count = form.holds.points or 5
    scheme = scheme_named("wflw98") if count == 98 else scheme_for_count(count)
    xy = np.random.default_rng(0).uniform(1, 40, (2, count, 2))
    faces = [
        Face(face_id("face.png", k), "face.png", Landmarks.of(xy[k]), state=FaceState.LABELLED)
        for k in range(2 if form.holds.several_faces else 1)
    ]
    written = form.write(LabelSet(root, scheme, faces), faces, root)
    found = [path.read_bytes() for path in written]
    for path in written:
        path.unlink()
    return found
