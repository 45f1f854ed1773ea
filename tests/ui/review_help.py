"""Faces for the plots of Review."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from kpstudio.ui.panels.review_faces import ReviewFaces

Row = tuple[str, str, float, float]
"""Id, name, NME as a fraction and yaw in degrees."""


def review_faces(rows: Sequence[Row]) -> ReviewFaces:
    """Return the faces of ``rows``."""
    names = {face_id: name for face_id, name, _, _ in rows}
    figures = np.array([row[2:] for row in rows], dtype=np.float64).reshape(-1, 2)
    return ReviewFaces(tuple(names), figures[:, 0], figures[:, 1], names.__getitem__)
