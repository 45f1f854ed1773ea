from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from kpstudio.core.errors import InputError
from kpstudio.sample import faces, write, write_sample
from kpstudio.sample.faces import make_face


@pytest.fixture(autouse=True)
def few_photos(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(write, "OWN_PHOTOS", 1)


def read_points(path: Path) -> np.ndarray:
    rows = [
        line.split() for line in path.read_text().splitlines() if line and not line.startswith("#")
    ]
    return np.array([[float(r[2]) * 640, float(r[3]) * 480] for r in rows[1:59]])


def test_writes_pictures_points_and_readme(tmp_path: Path) -> None:
    seen: list[tuple[int, int]] = []
    folder = tmp_path / "sample"
    assert write_sample(folder, lambda *now: seen.append(now), [3], [1]) == folder
    assert seen == [(1, 2), (2, 2)]
    face = make_face(3, 1)
    picture = folder / "faces" / face.name
    with Image.open(picture) as opened:
        assert opened.size == (640, 480)
        assert opened.mode == "L"
    np.testing.assert_allclose(read_points(picture.with_suffix(".asf")), face.xy_image, atol=1e-3)
    assert (folder / "own-photos" / "photo-01.jpg").is_file()
    assert "synthetic" in (folder / "README.txt").read_text()
    assert not list(folder.rglob("*.part"))


def test_colour_is_kept_at_full_resolution(tmp_path: Path) -> None:
    write_sample(tmp_path, persons=[9], views=[1])
    with Image.open(tmp_path / "faces" / faces.face_name(9, 1)) as opened:
        assert opened.mode == "RGB"
        assert {layer[1:3] for layer in opened.layer} == {(1, 1)}  # type: ignore[attr-defined]


def test_writes_only_what_is_missing(tmp_path: Path) -> None:
    write_sample(tmp_path, persons=[9], views=[1])
    picture = tmp_path / "faces" / faces.face_name(9, 1)
    picture.write_bytes(b"mine")
    picture.with_suffix(".asf").touch()
    calls: list[tuple[int, int]] = []
    write_sample(tmp_path, lambda *now: calls.append(now), [9], [1])
    assert calls == []
    assert picture.read_bytes() == b"mine"
    picture.unlink()
    write_sample(tmp_path, persons=[9], views=[1])
    assert len(picture.read_bytes()) > 10_000


def test_refuses_a_folder_of_other_files(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("precious")
    with pytest.raises(InputError, match="already contains other files"):
        write_sample(tmp_path, persons=[1], views=[1])
    assert [p.name for p in tmp_path.iterdir()] == ["thesis.txt"]


def test_refuses_a_file(tmp_path: Path) -> None:
    target = tmp_path / "sample"
    target.write_text("a file")
    with pytest.raises(InputError, match="is a file"):
        write_sample(target, persons=[1], views=[1])


def test_a_folder_that_cannot_be_written_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(path: Path, data: bytes) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(write, "_replace", full)
    with pytest.raises(InputError, match="No space left on device"):
        write_sample(tmp_path / "sample", persons=[1], views=[1])
