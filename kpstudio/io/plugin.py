"""Formats of other packages: found by entry point, and held off where their code fails."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from importlib.metadata import EntryPoint
from pathlib import Path

from kpstudio.core.errors import InputError, Problem
from kpstudio.core.extensions import why
from kpstudio.core.labelset import Face, LabelSet
from kpstudio.core.schema import generic_scheme
from kpstudio.core.texts import say
from kpstudio.io.formats.base import Format, ReadResult
from kpstudio.io.pictures import Pictures

log = logging.getLogger(__name__)

_NEEDED = ("name", "title", "suffixes", "per_picture", "holds", "sniff", "read", "plan", "write")


class PluginFormat:
    """A format of another package, which may raise what it likes: files stay the only ones hurt.

    Attributes: as of `Format`.
    """

    def __init__(self, form: Format) -> None:
        self._form = form
        self.name, self.title = form.name, form.title
        self.suffixes, self.per_picture, self.holds = form.suffixes, form.per_picture, form.holds

    def sniff(self, path: Path, head: bytes) -> bool:
        """Ask the format; one that fails does not know the file."""
        try:
            return bool(self._form.sniff(path, head))
        except Exception:
            log.info("%s fails at telling %s", self.title, path, exc_info=True)
            return False

    def read(
        self, paths: Sequence[Path], root: Path, pictures: Pictures | None = None
    ) -> ReadResult:
        """Let the format read; where it fails, each of the files is a problem."""
        try:
            return self._form.read(paths, root, pictures)
        except Exception as error:
            found = pictures or Pictures(root)
            message = say(
                "the plug-in for {title} cannot read it: {error}",
                title=self.title,
                error=why(error),
            )
            problems = tuple(Problem(found.name(path), message) for path in paths)
            return ReadResult(generic_scheme(0), (), problems)

    def plan(self, faces: Sequence[Face], folder: Path) -> list[Path]:
        """Return the files that the format would make.

        Raises:
            InputError: If the format fails.
        """
        try:
            return self._form.plan(faces, folder)
        except Exception as error:
            raise self._failed(error) from error

    def write(self, labels: LabelSet, faces: Sequence[Face], folder: Path) -> list[Path]:
        """Let the format write.

        Raises:
            InputError: If it fails.
        """
        try:
            return self._form.write(labels, faces, folder)
        except InputError:
            raise
        except Exception as error:
            raise self._failed(error) from error

    def _failed(self, error: Exception) -> InputError:
        return InputError(
            say(
                "the plug-in for {title} cannot write: {error}; tell its author, or "
                "choose another format",
                title=self.title,
                error=why(error),
            )
        )


def load(entry: EntryPoint, taken: set[str]) -> PluginFormat:
    """Return the format that an entry point names.

    Args:
        entry: Leads to a class that is a `Format`.
        taken: Names of the formats that are there already.

    Raises:
        InputError: If it is no format, or its name is taken.
        Exception: Whatever the other package raises.
    """
    form = entry.load()()
    missing = [name for name in _NEEDED if not hasattr(form, name)]
    if missing:
        raise InputError(say("it lacks {names}", names=", ".join(missing)))
    if form.name in taken:
        raise InputError(say("there is already a format called {form!r}", form=form.name))
    return PluginFormat(form)
