"""What the right button offers at picture and points: of the action table, what fits there."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QMenu

from kpstudio.ui.canvas.mouse import Under
from kpstudio.ui.frame import Frame
from kpstudio.ui.panels.menu import Menu

_LINE = ""
MENUS = {
    Under.POINT: (
        *("visibility", "lock", _LINE, "fit_shape", "space_evenly", "depends"),
        *(_LINE, "copy_points", "paste"),
    ),
    Under.FACE: (
        *("checked", "start_from", "reject", "unchecked", "approve", "give_back", "tags"),
        *(_LINE, "predict", "draw_box", "mirror_face", "swap_sides", "place_like"),
        *(_LINE, "all_points", "copy_points", "paste", _LINE, "bring_back", "delete_face"),
    ),
    Under.PICTURE: (
        *("fit", "adjust", "hide_points", "ground_truth", "prediction"),
        *(_LINE, "add_face", "more_like", _LINE, "copy_picture", "paste"),
    ),
}
"""Keys of actions; those that cannot be used at the moment are left out."""


class ContextMenus(QObject):
    """Opens them."""

    def __init__(self, window: Frame) -> None:
        super().__init__(window)
        self._window = window
        window.canvas.menu_wanted.connect(self._show)
        table = window.points.table
        table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        table.customContextMenuRequested.connect(self._show_at_points)

    def _show_at_points(self, place: QPoint) -> None:
        window = self._window
        if window.session.current is not None:
            under = Under.POINT if window.canvas.selection.points else Under.FACE
            self._show(under, window.points.table.viewport().mapToGlobal(place))

    def _show(self, under: Under, place: QPoint) -> None:
        menu = Menu(self._window)
        menu.setToolTipsVisible(True)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        add_actions(menu, self._window, MENUS[under])
        menu.popup(place)


def add_actions(menu: QMenu, window: Frame, keys: Sequence[str]) -> None:
    """Add those actions that can be used, with a line between groups of which some are there."""
    lined = False
    for key in keys:
        action = window.actions_by_key.get(key)
        if action is None:
            lined = not menu.isEmpty()
        elif action.isEnabled():
            if lined:
                menu.addSeparator()
            lined = False
            menu.addAction(action)
