"""The saved filters of the open project."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from kpstudio.app.language import tr
from kpstudio.app.session import Session
from kpstudio.core.errors import InputError
from kpstudio.core.filters import SETTING, renamed, with_filter, without


class FilterBook(QObject):
    """Searches with a name, kept by the project.

    Signals:
        changed: a filter came, went, or is another.
    """

    changed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._filters: dict[str, str] = {}
        session.opened.connect(self._reopen)

    @property
    def filters(self) -> dict[str, str]:
        """Name -> search."""
        return dict(self._filters)

    def save(self, name: str, text: str) -> None:
        """Keep a search under a name, in place of one called so.

        Raises:
            InputError: If the name or the search is wrong, or it cannot be kept.
        """
        self._keep(with_filter(self._filters, name, text))

    def rename(self, old: str, new: str) -> None:
        """Call a filter otherwise, in the searches that use it too.

        Raises:
            InputError: If the name is wrong or taken, or it cannot be kept.
        """
        self._keep(renamed(self._filters, old, new))

    def delete(self, name: str) -> None:
        """Forget a filter.

        Raises:
            InputError: If another one uses it, or that cannot be kept.
        """
        self._keep(without(self._filters, name))

    def _keep(self, filters: dict[str, str]) -> None:
        project = self._session.project
        if project is None:
            raise InputError(tr("filters belong to a folder, and none is open: open one first"))
        project.set_setting(SETTING, filters)
        self._filters = filters
        self.changed.emit()

    def _reopen(self) -> None:
        project = self._session.project
        kept = project.setting(SETTING, {}) if project is not None else {}
        self._filters = {str(name): str(text) for name, text in dict(kept).items()}
        self.changed.emit()
