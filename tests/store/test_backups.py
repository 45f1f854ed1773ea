"""Automatic copies: when they are made, and which are let go of."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from kpstudio.core.edits import set_state
from kpstudio.core.errors import InputError
from kpstudio.core.labelset import Face, FaceState
from kpstudio.store import copies
from kpstudio.store.backups import back_up
from kpstudio.store.copies import faces_then
from kpstudio.store.copy_files import Kind, moments_in, path_of
from kpstudio.store.project import Project
from kpstudio.store.retention import Retention

START = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)


def check(project: Project, number: int) -> None:
    face = Face(f"{number}.jpg#0", f"{number}.jpg")
    project.record(set_state(face, FaceState.CHECKED))


def days_of(where: Path) -> list[int]:
    return [(moment - START).days for moment in moments_in(where, Kind.AUTOMATIC)]


def test_where_there_is_no_project_there_is_nothing_to_copy(tmp_path: Path) -> None:
    assert back_up(tmp_path, Retention(), START) is None
    assert list(tmp_path.iterdir()) == []


def test_one_is_made_only_where_something_has_changed(tmp_path: Path) -> None:
    with Project.open(tmp_path) as project:
        where = project.location
        assert back_up(where, Retention(), START) is None  # nothing has been done yet
        check(project, 1)
        assert back_up(where, Retention(), START) is not None
        project.set_setting("current", "1.jpg#0")  # looking is no work
        assert back_up(where, Retention(), START + timedelta(hours=1)) is None
        check(project, 2)
        assert back_up(where, Retention(), START + timedelta(hours=2)) is not None
        moments = moments_in(where, Kind.AUTOMATIC)
        assert moments == [START + timedelta(hours=2), START]
        then = faces_then(project, START, Kind.AUTOMATIC)
        assert then["1.jpg#0"].state is FaceState.CHECKED
        assert then["2.jpg#0"].state is not FaceState.CHECKED


def test_the_old_and_the_many_are_let_go_but_never_the_newest(tmp_path: Path) -> None:
    keeping = Retention(count=5, days=10)
    with Project.open(tmp_path) as project:
        where = project.location
        for day in range(6):
            check(project, day)
            back_up(where, keeping, START + timedelta(days=day))
        assert days_of(where) == [5, 4, 3, 2, 1]
        back_up(where, keeping, START + timedelta(days=12))
        assert days_of(where) == [5, 4, 3, 2]
        back_up(where, keeping, START + timedelta(days=900))
        assert days_of(where) == [5, 4, 3]
        back_up(where, Retention(count=1), START + timedelta(days=900))
        assert days_of(where) == [5]
        check(project, 7)
        assert back_up(where, Retention(count=0), START + timedelta(days=901)) is None


@pytest.mark.parametrize("count", [1, 3, 10])
def test_a_clock_that_jumps_far_ahead_and_back_costs_no_copy_of_now(
    tmp_path: Path, count: int
) -> None:
    keeping, far = Retention(count=count, days=90), timedelta(days=27_000)
    with Project.open(tmp_path) as project:
        where = project.location
        for day in range(5):
            check(project, day)
            back_up(where, keeping, START + timedelta(days=day))
        check(project, 5)
        back_up(where, keeping, START + far)
        assert len(days_of(where)) == min(count, 3)  # however old the others seem
        back_up(where, keeping, START + timedelta(days=5))
        for day in range(6, 9):
            check(project, day)
            assert back_up(where, keeping, START + timedelta(days=day)) is not None
            assert day in days_of(where)
            assert back_up(where, keeping, START + timedelta(days=day, hours=1)) is None
        made = [day for day in days_of(where) if day < far.days]
        assert made[: min(count, 3)] == [8, 7, 6][:count]
        check(project, 9)
        back_up(where, keeping, START - timedelta(days=9000))  # to when there were no computers
        assert -9000 in days_of(where)
        back_up(where, keeping, START + timedelta(days=10))
        kept = [
            faces_then(project, moment, Kind.AUTOMATIC)
            for moment in moments_in(where, Kind.AUTOMATIC)
        ]
        assert any(then["9.jpg#0"].state is FaceState.CHECKED for then in kept)


def test_no_copy_takes_the_place_of_another_that_was_saved_in_the_same_second(
    tmp_path: Path,
) -> None:
    with Project.open(tmp_path) as project:
        for number in range(3):
            check(project, number)
            copies.copy(project.location, Kind.BY_HAND, START)
        moments = copies.copies_of(project)
        assert [len(faces_then(project, moment)) for moment in moments] == [3, 3, 3]
        assert moments == [START + timedelta(seconds=second) for second in (2, 1, 0)]


def test_copies_by_hand_are_none_of_its_business(tmp_path: Path) -> None:
    with Project.open(tmp_path) as project:
        check(project, 1)
        moment = copies.save_copy(project)
        back_up(project.location, Retention(count=1, days=0), START)
        check(project, 2)
        back_up(project.location, Retention(count=1, days=0), START + timedelta(days=1))
        assert copies.copies_of(project) == [moment]
        assert len(moments_in(project.location, Kind.AUTOMATIC)) == 1


def test_a_full_disk_is_told_and_leaves_no_half(tmp_path: Path, monkeypatch) -> None:
    def fail(self: Path, target: Path) -> None:
        raise OSError("no space left on device")

    with Project.open(tmp_path) as project:
        check(project, 1)
        monkeypatch.setattr(Path, "replace", fail)
        with pytest.raises(InputError, match="no space left"):
            back_up(project.location, Retention(), START)
        assert list((project.location / Kind.AUTOMATIC).iterdir()) == []


def test_a_broken_copy_is_no_reason_to_wait(tmp_path: Path) -> None:
    with Project.open(tmp_path) as project:
        where = project.location
        check(project, 1)
        assert back_up(where, Retention(), START) is not None
    path_of(where, Kind.AUTOMATIC, START).write_bytes(
        b"no database at all, but long enough to be told from one" * 99
    )
    again = START + timedelta(hours=1)
    assert back_up(where, Retention(), again) is not None
    assert moments_in(where, Kind.AUTOMATIC)[0] == again
