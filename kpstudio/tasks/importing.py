"""Importing labels from elsewhere into an open folder: what they would change, told beforehand."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from kpstudio.core.errors import InputError, Problem
from kpstudio.core.importing import Difference, Fate, difference
from kpstudio.core.labelset import LabelSet
from kpstudio.core.scheme_map import scheme_map
from kpstudio.io.choosing import LabelChoice
from kpstudio.io.opening import Opened, read_labels
from kpstudio.io.registry import format_named
from kpstudio.store.project import Project
from kpstudio.tasks.opening import open_corrected

IN_WORDS = {
    Fate.NEW: "without labels here",
    Fate.FILLED: "with something missing here",
    Fate.MOVED: "whose points would move",
    Fate.DISPUTED: "that a person worked on here",
}
"""What the faces of a fate are called."""


@dataclass(frozen=True)
class Import:
    """Labels from elsewhere, ready to be imported.

    Attributes:
        path: Where they are from.
        difference: What they would change.
        problems: What was odd about them.
    """

    path: Path
    difference: Difference
    problems: tuple[Problem, ...]

    @property
    def rest(self) -> str:
        """What importing leaves as it is, in a sentence; "" where that is nothing."""
        found = self.difference
        parts = [
            f"{count} {words if count > 1 else word}"
            for count, word, words in (
                (found.same, "is the same on both sides", "are the same on both sides"),
                (
                    found.unmentioned,
                    "here is not in it and stays",
                    "here are not in it and stay",
                ),
            )
            if count
        ]
        lines = [f"Of the labelled faces, {' and '.join(parts)}."] if parts else []
        if found.elsewhere:
            pictures = (
                "1 picture" if len(found.elsewhere) == 1 else f"{len(found.elsewhere)} pictures"
            )
            lines.append(f"{pictures} of it are not here, such as {found.elsewhere[0]}.")
        return " ".join(lines)


def read_import(
    labels: LabelSet,
    path: Path,
    choice: LabelChoice | None = None,
    progress: Callable[[int, int], bool] | None = None,
) -> Import:
    """Read labels from elsewhere and tell what they would change in ``labels``.

    Args:
        labels: The faces here; nothing is changed.
        path: A label file or a folder with some, or a folder that was worked on with kpstudio,
            whose corrections then count.
        choice: Which labels of the folder count.
        progress: Called with (done, total); False cancels.

    Raises:
        InputError: If nothing can be read there, the points are others, or no face of it is here.
        LabelChoiceNeeded: If two label sets name the same pictures and nobody chose.
        Cancelled: If ``progress`` asked for it.
    """
    opened = _read(labels, path, choice, progress)
    theirs = opened.labels
    if not theirs.labelled_count:
        told = f": {opened.problems[0]}" if opened.problems else ""
        raise InputError(f"{path} has no labelled face of these pictures{told}")
    same_px = _same_px(opened.format)
    if not labels.scheme.count:
        found = difference(labels, theirs, theirs.scheme, same_px)
    else:
        to = scheme_map(theirs.scheme, labels.scheme)
        if to is None:
            raise InputError(
                f"{path} has faces of {theirs.scheme.count} points, the open folder of "
                f"{labels.scheme.count}, and nothing tells how to make the one from the other"
            )
        faces = (
            replace(face, landmarks=to.landmarks(face.landmarks))
            for face in theirs
            if face.landmarks is not None
        )
        found = difference(labels, faces, same_px=same_px)
    if not (found.incoming or found.same):
        raise InputError(
            f"{path} labels none of these pictures: give labels of pictures of the same names"
        )
    return Import(path, found, opened.problems)


def _same_px(format_name: str) -> float:
    """Return within how many pixels points are the same: some formats hold whole ones alone."""
    whole = format_name != "none" and not format_named(format_name).holds.subpixel
    return math.sqrt(0.5) + 1e-9 if whole else 0.01


def _read(
    labels: LabelSet,
    path: Path,
    choice: LabelChoice | None,
    progress: Callable[[int, int], bool] | None,
) -> Opened:
    elsewhere = path.is_dir() and path.resolve() != labels.root.resolve()
    project = Project.peek(path) if elsewhere else None
    if project is None:
        return read_labels(path, labels, progress, choice)
    project.close()
    return open_corrected(path, progress, choice)
