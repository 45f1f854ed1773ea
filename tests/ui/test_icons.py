"""Icons are drawn in the colours of the theme, and others are shown when it changes."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from kpstudio.ui import theme
from kpstudio.ui.panels.button_icon import ButtonIcon
from tests.icons import files, in_light, inks

LOOKS = [theme.DARK, theme.LIGHT]


@pytest.fixture
def app(qapp: QApplication) -> Iterator[QApplication]:
    before = theme.current()
    yield qapp
    theme.apply(qapp, before)


@pytest.mark.parametrize("look", LOOKS, ids=lambda look: look.name)
def test_icons_are_drawn_in_the_colours_of_their_theme(look: theme.Theme) -> None:
    for name, path in files(look).items():
        colours = set(re.findall("#[0-9a-f]+", path.read_text("utf-8")))
        assert colours, name
        assert colours <= set(inks(look)), name


def test_both_themes_have_the_same_icons() -> None:
    dark, light = files(theme.DARK), files(theme.LIGHT)
    assert dark.keys() == light.keys()
    for name, path in dark.items():
        drawn = in_light(path.read_text("utf-8"))
        assert light[name].read_text("utf-8") == drawn, f"{name}: run python -m tests.icons"


def test_a_button_follows_the_theme(app: QApplication, qtbot: QtBot) -> None:
    button = QToolButton()
    qtbot.addWidget(button)
    icon = ButtonIcon(button, "more")
    for look in (*LOOKS, theme.DARK):
        theme.apply(app, look)
        image = button.icon().pixmap(32, 32).toImage()
        width, height = image.width(), image.height()
        drawn = [image.pixelColor(x, y) for x in range(width) for y in range(height)]
        assert {c.name() for c in drawn if c.alpha() == 255} == {look.quiet}
    icon.show("")
    assert button.icon().isNull()
