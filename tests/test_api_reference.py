"""The reference comes out of the docstrings whole, and they say what is raised."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pdoc

ROOT = Path(__file__).resolve().parents[1]
SOURCES = ("kpstudio.api", "kpstudio.core", "kpstudio.io", "kpstudio.engine")
PARTS = ("core", "io", "engine")
FILES = [
    ROOT / "kpstudio" / "api.py",
    *sorted(path for part in PARTS for path in (ROOT / "kpstudio" / part).rglob("*.py")),
]
RAISED = {"InputError", "BrokenFileError"}


def test_the_reference_is_written_without_a_warning(tmp_path: Path) -> None:
    pdoc.render.configure(docformat="google")
    pdoc.pdoc(*SOURCES, output_directory=tmp_path)  # a warning fails
    page = (tmp_path / "kpstudio" / "core" / "landmarks.html").read_text(encoding="utf-8")
    assert "(K, 2) float64" in page
    for name in ("api", "engine/config"):
        assert (tmp_path / "kpstudio" / f"{name}.html").is_file()


def public(body: list[ast.stmt]) -> Iterator[ast.FunctionDef]:
    """Yield the public functions, and the public methods of public classes."""
    for node in body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"):
            if isinstance(node, ast.ClassDef):
                yield from public(node.body)
            else:
                yield node


def raised_in(node: ast.AST) -> set[str]:
    """Return which errors are raised in the lines of a function itself."""
    found = set()
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.FunctionDef):
            continue  # what it raises may be caught by whoever is given it
        if isinstance(child, ast.Raise) and isinstance(child.exc, ast.Call):
            found.add(ast.unparse(child.exc.func))
        found |= raised_in(child)
    return found


def test_what_a_public_function_raises_stands_in_its_docstring() -> None:
    silent = [
        f"{path.relative_to(ROOT)}:{node.lineno} {node.name}"
        for path in FILES
        for node in public(ast.parse(path.read_text(encoding="utf-8")).body)
        if raised_in(node) & RAISED and "Raises:" not in (ast.get_docstring(node) or "")
    ]
    assert silent == []


def test_contributing_has_the_command_of_the_reference() -> None:
    page = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    assert f"--docformat google --output-directory build/api {' '.join(SOURCES)}`" in page
