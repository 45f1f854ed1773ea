"""Time how a run predicts a thousand photos in the window, against the network's passes alone.

    uv run python benchmarks/predicting.py IMM RUN

The pictures of the folder, copied as often as it takes, are dropped on the real window, drawn off
screen, with RUN in use, which was trained on faces like these: one that is never sure looks at
every photo turned as well. "finding" is from the drop until every photo has its boxes, "predicting"
from there until every face has its points and its doubt. The first peer predicts the same faces one
by one, as each is looked at. The second is the network alone: as many passes over a tensor that is
ready as the boxes, the points and the doubt of a face take, in the same batches. Medians of the
rounds.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from itertools import cycle, islice
from pathlib import Path

PASSES_FOR_BOX = 2
"""Of the network for each face: they better the box of a photo."""

SAMPLED = 64
"""Faces that the peers are timed on."""

RUN = "0001"


def prepare(source: Path, root: Path, photos: Path, count: int, run: Path) -> None:
    """Copy the labelled faces and the run; write the photos."""
    shutil.copytree(source, root, ignore=shutil.ignore_patterns(".*"))
    pictures = sorted(root.glob("*.jpg")) + sorted(root.glob("*.png"))
    photos.mkdir()
    for number, picture in enumerate(islice(cycle(pictures), count)):
        shutil.copy(picture, photos / f"{number:05}{picture.suffix}")
    shutil.copytree(run, root / ".kpstudio" / "runs" / RUN)


def wait_for(ready: Callable[[], object], seconds: float = 3600.0) -> float:
    """Let the window work until ``ready`` says so; return the moment."""
    from PySide6.QtWidgets import QApplication

    until = time.monotonic() + seconds
    while not ready():
        if time.monotonic() > until:
            raise TimeoutError("the window did not get ready")
        QApplication.processEvents()
        time.sleep(0.01)
    return time.perf_counter()


def in_the_window(root: Path, photos: Path) -> dict[str, float]:
    """Drop the photos and wait for their points; return ms a face of both parts."""
    from PySide6.QtWidgets import QApplication

    from kpstudio.app.settings import Settings
    from kpstudio.ui.theming import apply_theme
    from kpstudio.ui.window_setup import whole_window

    app = QApplication([])
    settings = Settings()
    apply_theme(settings)
    window = whole_window(settings)
    window.show()
    window.files.open(root)
    wait_for(lambda: window.session.is_open and not window.inspection.running)
    window.runs.use(RUN)
    wait_for(lambda: not window.runs.predicting)
    before = len(window.session.labels)
    begun = time.perf_counter()
    window.files.take_dropped(sorted(photos.iterdir()))
    added = wait_for(lambda: len(window.session.labels) > before)
    faces = list(window.session.labels)[before:]
    ready = wait_for(lambda: not window.runs.predicting)
    if any(window.runs.prediction(face.id) is None for face in faces):
        raise SystemExit("not every face was predicted")
    window.close()
    del app
    return {
        "faces": len(faces),
        "finding": 1000 * (added - begun) / len(faces),
        "predicting": 1000 * (ready - added) / len(faces),
    }


def one_by_one(root: Path, photos: Path) -> dict[str, float]:
    """Predict some of the photos as each is looked at, their boxes known."""
    from kpstudio.engine.predict import Predictor

    faces = _boxed(photos)
    predictor = Predictor.load(root / ".kpstudio" / "runs" / RUN)
    list(predictor.predict(faces[:2], photos))
    begun = time.perf_counter()
    for face in faces:
        list(predictor.predict([face], photos))
    return {"predicting": 1000 * (time.perf_counter() - begun) / len(faces)}


def network_alone(root: Path, _photos: Path) -> dict[str, float]:
    """Give the network's passes over pixels that are there; ms a face."""
    import torch

    from kpstudio.engine import checkpoint
    from kpstudio.engine.device import choose_device
    from kpstudio.engine.looks import looks_for
    from kpstudio.engine.network import BATCH

    path = root / ".kpstudio" / "runs" / RUN / "best.safetensors"
    network = checkpoint.load(path, choose_device("auto"))
    config = network.config
    shape = BATCH, 1, config.input_height, config.input_width
    grey = torch.randint(0, 255, shape, dtype=torch.uint8)
    looks = len(looks_for(config))
    refining = PASSES_FOR_BOX if config.crop == "face" else 0
    network.predict(grey)
    begun = time.perf_counter()
    with torch.inference_mode():
        for _ in range(refining if config.test_shift else refining + 1):
            network.predict(grey)
        for _ in range(looks):
            network.once(grey)
    return {"predicting": 1000 * (time.perf_counter() - begun) / BATCH}


def _boxed(photos: Path) -> list:
    from kpstudio.core.schema import shipped_schemes
    from kpstudio.io.opening import as_photos
    from kpstudio.tasks.photos import propose_boxes

    found, _ = as_photos(sorted(photos.iterdir())[:SAMPLED], shipped_schemes()[0])
    return propose_boxes(found, photos)[0]


WAYS = {"window": in_the_window, "one by one": one_by_one, "network alone": network_alone}


def measure(way: str, trained: Path, photos: Path) -> dict[str, float]:
    """Measure one way in a process of its own, on a copy of the project."""
    with tempfile.TemporaryDirectory() as home:
        root = Path(home) / "faces"
        shutil.copytree(trained, root)
        places = {
            f"XDG_{kind}_HOME": f"{home}/{kind}" for kind in ("CACHE", "DATA", "CONFIG", "STATE")
        }
        command = [sys.executable, __file__, str(root), "--child", way, str(photos)]
        done = subprocess.run(
            command,
            env=os.environ | places | {"QT_QPA_PLATFORM": "offscreen"},
            check=True,
            stdout=subprocess.PIPE,
            text=True,
        )
    result: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return result


def show(found: dict[str, Sequence[dict[str, float]]]) -> None:
    """Print the table, and the ratios."""
    print("| | finding, ms a face | predicting, ms a face | faces/s |\n|---|---|---|---|")
    middle = {}
    for way, runs in found.items():
        middle[way] = statistics.median(run["predicting"] for run in runs)
        finding = [run["finding"] for run in runs if "finding" in run]
        cell = f"{statistics.median(finding):.1f}" if finding else ""
        print(f"| {way} | {cell} | {middle[way]:.1f} | {1000 / middle[way]:.1f} |")
    print(
        f"\n{found['window'][0]['faces']:.0f} faces. The window predicts at "
        f"{100 * middle['network alone'] / middle['window']:.0f} % of the speed of the network "
        f"alone, and {middle['one by one'] / middle['window']:.1f} times as fast as one by one."
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path, help="labelled faces")
    parser.add_argument("run", type=Path, nargs="?", help="a trained run's folder")
    parser.add_argument("--photos", type=int, default=1000)
    parser.add_argument("--rounds", type=int, default=1)
    parser.add_argument("--child", nargs=2, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.child:
        way, photos = given.child
        print(json.dumps(WAYS[way](given.folder, Path(photos))))
        return
    if given.run is None:
        parser.error("name the folder of a trained run, too")
    found: dict[str, list[dict[str, float]]] = {way: [] for way in WAYS}
    with tempfile.TemporaryDirectory() as place:
        trained, photos = Path(place) / "trained", Path(place) / "photos"
        prepare(given.folder, trained, photos, given.photos, given.run)
        for _ in range(given.rounds):
            for way in WAYS:
                found[way].append(measure(way, trained, photos))
    show(found)


if __name__ == "__main__":
    main()
