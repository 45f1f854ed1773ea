"""What a search asks for: a tree of words, which can be written down and read back.

`parse_query` (`kpstudio.core.query_parser`) reads one, `compile_query` (`kpstudio.core.matching`)
makes a test for faces of it. ``str(query)`` is text that means the same; docs/SEARCH.md has the
language.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from kpstudio.core.query_words import (
    FIGURES,
    JOINERS,
    KINDS,
    SAME,
    needs_exact,
    quoted,
    written,
)


@dataclass(frozen=True)
class All:
    """Everything in it must hold; an empty one always holds."""

    parts: tuple[Query, ...] = ()

    def __str__(self) -> str:
        return " ".join(_inner(part, Either) for part in self.parts)


@dataclass(frozen=True)
class Either:
    """One of its parts must hold."""

    parts: tuple[Query, ...]

    def __str__(self) -> str:
        return " | ".join(str(part) for part in self.parts)


@dataclass(frozen=True)
class Not:
    """Its part must not hold."""

    part: Query

    def __str__(self) -> str:
        return f"-{_inner(self.part, Either, All)}"


class NameKind(StrEnum):
    """How a picture's name is compared."""

    PART = "part"
    GLOB = "glob"
    REGEX = "regex"


@dataclass(frozen=True)
class Name:
    """The picture's file name, or its path from the root where ``text`` has a "/".

    Attributes:
        text: A part of it, a glob of the whole (with * and ?), or a regular expression.
        kind: Which of them.
    """

    text: str
    kind: NameKind = NameKind.PART

    def __str__(self) -> str:
        if self.kind is NameKind.REGEX:
            return f"/{self.text}/"
        return self.text if _is_plain(self.text) else _in_quotes(self.text)


@dataclass(frozen=True)
class Is:
    """A word with a value, such as ``state:checked``.

    Attributes:
        key: One of `KINDS`.
        value: What follows it; of a tag or person with * and ? standing for any letters.
        exact: Whether a tag or person is meant letter by letter: ``tag:=a*``.
    """

    key: str
    value: str
    exact: bool = False

    def __str__(self) -> str:
        return written(self.key, self.value, self.exact)


def naming(key: str, value: str) -> Is:
    """Return the search for a tag or person that is called just ``value``."""
    return Is(key, value, needs_exact(value))


@dataclass(frozen=True)
class Figure:
    """A comparison, such as ``error>8``.

    Attributes:
        key: One of `FIGURES`.
        sign: One of <, <=, =, >=, >.
        bound: In the figure's unit.
        sided: Whether the figure counts with its sign: ``yaw>+20``.
    """

    key: str
    sign: str
    bound: float
    sided: bool = False

    def __str__(self) -> str:
        number = repr(self.bound).removesuffix(".0")
        plus = "+" if self.sided and not number.startswith("-") else ""
        return f"{self.key}{self.sign}{plus}{number}"


@dataclass(frozen=True)
class Saved:
    """The faces of a saved filter."""

    name: str

    def __str__(self) -> str:
        return f"@{quoted(self.name)}"


Query = All | Either | Not | Name | Is | Figure | Saved


def leaves(query: Query) -> Iterator[Name | Is | Figure | Saved]:
    """Yield the words of a query, from left to right."""
    match query:
        case All(parts) | Either(parts):
            for part in parts:
                yield from leaves(part)
        case Not(part):
            yield from leaves(part)
        case _:
            yield query


def needs_errors(query: Query) -> str:
    """Return the first word of a query that compares the error of a prediction, or ""."""
    for word in leaves(query):
        match word:
            case Figure("error" | "px"):
                return str(word)
    return ""


def _inner(query: Query, *in_brackets: type) -> str:
    return f"({query})" if isinstance(query, in_brackets) else str(query)


def _in_quotes(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _is_plain(text: str) -> bool:
    """Return whether a bare ``text`` is read as a name and as nothing else."""
    if quoted(text) != text or text[0] in "-@/<>=" or text.casefold() in JOINERS:
        return False
    word = re.match(r"([A-Za-z]+)[:<>=]", text)
    return word is None or ("=" in word[0] and word[1].casefold() not in (*KINDS, *FIGURES, *SAME))
