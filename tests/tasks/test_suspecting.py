"""Training the folds, keeping what they answer, and what the doctor makes of it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from kpstudio.core.edits import move_points
from kpstudio.core.errors import Cancelled, InputError
from kpstudio.core.labelset import LabelSet
from kpstudio.core.suspicion import Reason
from kpstudio.doctor.diagnose import Depth
from kpstudio.doctor.finding import reordered
from kpstudio.engine.config import TrainConfig
from kpstudio.engine.control import Control
from kpstudio.engine.events import Done
from kpstudio.engine.presets import preset
from kpstudio.store.project import Project
from kpstudio.tasks import suspecting
from kpstudio.tasks.doctor import case_of, decide
from kpstudio.tasks.suspecting import (
    FoldBegan,
    FoldEvent,
    SuspectEvent,
    answers_in,
    ask_folds,
    folds_known,
    keep,
    share_done,
)
from kpstudio.tasks.suspects import as_findings
from tests.suspect_faces import MOVED, MOVED_POINT, SWAPPED, no_training, odd_faces


def small(labels: LabelSet) -> TrainConfig:
    return replace(preset("smallnet", labels.scheme, tuple(range(58))), epochs=1)


def test_every_face_is_answered_for_by_a_network_that_did_not_see_it(
    labels: LabelSet, tmp_path: Path
) -> None:
    config, folder = small(labels), tmp_path / "folds"
    events = list(ask_folds(labels, config, folder, 2))
    began = [event for event in events if isinstance(event, FoldBegan)]
    assert [(one.number, one.known) for one in began] == [(1, False), (2, False)]
    assert sum(one.faces for one in began) == len(labels)
    assert sum(isinstance(one, FoldEvent) and isinstance(one.event, Done) for one in events) == 2
    shares = [done for event in events if (done := share_done(event, config)) is not None]
    assert shares == sorted(shares)
    assert (shares[0], shares[-1]) == (0.0, 1.0)
    answers = answers_in(folder)
    assert set(answers) == set(labels.ids)
    assert all(
        looks.shape[1:] == (58, 2) and np.isfinite(looks).all() for looks in answers.values()
    )
    again = list(ask_folds(labels, config, folder, 2))
    assert [type(event) for event in again] == [FoldBegan, FoldBegan]
    assert all(isinstance(event, FoldBegan) and event.known for event in again)


def test_persons_stay_together_and_other_settings_take_the_place_of_old_answers(
    labels: LabelSet, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    trained, folder = no_training(monkeypatch), tmp_path / "folds"
    list(ask_folds(labels, small(labels), folder, 5))
    assert [len({i[:2] for i in ids}) for ids in trained] == [4] * 5
    before = set(folder.iterdir())
    list(ask_folds(labels, replace(small(labels), lr=0.5), folder, 5))
    assert len(trained) == 10
    assert len(list(folder.iterdir())) == 5
    assert not before & set(folder.iterdir())


def test_a_cancelled_search_keeps_the_folds_that_were_finished(
    labels: LabelSet, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    trained, folder, control = no_training(monkeypatch), tmp_path / "folds", Control()

    def begin() -> None:
        for event in ask_folds(labels, small(labels), folder, 5, control=control):
            if event.number == 3:
                control.stop()

    with pytest.raises(Cancelled):
        begin()
    assert len(list(folder.iterdir())) == 2
    seen: list[SuspectEvent] = list(ask_folds(labels, small(labels), folder, 5))
    assert [isinstance(one, FoldBegan) and one.known for one in seen] == [True] * 2 + [False] * 3
    assert len(trained) == 3 + 3


def test_answers_can_be_asked_for_anew(
    labels: LabelSet, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    trained, folder, config = no_training(monkeypatch), tmp_path / "folds", small(labels)
    assert folds_known(labels, config, folder) == 0
    list(ask_folds(labels, config, folder))
    assert folds_known(labels, config, folder) == 5
    assert folds_known(labels, replace(config, lr=0.5), folder) == 0
    events = list(ask_folds(labels, config, folder, anew=True))
    assert [isinstance(one, FoldBegan) and one.known for one in events] == [False] * 5
    assert len(trained) == 10


def test_answers_to_other_looks_of_an_interrupted_search_are_not_mixed_in(tmp_path: Path) -> None:
    many = {face: np.zeros((6, 58, 2)) for face in "abcd"}
    keep(tmp_path / "1.npz", many)
    keep(tmp_path / "2.npz", {"a": np.ones((5, 58, 2))})
    assert {face: looks.shape[0] for face, looks in answers_in(tmp_path).items()} == dict.fromkeys(
        "abcd", 6
    )
    keep(tmp_path / "3.npz", {face: np.ones((5, 58, 2)) for face in "bcd"})
    assert {len(looks) for looks in answers_in(tmp_path).values()} == {5}


def test_too_few_persons_and_broken_answers_are_told(labels: LabelSet, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="5 persons cannot be divided into 6 parts"):
        list(ask_folds(labels, small(labels), tmp_path, 6))
    keep(tmp_path / "x.npz", {"a": np.random.default_rng(0).normal(size=(6, 58, 2))})
    whole = (tmp_path / "x.npz").read_bytes()
    wrong = whole[:900] + bytes(100) + whole[1000:]
    for broken in (b"no answers", b"", whole[:1000], wrong):
        (tmp_path / "x.npz").write_bytes(broken)
        with pytest.raises(InputError, match=r"x\.npz: cannot be read"):
            answers_in(tmp_path)


@pytest.fixture
def odd(tmp_path: Path) -> LabelSet:
    return odd_faces(tmp_path / "odd")


def test_suspects_are_listed_worst_first_until_a_person_calls_them_right(odd: LabelSet) -> None:
    with Project.open(odd.root) as project:
        case = case_of(odd, (), project)
    (first, sides), (second, point) = case.suspects()
    assert (first, sides.reason) == (SWAPPED, Reason.SIDES)
    assert (second, point.points) == (MOVED, (MOVED_POINT,))
    found = {finding.key: finding for finding in case.examine(Depth.NUMBERS)}
    assert "suspect-sides" not in found  # the shape alone has told it
    assert found["left-right"].faces == (SWAPPED,)
    assert found["suspect-points"].faces == (MOVED,)
    assert "mouth left is off by" in found["suspect-points"].remedy
    assert found["suspect-points"].repair is None
    decide(odd, dismiss=[found["suspect-points"]])
    with Project.open(odd.root) as project:
        assert [face_id for face_id, _ in case_of(odd, (), project).suspects()] == [first]


def test_without_answers_there_is_nothing_to_list(labels: LabelSet) -> None:
    assert case_of(labels, (), None).suspects() == []


def test_networks_that_looked_less_often_than_most_are_not_heard(odd: LabelSet) -> None:
    with Project.open(odd.root) as project:
        folder = project.location / suspecting.FOLDER
        keep(folder / "other.npz", {SWAPPED: np.zeros((1, 58, 2))})
        # What the others said of the face stands.
        assert [face_id for face_id, _ in case_of(odd, (), project).suspects()] == [SWAPPED, MOVED]


def test_answers_about_other_points_are_no_answers(odd: LabelSet, tmp_path: Path) -> None:
    with Project.open(odd.root) as project:
        folder = project.location / suspecting.FOLDER
        for path in folder.iterdir():
            path.unlink()
        keep(folder / "other.npz", {SWAPPED: np.zeros((2, 5, 2))})
        assert case_of(odd, (), project).suspects() == []


def test_findings_tell_of_the_faces_that_are_left_alone(tmp_path: Path) -> None:
    """What the shape told and what was called right is in no sentence."""
    labels = odd_faces(tmp_path / "odd")
    other = "11-1m.png#0"
    with Project.open(labels.root) as project:
        face = labels[other]
        assert face.landmarks is not None
        to = face.landmarks.xy_image[[MOVED_POINT]] + (4.0, 3.0)
        edit = move_points(face, [MOVED_POINT], to, "it")
        edit.apply(labels)
        project.record(edit)
        case = case_of(labels, (), project)
    suspects = dict(case.suspects())
    assert set(suspects) == {SWAPPED, MOVED, other}
    called = replace(case, decisions=case.decisions.call_right({MOVED: suspects[MOVED]}))
    (found,) = (one for one in called.examine(Depth.NUMBERS) if one.key == "suspect-points")
    assert found.sentence.startswith("1 face has points")
    assert "11-1m.png" in found.sentence
    assert "07-2m.png" not in found.sentence + found.remedy


def test_faces_that_the_shape_has_told_are_not_counted_again(
    odd: LabelSet, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Project.open(odd.root) as project:
        case = case_of(odd, (), project)
    point = dict(case.suspects())[MOVED]
    monkeypatch.setattr(type(case), "suspects", lambda _: [(SWAPPED, point), (MOVED, point)])
    found = {one.key: one for one in case.examine(Depth.NUMBERS)}
    assert found["left-right"].faces == (SWAPPED,)
    assert found["suspect-points"].sentence.startswith("1 face has points")
    assert found["suspect-points"].figures["highest suspicion"] == point.score


def test_points_put_in_order_by_hand_meanwhile_are_not_put_in_order_again(odd: LabelSet) -> None:
    with Project.open(odd.root) as project:
        listed = case_of(odd, (), project).suspects()
    finding = as_findings({face.id: face for face in odd}, listed)[0]
    assert finding.repair is not None
    swapped = odd[SWAPPED]
    by_hand = reordered(swapped, odd.scheme.mirror)
    (change,) = finding.repair.edit([swapped]).changes
    assert change.after == by_hand
    assert finding.repair.edit([by_hand]).changes == ()
    assert swapped.landmarks is not None
    everywhere = range(len(swapped.landmarks.xy_image))
    shift = move_points(swapped, list(everywhere), swapped.landmarks.xy_image + 0.5, "all")
    shifted = shift.changes[0].after
    assert shifted is not None
    assert len(finding.repair.edit([shifted]).changes) == 1
