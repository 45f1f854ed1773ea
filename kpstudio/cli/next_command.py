"""The command ``next``."""

from __future__ import annotations

import argparse
from dataclasses import asdict

from kpstudio.cli import console
from kpstudio.cli.opening import open_chosen, open_given
from kpstudio.core.labelset import LabelSet
from kpstudio.core.rankings import figures
from kpstudio.store.runs import RunFolder
from kpstudio.tasks.label_next import rank_with_run


def label_next(arguments: argparse.Namespace) -> int:
    """Say which faces without labels to label next, and why."""
    if arguments.run is None:
        return _by_ranking(arguments)
    RunFolder.open(arguments.run)  # complains before a large folder has been read
    labels = open_given(arguments.path, arguments).labels
    progress = console.Progress("looking", quiet=arguments.json)
    ranking = rank_with_run(arguments.run, labels, arguments.count, progress)
    progress.close()
    if arguments.json:
        faces = [{"image": labels[pick.id].picture, **asdict(pick)} for pick in ranking.picks]
        console.say_json({"faces": faces, "problems": console.problems_json(ranking.problems)})
        return 0
    told = [(_name(labels, pick.id), pick.why) for pick in ranking.picks]
    console.say(console.table(told))
    console.warn(ranking.problems)
    return 0


def _by_ranking(arguments: argparse.Namespace) -> int:
    """List the faces that no person has finished, as another package sorts them."""
    given = open_chosen(arguments.path, arguments)
    labels = given.opened.labels
    waiting = [face for face in labels if not face.finished]
    told = figures(arguments.by, waiting, given.chooser.facts)
    first = sorted(told, key=lambda face_id: told[face_id])[: arguments.count]
    if arguments.json:
        faces = [{"image": labels[i].picture, "id": i, "figure": told[i]} for i in first]
        console.say_json({"faces": faces, "problems": []})
        return 0
    console.say(console.table([(_name(labels, i), f"{told[i]:g}") for i in first]))
    return 0


def _name(labels: LabelSet, face_id: str) -> str:
    picture = labels[face_id].picture
    return picture if labels.count_of(picture) == 1 else face_id
