from __future__ import annotations

import dataclasses
import io
import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from kpstudio.cli import get_command
from kpstudio.io.opening import open_path
from kpstudio.public.catalogue import VARIABLE, read_catalogue, set_named
from kpstudio.tasks.getting import FETCHING, UNPACKING, Step, kept_in
from tests.cli.conftest import Run
from tests.public.server import Served, Server, serving
from tests.public.test_unpack import zip_of
from tests.small_faces import write_faces


@pytest.fixture
def server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    """A mirror on this machine with one set, small, whose catalogue is the one in use."""
    folder = write_faces(tmp_path / "made")
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    content = zip_of((path.relative_to(folder).as_posix(), path.read_bytes()) for path in paths)
    with serving() as made:
        made.files["small.zip"] = Served(content)
        one = dataclasses.asdict(set_named("imm", read_catalogue())) | {
            "name": "small",
            "title": "Small faces",
            "licence": None,
            "files": [
                {
                    "name": "small.zip",
                    "addresses": [made.url("small.zip")],
                    "size": len(content),
                    "sha256": None,
                }
            ],
        }
        path = tmp_path / "catalogue.json"
        path.write_text(json.dumps({"sets": [one]}), encoding="utf-8")
        monkeypatch.setenv(VARIABLE, str(path))
        yield made


def terminal(monkeypatch: pytest.MonkeyPatch, answer: str) -> None:
    stdin = io.StringIO(f"{answer}\n")
    monkeypatch.setattr(stdin, "isatty", lambda: True)
    monkeypatch.setattr(sys, "stdin", stdin)


def test_the_sets_are_listed(kpstudio: Run, kpstudio_json: Callable[..., Any]) -> None:
    code, out, err = kpstudio("get")
    assert (code, err) == (0, "")
    lines = out.splitlines()
    for one in read_catalogue():
        assert any(line.startswith(one.name) and line.endswith(one.title) for line in lines)
    found = kpstudio_json("get")["sets"]
    assert [one["name"] for one in found] == [one.name for one in read_catalogue()]
    assert found[0]["files"][0]["addresses"]


def test_a_set_is_told_with_its_terms(kpstudio: Run, kpstudio_json: Callable[..., Any]) -> None:
    wflw = set_named("wflw", read_catalogue())
    code, out, err = kpstudio("get", "wflw")
    assert (code, err) == (0, "")
    told = " ".join(out.split())
    for words in (wflw.title, wflw.terms, wflw.citation, wflw.home, wflw.by_hand, "not stated"):
        assert words is not None
        assert words in told
    assert "kpstudio get wflw --to DIR --file FILE" in told
    assert max(map(len, out.splitlines())) <= 100
    assert kpstudio_json("get", "wflw")["licence"] is None


def test_a_set_comes_once_the_terms_are_accepted(
    kpstudio: Run, server: Server, tmp_path: Path
) -> None:
    code, out, err = kpstudio("get", "small", "--to", tmp_path / "small", "--accept-terms")
    assert (code, err) == (0, "")
    assert f"Small faces is in {tmp_path / 'small'}" in out
    assert len(open_path(tmp_path / "small").labels)


def test_json_prints_one_object(
    kpstudio_json: Callable[..., Any], server: Server, tmp_path: Path
) -> None:
    found = kpstudio_json("get", "small", "--to", tmp_path / "small", "--accept-terms")
    assert found == {"name": "small", "folder": str(tmp_path / "small")}


def test_a_terminal_is_asked(
    kpstudio: Run, server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for answer in ("n", "", "what"):
        terminal(monkeypatch, answer)
        code, out, err = kpstudio("get", "small", "--to", tmp_path / "small")
        assert (code, out) == (2, "")
        assert "Free of charge for education and research" in err
        assert err.endswith("kpstudio: nothing was fetched: the terms were not accepted\n")
    assert server.asked == []
    terminal(monkeypatch, "yes")
    assert kpstudio("get", "small", "--to", tmp_path / "small")[0] == 0
    assert len(open_path(tmp_path / "small").labels)


def test_what_is_wrong_is_told_in_one_line(
    refused: Callable[..., str],
    server: Server,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO())
    to = ("--to", tmp_path / "small")
    assert "--accept-terms" in refused("get", "small", *to)
    assert "no public set 'imm'" in refused("get", "imm", *to, "--accept-terms")
    assert "is not empty" in refused("get", "small", "--to", tmp_path, "--accept-terms")
    assert "needs no files" in refused("get", "small", *to, "--accept-terms", "--file", "x")
    assert "name the set" in refused("get", *to)
    assert server.asked == []
    server.files.clear()
    assert "127.0.0.1 no longer has small.zip" in refused("get", "small", *to, "--accept-terms")


def test_ctrl_c_keeps_what_has_come(
    kpstudio: Run, server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    show = get_command._View.show

    def interrupt(self: get_command._View, step: Step) -> bool:
        if step.done:
            raise KeyboardInterrupt
        return show(self, step)

    command = ("get", "small", "--to", tmp_path / "small", "--accept-terms")
    with monkeypatch.context() as patch:
        patch.setattr(get_command._View, "show", interrupt)
        code, out, err = kpstudio(*command)
    assert (code, out) == (130, "")
    assert err.count("\n") == 1
    assert f"what has come is in {kept_in(tmp_path / 'small')}" in err
    assert kpstudio(*command)[0] == 0
    assert server.asked[-1][1] is not None  # it went on where it was


def test_progress_tells_bytes_speed_and_time(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = iter((0.0, 1.0, 2.0))
    monkeypatch.setattr(get_command.time, "monotonic", lambda: next(clock))
    view = get_command._View(quiet=True)
    view._file, view._began = (FETCHING, "a.zip"), (0.0, 0)
    note = view._note(Step(FETCHING, "a.zip", 1, 1, 0, None))
    assert note == "0 bytes"
    note = view._note(Step(FETCHING, "a.zip", 1, 1, 1_000_000, 5_000_000))
    assert note == "1.0 MB of 5.0 MB  1.0 MB/s  0:04 left"
    assert view._note(Step(UNPACKING, "a.zip", 1, 1, 5, 10)) == ""
