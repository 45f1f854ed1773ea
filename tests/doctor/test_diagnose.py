"""Every fault planted in drawn faces is found, and put right exactly; clean faces are clean."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from kpstudio.core.errors import Cancelled, Problem
from kpstudio.core.geometry import Box
from kpstudio.core.labelset import Face, LabelSet, face_id
from kpstudio.core.landmarks import FloatArray, Landmarks
from kpstudio.core.splits import Split, split_by_fraction
from kpstudio.doctor.diagnose import Depth, diagnose
from kpstudio.doctor.finding import Severity
from kpstudio.doctor.frames import first_pixel
from kpstudio.doctor.material import Material
from tests.doctor.help import found_in, repair, same_points, with_points
from tests.small_faces import HEIGHT, WIDTH

SIZE = np.array([WIDTH, HEIGHT])
TURNS: dict[str, Callable[[FloatArray], FloatArray]] = {
    "y-up": lambda xy: np.stack([xy[:, 0], HEIGHT - 1 - xy[:, 1]], axis=1),
    "xy-swapped": lambda xy: xy[:, ::-1],
    "upside-down": lambda xy: SIZE - 1 - xy,
    "mirrored": lambda xy: np.stack([WIDTH - 1 - xy[:, 0], xy[:, 1]], axis=1),
}
AS_TEXT = sorted(range(58), key=str)


def some(labels: LabelSet) -> set[str]:
    ids = [face.id for face in labels]
    return {ids[3], ids[17], ids[30]}


@pytest.mark.parametrize("depth", Depth)
def test_clean_faces_are_clean(clean: LabelSet, depth: Depth) -> None:
    assert diagnose(Material(clean), depth) == ()


@pytest.mark.parametrize("key", TURNS)
def test_a_turned_set_is_found_and_put_right(clean: LabelSet, key: str) -> None:
    planted = with_points(clean, lambda _, xy: TURNS[key](xy))
    found = found_in(planted)
    assert list(found) == [key]
    assert found[key].severity is Severity.FAULT
    assert len(found[key].faces) == len(clean)
    repair(planted, found[key])
    assert same_points(planted, clean)
    assert found_in(planted) == {}


@pytest.mark.parametrize("key", ["y-up", "xy-swapped", "upside-down"])
def test_the_shape_alone_tells_a_turned_set(clean: LabelSet, key: str) -> None:
    planted = with_points(clean, lambda _, xy: TURNS[key](xy))
    assert list(found_in(planted, Depth.NUMBERS)) == [key]


@pytest.mark.parametrize("key", ["y-up", "xy-swapped"])
def test_single_turned_faces_are_found_and_put_right(clean: LabelSet, key: str) -> None:
    wrong = some(clean)
    planted = with_points(clean, lambda _, xy: TURNS[key](xy), wrong)
    found = found_in(planted, Depth.NUMBERS)
    assert list(found) == [key]
    assert set(found[key].faces) == wrong
    repair(planted, found[key])
    assert same_points(planted, clean)


def test_fractions_are_found_in_all_and_in_some(clean: LabelSet) -> None:
    for wrong in (None, some(clean)):
        planted = with_points(clean, lambda _, xy: xy / SIZE, wrong)
        found = found_in(planted, Depth.NUMBERS)
        assert list(found) == ["relative"]
        repair(planted, found["relative"])
        for face in planted:
            assert face.landmarks.xy_image == pytest.approx(clean[face.id].landmarks.xy_image)


def test_percent_is_found_where_pictures_are_larger(clean: LabelSet, tmp_path: Path) -> None:
    for face in clean:
        with Image.open(clean.picture_path(face.picture)) as image:
            image.resize((480, 360)).save(tmp_path / face.picture)
    large = with_points(clean, lambda _, xy: xy * 4 + 1.5, root=tmp_path)
    planted = with_points(large, lambda _, xy: xy / np.array([480, 360]) * 100)
    found = found_in(planted)
    assert list(found) == ["percent"]
    repair(planted, found["percent"])
    for face in planted:
        assert face.landmarks.xy_image == pytest.approx(large[face.id].landmarks.xy_image)
    assert "percent" not in found_in(large)


def test_points_of_the_crop_are_found_by_the_box(clean: LabelSet) -> None:
    boxed = LabelSet(clean.root, clean.scheme, [boxed_face(face) for face in clean])
    assert found_in(boxed, Depth.NUMBERS) == {}
    for wrong in (None, some(clean)):
        planted = with_points(boxed, lambda face, xy: xy - first_pixel(face.box), wrong)
        found = found_in(planted, Depth.NUMBERS)
        assert list(found) == ["crop-frame"]
        assert set(found["crop-frame"].faces) == (wrong or {face.id for face in clean})
        repair(planted, found["crop-frame"])
        assert same_points(planted, boxed)


def boxed_face(face: Face) -> Face:
    tight = Box.around(face.landmarks.xy_image)
    return replace(face, box=Box(*(round(edge) - 0.5 for edge in (
        tight.left - 1, tight.top - 1, tight.right + 1, tight.bottom + 1))))  # fmt: skip


def test_labels_from_before_the_exif_turn_are_found(clean: LabelSet, tmp_path: Path) -> None:
    wrong = some(clean)
    exif = Image.Exif()
    exif[0x0112] = 6
    for face in clean:
        with Image.open(clean.picture_path(face.picture)) as image:
            turned = image.transpose(Image.Transpose.ROTATE_90)
            turned.save(tmp_path / face.picture, exif=exif)
    planted = with_points(
        clean,
        lambda _, xy: np.stack([xy[:, 1], WIDTH - 1 - xy[:, 0]], axis=1),
        wrong,
        root=tmp_path,
    )
    found = found_in(planted, Depth.NUMBERS)
    assert set(found["before-exif"].faces) == wrong
    repair(planted, found["before-exif"])
    assert same_points(planted, clean)


def test_swapped_sides_are_found_in_all_in_some_and_in_part(clean: LabelSet) -> None:
    mirror = np.array(clean.scheme.mirror)
    eyes = np.arange(58)
    eyes[13:29] = mirror[13:29]
    for order, wrong in ((mirror, None), (mirror, some(clean)), (eyes, some(clean))):
        planted = with_points(clean, lambda _, xy, order=order: xy[order], wrong)
        found = found_in(planted)
        assert list(found) == ["left-right"]
        assert set(found["left-right"].faces) == (wrong or {face.id for face in clean})
        repair(planted, found["left-right"])
        assert same_points(planted, clean)


@pytest.mark.parametrize("depth", Depth)
def test_a_single_swapped_pair_is_found_by_its_faces_and_points(
    clean: LabelSet, depth: Depth
) -> None:
    corners = np.arange(58)
    corners[[39, 43]] = 43, 39
    wrong = some(clean)
    planted = with_points(clean, lambda _, xy: xy[corners], wrong)
    names = clean.scheme.points[39], clean.scheme.points[43]
    found = found_in(planted, depth)
    assert list(found) == ["left-right"]
    assert set(found["left-right"].faces) == wrong
    assert f"have {names[0]} and {names[1]} swapped" in found["left-right"].sentence
    repair(planted, found["left-right"])
    assert same_points(planted, clean)


def test_different_swapped_pairs_are_told_face_by_face(clean: LabelSet) -> None:
    first, second = np.arange(58), np.arange(58)
    first[[39, 43]] = 43, 39
    eyes = int(clean.scheme.mirror[13])
    second[[13, eyes]] = eyes, 13
    one, other = list(clean)[3], list(clean)[9]
    planted = with_points(clean, lambda _, xy: xy[first], {one.id})
    planted = with_points(planted, lambda _, xy: xy[second], {other.id})
    (finding,) = found_in(planted, Depth.NUMBERS).values()
    for face in (one, other):
        assert f"those of {face.picture} have" in finding.sentence
    repair(planted, finding)
    assert same_points(planted, clean)


@pytest.mark.parametrize("shuffled", [False, True])
def test_a_wrong_order_is_found_and_put_right(clean: LabelSet, shuffled: bool) -> None:
    order = np.random.default_rng(0).permutation(58) if shuffled else np.array(AS_TEXT)
    for wrong in (None, some(clean)):
        planted = with_points(clean, lambda _, xy: xy[order], wrong)
        found = found_in(planted, Depth.NUMBERS)
        assert list(found) == ["order"]
        repair(planted, found["order"])
        assert same_points(planted, clean)


def test_whole_pixels_moved_by_a_half_are_found(clean: LabelSet) -> None:
    whole = with_points(clean, lambda _, xy: np.rint(xy))
    assert found_in(whole, Depth.NUMBERS) == {}
    planted = with_points(whole, lambda _, xy: xy + 0.5)
    found = found_in(planted, Depth.NUMBERS)
    assert list(found) == ["half-pixel"]
    assert found["half-pixel"].remedy == "All points would move 0.5 px left and up."
    repair(planted, found["half-pixel"])
    assert same_points(planted, whole)


def test_whole_pixels_that_reach_the_size_are_counted_from_one(clean: LabelSet) -> None:
    def held(_: Face, xy: FloatArray) -> FloatArray:
        return np.clip(np.rint((xy - SIZE / 2) * 2.2 + SIZE / 2), 0, SIZE - 1)

    edge = with_points(clean, held)
    assert found_in(edge, Depth.NUMBERS) == {}
    for by in (1.0, -1.0):
        planted = with_points(edge, lambda _, xy, by=by: xy + by)
        found = found_in(planted, Depth.NUMBERS)
        repair(planted, found["one-pixel"])
        assert same_points(planted, edge)


def test_points_outside_and_faces_that_lack_points_are_found(clean: LabelSet) -> None:
    ids = [face.id for face in clean]

    def planted(face: Face, xy: FloatArray) -> FloatArray:
        wrong = xy.copy()
        if face.id == ids[0]:
            wrong[5] = (WIDTH + 40, 10)
        if face.id == ids[1]:
            wrong[5] = (WIDTH + 1, 10)
        if face.id == ids[2]:
            wrong[:40] = np.nan
        return wrong

    found = found_in(with_points(clean, planted, ids[:3]), Depth.NUMBERS)
    keys = {key: finding.faces for key, finding in found.items() if key != "order"}
    assert keys == {
        "outside": (ids[0],),
        "at-the-edge": (ids[1],),
        "missing-points": (ids[2],),
    }
    assert found["at-the-edge"].severity is Severity.NOTE


def test_wrong_numbers_of_points_are_told_from_the_readers_problems(clean: LabelSet) -> None:
    problems = [Problem("a.pts", "announces 58 points but lists 57"), Problem("b.png", "no labels")]
    (finding,) = diagnose(Material(clean, problems), Depth.NUMBERS)
    assert finding.key == "wrong-count"
    assert "a.pts" in finding.sentence


def test_a_face_labelled_twice_is_taken_out_once(clean: LabelSet) -> None:
    first = next(iter(clean))
    again = replace(
        first, id=face_id(first.picture, 1), landmarks=Landmarks.of(first.landmarks.xy_image + 0.5)
    )
    planted = LabelSet(clean.root, clean.scheme, [*clean, again])
    found = found_in(planted, Depth.NUMBERS)
    assert found["labelled-twice"].faces == (again.id,)
    repair(planted, found["labelled-twice"])
    assert [face.id for face in planted] == [face.id for face in clean]


@pytest.mark.parametrize(("off", "key"), [(0.0, "copies"), (2.0, "two-labels")])
@pytest.mark.parametrize("how", ["same file", "saved again"])
def test_copies_are_found(clean: LabelSet, tmp_path: Path, off: float, key: str, how: str) -> None:
    first = next(iter(clean))
    source = clean.picture_path(first.picture)
    target = tmp_path / ("copy.png" if how == "same file" else "again.jpg")
    if how == "same file":
        shutil.copy(source, target)
    else:
        with Image.open(source) as image:
            image.save(target, quality=80)
    xy = first.landmarks.xy_image.copy()
    xy[7] += off
    name = target.as_posix()
    copy = Face(face_id(name), name, Landmarks.of(xy), state=first.state)
    planted = LabelSet(clean.root, clean.scheme, [*clean, copy])
    ids = tuple(face.id for face in clean)
    material = Material(planted, (), Split(ids, (copy.id,), "list"))
    found = {finding.key: finding for finding in diagnose(material)}
    assert list(found) == [key]
    assert found[key].faces == (copy.id,)
    assert "1 of them is on both sides" in found[key].sentence
    repair(planted, found[key])
    assert same_points(planted, clean)


def test_persons_on_both_sides_of_a_split_are_found(clean: LabelSet) -> None:
    faces = list(clean)
    by_person = split_by_fraction(faces, 0.2)
    assert diagnose(Material(clean, (), by_person), Depth.NUMBERS) == ()
    torn = split_by_fraction(faces, 0.2, persons=lambda picture: picture)
    split = Split(torn.training, torn.validation, "picture")
    (finding,) = diagnose(Material(clean, (), split), Depth.NUMBERS)
    assert finding.key == "persons-leak"
    assert finding.repair is not None
    assert finding.repair.setting is not None
    assert finding.repair.edit(faces).changes == ()


def test_it_can_be_cancelled(clean: LabelSet) -> None:
    told = []

    def progress(done: int, total: int) -> bool:
        told.append((done, total))
        return done < 5

    with pytest.raises(Cancelled):
        diagnose(Material(clean, progress=progress))
    assert told[-1][0] == 5
    assert told[-1][1] > 40


def test_nothing_labelled_is_nothing_odd(clean: LabelSet) -> None:
    assert diagnose(Material(LabelSet(clean.root, clean.scheme))) == ()
