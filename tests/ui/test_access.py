"""For everybody: every control has a name that can be read out, and words stand out enough."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QScrollBar,
    QTabBar,
    QWidget,
)

from kpstudio.ui import theme
from kpstudio.ui.canvas.message import Message
from kpstudio.ui.main_window import MainWindow
from tests.app.help import faces_folder, stored_run
from tests.ui.all_dialogs import kinds, see_dialogs
from tests.ui.contrast import contrast
from tests.ui.controls import is_control
from tests.ui.driver import Script, drive

OF_OTHERS = (QComboBox, QAbstractSpinBox, QLineEdit)
"""What is inside them is read out with them."""


def nameless(root: QWidget) -> list[str]:
    """Return the controls below ``root`` that nothing names."""
    named = {label.buddy() for label in root.findChildren(QLabel)}
    found = []
    for widget in root.findChildren(QWidget):
        parents = [widget.parentWidget()]
        while parents[-1] is not None and len(parents) < 4:
            parents.append(parents[-1].parentWidget())
        inside = any(isinstance(parent, OF_OTHERS) for parent in parents)
        qts_own = not isinstance(widget, QTabBar) and (
            widget.objectName().startswith("qt_")
            or widget.metaObject().className() == "QTableCornerButton"
        )
        if qts_own or not is_control(widget):
            continue
        if isinstance(widget, QScrollBar | QHeaderView):
            continue
        if isinstance(parents[0], Message) and not parents[0].isVisible():  # no text yet
            continue
        words = widget.text() if isinstance(widget, QAbstractButton) else ""
        if not (inside or words or widget.accessibleName() or widget in named):
            kind, around = type(widget).__name__, type(widget.parentWidget()).__name__
            found.append(f"{kind} in {around} {widget.toolTip()}".strip())
    return found


def test_every_control_of_the_window_and_its_dialogs_has_a_name(tmp_path):
    folder = faces_folder(tmp_path / "in", 4)
    stored_run(folder, {0: 1.0, 1: 2.0})

    def script(window: MainWindow) -> Script:
        yield lambda: window.canvas.has_picture
        assert nameless(window) == []
        yield from see_dialogs(
            window, lambda shown: found.update({type(shown).__name__: nameless(shown)})
        )
        assert {name: lacking for name, lacking in found.items() if lacking} == {}
        assert kinds() <= set(found)

    found: dict[str, list[str]] = {}
    assert drive([str(folder)], script) == 0


def test_contrast_is_measured_as_it_is_defined():
    assert contrast("#000000", "#ffffff") == pytest.approx(21.0)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


GROUNDS = ("background", "pane", "raised", "hover")
LOOKS = [theme.DARK, theme.LIGHT]


@pytest.mark.parametrize("look", LOOKS, ids=lambda look: look.name)
@pytest.mark.parametrize("ground", GROUNDS)
def test_words_stand_out(look, ground):
    colour = getattr(look, ground)
    assert contrast(look.text, colour) >= 7.0
    for words in ("quiet", "danger", "warning", "ok", "accent"):
        assert contrast(getattr(look, words), colour) >= 4.5, words


@pytest.mark.parametrize("look", LOOKS, ids=lambda look: look.name)
def test_words_stand_out_on_chosen_rows_and_on_the_main_action(look):
    assert contrast(look.text, look.selection) >= 7.0
    chosen = look.on_selection
    for words in ("quiet", "danger", "warning", "ok"):
        assert contrast(getattr(chosen, words), look.selection) >= 4.5, words
    assert contrast(chosen.data.prediction, look.selection) >= 4.5
    for fill in ("accent_fill", "accent_hover", "accent_pressed"):
        assert contrast(look.on_accent, getattr(look, fill)) >= 4.5, fill


@pytest.mark.parametrize("look", LOOKS, ids=lambda look: look.name)
@pytest.mark.parametrize("ground", GROUNDS)
def test_boxes_to_tick_and_the_focus_stand_out(look, ground):
    for edge in ("outline", "accent"):
        assert contrast(getattr(look, edge), getattr(look, ground)) >= 3.0, edge


@pytest.mark.parametrize("look", [theme.DARK, theme.LIGHT], ids=lambda look: look.name)
@pytest.mark.parametrize("blind", [False, True])
def test_curves_stand_out_from_their_ground(look, blind):
    data = (look.for_colour_blind() if blind else look).data
    for curve in ("training", "validation", "mean_shape"):
        assert contrast(getattr(data, curve), look.pane) >= 3.0, curve
