"""Pictures that show a finding: points as they are, and as they would be, in two colours.

Where points only change their numbers, lines lead to where each number would be.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

import numpy as np
from PIL import Image, ImageDraw

from kpstudio.core.errors import InputError
from kpstudio.core.geometry import Box
from kpstudio.core.labelset import Face, LabelSet
from kpstudio.core.landmarks import FloatArray
from kpstudio.core.schema import PointSchema
from kpstudio.core.texts import say
from kpstudio.doctor.finding import Finding
from kpstudio.io.images import UInt8Array, read_rgb


class Inks(NamedTuple):
    """What a proof is drawn with; every value is an "#rrggbb" colour.

    Attributes:
        before: Points as they are.
        after: Points as they would be.
        between: Lines from where a number is to where it would be.
    """

    before: str = "#ff4d5e"
    after: str = "#3ddc84"
    between: str = "#ffd166"


INKS = Inks()
SIDE = 280
"""Pixels of a proof's longer side."""
ALL = 12
"""So many proofs show a finding."""

_MARGIN = 1.35
_BETWEEN = 6
_ACROSS = 4
_PAPER = (32, 36, 43)
_WHOLE_FROM = 0.6
"""Points that spread over so much of the picture are shown with all of it."""


def proof(
    labels: LabelSet, finding: Finding, face: Face, side: int = SIDE, inks: Inks = INKS
) -> UInt8Array:
    """Return an (H, W, 3) picture of ``face`` with its points before and after the repair.

    Args:
        labels: Where the picture lies, and the scheme.
        finding: Says what would change, and how closely to look.
        face: One that the finding concerns.
        side: The longer side of what is returned, in pixels; points and lines grow with it.
        inks: What points and lines are drawn with.

    Raises:
        InputError: If the picture cannot be opened.
    """
    rgb = read_rgb(labels.picture_path(face.picture))
    before = _points(face)
    mended = None if finding.repair is None else finding.repair.mend(face)
    after = None if mended is None or mended is face else _points(mended)
    if finding.scale > 1:
        view = _corner(before, labels.scheme, rgb, SIDE / finding.scale)
    else:
        view = _view(rgb, [before] if after is None else [before, after])
    return _drawn(rgb, view, before, after, side, inks)


def write_proofs(labels: LabelSet, findings: Iterable[Finding], folder: Path) -> list[Path]:
    """Write a PNG for each finding that has faces to show: several of them beside each other.

    Raises:
        InputError: If the folder cannot be written.
    """
    written = []
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for finding in findings:
            tiles = []
            for face_id in finding.shown[:ALL]:
                face = labels.get(face_id)
                if face is not None and face.landmarks is not None:
                    tiles.append(proof(labels, finding, face))
            if tiles:
                path = folder / f"{finding.key}.png"
                _sheet(tiles).save(path)
                written.append(path)
    except OSError as error:
        raise InputError(
            say(
                "{folder}: cannot be written: {error}", folder=folder, error=error.strerror or error
            )
        ) from error
    return written


def _points(face: Face) -> FloatArray:
    assert face.landmarks is not None
    return face.landmarks.xy_image


def _view(rgb: UInt8Array, points: list[FloatArray]) -> Box:
    """Return the part of the picture that holds all points; all of it where they lie far apart."""
    height, width = rgb.shape[:2]
    whole = Box.whole(width, height)
    points = [xy for xy in points if np.isfinite(xy).any()]
    if not points:
        return whole
    spread = np.ptp(np.concatenate([xy[np.isfinite(xy).all(axis=1)] for xy in points]), axis=0)
    boxes = [Box.around(xy).square(_MARGIN) for xy in points]
    view = Box(
        min(box.left for box in boxes),
        min(box.top for box in boxes),
        max(box.right for box in boxes),
        max(box.bottom for box in boxes),
    )
    inside = Box(
        max(view.left, whole.left),
        max(view.top, whole.top),
        min(view.right, whole.right),
        min(view.bottom, whole.bottom),
    )
    large = max(spread[0] / width, spread[1] / height) > _WHOLE_FROM
    return whole if large or inside.width < 8 or inside.height < 8 else inside


def _corner(xy: FloatArray, scheme: PointSchema, rgb: UInt8Array, across: float) -> Box:
    """Return ``across`` pixels about a point that is well seen: an end of the normaliser."""
    there = np.flatnonzero(np.isfinite(xy).all(axis=1))
    named = [k for k in (*scheme.normaliser.a, *scheme.normaliser.b) if k in there]
    x, y = xy[named[0] if named else there[0]]
    height, width = rgb.shape[:2]
    half = min(across, width, height) / 2
    x = float(np.clip(x, half - 0.5, width - 0.5 - half))
    y = float(np.clip(y, half - 0.5, height - 0.5 - half))
    return Box(x - half, y - half, x + half, y + half)


def _drawn(
    rgb: UInt8Array,
    view: Box,
    before: FloatArray,
    after: FloatArray | None,
    side: int,
    inks: Inks,
) -> UInt8Array:
    """Cut ``view`` out, bring it to size, and draw the points."""
    scale, finer = side / max(view.width, view.height), side / SIDE
    size = (max(1, round(view.width * scale)), max(1, round(view.height * scale)))
    corner = np.array([view.left, view.top]) + 0.5
    cut = (*corner, *(corner + np.array([view.width, view.height])))
    how = Image.Resampling.NEAREST if scale > 4 * finer else Image.Resampling.BILINEAR
    shown = Image.fromarray(rgb).resize(size, how, box=_inside(cut, rgb))
    draw = ImageDraw.Draw(shown)
    radius = finer * (4.0 if scale > 4 * finer else 2.0)
    if after is not None and _same_places(before, after):
        ends = (np.stack([before, after], axis=1) + 0.5 - corner) * scale
        for start, end in ends[np.isfinite(ends).all(axis=(1, 2))]:
            draw.line((*start, *end), inks.between, round(finer))
    below, above = (inks.before, radius + 2.5 * finer, (0, 0, 0)), (inks.after, radius, None)
    for xy, (colour, reach, rim) in ((before, below), (after, above)):
        for x, y in () if xy is None else (xy + 0.5 - corner) * scale:
            if np.isfinite(x) and np.isfinite(y):
                around = (x - reach, y - reach, x + reach, y + reach)
                draw.ellipse(around, colour, rim, round(finer))
    return np.array(shown, dtype=np.uint8)


def _same_places(before: FloatArray, after: FloatArray) -> bool:
    """Whether points only change their numbers, so that lines have to show which goes where."""
    there, then = (xy[np.isfinite(xy).all(axis=1)] for xy in (before, after))
    return np.array_equal(there[np.lexsort(there.T)], then[np.lexsort(then.T)])


def _inside(cut: tuple[float, ...], rgb: UInt8Array) -> tuple[float, float, float, float]:
    """Return the cut held within the picture, against rounding."""
    height, width = rgb.shape[:2]
    left, top, right, bottom = cut
    return max(left, 0.0), max(top, 0.0), min(right, float(width)), min(bottom, float(height))


def _sheet(tiles: list[UInt8Array]) -> Image.Image:
    columns = min(_ACROSS, len(tiles))
    rows = -(-len(tiles) // columns)
    cell = SIDE + _BETWEEN
    sheet = Image.new("RGB", (columns * cell + _BETWEEN, rows * cell + _BETWEEN), _PAPER)
    for k, tile in enumerate(tiles):
        left = _BETWEEN + (k % columns) * cell + (SIDE - tile.shape[1]) // 2
        top = _BETWEEN + (k // columns) * cell + (SIDE - tile.shape[0]) // 2
        sheet.paste(Image.fromarray(tile), (left, top))
    return sheet
