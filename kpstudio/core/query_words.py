"""The words of the search language: what each means, and which values it takes."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from kpstudio.core.labelset import FaceState
from kpstudio.core.review import Verdict
from kpstudio.core.tags import NO_TAG
from kpstudio.core.texts import Text, say

UNCHECKED = "unchecked"
"""Every state but checked."""
NONE = NO_TAG
"""The value that says "has none": of tag, split and person."""


@dataclass(frozen=True)
class Word:
    """One word of the language.

    Attributes:
        does: What it finds, in a few words.
        values: What may follow the colon; empty where it is anything.
    """

    does: Text
    values: tuple[str, ...] = ()


KINDS: Mapping[str, Word] = {
    "state": Word("how far the work on it has got", (*FaceState, UNCHECKED)),
    "reviewed": Word("what a second person said about it", (*Verdict, "yes", "no")),
    "split": Word("its part in the run in use", ("train", "val", NONE)),
    "tag": Word("a tag on it"),
    "person": Word("who is shown, by the picture's name"),
    "name": Word("part of the picture's file name"),
    "has": Word(
        "what it has", ("points", "box", "prediction", "correction", "problem", "tag", "person")
    ),
}
"""Words that are followed by a colon and a value."""

FIGURES: Mapping[str, str] = {
    "error": say("error of the prediction, NME in percent"),
    "px": say("error of the prediction, mean in pixels"),
    "doubt": say(
        "how much the network's answers vary when it looks several times, in percent like the error"
    ),
    "suspicious": say(
        "how suspicious the labels look to networks that never saw them; listed from 3"
    ),
    "unusual": say("how unusual the shape of the points is; 1 is normal, 3 is rare"),
    "yaw": say("head turn in degrees, either way; with + or - to one side"),
    "pitch": say("head nod in degrees, either way; with + up, with - down"),
    "roll": say("head tilt in degrees, either way; with + to picture right, with - to the left"),
    "missing": say("number of missing points, if any"),
    "faces": say("number of faces in its picture"),
}
"""Words that are followed by <, <=, =, >= or > and a number."""

SAME = {"nme": "error"}
"""Other names of figures."""
SIGNED = ("yaw", "pitch", "roll")
"""Figures that are compared without their sign, unless the bound has one."""
ERRORS = ("error", "px")
"""Figures that tell how far the prediction of a face is off."""

FREE = ("tag", "person")
"""Words whose value is anything; after ``:=`` it is that and nothing else."""
JOINERS = ("or", "and", "not")
_QUOTED = re.compile(r'"(?:\\.|[^"\\])*"')
_HERE = re.compile(r'-*(@"[^"]*|[^\s()|"-]*:"[^"]*|"[^"]*|[^\s()|"-][^\s()|"]*)$')


def nearest(word: str, known: Iterable[str]) -> str:
    """Return "; did you mean ...?" where a known word is much like ``word``, else ""."""
    close = difflib.get_close_matches(word.casefold(), list(known), n=1)
    return say("; did you mean {word}?", word=close[0]) if close else ""


@dataclass(frozen=True)
class Completion:
    """What may stand for the word that is being typed.

    Attributes:
        start: Where that word begins; it ends at the cursor.
        words: What may stand there instead, best first.
    """

    start: int
    words: tuple[str, ...]


def complete(text: str, cursor: int, values: Callable[[str], Sequence[str]]) -> Completion:
    """Return how the word before ``cursor`` may go on.

    Args:
        text: What has been typed.
        cursor: How many letters of it stand before the cursor.
        values: Returns the values in use of "tag", "person" and "@" (the saved filters).
    """
    # What is quoted to its end is no place to go on from.
    masked = _QUOTED.sub(lambda part: "x" * len(part[0]), text[:cursor])
    found = _HERE.search(masked)
    if found is None:
        return Completion(cursor, ())
    start = found.start(1)
    typed = text[start:cursor]
    if typed.startswith("@"):
        whole = [f"@{quoted(name)}" for name in values("@")]
    elif ":" in typed:
        key = typed.partition(":")[0].casefold()
        known = KINDS[key].values if key in KINDS else ()
        given = values(key) if key in FREE else ()
        extra = (NONE,) if given else ()
        whole = [written(key, value, needs_exact(value)) for value in given]
        whole = [f"{key}:{value}" for value in known] + whole + [f"{key}:{v}" for v in extra]
    else:
        whole = [f"{key}:" for key in KINDS] + [f"{key}>" for key in FIGURES]
    words = [word for word in whole if _as_typed(word).startswith(_as_typed(typed))]
    return Completion(start, tuple(w for w in words if w != typed))


def _as_typed(word: str) -> str:
    """Return a word without what a person need not type."""
    return word.casefold().replace('"', "").replace(":=", ":")


def needs_exact(value: str) -> bool:
    """Return whether a tag or person would be taken for more than itself in a search."""
    return "*" in value or "?" in value or value.casefold() == NONE


def written(key: str, value: str, exact: bool = False) -> str:
    """Return a word with its value; ``exact`` if no letter of that stands for others."""
    return f"{key}:{'=' if exact else ''}{quoted(value)}"


def quoted(value: str) -> str:
    """Return ``value`` as it is written after a colon: in quotes where it needs them."""
    if re.fullmatch(r'[^\s()|"\\=][^\s()|"\\]*', value):
        return value
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
