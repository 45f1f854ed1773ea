"""What people type for a training's settings, and how settings are written for them."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence

from kpstudio.app.language import numeral, tr, tr_count, translated
from kpstudio.core.errors import InputError
from kpstudio.core.schema import PointSchema
from kpstudio.core.schemes.names import in_words
from kpstudio.core.ticks import Rate


def points_in_words(points: tuple[int, ...], scheme: PointSchema) -> str:
    """Return what ``points`` are: "all 58 points", "mouth, 8 points,", "nose tip", "3 points"."""
    count = len(points)
    if count == scheme.count:
        return tr("all {count} points", count=count)
    for name, group in scheme.groups.items():
        if tuple(sorted(group)) == points:
            name = translated(in_words(name))
            return name if count == 1 else tr("{name}, {count} points,", name=name, count=count)
    if count == 1:
        return translated(scheme.called(points[0]))
    return tr_count("1 point", "{count} points", count)


def parse_rate(text: str) -> float:
    """Return a learning rate such as "1e-3" or "0,001".

    Raises:
        InputError: If it is no number above 0 and up to 10.
    """
    try:
        rate = float(text.replace(",", "."))
    except ValueError:
        rate = math.nan
    if not 0.0 < rate <= 10.0:
        raise InputError(
            tr("learning rate {text!r} is not a number between 0 and 10: try 1e-3", text=text)
        )
    return rate


def rate_text(rate: float) -> str:
    """Return a learning rate as people write it: 1e-3, 0.5."""
    return numeral(f"{Rate(rate)}")


def values_text(values: str) -> str:
    """Return values with commas between them as `values_of` reads them.

    Where the language writes 0,1 they have semicolons between them: "0,1; 0,3".
    """
    if not _comma_is_decimal():
        return values
    return re.sub(r"(?<=\d)\.(?=\d)", ",", values.replace(",", ";"))


def values_of(text: str) -> str:
    """Return typed values with commas between them and points in their numbers, as `varied` reads.

    Where the language writes 0,1, a comma between two digits belongs to a number.
    """
    if not _comma_is_decimal():
        return text
    return re.sub(r"(?<=\d),(?=\d)", ".", text).replace(";", ",")


def _comma_is_decimal() -> bool:
    return numeral(".") == ","


def parse_share(text: str, what: str) -> float:
    """Return a number from 0 to 1, such as "0.01" or "5e-4".

    Raises:
        InputError: If it is none; it names ``what``.
    """
    try:
        share = float(text.replace(",", "."))
    except ValueError:
        share = math.nan
    if not 0.0 <= share <= 1.0:
        raise InputError(
            tr("{what} {text!r} is not a number from 0 to 1: try 0.01", what=what, text=text)
        )
    return share


def parse_seed(text: str) -> int:
    """Return a seed.

    Raises:
        InputError: If it is no whole number from 0 on.
    """
    if not (text.isascii() and text.isdigit()) or int(text) >= 2**63:
        raise InputError(tr("seed {text!r} is not a whole number of 0 or more: try 0", text=text))
    return int(text)


def shown_name(name: str) -> str:
    """Return "all", or the name of a group or point, in the language of the window."""
    return tr("all") if name == "all" else translated(in_words(name))


def points_of(text: str, scheme: PointSchema) -> tuple[int, ...]:
    """Return the points that a text means: "all", a group, a point, numbers.

    Names are those of the scheme, or the same in the language of the window.

    Raises:
        InputError: If it means none.
    """
    names = ("all", *scheme.points, *scheme.groups)
    meant = {shown_name(name).casefold(): name for name in names} | {name: name for name in names}
    parts = (part.strip() for part in text.split(","))
    return scheme.choose(", ".join(meant.get(p, meant.get(p.casefold(), p)) for p in parts))


def points_text(points: Sequence[int], scheme: PointSchema | None) -> str:
    """Return points as `points_of` reads them: "all", a group by its own name, or ranges."""
    chosen = tuple(points)
    if scheme is not None:
        if chosen == tuple(range(scheme.count)):
            return "all"
        for name, group in scheme.groups.items():
            if tuple(sorted(group)) == chosen:
                return name
    parts: list[list[int]] = []
    for k in chosen:
        if parts and k == parts[-1][1] + 1:
            parts[-1][1] = k
        else:
            parts.append([k, k])
    return ", ".join(f"{first}-{last}" if last > first else f"{first}" for first, last in parts)
