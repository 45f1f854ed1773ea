"""The one trainer: a generator of events that the window and the command line both loop over."""

from __future__ import annotations

import time
from collections.abc import Callable, Generator, Iterator, Sequence
from pathlib import Path

import torch

from kpstudio.core.errors import InputError
from kpstudio.core.labelset import Face
from kpstudio.core.landmarks import Landmarks
from kpstudio.core.schema import PointSchema
from kpstudio.core.splits import Split
from kpstudio.engine import augment, data, finder
from kpstudio.engine.config import TrainConfig
from kpstudio.engine.control import Control
from kpstudio.engine.course import Course
from kpstudio.engine.data import FaceTensors
from kpstudio.engine.device import choose_device, use_threads
from kpstudio.engine.events import Done, EpochEnd, Event, Notice, Preparing
from kpstudio.engine.failures import TrainingError, explained
from kpstudio.engine.models.pretrained import imagenet_weights
from kpstudio.engine.network import Network
from kpstudio.engine.predict import predict_faces
from kpstudio.engine.starting import first_network
from kpstudio.engine.state import FILE, SavedState, load_state
from kpstudio.engine.tuning import Tuned, tune

__all__ = ["Control", "TrainingError", "train"]

Watch = Callable[[], Sequence[Face]]


def train(
    config: TrainConfig,
    labels_snapshot: Sequence[Face],
    root: Path,
    scheme: PointSchema,
    split: Split,
    out: Path,
    control: Control | None = None,
    watch: Watch | None = None,
    threads: int | None = None,
    resume: bool = False,
) -> Iterator[Event]:
    """Train a network, yielding what happens; see `kpstudio.engine.events` for the order.

    Writes ``out``/state.safetensors, all that is needed to go on, ``out``/last.safetensors and,
    where it is the best so far, ``out``/best.safetensors after each epoch, each whole or not at
    all. The best is that of the lowest validation error (``config.judge`` says which; where no face
    is held out, the training MSE). A stopped training leaves all as well, unless it was stopped
    while its pictures were still being decoded. On one device with one thread count and precision
    the same arguments give the same numbers, interrupted and resumed or not.

    Args:
        config: Every setting.
        labels_snapshot: The faces, as they are to be trained on.
        root: Folder that relative picture paths start from.
        scheme: The scheme of the faces.
        split: Which faces are trained on and which are held out.
        out: The run's folder.
        control: Pauses, resumes and stops from another thread.
        watch: Called after each epoch; its faces' fresh predictions go into `EpochEnd`.
        threads: CPU threads for torch while this runs; None lets `kpstudio.engine.tuning` choose.
        resume: Go on after the last epoch whose state is in ``out``; from the beginning where none
            is.

    Raises:
        InputError: If the settings do not fit, there is no face to train on, ``out`` cannot be
            written, or the state to go on from is broken or of other faces.
        TrainingError: If the loss stops being a number, or memory runs out. Whatever is raised,
            weights that were saved before stay whole.
    """
    begun = time.perf_counter()
    control = control or Control()
    config.validate(scheme)
    device = choose_device(config.device)
    threads_before = torch.get_num_threads()
    use_threads(threads)
    try:
        with explained():
            saved = _saved(out, config) if resume else None
            seen = (yield from imagenet_weights(config, control)) if saved is None else None
            loaded = yield from _load(config, labels_snapshot, root, split, control)
            if loaded is None:
                yield Done(None, 0, time.perf_counter() - begun, 0.0, stopped=True)
                return
            network, said = first_network(
                config, scheme, loaded[0], device, saved is None, seen
            )
            if said:
                yield Notice(said)
            tuned = _tuned(network, threads, saved)
            yield Notice(tuned.sentence)
            use_threads(tuned.threads)
            course = Course(network, *loaded, out, control, tuned)
            if saved is not None:
                yield from course.restore(saved)
            yield course.started()
            while not course.over:
                yield from course.epoch()
                if control.stopped:
                    break
                yield course.judged(_watched(course.network, watch, root, out.name))
            if config.find_face and not control.stopped:
                yield from _learn_to_find(config, loaded, root, split, out, control, tuned.threads)
            yield from course.done(begun)
    finally:
        use_threads(threads_before)


def _saved(out: Path, config: TrainConfig) -> SavedState | None:
    if not (out / FILE).exists():
        return None  # it was interrupted in its first epoch
    saved = load_state(out / FILE)
    if TrainConfig.from_json(saved.config) != config:
        raise InputError(
            f"{out}: its settings were changed since it was interrupted, and a run keeps its "
            "settings: train anew, starting from its best weights (--start)"
        )
    return saved


def _tuned(network: Network, threads: int | None, saved: SavedState | None) -> Tuned:
    """Choose precision and threads; those that a run began with where it goes on."""
    config = network.config
    if saved is None:
        return tune(network, config.batch_size, threads, config.precision)
    at = saved.standing
    return tune(network, config.batch_size, threads or at.threads, at.precision)


def _load(
    config: TrainConfig, snapshot: Sequence[Face], root: Path, split: Split, control: Control
) -> Generator[Event, None, tuple[FaceTensors, FaceTensors] | None]:
    """Decode the faces to train on and those held out; None when stopped meanwhile."""
    by_id = {face.id: face for face in snapshot}
    parts = []
    for ids in (split.training, split.validation):
        known = [by_id[i] for i in ids if i in by_id]
        usable = data.trainable(known, config)
        if len(usable) < len(ids):
            missing = len(ids) - len(usable)
            yield Notice(f"{missing} of {len(ids)} faces have none of the points and are left out")
        parts.append(usable)
    faces, held_out = parts
    if not faces:
        raise InputError(
            "no faces to train on: none of the training faces has labels for the chosen points; "
            "open a folder with labels, or choose other points"
        )
    total = len(faces) + len(held_out)
    margin = augment.margin_for(config)
    training = yield from data.load(faces, root, config, margin, control, (0, total))
    if training is None:
        return None
    validation = yield from data.load(held_out, root, config, 0, control, (len(faces), total))
    if validation is None:
        return None
    if len(training) == 0:
        raise InputError(f"{root}: none of the {len(faces)} pictures to train on can be read")
    return training, validation


def _learn_to_find(
    config: TrainConfig,
    loaded: tuple[FaceTensors, FaceTensors],
    root: Path,
    split: Split,
    out: Path,
    control: Control,
    threads: int,
) -> Iterator[Event]:
    """Train the face finder of a run, or go on with it, into its own folder."""
    training, validation = loaded
    examples = finder.finder_faces((*training.faces, *validation.faces))
    part = finder.finder_split(split, examples)
    if not part.training:
        return
    folder = out / finder.FOLDER
    finder.save_relation(training.faces, folder)
    asked = finder.finder_config(config, len(part.training))
    scheme = finder.edges_scheme()
    for event in train(asked, examples, root, scheme, part, folder, control, None, threads, True):
        if isinstance(event, EpochEnd):
            yield Preparing(event.epoch, asked.epochs, "learning where faces are")


def _watched(network: Network, watch: Watch | None, root: Path, run: str) -> dict[str, Landmarks]:
    """Predict the watched faces; those whose picture cannot be read are passed over."""
    if watch is None:
        return {}
    found = predict_faces(network, tuple(watch()), root, run)
    return {face.id: points for face, points in found if isinstance(points, Landmarks)}
