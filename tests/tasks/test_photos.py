from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from kpstudio.core.geometry import Box
from kpstudio.core.labelset import Face, face_id
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
    found = propose_boxes(given, album, progress)
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
    found = propose_boxes(given, album, lambda done, _: done < 1)
    assert [face.box is not None for face in found] == [True, True, False, False]
    assert found[2:] == given[1:]


def test_faces_are_looked_for_unless_the_run_learnt_what_to_look_for(tmp_path: Path) -> None:
    assert knows_faces(None)
    assert knows_faces(tmp_path / "gone")
