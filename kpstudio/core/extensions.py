"""What other packages bring: found by entry point, loaded when it is used, held off where it fails.

Each kind has a group of entry points, such as "kpstudio.networks" (docs/EXTENDING.md). Wherever a
choice of one is kept it reads "package:name": a run whose package is missing says which one it is.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from functools import cache
from importlib.metadata import EntryPoint, EntryPoints, entry_points
from typing import Any, cast

from kpstudio.core.errors import InputError
from kpstudio.core.texts import say

log = logging.getLogger(__name__)


class Kind(StrEnum):
    """What can come from another package, as it is called in sentences."""

    FORMAT = "format"
    NETWORK = "network"
    LOSS = "loss"
    DETECTOR = "face detector"
    RANKING = "ranking"

    @property
    def group(self) -> str:
        """The group of the kind's entry points."""
        return f"kpstudio.{'losses' if self is Kind.LOSS else f'{self.split()[-1]}s'}"

    @property
    def said(self) -> str:
        """It as a sentence has it, which can be said in another language later."""
        return _SAID[self]


_SAID = {
    Kind.FORMAT: say("format"),
    Kind.NETWORK: say("network"),
    Kind.LOSS: say("loss"),
    Kind.DETECTOR: say("face detector"),
    Kind.RANKING: say("ranking"),
}


def entries(kind: Kind) -> list[EntryPoint]:
    """Return the entry points of a kind, in the order of their names."""
    return sorted(_all().select(group=kind.group))


@cache
def _all() -> EntryPoints:
    # It looks into every installed package, so once for all kinds.
    found: EntryPoints = cast(Any, entry_points())  # Python 3.11 has another class, used alike
    return found


def names(kind: Kind) -> tuple[str, ...]:
    """Return what packages bring of a kind, each as "package:name"."""
    return tuple(_by_name(kind))


@cache
def _by_name(kind: Kind) -> dict[str, EntryPoint]:
    return {
        f"{_normalised(entry.dist.name)}:{entry.name}": entry
        for entry in entries(kind)
        if entry.dist is not None
    }


def _normalised(package: str) -> str:
    """Return a package's name as indexes have it: installers write it in several ways."""
    return re.sub(r"[-_.]+", "-", package).lower()


def forget() -> None:
    """Look anew for what packages bring, when it is next asked for."""
    _all.cache_clear()
    _by_name.cache_clear()


def is_foreign(name: str) -> bool:
    """Return whether a name is of something that a package brings."""
    return ":" in name


def title(name: str) -> str:
    """Return "tiny (faces-extra)" for "faces-extra:tiny"; other names as they are."""
    package, _, own = name.rpartition(":")
    return f"{own.replace('_', ' ')} ({package})" if package else name


def word(name: str) -> str:
    """Return "tiny" for "faces-extra:tiny", of letters, digits and underscores alone."""
    return re.sub(r"\W+", "_", name.rpartition(":")[2])


def require(kind: Kind, name: str) -> None:
    """Check that the package that brings ``name`` is installed.

    Raises:
        InputError: If not; the sentence names the package.
    """
    if name in _by_name(kind):
        return
    package, _, own = name.rpartition(":")
    if not package:
        there = ", ".join(names(kind)) or say("no installed package offers one")
        raise InputError(
            say(
                "there is no {kind} called {name!r}: {there}",
                kind=kind.said,
                name=name,
                there=there,
            )
        )
    raise InputError(
        say(
            "the {kind} {own!r} comes from the package {package!r}, which is not installed or no "
            "longer has it: install that package beside kpstudio",
            kind=kind.said,
            own=own,
            package=package,
        )
    )


def load(kind: Kind, name: str) -> Any:
    """Return what ``name``, as `names` has it, stands for.

    Raises:
        InputError: If its package is missing, or it cannot be loaded.
    """
    require(kind, name)
    with held_off(kind, name):
        return _by_name(kind)[name].load()


@contextmanager
def held_off(kind: Kind, name: str) -> Iterator[None]:
    """Turn what another package's code raises inside the block into one sentence.

    Raises:
        InputError: In its place. Want of memory is nobody's fault, and raised as it is.
    """
    try:
        yield
    except (InputError, MemoryError):
        raise
    except Exception as error:
        log.info("the %s %s failed", kind, name, exc_info=True)
        package, _, own = name.rpartition(":")
        raise InputError(
            say(
                "the {kind} {own!r} of the package {package!r} failed: {error}; tell its author, "
                "or choose another {kind}",
                kind=kind.said,
                own=own,
                package=package,
                error=why(error),
            )
        ) from error


def why(error: Exception) -> str:
    """Return what another package's error says, or its kind where it says nothing."""
    return str(error) or type(error).__name__
