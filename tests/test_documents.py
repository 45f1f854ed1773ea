"""The project's pages are true: links lead somewhere, commands are understood, code can be run."""

from __future__ import annotations

import ast
import importlib
import re
import tomllib
from pathlib import Path

import pytest

from kpstudio.cli.parsing import HEADLESS, parse
from tests.documents import (
    PAGES,
    ROOT,
    anchors,
    blocks,
    command_lines,
    filled,
    links,
    mentions,
    name_of,
)

LINES = list(dict.fromkeys(line for page in PAGES for line in command_lines(page)))


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
    (tmp_path / "faces").mkdir()
    arguments = parse(filled(line)[1:])
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


def _taken(code: str) -> list[tuple[str, str]]:
    found = [node for node in ast.walk(ast.parse(code)) if isinstance(node, ast.ImportFrom)]
    return [(node.module or "", alias.name) for node in found for alias in node.names]


RUN_BY = {
    "docs/MODELS.md": "tests/test_models_page.py",
    "docs/EXTENDING.md": "tests/test_extending.py",
}
"""Which tests run the code of a page, as it stands there."""


def test_all_code_is_run() -> None:
    assert {name_of(page) for page in PAGES if blocks(page, "python")} == set(RUN_BY)
    for page, test in RUN_BY.items():
        assert Path(page).name in (ROOT / test).read_text("utf-8")


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_code_compiles_and_takes_what_is_there(page: Path) -> None:
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
