"""The label doctor with a project's memory: examining, applying, and leaving things as they are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from kpstudio.core.errors import InputError, Problem
from kpstudio.core.labelset import LabelSet
from kpstudio.core.persons import SETTING as PERSONS
from kpstudio.core.persons import person_rule
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


def material_of(
    labels: LabelSet,
    problems: Sequence[Problem],
    project: Project | None,
    progress: Progress | None = None,
) -> Material:
    """Copy what is to be examined; the split is the one that training would make."""
    return Material(labels, problems, _split(labels, project), progress)


def _split(labels: LabelSet, project: Project | None) -> Split | None:
    faces = [face for face in labels if face.labelled]
    pattern = "" if project is None else str(project.setting(PERSONS, ""))
    try:
        return split_by_fraction(faces, _FRACTION, persons=person_rule(pattern)) if faces else None
    except InputError:  # a broken pattern is told where it is used
        return None


def examine(
    opened: Opened, depth: Depth = Depth.PICTURES, progress: Progress | None = None
) -> tuple[Finding, ...]:
    """Examine what was opened, and return what nobody has decided about yet.

    Raises:
        Cancelled: If ``progress`` asked for it.
        InputError: If the project cannot be read.
    """
    project = Project.peek(opened.labels.root)
    try:
        material = material_of(opened.labels, opened.problems, project, progress)
        decisions = decisions_of(project)
    finally:
        if project is not None:
            project.close()
    return decisions.undecided(diagnose(material, depth))


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
