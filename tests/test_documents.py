"""The project's pages are true: links lead somewhere, commands are understood, code can be run."""

from __future__ import annotations

import ast
import importlib
import re
import shlex
import tomllib
from pathlib import Path

import platformdirs
import pytest

from kpstudio.cli.main import main
from kpstudio.cli.parsing import HEADLESS, parse
from kpstudio.core.edits import set_tags
from kpstudio.core.filters import SETTING
from kpstudio.io.opening import open_path
from kpstudio.store.project import Project
from tests.documents import (
    PAGES,
    ROOT,
    anchors,
    blocks,
    command_lines,
    is_outline,
    links,
    mentions,
    name_of,
)
from tests.small_faces import write_faces
from tests.tasks.test_choosing import store_run

LINES = list(dict.fromkeys(line for page in PAGES for line in command_lines(page)))
STANDS_FOR = {"FORMAT": "pts", "QUERY": "state:checked", "PICTURES...": "a.png", "NAME": "imm"}

CHEAP = {"info", "convert", "import", "agreement", "doctor-labels"}
NOT_RUN = {
    "sample": "draws 252 pictures for half a minute; tests/sample draws some",
    "demo": "trains; tests/cli/test_demo_command.py runs it",
    "train": "trains; tests/test_training_page.py looks at the settings",
    "find-lr": "trains; tests/cli/test_sweep_command.py runs it",
    "suspect-labels": "trains; tests/cli/test_suspect_command.py runs it",
    "evaluate": "needs a trained network; tests/cli/test_network_commands.py has one",
    "predict": "needs a trained network; tests/cli/test_network_commands.py has one",
    "report": "needs a trained network; tests/cli/test_report_command.py has one",
    "next": "needs a trained network; tests/cli/test_next_command.py has one",
    "export-model": "needs a trained network; tests/cli/test_export_command.py has one",
    "get": "loads from the web; tests/cli/test_get_command.py has a server of its own",
    "menu-entry": "writes into the desktop; tests/tasks/test_menu_entry.py gives it another",
    "doctor": "loads torch and Qt; tests/tasks/test_checkup.py does what it does",
    "kpstudio agreement faces/ faces/ --labels pts --other-labels dlib": "two label sets",
}
"""Commands, and single lines, that are only parsed here, and why."""


def test_every_page_is_looked_at() -> None:
    names = {name_of(page) for page in PAGES}
    assert {"README.md", "CONTRIBUTING.md", "docs/FORMATS.md", "kpstudio/ARCHITECTURE.md"} <= names
    assert len(LINES) >= 40


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_every_link_leads_somewhere(page: Path) -> None:
    for link in links(page):
        path, _, anchor = link.partition("#")
        target = page.parent / path if path else page
        assert target.exists(), link
        assert not anchor or target.suffix != ".md" or anchor in anchors(target), link


def test_the_readme_shows_pictures() -> None:
    shown = [link for link in links(ROOT / "README.md") if link.endswith(".webp")]
    assert len(shown) >= 4


@pytest.mark.parametrize("line", LINES)
def test_every_command_is_understood(
    line: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("faces", "PATH", "FOLDER"):
        (tmp_path / name).mkdir()
    words = [STANDS_FOR.get(word, word) for word in shlex.split(re.sub(r"[\[\]]", "", line))]
    arguments = parse(words[1:])
    assert arguments.command in (*HEADLESS, "window")


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_commands_in_sentences_have_these_options(
    page: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for command, options in mentions(page):
        assert command in HEADLESS, command
        with pytest.raises(SystemExit):
            parse([command, "--help"])
        known = capsys.readouterr().out
        assert [option for option in options if option not in known] == [], command


def test_what_is_not_run_is_still_there() -> None:
    assert set(NOT_RUN) <= {*HEADLESS, *LINES}
    assert not CHEAP & set(NOT_RUN)
    told = [path for why in NOT_RUN.values() for path in re.findall(r"tests/[\w/]+\.py", why)]
    assert [path for path in told if not (ROOT / path).exists()] == []


@pytest.fixture
def workplace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder as the pages take it: faces with a run, labels of another person."""
    monkeypatch.setattr(platformdirs, "user_data_dir", lambda *_, **__: str(tmp_path / "data"))
    faces = write_faces(tmp_path / "faces")
    write_faces(tmp_path / "faces-of-a-colleague")
    store_run(faces, 1, 9.0)
    with Project.open(faces) as project:
        project.record(set_tags([open_path(faces).labels["02-1m.png#0"]], ["hat"]))
        project.set_setting(SETTING, {"hard": "tag:hat"})
    assert main(["convert", str(faces), str(tmp_path / "labels.csv"), "--to", "csv"]) == 0
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_cheap_commands_do_what_they_say(
    workplace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    cheap = [
        line
        for line in LINES
        if line.split()[1:2] and line.split()[1] in CHEAP and line not in NOT_RUN
    ]
    cheap = [line for line in cheap if not is_outline(line)]
    assert {line.split()[1] for line in cheap} == CHEAP
    for line in cheap:
        code = main(shlex.split(line)[1:])
        found = 3 if line.startswith("kpstudio doctor-labels") else 0  # something to decide
        assert code in (0, found), f"{line}\n{capsys.readouterr().err}"


def _taken(code: str) -> list[tuple[str, str]]:
    found = [node for node in ast.walk(ast.parse(code)) if isinstance(node, ast.ImportFrom)]
    return [(node.module or "", alias.name) for node in found for alias in node.names]


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_code_can_be_run(page: Path) -> None:
    for code in blocks(page, "python"):
        compile(code, name_of(page), "exec")
        for module, name in _taken(code):
            if module.startswith("kpstudio"):
                assert hasattr(importlib.import_module(module), name), f"{module}.{name}"
    for settings in blocks(page, "toml"):
        assert tomllib.loads(settings)


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_files_of_the_project_that_a_page_names_are_there(page: Path) -> None:
    told = re.findall(
        r"[`( ]((?:benchmarks|tests|resources)/[\w./-]+\.\w+)", page.read_text("utf-8")
    )
    assert [path for path in told if not (ROOT / path.rstrip(".")).exists()] == []


def test_the_newest_release_is_the_same_everywhere() -> None:
    def found(name: str, pattern: str) -> tuple[str, ...]:
        match = re.search(pattern, (ROOT / name).read_text("utf-8"), re.MULTILINE | re.DOTALL)
        assert match is not None, name
        return match.groups()

    release = found("CHANGELOG.md", r"^## (\d[\d.]*), ([\d-]+)$")
    cited = found("CITATION.cff", r"^version: (\S+)$.*?^date-released: (\S+)$")
    told = found("resources/desktop/kpstudio.metainfo.xml", r'release version="(.+?)" date="(.+?)"')
    assert release == cited == told
    assert found("pyproject.toml", r'^version = "(.+?)"') == release[:1]
