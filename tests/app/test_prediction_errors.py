"""Errors of predictions are kept as long as nothing that they tell of changes."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpstudio.app import prediction_errors as module
from kpstudio.app.prediction_errors import PredictionErrors
from kpstudio.core.edits import set_state, set_states, set_tags
from kpstudio.core.errors import Cancelled
from kpstudio.core.facts import face_error, face_errors
from kpstudio.core.labelset import Face, FaceState, LabelSet
from kpstudio.core.landmarks import Landmarks
from kpstudio.core.metrics import Yardstick
from kpstudio.core.schema import generic_scheme
from tests.app.help import Desk, faces_folder, stored_run

RUN = "0001-bignet"
FACES = 6
Pairs = Sequence[tuple[Face | None, Landmarks | None]]


@pytest.fixture
def open_desk(desk: Desk, tmp_path: Path) -> Desk:
    """Six faces, the predictions of which are 1 to 6 pixels off."""
    root = faces_folder(tmp_path / "faces", FACES)
    stored_run(root, {n: float(n + 1) for n in range(FACES)})
    desk.open(root)
    desk.runs.use(RUN)
    return desk


@pytest.fixture
def sizes(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many faces are measured each time."""
    found: list[int] = []

    def counted(pairs: Pairs, normaliser: object) -> object:
        found.append(len(pairs))
        return face_errors(pairs, normaliser)  # type: ignore[arg-type]

    monkeypatch.setattr(module, "face_errors", counted)
    return found


def read_again(face: Face) -> Landmarks:
    """Return the points of a face as its file would give them once more."""
    assert face.landmarks is not None
    return replace(face.landmarks)


def ids(desk: Desk) -> list[str]:
    return [face.id for face in desk.session.labels]


def right(desk: Desk) -> list[object]:
    """Return what the errors are, each measured by itself."""
    by = desk.runs.measuring.yardstick.normaliser
    return [face_error(f, desk.runs.prediction(f.id), by) for f in desk.session.labels]


def known(desk: Desk, errors: PredictionErrors) -> list[object]:
    return list(errors.of_all(ids(desk)))


def test_faces_that_were_read_again_are_measured_in_one_go(open_desk, sizes) -> None:
    labels = open_desk.session.labels
    assert known(open_desk, open_desk.runs.errors) == right(open_desk)
    sizes.clear()
    for face in tuple(labels):
        labels.put(replace(face, landmarks=read_again(face)))
    open_desk.session.faces_listed.emit()
    assert known(open_desk, open_desk.runs.errors) == right(open_desk)
    assert sizes == [FACES]


def test_what_is_told_of_and_has_not_changed_is_not_measured_again(open_desk, sizes) -> None:
    assert known(open_desk, open_desk.runs.errors) == right(open_desk)
    sizes.clear()
    first = next(iter(open_desk.session.labels))
    open_desk.session.labels.put(replace(first, landmarks=read_again(first)))
    open_desk.session.faces_listed.emit()
    assert known(open_desk, open_desk.runs.errors) == right(open_desk)
    assert sizes == [1]


def test_marking_and_tagging_leave_errors_as_they_are(open_desk, sizes) -> None:
    assert known(open_desk, open_desk.runs.errors) == right(open_desk)
    sizes.clear()
    faces = tuple(open_desk.session.labels)
    open_desk.session.perform(set_states(faces, FaceState.CHECKED))
    open_desk.session.perform(set_tags(tuple(open_desk.session.labels), {"glasses"}))
    assert known(open_desk, open_desk.runs.errors) == right(open_desk)
    assert sizes == []
    first = next(iter(open_desk.session.labels))
    open_desk.session.perform(set_state(first, FaceState.REJECTED))
    assert open_desk.runs.errors.of(first.id) is None, "its points count no longer"


def test_no_error_by_another_length_stays(open_desk) -> None:
    measuring = open_desk.runs.measuring
    errors = PredictionErrors(open_desk.session, measuring, open_desk.runs.predictions)
    first, *_, last = ids(open_desk)
    assert errors.of(first) is not None
    measuring.blockSignals(True)
    measuring.divide_by(measuring.offered[1].name)  # a thread asks before anybody is told
    assert errors.of(last) is not None
    measuring.blockSignals(False)
    errors.measure_anew()
    assert known(open_desk, errors) == right(open_desk)


def test_what_was_measured_by_another_length_is_not_taken(open_desk, sizes) -> None:
    measuring, runs = open_desk.runs.measuring, open_desk.runs
    errors = PredictionErrors(open_desk.session, measuring, runs.predictions)
    points = {i: found for i in ids(open_desk) if (found := runs.prediction(i)) is not None}
    found = errors.measurer()(points, lambda _: None)
    measuring.divide_by(measuring.offered[1].name)
    errors.know(found)
    assert known(open_desk, errors) == right(open_desk)
    errors.know(errors.measurer()(points, lambda _: None))
    sizes.clear()
    assert known(open_desk, errors) == right(open_desk)
    assert sizes == []


ONE = st.tuples(st.integers(0, 5), st.sampled_from(["move", "mark", "reject", "drop", "predict"]))


@given(st.lists(st.lists(ONE, max_size=4), max_size=4))
def test_many_at_once_are_what_each_is_by_itself_whatever_has_changed(rounds) -> None:
    scheme, random = generic_scheme(4), np.random.default_rng(0)

    def points() -> Landmarks:
        return Landmarks.of(random.uniform(0.0, 100.0, (4, 2)))

    faces = [Face(f"{n}.jpg#0", f"{n}.jpg", points(), state=FaceState.LABELLED) for n in range(6)]
    labels, predictions = LabelSet(Path(), scheme, faces), {face.id: points() for face in faces[1:]}
    session, measuring = SimpleNamespace(labels=labels), SimpleNamespace()
    measuring.yardstick = Yardstick(scheme.normaliser)
    errors = PredictionErrors(
        session,  # type: ignore[arg-type]
        measuring,  # type: ignore[arg-type]
        lambda ids: list(map(predictions.get, ids)),
    )
    for changes in ([], *rounds):
        for number, change in changes:
            face = faces[number]
            match change:
                case "move":
                    labels.put(replace(face, landmarks=points(), state=FaceState.CORRECTED))
                case "mark":
                    labels.put(replace(labels.get(face.id) or face, state=FaceState.CHECKED))
                case "reject":
                    labels.put(replace(labels.get(face.id) or face, state=FaceState.REJECTED))
                case "drop" if face.id in labels:
                    labels.remove(face.id)
                case "predict":
                    predictions[face.id] = points()
        plain = [
            face_error(labels.get(face.id), predictions.get(face.id), scheme.normaliser)
            for face in faces
        ]
        assert errors.of_all([face.id for face in faces]) == plain
        assert [errors.of(face.id) for face in faces] == plain


def test_many_are_divided_by_another_length_behind_the_window_or_not_at_all(
    open_desk, monkeypatch
) -> None:
    session, runs = open_desk.session, open_desk.runs
    before, errors = runs.measuring.yardstick, known(open_desk, runs.errors)
    name = runs.measuring.offered[1].name
    asked: list[int] = []

    def refuse(work: Callable[..., object], faces: int) -> object:
        asked.append(faces)
        raise Cancelled("no patience")

    monkeypatch.setattr(session, "waited", refuse)
    runs.errors.divide_by(name)
    assert asked == [FACES]
    assert (runs.measuring.yardstick, known(open_desk, runs.errors)) == (before, errors)
    runs.errors.divide_by(before.normaliser.name)
    assert asked == [FACES], "by the same length nothing is measured"

    monkeypatch.setattr(session, "waited", lambda work, _: work(lambda *_: True))
    runs.errors.divide_by(name)
    assert runs.measuring.yardstick.normaliser.name == name
    assert known(open_desk, runs.errors) == right(open_desk) != errors


def test_nothing_is_kept_of_faces_that_are_gone(open_desk) -> None:
    errors = open_desk.runs.errors
    assert known(open_desk, errors) == right(open_desk)
    gone, *_ = ids(open_desk)
    open_desk.session.labels.remove(gone)
    open_desk.session.faces_listed.emit()
    assert errors.of(gone) is None
    other = next(iter(open_desk.session.labels))
    open_desk.session.labels.put(replace(other))
    assert errors.of(other.id) is not None
    assert gone not in errors._known


def test_several_threads_ask_at_once(open_desk) -> None:
    errors, found = open_desk.runs.errors, []
    errors.forget()

    def ask() -> None:
        found.append(known(open_desk, errors))

    threads = [threading.Thread(target=ask) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [right(open_desk)] * 8
