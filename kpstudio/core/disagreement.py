"""How far labels stand from where networks that never saw the faces put them, point by point.

A length alone does not tell a slip: along the jaw honest labels scatter much, at the corner of an
eye little, and a turned face is hard as a whole. So every distance is told in units of what is
usual for its point, and a second time given what the other points of the face do. There two
witnesses are heard. One compares labels with answers: where a network or a hand is off with a whole
jaw, the points agree with each other, and one that slipped does not. The other compares labels with
labels: where the answer is wrong, a point may still stand where its neighbours want it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

import numpy as np

from kpstudio.core.landmarks import FloatArray
from kpstudio.core.mean_shape import Complex, mean_shape
from kpstudio.core.shapemodel import as_complex, as_points
from kpstudio.core.together import HAND, RAYLEIGH, RAYLEIGH_90, Together, level, quantile, size

_REGULAR = 2.0
"""Faces of this level and less tell how points move together; 1 is usual."""
_MODES, _SHAPE_MODES = 20, 30
_CLIP = 3.0
_FLOOR = 0.01
_SHAPES = 400
"""So many answers tell the mean shape."""


@dataclass(frozen=True, eq=False)
class Disagreement:
    """Labels of N faces with K points against answers of networks that never saw them.

    Attributes:
        expected: (N, K, 2) where each point would be, image frame: the answer, with what answers
            differ from labels by in most faces; NaN where there is no answer.
        unit: (N, K) pixels that are usual between a label and ``expected``; the standard deviation
            of each coordinate where it is Gaussian.
        far: (N, K) how far each label stands from ``expected``, in these units; NaN where there is
            no label or no answer.
        level: (N,) the median of ``far`` over a face, 1 for most faces; NaN without points.
        alone: (N, K) how far each label stands from where answer and all other points want it, in
            units of what is usual then; over the level of a face where that is above 1, and less
            where the answers to the looks scatter more than usual about the point.
    """

    expected: FloatArray
    unit: FloatArray
    far: FloatArray
    level: FloatArray
    alone: FloatArray


@dataclass(frozen=True, eq=False)
class Scatter:
    """How labels scatter about such answers, in most faces.

    Offsets are measured on faces that the answers set upright, in units of their mean shape's
    radius.

    Attributes:
        mean: (K, 2) mean shape of the answers.
        answers: Offsets of labels from answers.
        shape: Offsets of labels from the mean shape.
        precise: (K, 4, 4) inverse covariance of what is left of both offsets of a point.
        left: (K,) how much that usually is; the larger of what the median and the 90th of a hundred
            faces tell, since tails are heavy.
        spread: (K,) how far the answers to the looks usually scatter.
    """

    mean: FloatArray
    answers: Together
    shape: Together
    precise: FloatArray
    left: FloatArray
    spread: FloatArray

    @classmethod
    def learn(cls, xy_labels: FloatArray, xy_looks: FloatArray) -> Self:
        """Learn it from all faces, of which most are in order; arguments as in `measure`."""
        mean = mean_shape(xy_looks[:: max(1, len(xy_looks) // _SHAPES)].mean(axis=1))
        frame = _Upright.by(xy_looks.mean(axis=1), mean)
        off, away = frame.offsets(xy_labels, mean)
        answers = Together.learn(off, _REGULAR, _MODES)
        regular = level(answers.scaled(off)) <= _REGULAR
        shape = Together.learn(away[regular], np.inf, _SHAPE_MODES)
        both = np.concatenate([answers.left(off[regular]), shape.left(away[regular])], axis=2)
        precise = _precise(both)
        seen = _distance(both, precise)
        left = np.fmax(quantile(seen, 0.5) / RAYLEIGH, quantile(seen, 0.9) / RAYLEIGH_90)
        spread = quantile(_spread(xy_looks) * frame.scale[:, None], 0.5)
        return cls(mean, answers, shape, precise, np.where(left > 0, left, 1.0), spread)

    def measure(self, xy_labels: FloatArray, xy_looks: FloatArray) -> Disagreement:
        """Compare labels with answers.

        Args:
            xy_labels: (N, K, 2) image frame, NaN where missing.
            xy_looks: (N, L, K, 2) answers to L looks at each face, image frame, NaN for points that
                were not predicted.
        """
        xy_answers = xy_looks.mean(axis=1)
        frame = _Upright.by(xy_answers, self.mean)
        off, away = frame.offsets(xy_labels, self.mean)
        scaled = self.answers.scaled(off)
        above = level(scaled)
        both = np.concatenate([self.answers.left(off), self.shape.left(away)], axis=2)
        alone = _distance(both, self.precise) / self.left / np.fmax(above, 1.0)[:, None]
        with np.errstate(all="ignore"):
            doubt = _spread(xy_looks) * frame.scale[:, None] / self.spread
        alone = alone / np.sqrt(np.fmax(doubt, 1.0))
        expected = xy_answers + frame.back(self.answers.centre)
        unit = self.answers.usual / frame.scale[:, None]
        return Disagreement(expected, unit, size(scaled), above, alone)


@dataclass(frozen=True, eq=False)
class _Upright:
    """Lays N faces onto the mean shape, as their answers lie on it best.

    Attributes:
        answers: (N, K) the answers there.
        middle: (N, 1) centre of the answers in the image.
        turn: (N, 1) rotation and size.
    """

    answers: Complex
    middle: Complex
    turn: Complex

    @classmethod
    def by(cls, xy_answers: FloatArray, mean: FloatArray) -> Self:
        z, target = as_complex(xy_answers), as_complex(mean)
        there = np.isfinite(z) & np.isfinite(target)
        count = np.maximum(there.sum(axis=1, keepdims=True), 1)
        total = np.where(there, z, 0).sum(axis=1, keepdims=True)
        middle = np.asarray(total / count, dtype=np.complex128)
        onto = np.where(there, target, 0)
        onto = np.where(there, onto - onto.sum(axis=1, keepdims=True) / count, 0)
        own = np.where(there, z - middle, 0)
        power = (np.abs(own) ** 2).sum(axis=1, keepdims=True)
        fit = (own.conj() * onto).sum(axis=1, keepdims=True)
        turn = np.where(power > 0, fit / np.where(power > 0, power, 1.0), np.nan)
        return cls((z - middle) * turn, middle, turn)

    @property
    def scale(self) -> FloatArray:
        """(N,) units of the mean shape to a pixel."""
        return np.asarray(np.abs(self.turn[:, 0]))

    def offsets(self, xy_image: FloatArray, mean: FloatArray) -> tuple[FloatArray, FloatArray]:
        """Return (N, K, 2) offsets of faces from their answers, and from the mean shape."""
        laid = (as_complex(xy_image) - self.middle) * self.turn
        return as_points(laid - self.answers), as_points(laid - as_complex(mean))

    def back(self, offset: FloatArray) -> FloatArray:
        """Return (N, K, 2) pixels of the image for (K, 2) an offset of the upright face."""
        with np.errstate(invalid="ignore"):  # answers in one place set no face upright
            return as_points(as_complex(offset) / self.turn)


def _spread(xy_looks: FloatArray) -> FloatArray:
    """Return (N, K) how far answers to the looks scatter, root mean square, in pixels."""
    return np.asarray(np.sqrt(xy_looks.var(axis=1).sum(axis=2)))


def _precise(both: FloatArray) -> FloatArray:
    """Return (K, 4, 4) inverse covariances of (N, K, 4), which tails hardly widen."""
    scale = np.fmax(quantile(np.abs(both), 0.5) / 0.6745, HAND)
    clipped = np.clip(np.where(np.isfinite(both), both, 0.0) / scale, -_CLIP, _CLIP)
    count = np.maximum(np.isfinite(both).all(axis=2).sum(axis=0), 1)
    alike = np.einsum("nka,nkb->kab", clipped, clipped) / count[:, None, None]
    inverse = np.linalg.inv(alike + _FLOOR * np.eye(4))
    return np.asarray(inverse / scale[:, :, None] / scale[:, None, :])


def _distance(both: FloatArray, precise: FloatArray) -> FloatArray:
    """Return (N, K) how far a point must have moved, by both that is left of it: (N, K, 4).

    A slip moves both alike. It is estimated by weighted least squares, and told in its standard
    deviations.
    """
    alike = np.vstack([np.eye(2), np.eye(2)])
    worth = alike.T @ precise @ alike
    told = np.einsum("da,kab,nkb->nkd", alike.T, precise, both)
    moved = np.linalg.solve(worth[None], told[..., None])[..., 0]
    return np.asarray(np.sqrt(np.einsum("nka,kab,nkb->nk", moved, worth, moved)))
