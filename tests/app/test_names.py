"""Names of points and groups: English in data, German where the window shows them."""

from __future__ import annotations

import pytest

from kpstudio.app.edit_words import edit_words
from kpstudio.app.language import translated
from kpstudio.core.analysis import parts_of
from kpstudio.core.schema import PointSchema, generic_scheme, shipped_schemes
from kpstudio.core.schemes.names import in_words
from kpstudio.core.texts import kept, recalled

SCHEMES = pytest.mark.parametrize("scheme", shipped_schemes(), ids=lambda scheme: scheme.name)


def names_of(scheme: PointSchema) -> set[str]:
    return {*scheme.points, *scheme.groups, *parts_of(scheme)}


def words(name: str) -> set[str]:
    return {word for word in name.lower().replace("_", " ").split() if word.isalpha()}


ENGLISH = {
    word for scheme in shipped_schemes() for name in names_of(scheme) for word in words(name)
}


@SCHEMES
def test_no_name_of_a_shipped_scheme_has_an_english_word_in_german(german, scheme):
    shown = {name: translated(in_words(name)) for name in names_of(scheme)}
    assert {name: said for name, said in shown.items() if words(said) & ENGLISH} == {}
    numbers = [name.split()[-1] for name in shown if name.split()[-1].isdecimal()]
    said_numbers = [said.split()[-1] for said in shown.values() if said.split()[-1].isdecimal()]
    assert numbers == said_numbers


@SCHEMES
def test_points_of_one_scheme_are_told_apart_in_german(german, scheme):
    shown = [translated(scheme.called(point)) for point in range(scheme.count)]
    assert len(set(shown)) == scheme.count
    assert len({translated(in_words(group)) for group in scheme.groups}) == len(scheme.groups)


@SCHEMES
def test_names_are_spelt_in_english_as_data_have_them(scheme):
    for name in names_of(scheme):
        assert in_words(name) == name
        assert translated(in_words(name)) == name.replace("_", " ")
    assert [scheme.called(point) for point in range(scheme.count)] == list(scheme.points)


def test_names_are_good_german(german):
    told = {
        "left eye outer": "linkes Auge außen",
        "right brow 2": "rechte Braue 2",
        "outer upper lip 14": "Oberlippe außen 14",
        "left_eye_inner_corner": "Augenwinkel links innen",
        "right eye pupil": "rechte Pupille",
        generic_scheme(4).points[3]: "Punkt 3",
    }
    assert {name: translated(in_words(name)) for name in told} == told


@pytest.mark.parametrize(
    "name",
    ["", "left", "nose ring", "my jaw 3", "jaw 3a", "Jaw", "left eye {0}", "jaw  1", "{jaw}"],
)
def test_a_persons_own_names_stay(german, name):
    assert translated(in_words(name)) == name


def test_names_of_edits_are_english_in_the_project_and_german_in_the_window(german):
    assert edit_words("move left eye outer") == "linkes Auge außen verschieben"
    assert edit_words("move jaw 3 with its neighbours") == "Kiefer 3 mit Nachbarn verschieben"
    assert edit_words("undo: move nose tip") == "zurücknehmen: Nasenspitze verschieben"
    assert edit_words("move my point") == "my point verschieben"


def test_a_name_that_is_kept_is_said_again(german):
    assert translated(recalled(kept(in_words("left eye 3")))) == "linkes Auge 3"
