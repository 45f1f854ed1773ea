"""A panel of curves, and runs to show in it."""

from __future__ import annotations

import numpy as np
from pytestqt.qtbot import QtBot

from kpstudio.ui.panels.curves import CurvesPanel, RunCurve


def shown_panel(qtbot: QtBot) -> CurvesPanel:
    widget = CurvesPanel()
    qtbot.addWidget(widget)
    widget.resize(640, 320)
    widget.show()
    qtbot.waitExposed(widget)
    return widget


def stored(name: str = "0007-bignet", label: str = "", scale: float = 1.0) -> RunCurve:
    x = np.linspace(0.1, 6.0, 60)
    epochs = np.arange(1.0, 7.0)
    return RunCurve(
        name, label, x, scale * 0.02 / x, epochs, scale * 0.02 / epochs, mean_shape_mse=0.0041
    )


def drawn(panel: CurvesPanel, place: int, curve: str) -> tuple[list[float], list[float]]:
    item = getattr(panel._lines[place], curve)
    x, y = item.getOriginalDataset()
    return ([], []) if x is None else (list(x), list(y))
