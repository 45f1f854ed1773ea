"""The errors that a person is meant to read."""

from __future__ import annotations

from dataclasses import dataclass

from kpstudio.core.texts import joined


class InputError(Exception):
    """Something given to the program is wrong; the message says what, where and what to do."""


class Cancelled(Exception):  # noqa: N818 - nothing went wrong: a person changed their mind
    """The person asked for what is going on to end."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One odd thing met while reading, that did not stop the rest.

    Attributes:
        where: The file (and line or part) it concerns.
        message: What is wrong, in one sentence.
    """

    where: str
    message: str

    def __str__(self) -> str:
        return joined((self.where, self.message), ": ")
