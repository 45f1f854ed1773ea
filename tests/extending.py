"""Installing packages that bring something to kpstudio, as pip would, without a network."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from pathlib import Path

Bring = Callable[..., str]
"""The fixture ``bring``: installs what a kind, an entry and a source give; returns its name."""

EXAMPLES = Path(__file__).resolve().parents[1] / "docs" / "examples"


def install_example(kind: str, packages: Path) -> str:
    """Put one of the examples into ``packages``; return what kpstudio calls it."""
    folder = EXAMPLES / kind
    about = tomllib.loads((folder / "pyproject.toml").read_text(encoding="utf-8"))
    ((group, names),) = about["project"]["entry-points"].items()
    ((name, leads_to),) = names.items()
    module = f"{leads_to.partition(':')[0]}.py"
    source = (folder / module).read_text(encoding="utf-8")
    return install(packages, about["project"]["name"], group, f"{name} = {leads_to}", source)


def install(packages: Path, package: str, group: str, entry: str, source: str) -> str:
    """Put a package of one module and one entry point into ``packages``; return its call name."""
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
