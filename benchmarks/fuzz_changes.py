"""Changes to files that a reader takes: of bytes, of words, and of what stands around them."""

from __future__ import annotations

import random
import re
from collections.abc import Callable

_WORDS = re.compile(rb"[-+]?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?|\"[^\"]*\"|true|false|null|[A-Za-z_]+")
_TOKENS = [
    *(b"nan", b"NaN", b"inf", b"-Infinity", b"1e999", b"-0", b"0", b"-1", b"1e308", b"9" * 400),
    *(b"1" + b"0" * 30, b"null", b"true", b"[]", b"{}", b'""', b"[[[[", b"\xc2\xb2", b"\xd9\xa3"),
    *(b"2147483648", b"18446744073709551616", b"1_000", b"1,5", b"0x10", b"../../../etc/passwd"),
    *(b'"\\ud800"', b"\\\\host\\share\\a.png", b"/dev/zero", b"\0", b"\xff", b"\n", b"\r", b"\t"),
    *(b"&lol;", b"<", b">", b"]]>", b"<!--", b"\xef\xbb\xbf", b"}" * 5, b"]" * 5, b'"', b"'"),
    *(b" ", b";", b",", b"%s", b"face.png", b"face"),
    b"<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]>",
]
_ENCODINGS = ("utf-16", "utf-16-be", "utf-8-sig", "latin-1", "cp037")


def changed(data: bytes, chance: random.Random, most: int = 1 << 16) -> bytes:
    """Return ``data`` with one to four changes, at most ``most`` bytes long."""
    for _ in range(chance.choice([1, 1, 1, 2, 4])):
        data = chance.choice(_CHANGES)(data, chance)[:most]
    return data


def _flip(data: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(data) + 1)
    return data[:at] + bytes([chance.randrange(256)]) + data[at + 1 :]


def _cut(data: bytes, chance: random.Random) -> bytes:
    at, end = sorted(chance.randrange(len(data) + 1) for _ in "ab")
    return data[:at] + data[end:] if chance.randrange(2) else data[:at]


def _again(data: bytes, chance: random.Random) -> bytes:
    at, end = sorted(chance.randrange(len(data) + 1) for _ in "ab")
    return data[:end] + data[at:end] * chance.choice([1, 1, 2, 30]) + data[end:]


def _token(data: bytes, chance: random.Random) -> bytes:
    """Put something else for a number, a text or a name."""
    words = list(_WORDS.finditer(data[: 1 << 14]))
    if not words:
        return chance.choice(_TOKENS) + data
    word = chance.choice(words)
    return data[: word.start()] + chance.choice(_TOKENS) + data[word.end() :]


def _swap(data: bytes, chance: random.Random) -> bytes:
    """Put one word of the file for another: keys change places, and numbers become texts."""
    words = list(_WORDS.finditer(data[: 1 << 14]))
    if len(words) < 2:
        return data
    one, other = chance.sample(words, 2)
    return data[: one.start()] + other[0] + data[one.end() :]


def _nested(data: bytes, chance: random.Random) -> bytes:
    words = list(_WORDS.finditer(data[: 1 << 14]))
    depth = chance.choice([3, 70, 1200])
    inside = chance.choice([(b"[", b"]"), (b'{"a":', b"}"), (b"<a>", b"</a>")])
    at, end = chance.choice(words).span() if words else (0, 0)
    return data[:at] + inside[0] * depth + data[at:end] + inside[1] * depth + data[end:]


def _encoded(data: bytes, chance: random.Random) -> bytes:
    text = data.decode("utf-8", "replace")
    return text.encode(
        chance.choice(["utf-16", "utf-16-be", "utf-8-sig", "latin-1", "cp037"]), "replace"
    )


_CHANGES: tuple[Callable[[bytes, random.Random], bytes], ...] = (
    *(_flip, _cut, _again, _nested, _encoded),
    *(_token, _token, _token, _swap, _swap),
)
