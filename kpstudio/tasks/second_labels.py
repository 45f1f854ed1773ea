"""Another person's labels of a folder's faces: reading them, and how far the two lie apart."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kpstudio.core.analysis import Offsets, measure
from kpstudio.core.breakdown import break_down_parts
from kpstudio.core.errors import InputError
from kpstudio.core.labelset import Face, LabelSet
from kpstudio.core.landmarks import Landmarks
from kpstudio.core.metrics import Yardstick, mean_known, summarise
from kpstudio.core.progress import Progress
from kpstudio.core.schema import Normaliser, PointSchema
from kpstudio.core.scheme_map import scheme_map
from kpstudio.core.second_labels import copied, same_faces
from kpstudio.core.texts import say
from kpstudio.io.choosing import LabelChoice
from kpstudio.store.project import Project
from kpstudio.tasks.breakdown import breakdown_json, breakdown_lines
from kpstudio.tasks.opening import open_corrected

SETTING = "second labels"
"""The project's setting: where another person's labels of its faces are, and which count."""


@dataclass(frozen=True)
class SecondLabels:
    """Another person's points.

    Attributes:
        path: Where they were read from.
        points: By id of the first person's faces, over the first's scheme, image frame.
        copies: How many of the faces are labelled alike in every point.
    """

    path: Path
    points: Mapping[str, Landmarks]
    copies: int

    def offsets(
        self, faces: Iterable[Face], scheme: PointSchema, normaliser: Normaliser
    ) -> Offsets:
        """Return how far the second person's points lie from those of the first's ``faces``."""
        return measure(tuple(faces), self.points, scheme, normaliser)


def read_second(
    labels: LabelSet,
    path: Path,
    choice: LabelChoice | None = None,
    progress: Progress | None = None,
) -> SecondLabels:
    """Read another person's labels of the faces of ``labels``.

    Args:
        labels: The first person's.
        path: A folder or a label file, with its corrections; pictures are the same by name.
        choice: Which labels of the folder count.
        progress: Called with (done, total); False cancels.

    Raises:
        InputError: If it cannot be opened, has other points, or labels none of these faces.
        LabelChoiceNeeded: If two label sets name the same pictures and nobody chose.
        Cancelled: If ``progress`` asked for it.
    """
    other = open_corrected(path, progress, choice).labels
    to = scheme_map(other.scheme, labels.scheme)
    if to is None:
        raise InputError(
            say(
                "{path} has faces with {count} points, {root} with {here}: choose labels of the "
                "same points",
                path=path,
                count=other.scheme.count,
                root=labels.root,
                here=labels.scheme.count,
            )
        )
    points: dict[str, Landmarks] = {}
    copies = 0
    for face_id, face in same_faces(labels, other).items():
        first = labels[face_id].landmarks
        assert first is not None and face.landmarks is not None
        points[face_id] = to.landmarks(face.landmarks)
        copies += copied(first, points[face_id])
    if not points:
        raise InputError(
            say(
                "{path} labels no face of {root}: choose another person's labels of the same "
                "pictures, under the same names",
                path=path,
                root=labels.root,
            )
        )
    return SecondLabels(path, points, copies)


@dataclass(frozen=True, eq=False)
class Agreement:
    """How far two people's labels lie apart.

    Attributes:
        offsets: From the first person's points to the second's.
        copies: How many of the faces are labelled alike in every point.
        yardstick: What distances are divided by, and above what a face counts as failed.
    """

    offsets: Offsets
    copies: int
    yardstick: Yardstick

    def to_json(self) -> dict[str, Any]:
        """Return what ``agreement --json`` prints; the units are those of ``evaluate --json``."""
        summary = summarise(self.offsets.nme, self.yardstick.threshold)
        return {
            "faces": summary.count,
            "copies": self.copies,
            "nme": {
                "mean": summary.mean,
                "median": summary.median,
                "normaliser": self.yardstick.normaliser.name,
            },
            "px": float(mean_known(self.offsets.pixels, axis=0)),
            **breakdown_json(self.offsets, self._parts()),
        }

    def sentences(self) -> str:
        """Return the figures as a few lines for a person."""
        summary = summarise(self.offsets.nme, self.yardstick.threshold)
        if not summary.count:
            return "no face has points of both people"
        faces = "1 face is" if summary.count == 1 else f"{summary.count} faces are"
        px = float(mean_known(self.offsets.pixels, axis=0))
        lines = [
            f"{faces} labelled by both, {px:.2f} pixels apart",
            f"mean {summary.mean:.2%}, median {summary.median:.2%} of the "
            f"{self.yardstick.normaliser.in_words}: no network can be judged more closely",
        ]
        if self.copies:
            lines.append(
                f"{self.copies} of them have exactly the same points: leave out labels that were "
                "copied, for they make people look more alike than they are"
            )
        return "\n".join(lines)

    def details(self) -> list[tuple[str, str]]:
        """Return a heading and a line for each way of telling points apart."""
        return breakdown_lines(self.offsets, self._parts())

    def _parts(self) -> Any:
        return break_down_parts(self.offsets, lambda _: "", self.yardstick.threshold)


def agreement(labels: LabelSet, second: SecondLabels, yardstick: Yardstick) -> Agreement:
    """Measure how far two people's labels lie apart."""
    offsets = second.offsets(labels, labels.scheme, yardstick.normaliser)
    return Agreement(offsets, second.copies, yardstick)


def remember_second(project: Project, path: Path | None, choice: LabelChoice | None) -> None:
    """Keep where another person's labels are; None for nowhere.

    Raises:
        InputError: If it cannot be written.
    """
    chosen = None if choice is None else choice.to_json()
    project.set_setting(SETTING, path and {"path": str(path.absolute()), "choice": chosen})


def remembered_second(project: Project | None) -> tuple[Path, LabelChoice | None] | None:
    """Return where another person's labels are, and which of them count; None for nowhere."""
    stored: Any = None if project is None else project.setting(SETTING)
    try:
        choice = stored["choice"]
        return Path(stored["path"]), None if choice is None else LabelChoice.from_json(choice)
    except (KeyError, TypeError):
        return None  # none, or not ours
