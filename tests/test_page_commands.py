"""What the pages say one can run: `kpstudio` does it, scripts and tools understand it."""

from __future__ import annotations

import argparse
import re
import runpy
import shutil
import signal
import subprocess
import sys
import tomllib
from functools import cache, partial
from pathlib import Path

import platformdirs
import pytest

from kpstudio import sample
from kpstudio.cli import doctor_command
from kpstudio.cli.main import main
from kpstudio.cli.parsing import HEADLESS, parse
from kpstudio.cli.training_view import TrainingView
from kpstudio.core.edits import set_tags
from kpstudio.core.filters import SETTING
from kpstudio.core.shapemodel import shipped_shape_model
from kpstudio.engine.events import EpochEnd, Event
from kpstudio.io.exporting import export
from kpstudio.io.formats.asf import asf_text
from kpstudio.io.opening import open_path
from kpstudio.sample import write
from kpstudio.store.project import Project
from kpstudio.tasks.checkup import check_up
from tests.conftest import NO_QT
from tests.documents import PAGES, ROOT, command_lines, filled, is_outline, script_lines, tool_lines
from tests.small_faces import HEIGHT, WIDTH, draw_picture, write_faces
from tests.suspect_faces import no_training
from tests.tasks.test_choosing import store_run

LINES = list(dict.fromkeys(line for page in PAGES for line in command_lines(page)))
NOT_RUN = {
    "kpstudio": "opens the window, as all of tests/ui/driver.py's do",
    "kpstudio [PATH]": "the same",
    "kpstudio demo [--out DIR]": "trains for long; tests/cli/test_demo_command.py shortens it",
    "kpstudio get [NAME --to DIR]": "loads from the web; tests/cli/test_get_command.py serves it",
    "kpstudio get imm --to faces/imm": "the same",
    "kpstudio get wflw --to faces/wflw --file ~/Downloads/WFLW_images.tar.gz": "needs that file",
    "kpstudio train faces/ --out runs/imagenet --backbone resnet18 --pretrained": (
        "loads from the web; tests/engine/test_pretrained.py has weights"
    ),
}
"""Lines that are only parsed, and why."""
TRAINS = ("train", "find-lr")
QUICK = ("--device", "cpu", "--precision", "fp32", "--epochs", "1", "--batch-size", "4")
SMALL = ("--input-size", "64", "--crop", "picture")  # in which no face is looked for
"""What is changed of trainings, so that they take little time; class networks are small anyway."""
TO_DECIDE = {"doctor": 3, "doctor-labels": 3, "suspect-labels": 3}
"""Exit codes besides 0 that say what was found, and not that something failed."""


@pytest.fixture
def workplace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder as the pages take it: faces with a project, labels of another person."""
    monkeypatch.setattr(platformdirs, "user_data_dir", lambda *_, **__: str(tmp_path / "data"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "menu"))
    few = partial(sample.write_sample, persons=(1,), views=(1,))
    monkeypatch.setattr(sample, "write_sample", few)
    monkeypatch.setattr(write, "OWN_PHOTOS", 1)
    checks = cache(lambda *asked: list(check_up(*asked)))  # which look over the machine but once
    monkeypatch.setattr(doctor_command, "check_up", checks)
    no_training(monkeypatch)
    faces = write_faces(tmp_path / "faces", persons=7)
    for other in ("imm", "faces-of-a-colleague"):
        write_faces(tmp_path / other, persons=7)
    turn_aside(faces / "03-1m.asf")
    (tmp_path / "photos").mkdir()
    for unlabelled in (tmp_path / "photos" / "a.png", faces / "08-1m.png"):
        draw_picture(unlabelled, 3)
    store_run(faces, 1, 9.0)
    with Project.open(faces) as project:
        project.record(set_tags([open_path(faces).labels["02-1m.png#0"]], ["hat"]))
        project.set_setting(SETTING, {"hard": "tag:hat"})
    assert main(["convert", str(faces), str(tmp_path / "labels.csv"), "--to", "csv"]) == 0
    monkeypatch.chdir(tmp_path)
    return tmp_path


def turn_aside(labels: Path) -> None:
    """Write labels of a face that is turned by some 38 degrees."""
    model = shipped_shape_model("imm58")
    assert model is not None
    xy = (model.mean + 2 * model.std[0] * model.modes[0]) * 20 + (WIDTH / 2, HEIGHT / 2)
    labels.write_text(asf_text(xy, WIDTH, HEIGHT, labels.with_suffix(".png").name))


def interrupted(run: str, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Train a run, and stop it after its first epoch."""
    show = TrainingView.show

    def interrupt(view: TrainingView, event: Event) -> None:
        show(view, event)
        if isinstance(event, EpochEnd):
            signal.raise_signal(signal.SIGINT)

    with monkeypatch.context() as patch:
        patch.setattr(TrainingView, "show", interrupt)
        words = ["train", "faces/", "--out", run, *QUICK, *SMALL, "--epochs", "2"]
        assert main(words) == 130
    return Path(run)


def words_of(line: str) -> list[str]:
    """Return what to call kpstudio with for a line of a page."""
    words = filled(line)[1:]
    if words[0] not in TRAINS or "--resume" in words:
        return words
    return [*words, *QUICK] if {"smallnet", "bignet"} & set(words) else [*words, *QUICK, *SMALL]


def options_of(line: str) -> set[str]:
    """Return the command of a line, and its options."""
    words = filled(line)
    return {words[1], *(word for word in words if word.startswith("--"))}


def to_run() -> list[str]:
    """Return the lines to run: outlines only for options that no line without places gives."""
    lines = [line for line in LINES if line not in NOT_RUN]
    given = [options_of(line) for line in lines if not is_outline(line)]
    return [n for n in lines if not is_outline(n) or not any(options_of(n) <= g for g in given)]


def make_room(arguments: argparse.Namespace, kept: Path) -> None:
    """Take away what a line before has written there; put the run that was kept where it was."""
    for name in ("out", "target", "folder"):
        path = getattr(arguments, name, None)
        if path is not None and path.is_file():
            path.unlink()
        elif path is not None:
            shutil.rmtree(path, ignore_errors=True)
    first = Path("runs/first")
    if getattr(arguments, "out", None) != first:
        shutil.rmtree(first, ignore_errors=True)
        shutil.copytree(kept, first)


def test_commands_do_what_they_say(
    workplace: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = interrupted("kept", monkeypatch)
    for copy in ("runs/second", "imm/.kpstudio/runs/0001-best", "imm/.kpstudio/runs/0002-bignet"):
        shutil.copytree(kept, copy)
    failed = {}
    lines = to_run()
    for line in sorted(lines, key=lambda line: "--other-labels" in line):  # as of one label set
        words = words_of(line)
        make_room(parse(words), kept)
        if "--other-labels" in words:
            labels = open_path(workplace / "faces").labels
            for form in ("pts", "dlib"):
                export(labels, tuple(labels), form, workplace / "faces")
            for path in (workplace / "faces").glob("*.asf"):
                path.unlink()
        capsys.readouterr()
        code = main(words)
        if code not in (0, TO_DECIDE.get(words[0], 0)):
            failed[line] = f"{code}: {capsys.readouterr().err}"
    assert failed == {}
    assert {words_of(line)[0] for line in lines} == set(HEADLESS) - {"demo"}


def test_what_is_not_run_is_still_there() -> None:
    assert set(NOT_RUN) <= set(LINES)
    told = [path for why in NOT_RUN.values() for path in re.findall(r"tests/[\w/]+\.py", why)]
    assert [path for path in told if not (ROOT / path).exists()] == []


# Scripts and tools

SCRIPTS = list(
    dict.fromkeys((path, *words) for page in PAGES for path, words in script_lines(page))
)
TOOLS = list(dict.fromkeys((group, *words) for page in PAGES for group, words in tool_lines(page)))


class Understood(Exception):  # noqa: N818 - no error
    """A script has read its words."""


@pytest.mark.parametrize("words", SCRIPTS, ids=" ".join)
def test_scripts_understand_what_the_pages_call_them_with(
    words: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    parse_args = argparse.ArgumentParser.parse_args

    def read(*given: object) -> None:
        parse_args(*given)  # type: ignore[call-overload]
        raise Understood

    path = ROOT / words[0]
    if NO_QT is not None and "PySide6" in path.read_text("utf-8"):
        pytest.skip(NO_QT)
    monkeypatch.setattr(argparse.ArgumentParser, "parse_args", read)
    monkeypatch.setattr(sys, "argv", [str(path), *(w for w in words[1:] if w != "...")])
    monkeypatch.syspath_prepend(path.parent)
    with pytest.raises((Understood, SystemExit)) as ended:
        runpy.run_path(str(path), run_name="__main__")
    assert ended.type is Understood or ended.value.code == 0


def options_known(tool: str) -> set[str]:
    """Return the options that a tool of the suite, or a command of it, says it has."""
    asked = [sys.executable, "-m", *tool.split(), "--help"]
    done = subprocess.run(asked, capture_output=True, text=True, check=False, cwd=ROOT)
    assert done.returncode == 0, done.stderr
    return set(re.findall(r"--[a-z-]+|-[a-z]\b", done.stdout))


def test_tools_have_the_options_that_the_pages_give_them() -> None:
    told = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    groups = told["dependency-groups"]
    asked: dict[str, set[str]] = {}
    for group, tool, *words in TOOLS:
        if group:
            assert group in groups
        if tool in ("kpstudio", "python"):
            continue
        assert any(re.match(rf"{tool}\b", one) for one in groups[group or "dev"]), tool
        if not group:  # others are not installed here
            command = f"ruff {words[0]}" if tool == "ruff" else tool
            options = (re.match(r"--[a-z-]+|-[a-z]", word) for word in words)
            asked.setdefault(command, set()).update(one[0] for one in options if one)
            paths = [word for word in words if "/" in word and not word.startswith("build")]
            assert [path for path in paths if not (ROOT / path).exists()] == []
    assert set(asked) == {"pytest", "mypy", "pdoc", "ruff check", "ruff format"}
    for command, options in asked.items():
        assert options - options_known(command) == set(), command
