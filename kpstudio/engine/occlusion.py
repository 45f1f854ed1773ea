"""What a prediction depends on: how far points move when a part of the picture is covered.

Zeiler and Fergus 2014, "Visualizing and Understanding Convolutional Networks", section 4.2, for
points in place of classes.
"""

from __future__ import annotations

import numpy as np
import torch
from numpy.typing import NDArray

from kpstudio.core.errors import Cancelled
from kpstudio.core.landmarks import FloatArray
from kpstudio.core.progress import Progress
from kpstudio.engine.crops import Crop, UInt8Array
from kpstudio.engine.network import BATCH, CPU_BATCH, Network

CELLS = 16
"""Places of the patch along each side of the crop."""

REACH = 1
"""Cells that the patch covers on each side of the one in its middle."""


def answers_covered(
    network: Network, crop: Crop, progress: Progress | None = None
) -> tuple[FloatArray, FloatArray]:
    """Let a network answer with a patch over each part of what it sees of a face.

    Args:
        network: It looks once at each.
        crop: What it sees, without margin.
        progress: Called with (done, total); False cancels.

    Returns:
        (K, 2) points without the patch, and (CELLS, CELLS, K, 2) with it around the cell in that
        row and column of the crop; over the full scheme, in the image frame, NaN for points that
        the network does not predict.

    Raises:
        Cancelled: If ``progress`` asked for it.
    """
    size = CPU_BATCH if network.device.type == "cpu" else BATCH
    covered = [crop.pixels, *covered_pixels(crop.pixels)]
    answers = np.full((len(covered), network.scheme.count, 2), np.nan)
    points = list(network.config.points)
    for start in range(0, len(covered), size):
        grey = torch.from_numpy(np.stack(covered[start : start + size])[:, None])
        seen = network.once(grey).numpy().astype(np.float64)
        answers[start : start + size, points] = crop.to_image(seen)
        done = min(start + size, len(covered))
        if progress is not None and not progress(done, len(covered)):
            raise Cancelled("covering the picture was cancelled")
    return answers[0], answers[1:].reshape(CELLS, CELLS, -1, 2)


def covered_pixels(pixels: UInt8Array) -> NDArray[np.uint8]:
    """Return (CELLS * CELLS, height, width) copies, each with a patch of the mean grey.

    Row by row; at the edges the patch lies in part outside.
    """
    edges = [np.linspace(0, side, CELLS + 1).round().astype(int) for side in pixels.shape]
    grey = round(float(pixels.mean()))
    result = np.repeat(pixels[None], CELLS * CELLS, axis=0)
    for number, of in enumerate(result):
        row, column = divmod(number, CELLS)
        top, bottom = _span(edges[0], row)
        left, right = _span(edges[1], column)
        of[top:bottom, left:right] = grey
    return result


def _span(edges: NDArray[np.intp], cell: int) -> tuple[int, int]:
    return int(edges[max(cell - REACH, 0)]), int(edges[min(cell + REACH, CELLS - 1) + 1])
