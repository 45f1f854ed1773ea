"""The page of keys: look one up by name or by pressing it, change it, restore it."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QBrush, QColor, QResizeEvent
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from kpstudio.app.language import tr
from kpstudio.core.texts import say
from kpstudio.ui import theme
from kpstudio.ui.actions import ACTIONS, MENUS, ActionSpec
from kpstudio.ui.asking import sure
from kpstudio.ui.dialogs.key_change import KeyChange
from kpstudio.ui.fixed_keys import ELSEWHERE, ON_PICTURE, Fixed
from kpstudio.ui.panels.key_field import KeyField
from kpstudio.ui.panels.part_menu import offer_table
from kpstudio.ui.panels.parts import quiet
from kpstudio.ui.panels.room import Dialog, give_size
from kpstudio.ui.panels.search_line import SearchLine
from kpstudio.ui.shortcuts import Shortcuts, native

_SPEC_ROLE = Qt.ItemDataRole.UserRole + 1
_KEYS_ROLE = Qt.ItemDataRole.UserRole + 2
_ON_PICTURE = say("On the picture (fixed)")
_ELSEWHERE = say("Elsewhere (fixed)")
_LOW = 420
"""A lower dialog leaves to the rows what only explains."""
_KEY_WIDTHS = {1: 220, 2: 110}  # what the mouse does takes more words than a key


class ShortcutsDialog(Dialog):
    """Every action with its keys, by menus, and a field to change those of the chosen one.

    Attributes:
        search: Finds actions by their words and keys.
        by_key: Finds what a key does by its being pressed.
        tree: The menus, and below each its actions.
        change: Changes the keys of the chosen action.
        found: What was found, in a sentence.
    """

    def __init__(self, shortcuts: Shortcuts, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Keyboard shortcuts"))
        give_size(self, 840, 620, long=True)
        self._shortcuts = shortcuts
        self._any_found = True
        self._rows: list[tuple[QTreeWidgetItem, list[QTreeWidgetItem]]] = []
        self.search = SearchLine(tr("Search by name"))
        self.by_key = KeyField(tr("Find by key"))
        self.tree = QTreeWidget()
        self.change = KeyChange(shortcuts)
        self.found = quiet()
        self.restore_all_button = QPushButton(tr("Reset all…"))
        self._dress()
        self._lay_out()
        self._fill()
        self.search.textChanged.connect(self._search)
        self.by_key.pressed.connect(self._search_key)
        self.by_key.left.connect(self._leave_key)
        self.tree.currentItemChanged.connect(self._choose)
        self.tree.itemActivated.connect(self.change.begin)
        self.change.left.connect(self.tree.setFocus)
        self.restore_all_button.clicked.connect(self._ask_to_restore)
        shortcuts.changed.connect(self._show_keys)
        theme.bus.changed.connect(self._show_keys)
        self._show_keys()
        self._filter()
        self.search.setFocus()

    # Building

    def _dress(self) -> None:
        self.by_key.setToolTip(tr("Click here and press a key; Backspace clears it"))
        self.tree.setAccessibleName(tr("Actions and their keys"))
        offer_table(self.tree)
        self.tree.setHeaderLabels([tr("Action"), tr("Key"), tr("Second key")])
        self.tree.setUniformRowHeights(True)
        self.tree.setIndentation(16)
        self.tree.setExpandsOnDoubleClick(False)
        header = self.tree.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column, width in _KEY_WIDTHS.items():
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            header.resizeSection(column, width)
        self.restore_all_button.setAutoDefault(False)

    def _lay_out(self) -> None:
        searching = QHBoxLayout()
        searching.setSpacing(8)
        searching.addWidget(self.search, 1)
        searching.addWidget(self.by_key, 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        buttons.button(QDialogButtonBox.StandardButton.Close).setAutoDefault(False)
        below = QHBoxLayout()
        below.addWidget(self.restore_all_button)
        below.addWidget(buttons, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 20)
        column.setSpacing(12)
        column.addLayout(searching)
        column.addWidget(self.found)
        column.addWidget(self.tree, 1)
        column.addWidget(self.change)
        column.addLayout(below)

    def _fill(self) -> None:
        for menu in MENUS:
            items = [
                _item(spec, tr(spec.text), tr(spec.tip)) for spec in ACTIONS if spec.menu == menu
            ]
            self._add_group(tr(menu), items)
        for title, rows in ((tr(_ON_PICTURE), ON_PICTURE), (tr(_ELSEWHERE), ELSEWHERE)):
            self._add_group(title, [_fixed_item(fixed) for fixed in rows])
        self.tree.expandAll()

    def _add_group(self, title: str, items: list[QTreeWidgetItem]) -> None:
        group = QTreeWidgetItem(self.tree, [title])
        group.setFlags(Qt.ItemFlag.ItemIsEnabled)
        group.setFirstColumnSpanned(True)
        font = theme.text_font()
        font.setBold(True)
        group.setFont(0, font)
        group.addChildren(items)
        self._rows.append((group, items))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the rows what room there is in a low dialog."""
        super().resizeEvent(event)
        self._share_room()

    def _share_room(self) -> None:
        low = self.height() < _LOW
        self.found.setVisible(not low or not self._any_found)
        self.change.setVisible(not (low and self.change.idle))
        self.change.show_little(low)

    # What is shown

    def items(self) -> list[QTreeWidgetItem]:
        """Return the rows of actions and of what is fixed, hidden ones too."""
        return [item for _, items in self._rows for item in items]

    def _show_keys(self, *_: object) -> None:
        look = theme.current()
        for item in self.items():
            spec = item.data(0, _SPEC_ROLE)
            if not isinstance(spec, ActionSpec):
                continue
            keys = self._shortcuts.keys_of(spec.key)
            changed = self._shortcuts.is_changed(spec.key)
            item.setData(0, _KEYS_ROLE, keys)
            for column in (1, 2):
                none = "" if keys or column > 1 else "–"
                item.setText(column, native(keys[column - 1]) if len(keys) >= column else none)
                colour = look.accent if changed else look.text
                item.setForeground(column, QBrush(QColor(colour)))
                item.setToolTip(column, _default_words(spec) if changed else "")
        self.restore_all_button.setEnabled(self._shortcuts.any_changed)

    def _choose(self, item: QTreeWidgetItem | None) -> None:
        self.change.show_action(None if item is None else item.data(0, _SPEC_ROLE))
        self._share_room()

    # Searching

    def _search(self, text: str) -> None:
        if text:
            self.by_key.clear()
        self._filter()

    def _search_key(self, key: str) -> None:
        self.search.clear()
        self.by_key.show_key(key)
        self._filter(key)

    def _leave_key(self) -> None:
        self._search_key("")
        self.tree.setFocus()

    def _filter(self, key: str = "") -> None:
        """Show the rows that have ``key``, or all the words of the search."""
        words = self.search.text().casefold().split()
        shown: list[QTreeWidgetItem] = []
        for group, items in self._rows:
            before = len(shown)
            for item in items:
                found = _matches(group, item, words, key)
                item.setHidden(not found)
                shown += [item] if found else []
            group.setHidden(len(shown) == before)
        self.found.setText(self._words(key, len(shown)))
        self._any_found = bool(shown)
        self._share_room()
        if shown and (key or words):
            self.tree.setCurrentItem(shown[0])
        else:
            self.tree.setCurrentIndex(QModelIndex())

    def _words(self, key: str, found: int) -> str:
        if found:
            return tr("Single-letter keys work while no text field has the focus.")
        if key:
            return tr("{key} is not assigned.", key=native(key))
        return tr("No action is called “{text}”.", text=self.search.text())

    def _ask_to_restore(self) -> None:
        text = tr("Reset all shortcuts to their defaults? Your changes will be lost.")
        if sure(self, tr("Reset all shortcuts"), text, tr("Reset all"), tr("Keep mine")):
            self._shortcuts.restore_all()


def _item(what: ActionSpec | Fixed, words: str, tip: str) -> QTreeWidgetItem:
    item = QTreeWidgetItem([words])
    item.setData(0, _SPEC_ROLE, what)
    item.setToolTip(0, tip)
    return item


def _fixed_item(fixed: Fixed) -> QTreeWidgetItem:
    item = _item(fixed, tr(fixed.does), tr(fixed.does))
    item.setData(0, _KEYS_ROLE, fixed.keys)
    item.setText(1, tr(fixed.how))
    item.setToolTip(1, tr(fixed.how))
    return item


def _matches(group: QTreeWidgetItem, item: QTreeWidgetItem, words: list[str], key: str) -> bool:
    if key:
        return key in item.data(0, _KEYS_ROLE)
    texts = " ".join((group.text(0), *(item.text(column) for column in range(3)))).casefold()
    return all(word in texts for word in words)


def _default_words(spec: ActionSpec) -> str:
    keys = tr(" or ").join(native(key) for key in spec.shortcuts)
    return tr("Default: {keys}", keys=keys) if keys else tr("Default: no key")
