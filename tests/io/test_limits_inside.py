"""Limits of the readers, reached in this process: the bombs themselves have one of their own."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image, TiffImagePlugin

from kpstudio.core.errors import Cancelled, InputError, Problem
from kpstudio.core.schema import generic_scheme
from kpstudio.io import images, jpeg_scans
from kpstudio.io.formats import base, safe_xml
from kpstudio.io.formats.base import Problems, read_files
from kpstudio.io.formats.json import Json
from kpstudio.io.images import read_rgb, read_size
from kpstudio.io.jpeg_scans import components_in_scans
from kpstudio.io.pictures import Pictures
from kpstudio.io.text import BrokenFileError

TILE_LENGTH = 323  # TIFF 6.0, section 15
PIXELS = np.random.default_rng(0).integers(0, 255, (24, 32, 3), np.uint8)


def test_a_sentence_that_quotes_a_file_stays_short(tmp_path: Path) -> None:
    def add(_: Path, __: str) -> None:
        raise BrokenFileError("x" * 5000 + "\x07")

    problems = Problems()
    read_files([tmp_path / "a"], Pictures(tmp_path), problems, add)
    (problem,) = problems
    assert len(problem.message) < 1000
    assert " … " in problem.message


def test_a_sentence_with_control_letters_of_a_file_is_one_line(tmp_path: Path) -> None:
    def add(_: Path, __: str) -> None:
        raise BrokenFileError("what\x07is\nthis")

    problems = Problems()
    read_files([tmp_path / "a"], Pictures(tmp_path), problems, add)
    assert problems[0].message == r"what\x07is\nthis"


def test_cancelling_is_no_broken_file(tmp_path: Path) -> None:
    def add(_: Path, __: str) -> None:
        raise Cancelled("enough")

    with pytest.raises(Cancelled):
        read_files([tmp_path / "a"], Pictures(tmp_path), [], add)


def test_a_scheme_whose_points_cannot_be_written_is_refused(tmp_path: Path) -> None:
    scheme = generic_scheme(2).to_json() | {"points": ["a", "\\ud800"]}
    text = str(scheme).replace("'", '"').replace("\\\\ud800", "\\ud800")
    text = f'{{"format": "kpstudio", "version": 1, "scheme": {text}, "faces": []}}'
    path = tmp_path / "labels.json"
    path.write_text(text.replace("None", "null").replace("(", "[").replace(")", "]"))
    found = Json().read([path], tmp_path)
    assert found.faces == ()
    assert found.problems


@pytest.mark.parametrize(
    ("limit", "words"), [("MOST_ELEMENTS", "too many to read"), ("MAX_DEPTH", "deep")]
)
def test_xml_that_is_too_much_is_refused(limit: str, words: str, monkeypatch) -> None:
    monkeypatch.setattr(safe_xml, limit, 1)
    with pytest.raises(BrokenFileError, match=words):
        safe_xml.parse("<a><b><c/></b></a>")


def test_a_header_without_an_end_is_refused(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr(images, "MOST_READS", 50)
    (tmp_path / "a.ppm").write_bytes(b"P6 #" + b"x" * 400 + b"\n2 2 255\n" + bytes(12))
    with pytest.raises(InputError, match=r"a\.ppm"):
        read_size(tmp_path / "a.ppm")


def test_a_large_picture_written_as_text_is_refused(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr(images, "MOST_TEXT_PIXELS", 3)
    (tmp_path / "a.ppm").write_bytes(b"P3\n2 2\n255\n" + b"1 2 3 " * 4)
    with pytest.raises(InputError, match="written as text would take too long"):
        read_rgb(tmp_path / "a.ppm")


def jpeg(tmp_path: Path, **options) -> Path:
    Image.fromarray(PIXELS).save(tmp_path / "a.jpg", **options)
    return tmp_path / "a.jpg"


def test_many_scans_are_refused_and_few_are_not(tmp_path: Path, monkeypatch) -> None:
    path = jpeg(tmp_path, progressive=True)
    assert read_rgb(path).shape == PIXELS.shape
    monkeypatch.setattr(jpeg_scans, "MOST_SCANS", 2)
    with pytest.raises(InputError, match="a JPEG of more than 2 scans"):
        read_rgb(path)
    assert read_rgb(jpeg(tmp_path)).shape == PIXELS.shape


@pytest.mark.parametrize("keep", [-2, 300])
def test_scans_are_counted_to_where_the_file_ends(tmp_path: Path, keep: int) -> None:
    path = jpeg(tmp_path)
    path.write_bytes(b"\xff\xd8\xff\x01" + path.read_bytes()[2:keep])
    with path.open("rb") as file:
        assert len(list(components_in_scans(file))) <= 1


def test_many_problems_are_counted_and_not_listed(monkeypatch) -> None:
    monkeypatch.setattr(base, "MOST_PROBLEMS", 2)
    problems = Problems()
    for number in range(5):
        problems.append(Problem(f"{number}.pts", "is broken"))
    assert [problem.where for problem in problems] == ["0.pts", "1.pts", "4.pts"]
    assert problems[-1].message == "3 more problems are not listed"


def test_too_little_memory_is_said_so() -> None:
    assert "memory" in base.why_broken(Path("a.json"), MemoryError())


def test_what_no_reader_should_raise_is_told_and_logged(caplog) -> None:
    assert base.why_broken(Path("a.json"), ValueError("oh")).endswith("(ValueError: oh)")
    (record,) = caplog.records
    assert "a.json" in record.getMessage()


def test_a_tiff_of_huge_tiles_is_refused(tmp_path: Path, monkeypatch) -> None:
    own = {65000: 40_000, 65001: 40_000}  # Pillow writes no tiles itself: these are renamed
    Image.fromarray(PIXELS).save(tmp_path / "a.tif", tiffinfo=own)
    written = (tmp_path / "a.tif").read_bytes()
    for number, tag in zip(own, (TiffImagePlugin.TILEWIDTH, TILE_LENGTH), strict=True):
        written = written.replace(number.to_bytes(2, "little"), tag.to_bytes(2, "little"))
    (tmp_path / "a.tif").write_bytes(written)
    with pytest.raises(InputError, match="tiles of 40000 x 40000"):
        read_rgb(tmp_path / "a.tif")
