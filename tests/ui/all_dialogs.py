"""Opens every dialog of the window, one after the other, for tests that look at each."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtWidgets import QApplication, QDialog

from kpstudio.ui.main_window import MainWindow
from tests.ui.driver import Script, later

DIALOGS = (
    "settings", "keys", "export", "problems", "edit_scheme", "tags", "sweep", "find_rate",
    "check_labels", "palette", "public_data", "about", "author", "give_back", "second_labels",
    "import_labels", "find_suspects",
)  # fmt: skip
"""The actions that open them."""


def see_dialogs(
    window: MainWindow, look: Callable[[QDialog], None], keys: Iterable[str] = DIALOGS
) -> Script:
    """Open the dialogs of actions one after the other, look at each, and close it."""
    for key in keys:
        seen: list[QDialog] = []

        def shown(seen=seen) -> bool:
            top = [w for w in QApplication.topLevelWidgets() if isinstance(w, QDialog)]
            top = [w for w in top if w.isVisible()]
            if top and not seen:
                seen.append(top[0])
                look(top[0])
                top[0].reject()
            return bool(seen) and not top

        later(window.actions_by_key[key].trigger)
        yield shown
