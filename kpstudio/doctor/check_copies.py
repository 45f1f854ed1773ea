"""The same picture more than once: with the same labels, or with other ones."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from kpstudio.core.labelset import Face
from kpstudio.core.landmarks import FloatArray
from kpstudio.core.texts import say, say_count
from kpstudio.doctor.finding import Finding, Repair, Severity
from kpstudio.doctor.material import Material
from kpstudio.doctor.same_pictures import same_pictures

_PROOF = 12
_APART = 0.3
"""Faces whose points lie farther apart, as a share of their size, are of two people."""
_SAME_PX = 0.75
"""Labels that differ by no more are the same, written with other decimals."""


def check_copies(material: Material) -> Iterator[Finding]:
    """Look for labelled pictures that show the same; every labelled picture is read coarsely."""
    faces: dict[str, list[int]] = {}
    for n, face in enumerate(material.faces):
        faces.setdefault(face.picture, []).append(n)
    groups = same_pictures(material, list(faces))
    same = [group for group in groups if _labels_same(material, faces, group)]
    other = [g for g in groups if g not in same and _same_subjects(material, faces, g)]
    if same:
        yield _finding(
            material, faces, same, "copies",
            say("with the same labels"),
            say("The faces of the first would stay; those of the copies would be removed."),
        )  # fmt: skip
    if other:
        yield _finding(
            material, faces, other, "two-labels",
            say("with different labels"),
            say("Look at both: if applied, the labels of the first stay and the others are "
                "removed."),
        )  # fmt: skip


def labelled_pictures(material: Material) -> int:
    """Return how many pictures `check_copies` reads."""
    return len({face.picture for face in material.faces})


def _finding(
    material: Material,
    faces: dict[str, list[int]],
    groups: Sequence[tuple[str, ...]],
    key: str,
    how: str,
    remedy: str,
) -> Finding:
    extra = frozenset(
        material.faces[n].id for group in groups for picture in group[1:] for n in faces[picture]
    )
    shown = [material.faces[faces[picture][0]].id for group in groups for picture in group]
    crossing = sum(_crosses(material, faces, group) for group in groups)
    split = say_count(
        " 1 of them is on both sides of the split.",
        " {count} of them are on both sides of the split.",
        crossing,
    )
    first = " = ".join(groups[0][:3])

    def mend(face: Face) -> Face | None:
        return None if face.id in extra else face

    return Finding(
        key,
        Severity.DOUBT,
        say(
            "{pictures}, {how} ({first}).{split}",
            pictures=say_count(
                "1 picture occurs more than once",
                "{count:,} pictures occur more than once",
                len(groups),
            ),
            how=how,
            first=first,
            split=split if crossing else "",
        ),
        remedy,
        tuple(face.id for face in material.faces if face.id in extra),
        {
            say("pictures"): float(len(groups)),
            say("on both sides of the split"): float(crossing),
        },
        Repair("take out copies", mend),
        tuple(shown[:_PROOF]),
    )


def _crosses(material: Material, faces: dict[str, list[int]], group: Sequence[str]) -> bool:
    if material.split is None:
        return False
    ids = {material.faces[n].id for picture in group for n in faces[picture]}
    return bool(ids & set(material.split.training) and ids & set(material.split.validation))


def _labels_same(material: Material, faces: dict[str, list[int]], group: Sequence[str]) -> bool:
    first = _points(material, faces[group[0]], group[0])
    return all(_same(first, _points(material, faces[other], other)) for other in group[1:])


def _same_subjects(material: Material, faces: dict[str, list[int]], group: Sequence[str]) -> bool:
    """Whether a face of one picture lies on a face of another: else each has its own people."""
    first = _points(material, faces[group[0]], group[0])[0]
    for other in group[1:]:
        for one in first:
            for face in _points(material, faces[other], other)[0]:
                away = np.hypot(*(one - face).T)
                if np.nanmedian(away) < _APART * max(np.nanmax(one, 0) - np.nanmin(one, 0)):
                    return True
    return False


def _points(material: Material, numbers: Sequence[int], picture: str) -> tuple[FloatArray, float]:
    """Return the points of a picture's faces as shares of its size, and a pixel as such a share."""
    width, height = material.size(picture) or (1, 1)
    return material.xy[list(numbers)] / np.array([width, height]), 1.0 / max(width, height)


def _same(one: tuple[FloatArray, float], other: tuple[FloatArray, float]) -> bool:
    if one[0].shape != other[0].shape:
        return False
    if (np.isfinite(one[0]) != np.isfinite(other[0])).any():
        return False
    away = np.abs(one[0] - other[0])
    return not (away > _SAME_PX * max(one[1], other[1]) * 2).any()
