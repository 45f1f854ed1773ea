"""Every list, table and plot has a menu; what it offers does what it says, and the palette too."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QStringListModel, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QComboBox,
    QDialog,
    QHeaderView,
    QMenu,
    QPushButton,
    QTableView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from kpstudio.core.edits import move_points
from kpstudio.ui.main_window import MainWindow
from kpstudio.ui.panels.part_menu import PartMenu, pointed, table_text
from kpstudio.ui.panels.plot import Plot
from kpstudio.ui.workspaces import Workspace
from tests.app.help import faces_folder
from tests.ui.all_dialogs import see_dialogs
from tests.ui.driver import Script, drive
from tests.ui.test_palette import palette_of
from tests.ui.test_what_moved import two_runs


def made(place: Path) -> Path:
    folder = faces_folder(place, 8)
    two_runs(folder, dict.fromkeys(range(8), 9.0), {number: float(number) for number in range(8)})
    return folder


def having_menus(top: QWidget) -> Iterator[QWidget]:
    """Yield the lists, tables and plots that can be seen and have the keys."""
    inside = [
        view for box in top.findChildren(QComboBox) for view in box.findChildren(QAbstractItemView)
    ]
    for part in (*top.findChildren(QAbstractItemView), *top.findChildren(Plot)):
        takes = part.focusPolicy() != Qt.FocusPolicy.NoFocus
        if part.isVisible() and takes and not isinstance(part, QHeaderView) and part not in inside:
            yield part


def menu_of(part: QWidget) -> QMenu | None:
    """Press Shift+F10 at a part; return what opens."""
    part.window().activateWindow()
    QApplication.processEvents()
    part.setFocus()
    if isinstance(part, QAbstractItemView) and not part.currentIndex().isValid():
        QTest.keyClick(part, Qt.Key.Key_Down)
    QTest.keyClick(part, Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    menu = QApplication.activePopupWidget()
    return menu if isinstance(menu, QMenu) else None


def without(top: QWidget) -> list[str]:
    """Return the parts of a window whose menu does not open, or offers nothing."""
    found = []
    for part in having_menus(top):
        menu = menu_of(part)
        if menu is None or not any(a.isEnabled() and a.text() for a in menu.actions()):
            found.append(f"{type(part).__name__} {part.accessibleName()}")
        if menu is not None:
            menu.close()
    return found


def pages(window: MainWindow) -> Iterator[str]:
    """Turn to every page of the window, one after the other."""
    act, plots, moved = window.actions_by_key, window.review_summary.plots, window.what_moved
    for workspace in Workspace:
        act[f"show_{workspace.lower()}"].trigger()
        yield workspace
    act["pictures"].trigger()
    yield "training pictures"
    act["show_label"].trigger()
    act["gallery"].trigger()
    yield "gallery"
    act["gallery"].trigger()
    act["history"].trigger()
    yield "history"
    act["show_review"].trigger()
    window.side.setCurrentWidget(window.review_summary)
    for spread in range(2):
        plots.spread.button(spread).click()
        yield f"spread {spread}"
    for over in range(3):
        plots.over.button(over).click()
        yield f"over {over}"
    window.side.setCurrentWidget(window.breakdown)
    yield "where"
    window.side.setCurrentWidget(moved)
    for below in range(2):
        moved.below.button(below).click()
        yield f"moved {below}"


def ready(window: MainWindow) -> Script:
    """Have something to show on every page."""
    yield lambda: window.canvas.has_picture and len(window.runs_table.model.runs) == 2
    face = window.session.current
    window.session.perform(move_points(face, [0], face.landmarks.xy_image[[0]] + 1.0, "move"))
    window.old_run.choose(window.old_run.choices()[0].name)
    window.runs_table.select([window.runs.run])


def settled(window: MainWindow) -> bool:
    for _ in range(3):
        QApplication.processEvents()
    panels = (window.review_summary, window.breakdown, window.what_moved)
    followed = (window.review, window.breaking_down, window.moved)
    busy = [
        each.following.behind.busy
        for panel, each in zip(panels, followed, strict=True)
        if panel.isVisible()
    ]
    return not any(busy)


@pytest.mark.skipif(sys.platform == "win32", reason="there the system asks for the menu")
def test_every_list_table_and_plot_has_a_menu(tmp_path: Path) -> None:
    folder, found, seen = made(tmp_path / "in"), {}, set()

    def script(window: MainWindow) -> Script:
        yield from ready(window)
        for name in pages(window):
            for _ in range(10):
                yield lambda: settled(window)
            seen.update(part.accessibleName() for part in having_menus(window))
            found[name] = without(window)

        def look(dialog: QDialog) -> None:
            found[dialog.windowTitle()] = without(dialog)

        yield from see_dialogs(window, look)

    assert drive([str(folder)], script) == 0
    assert {name: parts for name, parts in found.items() if parts} == {}
    assert len(seen) >= 14


def test_the_palette_has_what_menus_of_parts_in_view_offer(tmp_path: Path) -> None:
    folder, missing = made(tmp_path / "in"), {}

    def script(window: MainWindow) -> Script:
        yield from ready(window)
        for name in pages(window):
            for _ in range(10):
                yield lambda: settled(window)
            offered = set()
            for part in having_menus(window):
                if (menu := menu_of(part)) is not None:
                    entries = [act for act in menu.actions() if act.menu() is None]
                    offered |= {act.text().replace("&", "") for act in entries if act.text()}
                    menu.close()
            palette = palette_of(window)
            known = {command.words for command in palette.shown()}
            palette.reject()
            missing[name] = offered - known
            yield lambda: QApplication.activePopupWidget() is None

    assert drive([str(folder)], script) == 0
    assert {name: words for name, words in missing.items() if words} == {}


def test_tables_are_copied_with_their_headings_and_plots_as_pictures(tmp_path: Path) -> None:
    folder = made(tmp_path / "in")

    def choose(part: QWidget, words: str, place: QPoint | None = None) -> None:
        own = Qt.FindChildOption.FindDirectChildrenOnly
        menu = part.findChild(PartMenu, options=own).made(place)
        next(a for a in menu.actions() if a.text().startswith(words)).trigger()
        menu.deleteLater()

    def script(window: MainWindow) -> Script:
        yield from ready(window)
        clip = QGuiApplication.clipboard()
        choose(window.runs_table.view, "Copy the table")
        lines = clip.text().split("\n")
        assert len(lines) == 3
        assert {line.count("\t") for line in lines} == {lines[0].count("\t")}
        assert lines[0].startswith("Run\t")
        window.show_workspace(Workspace.REVIEW)
        window.side.setCurrentWidget(window.breakdown)
        yield lambda: window.breakdown.table.rows.rows
        assert "NME %" in table_text(window.breakdown.table).split("\n")[0].split("\t")
        window.side.setCurrentWidget(window.review_summary)
        plots = window.review_summary.plots
        yield lambda: len(plots.ced.errors)
        choose(window.review_summary, "Copy the figures")
        assert "mean NME\t" in clip.text()
        choose(plots.ced, "Copy the plot")
        assert clip.pixmap().size() == plots.ced.grab().size()
        choose(plots.ced, "List ", plots.ced.pixels(float(plots.ced.errors[1]), 50.0).toPoint())
        yield lambda: window.faces_model.rowCount() == 2 and plots.ced.bounds
        assert window.faces.search.text().startswith("error>")
        choose(plots.turn, "List all faces")
        yield lambda: window.faces_model.rowCount() == 4

    assert drive([str(folder)], script) == 0


def test_a_recent_project_is_taken_off_the_list(tmp_path: Path) -> None:
    folder = faces_folder(tmp_path / "in", 2)

    def script(window: MainWindow) -> Script:
        yield lambda: window.canvas.has_picture
        window.actions_by_key["first_page"].trigger()
        row: QPushButton = window.welcome.rows[0]
        reason = QContextMenuEvent.Reason.Mouse
        event = QContextMenuEvent(reason, QPoint(5, 5), row.mapToGlobal(QPoint(5, 5)))
        QApplication.sendEvent(row, event)
        menu = QApplication.activePopupWidget()
        texts = {action.text(): action for action in menu.actions() if action.text()}
        assert list(texts) == ["Open", "Show in folder", "Copy its path", "Remove from this list"]
        texts["Copy its path"].trigger()
        assert QGuiApplication.clipboard().text() == str(folder)
        texts["Remove from this list"].trigger()
        menu.close()
        assert window.welcome.rows == []
        assert window.settings.recent == []

    assert drive([str(folder)], script) == 0


@pytest.mark.skipif(sys.platform == "win32", reason="the system asks for menus itself there")
def test_by_keys_a_menu_is_about_the_chosen_row_below_a_heading_too(qtbot: QtBot) -> None:
    view, about = QTableView(), []
    view.setModel(QStringListModel([f"row {number}" for number in range(6)], view))
    qtbot.addWidget(view)

    def fill(menu: QMenu, place: QPoint | None) -> None:
        about.append(pointed(view, place).row())
        menu.addAction("Show")

    PartMenu(view, fill)
    view.show()
    view.setCurrentIndex(view.model().index(2, 0))
    row = view.visualRect(view.currentIndex()).center()
    centre = view.viewport().mapTo(view, row)
    by_key = QContextMenuEvent.Reason.Keyboard
    QApplication.sendEvent(view, QContextMenuEvent(by_key, centre, view.mapToGlobal(centre)))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    menu.close()
    assert about == [2]
