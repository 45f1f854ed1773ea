"""What is shown and how: layers, zoom, theme; and the Help menu."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QActionGroup

from kpstudio import __version__
from kpstudio.app.language import in_digits, tr
from kpstudio.app.preferences import BY_KEY, Value
from kpstudio.core.texts import say
from kpstudio.ui.asking import MessageBox
from kpstudio.ui.dialogs.shortcuts import ShortcutsDialog
from kpstudio.ui.frame import Frame
from kpstudio.ui.held_switch import HeldSwitch
from kpstudio.ui.theming import apply_theme
from kpstudio.ui.workspaces import Workspace

LAYERS = ("ground_truth", "prediction", "offsets", "edges", "numbers", "doubt")
_LOOKS = ("theme", "colour_blind", "text_percent")
"""Preferences that dress the program."""
_ABOUT_ICON = 64
_ABOUT = say(
    "<b>kpstudio {version}</b><p>Train facial-keypoint networks, see where they fail, drag points "
    "into place, export landmarks.</p><p>The sample faces are synthetic: they show no real "
    "person.</p><p>BSD-3-Clause</p>",
    version=__version__,
)


class LookCommands(QObject):
    """The View and Help menus."""

    def __init__(self, window: Frame) -> None:
        super().__init__(window)
        self._window = window
        window.header.chosen.connect(window.show_workspace)
        window.canvas.cursor_moved.connect(window.status.show_cursor)
        window.canvas.zoom_changed.connect(self._show_zoom)
        self._themes: list[QAction] = []
        self._add_menus()
        window.settings.changed.connect(self._preferred)

    def slots(self) -> dict[str, Callable[..., object]]:
        """Return what to call for each key of the action table."""
        window, canvas = self._window, self._window.canvas
        shows = {f"show_{w.lower()}": lambda _on, w=w: window.show_workspace(w) for w in Workspace}
        return {
            **shows,
            **{key: lambda _on: self.show_layers() for key in LAYERS},
            "hide_points": canvas.hide_points,
            "fit": canvas.fit,
            "zoom_in": canvas.zoom_in,
            "zoom_out": canvas.zoom_out,
            "faces_list": lambda on: window.folding.ask("list", on),
            "side_panel": lambda on: window.folding.ask("side", on),
            "reset_layout": self._reset_layout,
            "keys": self.keys,
            "about": self._about,
        }

    def switch_layers_on(self) -> None:
        """Start with every layer but the numbers."""
        HeldSwitch(self._window.actions_by_key["hide_points"], self._window)
        for key in LAYERS:
            self._window.actions_by_key[key].setChecked(key != "numbers")

    def show_layers(self) -> None:
        """Show the layers whose switches are on."""
        act = self._window.actions_by_key
        on = {key: act[key].isChecked() for key in LAYERS}
        self._window.canvas.set_layers(**on, box=True)

    def _about(self) -> None:
        box = MessageBox(MessageBox.Icon.NoIcon, tr("About kpstudio"), tr(_ABOUT), self._window)
        box.setTextFormat(Qt.TextFormat.RichText)
        box.setIconPixmap(self._window.windowIcon().pixmap(_ABOUT_ICON))
        box.exec()
        box.deleteLater()

    def _reset_layout(self) -> None:
        self._window.folding.reset()
        self._window.arrangement.reset()

    def keys(self) -> None:
        """Show the keys, and let a person change them."""
        dialog = ShortcutsDialog(self._window.shortcuts, self._window)
        dialog.exec()
        dialog.deleteLater()

    def _show_zoom(self, zoom: float) -> None:
        self._window.status.show_figure("zoom", f"{in_digits(100 * zoom, '.0f')} %" if zoom else "")

    def _add_menus(self) -> None:
        view = self._window.menus["View"]
        view.addSeparator()
        looks = view.addMenu(tr("Theme"))
        group = QActionGroup(looks)
        for name, words in BY_KEY["theme"].choices:
            action = looks.addAction(tr(words))
            action.setCheckable(True)
            action.setData(name)
            group.addAction(action)
            self._themes.append(action)
        group.triggered.connect(lambda action: self._prefer("theme", action.data()))
        self._blind = view.addAction(tr(BY_KEY["colour_blind"].words))
        self._blind.setCheckable(True)
        self._blind.triggered.connect(lambda on: self._prefer("colour_blind", on))
        self._show_preferences()

    def _prefer(self, key: str, value: Value) -> None:
        self._window.settings.set_value(key, value)

    def _preferred(self, key: str) -> None:
        if key in _LOOKS:
            self._show_preferences()
            apply_theme(self._window.settings)

    def _show_preferences(self) -> None:
        settings = self._window.settings
        for action in self._themes:
            action.setChecked(settings.theme == action.data())
        self._blind.setChecked(bool(settings.value("colour_blind")))
