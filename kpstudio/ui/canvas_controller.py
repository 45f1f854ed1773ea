"""Between the session and the canvas: shows the face in view, turns gestures into edits."""

from __future__ import annotations

import math
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from kpstudio.app.face_list import FaceListModel
from kpstudio.app.face_words import review_words
from kpstudio.app.language import in_digits, tr, translated
from kpstudio.app.locks import Locks
from kpstudio.app.pictures import PictureLoader
from kpstudio.app.run_book import RunBook
from kpstudio.app.session import Session
from kpstudio.app.two_runs import TwoRuns
from kpstudio.core.edits import move_points, set_box
from kpstudio.core.geometry import Box
from kpstudio.core.labelset import Face, FaceState
from kpstudio.core.texts import say
from kpstudio.io.pictures import Pictures
from kpstudio.ui.canvas import Canvas, FaceView
from kpstudio.ui.panels.face_delegate import TURNED_DEGREES, figures
from kpstudio.ui.panels.points import PointsPanel

_HINTS = {
    FaceState.PREDICTED: say(
        "A network predicted these points: correct what is off, then mark the face as checked."
    ),
    FaceState.CHECKED: say("Checked."),
}
_STEPS_AHEAD = (1, -1, 2, 3, 4, 5, 6, -2)
"""Which rows of the list are decoded ahead, seen the way that a person goes; likeliest first."""

_PATIENCE_MS = 150
"""How long the picture before stays when the next is not there: shorter than this is no wait."""

_NOT_PREDICTED = say("The run in use has not predicted this face yet: press Predict.")

_NO_SCHEME = say(
    "These faces have no point scheme yet: choose one, import labels, or add the photos to a "
    "labelled folder."
)


class CanvasController(QObject):
    """Keeps canvas and points table on the session's current face.

    Signals:
        mended: pictures that could not be opened may be tried again.
    """

    mended = Signal()

    def __init__(
        self,
        session: Session,
        runs: RunBook,
        shown: TwoRuns,
        faces: FaceListModel,
        pictures: PictureLoader,
        locks: Locks,
        canvas: Canvas,
        points: PointsPanel,
    ) -> None:
        super().__init__(canvas)
        self._session = session
        self._runs = runs
        self._shown_runs = shown
        self._faces = faces
        self._pictures = pictures
        self._locks = locks
        self._canvas = canvas
        self._points = points
        self._shown: Path | None = None
        self._direction = 1
        self._row = -1
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(_PATIENCE_MS)
        self._patience.timeout.connect(self._show_ground)
        session.broken_changed.connect(self._broken_changed)
        session.reread.connect(self._reread)
        session.opened.connect(self._opened)
        session.current_changed.connect(self._current_changed)
        session.scheme_changed.connect(self._scheme_changed)
        session.faces_changed.connect(self._refresh)
        session.faces_listed.connect(self._refresh)
        for signal in (runs.predictions_changed, runs.noted):
            signal.connect(self._refresh)
        shown.changed.connect(self._refresh)
        faces.suspects.changed.connect(self._refresh)
        locks.changed.connect(self._refresh)
        pictures.loaded.connect(self._loaded)
        pictures.failed.connect(self.take_failure)
        canvas.points_moved.connect(self._move)
        canvas.points_nudged.connect(self._nudge)
        canvas.points_reshaped.connect(self._reshape)
        canvas.points_chosen.connect(points.choose)
        canvas.box_drawn.connect(self._draw_box)
        canvas.face_chosen.connect(session.choose)
        points.points_chosen.connect(canvas.choose_points)
        points.point_sought.connect(canvas.zoom_at)
        canvas.point_hovered.connect(points.model.hover)

    # Showing

    def _opened(self) -> None:
        self._forget_picture()
        self._canvas.set_scheme(self._session.labels.scheme)
        self._refresh()

    def _reread(self) -> None:
        self._forget_picture()
        self._show_picture()
        self._refresh()

    def _broken_changed(self, names: tuple[str, ...]) -> None:
        """Try pictures again that are there again, the one in view at once."""
        mended = set(names) - self._session.broken.keys()
        for name in mended:
            self._pictures.forgive(self._session.labels.picture_path(name))
        if not mended:
            return
        self.mended.emit()
        face = self._session.current
        if face is not None and face.picture in mended and not self._canvas.has_picture:
            self._show_picture()

    def _forget_picture(self) -> None:
        self._pictures.clear()
        self._shown = None
        self._row = -1
        self._show_ground()

    def _scheme_changed(self) -> None:
        self._canvas.set_scheme(self._session.labels.scheme)
        self._refresh()

    def _current_changed(self, _face_id: str) -> None:
        self._show_picture()
        self._refresh()

    def _path(self, face: Face) -> Path:
        return self._session.labels.picture_path(face.picture)

    def _show_picture(self) -> None:
        face = self._session.current
        if face is None:
            self._shown = None
            self._show_ground()
            return
        path = self._path(face)
        picture = self._pictures.show(path, self._ahead(face), self._side())
        error = self._pictures.error_of(path)
        if picture is not None:
            self._patience.stop()
            again, self._shown = path == self._shown, path
            self._canvas.set_picture(picture.levels, picture.width, picture.height, again)
        elif error:
            self._patience.stop()
            self._shown = path
            self._canvas.show_message(tr("This picture cannot be shown"), error)
        elif path != self._shown:
            self._shown = None
            self._canvas.wait()  # never these points on the picture before
            self._patience.start()

    def _show_ground(self) -> None:
        self._patience.stop()
        self._canvas.set_picture(None, 0, 0)

    def _side(self) -> int:
        size = self._canvas.size() * self._canvas.devicePixelRatioF()
        return max(size.width(), size.height())

    def _ahead(self, face: Face) -> list[Path]:
        """Return the pictures that a person may turn to, by the way they have gone so far."""
        row = self._faces.row_of(face.id)
        if row >= 0 and self._row >= 0 and row != self._row:
            self._direction = 1 if row > self._row else -1
        self._row = row
        paths: list[Path] = []
        for step in _STEPS_AHEAD:
            other = self._session.labels.get(self._faces.neighbour(face.id, step * self._direction))
            path = self._path(other) if other is not None else None
            if path is not None and path not in paths and path != self._path(face):
                paths.append(path)
        return paths

    def _loaded(self, key: str) -> None:
        face = self._session.current
        if face is not None and key == str(self._path(face)):
            self._show_picture()
            self._refresh()
            if self._canvas.has_picture:
                self._mark(face.picture, "")

    def take_failure(self, path: str, error: str) -> None:
        """Mark a picture that could not be decoded."""
        picture = Pictures(self._session.labels.root).name(path)
        self._mark(picture, error.removeprefix(f"{path}: "))

    def _mark(self, picture: str, why: str) -> None:
        if translated(self._session.broken.get(picture, "")) != why:
            self._session.mark_broken({picture: why})

    def _refresh(self, *_: object) -> None:
        face = self._session.current
        scheme = self._session.labels.scheme
        if face is None:
            self._canvas.set_faces((), -1)
            self._points.model.show_points(scheme, None, None)
            self._points.show_face("", "", "")
            self._points.show_tags(())
            return
        siblings = self._session.labels.faces_of(face.picture)
        views = [self._view(other) for other in siblings]
        if self._canvas.has_picture:
            self._canvas.set_faces(views, siblings.index(face))
        self._canvas.set_editable(face.landmarks is not None and not self._session.read_only)
        self._points.model.show_points(scheme, face.landmarks, self._shown_runs.of(face)[0])
        row = self._faces.row(face.id)
        self._points.show_face(row.name, self._facts(face), self._hint(face, row.state))
        self._points.show_tags(face.tags)

    def _view(self, face: Face) -> FaceView:
        prediction, other = self._shown_runs.of(face)
        locked = self._locks.of(face.id)
        return FaceView(face.id, face.landmarks, prediction, face.box, locked, other)

    def _facts(self, face: Face) -> str:
        row = self._faces.row(face.id)
        known = row.error is not None and math.isfinite(row.error.nme)
        facts = []
        if row.error is not None and known:
            facts.append(f"NME {in_digits(100 * row.error.nme, '.1f')} %")
        if abs(row.yaw) > TURNED_DEGREES:
            facts.append(
                tr("turned left") if row.yaw > 0 else tr("turned right")
            )  # the subject's left
        return " · ".join(facts) or figures(row)

    def _hint(self, face: Face, state: FaceState) -> str:
        if face.verdict is not None:
            return f"{review_words(face.review).rstrip('.')}."
        if suspected := self._faces.row(face.id).suspected:
            why = tr(suspected)
            return tr("Suspicious labels: {why}", why=why if why.endswith("?") else f"{why}.")
        if face.landmarks is not None:
            runs = self._runs
            waits = not runs.run or runs.live or runs.predicting
            lacking = "" if waits or runs.prediction(face.id) is not None else _NOT_PREDICTED
            return tr(_HINTS.get(face.state, lacking))
        if state is FaceState.REJECTED:
            return tr(
                "The prediction was rejected: draw the face box and predict again, or skip it."
            )
        if state is FaceState.PREDICTED:
            return tr("Only predicted so far. Start from the prediction to drag its points.")
        if not self._session.labels.scheme.count:
            return tr(_NO_SCHEME)
        if self._runs.run:
            return tr("No prediction yet: predict the points, or place them by hand.")
        return tr(
            "This face has no points. Place the mean shape or point by point, or choose a run in "
            "Train to predict it."
        )

    # Gestures

    def _move(self, indices: tuple[int, ...], xy_image: Any) -> None:
        self._place(indices, xy_image, "")

    def _nudge(self, indices: tuple[int, ...], dx: float, dy: float) -> None:
        face = self._session.current
        if face is not None and face.landmarks is not None:
            xy_image = face.landmarks.xy_image[list(indices)] + (dx, dy)
            self._place(indices, xy_image, _steps("nudge", face, indices))

    def _reshape(self, indices: tuple[int, ...], xy_image: Any) -> None:
        face = self._session.current
        if face is not None:
            self._place(indices, xy_image, _steps("reshape", face, indices))

    def _place(self, indices: tuple[int, ...], xy_image: Any, merge_key: str) -> None:
        face = self._session.current
        if face is None or face.landmarks is None:
            return
        scheme = self._session.labels.scheme
        name = scheme.points[indices[0]] if len(indices) == 1 else f"{len(indices)} points"
        chosen = self._canvas.selection.points
        if len(chosen) == 1 < len(indices):  # the others followed
            name = f"{scheme.points[chosen[0]]} with its neighbours"
        self._session.perform(move_points(face, indices, xy_image, name, merge_key))

    def _draw_box(self, box_image: Box) -> None:
        face = self._session.current
        if face is None:
            return
        done = self._session.perform(set_box(face, box_image))
        if done and face.landmarks is None:  # the network now has a better place to look at
            self._runs.predict([replace(face, box=box_image)])


def _steps(verb: str, face: Face, indices: tuple[int, ...]) -> str:
    """Return what the steps have in common that are one edit together."""
    return " ".join((verb, face.id, *map(str, indices)))
