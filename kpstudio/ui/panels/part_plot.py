"""The error of each part of the face: a strip of dots, one for each face, and the median."""

from __future__ import annotations

import math
from collections.abc import Mapping
from functools import partial

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, Signal
from PySide6.QtWidgets import QMenu, QWidget

from kpstudio.app.language import in_digits, tr, translated
from kpstudio.core.metrics import FAILURE_THRESHOLD
from kpstudio.core.schemes.names import in_words
from kpstudio.ui import theme
from kpstudio.ui.panels.dot_plot import DotPlot
from kpstudio.ui.panels.noise_floor import floor_pen
from kpstudio.ui.panels.part_menu import add
from kpstudio.ui.panels.plot import line_pen, percent
from kpstudio.ui.panels.review_faces import PERCENT, ReviewFaces, error_limit

_HALF = 0.32
_GOLDEN = 0.6180339887
_LONGEST = 8
_WIDE = 0.44


class PartPlot(DotPlot):
    """Parts side by side; a click on the name of one sorts by it.

    Signals:
        part_chosen: the name of the part to sort by.
    """

    part_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Error by part of the face"), 5, parent)
        self._parts: tuple[str, ...] = ()
        self._medians = self.add(pg.PlotDataItem(connect="pairs"), 3)
        self._people = self.add(pg.PlotDataItem(connect="pairs"), 3)
        self._apart: Mapping[str, float] = {}
        self.x_axis.whole = True
        self.y_axis.most = 7
        self.y_axis.write = percent
        self.x_axis.write = self._name
        self.dressed.connect(self._dress_medians)
        self._dress_medians()

    def set_parts(
        self,
        faces: ReviewFaces,
        errors: Mapping[str, NDArray[np.float64]],
        threshold: float = FAILURE_THRESHOLD,
    ) -> None:
        """Draw faces.

        Args:
            faces: N faces.
            errors: By part, (N,) mean errors as fractions; NaN where unknown.
            threshold: NME above which a dot stands out.
        """
        self.threshold = threshold
        self._parts = tuple(errors)
        every = np.concatenate([*errors.values(), np.empty(0)])
        end = error_limit(every, threshold)
        self.set_range((-0.5, max(len(errors), 1) - 0.5), (0.0, 1.04 * end))
        of = [np.empty(0, dtype=np.intp)]
        dots = [np.empty((0, 2))]
        medians: list[tuple[float, float]] = []
        for place, values in enumerate(errors.values()):
            order = np.argsort(values)
            known = order[np.isfinite(values[order])]
            of.append(known)
            ranks = np.arange(len(known))
            aside = _HALF * (2.0 * (ranks * _GOLDEN % 1.0) - 1.0)  # spread, the same each time
            heights = np.minimum(PERCENT * values[known], end)
            dots.append(np.column_stack([place + aside, heights]))
            if len(known):
                middle = min(PERCENT * float(np.nanmedian(values)), end)
                medians += [(place - _HALF, middle), (place + _HALF, middle)]
        self._medians.setData(np.array(medians).reshape(-1, 2))
        self.set_dots(faces, np.concatenate(dots), np.concatenate(of))
        self._draw_people()

    def set_people(self, apart: Mapping[str, float]) -> None:
        """Draw how far two people's labels lie apart by part, fractions; none for none."""
        self._apart = apart
        self._draw_people()

    def _draw_people(self) -> None:
        known = [
            (place, PERCENT * self._apart[part])
            for place, part in enumerate(self._parts)
            if math.isfinite(self._apart.get(part, math.nan))
        ]
        ends = [(place + side * _WIDE, y) for place, y in known for side in (-1, 1)]
        self._people.setData(np.array(ends).reshape(-1, 2))

    @property
    def parts(self) -> tuple[str, ...]:
        """The parts drawn, from left to right."""
        return self._parts

    def bad(self) -> NDArray[np.bool_]:
        """Return which of the (N,) dots lie above the threshold."""
        return np.asarray(self._xy[:, 1] > PERCENT * self.threshold)

    def words(self, row: int) -> str:
        """Return the face's name, the part and its error."""
        x, y = self._xy[row]
        name = self._faces.name(self._faces.ids[self._of[row]])
        return f"{name} · {self._called(round(x))} {in_digits(y, '.1f')} %"

    def _name(self, value: float) -> str:
        place = round(value)
        if not (0 <= place < len(self._parts) and abs(value - place) < 0.01):
            return ""
        name = self._called(place)
        return name if len(name) <= _LONGEST else name.split()[0]

    def _called(self, place: int) -> str:
        return translated(in_words(self._parts[place]))

    def _offer(self, menu: QMenu, at: QPointF | None) -> None:
        super()._offer(menu, at)
        for place, part in enumerate(self._parts):
            words = tr("Sort by {part}", part=self._called(place))
            add(menu, words, partial(self.part_chosen.emit, part))

    def _click(self, at: QPointF) -> None:
        place = round(at.x())
        if at.y() >= 0.0:
            super()._click(at)
        elif 0 <= place < len(self._parts):
            self.part_chosen.emit(self._parts[place])

    def _hover(self, at: QPointF | None) -> None:
        super()._hover(at)
        self.setToolTip("" if at is not None else tr("Click a part's name to sort by it"))

    def _dress_medians(self) -> None:
        self._people.setPen(floor_pen())
        self._medians.setPen(line_pen(theme.current().text, width=1))
