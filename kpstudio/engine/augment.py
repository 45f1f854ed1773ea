"""Move training pictures and their points together, a batch at a time.

Both are driven by one affine map per picture in *centred pixels*: input pixels from the middle of
the input. `torch.nn.functional.affine_grid` without aligned corners counts from edge to edge, as
the crop frame does, so that pixels and points agree exactly.
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


@dataclass(frozen=True, eq=False)
class Moves:
    """One random move for each of N pictures.

    Attributes:
        linear: (N, 2, 2) float32, orthogonal: mirrored, then rotated.
        shift: (N, 2) float32, input pixels, applied last.
        flipped: (N,) bool, which pictures are mirrored.
    """

    linear: Tensor
    shift: Tensor
    flipped: Tensor


def margin_for(config: TrainConfig) -> int:
    """Return the pixels around the input that augmentation can bring into view.

    Whole pictures have nothing around them; what moves into view there is their mean grey.
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
    return min(math.ceil(reach) + 1, max(width, height) // 2)


def draw(moves: Augmentation, count: int, config: TrainConfig, random: torch.Generator) -> Moves:
    """Draw ``count`` moves: each amount is uniform within its range."""
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
    return Moves(linear, shift, flipped)


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
    moved = torch.einsum("nij,npj->npi", moves.linear, centred) + moves.shift[:, None]
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
    back = moves.linear.transpose(1, 2)
    half_out = torch.tensor([width / 2, height / 2])
    half_in = torch.tensor([pixels.shape[3] / 2, pixels.shape[2] / 2])
    linear = back * half_out / half_in[:, None]
    shift = -(back @ moves.shift[:, :, None]) / half_in[:, None]
    theta = torch.cat([linear, shift], dim=2).to(pixels.device)
    grid = functional.affine_grid(theta, [len(pixels), 1, height, width], align_corners=False)
    grey = pixels.float()
    mean = grey.mean(dim=(1, 2, 3), keepdim=True)
    return mean + functional.grid_sample(
        grey - mean, grid, mode="bilinear", padding_mode="zeros", align_corners=False
    )
