"""A panel that follows what is open while it is in view, and what is worked out for it."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer

from kpstudio.app.behind import Behind
from kpstudio.app.language import tr
from kpstudio.app.run_book import RunBook
from kpstudio.app.session import Session
from kpstudio.core.labelset import Face
from kpstudio.core.landmarks import Landmarks
from kpstudio.core.progress import Progress
from kpstudio.core.texts import say
from kpstudio.ui.panels.followed import Followed

Answer = TypeVar("Answer")

ADDING_UP = (
    say("The errors are being calculated."),
    say("The calculation was cancelled. Switch to another tab and back to start again."),
)
"""What a panel says while errors are added up and nothing is there yet, and after cancelling."""


class Following(QObject):
    """Lets a panel be brought up to date, soon after something has changed and while it is in view.

    Once a person cancelled what is worked out for it, nothing more is until it comes into view
    anew.

    Attributes:
        behind: Works out what very many faces come to.
    """

    def __init__(
        self,
        session: Session,
        panel: Followed,
        update: Callable[[], None],
        words: tuple[str, str],
        after_ms: int = 0,
    ) -> None:
        """Follow.

        Args:
            session: What is open.
            panel: Whose contents follow.
            update: Brings them up to date.
            words: What the panel says while nothing is there yet, and after cancelling.
            after_ms: How long to wait for more: several signals at once are one reason.
        """
        super().__init__(session)
        self._panel = panel
        self._waiting, self._declined_words = words
        self._declined = False
        self.behind = Behind(session.jobs, self)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(after_ms)
        self._soon.timeout.connect(update)
        self.behind.cancelled.connect(self._decline)
        self.behind.failed.connect(panel.say)
        session.opened.connect(self.behind.stop)
        panel.shown.connect(self._begin)

    def _begin(self) -> None:
        self._declined = False
        self.again()

    def _decline(self) -> None:
        self._declined = True
        self._panel.say(tr(self._declined_words))

    def again(self, *_: object) -> None:
        """Bring the panel up to date soon, if it is in view."""
        if self._panel.isVisible() and not self._declined:
            self._soon.start()

    def work_out(
        self,
        work: Callable[[Progress], Answer],
        take: Callable[[Answer], None],
        faces: int,
        about: Hashable,
    ) -> None:
        """Have something worked out for the panel (`Behind.work_out`)."""
        self.behind.work_out(work, take, faces, about)
        if self.behind.busy and self._panel.empty:
            self._panel.say(tr(self._waiting))


def predictions_of(runs: RunBook, faces: Sequence[Face]) -> dict[str, Landmarks]:
    """Return what the run in use predicts of those of ``faces`` that it has predicted, by id."""
    found = ((face.id, runs.prediction(face.id)) for face in faces)
    return {face_id: points for face_id, points in found if points is not None}
