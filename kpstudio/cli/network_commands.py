"""Commands that use a trained network, and what precedes training one."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from kpstudio.cli import console
from kpstudio.cli.opening import given_choice, open_chosen, open_given
from kpstudio.cli.training_options import with_given
from kpstudio.core.errors import InputError, Problem
from kpstudio.core.labelset import LabelSet
from kpstudio.core.matching import Chosen
from kpstudio.core.schema import PointSchema, scheme_named
from kpstudio.core.splits import Split
from kpstudio.engine.config import TrainConfig
from kpstudio.engine.presets import DEFAULT_PRESET, preset
from kpstudio.io.opening import Opened
from kpstudio.tasks.choosing import require_some
from kpstudio.tasks.opening import read_names
from kpstudio.tasks.training import choose_split, persons_on_both_sides, usable_faces


def prepared(arguments: argparse.Namespace) -> tuple[LabelSet, TrainConfig, Split]:
    """Open what is to be trained on, and return it with the settings and the split.

    Raises:
        InputError: If it cannot be opened, or a setting is wrong.
    """
    names = read_names(arguments.val_list) if arguments.val_list else None
    given = open_chosen(arguments.path, arguments)
    opened, labels = given.opened, given.opened.labels
    if given.chosen is not None:
        require_some(given.chosen, arguments.path)
    usable_faces(labels)  # without any, that is what to say, not which points they lack
    config = training_config(arguments, labels)
    validation: float | Sequence[str] | Chosen = config.val_fraction if names is None else names
    if arguments.val_where is not None:
        validation = given.chooser.choose(arguments.val_where)
    split = choose_split(labels, validation, 0, given.chosen, given.chooser.persons)
    if not arguments.json:
        _mention_problems(opened, arguments.path)
        shared = persons_on_both_sides(labels, split, given.chooser.persons)
        if shared:
            console.complain(shared)
    return labels, config, split


def training_config(arguments: argparse.Namespace, labels: LabelSet) -> TrainConfig:
    """Return the preset with the options that were given.

    Raises:
        InputError: If something is out of range or names nothing.
    """
    points = labels.scheme.choose(arguments.points) if arguments.points is not None else None
    own = preset(arguments.preset or DEFAULT_PRESET, labels.scheme, points)
    config = with_given(own, arguments)
    config.validate(labels.scheme)
    return config


def evaluate(arguments: argparse.Namespace) -> int:
    """Measure a run on labelled faces."""
    from kpstudio.store.runs import RunFolder
    from kpstudio.tasks.evaluating import evaluate_run

    RunFolder.open(arguments.run)  # complains before a large folder has been read
    names = read_names(arguments.list) if arguments.list else None
    given = open_chosen(arguments.path, arguments)
    if given.chosen is not None:
        require_some(given.chosen, arguments.path)
    opened = given.opened
    progress = console.Progress("predicting", quiet=arguments.json)
    result = evaluate_run(
        arguments.run,
        opened.labels,
        names,
        progress,
        normaliser=arguments.normaliser,
        threshold=arguments.threshold,
        persons=given.chooser.persons,
    )
    progress.close()
    if arguments.json:
        console.say_json(result.to_json())
        return 0
    _mention_problems(opened, arguments.path)
    console.say(result.sentences())
    console.say()
    console.say(console.table(result.details()))
    console.warn(result.problems)
    return 0


def predict(arguments: argparse.Namespace) -> int:
    """Predict pictures and write landmark files."""
    from kpstudio.io.registry import format_named
    from kpstudio.tasks.converting import convert_labels
    from kpstudio.tasks.predicting import predict_photos

    format_named(arguments.to)  # complains before anything has been predicted
    scheme = scheme_named(arguments.scheme) if arguments.scheme else None
    progress = console.Progress("predicting", quiet=arguments.json)
    if arguments.where:
        labels, problems = _predict_chosen(arguments, progress, scheme)
    else:
        labels, problems = predict_photos(
            arguments.run, arguments.pictures, progress, scheme, given_choice(arguments)
        )
    progress.close()
    report = convert_labels(labels, arguments.out, arguments.to, arguments.overwrite)
    if arguments.json:
        console.say_json(
            {
                "files": [str(path) for path in report.files],
                "faces": report.faces,
                "points": report.points,
                "lost": list(report.lost),
                "problems": console.problems_json((*problems, *report.problems)),
            }
        )
        return 0
    console.say(report.sentence())
    console.warn(problems)
    return 0


def _predict_chosen(
    arguments: argparse.Namespace, progress: console.Progress, scheme: PointSchema | None
) -> tuple[LabelSet, list[Problem]]:
    """Predict the faces of one folder that the search finds."""
    from kpstudio.tasks.predicting import predict_labels

    if len(arguments.pictures) > 1:
        raise InputError("--where searches the faces of one folder: name that one alone")
    opened = open_given(arguments.pictures[0], arguments)
    return predict_labels(arguments.run, opened.labels, progress, scheme)


def _mention_problems(opened: Opened, path: Path) -> None:
    """Point at what was odd; only once it is clear that the command can go on."""
    if opened.problems:
        number = console.count(len(opened.problems), "problem")
        console.complain(f"{number} in {path} (kpstudio info {path} lists all)")
