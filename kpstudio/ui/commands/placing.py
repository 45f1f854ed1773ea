"""Guided placing: the mean shape by two clicks or a box, or one point after the other."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QObject

from kpstudio.app.language import tr
from kpstudio.core.dropping import Dropping, eyes_of
from kpstudio.core.edits import place_points
from kpstudio.core.labelset import Face
from kpstudio.core.landmarks import FloatArray, Landmarks, Source, Visibility
from kpstudio.core.selection import Selection
from kpstudio.ui.canvas.content import Guide
from kpstudio.ui.frame import Frame


@dataclass
class _Course:
    """A walk over the missing points of a face.

    Attributes:
        face_id: The face.
        points: The numbers of the points that were missing at first.
        at: Which of them is asked for.
        placing: Whether a change of the face is the walk's own.
    """

    face_id: str
    points: tuple[int, ...]
    at: int = 0
    placing: bool = False


class PlacingCommands(QObject):
    """Gives a face without points its points by hand; each click is on disk at once."""

    def __init__(self, window: Frame) -> None:
        super().__init__(window)
        self._window = window
        self._course: _Course | None = None
        canvas, session = window.canvas, window.session
        canvas.shape_dropped.connect(self._drop)
        canvas.point_placed.connect(self._place)
        canvas.placing_stepped.connect(self._step)
        canvas.placing_left.connect(self._leave)
        session.current_changed.connect(self._over)
        session.opened.connect(self._over)
        session.reread.connect(self._over)
        session.scheme_changed.connect(self._over)
        session.faces_changed.connect(self._changed)

    def slots(self) -> dict[str, Callable[..., object]]:
        """Return what to call for each key of the action table."""
        return {"drop_shape": self.drop_shape, "place_points": self.place_points}

    # The mean shape

    def drop_shape(self) -> None:
        """Ask for the two eyes or a box, where the mean shape shall lie."""
        window, known = self._window, self._window.shapes.known
        if known.mean is None:
            window.status.say(tr("{words} Place the points one by one.", words=tr(known.words)))
            return
        self._over()
        eyes = eyes_of(window.session.labels.scheme)
        window.canvas.start_shape(Dropping(known.mean, eyes))
        window.canvas.setFocus()
        window.status.hint(
            tr(
                "Click the middle of each eye, or drag a box, to place the mean shape there. With "
                "keys: Enter puts it into the face box, arrow keys move a crosshair to the eyes. "
                "Esc cancels."
            )
            if eyes
            else tr(
                "Drag a box to place the mean shape there. Enter puts it into the face box; Esc "
                "cancels."
            )
        )

    def _drop(self, xy_image: FloatArray) -> None:
        face = self._window.session.current
        if face is None or len(xy_image) != self._window.session.labels.scheme.count:
            return
        landmarks = Landmarks.of(xy_image, Source.PERSON)
        if self._window.session.perform(place_points(face, landmarks, "place the mean shape")):
            self._window.status.hint(
                tr("Drag what is off. Hold Ctrl to let the neighbours follow.")
            )

    # Point after point

    def place_points(self) -> None:
        """Ask for the points that the face lacks, one after the other."""
        face, count = self._window.session.current, self._window.session.labels.scheme.count
        if face is None or not count:
            return
        present = face.landmarks.present if face.landmarks is not None else np.zeros(count, bool)
        missing = tuple(np.flatnonzero(~present).tolist())
        if missing:
            self._course = _Course(face.id, missing)
            self._window.canvas.turn_to(Selection())
            self._window.canvas.setFocus()
            self._ask()

    def _ask(self) -> None:
        """Ask for the next point, or end where there is none."""
        window, course = self._window, self._course
        face = window.session.current
        if course is None or face is None:
            return
        if course.at >= len(course.points):
            self._over()
            window.status.hint(
                tr("All points are placed. Correct what is off, then mark the face as checked.")
            )
            return
        point = course.points[course.at]
        guide = Guide(point, window.shapes.known.mean, self._expected(face, point))
        window.canvas.ask_for(guide)
        name, count = window.session.labels.scheme.called(point), len(course.points)
        window.status.hint(
            tr(
                "Point {at} of {count}: click {name}, or move a crosshair there with arrow keys "
                "and press Enter.",
                name=name,
                at=course.at + 1,
                count=count,
            )
        )

    def _expected(self, face: Face, point: int) -> FloatArray | None:
        """Return where the points placed so far want the next, (2,) image frame."""
        prior = self._window.shapes.known.prior
        if prior is None or face.landmarks is None or face.landmarks.count != prior.count:
            return None
        placed = np.flatnonzero(face.landmarks.present)
        try:
            shape = prior.fit_to(placed.tolist(), face.landmarks.xy_image[placed])
        except ValueError:  # too few yet, or too odd to tell
            return None
        place = shape[point]
        inside = bool(self._window.canvas.limits_image.contains(place))
        return np.asarray(place) if inside else None

    def _place(self, xy_image: FloatArray) -> None:
        course = self._course
        if course is not None and course.at < len(course.points):
            self._put(course.points[course.at], xy_image)
            course.at += 1
            self._ask()

    def _step(self, step: int) -> None:
        course = self._course
        if course is None:
            return
        if step < 0 < course.at:
            course.at -= 1
            self._put(course.points[course.at], None)
        elif step > 0:
            course.at += 1
        self._ask()

    def _put(self, point: int, xy_image: FloatArray | None) -> None:
        """Place a point of the face, or take it away."""
        session, course = self._window.session, self._course
        face = session.current
        if face is None or course is None:
            return
        empty = np.full((session.labels.scheme.count, 2), np.nan)
        before = face.landmarks or Landmarks.of(empty, Source.PERSON)
        if xy_image is not None:
            landmarks = before.moved([point], xy_image[None])
        elif before.present[point]:
            landmarks = before.seen_as([point], Visibility.MISSING)
        else:
            return
        course.placing = True
        # One face, one step back: all clicks of this walk are undone together.
        key = f"place {face.id} {course.points}"
        session.perform(place_points(face, landmarks, "place the points", key))
        course.placing = False

    def _changed(self, face_ids: tuple[str, ...]) -> None:
        """Go on with what is missing after something else, such as undoing, changed the face."""
        course, face = self._course, self._window.session.current
        if course is None or course.placing or face is None or face.id not in face_ids:
            return
        there = face.landmarks.present if face.landmarks is not None else None
        missing = [k for k, point in enumerate(course.points) if there is None or not there[point]]
        course.at = missing[0] if missing else len(course.points)
        self._ask()

    def _leave(self) -> None:
        """End by Esc: what is placed stays, and can be undone."""
        course, face = self._course, self._window.session.current
        self._over()
        if course is None or face is None:
            return
        there = face.landmarks.present if face.landmarks is not None else None
        left = sum(there is None or not there[point] for point in course.points)
        if left == len(course.points):
            self._window.status.say(tr("No point was placed."))
        else:
            self._window.status.say(
                tr(
                    "{placed} points are placed, {missing} are missing. Undo removes them again.",
                    placed=len(course.points) - left,
                    missing=left,
                )
            )

    def _over(self, *_: object) -> None:
        if self._course is not None:
            self._course = None
            self._window.canvas.stop_asking()
