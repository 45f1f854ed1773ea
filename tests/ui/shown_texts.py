"""Every text that widgets show or have read out, and a language that shows where each is from."""

from __future__ import annotations

import re
import string
from collections.abc import Iterator

import pyqtgraph as pg
from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractListModel,
    QModelIndex,
    QObject,
    Qt,
    QTranslator,
)
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QDialog,
    QDoubleSpinBox,
    QGraphicsTextItem,
    QGraphicsView,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMainWindow,
    QMenu,
    QPlainTextEdit,
    QProgressBar,
    QSpinBox,
    QTabBar,
    QWidget,
)

from tests.texts import texts as marked_texts

CELLS = 400
"""So many rows of a list are read."""


class Bracketed(QTranslator):
    """A language in which every word that was translated stands in brackets; values do not.

    It knows the texts that catalogues hold, and no other.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._known = {text.source for text in marked_texts()}

    def translate(self, context, source, disambiguation=None, n=-1):
        """Return the source with its words in brackets."""
        if context != "kpstudio":
            return f"⟦{source}⟧"
        return bracketed(source) if source in self._known else source


def bracketed(text: str) -> str:
    """Return a text with brackets around all that stands between its places."""
    parts = []
    for words, name, form, how in string.Formatter().parse(text):
        plain = words.replace("{", "{{").replace("}", "}}")
        parts.append(f"⟦{plain}⟧" if words.strip() else plain)
        if name is not None:
            parts.append(
                "{" + name + (f"!{how}" if how else "") + (f":{form}" if form else "") + "}"
            )
    return "".join(parts)


def outside(text: str) -> list[str]:
    """Return the words of a shown text that stand in no brackets; of HTML those that are seen."""
    text = re.sub(r"<[a-z/][^>]*>|&[a-z]+;", " ", text)
    while (inner := re.sub(r"⟦[^⟦⟧]*⟧", " ", text)) != text:
        text = inner
    return re.findall(r"[^\W\d_]{2,}", text.replace("&", ""))


def texts_of(root: QWidget) -> Iterator[tuple[str, str]]:
    """Yield (where, text) for all that ``root`` and what is inside it shows or has read out.

    ``where`` is like "ExportDialog: QFrame > QListView.cell": the window, or what is asked
    about, the widget around it, the widget, and what of it.
    """
    yield from _inside(root, type(root).__name__, "")


def _inside(thing: QObject, window: str, around: str) -> Iterator[tuple[str, str]]:
    kind = type(thing).__name__
    if isinstance(thing, QAction):
        for what in ("text", "toolTip", "iconText"):
            yield f"{window}: {around} > {kind}.{what}", getattr(thing, what)()
    elif isinstance(thing, QWidget):
        window = kind if isinstance(thing, QDialog | QMainWindow) else window
        if not thing.objectName().startswith("qt_") or isinstance(thing, QTabBar):
            where = f"{window}: {around} > {kind}"
            for what in ("windowTitle", "toolTip", "accessibleName", "accessibleDescription"):
                yield f"{where}.{what}", getattr(thing, what)()
            yield from ((f"{where}.{what}", text) for what, text in _own(thing))
    for inside in thing.children():
        yield from _inside(inside, window, kind)


def _own(widget: QWidget) -> Iterator[tuple[str, str]]:
    match widget:
        case QLabel() | QAbstractButton():
            yield "text", widget.text()
        case QLineEdit():
            yield "placeholderText", widget.placeholderText()
        case QPlainTextEdit():
            yield "text", widget.toPlainText()
        case QComboBox():
            for row in range(widget.count()):
                yield "item", widget.itemText(row)
                yield "item", widget.itemData(row, Qt.ItemDataRole.ToolTipRole) or ""
            yield "placeholderText", widget.placeholderText()
        case QSpinBox() | QDoubleSpinBox():
            yield from (("prefix", widget.prefix()), ("suffix", widget.suffix()))
            yield "special", widget.specialValueText()
        case QAbstractSpinBox():
            yield "text", widget.text()
        case QMenu():
            yield "title", widget.title()
        case QProgressBar():
            yield "text", widget.text()
        case QTabBar():
            for tab in range(widget.count()):
                yield from (("tab", widget.tabText(tab)), ("tab", widget.tabToolTip(tab)))
        case QGraphicsView():
            yield from _drawn(widget)
        case QAbstractItemView() if not isinstance(widget, QHeaderView) and widget.model():
            yield from _cells(widget.model())


def _drawn(view: QGraphicsView) -> Iterator[tuple[str, str]]:
    for item in view.items():
        if isinstance(item, QGraphicsTextItem):
            yield "drawn", item.toPlainText()
        elif isinstance(item, pg.TextItem):
            yield "drawn", item.textItem.toPlainText()


def _cells(model: QAbstractItemModel, root: QModelIndex | None = None) -> Iterator[tuple[str, str]]:
    root = root or QModelIndex()
    all_roles = Qt.ItemDataRole
    roles = (all_roles.DisplayRole, all_roles.ToolTipRole, all_roles.AccessibleTextRole)
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(root)
    for column in range(columns):
        for role in roles:
            head = model.headerData(column, Qt.Orientation.Horizontal, role)
            yield "heading", str(head or "")
    for row in range(min(model.rowCount(root), CELLS)):
        for column in range(columns):
            index = model.index(row, column, root)
            yield from (("cell", str(model.data(index, role) or "")) for role in roles)
        if model.rowCount(model.index(row, 0, root)):
            yield from _cells(model, model.index(row, 0, root))
