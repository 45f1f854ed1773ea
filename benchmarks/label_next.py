"""Tell whether labelling the faces that `kpstudio next` names beats labelling others at random.

    uv run python benchmarks/label_next.py LFPW --labels pts --boxes dlib --seeds 0 1 2 3 4

A fifth is held out. Each seed labels some faces of the rest at random and trains on them, blind to
all others. That run ranks the faces left, which it is given with their boxes but without their
points. As many more are labelled: by the ranking, or at random. A network is trained anew on both
halves together, with the same settings and seed whatever the way of choosing, and judged on the
held-out faces by its last weights. What was trained is kept in --keep, so that the tables can be
made again.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import trials
from trainings import Job, fresh, train

from kpstudio.core.errors import InputError
from kpstudio.core.facts import FaceFacts
from kpstudio.core.labelset import LabelSet
from kpstudio.core.landmarks import FloatArray
from kpstudio.core.splits import Split
from kpstudio.engine.config import TrainConfig
from kpstudio.engine.presets import PRESETS, preset
from kpstudio.tasks.label_next import Before, Features, rank_faces

START, RANDOM, CHOSEN, DOUBT, NOVELTY = "start", "random", "chosen", "doubt", "novelty"
WAYS = (RANDOM, CHOSEN, DOUBT, NOVELTY)
TITLES = {
    START: "the first {count}",
    RANDOM: "and {count} at random",
    CHOSEN: "and {count} chosen",
    DOUBT: "and {count} by doubt alone",
    NOVELTY: "and {count} by novelty alone",
}
WORST = 0.1
"""Share of the held-out faces that is looked at by itself: those that this training does worst."""

HEAD = (
    "labelled", "seeds", "NME mean %", "NME median %", f"over {100 * trials.FAILED:.0f} % NME, %",
    "worst tenth, NME %",
)  # fmt: skip
FIGURES = ("mean", "median", "failures", "worst tenth")


def ranked(
    run: Path, labels: LabelSet, known: Sequence[str], pool: Sequence[str], count: int
) -> dict[str, list[str]]:
    """Return which ``count`` of ``pool`` to label by each way but chance, knowing ``known``."""
    from kpstudio.core.label_next import squared_distances, unit_directions
    from kpstudio.core.landmarks import Landmarks
    from kpstudio.engine.predict import Predictor

    predictor = Predictor.load(run, "last")
    hidden = [trials.only_box(labels[i]) for i in pool]
    shown = LabelSet(labels.root, labels.scheme, [*(labels[i] for i in known), *hidden])
    found = {face.id: points for face, points in predictor.predict(hidden, labels.root)}
    features: dict[str, Features] = {}
    for face, told in predictor.features(list(shown), labels.root):
        if not isinstance(told, np.ndarray):
            raise InputError(str(told))
        features[face.id] = told
    points = {i: p for i, p in found.items() if isinstance(p, Landmarks)}
    facts = FaceFacts(shown, points.get)
    picks = rank_faces(Before.of(shown, facts), features, count)
    for pick in picks[:10]:
        print(f"    {pick.id}: {pick.why}", file=sys.stderr)
    doubts = sorted(pool, key=lambda i: -facts.doubt(shown[i]))
    of = unit_directions(np.stack([features[i] for i in (*pool, *known)]))
    apart, far = of[: len(pool)], []
    nearest = squared_distances(apart, of[len(pool) :]).min(axis=1)
    for _ in range(count):
        far.append(int(nearest.argmax()))
        nearest = np.minimum(nearest, squared_distances(apart, apart[[far[-1]]])[:, 0])
    return {
        CHOSEN: [pick.id for pick in picks],
        DOUBT: doubts[:count],
        NOVELTY: [pool[k] for k in far],
    }


class Experiment:
    """Trainings by seed and way of choosing, each kept in a folder."""

    def __init__(self, given: argparse.Namespace) -> None:
        """Take what was asked for."""
        self.labels, self.split = trials.material(given)
        config = trials.changed(preset(given.preset, self.labels.scheme), given.set)
        config.validate(self.labels.scheme)
        self.config: TrainConfig = config
        self.count: int = given.count
        self.keep: Path = given.keep
        self.keep.mkdir(parents=True, exist_ok=True)
        if 2 * self.count > len(self.split.training):
            raise InputError(f"{len(self.split.training)} faces are too few to choose from")

    def errors(self, seed: int, way: str) -> FloatArray:
        """Return the NME of each held-out face after labelling by ``way``; trains if need be."""
        told = self.keep / f"{seed}-{way}.json"
        if not told.is_file():
            faces = self.faces(seed, way)
            split = Split(tuple(faces), self.split.validation, self.split.by)
            run = self.keep / f"{seed}-{way}"
            job = Job(replace(self.config, seed=seed), self.labels, split, blind=True, keep=run)
            outcome = fresh(train, job)
            values = trials.errors(outcome.points, self.labels, self.split.validation)
            text = {"faces": faces, "nme": values.tolist(), "seconds": outcome.seconds}
            told.write_text(json.dumps(text), encoding="utf-8")
            mean = 100 * values.mean()
            print(f"{seed} {way}: {mean:.2f} %, {outcome.seconds:.0f} s", file=sys.stderr)
        return np.array(json.loads(told.read_text(encoding="utf-8"))["nme"])

    def faces(self, seed: int, way: str) -> list[str]:
        """Return the ids of the faces that are labelled then."""
        generator = np.random.default_rng(seed)
        shuffled: list[str] = generator.permutation(self.split.training).tolist()
        first, pool = shuffled[: self.count], shuffled[self.count :]
        if way == START:
            return first
        if way == RANDOM:
            return [*first, *pool[: self.count]]
        kept = self.keep / f"{seed}-ranking.json"
        if not kept.is_file():
            self.errors(seed, START)
            run = self.keep / f"{seed}-{START}"
            found = fresh(ranked, run, self.labels, first, sorted(pool), self.count)
            kept.write_text(json.dumps(found), encoding="utf-8")
        chosen: dict[str, list[str]] = json.loads(kept.read_text(encoding="utf-8"))
        return [*first, *chosen[way]]


def figures(errors: FloatArray) -> FloatArray:
    """Return (4,) figures of (N,) errors in percent: those of `FIGURES`."""
    worst = np.sort(errors)[-max(1, round(WORST * len(errors))) :]
    told = [errors.mean(), np.median(errors), (errors > trials.FAILED).mean(), worst.mean()]
    return 100 * np.array(told)


def tables(told: Mapping[str, FloatArray], count: int) -> str:
    """Return what came out.

    Args:
        told: (seeds, 4) figures by way of choosing.
        count: Faces labelled at the start, and then once more.
    """
    lines = [trials.head(HEAD)]
    for way, of in told.items():
        cells = [f"{value:.2f}" for value in of.mean(axis=0)]
        lines.append(trials.row([TITLES[way].format(count=count), str(len(of)), *cells]))
    lines += ["", trials.head(("less than at random by", *FIGURES, "seeds in which the mean is"))]
    for way, of in told.items():
        if way in (START, RANDOM):
            continue
        less = told[RANDOM][: len(of)] - of
        apart = less.std(axis=0, ddof=1) / np.sqrt(len(less)) if len(less) > 1 else less[0] * np.nan
        cells = [f"{a:.2f} ± {b:.2f}" for a, b in zip(less.mean(axis=0), apart, strict=True)]
        better = f"{np.count_nonzero(less[:, 0] > 0)} of {len(less)}"
        lines.append(trials.row([TITLES[way].format(count=count), *cells, better]))
    return "\n".join(lines)


def run(given: argparse.Namespace) -> None:
    """Train everything that was asked for, and print what came out."""
    experiment = Experiment(given)
    ways = (START, RANDOM, *(way for way in given.ways if way != RANDOM))
    of: dict[str, list[FloatArray]] = {way: [] for way in ways}
    for seed in given.seeds:
        for way in ways:
            of[way].append(figures(experiment.errors(seed, way)))
    split, config = experiment.split, experiment.config
    print(
        f"{len(split.training)} faces to choose from, {len(split.validation)} held out (by "
        f"{split.by}), of {given.folder.name}; {given.preset}, {config.epochs} epochs, judged by "
        f"the last weights; NME by {experiment.labels.scheme.normaliser.name}; ± is the standard "
        "error of the paired difference\n"
    )
    print(tables({way: np.stack(rows) for way, rows in of.items()}, experiment.count))


def parser() -> argparse.ArgumentParser:
    """Return the options."""
    made = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    trials.faces_options(made)
    made.add_argument("--preset", choices=list(PRESETS), default="fast")
    made.add_argument("--seeds", nargs="+", type=int, default=[0, 1, 2, 3, 4])
    made.add_argument("--count", type=int, default=100, help="faces labelled at first, and then")
    made.add_argument("--ways", nargs="+", choices=WAYS, default=[RANDOM, CHOSEN])
    made.add_argument(
        "--set", nargs="+", default=[], metavar="KEY=VALUE", help="change a setting of the preset"
    )
    made.add_argument("--keep", type=Path, required=True, help="folder for what is trained")
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
