from __future__ import annotations

from pathlib import Path

import pytest

from kpstudio.core.errors import InputError
from kpstudio.core.persons import SETTING as PERSONS
from kpstudio.doctor.diagnose import Depth
from kpstudio.doctor.finding import Finding, Repair, Severity
from kpstudio.io.opening import open_path
from kpstudio.store.project import Project
from kpstudio.tasks.doctor import (
    EVERY,
    SETTING,
    Decisions,
    Undone,
    case_on_disk,
    decide,
    decisions_of,
    take_back,
)
from tests.small_faces import write_faces


def finding(*faces: str, key: str = "copies", repair: Repair | None = None) -> Finding:
    return Finding(key, Severity.DOUBT, "odd", "nothing", faces, repair=repair, shown=faces)


def test_a_dismissed_face_is_left_out_and_others_are_told() -> None:
    decisions = Decisions({"copies": frozenset({"a"}), "y-up": frozenset({EVERY})})
    (left,) = decisions.undecided([finding("a", "b"), finding("a"), finding("c", key="y-up")])
    assert left.faces == left.shown == ("b",)
    assert left.sentence == "odd 1 of them had been marked as correct."


def test_decisions_survive_json_and_rubbish_is_no_decision() -> None:
    decisions = Decisions({"copies": frozenset({"a"})}).apply(finding("a", "b"))
    assert Decisions.from_json(decisions.to_json()) == decisions
    for rubbish in (None, [], {"dismissed": 3, "applied": []}, {"dismissed": {}}):
        assert Decisions.from_json(rubbish) == Decisions({})


def test_dismissing_all_faces_holds_for_faces_to_come(tmp_path: Path) -> None:
    labels = open_path(write_faces(tmp_path / "f", persons=2)).labels
    decisions = Decisions({}).dismiss(finding(*(face.id for face in labels)), labels)
    assert decisions.undecided([finding("new")]) == ()
    decisions = Decisions({}).dismiss(finding(next(iter(labels)).id), labels)
    assert len(decisions.undecided([finding("new")])) == 1


def test_a_setting_is_made_and_what_cannot_be_applied_is_refused(tmp_path: Path) -> None:
    labels = open_path(write_faces(tmp_path / "f", persons=2)).labels
    repair = Repair("keep persons together", setting=(PERSONS, "^([^-]+)-"))
    decide(labels, [finding(next(iter(labels)).id, key="persons-leak", repair=repair)])
    with Project.open(labels.root) as project:
        assert project.setting(PERSONS) == "^([^-]+)-"
        assert decisions_of(project).applied[0][0] == "persons-leak"
        assert project.history.entries() == []
    with pytest.raises(InputError, match="outside cannot be applied: nothing"):
        decide(labels, [finding(key="outside")])


def test_torn_persons_are_kept_together_once_that_was_applied(tmp_path: Path) -> None:
    folder = write_faces(tmp_path / "f", persons=12)
    for path in sorted(folder.iterdir()):
        person, _, rest = path.name.partition("-")
        path.rename(path.with_name(f"p{person}_{rest}"))
    for path in folder.glob("*.asf"):
        text = path.read_text().splitlines()
        path.write_text("\n".join([*text[:-1], path.with_suffix(".png").name]))
    opened = open_path(folder)
    (found,) = case_on_disk(opened).examine(Depth.NUMBERS)
    assert found.key == "persons-leak"
    decide(opened.labels, [found])
    assert case_on_disk(opened).examine(Depth.NUMBERS) == ()


def test_a_glance_looks_at_numbers_alone(tmp_path: Path) -> None:
    opened = open_path(write_faces(tmp_path / "f", persons=8))
    assert case_on_disk(opened).glance() == ()
    with Project.open(opened.labels.root) as project:
        project.set_setting(SETTING, Decisions({}).to_json())
    assert case_on_disk(opened).glance() == ()


def test_a_setting_that_was_made_is_taken_back(tmp_path: Path) -> None:
    labels = open_path(write_faces(tmp_path / "f", persons=2)).labels
    face = next(iter(labels)).id
    for pattern in ("^(a)", "^([^-]+)-"):
        repair = Repair("keep persons together", setting=(PERSONS, pattern))
        decide(labels, [finding(face, key="persons-leak", repair=repair)])
    for left in ("^(a)", ""):
        assert take_back(labels, ["persons-leak"]) == [Undone("persons-leak", 0, 0)]
        with Project.open(labels.root) as project:
            assert project.setting(PERSONS) == left


def test_faces_that_were_taken_out_come_back(tmp_path: Path) -> None:
    labels = open_path(write_faces(tmp_path / "f", persons=2)).labels
    before = list(labels)
    repair = Repair("take out", lambda face: None)
    decide(labels, [finding(before[0].id, repair=repair)])
    assert before[0].id not in labels
    assert take_back(labels, ["copies"]) == [Undone("copies", 1, 0)]
    assert set(labels) == set(before)
    with Project.open(labels.root) as project:
        assert project.stored_faces() == {}
