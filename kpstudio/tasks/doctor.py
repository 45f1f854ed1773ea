"""The label doctor with a project's memory: examining, applying, and leaving things as they are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple

from kpstudio.core.edits import Edit, FaceChange
from kpstudio.core.errors import InputError, Problem
from kpstudio.core.labelset import Face, LabelSet
from kpstudio.core.persons import SETTING as PERSONS
from kpstudio.core.persons import person_rule
from kpstudio.core.progress import Progress
from kpstudio.core.schema import PointSchema
from kpstudio.core.splits import Split, split_by_fraction
from kpstudio.core.suspicion import Suspicion
from kpstudio.core.texts import say_count
from kpstudio.doctor.diagnose import Depth, diagnose
from kpstudio.doctor.finding import Finding, Severity
from kpstudio.doctor.material import Material
from kpstudio.doctor.orders import LEFT_RIGHT, ORDER
from kpstudio.io.opening import Opened
from kpstudio.store.project import Project
from kpstudio.tasks.suspecting import FOLDER, answers_in
from kpstudio.tasks.suspects import KEYS, Judges, as_findings, ranked

SETTING = "doctor"
"""The project's setting that holds what was decided."""
EVERY = "*"
"""Stands for all faces, in what was decided."""

GLANCE = 4000
"""So many faces are glanced at."""

_FRACTION = 0.2


class Applied(NamedTuple):
    """A repair that was made.

    Attributes:
        key: Of the finding.
        when: Time of its edit in the project's history, in UTC; of the repair where it has none.
        faces: How many it concerned.
        before: What the setting was that it made, if it made one.
    """

    key: str
    when: str
    faces: int
    before: Any = None


@dataclass(frozen=True)
class Decisions:
    """What a person decided about findings of a project.

    Attributes:
        dismissed: Finding key -> faces whose labels are right as they are; `EVERY` for all.
        applied: Each repair, oldest first.
    """

    dismissed: Mapping[str, frozenset[str]]
    applied: tuple[Applied, ...] = ()

    @classmethod
    def from_json(cls, data: Any) -> Decisions:
        """Read what `to_json` wrote; what cannot be read counts as undecided."""
        try:
            dismissed = {str(k): frozenset(map(str, ids)) for k, ids in data["dismissed"].items()}
            applied = tuple(
                Applied(str(k), str(when), int(n), *rest) for k, when, n, *rest in data["applied"]
            )
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
        """Return the findings without the faces that were dismissed, which they count apart."""
        left = []
        for finding in findings:
            ids = self.dismissed.get(finding.key, frozenset())
            rest = None if EVERY in ids else finding.without(ids) if ids else finding
            left += [_counting_apart(finding, rest)] if rest is not None else []
        return tuple(left)

    def dismiss(self, finding: Finding, labels: LabelSet) -> Decisions:
        """Return the decisions with ``finding`` dismissed."""
        labelled = sum(face.labelled for face in labels)
        whole = len(finding.faces) in (0, labelled)
        ids = frozenset({EVERY} if whole else finding.faces)
        known = self.dismissed.get(finding.key, frozenset())
        return Decisions({**self.dismissed, finding.key: known | ids}, self.applied)

    def call_right(self, told: Mapping[str, Suspicion]) -> Decisions:
        """Return the decisions with the labels of some faces called right.

        Args:
            told: What was suspicious about these faces, by id.
        """
        dismissed = dict(self.dismissed)
        for face_id, one in told.items():
            key = KEYS[one.reason]
            dismissed[key] = dismissed.get(key, frozenset()) | {face_id}
        return Decisions(dismissed, self.applied)

    @property
    def said_right(self) -> frozenset[str]:
        """The faces whose labels a person called right, for whatever they were suspected."""
        return frozenset().union(*(self.dismissed.get(key, ()) for key in KEYS.values()))

    def apply(
        self, finding: Finding, when: datetime | None = None, before: Any = None
    ) -> Decisions:
        """Return the decisions with ``finding`` put right, ``when`` or just now."""
        time = (when or datetime.now(UTC)).isoformat()
        entry = Applied(finding.key, time, len(finding.faces), before)
        return Decisions(self.dismissed, (*self.applied, entry))

    def last_applied(self, key: str) -> Applied:
        """Return the last repair of ``key``.

        Raises:
            InputError: If there is none.
        """
        for entry in reversed(self.applied):
            if entry.key == key:
                return entry
        known = ", ".join(dict.fromkeys(entry.key for entry in self.applied))
        raise InputError(
            f"{key} was not applied here, so that it cannot be undone: "
            + (f"what was applied is {known}" if known else "nothing was applied")
        )


def _counting_apart(finding: Finding, rest: Finding) -> Finding:
    """Return ``rest`` saying how many faces of ``finding``, which its sentence counts, it lacks."""
    gone = len(finding.faces) - len(rest.faces)
    if not gone:
        return rest
    sentence = say_count(
        "{sentence} 1 of them had been marked as correct.",
        "{sentence} {count:,} of them had been marked as correct.",
        gone,
        sentence=rest.sentence,
    )
    return replace(rest, sentence=sentence)


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
        answers: Where networks that never saw the faces left what they say of them; None for
            nowhere. Read when the case is examined.
    """

    root: Path
    scheme: PointSchema
    faces: tuple[Face, ...]
    problems: tuple[Problem, ...]
    persons: str
    decisions: Decisions
    answers: Path | None = None

    def examine(
        self, depth: Depth = Depth.PICTURES, progress: Progress | None = None
    ) -> tuple[Finding, ...]:
        """Return what is odd and nobody has decided about yet.

        Raises:
            InputError: If what networks said of the faces cannot be read.
            Cancelled: If ``progress`` asked for it.
        """
        labels = LabelSet(self.root, self.scheme, self.faces)
        material = Material(labels, self.problems, self._split(), progress)
        found = diagnose(material, depth)
        named = frozenset(i for one in found if one.key in (LEFT_RIGHT, ORDER) for i in one.faces)
        listed = [(i, one) for i, one in self.suspects() if i not in named]
        every = (*found, *as_findings({face.id: face for face in self.faces}, listed))
        order = list(Severity)
        return self.decisions.undecided(sorted(every, key=lambda one: order.index(one.severity)))

    def suspects(self) -> list[tuple[str, Suspicion]]:
        """Return the faces that networks which never saw them find suspicious, worst first.

        There are none where no networks were asked. Faces of which a person said that their labels
        are right are left out.

        Raises:
            InputError: If the networks' answers cannot be read.
        """
        answers = {} if self.answers is None else answers_in(self.answers)
        judges = Judges.of(answers, self.faces, self.scheme)
        if judges is None:
            return []
        return ranked(judges.judge(self.faces, self.scheme), self.decisions.said_right)

    def glance(self) -> tuple[Finding, ...]:
        """Return what the numbers of some faces, spread over the set, tell in about a second."""
        step = max(1, len(self.faces) // GLANCE)
        some = replace(self, faces=self.faces[::step], answers=None)
        return some.examine(Depth.NUMBERS)

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
    answers = None if project is None else project.location / FOLDER
    faces, decisions = tuple(labels), decisions_of(project)
    return Case(labels.root, labels.scheme, faces, tuple(problems), pattern, decisions, answers)


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
        for finding in apply:
            assert finding.repair is not None
            faces = labels.known(finding.faces)
            edit = finding.repair.edit(faces)
            if edit.changes:
                edit.apply(labels)
                project.record(edit)
            keep_applied(project, finding, edit)
        decisions = decisions_of(project)
        for finding in dismiss:
            decisions = decisions.dismiss(finding, labels)
        project.set_setting(SETTING, decisions.to_json())


def keep_applied(project: Project, finding: Finding, edit: Edit) -> None:
    """Make the setting of a repair whose ``edit`` has been recorded, and remember both.

    Raises:
        InputError: If it cannot be written.
    """
    setting = None if finding.repair is None else finding.repair.setting
    before = None
    if setting is not None:
        before = project.setting(setting[0])
        project.set_setting(*setting)
    last = project.history.last_done
    when = last.time if last is not None and edit.changes else None
    decisions = decisions_of(project).apply(
        finding, when, [setting[0], before] if setting else None
    )
    project.set_setting(SETTING, decisions.to_json())


class Undone(NamedTuple):
    """What undoing a repair did.

    Attributes:
        key: Of the finding.
        faces: How many faces are again as they were before.
        stay: How many were changed afterwards, and are left as they are.
        forgotten: Whether the history no longer has the repair: it was undone there, or is too long
            ago; no face is changed then.
    """

    key: str
    faces: int
    stay: int
    forgotten: bool = False


def take_back(labels: LabelSet, keys: Sequence[str]) -> list[Undone]:
    """Undo the last repair of each of ``keys`` in the project of ``labels``.

    Faces that were changed since stay as they are. It is recorded, as every edit.

    Raises:
        InputError: If one was not applied, or the project is open elsewhere or cannot be written.
    """
    peeked = Project.peek(labels.root)
    if peeked is None:
        Decisions({}).last_applied(keys[0])
    else:
        with peeked:
            for key in keys:
                decisions_of(peeked).last_applied(key)
    with Project.open(labels.root) as project:
        return [_take_back(project, labels, key) for key in keys]


def _take_back(project: Project, labels: LabelSet, key: str) -> Undone:
    decisions = decisions_of(project)
    entry = decisions.last_applied(key)
    history = project.history
    found = [one.id for one in history.entries() if one.time.isoformat() == entry.when]
    made = [history.edit(number) for number in found]
    changes = [change for edit in made for change in edit.changes]
    now = [labels.get(change.face_id) for change in changes]
    back = tuple(
        FaceChange(change.after, change.before)
        for change, face in zip(changes, now, strict=True)
        if face == change.after
    )
    stay = sum(f not in (c.before, c.after) for c, f in zip(changes, now, strict=True))
    if back:
        edit = Edit(f"undo: {made[0].verb}", back)
        edit.apply(labels)
        project.record(edit)
    if entry.before is not None:
        name, value = entry.before
        project.set_setting(name, "" if value is None else value)
    left = tuple(other for other in decisions.applied if other is not entry)
    project.set_setting(SETTING, Decisions(decisions.dismissed, left).to_json())
    return Undone(key, len(back), stay, forgotten=entry.before is None and not made)
