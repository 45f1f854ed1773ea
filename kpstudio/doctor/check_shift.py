"""Points one pixel or half a pixel beside what they mark: counted from 1, or from a corner."""

from __future__ import annotations

from functools import partial

import numpy as np

from kpstudio.core.geometry import Box
from kpstudio.core.labelset import Face
from kpstudio.core.texts import joined, say
from kpstudio.doctor.finding import Finding, Repair, Severity, moved
from kpstudio.doctor.material import Material
from kpstudio.doctor.reference import Reference
from kpstudio.doctor.symmetry import Shift, measure_shift

_PROOF = 12
_CLEAR = 4.0
"""A shift counts from so many standard errors on."""
_WITHIN = 2.0
"""A shift is a known convention if it is no farther from it than so many standard errors."""
_LEAST = 0.3
_HALF_TO_ONE = 0.7
_ONE_TO_MORE = 1.5
_WHOLE = 0.98
"""Share of coordinates that must be whole, or whole and a half, to be called so."""

_TO_THE_RIGHT = say(
    "Judging by the symmetry of {faces} faces, the points are {away:.2f} ± {error:.2f} px too far "
    "right: {means}."
)
_TO_THE_LEFT = say(
    "Judging by the symmetry of {faces} faces, the points are {away:.2f} ± {error:.2f} px too far "
    "left: {means}."
)
_RIGHT_AND_DOWN = say("All points would move {by:g} px right and down.")
_LEFT_AND_UP = say("All points would move {by:g} px left and up.")
_TO_THE_SIDE = say("Only the sideways shift was measured; up and down is assumed to be the same.")


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
    """Say what was measured; offer a move only where it is a known convention of all faces."""
    away = abs(shift.pixels)
    if away < _LEAST or away < _CLEAR * shift.error or shift.alike < 0.15:
        return None
    right = shift.pixels > 0
    if away >= _ONE_TO_MORE:
        means = say("no convention explains a shift this large")
    elif right:
        means = say(
            "counting from 1 would give 1, counting from the pixel corner 0.5; it may also be the "
            "annotators' habit"
        )
    else:
        means = say(
            "subtracting 1 once too often would give 1, half a pixel 0.5; it may also be the "
            "annotators' habit"
        )
    known = next((c for c in (0.5, 1.0) if abs(away - c) <= _WITHIN * shift.error), None)
    return _shifted(
        material,
        "half-pixel" if away < _HALF_TO_ONE else "one-pixel",
        Severity.NOTE if away < _ONE_TO_MORE else Severity.DOUBT,
        say(
            _TO_THE_RIGHT if right else _TO_THE_LEFT,
            faces=shift.faces,
            away=away,
            error=shift.error,
            means=means,
        ),
        None if known is None or not shift.one else -known if right else known,
        _figures(shift),
        _why_not(shift, known),
    )


def _why_not(shift: Shift, known: float | None) -> str:
    """Return why no move is offered."""
    if known is None:
        return say("No repair is offered: the shift is neither 0.5 nor 1 px.")
    if not shift.apart:
        return say(
            "No repair is offered: faces scatter by {scatter:.1f} px, so they may not all be "
            "shifted alike.",
            scatter=shift.scatter,
        )
    return say(
        "No repair is offered: {apart:.0%} of the faces differ from the others, so they may not "
        "all be shifted alike.",
        apart=shift.apart,
    )


def _figures(shift: Shift) -> dict[str, float]:
    return {
        say("shift px"): shift.pixels,
        say("standard error px"): shift.error,
        say("scatter of faces px"): shift.scatter,
        say("share of faces that differ"): shift.apart,
    }


def _shifted(
    material: Material,
    key: str,
    severity: Severity,
    sentence: str,
    by: float | None,
    figures: dict[str, float],
    otherwise: str = "",
) -> Finding:
    """Return the finding; ``by`` None offers no move and says ``otherwise``.

    Numbers show both axes; by symmetry, which is where there is an ``otherwise``, only x is seen.
    """
    repair, remedy = None, otherwise
    if by is not None:
        remedy = say(_RIGHT_AND_DOWN if by > 0 else _LEFT_AND_UP, by=abs(by))
        if otherwise:
            remedy = joined([remedy, _TO_THE_SIDE], " ")
        repair = Repair(f"move all points by {by:+g} px", partial(_mend, by=by))
    return Finding(
        key,
        severity,
        sentence,
        remedy,
        tuple(face.id for face in material.faces),
        figures,
        repair,
        material.ids(material.sample(_PROOF)),
        scale=8 if key == "one-pixel" else 16,
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
        figures: dict[str, float] = {say("share ending in .5"): halves}
        if shift is not None:
            figures |= _figures(shift)
        said = say(
            "{halves:.0%} of the coordinates end in .5: whole pixels, shifted by half a pixel.",
            halves=halves,
        )
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
    figures: dict[str, float] = {
        say("whole"): whole,
        say("at 0"): low,
        say("at -1"): before,
        say("at size - 1"): high,
        say("at size"): after,
    }
    if after >= 3 and low + before == 0 and high < after:
        said = say(
            "{count} whole coordinates equal the picture's size and none is 0: counted from 1.",
            count=after,
        )
        return _shifted(material, "one-pixel", Severity.DOUBT, said, -1.0, figures)
    if before >= 3 and high + after == 0 and low < before:
        said = say(
            "{count} whole coordinates are -1, none reaches the last pixel: 1 was subtracted.",
            count=before,
        )
        return _shifted(material, "one-pixel", Severity.DOUBT, said, 1.0, figures)
    return None
