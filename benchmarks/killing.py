"""Kill the real window at random moments, again and again; count the gestures that are lost.

    uv run python benchmarks/killing.py --kills 100
    uv run python benchmarks/killing.py --kills 30 --train

A process opens a folder of twelve pictures in the real window, drawn off screen, and works in it
without a pause: drags, nudges, checks, marks, tags, boxes, undo and redo, by mouse and keys; it
takes in photos, saves copies and exports to every format. With ``--train`` it also trains one small
run after the other, and predicts with them. After each finished gesture it tells what all faces are
by then. It is killed (SIGKILL) at a random moment; the next one goes on in the same project, and
with the training that was killed. After each kill the project must open undamaged, the faces must
be what was told last, or what the gesture in hand had made of them by then, all of its history must
still fit them, and no exported file, copy or file of a run may be half written.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import killed_window
import numpy as np
from after_kill import halves, look, told
from killed_window import EXPORTED, PHOTOS
from PIL import Image

from kpstudio.core.shapemodel import shipped_shape_model
from kpstudio.io.formats.pts import pts_text
from kpstudio.store.project import Project
from kpstudio.store.runs import list_runs
from kpstudio.tasks.opening import open_corrected

PICTURES = 12
WIDTH, HEIGHT = 320, 240
MOST_GESTURES = 40
"""That a window finishes before it is killed."""
LONGEST_S = 0.05
"""From there to the kill, so that it may come at any place of a gesture."""
LONGEST_TRAINING_S = 40.0
"""From the opened window to the kill where it trains; loading the network takes a part of it."""


def make_folder(root: Path) -> Path:
    """Write the pictures and their points, and some photos beside them."""
    root.mkdir(parents=True)
    random = np.random.default_rng(0)
    mean = shipped_shape_model("imm58").mean * 60 + (WIDTH / 2, HEIGHT / 2)
    for number in range(PICTURES):
        path = root / f"{number:02}.png"
        _picture(path, random)
        path.with_suffix(".pts").write_text(pts_text(mean + random.normal(0, 3, mean.shape)))
    photos = root.with_name(PHOTOS)
    photos.mkdir()
    for number in range(3):
        _picture(photos / f"photo {number}.png", random)
    return root


def _picture(path: Path, random: np.random.Generator) -> None:
    coarse = Image.fromarray(random.integers(0, 255, (6, 8, 3), np.uint8))
    coarse.resize((WIDTH, HEIGHT), Image.Resampling.BICUBIC).save(path)


@dataclass
class Tally:
    """What came of some kills.

    Attributes:
        kills: How many there were.
        gestures: Gestures that were told as finished.
        in_hand: Kills at which the gesture in hand was found finished, too.
        looked_at: How many files of each kind were there after a kill, and whole.
        runs: How many runs there are in the end, by their state.
        harm: What was found otherwise than it should be, a sentence for each.
    """

    kills: int = 0
    gestures: int = 0
    in_hand: int = 0
    looked_at: Counter[str] = field(default_factory=Counter)
    runs: Counter[str] = field(default_factory=Counter)
    harm: tuple[str, ...] = ()


def kill_often(
    folder: Path, kills: int, seed: int, most: int = MOST_GESTURES, trains: bool = False
) -> Tally:
    """Let windows work in a new folder inside ``folder`` and kill them, one after the other.

    Args:
        folder: Also takes what the window writes elsewhere, its settings and pictures kept.
        kills: How many windows.
        seed: Of the gestures and the moments.
        most: Gestures that a window finishes at most before the moment of its kill is drawn.
        trains: Whether they train as well; the moment is then drawn by the clock.
    """
    root = make_folder(folder / "faces")
    random = np.random.default_rng(seed)
    tally, before = Tally(), told(open_corrected(root).labels)
    for number in range(kills):
        enough, more_s = int(random.integers(1, most + 1)), random.uniform(0, LONGEST_S)
        if trains:
            enough, more_s = 0, random.uniform(0, LONGEST_TRAINING_S)
        lines = work_until_killed(folder, root, seed + number, enough, more_s, trains)
        tally.kills += 1
        tally.gestures += len(lines) - 1
        found = look(root, lines[-1])
        if lines[0] != before:
            found = (*found, "the window did not open what lay in the project")
        labels = open_corrected(root).labels
        whole, half = halves(labels, root.with_name(EXPORTED))
        tally.looked_at += whole
        tally.harm += tuple(f"kill {number + 1}: {one}" for one in (*found, *half))
        before = told(labels)
        tally.in_hand += before != lines[-1]
    with Project.open(root) as project:
        tally.runs = Counter(run.effective_state for run in list_runs(project.runs_folder))
    return tally


def work_until_killed(
    folder: Path, root: Path, seed: int, enough: int, more_s: float, trains: bool = False
) -> list[str]:
    """Kill a window ``more_s`` after ``enough`` gestures; return what it told, the start first."""
    kinds = ("CONFIG", "DATA", "CACHE", "STATE")
    places = tuple(f"XDG_{kind}_HOME" for kind in kinds)
    environment = os.environ | {place: str(folder / "home") for place in places}
    command = [sys.executable, killed_window.__file__, str(root), "--seed", str(seed)]
    command += ["--train"] * trains
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as process:
        assert process.stdout is not None
        lines = [process.stdout.readline() for _ in range(enough + 1)]
        time.sleep(more_s)
        if process.poll() is not None:
            raise RuntimeError("the window ended by itself")
        process.kill()
        lines += process.stdout.readlines()
    whole = [line.strip() for line in lines if line.endswith("\n")]
    if not whole:
        raise RuntimeError("the window did not begin to work")
    return whole


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--seed", type=int, default=0, help="of the gestures and the moments")
    parser.add_argument("--train", action="store_true", help="let the windows train as well")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        tally = kill_often(Path(folder), arguments.kills, arguments.seed, trains=arguments.train)
    print("| kills | finished gestures | gesture in hand done, too | lost or harmed |")
    print("|---|---|---|---|")
    print(f"| {tally.kills} | {tally.gestures} | {tally.in_hand} | {len(tally.harm)} |")
    print("\nLooked at after the kills, all of them together:", dict(tally.looked_at))
    print("Runs in the end:", dict(tally.runs))
    print("".join(f"\n{one}" for one in tally.harm))


if __name__ == "__main__":
    main()
