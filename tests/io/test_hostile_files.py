"""Things in a folder that are no files of the kind that their names say."""

from __future__ import annotations

import json
import os
import socket
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from kpstudio.core.errors import InputError, Problem
from kpstudio.io import companion
from kpstudio.io.formats import base, json_text
from kpstudio.io.formats.base import UNEXPECTED, Problems, read_files
from kpstudio.io.images import read_rgb, read_shown, read_size
from kpstudio.io.inside import pictures_inside
from kpstudio.io.listing import list_folders
from kpstudio.io.opening import as_photos, open_path
from kpstudio.io.pictures import Pictures
from kpstudio.io.registry import Format, format_named, formats, sniff
from kpstudio.io.scan import scan
from kpstudio.io.text import BrokenFileError, read_bytes
from tests.io.helpers import PNG, add_pictures, count_for, face, label_set, points

every_format = pytest.mark.parametrize("form", formats(), ids=lambda form: form.name)
posix = pytest.mark.skipif(os.name == "nt", reason="Windows has no such files")

DEEP = {
    "lists": b"[" * 100_000,
    "objects": b'{"format":"kpstudio","shapes":' + b'{"a":' * 100_000,
    "closed": b'{"version":3,"groups":' + b"[" * 900 + b"]" * 900 + b"}",
}


def pipe(path: Path) -> None:
    os.mkfifo(path)


def endless(path: Path) -> None:
    path.symlink_to("/dev/zero")


def circle(path: Path) -> None:
    path.symlink_to(path.name)


def nothing(path: Path) -> None:
    path.symlink_to("gone")


def folder(path: Path) -> None:
    path.mkdir()


def plug(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as made:
        made.bind(os.path.relpath(path))  # names of sockets must be short


ODD = (pipe, endless, circle, nothing, folder, plug)
every_oddity = pytest.mark.parametrize("make", ODD, ids=lambda make: make.__name__)


@posix
@every_format
@every_oddity
def test_what_is_no_file_is_a_problem_of_each_format(
    form: Format, make: Callable[[Path], None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / f"labels{form.suffixes[0]}"
    make(path)
    (problem,) = form.read([path], tmp_path).problems
    assert problem.where == path.name
    assert problem.message.startswith("cannot be read: ")
    with pytest.raises(InputError, match="cannot be read"):
        sniff(path)


@posix
@every_oddity
@pytest.mark.parametrize("name", ["face.jpg", "points.csv", "training.csv", "a.pts", "labels.xml"])
def test_a_folder_opens_whatever_lies_in_it(
    make: Callable[[Path], None], name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    add_pictures(tmp_path, ["good.png"])
    faces = [face("good.png", points(3))]
    format_named("json").write(label_set(tmp_path, faces), faces, tmp_path)
    label_file = (tmp_path / "labels.json").read_bytes()
    make(tmp_path / name)
    opened = open_path(tmp_path)
    assert [one.picture for one in opened.labels] == ["good.png"]
    assert [problem.where for problem in opened.problems] == [name] or make is folder
    gone = [problem.message.startswith("is a link to something") for problem in opened.problems]
    assert gone == [make is nothing] or make is folder
    # A label file alone looks for points.csv beside it.
    assert open_path(tmp_path / "labels.json").labels.pictures == ("good.png",)
    assert (tmp_path / "labels.json").read_bytes() == label_file
    for read in (read_size, read_rgb, lambda path: read_shown(path, 8)):
        with pytest.raises(InputError, match=name):
            read(tmp_path / name)
    assert not companion.is_companion(tmp_path / name)
    assert pictures_inside(tmp_path / name) == []
    assert as_photos([tmp_path / name], opened.labels.scheme)[0] == []


@posix
def test_a_reference_to_a_device_or_a_secret_is_no_picture(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("password")
    inside = tmp_path / "set"
    inside.mkdir()
    names = ["/dev/zero", "/dev/stdin", "../secret", str(secret), "/proc/self/environ", "."]
    rows = [f"{name},1,2" for name in names]
    (inside / "labels.csv").write_text("image,x0,y0\n" + "\n".join(rows))
    opened = open_path(inside / "labels.csv")
    assert list(opened.labels) == []
    assert len(opened.problems) == len(names) - 1  # two of them are one file
    assert not any("password" in str(problem) for problem in opened.problems)


@pytest.mark.parametrize("slash", ["\\", "/"])
def test_a_share_that_a_label_file_names_is_not_asked(
    slash: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On Windows that would tell its owner the password's hash of whoever opens the file."""
    add_pictures(tmp_path, ["a.png"])
    asked: list[str] = []
    real = os.path.isfile
    monkeypatch.setattr(os.path, "isfile", lambda path: asked.append(str(path)) or real(path))
    found = Pictures(tmp_path).near(f"{slash * 2}evil{slash}share{slash}a.png", tmp_path)
    assert found == "a.png"
    assert not any("evil" in path for path in asked)


@posix
def test_links_that_lead_around_end(tmp_path: Path) -> None:
    root = tmp_path / "home" / "set"
    add_pictures(root, ["a.png", "sub/b.png"])
    add_pictures(tmp_path / "home", ["private.png"])
    (root / "self").symlink_to(".")
    (root / "sub" / "up").symlink_to("..")
    (root / "parent").symlink_to("..")
    (root / "sub" / "disk").symlink_to("/")
    found = scan(root)
    assert found.pictures == ["a.png", "sub/b.png"]
    assert sorted(problem.where for problem in found.problems) == ["parent", "sub/disk"]
    assert all("that contains the opened one" in one.message for one in found.problems)
    assert len(list_folders(str(root))) == 4


@posix
def test_names_that_are_no_unicode_or_hold_a_line_break_are_told_in_one_line(
    tmp_path: Path,
) -> None:
    for name in (b"caf\xe9.jpg", b"caf\xe9.pts", b"new\nline.pts", b"bell\x07.csv"):
        (tmp_path / os.fsdecode(name)).write_bytes(b"")
    add_pictures(tmp_path, ["a.png"])
    opened = open_path(tmp_path)
    assert len(opened.problems) == 4
    for problem in opened.problems:
        str(problem).encode()
        assert "\n" not in problem.message


@every_format
@pytest.mark.parametrize("kind", DEEP)
def test_deep_nesting_is_refused_in_one_sentence(form: Format, kind: str, tmp_path: Path) -> None:
    path = tmp_path / f"labels{form.suffixes[0]}"
    path.write_bytes(DEEP[kind])
    sniff(path)
    result = form.read([path], tmp_path)
    assert result.faces == ()
    (problem,) = result.problems
    assert UNEXPECTED not in problem.message
    assert len(problem.message) < 1000


def test_what_a_face_brings_along_is_not_nested_too_deep_to_be_kept(tmp_path: Path) -> None:
    """It was read, and the first correction of that face broke the window."""
    add_pictures(tmp_path, ["a.png"])
    faces = [face("a.png", points(3))]
    (path,) = format_named("json").write(label_set(tmp_path, faces), faces, tmp_path)
    deep = "[" * 500 + "]" * 500
    path.write_text(path.read_text().replace('"key"', f'"extras": {{"a": {deep}}}, "key"'))
    (problem,) = format_named("json").read([path], tmp_path).problems
    assert problem.message == "is nested more than 64 levels deep, too deep to read"


@every_format
@pytest.mark.parametrize("number", ["1e30", "-1e300", "9" * 400, "1e999", "nan", "\u00b2"])
def test_no_coordinate_lies_beyond_every_picture(form: Format, number: str, tmp_path: Path) -> None:
    xy = np.full((count_for(form, 3), 2), 12.0)
    faces = [face("a.png", xy)]
    path = form.write(label_set(tmp_path, faces), faces, tmp_path)[0]
    text = path.read_text()
    for usual in ("12.5", "13.000", "0.18750000", "12.0", "12", "35.00000"):
        if usual in text:
            path.write_text(text.replace(usual, number, 1), encoding="utf-8")
            break
    sniff(path)
    result = form.read([path], tmp_path)
    assert not any(UNEXPECTED in problem.message for problem in result.problems)
    for one in result.faces:
        if one.landmarks is not None:
            placed = one.landmarks.xy_image[one.landmarks.present]
            assert (np.abs(placed) <= json_text.FAR).all()


def test_a_file_larger_than_it_says_is_not_read_on_and_on(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"x" * 100)
    assert len(read_bytes(path, 100)) == 100
    with pytest.raises(BrokenFileError, match="too much for such a file"):
        read_bytes(path, 99)


def test_problems_beyond_count_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(base, "MOST_PROBLEMS", 3)
    problems = Problems()
    problems += [Problem(f"line {k}", "is odd") for k in range(10)]
    assert [str(problem) for problem in problems[-2:]] == [
        "line 2: is odd",
        "line 9: 7 more problems are not listed",
    ]


def test_a_fault_of_a_reader_costs_one_file(tmp_path: Path) -> None:
    paths = [tmp_path / name for name in ("a.x", "b.x", "c.x")]
    read, problems = [], Problems()

    def add(path: Path, where: str) -> None:
        if where == "a.x":
            raise RecursionError("too deep")
        if where == "b.x":
            raise MemoryError
        read.append(where)

    read_files(paths, Pictures(tmp_path), problems, add)
    assert read == ["c.x"]
    assert UNEXPECTED in problems[0].message
    assert problems[1].message == "there is not enough memory to read it"


def test_a_message_that_quotes_a_file_is_short_and_of_one_line(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(PNG)
    long = "b" * 5000 + "\nc"
    images = [{"id": 1, "file_name": long}]
    data = {"annotations": [], "images": images, "categories": [{"keypoints": ["a"]}]}
    (tmp_path / "l.json").write_text(json.dumps(data))
    for problem in format_named("coco").read([tmp_path / "l.json"], tmp_path).problems:
        assert len(problem.message) < 1000
        assert "\n" not in problem.message
