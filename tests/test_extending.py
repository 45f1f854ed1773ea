"""The packages of docs/EXTENDING.md: each is installed, and used for what it is there for."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from kpstudio.cli.main import main
from kpstudio.engine.config import detectors, losses, networks
from tests.extending import EXAMPLES, install_examples
from tests.small_faces import write_faces

KINDS = ("network", "loss", "detector", "ranking", "format")
PAGE = EXAMPLES.parent / "EXTENDING.md"

# One process for all: what takes long is importing torch.
SCRIPT = """
import json, sys
from pathlib import Path
from kpstudio.cli.main import main
from kpstudio.core.labelset import Face, face_id
from kpstudio.tasks.photos import propose_boxes

faces, lines, run = map(Path, sys.argv[1:])
trained = main([
    "train", str(faces), "--out", str(run), "--preset", "fast", "--network", "example-network:tiny",
    "--loss", "example-loss:steady", "--detector", "example-detector:warm", "--epochs", "1",
    "--device", "cpu", "--precision", "fp32", "--json",
])
photo = Face(face_id("01-1m.png"), "01-1m.png", photo=True)
(boxed,), problems = propose_boxes([photo], faces, detector="example-detector:warm")
print("boxed", json.dumps([boxed.box.left, boxed.box.right, len(problems)]))
ranked = main(["next", str(faces), "--by", "example-ranking:smallest_first", "--json"])
read = main(["info", str(lines), "--json"])
print("codes", trained, ranked, read)
"""


def test_the_page_shows_each_package_in_full() -> None:
    page = PAGE.read_text(encoding="utf-8")
    for kind in KINDS:
        folder = EXAMPLES / kind
        assert (folder / f"example_{kind}.py").read_text(encoding="utf-8") in page
        shown = (EXAMPLES / "network" / "pyproject.toml").read_text(encoding="utf-8")
        own = (folder / "pyproject.toml").read_text(encoding="utf-8")
        build, _, _ = shown.partition("[project]")
        assert own.startswith(build)
    assert shown in page


@pytest.fixture(scope="module")
def used(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[str]]:
    """Return a folder with faces and a run, and the lines that using all the packages printed."""
    folder = tmp_path_factory.mktemp("extending")
    install_examples(folder / "packages", KINDS)
    write_faces(folder / "faces", persons=3)
    write_faces(folder / "lines", persons=1, views=1)
    next((folder / "lines").glob("*.asf")).unlink()
    (folder / "lines" / "mine.lines").write_text("lines of points\n01-1m.png: 60,40 62.5,41\n")
    root = Path(__file__).resolve().parents[1]
    paths = {"PYTHONPATH": os.pathsep.join(map(str, (folder / "packages", root)))}
    words = [str(folder / name) for name in ("faces", "lines", "run")]
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, *words],
        env=os.environ | paths | {"HOME": str(folder), "XDG_DATA_HOME": str(folder / "data")},
        capture_output=True,
        text=True,
        check=False,
        timeout=250,
    )
    assert done.returncode == 0, done.stderr
    assert "codes 0 0 0" in done.stdout, done.stderr
    return folder, done.stdout.splitlines()


def test_the_network_is_trained_by_the_loss(used: tuple[Path, list[str]]) -> None:
    run = used[0] / "run"
    config = json.loads((run / "config.json").read_text())
    assert config["network"] == "example-network:tiny"
    assert (config["loss"], config["backbone"]) == ("example-loss:steady", "")
    events = [json.loads(line) for line in (run / "events.jsonl").read_text().splitlines()]
    (end,) = (event for event in events if event["event"] == "epoch")
    assert end["train_mse"] > 0
    assert (run / "best.safetensors").is_file()


def test_the_detector_finds_the_faces_of_the_run_and_of_photos(
    used: tuple[Path, list[str]],
) -> None:
    folder, lines = used
    box = json.loads(next((folder / "run").rglob("box.json")).read_text())
    assert box["detector"]["detector"] == "example-detector:warm"
    assert box["detector"]["agreed"] == box["detector"]["tried"] > 0
    (told,) = (line for line in lines if line.startswith("boxed "))
    left, right, problems = json.loads(told.removeprefix("boxed "))
    assert 20 < left < right < 100
    assert problems == 0


def test_the_ranking_sorts_and_the_format_is_read(used: tuple[Path, list[str]]) -> None:
    told = [json.loads(line) for line in used[1] if line.startswith("{")]
    (ranked,) = (answer["faces"] for answer in told if "faces" in answer and "points" not in answer)
    figures = [face["figure"] for face in ranked]
    assert len(figures) == 6
    assert figures == sorted(figures)
    (found,) = (answer for answer in told if answer.get("format") == "lines")
    assert (found["labelled"], found["points"]) == (1, 2)


def test_a_run_whose_package_is_missing_says_which_it_needs(
    used: tuple[Path, list[str]], capsys: pytest.CaptureFixture[str]
) -> None:
    assert "example-network:tiny" not in networks()
    assert (len(losses()), len(detectors())) == (4, 1)
    folder = used[0]
    out = folder / "predicted"
    words = ["predict", folder / "run", folder / "lines", "--to", "csv", "--out", out]
    assert main([str(word) for word in words]) == 2
    (said,) = capsys.readouterr().err.splitlines()
    assert "the network 'tiny' comes from the package 'example-network'" in said
    assert not out.exists()
