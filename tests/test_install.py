"""The wheel, as pip and uv install it: what is in it, and that it works away from the checkout."""

from __future__ import annotations

import configparser
import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.conftest import NO_QT
from tests.installing import run_uv

ROOT = Path(__file__).resolve().parents[1]

WINDOW = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from kpstudio.cli.main import main

app = QApplication([])

def look():
    for window in app.topLevelWidgets():
        if getattr(window, "complete", False) and window.isVisible():
            timer.stop()
            print("shown", window.windowTitle(), not window.windowIcon().isNull())
            window.close()

timer = QTimer()
timer.timeout.connect(look)
timer.start(100)
sys.exit(main([]))
"""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the wheel, built without a network."""
    folder = tmp_path_factory.mktemp("wheel")
    run_uv("build", "--wheel", "--out-dir", str(folder), str(ROOT))
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder of packages with the wheel in it, and nothing that it rests on."""
    folder = tmp_path_factory.mktemp("packages")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder)  # what pip does with a wheel of Python alone, but for scripts
    return folder


def run(packages: Path, *argv: str) -> str:
    """Run this Python away from the checkout, ``packages`` first; return what it prints."""
    home = packages.parent / "home"
    home.mkdir(exist_ok=True)
    own = {"PYTHONPATH": str(packages), "HOME": str(home), "QT_QPA_PLATFORM": "offscreen"}
    own |= {f"XDG_{what}_HOME": str(home / what) for what in ("DATA", "CONFIG", "CACHE", "STATE")}
    done = subprocess.run(
        [sys.executable, *argv],
        env=os.environ | own,
        cwd=home,
        capture_output=True,
        text=True,
        check=False,
        timeout=280,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_the_wheel_carries_all_that_the_program_opens(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    resources = {
        f"kpstudio/{path.relative_to(ROOT).as_posix()}"
        for path in (ROOT / "resources").rglob("*")
        if path.is_file()
    }
    assert resources <= names
    assert {f"kpstudio/resources/desktop/kpstudio{end}" for end in (
        ".desktop", ".metainfo.xml", "-mime.xml")} <= names  # fmt: skip
    assert "kpstudio/resources/icons/kpstudio.svg" in names
    assert "kpstudio/py.typed" in names
    tops = {name.partition("/")[0] for name in names}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"kpstudio"}
    assert any(name.endswith(".dist-info/licenses/LICENSE") for name in names)


def test_it_brings_a_command_and_a_program_without_console(installed: Path) -> None:
    (told,) = installed.glob("kpstudio-*.dist-info/entry_points.txt")
    entries = configparser.ConfigParser()
    entries.read(told)
    assert dict(entries["console_scripts"]) == {"kpstudio": "kpstudio.cli.main:entry"}
    assert dict(entries["gui_scripts"]) == {"kpstudio-window": "kpstudio.cli.main:entry"}


def test_it_looks_over_the_machine_from_where_it_is_installed(installed: Path) -> None:
    where = "import kpstudio, kpstudio.resources as r; print(kpstudio.__file__, r.path('style'))"
    package, style = run(installed, "-c", where).split()
    assert Path(package) == installed / "kpstudio" / "__init__.py"
    assert Path(style) == installed / "kpstudio" / "resources" / "style"
    told = json.loads(run(installed, "-m", "kpstudio", "doctor", "--json"))
    health = {check["name"]: check["health"] for check in told["checks"]}
    assert told["works"]
    assert health["torch"] == "good"
    assert health["Qt"] == ("good" if NO_QT is None else health["Qt"])


@pytest.mark.skipif(NO_QT is not None, reason=str(NO_QT))
def test_its_window_opens(installed: Path) -> None:
    assert "shown kpstudio True" in run(installed, "-c", WINDOW)
