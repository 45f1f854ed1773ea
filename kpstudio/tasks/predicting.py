"""Predicting the points of faces with a trained run."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from kpstudio.core.errors import Cancelled, InputError, Problem
from kpstudio.core.labelset import Face, FaceState, LabelSet
from kpstudio.core.landmarks import Landmarks
from kpstudio.core.schema import PointSchema
from kpstudio.io.opening import as_photos
from kpstudio.store.runs import RunFolder


def predict_faces(
    run: Path,
    faces: Sequence[Face],
    root: Path,
    progress: Callable[[int, int], bool] | None = None,
    device: str = "auto",
) -> tuple[dict[str, Landmarks], list[Problem]]:
    """Predict ``faces`` with the best weights of the run in the folder ``run``.

    Args:
        run: A run folder.
        faces: Those to predict, by their box, else by their points, else by the whole picture.
        root: What relative picture paths start from.
        progress: Called with (done, total); False cancels.
        device: Where to compute.

    Returns:
        Landmarks over the run's scheme by face id, and the faces that could not be predicted.

    Raises:
        InputError: If ``run`` is no run, or has no weights yet.
        Cancelled: If ``progress`` asked for it.
    """
    from kpstudio.engine.predict import Predictor

    RunFolder.open(run)
    predictor = Predictor.load(run, device=device)
    predictions: dict[str, Landmarks] = {}
    problems: list[Problem] = []
    results = predictor.predict(faces, root)
    for done, (face, result) in enumerate(results, start=1):
        if isinstance(result, Problem):
            problems.append(result)
        else:
            predictions[face.id] = result
        if progress is not None and not progress(done, len(faces)):
            raise Cancelled("predicting was cancelled")
    return predictions, problems


def predict_photos(
    run: Path, pictures: Sequence[Path], progress: Callable[[int, int], bool] | None = None
) -> tuple[LabelSet, list[Problem]]:
    """Predict pictures that have no labels: each is taken as one face, as large as the picture.

    Args:
        run: A run folder.
        pictures: Files and folders.
        progress: Called with (done, total); False cancels.

    Returns:
        The predicted faces, and what could not be predicted.

    Raises:
        InputError: If ``run`` is no run, or nothing could be predicted.
    """
    scheme = RunFolder.open(run).scheme
    photos, problems = as_photos(pictures, scheme)
    if not photos:
        raise InputError(
            str(problems[0]) if problems else f"{pictures[0]}: no pictures to predict are there"
        )
    predictions, more = predict_faces(run, photos, Path(), progress)
    if not predictions:
        raise InputError(str(more[0]))
    return LabelSet(Path(), scheme, with_predictions(photos, predictions)), [*problems, *more]


def with_predictions(faces: Sequence[Face], predictions: dict[str, Landmarks]) -> list[Face]:
    """Return the faces that were predicted, with the predicted points as theirs."""
    return [
        replace(face, landmarks=predictions[face.id], state=FaceState.PREDICTED)
        for face in faces
        if face.id in predictions
    ]


def require_same_scheme(run: RunFolder, scheme: PointSchema, where: Path) -> None:
    """Check that a run predicts the points that a label set has.

    Raises:
        InputError: If not.
    """
    if run.scheme.points != scheme.points:
        raise InputError(
            f"the run {run.name} predicts {run.scheme.count} points ({run.scheme.name}), {where} "
            f"has {scheme.count} ({scheme.name}): use a run that was trained on these points"
        )
