"""What shapes are like, for the hand that corrects one: who follows whom, how usual a shape is.

A Gaussian over shapes: a point distribution model (Cootes, Taylor, Cooper and Graham, "Active Shape
Models", 1995) with equal noise in every direction that has no mode (Tipping and Bishop,
"Probabilistic Principal Component Analysis", 1999). What some points say of the others is its
conditional mean, as in "Posterior Shape Models" (Albrecht, Lüthi, Gerig and Vetter, 2013).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from kpstudio.core.geometry import Affine2D
from kpstudio.core.landmarks import FloatArray
from kpstudio.core.shapemodel import ShapeModel, similarity

FEWEST = 3
"""So many points at least tell where a whole shape lies."""

# In units of the mean shape's radius. Faces of IMM and LFPW were corrected by dragging the worst
# point again and again: from shapes somewhat off, a reach of 1.5 took 3 and 6 drags a face (plain
# drags: 8 and 19), from the mean shape 28 and 29 (33 and 51). With one of 3 far points go astray.
_REACH = 1.5
_SHIFT = 0.02
_TURN = 0.02

_UNLIKE = 1e-9  # rounding alone makes shapes that have nothing in common this alike
_FARTHEST_SIZE = 3.0
_WHOLE_POSE = 4  # numbers that shift, turn and size take away


@dataclass(frozen=True)
class Usual:
    """How usual a shape is.

    Attributes:
        percent: How many of a hundred shapes are less unusual: 50 is an everyday shape, 99 one that
            stands out, 100 none that faces take.
        excess: Squared Mahalanobis distance over what it is on average: 1 for everyday shapes.
        worst: Number of the point that lies farthest from where the others want it.
    """

    percent: float
    excess: float
    worst: int


@dataclass(frozen=True, eq=False)
class ShapePrior:
    """A Gaussian over shapes whose shift, turn and size have been taken out.

    Attributes:
        mean: (K, 2) float64, centred, of root-mean-square radius 1, x right, y down; NaN for points
            that are not known.
        modes: (M, K, 2) unit vectors, orthogonal; 0 for points that are not known.
        std: (M,) standard deviation along each mode, in units of the radius.
        noise: Standard deviation along every other direction.
        spread: Mean and variance that the squared Mahalanobis distance has among shapes; None for
            those of the Gaussian itself.
        origin: What it was measured on, in words.
    """

    mean: FloatArray
    modes: FloatArray
    std: FloatArray
    noise: float
    spread: tuple[float, float] | None = None
    origin: str = ""

    @classmethod
    def of_model(
        cls,
        model: ShapeModel,
        explained: float,
        spread: tuple[float, float] | None = None,
        origin: str = "",
    ) -> ShapePrior:
        """Return the Gaussian of a measured model.

        Args:
            model: Mean and modes, in any unit of length.
            explained: Share of the variance that its modes hold, below 1.
            spread: As in the attributes.
            origin: As in the attributes.
        """
        radius = math.sqrt(float((model.mean**2).sum(axis=1).mean()))
        std = model.std / radius
        left = float((std**2).sum()) * (1.0 / explained - 1.0)
        directions = max(model.mean.size - _WHOLE_POSE - len(std), 1)
        noise = math.sqrt(left / directions)
        return cls(model.mean / radius, model.modes, std, noise, spread, origin)

    @property
    def count(self) -> int:
        """The number of points K."""
        return len(self.mean)

    @property
    def known(self) -> NDArray[np.bool_]:
        """(K,) True for the points that it knows something of."""
        return np.asarray(np.isfinite(self.mean).all(axis=1))

    # Following

    def follower(
        self, xy_image: ArrayLike, moved: Sequence[int], locked: Sequence[int] = ()
    ) -> Follower:
        """Get ready to let the points of a shape follow some that are moved.

        Nearby points follow as the conditional mean of the Gaussian wants them, given that the
        moved and the locked ones are where they are; its covariance fades with the distance between
        two points (Gaspari and Cohn, "Construction of correlation functions in two and three
        dimensions", 1999), so that a brow does not move the chin.

        Args:
            xy_image: (K, 2) the shape before anything moves; NaN where missing.
            moved: Numbers of points that are there and that a hand moves.
            locked: Numbers of points that stay; those that are moved are not locked.

        Raises:
            ValueError: If no point is moved, or one is that is missing.
        """
        xy = np.array(xy_image, dtype=np.float64)
        present = np.asarray(np.isfinite(xy).all(axis=1))
        if not len(moved) or not present[list(moved)].all():
            raise ValueError("points that are there must be moved for others to follow")
        there = np.asarray(present & self.known)
        hands = [point for point in moved if there[point]]
        still = [point for point in locked if there[point] and point not in moved]
        free = there.copy()
        free[[*moved, *still]] = False
        follow = np.flatnonzero(free)
        alone = Follower(xy, tuple(moved), (), (), np.zeros((0, 0)), np.eye(2))
        if len(follow) == 0 or len(hands) == 0:
            return alone
        pose = similarity(xy[there], self.mean[there]).matrix[:, :2]
        if not _alike(pose, xy[there], self.mean[there]):  # so nobody knows which way
            return alone
        given = np.array([*hands, *still], dtype=np.intp)
        between = self._covariance(follow, given)
        among = self._covariance(given, given) + self.noise**2 * np.eye(2 * len(given))
        gain = np.linalg.solve(among, between.T).T[:, : 2 * len(hands)]
        reached = np.abs(gain).reshape(len(follow), -1).max(axis=1) > 0
        gain = gain.reshape(len(follow), 2, -1)[reached].reshape(-1, 2 * len(hands))
        numbers = tuple(follow[reached].tolist())
        return Follower(xy, tuple(moved), tuple(hands), numbers, gain, pose)

    def follow(
        self,
        xy_image: ArrayLike,
        moved: Sequence[int],
        places: ArrayLike,
        locked: Sequence[int] = (),
    ) -> FloatArray:
        """Return (K, 2) the shape after points were moved: see `follower`.

        Args:
            xy_image: (K, 2) the shape before; NaN where missing.
            moved: N numbers of points that are there.
            places: (N, 2) where they are now, image frame; they land exactly there.
            locked: Numbers of points that stay exactly where they are.

        Raises:
            ValueError: If no point is moved, or one is that is missing.
        """
        return self.follower(xy_image, moved, locked)(places)

    def _covariance(self, a: NDArray[np.intp], b: NDArray[np.intp]) -> FloatArray:
        """Return (2 A, 2 B) how points move together, shifts, turns and sizes of all included."""
        rows, columns = self._ways(a), self._ways(b)
        apart = np.linalg.norm(self.mean[a][:, None] - self.mean[b][None], axis=-1)
        near = np.repeat(np.repeat(_faded(apart / _REACH), 2, axis=0), 2, axis=1)
        return np.asarray((rows @ columns.T) * near)

    def _ways(self, points: NDArray[np.intp]) -> FloatArray:
        """Return (2 N, M + 4) how points move, for one standard deviation of each way."""
        x, y = self.mean[points].T
        pose = np.zeros((len(points), 2, _WHOLE_POSE))
        pose[:, 0, 0] = pose[:, 1, 1] = _SHIFT
        pose[:, 0, 2], pose[:, 1, 2] = -_TURN * y, _TURN * x
        pose[:, 0, 3], pose[:, 1, 3] = _TURN * x, _TURN * y
        modes = self._loadings(points)
        return np.hstack([modes, pose.reshape(2 * len(points), -1)])

    def _loadings(self, points: ArrayLike) -> FloatArray:
        """Return (2 N, M) the modes at some points, each of one standard deviation."""
        chosen = np.asarray(points, dtype=np.intp)
        scaled = self.modes[:, chosen] * self.std[:, None, None]
        return np.asarray(scaled.reshape(len(self.std), 2 * len(chosen)).T)

    # Fitting

    def fit_to(self, points: Sequence[int], places: ArrayLike) -> FloatArray:
        """Return (K, 2) the most likely shape that has some points where they are given.

        Pose and modes are found together by least squares in the frame of the mean. Points that the
        model does not know are NaN, unless they are given.

        Args:
            points: N numbers, 3 known ones at least.
            places: (N, 2) where they are, image frame; they are kept exactly.

        Raises:
            ValueError: If fewer than three are known, if they are all in one place, or if they lie
                as in no shape.
        """
        xy = np.asarray(places, dtype=np.float64)
        numbers = np.asarray(points, dtype=np.intp)
        used = self.known[numbers] & np.isfinite(xy).all(axis=1)
        if used.sum() < FEWEST:
            raise ValueError(f"fitting a shape needs {FEWEST} points that the model knows")
        given, at = numbers[used], xy[used]
        middle = at.mean(axis=0)
        size = math.sqrt(float(((at - middle) ** 2).sum(axis=1).mean()))
        if not size > 0:
            raise ValueError("the points that a shape is fitted to are all in one place")
        into_model, weights = self._least_squares(given, (at - middle) / size)
        loaded = self._loadings(np.arange(self.count)) @ weights
        shape = self.mean + loaded.reshape(-1, 2)
        result = into_model.inverse()(shape) * size + middle
        result[given] = at
        result[numbers[~used]] = xy[~used]
        return np.asarray(result)

    def _least_squares(
        self, given: NDArray[np.intp], xy: FloatArray
    ) -> tuple[Affine2D, FloatArray]:
        """Return the map of ``xy`` into the frame of the mean, and (M,) weights of the modes."""
        x, y = xy.T
        pose = np.zeros((len(given), 2, _WHOLE_POSE))
        pose[:, 0] = np.column_stack([x, -y, np.ones_like(x), np.zeros_like(x)])
        pose[:, 1] = np.column_stack([y, x, np.zeros_like(x), np.ones_like(x)])
        count = len(self.std)
        equations = np.hstack([pose.reshape(2 * len(given), -1), -self._loadings(given)])
        prior = np.hstack([np.zeros((count, _WHOLE_POSE)), self.noise * np.eye(count)])
        wanted = np.concatenate([self.mean[given].ravel(), np.zeros(count)])
        found = np.linalg.lstsq(np.vstack([equations, prior]), wanted, rcond=None)[0]
        a, b, dx, dy = found[:_WHOLE_POSE].tolist()
        plain = similarity(self.mean[given], xy).matrix[:, :2]
        alike = math.hypot(a, b) * math.sqrt(abs(float(np.linalg.det(plain))))
        if not alike > 1.0 / _FARTHEST_SIZE:
            raise ValueError("the points lie as they do in no shape that the model knows")
        return Affine2D(np.array([[a, -b, dx], [b, a, dy]])), found[_WHOLE_POSE:]

    # Judging

    def usual(self, xy_image: ArrayLike) -> Usual | None:
        """Return how usual a (K, 2) shape is, from the points that are there; None for under three.

        The distribution of the distance among shapes is taken for that of a scaled chi-square
        variable of the same mean and variance (Box, 1954), whose percentile is approximated after
        Wilson and Hilferty (1931).
        """
        there, loadings, inner, pull, squared = self._weighed(xy_image)
        if len(there) < FEWEST:
            return None
        mean, variance = self._spread_of(len(there))
        return Usual(
            100.0 * _chi_square_share(squared, mean, variance),
            squared / mean,
            int(there[_farthest(loadings, inner, self.noise**2, pull)]),
        )

    def distance(self, xy_image: ArrayLike) -> float:
        """Return the squared Mahalanobis distance of a (K, 2) shape from the mean.

        The sum of that along the modes and of that from them (Jackson and Mudholkar, "Control
        procedures for residuals associated with principal component analysis", 1979), over the
        points that are there; NaN for under three.
        """
        return self._weighed(xy_image)[-1]

    def _weighed(
        self, xy_image: ArrayLike
    ) -> tuple[NDArray[np.intp], FloatArray, FloatArray, FloatArray, float]:
        """Return which points are there, their loadings, and their offsets times the precision.

        With C = L L' + s² the covariance, its inverse is (1 - L (L' L + s²)⁻¹ L') / s²; the third
        value is the inverse in the middle of that, the last the squared distance.
        """
        xy = np.asarray(xy_image, dtype=np.float64)
        there = np.flatnonzero(np.isfinite(xy).all(axis=1) & self.known)
        loadings, noise = self._loadings(there), self.noise**2
        among = loadings.T @ loadings + noise * np.eye(len(self.std))
        inner = np.asarray(np.linalg.inv(among), dtype=np.float64)
        if len(there) < FEWEST:
            return there, loadings, inner, np.zeros(2 * len(there)), math.nan
        aligned = similarity(xy[there], self.mean[there])(xy[there])
        off = (aligned - self.mean[there]).ravel()
        pull = (off - loadings @ (inner @ (loadings.T @ off))) / noise
        return there, loadings, inner, pull, max(float(off @ pull), 0.0)

    def directions(self, points: int) -> int:
        """Return how many ways a shape of so many points can differ from another."""
        return max(2 * points - _WHOLE_POSE, 1)

    def _spread_of(self, points: int) -> tuple[float, float]:
        free = float(self.directions(points))
        if self.spread is None:
            return free, 2.0 * free
        part = free / self.directions(int(self.known.sum()))
        return self.spread[0] * part, self.spread[1] * part


@dataclass(frozen=True, eq=False)
class Follower:
    """Where a shape's points go while some are moved: linear in how far these have gone.

    Attributes:
        xy_image: (K, 2) the shape before.
        moved: The points in the hand.
        hands: Those of them that others follow.
        followers: The points that follow.
        gain: (2 F, 2 H) how far followers go for each step of the hands, in the frame of the mean.
        pose: (2, 2) turn and scale from the image frame to that of the mean.
    """

    xy_image: FloatArray
    moved: tuple[int, ...]
    hands: tuple[int, ...]
    followers: tuple[int, ...]
    gain: FloatArray
    pose: FloatArray

    def __call__(self, places: ArrayLike) -> FloatArray:
        """Return (K, 2) the shape with the moved points at (N, 2) ``places``, image frame."""
        result = self.xy_image.copy()
        result[list(self.moved)] = np.asarray(places, dtype=np.float64)
        if self.followers:
            hands = list(self.hands)
            gone = (result[hands] - self.xy_image[hands]) @ self.pose.T
            steps = (self.gain @ gone.ravel()).reshape(-1, 2)
            result[list(self.followers)] += np.linalg.solve(self.pose, steps.T).T
        return result


def _alike(pose: FloatArray, xy: FloatArray, mean: FloatArray) -> bool:
    """Return whether ``pose`` brings one (K, 2) shape onto another by more than rounding."""
    spread, wanted = (float(np.linalg.norm(shape - shape.mean(axis=0))) for shape in (xy, mean))
    return math.sqrt(abs(float(np.linalg.det(pose)))) * spread > _UNLIKE * wanted


def _faded(distance: FloatArray) -> FloatArray:
    """Return the fifth-order correlation of Gaspari and Cohn: 1 at 0, 0 from 1 on, smooth."""
    z = 2.0 * np.asarray(distance)
    with np.errstate(divide="ignore", invalid="ignore"):
        near = 1 - 5 / 3 * z**2 + 5 / 8 * z**3 + z**4 / 2 - z**5 / 4
        far = 4 - 5 * z + 5 / 3 * z**2 + 5 / 8 * z**3 - z**4 / 2 + z**5 / 12 - 2 / (3 * z)
    return np.where(z <= 1, near, np.where(z < 2, far, 0.0))


def _farthest(loadings: FloatArray, inner: FloatArray, noise: float, pull: FloatArray) -> int:
    """Return which of N points lies farthest from where the others want it.

    Leaving a point out needs no second fit: with P the precision, its distance is that of P d at
    the point, in the inverse of P's block there.
    """
    own = loadings.reshape(len(loadings) // 2, 2, loadings.shape[1])
    blocks = (np.eye(2) - own @ inner @ own.transpose(0, 2, 1)) / noise
    pulls = pull.reshape(-1, 2)
    away = np.einsum("ni,ni->n", pulls, np.linalg.solve(blocks, pulls[..., None])[..., 0])
    return int(np.argmax(away))


def _chi_square_share(value: float, mean: float, variance: float) -> float:
    """Return the share of a scaled chi-square variable that lies below ``value``."""
    freedom = 2.0 * mean**2 / variance
    about = 2.0 / (9.0 * freedom)
    z = ((value / mean) ** (1 / 3) - (1.0 - about)) / math.sqrt(about)
    return 0.5 * math.erfc(-z / math.sqrt(2.0))
