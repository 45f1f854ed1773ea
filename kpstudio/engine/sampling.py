"""Which face is shown when: each once, or turned faces oftener."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import torch
from torch import Tensor

from kpstudio.core.labelset import Face
from kpstudio.core.landmarks import FloatArray
from kpstudio.core.schema import PointSchema

FEWEST_POINTS = 4
"""Any three points or fewer come close to their mirror image by chance."""


def asymmetry(xy: FloatArray, mirror: Sequence[int]) -> FloatArray:
    """Return how far faces are from being their own mirror image.

    Each face is mirrored, its pairs swapped, and laid over itself by the best similarity: 0 for a
    face seen from the front, upright or not. What is left over is given as a fraction of the
    face's own extent (Procrustes, in complex numbers).

    Args:
        xy: (N, K, 2) points of any frame that is alike along both axes; NaN where missing. A point
            whose partner is missing does not count.
        mirror: (K,) the point that each becomes in a mirrored picture.

    Returns:
        (N,) fractions; NaN where too few points are left.
    """
    points = xy[..., 0] + 1j * xy[..., 1]
    mirrored = -np.conj(points[:, list(mirror)])
    present = np.isfinite(points) & np.isfinite(mirrored)
    count = np.maximum(present.sum(axis=1), 1)

    def centred(values: np.ndarray[tuple[int, ...], np.dtype[np.complex128]]) -> FloatArray:
        filled = np.where(present, values, 0)
        return np.asarray(np.where(present, filled - (filled.sum(1) / count)[:, None], 0))

    a, b = centred(points), centred(mirrored)
    extent = (np.abs(a) ** 2).sum(axis=1) * (np.abs(b) ** 2).sum(axis=1)
    with np.errstate(divide="ignore", invalid="ignore"):
        alike = np.abs((np.conj(a) * b).sum(axis=1)) ** 2 / extent
    left_over = np.sqrt(np.clip(1 - alike, 0, 1))
    usable = (present.sum(axis=1) >= FEWEST_POINTS) & (extent > 0)
    return np.asarray(np.where(usable, left_over, np.nan))


def shares_of(faces: Sequence[Face], scheme: PointSchema, turned_weight: float) -> Tensor | None:
    """Return (N,) how often each face is to be shown in an epoch, on average; their sum is N.

    A face's share grows with its `asymmetry`, held against the mean one.

    Args:
        faces: Labelled faces.
        scheme: Theirs.
        turned_weight: As in the training's settings.

    Returns:
        None where each is to be shown once: the weight is 0, or the scheme has no mirror pairs.
    """
    if turned_weight == 0 or not scheme.paired or not faces:
        return None
    xy = np.stack([face.landmarks.xy_image for face in faces if face.landmarks is not None])
    turned = asymmetry(xy, scheme.mirror)
    mean = np.nanmean(turned) if np.isfinite(turned).any() else 0.0
    if not mean > 0:
        return None
    weights = 1 + turned_weight * np.nan_to_num(turned / mean, nan=1.0)
    return torch.from_numpy(weights * (len(weights) / weights.sum()))


def drawn_order(count: int, shares: Tensor | None, random: torch.Generator) -> Tensor:
    """Return ``count`` numbers of faces in the order to show them in one epoch.

    Without shares each comes once. With them each comes as often as its share says, rounded up or
    down by chance so that it is right on average (systematic sampling).

    Args:
        count: Faces.
        shares: As `shares_of` gives them.
        random: Gives every random number.
    """
    order = torch.randperm(count, generator=random)
    if shares is None:
        return order
    offset = torch.rand(1, generator=random, dtype=torch.float64)
    marks = torch.arange(count, dtype=torch.float64) + offset
    ends = shares[order].cumsum(0)
    places = torch.searchsorted(ends, marks).clamp_max(count - 1)
    return order[places][torch.randperm(count, generator=random)]
