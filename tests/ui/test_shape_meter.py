"""The words and the bar that say how usual a shape is."""

from __future__ import annotations

import pytest

from kpstudio.core.schema import scheme_named
from kpstudio.core.shape_prior import Usual
from kpstudio.ui import theme
from kpstudio.ui.panels.shape_meter import ShapeMeter
from kpstudio.ui.shape_words import Oddness, oddness, oddness_of, rarity

SCHEME = scheme_named("imm58")


@pytest.mark.parametrize(
    ("percent", "found"),
    [(0, Oddness.USUAL), (97.9, Oddness.USUAL), (98, Oddness.UNUSUAL), (99.9, Oddness.UNLIKE)],
)
def test_few_shapes_are_unusual(percent, found):
    usual = Usual(percent, 1.0, 6)
    assert oddness_of(usual) is found
    words = oddness(usual, SCHEME.points.__getitem__)
    assert (words == "") == (found is Oddness.USUAL)
    assert not words or words.endswith("chin stands out")


def test_what_nobody_can_judge_is_quiet():
    assert oddness_of(None) is Oddness.USUAL
    assert oddness(None, str) == ""


def test_rarity_goes_by_powers_of_ten():
    percents = (0, 90, 99, 99.9, 99.99, 100)
    found = [rarity(Usual(percent, 1.0, 0)) for percent in percents]
    assert found == pytest.approx([0, 0.25, 0.5, 0.75, 1, 1])


def test_the_meter_speaks_up_and_hides_where_nothing_is_known(qtbot):
    meter = ShapeMeter()
    qtbot.addWidget(meter)
    meter.resize(300, 32)
    meter.explain("From somewhere.", SCHEME)
    meter.show_usual(Usual(40.0, 0.9, 3))
    assert meter.isVisibleTo(None) and meter.words.text() == "Normal shape"
    assert "40 of 100 shapes are less unusual" in meter.toolTip()
    assert meter.toolTip().endswith("From somewhere.")
    meter.show_usual(Usual(99.95, 9.0, 6))
    assert meter.words.text() == "Shape unlike the others · chin stands out"
    image = meter.bar.grab().toImage()
    colours = {image.pixelColor(x, image.height() // 2).name() for x in range(image.width())}
    assert theme.current().danger in colours
    meter.show_usual(Usual(0.2, 0.1, 0))
    assert "Fewer than 1 of 100" in meter.toolTip()
    meter.show_usual(Usual(50.0, 1.0, 99))  # of points that the scheme does not have
    assert meter.isHidden()
    meter.show_usual(None)
    assert meter.isHidden()
