"""What the project's pages hold: links, commands, code."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

from kpstudio.cli.parsing import HEADLESS

ROOT = Path(__file__).parents[1]
PAGES = sorted(
    {
        *ROOT.glob("*.md"),
        *(page for top in ("docs", "kpstudio", "resources") for page in (ROOT / top).rglob("*.md")),
    }
)
_FENCED = re.compile(r"^```(\w*)\n(.*?)^```", re.DOTALL | re.MULTILINE)
_LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)[^)]*\)|(?:src|srcset|href)=\"([^\"]+)\"")
_PLACEHOLDER = re.compile(r"\b[A-Z]{2,}\b|\[|\.\.\.")
STANDS_FOR = {
    "PATH": "faces/", "SRC": "faces/", "FACES": "faces/", "IMM": "imm/",
    "DST": "copied/", "DIR": "new/",
    "RUN": "runs/first", "RUN2": "runs/second", "FILE": "written", "FORMAT": "pts",
    "FROM": "labels.csv", "OTHER": "faces-of-a-colleague/", "FACES2": "faces-of-a-colleague/",
    "PICTURES...": "photos/a.png", "NAME": "imm",
}  # fmt: skip
"""What one may put in place of the words of an outline."""


def name_of(page: Path) -> str:
    """Return a page's path from the root."""
    return page.relative_to(ROOT).as_posix()


def blocks(page: Path, language: str) -> list[str]:
    """Return the blocks of code in a language; "" has none, as commands do."""
    return [text for kind, text in _FENCED.findall(page.read_text("utf-8")) if kind == language]


def links(page: Path) -> list[str]:
    """Return the links and pictures of a page that do not lead to the web."""
    text = re.sub(r"`[^`\n]*`", "", _FENCED.sub("", page.read_text("utf-8")))
    found = [one or other for one, other in _LINK.findall(text)]
    return [link for link in found if not re.match(r"[a-z]+:", link)]


def anchors(page: Path) -> set[str]:
    """Return what links into a page may name: its headings, as GitHub writes them."""
    headings = re.findall(r"^#+ (.+)$", _FENCED.sub("", page.read_text("utf-8")), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", text.lower()).replace(" ", "-") for text in headings}


def command_lines(page: Path) -> Iterator[str]:
    """Yield the lines of a page's blocks that call kpstudio, without what is said of them."""
    text = re.sub(r"\\\n\s*", "", page.read_text("utf-8"))
    indented = re.findall(r"^ {4}.*$", _FENCED.sub("", text), re.MULTILINE)
    for line in ["\n".join(block for _, block in _FENCED.findall(text)), *indented]:
        for match in re.finditer(r"^\s*(?:uv run |.*-m )?(kpstudio(?: .*)?)$", line, re.MULTILINE):
            yield re.split(r"\s{2,}|\s#\s", match[1].strip())[0]


def is_outline(line: str) -> bool:
    """Whether a command line has words that stand for others: PATH, [--where QUERY]."""
    return bool(_PLACEHOLDER.search(line))


def filled(line: str) -> list[str]:
    """Return the words of a command line, in an outline with all options, and names for words."""
    words = shlex.split(re.sub(r"[\[\]]", "", line))
    return [STANDS_FOR.get(word, word) for word in words]


def script_lines(page: Path) -> Iterator[tuple[str, list[str]]]:
    """Yield the scripts of the project that a page calls with Python, and with which words."""
    text = re.sub(r"\\\n\s*", "", page.read_text("utf-8"))
    for path, words in re.findall(r"\bpython ((?:benchmarks|docs)/\w+\.py)([^`\n]*)", text):
        yield path, shlex.split(words)


def tool_lines(page: Path) -> Iterator[tuple[str, list[str]]]:
    """Yield the tools that a page calls by uv, as (group or "", words)."""
    text = page.read_text("utf-8")
    for group, words in re.findall(r"\buv run (?:--group (\w+) )?([a-z][^`\n#]*)", text):
        yield group, words.split()


def mentions(page: Path) -> Iterator[tuple[str, list[str]]]:
    """Yield the commands that a page's sentences name, with the options given there."""
    text = _FENCED.sub("", page.read_text("utf-8"))
    for words in re.findall(r"`(?:uv run )?kpstudio ([^`]+)`", text):
        command = words.split()[0]
        if command in HEADLESS or command.islower():
            yield command, re.findall(r"--[a-z][a-z-]*", words)
