"""How the picture is shown: its brightness, contrast and gamma, and the loupe."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint

from kpstudio.core.adjustment import Adjustment
from kpstudio.ui.frame import Frame
from kpstudio.ui.panels.adjusting import AdjustingPanel

_FROM_EDGE = 12


class AdjustCommands(QObject):
    """Looks of the picture that are remembered, and change nothing in it."""

    def __init__(self, window: Frame) -> None:
        super().__init__(window)
        self._window = window
        self.panel = AdjustingPanel(window)
        self.panel.set_adjustment(window.settings.adjustment)
        self.panel.changed.connect(self._adjust)
        window.canvas.adjust(window.settings.adjustment)

    def slots(self) -> dict[str, Callable[..., object]]:
        """Return what to call for each key of the action table."""
        prefer = self._window.settings.set_value
        return {"adjust": self.open_panel, "loupe": lambda on: prefer("loupe", on)}

    def restore(self) -> None:
        """Switch the loupe as it was left; the actions must be there."""
        self._window.settings.changed.connect(self._preferred)
        self._preferred("loupe")

    def open_panel(self) -> None:
        """Show the sliders in the lower right corner of the picture, and over nothing else."""
        page, panel = self._window.centre, self.panel
        panel.fit(page.size())
        panel.adjustSize()
        corner = QPoint(page.width() - panel.width(), page.height() - panel.height())
        panel.move(page.mapToGlobal(corner) - QPoint(_FROM_EDGE, _FROM_EDGE))
        panel.show()
        panel.sliders["Brightness"].setFocus()

    def _adjust(self, adjustment: Adjustment) -> None:
        self._window.settings.adjustment = adjustment
        self._window.canvas.adjust(adjustment)

    def _preferred(self, key: str) -> None:
        if key == "loupe":
            shown = bool(self._window.settings.value(key))
            self._window.actions_by_key[key].setChecked(shown)
            self._window.canvas.show_loupe(shown)
