"""DeepLabCut's labels (CollectedData_<scorer>.csv): a row a frame, two columns a body part.

Header rows ``scorer``, in projects with several animals ``individuals``, ``bodyparts`` and
``coords`` (x and y in turn); the frame's path stands in one column, or in three (labeled-data,
video, file). It starts from the project's folder, though the table mostly lies two folders below
it, beside the frames. An empty cell or NaN is a missing point. Pixels count from 0, with the centre
of the top-left pixel at 0. Source: DeepLabCut's documentation (standard user guide, multi-animal
guide) and the tables of its example projects. The .h5 files beside hold the same and are not read.

Each individual with a point is a face; its name and the scorer are kept. The "unique body parts" of
a project with several animals belong to an individual called "single" and come last in the scheme:
a face has those points missing that are not its own. Written are one column for the path, and
individuals where faces have such names or share a frame; a nameless face takes the first free of
individual1, individual2, ... If frames have their individuals in contrary orders, which no table
can show, all are renamed so.
"""

from __future__ import annotations

import csv
import itertools
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter
from pathlib import Path, PurePosixPath

import numpy as np

from kpstudio.core.errors import Problem
from kpstudio.core.labelset import Face, FaceState, LabelSet, face_id, faces_by_picture
from kpstudio.core.landmarks import Landmarks
from kpstudio.core.schema import PointSchema, generic_scheme, scheme_for
from kpstudio.core.texts import say
from kpstudio.io.formats.base import MOST_CELLS, Holds, Problems, ReadResult, read_files
from kpstudio.io.formats.csv import coordinate
from kpstudio.io.formats.csv_layout import row_text, table
from kpstudio.io.formats.one_file import OneFile
from kpstudio.io.inside import is_picture_file
from kpstudio.io.pictures import Pictures, reference_from
from kpstudio.io.text import HEAD_BYTES, BrokenFileError, decode_head, read_text, visible

SCORER = "kpstudio"
SINGLE = "single"
"""The individual that unique body parts belong to."""

_LEVELS = ("scorer", "individuals", "bodyparts", "coords")
_FRAMES = "labeled-data"


class DeepLabCut(OneFile):
    """DeepLabCut's tables of labels."""

    name = "deeplabcut"
    title = "DeepLabCut CSV"
    suffixes: tuple[str, ...] = (".csv",)
    holds = Holds(
        several_faces=True,
        boxes=False,
        missing=True,
        subpixel=True,
        visibility=False,
        scheme_names=True,
        line_breaks=False,
    )

    def sniff(self, path: Path, head: bytes) -> bool:  # noqa: ARG002 - told by content alone
        """Tell a table by the names of its first rows."""
        # No cell of a head is too long for csv.
        rows = [cells for _, cells in itertools.islice(table(decode_head(head), ","), 2)]
        names = [cells[0].strip().lower() for cells in rows]
        if len(names) == 1:  # a row may be longer than the head
            return names == ["scorer"] and len(rows[0]) > 1 and len(head) >= HEAD_BYTES
        return names in (["scorer", "individuals"], ["scorer", "bodyparts"])

    def read(
        self, paths: Sequence[Path], root: Path, pictures: Pictures | None = None
    ) -> ReadResult:
        """Read tables; one with other points than the first is a problem."""
        pictures = pictures or Pictures(root)
        scheme: PointSchema | None = None
        faces: list[Face] = []
        problems: list[Problem] = Problems()
        numbers: Counter[str] = Counter()

        def add(path: Path, where: str) -> None:
            nonlocal scheme
            layout, rows = _table_of(path)
            if scheme is not None and layout.scheme.points != scheme.points:
                raise BrokenFileError(
                    say("left out, since its points differ from those of the first")
                )
            if len(rows) * len(layout.columns) * layout.scheme.count > MOST_CELLS:
                raise BrokenFileError(say("has more faces and points than can be read"))
            scheme = layout.scheme
            for line, cells in rows:
                try:
                    found = _faces(cells, layout, path, pictures, numbers)
                except BrokenFileError as error:
                    at = say("{where}, line {line}", where=where, line=line)
                    problems.append(Problem(at, str(error)))
                    continue
                faces.extend(found)
                numbers[found[0].picture] += len(found)

        read_files(paths, pictures, problems, add)
        return ReadResult(
            scheme or generic_scheme(0), tuple(faces), tuple(problems), tuple(numbers)
        )

    def stem(self, faces: Sequence[Face]) -> str:
        """Return the name that DeepLabCut gives its tables."""
        plain = re.sub(r"[^\w.-]", "_", _scorer(faces))
        return f"CollectedData_{plain[:100]}"

    def text(self, labels: LabelSet, faces: Sequence[Face], path: Path) -> str:
        """Return one table, coordinates exactly."""
        return _table_text(labels, faces, path)


@dataclass(frozen=True)
class _Layout:
    """The meaning of the columns.

    Attributes:
        width: Number of columns.
        index: How many of them make the path.
        scorer: Who placed the points.
        scheme: The points of all individuals.
        columns: Individual ("" where there are none) -> point number -> columns of x and y.
    """

    width: int
    index: int
    scorer: str
    scheme: PointSchema
    columns: Mapping[str, Mapping[int, tuple[int, int]]]


_Rows = list[tuple[int, list[str]]]


def _table_of(path: Path) -> tuple[_Layout, _Rows]:
    try:
        rows = list(table(read_text(path), ","))
    except csv.Error as error:
        raise BrokenFileError(say("is not a table: {error}", error=error)) from error
    levels: dict[str, list[str]] = {}
    for _, cells in rows[: len(_LEVELS)]:
        level = cells[0].strip().lower()
        if level not in _LEVELS:
            break
        levels[level] = cells
    if not {"scorer", "bodyparts", "coords"} <= levels.keys():
        raise BrokenFileError(say("does not begin with the rows scorer, bodyparts and coords"))
    return _layout_of(levels), rows[len(levels) :]


def _layout_of(levels: Mapping[str, Sequence[str]]) -> _Layout:
    axes = [cell.strip().lower() for cell in levels["coords"]]
    index = next((k for k, axis in enumerate(axes) if k and axis in ("x", "y")), len(axes))
    if {len(cells) for cells in levels.values()} != {len(axes)} or index == len(axes):
        raise BrokenFileError(say("has header rows that do not name every column"))
    individuals = levels.get("individuals", [""] * len(axes))
    found: dict[str, dict[str, dict[str, int]]] = {}
    for k in range(index, len(axes)):
        parts = found.setdefault(individuals[k], {})
        parts.setdefault(levels["bodyparts"][k], {}).setdefault(axes[k], k)
    names = tuple(dict.fromkeys(name for parts in found.values() for name in parts))
    pairs = [set(places) for parts in found.values() for places in parts.values()]
    if not all({"x", "y"} <= pair for pair in pairs):
        raise BrokenFileError(say("has a body part without a column for x and one for y"))
    numbers = {name: k for k, name in enumerate(names)}
    columns = {
        individual: {numbers[name]: (places["x"], places["y"]) for name, places in parts.items()}
        for individual, parts in found.items()
    }
    scorer = levels["scorer"][index]
    return _Layout(len(axes), index, scorer, scheme_for(names, len(names)), columns)


def _faces(
    cells: Sequence[str], layout: _Layout, path: Path, pictures: Pictures, numbers: Counter[str]
) -> list[Face]:
    """Return the faces of a row: at least one, which has no points where none is placed."""
    if len(cells) != layout.width:
        raise BrokenFileError(
            say(
                "wrong number of points: {count} cells instead of {width}; left out",
                count=len(cells),
                width=layout.width,
            )
        )
    reference = "/".join(cells[: layout.index])
    picture = _find(reference, path, pictures)
    if picture is None:
        raise BrokenFileError(
            say("labels without a picture: {reference} is missing", reference=visible(reference))
        )
    placed: list[tuple[str, Landmarks | None]] = []
    for individual, columns in layout.columns.items():
        xy = np.full((layout.scheme.count, 2), np.nan)
        for point, pair in columns.items():
            xy[point] = [coordinate(cells[column]) for column in pair]
        landmarks = Landmarks.of(xy)
        if landmarks.present.any():
            placed.append((individual, landmarks))
    return [
        Face(
            id=face_id(picture, numbers[picture] + number),
            picture=picture,
            landmarks=landmarks,
            state=FaceState.LABELLED if landmarks else FaceState.UNLABELLED,
            extras={"deeplabcut": _extras(layout.scorer, individual)},
        )
        for number, (individual, landmarks) in enumerate(placed or [("", None)])
    ]


def _extras(scorer: str, individual: str) -> dict[str, str]:
    return {"scorer": scorer} | ({"individual": individual} if individual else {})


def _find(reference: str, path: Path, pictures: Pictures) -> str | None:
    """Find a frame from the table's folder, from the project's above it, or beside the table."""
    pure = PurePosixPath(reference.replace("\\", "/"))
    for folder in path.parents[:3]:
        found = pictures.near(reference, folder)
        # Other videos have frames of the same names.
        if found is not None and _is_frame(found, pure, pictures):
            return found
    beside = path.parent / pure.name
    if is_picture_file(beside):
        return pictures.name(beside)
    return pictures.elsewhere(reference, path, lambda name: _is_frame(name, pure, pictures))


def _is_frame(picture: str, pure: PurePosixPath, pictures: Pictures) -> bool:
    folder = pictures.path(picture).parent
    video = folder.parent.name == _FRAMES
    return not video or len(pure.parts) < 2 or folder.name == pure.parent.name


def _own(face: Face, key: str) -> str:
    return str(face.extras.get("deeplabcut", {}).get(key, ""))


def _scorer(faces: Sequence[Face]) -> str:
    counts = Counter(name for face in faces if (name := _own(face, "scorer")))
    return counts.most_common(1)[0][0] if counts else SCORER


def _table_text(labels: LabelSet, faces: Sequence[Face], path: Path) -> str:
    by_picture = faces_by_picture(faces)
    several = len(by_picture) < len(faces) or any(_own(face, "individual") for face in faces)
    names = _individuals(by_picture) if several else [[""] for _ in by_picture]
    order = _in_order(names) or [""]
    points = _points_of(labels.scheme.count, order, names, list(by_picture.values()))
    columns = [(who, k) for who in order for k in points[who]]
    header = {
        "scorer": [_scorer(faces) for _ in columns],
        "individuals": [who for who, _ in columns],
        "bodyparts": [labels.scheme.points[k] for _, k in columns],
    }
    rows = [
        [level, *(cell for cell in cells for _ in "xy")]
        for level, cells in header.items()
        if several or level != "individuals"
    ]
    rows.append(["coords", *(axis for _ in columns for axis in "xy")])
    pictures = Pictures(labels.root)
    for (picture, members), whose in zip(by_picture.items(), names, strict=True):
        landmarks = {who: face.landmarks for who, face in zip(whose, members, strict=True)}
        places = [_place(landmarks.get(who), k) for who, k in columns]
        reference = reference_from(path.parent, pictures.path(picture))
        rows.append([reference, *(cell for place in places for cell in place)])
    return "".join(map(row_text, rows))


def _place(landmarks: Landmarks | None, point: int) -> tuple[str, str]:
    if landmarks is None or not landmarks.present[point]:
        return "", ""
    x, y = landmarks.xy_image[point].tolist()
    return repr(x), repr(y)


def _individuals(by_picture: Mapping[str, Sequence[Face]]) -> list[list[str]]:
    """Return a name for each face of each picture, none of them twice in a picture."""
    named = [_names([_own(face, "individual") for face in faces]) for faces in by_picture.values()]
    if _in_order(named):
        return named
    return [_names([""] * len(faces)) for faces in by_picture.values()]


def _names(own: Sequence[str]) -> list[str]:
    taken: list[str] = []
    for name in own:
        free = (f"individual{k}" for k in itertools.count(1))
        wanted = name and name not in taken
        taken.append(name if wanted else next(n for n in free if n not in {*taken, *own}))
    return taken


def _in_order(names: Sequence[Sequence[str]]) -> list[str]:
    """Return all names in an order that every picture keeps to; none if there is no such order."""
    sorter: TopologicalSorter[str] = TopologicalSorter()
    for whose in names:
        for before, name in zip([None, *whose[:-1]], whose, strict=True):
            sorter.add(name, *([] if before is None else [before]))
    try:
        return list(sorter.static_order())
    except CycleError:
        return []


def _points_of(
    count: int,
    order: Sequence[str],
    names: Sequence[Sequence[str]],
    faces: Sequence[Sequence[Face]],
) -> dict[str, list[int]]:
    """Return the points that each individual has columns for: unique ones only "single"."""
    everything = {who: list(range(count)) for who in order}
    if SINGLE not in order or len(order) == 1:
        return everything
    placed = {who: np.zeros(count, dtype=np.bool_) for who in order}
    for whose, members in zip(names, faces, strict=True):
        for who, face in zip(whose, members, strict=True):
            if face.landmarks is not None:
                placed[who] |= face.landmarks.present
    others = np.any([placed[who] for who in order if who != SINGLE], axis=0)
    unique = placed[SINGLE] & ~others
    own = {who: np.flatnonzero(placed[who] if who == SINGLE else ~unique).tolist() for who in order}
    met = dict.fromkeys(k for who in order for k in own[who])
    return own if list(met) == list(range(count)) else everything
