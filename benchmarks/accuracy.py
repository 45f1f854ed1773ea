"""Train kpstudio's presets and dlib on the same faces and print how far off their points are.

    uv run --group bench python benchmarks/accuracy.py IMM --val-list VAL.txt --seed-presets
    uv run --group bench python benchmarks/accuracy.py LFPW --labels pts --boxes dlib --no-box

VAL.txt names the held-out pictures, one file name a line; without it a fixed fifth is held out, of
the persons where the names show them. Every method gets the same boxes: those of the labels, else
the tight ones around the points. Every training runs in a process of its own; its seconds are those
of the call that trains, decoding included. The time for a face goes from the picture's file to the
points, with both cores to itself only if nothing else runs.

By default kpstudio's best epoch is the one that does best on the held-out faces, as in the class
project, which flatters it a little; with --blind the training never sees them, and its last weights
count, as dlib's do.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import trials
from dlib_peer import oversampling_for, train_dlib
from trainings import Job, fresh, train
from trials import Outcome, cells, mean_score, row, score

from kpstudio.core.errors import InputError
from kpstudio.core.labelset import LabelSet
from kpstudio.core.schema import PointSchema
from kpstudio.core.splits import Split
from kpstudio.engine.config import TrainConfig
from kpstudio.engine.presets import PRESETS, SEED_PRESETS, preset

HEAD = (
    "method", "seed", "NME mean %", "NME median %", f"over {100 * trials.FAILED:.0f} % NME, %",
    "AUC", "training, s", "ms a face, one by one", "ms a face, together", "note",
)  # fmt: skip
NO_BOX_HEAD = (
    "no box", "seed", "NME mean %", "NME median %", f"over {100 * trials.FAILED:.0f} % NME, %",
    "AUC", "NME mean against that with a box",
)  # fmt: skip


@dataclass
class Method:
    """One network, or dlib, and what its trainings gave, by seed.

    Attributes:
        name: The preset, or "dlib".
        points: The points it predicts.
        outcomes: By seed.
    """

    name: str
    points: tuple[int, ...]
    outcomes: dict[int, Outcome] = field(default_factory=dict)

    def title(self, labels: LabelSet) -> str:
        """Return the name, and how many points are predicted where that is not all."""
        count = len(self.points)
        if count == labels.scheme.count:
            return self.name
        return f"{self.name} ({count} {'point' if count == 1 else 'points'})"


def outcome_row(name: str, seed: str, outcomes: Sequence[Outcome], scores: Sequence[str]) -> str:
    """Return the row of one training, or of the mean of several."""
    together = [one.ms_together for one in outcomes if one.ms_together is not None]
    figures = [
        f"{np.mean([one.seconds for one in outcomes]):.1f}",
        f"{np.mean([one.ms_one for one in outcomes]):.1f}",
        f"{np.mean(together):.1f}" if together else "-",
        outcomes[0].note if len(outcomes) == 1 else "",
    ]
    return row([name, seed, *scores, *figures])


def show_mean(method: Method, labels: LabelSet, ids: Sequence[str]) -> None:
    """Print the row of the mean over the seeds, where there are several."""
    if len(method.outcomes) < 2:
        return
    outcomes = list(method.outcomes.values())
    scores = [score(trials.errors(one.points, labels, ids)) for one in outcomes]
    figures = cells(mean_score(scores))
    figures[0] = f"**{figures[0]}** ± {100 * np.std([s.mean for s in scores], ddof=1):.2f}"
    title, which = f"**{method.title(labels)}**", f"mean of {len(outcomes)}"
    print(outcome_row(title, which, outcomes, figures), flush=True)


def no_box_rows(method: Method, labels: LabelSet, ids: Sequence[str]) -> list[str]:
    """Return the rows of predictions from whole pictures; none where there are none."""
    rows, scores, ratios = [], [], []
    for seed, outcome in method.outcomes.items():
        if outcome.points_no_box is None:
            continue
        boxed = score(trials.errors(outcome.points, labels, ids))
        scores.append(score(trials.errors(outcome.points_no_box, labels, ids)))
        ratios.append(scores[-1].mean / boxed.mean)
        rows.append(row([method.title(labels), str(seed), *cells(scores[-1]), f"{ratios[-1]:.3f}"]))
    if len(scores) > 1:
        mean = [*cells(mean_score(scores)), f"{np.mean(ratios):.3f}"]
        rows.append(row([f"**{method.title(labels)}**", f"mean of {len(scores)}", *mean]))
    return rows


def view_rows(
    methods: Sequence[Method],
    labels: LabelSet,
    ids: Sequence[str],
    points: Sequence[int] | None = None,
) -> list[str]:
    """Return a table of the mean NME by IMM's views, head included; none for other pictures.

    Args:
        methods: One row each, the mean over its seeds.
        labels: The truth.
        ids: The held-out faces.
        points: Those of the points to measure; all that a method predicts by default.
    """
    views = [trials.view_of(labels[i].picture) for i in ids]
    if None in views:
        return []
    shown = [view for view in trials.VIEWS.values() if view in views]
    rows = [trials.head(["NME mean %", *shown, "all"])]
    for method in methods:
        faces = np.mean(
            [trials.errors(o.points, labels, ids, points) for o in method.outcomes.values()], axis=0
        )
        parts = [np.nanmean(faces[[view == of for of in views]]) for view in shown]
        rows.append(
            row([method.title(labels), *(f"{100 * v:.2f}" for v in (*parts, np.nanmean(faces)))])
        )
    return rows


def against(methods: Sequence[Method], labels: LabelSet, ids: Sequence[str]) -> list[str]:
    """Return a sentence for each network on how its mean NME compares with dlib's."""
    means = {
        method.name: float(
            np.mean([score(trials.errors(o.points, labels, ids)).mean for o in outcomes])
        )
        for method in methods
        if (outcomes := method.outcomes.values()) and len(method.points) == labels.scheme.count
    }
    peer = means.pop("dlib", None)
    if peer is None:
        return []
    return [
        f"{name}: {100 * mean:.2f} % NME, {100 * abs(mean / peer - 1):.1f} % "
        f"{'below' if mean < peer else 'above'} dlib's {100 * peer:.2f} %."
        for name, mean in means.items()
    ]


def tables(methods: Sequence[Method], labels: LabelSet, ids: Sequence[str]) -> str:
    """Return what follows the table of trainings: no box, views, the comparison with dlib."""
    parts = ["\n".join(against(methods, labels, ids))]
    no_box = [line for method in methods for line in no_box_rows(method, labels, ids)]
    if no_box:
        parts.append("\n".join([trials.head(NO_BOX_HEAD), *no_box]))
    parts.append("\n".join(view_rows(methods, labels, ids)))
    fewest = min(methods, key=lambda method: len(method.points)).points
    if len(fewest) < labels.scheme.count:
        names = ", ".join(labels.scheme.points[k] for k in fewest)
        if by_view := view_rows(methods, labels, ids, fewest):
            parts.append("\n".join([f"Of these points only: {names}\n", *by_view]))
    return "\n\n".join(part for part in parts if part)


def run(given: argparse.Namespace) -> None:
    """Train everything that was asked for, printing each row when it is known."""
    labels, split = trials.material(given)
    ids, configs = split.validation, settings(given, labels.scheme)
    judged = "by the last weights" if given.blind else "by the best epoch on these"
    print(
        f"{len(split.training)} faces trained on, {len(ids)} held out (by {split.by}), of "
        f"{given.folder.name}; kpstudio judged {judged}; NME by {labels.scheme.normaliser.name}\n"
    )
    if told := trials.busy():
        print(f"{told}\n")
    print(trials.head(HEAD), flush=True)
    methods = []
    if given.dlib:
        methods.append(Method("dlib", tuple(range(labels.scheme.count))))
        oversampling = given.oversampling or oversampling_for(len(split.training))
        for seed in given.seeds if given.dlib_seeds is None else given.dlib_seeds:
            outcome = fresh(train_dlib, labels, split, seed, oversampling)
            add(methods[-1], seed, outcome, labels, split)
        show_mean(methods[-1], labels, ids)
    for name, config in configs.items():
        methods.append(Method(name, config.points))
        for seed in given.seeds:
            keep = given.keep / f"{name}-{seed}" if given.keep else None
            job = Job(replace(config, seed=seed), labels, split, given.no_box, given.blind, keep)
            try:
                add(methods[-1], seed, fresh(train, job), labels, split)
            except InputError as error:  # one that diverges must not cost the others
                print(row([name, str(seed), str(error)]), flush=True)
        show_mean(methods[-1], labels, ids)
    trained = [method for method in methods if method.outcomes]
    print(f"\n{tables(trained, labels, ids) if trained else 'Nothing came out.'}")


def settings(given: argparse.Namespace, scheme: PointSchema) -> dict[str, TrainConfig]:
    """Return what to train by the preset's name, checked before the first training."""
    found = {}
    for name in [*(SEED_PRESETS if given.seed_presets else ()), *given.presets]:
        found[name] = trials.changed(preset(name, scheme), given.set)
        found[name].validate(scheme)
    if given.dlib and find_spec("dlib") is None:
        raise InputError("dlib is not installed: put --group bench after uv run, or use --no-dlib")
    if not found and not given.dlib:
        raise InputError("nothing is to be trained: name presets, or leave --no-dlib out")
    return found


def add(method: Method, seed: int, outcome: Outcome, labels: LabelSet, split: Split) -> None:
    """Keep an outcome and print its row."""
    method.outcomes[seed] = outcome
    figures = cells(score(trials.errors(outcome.points, labels, split.validation)))
    print(outcome_row(method.title(labels), str(seed), [outcome], figures), flush=True)


def parser() -> argparse.ArgumentParser:
    """Return the options."""
    made = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    trials.faces_options(made)
    own = [name for name in PRESETS if name not in SEED_PRESETS]
    made.add_argument(
        "--presets", nargs="*", choices=list(PRESETS), default=["fast", "best"], metavar="NAME",
        help=f"what to train: {', '.join(own)}; default: fast best",
    )  # fmt: skip
    made.add_argument(
        "--seed-presets", action="store_true", help=f"also train {', '.join(SEED_PRESETS)}"
    )
    made.add_argument("--seeds", nargs="+", type=int, default=[0, 1, 2])
    made.add_argument(
        "--set", nargs="+", default=[], metavar="KEY=VALUE",
        help="change a setting of every preset, such as epochs=10 or augmentation.flip=false",
    )  # fmt: skip
    made.add_argument("--no-box", action="store_true", help="predict whole pictures as well")
    made.add_argument(
        "--blind", action="store_true", help="keep the held-out faces from the training"
    )
    made.add_argument("--dlib", action=argparse.BooleanOptionalAction, default=True)
    made.add_argument("--dlib-seeds", nargs="+", type=int, help="default: those of --seeds")
    made.add_argument("--oversampling", type=int, help="dlib's; default: 50 for few faces, else 20")
    made.add_argument("--keep", type=Path, metavar="DIR", help="keep the runs in this folder")
    return made


def main() -> None:
    """Run the benchmark."""
    given = parser().parse_args()
    try:
        run(given)
    except InputError as error:
        sys.exit(str(error))


if __name__ == "__main__":
    main()
