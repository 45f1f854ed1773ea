"""Faces without pictures, for what is computed from points and names alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

from kpstudio.core.labelset import Face, FaceState, LabelSet, face_id
from kpstudio.core.landmarks import FloatArray, Landmarks
from kpstudio.core.schema import Normaliser, generic_scheme

EYES = 50.0
"""How far the eyes of every face are apart."""

XY = np.array([(10.0, 20.0), (10.0 + EYES, 20.0), (35.0, 50.0), (35.0, 70.0)])
"""Both eyes, nose and mouth."""


def labels_of(pictures: Sequence[str]) -> LabelSet:
    """Return the face `XY` in each picture."""
    eyes = Normaliser("inter-ocular", (0,), (1,))
    scheme = replace(generic_scheme(4), normaliser=eyes)
    faces = [
        Face(face_id(name), name, Landmarks.of(XY), state=FaceState.LABELLED) for name in pictures
    ]
    return LabelSet(Path("nowhere"), scheme, faces)


def off_by(share: float) -> FloatArray:
    """Return points that lie this share of `EYES` away from `XY`."""
    return XY + np.array([0.6, 0.8]) * share * EYES
