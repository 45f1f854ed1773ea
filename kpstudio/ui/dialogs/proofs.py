"""The pictures that prove a finding of the label doctor."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPixmap, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QScrollArea, QWidget

from kpstudio.app.language import tr
from kpstudio.io.images import UInt8Array
from kpstudio.ui import theme

_LEAST, _MOST = 120, 212
"""Pixels of a picture's side: with less room than that it is still seen whole."""
_GAP, _BAR = 8, 16


class Proofs(QScrollArea):
    """As many pictures in a row as there is room for, each no higher than what is in view."""

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
        self.setMinimumWidth(_MOST + _GAP + _BAR)  # no column is cut off
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
        self._place(len(self._labels) - 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Have as many in a row as there is room for."""
        super().resizeEvent(event)
        for number in range(len(self._labels)):
            self._place(number)

    def _place(self, number: int) -> None:
        side = max(_LEAST, min(self.viewport().height(), _MOST))
        pixels = QSize(side, side) * self.devicePixelRatioF()
        keeps, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode
        shown = self._pictures[number].scaled(pixels, keeps, smooth.SmoothTransformation)
        shown.setDevicePixelRatio(self.devicePixelRatioF())
        label = self._labels[number]
        label.setPixmap(shown)
        across = max((self.width() - _BAR) // (side + _GAP), 1)
        self._grid.addWidget(label, *divmod(number, across))
