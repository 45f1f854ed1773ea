"""Texts that people read, from places that know of no language but English.

The window says them in another language (`kpstudio.app.language`). For that, every text is marked
where it is written: as the first argument of `say` or `tr`, or by standing in a field of a table
that is declared as `Text`. The catalogue of a translation lists all of them.
"""

from __future__ import annotations

import contextlib
from collections.abc import Mapping, Sequence
from numbers import Integral, Real

Text = str
"""The type of a field, the texts of which are shown to people and so are translated."""


class Said(str):
    """An English text that knows what it was made of.

    Attributes:
        sentence: The whole sentence, with named places such as ``{count}``.
        values: What stands in them.
        one: The sentence for a ``count`` of one, where there is another; else "".
    """

    sentence: str
    values: Mapping[str, object]
    one: str

    def __str__(self) -> Said:
        """Return itself: so ``str(error)`` of an error raised with it can be translated, too."""
        return self


def say(sentence: str, /, **values: object) -> Said:
    """Return an English text that can be said in another language later.

    Args:
        sentence: The whole sentence, with named places (``str.format``) where there are values.
        values: What stands in them.

    Returns:
        The sentence with its values, for whoever reads no other language.
    """
    return _said(sentence, values, sentence)


def say_count(one: str, many: str, count: int, /, **values: object) -> Said:
    """Return such a text, the form of which hangs on a number.

    Args:
        one: The sentence for one.
        many: That for any other number.
        count: The number; ``{count}`` in the sentences.
        values: What stands in other places.
    """
    return _said(many, {"count": count, **values}, one if count == 1 else many, one)


def joined(parts: Sequence[str], between: str) -> Said:
    """Return texts one after the other, each of which can be said in another language later."""
    places = between.join(f"{{part{number}}}" for number in range(len(parts)))
    return say(places, **{f"part{number}": part for number, part in enumerate(parts)})


def spelt(text: str, parts: Sequence[str]) -> Said:
    """Return a text that is spelt in its own way, and said in another language by its parts."""
    said = joined(parts, " ")
    return _said(said.sentence, said.values, text)


def kept(text: str) -> object:
    """Return what `recalled` reads again, ready for JSON: what a text says, and is made of."""
    if not isinstance(text, Said):
        return str(text)
    values = {name: _plain(value) for name, value in text.values.items()}
    return {"sentence": text.sentence, "values": values, "one": text.one}


def _plain(value: object) -> object:
    if isinstance(value, Real):
        return int(value) if isinstance(value, Integral) else float(value)
    return kept(value if isinstance(value, str) else str(value))


def recalled(data: object) -> str:
    """Return the text that `kept` returned this of; "" for anything else."""
    match data:
        case str():
            return data
        case {"sentence": str(sentence), "values": dict(given), "one": str(one)}:
            values = {n: v if isinstance(v, int | float) else recalled(v) for n, v in given.items()}
            shown = one if one and values.get("count") == 1 else sentence
            with contextlib.suppress(ValueError, LookupError, TypeError, AttributeError):
                return _said(sentence, values, shown, one)
    return ""


def _said(sentence: str, values: Mapping[str, object], shown: str, one: str = "") -> Said:
    # Of an error its words: it would keep all that its traceback holds.
    values = {n: str(v) if isinstance(v, BaseException) else v for n, v in values.items()}
    said = Said(shown.format(**values) if values else shown)
    said.sentence, said.values, said.one = sentence, values, one
    return said
