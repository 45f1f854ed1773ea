from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpstudio.core.errors import InputError
from kpstudio.core.labelset import Face, face_id
from kpstudio.core.persons import FIRST_FOLDER, person_of, person_rule
from kpstudio.core.splits import (
    faces_named,
    split_by_choice,
    split_by_fraction,
    split_by_list,
    split_in_folds,
)

fractions = st.floats(0, 0.95)
seeds = st.integers(0, 2**32)


def make(*pictures: str) -> list[Face]:
    return [Face(face_id(picture), picture) for picture in pictures]


IMM = make(*(f"{person:02}-{view}m.jpg" for person in range(1, 11) for view in range(1, 7)))

imm_names = st.builds(
    "{:02}-{}{}.jpg".format, st.integers(1, 9), st.integers(1, 6), st.sampled_from("mf")
)
plain_names = st.sampled_from([f"img{k}.jpg" for k in range(8)])


@st.composite
def folders(draw: st.DrawFn) -> list[Face]:
    """Faces of pictures of persons, or of others, some with two faces."""
    names = draw(st.lists(draw(st.sampled_from([imm_names, plain_names])), unique=True, min_size=2))
    return [
        Face(face_id(name, number), name)
        for name in names
        for number in range(draw(st.integers(1, 2)))
    ]


def group_of(face: Face, by: str) -> str | None:
    return person_of(face.picture) if by == "person" else face.picture


@given(folders(), fractions, seeds, st.randoms())
def test_a_split_parts_no_group_and_does_not_depend_on_the_order(
    faces: list[Face], fraction: float, seed: int, random
) -> None:
    try:
        split = split_by_fraction(faces, fraction, seed)
    except InputError:
        assert len({group_of(f, "person") or f.picture for f in faces}) == 1
        return
    training, validation = set(split.training), set(split.validation)
    assert not training & validation
    assert training | validation == {face.id for face in faces}
    ids = [face.id for face in faces]
    assert list(split.training) == [i for i in ids if i in training]
    assert list(split.validation) == [i for i in ids if i in validation]
    groups = [
        {group_of(face, split.by) for face in faces if face.id in side}
        for side in (training, validation)
    ]
    assert not groups[0] & groups[1]
    shuffled = faces.copy()
    random.shuffle(shuffled)
    again = split_by_fraction(shuffled, fraction, seed)
    assert set(again.validation) == validation


def test_whole_persons_are_held_out() -> None:
    split = split_by_fraction(IMM, 0.2, seed=3)
    assert split.by == "person"
    assert len(split.validation) == 12
    assert len({i[:2] for i in split.validation}) == 2
    other = split_by_fraction(IMM, 0.2, seed=4)
    assert other.validation != split.validation


@pytest.mark.parametrize(("fraction", "held_out"), [(0.0, 0), (0.001, 6), (0.5, 30), (0.99, 54)])
def test_some_are_held_out_and_some_are_left(fraction: float, held_out: int) -> None:
    assert len(split_by_fraction(IMM, fraction).validation) == held_out


def test_pictures_are_the_groups_where_a_name_shows_no_person() -> None:
    faces = [*IMM, *make("holiday.jpg")]
    assert split_by_fraction(faces, 0.2).by == "picture"
    one_person = make("01-1m.jpg", "01-2m.jpg", "01-3m.jpg")
    split = split_by_fraction(one_person, 0.3)
    assert (split.by, len(split.validation)) == ("picture", 1)


@pytest.mark.parametrize("fraction", [-0.1, 1.0, 20, float("nan")])
def test_a_fraction_out_of_range_is_an_input_error(fraction: float) -> None:
    with pytest.raises(InputError, match="is not between 0 and 1"):
        split_by_fraction(IMM, fraction)


def test_nothing_to_train_on_is_an_input_error() -> None:
    for call in (
        lambda: split_by_fraction([], 0.2),
        lambda: split_by_fraction(make("a.jpg"), 0.9),
        lambda: split_by_list(make("a.jpg"), ["a"]),
    ):
        with pytest.raises(InputError, match="no labelled faces are left"):
            call()


def test_persons_are_kept_together_by_the_rule_that_is_given() -> None:
    faces = make(*(f"{who}/{k}.png" for who in ("ann", "bo", "cy", "di") for k in range(3)))
    assert split_by_fraction(faces, 0.25).by == "picture"
    split = split_by_fraction(faces, 0.25, persons=person_rule(FIRST_FOLDER))
    assert split.by == "person"
    assert len({face_id.partition("/")[0] for face_id in split.validation}) == 1
    assert len(split.validation) == 3


def test_a_list_names_files_stems_or_paths() -> None:
    faces = make("x/a.jpg", "b.jpg", "c.jpg", "y/d.jpg", "e.jpg")
    split = split_by_list(faces, ["y/d.jpg", "a.jpg", "c"])
    assert split.by == "list"
    assert split.validation == ("x/a.jpg#0", "c.jpg#0", "y/d.jpg#0")
    assert split.training == ("b.jpg#0", "e.jpg#0")
    assert split_by_list(faces, []).validation == ()


def test_a_name_in_two_folders_means_both_and_a_picture_all_its_faces() -> None:
    faces = [*make("x/a.jpg", "y/a.jpg"), Face("y/a.jpg#1", "y/a.jpg"), *make("b.jpg")]
    assert faces_named(faces, ["a"]) == faces[:3]


def test_a_name_that_fits_nothing_is_an_input_error() -> None:
    with pytest.raises(InputError, match=r"the list names 'nobody\.jpg'"):
        split_by_list(IMM, ["01-1m.jpg", "nobody.jpg"])


@given(folders(), st.integers(2, 5), seeds)
def test_every_face_is_held_out_in_one_fold(faces: list[Face], count: int, seed: int) -> None:
    groups = {group_of(face, split_by_fraction(faces, 0.0).by) for face in faces}
    if count > len(groups):
        with pytest.raises(InputError, match=f"cannot be divided into {count} parts"):
            split_in_folds(faces, count, seed)
        return
    folds = split_in_folds(faces, count, seed)
    assert len(folds) == count
    assert sorted(i for fold in folds for i in fold.validation) == sorted(f.id for f in faces)
    for fold in folds:
        assert sorted(fold.training + fold.validation) == sorted(face.id for face in faces)
        assert fold.validation


def test_what_a_search_found_is_held_out() -> None:
    split = split_by_choice(IMM, IMM[3:5])
    assert (split.by, split.validation) == ("filter", tuple(face.id for face in IMM[3:5]))
    assert len(split.training) == len(IMM) - 2
    with pytest.raises(InputError, match="finds no labelled face"):
        split_by_choice(IMM, make("elsewhere.jpg"))
