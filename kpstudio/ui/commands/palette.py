"""The command palette over everything that the menu bar and the menus of parts offer."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from PySide6.QtCore import QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from kpstudio.app.language import tr
from kpstudio.core.texts import say
from kpstudio.ui.actions import ACTIONS
from kpstudio.ui.dialogs.palette import Command, Palette
from kpstudio.ui.frame import Frame
from kpstudio.ui.panels.part_menu import PartMenu
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
        menus = self._menus_of_parts()
        commands = [*self._commands(), *self._commands_of_parts(menus)]
        palette = Palette(commands, window.settings.commands, window)
        palette.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        palette.adjustSize()
        left = (window.width() - palette.width()) // 2
        palette.move(window.mapToGlobal(QPoint(left, window.menuBar().height())))
        # What is done may need the focus, which comes back once the palette is gone.
        palette.finished.connect(
            lambda: QTimer.singleShot(0, self, partial(self._end, palette.chosen, menus))
        )
        palette.open()

    def _end(self, command: Command | None, menus: Sequence[QMenu]) -> None:
        try:
            if command is not None:
                others = [key for key in self._window.settings.commands if key != command.key]
                self._window.settings.commands = [command.key, *others][:_REMEMBERED]
                command.run()
        finally:
            for menu in menus:
                menu.deleteLater()

    def _commands(self) -> Iterator[Command]:
        """Yield all that the menu bar offers, and what stands in menus inside its menus."""
        known = {id(self._window.actions_by_key[spec.key]): spec for spec in ACTIONS}
        for title, menu in self._window.menus.items():
            for where, action in _leaves(menu, tr(title)):
                spec = known.get(id(action))
                if spec is None:
                    yield _command(where, action, named=where != tr(RECENT))
                elif spec.key != _OWN:
                    keys = self._window.shortcuts.keys_of(spec.key)
                    shown, why = native(keys[0]) if keys else "", self._window.shortcuts.why_not
                    able, words = action.isEnabled(), _words(action)
                    tip, do = tr(spec.tip), action.trigger
                    yield Command(
                        spec.key, where, words, shown, tip, able, do, why_not=why(spec.key)
                    )

    def _menus_of_parts(self) -> list[QMenu]:
        """Return the context menus of what is in view, for what is chosen there, by their names."""
        menus = []
        for part in self._window.findChildren(PartMenu):
            if part.in_view:
                menu = part.made()
                menu.setTitle(part.name)
                menus.append(menu)
        return menus

    def _commands_of_parts(self, menus: Sequence[QMenu]) -> Iterator[Command]:
        """Yield what context menus offer and the menu bar does not."""
        known = {id(action) for action in self._window.actions_by_key.values()}
        seen = set()
        for menu in menus:
            for where, action in _leaves(menu, menu.title()):
                command = _command(where, action, named=False)
                if id(action) not in known and command.key not in seen:
                    seen.add(command.key)
                    yield command


def _command(where: str, action: QAction, named: bool) -> Command:
    words, able = _words(action), action.isEnabled()
    return Command(f"{where}: {words}", where, words, "", "", able, action.trigger, named)


def _words(action: QAction) -> str:
    return action.text().replace("&&", "\0").replace("&", "").replace("\0", "&")


def _leaves(menu: QMenu, where: str) -> Iterator[tuple[str, QAction]]:
    for action in menu.actions():
        inside = action.menu()
        if isinstance(inside, QMenu):
            inside.aboutToShow.emit()
            yield from _leaves(inside, f"{where}, {action.text().replace('&', '')}")
        elif not action.isSeparator() and action.text():
            yield where, action
