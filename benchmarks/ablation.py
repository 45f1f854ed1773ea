"""Change one thing of a preset at a time and print what it does to the error on held-out faces.

    uv run python benchmarks/ablation.py LFPW --labels pts --boxes dlib --base epochs=30
    uv run python benchmarks/ablation.py IMM --val-list VAL.txt --changes no-flip ema=0.9,lr=1e-3

A change is one of those with a name (--list shows them) or NAME=VALUE of any setting, several
joined by commas. Every change is trained with the same seeds on the same faces as the preset as it
is, so that differences are taken seed by seed; how far these lie apart says what chance alone does.
Figures are those of the best epoch on the held-out faces; --blind counts the last weights of
trainings that never saw them.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
import trials
from trainings import Job, fresh, train

from kpstudio.core.errors import InputError
from kpstudio.core.labelset import LabelSet
from kpstudio.core.splits import Split
from kpstudio.engine.config import BACKBONES, HEADS, LOSSES, SCHEDULES, TrainConfig
from kpstudio.engine.presets import PRESETS, preset

CHANGES: Mapping[str, str] = {
    **{f"head-{name}": f"head={name}" for name in HEADS},
    **{f"backbone-{name}": f"backbone={name}" for name in BACKBONES},
    "pretrained": "backbone=resnet18,pretrained=true",
    **{f"loss-{name}": f"loss={name}" for name in LOSSES},
    "adam": "optimiser=adam,weight_decay=0",
    **{f"schedule-{name}": f"schedule={name}" for name in SCHEDULES},
    "no-ema": "ema=0",
    "no-flip": "augmentation.flip=false,test_flip=false",
    "no-test-flip": "test_flip=false",
    "no-rotation": "augmentation.rotation_degrees=0",
    "rotation-10": "augmentation.rotation_degrees=10",
    "rotation-40": "augmentation.rotation_degrees=40",
    "no-scale": "augmentation.scale=0",
    "no-shift": (
        "augmentation.shift_left=0,augmentation.shift_right=0,"
        "augmentation.shift_up=0,augmentation.shift_down=0"
    ),
    "no-light": "augmentation.light=0",
    "no-blur": "augmentation.blur=0",
    "no-noise": "augmentation.noise=0",
    "no-occlusion": "augmentation.occlusion=0",
    "turned-1": "turned_weight=1",
    "turned-0": "turned_weight=0",
    "no-drawn-start": "drawn_start=false",
    "no-finder": "find_face=false",
    "no-standardising": "standardise=false",
    "no-mean-start": "bias_at_mean=false",
    "input-96": "input_height=96,input_width=96",
    "input-160": "input_height=160,input_width=160",
    "half-rate": "",
    "double-rate": "",
}
"""What may be changed, by name; the rates depend on the preset's."""

AS_IT_IS = "as it is"
HEAD = (
    "change", "NME mean %", f"over {100 * trials.FAILED:.0f} % NME, %", "training, s",
    "difference to the preset, points of NME %", "by seed",
)  # fmt: skip


@dataclass(frozen=True)
class Measured:
    """What the trainings with one change gave, by seed.

    Attributes:
        nme: (S,) mean NME, fractions.
        failed: (S,) shares of faces above `trials.FAILED`.
        seconds: (S,) of training.
        no_box: (S,) mean NME from whole pictures; empty where that was not asked for.
    """

    nme: tuple[float, ...]
    failed: tuple[float, ...]
    seconds: tuple[float, ...]
    no_box: tuple[float, ...] = ()


def change_named(text: str, config: TrainConfig) -> tuple[str, ...]:
    """Return the settings that the change ``text`` means, each as "name=value".

    Raises:
        InputError: If it is neither a name in `CHANGES` nor settings.
    """
    rates = {"half-rate": config.lr / 2, "double-rate": config.lr * 2}
    if text in rates:
        return (f"lr={rates[text]:g}",)
    if text not in CHANGES and "=" not in text:
        raise InputError(f"there is no change {text!r}: use name=value or {', '.join(CHANGES)}")
    return tuple(CHANGES.get(text, text).split(","))


def spread(values: Sequence[float], signed: bool = False) -> str:
    """Return mean and deviation over the seeds, of fractions, in percent."""
    mean = f"{100 * np.mean(values):{'+' if signed else ''}.2f}"
    return f"{mean} ± {100 * np.std(values, ddof=1):.2f}" if len(values) > 1 else mean


def measured_row(name: str, measured: Measured, base: Measured | None) -> str:
    """Return the row of a change; ``base`` is the preset as it is, None in its own row."""
    parts = [name, spread(measured.nme), f"{100 * np.mean(measured.failed):.1f}"]
    parts.append(f"{np.mean(measured.seconds):.1f}")
    if base is None:
        parts += ["", ", ".join(f"{100 * value:.2f}" for value in measured.nme)]
    else:
        apart = [a - b for a, b in zip(measured.nme, base.nme, strict=True)]
        parts += [spread(apart, signed=True), ", ".join(f"{100 * d:+.2f}" for d in apart)]
    if measured.no_box:
        parts.append(spread(measured.no_box))
    return trials.row(parts)


def measure(
    config: TrainConfig, labels: LabelSet, split: Split, given: argparse.Namespace
) -> Measured:
    """Train with every seed."""
    nme, failed, seconds, no_box = [], [], [], []
    for seed in given.seeds:
        job = Job(replace(config, seed=seed), labels, split, given.no_box, given.blind)
        outcome = fresh(train, job)
        score = trials.score(trials.errors(outcome.points, labels, split.validation))
        nme.append(score.mean)
        failed.append(score.failure_rate)
        seconds.append(outcome.seconds)
        if outcome.points_no_box is not None:
            found = trials.errors(outcome.points_no_box, labels, split.validation)
            no_box.append(trials.score(found).mean)
    return Measured(tuple(nme), tuple(failed), tuple(seconds), tuple(no_box))


def run(given: argparse.Namespace) -> None:
    """Train the preset and each change of it, printing each row when it is known."""
    labels, split = trials.material(given)
    config = trials.changed(preset(given.preset, labels.scheme), given.base)
    todo = planned(config, given.changes, labels)
    with_base = f" with {' '.join(given.base)}" if given.base else ""
    print(
        f"{given.preset}{with_base}; {len(split.training)} faces trained on, "
        f"{len(split.validation)} held out (by {split.by}), of {given.folder.name}; "
        f"seeds {', '.join(map(str, given.seeds))}\n"
    )
    if told := trials.busy():
        print(f"{told}\n")
    print(trials.head([*HEAD, "no box, NME mean %"] if given.no_box else HEAD), flush=True)
    base = measure(config, labels, split, given)
    print(measured_row(AS_IT_IS, base, None), flush=True)
    for name, other in todo.items():
        try:
            print(measured_row(name, measure(other, labels, split, given), base), flush=True)
        except InputError as error:  # one change that diverges must not cost the others
            print(trials.row([name, str(error)]), flush=True)


def planned(config: TrainConfig, names: Sequence[str], labels: LabelSet) -> dict[str, TrainConfig]:
    """Return the settings to train by the change's name; what changes nothing is left out.

    All are checked before the first training, which may be long.

    Raises:
        InputError: If a change that was asked for is none, or its settings do not fit together;
            of the named ones, those that do not fit are left out where none was asked for.
    """
    config.validate(labels.scheme)
    todo = {}
    for name in names or CHANGES:
        try:
            other = trials.changed(config, change_named(name, config))
            other.validate(labels.scheme)
        except InputError as error:
            if names:
                raise InputError(f"{name}: {error}") from error
            print(f"{name} is left out: {error}", file=sys.stderr)
            continue
        if other != config:
            todo[name] = other
        else:
            print(f"{name} is left out: the preset is so", file=sys.stderr)
    return todo


def parser() -> argparse.ArgumentParser:
    """Return the options."""
    made = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    trials.faces_options(made)
    made.add_argument("--preset", choices=list(PRESETS), default="best")
    made.add_argument(
        "--changes", nargs="+", default=[], metavar="CHANGE", help="default: all that have a name"
    )
    made.add_argument(
        "--base", nargs="+", default=[], metavar="KEY=VALUE",
        help="settings that the preset and every change of it have, such as epochs=30",
    )  # fmt: skip
    made.add_argument("--seeds", nargs="+", type=int, default=[0, 1, 2])
    made.add_argument("--no-box", action="store_true", help="predict whole pictures as well")
    made.add_argument(
        "--blind", action="store_true", help="keep the held-out faces from the training"
    )
    made.add_argument("--list", action=Names, nargs=0, help="show the changes that have a name")
    return made


class Names(argparse.Action):
    """Prints the changes that have a name, and ends."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object, **__: object) -> None:
        for name, settings in CHANGES.items():
            print(f"{name:28}{settings or 'lr, from that of the preset'}")
        parser.exit()


def main() -> None:
    """Run the benchmark."""
    given = parser().parse_args()
    try:
        run(given)
    except InputError as error:
        sys.exit(str(error))


if __name__ == "__main__":
    main()
