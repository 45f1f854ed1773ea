"""Where the picture stands in the view: one scale and one shift, with no rounding.

Two frames meet here. Image frame: pixels, the centre of the top-left pixel at (0, 0). View frame:
the widget's logical pixels. Pixel (i, j) covers the square from (i, j) to (i + 1, j + 1) times the
scale, hence the half pixel between a landmark and the corner of its pixel.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from kpstudio.core.landmarks import FloatArray

MAX_SCALE = 64.0
# How much smaller than fitting the picture may get, and how much of it always stays in sight.
_MIN_PART_OF_FIT = 0.25
_KEPT_IN_SIGHT = 48.0


class Camera:
    """The map between the image frame and the view frame.

    Attributes:
        scale: View pixels for each image pixel.
        x: View x of the picture's left edge.
        y: View y of the picture's top edge.
        fitted: Whether the picture fills the view and shall do so after a resize.
    """

    def __init__(self) -> None:
        self.scale = 1.0
        self.x = 0.0
        self.y = 0.0
        self.fitted = True
        self._picture = (1.0, 1.0)
        self._view = (1.0, 1.0)

    def to_view(self, xy_image: ArrayLike) -> FloatArray:
        """Map (..., 2) image points to the view; NaN stays NaN."""
        points = np.asarray(xy_image, dtype=np.float64)
        return np.asarray((points + 0.5) * self.scale + (self.x, self.y))

    def to_image(self, xy_view: ArrayLike) -> FloatArray:
        """Map (..., 2) view points to the image frame."""
        points = np.asarray(xy_view, dtype=np.float64)
        return np.asarray((points - (self.x, self.y)) / self.scale - 0.5)

    @property
    def fit_scale(self) -> float:
        """The scale at which the whole picture just fills the view."""
        (width, height), (view_width, view_height) = self._picture, self._view
        return min(view_width / width, view_height / height, MAX_SCALE)

    def set_picture(self, width: float, height: float) -> None:
        """Take a picture of ``width`` x ``height`` image pixels; scale and shift stay."""
        self._picture = (max(width, 1.0), max(height, 1.0))

    def set_view(self, width: float, height: float) -> None:
        """Take a view of ``width`` x ``height`` pixels: refit, or keep what is in its middle."""
        shift = (width - self._view[0]) / 2, (height - self._view[1]) / 2
        self._view = (max(width, 1.0), max(height, 1.0))
        if self.fitted:
            self.fit()
        else:
            self.pan(*shift)

    def fit(self) -> None:
        """Show the whole picture, as large as it goes, in the middle."""
        self.scale = self.fit_scale
        self.x = (self._view[0] - self._picture[0] * self.scale) / 2
        self.y = (self._view[1] - self._picture[1] * self.scale) / 2
        self.fitted = True

    def zoom(self, scale: float, view_x: float, view_y: float) -> None:
        """Change the scale, holding the image point under (``view_x``, ``view_y``) in place."""
        smallest = _MIN_PART_OF_FIT * min(self.fit_scale, 1.0)
        scale = min(max(scale, smallest), MAX_SCALE)
        ratio = scale / self.scale
        self.scale = scale
        self.x = view_x + (self.x - view_x) * ratio
        self.y = view_y + (self.y - view_y) * ratio
        self.fitted = False
        self._keep_in_sight()

    def pan(self, dx: float, dy: float) -> None:
        """Shift the picture by view pixels, as far as some of it stays in sight."""
        self.x += dx
        self.y += dy
        self.fitted = False
        self._keep_in_sight()

    def centre_on(self, x_image: float, y_image: float) -> None:
        """Bring an image point to the middle of the view."""
        x, y = self.to_view((x_image, y_image))
        self.pan(self._view[0] / 2 - float(x), self._view[1] / 2 - float(y))

    def reveal(self, xy_image: ArrayLike, margin: float) -> None:
        """Pan as little as brings an image point (x, y) so many view pixels into the view."""
        at = self.to_view(xy_image)
        far = np.maximum(np.array(self._view) - margin, margin)
        dx, dy = (np.clip(at, margin, far) - at).tolist()
        if dx or dy:
            self.pan(dx, dy)

    def _keep_in_sight(self) -> None:
        shown = self._picture[0] * self.scale, self._picture[1] * self.scale
        self.x = _between(self.x, shown[0], self._view[0])
        self.y = _between(self.y, shown[1], self._view[1])


def _between(start: float, length: float, view: float) -> float:
    kept = min(_KEPT_IN_SIGHT, length, view)
    return min(max(start, kept - length), view - kept)
