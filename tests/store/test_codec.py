from __future__ import annotations

import json
import math
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from kpstudio.core.edits import FaceChange, SchemeChange
from kpstudio.core.errors import InputError
from kpstudio.core.geometry import Box
from kpstudio.core.labelset import Face, FaceState
from kpstudio.core.landmarks import Landmarks
from kpstudio.core.schema import PointSchema, generic_scheme, scheme_named
from kpstudio.store import codec
from tests.core.strategies import faces, landmarks, plain_json


@given(faces())
def test_a_face_comes_back_exactly(face: Face) -> None:
    assert codec.face_from_text(codec.face_to_text(face)) == face


@given(landmarks())
def test_landmarks_come_back_bit_by_bit(points: Landmarks) -> None:
    back = codec.landmarks_from_text(codec.landmarks_to_text(points))
    assert back == points
    # Equality takes 0.0 for -0.0; the bits of placed points do not.
    here = points.present
    assert back.xy_image[here].tobytes() == points.xy_image[here].tobytes()


@given(plain_json)
def test_extras_come_back_with_their_types(extra: Any) -> None:
    face = Face("a#0", "a", extras={"asf": extra})
    back = codec.face_from_text(codec.face_to_text(face)).extras["asf"]
    assert repr(back) == repr(extra)


@given(faces("a.jpg"), faces("a.jpg"))
def test_changes_come_back(before: Face, after: Face) -> None:
    changes = (
        FaceChange(before, after),
        FaceChange(None, after),
        FaceChange(before, None),
        FaceChange(before, before),
    )
    for change in changes:
        assert codec.change_from_text(codec.change_to_text(change)) == change


@pytest.mark.parametrize("before", [None, scheme_named("imm58")])
def test_changes_of_the_scheme_come_back(before: PointSchema | None) -> None:
    change = SchemeChange(before, generic_scheme(58))
    assert codec.scheme_change_from_text(codec.scheme_change_to_text(change)) == change


def test_what_a_change_leaves_alone_is_written_once() -> None:
    face = Face("a#0", "a", Landmarks.of([[1, 2]]), extras={"long": "x" * 1000})
    after = replace(face, landmarks=Landmarks.of([[1, 3]]))
    assert codec.change_to_text(FaceChange(face, after)).count("x" * 1000) == 1


def test_a_missing_point_is_null_in_the_text() -> None:
    text = codec.landmarks_to_text(Landmarks.of([[0.1, 2.5], [math.nan, math.nan]]))
    assert json.loads(text)["xy"] == [[0.1, 2.5], None]


def test_the_text_is_ascii_whatever_the_file_is_called() -> None:
    face = Face("\udcff.jpg#0", "\udcff.jpg")
    text = codec.face_to_text(face)
    assert text.isascii()
    assert codec.face_from_text(text) == face


def test_numpy_scalars_in_extras_become_plain_numbers() -> None:
    face = Face("a#0", "a", extras={"n": np.int64(3), "f": np.float32(0.5)})
    assert codec.face_from_text(codec.face_to_text(face)).extras == {"n": 3, "f": 0.5}


@pytest.mark.parametrize("extra", [object(), {1: "number as key"}, b"bytes"])
def test_extras_that_json_cannot_carry_are_refused(extra: object) -> None:
    with pytest.raises(TypeError, match="extras"):
        codec.face_to_text(Face("a#0", "a", extras={"x": extra}))


@given(st.text(max_size=20) | plain_json.map(lambda value: json.dumps(value)))
def test_any_other_text_is_an_input_error(text: str) -> None:
    assume(text.replace(" ", "") != "[null,null]")  # a change of the scheme that changes nothing
    for read in (
        codec.face_from_text,
        codec.landmarks_from_text,
        codec.change_from_text,
        codec.scheme_change_from_text,
    ):
        with pytest.raises(InputError):
            read(text)


def test_a_visibility_that_does_not_exist_is_an_input_error() -> None:
    text = codec.landmarks_to_text(Landmarks.of([[1, 2]])).replace('"visibility":[2]', "%")
    with pytest.raises(InputError):
        codec.landmarks_from_text(text.replace("%", '"visibility":[7]'))


def test_a_face_without_tags_and_review_is_written_as_before_there_were_any() -> None:
    face = Face("a#0", "a")
    assert not {"tags", "review"} & set(json.loads(codec.face_to_text(face)))
    old = {"id": "a#0", "picture": "a", "landmarks": None, "box": None, "extras": {}}
    text = json.dumps({**old, "state": "unlabelled", "photo": False})
    assert codec.face_from_text(text) == face
    tagged = replace(face, tags=frozenset({"far", "glasses"}))
    change = json.dumps({"before": json.loads(text), "after": {"tags": ["glasses", "far"]}})
    assert codec.change_from_text(change) == FaceChange(face, tagged)


def test_the_spread_of_a_prediction_comes_back_and_old_ones_have_none() -> None:
    known = Landmarks.of([[1, 2], [3, 4]])
    assert "spread" not in codec.landmarks_to_text(known)
    spread = np.array([[0.1, -0.2, 3.0], [np.nan] * 3])
    predicted = replace(known, spread=spread)
    assert codec.landmarks_from_text(codec.landmarks_to_text(predicted)) == predicted


def test_extras_come_back_with_what_json_lacks() -> None:
    extras = {"a": (1, [2.5, -math.inf]), "b": {"$": "tagged", "c": None}, "d": np.float64(3)}
    face = Face("a.jpg#0", "a.jpg", extras=extras)
    back = codec.face_from_text(codec.face_to_text(face)).extras
    assert back == extras
    assert isinstance(back["a"], tuple)
    nothing = replace(face, extras={"n": math.nan})
    assert math.isnan(codec.face_from_text(codec.face_to_text(nothing)).extras["n"])


def test_faces_stand_in_projects_as_they_always_did():
    """What is stored is compared with what is written now, letter by letter."""
    landmarks = Landmarks(np.array([[0.1, 2.5], [np.nan, np.nan]]), np.array([1, 0]), run="ü")
    face = Face(
        "a#0", "a", landmarks, Box(0.0, 1.0, 2.5, 3.0), FaceState.LABELLED, extras={"landmarks": 0}
    )
    assert codec.face_to_text(face) == (
        '{"id":"a#0","picture":"a","landmarks":{"xy":[[0.1,2.5],null],"visibility":[1,0],'
        '"source":"file","run":"\\u00fc"},"box":[0.0,1.0,2.5,3.0],"state":"labelled",'
        '"photo":false,"extras":{"landmarks":0}}'
    )
    checked = replace(face, state=FaceState.CHECKED)
    change = codec.change_to_text(FaceChange(face, checked))
    assert change.endswith('"after":{"state":"checked"}}')
    back = codec.change_from_text(change)
    assert back == FaceChange(face, checked)
    assert back.before.landmarks is back.after.landmarks


@given(faces(), faces())
def test_a_writer_says_of_a_face_again_what_it_has_said(first: Face, second: Face):
    writer = codec.Writer()
    change = FaceChange(first, replace(second, id=first.id))
    assert writer.change(change) == codec.change_to_text(change)
    for face in (first, second, first):
        assert writer.face(face) == codec.face_to_text(face)
