"""Between the runs and Review: errors of the faces shown, and the choice of the run."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QComboBox

from kpstudio.app.face_list import FaceListModel
from kpstudio.app.run_book import RunBook
from kpstudio.app.session import Session
from kpstudio.tasks.contact_sheet import SheetFace, contact_sheet
from kpstudio.ui.panels.naming import run_title
from kpstudio.ui.panels.review_summary import ReviewFace, ReviewSummary


class ReviewController(QObject):
    """Keeps summary and run choice in step with the list."""

    def __init__(
        self,
        session: Session,
        runs: RunBook,
        faces: FaceListModel,
        summary: ReviewSummary,
        choice: QComboBox,
    ) -> None:
        super().__init__(summary)
        self._session = session
        self._runs = runs
        self._faces = faces
        self._summary = summary
        self._choice = choice
        faces.modelReset.connect(self._summarise)
        session.current_changed.connect(summary.choose)
        summary.face_chosen.connect(session.choose)
        runs.runs_changed.connect(self._list_runs)
        runs.run_changed.connect(self._mark_run)
        choice.activated.connect(lambda _: runs.use(str(choice.currentData())))

    def _summarise(self) -> None:
        measured = self._faces.face_ids if self._runs.run else ()
        known = (face_id for face_id in measured if self._runs.error(face_id) is not None)
        rows = [self._faces.row(face_id) for face_id in known]
        self._summary.set_faces(
            [
                ReviewFace(row.face.id, row.name, row.error.nme, row.yaw)
                for row in rows
                if row.error is not None
            ]
        )
        if self._session.current is not None:
            self._summary.choose(self._session.current.id)

    def save_contact_sheet(self, path: Path) -> None:
        """Write the worst and best of the faces in the list as PNG.

        Raises:
            InputError: If no face has an error, or the file cannot be written.
        """
        labels = self._session.labels
        faces = []
        for face_id in self._faces.face_ids:
            row, prediction = self._faces.row(face_id), self._runs.prediction(face_id)
            if row.error and row.face.landmarks and prediction:
                faces.append(
                    SheetFace(
                        labels.picture_path(row.face.picture),
                        row.name,
                        row.face.landmarks.xy_image,
                        prediction.xy_image,
                        row.error.nme,
                    )
                )
        contact_sheet(faces, path, self._choice.currentText() or self._runs.run)

    def _list_runs(self) -> None:
        self._choice.clear()
        for run in reversed(self._runs.summaries()):
            self._choice.addItem(run_title(run.name, run.label), run.name)
        self._choice.setEnabled(self._choice.count() > 0)
        self._choice.setPlaceholderText("Choose a run" if self._choice.count() else "No run yet")
        self._mark_run(self._runs.run)

    def _mark_run(self, name: str) -> None:
        self._choice.setCurrentIndex(self._choice.findData(name))
