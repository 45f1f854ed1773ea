"""What is cut off in a window, so that nobody can read or reach it."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QTabBar,
    QTableView,
    QTextEdit,
    QWidget,
)

from kpstudio.ui.panels.legend import Legend
from kpstudio.ui.panels.parts import Elided

LEAST_WIDTH, LEAST_HEIGHT = 100, 28
LEAST_NAME = 48
_OWN_INSIDE = (QAbstractItemView, QComboBox, QLineEdit, QTabBar, QTextEdit, QPlainTextEdit)
"""Kinds of widgets that see to what is inside them."""


def clipped(root: QWidget) -> list[str]:
    """Return what is not to be seen as it should be, though it is in view or scrolled to."""
    return [f"{_name(widget)}: {why}" for widget in _shown(root) for why in _faults(widget, root)]


def _shown(root: QWidget) -> Iterator[QWidget]:
    for child in root.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
        if child.isVisible() and not child.isWindow() and not child.size().isEmpty():
            yield child
            if not isinstance(child, _OWN_INSIDE) or type(child) is QScrollArea:
                yield from _shown(child)


def _faults(widget: QWidget, root: QWidget) -> Iterator[str]:
    around = widget.parentWidget()
    scroll = around.parentWidget()
    scrolled = isinstance(scroll, QAbstractScrollArea) and scroll.viewport() is around
    if scrolled and isinstance(scroll, QScrollArea) and _stays_in_width(scroll):
        if widget.width() > around.width():
            yield f"{widget.width()} px wide in {around.width()}, and nothing to scroll with"
    elif not scrolled and not around.rect().contains(widget.geometry()):
        yield f"{widget.geometry().getRect()} is beyond {around.rect().getRect()}"
    if isinstance(widget, QAbstractScrollArea) and not isinstance(widget, QHeaderView):
        room = widget.viewport().size()
        if room.width() < LEAST_WIDTH or room.height() < LEAST_HEIGHT:
            yield f"only {room.width()}x{room.height()} to scroll in"
    if isinstance(widget, QTableView):
        yield from _narrow_names(widget.horizontalHeader())
    yield from _cut_words(widget)


def _narrow_names(header: QHeaderView) -> Iterator[str]:
    for column in range(header.count()):
        takes_rest = header.sectionResizeMode(column) is QHeaderView.ResizeMode.Stretch
        width = header.sectionSize(column)
        if takes_rest and not header.isSectionHidden(column) and width < LEAST_NAME:
            yield f"column {column}, of names, is only {width} px wide"


def _stays_in_width(area: QScrollArea) -> bool:
    return area.horizontalScrollBarPolicy() is Qt.ScrollBarPolicy.ScrollBarAlwaysOff


def _cut_words(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, QLabel) and not isinstance(widget, Elided):
        if not widget.wordWrap() and widget.width() < widget.minimumSizeHint().width():
            yield f"{widget.text()!r} has {widget.width()} of {widget.minimumSizeHint().width()} px"
        elif widget.wordWrap() and widget.height() < widget.heightForWidth(widget.width()):
            yield f"{widget.text()!r} is {widget.height()} px high"
    elif (
        isinstance(widget, QAbstractButton)
        and not isinstance(widget.parentWidget(), Legend)  # whose words `crowding` reads
        and widget.text()
        and widget.width() < widget.minimumSizeHint().width()
    ):
        yield f"{widget.text()!r} has {widget.width()} of {widget.minimumSizeHint().width()} px"


def _name(widget: QWidget) -> str:
    around = widget.parentWidget()
    return f"{type(widget).__name__} in {type(around).__name__} in {type(around.parent()).__name__}"
