"""What a format with a line for each face need not do itself."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from PIL import Image

from kpstudio.core.labelset import Face, LabelSet, face_id
from kpstudio.core.landmarks import Landmarks
from kpstudio.core.schema import generic_scheme
from kpstudio.io.formats.line_list import LineList

PLACES = st.floats(-1e5, 1e5) | st.just(np.nan)


class Json(LineList):
    name, title, suffixes, first_line = "json-lines", "JSON lines", (".jl",), "faces"

    def parse(self, line):
        return json.loads(line)

    def line(self, picture, xy_image):
        return json.dumps([picture, xy_image.tolist()])


def picture(folder: Path, name: str = "a b.png") -> str:
    Image.new("L", (8, 8)).save(folder / name)
    return name


def read(folder: Path, *lines: str):
    (folder / "labels.jl").write_text("\n".join(("faces", *lines, "")))
    return Json().read([folder / "labels.jl"], folder)


@given(xy=arrays(np.float64, st.tuples(st.integers(1, 5), st.just(2)), elements=PLACES))
def test_what_is_written_is_read_again(tmp_path_factory, xy) -> None:
    folder = tmp_path_factory.mktemp("faces")
    name = picture(folder)
    face = Face(face_id(name), name, Landmarks.of(xy))
    labels = LabelSet(folder, generic_scheme(len(xy)), (face,))
    written = Json().write(labels, [face, face], folder)
    found = Json().read(written, folder)
    assert found.problems == ()
    assert [face.picture for face in found.faces] == [name, name]
    assert len({face.id for face in found.faces}) == 2
    for again in found.faces:
        np.testing.assert_array_equal(again.landmarks.xy_image, face.landmarks.xy_image)
    assert found.pictures == (name,)


def test_a_file_is_told_by_its_first_line() -> None:
    assert Json().sniff(Path("labels.jl"), b"faces\n[]")
    assert not Json().sniff(Path("labels.jl"), b"others\n[]")
    assert not Json().sniff(Path("labels.jl"), b"")


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("nothing", "cannot be read"),
        ('["a b.png", [1, 2]]', "no points"),
        ('["a b.png", []]', "no points"),
        ('["a b.png", [["x", 2]]]', "cannot be read"),
        ('["a b.png", [[1e300, 2]]]', "not a position"),
        ('["c.png", [[1, 2]]]', "c.png is missing"),
        ('["a b.png", [[1, 2], [3, 4]]]', "has 2 points where the first face has 1"),
    ],
)
def test_a_line_of_no_use_is_told_and_left_out(tmp_path, line: str, why: str) -> None:
    picture(tmp_path)
    found = read(tmp_path, '["a b.png", [[1, 2]]]', "", line, '["a b.png", [[3, 4]]]')
    assert [face.landmarks.xy_image.tolist() for face in found.faces] == [[[1, 2]], [[3, 4]]]
    (problem,) = found.problems
    assert why in problem.message
    assert problem.where == "labels.jl, line 4"


def test_a_file_without_faces_has_no_points(tmp_path) -> None:
    assert read(tmp_path).scheme.count == 0
