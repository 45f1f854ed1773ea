"""Between the runs and Review: errors of the faces shown, and the choice of the run."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QComboBox

from kpstudio.app.face_list import FaceListModel
from kpstudio.app.run_book import RunBook
from kpstudio.app.session import Session
from kpstudio.tasks.contact_sheet import SheetFace
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

    def sheet_faces(self) -> list[SheetFace]:
        """Return the faces in the list that have an error, for a contact sheet."""
        labels = self._session.labels
        faces = []
        for face_id in self._faces.face_ids:
            face, prediction = labels[face_id], self._runs.prediction(face_id)
            error = self._runs.error(face_id)
            if error and face.landmarks and prediction:
                path, truth = labels.picture_path(face.picture), face.landmarks.xy_image
                name = self._faces.row(face_id).name
                faces.append(SheetFace(path, name, truth, prediction.xy_image, error.nme))
        return faces

    @property
    def run_title(self) -> str:
        """What to call the run whose errors are shown."""
        return self._choice.currentText() or self._runs.run

    def _list_runs(self) -> None:
        self._choice.clear()
        for run in reversed(self._runs.summaries()):
            self._choice.addItem(run_title(run.name, run.label), run.name)
        self._choice.setEnabled(self._choice.count() > 0)
        self._choice.setPlaceholderText("Choose a run" if self._choice.count() else "No run yet")
        self._mark_run(self._runs.run)

    def _mark_run(self, name: str) -> None:
        self._choice.setCurrentIndex(self._choice.findData(name))
