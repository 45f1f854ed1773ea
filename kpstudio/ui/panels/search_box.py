"""The search line of the faces list: completion, what is wrong with it, saved filters, help."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import (
    QCompleter,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from kpstudio.app.filter_book import FilterBook
from kpstudio.app.language import tr, translated
from kpstudio.core.errors import InputError
from kpstudio.core.query_words import Completion, complete, quoted
from kpstudio.core.texts import say
from kpstudio.ui import theme
from kpstudio.ui.asking import sure, tell_and_wait
from kpstudio.ui.panels.button_icon import ButtonIcon
from kpstudio.ui.panels.field_dialog import ask_text
from kpstudio.ui.panels.search_help import SearchHelp
from kpstudio.ui.panels.search_line import SearchLine
from kpstudio.ui.shortcuts import key_of

_HINT = say("name, state:checked, error>8…")
_TIP = say(
    "Faces must match every word. The button beside it explains the words and saves searches."
)
_SHORTEST = 2
"""Letters of a plain word before completions are offered: a name may be meant."""


class SearchBox(QWidget):
    """A line to search in, with a menu of saved filters beside it.

    Attributes:
        line: What is typed in.

    Signals:
        left: Esc was pressed in the empty line.
        persons_asked: how names show persons is to be chosen.
    """

    left = Signal()
    persons_asked = Signal()

    def __init__(
        self, filters: FilterBook, values: Callable[[str], Sequence[str]], parent: QWidget
    ) -> None:
        """Create it.

        Args:
            filters: The saved filters.
            values: Returns the values in use of "tag", "person" and "@".
            parent: The panel it stands in.
        """
        super().__init__(parent)
        self._filters = filters
        self._values = values
        self._completion = Completion(0, ())
        self.line = SearchLine(tr(_HINT), tr("Search faces"))
        self._tip = tr(_TIP)
        self.line.setToolTip(self._tip)
        self.menu = QMenu(self)
        self.menu.aboutToShow.connect(self._fill_menu)
        self._button = QPushButton()
        ButtonIcon(self._button, "filter")
        self._button.setFlat(True)
        self._button.setMenu(self.menu)
        self._button.setToolTip(tr("Saved filters and search help"))
        self._button.setAccessibleName(tr("Saved filters"))
        self._problem = QLabel()
        self._problem.setWordWrap(True)
        self._problem.setTextFormat(Qt.TextFormat.PlainText)
        self._problem.hide()
        theme.set_role(self._problem, "problem")
        self._make_completer()
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self.line, 1)
        row.addWidget(self._button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self._problem)

    def follow(self, action: QAction) -> None:
        """Let the tip of the line always tell the key of ``action``, which leads there."""

        def tell() -> None:
            key = key_of(action)
            self._tip = f"{tr(_TIP)}  ({key})" if key else tr(_TIP)
            self.line.setToolTip(self.problem or self._tip)

        action.changed.connect(tell)
        tell()

    @property
    def problem(self) -> str:
        """What is wrong with the search, or ""."""
        return self._problem.text()

    def show_problem(self, problem: str) -> None:
        """Say below the line what is wrong with it; "" for nothing."""
        self._problem.setText(problem[:1].upper() + problem[1:])
        self._problem.setVisible(bool(problem))
        self.line.setToolTip(problem or self._tip)
        self.line.setAccessibleDescription(problem)
        if bool(self.line.property("invalid")) != bool(problem):
            theme.set_role(self.line, "", invalid=bool(problem))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the line by Esc, which comes here once it is empty."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    # Completion

    def _make_completer(self) -> None:
        self._words = QStringListModel(self)
        self._completer = QCompleter(self._words, self)
        self._completer.setWidget(self.line)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.activated.connect(self._complete)
        self.line.textEdited.connect(self._suggest)

    def _suggest(self, text: str) -> None:
        cursor = self.line.cursorPosition()
        self._completion = complete(text, cursor, self._values)
        word = text[self._completion.start : cursor]
        known = self._completion.words
        if not known or (len(word) < _SHORTEST and word != "@"):
            popup = self._completer.popup()
            assert popup is not None
            popup.hide()
            return
        self._words.setStringList(list(known))
        self._completer.complete(self.line.rect().adjusted(0, 0, 0, 4))

    def _complete(self, word: str) -> None:
        text, cursor = self.line.text(), self.line.cursorPosition()
        before = text[: self._completion.start] + word
        goes_on = word.endswith((":", ">"))
        if not goes_on and not text[cursor:].startswith(" "):
            before += " "
        self.line.setText(before + text[cursor:])
        self.line.setCursorPosition(len(before))
        if goes_on:
            self._suggest(self.line.text())

    # Saved filters

    def _fill_menu(self) -> None:
        self.menu.clear()
        filters = self._filters.filters
        for name, text in filters.items():
            action = self.menu.addAction(f"@{name}".replace("&", "&&"))
            action.setToolTip(text)
            action.triggered.connect(partial(self._use, name))
        if filters:
            self.menu.addSeparator()
        save = self.menu.addAction(tr("Save this filter…"))
        save.setEnabled(bool(self.line.text().strip()) and not self.problem)
        save.triggered.connect(self.save)
        for words, act in ((tr("Rename"), self._rename), (tr("Delete"), self._delete)):
            menu = self.menu.addMenu(words)
            menu.setEnabled(bool(filters))
            for name in filters:
                entry = menu.addAction(f"@{name}…".replace("&", "&&"))
                entry.triggered.connect(partial(act, name))
        self.menu.addSeparator()
        self.menu.addAction(tr("Persons in file names…")).triggered.connect(
            lambda: self.persons_asked.emit()
        )
        self.menu.addAction(tr("Search help")).triggered.connect(self.show_help)
        self.menu.setToolTipsVisible(True)

    def _use(self, name: str, _checked: bool = False) -> None:
        self.line.setText(f"@{quoted(name)}")

    def save(self) -> None:
        """Ask for a name and keep the search under it."""
        text = self.line.text()
        name = ask_text(
            self, tr("Save this filter"), tr("A name for\n{text}", text=text), tr("Save")
        )
        if name is not None and self._may_replace(name):
            self._try(lambda: self._filters.save(name, text))

    def _may_replace(self, name: str) -> bool:
        there = [k for k in self._filters.filters if k.casefold() == name.strip("@ ").casefold()]
        text = self._filters.filters[there[0]] if there else ""
        so_far = tr("@{name} is currently {text}.", name=there[0], text=text) if there else ""
        return not there or sure(self, tr("Replace the filter?"), so_far, tr("Replace"))

    def _rename(self, name: str, _checked: bool = False) -> None:
        words = tr("A new name for @{name}", name=name)
        new = ask_text(self, tr("Rename the filter"), words, tr("Rename"), name)
        if new is not None:
            self._try(lambda: self._filters.rename(name, new))

    def _delete(self, name: str, _checked: bool = False) -> None:
        text = self._filters.filters[name]
        stay = tr("@{name} finds {text}. The faces stay as they are.", name=name, text=text)
        if sure(self, tr("Delete the filter?"), stay, tr("Delete")):
            self._try(lambda: self._filters.delete(name))

    def _try(self, act: Callable[[], None]) -> None:
        try:
            act()
        except InputError as error:
            tell_and_wait(self, tr("Not saved"), translated(error))

    # Help

    def show_help(self) -> None:
        """Explain the words in a pop-over below the line."""
        popover = SearchHelp(self)
        popover.chosen.connect(self._take_example)
        popover.show_below(self.line)

    def _take_example(self, example: str) -> None:
        self.line.setText(example)
        self.line.setFocus()
