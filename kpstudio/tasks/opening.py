"""Opening what a person names on the command line, with the corrections made to it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from kpstudio.core.errors import InputError, Problem
from kpstudio.core.labelset import LabelSet
from kpstudio.core.progress import Progress
from kpstudio.core.texts import say
from kpstudio.io.choosing import LabelChoice
from kpstudio.io.opening import Opened, folder_of, open_path
from kpstudio.io.text import BrokenFileError, read_bytes
from kpstudio.store.history import Passed, unheard
from kpstudio.store.project import Project

CHOICE = "label choice"
"""The project's setting that holds which label sets count, as `LabelChoice.to_json` gives it."""


def remembered_choice(path: Path) -> LabelChoice | None:
    """Return which label sets a person chose when the folder ``path`` was open before, or None."""
    folder = folder_of(path)
    project = Project.peek(folder) if folder.is_dir() else None
    if project is None:
        return None
    with project:
        return choice_of(project)


def choice_of(project: Project) -> LabelChoice | None:
    """Return which label sets a person chose in a project, or None."""
    stored = project.setting(CHOICE)
    try:
        return None if stored is None else LabelChoice.from_json(stored)
    except (KeyError, TypeError):
        return None  # not ours: ask again


def open_corrected(
    path: Path,
    progress: Progress | None = None,
    choice: LabelChoice | None = None,
) -> Opened:
    """Open a folder, an annotation file or a project, and lay stored corrections over it.

    Nothing is written, and the project may be open in a window meanwhile.

    Args:
        path: What to open; a ``.kpstudio`` folder stands for the folder around it.
        progress: Called with (done, total) while files are read; False cancels.
        choice: Which labels of the folder count; None for what its project remembers.

    Raises:
        InputError: If there is nothing to open, or its project cannot be read.
        LabelChoiceNeeded: If two label sets name the same pictures and nobody chose.
    """
    opened = open_path(path, progress, choice or remembered_choice(path))
    project = Project.peek(opened.labels.root)
    if project is None:
        return opened
    with project:
        problems = lay_over(project, opened.labels)
    return replace(opened, problems=(*opened.problems, *project.problems, *problems))


def lay_over(project: Project, labels: LabelSet, passed: Passed = unheard) -> list[Problem]:
    """Lay what a project holds over labels as the files have them: corrections and the scheme.

    Returns:
        What did not fit.

    Raises:
        Cancelled: If ``passed``, which is told how many corrections are read, asked for it.
    """
    trouble = see_as_remembered(project, labels)  # first: files without points hold no corrections
    problems = [*project.overlay(labels, passed)]
    return problems if trouble is None else [*problems, trouble]


def see_as_remembered(project: Project, labels: LabelSet) -> Problem | None:
    """See the points of ``labels`` as a person said, if so; return what was wrong with that."""
    try:
        scheme = project.scheme(labels.own_scheme.count)
        if scheme is not None:
            labels.see_as(scheme)
    except InputError as error:
        return Problem(
            str(project.folder), say("its point scheme is not used: {error}", error=error)
        )
    return None


def read_names(path: Path) -> tuple[str, ...]:
    """Return the file names in a text file, one a line; blank lines and "#" comments are skipped.

    Raises:
        InputError: If the file cannot be read as UTF-8 text, or names nothing.
    """
    try:
        text = read_bytes(path).decode("utf-8-sig")
    except BrokenFileError as error:
        raise InputError(say("the list {path} {error}", path=path, error=error)) from error
    except UnicodeDecodeError as error:
        raise InputError(
            say("the list {path} is not UTF-8 text: write one name per line", path=path)
        ) from error
    lines = (line.strip() for line in text.splitlines())
    names = tuple(line for line in lines if line and not line.startswith("#"))
    if not names:
        raise InputError(
            say("the list {path} names no picture: write one file name per line", path=path)
        )
    return names
