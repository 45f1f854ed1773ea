from __future__ import annotations

import sys
from pathlib import Path
from typing import NoReturn

import pytest
from PIL import Image

from kpstudio.core.geometry import Box
from kpstudio.core.labelset import Face, face_id
from kpstudio.engine import face_detector
from kpstudio.sample.faces import make_face
from kpstudio.tasks.photos import knows_faces, propose_boxes


@pytest.fixture(scope="module")
def album(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with a picture of two faces, one without, and one that is broken."""
    folder = tmp_path_factory.mktemp("album")
    portrait = Image.fromarray(make_face(2, 1).pixels)
    scene = Image.new("RGB", (1300, 500), "#607080")
    scene.paste(portrait, (0, 10))
    scene.paste(portrait.resize((480, 360)), (700, 60))
    scene.save(folder / "two.png")
    Image.new("RGB", (300, 200), "#607080").save(folder / "none.png")
    (folder / "broken.png").write_bytes(b"\x89PNG")
    return folder


def photos(*names: str) -> list[Face]:
    return [Face(face_id(name), name, photo=True) for name in names]


def test_several_faces_become_several_and_where_none_is_found_one_stays(album: Path) -> None:
    told: list[tuple[int, int]] = []

    def progress(done: int, total: int) -> bool:
        told.append((done, total))
        return True

    given = photos("none.png", "two.png", "broken.png")
    found, problems = propose_boxes(given, album, progress)
    assert not problems
    assert [face.id for face in found] == ["none.png#0", "two.png#0", "two.png#1", "broken.png#0"]
    assert (found[0], found[3]) == (given[0], given[2])
    large, small = (face.box for face in found[1:3])
    assert large is not None
    assert small is not None
    assert Box(0, 10, 640, 490).contains(large.centre)
    assert Box(700, 60, 1180, 420).contains(small.centre)
    assert all(face.photo and face.landmarks is None for face in found)
    assert told == [(1, 3), (2, 3), (3, 3)]


def test_those_not_looked_at_are_kept_without_a_box(album: Path) -> None:
    given = photos("two.png", "none.png", "two.png")
    found, _ = propose_boxes(given, album, lambda done, _: done < 1)
    assert [face.box is not None for face in found] == [True, True, False, False]
    assert found[2:] == given[1:]


@pytest.mark.parametrize("error", [FileNotFoundError("faces.safetensors"), MemoryError()])
def test_a_detector_that_fails_leaves_the_boxes_to_a_person(
    album: Path, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    def fail() -> NoReturn:
        raise error

    monkeypatch.setattr(face_detector, "face_net", fail)
    given = photos("two.png", "broken.png", "none.png")
    found, problems = propose_boxes(given, album)
    assert found == given
    (told,) = problems
    assert "no faces could be searched for in 2 photos" in str(told)
    assert type(error).__name__ in str(told)


def test_without_the_detectors_module_photos_are_there_all_the_same(
    album: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "kpstudio.engine.face_detector", None)
    found, (told,) = propose_boxes(photos("two.png"), album)
    assert found == photos("two.png")
    assert "in a photo" in str(told)


def test_faces_are_looked_for_unless_the_run_learnt_what_to_look_for(tmp_path: Path) -> None:
    assert knows_faces(None)
    assert knows_faces(tmp_path / "gone")
