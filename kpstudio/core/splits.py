"""Deterministic splits into training and validation, by person where names show persons."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

import numpy as np

from kpstudio.core.errors import InputError
from kpstudio.core.labelset import Face
from kpstudio.core.persons import PersonOf, person_of


@dataclass(frozen=True)
class Split:
    """Face ids for training and for validation; no id is in both.

    Attributes:
        training: Ids in the order of the label set.
        validation: Ids in the order of the label set.
        by: How faces were kept together: "person", "picture", "list" or "filter".
        where: The search that all of them were chosen by; "" for every labelled face.
    """

    training: tuple[str, ...]
    validation: tuple[str, ...]
    by: str
    where: str = ""


def split_by_fraction(
    faces: Sequence[Face], fraction: float, seed: int = 0, persons: PersonOf = person_of
) -> Split:
    """Hold out about ``fraction`` of the faces, never parting a person or a picture.

    Persons are used when every picture's name shows one and there are at least two. The same faces,
    fraction and seed give the same split in any order of the faces.

    Args:
        faces: Those to divide.
        fraction: How much of them to hold out, from 0 to below 1.
        seed: Of the choice.
        persons: Tells who a picture shows.

    Raises:
        InputError: If the fraction is not in [0, 1), or nothing would be left to train on.
    """
    if not 0.0 <= fraction < 1.0:
        raise InputError(f"validation fraction {fraction} is not between 0 and 1: try 0.2")
    shown = [persons(face.picture) for face in faces]
    by_person = all(shown) and len(set(shown)) > 1
    group_of = {
        face.id: (person or "") if by_person else face.picture
        for face, person in zip(faces, shown, strict=True)
    }
    groups = sorted(set(group_of.values()))
    held_out = round(len(groups) * fraction)
    if fraction > 0 and len(groups) > 1:
        held_out = min(max(held_out, 1), len(groups) - 1)
    order = np.random.default_rng(seed).permutation(len(groups))
    validation_groups = {groups[k] for k in order[:held_out]}
    validation = {face.id for face in faces if group_of[face.id] in validation_groups}
    return _split(faces, validation, "person" if by_person else "picture")


def split_by_list(faces: Sequence[Face], names: Iterable[str]) -> Split:
    """Hold out the faces of the pictures in ``names`` (file names, stems or relative paths).

    Raises:
        InputError: If a name fits no picture, or nothing would be left to train on.
    """
    validation = {face.id for face in faces_named(faces, names)}
    return _split(faces, validation, "list")


def split_by_choice(faces: Sequence[Face], held_out: Iterable[Face]) -> Split:
    """Hold out the faces that a search found.

    Raises:
        InputError: If it found none of ``faces``, or nothing would be left to train on.
    """
    chosen = {face.id for face in held_out}
    split = _split(faces, chosen, "filter")
    if not split.validation:
        raise InputError("the search for validation finds no labelled face: try another")
    return split


def faces_named(faces: Sequence[Face], names: Iterable[str]) -> list[Face]:
    """Return the faces of the pictures in ``names``, in the order of ``faces``.

    Args:
        faces: Those to choose from.
        names: File names, stems or relative paths; a name may fit several pictures.

    Raises:
        InputError: If a name fits no picture.
    """
    by_name: dict[str, set[str]] = {}
    for face in faces:
        path = PurePosixPath(face.picture)
        for key in {face.picture, path.name, path.stem}:
            by_name.setdefault(key, set()).add(face.id)
    chosen: set[str] = set()
    for name in names:
        if name not in by_name:
            raise InputError(f"the list names {name!r}, which is no labelled picture here")
        chosen |= by_name[name]
    return [face for face in faces if face.id in chosen]


def _split(faces: Sequence[Face], validation: set[str], by: str) -> Split:
    training = tuple(face.id for face in faces if face.id not in validation)
    if not training:
        raise InputError("no labelled faces are left to train on: hold out fewer")
    return Split(training, tuple(face.id for face in faces if face.id in validation), by)
