"""Making a test for faces of a search: each word looks only at what it needs."""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kpstudio.core.facts import FaceFacts
from kpstudio.core.filters import Filters, expand
from kpstudio.core.labelset import Face, FaceState
from kpstudio.core.landmarks import Source
from kpstudio.core.query import All, Either, Figure, Is, Name, NameKind, Not, Query, Saved, leaves
from kpstudio.core.query_parser import parse_query
from kpstudio.core.query_words import ERRORS, NONE, SIGNED, UNCHECKED
from kpstudio.core.review import Verdict

Test = Callable[[Face], bool]
"""Whether a face is wanted."""


@dataclass(frozen=True)
class Chosen:
    """Faces that a search found.

    Attributes:
        faces: In the order of the label set.
        where: The search, with what its saved filters meant then; "" for all faces.
    """

    faces: tuple[Face, ...]
    where: str


def choose(text: str, facts: FaceFacts, filters: Filters) -> Chosen:
    """Return the faces that the search ``text`` finds.

    Raises:
        InputError: If the search is wrong.
    """
    query = expand(parse_query(text), filters)
    return Chosen(tuple(select(query, tuple(facts.labels), facts)), str(query))


def figures_in(query: Query) -> set[str]:
    """Return what a search compares with bounds."""
    return {word.key for word in leaves(query) if isinstance(word, Figure)}


def select(query: Query, faces: Sequence[Face], facts: FaceFacts) -> list[Face]:
    """Return those of ``faces`` that a search without saved filters finds.

    What it compares face by face is measured in one go before.
    """
    compared = figures_in(query)
    if not compared.isdisjoint(SIGNED):
        facts.measure_poses(faces)
    if not compared.isdisjoint(ERRORS):
        facts = facts.with_errors(faces)
    return list(filter(_compile(query, facts), faces))


def compile_query(query: Query | str, facts: FaceFacts, filters: Filters | None = None) -> Test:
    """Return the test that ``query`` means.

    A figure that is unknown (no prediction, no turn) is neither above nor below anything.

    Raises:
        InputError: If the search is wrong, or names a saved filter that is not in ``filters``.
    """
    if isinstance(query, str):
        query = parse_query(query)
    return _compile(expand(query, filters or {}), facts)


def _compile(query: Query, facts: FaceFacts) -> Test:
    match query:
        case All(parts):
            return _all([_compile(part, facts) for part in parts])
        case Either(parts):
            return _either([_compile(part, facts) for part in parts])
        case Not(part):
            inner = _compile(part, facts)
            return lambda face: not inner(face)
        case Name():
            return _name(query)
        case Figure():
            return _figure(query, facts)
        case Is():
            return _word(query, facts)
        case Saved(name):  # pragma: no cover - `expand` puts in what it stands for
            raise AssertionError(f"@{name} was not expanded")


def _all(tests: list[Test]) -> Test:
    if not tests:
        return lambda _: True
    if len(tests) == 2:  # the usual case, in half the time
        first, second = tests
        return lambda face: first(face) and second(face)
    return lambda face: all(test(face) for test in tests)


def _either(tests: list[Test]) -> Test:
    if len(tests) == 2:
        first, second = tests
        return lambda face: first(face) or second(face)
    return lambda face: any(test(face) for test in tests)


def _name(query: Name) -> Test:
    pattern = query.text
    if query.kind is NameKind.PART:
        part = pattern.casefold()
        if "/" in part:
            return lambda face: part in face.picture.casefold()
        return lambda face: part in face.picture.rpartition("/")[2].casefold()
    if query.kind is NameKind.REGEX:
        compiled = re.compile(pattern, re.IGNORECASE)
    else:
        compiled = _glob(pattern)
    search = compiled.search
    if "/" in pattern:
        return lambda face: search(face.picture) is not None
    return lambda face: search(face.picture.rpartition("/")[2]) is not None


def _glob(pattern: str) -> re.Pattern[str]:
    """Return the pattern of a whole name, or of one without its suffix."""
    signs = {"*": ".*", "?": "."}
    body = "".join(signs.get(letter) or re.escape(letter) for letter in pattern)
    return re.compile(rf"\A(?:{body})(?:\.[^./]*)?\Z", re.IGNORECASE | re.DOTALL)


SIGNS: Mapping[str, Callable[[Any, float], Any]] = {
    "<": operator.lt,
    "<=": operator.le,
    "=": operator.eq,
    ">=": operator.ge,
    ">": operator.gt,
}
"""How a figure, or an array of them, is compared with a bound."""


def _figure(query: Figure, facts: FaceFacts) -> Test:
    compare, bound = SIGNS[query.sign], query.bound
    value = {
        "error": facts.error_percent,
        "px": facts.error_pixels,
        "doubt": facts.doubt,
        "suspicious": facts.suspicious,
        "unusual": facts.unusual,
        "yaw": facts.yaw,
        "pitch": facts.pitch,
        "roll": facts.roll,
        "missing": facts.missing,
        "faces": facts.siblings,
    }[query.key]
    if query.key in SIGNED and not query.sided:
        return lambda face: compare(abs(value(face)), bound)
    return lambda face: compare(value(face), bound)


def _word(query: Is, facts: FaceFacts) -> Test:
    match query.key:
        case "state":
            return _state(query.value, facts)
        case "reviewed":
            return _reviewed(query.value)
        case "split":
            part = "" if query.value == NONE else query.value
            return lambda face: facts.split(face.id) == part
        case "tag":
            fits = _value(query)
            if _says_none(query):
                return lambda face: not face.tags
            return lambda face: any(fits(tag) for tag in face.tags)
        case "person":
            fits = _value(query)
            if _says_none(query):
                return lambda face: not facts.person(face)
            return lambda face: fits(facts.person(face))
    return _has(query.value, facts)


def _state(value: str, facts: FaceFacts) -> Test:
    if value == UNCHECKED:
        return lambda face: face.state is not FaceState.CHECKED
    state = FaceState(value)
    if state in (FaceState.UNLABELLED, FaceState.PREDICTED):
        return lambda face: facts.state(face) is state
    return lambda face: face.state is state


def _reviewed(value: str) -> Test:
    if value in ("yes", "no"):
        wanted = value == "yes"
        return lambda face: (face.verdict is not None) is wanted
    verdict = Verdict(value)
    return lambda face: face.verdict is verdict


def _says_none(query: Is) -> bool:
    return not query.exact and query.value.casefold() == NONE


def _value(query: Is) -> Callable[[str], bool]:
    """Return the test for a whole tag or person; see `Is` for what stands for other letters."""
    if not query.exact and ("*" in query.value or "?" in query.value):
        pattern = _glob(query.value)
        return lambda text: pattern.search(text) is not None
    wanted = query.value.casefold()
    return lambda text: text.casefold() == wanted


def _has(what: str, facts: FaceFacts) -> Test:
    tests: dict[str, Test] = {
        "points": lambda face: face.landmarks is not None and face.landmarks.placed > 0,
        "box": lambda face: face.box is not None,
        "prediction": lambda face: facts.prediction(face.id) is not None,
        "correction": lambda face: (
            face.state is FaceState.CORRECTED
            or (face.landmarks is not None and face.landmarks.source is Source.PERSON)
        ),
        "problem": facts.has_problem,
        "tag": lambda face: bool(face.tags),
        "person": lambda face: bool(facts.person(face)),
    }
    return tests[what]
