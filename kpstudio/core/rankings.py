"""Orders of faces that come from other packages."""

from __future__ import annotations

import math
from collections.abc import Iterable

from kpstudio.core import extensions
from kpstudio.core.extensions import Kind
from kpstudio.core.facts import FaceFacts
from kpstudio.core.labelset import Face


def rankings() -> tuple[str, ...]:
    """Return the rankings that other packages bring."""
    return extensions.names(Kind.RANKING)


def figures(name: str, faces: Iterable[Face], facts: FaceFacts) -> dict[str, float]:
    """Return by id what a ranking sorts faces by, the smallest first.

    Faces that it has nothing to say of, by None or NaN, are left out.

    Raises:
        InputError: If its package is missing, or it fails.
    """
    tell = extensions.load(Kind.RANKING, name)
    with extensions.held_off(Kind.RANKING, name):
        told = ((face.id, tell(face, facts)) for face in faces)
        found = {face_id: float(figure) for face_id, figure in told if figure is not None}
    return {face_id: figure for face_id, figure in found.items() if not math.isnan(figure)}
