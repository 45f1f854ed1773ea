"""What the scheme editor is put together with."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kpstudio.core.errors import InputError
from kpstudio.core.landmarks import FloatArray
from kpstudio.core.scheme_draft import SchemeDraft
from kpstudio.ui.panels.settings_text import points_text


def text_of(points: tuple[int, ...], draft: SchemeDraft) -> str:
    """Return points as a person would type them."""
    if len(points) == 1:
        return draft.points[points[0]]
    try:
        return points_text(points, draft.scheme())
    except InputError:
        return points_text(points, None)


def row_of(*widgets: QWidget, grows: Sequence[int] = ()) -> QHBoxLayout:
    """Lay widgets side by side; those numbered ``grows`` share the room, else it is at the end."""
    row = QHBoxLayout()
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    for number, widget in enumerate(widgets):
        row.addWidget(widget, int(number in grows))
    if not grows:
        row.addStretch(1)
    return row


def drawn_shape(
    mean: FloatArray, current: FloatArray | None, known: FloatArray | None = None
) -> FloatArray:
    """Return where to draw K points: by their mean, else by a face, else in a ring.

    Args:
        mean: (K, 2); NaN where unknown.
        current: (K, 2) points of the face in view, or None.
        known: (K, 2) shape of other faces, for a mean that lacks points; or None.
    """
    if known is not None and not np.isfinite(mean).all():
        return known
    if np.isfinite(mean).any():
        return mean
    if current is not None and np.isfinite(current).any():
        return current
    angle = np.arange(len(mean)) * (2 * np.pi / max(len(mean), 1))
    return np.column_stack([np.sin(angle), -np.cos(angle)])
