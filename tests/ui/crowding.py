"""What is crowded in a window: words that end in "…", and bars to scroll with side by side."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import QRect
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QHeaderView,
    QTabBar,
    QTableView,
    QToolButton,
    QWidget,
)

from kpstudio.ui.panels.legend import Legend
from kpstudio.ui.panels.parts import Elided, ElidedChoice

NEAR = 48
"""Two bars whose middles are nearer than this, in pixels, look like one too many."""


def crowded(root: QWidget) -> list[str]:
    """Return what is crowded of all that is in view."""
    return [*_elided(root), *_bars_side_by_side(root)]


def _elided(root: QWidget) -> Iterator[str]:
    for widget in root.findChildren(QWidget):
        if not widget.isVisible() or widget.visibleRegion().isEmpty():
            continue
        if isinstance(widget, Elided | ElidedChoice) and widget.shown.endswith("…"):
            whole = widget.text() if isinstance(widget, Elided) else widget.words
            if widget.shown != whole:
                yield f"{widget.shown!r} is all that is read of {whole!r}"
        elif isinstance(widget, QTabBar):
            yield from _narrow_tabs(widget)
        elif isinstance(widget, QTableView):
            yield from _narrow_headings(widget.horizontalHeader())
        elif isinstance(widget, Legend):
            words = [chip.text() for chip in widget.findChildren(QToolButton) if chip.isVisible()]
            yield from (f"a legend says {text!r}" for text in words if text.endswith("…"))


def _narrow_tabs(bar: QTabBar) -> Iterator[str]:
    metrics = bar.fontMetrics()
    for tab in range(bar.count()):
        words, room = bar.tabText(tab), bar.tabRect(tab)
        if bar.isTabVisible(tab) and room.width() < metrics.horizontalAdvance(words):
            yield f"the tab {words!r} has {room.width()} px"
        if bar.isTabVisible(tab) and not bar.rect().contains(room):
            yield f"the tab {words!r} is out of view"


def _narrow_headings(header: QHeaderView) -> Iterator[str]:
    if not header.isVisible():
        return
    font = header.font()
    font.setPixelSize(12)  # as the style sheet has it
    metrics = QFontMetrics(font)
    for column in range(header.count()):
        words = str(header.model().headerData(column, header.orientation()) or "").strip()
        room = header.sectionSize(column)
        if not header.isSectionHidden(column) and metrics.horizontalAdvance(words) + 2 > room:
            yield f"the heading {words!r} has {room} px"


def _bars_side_by_side(root: QWidget) -> Iterator[str]:
    bars = []
    for area in root.findChildren(QAbstractScrollArea):
        bar = area.verticalScrollBar()
        if bar.isVisible() and bar.maximum() > 0 and not bar.visibleRegion().isEmpty():
            seen = bar.visibleRegion().boundingRect()
            bars.append((QRect(bar.mapTo(root, seen.topLeft()), seen.size()), area))
    bars.sort(key=lambda one: one[0].center().x())
    for (left, inner), (right, outer) in pairwise(bars):
        beside = left.top() <= right.bottom() and right.top() <= left.bottom()
        if beside and right.center().x() - left.center().x() < NEAR:
            names = " and ".join(
                f"{type(a).__name__} in {type(a.parent()).__name__}" for a in (inner, outer)
            )
            yield f"bars side by side: {names} at {left.center().x()} and {right.center().x()}"
