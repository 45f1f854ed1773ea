"""Planting faults."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import replace
from pathlib import Path

import numpy as np

from kpstudio.core.labelset import Face, LabelSet
from kpstudio.core.landmarks import FloatArray, Landmarks
from kpstudio.doctor.diagnose import Depth, diagnose
from kpstudio.doctor.finding import Finding
from kpstudio.doctor.material import Material

GRID = 64


def with_points(
    labels: LabelSet,
    points: Callable[[Face, FloatArray], FloatArray],
    which: Collection[str] | None = None,
    root: Path | None = None,
) -> LabelSet:
    """Return the set with other points in the faces of the ids ``which``; None is all."""
    faces = []
    for face in labels:
        assert face.landmarks is not None
        if which is None or face.id in which:
            moved = Landmarks.of(points(face, face.landmarks.xy_image))
            face = replace(face, landmarks=moved)
        faces.append(face)
    return LabelSet(root or labels.root, labels.scheme, faces)


def on_grid(labels: LabelSet) -> LabelSet:
    return with_points(labels, lambda _, xy: np.rint(xy * GRID) / GRID)


def found_in(labels: LabelSet, depth: Depth = Depth.PICTURES) -> dict[str, Finding]:
    return {finding.key: finding for finding in diagnose(Material(labels), depth)}


def repair(labels: LabelSet, finding: Finding) -> None:
    assert finding.repair is not None
    finding.repair.edit([labels[i] for i in finding.faces]).apply(labels)


def same_points(one: LabelSet, other: LabelSet) -> bool:
    return [face.id for face in one] == [face.id for face in other] and all(
        np.array_equal(face.landmarks.xy_image, other[face.id].landmarks.xy_image, equal_nan=True)
        for face in one
    )
