"""How far a person has got: counted anew for other faces, and kept by each change."""

from __future__ import annotations

from collections import Counter

import pytest

from kpstudio.app.face_list import Scope
from kpstudio.app.face_order import Order
from kpstudio.app.progress import Progress
from kpstudio.core.edits import add_faces, reject, set_state, set_states
from kpstudio.core.labelset import FaceState
from tests.app.help import faces_folder, stored_run


@pytest.fixture
def progress(desk, tmp_path) -> Progress:
    """Twelve faces with points, two pictures without."""
    desk.runs.predict_missing = lambda: None  # the stored run has no weights
    made = Progress(desk.session, desk.runs, desk.faces)
    root = faces_folder(tmp_path / "faces", 12, unlabelled=2)
    stored_run(root, {n: float(n + 1) for n in range(8)})
    desk.open(root)
    return made


def counted(progress: Progress) -> dict[FaceState, int]:
    return {state: n for state in FaceState if (n := progress.of(state))}


def test_a_folder_is_counted_when_it_is_opened(progress, desk, tmp_path):
    labelled, bare = FaceState.LABELLED, FaceState.UNLABELLED
    assert counted(progress) == {labelled: 12, bare: 2}
    assert (progress.finished, progress.total) == (0, 14)
    desk.open(faces_folder(tmp_path / "others", 3))
    assert counted(progress) == {labelled: 3}


def test_what_is_checked_and_rejected_is_finished(progress, desk, qtbot):
    session = desk.session
    faces = list(session.labels)
    with qtbot.waitSignal(progress.changed):
        session.perform(set_states(faces[:3], FaceState.CHECKED))
    session.perform(reject(session.labels["plain0.png#0"]))
    assert (progress.finished, progress.of(FaceState.REJECTED)) == (4, 1)
    session.undo()
    session.undo()
    assert (progress.finished, progress.total) == (0, 14)


def test_a_search_leaves_the_counts_and_a_scope_does_not(progress, desk):
    desk.faces.filter("f1")
    assert progress.total == 14
    desk.faces.show_scope(Scope.PHOTOS, Order.NAME)
    assert counted(progress) == {FaceState.UNLABELLED: 2}
    desk.session.perform(set_state(desk.session.labels["f0.png#0"], FaceState.CHECKED))
    assert progress.finished == 0, "it is none of these faces"


def test_counts_are_those_of_the_faces_after_any_changes(progress, desk):
    session = desk.session
    faces = list(session.labels)
    for number, state in enumerate([*FaceState] * 2):
        session.perform(set_state(session.labels[faces[number].id], state))
    gone = [session.labels[face.id] for face in faces[:2]]
    session.perform(add_faces(gone, "delete").inverse())
    facts = desk.faces.facts
    assert counted(progress) == dict(Counter(map(facts.state, session.labels)))
    assert progress.total == 12
