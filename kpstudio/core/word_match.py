"""How well a few typed letters fit a text: what a person looks for in a long list by name."""

from __future__ import annotations

import re

_WORD = re.compile(r"\w+")


def fit_of(typed: str, text: str, scattered: bool = True) -> float | None:
    """Return how well ``typed`` fits ``text``: the higher the better, None where it does not.

    Every word that was typed must be found, whatever the case: best as the beginning of a word,
    then inside one, then, if ``scattered``, as letters that follow one another with gaps ("thm" in
    "theme"). Among equals the shorter text fits better.
    """
    lower = text.lower()
    beginnings = [match.start() for match in _WORD.finditer(lower)]
    total = 0.0
    for word in typed.lower().split():
        found = _fit_of_word(word, lower, beginnings, scattered)
        if found is None:
            return None
        total += found
    return total - len(text) / 1000


def _fit_of_word(word: str, text: str, beginnings: list[int], scattered: bool) -> float | None:
    for place, start in enumerate(beginnings):
        if text.startswith(word, start):
            return 3.0 - min(place, 9) / 10
    if word in text:
        return 1.5
    return 1.0 if scattered and _scattered(word, text, beginnings) else None


def _scattered(word: str, text: str, beginnings: list[int]) -> bool:
    """Whether the letters of ``word`` follow in ``text``, the first of them beginning a word."""
    for start in beginnings:
        at = start
        if text[at] != word[0]:
            continue
        for letter in word[1:]:
            at = text.find(letter, at + 1)
            if at < 0:
                break
        else:
            return True
    return False
