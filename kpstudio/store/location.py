"""Where the project of a folder lies: inside it, or in the user's own folder."""

from __future__ import annotations

import hashlib
import os
import tempfile
from dataclasses import dataclass
from pathlib import Path

import platformdirs

from kpstudio.core.errors import InputError
from kpstudio.core.texts import say
from kpstudio.io.opening import DATABASE as DATABASE  # others ask here where a project lies
from kpstudio.io.opening import PROJECT_FOLDER


@dataclass(frozen=True)
class Location:
    """Where a project lies.

    Attributes:
        folder: Holds the database and the runs.
        elsewhere: The other place where a project of the same pictures could lie.
        note: Why it does not lie with the pictures, for the person; else "".
    """

    folder: Path
    elsewhere: Path
    note: str = ""

    @property
    def database(self) -> Path:
        """The project database."""
        return self.folder / DATABASE


def user_place(folder: Path) -> Path:
    """Return the place in the user's data folder for a picture folder that cannot be written."""
    data = Path(platformdirs.user_data_dir("kpstudio", appauthor=False))
    return data / "projects" / _named_after(folder)


def index_place(folder: Path) -> Path:
    """Return where the index of a folder lies, in the user's cache; makes nothing."""
    cache = Path(platformdirs.user_cache_dir("kpstudio", appauthor=False))
    return cache / "folders" / _named_after(folder)


def _named_after(folder: Path) -> str:
    whole = folder.resolve()
    digest = hashlib.sha256(os.fsencode(os.path.normcase(whole))).hexdigest()[:12]
    return f"{whole.name or 'drive'}-{digest}"


def for_writing(folder: Path) -> Location:
    """Return where the project of ``folder`` is to be written, made if need be.

    Raises:
        InputError: If neither place can be written.
    """
    if not folder.is_dir():
        raise InputError(
            say("{folder} is not a folder: open one that contains pictures", folder=folder)
        )
    inside, outside = folder / PROJECT_FOLDER, user_place(folder)
    reason = _why_not_writable(inside)
    if reason is None:
        return Location(inside, outside)
    outside_reason = _why_not_writable(outside)
    if outside_reason is not None:
        raise InputError(
            say(
                "neither {inside} ({reason}) nor {outside} ({outside_reason}) can be written: "
                "free some space, or allow writing in one of them",
                inside=inside,
                reason=reason,
                outside=outside,
                outside_reason=outside_reason,
            )
        )
    note = say(
        "{folder} cannot be written ({reason}): corrections and runs are kept in {outside}",
        folder=folder,
        reason=reason,
        outside=outside,
    )
    return Location(outside, inside, note)


def for_reading(folder: Path) -> Location | None:
    """Return where a project of ``folder`` lies, or None where there is none; makes nothing."""
    outside = user_place(folder)
    inside = Location(folder / PROJECT_FOLDER, outside)
    note = say("the project of {folder} is in {outside}", folder=folder, outside=outside)
    from_outside = Location(outside, inside.folder, note)
    if inside.database.is_file():
        if from_outside.database.is_file() and not os.access(inside.folder, os.W_OK):
            return from_outside
        return inside
    return from_outside if from_outside.database.is_file() else None


def _why_not_writable(folder: Path) -> str | None:
    # Trying is the only test that holds on network drives and on Windows.
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            return None
    except OSError as error:
        return error.strerror or str(error)
