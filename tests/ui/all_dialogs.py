"""Opens every dialog of the window, one after the other, for tests that look at each."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtWidgets import QApplication, QDialog

from kpstudio.core.edits import move_points
from kpstudio.io.choosing import ASK
from kpstudio.io.exporting import export
from kpstudio.ui import dialogs
from kpstudio.ui.main_window import MainWindow
from tests.app.help import faces_folder
from tests.ui.driver import Script, later

DIALOGS = (
    "settings", "keys", "export", "problems", "edit_scheme", "tags", "sweep", "find_rate",
    "check_labels", "palette", "public_data", "about", "author", "give_back", "second_labels",
    "import_labels", "find_suspects", "help",
)  # fmt: skip
"""The actions that open them."""


def _import(window: MainWindow) -> None:
    labels, root = window.session.labels, window.session.path
    face = next(face for face in labels if face.landmarks is not None)
    moved = move_points(face, [0], face.landmarks.xy_image[[0]] + 3.0, "move").changes[0].after
    export(labels, (moved,), "dlib", root.with_name("others"))
    window.imports.take(root.with_name("others"))


def _which_labels(window: MainWindow) -> None:
    labels, root = window.session.labels, window.session.path
    export(labels, tuple(labels)[:2], "dlib", root)
    window.files.open(root, ASK)


def _which_points(window: MainWindow) -> None:
    bare = faces_folder(window.session.path.with_name("bare"), 0, unlabelled=2)

    def choose() -> None:
        window.session.opened.disconnect(choose)
        later(window.actions_by_key["edit_scheme"].trigger)

    window.session.opened.connect(choose)
    window.files.open(bare)


OTHERS: dict[str, Callable[[MainWindow], object]] = {
    "percentage": lambda window: window.measuring.ask_threshold(),
    "persons": lambda window: window.faces.search_box.persons_asked.emit(),
    "import": _import,
    "which labels": _which_labels,
    "which points": _which_points,
}
"""What opens those that no action opens at once; the last one opens a folder without points."""


def kinds() -> set[str]:
    """Return the names of all classes in ``ui/dialogs`` that are dialogs."""
    return {
        name
        for module in pkgutil.iter_modules(dialogs.__path__, f"{dialogs.__name__}.")
        for name, kind in vars(importlib.import_module(module.name)).items()
        if isinstance(kind, type)
        and kind.__module__.startswith(dialogs.__name__)
        and issubclass(kind, QDialog)
    }


def see_dialogs(
    window: MainWindow, look: Callable[[QDialog], None], keys: Iterable[str] = (*DIALOGS, *OTHERS)
) -> Script:
    """Open dialogs, of actions and of `OTHERS`, one by one, look at each, and close it."""
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

        other = OTHERS.get(key)
        later(partial(other, window) if other else window.actions_by_key[key].trigger)
        yield shown
