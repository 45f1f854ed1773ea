"""Packages that bring something to kpstudio: the examples, installed, and small ones of tests."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from pathlib import Path

from tests.installing import run_uv

Bring = Callable[..., str]
"""The fixture ``bring``: puts there what a kind, an entry and a source give; returns its name."""

EXAMPLES = Path(__file__).resolve().parents[1] / "docs" / "examples"


def install_examples(packages: Path, kinds: Iterable[str]) -> None:
    """Install examples into ``packages``, built by what their own files say."""
    folders = [str(EXAMPLES / kind) for kind in kinds]
    into = ("--target", str(packages), "--python", sys.executable)
    # kpstudio is the checkout. What was built of them before is not looked at.
    run_uv("pip", "install", "--no-deps", "--reinstall", *into, *folders)


def install(packages: Path, package: str, group: str, entry: str, source: str) -> str:
    """Write a package of one module and one entry point as it lies installed; return its name."""
    packages.mkdir(parents=True, exist_ok=True)
    name, _, leads_to = entry.partition(" = ")
    module = leads_to.partition(":")[0]
    (packages / f"{module}.py").write_text(source, encoding="utf-8")
    written = package.replace("-", "_")  # as some installers have it
    info = packages / f"{written}-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {written}\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text(f"[{group}]\n{entry}\n")
    return f"{written.replace('_', '-')}:{name}"
