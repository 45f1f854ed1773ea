"""The pictures that prove a finding of the label doctor."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPixmap, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QScrollArea, QWidget

from kpstudio.app.language import tr
from kpstudio.io.images import UInt8Array
from kpstudio.ui import theme

_LEAST, _MOST = 120, 480
"""Pixels of a picture's side, whatever the room."""
_GAP, _BAR = 8, 16


class Proofs(QScrollArea):
    """Pictures in rows, as large as all of them can be in view."""

    def __init__(self) -> None:
        super().__init__()
        self._pictures: list[QPixmap] = []
        self._labels: list[QLabel] = []
        inside = QWidget()
        theme.set_role(inside, "pane")
        self._grid = QGridLayout(inside)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(_GAP)
        self._grid.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.setWidgetResizable(True)
        self.setMinimumWidth(_LEAST + _GAP + _BAR)  # no column is cut off
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(tr("Proofs"))
        theme.set_role(self, "reading")
        self.setWidget(inside)

    @property
    def labels(self) -> tuple[QLabel, ...]:
        """The pictures in view."""
        return tuple(self._labels)

    def clear(self) -> None:
        """Show none."""
        for label in self._labels:
            self._grid.removeWidget(label)
            label.deleteLater()
        self._labels, self._pictures = [], []

    def add(self, picture: UInt8Array, name: str) -> None:
        """Show one more, RGB of shape (H, W, 3), of the file ``name``."""
        height, width = picture.shape[:2]
        rgb = np.ascontiguousarray(picture)
        image = QImage(rgb.data, width, height, 3 * width, QImage.Format.Format_RGB888)
        label = QLabel()
        label.setToolTip(name)
        label.setAccessibleName(tr("Proof: {picture}", picture=name))
        self._pictures.append(QPixmap.fromImage(image.copy()))
        self._labels.append(label)
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Make the pictures as large as the room has become."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        width, height = self.width() - _BAR, self.viewport().height()
        side, across = max(_sides(len(self._labels), width + _GAP, height + _GAP))
        for number in range(len(self._labels)):
            self._show(number, side, across)

    def _show(self, number: int, side: int, across: int) -> None:
        pixels = QSize(side, side) * self.devicePixelRatioF()
        keeps, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode
        shown = self._pictures[number].scaled(pixels, keeps, smooth.SmoothTransformation)
        shown.setDevicePixelRatio(self.devicePixelRatioF())
        label = self._labels[number]
        label.setPixmap(shown)
        self._grid.addWidget(label, *divmod(number, across))


def _sides(count: int, width: int, height: int) -> Iterator[tuple[int, int]]:
    """Yield how large pictures can be with 1, 2, … of them in a row, and that number.

    Args:
        count: How many pictures there are.
        width: Pixels across, with one gap.
        height: Pixels in view from top to bottom, with one gap.
    """
    for across in range(1, max(count, 1) + 1):
        rows = -(-count // across) or 1
        whole = min(width // across, height // rows) - _GAP
        side = max(_LEAST, min(whole, _MOST))
        if across == 1 or across * (side + _GAP) <= width:
            yield side, across
