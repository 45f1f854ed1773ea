"""`kpstudio suspect-labels`: networks that never saw a face say where its labels are odd."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path

from kpstudio.cli import console
from kpstudio.cli.doctor_options import OPEN
from kpstudio.cli.interrupts import stopping
from kpstudio.cli.opening import open_given
from kpstudio.core.errors import Cancelled, InputError
from kpstudio.core.suspicion import Suspicion
from kpstudio.engine.config import TrainConfig
from kpstudio.engine.control import Control
from kpstudio.engine.presets import preset
from kpstudio.io.opening import Opened
from kpstudio.store import location
from kpstudio.tasks.choosing import Chooser
from kpstudio.tasks.doctor import case_on_disk
from kpstudio.tasks.grid import parse_grid
from kpstudio.tasks.suspecting import FOLDER, SuspectEvent, ask_folds, share_done


def suspect_labels(arguments: argparse.Namespace) -> int:
    """Train the networks that are not there yet, and list the faces, worst first."""
    opened = open_given(arguments.path, arguments)
    if not arguments.kept and (code := _ask(opened, arguments)):
        return code
    case = case_on_disk(opened)
    listed = case.suspects()
    named = {face.id: face.picture for face in case.faces}
    shown = listed[: arguments.limit] if arguments.limit else listed
    if arguments.json:
        faces = [_face_json(face_id, named[face_id], one) for face_id, one in shown]
        console.say_json({"event": "suspicious", "listed": len(listed), "faces": faces})
    else:
        console.say(_table([(named[face_id], one) for face_id, one in shown], len(listed)))
    return OPEN if listed else 0


def _ask(opened: Opened, arguments: argparse.Namespace) -> int:
    """Train and ask the networks; return the exit code of an interruption, else 0."""
    labels, control = opened.labels, Control()
    config = _settings(preset(arguments.preset, labels.scheme), arguments.set)
    folder = location.for_writing(labels.root).folder / FOLDER
    persons = Chooser(opened, "").persons
    events = ask_folds(labels, config, folder, arguments.folds, persons, control)
    with stopping(control.stop) as interruption:
        try:
            _show(events, config, arguments.json)
        except Cancelled:
            console.complain("interrupted; what was answered is kept for the next call")
    return interruption.exit_code


def _settings(config: TrainConfig, words: Sequence[str]) -> TrainConfig:
    """Return ``config`` with settings such as "epochs=20"."""
    for each in parse_grid(words):
        if len(each.values) > 1:
            raise InputError(f"{each.setting.option}: give one value, not {len(each.values)}")
        config = each.setting.put(config, each.values[0])
    return config


def _show(events: Iterator[SuspectEvent], config: TrainConfig, as_json: bool) -> None:
    bar = console.Progress("asking networks", quiet=as_json)
    for event in events:
        if as_json:
            console.say_json(event.to_json())
        done = share_done(event, config)
        if done is not None:
            bar.show(round(1000 * done), 1000, f"network {event.number} of {event.total}")
    bar.close()


def _face_json(face_id: str, picture: str, one: Suspicion) -> dict[str, object]:
    return {
        "face": face_id,
        "picture": picture,
        "suspicion": one.score,
        "reason": str(one.reason),
        "words": one.words,
        "points": list(one.points),
        "order": None if one.order is None else list(one.order),
    }


def _table(rows: Sequence[tuple[str, Suspicion]], listed: int) -> str:
    if not rows:
        return "no face is suspicious"
    width = max(len(Path(name).name) for name, _ in rows)
    lines = [f"{Path(name).name:{width}}  {one.score:5.1f}  {one.words}" for name, one in rows]
    more = [f"and {listed - len(rows)} more"] if listed > len(rows) else []
    told = "doctor-labels shows them, and puts right what other numbers of the points put right"
    return "\n".join([*lines, *more, told])
