"""Two runs' errors on the same faces: a dot for each, above the diagonal where it got worse."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtWidgets import QWidget

from kpstudio.app.language import in_digits, tr
from kpstudio.core.metrics import FAILURE_THRESHOLD
from kpstudio.ui import theme
from kpstudio.ui.panels.dot_plot import DotPlot
from kpstudio.ui.panels.moved_table import MovedRow
from kpstudio.ui.panels.plot import line_pen, percent
from kpstudio.ui.panels.review_faces import PERCENT, ReviewFaces, error_limit


class PairPlot(DotPlot):
    """The old run's error to the right, the new one's upwards; what got worse stands out.

    Dashed lines show where a face fails: the lower right quarter is fixed, the upper left broken.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Error of the run in use against that of the old run"), 6, parent)
        self._before: NDArray[np.float64] = np.empty(0)
        self._diagonal = self.add(pg.PlotDataItem(), 0)
        self._limits = [
            self.add(pg.InfiniteLine(angle=angle, movable=False), 0) for angle in (0, 90)
        ]
        self.x_axis.write = self.y_axis.write = percent
        self.dressed.connect(self._dress_lines)
        self._dress_lines()

    def set_rows(self, rows: Sequence[MovedRow], threshold: float = FAILURE_THRESHOLD) -> None:
        """Draw the faces whose errors by both runs are known.

        Args:
            rows: One for each face.
            threshold: NME above which a face fails.
        """
        known = [row for row in rows if math.isfinite(row.shift.change)]
        known.sort(key=lambda row: row.shift.change, reverse=True)
        errors = [error for row in known for error in (row.shift.before, row.shift.after)]
        end = error_limit(errors, threshold)
        self.threshold = threshold
        self._before = PERCENT * np.array([row.shift.before for row in known])
        after = PERCENT * np.array([row.shift.after for row in known])
        self.set_range((0.0, 1.04 * end), (0.0, 1.04 * end))
        self._diagonal.setData([0.0, 1.04 * end], [0.0, 1.04 * end])
        for line in self._limits:
            line.setValue(PERCENT * threshold)
        names = {str(row.key): row.name for row in known}
        unknown = np.full(len(known), math.nan)
        faces = ReviewFaces(tuple(names), after / PERCENT, unknown, names.__getitem__)
        places = np.minimum(np.column_stack([self._before, after]).reshape(-1, 2), end)
        self.set_dots(faces, places)

    def bad(self) -> NDArray[np.bool_]:
        """Return which of the (N,) dots stand above the diagonal."""
        return np.asarray(self.errors > self._before)

    def words(self, row: int) -> str:
        """Return the face's name and both errors."""
        name = self._faces.name(self._faces.ids[row])
        before, after = self._before[row], self.errors[row]
        return f"{name} · {in_digits(before, '.1f')} → {in_digits(after, '.1f')} %"

    def _dress_lines(self) -> None:
        look = theme.current()
        self._diagonal.setPen(line_pen(look.quiet, width=1))
        for line in self._limits:
            pen = line_pen(look.danger, width=1)
            pen.setDashPattern([4, 4])
            line.setPen(pen)
