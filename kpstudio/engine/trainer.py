"""The one trainer: a generator of events that the window and the command line both loop over."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable, Generator, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from kpstudio.core.errors import InputError
from kpstudio.core.labelset import Face
from kpstudio.core.landmarks import Landmarks
from kpstudio.core.schema import PointSchema
from kpstudio.core.splits import Split
from kpstudio.core.texts import say
from kpstudio.engine import augment, data, distributed, finder, placing
from kpstudio.engine.config import TrainConfig
from kpstudio.engine.control import Control
from kpstudio.engine.course import Course
from kpstudio.engine.data import FaceTensors
from kpstudio.engine.device import threads_kept, use_threads
from kpstudio.engine.distributed import Team
from kpstudio.engine.events import Done, EpochEnd, Event, Notice, Preparing
from kpstudio.engine.failures import TrainingError, explained
from kpstudio.engine.folders import run_of
from kpstudio.engine.models.pretrained import imagenet_weights
from kpstudio.engine.network import Network
from kpstudio.engine.predict import predict_faces
from kpstudio.engine.starting import first_network
from kpstudio.engine.state import FILE, SavedState, Standing, load_state
from kpstudio.engine.tuning import Tuned, precisions, tune

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

    Writes ``out``/state.safetensors, all that is needed to go on, ``out``/last.safetensors and
    ``out``/best.safetensors after the first epoch and the last, and in between as often as it takes
    little time (`kpstudio.engine.keeper`), each whole or not at all. The best has the lowest
    validation error (``config.judge`` says which; where no face is held out, training MSE). A
    stopped training leaves all as well, unless stopped while decoding. On one processor with
    one thread count and precision the same arguments give the same numbers, interrupted and resumed
    or not; GPUs add in any order. Processes that have joined (`kpstudio.engine.distributed`) all
    call this with the same arguments; the leader alone writes, and watches.

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
        resume: Go on after the last epoch saved in ``out``; from the beginning where there is none.

    Raises:
        InputError: If the settings do not fit, there is no face to train on, ``out`` cannot be
            written, or the state to go on from is broken or of other faces.
        TrainingError: If the loss stops being a number, memory runs out, or another process is
            lost. What was saved stays.
    """
    team = distributed.here()
    control = team.control(control or Control())
    job = _Job(config, labels_snapshot, root, scheme, split, out, control, watch, threads, team)
    with threads_kept(), team.watched(), explained():
        yield from job.events(resume)


@dataclass(frozen=True, eq=False)
class _Job:
    """What `train` was called with."""

    config: TrainConfig
    faces: Sequence[Face]
    root: Path
    scheme: PointSchema
    split: Split
    out: Path
    control: Control
    watch: Watch | None
    threads: int | None
    team: Team

    def events(self, resume: bool) -> Iterator[Event]:
        begun = time.perf_counter()
        self.config.validate(self.scheme)
        device = self.team.device(self.config.device)
        use_threads(self.threads)
        saved = self.team.decided(self._saved) if resume else None
        fresh = saved is None and self.team.leads  # the others are given the leader's weights
        waiting = self.team.own_control(self.control)
        seen = (yield from imagenet_weights(self.config, waiting)) if fresh else None
        loaded = yield from self._load()
        if loaded is None:
            at = saved.standing if saved is not None else Standing()
            seconds = at.seconds + time.perf_counter() - begun
            yield Done(at.best_mse, at.epoch, seconds, 0.0, True, at.best_nme)
            return
        network, said = first_network(self.config, self.scheme, loaded[0], device, fresh, seen)
        if said:
            yield Notice(said)
        tuned = self.team.decided(lambda: self._tuned(network, saved))
        if self.team.size > 1:
            yield Notice(say("{size} processes train together.", size=self.team.size))
        yield Notice(tuned.sentence)
        use_threads(tuned.threads)
        course = Course(network, *loaded, self.out, self.control, tuned, self.team)
        if saved is not None:
            yield from course.restore(saved)
        yield course.started()
        try:
            yield from self._epochs(course)
            finding = self.config.find_face and course.over
            finished = (yield from self._learn_to_find(loaded, tuned.threads)) if finding else True
            yield from course.done(begun, unfinished=not finished)
        except BaseException:
            with contextlib.suppress(InputError):  # what ended the training is the thing to tell
                course.save()
            raise

    def _epochs(self, course: Course) -> Iterator[Event]:
        while not course.over:
            yield from course.epoch()
            if self.control.stopped:
                break
            yield course.judged(self._watched(course.network))

    def _saved(self) -> SavedState | None:
        if not (self.out / FILE).exists():
            return None  # it was interrupted in its first epoch
        saved = load_state(self.out / FILE)
        if TrainConfig.from_json(saved.config) != self.config:
            raise InputError(
                say(
                    "{out}: its settings were changed after it was interrupted, but a run keeps "
                    "its settings: train a new run from its best weights (--start)",
                    out=run_of(self.out),
                )
            )
        return saved

    def _tuned(self, network: Network, saved: SavedState | None) -> Tuned:
        """Choose precision and threads; those that a run began with where it goes on."""
        if saved is None:
            return tune(network, self.config.batch_size, self.threads, self.config.precision)
        at, kind = saved.standing, network.device.type
        threads = self.threads or at.threads
        if at.precision in precisions(network.device):
            return tune(network, self.config.batch_size, threads, at.precision)
        tuned = tune(network, self.config.batch_size, threads, "fp32")
        sentence = say(
            "{computing} But the run began in {precision}, which this computer's {kind} does not "
            "support.",
            computing=tuned.sentence,
            precision=at.precision,
            kind=kind,
        )
        return replace(tuned, sentence=sentence)

    def _load(self) -> Generator[Event, None, tuple[FaceTensors, FaceTensors] | None]:
        """Decode the faces to train on and those held out; None when stopped meanwhile."""
        by_id = {face.id: face for face in self.faces}
        parts = []
        for ids in (self.split.training, self.split.validation):
            known = [by_id[i] for i in ids if i in by_id]
            usable = data.trainable(known, self.config)
            if len(usable) < len(ids):
                missing = len(ids) - len(usable)
                yield Notice(
                    say(
                        "{missing} of {count} faces have none of the points and are left out",
                        missing=missing,
                        count=len(ids),
                    )
                )
            parts.append(usable)
        faces, held_out = parts
        if not faces:
            raise InputError(
                say(
                    "no faces to train on: none of the training faces has labels for the selected "
                    "points; open a folder with labels, or select other points"
                )
            )
        total = len(faces) + len(held_out)
        margin = augment.margin_for(self.config)
        training = yield from self._decoded(faces, margin, (0, total))
        if training is None:
            return None
        validation = yield from self._decoded(held_out, 0, (len(faces), total))
        if validation is None:
            return None
        if len(training) == 0:
            raise InputError(
                say(
                    "{root}: none of the {count} pictures to train on can be read",
                    root=self.root,
                    count=len(faces),
                )
            )
        return training, validation

    def _decoded(
        self, faces: Sequence[Face], margin: int, counted: tuple[int, int]
    ) -> Generator[Event, None, FaceTensors | None]:
        return data.load(faces, self.root, self.config, margin, self.control, counted)

    def _learn_to_find(
        self, loaded: tuple[FaceTensors, FaceTensors], threads: int
    ) -> Generator[Event, None, bool]:
        """Train the face finder of a run, or go on with it, where the face detector will not do.

        Returns:
            Whether it is trained to its end; False where it was stopped.
        """
        training, validation = loaded
        folder = self.out / finder.FOLDER
        detecting = self.team.decided(lambda: self._detecting(training.faces))
        if detecting.serves:
            if self.team.leads:
                placing.finish(training.faces, self.config.points, folder, detecting)
            return True
        if detecting.failure:
            yield Notice(
                say(
                    "The face detector cannot be used ({failure}): a face finder is "
                    "learnt instead.",
                    failure=detecting.failure,
                )
            )
        examples = finder.finder_faces((*training.faces, *validation.faces))
        part = finder.finder_split(self.split, examples)
        if not part.training:
            return True
        scheme = finder.finder_scheme(self.scheme)
        asked = finder.finder_config(self.config, scheme, len(part.training))
        job = _Job(
            asked,
            examples,
            self.root,
            scheme,
            part,
            folder,
            self.control,
            None,
            threads,
            self.team,
        )
        finished = False
        for event in job.events(resume=True):
            if isinstance(event, EpochEnd):
                yield Preparing(event.epoch, asked.epochs, say("learning where faces are"))
            elif isinstance(event, Done):
                finished = not event.stopped
        if finished and self.team.leads:
            placing.finish(training.faces, self.config.points, folder)
        return finished

    def _detecting(self, faces: Sequence[Face]) -> placing.Detecting:
        return placing.try_detector(faces, self.root, self.config.detector)

    def _watched(self, network: Network) -> dict[str, Landmarks]:
        """Predict the watched faces; those whose picture cannot be read are passed over."""
        if self.watch is None or not self.team.leads:
            return {}
        found = predict_faces(network, tuple(self.watch()), self.root, self.out.name)
        return {face.id: points for face, points in found if isinstance(points, Landmarks)}
