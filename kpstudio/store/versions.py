"""The versions that a run rests on, without importing what they are of."""

from __future__ import annotations

import platform
from importlib import metadata

PACKAGES = ("kpstudio", "torch", "torchvision", "numpy", "pillow", "safetensors")


def versions() -> dict[str, str]:
    """Return the version of Python, the system and each of `PACKAGES` that is installed."""
    found = {"python": platform.python_version(), "system": platform.platform()}
    for package in PACKAGES:
        try:
            found[package] = metadata.version(package)
        except metadata.PackageNotFoundError:
            continue
    return found
