"""The public sets: what each holds, on which terms, where it lies. Nothing here is fetched."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from kpstudio import resources
from kpstudio.core.errors import InputError
from kpstudio.core.texts import say

VARIABLE = "KPSTUDIO_CATALOGUE"
"""The environment variable that names another catalogue: that of a lab with a mirror."""

NOT_STATED = say("not stated")
UNENCRYPTED = say(
    "{hosts} is reached without encryption (http): the download could be altered on its way."
)

_NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,39}")
_FILE_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._+-]{0,119}")
_SHA256 = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True)
class PublicFile:
    """One file of a set.

    Attributes:
        name: Its name on disk.
        addresses: Where it lies, to be tried in order; none where a person must fetch it.
        size: Bytes, or None where not known.
        sha256: Hex digits, or None where not known.
    """

    name: str
    addresses: tuple[str, ...]
    size: int | None
    sha256: str | None


@dataclass(frozen=True)
class PublicSet:
    """One set; None is what its authors do not state.

    Attributes:
        name: What to call it on the command line.
        title: Its name.
        holds: What it is, in a sentence.
        pictures: Number of pictures.
        faces: Number of labelled faces.
        points: Points of each face.
        scheme: Which points.
        format: The format of its labels, by kpstudio's name.
        licence: In a few words.
        terms: What may be done with it, in our own words.
        terms_link: Where the authors state the terms.
        citation: What to cite.
        home: Its page.
        size: How much is fetched, in words, where no file states its bytes.
        by_hand: What a person has to do where not all files have an address.
        note: What to know before opening it.
        files: What it is made of.
    """

    name: str
    title: str
    holds: str
    pictures: int | None
    faces: int | None
    points: int | None
    scheme: str | None
    format: str | None
    licence: str | None
    terms: str
    terms_link: str | None
    citation: str | None
    home: str
    size: str | None
    by_hand: str | None
    note: str | None
    files: tuple[PublicFile, ...]

    @property
    def fetched_by_hand(self) -> tuple[PublicFile, ...]:
        """The files that a person must fetch."""
        return tuple(file for file in self.files if not file.addresses)

    @property
    def size_words(self) -> str:
        """How much is fetched: "28.0 MB", "about 1.7 GB", "not stated"."""
        sizes = [file.size for file in self.files]
        if all(size is not None for size in sizes):
            return size_words(sum(size for size in sizes if size is not None))
        return self.size or NOT_STATED

    @property
    def unencrypted(self) -> tuple[str, ...]:
        """The hosts that would be asked without encryption."""
        addresses = (urlsplit(one) for file in self.files for one in file.addresses)
        return tuple(dict.fromkeys(a.hostname or "" for a in addresses if a.scheme == "http"))


def size_words(count: int) -> str:
    """Return a number of bytes as people say it: "812 bytes", "28.0 MB", "1.7 GB"."""
    size = float(count)
    if count < 1000:
        return say("{count} bytes", count=count)
    for unit in ("kB", "MB", "GB"):  # noqa: B007 - the last one is what counts
        size /= 1000
        if size < 1000:
            break
    return say("{size:,.1f} {unit}", size=size, unit=unit)


def read_catalogue(path: Path | None = None) -> tuple[PublicSet, ...]:
    """Return the sets of the catalogue.

    Args:
        path: A catalogue; by default that which `VARIABLE` names, else kpstudio's own.

    Raises:
        InputError: If it cannot be read, or says what cannot be.
    """
    if path is None and os.environ.get(VARIABLE):
        path = Path(os.environ[VARIABLE])
    where = say("kpstudio's own catalogue") if path is None else str(path)
    try:
        if path is None:
            data = resources.read_json("public/catalogue.json")
        else:
            data = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise InputError(
            say(
                "the catalogue {where} cannot be read ({error}): see {variable}",
                where=where,
                error=error.strerror or error,
                variable=VARIABLE,
            )
        ) from error
    except (ValueError, RecursionError) as error:
        raise InputError(
            say("the catalogue {where} is not JSON: {error}", where=where, error=error)
        ) from error
    return _Reader(where).sets(data)


def set_named(name: str, sets: Sequence[PublicSet]) -> PublicSet:
    """Return the set of that name.

    Raises:
        InputError: If there is none.
    """
    for found in sets:
        if found.name == name:
            return found
    names = ", ".join(one.name for one in sets)
    raise InputError(
        say(
            "the catalogue has no public set {name!r}: it has {names}",
            name=name,
            names=names,
        )
    )


class _Reader:
    """Takes a catalogue apart; says where in it a mistake is."""

    def __init__(self, where: str) -> None:
        self._where = where

    def sets(self, data: Any) -> tuple[PublicSet, ...]:
        entries = data.get("sets") if isinstance(data, dict) else None
        if not isinstance(entries, list):
            raise InputError(
                say('{where}: a catalogue is an object with a list "sets"', where=self._where)
            )
        found = tuple(
            self._set(entry, say("set {number}", number=number))
            for number, entry in enumerate(entries, 1)
        )
        names = [one.name for one in found]
        for name in names:
            if names.count(name) > 1:
                raise self._wrong(say("set {name}", name=name), say("its name occurs twice"))
        return found

    def _set(self, entry: Any, place: str) -> PublicSet:
        self._expect(entry, PublicSet, place)
        name = self._match(entry, "name", _NAME, place)
        place = say("set {name}", name=name)
        files = entry["files"]
        if not isinstance(files, list) or not files:
            raise self._wrong(place, say('"files" must be a list of at least one file'))
        parts = tuple(
            self._file(part, say("{place}, file {number}", place=place, number=n))
            for n, part in enumerate(files, 1)
        )
        if len({part.name.lower() for part in parts}) < len(parts):
            raise self._wrong(place, say("two of its files have the same name"))
        by_hand = self._text(entry, "by_hand", place)
        if bool(by_hand) == all(part.addresses for part in parts):
            raise self._wrong(place, say('"by_hand" is for sets with a file without addresses'))
        return PublicSet(
            name=name,
            title=self._needed(entry, "title", place),
            holds=self._needed(entry, "holds", place),
            pictures=self._count(entry, "pictures", place),
            faces=self._count(entry, "faces", place),
            points=self._count(entry, "points", place),
            scheme=self._text(entry, "scheme", place),
            format=self._text(entry, "format", place),
            licence=self._text(entry, "licence", place),
            terms=self._needed(entry, "terms", place),
            terms_link=self._link(entry["terms_link"], place),
            citation=self._text(entry, "citation", place),
            home=self._link(self._needed(entry, "home", place), place) or "",
            size=self._text(entry, "size", place),
            by_hand=by_hand,
            note=self._text(entry, "note", place),
            files=parts,
        )

    def _file(self, entry: Any, place: str) -> PublicFile:
        self._expect(entry, PublicFile, place)
        addresses = entry["addresses"]
        if not isinstance(addresses, list):
            raise self._wrong(place, say('"addresses" must be a list'))
        links = tuple(self._link(address, place) or "" for address in addresses)
        if not all(links):
            raise self._wrong(place, say("an address is missing"))
        sha256 = entry["sha256"] and self._match(entry, "sha256", _SHA256, place)
        name = self._match(entry, "name", _FILE_NAME, place)
        return PublicFile(name, links, self._count(entry, "size", place), sha256 or None)

    def _expect(self, entry: Any, kind: type, place: str) -> None:
        if not isinstance(entry, dict):
            raise self._wrong(place, say("must be an object"))
        known = set(kind.__dataclass_fields__)  # type: ignore[attr-defined]
        if missing := sorted(known - set(entry)):
            raise self._wrong(
                place, say('"{key}" is missing (null means not stated)', key=missing[0])
            )
        if unknown := sorted(set(entry) - known):
            raise self._wrong(place, say('"{key}" is not a field of a catalogue', key=unknown[0]))

    def _text(self, entry: Mapping[str, Any], key: str, place: str) -> str | None:
        value = entry[key]
        if value is None:
            return None
        if not isinstance(value, str) or not value.strip():
            raise self._wrong(place, say('"{key}" must be a text or null', key=key))
        return say(value)

    def _needed(self, entry: Mapping[str, Any], key: str, place: str) -> str:
        value = self._text(entry, key, place)
        if value is None:
            raise self._wrong(place, say('"{key}" is required', key=key))
        return value

    def _match(
        self, entry: Mapping[str, Any], key: str, pattern: re.Pattern[str], place: str
    ) -> str:
        value = entry[key]
        if not isinstance(value, str) or not pattern.fullmatch(value):
            raise self._wrong(place, say('"{key}" cannot be {value!r}', key=key, value=value))
        return value

    def _count(self, entry: Mapping[str, Any], key: str, place: str) -> int | None:
        value = entry[key]
        if value is not None and (type(value) is not int or value < 1):
            raise self._wrong(place, say('"{key}" must be a whole number from 1, or null', key=key))
        return value

    def _link(self, value: Any, place: str) -> str | None:
        if value is None:
            return None
        problem = why_no_address(value)
        if problem:
            raise self._wrong(place, problem)
        return str(value)

    def _wrong(self, place: str, what: str) -> InputError:
        return InputError(
            say("{where}, {place}: {what}", where=self._where, place=place, what=what)
        )


def why_no_address(address: Any) -> str:
    """Return why something cannot be fetched from ``address``, or "" if it can."""
    try:
        parts = urlsplit(address) if isinstance(address, str) else None
        host = parts.hostname if parts else None
        _ = parts.port if parts else None  # raises for what is no number
    except ValueError:
        host = None
        parts = None
    if parts is None or parts.scheme not in ("http", "https") or not host:
        return say("{address!r} is not an http or https address", address=address)
    if parts.username or parts.password:
        return say("the address of {host} contains a user name or password", host=host)
    if any(ord(letter) <= 32 or ord(letter) == 127 for letter in address):
        return say("the address of {host} contains a space or control character", host=host)
    return ""
