"""How good a network is on the faces that are held out."""

from __future__ import annotations

import math
from dataclasses import dataclass

import torch
from torch import Tensor

from kpstudio.engine import data, losses
from kpstudio.engine.data import FaceTensors
from kpstudio.engine.learner import goal_of
from kpstudio.engine.network import Network

SAME_SHAPE = 0.1
"""Predictions that vary less than this share of the targets' deviation count as one shape."""

NO_BETTER = 0.9
"""A validation MSE above this share of the mean shape's counts as not learned."""


@dataclass(frozen=True)
class Verdict:
    """The errors of a network on the faces held out.

    Attributes:
        mse: In the crop frame; None where no face is held out.
        nme: The mean over the faces, a fraction; None where it cannot be computed.
        collapsed: Whether it answers about the same shape for every face, no better than the mean.
    """

    mse: float | None = None
    nme: float | None = None
    collapsed: bool = False

    def score(self, judge: str) -> float | None:
        """Return the error that decides which weights are best; None where there is none."""
        return self.nme if judge == "nme" and self.nme is not None else self.mse


class Judge:
    """Measures networks on the same held-out faces.

    Attributes:
        mean_shape_mse: MSE of always answering the mean of the training targets, on the held-out
            faces, without any on those trained on.
    """

    def __init__(self, training: FaceTensors, validation: FaceTensors, network: Network) -> None:
        """Get ready to measure networks that answer the points that ``network`` does."""
        mean_shape = data.mean_shape(training.targets)
        judged = validation if len(validation) else training
        self.mean_shape_mse = float(data.masked_mse(mean_shape, judged.targets))
        self._faces = validation
        self._goal = goal_of(validation, network)

    def of(self, network: Network) -> Verdict:
        """Return the errors of ``network``, which is left evaluating."""
        if not len(self._faces):
            return Verdict()
        xy = network.predict(self._faces.inputs)
        mse = float(data.masked_mse(xy, self._goal.targets))
        each, known = losses.nme_each(xy, self._goal)
        nme = float(each[known].mean())
        return Verdict(mse, nme if math.isfinite(nme) else None, self._collapsed(xy, mse))

    def _collapsed(self, xy: Tensor, mse: float) -> bool:
        """Whether the (N, P, 2) predictions are one shape, no better than the mean."""
        if len(xy) < 2:
            return False
        targets = self._goal.targets
        about_mean = targets - torch.nanmean(targets, dim=0)
        spread = float(torch.nanmean(about_mean.square()).sqrt())
        varied = float(xy.std(dim=0, correction=0).square().mean().sqrt())
        return varied < SAME_SHAPE * spread and mse > NO_BETTER * self.mean_shape_mse
