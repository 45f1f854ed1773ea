"""The canvas on which pictures are looked at and points are moved."""

from kpstudio.ui.canvas.canvas import Canvas
from kpstudio.ui.canvas.content import FaceView

__all__ = ["Canvas", "FaceView"]
