"""Whatever has the focus shows it, in both themes, and nothing moves for that."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from kpstudio.app.settings import Settings
from kpstudio.ui import theme
from kpstudio.ui.main_window import MainWindow
from kpstudio.ui.workspaces import Workspace
from tests.ui.all_dialogs import see_dialogs
from tests.ui.controls import takes_tab
from tests.ui.driver import Script
from tests.ui.test_reading_order import COMPOSED, Faults, said, walk

LEAST = 32
"""Pixels that turn into a colour of what is chosen: the edge of a check box has 56."""
MARKS = ("accent", "text", "selection")


def takers(root: QWidget) -> Iterator[QWidget]:
    """Yield what can have the focus in a window as it is."""
    for widget in root.findChildren(QWidget):
        usable = widget.isVisible() and widget.isEnabled() and widget.window() is root
        if usable and takes_tab(widget) and not isinstance(widget.parentWidget(), COMPOSED):
            yield widget


def painted(widget: QWidget) -> NDArray[np.uint8]:
    """Return (H, W, 3) blue, green and red of what a widget looks like now."""
    image = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    pixels = np.frombuffer(image.constBits(), np.uint8)
    return pixels.reshape(image.height(), image.width(), 4)[:, :, :3].copy()


def unshown(widget: QWidget) -> str:
    """Return what is wrong with how a widget shows that it has the focus, or ""."""
    if (now := QApplication.focusWidget()) is not None:
        now.clearFocus()
    place, wanted, before = widget.geometry(), widget.sizeHint(), painted(widget)
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    after = painted(widget)
    if (widget.geometry(), widget.sizeHint()) != (place, wanted) or before.shape != after.shape:
        return "moves"
    turned = after[(before != after).any(axis=2)]
    colours = [QColor(getattr(theme.current(), name)) for name in MARKS]
    marked = [(turned == (c.blue(), c.green(), c.red())).all(axis=1) for c in colours]
    count = int(np.any(marked, axis=0).sum())
    return "" if count >= LEAST else f"{count} pixels tell"


def look_at(root: QWidget, seen: set[QWidget]) -> list[str]:
    """Return what does not show its focus, among what was not looked at before."""
    new = [widget for widget in takers(root) if widget not in seen]
    seen.update(new)
    return [f"{said(widget)}: {why}" for widget in new if (why := unshown(widget))]


@pytest.mark.parametrize("look", ["light", "dark"])
def test_what_has_the_focus_shows_it(tmp_path, look: str) -> None:
    Settings().set_value("theme", look)

    def script(window: MainWindow, found: Faults) -> Script:
        seen: set[QWidget] = set()

        def see(where: str) -> None:
            found[where] = look_at(window, seen)

        for workspace in Workspace:
            window.show_workspace(workspace)
            for number in range(window.side.count()):
                if window.side.isTabVisible(number):
                    window.side.setCurrentIndex(number)
                    yield lambda: True
                    see(f"{workspace} {window.side.tabText(number)}")
        window.show_workspace(Workspace.TRAIN)
        for page in (window.gallery, window.training_pictures):
            window.centre.setCurrentWidget(page)
            yield lambda: True
            see(type(page).__name__)
        window.show_welcome()
        yield lambda: True
        see("welcome")
        window.show_workspace(Workspace.LABEL)

        def shown(dialog: QDialog) -> None:
            dialog.activateWindow()
            QApplication.processEvents()
            found[f"{type(dialog).__name__} {dialog.windowTitle()}"] = look_at(dialog, set())

        yield from see_dialogs(window, shown)

    walk(tmp_path, script)


def test_a_mode_of_the_picture_does_not_look_like_the_focus(tmp_path) -> None:
    def script(window: MainWindow, found: Faults) -> Script:
        canvas = window.canvas
        canvas.clearFocus()
        window.actions_by_key["draw_box"].trigger()
        canvas.clearFocus()
        yield lambda: True
        mode = painted(canvas)
        canvas.setFocus(Qt.FocusReason.TabFocusReason)
        accent = QColor(theme.current().accent)
        edge = partial(np.array_equal, (accent.blue(), accent.green(), accent.red()))
        found["mode"] = ["has the edge of the focus"] if edge(mode[300, 0]) else []
        found["focus"] = [] if edge(painted(canvas)[300, 0]) else ["has no edge"]
        canvas.stop_asking()
        QTest.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
        found["mouse"] = ["has an edge"] if edge(painted(canvas)[300, 0]) else []

    walk(tmp_path, script)
