"""Persons whose pictures would stand on both sides of a split."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from kpstudio.core.persons import FIRST_FOLDER, IMM_NAMES, SETTING, person_rule
from kpstudio.core.texts import say, say_count
from kpstudio.doctor.finding import Finding, Repair, Severity
from kpstudio.doctor.material import Material

FIRST_WORD = r"(?:^|/)([^/_\-. ]+)[_\-. ][^/]*$"
"""Names such as S010-smile-3: the person, then the rest."""
ALL_BUT_LAST = r"(?:^|/)([^/]+)[_\-. ][^/_\-. ]+$"
"""Names such as Ann_Lee_0003: the person, then a number."""
LAST_FOLDER = r"([^/]+)/[^/]+$"
"""A folder for each person, within other folders."""

_PATTERNS = (IMM_NAMES, ALL_BUT_LAST, FIRST_WORD, FIRST_FOLDER, LAST_FOLDER)
_SETS = re.compile(r"(?i)^(train(ing)?|test(ing|set)?|val(id(ation)?)?|images?|data|sets?)$")
_FEWEST = 3
_IN_GROUPS = 0.8
_LARGEST = 0.34
_RECURRING = 0.5
_PROOF = 12


def infer_persons(pictures: Sequence[str]) -> str | None:
    """Return a pattern for `core.persons.person_rule` that the names of pictures suggest, or None.

    A part of the name is taken for the person if there are several, most have two pictures or more,
    none has most of them, and what follows it comes again from person to person, as views and
    numbers do: names that are merely counted through suggest nothing.
    """
    best, most = None, 0
    for pattern in _PATTERNS:
        rule = person_rule(pattern)
        persons = {picture: person for picture in pictures if (person := rule(picture))}
        count = len(set(persons.values()))
        if len(persons) == len(pictures) and count > most and _plausible(persons):
            best, most = pattern, count
    return best


def _plausible(persons: dict[str, str]) -> bool:
    sizes = Counter(persons.values())
    if len(sizes) < _FEWEST or any(_SETS.match(person) for person in sizes):
        return False
    in_groups = sum(size for size in sizes.values() if size > 1)
    if in_groups < _IN_GROUPS * len(persons) or max(sizes.values()) > _LARGEST * len(persons):
        return False
    rest = {picture.replace(person, "", 1) for picture, person in persons.items()}
    return len(rest) <= _RECURRING * len(persons)


def check_split(material: Material) -> Iterator[Finding]:
    """Look for persons, as far as names show them, on both sides of the split."""
    split = material.split
    if split is None or split.by == "person":
        return
    pattern = infer_persons(sorted({face.picture for face in material.faces}))
    if pattern is None:
        return
    rule = person_rule(pattern)
    training, validation = set(split.training), set(split.validation)
    sides: dict[str, set[bool]] = {}
    for face in material.faces:
        if face.id in training or face.id in validation:
            sides.setdefault(rule(face.picture) or "", set()).add(face.id in validation)
    torn = {person for person, both in sides.items() if len(both) > 1}
    if not torn:
        return
    faces = [face for face in material.faces if rule(face.picture) in torn]
    yield Finding(
        "persons-leak",
        Severity.DOUBT,
        say_count(
            "1 of {all} persons in the file names ({names}) is in both training and validation: "
            "the validation error looks too good.",
            "{count} of {all} persons in the file names ({names}) are in both training and "
            "validation: the validation error looks too good.",
            len(torn),
            all=len(sides),
            names=", ".join(sorted(torn)[:3]) + (" …" if len(torn) > 3 else ""),
        ),
        say(
            "The project would keep each person's pictures together, by the pattern {pattern}.",
            pattern=pattern,
        ),
        tuple(face.id for face in faces),
        {say("persons"): float(len(sides)), say("on both sides"): float(len(torn))},
        Repair("keep persons together", setting=(SETTING, pattern)),
        tuple(face.id for face in faces[:_PROOF]),
    )
