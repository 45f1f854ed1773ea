"""What to label next, and which faces are alike, as a run's network sees them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from kpstudio.core.errors import Cancelled, InputError, Problem
from kpstudio.core.facts import FaceFacts
from kpstudio.core.label_next import (
    Candidates,
    Pick,
    label_next,
    squared_distances,
    unit_directions,
)
from kpstudio.core.labelset import Face, LabelSet
from kpstudio.core.landmarks import FloatArray
from kpstudio.store.runs import RunFolder
from kpstudio.tasks.predicting import map_to, predict_faces

Features = NDArray[np.float32]

Progress = Callable[[int, int], bool]
"""Called with (done, total); returns False to cancel."""


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


def rank_faces(
    faces: Iterable[Face], facts: FaceFacts, features: Mapping[str, Features], count: int
) -> tuple[Pick, ...]:
    """Return which of the faces without labels to label next, the most useful first.

    Args:
        faces: Labelled and not; those without features are left out.
        facts: Tells doubts and poses.
        features: What the run makes of each, by face id.
        count: How many are wanted at most.
    """
    seen = [face for face in faces if face.id in features]
    facts.measure_poses(seen)
    waiting = [face for face in seen if may_be_labelled(face)]
    known = [face for face in seen if face.labelled]
    if not waiting:
        return ()
    of = np.stack([features[face.id] for face in (*waiting, *known)])
    candidates = Candidates(
        [face.id for face in waiting],
        np.array([facts.doubt(face) for face in waiting]),
        of[: len(waiting)],
        _poses(waiting, facts),
        of[len(waiting) :],
        _poses(known, facts),
    )
    return tuple(label_next(candidates, count))


def _poses(faces: Sequence[Face], facts: FaceFacts) -> FloatArray:
    return np.array([facts.pose(face) for face in faces], dtype=np.float64).reshape(-1, 3)


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
        raise InputError(f"{labels.root}: all of its faces are labelled; add photos to rank")
    known = [face for face in labels if face.labelled]
    total = 2 * len(waiting) + len(known)

    def both(done: int, _: int) -> bool:
        return progress is None or progress(done, total)

    def later(done: int, _: int) -> bool:
        return both(len(waiting) + done, total)

    predictions, _ = predict_faces(run, waiting, labels.root, both, to=to)
    features, problems = see_faces(run, [*waiting, *known], labels.root, later)
    facts = FaceFacts(labels, predictions.get)
    return Ranking(rank_faces(labels, facts, features, count), tuple(problems))


def nearest_faces(features: Mapping[str, Features], to: str) -> dict[str, float]:
    """Return how far each face lies from the face ``to``, by face id, from 0 to 2."""
    of = unit_directions(np.stack(list(features.values())))
    one = of[[list(features).index(to)]]
    away = np.sqrt(squared_distances(of, one)[:, 0])
    return dict(zip(features, away.tolist(), strict=True))
