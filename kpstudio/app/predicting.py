"""A run predicts some faces of the open folder, behind the window."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from kpstudio.app.jobs import Job, JobHandle
from kpstudio.app.session import Session
from kpstudio.core.errors import Problem
from kpstudio.core.labelset import Face
from kpstudio.core.landmarks import Landmarks
from kpstudio.core.scheme_map import SchemeMap
from kpstudio.store.codec import landmarks_to_text

PORTION = 200
"""Faces predicted in one go: a request for another face does not wait for a whole folder."""
_DRAIN_MS = 200
"""Told more often, how far it is would only have the window draw more often."""


class Predicted(NamedTuple):
    """What a run says of some faces.

    Attributes:
        points: By face id.
        texts: The same as the project keeps them: to write them is too much for the window's
            thread.
        problems: What could not be predicted.
    """

    points: dict[str, Landmarks]
    texts: dict[str, str]
    problems: list[Problem]


def predicting_job(session: Session, run: Path, faces: Sequence[Face], to: SchemeMap | None) -> Job:
    """Return a job, yet to be started, that finishes with `Predicted`.

    It reports how many faces are done.

    Args:
        session: Of the open folder.
        run: The folder of the run.
        faces: Those to predict.
        to: From the points of the run to those of the folder.
    """
    root = session.labels.root

    def work(handle: JobHandle) -> Predicted:
        from kpstudio.tasks.predicting import predict_faces

        def progress(done: int, _total: int) -> bool:
            handle.report(done)
            return not handle.cancelled

        points, problems = predict_faces(run, faces, root, progress, to=to)
        texts = {face_id: landmarks_to_text(found) for face_id, found in points.items()}
        return Predicted(points, texts, problems)

    return session.jobs.job(work, _DRAIN_MS)
