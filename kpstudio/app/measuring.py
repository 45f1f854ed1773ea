"""What errors are measured by in the window: one place that everything showing them follows."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from kpstudio.app.language import translated
from kpstudio.app.session import Session
from kpstudio.core.errors import InputError
from kpstudio.core.metrics import Yardstick
from kpstudio.core.normalisers import normaliser_named, normalisers_of
from kpstudio.core.schema import Normaliser, PointSchema
from kpstudio.tasks.measuring import remember_yardstick, remembered_yardstick


class Measuring(QObject):
    """The yardstick of the open project, which remembers it.

    Signals:
        changed: errors are divided by another length, or fail above another threshold.
        failed: one sentence for the person.
    """

    changed = Signal()
    failed = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._scheme: PointSchema | None = None
        self._yardstick = Yardstick(session.labels.scheme.normaliser)
        session.opened.connect(self._forget)

    def _forget(self) -> None:
        self._scheme = None

    @property
    def yardstick(self) -> Yardstick:
        """What errors are divided by, and above what a face has failed."""
        scheme = self._session.labels.scheme
        if scheme is not self._scheme:
            # In this order: another thread may ask meanwhile.
            self._yardstick = remembered_yardstick(self._session.project, scheme)
            self._scheme = scheme
        return self._yardstick

    @property
    def offered(self) -> tuple[Normaliser, ...]:
        """The lengths that the points of the open folder allow, the scheme's own first."""
        return normalisers_of(self._session.labels.scheme)

    def divide_by(self, name: str) -> None:
        """Divide errors by one of those `offered`."""
        normaliser = normaliser_named(self._session.labels.scheme, name)
        self._take(replace(self.yardstick, normaliser=normaliser))

    def fail_above(self, threshold: float) -> None:
        """Count faces as failed above this NME, a fraction."""
        self._take(replace(self.yardstick, threshold=threshold))

    def _take(self, yardstick: Yardstick) -> None:
        project, scheme = self._session.project, self._session.labels.scheme
        if yardstick == self._yardstick:
            return
        self._yardstick = yardstick
        if project is not None:
            try:
                remember_yardstick(project, yardstick, scheme)
            except InputError as error:
                self.failed.emit(translated(error))
        self.changed.emit()
