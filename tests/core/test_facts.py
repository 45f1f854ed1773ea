from __future__ import annotations

import math
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from kpstudio.core.facts import FaceError, FaceFacts, doubt, face_error, face_errors
from kpstudio.core.labelset import Face, FaceState, LabelSet
from kpstudio.core.landmarks import Landmarks
from kpstudio.core.schema import Normaliser, generic_scheme, scheme_named
from kpstudio.core.shapemodel import shipped_shape_model

LENGTH = Normaliser("first to second", (0,), (1,))


def test_doubt_is_the_mean_scatter_over_the_length_that_errors_are_divided_by() -> None:
    found = Landmarks.of([[0, 0], [50, 0], [0, 30]])
    assert math.isnan(doubt(found, LENGTH))
    spread = np.array([[9.0, 0.0, 16.0], [1.0, 0.5, 0.0], [np.nan] * 3])
    assert doubt(replace(found, spread=spread), LENGTH) == pytest.approx((5 + 1) / 2 / 50)
    unknown = replace(found, spread=np.full((3, 3), np.nan))
    assert math.isnan(doubt(unknown, LENGTH))
    in_one_place = Landmarks.of(np.zeros((3, 2)))
    assert math.isnan(doubt(replace(in_one_place, spread=spread), LENGTH))


# Of no length so small that dividing by it overflows.
COORDINATES = st.floats(-1e6, 1e6, width=32, allow_subnormal=False) | st.just(math.nan)
places = hnp.arrays(np.float64, (4, 2), elements=COORDINATES)
points = places.map(Landmarks.of)
labelled = st.builds(Face, st.just("a#0"), st.just("a"), st.none() | points)


@given(st.lists(st.tuples(st.none() | labelled, st.none() | points), max_size=5))
def test_many_errors_are_those_of_each_face(pairs) -> None:
    found = face_errors(pairs, LENGTH)
    for (face, prediction), error in zip(pairs, found, strict=True):
        assert error == face_error(face, prediction, LENGTH) or math.isnan(error.nme)
        truth = None if face is None else face.landmarks
        if truth is None or prediction is None or not face.labelled:
            assert error is None
            continue
        both = zip(truth.xy_image.tolist(), prediction.xy_image.tolist(), strict=True)
        known = [d for d in (math.dist(*pair) for pair in both) if math.isfinite(d)]
        assert (error is None) is not bool(known)
        if error is not None:
            assert error.pixels == pytest.approx(sum(known) / len(known))


def test_an_error_is_the_mean_distance_of_the_points_that_both_have(monkeypatch) -> None:
    monkeypatch.setattr("kpstudio.core.facts._PORTION", 2)
    truth = [[0, 0], [10, 0], [5, 5], [np.nan, np.nan]]
    predicted = [[3, 4], [10, 0], [np.nan, np.nan], [1, 1]]
    face = Face("a#0", "a", Landmarks.of(truth), state=FaceState.LABELLED)
    found = face_errors([(face, Landmarks.of(predicted))] * 5, LENGTH)
    assert found == [FaceError(pixels=2.5, nme=0.25)] * 5
    others = Landmarks.of(predicted[:3])  # of another number of points
    mixed = [(face, others), (face, Landmarks.of(predicted)), (face, None)]
    assert face_errors(mixed, LENGTH) == [None, found[0], None]


def test_facts_tell_doubt_in_percent_and_how_unusual_a_shape_is() -> None:
    scheme = scheme_named("imm58")
    model = shipped_shape_model("imm58")
    assert scheme is not None
    assert model is not None
    shape = Landmarks.of(200 * (model.mean + 4 * model.std[0] * model.modes[0]))
    spread = replace(shape, spread=np.full((58, 3), 2.0))
    face = Face("a#0", "a")
    facts = FaceFacts(LabelSet(Path(), scheme, [face]), {"a#0": spread}.get)
    assert facts.doubt(face) == pytest.approx(100 * doubt(spread, scheme.normaliser))
    corrected = replace(face, landmarks=shape, state=FaceState.CORRECTED)
    assert math.isnan(facts.doubt(corrected)), "a person has looked at it"
    assert facts.unusual(face) == pytest.approx(model.unusual(shape.xy_image))
    assert facts.unusual(face) > 0.5
    nothing = FaceFacts(LabelSet(Path(), generic_scheme(58), [face]))
    assert math.isnan(nothing.doubt(face))
    assert math.isnan(nothing.unusual(face))


def test_the_error_over_some_points_is_told_of_the_faces_that_have_them() -> None:
    near, far = Landmarks.of([[0, 0], [50, 0], [0, 30]]), Landmarks.of([[0, 0], [50, 0], [0, 60]])
    bare = Landmarks.of([[0, 0], [50, 0], [math.nan, math.nan]])
    faces = [
        Face(f"{name}#0", name, points, state=FaceState.LABELLED)
        for name, points in (("a", near), ("b", far), ("c", bare), ("d", None), ("e", near))
    ]
    scheme = replace(generic_scheme(3), normaliser=LENGTH)
    facts = FaceFacts(LabelSet(Path(), scheme, faces), {f"{name}#0": near for name in "abcd"}.get)
    assert facts.errors_at(faces, [2]) == pytest.approx({"a#0": 0.0, "b#0": 60.0})
    assert facts.errors_at(faces, [1, 2]) == pytest.approx({"a#0": 0.0, "b#0": 30.0, "c#0": 0.0})


def test_a_scheme_without_a_model_tells_no_pose() -> None:
    face = Face("a#0", "a", Landmarks.of([[0, 0], [50, 0], [0, 30]]), state=FaceState.LABELLED)
    facts = FaceFacts(LabelSet(Path(), generic_scheme(3), [face]))
    facts.measure_poses([face])
    assert all(math.isnan(angle) for angle in facts.pose(face))
