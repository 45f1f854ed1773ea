"""Move training pictures and their points together, a batch at a time, and repaint them.

Pixels and points are moved by one affine map per picture in *centred pixels*: input pixels from the
middle of the input. `torch.nn.functional.affine_grid` without aligned corners counts from edge to
edge, as the crop frame does, so that pixels and points agree exactly.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn import functional

from kpstudio.core.schema import PointSchema
from kpstudio.engine.augmentation import Augmentation
from kpstudio.engine.config import TrainConfig
from kpstudio.engine.repaint import repaint


@dataclass(frozen=True, eq=False)
class Moves:
    """One random move for each of N pictures.

    Attributes:
        linear: (N, 2, 2) float32, orthogonal: mirrored, then rotated.
        shift: (N, 2) float32, input pixels, applied last.
        flipped: (N,) bool, which pictures are mirrored.
        scale: (N,) float32, how many times each is enlarged before it is shifted; None where none
            is.
    """

    linear: Tensor
    shift: Tensor
    flipped: Tensor
    scale: Tensor | None = None

    @property
    def forth(self) -> Tensor:
        """(N, 2, 2) float32, what is applied to centred pixels before the shift."""
        return self.linear if self.scale is None else self.linear * self.scale[:, None, None]

    @property
    def back(self) -> Tensor:
        """(N, 2, 2) float32, the inverse of `forth`."""
        transposed = self.linear.transpose(1, 2)
        return transposed if self.scale is None else transposed / self.scale[:, None, None]

    def of(self, own: slice) -> Moves:
        """Return the moves of the ``own`` pictures."""
        scale = None if self.scale is None else self.scale[own]
        return Moves(self.linear[own], self.shift[own], self.flipped[own], scale)


def augmented(
    pixels: Tensor,
    targets: Tensor,
    mirror: Tensor,
    config: TrainConfig,
    random: torch.Generator,
    count: int | None = None,
    own: slice = slice(None),
) -> tuple[Tensor, Tensor, Moves | None]:
    """Move and repaint pictures as ``config`` says, each by its own random amounts.

    Args:
        pixels: (N, 1, height + 2 margin, width + 2 margin) uint8, the margin that of `margin_for`.
        targets: (N, P, 2) points of the crop frame; NaN where missing.
        mirror: As `mirror_of` gives it.
        config: Says how much, and the input's size.
        random: Gives every random number; none is drawn for what is switched off.
        count: Pictures to draw for, where these are but a part of them: the others are changed by
            another process.
        own: Which of them these are.

    Returns:
        (N, 1, height, width) grey 0..255, float32 unless nothing is changed; (N, P, 2) points; how
        they were moved, None where they were not.
    """
    grey, moves = pixels, None
    count = len(pixels) if count is None else count
    if config.augmentation.moves:
        moves = draw(config.augmentation, count, config, random).of(own)
        grey = move_pixels(pixels, moves, config)
        targets = move_points(targets, moves, mirror, config)
    if config.augmentation.repaints:
        grey = repaint(grey, config.augmentation, random, count, own)
    return grey, targets, moves


def margin_for(config: TrainConfig) -> int:
    """Return the pixels around the input that augmentation can bring into view.

    They are at most half of the longer side, for they take memory: a square input has four times
    its pixels then. What is moved into view from farther away is mean grey, as it is all around
    whole pictures.
    """
    moves = config.augmentation
    if config.crop == "picture" or not moves.moves:
        return 0
    turn = math.radians(min(moves.rotation_degrees, 45.0))
    width, height = config.input_width, config.input_height
    grown_x = (width * math.cos(turn) + height * math.sin(turn) - width) / 2
    grown_y = (height * math.cos(turn) + width * math.sin(turn) - height) / 2
    shift_x = max(moves.shift_left, moves.shift_right) * width
    shift_y = max(moves.shift_up, moves.shift_down) * height
    reach = max(grown_x, grown_y, 0.0) + math.hypot(shift_x, shift_y)
    # What is reduced shows so much more, also of what is turned and shifted.
    reach = (1 + moves.scale) * reach + moves.scale * max(width, height) / 2
    return min(math.ceil(reach) + 1, max(width, height) // 2)


def draw(moves: Augmentation, count: int, config: TrainConfig, random: torch.Generator) -> Moves:
    """Draw ``count`` moves: each amount is uniform within its range, the scale's logarithm is."""
    uniform = torch.rand((4, count), generator=random)
    angle = math.radians(moves.rotation_degrees) * (2 * uniform[0] - 1)
    x = torch.lerp(_full(-moves.shift_left, count), _full(moves.shift_right, count), uniform[1])
    y = torch.lerp(_full(-moves.shift_up, count), _full(moves.shift_down, count), uniform[2])
    shift = torch.stack([x * config.input_width, y * config.input_height], dim=1)
    flipped = (uniform[3] < 0.5) if moves.flip else torch.zeros(count, dtype=torch.bool)
    sign = torch.where(flipped, -1.0, 1.0)
    cos, sin = torch.cos(angle), torch.sin(angle)
    linear = torch.stack(
        [torch.stack([sign * cos, -sin], dim=1), torch.stack([sign * sin, cos], dim=1)], dim=1
    )
    scale = None
    if moves.scale:
        drawn = torch.rand(count, generator=random)
        scale = torch.exp((2 * drawn - 1) * math.log1p(moves.scale))
    return Moves(linear, shift, flipped, scale)


def _full(value: float, count: int) -> Tensor:
    return torch.full((count,), value)


def mirror_of(config: TrainConfig, scheme: PointSchema) -> Tensor:
    """Return (P,) for each predicted point which predicted point it is in a mirrored picture."""
    place = {point: k for k, point in enumerate(config.points)}
    return torch.tensor([place.get(scheme.mirror[p], k) for k, p in enumerate(config.points)])


def move_points(targets: Tensor, moves: Moves, mirror: Tensor, config: TrainConfig) -> Tensor:
    """Return (N, P, 2) points of the crop frame after ``moves``; NaN stays NaN."""
    size = torch.tensor([config.input_width, config.input_height], dtype=targets.dtype)
    swapped = torch.where(moves.flipped[:, None, None], targets[:, mirror], targets)
    centred = (swapped - 0.5) * size
    moved = torch.einsum("nij,npj->npi", moves.forth, centred) + moves.shift[:, None]
    return moved / size + 0.5


def move_pixels(pixels: Tensor, moves: Moves, config: TrainConfig) -> Tensor:
    """Return (N, 1, height, width) float32 grey 0..255 after ``moves``.

    Args:
        pixels: (N, 1, height + 2 margin, width + 2 margin) uint8; beyond it lies each picture's
            mean grey, which standardising makes 0.
        moves: One for each picture.
        config: Gives the input's size.
    """
    width, height = config.input_width, config.input_height
    if not len(pixels):  # grid_sample refuses to move nothing
        return torch.empty((0, 1, height, width), device=pixels.device)
    back = moves.back
    half_out = torch.tensor([width / 2, height / 2])
    half_in = torch.tensor([pixels.shape[3] / 2, pixels.shape[2] / 2])
    linear = back * half_out / half_in[:, None]
    shift = -(back @ moves.shift[:, :, None]) / half_in[:, None]
    theta = torch.cat([linear, shift], dim=2).to(pixels.device)
    grid = functional.affine_grid(theta, [len(pixels), 1, height, width], align_corners=False)
    grey = pixels.to(torch.float32, copy=True)
    mean = grey.mean(dim=(1, 2, 3), keepdim=True)
    moved = functional.grid_sample(
        grey.sub_(mean), grid, mode="bilinear", padding_mode="zeros", align_corners=False
    )
    return moved.add_(mean)
