"""Pixels of any kind as 8-bit RGB or grey, strip by strip, so that large pictures fit in memory."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray
from PIL import Image

UInt8Array = NDArray[np.uint8]

STRIP_PIXELS = 4_000_000

_DEEP = ("I", "F")
_SEE_THROUGH = ("RGBA", "LA", "PA", "RGBa", "La")


def flattened(image: Image.Image, mode: str, factor: int = 1) -> Image.Image:
    """Return the picture in an 8-bit mode without transparency.

    What is transparent is shown on white; 16 bits are brought to 8 by 1/257, and floats by their
    range.

    Args:
        image: Of any mode.
        mode: "RGB" or "L".
        factor: Blocks of ``factor`` x ``factor`` pixels become one. The last block of a row or
            column may stick out of the picture; it is the mean of what there is.
    """
    if image.mode == mode and factor == 1 and "transparency" not in image.info:
        image.load()
        return image
    scale = _deep_scale(image) if image.mode.startswith(_DEEP) else None
    width, height = -(-image.width // factor), -(-image.height // factor)
    whole = Image.new(mode, (width, height))
    for top, part in _strips(image, factor):
        flat = _flat(part, scale).convert(mode)
        whole.paste(flat.reduce(factor) if factor > 1 else flat, (0, top // factor))
    return whole


def turned_array(image: Image.Image, orientation: int) -> UInt8Array:
    """Return an "RGB" or "L" picture as an owned, contiguous array, turned upright.

    Args:
        image: As it is stored.
        orientation: The EXIF orientation, 1 to 8.

    Returns:
        (H, W, 3) or (H, W), in the frame of the oriented picture.
    """
    size = (image.width, image.height) if orientation >= 5 else (image.height, image.width)
    upright = np.empty((*size, 3) if image.mode == "RGB" else size, np.uint8)
    stored = _as_stored(upright, orientation)
    for top, part in _strips(image):
        stored[top : top + part.height] = np.asarray(part)
    return upright


def _as_stored(upright: UInt8Array, orientation: int) -> UInt8Array:
    """Return the view of ``upright`` whose rows are the rows of the file."""
    across = upright.swapaxes(0, 1) if orientation >= 5 else upright
    if orientation in (3, 4, 6, 7):
        across = across[::-1]
    if orientation in (2, 3, 7, 8):
        across = across[:, ::-1]
    return across


def _strips(image: Image.Image, factor: int = 1) -> Iterator[tuple[int, Image.Image]]:
    """Yield (top row, strip) from top to bottom; all strips start at a multiple of ``factor``."""
    rows = max(STRIP_PIXELS // image.width // factor, 1) * factor
    for top in range(0, image.height, rows):
        bottom = min(top + rows, image.height)
        yield top, image.crop((0, top, image.width, bottom))


def _flat(image: Image.Image, scale: float | None) -> Image.Image:
    if scale is not None:
        values = np.nan_to_num(np.asarray(image).astype(np.float64), posinf=0.0, neginf=0.0)
        return Image.fromarray(np.clip(np.rint(values * scale), 0, 255).astype(np.uint8))
    if image.mode in _SEE_THROUGH or "transparency" in image.info:
        colour = image.convert("RGBA")
        white = Image.new("RGBA", colour.size, "white")
        return Image.alpha_composite(white, colour)
    return image


def _deep_scale(image: Image.Image) -> float:
    """Return what brings the values of a 16-bit, 32-bit or float picture to 0..255."""
    top, kind = 0.0, np.dtype(np.uint16)
    for _, part in _strips(image):
        values = np.asarray(part)
        kind = values.dtype
        finite = np.nan_to_num(values, posinf=0.0, neginf=0.0)
        top = max(top, float(finite.max(initial=0)))
    if kind.kind == "f":
        return 255.0 if top <= 1.0 else 1.0 if top <= 255.0 else 255.0 / top
    if kind.itemsize == 2 or top > 255.0:
        return 1.0 / 257.0 if top <= 65535.0 else 255.0 / top
    return 1.0
