"""Training a network into a run folder, for the window and the command line alike."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Generator, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from kpstudio.core.errors import InputError
from kpstudio.core.labelset import Face, LabelSet
from kpstudio.core.matching import Chosen
from kpstudio.core.persons import PersonOf, person_of
from kpstudio.core.splits import Split, split_by_choice, split_by_fraction, split_by_list
from kpstudio.engine.config import TrainConfig
from kpstudio.engine.events import Done, Event
from kpstudio.store.runs import RunFolder
from kpstudio.store.versions import versions

if TYPE_CHECKING:
    from kpstudio.engine.control import Control


def usable_faces(labels: LabelSet) -> list[Face]:
    """Return the faces that can be trained on or measured against.

    They have at least one point, placed by a file or a person rather than by a network.

    Raises:
        InputError: If there is none.
    """
    faces = [face for face in labels if face.labelled]
    if not faces:
        raise InputError(f"{labels.root} has no labelled faces: open a folder with landmark files")
    return faces


def choose_split(
    labels: LabelSet,
    validation: float | Sequence[str] | Chosen | Split,
    seed: int = 0,
    chosen: Chosen | None = None,
    persons: PersonOf = person_of,
) -> Split:
    """Divide the usable faces into training and validation.

    Args:
        labels: The faces.
        validation: The fraction to hold out, the names of the pictures to hold out, the faces
            that a search found, or a split that was made before.
        seed: Of the choice by fraction.
        chosen: Those to divide; all by default.
        persons: Tells who a picture shows.

    Raises:
        InputError: If there is no usable face, a name fits none, or none is left to train on.
    """
    if isinstance(validation, Split):
        return validation
    faces = usable_faces(labels)
    where = ""
    if chosen is not None:
        where, faces = chosen.where, [face for face in chosen.faces if face.labelled]
        if not faces:
            raise InputError(f"no face that fits {where!r} is labelled: choose other faces")
    if isinstance(validation, Chosen):
        split = split_by_choice(faces, validation.faces)
    elif isinstance(validation, (int, float)):
        split = split_by_fraction(faces, validation, seed, persons)
    else:
        split = split_by_list(faces, validation)
    return replace(split, where=where)


def persons_on_both_sides(labels: LabelSet, split: Split, persons: PersonOf = person_of) -> str:
    """Return one sentence where persons who are trained on are held out as well, else "".

    Args:
        labels: The faces.
        split: Of their ids.
        persons: Tells who a picture shows.
    """
    training, validation = (
        {person for face_id in ids if (person := persons(labels[face_id].picture)) is not None}
        for ids in (split.training, split.validation)
    )
    count = len(training & validation)
    if not count:
        return ""
    who = "1 person is" if count == 1 else f"{count} persons are"
    return f"{who} both trained on and held out: strangers will be predicted less well"


def train_run(
    labels: LabelSet,
    config: TrainConfig,
    split: Split,
    folder: Path,
    control: Control | None = None,
    watch: Callable[[], Sequence[Face]] | None = None,
) -> Iterator[Event]:
    """Train and keep everything about it in the run folder ``folder``.

    Each event is in the run's ``events.jsonl`` before it is handed on. Closing the iterator early
    ends the run as stopped; its best and last weights stay.

    Args:
        labels: The faces; must not change meanwhile.
        config: What to train, and how.
        split: Which faces are trained on and which are held out.
        folder: New or empty.
        control: To pause, resume and stop from another thread.
        watch: Gives the faces whose predictions the events at the end of an epoch carry.

    Raises:
        InputError: If the settings do not fit, ``folder`` is in use, or training fails for a reason
            that the person can mend.
    """
    from kpstudio.engine.trainer import train

    config.validate(labels.scheme)
    run = RunFolder.create(folder, config.to_json(), labels.scheme, split, versions())
    faces = tuple(labels)
    yield from _recorded(
        run, train(config, faces, labels.root, labels.scheme, split, folder, control, watch)
    )


def _recorded(run: RunFolder, events: Iterator[Event]) -> Iterator[Event]:
    """Hand ``events`` on, each written down before; at the end write how the run ended."""
    ended = ""
    try:
        for event in events:
            run.append_event(event.to_json())
            if isinstance(event, Done):
                ended = "stopped" if event.stopped else "done"
                run.set_state(ended)
            yield event
    except (GeneratorExit, KeyboardInterrupt):
        _end(run, ended, "stopped")
        raise
    except Exception as error:
        _end(run, ended, "failed", str(error))
        raise
    finally:
        if isinstance(events, Generator):
            events.close()  # so that the trainer lets go now, not when it is collected


def _end(run: RunFolder, ended: str, state: str, message: str = "") -> None:
    if not ended:
        # The disk may be what failed: the first error is the one to tell.
        with contextlib.suppress(InputError):
            run.set_state(state, message)
