"""What is known of the shapes of the open folder: learnt behind the window, again as it grows."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from kpstudio.app.jobs import Job, JobHandle
from kpstudio.app.language import tr
from kpstudio.app.session import Session
from kpstudio.core.known_shape import KnownShape, known_shape
from kpstudio.core.mean_shape import shapes_of
from kpstudio.core.texts import say

_GROWN = 1.25
_MORE = 5

LEARNING = KnownShape(
    None, None, say("The shape model is still being learnt; try again in a moment.")
)
NOTHING = KnownShape(None, None, say("No folder is open."))


class ShapeBook(QObject):
    """Learns from the labelled faces at opening, and whenever there are a quarter more of them.

    Attributes:
        known: What is known now.

    Signals:
        changed: other things are known.
    """

    changed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self.known = NOTHING
        self._learnt_from = 0
        self._job: Job | None = None
        session.opened.connect(self._learn_anew)
        session.reread.connect(self._learn_anew)
        session.scheme_changed.connect(self._learn_anew)
        session.history_changed.connect(self._learn_if_grown)

    def _learn_anew(self) -> None:
        if self._job is not None:
            self._job.cancel()
        self._set(LEARNING)
        self._learn()

    def _learn_if_grown(self) -> None:
        count = self._session.labels.labelled_count
        if self._job is None and count >= _GROWN * self._learnt_from + _MORE:
            self._learn()

    def _learn(self) -> None:
        labels = self._session.labels
        self._learnt_from = labels.labelled_count
        faces, schemes = tuple(labels), (labels.scheme, labels.own_scheme)

        def work(_: JobHandle) -> KnownShape:
            return known_shape(shapes_of(faces, schemes[0].count), *schemes)

        job = self._session.jobs.job(work)
        job.finished.connect(self._take)
        job.failed.connect(self._fail)
        job.ended.connect(self._over)
        self._job = job
        job.start()

    def _take(self, known: KnownShape) -> None:
        if self.sender() is self._job:
            self._set(known)

    def _fail(self, error: Exception) -> None:
        if self.sender() is self._job:
            self._set(
                KnownShape(
                    None, None, tr("The shape model could not be learnt: {error}", error=error)
                )
            )

    def _over(self) -> None:
        if self.sender() is self._job:
            self._job = None

    def _set(self, known: KnownShape) -> None:
        self.known = known
        self.changed.emit()
