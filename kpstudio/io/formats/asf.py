"""AAM shape files (.asf) of the IMM Face Database: one face a picture, coordinates in 0..1.

A coordinate is x / width or y / height with x, y in our pixels (the format leaves the half pixel
unstated; the centre of the top-left pixel is taken as 0). Source: Stegmann's AAM-API format, as the
240 files of the IMM Face Database (Nordstrøm et al. 2004) use it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from kpstudio.core.schema import PointSchema, scheme_for_count

_HEADER = """\
######################################################################
#
#    AAM Shape File  -  written by kpstudio
#
######################################################################

#
# number of model points
#
{count}

#
# model points
#
# format: <path#> <type> <x rel.> <y rel.> <point#> <connects from> <connects to>
#
"""
_FOOTER = """
#
# host image
#
{host}
"""
_OPEN_PATH = 4


@dataclass(frozen=True)
class AsfRow:
    """What a point's row says besides its place.

    Attributes:
        path: Number of the contour it belongs to.
        kind: The type bits; 4 marks an open contour.
        connects_from: The point before it on its contour, itself at an open end.
        connects_to: The point after it, itself at an open end.
    """

    path: int
    kind: int
    connects_from: int
    connects_to: int


def asf_text(
    xy_image: ArrayLike,
    width: int,
    height: int,
    image_name: str,
    rows: Sequence[AsfRow] | None = None,
) -> str:
    """Return the text of an .asf file.

    Args:
        xy_image: (K, 2) pixels of the oriented picture, none missing.
        width: The picture's width in pixels.
        height: The picture's height in pixels.
        image_name: The picture's name or path as seen from the file.
        rows: K rows for what is not the place; None derives them from the edges of the shipped
            scheme with K points.

    Raises:
        ValueError: If a point is missing or ``rows`` has another length.
    """
    xy = np.asarray(xy_image, dtype=np.float64)
    if not np.isfinite(xy).all():
        raise ValueError("an .asf file cannot hold a missing point")
    relative = xy / (width, height)
    rows = rows_of(scheme_for_count(len(xy))) if rows is None else rows
    lines = [
        f"{row.path}\t{row.kind}\t{x:.8f}\t{y:.8f}\t{k}\t{row.connects_from}\t{row.connects_to}\n"
        for k, ((x, y), row) in enumerate(zip(relative, rows, strict=True))
    ]
    host = f"./{image_name}" if image_name.startswith("#") else image_name
    return _HEADER.format(count=len(xy)) + "".join(lines) + _FOOTER.format(host=host)


def rows_of(scheme: PointSchema) -> list[AsfRow]:
    """Derive contours from a scheme's edges: each chain is a path; a point alone is one, too."""
    before = {b: a for a, b in scheme.edges}
    after = dict(scheme.edges)
    path_of: dict[int, int] = {}
    ends: set[int] = set()
    paths = 0
    for start in range(scheme.count):
        if start in path_of:
            continue
        k = start
        while k not in path_of:
            path_of[k] = paths
            if k not in after:
                ends.add(paths)
            k = after.get(k, k)
        paths += 1
    return [
        AsfRow(path_of[k], _OPEN_PATH * (path_of[k] in ends), before.get(k, k), after.get(k, k))
        for k in range(scheme.count)
    ]
