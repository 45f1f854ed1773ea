"""Both themes are complete, readable and reach every widget without a complaint from Qt."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import astuple
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDoubleSpinBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QTableWidget,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from kpstudio import resources
from kpstudio.app.settings import Settings
from kpstudio.ui import theme
from kpstudio.ui.theming import Follower, apply_theme

THEMES = [theme.DARK, theme.LIGHT, theme.DARK.for_colour_blind(), theme.LIGHT.for_colour_blind()]


@pytest.fixture
def app(qapp: QApplication) -> Iterator[QApplication]:
    before = theme.current()
    yield qapp
    qapp.setStyleSheet("")
    qapp.setPalette(QPalette())
    theme.bus.theme = before


@pytest.mark.parametrize("look", THEMES)
def test_every_colour_is_a_colour(look: theme.Theme) -> None:
    values = [value for value in astuple(look) if isinstance(value, str)][1:]
    for value in (*values, *astuple(look.data)):
        assert re.fullmatch("#[0-9a-f]{6}", value)
        assert QColor(value).isValid()


MADE_BY_QT = {
    *("QComboBoxPrivateContainer", "QMenuBar", "QScrollBar", "QTabBar", "QTableCornerButton"),
    "QTreeView",  # a QTreeWidget is one
}


def test_the_style_sheet_styles_what_there_is() -> None:
    sheet = re.sub(r"/\*.*?\*/", "", resources.read_text("style/app.qss"), flags=re.DOTALL)
    selectors = " ".join(re.findall(r"([^{}]+)\{", sheet))
    kinds = set(re.findall(r"(?<![\w\-:$.\"\[=#])[A-Z_]\w+", selectors))
    package = Path(theme.__file__).parent
    source = "\n".join(path.read_text(encoding="utf-8") for path in package.rglob("*.py"))
    assert "QPushButton" in kinds
    assert kinds - MADE_BY_QT <= set(re.findall(r"\w+", source))
    assert set(re.findall(r'role="([\w-]+)"', sheet)) <= set(re.findall(r'"([\w-]+)"', source))


@pytest.mark.parametrize("look", [theme.DARK, theme.LIGHT])
def test_the_second_palette_does_not_rest_on_red_and_green(look: theme.Theme) -> None:
    data = look.for_colour_blind().data
    # Red-green blindness leaves blueness: one has much more of it than the other.
    truth, prediction = QColor(data.ground_truth), QColor(data.prediction)
    assert truth.blue() - truth.red() > 100
    assert prediction.red() - prediction.blue() > 100


@pytest.mark.parametrize("look", [theme.DARK, theme.LIGHT])
def test_every_icon_of_the_sheet_is_there(look: theme.Theme) -> None:
    sheet = theme.style_sheet(look)
    icons = [Path(found) for found in re.findall(r'url\("([^"]+)"\)', sheet)]
    assert "check.svg" in {icon.name for icon in icons}
    for icon in icons:
        assert icon.is_file()
    assert "$" not in sheet.replace("$names", "")


@pytest.mark.parametrize("look", [theme.DARK, theme.LIGHT])
def test_applying_dresses_everything_without_a_complaint(
    app: QApplication, qtbot: QtBot, qtlog: Any, look: theme.Theme
) -> None:
    heard: list[theme.Theme] = []
    theme.bus.changed.connect(heard.append)
    theme.apply(app, look)
    theme.bus.changed.disconnect(heard.append)
    assert heard == [look]
    assert theme.current() is look
    assert app.palette().color(QPalette.ColorRole.Window).name() == look.pane

    page = QWidget()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    for widget in (QPushButton("Export"), QComboBox(), QSpinBox(), QDoubleSpinBox()):
        column.addWidget(widget)
    column.addWidget(QTableWidget(2, 2))
    page.show()
    pixels = page.grab().toImage()
    assert pixels.pixelColor(2, 2).name() == look.pane
    complaints = [record.message for record in qtlog.records]
    assert [text for text in complaints if "propagateSizeHints" not in text] == []


def test_inputs_and_buttons_share_one_height(app: QApplication, qtbot: QtBot) -> None:
    theme.apply(app, theme.DARK)
    for make in (QPushButton, QLineEdit, QComboBox, QSpinBox, QDoubleSpinBox):
        widget: QWidget = make()
        qtbot.addWidget(widget)
        widget.ensurePolished()
        assert widget.sizeHint().height() == theme.ROW


def test_the_main_action_has_the_accent(app: QApplication, qtbot: QtBot) -> None:
    theme.apply(app, theme.DARK)
    button = QPushButton("Train…")
    button.setProperty("primary", True)
    qtbot.addWidget(button)
    button.resize(100, 32)
    assert button.grab().toImage().pixelColor(8, 16).name() == theme.DARK.accent_fill


def test_a_role_given_later_is_seen_at_once(app: QApplication, qtbot: QtBot) -> None:
    theme.apply(app, theme.DARK)
    label = QLabel("48 of 240")
    qtbot.addWidget(label)
    label.ensurePolished()
    assert label.font().pixelSize() == theme.TEXT_PX
    theme.set_role(label, "quiet")
    assert label.font().pixelSize() == theme.QUIET_PX
    assert label.palette().color(QPalette.ColorRole.WindowText).name() == theme.DARK.quiet


def test_figures_line_up(app: QApplication) -> None:
    assert theme.text_font().featureValue(QFont.Tag("tnum")) == 1
    assert theme.mono_font().styleHint() is QFont.StyleHint.Monospace


def test_the_system_may_say_nothing(app: QApplication) -> None:
    assert theme.system_prefers_dark(app) is False  # the offscreen platform does not say


@pytest.mark.parametrize(("setting", "followed"), [("system", True), ("light", False)])
def test_the_system_is_followed_while_the_program_runs(
    app: QApplication, monkeypatch: pytest.MonkeyPatch, setting: str, followed: bool
) -> None:
    settings, parent = Settings(), QObject()
    settings.set_value("theme", setting)
    apply_theme(settings)
    assert not theme.current().dark
    Follower(settings, parent)
    monkeypatch.setattr(theme, "system_prefers_dark", lambda _: True)
    app.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert theme.current().dark == followed
