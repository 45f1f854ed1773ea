"""Saved filters: searches with a name, which a project keeps and other searches may use.

They are kept under the project's setting `SETTING` as an object from name to search.
"""

from __future__ import annotations

from collections.abc import Mapping

from kpstudio.core.errors import InputError
from kpstudio.core.query import All, Either, Not, Query, Saved, leaves
from kpstudio.core.query_parser import parse_query
from kpstudio.core.query_words import nearest, quoted
from kpstudio.core.texts import say

SETTING = "filters"
"""Key of the project's setting."""
_LONGEST = 60

Filters = Mapping[str, str]
"""Name of a saved filter -> what it searches."""


def clean_name(text: str) -> str:
    """Return a filter's name as it is kept: its words with one space between them.

    Raises:
        InputError: If nothing is left, or it is too long or has quotes in it.
    """
    name = " ".join(text.split()).removeprefix("@")
    if not name or len(name) > _LONGEST or '"' in name or not name.isprintable():
        raise InputError(
            say(
                "a filter name has 1 to {longest} letters and no quotes: try hard",
                longest=_LONGEST,
            )
        )
    return name


def expand(query: Query, filters: Filters) -> Query:
    """Return ``query`` with every saved filter in it replaced by what that searches.

    Raises:
        InputError: If there is none of that name, one is broken, or one asks for itself.
    """
    return _expand(query, filters, ())


def _expand(query: Query, filters: Filters, within: tuple[str, ...]) -> Query:
    match query:
        case All(parts):
            return All(tuple(_expand(part, filters, within) for part in parts))
        case Either(parts):
            return Either(tuple(_expand(part, filters, within) for part in parts))
        case Not(part):
            return Not(_expand(part, filters, within))
        case Saved(name):
            known = _known(name, filters)
            if known in within:
                way = " → ".join(f"@{quoted(step)}" for step in (*within, known))
                raise InputError(say("the filter refers to itself: {way}", way=way))
            try:
                inner = parse_query(filters[known])
            except InputError as error:
                raise InputError(
                    say("in @{known}: {error}", known=quoted(known), error=error)
                ) from error
            return _expand(inner, filters, (*within, known))
        case _:
            return query


def _known(name: str, filters: Filters) -> str:
    for known in filters:
        if known.casefold() == name.casefold():
            return known
    there = ", ".join(f"@{quoted(known)}" for known in filters)
    close = nearest(name, filters)
    raise InputError(
        say(
            "there is no filter @{name} here: use {there}{close}",
            name=quoted(name),
            there=there,
            close=close,
        )
        if there
        else say("there is no filter @{name}: none has been saved here yet", name=quoted(name))
    )


def with_filter(filters: Filters, name: str, text: str) -> dict[str, str]:
    """Return ``filters`` with the search ``text`` under ``name``, in place of one called so.

    Raises:
        InputError: If it is no name, or the search is empty, broken, or would ask for itself.
    """
    name = clean_name(name)
    if not text.strip():
        raise InputError(say("the search is empty: type one, then save it"))
    others = {k: v for k, v in filters.items() if k.casefold() != name.casefold()}
    changed = {**others, name: text.strip()}
    expand(Saved(name), changed)
    return changed


def renamed(filters: Filters, old: str, new: str) -> dict[str, str]:
    """Return ``filters`` with ``old`` called ``new``, in the other searches too.

    Raises:
        InputError: If it is no name, or another filter has it.
    """
    new = clean_name(new)
    if any(k.casefold() == new.casefold() and k != old for k in filters):
        raise InputError(
            say("another filter is already called {new}: choose another name", new=new)
        )
    changed = {}
    for name, text in filters.items():
        uses = name in users_of(filters, old)
        changed[new if name == old else name] = (
            str(_renamed(parse_query(text), old, new)) if uses else text
        )
    return changed


def users_of(filters: Filters, name: str) -> list[str]:
    """Return the filters whose search uses the filter ``name``."""
    return [user for user, text in filters.items() if _uses(text, name)]


def without(filters: Filters, name: str) -> dict[str, str]:
    """Return ``filters`` without ``name``.

    Raises:
        InputError: If another filter uses it.
    """
    users = users_of(filters, name)
    if users:
        raise InputError(
            say(
                "@{users} uses @{name}: change or delete @{users} first",
                users=quoted(users[0]),
                name=quoted(name),
            )
        )
    return {k: v for k, v in filters.items() if k != name}


def _uses(text: str, name: str) -> bool:
    try:
        words = list(leaves(parse_query(text)))
    except InputError:
        return False
    return any(isinstance(w, Saved) and w.name.casefold() == name.casefold() for w in words)


def _renamed(query: Query, old: str, new: str) -> Query:
    match query:
        case All(parts):
            return All(tuple(_renamed(part, old, new) for part in parts))
        case Either(parts):
            return Either(tuple(_renamed(part, old, new) for part in parts))
        case Not(part):
            return Not(_renamed(part, old, new))
        case Saved(name) if name.casefold() == old.casefold():
            return Saved(new)
        case _:
            return query
