"""Between the session and the canvas: shows the face in view, turns gestures into edits."""

from __future__ import annotations

import math
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject

from kpstudio.app.face_list import FaceListModel
from kpstudio.app.pictures import PictureLoader
from kpstudio.app.run_book import RunBook
from kpstudio.app.session import Session
from kpstudio.core.edits import move_points, set_box
from kpstudio.core.geometry import Box
from kpstudio.core.labelset import Face, FaceState
from kpstudio.ui.canvas import Canvas, FaceView
from kpstudio.ui.panels.face_delegate import TURNED_DEGREES, figures
from kpstudio.ui.panels.points import PointsPanel

_HINTS = {
    FaceState.PREDICTED: "These points are a network's guess: drag what is off, then check.",
    FaceState.CHECKED: "Checked.",
}
_NO_SCHEME = (
    "These photos have no landmark scheme yet. Open a labelled folder, train there, and add these "
    "photos to it."
)


class CanvasController(QObject):
    """Keeps canvas and points table on the session's current face."""

    def __init__(
        self,
        session: Session,
        runs: RunBook,
        faces: FaceListModel,
        pictures: PictureLoader,
        canvas: Canvas,
        points: PointsPanel,
    ) -> None:
        super().__init__(canvas)
        self._session = session
        self._runs = runs
        self._faces = faces
        self._pictures = pictures
        self._canvas = canvas
        self._points = points
        self._shown: Path | None = None
        session.opened.connect(self._opened)
        session.current_changed.connect(self._current_changed)
        session.scheme_changed.connect(self._scheme_changed)
        session.faces_changed.connect(self._refresh)
        session.faces_listed.connect(self._refresh)
        runs.predictions_changed.connect(self._refresh)
        pictures.loaded.connect(self._loaded)
        canvas.points_moved.connect(self._move)
        canvas.point_nudged.connect(self._nudge)
        canvas.point_chosen.connect(points.choose)
        canvas.box_drawn.connect(self._draw_box)
        canvas.face_chosen.connect(session.choose)
        points.point_chosen.connect(canvas.choose_point)
        points.point_sought.connect(canvas.zoom_at)
        canvas.point_hovered.connect(points.model.hover)

    # Showing

    def _opened(self) -> None:
        self._pictures.clear()
        self._shown = None
        self._canvas.set_scheme(self._session.labels.scheme)
        self._canvas.set_picture(None, 0, 0)
        self._refresh()

    def _scheme_changed(self) -> None:
        self._canvas.set_scheme(self._session.labels.scheme)
        self._refresh()

    def _current_changed(self, _face_id: str) -> None:
        self._show_picture()
        self._refresh()
        self._prefetch()

    def _path(self, face: Face) -> Path:
        return self._session.labels.picture_path(face.picture)

    def _show_picture(self) -> None:
        face = self._session.current
        if face is None:
            self._shown = None
            self._canvas.set_picture(None, 0, 0)
            return
        path = self._path(face)
        if path == self._shown:
            return
        picture = self._pictures.get(path)
        error = self._pictures.error_of(str(path))
        if picture is not None:
            self._shown = path
            self._canvas.set_picture(picture.pixels, picture.width, picture.height)
        elif error:
            self._shown = path
            self._canvas.show_message("This picture cannot be shown", error)
        else:
            self._shown = None
            self._canvas.set_picture(None, 0, 0)  # never these points on the picture before

    def _loaded(self, key: str) -> None:
        face = self._session.current
        if face is not None and key == str(self._path(face)):
            self._show_picture()

    def _prefetch(self) -> None:
        face = self._session.current
        if face is None:
            return
        # Asked for last comes first: the next face before the one before.
        for step in (-1, 1):
            other = self._session.labels.get(self._faces.neighbour(face.id, step))
            if other is not None:
                self._pictures.get(self._path(other))

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
        self._canvas.set_faces(views, siblings.index(face))
        self._canvas.set_editable(face.landmarks is not None)
        self._points.model.show_points(scheme, face.landmarks, self._runs.prediction(face.id))
        row = self._faces.row(face.id)
        self._points.show_face(row.name, self._facts(face), self._hint(face, row.state))
        self._points.show_tags(face.tags)

    def _view(self, face: Face) -> FaceView:
        return FaceView(face.id, face.landmarks, self._runs.prediction(face.id), face.box)

    def _facts(self, face: Face) -> str:
        row = self._faces.row(face.id)
        known = row.error is not None and math.isfinite(row.error.nme)
        facts = [f"NME {100 * row.error.nme:.1f} %"] if row.error is not None and known else []
        if abs(row.yaw) > TURNED_DEGREES:
            facts.append("turned left" if row.yaw > 0 else "turned right")  # the subject's left
        return " · ".join(facts) or figures(row)

    def _hint(self, face: Face, state: FaceState) -> str:
        if face.landmarks is not None:
            return _HINTS.get(face.state, "")
        if state is FaceState.PREDICTED:
            return "Only predicted so far. Start from the prediction to drag its points."
        if not self._session.labels.scheme.count:
            return _NO_SCHEME
        if self._runs.run:
            return "No prediction yet."
        return "This face has no points. Choose a run in Train to predict it."

    # Gestures

    def _move(self, indices: tuple[int, ...], xy_image: Any) -> None:
        self._place(indices, xy_image, "")

    def _nudge(self, point: int, dx: float, dy: float) -> None:
        face = self._session.current
        if face is not None and face.landmarks is not None and face.landmarks.present[point]:
            xy_image = face.landmarks.xy_image[[point]] + (dx, dy)
            self._place((point,), xy_image, f"nudge {face.id} {point}")

    def _place(self, indices: tuple[int, ...], xy_image: Any, merge_key: str) -> None:
        face = self._session.current
        if face is None or face.landmarks is None:
            return
        scheme = self._session.labels.scheme
        name = scheme.points[indices[0]] if len(indices) == 1 else f"{len(indices)} points"
        self._session.perform(move_points(face, indices, xy_image, name, merge_key))

    def _draw_box(self, box_image: Box) -> None:
        face = self._session.current
        if face is None:
            return
        done = self._session.perform(set_box(face, box_image))
        if done and face.landmarks is None:  # the network now has a better place to look at
            self._runs.predict([replace(face, box=box_image)])
