from __future__ import annotations

from pathlib import Path

import pytest

from kpstudio.core.errors import InputError
from kpstudio.io.pictures import Pictures, reference_from
from tests.io.helpers import HEIGHT, WIDTH, add_pictures


def test_names_are_relative_inside_the_root_and_absolute_outside(tmp_path: Path) -> None:
    pictures = Pictures(tmp_path / "root")
    assert pictures.name(tmp_path / "root" / "sub" / "a.png") == "sub/a.png"
    assert pictures.name(tmp_path / "root" / "sub" / ".." / "a.png") == "a.png"
    assert pictures.name(tmp_path / "rooted" / "a.png") == (tmp_path / "rooted/a.png").as_posix()
    for name in ("sub/a.png", (tmp_path / "b.png").as_posix()):
        assert pictures.name(pictures.path(name)) == name


def test_each_header_is_read_once_and_each_failure_remembered(tmp_path: Path) -> None:
    add_pictures(tmp_path, ["a.png"])
    (tmp_path / "bad.png").write_bytes(b"")
    met: list[int] = []
    pictures = Pictures(tmp_path, met=lambda: met.append(1))
    for _ in range(3):
        assert pictures.size("a.png") == (WIDTH, HEIGHT)
        with pytest.raises(InputError, match=r"bad\.png"):
            pictures.size("bad.png")
    assert len(met) == 2


@pytest.mark.parametrize(
    ("reference", "found"),
    [
        ("a.png", "sub/a.png"),
        ("../b.png", "b.png"),
        ("..\\b.png", "b.png"),
        ("./deep/../a.png", "sub/a.png"),
        ("A.png", "sub/a.png"),
        ("D:\\x\\a.png", "sub/a.png"),
        ("/nowhere/a.png", "sub/a.png"),
        ("c.png", "far/away/c.png"),
        ("twice.png", None),
        ("gone.png", None),
        ("", None),
        ("a\0.png", None),
        ("x" * 5000, None),
    ],
)
def test_pictures_are_found_from_the_label_file(
    tmp_path: Path, reference: str, found: str | None
) -> None:
    known = ["sub/a.png", "b.png", "far/away/c.png", "x/twice.png", "y/twice.png"]
    add_pictures(tmp_path, known)
    pictures = Pictures(tmp_path, lambda: known)
    assert pictures.find(reference, tmp_path / "sub" / "labels.xml") == found


def test_a_picture_of_the_same_stem_is_found_beside_or_else_anywhere(tmp_path: Path) -> None:
    known = ["sub/a.png", "sub/A.PNG", "far/c.png", "x/d.png", "y/d.png"]
    add_pictures(tmp_path, known)
    (tmp_path / "sub" / "a.txt").write_text("")
    pictures = Pictures(tmp_path, lambda: known)
    found = [
        pictures.beside(tmp_path / "sub" / name) for name in ("a.pts", "A.pts", "c.pts", "d.pts")
    ]
    assert found == ["sub/a.png", "sub/A.PNG", "far/c.png", None]


def test_a_reference_leads_from_a_folder_to_the_picture(tmp_path: Path) -> None:
    add_pictures(tmp_path, ["in/a.png"])
    picture = tmp_path / "in" / "a.png"
    assert reference_from(tmp_path / "in", picture) == "a.png"
    assert reference_from(tmp_path / "out" / "deep", picture) == "../../in/a.png"


def test_a_reference_through_a_link_is_absolute_where_dots_would_mislead(tmp_path: Path) -> None:
    add_pictures(tmp_path, ["in/a.png"])
    (tmp_path / "else" / "where").mkdir(parents=True)
    (tmp_path / "out").symlink_to(tmp_path / "else" / "where")
    picture = tmp_path / "in" / "a.png"
    assert reference_from(tmp_path / "out", picture) == picture.as_posix()
    pictures = Pictures(tmp_path / "else")
    # The label file was opened through another path than it was written for.
    assert pictures.find("../../in/a.png", tmp_path / "out" / "l.xml") == picture.as_posix()


def test_a_picture_on_another_drive_goes_by_its_whole_path(tmp_path: Path, monkeypatch) -> None:
    def relpath(*_: str) -> str:
        raise ValueError("path is on mount 'D:', start on mount 'C:'")

    monkeypatch.setattr("os.path.relpath", relpath)
    assert reference_from(tmp_path, tmp_path / "a.png") == (tmp_path / "a.png").as_posix()


def test_pictures_that_moved_are_told_file_by_file(tmp_path: Path) -> None:
    known = ["far/a.png", "far/b.png", "far/c.png"]
    add_pictures(tmp_path, known)
    pictures = Pictures(tmp_path, lambda: known)
    for name in "ab":
        assert pictures.beside(tmp_path / "labels" / f"{name}.pts") == f"far/{name}.png"
    assert pictures.find("old/c.png", tmp_path / "labels" / "all.xml") == "far/c.png"
    (told,) = pictures.told()
    assert told.where == "labels"
    assert "3 label files have no picture beside them" in told.message
    assert "such as far/a.png for a.pts" in told.message
    other = Pictures(tmp_path, lambda: known)
    assert other.find("old/c.png", tmp_path / "labels" / "all.xml") == "far/c.png"
    (told,) = other.told()
    assert told.message.endswith(
        "old/c.png is missing: far/c.png, the only one of that name, was used"
    )


def test_where_it_is_said_which_picture_a_file_is_about_nothing_is_looked_for(
    tmp_path: Path,
) -> None:
    file = tmp_path / "a.pts"
    pictures = Pictures(tmp_path, labels_of={file: "x/y.png"})
    assert pictures.beside(file) == "x/y.png"
    assert pictures.of("other.png", file) == "x/y.png"
    assert pictures.beside(tmp_path / "b.pts") is None
