"""Choosing the faces that a search finds, with what their project knows of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from kpstudio.core.errors import InputError
from kpstudio.core.facts import FaceFacts
from kpstudio.core.filters import SETTING as FILTERS
from kpstudio.core.filters import expand
from kpstudio.core.labelset import LabelSet
from kpstudio.core.landmarks import Landmarks
from kpstudio.core.matching import Chosen, choose
from kpstudio.core.persons import SETTING as PERSONS
from kpstudio.core.persons import PersonOf, person_rule
from kpstudio.core.query import needs_errors
from kpstudio.core.query_parser import parse_query
from kpstudio.core.schema import Normaliser
from kpstudio.io.opening import Opened
from kpstudio.store.project import Project
from kpstudio.store.runs import RunFolder, list_runs
from kpstudio.tasks.measuring import remembered_yardstick

_T = TypeVar("_T")


class Chooser:
    """Searches the faces of a folder as the window does, without one.

    What the project knows is read when a search needs it; the project may be open meanwhile.
    """

    def __init__(self, opened: Opened, run: str = "") -> None:
        """Take what was opened.

        Args:
            opened: The faces, and what was odd.
            run: The run whose predictions count, by its name or label; the newest one of the
                project that has predictions by default.
        """
        self._root = opened.labels.root
        self._asked = run
        self.facts = FaceFacts(
            opened.labels,
            lambda face_id: self._predictions.get(face_id),
            lambda face_id: self._split.get(face_id, ""),
            persons=self.persons,
            problems=opened.problems,
            normaliser=lambda: self._normaliser,
        )

    def choose(self, text: str) -> Chosen:
        """Return the faces that the search ``text`` finds; there may be none.

        Raises:
            InputError: If the search is wrong, names no saved filter of the project, or needs
                predictions and there are none.
        """
        filters = self._filters
        word = needs_errors(expand(parse_query(text), filters))
        if word and not self._predictions:
            raise InputError(
                f"{word} needs predictions, and no run has any for {self._root}: choose a run in "
                "the window once, which predicts its faces"
            )
        return choose(text, self.facts, filters)

    @cached_property
    def persons(self) -> PersonOf:
        """Tells who a picture shows, by the project's rule."""
        return person_rule(str(self._ask(lambda project: project.setting(PERSONS, ""), "")))

    @cached_property
    def _normaliser(self) -> Normaliser:
        scheme = self.facts.labels.scheme
        yardstick = self._ask(lambda project: remembered_yardstick(project, scheme), None)
        return scheme.normaliser if yardstick is None else yardstick.normaliser

    @cached_property
    def _filters(self) -> dict[str, str]:
        kept: dict[str, str] = self._ask(lambda project: project.setting(FILTERS, {}), {})
        return {str(name): str(text) for name, text in kept.items()}

    @cached_property
    def _run(self) -> str:
        """The run whose predictions count, or ""."""

        def find(project: Project) -> str:
            predicted = project.predicted_runs()
            runs = [run for run in list_runs(project.runs_folder) if run.name in predicted]
            if not self._asked:
                return runs[-1].name if runs else ""
            names = [run.name for run in runs if self._asked in (run.name, run.label)]
            if names:
                return names[-1]
            there = ", ".join(run.name for run in runs) or "none"
            raise InputError(
                f"no run {self._asked!r} has predictions for {self._root}: those that have are "
                f"{there}"
            )

        return self._ask(find, "")

    @cached_property
    def _predictions(self) -> dict[str, Landmarks]:
        run = self._run
        return self._ask(lambda project: project.predictions(run), {}) if run else {}

    @cached_property
    def _split(self) -> dict[str, str]:
        run = self._run
        if not run:
            return {}
        split = self._ask(lambda p: RunFolder.open(p.runs_folder / run).split, None)
        if split is None:
            return {}
        return dict.fromkeys(split.training, "train") | dict.fromkeys(split.validation, "val")

    def _ask(self, question: Callable[[Project], _T], otherwise: _T) -> _T:
        """Return what the project answers, or ``otherwise`` where there is none."""
        project = Project.peek(self._root)
        if project is None:
            return otherwise
        with project:
            return question(project)


def chosen_only(opened: Opened, chosen: Chosen) -> Opened:
    """Return what was opened with only the chosen faces, and their pictures."""
    labels = opened.labels
    pictures = dict.fromkeys(face.picture for face in chosen.faces)
    return replace(opened, labels=LabelSet(labels.root, labels.scheme, chosen.faces, pictures))


def require_some(chosen: Chosen, where: Path) -> Chosen:
    """Return ``chosen`` if there is a face in it.

    Raises:
        InputError: If not.
    """
    if not chosen.faces:
        raise InputError(f"no face of {where} fits {chosen.where!r}: kpstudio info --where tries")
    return chosen
