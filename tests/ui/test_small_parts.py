"""Parts that fit themselves to little room: clauses, paths, sliders, figures."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kpstudio.ui import theme
from kpstudio.ui.panels.neutral_slider import NeutralSlider
from kpstudio.ui.panels.parts import Clauses
from kpstudio.ui.panels.path_line import PathLine
from kpstudio.ui.status import StatusBar


def test_the_last_clauses_go_first(qtbot: QtBot) -> None:
    words = Clauses()
    qtbot.addWidget(words)
    words.setText("Epoch 4: NME 3.2 %, slightly better; overfitting")
    met = []
    for width in range(600, 0, -4):
        words.resize(width, 20)
        if words.shown not in met:
            met.append(words.shown)
    first = "Epoch 4: NME 3.2 %"
    assert met == [words.text(), f"{first}, slightly better", first, ""]
    cut = Clauses(cut=True)
    qtbot.addWidget(cut)
    cut.setText("A sentence of one clause")
    cut.resize(80, 20)
    assert cut.shown.endswith("…")


def test_a_long_path_shows_both_ends_until_somebody_types(qtbot: QtBot) -> None:
    line = PathLine("/home/somebody/pictures/of/many/faces/that/were/found/exported")
    qtbot.addWidget(line)
    line.resize(200, 32)
    line.show()
    assert "…" in line.shown
    assert line.shown.startswith("/home")
    assert line.shown.endswith("exported")
    at_rest = line.grab().toImage()
    line.setFocus()
    QApplication.processEvents()
    assert line.grab().toImage() != at_rest
    assert line.text().startswith("/home/somebody/pictures")
    line.setText("/short")
    assert line.shown == "/short"


@pytest.mark.parametrize("value", [-60, 0, 60])
def test_a_slider_is_filled_from_its_neutral_place(
    qtbot: QtBot, qapp: QApplication, value: int
) -> None:
    theme.apply(qapp, theme.LIGHT)
    slider = NeutralSlider(0)
    qtbot.addWidget(slider)
    slider.setRange(-100, 100)
    slider.setValue(value)
    slider.resize(208, 24)
    slider.show()
    image, accent = slider.grab().toImage(), QColor(theme.LIGHT.accent).rgb()
    row = image.height() // 2
    filled = [x for x in range(image.width()) if image.pixel(x, row) == accent]
    assert bool(filled) == (value != 0)
    for x in filled:
        assert (x >= image.width() // 2 - 1) if value > 0 else (x <= image.width() // 2)


def test_what_stands_beside_a_figure_stays_in_place(qtbot: QtBot) -> None:
    bar = StatusBar()
    qtbot.addWidget(bar)
    for name, texts in (("zoom", ("9 %", "98 %", "217 %")), ("place", ("1 / 252", "99 / 252"))):
        widths = set()
        for text in texts:
            bar.show_figure(name, text)
            widths.add(bar._figures[name].width())
        assert len(widths) == 1, name
