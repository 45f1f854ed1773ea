"""The command ``import``."""

from __future__ import annotations

import argparse
import contextlib

from kpstudio.cli import console
from kpstudio.cli.opening import given_choice
from kpstudio.core.importing import Fate, Incoming
from kpstudio.core.labelset import LabelSet
from kpstudio.io.choosing import LabelChoice
from kpstudio.io.opening import open_path
from kpstudio.store.project import Project
from kpstudio.tasks.importing import IN_WORDS, Import, read_import
from kpstudio.tasks.opening import lay_over, remembered_choice

_LISTED = 10


def import_labels(arguments: argparse.Namespace) -> int:
    """Take labels from elsewhere into a project."""
    chosen = given_choice(arguments) or remembered_choice(arguments.path)
    labels = open_path(arguments.path, None, chosen).labels
    # Held from now on: what is read is what is changed.
    project = (Project.peek if arguments.dry_run else Project.open)(labels.root)
    with contextlib.nullcontext() if project is None else project:
        if project is not None:
            lay_over(project, labels)
        return _import(arguments, labels, project)


def _import(arguments: argparse.Namespace, labels: LabelSet, project: Project | None) -> int:
    names = tuple(arguments.other_labels)
    progress = console.Progress("reading", quiet=arguments.json)
    choice = LabelChoice(names) if names else None
    found = read_import(labels, arguments.other, choice, progress)
    progress.close()
    chosen = [
        one
        for one in found.difference.incoming
        if arguments.disputed or one.fate is not Fate.DISPUTED
    ]
    edit = found.difference.edit(chosen, arguments.other.name)
    if edit.changes and project is not None and not arguments.dry_run:
        edit.apply(labels)  # checks what was before
        project.record(edit)
    if arguments.json:
        console.say_json(_json(found, chosen, arguments.dry_run))
        return 0
    console.say(_table(found))
    done = console.count(len(chosen), "face")
    console.say(f"{done} would be imported" if arguments.dry_run else f"{done} imported")
    left = len(found.difference.of(Fate.DISPUTED))
    if left and not arguments.disputed:
        faces = console.count(left, "face")
        console.say(f"{faces} left as a person made them: --disputed changes them, too")
    console.warn(found.problems)
    return 0


def _table(found: Import) -> str:
    rows = []
    for fate, words in IN_WORDS.items():
        some = sorted(found.difference.of(fate), key=lambda one: -one.largest_px)
        if some:
            rows.append((f"{len(some):,}", words))
        rows += [("", _line(one)) for one in some[:_LISTED]]
        if len(some) > _LISTED:
            rows.append(("", f"  and {len(some) - _LISTED:,} more"))
    lines = [console.table(rows)] if rows else ["nothing of it is not here"]
    return "\n".join([*lines, found.rest] if found.rest else lines)


def _line(one: Incoming) -> str:
    far = f", up to {one.largest_px:.1f} px" if one.largest_px else ""
    return f"  {one.face.picture}: {one.words}{far}"


def _json(found: Import, chosen: list[Incoming], dry_run: bool) -> dict[str, object]:
    taken = {one.face.id for one in chosen}
    return {
        "dry_run": dry_run,
        "imported": len(chosen),
        "same": found.difference.same,
        "unmentioned": found.difference.unmentioned,
        "elsewhere": list(found.difference.elsewhere),
        "faces": [
            {
                "face": one.face.id,
                "picture": one.face.picture,
                "fate": str(one.fate),
                "taken": one.face.id in taken,
                "added": one.filled,
                "moved": one.moved,
                "kept": one.kept,
                "gone": one.gone,
                "largest_px": one.largest_px,
            }
            for one in found.difference.incoming
        ],
        "problems": console.problems_json(found.problems),
    }
