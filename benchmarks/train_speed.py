"""Train the class project's presets with kpstudio and with a plain loop, and compare their speed.

    uv run python benchmarks/train_speed.py FOLDER --val-list VAL.txt

VAL.txt names the held-out pictures, one file name a line; without it a fixed fifth is held out.
The plain loop is benchmarks/plain_loop.py. Every training runs in a process of its own, the two in
turns. Seconds are those of the whole training, from the first picture's file to the last weights,
decoding, timing of precisions, validation and saving included; importing torch and torchvision is
not. Ratios are medians over the pairs; memory is the largest resident size of a process. CPU
seconds are those of all its processes: where other work shares the cores they tell more than the
seconds.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from kpstudio.core.labelset import LabelSet
from kpstudio.core.splits import Split, split_by_fraction, split_by_list
from kpstudio.io.opening import open_path

# kpstudio's engine may tell torch's threads how to wait, by the environment that every child gets:
# here it is imported by children alone.
if TYPE_CHECKING:
    from kpstudio.engine.config import TrainConfig

WAYS = ("plain", "kpstudio")
PRESETS = ("smallnet", "bignet", "resnet18")
WAITING = "GOMP_SPINCOUNT"
"""The variable that kpstudio's engine sets."""
HEADER = (
    "| preset | | images/s | seconds | CPU seconds | memory, MB | validation MSE | computing |\n"
    "|---|---|---|---|---|---|---|---|"
)


@dataclass(frozen=True)
class Run:
    """One training.

    Attributes:
        seconds: Of the whole training.
        cpu_seconds: Of the whole training, all processes together.
        images_per_second: Training pictures shown, over the seconds.
        memory_mb: The largest resident size of a process.
        val_mse: The lowest of its epochs.
        computing: Precision and threads.
    """

    seconds: float
    cpu_seconds: float
    images_per_second: float
    memory_mb: float
    val_mse: float
    computing: str


def with_kpstudio(
    config: TrainConfig, labels: LabelSet, split: Split
) -> tuple[float, float, float, str]:
    """Return seconds, CPU seconds, the lowest validation MSE and how it was computed."""
    from kpstudio.engine.events import Done, Started
    from kpstudio.engine.trainer import train

    computing, before = "", cpu_seconds()
    with tempfile.TemporaryDirectory() as folder:
        faces = tuple(labels)
        for event in train(config, faces, labels.root, labels.scheme, split, Path(folder)):
            if isinstance(event, Started):
                computing = f"{event.precision}, {event.threads} threads"
            if isinstance(event, Done):
                cpu = cpu_seconds() - before
                return event.seconds, cpu, event.best_val_mse or float("nan"), computing
    raise AssertionError("the training did not end")


def with_a_plain_loop(
    config: TrainConfig, labels: LabelSet, split: Split
) -> tuple[float, float, float, str]:
    """Return seconds, CPU seconds, the lowest validation MSE and how it was computed.

    torch's threads wait as torch has it, because `child` has loaded torch before kpstudio's engine.
    """
    import torch
    from plain_loop import load_the_rest_of_torch, train_plainly

    threads = torch.get_num_threads()
    load_the_rest_of_torch()
    faces, held_out = ([labels[i] for i in ids] for ids in (split.training, split.validation))
    before = cpu_seconds()
    with tempfile.TemporaryDirectory() as folder:
        seconds, mse = train_plainly(faces, held_out, labels.root, config, Path(folder))
    return seconds, cpu_seconds() - before, mse, f"fp32, {threads} threads"


def cpu_seconds() -> float:
    """Return the time that this process and its ended children have computed for."""
    return sum(os.times()[:4])


def split_of(labels: LabelSet, val_list: Path | None) -> Split:
    if val_list is None:
        return split_by_fraction([face for face in labels if face.labelled], 0.2)
    names = val_list.read_text(encoding="utf-8").split("\n")
    return split_by_list(list(labels), [name.strip() for name in names if name.strip()])


def child(given: argparse.Namespace) -> None:
    """Train once, and print what came out as JSON."""
    import resource

    if given.child == "plain":
        import torch  # noqa: F401  reads its environment now, before kpstudio's engine changes it
    from kpstudio.engine.models.resnet import torchvision_models
    from kpstudio.engine.presets import preset

    torchvision_models()  # loads torch's compiler, for ten seconds on a slow machine
    labels = open_path(given.folder).labels
    split = split_of(labels, given.val_list)
    config = replace(preset(given.presets[0], labels.scheme), seed=given.seeds[0])
    config = replace(config, epochs=max(1, round(config.epochs * given.epochs_share)))
    measured = with_a_plain_loop if given.child == "plain" else with_kpstudio
    seconds, cpu, mse, computing = measured(config, labels, split)
    shown = config.epochs * len(split.training)
    kinds = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    unit = 1e6 if sys.platform == "darwin" else 1e3
    memory = max(resource.getrusage(kind).ru_maxrss for kind in kinds) / unit
    print(json.dumps([seconds, cpu, shown / seconds, memory, mse, computing]))


def measure(given: argparse.Namespace, way: str, name: str, seed: int) -> Run:
    """Train once in a process of its own."""
    command = [
        sys.executable, __file__, str(given.folder), "--child", way, "--presets", name,
        "--seeds", str(seed), "--epochs-share", str(given.epochs_share),
    ]  # fmt: skip
    if given.val_list:
        command += ["--val-list", str(given.val_list)]
    printed = subprocess.run(
        command, stdout=subprocess.PIPE, check=True, text=True, env=environment(way, os.environ)
    ).stdout
    return Run(*json.loads(printed.splitlines()[-1]))


def environment(way: str, own: Mapping[str, str]) -> dict[str, str]:
    """Return the environment of a child: a plain loop's says nothing of how threads wait."""
    return {name: value for name, value in own.items() if way != "plain" or name != WAITING}


def row(name: str, way: str, runs: list[Run]) -> str:
    middle = {
        part: statistics.median(getattr(run, part) for run in runs)
        for part in ("images_per_second", "seconds", "cpu_seconds", "memory_mb")
    }
    mse = [run.val_mse for run in runs]
    spread = f" ± {statistics.stdev(mse):.5f}" if len(mse) > 1 else ""
    return (
        f"| {name} | {way} | {middle['images_per_second']:.0f} | {middle['seconds']:.1f} "
        f"| {middle['cpu_seconds']:.1f} "
        f"| {middle['memory_mb']:.0f} | {statistics.mean(mse):.5f}{spread} "
        f"| {'; '.join(sorted({run.computing for run in runs}))} |"
    )


def ratios(name: str, plain: list[Run], ours: list[Run]) -> str:
    def ratio(part: str) -> float:
        pairs = zip(plain, ours, strict=True)
        return statistics.median(getattr(b, part) / getattr(a, part) for a, b in pairs)

    return (
        f"| **{name}** | **ratio** | **{ratio('images_per_second'):.1f}** "
        f"| {ratio('seconds'):.3f} | {ratio('cpu_seconds'):.3f} "
        f"| {ratio('memory_mb'):.2f} | {ratio('val_mse'):.2f} | |"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path, help="labelled faces")
    parser.add_argument("--val-list", type=Path, help="file names of the held-out pictures")
    parser.add_argument("--presets", nargs="+", choices=PRESETS, default=list(PRESETS))
    parser.add_argument("--seeds", nargs="+", type=int, default=[0, 1, 2])
    parser.add_argument("--epochs-share", type=float, default=1.0, help="of the preset's epochs")
    parser.add_argument("--child", choices=WAYS, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.child:
        child(given)
        return
    print(HEADER)
    for name in given.presets:
        runs: dict[str, list[Run]] = {way: [] for way in WAYS}
        for number, seed in enumerate(given.seeds):
            for way in WAYS if number % 2 == 0 else WAYS[::-1]:
                runs[way].append(measure(given, way, name, seed))
        for way in WAYS:
            print(row(name, way, runs[way]))
        print(ratios(name, *runs.values()), flush=True)


if __name__ == "__main__":
    main()
