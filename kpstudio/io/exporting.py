"""Exporting faces, and reading back what was written."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from kpstudio.core.errors import InputError, Problem
from kpstudio.core.labelset import Face, LabelSet
from kpstudio.core.progress import Progress
from kpstudio.core.texts import joined, say, say_count
from kpstudio.io.counted import Counted
from kpstudio.io.formats.base import Format
from kpstudio.io.losses import (
    fit,
    losses_of,
    picture_losses,
    rounding_losses,
    scheme_losses,
)
from kpstudio.io.pictures import Pictures
from kpstudio.io.registry import format_named
from kpstudio.io.text import visible

_TOLERANCE_PX = 0.01
"""Decimals cost less than this; a larger difference is a fault."""


@dataclass(frozen=True)
class ExportReport:
    """What came of an export.

    Attributes:
        files: What was written.
        faces: How many faces were read back.
        points: How many points, missing ones not counted, were read back.
        lost: What the format could not hold, one sentence each.
        problems: What came back otherwise than it was meant; empty if all is well.
        worst_px: Largest distance, in pixels, between a point as meant and as read back.
        pictures: How many pictures were copied beside the files.
    """

    files: tuple[Path, ...]
    faces: int
    points: int
    lost: tuple[str, ...]
    problems: tuple[Problem, ...]
    worst_px: float
    pictures: int = 0

    def sentence(self) -> str:
        """Return all of it for a person to read, one line each."""
        written: str = say(
            "{faces}, with {points:,} points in all, written to {files} and read back "
            "(largest difference {worst:.3f} px).",
            faces=say_count("1 face", "{count:,} faces", self.faces),
            points=self.points,
            files=say_count("1 file", "{count:,} files", len(self.files)),
            worst=self.worst_px,
        )
        copied: str = say_count(
            "1 picture was copied with them, without metadata.",
            "{count:,} pictures were copied with them, without metadata.",
            self.pictures,
        )
        rest = [joined((str(told), "."), "") for told in (*self.lost, *self.problems)]
        return joined([written, *([copied] if self.pictures else []), *rest], "\n")


def planned_files(
    labels: LabelSet,
    faces: Sequence[Face],
    format_name: str,
    folder: Path,
    progress: Progress | None = None,
) -> list[Path]:
    """Return the files that `export` would write.

    Raises:
        InputError: If there is no such format.
        Cancelled: If ``progress`` asked for it.
    """
    form = format_named(format_name)
    kept, _ = fit(labels, faces, form, progress=progress)
    return form.plan(Counted(kept, progress), folder)


def export(
    labels: LabelSet,
    faces: Sequence[Face],
    format_name: str,
    folder: Path,
    overwrite: bool = False,
    progress: Progress | None = None,
) -> ExportReport:
    """Write faces into ``folder``, read them back and compare.

    Files of formats with one a picture keep the pictures' sub-folders. References to pictures are
    relative to the file where that works.

    Args:
        labels: Gives the scheme and the root of the pictures.
        faces: What to export; those that the format cannot hold are left out and reported.
        format_name: As in `kpstudio.io.registry`.
        folder: Where to; it is made if it is not there. For formats with one file for all faces it
            may be the path of that file, with its suffix.
        overwrite: Whether files that exist may be replaced.
        progress: Called now and then with (faces written, faces in all), more than once over where
            a format goes through them more than once; returning False cancels.

    Raises:
        InputError: If there is no such format, nothing to write, a file is there already (unless
            ``overwrite``), or one cannot be written.
        Cancelled: If ``progress`` asked for it; files that were written stay.
    """
    form = format_named(format_name)
    kept, lost = fit(labels, faces, form, progress=progress)
    if not kept:
        why = lost[0] if lost else say("no faces are selected")
        raise InputError(say("nothing to export: {why}", why=why))
    there = next((p for p in form.plan(kept, folder) if p.exists() or p.is_symlink()), None)
    if there is not None and not overwrite:
        raise InputError(
            say(
                "{there} already exists: choose another folder, or allow files to be overwritten",
                there=there,
            )
        )
    files = form.write(labels, Counted(kept, progress), folder)
    report = _read_back(labels, kept, files, form)
    return replace(report, lost=(*lost, *report.lost))


def _read_back(
    labels: LabelSet, kept: Sequence[Face], files: Sequence[Path], form: Format
) -> ExportReport:
    pictures = Pictures(labels.root, labels_of=labels_of(form, kept, files))
    back = form.read(files, labels.root, pictures)
    compared = _Comparison(pictures)
    compared.add_all(kept, back.faces)
    placed = any(face.has_points for face in back.faces)
    return ExportReport(
        files=tuple(files),
        faces=len(back.faces),
        points=sum(_present(face) for face in back.faces),
        lost=(
            *losses_of(kept, form),
            *picture_losses(labels, kept, form),
            *(scheme_losses(labels.scheme, back.scheme, form) if placed else ()),
            *rounding_losses(form, compared.worst_px, compared.worst_box_px),
        ),
        problems=(*back.problems, *compared.problems(form)),
        worst_px=compared.worst_px,
    )


def labels_of(form: Format, faces: Sequence[Face], files: Sequence[Path]) -> dict[Path, str]:
    """Return which picture each file, or part of a file, is about, where it does not say itself."""
    if form.holds.own_pictures:
        return {files[0] / str(row): face.picture for row, face in enumerate(faces, start=1)}
    if not form.per_picture:
        return {}
    pictures = dict.fromkeys(face.picture for face in faces)
    return dict(zip(files, pictures, strict=True))


def _present(face: Face) -> int:
    return 0 if face.landmarks is None else int(face.landmarks.present.sum())


class _Comparison:
    """Faces as meant beside faces as read back."""

    def __init__(self, pictures: Pictures) -> None:
        self._pictures = pictures
        self.worst_px = 0.0
        self.worst_box_px = 0.0
        self._odd: list[Problem] = []

    def add_all(self, meant: Sequence[Face], back: Sequence[Face]) -> None:
        found = dict(self._keyed(back))
        for key, face in self._keyed(meant):
            other = found.pop(key, None)
            if other is None:
                self._add_odd(face, say("was written but could not be read back"))
            else:
                self._add(face, other)
        for face in found.values():
            self._add_odd(face, say("was read back but had not been written"))

    def problems(self, form: Format) -> list[Problem]:
        """Return what should not have happened."""
        limit = _TOLERANCE_PX if form.holds.subpixel else math.sqrt(0.5) + 1e-9
        if self.worst_px > limit:
            message = say(
                "points were up to {worst_px:.3f} px off when read back",
                worst_px=self.worst_px,
            )
            return [*self._odd, Problem(form.title, message)]
        return self._odd

    def _keyed(self, faces: Sequence[Face]) -> Iterable[tuple[tuple[str, int], Face]]:
        numbers: Counter[str] = Counter()
        for face in faces:
            picture = self._pictures.name(self._pictures.path(face.picture))
            yield (picture, numbers[picture]), face
            numbers[picture] += 1

    def _add(self, meant: Face, back: Face) -> None:
        if meant.box is not None and back.box is not None:
            a, b = meant.box, back.box
            edges = (a.left - b.left, a.top - b.top, a.right - b.right, a.bottom - b.bottom)
            self.worst_box_px = max(self.worst_box_px, *map(abs, edges))
        if meant.landmarks is None or back.landmarks is None:
            if meant.has_points or back.has_points:
                self._add_odd(meant, say("its points were missing when read back"))
            return
        present = meant.landmarks.present
        if meant.landmarks.count != back.landmarks.count:
            message = say(
                "only {back} of {count} points were read back",
                back=back.landmarks.count,
                count=meant.landmarks.count,
            )
            self._add_odd(meant, message)
        elif (present != back.landmarks.present).any():
            self._add_odd(meant, say("different points were missing when read back"))
        elif present.any():
            apart = meant.landmarks.xy_image[present] - back.landmarks.xy_image[present]
            self.worst_px = max(self.worst_px, float(np.hypot(*apart.T).max()))

    def _add_odd(self, face: Face, message: str) -> None:
        self._odd.append(Problem(visible(face.picture), message))
