"""The command palette over everything that the menus offer."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from kpstudio.app.language import tr
from kpstudio.core.texts import say
from kpstudio.ui.actions import ACTIONS
from kpstudio.ui.dialogs.palette import Command, Palette
from kpstudio.ui.frame import Frame
from kpstudio.ui.shortcuts import native

_REMEMBERED = 6
RECENT = say("File, Open recent")
_OWN = "palette"


class PaletteCommands(QObject):
    """Opens the palette, and does what is chosen in it."""

    def __init__(self, window: Frame) -> None:
        super().__init__(window)
        self._window = window

    def slots(self) -> dict[str, Callable[..., object]]:
        """Return what to call for each key of the action table."""
        return {_OWN: self.open}

    def open(self) -> None:
        """Show the palette at the top of the window."""
        window = self._window
        for menu in window.menus.values():
            menu.aboutToShow.emit()  # some are filled when they are opened
        palette = Palette(list(self._commands()), window.settings.commands, window)
        palette.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        palette.adjustSize()
        left = (window.width() - palette.width()) // 2
        palette.move(window.mapToGlobal(QPoint(left, window.menuBar().height())))
        palette.accepted.connect(lambda: self._run(palette.chosen))
        palette.open()

    def _run(self, command: Command | None) -> None:
        if command is None:
            return
        others = [key for key in self._window.settings.commands if key != command.key]
        self._window.settings.commands = [command.key, *others][:_REMEMBERED]
        command.run()

    def _commands(self) -> Iterator[Command]:
        """Yield all that the menus offer, and what stands in menus inside them."""
        known = {id(self._window.actions_by_key[spec.key]): spec for spec in ACTIONS}
        for title, menu in self._window.menus.items():
            for where, action in _leaves(menu, tr(title)):
                spec = known.get(id(action))
                words = action.text().replace("&&", "\0").replace("&", "").replace("\0", "&")
                key = spec.key if spec is not None else f"{where}: {words}"
                keys = self._window.shortcuts.keys_of(spec.key) if spec is not None else ()
                if key != _OWN and words:
                    tip = tr(spec.tip) if spec is not None else ""
                    shown = native(keys[0]) if keys else ""
                    why = "" if spec is None else self._window.shortcuts.why_not(spec.key)
                    able, named = action.isEnabled(), where != tr(RECENT)
                    yield Command(key, where, words, shown, tip, able, action.trigger, named, why)


def _leaves(menu: QMenu, where: str) -> Iterator[tuple[str, QAction]]:
    for action in menu.actions():
        inside = action.menu()
        if isinstance(inside, QMenu):
            inside.aboutToShow.emit()
            yield from _leaves(inside, f"{where}, {action.text().replace('&', '')}")
        elif not action.isSeparator():
            yield where, action
