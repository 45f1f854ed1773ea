"""Where predictions are off: by face, by part of the face, by point, along the jaw and across it.

`measure` lays the faces on one another once; every figure is then a sum over the same array of
offsets. NME as in `kpstudio.core.metrics`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from kpstudio.core.errors import InputError
from kpstudio.core.labelset import Face
from kpstudio.core.landmarks import FloatArray, Landmarks
from kpstudio.core.mean_shape import ENOUGH, mean_shape
from kpstudio.core.metrics import (
    mean_known,
    normaliser_lengths,
)
from kpstudio.core.schema import Normaliser, PointSchema
from kpstudio.core.shapemodel import as_complex, shipped_shape_model, turns
from kpstudio.core.texts import say

_SIDED = re.compile(r"(?:left|right|first|second) (.+)")
OTHER = "other points"
"""The part that has the points of no group."""
JAW = "jaw"


@dataclass(frozen=True, eq=False)
class Offsets:
    """How far the predictions of N faces of K points lie from the ground truth.

    Attributes:
        ids: N face ids.
        scheme: Names and groups of the points.
        xy_truth: (N, K, 2) ground truth in the image frame, NaN where missing.
        offset: (N, K, 2) prediction minus ground truth in pixels, NaN where either is missing.
        length: (N,) pixels that errors are divided by; NaN where a face has no extent.
        upright: (K, 2) an upright face in any unit, which tells how far each face leans; NaN for
            points that no face has.
    """

    ids: tuple[str, ...]
    scheme: PointSchema
    xy_truth: FloatArray
    offset: FloatArray
    length: FloatArray
    upright: FloatArray

    def only(self, rows: NDArray[np.bool_]) -> Offsets:
        """Return those of the faces where the (N,) ``rows`` are True."""
        ids = tuple(face_id for face_id, wanted in zip(self.ids, rows, strict=True) if wanted)
        truth, offset, length = self.xy_truth[rows], self.offset[rows], self.length[rows]
        return replace(self, ids=ids, xy_truth=truth, offset=offset, length=length)

    @cached_property
    def errors(self) -> FloatArray:
        """(N, K) distances as fractions of each face's length."""
        return np.asarray(np.hypot(*np.moveaxis(self.offset, -1, 0)) / self.length[:, None])

    @cached_property
    def nme(self) -> FloatArray:
        """(N,) mean of each face's errors; NaN where no point is in both."""
        return mean_known(self.errors, axis=1)

    @cached_property
    def pixels(self) -> FloatArray:
        """(N,) mean distance of each face in image pixels."""
        return mean_known(np.hypot(*np.moveaxis(self.offset, -1, 0)), axis=1)

    @cached_property
    def upright_offset(self) -> FloatArray:
        """(N, K, 2) offsets as fractions of the length, in each face's own upright frame.

        The lean of the ground truth is taken out: x is to the side of the picture, y towards the
        chin, whichever way the head is tilted.
        """
        flat = as_complex(self.offset / self.length[:, None, None])
        flat = flat * turns(self.xy_truth, self.upright)[:, None]
        return np.stack([flat.real, flat.imag], axis=-1)

    @cached_property
    def of_parts(self) -> dict[str, FloatArray]:
        """What `part_errors` returns."""
        return part_errors(self)

    @cached_property
    def of_points(self) -> PointErrors:
        """What `by_point` returns."""
        return by_point(self)


def measure(
    faces: Sequence[Face],
    predictions: Mapping[str, Landmarks],
    scheme: PointSchema,
    normaliser: Normaliser | None = None,
) -> Offsets:
    """Lay predictions over the ground truth of the faces that have both.

    Args:
        faces: Those to measure; the unlabelled and those not predicted are passed over.
        predictions: By face id, over the scheme.
        scheme: Of both.
        normaliser: What errors are divided by; the scheme's own by default.

    Raises:
        InputError: If a face or prediction has another number of points than the scheme.
    """
    ids, truths, found = [], [], []
    for face in faces:
        predicted = predictions.get(face.id)
        if predicted is None or face.landmarks is None or not face.labelled:
            continue
        if predicted.count != scheme.count or face.landmarks.count != scheme.count:
            raise InputError(
                say(
                    "{picture}: a prediction of {count} points cannot be compared with {here} in "
                    "scheme {scheme}",
                    picture=face.picture,
                    count=predicted.count,
                    here=face.landmarks.count,
                    scheme=scheme.name,
                )
            )
        ids.append(face.id)
        truths.append(face.landmarks.xy_image)
        found.append(predicted.xy_image)
    truth, prediction = (
        np.array(xy, dtype=np.float64).reshape(len(ids), scheme.count, 2) for xy in (truths, found)
    )
    length = normaliser_lengths(truth, normaliser or scheme.normaliser)
    model = shipped_shape_model(scheme.name)
    step = max(1, len(truth) // ENOUGH)
    upright = mean_shape(truth[::step]) if model is None else model.mean
    return Offsets(tuple(ids), scheme, truth, prediction - truth, length, upright)


def parts_of(scheme: PointSchema) -> dict[str, tuple[int, ...]]:
    """Return the parts of the face that a scheme's groups make, both sides as one.

    "left eye" and "right eye" are the eyes. A group within another part is left out; points of no
    group are `OTHER`. Empty for a scheme without groups.
    """
    parts: dict[str, set[int]] = {}
    for name, points in scheme.groups.items():
        sided = _SIDED.fullmatch(name)
        parts.setdefault(f"{sided[1]}s" if sided else name, set()).update(points)
    outer = {
        name: points
        for name, points in parts.items()
        if points and not any(points < other for other in parts.values())
    }
    rest = set(range(scheme.count)).difference(*outer.values())
    if outer and rest:
        outer[OTHER] = rest
    return {name: tuple(sorted(points)) for name, points in outer.items()}


def part_errors(offsets: Offsets) -> dict[str, FloatArray]:
    """Return the (N,) mean error of each face over the points of each part."""
    return {
        name: mean_known(offsets.errors[:, list(points)], axis=1)
        for name, points in parts_of(offsets.scheme).items()
    }


@dataclass(frozen=True, eq=False)
class PointErrors:
    """The errors of each of K points over all faces, as fractions of the faces' lengths.

    All but the count are NaN for a point that no face has in both.

    Attributes:
        count: (K,) faces that have the point in both.
        mean: (K,) mean distance.
        bias: (K, 2) mean offset in the upright frame of `Offsets.upright_offset`: what a constant
            correction would take away.
        covariance: (K, 2, 2) how the offsets scatter around the bias, divided by the count.
    """

    count: FloatArray
    mean: FloatArray
    bias: FloatArray
    covariance: FloatArray


def by_point(offsets: Offsets) -> PointErrors:
    """Sum up the errors of each point."""
    off = offsets.upright_offset
    bias = mean_known(off, axis=0)
    known = np.asarray(np.isfinite(off).all(axis=-1))
    around = np.where(known[..., None], off - bias, 0.0)
    # Not the mean of all products, which would take four times the room of the offsets.
    squares = np.einsum("nki,nkj->kij", around, around)
    number = np.asarray(known.sum(axis=0))[:, None, None]
    covariance = np.where(number > 0, squares / np.maximum(number, 1), np.nan)
    count = np.isfinite(offsets.errors).sum(axis=0).astype(np.float64)
    return PointErrors(count, mean_known(offsets.errors, axis=0), bias, covariance)


def ellipses(covariance: FloatArray, steps: int = 48) -> FloatArray:
    """Return (K, steps + 1, 2) closed outlines around (0, 0), one standard deviation away.

    An ellipse reaches as far to each side as what (K, 2, 2) ``covariance`` describes scatters to
    that side, about its mean. NaN where a covariance is NaN.
    """
    known = np.isfinite(covariance).all(axis=(1, 2))
    variances, axes = np.linalg.eigh(covariance[known])
    around = np.linspace(0.0, 2.0 * np.pi, steps + 1)
    circle = np.stack([np.cos(around), np.sin(around)])
    outlines = np.full((len(covariance), steps + 1, 2), np.nan)
    half_axes = axes * np.sqrt(np.maximum(variances, 0.0))[:, None, :]
    outlines[known] = np.swapaxes(half_axes @ circle, 1, 2)
    return outlines


@dataclass(frozen=True, eq=False)
class JawErrors:
    """The errors of J jaw points along the contour and across it, as fractions of the length.

    Where a jaw point lies along its contour is hardly defined, across it is: a net that does well
    has the second small, whatever the first is.

    Attributes:
        points: J point numbers in the order of the contour.
        along: (J,) mean size of the component along the contour's tangent.
        across: (J,) mean size of the component across it.
        outward: (J,) mean of the component across it with its sign: positive where the prediction
            lies outside the face.
    """

    points: tuple[int, ...]
    along: FloatArray
    across: FloatArray
    outward: FloatArray


def jaw_components(offsets: Offsets) -> FloatArray | None:
    """Split the errors at the jaw along the contour of the ground truth and across it.

    Returns:
        (N, J, 2) fractions of the length: along the contour in the order of its points, and across
        it, positive to the outside; NaN where a point or a neighbour is missing. None for a scheme
        without a jaw of three points.
    """
    jaw = list(offsets.scheme.groups.get(JAW, ()))
    if len(jaw) < 3:
        return None
    contour = as_complex(offsets.xy_truth[:, jaw])
    error = as_complex(offsets.offset[:, jaw] / offsets.length[:, None, None])
    chord = np.concatenate([contour[:, 1:], contour[:, -1:]], axis=1)
    chord = chord - np.concatenate([contour[:, :1], contour[:, :-1]], axis=1)
    with np.errstate(invalid="ignore", divide="ignore"):
        tangent = chord / np.abs(chord)  # NaN where both neighbours lie in one place
    # In the tangent's frame, the part across is positive to one side of the contour.
    split = error * tangent.conj()
    centre = as_complex(mean_known(offsets.xy_truth, axis=1))
    outside = np.sign(((contour - centre[:, None]) * tangent.conj()).imag)
    return np.stack([split.real, split.imag * outside], axis=-1)


def by_jaw(offsets: Offsets) -> JawErrors | None:
    """Sum up the errors at the jaw, or return None for a scheme without one."""
    components = jaw_components(offsets)
    if components is None:
        return None
    along, across = mean_known(np.abs(components), axis=0).T
    outward = mean_known(components[..., 1], axis=0)
    return JawErrors(tuple(offsets.scheme.groups[JAW]), along, across, outward)
