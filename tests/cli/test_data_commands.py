from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kpstudio import sample
from kpstudio.core.edits import move_points
from kpstudio.io.opening import open_path
from kpstudio.io.registry import formats
from kpstudio.store.project import Project
from tests.cli.conftest import Run
from tests.small_faces import draw_picture

Json = Callable[..., Any]
Refused = Callable[..., str]

EVERY_FORMAT = [form.name for form in formats() if form.holds.points in (0, 58)]


def test_info_has_the_agreed_keys(kpstudio_json: Json, faces: Path) -> None:
    assert kpstudio_json("info", faces) == {
        "images": 10,
        "faces": 10,
        "labelled": 10,
        "format": "asf",
        "points": 58,
        "label_sets": [
            {
                "name": "*.asf",
                "format": "asf",
                "title": "IMM shape (.asf)",
                "pictures": 10,
                "faces": 10,
                "points": 58,
                "boxes": 0,
            }
        ],
        "choice": None,
        "problems": [],
    }


def test_info_lists_what_is_odd(kpstudio_json: Json, kpstudio: Run, faces: Path) -> None:
    (faces / "01-1m.asf").write_text("58\nnonsense")
    (faces / "02-1m.png").write_bytes(b"")
    draw_picture(faces / "new.png", seed=1)
    found = kpstudio_json("info", faces)
    assert (found["images"], found["labelled"]) == (10, 8)
    where = {problem["where"] for problem in found["problems"]}
    assert {"01-1m.asf", "01-1m.png", "02-1m.png", "new.png"} <= where
    assert all(set(problem) == {"where", "message"} for problem in found["problems"])
    code, out, _ = kpstudio("info", faces)
    assert code == 0
    assert "10 (8 labelled)" in out
    assert "01-1m.asf" in out


def test_info_of_pictures_alone(kpstudio_json: Json, kpstudio: Run, tmp_path: Path) -> None:
    draw_picture(tmp_path / "a.png", seed=1)
    found = kpstudio_json("info", tmp_path)
    assert found == {
        "images": 1,
        "faces": 1,
        "labelled": 0,
        "format": "none",
        "points": 0,
        "label_sets": [],
        "choice": None,
        "problems": [],
    }
    assert "no labels" in kpstudio("info", tmp_path)[1]


def test_two_label_sets_need_a_word_on_which_counts(
    kpstudio_json: Json, kpstudio: Run, faces: Path
) -> None:
    assert kpstudio("convert", faces, faces, "--to", "dlib")[0] == 0
    for command in (
        ("info", faces),
        ("convert", faces, faces / "out", "--to", "pts"),
        ("train", faces, "--preset", "smallnet", "--out", faces / "run"),
    ):
        code, _, said = kpstudio(*command)
        assert code == 2
        assert "both label 10 pictures" in said
        assert "--labels asf, --labels dlib or --labels asf --boxes dlib" in said
    found = kpstudio_json("info", faces, "--labels", "asf", "--boxes", "dlib")
    assert found["format"] == "asf"
    assert found["choice"] == {"points": ["asf"], "boxes": ["dlib"]}
    assert "asf; boxes of dlib" in kpstudio("info", faces, "--labels", "asf", "--boxes", "dlib")[1]
    code, _, said = kpstudio("info", faces, "--labels", "dlib", "--boxes", "asf")
    assert (code, "*.asf contains no boxes; " in said) == (2, True)
    code, _, said = kpstudio("info", faces, "--boxes", "dlib")
    assert (code, "say with --labels" in said) == (2, True)


def test_info_of_one_annotation_file(kpstudio_json: Json, faces: Path) -> None:
    found = kpstudio_json("info", faces / "03-1m.asf")
    assert (found["images"], found["labelled"], found["format"]) == (1, 1, "asf")


@pytest.mark.parametrize("to", EVERY_FORMAT)
def test_convert_and_open_again(kpstudio_json: Json, faces: Path, tmp_path: Path, to: str) -> None:
    report = kpstudio_json("convert", faces, tmp_path / "out", "--to", to)
    assert report["faces"] == 10
    assert report["points"] == 580
    assert report["problems"] == []
    assert report["worst_px"] < 0.71
    assert len(report["files"]) == len(list((tmp_path / "out").iterdir()))
    assert all(Path(path).is_file() for path in report["files"])


def test_convert_says_what_got_lost(kpstudio: Run, faces: Path, tmp_path: Path) -> None:
    code, out, _ = kpstudio("convert", faces, tmp_path / "mine.xml", "--to", "dlib")
    assert code == 0
    assert "10 faces, with 580 points in all, written" in out
    assert "rounded" in out
    assert len(open_path(tmp_path / "mine.xml").labels) == 10


def test_a_dry_run_says_what_would_be_lost_and_writes_nothing(
    kpstudio: Run, kpstudio_json: Json, faces: Path, tmp_path: Path
) -> None:
    target = tmp_path / "mine.xml"
    plan = kpstudio_json("convert", faces, target, "--to", "dlib", "--dry-run")
    assert (plan["dry_run"], plan["faces"], plan["files"]) == (True, 10, [str(target)])
    code, out, _ = kpstudio("convert", faces, target, "--to", "dlib", "--dry-run")
    assert code == 0
    assert all(sentence in out for sentence in plan["lost"])
    assert any("rounded" in sentence for sentence in plan["lost"])
    assert not target.exists()
    report = kpstudio_json("convert", faces, target, "--to", "dlib")
    assert report["lost"] == plan["lost"]
    out = kpstudio("convert", faces, tmp_path / "x", "--to", "json", "--dry-run")[1]
    assert "Nothing would be lost" in out


def test_convert_for_other_people(kpstudio_json: Json, faces: Path, tmp_path: Path) -> None:
    plan = kpstudio_json(
        "convert", faces, tmp_path / "a", "--to", "csv", "--pictures", "copy", "--dry-run"
    )
    report = kpstudio_json("convert", faces, tmp_path / "a", "--to", "csv", "--pictures", "copy")
    assert report["pictures"] == 10
    assert sorted(plan["files"]) == sorted(str(path) for path in (tmp_path / "a").iterdir())
    alone = kpstudio_json("convert", faces, tmp_path / "b", "--to", "csv", "--pictures", "none")
    assert alone["files"] == [str(tmp_path / "b" / "labels.csv")]
    assert str(faces.parent) not in (tmp_path / "b" / "labels.csv").read_text()


def test_convert_takes_the_corrections_of_a_project(
    kpstudio: Run, faces: Path, tmp_path: Path
) -> None:
    labels = open_path(faces).labels
    with Project.open(faces) as project:
        edit = move_points(labels["01-1m.png#0"], [52], [[7.0, 8.0]], "nose tip")
        project.record(edit)
    assert kpstudio("convert", faces, tmp_path / "mine.json", "--to", "json")[0] == 0
    back = {f.picture[-9:]: f for f in open_path(tmp_path / "mine.json").labels}
    moved = back["01-1m.png"].landmarks
    assert moved is not None
    assert moved.xy_image[52].tolist() == [7.0, 8.0]


def test_convert_overwrites_only_when_told(
    kpstudio: Run, refused: Refused, faces: Path, tmp_path: Path
) -> None:
    command = ("convert", faces, tmp_path / "out", "--to", "csv")
    assert kpstudio(*command)[0] == 0
    assert "labels.csv already exists" in refused(*command)
    assert kpstudio(*command, "--overwrite")[0] == 0


def test_convert_leaves_the_originals_alone(refused: Refused, faces: Path) -> None:
    before = {path: path.read_bytes() for path in faces.iterdir()}
    assert "already exists" in refused("convert", faces, faces, "--to", "asf")
    assert {path: path.read_bytes() for path in faces.iterdir()} == before


def test_unknown_format(refused: Refused, faces: Path, tmp_path: Path) -> None:
    line = refused("convert", faces, tmp_path / "out", "--to", "word")
    assert "word" in line
    assert all(name in line for name in EVERY_FORMAT)
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("command", ["info", "convert"])
def test_what_cannot_be_opened(refused: Refused, tmp_path: Path, command: str) -> None:
    more = () if command == "info" else (tmp_path / "out", "--to", "pts")
    (tmp_path / "empty").mkdir()
    (tmp_path / "diary.txt").write_text("dear diary")
    for name in ("gone", "empty", "diary.txt"):
        assert name in refused(command, tmp_path / name, *more)


def test_a_folder_of_junk_is_looked_through(kpstudio_json: Json, tmp_path: Path) -> None:
    (tmp_path / "a.jpg").write_bytes(b"\x00" * 100)
    (tmp_path / "b.asf").write_bytes(b"\xff\xfe" * 50)
    found = kpstudio_json("info", tmp_path)
    assert (found["images"], found["labelled"]) == (0, 0)
    assert "a.jpg" in {problem["where"] for problem in found["problems"]}


def test_nothing_to_convert(refused: Refused, tmp_path: Path) -> None:
    draw_picture(tmp_path / "a.png", seed=1)
    assert "nothing to export" in refused("convert", tmp_path, tmp_path / "out", "--to", "pts")


def test_convert_says_why_there_is_nothing(refused: Refused, faces: Path, tmp_path: Path) -> None:
    for picture in faces.glob("*.png"):
        picture.unlink()
    line = refused("convert", faces, tmp_path / "out", "--to", "pts")
    assert "nothing to convert: " in line
    assert "labels without a picture" in line


def test_a_dry_run_does_not_speak_of_what_was_done(
    kpstudio: Run, faces: Path, tmp_path: Path
) -> None:
    for to in EVERY_FORMAT:
        out = kpstudio("convert", faces, tmp_path / "out", "--to", to, "--dry-run")[1]
        told = out.replace("nothing was written", "")
        assert not any(word in told.split() for word in ("was", "were", "got", "gave", "will"))


def test_sample_writes_where_it_is_told(
    kpstudio: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def write(folder: Path, progress: Callable[[int, int], None]) -> Path:
        folder.mkdir()
        progress(1, 2)
        return folder

    monkeypatch.setattr(sample, "write_sample", write)
    code, out, _ = kpstudio("sample", tmp_path / "new")
    assert code == 0
    assert (tmp_path / "new").is_dir()
    assert "synthetic" in out


def test_sample_refuses_a_folder_of_other_things(refused: Refused, faces: Path) -> None:
    assert str(faces) in refused("sample", faces)
