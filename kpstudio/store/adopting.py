"""Going on with the project of a folder that could not be written before."""

from __future__ import annotations

import contextlib
import shutil
import sqlite3

from kpstudio.core.errors import InputError, Problem
from kpstudio.core.texts import say
from kpstudio.store import database
from kpstudio.store.location import DATABASE, Location


def adopt(where: Location) -> list[Problem]:
    """Go on with the project that lies in the other place, where this place has none yet.

    Raises:
        InputError: If there is no room for it here: a fresh one would hide it for ever.
    """
    source = where.elsewhere / DATABASE
    if where.database.exists() or not source.is_file():
        return []
    runs = where.elsewhere / "runs"
    refusal = say("the project in {elsewhere} cannot be imported", elsewhere=where.elsewhere)
    try:
        with database.plain_words(refusal):
            if runs.is_dir():
                shutil.copytree(runs, where.folder / "runs", dirs_exist_ok=True)
            database.copy_database(source, where.database)
    except InputError as error:
        if isinstance(error.__cause__, sqlite3.OperationalError | OSError):
            raise
        message = say(
            "this earlier project in {elsewhere} could not be imported: {error}",
            elsewhere=where.elsewhere,
            error=error,
        )
        return [Problem(str(source), message)]
    if not where.note:
        # From now on the pictures' folder can be written: one project, not two.
        with contextlib.suppress(OSError):
            database.set_aside(source, "moved")
    return []
