"""Projects and runs that somebody else made, or that are no files at all."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from kpstudio.core.edits import set_state
from kpstudio.core.errors import InputError
from kpstudio.core.labelset import Face, FaceState, LabelSet, face_id
from kpstudio.core.landmarks import Landmarks
from kpstudio.core.schema import generic_scheme
from kpstudio.core.splits import Split
from kpstudio.store import copies
from kpstudio.store.project import Project
from kpstudio.store.runs import RunFolder, list_runs

posix = pytest.mark.skipif(os.name == "nt", reason="Windows has no such files")
ENDLESS = (
    "WITH RECURSIVE more(id, face, original) AS (SELECT 'a', null, null UNION ALL "
    "SELECT id || 'a', null, null FROM more) SELECT * FROM more"
)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "user"))
    root = tmp_path / "set"
    root.mkdir()
    faces = [
        Face(face_id(name), name, Landmarks.of([(1.0, 2.0), (3.0, 4.0)])) for name in ("a", "b")
    ]
    labels = LabelSet(root, generic_scheme(2), faces)
    with Project.open(root) as project:
        for face in faces:
            edit = set_state(face, FaceState.CORRECTED)
            edit.apply(labels)
            project.record(edit)
    return root


def database(folder: Path) -> Path:
    return folder / ".kpstudio" / "project.sqlite"


def change(folder: Path, *statements: str) -> None:
    with closing(sqlite3.connect(database(folder), isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)


def opened(folder: Path) -> Iterator[Project]:
    """Yield the project as it is looked at, and as it is written to."""
    peeked = Project.peek(folder)
    if peeked is not None:
        with peeked:
            yield peeked
    with Project.open(folder) as project:
        yield project


def test_a_view_that_counts_without_an_end_is_not_read(folder: Path) -> None:
    change(folder, "ALTER TABLE faces RENAME TO kept", f"CREATE VIEW faces AS {ENDLESS}")
    for project in opened(folder):
        (problem,) = project.problems
        assert "it has the view 'faces', which does not belong in a project" in problem.message
    assert database(folder).with_name("project.sqlite.broken-1").is_file()


def test_a_trigger_is_not_run_and_costs_no_correction(folder: Path) -> None:
    change(folder, "CREATE TRIGGER t AFTER INSERT ON faces BEGIN DELETE FROM faces; END")
    told = [project.problems[0].message for project in opened(folder)]
    assert "it has the trigger 't', which does not belong in a project" in told[0]
    assert "2 corrected faces could be read from it" in told[1]


@pytest.mark.parametrize(
    "statement", ["DROP TABLE faces", "ALTER TABLE faces DROP COLUMN original"]
)
def test_a_project_without_a_table_is_damaged_and_begun_anew(folder: Path, statement: str) -> None:
    """It could not be opened at all: "no such table"."""
    change(folder, statement)
    for project in opened(folder):
        assert "its table faces has no" in project.problems[0].message
        assert project.stored_faces() == {}
        assert len(project.history.entries()) in (0, 2)


def test_an_emptied_file_is_damaged_where_there_is_a_copy(folder: Path) -> None:
    with Project.open(folder) as project:
        copies.save_copy(project)
    database(folder).write_bytes(b"")
    with Project.open(folder) as project:
        (problem,) = project.problems
        assert "2 corrected faces from the copy" in problem.message
        assert len(project.stored_faces()) == 2


@pytest.mark.parametrize("value", ["5", "zeroblob(100)", "'[[['", "'{}'", f"'{'[' * 9999}'"])
def test_a_row_that_makes_no_sense_costs_itself_alone(folder: Path, value: str) -> None:
    change(folder, f"UPDATE faces SET face = {value} WHERE id LIKE 'a%'")
    for project in opened(folder):
        assert project.problems == ()
        face = Face(face_id("b"), "b", Landmarks.of([(1.0, 2.0), (3.0, 4.0)]))
        labels = LabelSet(folder, generic_scheme(2), [face])
        problems = project.overlay(labels)
        assert any("a stored face cannot be read" in one.message for one in problems)
        assert labels[face.id].state is FaceState.CORRECTED


def test_a_number_too_large_for_a_coordinate_costs_its_face_alone(folder: Path) -> None:
    change(folder, f"UPDATE faces SET face = replace(face, '[1.0,', '[{'9' * 400},')")
    for project in opened(folder):
        problems = project.overlay(LabelSet(folder, generic_scheme(2), []))
        assert any("too large to convert" in problem.message for problem in problems)


@pytest.mark.parametrize("value", ["[[[", "{", "nan", "[" * 9999])
def test_a_damaged_setting_is_as_if_never_set(folder: Path, value: str) -> None:
    change(folder, f"INSERT OR REPLACE INTO settings VALUES ('scheme', '{value}')")
    for project in opened(folder):
        assert project.setting("scheme", "none") == "none" or value == "nan"


def test_a_damaged_time_loses_no_edit(folder: Path) -> None:
    change(folder, "UPDATE edits SET time = 'x', faces = 'y'")
    for project in opened(folder):
        assert [entry.faces for entry in project.history.entries()] == [0, 0]


def pipe(path: Path) -> None:
    os.mkfifo(path)


def endless(path: Path) -> None:
    path.symlink_to("/dev/zero")


def directory(path: Path) -> None:
    path.mkdir()


every_oddity = pytest.mark.parametrize("make", [pipe, endless, directory], ids=lambda m: m.__name__)


@posix
@every_oddity
@pytest.mark.parametrize("name", ["project.sqlite", "project.sqlite-journal", "lock"])
def test_sqlite_is_not_let_near_what_is_no_file(
    folder: Path, make: Callable[[Path], None], name: str
) -> None:
    place = folder / ".kpstudio" / name
    place.unlink(missing_ok=True)
    make(place)
    with pytest.raises(InputError, match=f"{name} is not a file: move it away"):
        Project.open(folder)


@pytest.fixture
def run(tmp_path: Path) -> RunFolder:
    config = {"network": "smallnet", "points": [0, 1]}
    split = Split(("a",), ("b",), "person")
    made = RunFolder.create(tmp_path / "runs" / "0001", config, generic_scheme(2), split, {}, {})
    made.append_event({"event": "epoch", "epoch": 1, "val_mse": 0.5})
    made.set_state("stopped")
    return made


PARTS: dict[str, Callable[[RunFolder], object]] = {
    "scheme.json": lambda run: run.scheme,
    "split.json": lambda run: run.split,
    "versions.json": lambda run: run.versions,
    "data.json": lambda run: run.data,
    "events.jsonl": lambda run: run.events(),
}


@posix
@every_oddity
@pytest.mark.parametrize("name", PARTS)
def test_a_part_of_a_run_that_is_no_file_is_told(
    run: RunFolder, make: Callable[[Path], None], name: str
) -> None:
    (run.path / name).unlink()
    make(run.path / name)
    (again,) = list_runs(run.path.parent)
    with pytest.raises(InputError, match=f"{name} cannot be read"):
        PARTS[name](again)
    assert again.summary().network == "smallnet"


@pytest.mark.parametrize("text", ["[" * 9999, "[]", "\0", "", "{", '{"a":' * 99 + "1" + "}" * 99])
def test_a_run_whose_settings_are_odd_is_passed_over(run: RunFolder, text: str) -> None:
    """Settings nested deep broke the table of runs."""
    (run.path / "config.json").write_text(text)
    assert list_runs(run.path.parent) == []


@pytest.mark.parametrize(
    "line",
    [
        '{"event":"epoch","epoch":"two","val_mse":[]}',
        f'{{"event":"epoch","epoch":{"9" * 400},"val_mse":{"9" * 400}}}',
        '{"event":["epoch"],"epoch":null}',
        '{"event":"epoch","epoch":NaN,"val_mse":Infinity}',
        "[" * 9999,
        "\0\0\0",
    ],
)
def test_an_odd_event_is_passed_over(run: RunFolder, line: str) -> None:
    with (run.path / "events.jsonl").open("a") as file:
        file.write(f"{line}\n")
    assert run.summary().best_val_mse == 0.5
    assert run.summary().epochs_done in (1, 0) or "9" in line
    run.rewind(1, {"event": "epoch", "epoch": 1})
    assert run.events()[-1] == {"event": "epoch", "epoch": 1}
