"""The whole job once on the sample faces: train, measure, predict, export, draw a contact sheet."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import platformdirs

from kpstudio.core.labelset import LabelSet
from kpstudio.core.persons import person_of
from kpstudio.core.progress import Progress
from kpstudio.engine.events import Event
from kpstudio.engine.presets import preset
from kpstudio.io.opening import open_path
from kpstudio.sample import write_sample
from kpstudio.tasks.contact_sheet import contact_sheet
from kpstudio.tasks.converting import convert_labels
from kpstudio.tasks.evaluating import RunEvaluation, evaluate_run
from kpstudio.tasks.predicting import predict_faces, with_predictions
from kpstudio.tasks.training import choose_split, train_run

if TYPE_CHECKING:
    from kpstudio.engine.control import Control

PRESET = "bignet"
FIRST_HELD_OUT_PERSON = 33
"""Persons from here on are for validation, as with the IMM pictures in the documentation."""

EXPORTED_FORMATS = ("dlib", "pts")


def sample_folder(
    progress: Callable[[int, int], None] | None = None, folder: Path | None = None
) -> Path:
    """Write the sample faces where they are missing, and return their folder.

    Args:
        progress: Called with (done, total) pictures.
        folder: Where to; by default a place among the user's data.

    Raises:
        InputError: If the folder holds something else, or cannot be written.
    """
    return write_sample(folder or _user_data() / "sample", progress)


def default_folder() -> Path:
    """Return where the demo leaves its results when no folder is named."""
    return _user_data() / "demo"


def _user_data() -> Path:
    return Path(platformdirs.user_data_dir("kpstudio", appauthor=False))


@dataclass(frozen=True)
class DemoResult:
    """What the demo found, and where it left everything.

    Attributes:
        evaluation: BigNet measured on the held-out persons.
        exported: The files with the predicted points.
        sheet: The contact sheet.
    """

    evaluation: RunEvaluation
    exported: tuple[Path, ...]
    sheet: Path


class Demo:
    """The job's steps, in order: `train`, then `finish`.

    Attributes:
        run: The folder of the run; new.
        exported: The folder of the exported landmark files; new.
        sheet: The contact sheet; new.
        config: What is trained.
    """

    def __init__(self, sample: Path, out: Path) -> None:
        """Prepare training on the faces in ``sample``, with all results going to ``out``.

        An earlier demo's results in ``out`` stay: the new ones then get a number.
        """
        self._labels = open_path(sample).labels
        number = 1
        while self._place(out, number)[0].exists():
            number += 1
        self.run, self.exported, self.sheet = self._place(out, number)
        self.config = preset(PRESET, self._labels.scheme)

    @staticmethod
    def _place(out: Path, number: int) -> tuple[Path, Path, Path]:
        mark = f"-{number}" if number > 1 else ""
        return out / f"run{mark}", out / f"exported{mark}", out / f"contact-sheet{mark}.png"

    def train(self, control: Control | None = None) -> Iterator[Event]:
        """Train BigNet on the first 32 persons and yield the trainer's events."""
        split = choose_split(self._labels, self._held_out())
        return train_run(self._labels, self.config, split, self.run, control)

    def finish(self, progress: Progress | None = None) -> DemoResult:
        """Measure the run on the persons held out, export what it predicts, draw the sheet.

        The exported files hold the predictions of the held-out faces and of the own photos.

        Args:
            progress: Called with (done, total) while faces are predicted; False cancels.
        """
        labels = self._labels
        evaluation = evaluate_run(self.run, labels, self._held_out(), progress)
        photos = [face for face in labels if face.photo]
        predictions, _ = predict_faces(self.run, photos, labels.root, progress)
        predicted = with_predictions(tuple(labels), {**evaluation.predictions, **predictions})
        found = LabelSet(labels.root, labels.scheme, predicted)
        exported: list[Path] = []
        for name in EXPORTED_FORMATS:
            exported += convert_labels(found, self.exported / name, name).files
        summary = evaluation.evaluation.summary
        subtitle = (
            f"{len(evaluation.evaluation.per_face)} synthetic faces of persons held out · NME mean "
            f"{summary.mean:.1%}, median {summary.median:.1%} of the distance between the eyes"
        )
        contact_sheet(evaluation.sheet_faces(), self.sheet, "BigNet, worst and best", subtitle)
        return DemoResult(evaluation, tuple(exported), self.sheet)

    def _held_out(self) -> list[str]:
        pictures = {face.picture for face in self._labels if not face.photo}
        persons = {picture: person_of(picture) for picture in pictures}
        return sorted(p for p, who in persons.items() if who and int(who) >= FIRST_HELD_OUT_PERSON)
