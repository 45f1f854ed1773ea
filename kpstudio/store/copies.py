"""Copies of a project as it was at some moments, to go back to: by hand, or automatic."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

from kpstudio.core.errors import Cancelled, InputError
from kpstudio.core.labelset import Face
from kpstudio.core.progress import Progress, unwatched
from kpstudio.core.schema import PointSchema
from kpstudio.core.texts import say
from kpstudio.store import database
from kpstudio.store.copy_files import Kind, moments_in, path_of
from kpstudio.store.history import Passed, unheard
from kpstudio.store.location import DATABASE, Location
from kpstudio.store.project import Project


def save_copy(project: Project, progress: Progress = unwatched) -> datetime:
    """Copy what a project holds but its runs, on any thread; return the moment that names the copy.

    Args:
        project: The one to copy.
        progress: Is told how much of how much is copied; False ends it.

    Raises:
        InputError: If it cannot be written; no half of it stays.
        Cancelled: If ``progress`` asked for it; no half of it stays.
    """
    return copy(project.location, Kind.BY_HAND, datetime.now(UTC), progress)


def copy(
    location: Path,
    kind: Kind,
    moment: datetime,
    progress: Progress = unwatched,
) -> datetime:
    """Copy the database of the project in the folder ``location``, on any thread.

    Args:
        location: Where the project keeps what it knows.
        kind: Of the copy.
        moment: Now.
        progress: Is told how much of how much is copied; False ends it.

    Returns:
        The moment that names the copy: the first from ``moment`` on that names none yet, for a
        clock may be set back.

    Raises:
        InputError: If it cannot be written; no half of it stays.
        Cancelled: If ``progress`` asked for it; no half of it stays.
    """

    def passed(done: int, pages: int) -> None:
        if not progress(done, pages):
            raise Cancelled("saving a copy was cancelled")

    moment = moment.replace(microsecond=0)
    while (path := path_of(location, kind, moment)).exists():
        moment += timedelta(seconds=1)
    with database.plain_words(say("a copy cannot be saved to {folder}", folder=path.parent)):
        path.parent.mkdir(exist_ok=True)
        database.copy_database(location / DATABASE, path, passed)
    return moment


def copies_of(project: Project, kind: Kind = Kind.BY_HAND) -> list[datetime]:
    """Return the moments at which copies of a project were saved, in UTC, the latest first."""
    return moments_in(project.location, kind)


def faces_then(
    project: Project, moment: datetime, kind: Kind = Kind.BY_HAND, passed: Passed = unheard
) -> dict[str, Face | None]:
    """Return how every face that was changed by then or later was when a copy was saved.

    Args:
        project: As it is now.
        moment: That names the copy.
        kind: Of the copy.
        passed: Is told how many faces are read: those of the copy, then those of now.

    Returns:
        Faces by id; None for one that was not there.

    Raises:
        InputError: If there is no such copy, or it cannot be read.
        Cancelled: If ``passed`` asked for it.
    """
    with _opened(project, moment, kind) as copied:
        then = copied.stored_faces(passed)
    now = project.stored_faces(lambda done: passed(len(then) + done))
    later = [face_id for face_id in now if face_id not in then]
    return {**dict.fromkeys(later), **project.originals(later), **then}


def scheme_then(
    project: Project, moment: datetime, kind: Kind = Kind.BY_HAND
) -> PointSchema | None:
    """Return which points were to be placed when a copy was saved, of files without any.

    Raises:
        InputError: If there is no such copy, or it cannot be read.
    """
    with _opened(project, moment, kind) as copied:
        return copied.scheme(0)


def _opened(project: Project, moment: datetime, kind: Kind) -> Project:
    path = path_of(project.location, kind, moment)
    if not path.is_file():
        raise InputError(say("the copy {path} is no longer there: choose another one", path=path))
    connection, problems = database.open_for_reading(path)
    if problems:
        connection.close()
        raise InputError(say("the copy {path} is damaged: choose another one", path=path))
    return Project(project.folder, Location(path.parent, path.parent), connection, [], None)
