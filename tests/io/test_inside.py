from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from kpstudio.core.errors import InputError
from kpstudio.core.schema import generic_scheme
from kpstudio.io.images import read_grey, read_rgb, read_size
from kpstudio.io.inside import file_of, is_inside, is_picture_file, picture_table
from kpstudio.io.opening import as_photos
from kpstudio.io.pictures import Pictures
from kpstudio.io.text import BrokenFileError

GREY = np.arange(64, dtype=np.uint8).reshape(8, 8)
TEXT = " ".join(map(str, GREY.ravel()))


def write(path: Path, *cells: str, end: str = "\n") -> Path:
    path.write_bytes(end.join(["nose_x,nose_y,Image", *cells, ""]).encode())
    return path


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("cell", [TEXT, f'"{TEXT}"', f" {TEXT}  ", TEXT.replace(" ", "  ")])
def test_a_cell_is_a_picture(tmp_path: Path, cell: str, end: str) -> None:
    table = write(tmp_path / "t.csv", f"1,2,{cell}", "", f",,{TEXT}", end=end)
    rows = picture_table(table).rows
    assert [(row.line, row.cells, row.side) for row in rows] == [(2, "1,2", 8), (4, ",", 8)]
    for number in "12":
        assert read_size(table / number) == (8, 8)
        assert np.array_equal(read_grey(table / number), GREY)
        assert np.array_equal(read_rgb(table / number), np.dstack([GREY] * 3))
    assert read_rgb(table / "1", max_side=4).shape == (4, 4, 3)


@pytest.mark.parametrize(
    "cell", ["", TEXT[:-3], TEXT + " x", TEXT.replace("63", "256"), TEXT.replace("63", "9" * 30)]
)
def test_a_broken_cell_is_a_sentence(tmp_path: Path, cell: str) -> None:
    table = write(tmp_path / "t.csv", f"1,2,{cell}")
    with pytest.raises(InputError, match=r"1: cannot be opened as a picture \(its grey values"):
        read_grey(table / "1")


@pytest.mark.parametrize("row", ["0", "2", "01", "-1", "x", "1.png", "9" * 40, "²", "1/1"])
def test_there_is_no_other_row(tmp_path: Path, row: str) -> None:
    table = write(tmp_path / "t.csv", f"1,2,{TEXT}")
    assert not is_picture_file(table / row)
    with pytest.raises(InputError):
        read_size(table / row)
    assert is_picture_file(table / "1")


def test_a_changed_table_is_read_again(tmp_path: Path) -> None:
    table = write(tmp_path / "t.csv", f"1,2,{TEXT}")
    assert not is_picture_file(table / "2")
    write(table, f"1,2,{TEXT}", f"1,2,{TEXT}")
    assert is_picture_file(table / "2")
    table.unlink()
    with pytest.raises(InputError, match="the picture does not exist"):
        read_size(table / "2")


def test_folders_called_like_tables_stay_folders(tmp_path: Path) -> None:
    folder = tmp_path / "t.csv"
    folder.mkdir()
    (folder / "1").write_bytes(b"")
    assert not is_inside(folder / "1")
    assert is_picture_file(folder / "1")
    assert file_of(folder / "1") == folder / "1"
    table = write(tmp_path / "u.csv", f"1,2,{TEXT}")
    assert file_of(table / "1") == table
    assert not is_picture_file(tmp_path / ("x" * 5000) / "1")


def test_label_files_find_pictures_inside_a_table(tmp_path: Path) -> None:
    write(tmp_path / "t.csv", f"1,2,{TEXT}")
    pictures = Pictures(tmp_path)
    (tmp_path / "labels").mkdir()
    assert pictures.find("../t.csv/1", tmp_path / "labels" / "a.asf") == "t.csv/1"
    assert pictures.find("t.csv/2", tmp_path / "a.asf") is None


def test_a_table_stands_for_its_pictures(tmp_path: Path) -> None:
    table = write(tmp_path / "t.csv", f"1,2,{TEXT}", "1,2,3 4", f"1,2,{TEXT}")
    (tmp_path / "u.csv").write_text("a,b\n1,2\n")
    faces, problems = as_photos([table, tmp_path / "u.csv"], generic_scheme(3))
    assert [f.picture for f in faces] == [(table / row).as_posix() for row in "13"]
    assert all(f.photo for f in faces)
    assert [Path(p.where).name for p in problems] == ["u.csv"]


@pytest.mark.parametrize("text", ["", "a,b\n1,2\n", '"Image\n' + "x" * 200_000])
def test_other_tables_have_no_pictures(tmp_path: Path, text: str) -> None:
    (tmp_path / "t.csv").write_text(text)
    with pytest.raises(BrokenFileError):
        picture_table(tmp_path / "t.csv")


def test_an_endless_line_is_not_taken_in(tmp_path: Path) -> None:
    write(tmp_path / "t.csv", f"1,2,{TEXT}", "1 " * 3_000_000)
    with pytest.raises(BrokenFileError, match="line 3 is too long"):
        picture_table(tmp_path / "t.csv")
