"""All that kpstudio saves, each as a `Save`: what is there before, what is done, what must hold.

`stages.py` does each of them again and again, and ends it at every one of its writing calls.
"""

from __future__ import annotations

import contextlib
import dataclasses
import json
import sqlite3
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

import numpy as np
from after_kill import copies, look, run_files, told
from PIL import Image
from saved_files import Export, Import, Save, Shared, Tell, faces

from kpstudio.core.edits import (
    Edit,
    add_faces,
    move_points,
    put_back,
    set_box,
    set_scheme,
    set_state,
    set_tags,
)
from kpstudio.core.errors import InputError
from kpstudio.core.geometry import Box
from kpstudio.core.labelset import FaceState, LabelSet
from kpstudio.core.landmarks import Landmarks, Source
from kpstudio.core.splits import Split
from kpstudio.core.walking import walk
from kpstudio.io.atomic import write_bytes
from kpstudio.io.opening import PROJECT_FOLDER, as_photos
from kpstudio.io.registry import formats
from kpstudio.store import codec, location, migrations
from kpstudio.store.backups import Retention, back_up
from kpstudio.store.copies import copies_of, faces_then, save_copy
from kpstudio.store.copy_files import Kind
from kpstudio.store.project import Project
from kpstudio.store.runs import STATE_FILE, RunFolder, list_runs
from kpstudio.tasks.opening import open_corrected

THEN = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
RUN = "0001-smallnet"
EPOCHS = 2


class Gestures:
    """A project that begins, and is worked in: each edit, undo and redo is a transaction."""

    name = "gestures"

    def prepare(self, root: Path) -> None:
        faces(root)
        Image.new("L", (32, 24)).save(root / "photo.png")

    def work(self, root: Path, tell: Tell) -> None:
        from kpstudio.app.undo import go, record, way_back, way_forward

        labels = open_corrected(root / "faces").labels
        tell(told(labels))
        with contextlib.suppress(InputError), Project.open(root / "faces") as project:
            undo, redo = partial(way_back, project), partial(way_forward, project)
            for number, make in enumerate((*_edits(labels, root), undo, undo, redo)):
                with contextlib.suppress(InputError):  # no room: it is taken back on the screen
                    made = make()
                    if isinstance(made, Edit):
                        record(project, labels, made, "me").edit.apply(labels)
                    elif made is not None:
                        go(project, labels, made).edit.apply(labels)
                    project.set_setting("current", f"{number % 3}.png#0")
                tell(told(labels))

    def check(self, root: Path, lines: list[str]) -> list[str]:
        folder = root / "faces"
        return [*look(folder, lines[-1] if lines else told(open_corrected(folder).labels))]


def _edits(labels: LabelSet, root: Path) -> list[Callable[[], Edit]]:
    def face(number: int):
        return labels[f"{number}.png#0"]

    names = tuple(f"my {name}" for name in labels.scheme.points)
    photo = as_photos([root / "photo.png"], labels.scheme)[0]
    return [
        lambda: move_points(face(0), [2], [[9, 9]], "a point"),
        lambda: set_tags([face(0), face(1)], ["blurred"]),
        lambda: set_box(face(1), Box(1.0, 2.0, 20.0, 22.0)),
        lambda: add_faces(photo, "add a photo"),
        lambda: set_state(face(2), FaceState.CHECKED),
        lambda: set_scheme(labels, dataclasses.replace(labels.scheme, points=names)),
        lambda: move_points(face(2), [0, 1], [[3, 3], [4, 4]], "two points"),
    ]


class Predictions:
    """A run's predictions, in place of earlier ones."""

    name = "predictions"

    def prepare(self, root: Path) -> None:
        with Project.open(faces(root)) as project:
            project.save_predictions(RUN, self._said(1.0))

    def work(self, root: Path, tell: Tell) -> None:
        with contextlib.suppress(InputError), Project.open(root / "faces") as project:
            project.save_predictions(RUN, self._said(2.0))
            tell("saved")

    def check(self, root: Path, lines: list[str]) -> list[str]:
        with Project.open(root / "faces") as project:
            found = project.predictions(RUN)
        allowed = [self._said(2.0)] if lines else [self._said(1.0), self._said(2.0)]
        return [] if found in allowed else ["the predictions are neither the old nor the new ones"]

    def _said(self, at: float) -> dict[str, Landmarks]:
        points = Landmarks.of(np.full((5, 2), at), Source.PREDICTION, RUN)
        return {f"{number}.png#0": points for number in range(3)}


class Copies:
    """A copy by hand, an automatic one that lets old ones go, and going back to the first."""

    name = "copies"

    def prepare(self, root: Path) -> None:
        folder = faces(root)
        labels = open_corrected(folder).labels
        with Project.open(folder) as project:
            for day, make in enumerate(_edits(labels, root / "faces" / "0.png")[:3]):
                edit = make()
                edit.apply(labels)
                project.record(edit)
                back_up(project.location, Retention(), THEN + timedelta(days=day))
            edit = set_tags(list(labels), ["later"])
            edit.apply(labels)
            project.record(edit)
            back = self._back(project, labels)
        states = [told(labels)]
        back.apply(labels)
        (root / "states").write_text("\n".join([*states, told(labels)]))

    def work(self, root: Path, tell: Tell) -> None:
        labels = open_corrected(root / "faces").labels
        with contextlib.suppress(InputError), Project.open(root / "faces") as project:
            save_copy(project)
            tell("by hand")
            back_up(project.location, Retention(count=2), THEN + timedelta(days=9))
            tell("automatic")
            project.record(self._back(project, labels))

    def _back(self, project: Project, labels: LabelSet) -> Edit:
        """Return the edit that goes back to the automatic copy of the third day."""
        then = faces_then(project, THEN + timedelta(days=2), Kind.AUTOMATIC)
        return put_back(labels, then, "go back")

    def check(self, root: Path, lines: list[str]) -> list[str]:
        _, harm = copies(root / "faces" / PROJECT_FOLDER)
        with Project.open(root / "faces") as project:
            by_hand, automatic = copies_of(project), copies_of(project, Kind.AUTOMATIC)
            harm += [str(problem) for problem in project.problems]
        now, states = told(open_corrected(root / "faces").labels), (root / "states").read_text()
        if now not in states.split():
            harm.append("the faces are neither as before going back nor as then")
        if len(by_hand) < ("by hand" in lines):
            harm.append("a copy that was saved is not there")
        if THEN + timedelta(days=9 if "automatic" in lines else 2) not in automatic:
            harm.append("the newest automatic copy is not there")
        return harm


class Run:
    """A training as the store sees it: it begins, its epochs come, it is named and over."""

    name = "a run"

    def prepare(self, root: Path) -> None:
        with Project.open(faces(root)) as project:
            _begin(project.runs_folder / RUN).set_state("done")

    def work(self, root: Path, tell: Tell) -> None:
        with contextlib.suppress(InputError), Project.open(root / "faces") as project:
            run = _begin(project.new_run_folder("smallnet"))
            tell("begun")
            for epoch in range(1, EPOCHS + 1):
                _train(run, epoch)
                tell(f"epoch {epoch}")
            run.rename("my run")
            run.set_state("done")
            tell("done")
            run.forget_state()
            list_runs(project.runs_folder)[0].delete()
            tell("deleted")

    def check(self, root: Path, lines: list[str]) -> list[str]:
        with Project.open(root / "faces") as project:
            runs = {run.name: run for run in list_runs(project.runs_folder)}
        harm = [text for run in runs.values() for text in run_files(run)[1]]
        if ("deleted" in lines and RUN in runs) or ("done" not in lines and RUN not in runs):
            harm.append("the earlier run is not as it was left")
        made = runs.get("0002-smallnet")
        if made is None:
            return [*harm, *(["the run is not there"] if lines else [])]
        epochs = sum(event["event"] == "epoch" for event in made.events())
        if epochs < sum(line.startswith("epoch") for line in lines):
            harm.append("an epoch is lost")
        over = made.effective_state == "done"
        if ("done" in lines and not over) or not (over or made.resumable):
            harm.append(f"the run is {made.effective_state} and cannot go on")
        return harm


class Resumed:
    """A run that was killed while it wrote an event, and goes on."""

    name = "a run that goes on"

    def prepare(self, root: Path) -> None:
        with Project.open(faces(root)) as project:
            run = _begin(project.runs_folder / RUN)
        _train(run, 1)
        with (run.path / "events.jsonl").open("ab") as file:
            file.write(b'{"event":"batch","lo')

    def work(self, root: Path, tell: Tell) -> None:
        with contextlib.suppress(InputError):
            (run,) = list_runs(root / "faces" / PROJECT_FOLDER / "runs")
            run.take_up()
            run.rewind(1, {"event": "epoch", "epoch": 1})
            tell("rewound")
            _train(run, 2)
            tell("epoch 2")
            run.set_state("done")
            tell("done")

    def check(self, root: Path, lines: list[str]) -> list[str]:
        (run,) = list_runs(root / "faces" / PROJECT_FOLDER / "runs")
        _, harm = run_files(run)
        epochs = [event["epoch"] for event in run.events() if event["event"] == "epoch"]
        if epochs[: 1 + ("epoch 2" in lines)] != [1, 2][: 1 + ("epoch 2" in lines)]:
            # What the state holds is said anew when the run goes on.
            harm += [] if "rewound" not in lines and run.resumable else ["an epoch is lost"]
        if not (run.effective_state == "done" or run.resumable):
            harm.append(f"the run is {run.effective_state} and cannot go on")
        return harm


def _begin(folder: Path) -> RunFolder:
    labels = open_corrected(folder.parents[2]).labels
    ids = tuple(face.id for face in labels)
    return RunFolder.create(folder, {}, labels.scheme, Split(ids[:2], ids[2:], "picture"), {})


def _train(run: RunFolder, epoch: int) -> None:
    write_bytes(run.path / STATE_FILE, _NO_TENSORS)
    run.append_event({"event": "batch", "loss": 1.0})
    run.append_event({"event": "epoch", "epoch": epoch})


_NO_TENSORS = (2).to_bytes(8, "little") + b"{}"
"""The smallest file of the kind that weights are kept in."""


class Damaged:
    """A project whose file is damaged: what is left of it goes on over the newest copy."""

    name = "repair"

    def prepare(self, root: Path) -> None:
        Copies().prepare(root)
        path = root / "faces" / PROJECT_FOLDER / location.DATABASE
        data = bytearray(path.read_bytes())
        data[-8192:] = b"\xa5" * 8192
        path.write_bytes(data)

    def work(self, root: Path, tell: Tell) -> None:
        with contextlib.suppress(InputError), Project.open(root / "faces") as project:
            tell(f"{sorted(project.stored_faces())}")

    def check(self, root: Path, _lines: list[str]) -> list[str]:
        with Project.open(root / "faces") as project:
            found = sorted(project.stored_faces())
        kept = list((root / "faces" / PROJECT_FOLDER).glob("*.broken-*"))
        harm = [] if kept else ["the damaged file is gone"]
        harm += [] if found == [f"{n}.png#0" for n in range(3)] else [f"there are {found} faces"]
        return harm


class Older:
    """A project of the first version, brought up to date."""

    name = "bringing up to date"

    def prepare(self, root: Path) -> None:
        folder = faces(root)
        labels = open_corrected(folder).labels
        edit = set_tags(list(labels), ["old"])
        changes = [json.loads(codec.change_to_text(change)) for change in edit.changes]
        (folder / PROJECT_FOLDER).mkdir()
        path = folder / PROJECT_FOLDER / location.DATABASE
        with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as base:
            for statement in migrations.MIGRATIONS[0]:
                base.execute(str(statement))
            base.execute(f"PRAGMA application_id = {migrations.APPLICATION_ID}")
            base.execute("PRAGMA user_version = 1")
            row = (THEN.isoformat(), edit.verb, json.dumps(changes))
            base.execute("INSERT INTO history (time, verb, changes) VALUES (?, ?, ?)", row)
            for change in edit.changes:
                texts = [codec.face_to_text(face) for face in (change.after, change.before) if face]
                base.execute("INSERT INTO faces VALUES (?, ?, ?)", (change.face_id, *texts))

    def work(self, root: Path, tell: Tell) -> None:
        with contextlib.suppress(InputError), Project.open(root / "faces"):
            tell("opened")

    def check(self, root: Path, _lines: list[str]) -> list[str]:
        labels = open_corrected(root / "faces").labels
        harm = [] if all(face.tags == {"old"} for face in labels) else ["a correction is lost"]
        with Project.open(root / "faces") as project:
            entries = project.history.entries()
            way = walk(labels, [project.history.edit(entry.id).inverse() for entry in entries])
        if len(entries) != 1 or way.left_out or len(way.edit.changes) != 3:
            harm.append("its history is not as it was")
        return harm


class Moved:
    """A project in the user's own folder, since the pictures' could not be written: now it can."""

    name = "taking over"

    def prepare(self, root: Path) -> None:
        folder = faces(root)
        with Project.open(folder) as project:
            project.record(set_tags(list(open_corrected(folder).labels), ["far"]))
            _begin(project.runs_folder / RUN).set_state("done")
        elsewhere = location.user_place(folder)
        elsewhere.parent.mkdir(parents=True)
        (folder / PROJECT_FOLDER).rename(elsewhere)

    def work(self, root: Path, tell: Tell) -> None:
        with contextlib.suppress(InputError), Project.open(root / "faces"):
            tell("opened")

    def check(self, root: Path, _lines: list[str]) -> list[str]:
        with Project.open(root / "faces") as project:
            harm = [str(problem) for problem in project.problems]
            runs = list_runs(project.runs_folder)
            if len(project.stored_faces()) != 3 or [run.name for run in runs] != [RUN]:
                harm.append("not all of the project was taken over")
        return harm + [text for run in runs for text in run_files(run)[1]]


def all_saves() -> list[Save]:
    """Return everything."""
    exports: list[Save] = [Shared(), *(Export(form.name) for form in formats())]
    runs: list[Save] = [Run(), Resumed()]
    projects: list[Save] = [Gestures(), Predictions(), Copies(), Older(), Damaged(), Moved()]
    return [*projects, *runs, Import(), *exports]
