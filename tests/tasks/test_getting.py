"""Getting a set from a server on this machine: accepted first, whole or not at all, then opened."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from kpstudio.core.errors import Cancelled, InputError
from kpstudio.io.opening import open_path
from kpstudio.public.catalogue import PublicFile, PublicSet, read_catalogue, set_named
from kpstudio.public.download import Patience
from kpstudio.tasks.getting import ABOUT, FETCHING, UNPACKING, Step, discard, get, kept, kept_in
from tests.public.server import Served, Server, serving
from tests.public.test_unpack import zip_of
from tests.small_faces import write_faces

QUICK = Patience(10.0, (0.0,))


@pytest.fixture
def server():
    with serving() as made:
        yield made


def zipped(folder: Path) -> bytes:
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    return zip_of((path.relative_to(folder).as_posix(), path.read_bytes()) for path in paths)


@pytest.fixture
def faces(tmp_path: Path) -> bytes:
    return zipped(write_faces(tmp_path / "small"))


def wanted(server: Server, *names: str, by_hand: str | None = None) -> PublicSet:
    """A set of files that the server has; those called by-hand have no address."""
    base = set_named("imm", read_catalogue())
    files = tuple(
        PublicFile(name, () if "hand" in name else (server.url(name),), None, None)
        for name in names
    )
    return dataclasses.replace(base, files=files, by_hand=by_hand)


def test_a_set_comes_unpacked_with_its_terms_and_opens(
    server: Server, faces: bytes, tmp_path: Path
) -> None:
    server.files["faces.zip"] = Served(faces)
    steps: list[Step] = []
    to = tmp_path / "sets" / "imm"
    one = wanted(server, "faces.zip")
    assert get(one, to, True, lambda step: steps.append(step) or True, patience=QUICK) == to
    opened = open_path(to)
    assert len(opened.labels) == len(open_path(tmp_path / "small").labels)
    assert [problem for problem in opened.problems if ABOUT in problem.where] == []
    about = (to / ABOUT).read_text("utf-8")
    for words in (one.title, one.terms, one.citation, one.home, server.url("faces.zip"), "SHA-256"):
        assert words in about
    assert {step.what for step in steps} == {FETCHING, UNPACKING}
    assert not kept_in(to).exists()


def test_nothing_is_asked_for_before_the_terms_are_accepted(
    server: Server, faces: bytes, tmp_path: Path
) -> None:
    server.files["faces.zip"] = Served(faces)
    with pytest.raises(InputError, match="read and accept the terms"):
        get(wanted(server, "faces.zip"), tmp_path / "imm", False)
    assert server.asked == []
    assert not (tmp_path / "imm").exists()


def test_a_folder_with_something_in_it_is_left_alone(server: Server, tmp_path: Path) -> None:
    (tmp_path / "imm").mkdir()
    (tmp_path / "imm" / "mine.txt").write_text("mine")
    (tmp_path / "file").write_text("mine")
    for name in ("imm", "file"):
        with pytest.raises(InputError, match="is not empty"):
            get(wanted(server, "faces.zip"), tmp_path / name, True)
    assert server.asked == []


def test_an_empty_folder_will_do(server: Server, faces: bytes, tmp_path: Path) -> None:
    server.files["faces.zip"] = Served(faces)
    (tmp_path / "imm").mkdir()
    to = get(wanted(server, "faces.zip"), tmp_path / "imm", True, patience=QUICK)
    assert len(open_path(to).labels)


def test_a_cancelled_one_goes_on_later(server: Server, faces: bytes, tmp_path: Path) -> None:
    server.files["a.zip"] = Served(faces)
    server.files["b.zip"] = Served(zip_of([("more/readme.txt", b"more" * 20_000)]))
    one, to = wanted(server, "a.zip", "b.zip"), tmp_path / "imm"
    with pytest.raises(Cancelled):
        get(one, to, True, lambda step: step.number == 1, patience=QUICK)
    assert not to.exists()
    assert kept(one, to) >= len(faces)
    get(one, to, True, patience=QUICK)
    assert [name for name, _ in server.asked].count("a.zip") == 1
    assert (to / "more" / "readme.txt").is_file()
    assert kept(one, to) == 0


def test_what_was_kept_can_be_thrown_away(server: Server, faces: bytes, tmp_path: Path) -> None:
    server.files["a.zip"] = Served(faces)
    one, to = wanted(server, "a.zip", "gone.zip"), tmp_path / "imm"
    with pytest.raises(InputError, match=r"no longer has gone\.zip"):
        get(one, to, True, patience=QUICK)
    assert kept(one, to) == len(faces)
    discard(to)
    assert kept(one, to) == 0


@pytest.mark.parametrize("content", [b"<html>Sorry", zip_of([("../evil.txt", b"x")]), b"junk"])
def test_what_is_no_set_leaves_nothing_behind(
    server: Server, tmp_path: Path, content: bytes
) -> None:
    server.files["faces.zip"] = Served(content)
    one, to = wanted(server, "faces.zip"), tmp_path / "sets" / "imm"
    with pytest.raises(InputError, match=r"faces\.zip"):
        get(one, to, True, patience=QUICK)
    assert not to.exists()
    assert not (tmp_path / "evil.txt").exists()
    assert kept(one, to) == 0  # else the next try would meet it again


def test_a_table_comes_as_it_is(server: Server, faces: bytes, tmp_path: Path) -> None:
    server.files["faces.zip"] = Served(faces)
    server.files["more.csv"] = Served(b"age,sex\n")
    to = get(wanted(server, "faces.zip", "more.csv"), tmp_path / "imm", True, patience=QUICK)
    assert (to / "more.csv").read_bytes() == b"age,sex\n"


def test_files_fetched_by_hand_are_asked_for_and_taken(
    server: Server, faces: bytes, tmp_path: Path
) -> None:
    server.files["b.zip"] = Served(zip_of([("more/readme.txt", b"more")]))
    one = wanted(server, "hand.zip", "b.zip", by_hand="Take it from their page.")
    to = tmp_path / "imm"
    with pytest.raises(InputError, match=r"hand\.zip must be downloaded by hand\. Take it from"):
        get(one, to, True)
    assert server.asked == []
    mine = tmp_path / "hand (1).zip"
    with pytest.raises(InputError, match="there is no such file"):
        get(one, to, True, given=[mine])
    mine.write_bytes(faces)
    get(one, to, True, given=[mine], patience=QUICK)
    assert len(open_path(to).labels)
    assert (to / "more" / "readme.txt").is_file()
    assert mine.read_bytes() == faces
    with pytest.raises(InputError, match="needs no files"):
        get(wanted(server, "b.zip"), tmp_path / "other", True, given=[mine])
