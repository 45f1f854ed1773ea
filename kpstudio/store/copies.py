"""Copies of a project as it was at moments that a person chose, to go back to."""

from __future__ import annotations

import contextlib
from datetime import UTC, datetime
from pathlib import Path

from kpstudio.core.errors import InputError
from kpstudio.core.labelset import Face
from kpstudio.store import database
from kpstudio.store.location import DATABASE, Location
from kpstudio.store.project import Project

_FOLDER = "copies"
_NAME = "%Y-%m-%d %H-%M-%S.sqlite"


def save_copy(project: Project) -> datetime:
    """Copy what a project holds but its runs, on any thread; return the moment that names the copy.

    Raises:
        InputError: If it cannot be written; no half of it stays.
    """
    moment = datetime.now(UTC).replace(microsecond=0)
    path = _path(project, moment)
    with database.plain_words(f"a copy cannot be saved to {path.parent}"):
        path.parent.mkdir(exist_ok=True)
        database.copy_database(project.location / DATABASE, path)
    return moment


def copies_of(project: Project) -> list[datetime]:
    """Return the moments at which copies of a project were saved, in UTC, the latest first."""
    moments = []
    for path in (project.location / _FOLDER).glob("*.sqlite"):
        with contextlib.suppress(ValueError):  # a file of somebody else
            moments.append(datetime.strptime(path.name, _NAME).replace(tzinfo=UTC))
    return sorted(moments, reverse=True)


def faces_then(project: Project, moment: datetime) -> dict[str, Face | None]:
    """Return how every face that was changed by then or later was when a copy was saved.

    Returns:
        Faces by id; None for one that was not there.

    Raises:
        InputError: If there is no such copy, or it cannot be read.
    """
    path = _path(project, moment)
    if not path.is_file():
        raise InputError(f"the copy {path} is no longer there: choose another one")
    connection, problems = database.open_for_reading(path)
    with Project(project.folder, Location(path.parent, path.parent), connection, [], None) as copy:
        then = copy.stored_faces()
    if problems:
        raise InputError(f"the copy {path} is damaged: choose another one")
    later = [face_id for face_id in project.stored_faces() if face_id not in then]
    return {**dict.fromkeys(later), **project.originals(later), **then}


def _path(project: Project, moment: datetime) -> Path:
    return project.location / _FOLDER / moment.strftime(_NAME)
