"""Deterministic splits into training and validation, by person where names show persons."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

import numpy as np

from kpstudio.core.errors import InputError
from kpstudio.core.labelset import Face
from kpstudio.core.persons import PersonOf, person_of
from kpstudio.core.texts import say

_TOO_FEW = {
    "person": say("{groups} persons cannot be divided into {count} parts: use 2 to {groups}"),
    "picture": say("{groups} pictures cannot be divided into {count} parts: use 2 to {groups}"),
}


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
        raise InputError(
            say("validation fraction {fraction} is not between 0 and 1: try 0.2", fraction=fraction)
        )
    group_of, by = _groups(faces, persons)
    groups = _shuffled(group_of, seed)
    held_out = round(len(groups) * fraction)
    if fraction > 0 and len(groups) > 1:
        held_out = min(max(held_out, 1), len(groups) - 1)
    return _split(faces, _members(group_of, groups[:held_out]), by)


def split_in_folds(
    faces: Sequence[Face], count: int, seed: int = 0, persons: PersonOf = person_of
) -> tuple[Split, ...]:
    """Divide ``faces`` into ``count`` parts and hold out each once, as `split_by_fraction` does.

    Args:
        faces: Those to divide.
        count: How many parts, 2 or more.
        seed: Of the choice.
        persons: Tells who a picture shows.

    Raises:
        InputError: If there are fewer persons or pictures than parts.
    """
    group_of, by = _groups(faces, persons)
    groups = _shuffled(group_of, seed)
    if not 2 <= count <= len(groups):
        raise InputError(say(_TOO_FEW[by], groups=len(groups), count=count))
    parts = [_members(group_of, groups[number::count]) for number in range(count)]
    return tuple(_split(faces, part, by) for part in parts)


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
        raise InputError(say("the search for validation finds no labelled face: try another"))
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
            raise InputError(
                say("the list names {name!r}, which is not a labelled picture here", name=name)
            )
        chosen |= by_name[name]
    return [face for face in faces if face.id in chosen]


def _groups(faces: Sequence[Face], persons: PersonOf) -> tuple[dict[str, str], str]:
    """Return what is kept together with each face, by its id, and whether by person or picture."""
    shown: dict[str, str] = {}
    for face in faces:
        person = persons(face.picture)
        if not person:
            break
        shown[face.id] = person
    if len(shown) == len(faces) and len(set(shown.values())) > 1:
        return shown, "person"
    return {face.id: face.picture for face in faces}, "picture"


def _shuffled(group_of: Mapping[str, str], seed: int) -> list[str]:
    groups = sorted(set(group_of.values()))
    return [groups[k] for k in np.random.default_rng(seed).permutation(len(groups))]


def _members(group_of: Mapping[str, str], groups: Iterable[str]) -> set[str]:
    chosen = set(groups)
    return {face_id for face_id, group in group_of.items() if group in chosen}


def _split(faces: Sequence[Face], validation: set[str], by: str) -> Split:
    training = tuple(face.id for face in faces if face.id not in validation)
    if not training:
        raise InputError(say("no labelled faces are left to train on: hold out fewer"))
    return Split(training, tuple(face.id for face in faces if face.id in validation), by)
