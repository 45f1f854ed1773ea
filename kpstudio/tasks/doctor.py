"""The label doctor with a project's memory: examining, applying, and leaving things as they are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from kpstudio.core.errors import InputError, Problem
from kpstudio.core.labelset import Face, LabelSet
from kpstudio.core.persons import SETTING as PERSONS
from kpstudio.core.persons import person_rule
from kpstudio.core.schema import PointSchema
from kpstudio.core.splits import Split, split_by_fraction
from kpstudio.doctor.diagnose import Depth, diagnose
from kpstudio.doctor.finding import Finding
from kpstudio.doctor.material import Material, Progress
from kpstudio.io.opening import Opened
from kpstudio.store.project import Project

SETTING = "doctor"
"""The project's setting that holds what was decided."""
EVERY = "*"
"""Stands for all faces, in what was decided."""

GLANCE = 4000
"""So many faces are glanced at."""

_FRACTION = 0.2


@dataclass(frozen=True)
class Decisions:
    """What a person decided about findings of a project.

    Attributes:
        dismissed: Finding key -> faces whose labels are right as they are; `EVERY` for all.
        applied: (key, time, number of faces) of each repair, oldest first.
    """

    dismissed: Mapping[str, frozenset[str]]
    applied: tuple[tuple[str, str, int], ...] = ()

    @classmethod
    def from_json(cls, data: Any) -> Decisions:
        """Read what `to_json` wrote; what cannot be read counts as undecided."""
        try:
            dismissed = {str(k): frozenset(map(str, ids)) for k, ids in data["dismissed"].items()}
            applied = tuple((str(k), str(when), int(n)) for k, when, n in data["applied"])
        except (KeyError, TypeError, ValueError, AttributeError):
            return cls({})
        return cls(dismissed, applied)

    def to_json(self) -> dict[str, Any]:
        """Return it ready for JSON."""
        return {
            "dismissed": {key: sorted(ids) for key, ids in self.dismissed.items()},
            "applied": [list(entry) for entry in self.applied],
        }

    def undecided(self, findings: Iterable[Finding]) -> tuple[Finding, ...]:
        """Return the findings without the faces that were dismissed."""
        left = []
        for finding in findings:
            ids = self.dismissed.get(finding.key, frozenset())
            rest = None if EVERY in ids else finding.without(ids) if ids else finding
            left += [rest] if rest is not None else []
        return tuple(left)

    def dismiss(self, finding: Finding, labels: LabelSet) -> Decisions:
        """Return the decisions with ``finding`` dismissed."""
        labelled = sum(face.labelled for face in labels)
        whole = len(finding.faces) in (0, labelled)
        ids = frozenset({EVERY} if whole else finding.faces)
        known = self.dismissed.get(finding.key, frozenset())
        return Decisions({**self.dismissed, finding.key: known | ids}, self.applied)

    def apply(self, finding: Finding) -> Decisions:
        """Return the decisions with ``finding`` put right just now."""
        entry = (finding.key, datetime.now(UTC).isoformat(timespec="seconds"), len(finding.faces))
        return Decisions(self.dismissed, (*self.applied, entry))


def decisions_of(project: Project | None) -> Decisions:
    """Return what was decided in ``project``."""
    return Decisions.from_json(None if project is None else project.setting(SETTING))


@dataclass(frozen=True)
class Case:
    """What is to be examined, taken down so that another thread can do it.

    Attributes:
        root: The folder that pictures are named from.
        scheme: The points.
        faces: All faces as they are now.
        problems: What was odd at opening.
        persons: The project's pattern of persons.
        decisions: What was decided before.
    """

    root: Path
    scheme: PointSchema
    faces: tuple[Face, ...]
    problems: tuple[Problem, ...]
    persons: str
    decisions: Decisions

    def examine(
        self, depth: Depth = Depth.PICTURES, progress: Progress | None = None
    ) -> tuple[Finding, ...]:
        """Return what is odd and nobody has decided about yet.

        Raises:
            Cancelled: If ``progress`` asked for it.
        """
        labels = LabelSet(self.root, self.scheme, self.faces)
        material = Material(labels, self.problems, self._split(), progress)
        return self.decisions.undecided(diagnose(material, depth))

    def glance(self) -> tuple[Finding, ...]:
        """Return what the numbers of some faces, spread over the set, tell in about a second."""
        step = max(1, len(self.faces) // GLANCE)
        return replace(self, faces=self.faces[::step]).examine(Depth.NUMBERS)

    def _split(self) -> Split | None:
        """Return the split that training would make."""
        faces = [face for face in self.faces if face.labelled]
        try:
            rule = person_rule(self.persons)
            return split_by_fraction(faces, _FRACTION, persons=rule) if faces else None
        except InputError:  # a broken pattern is told where it is used
            return None


def case_of(labels: LabelSet, problems: Sequence[Problem], project: Project | None) -> Case:
    """Take down what is to be examined.

    Raises:
        InputError: If the project cannot be read.
    """
    pattern = "" if project is None else str(project.setting(PERSONS, ""))
    faces, decisions = tuple(labels), decisions_of(project)
    return Case(labels.root, labels.scheme, faces, tuple(problems), pattern, decisions)


def case_on_disk(opened: Opened) -> Case:
    """Take down what was opened, with what its project remembers.

    Raises:
        InputError: If the project cannot be read.
    """
    project = Project.peek(opened.labels.root)
    if project is None:
        return case_of(opened.labels, opened.problems, None)
    with project:
        return case_of(opened.labels, opened.problems, project)


def decide(
    labels: LabelSet, apply: Sequence[Finding] = (), dismiss: Sequence[Finding] = ()
) -> None:
    """Put findings right, or mark them as right already, in the project of ``labels``.

    Each repair is an edit as any other: recorded, and undone in the window's history.

    Raises:
        InputError: If a finding has no repair, or the project is open elsewhere or cannot be
            written.
    """
    for finding in apply:
        if finding.repair is None:
            raise InputError(f"{finding.key} cannot be applied: {finding.remedy}")
    with Project.open(labels.root) as project:
        decisions = decisions_of(project)
        for finding in apply:
            assert finding.repair is not None
            faces = [face for i in finding.faces if (face := labels.get(i)) is not None]
            edit = finding.repair.edit(faces)
            if edit.changes:
                edit.apply(labels)
                project.record(edit)
            if finding.repair.setting is not None:
                project.set_setting(*finding.repair.setting)
            decisions = decisions.apply(finding)
        for finding in dismiss:
            decisions = decisions.dismiss(finding, labels)
        project.set_setting(SETTING, decisions.to_json())
