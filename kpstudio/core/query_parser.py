"""Reading the search language."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from typing import NoReturn

from kpstudio.core.errors import InputError
from kpstudio.core.query import All, Either, Figure, Is, Name, NameKind, Not, Query, Saved
from kpstudio.core.query_words import FIGURES, FREE, JOINERS, KINDS, SAME, SIGNED, nearest
from kpstudio.core.texts import say

_TOKEN = re.compile(
    r"""
      (?P<sign>[()|])
    | (?P<minus>-)
    | (?P<regex>/(?:\\.|[^/\\])+/(?=[\s()|]|$))
    | (?P<head>(?i:tag|person):=|[^\s()|":]*:|@)?"(?P<quoted>(?:\\.|[^"\\])*)"
    | (?P<bare>[^\s()|"]+)
    """,
    re.VERBOSE,
)
_FIGURE = re.compile(r"([A-Za-z]+)(<=|>=|<|>|=)(.*)", re.DOTALL)
_KIND = re.compile(r"([A-Za-z]+):(.*)", re.DOTALL)
_DEEPEST = 50
_NUMBER = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d{1,3})?", re.ASCII | re.IGNORECASE)


def parse_query(text: str) -> Query:
    """Read a search.

    Raises:
        InputError: If it is wrong: the sentence names the word, and what may stand there.
    """
    return _Parser(text).query()


@dataclass(frozen=True)
class _Token:
    """A sign ("(", ")", "|", "-", "and", "") or, as ``query``, a word that is read already.

    ``typed`` is the word that was written for a sign, as "not" for "-".
    """

    text: str
    at: int
    query: Query | None = None
    typed: str = ""


class _Parser:
    def __init__(self, text: str) -> None:
        self._tokens = [*_tokens(text), _Token("", len(text))]
        self._next = 0
        self._depth = 0

    def query(self) -> Query:
        if len(self._tokens) == 1:
            return All()
        query = self._either()
        if self._here.text == ")":
            raise InputError(
                say("the bracket ) at character {at} closes nothing", at=self._here.at + 1)
            )
        return query

    @property
    def _here(self) -> _Token:
        return self._tokens[self._next]

    def _either(self) -> Query:
        parts = [self._all()]
        while self._here.text == "|":
            self._next += 1
            parts.append(self._all())
        flat = [p for part in parts for p in (part.parts if isinstance(part, Either) else [part])]
        return flat[0] if len(flat) == 1 else Either(tuple(flat))

    def _all(self) -> Query:
        parts: list[Query] = []
        while self._here.text not in ("|", ")", ""):
            if self._here.text == "and" and parts:
                self._next += 1
            parts.append(self._one())
        if not parts:
            self._nothing()
        flat = [p for part in parts for p in (part.parts if isinstance(part, All) else [part])]
        return flat[0] if len(flat) == 1 else All(tuple(flat))

    def _one(self) -> Query:
        token = self._here
        if token.query is not None:
            self._next += 1
            return token.query
        self._depth += 1
        if self._depth > _DEEPEST:
            raise InputError(
                say(
                    "more than {deepest} brackets and negations are nested",
                    deepest=_DEEPEST,
                )
            )
        inner = self._turned_or_grouped(token)
        self._depth -= 1
        return inner

    def _turned_or_grouped(self, token: _Token) -> Query:
        if token.text == "-":
            self._next += 1
            return Not(self._one())
        if token.text != "(":
            self._nothing()
        self._next += 1
        inner = self._either()
        if self._here.text != ")":
            raise InputError(say("the bracket ( at character {at} is not closed", at=token.at + 1))
        self._next += 1
        return inner

    def _nothing(self) -> NoReturn:
        before = self._tokens[self._next - 1] if self._next else self._here
        token = before if before.text in ("|", "(", "-", "and") else self._here
        sign = token.typed or token.text
        raise InputError(
            say(
                "a word is missing beside {sign} at character {at}", sign=sign, at=self._here.at + 1
            )
        )


def _tokens(text: str) -> list[_Token]:
    tokens = []
    at = 0
    while at < len(text):
        if text[at].isspace():
            at += 1
            continue
        found = _TOKEN.match(text, at)
        if found is None:
            raise InputError(say("the quote at character {at} is not closed", at=at + 1))
        tokens.append(_token(found))
        at = found.end()
    return tokens


def _token(found: re.Match[str]) -> _Token:
    at = found.start()
    sign = found["sign"] or found["minus"]
    if sign:
        return _Token(sign, at)
    if found["regex"]:
        return _Token("word", at, _regex(found["regex"][1:-1]))
    if found["quoted"] is not None:
        value = re.sub(r"\\(.)", r"\1", found["quoted"], flags=re.DOTALL)
        return _Token("word", at, _with_head(found["head"] or "", value))
    word = found["bare"]
    if word.casefold() in JOINERS:
        return _Token({"or": "|", "not": "-"}.get(word.casefold(), "and"), at, typed=word)
    return _Token("word", at, _bare(word))


def _regex(pattern: str) -> Name:
    try:
        re.compile(pattern)
    except (re.error, OverflowError) as error:
        raise InputError(
            say("the pattern /{pattern}/ is not valid: {error}", pattern=pattern, error=error)
        ) from error
    return Name(pattern, NameKind.REGEX)


def _with_head(head: str, value: str) -> Query:
    """Return what a quoted value means after ``head``: a key with its colon, "@" or nothing."""
    if head == "@":
        return Saved(_some(value, '@""', say("a saved filter has a name")))
    if head.endswith("="):
        return _exactly(head[:-2], value)
    return _kind(head[:-1], value) if head else _name(value)


def _bare(word: str) -> Query:
    if word.startswith("@"):
        return Saved(_some(word[1:], word, say("write the name of a saved filter after it")))
    if word.startswith("/"):
        raise InputError(
            say("the pattern {word} has no / at its end (write \\/ for one inside)", word=word)
        )
    figure = _FIGURE.fullmatch(word)
    if figure:
        known = SAME.get(figure[1].casefold(), figure[1].casefold()) in FIGURES
        if known or figure[1].casefold() in KINDS or figure[2] != "=":
            return _figure(word, *figure.groups())
    kind = _KIND.fullmatch(word)
    if kind:
        exact = kind[1].casefold() in FREE and kind[2].startswith("=")
        return _exactly(kind[1], kind[2][1:]) if exact else _kind(kind[1], kind[2])
    if word[0] in "<>=":
        raise InputError(say("{word!r} stands alone: write error>8, without spaces", word=word))
    return _name(word)


def _figure(word: str, key: str, sign: str, number: str) -> Figure:
    given, key = key, SAME.get(key.casefold(), key.casefold())
    if key in KINDS:
        raise InputError(
            say(
                "{word!r} does not compare a number: write {key}:{number}",
                word=word,
                key=key,
                number=number or "…",
            )
        )
    if key not in FIGURES:
        known = nearest(key, FIGURES)
        raise InputError(
            say(
                "no figure {given!r}: use {names}, or quotes for a name{known}",
                given=given,
                names=", ".join(FIGURES),
                known=known,
            )
        )
    if not _NUMBER.fullmatch(number) or not math.isfinite(float(number)):
        raise InputError(
            say("{word!r} needs a number: write {key}{sign}8", word=word, key=key, sign=sign)
        )
    return Figure(key, sign, float(number), key in SIGNED and number[0] in "+-")


def _kind(key: str, value: str) -> Query:
    given, key = key, key.casefold()
    if SAME.get(key, key) in FIGURES:
        raise InputError(
            say("{given} is a number: write {key}>{value}", given=given, key=key, value=value or 8)
        )
    if key not in KINDS:
        raise InputError(
            say(
                "there is no search word {given!r}: use {names}, or quotes for a name{kinds}",
                given=given,
                names=", ".join(f"{known}:" for known in KINDS),
                kinds=nearest(key, KINDS),
            )
        )
    if key == "name":
        return _name(_some(value, "name:", say("write part of a file name after it")))
    known = KINDS[key].values
    if not known:
        return Is(key, _some(value, f"{key}:", say("write one after it, or {key}:none", key=key)))
    if value.casefold() not in known:
        close = nearest(value, known)
        raise InputError(
            say(
                "there is no {key} {value!r}: use {names}{close}",
                key=key,
                value=value,
                names=", ".join(known),
                close=close,
            )
        )
    return Is(key, value.casefold())


def _exactly(key: str, value: str) -> Is:
    key = key.casefold()
    return Is(key, _some(value, f"{key}:=", say("write one after it")), exact=True)


def _name(text: str) -> Name:
    if not text:
        raise InputError(say('the quotes "" are empty: write part of a file name in them'))
    return Name(text, NameKind.GLOB if re.search(r"[*?]", text) else NameKind.PART)


def _some(value: str, word: str, why: str) -> str:
    if not value.strip():
        raise InputError(say("{word!r} is incomplete: {why}", word=word, why=why))
    return value
