from __future__ import annotations

from collections import Counter
from dataclasses import replace

import numpy as np
import pytest

from kpstudio.sample.faces import (
    OWN_PHOTOS,
    SampleFace,
    face_name,
    make_face,
    make_photo,
    photo_name,
    photo_view,
)
from kpstudio.sample.identity import PERSONS, make_person
from kpstudio.sample.render import render
from kpstudio.sample.views import make_view


@pytest.fixture(scope="module")
def faces() -> list[SampleFace]:
    return [make_face(person, view) for person in (2, 9) for view in (1, 3, 4)]


def test_faces_have_imm_names(faces: list[SampleFace]) -> None:
    assert [f.name[:4] for f in faces] == ["02-1", "02-3", "02-4", "09-1", "09-3", "09-4"]
    assert all(f.name[4:] in ("m.jpg", "f.jpg") for f in faces)


def test_there_are_240_names() -> None:
    names = {face_name(p, v) for p in range(1, PERSONS + 1) for v in range(1, 7)}
    assert len(names) == 240


def test_pictures_and_points_have_the_promised_form(faces: list[SampleFace]) -> None:
    for face in faces:
        assert face.pixels.shape == (480, 640, 3)
        assert face.pixels.dtype == np.uint8
        assert face.xy_image.shape == (58, 2)
        assert face.xy_image.dtype == np.float64
        assert face.pixels.std() > 15


def test_grey_persons_have_no_colour(faces: list[SampleFace]) -> None:
    for face in faces:
        colourless = bool((face.pixels == face.pixels[..., :1]).all())
        assert colourless == face.grey == face.name.startswith("02")


def test_the_same_face_has_the_same_bytes(faces: list[SampleFace]) -> None:
    again = make_face(9, 3)
    assert again.name == faces[4].name
    np.testing.assert_array_equal(again.pixels, faces[4].pixels)
    np.testing.assert_array_equal(again.xy_image, faces[4].xy_image)


def test_turned_views_show_more_of_one_side(faces: list[SampleFace]) -> None:
    def nose_share(face: SampleFace) -> float:
        left, right, nose = face.xy_image[21, 0], face.xy_image[13, 0], face.xy_image[52, 0]
        return float((nose - left) / (right - left))

    assert nose_share(faces[1]) < 0.35 < nose_share(faces[0]) < 0.65 < nose_share(faces[2])


def test_eyes_are_as_far_apart_as_in_the_imm_set(faces: list[SampleFace]) -> None:
    for face in (faces[0], faces[3]):
        assert 100 < np.linalg.norm(face.xy_image[13] - face.xy_image[21]) < 140


def test_the_cast_is_mixed() -> None:
    cast = [make_person(n) for n in range(1, PERSONS + 1)]
    assert sum(p.male for p in cast) == PERSONS // 2
    assert sum(p.glasses is not None for p in cast) == 8
    assert sum(p.grey for p in cast) == 3
    beards = Counter(p.beard for p in cast)
    assert 6 <= sum(n for kind, n in beards.items() if kind not in ("none", "shadow")) <= 8
    assert min(p.darkness for p in cast) < 0.1 < 0.8 < max(p.darkness for p in cast)


def test_views_differ_in_place_and_size() -> None:
    views = [make_view(make_person(p), v) for p in range(1, PERSONS + 1) for v in range(1, 7)]
    assert np.std([v.scale for v in views]) > 2
    assert np.std([v.centre for v in views], axis=0).min() > 5


def test_own_photos_vary_in_size() -> None:
    views = [photo_view(make_person(PERSONS + n), n) for n in range(1, OWN_PHOTOS + 1)]
    assert OWN_PHOTOS == 12
    assert len({(v.width, v.height) for v in views}) >= 5
    assert np.degrees([v.yaw for v in views]).std() > 5


def test_own_photos_are_pictures() -> None:
    assert photo_name(1) == "photo-01.jpg"
    pixels = make_photo(1)
    assert pixels.dtype == np.uint8
    assert pixels.shape[2] == 3


def test_a_single_row_of_cloth_is_left_out() -> None:
    who = make_person(3)
    low = replace(make_view(who, 1), width=120, height=120, scale=50.0, centre=(60.0, 62.0))
    assert render(who, low).pixels.shape == (120, 120, 3)
