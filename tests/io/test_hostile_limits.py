"""What is beyond the limits of a reader, which are lowered here so that small files will do."""

from __future__ import annotations

import struct
from pathlib import Path

import numpy as np
import pytest

from kpstudio.core.geometry import Box
from kpstudio.core.landmarks import Visibility
from kpstudio.io import inside
from kpstudio.io.formats import base, csv, csv_layout, deeplabcut, dlib, json_text, kaggle, named
from kpstudio.io.formats import safe_xml as safe
from kpstudio.io.formats.named import NamedFace, homes_of
from kpstudio.io.images import read_grey
from kpstudio.io.registry import Format, format_named, formats
from tests.io.helpers import count_for, face, label_set, points

MOST = {"csv": csv, "kaggle": kaggle, "deeplabcut": deeplabcut, "dlib": dlib, "labelme": named,
        "cvat": named, "labelstudio": named}  # fmt: skip


def written(form: Format, folder: Path) -> list[Path]:
    faces = [face(f"{k}.png", points(count_for(form, 12), k)) for k in range(3)]
    return form.write(label_set(folder, faces), faces, folder)


@pytest.mark.parametrize("name", MOST)
def test_more_faces_and_points_than_fit_are_refused(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    form = format_named(name)
    paths = written(form, tmp_path)
    assert len(form.read(paths, tmp_path).faces) == 3
    monkeypatch.setattr(MOST[name], "MOST_CELLS", 20)
    result = form.read(paths, tmp_path)
    assert result.faces == ()
    assert len(result.problems) == 1


@pytest.mark.parametrize("limit", ["MOST_ROWS", "MAX_BYTES"])
def test_a_table_of_too_many_pictures_is_refused(
    limit: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (path,) = written(format_named("kaggle"), tmp_path)
    monkeypatch.setattr(inside, limit, 2)
    (problem,) = format_named("kaggle").read([path], tmp_path).problems
    assert "pictures, or far too much text" in problem.message


@pytest.mark.parametrize("name", ["csv", "deeplabcut"])
def test_a_row_of_too_many_columns_is_refused(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    form = format_named(name)
    (path,) = written(form, tmp_path)
    monkeypatch.setattr(csv_layout, "MOST_COLUMNS", 10)
    assert form.read([path], tmp_path).faces == ()


@pytest.mark.parametrize("name", ["json", "coco", "labelme", "labelstudio", "ljson"])
def test_json_of_too_many_parts_is_refused(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    form = format_named(name)
    paths = written(form, tmp_path)
    monkeypatch.setattr(json_text, "MOST_PARTS", 3)
    for problem in form.read(paths, tmp_path).problems:
        assert problem.message == "has more than 3 lists and objects, too many to read"


@pytest.mark.parametrize("name", ["dlib", "cvat"])
def test_xml_of_too_many_elements_is_refused(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    form = format_named(name)
    (path,) = written(form, tmp_path)
    monkeypatch.setattr(safe, "MOST_ELEMENTS", 3)
    (problem,) = form.read([path], tmp_path).problems
    assert problem.message == "has more than 3 elements, too many to read"


def test_boxes_find_no_homes_where_there_are_too_many(monkeypatch: pytest.MonkeyPatch) -> None:
    faces = [NamedFace("a.png", {"x": (k, k, int(Visibility.VISIBLE))}) for k in (1.0, 9.0)]
    boxes = [Box(0, 0, 2, 2), Box(8, 8, 10, 10)]
    assert homes_of(boxes, faces) == {0: 0, 1: 1}
    assert homes_of(boxes, []) == {}
    monkeypatch.setattr(named, "MOST_CELLS", 3)
    assert homes_of(boxes, faces) == {}


def packed_bmp(side: int) -> bytes:
    """A grey picture in which every pixel is a run of its own, which Pillow reads byte by byte."""
    grey = np.random.default_rng(0).integers(0, 256, (side, side), np.uint8)
    runs = np.stack([np.ones_like(grey), grey], axis=-1)
    rows = b"".join(row.tobytes() + b"\0\0" for row in runs) + b"\0\1"
    palette = b"".join(bytes([k, k, k, 0]) for k in range(256))
    start = 54 + len(palette)
    head = struct.pack("<2sIII", b"BM", start + len(rows), 0, start)
    size = struct.pack("<IiiHHIIiiII", 40, side, side, 1, 8, 1, len(rows), 0, 0, 256, 0)
    return head + size + palette + rows


def test_a_packed_bmp_of_many_runs_is_a_picture(tmp_path: Path) -> None:
    """What the header may not have is no measure for the pixels."""
    path = tmp_path / "a.bmp"
    path.write_bytes(packed_bmp(450))
    assert read_grey(path).shape == (450, 450)


@pytest.mark.parametrize("form", formats(), ids=lambda form: form.name)
def test_a_fault_in_a_reader_is_a_problem_of_its_file(
    form: Format, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """Whatever the format: the fault comes from reading the file's text or its table."""
    paths = written(form, tmp_path)

    def fail(*_: object) -> None:
        raise AttributeError("oh")

    monkeypatch.setattr("pathlib.Path.open", fail)
    result = form.read(paths, tmp_path)
    assert {problem.where for problem in result.problems} == {path.name for path in paths}
    assert all(base.UNEXPECTED in problem.message for problem in result.problems)
    assert "AttributeError: oh" in caplog.text
