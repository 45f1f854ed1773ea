"""The status bar: figures that stand apart."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint

from kpstudio.ui.status import StatusBar


@pytest.mark.parametrize("names", [("cursor", "zoom", "place", "device"), ("zoom", "device")])
def test_figures_stand_apart(qtbot, names):
    bar = StatusBar()
    qtbot.addWidget(bar)
    bar.resize(900, 28)
    bar.show()
    for name in names:
        bar.show_figure(name, "12 %")
    bar.layout().activate()
    labels = [bar._figures[name] for name in names]
    for label in labels:
        label.parentWidget().layout().activate()
    for first, second in pairwise(labels):
        here, there = (label.mapTo(bar, QPoint(0, 0)).x() for label in (first, second))
        assert there - (here + first.width()) == 16


def test_a_shorter_figure_gives_its_room_back(qtbot):
    bar = StatusBar()
    qtbot.addWidget(bar)
    bar.resize(640, 28)
    bar.show()
    place, widths = bar._figures["place"], []
    for text in ("99 / 252", "1 / 3 of 252", "99 / 252"):
        bar.show_figure("place", text)
        widths.append(place.width())
        assert place.width() >= place.fontMetrics().horizontalAdvance(text)
    assert widths[0] == widths[2] < widths[1]


def test_a_figure_that_says_nothing_takes_no_room(qtbot):
    bar = StatusBar()
    qtbot.addWidget(bar)
    bar.show()
    bar.show_figure("zoom", "100 %")
    bar.show_figure("zoom", "")
    assert not any(label.isVisible() for label in bar._figures.values())


def test_the_end_of_a_hint_leaves_the_words_of_what_goes_on(qtbot):
    bar = StatusBar()
    qtbot.addWidget(bar)
    bar.hint("Drag a box.")
    bar.show_progress("Reading", 1, 2)
    for _ in range(2):
        bar.end_hint()
        assert bar.message.text() == "Reading 1 of 2"
    bar.hide_progress()
    assert bar.message.text() == ""
