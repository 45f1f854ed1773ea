"""What to label next, and which faces are alike, as a run's network sees them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from kpstudio.core.dependence import Dependence
from kpstudio.core.errors import Cancelled, InputError, Problem
from kpstudio.core.facts import FaceFacts, Pose
from kpstudio.core.label_next import (
    Candidates,
    Pick,
    label_next,
    squared_distances,
    unit_directions,
)
from kpstudio.core.labelset import Face, LabelSet
from kpstudio.core.progress import Progress
from kpstudio.core.scheme_map import SchemeMap
from kpstudio.core.texts import say
from kpstudio.store.runs import RunFolder
from kpstudio.tasks.predicting import map_to, predict_faces

Features = NDArray[np.float32]


@dataclass(frozen=True)
class Ranking:
    """Faces to label, the most useful first, and the faces that could not be looked at."""

    picks: tuple[Pick, ...]
    problems: tuple[Problem, ...]


def may_be_labelled(face: Face) -> bool:
    """Return whether a face waits for a person to label it."""
    return not face.labelled and not face.finished


def see_faces(
    run: Path,
    faces: Sequence[Face],
    root: Path,
    progress: Progress | None = None,
    device: str = "auto",
) -> tuple[dict[str, Features], list[Problem]]:
    """Return what the network of a run makes of faces before it answers.

    Args:
        run: A run folder.
        faces: As for `predict_faces`.
        root: What relative picture paths start from.
        progress: Called with (done, total); False cancels.
        device: Where to compute.

    Returns:
        (C,) features by face id, and the faces whose pictures could not be read.

    Raises:
        InputError: If ``run`` is no run, or has no weights yet.
        Cancelled: If ``progress`` asked for it.
    """
    from kpstudio.engine.predict import Predictor

    RunFolder.open(run)
    features: dict[str, Features] = {}
    problems: list[Problem] = []
    seen = Predictor.load(run, device=device).features(faces, root)
    for done, (face, told) in enumerate(seen, start=1):
        if isinstance(told, Problem):
            problems.append(told)
        else:
            features[face.id] = told
        if progress is not None and not progress(done, len(faces)):
            raise Cancelled("looking at the faces was cancelled")
    return features, problems


@dataclass(frozen=True, eq=False)
class Before:
    """What is told of faces before the network has looked at them.

    Attributes:
        waiting: Those that may be labelled.
        labelled: Those that are.
        doubt: By id of those that may be.
        pose: Yaw, pitch and roll by id of all.
    """

    waiting: tuple[Face, ...]
    labelled: tuple[Face, ...]
    doubt: Mapping[str, float]
    pose: Mapping[str, Pose]

    @classmethod
    def of(cls, faces: Iterable[Face], facts: FaceFacts) -> Before:
        """Ask ``facts``, which must not be asked from two threads at once."""
        faces = tuple(faces)
        waiting = tuple(filter(may_be_labelled, faces))
        labelled = tuple(face for face in faces if face.labelled)
        both = (*waiting, *labelled)
        facts.measure_poses(both)
        doubt = {face.id: facts.doubt(face) for face in waiting}
        return cls(waiting, labelled, doubt, {face.id: facts.pose(face) for face in both})


def rank_faces(before: Before, features: Mapping[str, Features], count: int) -> tuple[Pick, ...]:
    """Return which of the faces without labels to label next, the most useful first.

    Args:
        before: The faces; those without features are left out.
        features: What the run makes of each, by face id.
        count: How many are wanted at most.
    """
    waiting = [face.id for face in before.waiting if face.id in features]
    known = [face.id for face in before.labelled if face.id in features]
    if not waiting:
        return ()
    both = (*waiting, *known)
    of = np.stack([features[i] for i in both])
    poses = np.array([before.pose[i] for i in both], dtype=np.float64)
    at = len(waiting)
    doubt = np.array([before.doubt[i] for i in waiting])
    told = Candidates(waiting, doubt, of[:at], poses[:at], of[at:], poses[at:])
    return tuple(label_next(told, count))


def rank_with_run(
    run: Path, labels: LabelSet, count: int, progress: Progress | None = None
) -> Ranking:
    """Predict the faces without labels, look at all, and rank.

    Args:
        run: A run folder.
        labels: The faces.
        count: How many are wanted at most.
        progress: Called with (done, total) over both; False cancels.

    Raises:
        InputError: If ``run`` is no run or has no weights, its points cannot be made those of
            ``labels``, or no face waits for labels.
        Cancelled: If ``progress`` asked for it.
    """
    opened = RunFolder.open(run)
    here = run.resolve().is_relative_to(labels.root.resolve())
    to = map_to(opened, labels.scheme, str(labels.root), trained_there=here)
    waiting = [face for face in labels if may_be_labelled(face)]
    if not waiting:
        raise InputError(
            say("{root}: all faces are labelled; add photos to rank", root=labels.root)
        )
    known = [face for face in labels if face.labelled]
    total = 2 * len(waiting) + len(known)

    def both(done: int, _: int) -> bool:
        return progress is None or progress(done, total)

    def later(done: int, _: int) -> bool:
        return both(len(waiting) + done, total)

    predictions, _ = predict_faces(run, waiting, labels.root, both, to=to)
    features, problems = see_faces(run, [*waiting, *known], labels.root, later)
    before = Before.of(labels, FaceFacts(labels, predictions.get))
    return Ranking(rank_faces(before, features, count), tuple(problems))


def depends_on(
    run: Path,
    face: Face,
    root: Path,
    to: SchemeMap | None = None,
    progress: Progress | None = None,
) -> Dependence:
    """Cover the picture of a face piece by piece, and tell how far its points move.

    Args:
        run: A run folder.
        face: As for `predict_faces`.
        root: What relative picture paths start from.
        to: Makes other points of those that the run predicts; none by default.
        progress: Called with (done, total); False cancels.

    Raises:
        InputError: If ``run`` is no run or has no weights, or the picture cannot be read.
        Cancelled: If ``progress`` asked for it.
    """
    from kpstudio.engine.predict import Predictor

    RunFolder.open(run)
    plain, covered, box = Predictor.load(run).covered(face, root, progress)
    if to is not None:
        plain, covered = to.points(plain), to.points(covered)
    return Dependence.of(box, plain, covered)


def nearest_faces(features: Mapping[str, Features], to: str) -> dict[str, float]:
    """Return how far each face lies from the face ``to``, by face id, from 0 to 2."""
    of = unit_directions(np.stack(list(features.values())))
    one = of[[list(features).index(to)]]
    away = np.sqrt(squared_distances(of, one)[:, 0])
    return dict(zip(features, away.tolist(), strict=True))
