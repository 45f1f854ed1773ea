"""The menus of parts of the window, and what many of them offer: to copy a table or a plot."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtWidgets import QAbstractItemView, QAbstractScrollArea, QListView, QMenu, QWidget

from kpstudio.app.language import tr
from kpstudio.ui.panels.menu import Menu

Index = QModelIndex | QPersistentModelIndex
_TEXT = Qt.ItemDataRole.DisplayRole


class PartMenu(QObject):
    """The menu of a part: by the right button, by the menu key, and in the command palette.

    The part's accessible name tells the palette what the menu is about.
    """

    def __init__(
        self,
        part: QWidget,
        fill: Callable[[QMenu, QPoint | None], object],
        listens: bool = True,
    ) -> None:
        """Give a part its menu.

        Args:
            part: What the menu is of.
            fill: Puts what is offered into the menu, for a place of the part (of its viewport,
                where it has one), or for what is chosen where no place was pointed at.
            listens: Whether the menu opens by itself; else the part calls `show`.
        """
        super().__init__(part)
        self._part, self._fill = part, fill
        if listens:
            part.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            part.customContextMenuRequested.connect(self.show)
            part.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Open the menu of what is chosen where a key asks: that place counts from the heading."""
        by_key = QContextMenuEvent.Reason.Keyboard
        if not isinstance(event, QContextMenuEvent) or event.reason() is not by_key:
            return super().eventFilter(watched, event)
        self.show(self._inside.mapFrom(self._part, event.pos()), by_key=True)
        return True

    @property
    def _inside(self) -> QWidget:
        part = self._part
        return part.viewport() if isinstance(part, QAbstractScrollArea) else part

    @property
    def in_view(self) -> bool:
        """Whether the part can be seen."""
        return self._part.isVisible()

    @property
    def name(self) -> str:
        """What the part is called."""
        return self._part.accessibleName()

    def made(self, place: QPoint | None = None) -> QMenu:
        """Return the menu, which goes when it closes."""
        menu = Menu(self._part)
        menu.setToolTipsVisible(True)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._fill(menu, place)
        return menu

    def show(self, place: QPoint, by_key: bool = False) -> None:
        """Open the menu, unless there is nothing to offer."""
        menu = self.made(None if by_key else place)
        if menu.isEmpty():
            menu.deleteLater()
        else:
            menu.popup(self._inside.mapToGlobal(place))


def add(menu: QMenu, words: str, act: Callable[[], object], able: bool = True) -> None:
    """Add an entry that does something."""
    action = menu.addAction(words)
    action.setEnabled(able)
    action.triggered.connect(lambda _=False: act())


def pointed(view: QAbstractItemView, place: QPoint | None) -> QModelIndex:
    """Return what lies at a place of a view, else what its keys start from."""
    index = QModelIndex() if place is None else view.indexAt(place)
    return index if index.isValid() else view.currentIndex()


def add_copy_table(menu: QMenu, view: QAbstractItemView) -> None:
    """Offer to copy all rows of a view."""
    words = (
        tr("Copy the list as text") if isinstance(view, QListView) else tr("Copy the table as text")
    )
    able = view.model().rowCount() > 0
    add(menu, words, lambda: QGuiApplication.clipboard().setText(table_text(view)), able)


def add_copy_picture(menu: QMenu, part: QWidget, words: str = "") -> None:
    """Offer to copy a plot, or what ``words`` tell of, as it is seen."""
    words = words or tr("Copy the plot as a picture")
    add(menu, words, lambda: QGuiApplication.clipboard().setPixmap(part.grab()))


def offer_table(view: QAbstractItemView) -> None:
    """Give a view the menu of a table that can be copied, and nothing else."""
    PartMenu(view, lambda menu, _: add_copy_table(menu, view))


def table_text(view: QAbstractItemView) -> str:
    """Return all rows of a view, a line each: tabs between columns, headings first.

    Columns that are left out for want of room are there, too.
    """
    model = view.model()
    if isinstance(view, QListView):
        texts = (str(model.index(row, 0).data(_TEXT)) for row in range(model.rowCount()))
        return "\n".join(text.replace("\n", "\t") for text in texts)
    columns, across = range(model.columnCount()), Qt.Orientation.Horizontal
    headings = [model.headerData(column, across, _TEXT) for column in columns]
    rows = _rows(view, QModelIndex())
    lines = ([first.siblingAtColumn(column).data(_TEXT) for column in columns] for first in rows)
    return "\n".join("\t".join(map(_cell, line)) for line in (headings, *lines))


def _rows(view: QAbstractItemView, above: Index) -> Iterator[QModelIndex]:
    """Yield the first cell of each row, and below it those inside."""
    model = view.model()
    for row in range(model.rowCount(above)):
        first = model.index(row, 0, above)
        yield first
        yield from _rows(view, first)


def _cell(text: object) -> str:
    return "" if text is None else " ".join(str(text).split())
