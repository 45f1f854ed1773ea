"""Colours, type and the one style sheet, dark and light.

The surfaces differ by a shade; one accent marks what is chosen and the main action of a page. Data
colours are apart (`DataPalette`), because a green point means the same in both themes.
"""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass, field, replace
from functools import cache, cached_property
from pathlib import Path
from string import Template

from PySide6.QtCore import QObject, QRect, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPainter, QPalette, QPen
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from kpstudio import resources

GRID = 4
INSIDE = 12
ROW = 32
RADIUS = 6
TEXT_PX = 13
QUIET_PX = 12
FOCUS_PX = 2
"""How wide the edge is that shows the focus on pictures; on plain ground the sheet's 1 px do."""

_TEXT_FAMILIES = ("Inter", "Segoe UI", "SF Pro Text", "Noto Sans", "DejaVu Sans")
_MONO_FAMILIES = ("JetBrains Mono", "SF Mono", "Consolas", "Noto Sans Mono", "DejaVu Sans Mono")
_STYLE = "fusion"
_ON_LIGHT = 165
"""By how many percent a colour of marks is darkened to be read on light ground."""
_FONT_SIZE = re.compile(r"font-size: (\d+)px")


@dataclass(frozen=True)
class DataPalette:
    """What drawn data look like; every value is an "#rrggbb" colour.

    Attributes:
        ground_truth: Points that a file or a person placed.
        prediction: Points that a network placed.
        offset: The line from a point to its prediction.
        rim: Around every marker, so that it shows on any skin.
        training: The training curve.
        validation: The validation curve.
        other_run: Curves of runs to compare with.
        mean_shape: The error of the mean shape.
        compared: Points of a run that is compared with, on the picture.
    """

    ground_truth: str = "#3ddc84"
    prediction: str = "#ff4d5e"
    offset: str = "#ffd166"
    rim: str = "#0b0e13"
    training: str = "#4c9aff"
    validation: str = "#ffa940"
    other_run: str = "#6b7585"
    mean_shape: str = "#b98cf0"
    compared: str = "#5ac8fa"


DATA = DataPalette()
DATA_ON_LIGHT = replace(
    DATA, training="#1f6feb", validation="#d97706", other_run="#9aa3af", mean_shape="#8250df"
)
# After Okabe and Ito (2008): blue and orange stay apart for every common kind of colour blindness.
COLOUR_BLIND_DATA = DataPalette(
    ground_truth="#56b4e9",
    prediction="#ff9e1b",
    offset="#f4f4f4",
    training="#56b4e9",
    validation="#e69f00",
    other_run="#7d8694",
    mean_shape="#cc79a7",
    compared="#cc79a7",
)
COLOUR_BLIND_DATA_ON_LIGHT = replace(
    COLOUR_BLIND_DATA,
    training="#0072b2",
    validation="#c26a00",
    other_run="#9aa3af",
    mean_shape="#c56fa0",
)


@dataclass(frozen=True)
class Theme:
    """The colours of the window; every value is an "#rrggbb" colour.

    Attributes:
        name: "dark" or "light".
        background: Behind the picture.
        pane: Lists, bars and pages.
        raised: What stands out of a pane: inputs, buttons, the chosen tab, menus.
        line: Hairlines between panes and rows.
        edge: Borders that answer to the pointer, scroll-bar handles.
        outline: Around boxes to tick, which nothing else shows.
        text: Words to read.
        quiet: Words to glance at.
        disabled: Words that do not answer.
        accent: What is chosen, in lines and marks.
        accent_fill: The ground of the main action, dark enough for `on_accent` to be read on it.
        accent_hover: The main action under the pointer.
        accent_pressed: The main action while pressed.
        on_accent: Words on `accent_fill`.
        selection: The ground of chosen rows.
        hover: The ground of what the pointer is on.
        handle: The knob of a slider.
        danger: What went wrong or cannot be undone.
        warning: What needs a look.
        ok: What is done.
        data: The colours of drawn data.
        text_percent: How large words and figures are, in percent of the usual.
    """

    name: str
    background: str
    pane: str
    raised: str
    line: str
    edge: str
    outline: str
    text: str
    quiet: str
    disabled: str
    accent: str
    accent_fill: str
    accent_hover: str
    accent_pressed: str
    on_accent: str
    selection: str
    hover: str
    handle: str
    danger: str
    warning: str
    ok: str
    data: DataPalette = field(default=DATA)
    text_percent: int = 100

    @property
    def dark(self) -> bool:
        """Whether light words stand on dark ground."""
        return self.name == "dark"

    @cached_property
    def on_selection(self) -> Theme:
        """This theme with words that can be read on chosen rows: nearer to the colour of text."""
        return replace(
            self,
            quiet=between(self.quiet, self.text),
            danger=between(self.danger, self.text),
            warning=between(self.warning, self.text),
            ok=between(self.ok, self.text),
            data=replace(self.data, prediction=between(self.data.prediction, self.text)),
        )

    @property
    def icon_folder(self) -> Path:
        """The folder of the icons in the colours of this theme."""
        return resources.path(f"icons/{self.name}")

    def for_colour_blind(self) -> Theme:
        """Return this theme with data colours that do not rest on telling red from green."""
        data = COLOUR_BLIND_DATA if self.dark else COLOUR_BLIND_DATA_ON_LIGHT
        return replace(self, data=data)


def in_words(ink: str) -> str:
    """Return a data colour to be read on a pane: for marks on pictures it may be too light."""
    return ink if bus.theme.dark else QColor(ink).darker(_ON_LIGHT).name()


def between(a: str, b: str) -> str:
    """Return the colour half way from one to another."""
    one, other = QColor(a), QColor(b)
    mixed = QColor(
        (one.red() + other.red()) // 2,
        (one.green() + other.green()) // 2,
        (one.blue() + other.blue()) // 2,
    )
    return mixed.name()


DARK = Theme(
    name="dark",
    background="#15181e",
    pane="#1b1f27",
    raised="#222732",
    line="#2c323e",
    edge="#414a5a",
    outline="#707b8e",
    text="#dfe4ec",
    quiet="#8d97a6",
    disabled="#5b6472",
    accent="#4c9aff",
    accent_fill="#2a74de",
    accent_hover="#2568cf",
    accent_pressed="#2266c7",
    on_accent="#ffffff",
    selection="#24406a",
    hover="#282e3a",
    handle="#c3cad5",
    danger="#ff6b76",
    warning="#ffb454",
    ok="#3ddc84",
)

LIGHT = Theme(
    name="light",
    background="#eef0f3",
    pane="#fbfcfd",
    raised="#f1f3f6",
    line="#d6dbe2",
    edge="#b4bcc8",
    outline="#7d8796",
    text="#1d2430",
    quiet="#5f6979",
    disabled="#a3abb7",
    accent="#1862d4",
    accent_fill="#1f6feb",
    accent_hover="#1a62d4",
    accent_pressed="#1755ba",
    on_accent="#ffffff",
    selection="#d9e7ff",
    hover="#e9ecf1",
    handle="#667080",
    danger="#cf222e",
    warning="#8f5f00",
    ok="#187a3f",
    data=DATA_ON_LIGHT,
)


class ThemeBus(QObject):
    """Says when the theme has changed, for widgets that paint themselves."""

    changed = Signal(object)  # the Theme

    def __init__(self) -> None:
        super().__init__()
        self.theme = DARK


bus = ThemeBus()


def current() -> Theme:
    """Return the theme last applied; dark before the first."""
    return bus.theme


def apply(app: QApplication, theme: Theme) -> None:
    """Dress the whole program in ``theme`` and tell `bus`; close menus, leave the focus alone."""
    bus.theme = theme
    windows = [window for window in app.topLevelWidgets() if window.isVisible()]
    for menu in [window for window in windows if isinstance(window, QMenu)]:
        menu.close()  # with another sheet, Qt forgets how far it was scrolled
    focus = [(window, window.focusWidget()) for window in windows]
    app.setStyleSheet("")  # Qt takes three times as long to lay one sheet over another
    if app.style().name() != _STYLE:
        app.setStyle(_STYLE)
    app.setFont(text_font())
    app.setPalette(palette(theme))
    app.setStyleSheet(style_sheet(theme))
    for window, had in focus:
        if had is not None and window.focusWidget() is not had:
            had.setFocus()  # Qt hides the buttons of a dialog to arrange them anew
    bus.changed.emit(theme)


def system_prefers_dark(app: QApplication) -> bool:
    """Return whether the desktop asks for dark; False where it does not say."""
    return app.styleHints().colorScheme() == Qt.ColorScheme.Dark


def style_sheet(theme: Theme) -> str:
    """Return the program's style sheet in the colours of ``theme``."""
    colours = {name: value for name, value in asdict(theme).items() if isinstance(value, str)}
    sheet = resources.read_text("style/app.qss")
    sized = _FONT_SIZE.sub(lambda found: f"font-size: {_scaled(int(found[1]), theme)}px", sheet)
    return Template(sized).substitute(colours, icons=f"{theme.icon_folder.as_posix()}/")


def _scaled(pixels: int, theme: Theme) -> int:
    return round(pixels * theme.text_percent / 100)


def palette(theme: Theme) -> QPalette:
    """Return the palette behind the style sheet, for everything that it does not reach."""
    role = QPalette.ColorRole
    colours = {
        role.Window: theme.pane,
        role.WindowText: theme.text,
        role.Base: theme.pane,
        role.AlternateBase: theme.raised,
        role.Text: theme.text,
        role.PlaceholderText: theme.quiet,
        role.Button: theme.raised,
        role.ButtonText: theme.text,
        role.BrightText: theme.on_accent,
        role.Highlight: theme.selection,
        role.HighlightedText: theme.text,
        role.Accent: theme.accent,
        role.Link: theme.accent,
        role.LinkVisited: theme.accent,
        role.ToolTipBase: theme.raised,
        role.ToolTipText: theme.text,
        role.Light: theme.hover,
        role.Midlight: theme.raised,
        role.Mid: theme.line,
        role.Dark: theme.line,
        role.Shadow: theme.background,
    }
    result = QPalette()
    for name, value in colours.items():
        result.setColor(name, QColor(value))
    for name in (role.WindowText, role.Text, role.ButtonText, role.PlaceholderText):
        result.setColor(QPalette.ColorGroup.Disabled, name, QColor(theme.disabled))
    return result


def sized(pixels: int) -> int:
    """Return how many pixels something takes that holds words, at the size of text in use."""
    return _scaled(pixels, bus.theme)


def text_font(pixels: int = TEXT_PX) -> QFont:
    """Return the font of the window, with figures of one width so that columns line up."""
    return QFont(_text_font(sized(pixels)))


@cache
def _text_font(pixels: int) -> QFont:
    font = QFont()
    font.setFamilies(list(_TEXT_FAMILIES))
    font.setPixelSize(pixels)
    font.setFeature(QFont.Tag("tnum"), 1)
    return font


def mono_font(pixels: int = QUIET_PX) -> QFont:
    """Return the font of coordinates and paths, every letter of one width."""
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    font.setFamilies([*_MONO_FAMILIES, font.family()])
    font.setStyleHint(QFont.StyleHint.Monospace)
    font.setPixelSize(sized(pixels))
    return font


def paint_focus(painter: QPainter, rect: QRect) -> None:
    """Paint the edge inside ``rect`` of a widget that paints itself and has the focus."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(current().accent), FOCUS_PX))
    painter.drawRect(rect.adjusted(1, 1, -1, -1))


def set_role(widget: QWidget, role: str, **properties: str | bool) -> None:
    """Give ``widget`` the look that the style sheet knows as ``role``, now and when it changes.

    Args:
        widget: Any widget; a label takes "quiet", "heading", "title", "danger" or "badge".
        role: A role that the style sheet names; "" for none.
        **properties: Other properties that the sheet asks for, such as ``tone="ok"``.
    """
    widget.setProperty("role", role)
    for name, value in properties.items():
        widget.setProperty(name, value)
    if (style := widget.style()) is not None:  # a property alone does not repaint
        style.unpolish(widget)
        style.polish(widget)
