"""Change the grey values of training pictures without moving anything, a batch at a time.

A network that has only seen one room's light, and faces in full view, fails on others. Each kind
of change draws random numbers only where it is asked for, so that settings without it give what
they gave before there was such a kind.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import torch
from torch import Tensor

from kpstudio.engine.augmentation import Augmentation

WHITE = 255.0

GAMMA = 1.5
"""Largest logarithm of the gamma at full light."""

CONTRAST = 0.5
"""Largest logarithm of the contrast at full light."""

BRIGHTNESS = 0.25
"""Largest brightening at full light, as a fraction of white."""

DARKEST = 0.1
"""Least light that is left at the far side of a picture."""

BLUR = (0.5 / 128, 1.5 / 128)
"""Deviation of the weakest and the strongest blur, as a fraction of the input's side."""

BOX = (0.1, 0.4)
"""Least and largest side of an occluding box, as a fraction of the input's."""

_FAR = -20.0
"""Exponent from which on a Gaussian is flat: nothing beside its middle."""

_COARSE = 4
"""Every so many pixels suffice to tell a picture's mean and deviation."""


@dataclass(frozen=True, eq=False)
class _Drawing:
    """Draws for ``count`` pictures, and gives what is drawn for ``own`` of them."""

    random: torch.Generator
    count: int
    own: slice

    def uniform(self, kinds: int, grey: Tensor) -> Tensor:
        """Return (kinds, N, 1, 1, 1) numbers of [0, 1) on the device of ``grey``."""
        shape = (kinds, self.count, 1, 1, 1)
        drawn = torch.rand(shape, generator=self.random, device=self.random.device)
        return drawn[:, self.own].to(grey.device)

    def normal(self, grey: Tensor, *shape: int) -> Tensor:
        """Return (N, *shape) normal numbers on the device of ``grey``."""
        drawn = torch.randn((self.count, *shape), generator=self.random, device=self.random.device)
        return drawn[self.own].to(grey.device)

    def grain(self, grey: Tensor) -> Tensor:
        """Return normal numbers for each pixel of ``grey``."""
        if grey.device.type == self.random.device.type:
            return self.normal(grey, *grey.shape[1:])
        seed = torch.randint(2**62, (), generator=self.random, device=self.random.device)
        there = torch.Generator(grey.device).manual_seed(int(seed))
        return _Drawing(there, self.count, self.own).normal(grey, *grey.shape[1:])


def repaint(
    grey: Tensor,
    amounts: Augmentation,
    random: torch.Generator,
    count: int | None = None,
    own: slice = slice(None),
) -> Tensor:
    """Change the light of each picture; blur some, strew grain, cover some in part.

    What is drawn stays with the state of ``random`` on one device: a generator of another device
    than the pixels' draws the seed of the grain instead of the grain.

    Args:
        grey: (N, 1, height, width), 0 to 255, of any dtype; left as it is.
        amounts: How much of each; see `Augmentation`.
        random: Gives every random number.
        count: Pictures to draw for, where ``grey`` is but a part of them.
        own: Which of them ``grey`` is.

    Returns:
        float32 of the same shape on the same device. Light and grain may leave 0..255: clipped
        values would tell a standardising network how bright a picture was made.
    """
    painted = grey.float()
    if not len(grey):
        return painted
    drawing = _Drawing(random, len(grey) if count is None else count, own)
    if amounts.light:
        painted = _lit(painted, amounts.light, drawing)
    if amounts.blur:
        painted = _blurred(painted, amounts.blur, drawing)
    if amounts.noise:
        painted = _grained(painted, amounts.noise, drawing)
    if amounts.occlusion:
        painted = _covered(painted, amounts.occlusion, drawing)
    return painted


def _lit(grey: Tensor, amount: float, drawing: _Drawing) -> Tensor:
    """Vary gamma, contrast and brightness, and light each picture from a random side."""
    drawn = drawing.uniform(5, grey)
    gamma = torch.exp((2 * drawn[0] - 1) * (GAMMA * amount))
    contrast = torch.exp((2 * drawn[1] - 1) * (CONTRAST * amount))
    brightness = (2 * drawn[2] - 1) * (BRIGHTNESS * amount * WHITE)
    side, slope = drawn[3] * (2 * math.pi), drawn[4] * amount
    across = torch.linspace(-1, 1, grey.shape[3], device=grey.device)
    down = torch.linspace(-1, 1, grey.shape[2], device=grey.device)[:, None]
    ramp = (slope * torch.cos(side) * across) + (1 + slope * torch.sin(side) * down)
    ramp.clamp_min_(DARKEST).mul_(WHITE * contrast)
    # A power by way of the logarithm takes a third of the time of torch.pow.
    lit = (grey / WHITE).clamp_(1e-3, 1.0).log_().mul_(gamma).exp_()
    return lit.mul_(ramp).add_((1 - contrast) * (WHITE / 2) + brightness)


def _blurred(grey: Tensor, share: float, drawing: _Drawing) -> Tensor:
    """Blur a ``share`` of the pictures with Gaussians of random width."""
    chance, strength = drawing.uniform(2, grey)
    chosen = (chance.flatten() < share).nonzero()[:, 0]
    height, width = grey.shape[2:]
    side = (height + width) / 2
    sigma = torch.lerp(
        torch.full_like(strength, BLUR[0]), torch.full_like(strength, BLUR[1]), strength
    )
    sigma = sigma[chosen] * side
    down, across = _smearing(height, sigma), _smearing(width, sigma)
    return grey.index_copy(0, chosen, down @ grey[chosen] @ across.transpose(2, 3))


def _smearing(count: int, sigma: Tensor) -> Tensor:
    """Return (M, 1, count, count) matrices that blur along one axis by (M, 1, 1, 1) ``sigma``.

    Each row adds to 1, at the edges as well: these grow neither dark nor light.
    """
    place = torch.arange(count, device=sigma.device, dtype=sigma.dtype)
    exponent = (place - place[:, None]).square() / (-2 * sigma.square())
    # Farther out, numbers too small to be normal ones would take most of the time.
    weights = exponent.clamp_min_(_FAR).exp_()
    return weights / weights.sum(dim=3, keepdim=True)


def _grained(grey: Tensor, largest: float, drawing: _Drawing) -> Tensor:
    """Add normal grain, its deviation uniform up to ``largest`` of white in each picture."""
    deviation = drawing.uniform(1, grey)[0] * (largest * WHITE)
    return drawing.grain(grey).mul_(deviation).add_(grey)


def _covered(grey: Tensor, share: float, drawing: _Drawing) -> Tensor:
    """Lay a plain box of random size, place and grey over a ``share`` of the pictures.

    Its grey is normal about the picture's own, with the picture's deviation.
    """
    drawn = drawing.uniform(5, grey)
    tone = drawing.normal(grey, 1, 1, 1)
    chosen = drawn[0] < share
    column = torch.arange(grey.shape[3], device=grey.device) + 0.5
    row = torch.arange(grey.shape[2], device=grey.device)[:, None] + 0.5
    inside = _within(column, grey.shape[3], drawn[1], drawn[2]) & chosen
    inside = inside & _within(row, grey.shape[2], drawn[3], drawn[4])
    coarse = grey[:, :, ::_COARSE, ::_COARSE]
    deviation, mean = torch.std_mean(coarse, dim=(1, 2, 3), correction=0, keepdim=True)
    plain = (mean + deviation * tone).clamp_(0.0, WHITE)
    return torch.where(inside, plain, grey)


def _within(middles: Tensor, whole: int, extent: Tensor, place: Tensor) -> Tensor:
    """Say which pixels of an axis a box covers, its extent and place drawn from [0, 1)."""
    size = (BOX[0] + (BOX[1] - BOX[0]) * extent) * whole
    start = place * (whole - size)
    return (middles > start) & (middles <= start + size)
