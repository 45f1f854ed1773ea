"""The command ``next``."""

from __future__ import annotations

import argparse
from dataclasses import asdict

from kpstudio.cli import console
from kpstudio.cli.opening import open_given
from kpstudio.core.labelset import LabelSet
from kpstudio.store.runs import RunFolder
from kpstudio.tasks.label_next import rank_with_run


def label_next(arguments: argparse.Namespace) -> int:
    """Say which faces without labels to label next, and why."""
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


def _name(labels: LabelSet, face_id: str) -> str:
    picture = labels[face_id].picture
    return picture if labels.count_of(picture) == 1 else face_id
