"""What the shape model does for a hand: locks, fitting a shape, the plausibility meter."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from PySide6.QtCore import QObject

from kpstudio.app.language import tr, tr_count, translated
from kpstudio.core.contour import run_of, spaced_evenly
from kpstudio.core.edits import move_points
from kpstudio.core.labelset import Face
from kpstudio.core.shape_prior import FEWEST, ShapePrior
from kpstudio.ui.frame import Frame


class ShapeCommands(QObject):
    """Lets points be locked and shapes be fitted; tells canvas and meter what shapes are like."""

    def __init__(self, window: Frame) -> None:
        super().__init__(window)
        self._window = window
        window.shapes.changed.connect(self._know)
        window.canvas.shape_judged.connect(window.points.meter.show_usual)
        window.canvas.points_held.connect(
            lambda: window.status.say(tr("Hold Ctrl while dragging to let the neighbours follow."))
        )

    def slots(self) -> dict[str, Callable[..., object]]:
        """Return what to call for each key of the action table."""
        return {
            "lock": self.lock,
            "fit_shape": self.fit_shape,
            "space_evenly": self.space_evenly,
            "bend_lines": self.bend_lines,
        }

    def _know(self) -> None:
        window = self._window
        known = window.shapes.known
        window.points.meter.explain(known.words, window.session.labels.scheme)
        window.canvas.set_shape_prior(known.prior)

    def lock(self) -> None:
        """Lock the chosen points, or let them go if all of them are locked."""
        window = self._window
        face, chosen = window.session.current, window.canvas.selection.points
        if face is None or face.landmarks is None:
            return
        present = [point for point in chosen if face.landmarks.present[point]]
        if not present:
            window.status.say(tr("Select existing points first, then lock them."))
            return
        locking = window.locks.toggle(face.id, present)
        alone = len(present) == 1
        name = (
            window.session.labels.scheme.called(present[0])
            if alone
            else tr_count("1 point", "{count} points", len(present))
        )
        window.status.say(
            tr("Locked {name} until you press K again or open another folder.", name=name)
            if locking
            else tr("Unlocked {name}.", name=name)
        )

    def fit_shape(self) -> None:
        """Put the points that are neither chosen nor locked where the shape model wants them."""
        window = self._window
        face, prior = window.session.current, window.shapes.known.prior
        if face is None or face.landmarks is None:
            return
        if prior is None:
            window.status.say(tr(window.shapes.known.words))
            return
        try:
            self._fit(face, prior)
        except ValueError as error:
            window.status.say(tr("Nothing was fitted: {error}.", error=translated(error)))

    def _fit(self, face: Face, prior: ShapePrior) -> None:
        window, landmarks = self._window, face.landmarks
        assert landmarks is not None
        chosen = window.canvas.selection.points
        if len([point for point in chosen if landmarks.present[point]]) < FEWEST:
            window.status.say(
                tr(
                    "Select at least {fewest} points that are right, then fit the shape.",
                    fewest=FEWEST,
                )
            )
            return
        kept = np.zeros(landmarks.count, dtype=np.bool_)
        kept[[*chosen, *window.locks.of(face.id)]] = True
        given = np.flatnonzero(kept & landmarks.present)
        fitted = prior.fit_to(given.tolist(), landmarks.xy_image[given])
        moving = np.flatnonzero(~kept & landmarks.present & prior.known)
        if len(moving) == 0:
            window.status.say(tr("Every point is selected or locked: nothing is left to fit."))
            return
        places = window.canvas.limits_image.nearest(fitted[moving])
        edit = move_points(face, moving.tolist(), places, f"{len(moving)} points to the shape")
        if window.session.perform(edit):
            window.status.say(
                tr(
                    "Fitted {count} points to the other {staying}.",
                    count=len(moving),
                    staying=len(given),
                )
            )

    def bend_lines(self, bending: bool) -> None:
        """Let dragged points of the jaw, a brow or another line bend it, or stop that."""
        self._window.canvas.bend_lines(bending)
        self._window.status.say(
            tr(
                "Drag a point of the jaw or a brow to bend the line; its neighbours stay evenly "
                "spaced."
            )
            if bending
            else tr("Dragging moves single points again.")
        )

    def space_evenly(self) -> None:
        """Set the chosen points at equal distances along the curve through them."""
        window = self._window
        face, scheme = window.session.current, window.session.labels.scheme
        if face is None or face.landmarks is None:
            return
        landmarks = face.landmarks
        chosen = [point for point in window.canvas.selection.points if landmarks.present[point]]
        if len(chosen) < FEWEST:
            window.status.say(
                tr("Select at least {fewest} points of one line, then space them.", fewest=FEWEST)
            )
            return
        run, locked = run_of(scheme, chosen), window.locks.of(face.id)
        fixed = [place for place, point in enumerate(run) if point in locked]
        before = landmarks.xy_image[list(run)]
        after = window.canvas.limits_image.nearest(spaced_evenly(before, fixed))
        still = [0, *fixed, len(run) - 1]
        after[still] = before[still]
        edit = move_points(face, run, after, f"{len(run)} points to equal distances")
        if window.session.perform(edit):
            first, last = scheme.called(run[0]), scheme.called(run[-1])
            window.status.say(
                tr(
                    "Spaced {count} points evenly from {first} to {last}.",
                    count=len(run),
                    first=first,
                    last=last,
                )
            )
