"""The right button on the canvas: what it offers fits what lies there, and is the menus' own."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from kpstudio.core.selection import Selection
from kpstudio.ui.actions import ACTIONS
from kpstudio.ui.commands.context import MENUS
from kpstudio.ui.main_window import MainWindow
from tests.app.help import faces_folder
from tests.ui.driver import Script, drive


def offered(window: MainWindow, place: QPoint, reason=QContextMenuEvent.Reason.Mouse) -> list[str]:
    """Press the right button at a place of the canvas; return the keys of what is offered."""
    canvas = window.canvas
    event = QContextMenuEvent(reason, place, canvas.mapToGlobal(place))
    QApplication.sendEvent(canvas, event)
    return taken(window)


def taken(window: MainWindow) -> list[str]:
    """Close the menu that is open; return the keys of what it offers."""
    menu = QApplication.activePopupWidget()
    if not isinstance(menu, QMenu):
        return []
    keys = {action: key for key, action in window.actions_by_key.items()}
    found = [keys[action] for action in menu.actions() if not action.isSeparator()]
    menu.close()
    return found


def test_every_entry_is_of_the_table() -> None:
    known = {spec.key for spec in ACTIONS}
    assert {key for keys in MENUS.values() for key in keys if key} <= known


def test_the_menu_fits_what_is_under_the_pointer(tmp_path) -> None:
    folder = faces_folder(tmp_path / "faces", 2)

    def script(window: MainWindow) -> Script:
        yield lambda: window.canvas.has_picture
        canvas = window.canvas
        points = window.session.current.landmarks.xy_image
        at = canvas.view_from_image(points[5]).toPoint()
        found = offered(window, at)
        assert found[:2] == ["visibility", "lock"]
        assert canvas.selection == Selection.only(5)
        assert "delete_face" not in found
        canvas.choose_points(Selection.of((5, 6, 7)))
        offered(window, at)
        assert canvas.selection.points == (5, 6, 7)  # what is chosen stays so
        by_keys = offered(window, QPoint(1, 1), QContextMenuEvent.Reason.Keyboard)
        assert by_keys[:2] == ["visibility", "lock"]
        canvas.choose_points(Selection())
        middle = points.mean(axis=0)
        inside = canvas.view_from_image(middle).toPoint()
        while canvas._content.point_at(canvas._camera, (inside.x(), inside.y())) >= 0:
            inside += QPoint(2, 0)
        found = offered(window, inside)
        assert {"checked", "copy_points", "delete_face"} <= set(found)
        assert "start_from" not in found  # there is no prediction
        found = offered(window, QPoint(2, 2))
        assert {"fit", "copy_picture", "add_face"} <= set(found)
        assert "checked" not in found
        canvas.start_box()
        assert offered(window, at) == []  # a box is to be drawn

    assert drive([str(folder)], script) == 0


def test_the_table_of_points_has_the_menu_of_those_chosen(tmp_path) -> None:
    folder = faces_folder(tmp_path / "faces", 1)

    def script(window: MainWindow) -> Script:
        yield lambda: window.canvas.has_picture
        table = window.points.table
        place = table.visualRect(table.model().index(1, 0)).center()
        QTest.mouseClick(table.viewport(), Qt.MouseButton.RightButton, pos=place)
        table.customContextMenuRequested.emit(place)
        assert taken(window)[:2] == ["visibility", "lock"]
        assert window.canvas.selection.points == (1,)
        window.canvas.choose_points(Selection())
        table.customContextMenuRequested.emit(QPoint(1, 1))
        assert {"checked", "delete_face"} <= set(taken(window))

    assert drive([str(folder)], script) == 0
