"""Plant slips of four kinds into labels, and count which are found by networks that saw others.

    uv run python benchmarks/suspecting.py IMM --cache DIR
    uv run python benchmarks/suspecting.py LFPW --labels pts --boxes dlib --epochs 16 --cache DIR

One face in twenty gets each kind of slip, no face two of them: one point moved by a tenth of the
distance between the outer corners of the eyes (or what else errors are divided by) in any
direction; left and right swapped; all points in a random order; the points of another face, in a
ring, so that no two faces have the same. The networks are trained on the labels with all of these.
What they answer is kept in DIR, so that another call trains nothing; use another DIR for other
slips.

A face is found if it is listed, whatever for, and told rightly if the reason is that of the slip.
The precision of a reason is the share of the faces listed for it that have a slip of its kind: one
of another kind counts against it, as does a fault that the set has of itself. Faces that are named
with --known have such faults; the figures without them are printed, too. Along the ranking, faces
with the reason are taken worst first as long as the precision is at least that demanded.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path, PurePosixPath

import numpy as np
from label_slips import KINDS, ORDER, OTHER, POINT, SIDES, Slip, plant

from kpstudio.core.errors import InputError
from kpstudio.core.labelset import LabelSet
from kpstudio.core.suspicion import LISTED, Reason, Suspicion, suspect
from kpstudio.engine.config import TrainConfig
from kpstudio.engine.events import EpochEnd
from kpstudio.engine.presets import preset
from kpstudio.io.choosing import LabelChoice
from kpstudio.io.opening import open_path
from kpstudio.tasks.suspecting import FOLDS, PRESET, FoldBegan, FoldEvent, answers_in, ask_folds

REASON = {POINT: Reason.POINT, SIDES: Reason.SIDES, ORDER: Reason.ORDER, OTHER: Reason.FACE}
DEMANDED = {POINT: 0.7, SIDES: 0.8, ORDER: 0.8, OTHER: 0.8}
"""Precision at which the recall along the ranking is told."""

Found = dict[str, Suspicion]


def opened(given: argparse.Namespace) -> LabelSet:
    choice = None
    if given.labels:
        boxes = tuple(given.boxes.split(",")) if given.boxes else ()
        choice = LabelChoice(tuple(given.labels.split(",")), boxes)
    labels = open_path(given.folder, choice=choice).labels
    return LabelSet(labels.root, labels.scheme, [face for face in labels if face.labelled])


def settings(given: argparse.Namespace, labels: LabelSet) -> TrainConfig:
    config = preset(given.preset, labels.scheme)
    return replace(config, epochs=given.epochs) if given.epochs else config


def train(given: argparse.Namespace, labels: LabelSet, folder: Path) -> None:
    """Train the folds that are not there yet, telling how long that takes."""
    begun, trained = time.process_time(), False
    for event in ask_folds(labels, settings(given, labels), folder, given.folds):
        if isinstance(event, FoldBegan):
            trained |= not event.known
            print(f"fold {event.number} of {event.total}", file=sys.stderr, flush=True)
        elif isinstance(event, FoldEvent) and isinstance(event.event, EpochEnd):
            print(f"  epoch {event.event.epoch}", end="\r", file=sys.stderr, flush=True)
    if trained:
        print(f"Trained for {time.process_time() - begun:.0f} s of processor time.\n")


def judged(labels: LabelSet, folder: Path) -> Found:
    """Return what is suspected of each face that networks answered for."""
    answers = answers_in(folder)
    faces = [face for face in labels if face.id in answers and face.landmarks is not None]
    points = np.array([f.landmarks.xy_image for f in faces if f.landmarks is not None])
    looks = np.array([answers[face.id] for face in faces])
    told = suspect(points, looks, labels.scheme)
    return {f.id: s for f, s in zip(faces, told, strict=True) if s is not None}


def table(found: Found, slips: dict[str, Slip], but: set[str]) -> str:
    """Return the table of recall and precision by kind, without the faces ``but``."""
    listed = {i: s for i, s in found.items() if s.score >= LISTED and i not in but}
    lines = [
        "| slip | planted | found | told rightly | listed for it | precision | along the ranking |",
        "|---|---|---|---|---|---|---|",
    ]
    for kind in KINDS:
        planted = {i for i, slip in slips.items() if slip.kind == kind and i in found}
        hits = planted & listed.keys()
        named = {i for i, s in listed.items() if s.reason is REASON[kind]}
        right = named & planted
        point = ""
        if kind == POINT:
            exact = sum(found[i].points[0] == slips[i].point for i in right)
            point = f", the point of {exact}"
        lines.append(
            f"| {kind} | {len(planted)} | {share(len(hits), len(planted))} | "
            f"{share(len(right), len(planted))}{point} | {len(named)} | "
            f"{share(len(right), len(named))} | {along(found, planted, kind, but)} |"
        )
    clean = [i for i in found if i not in slips and i not in but]
    wrong = [i for i in clean if i in listed]
    hits = len(slips.keys() & listed.keys())
    lines.append(
        f"\n{len(listed)} faces listed; {share(hits, len(listed))} of them have a slip; of "
        f"{len(clean)} faces without one {share(len(wrong), len(clean))} are listed."
    )
    return "\n".join(lines)


def along(found: Found, planted: set[str], kind: str, but: set[str]) -> str:
    """Return the most recall, at the demanded precision at least, that the ranking allows."""
    named = [(s.score, i) for i, s in found.items() if s.reason is REASON[kind] and i not in but]
    hits = np.cumsum([i in planted for _, i in sorted(named, reverse=True)])
    precision = hits / np.arange(1, len(hits) + 1)
    good = hits[precision >= DEMANDED[kind]]
    most = int(good.max()) if len(good) else 0
    return f"{share(most, len(planted))} at {100 * DEMANDED[kind]:.0f} %"


def share(part: int, whole: int) -> str:
    return f"{part}/{whole} ({100 * part / whole:.0f} %)" if whole else "-"


def alarms(found: Found, slips: dict[str, Slip], labels: LabelSet, most: int) -> Sequence[str]:
    """Return what is said of the faces without a slip that are listed, worst first."""
    wrong = [(s.score, i) for i, s in found.items() if s.score >= LISTED and i not in slips]
    return [
        f"- {PurePosixPath(labels[i].picture).name} ({score:.1f}): {found[i].words}"
        for score, i in sorted(wrong, reverse=True)[:most]
    ]


def parser() -> argparse.ArgumentParser:
    made = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    made.add_argument("folder", type=Path)
    made.add_argument("--labels", default="", help="which label set counts, such as pts")
    made.add_argument("--boxes", default="", help="with --labels: the set to take boxes from")
    made.add_argument("--preset", default=PRESET)
    made.add_argument("--epochs", type=int, default=0, help="default: the preset's")
    made.add_argument("--folds", type=int, default=FOLDS)
    made.add_argument("--seed", type=int, default=0, help="of the slips")
    made.add_argument("--share", type=float, default=0.05, help="of the faces, for each kind")
    made.add_argument("--far", type=float, default=0.1, help="how far a point is moved")
    made.add_argument("--known", default="", help="stems of pictures with faults, with commas")
    made.add_argument("--show", type=int, default=0, help="print so many false alarms")
    made.add_argument("--cache", type=Path, required=True, metavar="DIR")
    made.add_argument("--no-train", action="store_true", help="take what is there")
    return made


def run(given: argparse.Namespace) -> None:
    """Plant, train, and print what was found."""
    labels, slips = plant(opened(given), given.share, given.far, given.seed)
    if not given.no_train:
        train(given, labels, given.cache)
    found = judged(labels, given.cache)
    print(
        f"{len(found)} faces of {given.folder.name}, {len(slips)} with slips of seed {given.seed}\n"
    )
    print(table(found, slips, set()))
    stems = set(filter(None, given.known.split(",")))
    known = {f.id for f in labels if PurePosixPath(f.picture).stem in stems and f.id not in slips}
    if known:
        print(f"\nWithout {len(known)} faces that are known to be faulty:\n")
        print(table(found, slips, known))
    print("\n".join(["", *alarms(found, slips, labels, given.show)]))


def main() -> None:
    """Run the benchmark."""
    try:
        run(parser().parse_args())
    except InputError as error:
        sys.exit(str(error))


if __name__ == "__main__":
    main()
