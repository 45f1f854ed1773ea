"""Train the class project's three presets and print what comes out, as a Markdown table.

For example, on the IMM faces with persons 33 to 40 held out:

    uv run python benchmarks/seed_presets.py FOLDER --val-list VAL.txt --seeds 0 1 2

VAL.txt names the held-out pictures, one file name a line. Training and evaluation run through the
engine as the program runs them; a network is trained anew for each seed.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from kpstudio.core.labelset import LabelSet
from kpstudio.core.landmarks import Landmarks
from kpstudio.core.splits import Split, split_by_fraction, split_by_list
from kpstudio.engine.config import TrainConfig
from kpstudio.engine.evaluate import Evaluation, evaluate
from kpstudio.engine.events import Batch, Done, EpochEnd, Started
from kpstudio.engine.predict import Predictor
from kpstudio.engine.presets import PRESETS, preset
from kpstudio.engine.trainer import train
from kpstudio.io.opening import open_path

HEADER = (
    "| preset | seed | validation MSE | mean-shape MSE | NME mean % | NME median % | "
    "seconds | images/s | epochs called collapsed |\n|---|---|---|---|---|---|---|---|---|"
)


@dataclass(frozen=True)
class Outcome:
    """One finished training, measured on the held-out faces."""

    started: Started
    done: Done
    evaluation: Evaluation
    collapsed: tuple[int, ...]

    def row(self, name: str, seed: int) -> str:
        nme = self.evaluation.summary
        flagged = ", ".join(map(str, self.collapsed)) or "none"
        return (
            f"| {name} | {seed} | {self.done.best_val_mse:.5f} | {self.started.mean_shape_mse:.5f} "
            f"| {100 * nme.mean:.2f} | {100 * nme.median:.2f} | {self.done.seconds:.1f} "
            f"| {self.done.images_per_second:.0f} | {flagged} |"
        )


def show(progress: str) -> None:
    if sys.stderr.isatty():
        print(f"\r{progress:30}\r", end="", file=sys.stderr, flush=True)


def measure(
    config: TrainConfig, labels: LabelSet, split: Split, folder: Path, threads: int | None
) -> Outcome:
    """Train once into ``folder`` and evaluate the best weights on the held-out faces."""
    collapsed = []
    faces, root, scheme = list(labels), labels.root, labels.scheme
    for event in train(config, faces, root, scheme, split, folder, threads=threads):
        if isinstance(event, Started):
            started = event
        elif isinstance(event, EpochEnd) and event.collapsed:
            collapsed.append(event.epoch)
        elif isinstance(event, Batch):
            show(f"epoch {event.epoch:5.1f} of {config.epochs}")
        elif isinstance(event, Done):
            done = event
    show("")
    held_out = [labels[face_id] for face_id in split.validation]
    results = Predictor.load(folder).predict(held_out, root)
    found = {face.id: points for face, points in results if isinstance(points, Landmarks)}
    evaluation = evaluate(found, held_out, scheme, config, root)
    return Outcome(started, done, evaluation, tuple(collapsed))


def mean_row(name: str, outcomes: Sequence[Outcome]) -> str:
    def mean(values: Sequence[float]) -> float:
        return sum(values) / len(values)

    mse = mean([one.done.best_val_mse or float("nan") for one in outcomes])
    nme = [one.evaluation.summary for one in outcomes]
    return (
        f"| **{name}** | mean of {len(outcomes)} | **{mse:.5f}** "
        f"| {outcomes[0].started.mean_shape_mse:.5f} | {100 * mean([n.mean for n in nme]):.2f} "
        f"| {100 * mean([n.median for n in nme]):.2f} "
        f"| {mean([one.done.seconds for one in outcomes]):.1f} "
        f"| {mean([one.done.images_per_second for one in outcomes]):.0f} | |"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path, help="labelled faces")
    parser.add_argument("--val-list", type=Path, help="file names of the held-out pictures")
    parser.add_argument("--presets", nargs="+", choices=list(PRESETS), default=list(PRESETS))
    parser.add_argument("--seeds", nargs="+", type=int, default=[0, 1, 2])
    parser.add_argument("--threads", type=int, help="CPU threads (default: torch's choice)")
    parser.add_argument(
        "--page",
        action="store_true",
        help="as the class's page has it: no standardising, torch's own initialisation",
    )
    given = parser.parse_args()
    labels = open_path(given.folder).labels
    if given.val_list:
        names = given.val_list.read_text(encoding="utf-8").split("\n")
        split = split_by_list(list(labels), [name.strip() for name in names if name.strip()])
    else:
        split = split_by_fraction([face for face in labels if face.labelled], 0.2)
    print(HEADER)
    for name in given.presets:
        outcomes = []
        for seed in given.seeds:
            config = replace(preset(name, labels.scheme), seed=seed)
            if given.page:
                config = replace(config, standardise=False, bias_at_mean=False)
            with tempfile.TemporaryDirectory() as folder:
                outcomes.append(measure(config, labels, split, Path(folder), given.threads))
            print(outcomes[-1].row(name, seed), flush=True)
        print(mean_row(name, outcomes), flush=True)


if __name__ == "__main__":
    main()
