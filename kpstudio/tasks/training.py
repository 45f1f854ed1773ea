"""Training a network into a run folder, for the window and the command line alike."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Generator, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from kpstudio.core.errors import InputError
from kpstudio.core.labelset import Face, LabelSet
from kpstudio.core.matching import Chosen
from kpstudio.core.persons import PersonOf, person_of
from kpstudio.core.progress import Progress
from kpstudio.core.splits import Split, split_by_choice, split_by_fraction, split_by_list
from kpstudio.core.texts import say, say_count
from kpstudio.engine.config import TrainConfig
from kpstudio.engine.events import Done, Event
from kpstudio.io.choosing import LabelChoice
from kpstudio.io.opening import Opened
from kpstudio.store.runs import RunFolder
from kpstudio.store.versions import versions
from kpstudio.tasks.model_card import with_card
from kpstudio.tasks.opening import open_corrected
from kpstudio.tasks.together import Training

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
        raise InputError(
            say("{root} has no labelled faces: open a folder with landmark files", root=labels.root)
        )
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
            raise InputError(
                say("no face that matches {where!r} is labelled: choose other faces", where=where)
            )
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
    if split.by == "person":
        return ""
    training, validation = (
        {person for face_id in ids if (person := persons(labels[face_id].picture)) is not None}
        for ids in (split.training, split.validation)
    )
    count = len(training & validation)
    if not count:
        return ""
    return say_count(
        "1 person is in both training and validation: new people will be predicted less well than "
        "it seems",
        "{count} persons are in both training and validation: new people will be predicted less "
        "well than it seems",
        count,
    )


@dataclass(frozen=True)
class DataSource:
    """Where the faces of a run come from, so that they can be opened again.

    Attributes:
        path: What was opened: a folder, or an annotation file.
        choice: Which labels of it count, where a person said so; else its project remembers.
    """

    path: Path
    choice: LabelChoice | None = None


def train_run(
    labels: LabelSet,
    config: TrainConfig,
    split: Split,
    folder: Path,
    control: Control | None = None,
    watch: Callable[[], Sequence[Face]] | None = None,
    source: DataSource | None = None,
) -> Iterator[Event]:
    """Train and keep everything about it in the run folder ``folder``.

    Each event is in the run's ``events.jsonl`` before it is handed on. Closing the iterator early
    ends the run as stopped; its best and last weights stay, and `resume_run` goes on from them.

    Args:
        labels: The faces; must not change meanwhile.
        config: What to train, and how.
        split: Which faces are trained on and which are held out.
        folder: New or empty.
        control: To pause, resume and stop from another thread.
        watch: Gives the faces whose predictions the events at the end of an epoch carry.
        source: Where ``labels`` come from, for resuming; by default their folder.

    Raises:
        InputError: If the settings do not fit, ``folder`` is in use, or training fails for a reason
            that the person can mend.
    """
    config.validate(labels.scheme)
    source = source or DataSource(labels.root)
    choice = source.choice.to_json() if source.choice is not None else None
    data = {"path": str(source.path.resolve()), "choice": choice}
    run = RunFolder.create(folder, config.to_json(), labels.scheme, split, versions(), data)
    training = Training(config, tuple(labels), labels.root, labels.scheme, split, folder)
    yield from _recorded(run, with_card(run, labels, training.events(control, watch)))


def resume_run(
    folder: Path,
    control: Control | None = None,
    watch: Callable[[], Sequence[Face]] | None = None,
    labels: LabelSet | None = None,
    progress: Progress | None = None,
) -> Iterator[Event]:
    """Go on with a run that was stopped or interrupted, after the last epoch that was saved.

    On the same machine the curve is that of a run that was never disturbed: what was said after
    that epoch is dropped and said anew.

    Args:
        folder: The run's.
        control: To pause, resume and stop from another thread.
        watch: Gives the faces whose predictions the events at the end of an epoch carry.
        labels: The faces; None opens what the run was trained on.
        progress: Called with (done, total) while they are opened; False cancels.

    Raises:
        InputError: If it is no run, is over or being trained, or its faces are no longer there;
            further as `train_run`.
    """
    from kpstudio.engine.state import standing_in

    run = RunFolder.open(folder)
    run.require_resumable()
    if labels is None:
        labels = opened_again(run, progress).labels
    _require_faces(run, labels)
    config = TrainConfig.from_json(run.config)
    standing = standing_in(folder)
    run.take_up()
    try:
        run.rewind(standing.epoch, standing.last_event)
    except InputError as error:
        _end(run, "", "failed", str(error))
        raise
    training = Training(
        config, tuple(labels), labels.root, run.scheme, run.split, folder, resume=True
    )
    yield from _recorded(run, with_card(run, labels, training.events(control, watch)))


def opened_again(
    run: RunFolder,
    progress: Progress | None = None,
    otherwise: str = "kpstudio train PATH --resume",
) -> Opened:
    """Open the faces that ``run`` was trained on, with their corrections.

    Args:
        run: The run.
        progress: Called with (done, total); False cancels.
        otherwise: The command that takes their folder, where it is no longer known.

    Raises:
        InputError: If they are not where they were.
    """
    try:
        data = run.data
        choice = LabelChoice.from_json(data["choice"]) if data["choice"] is not None else None
        path = Path(data["path"])
    except (InputError, KeyError, TypeError) as error:
        raise InputError(
            say(
                "{path}: the run does not say where its faces are: name their folder as well "
                "({otherwise} {path})",
                path=run.path,
                otherwise=otherwise,
            )
        ) from error
    if not path.exists():
        raise InputError(
            say(
                "{path}, where the faces of {run} were, is no longer there: put it back, "
                "or name the folder where they are now ({otherwise} {folder})",
                path=path,
                run=run.label,
                otherwise=otherwise,
                folder=run.path,
            )
        )
    return open_corrected(path, progress, choice)


def _require_faces(run: RunFolder, labels: LabelSet) -> None:
    if labels.scheme.count != run.scheme.count:
        raise InputError(
            say(
                "{root}: its faces have {count} points, those of {run} had {here}: open the "
                "folder it was trained on",
                root=labels.root,
                count=labels.scheme.count,
                run=run.label,
                here=run.scheme.count,
            )
        )
    ids = (*run.split.training, *run.split.validation)
    gone = [i for i in ids if (face := labels.get(i)) is None or not face.labelled]
    if gone:
        raise InputError(
            say(
                "{count} of the {here} faces of {run} are no longer labelled in {root}, starting "
                "with {gone}: put them back, or train a new run from its weights (--start {path})",
                count=len(gone),
                here=len(ids),
                run=run.label,
                root=labels.root,
                gone=gone[0],
                path=run.path,
            )
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
                if not event.stopped:
                    run.forget_state()
            yield event
    except (GeneratorExit, KeyboardInterrupt):
        _end(run, ended, "stopped")
        raise
    except Exception as error:
        from kpstudio.engine.failures import DivergedError

        _end(run, ended, "failed", str(error), isinstance(error, DivergedError))
        raise
    finally:
        if isinstance(events, Generator):
            events.close()  # so that the trainer lets go now, not when it is collected


def _end(run: RunFolder, ended: str, state: str, message: str = "", hopeless: bool = False) -> None:
    if not ended:
        # The disk may be what failed: the first error is the one to tell.
        with contextlib.suppress(InputError):
            run.set_state(state, message, hopeless)
