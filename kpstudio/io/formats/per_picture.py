"""What the formats with one file a picture share."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any

from kpstudio.core.errors import Problem
from kpstudio.core.labelset import Face, FaceState, face_id
from kpstudio.core.landmarks import FloatArray, Landmarks
from kpstudio.core.schema import generic_scheme, scheme_for_count
from kpstudio.core.texts import say
from kpstudio.io.formats.base import Problems, ReadResult, read_files
from kpstudio.io.pictures import Pictures
from kpstudio.io.text import BrokenFileError


@dataclass(frozen=True)
class OneFace:
    """What one file says.

    Attributes:
        picture: The picture's name, as in `Face.picture`.
        xy_image: (K, 2) pixels of the oriented picture.
        extras: What else the format keeps.
    """

    picture: str
    xy_image: FloatArray
    extras: Mapping[str, Any] = field(default_factory=dict)


def read_each(
    paths: Sequence[Path], pictures: Pictures, parse: Callable[[Path, Pictures], OneFace]
) -> ReadResult:
    """Read files one by one; the scheme is the one that fits most of them.

    Args:
        paths: The files.
        pictures: Finds their pictures.
        parse: Reads one file, or raises BrokenFileError.
    """
    problems: list[Problem] = Problems()
    found: dict[str, tuple[str, OneFace]] = {}

    def add(path: Path, where: str) -> None:
        one = parse(path, pictures)
        if one.picture in found:
            raise BrokenFileError(
                say("left out, since {found} labels the same picture", found=found[one.picture][0])
            )
        found[one.picture] = (where, one)

    read_files(paths, pictures, problems, add)
    counts = Counter(len(one.xy_image) for _, one in found.values())
    if not counts:
        return ReadResult(generic_scheme(0), (), tuple(problems))
    usual = max(counts, key=lambda count: (counts[count], count))
    faces = []
    files = {picture: where for picture, (where, _) in found.items()}
    for picture in files:
        where, one = found.pop(picture)  # let go of its points: the face has a copy of them
        count = len(one.xy_image)
        if count == usual:
            faces.append(_face(one))
        else:
            problems.append(
                Problem(
                    where,
                    say(
                        "wrong number of points: {count} where most files have {usual}; left out",
                        count=count,
                        usual=usual,
                    ),
                )
            )
    return ReadResult(scheme_for_count(usual), tuple(faces), tuple(problems), tuple(files), files)


def _face(one: OneFace) -> Face:
    return Face(
        id=face_id(one.picture),
        picture=one.picture,
        landmarks=Landmarks.of(one.xy_image),
        state=FaceState.LABELLED,
        extras=one.extras,
    )


def plan_pictures(faces: Sequence[Face], folder: Path, suffix: str) -> list[Path]:
    """Return a file in ``folder`` for each picture that has faces, as `plan_each` names them."""
    return plan_each(list({face.picture: face for face in faces}.values()), folder, suffix)


def plan_each(faces: Sequence[Face], folder: Path, suffix: str) -> list[Path]:
    """Return a file in ``folder`` for each face: its picture's path with another suffix.

    Pictures outside the root, or whose path would lead out of ``folder``, go by their file name.
    Where two files would meet (a.jpg and a.png, or two photos of one name), the later one keeps its
    picture's suffix in its name, and after that gets a number.
    """
    taken: set[str] = set()
    planned = []
    for face in faces:
        pure = PurePosixPath(face.picture)
        inside = not (pure.is_absolute() or Path(face.picture).is_absolute() or ".." in pure.parts)
        parent = pure.parent if inside else PurePosixPath()
        kind = pure.suffix.lstrip(".")
        stems = [pure.stem, f"{pure.stem}_{kind}" if kind else f"{pure.stem}_1"]
        number = 1
        while str(parent / stems[0]).lower() in taken:
            stems.pop(0)
            if not stems:
                number += 1
                stems = [f"{pure.stem}_{number}"]
        # Many disks do not tell A from a.
        taken.add(str(parent / stems[0]).lower())
        planned.append(folder / parent / (stems[0] + suffix))
    return planned
