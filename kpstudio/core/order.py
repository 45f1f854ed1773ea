"""The order in which people expect names: "frame9" before "frame10"."""

from __future__ import annotations

import re

_NUMBER = re.compile(r"\d{1,999}")


def natural_key(name: str) -> str:
    """Return a key that sorts names as people count, whatever their case; the suffix counts last.

    Names of one key ("a01", "A1") need another to tell them apart. One string compares many times
    faster than a list of words and numbers, which counts where a folder holds 100,000 names.
    """
    stem, dot, suffix = name.casefold().rpartition(".")
    return _NUMBER.sub(_counted, f"{stem}\0{suffix}" if stem else f"{dot}{suffix}")


def _counted(found: re.Match[str]) -> str:
    # A number with more digits is the larger one, so its length goes ahead.
    digits = found[0] if found[0].isascii() else str(int(found[0]))
    digits = digits.lstrip("0")
    return chr(1 + len(digits)) + digits
