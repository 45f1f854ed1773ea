"""The one accessor for data files: icons, style, shape statistics, sample definitions."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any


@cache
def _root() -> Path:
    package = Path(__file__).resolve().parent
    installed = package / "resources"  # in a wheel
    return installed if installed.is_dir() else package.parent / "resources"  # in a checkout


def path(name: str) -> Path:
    """Return the path of the resource ``name``, given relative to ``resources/``.

    Raises:
        FileNotFoundError: If the installation lacks the file.
    """
    found = _root() / name
    if not found.exists():
        raise FileNotFoundError(f"kpstudio's own file {name} is missing: reinstall kpstudio")
    return found


def read_text(name: str) -> str:
    """Return the UTF-8 text of the resource ``name``."""
    return path(name).read_text(encoding="utf-8")


def read_json(name: str) -> Any:
    """Return the parsed JSON of the resource ``name``."""
    return json.loads(read_text(name))
