"""Commands about pictures and label files; none of them needs torch or Qt."""

from __future__ import annotations

import argparse
from dataclasses import asdict

from kpstudio.cli import console
from kpstudio.cli.opening import open_chosen, open_given
from kpstudio.core.errors import InputError
from kpstudio.core.labelset import LabelSet
from kpstudio.io.opening import Opened
from kpstudio.io.registry import format_named
from kpstudio.io.sharing import Sharing
from kpstudio.io.text import visible


def sample(arguments: argparse.Namespace) -> int:
    """Write the sample faces."""
    from kpstudio.sample import write_sample

    progress = console.Progress("drawing faces")
    folder = write_sample(arguments.folder, progress.show)
    progress.close()
    console.say(f"the sample faces, all of them synthetic, are in {folder}")
    return 0


def info(arguments: argparse.Namespace) -> int:
    """Say what a path holds."""
    given = open_chosen(arguments.path, arguments)
    opened = given.opened
    found = inventory(opened)
    if given.chosen is not None:
        pictures = list(opened.labels.pictures)
        found |= {"where": given.chosen.where, "found": pictures}
    if arguments.json:
        console.say_json(found)
        return 0
    title = "no labels" if opened.format == "none" else format_named(opened.format).title
    console.say(f"{arguments.path}: {title}")
    rows = [
        ("pictures", f"{found['images']:,}"),
        ("faces", f"{found['faces']:,} ({found['labelled']:,} labelled)"),
    ]
    if opened.choice is not None:
        boxes = f"; boxes of {', '.join(opened.choice.boxes)}" if opened.choice.boxes else ""
        rows.append(("labels", f"{', '.join(opened.choice.points)}{boxes}"))
    if found["points"]:
        rows.append(("points", f"{found['points']} ({opened.labels.scheme.name})"))
    console.say(console.table(rows))
    if given.chosen is not None:
        console.say(f"  found by {given.chosen.where}:")
        for picture in opened.labels.pictures:
            console.say(f"    {visible(picture)}")
    _hint_at_doctor(opened)
    if opened.problems:
        console.say(f"  {console.count(len(opened.problems), 'problem')}:")
        for line in console.grouped(opened.problems):
            console.say(f"    {line}")
    return 0


def _hint_at_doctor(opened: Opened) -> None:
    """Say in a line if the labels look wrong, as far as numbers tell."""
    from kpstudio.tasks.doctor import case_on_disk

    odd = [finding.key for finding in case_on_disk(opened).glance() if finding.open]
    if odd:
        things = console.count(len(odd), "thing")
        console.say(f"  doctor-labels finds {things} odd: {', '.join(odd)}")


def inventory(opened: Opened) -> dict[str, object]:
    """Return what ``info --json`` prints.

    "faces" counts pictures without labels too, which have one face each as far as is known;
    "labelled" those whose points come from a file or a person; "points" is 0 where none has any.
    """
    labels = opened.labels
    labelled = sum(face.labelled for face in labels)
    return {
        "images": len(labels.pictures),
        "faces": len(labels),
        "labelled": labelled,
        "format": opened.format,
        "points": _points(labels),
        "label_sets": [asdict(source) for source in opened.sources],
        "choice": None if opened.choice is None else opened.choice.to_json(),
        "problems": console.problems_json(opened.problems),
    }


def _points(labels: LabelSet) -> int:
    return labels.scheme.count if any(face.landmarks is not None for face in labels) else 0


def convert(arguments: argparse.Namespace) -> int:
    """Write landmarks in another format."""
    from kpstudio.tasks.converting import convert_labels

    opened = open_given(arguments.source, arguments)
    if not len(opened.labels) and opened.problems:
        raise InputError(f"{arguments.source}: nothing to convert: {opened.problems[0]}")
    if arguments.dry_run:
        return _rehearse(opened, arguments)
    report = convert_labels(
        opened.labels,
        arguments.target,
        arguments.to,
        arguments.overwrite,
        Sharing(arguments.pictures),
    )
    if arguments.json:
        console.say_json(
            {
                "files": [str(path) for path in report.files],
                "pictures": report.pictures,
                "faces": report.faces,
                "points": report.points,
                "lost": list(report.lost),
                "worst_px": report.worst_px,
                "problems": console.problems_json((*opened.problems, *report.problems)),
            }
        )
        return 0
    console.say(report.sentence())
    console.warn(opened.problems)
    return 0


def _rehearse(opened: Opened, arguments: argparse.Namespace) -> int:
    """Say what `convert` would write and what the format cannot hold; write nothing."""
    from kpstudio.tasks.converting import plan_conversion

    sharing = Sharing(arguments.pictures)
    plan = plan_conversion(opened.labels, arguments.target, arguments.to, sharing)
    if arguments.json:
        console.say_json(
            {
                "dry_run": True,
                "files": [str(path) for path in plan.files],
                "faces": plan.faces,
                "lost": list(plan.lost),
                "problems": console.problems_json(opened.problems),
            }
        )
        return 0
    faces, files = console.count(plan.faces, "face"), console.count(len(plan.files), "file")
    console.say(f"{faces} would be written to {files}; nothing was written.")
    for sentence in plan.lost or ("Nothing would be lost",):
        console.say(f"{sentence}.")
    console.warn(opened.problems)
    return 0
