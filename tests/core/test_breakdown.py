from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpstudio.core.analysis import by_jaw, measure
from kpstudio.core.breakdown import OF_FACES, POSE_EDGES, By, Slice, break_down, break_down_parts
from kpstudio.core.facts import FaceError, FaceFacts
from kpstudio.core.labelset import Face, FaceState, LabelSet
from kpstudio.core.landmarks import Landmarks
from kpstudio.core.matching import compile_query
from kpstudio.core.query_parser import parse_query
from kpstudio.core.schema import BOX_SIZE, scheme_named
from kpstudio.core.shapemodel import shipped_shape_model

IMM = scheme_named("imm58")
POSES = (By.YAW, By.PITCH, By.ROLL)


def facts_of(
    rows: list[tuple[str, float, str, frozenset[str], float]], missing: frozenset[int] = frozenset()
) -> FaceFacts:
    """Faces by picture, NME, split, tags and yaw in degrees; some miss a point."""
    model = shipped_shape_model("imm58")
    assert model is not None
    faces, errors, split = [], {}, {}
    for number, (picture, error, part, tags, yaw) in enumerate(rows):
        xy = 100 * (model.mean + yaw / 20 * model.std[0] * model.modes[0])
        if number in missing:
            xy[3] = np.nan
        face_id = f"{picture}#{number}"
        faces.append(Face(face_id, picture, Landmarks.of(xy), state=FaceState.LABELLED, tags=tags))
        errors[face_id], split[face_id] = FaceError(1.0, error), part
    return FaceFacts(
        LabelSet(Path(), IMM, faces),
        split=split.__getitem__,
        errors=lambda ids: [errors[i] for i in ids],
    )


FACTS = facts_of(
    [
        ("01-1m.jpg", 0.02, "train", frozenset({"glasses"}), 0.0),
        ("01-2m.jpg", 0.10, "train", frozenset({"Glasses", "beard"}), -31.0),
        ("02-1f.jpg", 0.04, "val", frozenset(), 5.0),
        ("02-2f.jpg", 0.20, "val", frozenset({"beard"}), 35.0),
        ("party.jpg", 0.06, "", frozenset(), 16.0),
        ("party2.jpg", float("nan"), "", frozenset({"odd"}), 16.0),
    ]
)


def sliced(by: By, threshold: float = 0.08) -> dict[str, Slice]:
    found = break_down(FACTS.labels, FACTS, (by,), threshold)
    return {one.name: one for one in found}


def test_faces_are_told_apart_by_split_tag_and_person() -> None:
    split = sliced(By.SPLIT)
    assert {name: one.every.mean for name, one in split.items()} == pytest.approx(
        {"train": 0.06, "val": 0.12, "none": 0.06}
    )
    tags = sliced(By.TAG)
    assert list(tags) == ["beard", "glasses", "none"]
    glasses = tags["glasses"]
    assert (glasses.every.count, glasses.every.mean) == (2, pytest.approx(0.06))
    assert (glasses.training.count, glasses.validation.count) == (2, 0)
    beard = tags["beard"]
    assert (beard.training.mean, beard.validation.mean) == pytest.approx((0.10, 0.20))
    assert beard.every.failure_rate == 1
    assert list(sliced(By.PERSON)) == ["01", "02", "none"]


def test_all_faces_are_a_slice_when_asked_for() -> None:
    (every,) = break_down(FACTS.labels, FACTS, (By.NOTHING,))
    assert (every.name, str(every.where), every.every.count) == ("all faces", "", 5)
    assert (every.training.count, every.validation.count) == (2, 2)
    assert break_down([], FACTS, (By.NOTHING,)) == ()


def test_failures_are_counted_above_the_threshold_asked_for() -> None:
    assert sliced(By.PERSON)["01"].every.failure_rate == 0.5
    assert sliced(By.PERSON, 0.10)["01"].every.failure_rate == 0
    assert sliced(By.PERSON, 0.10)["01"].every.threshold == 0.10


def test_turns_fall_into_bins() -> None:
    bins = sliced(By.YAW)
    counts = {name: one.every.count for name, one in bins.items()}
    assert counts == {
        "-45° to -30°": 1,
        "-15° to +15°": 2,
        "+15° to +30°": 1,
        "+30° to +45°": 1,
    }
    assert str(bins["-15° to +15°"].where) == "yaw>=-15 yaw<+15"


def test_what_nothing_tells_apart_has_no_slice() -> None:
    plain = facts_of([("a.jpg", 0.1, "", frozenset(), 0.0), ("b.jpg", 0.2, "", frozenset(), 0.0)])
    found = break_down(plain.labels, plain)
    assert [one.by for one in found] == [By.SPLIT, By.YAW, By.PITCH, By.ROLL]
    blind = facts_of([("a.jpg", 0.1, "", frozenset(), 0.0)], missing=frozenset({0}))
    assert [one.by for one in break_down(blind.labels, blind)] == [By.SPLIT]
    assert break_down([], plain) == ()


def test_parts_are_summed_up_over_training_and_validation() -> None:
    faces = [face for face in FACTS.labels if face.landmarks is not None]
    moves = {face.id: 5.0 * number for number, face in enumerate(faces)}
    predictions = {}
    for face in faces:
        assert face.landmarks is not None
        xy = face.landmarks.xy_image.copy()
        xy[list(IMM.groups["mouth"]), 0] += moves[face.id]
        predictions[face.id] = Landmarks.of(xy)
    offsets = measure(faces, predictions, IMM, BOX_SIZE)
    parts = {one.name: one for one in break_down_parts(offsets, FACTS.split, 0.05)}
    mouth, jaw = parts["mouth"], parts["jaw"]
    errors = 5.0 * np.arange(6) / offsets.length
    assert mouth.every.mean == pytest.approx(errors.mean())
    assert mouth.training.mean == pytest.approx(errors[:2].mean())
    assert mouth.validation.mean == pytest.approx(errors[2:4].mean())
    assert mouth.every.failure_rate == pytest.approx((errors > 0.05).mean())
    assert mouth.points == IMM.groups["mouth"]
    assert (jaw.every.mean, jaw.every.count) == (0, 6)
    assert list(parts)[:3] == ["jaw", "jaw along", "jaw across"]
    assert str(jaw.where) == ""


def test_a_jaw_moved_as_a_whole_is_off_along_and_across() -> None:
    (face,) = [face for face in FACTS.labels if face.picture == "01-1m.jpg"]
    assert face.landmarks is not None
    xy, jaw = face.landmarks.xy_image.copy(), list(IMM.groups["jaw"])
    xy[jaw, 0] += 6.0
    offsets = measure([face], {face.id: Landmarks.of(xy)}, IMM)
    parts = {one.name: one.every.mean for one in break_down_parts(offsets, FACTS.split)}
    components = by_jaw(offsets)
    assert components is not None
    assert parts["jaw along"] == pytest.approx(components.along.mean())
    assert parts["jaw across"] == pytest.approx(components.across.mean())
    assert parts["jaw"] == pytest.approx(6.0 / offsets.length[0])


rows = st.lists(
    st.tuples(
        st.sampled_from(["01-1m.jpg", "01-2m.jpg", "02-1f.jpg", "x.jpg", "None-1m.jpg"]),
        st.floats(0, 0.3),
        st.sampled_from(["train", "val", ""]),
        st.frozensets(st.sampled_from(["beard", "Glasses", "looks away", "b*", "=b", "bear?"])),
        st.sampled_from([-45.0, -30.0, 15.0, 44.9, 45.0]) | st.floats(-80, 80),
    ),
    min_size=1,
    max_size=12,
)


@given(rows, st.frozensets(st.integers(0, 11), max_size=3))
def test_slices_part_the_faces_and_their_searches_find_them(
    faces: list[tuple[str, float, str, frozenset[str], float]], missing: frozenset[int]
) -> None:
    facts = facts_of(faces, missing)
    found = break_down(facts.labels, facts)
    for one in found:
        test = compile_query(parse_query(str(one.where)), facts)
        chosen = [facts.error(face.id).nme for face in facts.labels if test(face)]  # type: ignore[union-attr]
        assert len(chosen) == one.every.count > 0
        assert one.every.mean == pytest.approx(np.mean(chosen))
        assert one.training.count + one.validation.count <= one.every.count
    for by in OF_FACES:
        counts = [one.every.count for one in found if one.by is by]
        if by is not By.TAG and counts:
            assert sum(counts) == len(faces)


def test_bins_have_edges_in_order() -> None:
    for edges in POSE_EDGES.values():
        assert list(edges) == sorted(set(edges))
        assert [-edge for edge in reversed(edges)] == list(edges)


def test_without_a_jaw_there_is_nothing_along_it() -> None:
    five = scheme_named("five5")
    xy = np.array([[10.0, 10], [30, 10], [20, 20], [12, 30], [28, 30]])
    face = Face("a#0", "a", Landmarks.of(xy), state=FaceState.LABELLED)
    offsets = measure([face], {face.id: Landmarks.of(xy + 1)}, five)
    names = [one.name for one in break_down_parts(offsets, {}.get)]  # type: ignore[arg-type]
    assert names and not [name for name in names if "jaw" in name]
