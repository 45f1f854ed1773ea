"""Points in another frame than the picture's: of the whole set, and of single faces."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import numpy as np
from numpy.typing import NDArray

from kpstudio.core.geometry import Box
from kpstudio.core.landmarks import FloatArray
from kpstudio.core.texts import say, say_count
from kpstudio.doctor import frames as known
from kpstudio.doctor.agreement import agreement
from kpstudio.doctor.finding import Finding, Repair, Severity
from kpstudio.doctor.frames import Frame, mender, place_of
from kpstudio.doctor.material import Material
from kpstudio.doctor.reference import Reference
from kpstudio.doctor.shape import fit

_TURNS = (known.Y_UP, known.XY_SWAPPED, known.MIRRORED, known.UPSIDE_DOWN)
_SMALL = 20.0
_FEW = 8
_PROOF = 12
_RULE = 0.6


def check_frame(material: Material, reference: Reference, content: bool) -> Finding | None:
    """Look for a frame that (nearly) the whole set is in."""
    sample = material.sample(80)
    if len(sample) < 3:
        return None
    frame = _by_numbers(material, sample)
    if frame is not None:
        return _whole(material, frame, {})
    candidates = [*_TURNS]
    percent = _percent_possible(material, sample)
    if percent:
        candidates.append(known.PERCENT)
    upright = _upright(material, reference, sample, candidates)
    figures: Mapping[str, float] = {}
    if content:
        figures = agreement(material, [None, *candidates], len(sample))
    if figures:
        frame = _by_content(figures, candidates, upright)
    elif upright is not None and not upright[""] and not percent:
        fitting = [f for f in candidates if upright[f.key] and f is not known.MIRRORED]
        frame = fitting[0] if len(fitting) == 1 else None
    if frame is None:
        return None
    shown: dict[str, float] = {
        say("agreement {frame}", frame=key or say("as they are")): value
        for key, value in figures.items()
    }
    return _whole(material, frame, shown)


def _whole(material: Material, frame: Frame, figures: Mapping[str, float]) -> Finding:
    count = len(material.faces)
    return Finding(
        frame.key,
        Severity.FAULT,
        say_count(
            "The points of the 1 face {looks}.",
            "The points of all {count:,} faces {looks}.",
            count,
            looks=say(frame.looks),
        ),
        say(frame.remedy),
        tuple(face.id for face in material.faces),
        figures,
        Repair(frame.verb, mender(material, frame)),
        material.ids(material.sample(_PROOF)),
    )


def _by_numbers(material: Material, sample: NDArray[np.intp]) -> Frame | None:
    """Return the frame that the numbers alone tell."""
    highest = np.nanmax(material.xy[sample]) if np.isfinite(material.xy[sample]).any() else np.inf
    small = [min(size) for n in sample if (size := material.size(material.faces[n].picture))]
    if small and highest <= 2.0 and np.median(small) >= _SMALL:
        return known.RELATIVE
    return None


def _percent_possible(material: Material, sample: NDArray[np.intp]) -> bool:
    """Whether all points lie between 0 and 100 where pictures are a good deal larger."""
    xy = material.xy[sample]
    if not np.isfinite(xy).any() or np.nanmin(xy) < -2.0 or np.nanmax(xy) > 102.0:
        return False
    sizes = [size for n in sample if (size := material.size(material.faces[n].picture))]
    return bool(sizes) and float(np.median([min(size) for size in sizes])) > 150.0


def _upright(
    material: Material, reference: Reference, sample: NDArray[np.intp], frames: list[Frame]
) -> dict[str, bool] | None:
    """Tell for each frame whether faces read in it are upright by the shipped shape."""
    if reference.shipped is None:
        return None
    places = [place_of(material, material.faces[n]) for n in sample]
    keep = [n for n, at in zip(sample, places, strict=True) if at is not None]
    at_each = [at for at in places if at is not None]
    if len(keep) < 3:
        return None
    readings: dict[str, FloatArray] = {"": material.xy[keep]}
    for frame in frames:
        pairs = zip(keep, at_each, strict=True)
        readings[frame.key] = np.array([frame.to_image(material.xy[n], at) for n, at in pairs])
    fits = {key: fit(xy, reference.shipped) for key, xy in readings.items()}
    with np.errstate(all="ignore"):
        least = np.fmin.reduce([one.residual for one in fits.values()])
        return {
            key: bool(
                (
                    (np.abs(one.angle) < 45.0)
                    & (one.residual < 1.2 * least + 0.02)
                    & (one.residual < 0.6)
                ).mean()
                > 0.6
            )
            for key, one in fits.items()
        }


def _by_content(
    figures: Mapping[str, float], frames: list[Frame], upright: dict[str, bool] | None
) -> Frame | None:
    """Return the frame in which the pictures agree clearly better than as the points are."""
    fitting = [f for f in frames if upright is None or not any(upright.values()) or upright[f.key]]
    if not fitting:
        return None
    best = max(fitting, key=lambda frame: figures[frame.key])
    return best if figures[best.key] > 1.25 * figures[""] + 0.04 else None


# ---- single faces


def check_faces_frames(material: Material, reference: Reference) -> Iterator[Finding]:
    """Look for single faces in another frame than the rest."""
    if len(material.faces) == 0:
        return
    taken = np.zeros(len(material.faces), dtype=bool)
    for frame, found in (
        (known.RELATIVE, _tiny(material)),
        (known.CROP, _beside_box(material)),
        (known.BEFORE_EXIF, _turned(material, reference)),
        (known.PERCENT, _percent_faces(material, reference)),
        (known.Y_UP, _flipped(material, reference, known.Y_UP)),
        (known.XY_SWAPPED, _flipped(material, reference, known.XY_SWAPPED)),
    ):
        numbers = np.flatnonzero(found & ~taken)
        taken |= found
        if len(numbers):
            yield _single(material, frame, numbers)


def _single(material: Material, frame: Frame, numbers: NDArray[np.intp]) -> Finding:
    count, first = len(numbers), material.faces[numbers[0]].picture
    where = first if count == 1 else say("{count:,} faces ({first} …)", count=count, first=first)
    return Finding(
        frame.key,
        Severity.FAULT,
        say("The points of {where} {looks}.", where=where, looks=say(frame.looks)),
        say(frame.remedy),
        material.ids(numbers),
        {say("faces"): float(count), say("of"): float(len(material.faces))},
        Repair(frame.verb, mender(material, frame)),
        material.ids(numbers[:_PROOF]),
    )


def _spread(xy: FloatArray) -> FloatArray:
    with np.errstate(all="ignore"):
        low, high = np.fmin.reduce(xy, axis=1), np.fmax.reduce(xy, axis=1)
    return np.asarray(high - low)


def _tiny(material: Material) -> NDArray[np.bool_]:
    """Faces no larger than two pixels in pictures that are."""
    xy = material.xy
    with np.errstate(all="ignore"):
        small = (np.fmax.reduce(xy, axis=1) <= 2.0).all(axis=1)
        small &= (np.fmin.reduce(xy, axis=1) >= -1.0).all(axis=1)
    several = np.isfinite(xy).all(axis=2).sum(axis=1) >= 3
    for n in np.flatnonzero(small & several):
        size = material.size(material.faces[n].picture)
        small[n] = size is not None and min(size) >= _SMALL
    return np.asarray(small & several)


def _beside_box(material: Material) -> NDArray[np.bool_]:
    """Faces whose points lie beside their box, and in it when counted from its corner.

    Without a box nothing says where the crop was, so that points of a crop are not found.
    """
    found = np.zeros(len(material.faces), dtype=bool)
    for n, face in enumerate(material.faces):
        if face.box is None:
            continue
        xy = material.xy[n]
        xy = xy[np.isfinite(xy).all(axis=1)]
        inside = face.box.contains(xy).mean()
        from_corner = xy + known.first_pixel(face.box)
        wide = face.box.square(1.3).contains(from_corner).mean()
        at_zero = Box(-2.0, -2.0, face.box.width * 1.2, face.box.height * 1.2)
        found[n] = inside < 0.35 and wide > 0.95 and at_zero.contains(xy).mean() > 0.9
    # Where it is the rule, those whose box happens to lie near the picture's corner follow it.
    boxed = np.array([face.box is not None for face in material.faces])
    return boxed if found.sum() > _RULE * boxed.sum() else found


def _turned(material: Material, reference: Reference) -> NDArray[np.bool_]:
    """Faces of EXIF-turned pictures that stand as most others only after being turned."""
    found = np.zeros(len(material.faces), dtype=bool)
    if reference.own is None or not reference.steady:
        return found
    own = reference.shipped if reference.shipped is not None else reference.own
    odd = [n for n in _doubtful(material, own) if material.turn(material.faces[n].picture) > 1]
    for n in odd:
        at = place_of(material, material.faces[n])
        if at is None:
            continue
        both = np.stack([material.xy[n], known.BEFORE_EXIF.to_image(material.xy[n], at)])
        as_is, turned = fit(both, own).residual, np.abs(fit(both, own).angle)
        upright = as_is[1] < max(1.5 * reference.high, 0.3) and turned[1] < 40.0
        found[n] = upright and (turned[0] > 60.0 or as_is[0] > 2 * as_is[1])
    return found


def _doubtful(material: Material, own: FloatArray) -> NDArray[np.intp]:
    fitted = fit(material.xy, own)
    with np.errstate(all="ignore"):
        return np.flatnonzero((np.abs(fitted.angle) > 50.0) | (fitted.residual > 0.5))


def _percent_faces(material: Material, reference: Reference) -> NDArray[np.bool_]:
    """Faces within the first hundred pixels that are as large as the others only as percent."""
    found = np.zeros(len(material.faces), dtype=bool)
    xy = material.xy
    with np.errstate(all="ignore"):
        inside = (np.fmin.reduce(xy, axis=1) >= 0.0).all(axis=1)
        inside &= (np.fmax.reduce(xy, axis=1) <= 100.0).all(axis=1)
    possible = np.flatnonzero(inside)
    if reference.own is None or not 0 < len(possible) <= 0.4 * len(xy):
        return found
    others = material.sample(200)
    others = others[~inside[others]]
    sides = [s for n in others if (s := _share(material, int(n), xy[n])) is not None]
    if len(sides) < _FEW:
        return found
    low, high = np.quantile(sides, (0.02, 0.98))
    for n in possible:
        at = place_of(material, material.faces[n])
        if at is None or min(at.width, at.height) < 150:
            continue
        pixels = known.PERCENT.to_image(xy[n], at)
        now, then = _share(material, int(n), xy[n]), _share(material, int(n), pixels)
        residual = fit(np.stack([xy[n], pixels]), reference.own).residual
        likelier = residual[1] < 0.97 * residual[0] + 0.005 or at.width == at.height
        found[n] = bool(
            now is not None and then is not None and likelier and now < 0.6 * low
            and 0.8 * low < then < 1.25 * high
        )  # fmt: skip
    return found


def _share(material: Material, n: int, xy: FloatArray) -> float | None:
    """Return the size of a face as a share of its picture."""
    size = material.size(material.faces[n].picture)
    if size is None:
        return None
    sides = _spread(xy[None])[0]
    return float(np.sqrt(sides[0] * sides[1] / (size[0] * size[1])))


def _flipped(material: Material, reference: Reference, frame: Frame) -> NDArray[np.bool_]:
    """Faces that are like the others, and stand like them, only when read in ``frame``."""
    found = np.zeros(len(material.faces), dtype=bool)
    if reference.own is None or not reference.steady:
        return found
    as_is = fit(material.xy, reference.own)
    with np.errstate(all="ignore"):
        odd = np.flatnonzero(as_is.residual > max(1.6 * reference.usual, 0.15))
    for n in odd:
        at = place_of(material, material.faces[n])
        if at is None:
            continue
        read = fit(frame.to_image(material.xy[n], at)[None], reference.own)
        like = read.residual[0] < min(0.5 * as_is.residual[n], 1.3 * reference.high)
        found[n] = bool(like and abs(read.angle[0]) < 40.0)
    return found
