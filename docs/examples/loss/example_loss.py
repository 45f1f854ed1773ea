"""A loss that far-off points, which may be labelled wrongly, pull at little."""

import torch


def steady(xy, goal):
    present = torch.isfinite(goal.targets).all(dim=2)
    offsets = (xy - goal.targets.nan_to_num()) * goal.units[:, None]
    each = torch.log1p(100 * offsets.square().sum(dim=2))
    weights = goal.weights[:, None] * present
    return (each * weights).sum(), weights.sum()
