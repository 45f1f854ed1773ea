"""Fixtures for the whole suite."""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import Phase, settings

from kpstudio.core import extensions
from kpstudio.core.extensions import Kind
from tests.extending import Bring, install
from tests.leaks import basetemp, nothing_outside, own_places

__all__ = ["basetemp", "nothing_outside", "own_places"]  # pytest finds fixtures here

# A busy machine is no failure: nothing here is timed.
settings.register_profile("suite", deadline=None, max_examples=50)
# For coverage and mutants, which must be the same in every run; one failing example is enough.
settings.register_profile(
    "steady",
    settings.get_profile("suite"),
    derandomize=True,
    phases=(Phase.explicit, Phase.generate),
)
settings.load_profile("suite")

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# A worker has one core, and networks this small gain nothing from threads.
os.environ.setdefault("OMP_NUM_THREADS", "1")

_BESIDE = Path(__file__).resolve().parents[2] / "shared" / "data"
SHARED_DATA = Path(os.environ.get("KPSTUDIO_TEST_DATA") or _BESIDE)
"""Real annotated pictures, which are not part of the project."""


def _why_no_qt() -> str | None:
    try:
        importlib.import_module("PySide6.QtWidgets")
    except ImportError as error:
        return f"Qt cannot start here: {error}"
    return None


NO_QT = _why_no_qt()

if NO_QT is None:
    pytest_plugins = ["pytestqt.plugin"]
else:
    collect_ignore = ["app", "ui"]


def pytest_configure() -> None:
    """End where the window must be tested and cannot be: leaving it out is no pass."""
    if NO_QT and os.environ.get("KPSTUDIO_NEEDS_QT"):
        pytest.exit(f"KPSTUDIO_NEEDS_QT is set, and {NO_QT}", returncode=3)


def pytest_report_header() -> str | None:
    return f"the window's tests are left out: {NO_QT}" if NO_QT else None


@pytest.fixture
def shared_data() -> Callable[[str], Path]:
    """Return a function that gives a folder of real annotated pictures, or skips the test."""

    def folder(name: str) -> Path:
        path = SHARED_DATA / name
        if not path.is_dir():
            pytest.skip(f"the real pictures of {name} are not in KPSTUDIO_TEST_DATA")
        return path

    return folder


@pytest.fixture
def bring(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Bring]:
    """Return a function that installs a package with one thing in it."""
    packages = tmp_path / "packages"
    packages.mkdir()
    monkeypatch.syspath_prepend(packages)

    def install_one(kind: Kind, entry: str, source: str) -> str:
        name, _, leads_to = entry.partition(" = ")
        monkeypatch.delitem(sys.modules, leads_to.partition(":")[0], raising=False)
        extensions.forget()
        return install(packages, f"of-tests-{name}", kind.group, entry, source)

    yield install_one
    extensions.forget()
