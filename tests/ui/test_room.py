"""Every page and dialog as it is shown on the screen of this process, in both languages.

`test_small_screens` runs it again on a small screen at the scales that people set.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtWidgets import QApplication, QDialog, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from kpstudio.app.language import speak
from kpstudio.core.schema import shipped_schemes
from kpstudio.ui.dialogs.scheme_editor import SchemeEditor
from kpstudio.ui.main_window import MainWindow
from kpstudio.ui.panels.room import Room, room_for
from kpstudio.ui.workspaces import Workspace
from tests.app.help import faces_folder, stored_run
from tests.ui.all_dialogs import see_dialogs
from tests.ui.clipping import clipped
from tests.ui.crowding import crowded
from tests.ui.driver import Script, drive

BESIDE = {
    Workspace.LABEL: ("points", "history"),
    Workspace.TRAIN: ("train_settings",),
    Workspace.REVIEW: ("review_summary", "breakdown", "what_moved"),
    Workspace.PHOTOS: ("points",),
}


WHOLE = {"ImportDialog", "RateFinderDialog", "SchemeChoice", "ShortcutsDialog", "TagsDialog"}
"""Dialogs whose list, picture or plot shrinks, so that what is said below it stays in view."""
IMM = 58
"""Points of the scheme whose drawing is looked at."""
FindChildOption = Qt.FindChildOption


def at_rest() -> bool:
    QApplication.processEvents()  # a layout settles in several rounds
    return True


def walk_pages(window: MainWindow, found: list[str]) -> Script:
    """Show every page, with the list and the panel beside it, and note what is cut off."""
    for workspace, panels in BESIDE.items():
        window.show_workspace(workspace)
        for part in ("faces_list", "side_panel"):
            window.actions_by_key[part].setChecked(True)
            for panel in panels:
                if part == "side_panel":
                    window.side.setCurrentWidget(getattr(window, panel))
                yield at_rest
                yield at_rest
                faults = [*clipped(window), *crowded(window)]
                found += [f"{workspace} {part} {panel}: {what}" for what in faults]


def needless(dialog: QDialog) -> Iterator[str]:
    """Yield how a dialog scrolls that need not: sideways, or with a list that can give way."""
    for area in dialog.findChildren(QScrollArea):
        if area.isVisible() and area.horizontalScrollBar().maximum() > 0:
            yield f"scrolls sideways in {area.width()} px"
    if type(dialog).__name__ in WHOLE:
        for area in dialog.findChildren(Room, options=FindChildOption.FindDirectChildrenOnly):
            if area.verticalScrollBar().maximum() > 0:
                yield f"scrolls in {area.height()} px"


def test_nothing_is_cut_off_on_this_screen(tmp_path, language: str) -> None:
    folder = faces_folder(tmp_path / "faces", 4, unlabelled=1)
    stored_run(folder, {0: 1.0, 1: 2.0, 2: 1.0, 3: 3.0})
    found: list[str] = []
    sizes: dict[str, QSize] = {}

    def look(dialog: QDialog) -> None:
        at_rest()
        at_rest()
        name = type(dialog).__name__
        found.extend(f"{name}: {what}" for what in needless(dialog))
        found.extend(f"{name}: {what}" for what in (*clipped(dialog), *crowded(dialog)))
        sizes[name] = dialog.size()

    def script(window: MainWindow) -> Script:
        yield lambda: window.canvas.has_picture
        room = room_for(window)
        window.resize(room)
        yield at_rest
        yield from walk_pages(window, found)
        assert window.size() == room
        yield from see_dialogs(window, look)
        window.show_welcome()
        yield at_rest
        found.extend(f"welcome: {what}" for what in clipped(window))
        assert "\n".join(found) == ""
        assert {name: size for name, size in sizes.items() if size.boundedTo(room) != size} == {}

    assert drive([str(folder)], script) == 0


def test_the_drawing_of_a_scheme_is_in_view_beside_its_table(
    qtbot: QtBot, language: str, qapp: QApplication
) -> None:
    speak(qapp, language)
    scheme = next(scheme for scheme in shipped_schemes() if scheme.count == IMM)
    angle = np.arange(IMM)
    parent = QWidget()
    qtbot.addWidget(parent)
    editor = SchemeEditor(scheme, scheme, np.column_stack([np.sin(angle), np.cos(angle)]), parent)
    editor.show()
    at_rest()
    for part, least in ((editor.drawing, QSize(180, 180)), (editor.table, QSize(280, 112))):
        in_view = part.visibleRegion().boundingRect().size()
        assert in_view.expandedTo(least) == in_view, type(part).__name__
    assert editor.drawing.mapTo(editor, QPoint()).x() > editor.table.mapTo(editor, QPoint()).x()
    editor.reject()
