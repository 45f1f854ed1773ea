"""Two sets of points on one picture, large enough that half a pixel between them is seen."""

from __future__ import annotations

import html
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from kpstudio.app.language import tr
from kpstudio.app.pictures import PictureLoader
from kpstudio.ui import theme
from kpstudio.ui.canvas import Canvas
from kpstudio.ui.canvas.content import FaceView

_FILLED = 0.8
"""How much of the preview the face in it takes, from end to end."""


class FacePreview(QWidget):
    """Shows the faces of a picture: ● the ones, ✕ the others, and a legend that names them.

    Attributes:
        canvas: Shows the picture.
    """

    def __init__(self, pictures: PictureLoader) -> None:
        super().__init__()
        self._pictures = pictures
        self._path = Path()
        self._views: Sequence[FaceView] = ()
        self._active = 0
        self._enlarged: tuple[Path, int] | None = None
        self.canvas = Canvas()
        self.canvas.setMinimumSize(120, 96)
        # Where both agree, both are to be seen.
        self.canvas.set_layers(True, True, True, True, False, True, crosses_above=True)
        self._legend = QLabel()
        self._legend.setTextFormat(Qt.TextFormat.RichText)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._legend)
        column.addWidget(self.canvas, 1)
        pictures.loaded.connect(self._loaded)

    def name(self, ones: str, others: str) -> None:
        """Say what the two sets of points are."""
        data = theme.current().data
        marks = ((data.ground_truth, "●", ones), (data.prediction, "✕", others))
        self._legend.setText(
            "&nbsp; &nbsp;".join(
                f'<span style="color:{colour}">{mark}</span> {html.escape(name)}'
                for colour, mark, name in marks
            )
        )

    def show_faces(self, path: Path, views: Sequence[FaceView], active: int = 0) -> None:
        """Show the faces of the picture at ``path``, one of them large."""
        self._path, self._views, self._active = path, views, active
        self._draw()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the face large in another room, too."""
        super().resizeEvent(event)
        if self._enlarged is not None and self.canvas.has_picture:
            self._enlarge(self._views[self._active])

    def _draw(self) -> None:
        side = max(self.canvas.width(), self.canvas.height())
        pixels = round(side * self.canvas.devicePixelRatioF())
        picture = self._pictures.show(self._path, (), pixels)
        error = self._pictures.error_of(self._path)
        if error:
            self.canvas.show_message(tr("This picture cannot be shown"), error)
            return
        if picture is None:
            self.canvas.set_picture(None, 0, 0)
            return
        self.canvas.set_picture(picture.levels, picture.width, picture.height, True)
        self.canvas.set_faces(self._views, self._active)
        place = (self._path, self._active)
        if place != self._enlarged and self._views:
            self._enlarged = place
            self._enlarge(self._views[self._active])

    def _enlarge(self, view: FaceView) -> None:
        shown = view.ground_truth or view.prediction
        if shown is None or not shown.present.any():
            return
        xy = shown.xy_image[shown.present]
        middle = (xy.min(axis=0) + xy.max(axis=0)) / 2
        distances = np.linalg.norm(shown.xy_image - middle, axis=1)
        side = min(self.canvas.width(), self.canvas.height())
        span = max(float(np.ptp(xy, axis=0).max()), 1.0)
        self.canvas.fit()  # from where it only becomes larger
        self.canvas.zoom_at(int(np.nanargmin(distances)), _FILLED * side / span)

    def _loaded(self, path: str) -> None:
        if path == str(self._path):
            self._draw()
