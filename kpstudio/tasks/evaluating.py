"""Measuring a run on labelled faces."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kpstudio.core.breakdown import TRAINING, VALIDATION, Slice, break_down, break_down_parts
from kpstudio.core.errors import InputError, Problem
from kpstudio.core.facts import FaceError, FaceFacts
from kpstudio.core.labelset import LabelSet
from kpstudio.core.landmarks import Landmarks
from kpstudio.core.metrics import FAILURE_THRESHOLD, Yardstick
from kpstudio.core.normalisers import normaliser_named
from kpstudio.core.persons import PersonOf, person_of
from kpstudio.core.progress import Progress
from kpstudio.core.splits import faces_named
from kpstudio.engine.config import TrainConfig
from kpstudio.store.runs import RunFolder
from kpstudio.tasks.breakdown import breakdown_json, breakdown_lines
from kpstudio.tasks.contact_sheet import SheetFace
from kpstudio.tasks.predicting import map_to, predict_faces
from kpstudio.tasks.training import usable_faces

if TYPE_CHECKING:
    from kpstudio.engine.evaluate import Evaluation


@dataclass(frozen=True)
class RunEvaluation:
    """A run measured on faces.

    Attributes:
        labels: Where the faces are from.
        evaluation: The engine's figures, face by face and summed up.
        predictions: Landmarks by face id.
        problems: Faces that could not be predicted.
        trained_on: How many of the measured faces the run was trained on.
        facts: Tells the measured faces' errors, splits, persons and poses.
        slices: The figures of parts of the faces, and of faces by split, tag, person and pose.
    """

    labels: LabelSet
    evaluation: Evaluation
    predictions: Mapping[str, Landmarks]
    problems: Sequence[Problem]
    trained_on: int
    facts: FaceFacts
    slices: tuple[Slice, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """Return what ``evaluate --json`` prints; NaN marks what could not be computed.

        "mse" is of coordinates divided by the size of the picture or crop, "px" in pixels of the
        picture; all other errors are fractions of the normaliser, and offsets are in the upright
        frame of the face, x to picture right and y towards the chin.
        """
        evaluation = self.evaluation
        return {
            "faces": len(evaluation.per_face),
            "mse": evaluation.mse,
            "nme": {
                "mean": evaluation.summary.mean,
                "median": evaluation.summary.median,
                "normaliser": evaluation.yardstick.normaliser.name,
            },
            "threshold": evaluation.yardstick.threshold,
            "failure_rate": evaluation.summary.failure_rate,
            "auc": evaluation.summary.auc,
            **breakdown_json(evaluation.offsets, self.slices),
            "per_face": [
                {"image": face.picture, "nme": face.nme, "mse": face.mse, "px": face.mean_px}
                for face in evaluation.per_face
            ],
        }

    def sentences(self) -> str:
        """Return the figures as a few lines for a person."""
        summary, yardstick = self.evaluation.summary, self.evaluation.yardstick
        count = len(self.evaluation.per_face)
        lines = [
            f"{count} {'face' if count == 1 else 'faces'}, MSE {self.evaluation.mse:.5f}",
            f"NME mean {summary.mean:.2%}, median {summary.median:.2%} "
            f"of the {yardstick.normaliser.in_words}",
            f"failures (NME over {100 * yardstick.threshold:g}%) {summary.failure_rate:.1%}, "
            f"AUC up to there {summary.auc:.3f}",
        ]
        if self.trained_on:
            lines.append(f"{self.trained_on} of them the run was trained on")
        return "\n".join(lines)

    def details(self) -> list[tuple[str, str]]:
        """Return a heading and a line for each way of telling faces or points apart."""
        return breakdown_lines(self.evaluation.offsets, self.slices)

    def sheet_faces(self, ids: Collection[str] | None = None) -> list[SheetFace]:
        """Return the measured faces, or those of ``ids`` alone, for a contact sheet."""
        faces = []
        for error in self.evaluation.per_face:
            truth = self.labels[error.face_id].landmarks
            if truth is None or (ids is not None and error.face_id not in ids):
                continue
            predicted = self.predictions[error.face_id].xy_image
            path = self.labels.picture_path(error.picture)
            faces.append(SheetFace(path, path.name, truth.xy_image, predicted, error.nme))
        return faces


def evaluate_run(
    run: Path,
    labels: LabelSet,
    names: Sequence[str] | None = None,
    progress: Progress | None = None,
    device: str = "auto",
    normaliser: str = "",
    threshold: float = FAILURE_THRESHOLD,
    persons: PersonOf = person_of,
) -> RunEvaluation:
    """Predict labelled faces with a run and measure how far off it is.

    A run of another scheme is measured on the points that can be made of those it predicts.

    Args:
        run: A run folder.
        labels: Faces with ground truth.
        names: Only the faces of these pictures; all labelled ones by default.
        progress: Called with (done, total) while faces are predicted; False cancels.
        device: Where to compute.
        normaliser: What errors are divided by, by name; "" is the scheme's own.
        threshold: NME above which a face counts as failed, as a fraction.
        persons: Tells who a picture shows.

    Raises:
        InputError: If ``run`` is no run or has no weights, its points cannot be made those of
            ``labels``, these allow no such normaliser, a name fits no labelled picture, or there
            is no face to measure.
        Cancelled: If ``progress`` asked for it.
    """
    from kpstudio.engine.evaluate import evaluate

    opened = RunFolder.open(run)
    yardstick = Yardstick(normaliser_named(labels.scheme, normaliser), threshold)
    faces = usable_faces(labels)
    here = run.resolve().is_relative_to(labels.root.resolve())
    to = map_to(opened, labels.scheme, str(labels.root), trained_there=here)
    faces = faces if names is None else faces_named(faces, names)
    predictions, problems = predict_faces(run, faces, labels.root, progress, device, to)
    measured = [face for face in faces if face.id in predictions]
    if not measured:
        raise InputError(str(problems[0]))
    config = TrainConfig.from_json(opened.config)
    evaluation = evaluate(predictions, measured, labels.scheme, config, labels.root, yardstick)
    told = opened.split
    split = dict.fromkeys(told.training, TRAINING) | dict.fromkeys(told.validation, VALIDATION)
    errors = {face.face_id: FaceError(face.mean_px, face.nme) for face in evaluation.per_face}
    facts = FaceFacts(
        labels,
        predictions.get,
        lambda face_id: split.get(face_id, ""),
        lambda ids: list(map(errors.get, ids)),
        persons,
    )
    trained_on = sum(split.get(face.id) == TRAINING for face in measured)
    slices = (
        *break_down_parts(evaluation.offsets, facts.split, threshold),
        *break_down(measured, facts, threshold=threshold),
    )
    return RunEvaluation(labels, evaluation, predictions, problems, trained_on, facts, slices)
