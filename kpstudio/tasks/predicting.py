"""Predicting the points of faces with a trained run."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from kpstudio.core.errors import Cancelled, InputError, Problem
from kpstudio.core.geometry import Box
from kpstudio.core.labelset import Face, FaceState, LabelSet, face_id
from kpstudio.core.landmarks import Landmarks
from kpstudio.core.progress import Progress
from kpstudio.core.schema import PointSchema
from kpstudio.core.scheme_map import SchemeMap, require_map, scheme_map
from kpstudio.core.texts import say
from kpstudio.engine.config import TrainConfig
from kpstudio.io.choosing import LabelChoice
from kpstudio.io.opening import as_photos, open_path
from kpstudio.store.runs import RunFolder
from kpstudio.tasks.opening import remembered_choice


def predict_faces(
    run: Path,
    faces: Sequence[Face],
    root: Path,
    progress: Progress | None = None,
    device: str = "auto",
    to: SchemeMap | None = None,
) -> tuple[dict[str, Landmarks], list[Problem]]:
    """Predict ``faces`` with the best weights of the run in the folder ``run``.

    Args:
        run: A run folder.
        faces: Those to predict, by their box, else by their points, else by the whole picture.
        root: What relative picture paths start from.
        progress: Called with (done, total); False cancels.
        device: Where to compute.
        to: Makes other points of those that the run predicts; none by default.

    Returns:
        Landmarks over the run's scheme, or the one that ``to`` makes, by face id, and the faces
        that could not be predicted.

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
            predictions[face.id] = result if to is None else to.landmarks(result)
        if progress is not None and not progress(done, len(faces)):
            raise Cancelled("predicting was cancelled")
    return predictions, problems


def predict_photos(
    run: Path,
    pictures: Sequence[Path],
    progress: Progress | None = None,
    scheme: PointSchema | None = None,
    choice: LabelChoice | None = None,
) -> tuple[LabelSet, list[Problem]]:
    """Predict pictures from anywhere.

    A network that looks at one face at a time is shown the boxes that label files in the folders
    give, else the whole picture.

    Args:
        run: A run folder.
        pictures: Files and folders.
        progress: Called with (done, total); False cancels.
        scheme: The points to make of those that the run predicts; its own by default.
        choice: Which label sets of the folders count, where two name the same pictures; None for
            what their projects remember.

    Returns:
        The predicted faces, and what could not be predicted.

    Raises:
        InputError: If ``run`` is no run, nothing tells how to make the points of ``scheme``, or
            nothing could be predicted.
        Cancelled: If ``progress`` asked for it.
    """
    opened, scheme, to = _asked(run, scheme)
    photos, problems = as_photos(pictures, scheme)
    if not photos:
        raise InputError(str(problems[0]))
    if TrainConfig.from_json(opened.config).crop == "face":
        photos = _boxed(photos, _boxes_in(pictures, choice))
    labels, more = _predicted(run, photos, Path(), scheme, to, progress)
    return labels, problems + more


def predict_labels(
    run: Path,
    labels: LabelSet,
    progress: Progress | None = None,
    scheme: PointSchema | None = None,
) -> tuple[LabelSet, list[Problem]]:
    """Predict the faces of a label set, by their box, else by their points.

    Args:
        run: A run folder.
        labels: Faces, with points or without.
        progress: Called with (done, total); False cancels.
        scheme: The points to make of those that the run predicts; its own by default.

    Returns:
        The predicted faces, and what could not be predicted.

    Raises:
        InputError: If ``run`` is no run, nothing tells how to make the points of ``scheme``, or
            nothing could be predicted.
        Cancelled: If ``progress`` asked for it.
    """
    _, scheme, to = _asked(run, scheme)
    return _predicted(run, list(labels), labels.root, scheme, to, progress)


def _asked(run: Path, scheme: PointSchema | None) -> tuple[RunFolder, PointSchema, SchemeMap]:
    """Return the run, the points to make, and how to make them of those that it predicts."""
    opened = RunFolder.open(run)
    scheme = scheme or opened.scheme
    return opened, scheme, require_map(opened.scheme, scheme, str(run), say("what is asked for"))


def _predicted(
    run: Path,
    faces: Sequence[Face],
    root: Path,
    scheme: PointSchema,
    to: SchemeMap,
    progress: Progress | None,
) -> tuple[LabelSet, list[Problem]]:
    """Return the faces that could be predicted, and what could not; an error where none could."""
    predictions, problems = predict_faces(run, faces, root, progress, to=to)
    if not predictions:
        raise InputError(str(problems[0]))
    return LabelSet(root, scheme, with_predictions(faces, predictions)), problems


def _boxes_in(paths: Sequence[Path], choice: LabelChoice | None) -> dict[str, list[Box]]:
    """Return the boxes that the folders' label files give, by absolute picture path."""
    boxes: dict[str, list[Box]] = {}
    for path in paths:
        if path.is_dir():
            labels = open_path(path, choice=choice or remembered_choice(path)).labels
            for face in labels:
                if face.box is not None:
                    picture = labels.picture_path(face.picture).as_posix()
                    boxes.setdefault(picture, []).append(face.box)
    return boxes


def _boxed(photos: Sequence[Face], boxes: Mapping[str, Sequence[Box]]) -> list[Face]:
    """Return one face for each box; a picture without boxes keeps its one face."""
    return [
        replace(photo, id=face_id(photo.picture, number), box=box)
        for photo in photos
        for number, box in enumerate(boxes.get(photo.picture) or [None])
    ]


def with_predictions(faces: Sequence[Face], predictions: Mapping[str, Landmarks]) -> list[Face]:
    """Return the faces that were predicted, with the predicted points as theirs."""
    return [
        replace(face, landmarks=predictions[face.id], state=FaceState.PREDICTED)
        for face in faces
        if face.id in predictions
    ]


def map_to(run: RunFolder, scheme: PointSchema, where: str, trained_there: bool) -> SchemeMap:
    """Return how to make the points of a set from those that a run predicts.

    Args:
        run: The run.
        scheme: The scheme of the set.
        where: What to call the set.
        trained_there: Whether the run was trained on this very set, whose points may have been
            renamed since.

    Raises:
        InputError: If nothing tells how.
    """
    found = scheme_map(run.scheme, scheme)
    if found is None and trained_there and run.scheme.count == scheme.count:
        return SchemeMap(tuple((k,) for k in range(scheme.count)))
    return found or require_map(run.scheme, scheme, run.label or str(run.path), where)
