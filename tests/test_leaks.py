"""Each kind of thing that a test may leave behind is noticed."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.leaks import standing

ROOT = Path(__file__).resolve().parents[1]

CULPRITS = """
import os, sqlite3, subprocess, sys, tempfile, threading
from pathlib import Path
import platformdirs

kept = []
go_on = threading.Event()

def test_clean(tmp_path):
    (tmp_path / "mine.txt").write_text("in its own folder")
def test_thread():
    kept.append(threading.Thread(target=go_on.wait))
    kept[-1].start()
def test_process():
    kept.append(subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE))
def test_open_file(tmp_path):
    kept.append(open(tmp_path / "open.txt", "w"))
def test_open_database(tmp_path):
    kept.append(sqlite3.connect(tmp_path / "open.sqlite"))
    kept[-1].execute("CREATE TABLE t (x)")
def test_working_folder():
    Path("left.txt").write_text("left")
def test_temporary_file():
    os.close(tempfile.mkstemp()[0])
def test_home():
    (Path.home() / "left.txt").write_text("left")
def test_user_data():
    platformdirs.user_data_path("kpstudio", ensure_exists=True)
def test_clean_again(tmp_path):
    Path("left.txt").unlink()
    go_on.set()
    kept[0].join()
    kept[1].communicate(b"go on")
    for one in kept[2:]:
        one.close()
"""
CLEAN = {"test_clean", "test_clean_again"}


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_every_culprit_fails_and_nobody_else(tmp_path: Path) -> None:
    (tmp_path / "conftest.py").write_text(
        "from tests.leaks import basetemp, nothing_outside, own_places\n"
    )
    (tmp_path / "test_culprits.py").write_text(CULPRITS)
    options = ["-q", "-rE", "-p", "no:cacheprovider", "-p", "no:randomly", "--basetemp=own"]
    ended = subprocess.run(
        [sys.executable, "-m", "pytest", *options],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    errors = [line for line in ended.stdout.splitlines() if line.startswith("ERROR ")]
    found = {line.split("::")[1].split(" ")[0] for line in errors}
    named = {line.split("(")[0] for line in CULPRITS.replace("def ", "\n").split("\n")}
    assert found == {name for name in named if name.startswith("test_")} - CLEAN, ended.stdout
    assert len(errors) == len(found), "one complaint each"


def test_the_tests_have_a_user_of_their_own(own_places: tuple[Path, ...]) -> None:
    assert Path.home() in own_places
    assert not list(Path.home().iterdir())


def test_what_tools_and_libraries_leave_is_let_pass(tmp_path: Path) -> None:
    for name in ("__pycache__", ".coverage.host.123", "fontconfig", "left.txt"):
        (tmp_path / name).mkdir()
    left = standing([tmp_path], tmp_path / "none") - standing([], tmp_path / "none")
    assert left == {f"file {tmp_path / 'left.txt'}"}
