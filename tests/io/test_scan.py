"""Looking through folders, and looking again by what was known of them."""

from __future__ import annotations

import itertools
import os
import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kpstudio.core.errors import Cancelled
from kpstudio.io import scan as scan_module
from kpstudio.io.formats.pts import pts_text
from kpstudio.io.listing import list_folders
from kpstudio.io.scan import Scan, pictures_in, scan
from kpstudio.store.index import read_known, write_known
from tests.io.helpers import add_pictures, points


def facts(found: Scan) -> tuple:
    return (
        found.pictures,
        [(form.name, path) for form, path in found.labels],
        found.companions,
        found.problems,
    )


def test_folders_come_after_files_and_numbers_count(tmp_path: Path) -> None:
    names = ["b10.png", "b9.png", "A1.png", "d10/x.png", "d9/y.png", "d9/e/z.png"]
    add_pictures(tmp_path, names)
    expected = ["A1.png", "b9.png", "b10.png", "d9/y.png", "d9/e/z.png", "d10/x.png"]
    assert scan(tmp_path).pictures == expected
    assert pictures_in(tmp_path) == expected


def test_links_that_lead_back_end_somewhere(tmp_path: Path) -> None:
    add_pictures(tmp_path, ["a.png", "in/b.png"])
    (tmp_path / "in" / "back").symlink_to(tmp_path)
    (tmp_path / "in" / "self").symlink_to(tmp_path / "in")
    (tmp_path / "twice").symlink_to(tmp_path / "in")
    (tmp_path / "linked.png").symlink_to(tmp_path / "a.png")
    (tmp_path / "gone.png").symlink_to(tmp_path / "nowhere.png")
    (tmp_path / "gone folder").symlink_to(tmp_path / "nowhere")
    found = scan(tmp_path)
    assert found.pictures == ["a.png", "linked.png", "in/b.png"]
    assert [str(p) for p in found.problems] == [
        "gone.png: is a link to something that does not exist",
        "linked.png: is the same file as a.png",
    ]


def test_links_to_one_file_elsewhere_are_told_once(tmp_path: Path) -> None:
    add_pictures(tmp_path, ["here/a.png", "elsewhere/b.png"])
    for name in ("k.png", "l.png", "m.txt"):
        (tmp_path / "here" / name).symlink_to(tmp_path / "elsewhere" / "b.png")
    found = scan(tmp_path / "here")
    assert found.pictures == ["a.png", "k.png", "l.png"]
    assert [str(problem) for problem in found.problems] == ["l.png: is the same file as k.png"]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read all")
def test_a_folder_that_may_not_be_read_is_listed(tmp_path: Path) -> None:
    add_pictures(tmp_path, ["a.png", "shut/b.png"])
    (tmp_path / "shut").chmod(0)
    found = scan(tmp_path)
    (tmp_path / "shut").chmod(0o700)
    assert found.pictures == ["a.png"]
    assert "the folder cannot be read" in str(found.problems[0])


def test_only_what_may_be_a_label_file_is_opened(tmp_path: Path, monkeypatch) -> None:
    add_pictures(tmp_path, ["a.png"])
    (tmp_path / "a.pts").write_text(pts_text(points(4)))
    for name in ("notes.md", "weights.npy", "a.log", "README"):
        (tmp_path / name).write_text("x")
    opened: list[str] = []
    real = scan_module.sniff
    monkeypatch.setattr(scan_module, "sniff", lambda p: opened.append(p.name) or real(p))
    found = scan(tmp_path)
    assert opened == ["a.pts"]
    assert found.problems == []
    assert facts(scan(tmp_path, known=found.known)) == facts(found)
    assert opened == ["a.pts"], "what has not changed is recognised by its time and size"
    (tmp_path / "a.pts").write_text("something else")
    assert [str(p) for p in scan(tmp_path, known=found.known).problems] != []


def test_a_text_that_is_no_label_file_is_no_problem(tmp_path: Path) -> None:
    add_pictures(tmp_path, ["a.png"])
    (tmp_path / "notes.txt").write_text("remember the milk")
    (tmp_path / "empty.txt").write_text("")
    assert scan(tmp_path).problems == []


def test_folders_that_have_not_changed_are_not_read_again(tmp_path: Path, monkeypatch) -> None:
    add_pictures(tmp_path, ["a.png", "x/b.png", "y/c.png"])
    long_ago(tmp_path)
    before = list_folders(str(tmp_path))
    add_pictures(tmp_path, ["y/d.png"])
    read: list[str] = []
    real = os.scandir
    monkeypatch.setattr(os, "scandir", lambda path: read.append(path) or real(path))
    after = list_folders(str(tmp_path), before)
    assert list(map(Path, read)) == [tmp_path / "y"]
    assert after["y/"].files == ["c.png", "d.png"]
    assert after["x/"] is before["x/"]


def test_looking_can_be_cancelled_and_counts(tmp_path: Path) -> None:
    add_pictures(tmp_path, ["a.png", "x/b.png", "x/c.png"])
    seen: list[int] = []
    scan(tmp_path, seen.append)
    assert seen[-1] == 3
    assert seen == sorted(seen)

    def stop(count: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        scan(tmp_path, stop)


_clock = itertools.count(1)


def long_ago(root: Path) -> None:
    """Let every folder have changed long ago, at a time of its own."""
    for folder, _, _ in os.walk(root):
        moment = 10**9 + next(_clock)
        os.utime(folder, (moment, moment))


NAMES = ("a1.png", "a10.png", "b.jpg", "a1.pts", "b.txt", "c.json", "t.csv", ".hidden.png")
PLACES = ("", "x/", "x/y/", "z/")
actions = st.lists(
    st.tuples(
        st.sampled_from(["write", "write", "write", "delete", "rename", "link", "prune"]),
        st.sampled_from(PLACES),
        st.sampled_from(NAMES),
        st.sampled_from(PLACES),
    ),
    max_size=10,
)


def act(root: Path, what: str, place: str, name: str, other: str) -> None:
    path, goal = root / place / name, root / other / name
    if what == "write":
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(pts_text(points(4)) if name.endswith(".pts") else other)
    elif what == "delete" and path.is_file():
        path.unlink()
    elif what == "rename" and path.is_file() and goal.parent.is_dir():
        path.replace(goal)
    elif what == "link" and path.parent.is_dir() and not path.exists() and (root / other).is_dir():
        path.with_suffix("").unlink(missing_ok=True)
        path.with_suffix("").symlink_to(root / other)
    elif what == "prune" and place:
        shutil.rmtree(root / place, ignore_errors=True)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(actions, actions)
def test_what_was_known_changes_nothing_but_the_time(tmp_path_factory, first, second) -> None:
    root = tmp_path_factory.mktemp("known")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        for action in first:
            act(root, *action)
        long_ago(root)
        found = scan(root)
        write_known(root, found.known)
        stored = read_known(root)
        assert stored is not None
        assert facts(scan(root, known=stored)) == facts(found)
        for action in second:
            act(root, *action)
        assert facts(scan(root, known=stored)) == facts(scan(root))


def test_a_root_that_has_gone_is_listed(tmp_path: Path) -> None:
    found = scan(tmp_path / "gone")
    assert [str(p) for p in found.problems] == [
        f"{tmp_path / 'gone'}: the folder cannot be read: No such file or directory"
    ]
    assert found.pictures == []


def test_large_folders_tell_how_far_they_are(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr("kpstudio.io.listing._MEET_EVERY", 2)
    for number in range(5):
        (tmp_path / f"{number}.png").touch()
    told: list[int] = []
    list_folders(str(tmp_path), met=lambda count: told.append(count) or True)
    assert told == sorted(told)
    assert {2, 4} <= set(told)
    assert told[-1] == 5


def test_files_of_other_kinds_are_told_where_they_matter(tmp_path: Path) -> None:
    names = ["a.psd", "CollectedData_me.h5", "weights.h5", "face.mat", "notes.md"]
    names += [os.fsdecode(b"\xff.md"), os.fsdecode(b"\xff.png")]
    for name in names:
        (tmp_path / name).write_text("x")
    told = {p.where: p.message for p in scan(tmp_path).problems}
    assert told.keys() == {"a.psd", "CollectedData_me.h5", "face.mat", "\\udcff.png"}
    assert "cannot open this kind of picture" in told["a.psd"]
    assert "put the .csv file that DeepLabCut writes" in told["CollectedData_me.h5"]
    assert "does not read this landmark format" in told["face.mat"]
    (tmp_path / "CollectedData_me.csv").write_text("x")
    assert "CollectedData_me.h5" not in {p.where for p in scan(tmp_path).problems}


@pytest.mark.parametrize("when", ["listed", "told"])
def test_a_label_file_that_goes_meanwhile_is_told(tmp_path: Path, monkeypatch, when: str) -> None:
    path = tmp_path / "a.pts"
    path.write_text(pts_text(points(4)))
    name = "list_folders" if when == "listed" else "sniff"
    before = getattr(scan_module, name)

    def going(*given: object, **more: object) -> object:
        found = before(*given, **more) if when == "listed" else None
        path.unlink()
        return found if when == "listed" else before(*given, **more)

    monkeypatch.setattr(scan_module, name, going)
    found = scan(tmp_path)
    assert [str(p) for p in found.problems] == ["a.pts: cannot be read: No such file or directory"]
    assert found.labels == []
