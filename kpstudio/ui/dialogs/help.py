"""The window of help: pages at the left, the chosen one at the right."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from kpstudio.app.language import language, tr
from kpstudio.app.settings import Settings
from kpstudio.ui import theme
from kpstudio.ui.help_pages import help_pages, with_keys
from kpstudio.ui.panels.help_text import HelpText
from kpstudio.ui.panels.part_menu import offer_table
from kpstudio.ui.panels.parts import quiet
from kpstudio.ui.panels.room import give_size, menu_by_key
from kpstudio.ui.panels.search_line import SearchLine
from kpstudio.ui.reading_order import step
from kpstudio.ui.shortcuts import Shortcuts, native

_NAME = Qt.ItemDataRole.UserRole
_LIST_WIDTH = 220


class HelpDialog(QDialog):
    """Pages by their titles, a search in all of them, and the way back.

    It blocks nothing, so that one can do what it says. Its place and size are remembered.

    Attributes:
        search: Finds pages by their words.
        list: The pages that were found.
        text: The page in view.
    """

    def __init__(self, shortcuts: Shortcuts, settings: Settings, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Help"))
        self._shortcuts, self._settings = shortcuts, settings
        self._pages = {page.name: page for page in help_pages(language())}
        self.search = SearchLine(tr("Search all pages"))
        self.list = QListWidget()
        self.text = HelpText(self._text_of)
        self.nothing = quiet(tr("No matching page."))
        self.nothing.hide()
        self.back, self.forward = QToolButton(), QToolButton()
        self._dress()
        self._lay_out()
        self._fill()
        self.search.textChanged.connect(self._filter)
        self.list.currentItemChanged.connect(self._choose)
        self.text.turned.connect(self._turned)
        self.back.clicked.connect(self.text.backward)
        self.forward.clicked.connect(self.text.forward)
        self.text.backwardAvailable.connect(self.back.setEnabled)
        self.text.forwardAvailable.connect(self.forward.setEnabled)
        shortcuts.changed.connect(self.text.reload)
        if settings.help_geometry is None or not self.restoreGeometry(settings.help_geometry):
            give_size(self, 960, 640, long=True)

    def show_page(self, name: str) -> None:
        """Show a page, whatever was searched for."""
        self.search.clear()
        self.text.show_page(name if name in self._pages else next(iter(self._pages)))

    def focusNextPrevChild(self, forwards: bool, /) -> bool:
        """Go on by Tab in reading order."""
        return step(self, forwards)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the menu of what has the focus by Shift+F10, too."""
        if not menu_by_key(self, event):
            super().keyPressEvent(event)

    def done(self, result: int) -> None:
        """Remember place and size; every way to close it comes by here."""
        self._settings.help_geometry = self.saveGeometry()
        super().done(result)

    def _dress(self) -> None:
        self.list.setAccessibleName(tr("Pages"))
        offer_table(self.list)
        for button, arrow, words, keys in (
            (self.back, Qt.ArrowType.LeftArrow, tr("Back"), QKeySequence.StandardKey.Back),
            (
                self.forward,
                Qt.ArrowType.RightArrow,
                tr("Forward"),
                QKeySequence.StandardKey.Forward,
            ),
        ):
            button.setArrowType(arrow)
            button.setShortcut(keys)
            shown = button.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            button.setToolTip(f"{words} ({shown})" if shown else words)
            button.setAccessibleName(words)
            button.setEnabled(False)

    def _lay_out(self) -> None:
        ways = QHBoxLayout()
        ways.setSpacing(4)
        ways.addWidget(self.back)
        ways.addWidget(self.forward)
        ways.addWidget(self.search, 1)
        left = QVBoxLayout()
        left.setContentsMargins(12, 12, 12, 12)
        left.setSpacing(8)
        left.addLayout(ways)
        left.addWidget(self.nothing)
        left.addWidget(self.list, 1)
        side = QWidget()
        side.setFixedWidth(theme.sized(_LIST_WIDTH) + 24)
        side.setLayout(left)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(side)
        row.addWidget(self.text, 1)

    def _fill(self) -> None:
        for page in self._pages.values():
            item = QListWidgetItem(page.title)
            item.setData(_NAME, page.name)
            self.list.addItem(item)

    def _text_of(self, name: str) -> str:
        def key(action: str) -> str:
            keys = self._shortcuts.keys_of(action)
            return native(keys[0]) if keys else ""

        return with_keys(self._pages[name].text, key)

    def _filter(self, search: str) -> None:
        found = []
        for row in range(self.list.count()):
            item = self.list.item(row)
            fits = self._pages[item.data(_NAME)].fits(search)
            item.setHidden(not fits)
            found += [item] if fits else []
        self.nothing.setVisible(not found)
        if found and self.list.currentItem() not in found:
            self.list.setCurrentItem(found[0])
        self.text.mark(search)

    def _choose(self, item: QListWidgetItem | None) -> None:
        if item is not None and item.data(_NAME) != self.text.page:
            self.text.show_page(item.data(_NAME))

    def _turned(self) -> None:
        """Let the list follow what a link led to."""
        for row in range(self.list.count()):
            if self.list.item(row).data(_NAME) == self.text.page:
                self.list.setCurrentRow(row)
