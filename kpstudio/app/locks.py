"""Which points of which faces are locked, until another folder is opened or the program ends."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal

from kpstudio.app.language import tr_count
from kpstudio.app.session import Session


class Locks(QObject):
    """Remembers locked points by face; they are a help for the hand, and no part of the labels.

    Signals:
        changed: other points are locked.
    """

    changed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._locked: dict[str, frozenset[int]] = {}
        session.opened.connect(self._locked.clear)

    def of(self, face_id: str) -> frozenset[int]:
        """Return the locked points of a face."""
        return self._locked.get(face_id, frozenset())

    def why_not(self, face_id: str) -> str:
        """Return why not all points of a face can be moved, and what to do; "" where they can."""
        count = len(self.of(face_id))
        if not count:
            return ""
        return tr_count(
            "This moves all points, and 1 of them is locked. Select the one marked with a square "
            "and press K to unlock it.",
            "This moves all points, and {count} of them are locked. Select those marked with a "
            "square and press K to unlock them.",
            count,
        )

    def toggle(self, face_id: str, points: Iterable[int]) -> bool:
        """Lock points, or let them go if all of them are locked; return whether they are now."""
        chosen, before = frozenset(points), self.of(face_id)
        locking = not chosen <= before
        self._locked[face_id] = before | chosen if locking else before - chosen
        self.changed.emit()
        return locking
