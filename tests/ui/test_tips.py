"""Menus, tabs and the palette tell what things do, and why what is greyed out cannot be done."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu, QToolButton

from kpstudio.app.settings import Settings
from kpstudio.ui.actions import ACTIONS
from kpstudio.ui.dialogs.palette import Palette
from kpstudio.ui.main_window import MainWindow
from kpstudio.ui.panels.part_menu import PartMenu
from kpstudio.ui.shortcuts import Shortcuts, tip_of
from tests.app.help import faces_folder, stored_run
from tests.ui.driver import Script, dialog, drive, later

OF_COURSE = ("undo", "redo")


def unexplained(window: MainWindow) -> list[str]:
    """Return actions that are greyed out without a reason, or have one and are not."""
    found = []
    for spec in ACTIONS:
        action = window.actions_by_key[spec.key]
        why = window.shortcuts.why_not(spec.key)
        told = bool(why) and action.toolTip().endswith(why)
        if told == action.isEnabled() and spec.key not in OF_COURSE:
            found.append(spec.key)
    return found


def test_every_menu_shows_tips(tmp_path: Path) -> None:
    folder = faces_folder(tmp_path / "in", 2)

    def script(window: MainWindow) -> Script:
        yield lambda: window.canvas.has_picture
        canvas, place = window.canvas, QPoint(3, 3)
        reason = QContextMenuEvent.Reason.Mouse
        QApplication.sendEvent(canvas, QContextMenuEvent(reason, place, canvas.mapToGlobal(place)))
        of_list = window.faces.view.findChild(PartMenu).made()
        menus = window.findChildren(QMenu)
        with_tips = [m for m in menus if any(a.toolTip() != a.text() for a in m.actions())]
        assert len(with_tips) > 8
        assert [m.title() for m in menus if not m.toolTipsVisible() and m in with_tips] == []
        assert of_list.toolTipsVisible()
        of_list.deleteLater()
        popup = QApplication.activePopupWidget()
        assert isinstance(popup, QMenu)
        assert popup.toolTipsVisible()
        popup.close()

    assert drive([str(folder)], script) == 0


@pytest.mark.parametrize("opened", [False, True])
@pytest.mark.parametrize("trained", [False, True])
def test_what_is_greyed_out_tells_why(tmp_path: Path, opened: bool, trained: bool) -> None:
    folder = faces_folder(tmp_path / "in", 3, unlabelled=1)
    if trained:
        stored_run(folder, {0: 1.0, 1: 2.0, 2: 3.0})

    def script(window: MainWindow) -> Script:
        yield lambda: not opened or window.canvas.has_picture
        assert unexplained(window) == []
        act = window.actions_by_key
        if not opened:
            assert act["choose_labels"].toolTip().endswith("\nOpen a folder first.")
            return
        assert act["choose_labels"].toolTip().endswith("labels from only one source.")
        assert "stopped or interrupted" in act["resume"].toolTip()
        assert act["labels_right"].toolTip().endswith("on the suspicious list.")
        for face in window.session.labels:
            window.session.choose(face.id)
            assert unexplained(window) == []

        later(act["palette"].trigger)
        yield lambda: dialog(Palette) is not None
        palette = dialog(Palette)
        assert palette is not None
        palette.line.setText("Choose label set")
        first = palette.shown()[0]
        assert (first.enabled, first.why_not) == (False, window.shortcuts.why_not("choose_labels"))
        tip = palette.list.model().index(0, 0).data(Qt.ItemDataRole.ToolTipRole)
        assert tip.endswith(first.why_not)
        palette.line.setText("Check labels")
        assert palette.shown()[0].why_not == ""
        palette.reject()

    assert drive([str(folder)] if opened else [], script) == 0


def test_a_button_says_what_it_does_where_only_the_reason_is_told(qapp: QApplication) -> None:
    spec = next(spec for spec in ACTIONS if spec.key == "pause")
    assert not spec.tip
    actions = {spec.key: QAction(spec.text) for spec in ACTIONS}
    shortcuts = Shortcuts(Settings(), actions, actions["pause"])
    shortcuts.explain("pause", "No training is running.")
    assert tip_of(actions["pause"]) == "Pause  (Ctrl+P)\nNo training is running."
    shortcuts.explain("pause", "")
    assert tip_of(actions["pause"]) == "Pause  (Ctrl+P)"


def test_tabs_tell_what_is_there_and_their_key(tmp_path: Path) -> None:
    def script(window: MainWindow) -> Script:
        tips = [tab.toolTip() for tab in window.header.findChildren(QToolButton) if tab.text()]
        assert [tip.endswith(f"  (Ctrl+{n})") for n, tip in enumerate(tips, 1)] == [True] * 4
        assert all(len(tip) > 30 for tip in tips)
        window.shortcuts.set_key("show_train", 0, "Ctrl+7")
        tabs = [tab for tab in window.header.findChildren(QToolButton) if tab.text() == "Train"]
        assert tabs[0].toolTip().endswith("  (Ctrl+7)")
        yield lambda: True

    assert drive([], script) == 0


def test_buttons_and_the_search_tell_their_keys_a_person_s_own_as_well(tmp_path: Path) -> None:
    folder = faces_folder(tmp_path / "in", 2)

    def script(window: MainWindow) -> Script:
        yield lambda: window.canvas.has_picture
        parts = {
            "train": window.train_settings.train_button,
            "pause": window.strip.pause_button,
            "stop": window.strip.stop_button,
            "search": window.faces.search,
        }
        for number, (name, part) in enumerate(parts.items(), start=2):
            key = window.actions_by_key[name].shortcut().toString()
            assert f"({key})" in part.toolTip(), name
            window.shortcuts.set_key(name, 0, f"Ctrl+Alt+F{number}")
            assert f"(Ctrl+Alt+F{number})" in part.toolTip(), name

    assert drive([str(folder)], script) == 0
