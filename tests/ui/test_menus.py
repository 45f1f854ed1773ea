"""What menus look like: none is higher than a small screen, and keys keep away from words."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QMenu, QStyleOptionMenuItem

from kpstudio.ui.commands.context import MENUS, add_actions
from kpstudio.ui.main_window import MainWindow
from kpstudio.ui.panels.menu import Menu
from tests.app.help import faces_folder, stored_run
from tests.ui.driver import Script, drive

SCREEN = 360
"""Pixels that the small screen is high at twice the scale."""
APART = 24
"""Pixels between words and keys."""


def menus(menu: QMenu) -> Iterator[QMenu]:
    """Yield a menu and all that stand inside."""
    menu.aboutToShow.emit()
    yield menu
    for action in menu.actions():
        if (inside := action.menu()) is not None:
            yield from menus(inside)


def crammed(menu: QMenu) -> list[str]:
    """Return the entries of a menu whose words come close to the column of keys."""
    found, option = [], QStyleOptionMenuItem()
    for action in menu.actions():
        if action.shortcut().isEmpty() or not action.isVisible():
            continue
        menu.initStyleOption(option, action)
        words = menu.fontMetrics().horizontalAdvance(action.text().replace("&", ""))
        # What the style sheet puts at the left: its padding, and the place of a mark.
        begin = 28 + (15 if option.menuHasCheckableItems else 0)
        keys = menu.actionGeometry(action).width() - 28 - option.reservedShortcutWidth
        if keys - begin - words < APART:
            found.append(f"{action.text()}: {keys - begin - words} px before {keys}")
    return found


def test_no_menu_is_higher_than_a_small_screen(tmp_path, language: str) -> None:
    folder = faces_folder(tmp_path / "faces", 2)
    stored_run(folder, {0: 1.0, 1: 3.0})

    def script(window: MainWindow) -> Script:
        yield lambda: window.canvas.has_picture
        of_window = [inside for menu in window.menus.values() for inside in menus(menu)]
        assert len(of_window) > 2 * len(window.menus) - 4
        of_places = []
        for keys in MENUS.values():
            of_places.append(Menu(window))
            add_actions(of_places[-1], window, keys)
        heights = {menu.title(): menu.sizeHint().height() for menu in (*of_window, *of_places)}
        assert {name: high for name, high in heights.items() if high > SCREEN} == {}

    assert drive([str(folder)], script) == 0


def test_keys_stand_apart_from_the_longest_entry(tmp_path, language: str) -> None:
    folder = faces_folder(tmp_path / "faces", 2)

    def script(window: MainWindow) -> Script:
        yield lambda: window.canvas.has_picture
        close = [
            words
            for menu in window.menus.values()
            for inside in menus(menu)
            for words in crammed(inside)
        ]
        assert close == []

    assert drive([str(folder)], script) == 0


def test_entries_of_a_menu_stand_in_groups(tmp_path) -> None:
    folder = faces_folder(tmp_path / "faces", 2)

    def script(window: MainWindow) -> Script:
        yield lambda: window.canvas.has_picture
        for menu in window.menus.values():
            for inside in menus(menu):
                actions, longest, run = inside.actions(), 0, 0
                assert not actions or not (actions[0].isSeparator() or actions[-1].isSeparator()), (
                    inside.title()
                )
                for action in actions:
                    run = 0 if action.isSeparator() else run + 1
                    longest = max(longest, run)
                assert longest <= 7, inside.title()

    assert drive([str(folder)], script) == 0
