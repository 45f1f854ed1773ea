"""Working by keys alone: the focus stays where one works, and the menu key's menu is at hand."""

from __future__ import annotations

import sys

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QMenu, QWidget

from kpstudio.core.edits import set_state
from kpstudio.core.labelset import FaceState
from kpstudio.core.selection import Selection
from kpstudio.ui.dialogs.help import HelpDialog
from kpstudio.ui.dialogs.tags import TagsDialog
from kpstudio.ui.main_window import MainWindow
from kpstudio.ui.panels.key_field import KeyField
from kpstudio.ui.workspaces import Workspace
from tests.ui.all_dialogs import DIALOGS, see_dialogs
from tests.ui.driver import Script, dialog, key, later
from tests.ui.test_focus import takers
from tests.ui.test_reading_order import Faults, said, walk

SHIFT = Qt.KeyboardModifier.ShiftModifier


def focus() -> str:
    """Return what has the focus."""
    now = QApplication.focusWidget()
    return said(now) if now is not None else "nothing"


def test_a_history_that_was_empty_takes_no_keys_with_its_first_entry(tmp_path) -> None:
    def script(window: MainWindow, found: Faults) -> Script:
        canvas = window.canvas
        canvas.setFocus()
        window.actions_by_key["history"].trigger()
        assert not window.history.list.isVisible()
        canvas.choose_points(Selection.only(3))
        before = window.session.current.landmarks.xy_image[3].copy()
        for _ in range(2):
            key(window, Qt.Key.Key_Right)
        yield window.history.list.isVisible
        found["focus"] = [] if canvas.hasFocus() else [focus()]
        moved = window.session.current.landmarks.xy_image[3] - before
        assert moved.tolist() == [2.0, 0.0]
        window.actions_by_key["history"].trigger()
        assert window.history.list.hasFocus()

    walk(tmp_path, script)


def test_the_picture_has_the_keys_where_a_workspace_hides_what_had_them(tmp_path) -> None:
    def script(window: MainWindow, found: Faults) -> Script:
        window.session.perform(set_state(window.session.current, FaceState.CHECKED))
        for workspace in Workspace:
            window.show_workspace(Workspace.LABEL)
            window.actions_by_key["history"].trigger()
            yield window.history.list.hasFocus
            window.actions_by_key[f"show_{workspace.lower()}"].trigger()
            found[workspace] = [] if window.canvas.hasFocus() else [focus()]
        window.show_workspace(Workspace.TRAIN)
        window.runs_table.view.setFocus()
        window.show_workspace(Workspace.LABEL)
        found["from the runs"] = [] if window.canvas.hasFocus() else [focus()]
        for action, part in (
            ("faces_list", window.faces.view),
            ("side_panel", window.points.table),
        ):
            part.setFocus()
            window.actions_by_key[action].trigger()
            found[action] = [] if window.canvas.hasFocus() else [focus()]
            window.actions_by_key[action].trigger()
        window.faces.view.setFocus()
        window.faces.search.setText("no such name")
        way_out = window.faces._help.hasFocus()  # a button that clears the search
        found["an empty list"] = [] if way_out else [focus()]
        window.show_workspace(Workspace.REVIEW)
        window.points.table.setFocus()
        window.side.setCurrentWidget(window.review_summary)  # as a click on the tab does
        found["another page"] = [] if window.canvas.hasFocus() else [focus()]

    walk(tmp_path, script)


def test_esc_closes_a_dialog_from_wherever_the_focus_is(tmp_path) -> None:
    def script(window: MainWindow, found: Faults) -> Script:
        for action in DIALOGS:
            met: set[str] = set()
            more = [True]
            while more.pop():

                def look(dialog: QDialog, met=met, more=more, action=action) -> None:
                    dialog.activateWindow()
                    QApplication.processEvents()
                    for widget in takers(dialog):
                        if said(widget) in met or isinstance(widget, KeyField):  # Esc leaves it
                            continue
                        met.add(said(widget))
                        widget.setFocus()
                        QTest.keyClick(widget, Qt.Key.Key_Escape)
                        found[f"{action}, {said(widget)}"] = ["stays"] * dialog.isVisible()
                        more.append(True)
                        return
                    more.append(False)

                yield from see_dialogs(window, look, (action,))

    walk(tmp_path, script)


@pytest.mark.skipif(sys.platform == "win32", reason="there the system asks for the menu")
def test_shift_f10_opens_the_menu_of_what_has_the_focus(tmp_path) -> None:
    def script(window: MainWindow, found: Faults) -> Script:
        def look(where: str, widget: QWidget, entry: str) -> None:
            widget.window().activateWindow()
            QApplication.processEvents()
            widget.setFocus()
            key(window, Qt.Key.Key_F10, SHIFT)
            menu = QApplication.activePopupWidget()
            acts = menu.actions() if isinstance(menu, QMenu) else []
            texts = [act.text().replace("&", "").partition("\t")[0] for act in acts]
            found[where] = [] if entry in texts else [f"{texts}"]
            if menu is not None:
                menu.close()

        face = window.session.current
        window.session.perform(set_state(face, FaceState.CHECKED))
        look("picture", window.canvas, "Mirror face")
        look("list", window.faces.view, "Copy file name")
        window.canvas.choose_points(Selection.only(3))
        look("points", window.points.table, "Lock or unlock points")
        window.show_history()
        look("history", window.history.list, "Copy text")
        window.actions_by_key["gallery"].trigger()
        yield window.gallery.view.isVisible
        look("gallery", window.gallery.view, "Copy file name")
        window.show_workspace(Workspace.TRAIN)
        window.runs_table.select([window.runs_table.model.runs[0].name])
        yield window.runs_table.view.isVisible
        look("runs", window.runs_table.view, "Use for predictions")
        window.show_workspace(Workspace.LABEL)
        window.session.choose(face.id)
        later(window.actions_by_key["tags"].trigger)
        yield lambda: dialog(TagsDialog) is not None
        line = dialog(TagsDialog).findChild(QLineEdit)
        line.setText("glasses")
        look("field of a dialog", line, "Select All")
        dialog(TagsDialog).reject()
        later(window.actions_by_key["help"].trigger)
        yield lambda: dialog(HelpDialog) is not None
        look("page of help", dialog(HelpDialog).text, "Select All")
        dialog(HelpDialog).reject()
        yield lambda: dialog(TagsDialog) is None

    walk(tmp_path, script)
