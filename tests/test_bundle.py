"""The bundled application, where one was built: started on a screen of its own, trained with.

`uv run --group bundle pyinstaller --noconfirm resources/bundle/kpstudio.spec` builds it into
dist/kpstudio; KPSTUDIO_BUNDLE names another folder.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import signal
import sqlite3
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from kpstudio import __version__
from tests.small_faces import write_faces

PLACE = Path(os.environ.get("KPSTUDIO_BUNDLE", Path(__file__).parents[1] / "dist" / "kpstudio"))
PROGRAM = PLACE / "kpstudio"
WAIT_S = 280
SOME = 200
"""Predictions that only all faces together come to; there are 252 in the sample."""

pytestmark = pytest.mark.skipif(
    not PROGRAM.is_file(), reason=f"no bundle is in {PLACE}, or in KPSTUDIO_BUNDLE"
)


@pytest.fixture
def place(tmp_path: Path) -> dict[str, str]:
    """Return the environment of a person who has no Python and has never started kpstudio."""
    kept = {"PATH": "/usr/bin:/bin", "HOME": str(tmp_path / "home"), "LANG": "C.UTF-8"}
    Path(kept["HOME"]).mkdir()
    return kept


def run(place: dict[str, str], *argv: object) -> str:
    done = subprocess.run(
        [str(PROGRAM), *map(str, argv)],
        env=place,
        capture_output=True,
        text=True,
        check=False,
        timeout=WAIT_S,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_it_finds_all_that_it_needs_in_itself(place: dict[str, str]) -> None:
    told = json.loads(run(place | {"QT_QPA_PLATFORM": "offscreen"}, "doctor", "--json"))
    found = {check["name"]: check for check in told["checks"]}
    assert told["works"], told
    for name in ("torch", "torchvision", "Qt"):
        assert found[name]["health"] == "good", found[name]
    assert f"kpstudio {__version__}" in found["versions"]["found"]


def test_it_trains_and_predicts(place: dict[str, str], tmp_path: Path) -> None:
    faces, run_dir, out = (tmp_path / name for name in ("faces", "run", "out"))
    write_faces(faces, persons=3)
    run(place, "train", faces, "--out", run_dir, "--preset", "fast", "--epochs", 1)
    assert (run_dir / "best.safetensors").is_file()
    run(place, "predict", run_dir, faces / "01-1m.png", "--to", "csv", "--out", out)
    assert (out / "labels.csv").is_file()


def test_it_draws_in_processes_of_its_own(place: dict[str, str], tmp_path: Path) -> None:
    """Each of these is the bundle, started anew as if it were Python."""
    run(place, "sample", tmp_path / "sample")
    assert len(list((tmp_path / "sample").rglob("*.asf"))) == 240


@pytest.fixture
def screen(tmp_path: Path) -> Iterator[str]:
    """Return the DISPLAY of an X server that shows nothing to nobody."""
    if shutil.which("Xvfb") is None:
        pytest.skip("Xvfb is not here")
    told = tmp_path / "display"
    with told.open("w") as file:
        server = subprocess.Popen(
            [
                "Xvfb",
                "-displayfd",
                "1",
                "-screen",
                "0",
                "1600x1000x24",
                "-nolisten",
                "tcp",
                "-noreset",
            ],
            stdout=file,
            stderr=subprocess.DEVNULL,
        )
    try:
        until = time.monotonic() + 30
        while not told.read_text().strip():
            assert time.monotonic() < until, "no X server"
            time.sleep(0.1)
        yield f":{told.read_text().strip()}"
    finally:
        server.terminate()
        server.wait()


@pytest.mark.timeout(700)
def test_its_window_trains_on_the_sample_faces(
    place: dict[str, str], screen: str, tmp_path: Path
) -> None:
    with (tmp_path / "said").open("w") as said:
        window = subprocess.Popen(
            [str(PROGRAM), "demo"],
            env=place | {"DISPLAY": screen, "QT_QPA_PLATFORM": "xcb"},
            stdout=said,
            stderr=said,
        )
    try:
        until = time.monotonic() + 2 * WAIT_S
        # While it trains, closing is asked about; the faces are predicted once that is over.
        while predicted(tmp_path) < SOME:
            assert window.poll() is None, (tmp_path / "said").read_text()
            assert time.monotonic() < until, "the training has not ended"
            time.sleep(0.5)
        assert any('"event":"done"' in path.read_text() for path in events(tmp_path))
        window.send_signal(signal.SIGINT)  # which closes the window in order
        assert window.wait(60) == 0
    finally:
        window.kill()
        window.wait()


def predicted(folder: Path) -> int:
    """Return how many predictions the projects below a folder hold."""
    count = 0
    for path in (folder / "home").rglob("project.sqlite"):
        with (
            contextlib.closing(sqlite3.connect(path)) as project,
            contextlib.suppress(sqlite3.Error),
        ):
            count += project.execute("SELECT count(*) FROM predictions").fetchone()[0]
    return count


def events(folder: Path) -> list[Path]:
    """Return what the runs below a folder have told."""
    return list((folder / "home").rglob("events.jsonl"))
