"""Points one pixel or half a pixel beside what they mark: counted from 1, or from a corner."""

from __future__ import annotations

from functools import partial

import numpy as np

from kpstudio.core.geometry import Box
from kpstudio.core.labelset import Face
from kpstudio.doctor.finding import Finding, Repair, Severity, moved
from kpstudio.doctor.material import Material
from kpstudio.doctor.reference import Reference
from kpstudio.doctor.symmetry import Shift, measure_shift

_PROOF = 12
_CLEAR = 4.0
"""A shift counts from so many standard errors on."""
_LEAST = 0.3
_HALF_TO_ONE = 0.7
_ONE_TO_MORE = 1.5
_WHOLE = 0.98
"""Share of coordinates that must be whole, or whole and a half, to be called so."""


def check_shift(material: Material, reference: Reference, content: bool) -> list[Finding]:
    """Look for a shift of all points, in the numbers and, if ``content``, in the pictures."""
    if len(material.faces) < 3:
        return []
    shift = None
    if content and reference.own is not None and reference.mirror is not None:
        shift = measure_shift(material, reference.mirror, reference.own)
    found = _by_numbers(material, shift)
    if found is None and shift is not None:
        found = _by_content(material, shift)
    return [] if found is None else [found]


def _by_content(material: Material, shift: Shift) -> Finding | None:
    away = abs(shift.pixels)
    if away < _LEAST or away < _CLEAR * shift.error or shift.alike < 0.15:
        return None
    side = "right" if shift.pixels > 0 else "left"
    measured = (
        f"By the symmetry of {shift.faces} faces the points lie {away:.2f} ± {shift.error:.2f} px "
        f"too far {side}"
    )
    figures = {"shift px": shift.pixels, "standard error px": shift.error}
    if away < _HALF_TO_ONE:
        corner = "the pixel's corner" if shift.pixels > 0 else "half a pixel too early"
        return _shifted(
            material, "half-pixel", Severity.NOTE, f"{measured}, as if counted from {corner}.",
            -0.5 if shift.pixels > 0 else 0.5, figures,
        )  # fmt: skip
    if away < _ONE_TO_MORE:
        base = "counted from 1" if shift.pixels > 0 else "1 had been taken off once too often"
        return _shifted(
            material, "one-pixel", Severity.NOTE, f"{measured}, as if {base}.",
            -1.0 if shift.pixels > 0 else 1.0, figures,
        )  # fmt: skip
    whole = -float(np.clip(np.rint(shift.pixels), -3, 3))
    return _shifted(
        material, "one-pixel", Severity.DOUBT,
        f"{measured}: more than one convention explains.", whole, figures,
    )  # fmt: skip


def _shifted(
    material: Material,
    key: str,
    severity: Severity,
    sentence: str,
    by: float,
    figures: dict[str, float],
) -> Finding:
    way = "right and down" if by > 0 else "left and up"
    side = "" if severity is Severity.FAULT else " Only the shift to the side was measured."
    return Finding(
        key,
        severity,
        sentence,
        f"All points would move by {abs(by):g} px to the {way}.{side}",
        tuple(face.id for face in material.faces),
        figures,
        Repair(f"move all points by {by:+g} px", partial(_mend, by=by)),
        material.ids(material.sample(_PROOF)),
        scale=8 if abs(by) >= 1 else 16,
    )


def _mend(face: Face, by: float) -> Face:
    if face.landmarks is None:
        return face
    return moved(face, face.landmarks.xy_image + by)


def _by_numbers(material: Material, shift: Shift | None) -> Finding | None:
    """Look at the fractions of the coordinates, and whether they keep off 0 or reach the size."""
    xy = material.xy[np.isfinite(material.xy).all(axis=2)]
    if len(xy) < 20 or np.ptp(xy) < 4.0:
        return None
    fraction = xy - np.floor(xy)
    halves = float((np.abs(fraction - 0.5) < 1e-6).mean())
    if halves > _WHOLE:
        by = 0.5 if shift is not None and shift.pixels < 0 else -0.5
        figures = {"share ending in .5": halves}
        if shift is not None:
            figures |= {"shift px": shift.pixels, "standard error px": shift.error}
        said = f"{halves:.0%} of the coordinates end in .5: whole pixels, moved by half a pixel."
        return _shifted(material, "half-pixel", Severity.DOUBT, said, by, figures)
    whole = float((np.minimum(fraction, 1 - fraction) < 1e-6).mean())
    return _at_edges(material, whole) if whole > _WHOLE else None


def _at_edges(material: Material, whole: float) -> Finding | None:
    """Tell the base of whole coordinates from those at the pictures' edges.

    Points held at the edge stand at 0 and size - 1 when counted from 0, at 1 and size from 1.
    """
    low = high = before = after = 0
    with np.errstate(all="ignore"):
        least = np.fmin.reduce(material.xy, axis=1)
        most = np.fmax.reduce(material.xy, axis=1)
    near = material.sample(400)
    for n in near:
        size = material.size(material.faces[n].picture)
        if size is None:
            continue
        last = np.array(size) - 1
        if not Box.whole(size[0] + 8, size[1] + 8).contains(np.array([most[n]])).all():
            continue
        low += int((np.abs(least[n]) < 1e-6).sum())
        before += int((np.abs(least[n] + 1) < 1e-6).sum())
        high += int((np.abs(most[n] - last) < 1e-6).sum())
        after += int((np.abs(most[n] - last - 1) < 1e-6).sum())
    figures = {"whole": whole, "at 0": low, "at -1": before, "at size - 1": high, "at size": after}
    if after >= 3 and low + before == 0 and high < after:
        said = f"{after} whole coordinates equal the picture's size and none is 0: counted from 1."
        return _shifted(material, "one-pixel", Severity.DOUBT, said, -1.0, figures)
    if before >= 3 and high + after == 0 and low < before:
        said = f"{before} whole coordinates are -1, none reaches the last pixel: 1 was taken off."
        return _shifted(material, "one-pixel", Severity.DOUBT, said, 1.0, figures)
    return None
