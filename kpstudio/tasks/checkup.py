"""Looking over the machine: whether everything that kpstudio rests on is there and works.

What may break down is tried in processes of its own, so that a library that crashes is a finding.
"""

from __future__ import annotations

import json
import os
import platform
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from importlib import metadata
from pathlib import Path
from typing import Any

import platformdirs

from kpstudio.store.versions import versions
from kpstudio.tasks.system_libraries import advice_for, missing_libraries

PATIENCE_S = 120.0
_LEAST_FREE_GB = 2.0
_GB = 2**30

_TORCH = """
import json, torch
gpus = [torch.cuda.get_device_name(k) for k in range(torch.cuda.device_count())] \
    if torch.cuda.is_available() else []
print(json.dumps({"gpus": gpus, "mps": torch.backends.mps.is_available(),
    "built_for": torch.version.cuda, "threads": torch.get_num_threads()}))
"""
_TORCHVISION = "import torch, torchvision; torchvision.ops.nms; print('{}')"
_QT = "import PySide6, PySide6.QtWidgets, pyqtgraph; print('{}')"


class Health(StrEnum):
    """How something is."""

    GOOD = "good"
    ODD = "odd"
    BAD = "bad"


@dataclass(frozen=True)
class Check:
    """What was found of one thing.

    Attributes:
        name: The thing.
        health: How it is; kpstudio works with what is odd, and not with what is bad.
        found: What is there.
        advice: What to do about it; "" where nothing is to be done.
    """

    name: str
    health: Health
    found: str
    advice: str = ""

    def to_json(self) -> dict[str, str]:
        """Return what ``doctor --json`` prints of it."""
        return {
            "name": self.name,
            "health": str(self.health),
            "found": self.found,
            "advice": self.advice,
        }


def check_up(why_no_window: Callable[[], str | None]) -> Iterator[Check]:
    """Look at everything, one thing after the other.

    Args:
        why_no_window: Says in one sentence what a window lacks here, or None.
    """
    yield _versions()
    yield _machine()
    torch, told = _tried(_TORCH)
    yield _torch(torch, told)
    yield _torchvision()
    yield _device(torch or {})
    yield from _qt(why_no_window)
    yield from _folders()


def _tried(code: str) -> tuple[dict[str, Any] | None, str]:
    """Run code in another process; return what it printed as JSON, else None, and why not."""
    command = [sys.executable, "-c", code]
    try:
        done = subprocess.run(
            command, capture_output=True, text=True, timeout=PATIENCE_S, check=False
        )
    except subprocess.TimeoutExpired:
        return None, f"it did not answer within {PATIENCE_S:.0f} seconds"
    except OSError as error:
        return None, str(error)
    lines = [line for line in done.stderr.splitlines() if line.strip()]
    lines = [line for line in lines if not line.startswith("[PYI-")]  # of a bundle's starter
    if done.returncode < 0:
        return None, f"it broke down (signal {-done.returncode})"
    if done.returncode:
        return None, lines[-1] if lines else f"exit code {done.returncode}"
    answer: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return answer, ""


def _versions() -> Check:
    known = {name: text for name, text in versions().items() if name not in ("system", "python")}
    for package in ("PySide6-Essentials", "pyqtgraph"):
        with suppress(metadata.PackageNotFoundError):
            known[package] = metadata.version(package)
    words = ", ".join(f"{name} {version}" for name, version in known.items())
    return Check("versions", Health.GOOD, f"{words}; Python {platform.python_version()}")


def _machine() -> Check:
    cores = os.cpu_count() or 1
    memory = _memory_gb()
    room = f", {memory:.0f} GB of memory" if memory else ""
    found = f"{platform.platform()}, {cores} processor {'core' if cores == 1 else 'cores'}{room}"
    if memory and memory < _LEAST_FREE_GB:
        advice = "trainings need about 2 GB: use a smaller batch, or another machine"
        return Check("machine", Health.ODD, found, advice)
    return Check("machine", Health.GOOD, found)


def _memory_gb() -> float:
    """Return the machine's memory, or 0 where the system does not say."""
    try:
        return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / _GB
    except (AttributeError, OSError, ValueError):
        return 0.0


def _torch(found: dict[str, Any] | None, told: str) -> Check:
    if found is None:
        advice = "install it anew: pip install --force-reinstall torch torchvision"
        return Check("torch", Health.BAD, f"cannot be loaded: {told}", advice)
    return Check("torch", Health.GOOD, f"works, {found['threads']} threads")


def _torchvision() -> Check:
    found, told = _tried(_TORCHVISION)
    if found is not None:
        return Check("torchvision", Health.GOOD, "works with this torch")
    known = versions()
    pair = (
        f"torch {known.get('torch', 'missing')}, torchvision {known.get('torchvision', 'missing')}"
    )
    advice = (
        "the two come from different builds: install both from one index, "
        "pip install --force-reinstall torch torchvision. Until then, ResNet18 and ImageNet "
        "weights cannot be used"
    )
    return Check("torchvision", Health.ODD, f"cannot be loaded ({pair}): {told}", advice)


def _device(torch: dict[str, Any]) -> Check:
    if torch.get("gpus"):
        return Check("device", Health.GOOD, f"CUDA: {', '.join(torch['gpus'])}")
    if torch.get("mps"):
        return Check("device", Health.GOOD, "Apple's GPU (MPS)")
    if shutil.which("nvidia-smi") is not None:
        built = torch.get("built_for")
        advice = (
            f"update the driver to one that knows CUDA {built}"
            if built
            else "this torch is built for the processor alone: install the usual one of PyPI"
        )
        return Check("device", Health.ODD, "an NVIDIA driver is here, torch sees no GPU", advice)
    return Check("device", Health.GOOD, "the processor; no GPU is here")


def _qt(why_no_window: Callable[[], str | None]) -> Iterator[Check]:
    missing = missing_libraries()
    if missing:
        yield Check("Qt", Health.BAD, f"lacks {', '.join(missing)}", advice_for(missing))
        return
    found, told = _tried(_QT)
    if found is None:
        advice = "install it anew: pip install --force-reinstall PySide6-Essentials pyqtgraph"
        yield Check("Qt", Health.BAD, f"cannot be loaded: {told}", advice)
        return
    yield Check("Qt", Health.GOOD, "works")
    why = why_no_window()
    if why is None:
        yield Check("screen", Health.GOOD, "a window can open")
    else:
        advice = "the commands work without one: kpstudio --help"
        yield Check("screen", Health.ODD, why, advice)


def _folders() -> Iterator[Check]:
    places = {
        "settings": platformdirs.user_config_dir("kpstudio"),
        "data": platformdirs.user_data_dir("kpstudio"),
        "cache": platformdirs.user_cache_dir("kpstudio"),
        "temporary files": tempfile.gettempdir(),
        "this folder": os.getcwd(),  # noqa: PTH109 - as it is written
    }
    for name, place in places.items():
        yield _folder(name, Path(place))


def _folder(name: str, place: Path) -> Check:
    """Try to write where ``place`` is, or would be made."""
    there = next((path for path in (place, *place.parents) if path.is_dir()), place)
    try:
        with tempfile.TemporaryFile(dir=there):
            free = shutil.disk_usage(there).free / _GB
    except OSError as error:
        words = f"{place} cannot be written: {error.strerror or error}"
        harm = Health.ODD if name == "this folder" else Health.BAD
        return Check(name, harm, words, "give yourself the right to write there, or make room")
    found = f"{place}, {free:.0f} GB free"
    if free < _LEAST_FREE_GB:
        return Check(name, Health.ODD, found, "make room: runs and copies of projects need some")
    return Check(name, Health.GOOD, found)
