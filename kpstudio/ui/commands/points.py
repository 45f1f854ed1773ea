"""Going from point to point, choosing them all, and saying how far they can be seen."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np
from PySide6.QtCore import QObject, QPointF, QRectF

from kpstudio.app.language import tr, tr_count
from kpstudio.core.edits import set_visibility
from kpstudio.core.labelset import Face
from kpstudio.core.landmarks import FloatArray, Landmarks, Visibility
from kpstudio.core.mean_shape import mean_shape, shapes_of
from kpstudio.core.placing import filled, laid_over
from kpstudio.core.selection import Selection
from kpstudio.core.texts import say
from kpstudio.ui.frame import Frame

_NEXT = {
    Visibility.VISIBLE: Visibility.OCCLUDED,
    Visibility.OCCLUDED: Visibility.MISSING,
    Visibility.MISSING: Visibility.VISIBLE,
}
_MARKED = {
    Visibility.VISIBLE: say("Marked {what} as visible."),
    Visibility.OCCLUDED: say("Marked {what} as occluded."),
    Visibility.MISSING: say("Marked {what} as missing. V brings missing points back."),
}


class PointCommands(QObject):
    """What the menus do with single points of the face in view."""

    def __init__(self, window: Frame) -> None:
        super().__init__(window)
        self._window = window
        self._taken: dict[str, FloatArray] = {}
        """By face id, (K, 2) where points were before they were taken away; NaN for the others."""
        window.session.opened.connect(self._taken.clear)

    def slots(self) -> dict[str, Callable[..., object]]:
        """Return what to call for each key of the action table."""
        return {
            "all_points": self._window.canvas.choose_all,
            "previous_point": lambda: self.step(-1),
            "next_point": lambda: self.step(1),
            "visibility": self.turn_visibility,
        }

    def step(self, step: int) -> None:
        """Choose another point of the face, also one that is missing."""
        window = self._window
        count = window.session.labels.scheme.count
        if count:
            lead = window.canvas.selection.lead
            following = Selection.only((lead + step) % count if lead >= 0 else 0)
            window.canvas.turn_to(following)

    def turn_visibility(self) -> None:
        """Make the chosen points occluded, missing, or visible again, by turns."""
        window = self._window
        face, chosen = window.session.current, window.canvas.selection
        if face is None or face.landmarks is None or not chosen.points:
            window.status.say(tr("Select points of a labelled face first."))
            return
        landmarks = face.landmarks
        following = _NEXT[Visibility(landmarks.visibility[chosen.lead])]
        if following is Visibility.MISSING:
            before = self._taken.get(face.id, np.full((landmarks.count, 2), np.nan))
            self._taken[face.id] = filled(landmarks.xy_image, [before])
        places = None
        if following is Visibility.VISIBLE:
            places = filled(landmarks.xy_image, self._guesses(face, landmarks))
            places = places[list(chosen.points)]
        scheme = window.session.labels.scheme
        count = len(chosen.points)
        name = scheme.called(chosen.lead) if count == 1 else f"{count} points"
        what = name if count == 1 else tr_count("1 point", "{count} points", count)
        edit = set_visibility(face, chosen.points, following, name, places)
        if window.session.perform(edit):
            window.status.say(tr(_MARKED[following], what=what))

    def _guesses(self, face: Face, landmarks: Landmarks) -> Iterator[FloatArray]:
        """Yield where points may be, the best guess first; the last one is the view's middle."""
        if face.id in self._taken:
            yield self._taken[face.id]
        prediction = self._window.runs.prediction(face.id)
        if prediction is not None:
            yield prediction.xy_image
        labels = self._window.session.labels
        yield laid_over(
            mean_shape(shapes_of(list(labels), labels.scheme.count)), landmarks.xy_image
        )
        canvas = self._window.canvas
        middle: QPointF = QRectF(canvas.rect()).center()
        yield np.tile(canvas.image_from_view(middle), (landmarks.count, 1))
