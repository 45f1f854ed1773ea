from __future__ import annotations

import math
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import assume, given

from kpstudio.core.errors import InputError, Problem
from kpstudio.core.facts import FaceError, FaceFacts, face_error
from kpstudio.core.filters import expand
from kpstudio.core.geometry import Box
from kpstudio.core.labelset import Face, FaceState, LabelSet, face_id
from kpstudio.core.landmarks import Landmarks, Source
from kpstudio.core.matching import choose, compile_query, select
from kpstudio.core.persons import FIRST_FOLDER, person_rule
from kpstudio.core.query import All, Either, Query, Saved, leaves
from kpstudio.core.query_parser import parse_query
from kpstudio.core.review import Review, Verdict
from kpstudio.core.schema import generic_scheme, scheme_for_count
from kpstudio.core.shapemodel import shipped_shape_model
from tests.core.queries import queries

SQUARE = np.array([[0.0, 0.0], [30.0, 0.0], [30.0, 40.0], [0.0, 40.0]])
HALF = np.array([[0.0, 0.0], [30.0, 0.0], [math.nan, 0.0], [0.0, math.nan]])


def face(picture: str, number: int = 0, **given) -> Face:
    state = given.pop("state", FaceState.LABELLED if "landmarks" in given else "unlabelled")
    return Face(face_id(picture, number), picture, state=FaceState(state), **given)


FACES = [
    face("01-1m.jpg", landmarks=Landmarks.of(SQUARE), tags=frozenset({"Glasses", "far"})),
    face("01-2m.jpg", landmarks=Landmarks.of(HALF), state="checked"),
    face("02-1f.jpg", landmarks=Landmarks.of(SQUARE, Source.PERSON), state="corrected"),
    face("two.jpg", box=Box(1, 2, 3, 4), tags=frozenset({"looks away"})),
    face("two.jpg", 1, landmarks=Landmarks.of(SQUARE + 1)),
    face("sub/my photo.jpeg", photo=True),
]
RUN = {
    "01-1m.jpg#0": Landmarks.of(np.add(SQUARE, (2.0, 0.0))),
    "01-2m.jpg#0": Landmarks.of(np.add(SQUARE, (0.0, 5.0))),
    "two.jpg#0": Landmarks.of(SQUARE),
}
SPLIT = {"01-1m.jpg#0": "train", "01-2m.jpg#0": "val"}
LABELS = LabelSet(Path("faces"), generic_scheme(4), FACES)
PROBLEMS = [Problem("02-1f.pts, line 3", "odd"), Problem("sub/my photo.jpeg", "no labels")]


def facts(**changes) -> FaceFacts:
    given = {"prediction": RUN.get, "split": lambda i: SPLIT.get(i, ""), "problems": PROBLEMS}
    return FaceFacts(LABELS, **{**given, **changes})


def found(text: str, **changes) -> str:
    """The faces that a search finds, by one letter each."""
    test = compile_query(text, facts(**changes))
    letters = zip("ABCDEF", FACES, strict=True)
    return "".join(letter for letter, face in letters if test(face))


@pytest.mark.parametrize(
    ("text", "faces"),
    [
        ("", "ABCDEF"),
        ("1M", "A"),
        ("1m.jpg -02", "A"),
        ("0", "ABC"),
        ("two", "DE"),
        ("sub", ""),
        ("sub/", "F"),
        ('"y p"', "F"),
        ('"01-*"', "AB"),
        ("*-1?", "AC"),
        ("*-1?.JPG", "AC"),
        ('"1-*"', ""),
        ("sub/*", "F"),
        ("/^0[12]-1/", "AC"),
        ("/M\\.jpg$/", "AB"),
        ("/^sub\\/.*o/", "F"),
        ("name:photo", "F"),
        ("state:labelled", "AE"),
        ("state:predicted", "D"),
        ("state:unlabelled", "F"),
        ("state:checked", "B"),
        ("state:unchecked", "ACDEF"),
        ("split:train", "A"),
        ("split:val", "B"),
        ("split:none", "CDEF"),
        ("tag:glasses", "A"),
        ('tag:"LOOKS AWAY"', "D"),
        ("tag:looks", ""),
        ("tag:*a*", "AD"),
        ("tag:none", "BCEF"),
        ("has:tag", "AD"),
        ("person:01", "AB"),
        ("person:0?", "ABC"),
        ("person:none", "DEF"),
        ("has:person", "ABC"),
        ("has:points", "ABCE"),
        ("has:box", "D"),
        ("has:prediction", "ABD"),
        ("has:correction", "C"),
        ("has:problem", "CF"),
        ("missing>0", "B"),
        ("missing=2", "B"),
        ("missing<1", "ACE"),
        ("faces>1", "DE"),
        ("faces=1", "ABCF"),
        ("px>1.9", "AB"),
        ("px<=2", "A"),
        ("px>=5", "B"),
        ("-px>2", "ACDEF"),
        ("error>0", "A"),
        ("error>5.77 error<5.78", "A"),
        ("nme<5.77", ""),
        ("yaw>0", ""),
        ("-yaw>0", "ABCDEF"),
        ("state:checked | tag:far", "AB"),
        ("-(state:checked | tag:far) has:points", "CE"),
        ("two | 01 1m", "ADE"),
    ],
)
def test_a_search_finds(text: str, faces: str) -> None:
    assert found(text) == faces


def test_a_folder_may_be_the_person() -> None:
    assert found("person:sub", persons=person_rule(FIRST_FOLDER)) == "F"


def test_saved_filters_are_looked_up() -> None:
    test = compile_query("-@mine", facts(), {"mine": "has:points"})
    assert [test(one) for one in FACES] == [False, False, False, True, False, True]
    with pytest.raises(InputError, match="no filter @mine"):
        compile_query("@mine", facts())


@given(queries, queries)
def test_joining_is_as_in_logic(one: Query, other: Query) -> None:
    assume(not any(isinstance(word, Saved) for word in leaves(All((one, other)))))
    joined = (one, other, All((one, other)), Either((one, other)))
    tests = [compile_query(query, facts()) for query in joined]
    for member in FACES:
        first, second, both, either = (test(member) for test in tests)
        assert both == (first and second)
        assert either == (first or second)


def test_the_turn_counts_either_way_or_with_its_sign() -> None:
    model = shipped_shape_model("imm58")
    assert model is not None
    turned = model.mean + 1.2 * model.std[0] * model.modes[0]
    side = [
        Face(name, name, Landmarks.of(100 * xy))
        for name, xy in (
            ("left", turned),
            ("right", 2 * model.mean - turned),
            ("ahead", model.mean),
        )
    ]
    labels = LabelSet(Path(), scheme_for_count(58), side)
    measured = FaceFacts(labels)
    assert measured.yaw(side[0]) == pytest.approx(-measured.yaw(side[1]))

    def names(text: str) -> list[str]:
        return [one.id for one in side if compile_query(text, measured)(one)]

    one_way, other_way = ("left", "right") if measured.yaw(side[0]) > 0 else ("right", "left")
    assert names("yaw>10") == ["left", "right"]
    assert names("yaw>+10") == [one_way]
    assert names("yaw<-10") == [other_way]
    assert names("yaw<10") == ["ahead"]
    at_once = FaceFacts(labels)
    at_once.measure_poses(side)
    assert [at_once.yaw(one) for one in side] == pytest.approx([measured.yaw(one) for one in side])
    # The turn follows the points: of a face without its own, those predicted.
    moved = replace(side[0], landmarks=side[2].landmarks)
    assert abs(measured.yaw(moved)) < 1
    bare = replace(side[0], landmarks=None)
    assert math.isnan(measured.yaw(bare))
    predicted = FaceFacts(labels, {"left": Landmarks.of(turned)}.get)
    assert predicted.yaw(bare) == pytest.approx(measured.yaw(side[0]))


def test_an_error_needs_points_of_a_file_or_a_person() -> None:
    scheme, prediction = generic_scheme(4), RUN["01-1m.jpg#0"]
    error = face_error(FACES[0], prediction, scheme.normaliser)
    assert error == FaceError(pytest.approx(2.0), pytest.approx(2 / math.sqrt(1200)))
    for other in (None, FACES[3], replace(FACES[0], state=FaceState.PREDICTED)):
        assert face_error(other, prediction, scheme.normaliser) is None
    assert face_error(FACES[0], None, scheme.normaliser) is None
    nowhere = Landmarks.of(np.full((4, 2), math.nan))
    assert face_error(FACES[0], nowhere, scheme.normaliser) is None


@pytest.mark.parametrize("text", ["a", "*a*", "/a/", "state:checked", "tag:x", "missing>1"])
def test_a_word_asks_only_for_what_it_needs(text: str) -> None:
    def never(*_: object) -> None:
        raise AssertionError("asked for")

    bare = FaceFacts(LABELS, prediction=never, split=never, errors=never, persons=never)
    for member in FACES:
        compile_query(text, bare)(member)


def test_rejected_faces_are_found_and_are_no_longer_predicted() -> None:
    rejected = face("e.jpg", state="rejected")
    asked = facts(prediction=lambda _: Landmarks.of(SQUARE))
    assert compile_query("state:rejected", asked)(rejected)
    assert not compile_query("state:predicted", asked)(rejected)


def test_a_search_chooses_faces_and_says_what_it_means() -> None:
    chosen = choose("@them two", facts(), {"them": "tag:*"})
    assert [face.id for face in chosen.faces] == ["two.jpg#0"]
    assert chosen.where == str(expand(parse_query("@them two"), {"them": "tag:*"}))
    assert choose("yaw>10", facts(), {}).faces == ()
    with pytest.raises(InputError, match="@nobody"):
        choose("@nobody", facts(), {})


@pytest.mark.parametrize(
    ("text", "measured"),
    [
        ("two", []),
        ("two or (far -yaw>+10)", ["poses"]),
        ("two error>5", ["errors"]),
        ("px>5 -pitch>5", ["poses", "errors"]),
    ],
)
def test_what_a_search_compares_is_measured_in_one_go(text, measured, monkeypatch) -> None:
    asked = []
    for what, name in (("poses", "measure_poses"), ("errors", "with_errors")):
        real = getattr(FaceFacts, name)

        def measure(self, faces, what=what, real=real):
            asked.append((what, tuple(faces)))
            return real(self, faces)

        monkeypatch.setattr(FaceFacts, name, measure)
    known, query = facts(), parse_query(text)
    found = select(query, FACES, known)
    assert asked == [(what, tuple(FACES)) for what in measured]
    assert found == list(filter(compile_query(query, known), FACES))


def test_reviewed_faces_are_found_by_the_word_on_them() -> None:
    approved = replace(FACES[1], review=Review(Verdict.APPROVED, "Ada"))
    returned = replace(FACES[2], review=Review(Verdict.RETURNED, "Ada"))
    labels = LabelSet(Path("faces"), generic_scheme(4), [FACES[0], approved, returned])
    known = FaceFacts(labels)
    found = {
        text: [face.picture for face in choose(text, known, {}).faces]
        for text in ("reviewed:yes", "reviewed:no", "reviewed:returned")
    }
    assert found == {
        "reviewed:yes": ["01-2m.jpg", "02-1f.jpg"],
        "reviewed:no": ["01-1m.jpg"],
        "reviewed:returned": ["02-1f.jpg"],
    }
