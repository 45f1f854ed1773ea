"""The model card of a run: what it predicts, from whom it learnt, how well, and what it is not for.

The questions follow Mitchell et al., "Model Cards for Model Reporting" (2019).
"""

from __future__ import annotations

import math
from collections.abc import Generator, Iterator, Mapping, Sequence
from dataclasses import asdict
from typing import Any

import numpy as np

from kpstudio.core.facts import FaceFacts
from kpstudio.core.labelset import Face, FaceState, LabelSet
from kpstudio.core.texts import say
from kpstudio.engine.config import TrainConfig
from kpstudio.engine.events import Done, Event, Notice, Started
from kpstudio.io.atomic import write_text
from kpstudio.store.runs import RunFolder
from kpstudio.tasks.train_command import HELD_OUT_FILE, train_command

FILE = "model_card.md"

_MEASURED = 5000
"""Faces at most whose turn is measured."""
_FEW = 30
"""Faces held out below which their mean error says little."""
_BY = {
    "person": "by person: nobody is on both sides",
    "picture": "by picture, for the names of the pictures do not tell persons apart; "
    "one person may be on both sides",
    "list": "by a list of pictures",
    "filter": "by a search",
}
_HIDDEN = ("points", "preset", "augmentation", "start")
"""Settings that the table leaves out, because they stand elsewhere or name a place."""


def with_card(run: RunFolder, labels: LabelSet, events: Iterator[Event]) -> Iterator[Event]:
    """Hand ``events`` on; write the run's card into its folder at the start and at the end.

    So a run that fails or is killed has one as well.

    Args:
        run: Into which the events are written.
        labels: The faces, as they are trained on.
        events: Of the training; closed with this one.
    """
    try:
        for event in events:
            if isinstance(event, Started | Done):
                yield from _write_card(run, labels, event)
            yield event
    finally:
        if isinstance(events, Generator):
            events.close()


def _write_card(run: RunFolder, labels: LabelSet, said: Started | Done) -> Iterator[Notice]:
    if not run.path.is_dir():
        return  # deleted meanwhile: it is not to come back
    try:
        write_text(run.path / FILE, model_card(run, labels, said))
    except Exception as error:  # a trained network is not lost for want of a page about it
        yield Notice(
            say(
                "the run's {file} was not written ({error}); the network itself is complete",
                file=FILE,
                error=error,
            )
        )


def model_card(run: RunFolder, labels: LabelSet, said: Started | Done) -> str:
    """Return the card of a run as Markdown.

    Args:
        run: The run, with every event but ``said``.
        labels: The faces, as they are trained on.
        said: How it began, or how it ended.

    Raises:
        InputError: If a part of the run cannot be read.
    """
    config = TrainConfig.from_json(run.config)
    events = [*run.events(), said.to_json()]
    parts = (
        f"# Model card: {run.label}",
        _predicts(run, config),
        "## Faces it learnt from",
        _lines(_data(run, labels)),
        "## How well it does",
        _lines(_figures(run, config, events)),
        "## Limits",
        _lines(_limits(run, labels, config)),
        "## Use it",
        _use(run, config),
        "## Train it again",
        _again(run, labels, config),
        "## Settings",
        _table("setting", "value", _settings(config)),
        "## Versions",
        _table("of", "version", run.versions),
    )
    return "\n\n".join(parts) + "\n"


def _predicts(run: RunFolder, config: TrainConfig) -> str:
    scheme, count = run.scheme, len(config.points)
    seen = (
        "a crop of each face, by the face's box"
        if config.crop == "face"
        else "the whole picture, stretched to its input"
    )
    names = ", ".join(scheme.points[k] for k in config.points)
    return (
        f"A {config.network} that predicts {_count(count, 'point')} of the scheme {scheme.name} in "
        f"pictures of faces, as pixels of the picture. It sees {seen}: {config.input_width} x "
        f"{config.input_height} pixels, grey.\n\nPoints: {names}."
    )


def _data(run: RunFolder, labels: LabelSet) -> Iterator[str]:
    split = run.split
    training, held_out = _faces(labels, split.training), _faces(labels, split.validation)
    yield f"Folder: {labels.root.name}"
    if split.where:
        yield f"Of its faces those that the search `{split.where}` finds"
    yield f"Trained on: {_count(len(training), 'face')}{_persons(labels, training)}"
    how = f", held out {_BY.get(split.by, split.by)}" if held_out else ""
    yield f"Held out: {_count(len(held_out), 'face')}{_persons(labels, held_out)}{how}"
    touched = (FaceState.CORRECTED, FaceState.CHECKED)
    by_hand = sum(face.state in touched for face in (*training, *held_out))
    yield f"Labels: from the files; {_count(by_hand, 'face')} corrected or checked in kpstudio"
    yield f"Heads: {_turns(labels, training)}"


def _figures(
    run: RunFolder, config: TrainConfig, events: Sequence[Mapping[str, Any]]
) -> Iterator[str]:
    done = events[-1] if events[-1].get("event") == "done" else None
    started = next((e for e in reversed(events) if e.get("event") == "started"), {})
    best = next((e for e in reversed(events) if e.get("event") == "epoch" and e.get("best")), {})
    where = f" on {started['device']}" if started.get("device") else ""
    if done is None:
        yield (
            f"Training for {_count(config.epochs, 'epoch')}{where} had not ended when this was "
            "written: events.jsonl tells how far it came, state.json how it ended"
        )
    else:
        stopped = ", then stopped" if done.get("stopped") else ""
        yield (
            f"{done['epochs']} of {_count(config.epochs, 'epoch')}{stopped}, "
            f"in {done['seconds']:.0f} seconds{where}"
        )
    if not run.split.validation:
        yield "No face was held out: nothing here tells how well it does on faces it has not seen"
        return
    if done is None:
        return
    mse = done.get("best_val_mse")
    if mse is None:
        yield "Its error on the faces held out is not known"
        return
    yield (
        f"Validation MSE: {mse:.4g} (coordinates divided by the width and height of what the "
        "network sees)"
    )
    mean_shape = started.get("mean_shape_mse")
    if mean_shape:
        yield f"Always answering the mean shape would give {mean_shape:.4g}"
    nme = done.get("best_val_nme") or best.get("val_nme")
    if nme:
        looks = ", before the mean over shifted looks is taken" if config.test_shift else ""
        yield f"Validation NME: mean {nme:.2%} of the {run.scheme.normaliser.in_words}{looks}"
    if best.get("collapsed"):
        yield "It has collapsed: it answers about the same shape for every face"
    yield (
        f"Median, failures and each face: `kpstudio evaluate {run.name} FOLDER --list FILE`, where "
        "FILE has the names of the pictures held out, one a line (split.json tells them)"
    )


def _limits(run: RunFolder, labels: LabelSet, config: TrainConfig) -> Iterator[str]:
    split = run.split
    yield (
        "It knows faces like those above, and no others: other ages, skin, glasses, beards, "
        "light, cameras or turns of the head may give larger errors, which nothing here measures"
    )
    yield "It answers points for any picture, with a face or without, and does not say when unsure"
    if config.crop == "picture":
        yield "Faces must lie in the picture about as they did in training, one in each"
    else:
        yield "A box that fits the face less well than those it was trained on gives larger errors"
    learnt, held_out = (
        _shown(labels, _faces(labels, ids)) for ids in (split.training, split.validation)
    )
    if shared := len((learnt & held_out) - {""}):
        yield (
            f"{_count(shared, 'person')} both among those trained on and those held out: strangers "
            "will be predicted less well"
        )
    if 0 < len(split.validation) < _FEW:
        yield (
            f"{_count(len(split.validation), 'face')} held out: their mean error is a rough figure"
        )
    yield (
        "It is not made to tell who somebody is, nor to judge age, sex, descent, mood, health or "
        "character"
    )


def _use(run: RunFolder, config: TrainConfig) -> str:
    boxes = ", boxes=[(left, top, right, bottom)]" if config.crop == "face" else ""
    return (
        "```\n"
        f"kpstudio predict {run.name} PICTURES --to pts --out DIR\n"
        f"kpstudio export-model {run.name} --to onnx --out {run.name}.onnx\n"
        "```\n\n"
        "```python\n"
        "import kpstudio\n\n"
        f'net = kpstudio.load("{run.name}")\n'
        f'faces = net.predict("photo.jpg"{boxes})\n'
        "```"
    )


def _again(run: RunFolder, labels: LabelSet, config: TrainConfig) -> str:
    split = run.split
    command = train_command(config, run.scheme, split, labels.root.name, run.name)
    told = ""
    if split.by in ("list", "filter"):
        told = (
            f"\n\n{HELD_OUT_FILE} has the pictures held out, one a line: the part of each name in "
            "split.json, under validation, that stands before the #."
        )
    return f"```\n{command}\n```{told}"


def _settings(config: TrainConfig) -> Mapping[str, object]:
    values = {key: value for key, value in asdict(config).items() if key not in _HIDDEN}
    moves = {f"augmentation: {key}": value for key, value in asdict(config.augmentation).items()}
    shown = {**values, **moves}
    return {key.replace("_", " "): value for key, value in shown.items() if value != ""}


def _faces(labels: LabelSet, ids: Sequence[str]) -> list[Face]:
    found = (labels.get(face_id) for face_id in ids)
    return [face for face in found if face is not None]


def _persons(labels: LabelSet, faces: Sequence[Face]) -> str:
    persons = _shown(labels, faces)
    return f" of {_count(len(persons), 'person')}" if persons and "" not in persons else ""


def _shown(labels: LabelSet, faces: Sequence[Face]) -> set[str]:
    """Return who the faces are of; "" where the name of a picture does not tell."""
    facts = FaceFacts(labels)
    return {facts.person(face) for face in faces}


def _turns(labels: LabelSet, faces: Sequence[Face]) -> str:
    """Return how far the heads are turned, by the shape of their points, where a model tells it."""
    facts, some = FaceFacts(labels), faces[:: math.ceil(len(faces) / _MEASURED) or 1]
    facts.measure_poses(some)
    yaws = np.array([facts.yaw(face) for face in some])
    yaws = yaws[np.isfinite(yaws)]
    if not len(yaws):
        return "how far they are turned is not known"
    low, five, ninety_five, high = (round(yaw) for yaw in np.percentile(yaws, (0, 5, 95, 100)))
    return (
        f"turned from {low}° to {high}° sideways, nine in ten between {five}° and {ninety_five}° "
        "(estimated from the points)"
    )


def _count(number: int, word: str) -> str:
    return f"{number:,} {word}{'' if number == 1 else 's'}"


def _lines(items: Iterator[str]) -> str:
    return "\n".join(f"- {item}." for item in items)


def _table(first: str, second: str, values: Mapping[str, object]) -> str:
    rows = [f"| {key} | {value} |" for key, value in values.items()]
    return "\n".join((f"| {first} | {second} |", "|---|---|", *rows))
