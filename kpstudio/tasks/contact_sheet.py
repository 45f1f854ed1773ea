"""A contact sheet: the worst and the best faces of a run in one picture.

Each tile is cropped around its face and shows the ground truth as green discs, the prediction as
red crosses and a thin line between the two, so that shape tells them apart as well as colour.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

from kpstudio.core.errors import Cancelled, InputError
from kpstudio.core.geometry import Affine2D, Box
from kpstudio.core.landmarks import FloatArray
from kpstudio.core.progress import Progress
from kpstudio.core.texts import say
from kpstudio.io.atomic import replacing
from kpstudio.io.images import read_rgb

TILE = 240
"""Side of a face's tile in pixels."""

_COLUMNS = 4
_MARGIN = 32
_GAP = 16
_CAPTION = 44
_SUPERSAMPLE = 4
_ZOOM_OUT = 1.3

_BACKGROUND = "#15181e"
_RAISED = "#222732"
_TEXT = "#dfe4ec"
_QUIET = "#8d97a6"
_TRUTH = "#3ddc84"
_PREDICTION = "#ff4d5e"
_OFFSET = "#ffd166"
_RIM = "#10151b"


@dataclass(frozen=True, eq=False)
class SheetFace:
    """One face for a contact sheet.

    Attributes:
        path: Where its picture lies.
        name: What to call it below the tile.
        xy_truth: (K, 2) float64 ground truth in the image frame; NaN where missing.
        xy_predicted: (K, 2) float64 prediction in the image frame; NaN where not predicted.
        nme: Its error as a fraction; NaN leaves it out of the sheet.
    """

    path: Path
    name: str
    xy_truth: FloatArray
    xy_predicted: FloatArray
    nme: float


def contact_sheet(
    faces: Sequence[SheetFace],
    path: Path,
    title: str,
    subtitle: str = "",
    each: int = 8,
    progress: Progress | None = None,
) -> Path:
    """Write the sheet as PNG to ``path`` and return it.

    Raises:
        InputError: If no face has an error to rank it by.
        Cancelled: If ``progress`` asked for it; nothing is written then.
    """
    picture = draw_sheet(faces, title, subtitle, each, progress)
    with replacing(path) as temporary:
        picture.save(temporary, format="PNG")
    return path


def draw_sheet(
    faces: Sequence[SheetFace],
    title: str,
    subtitle: str = "",
    each: int = 8,
    progress: Progress | None = None,
) -> Image.Image:
    """Draw the ``each`` worst and the ``each`` best faces, worst first; no face appears twice.

    Args:
        faces: What to choose from.
        title: Stands at the top.
        subtitle: Stands below it.
        each: How many of the worst, and of the best.
        progress: Called with (done, total) tiles; returning False cancels.

    Raises:
        InputError: If no face has an error to rank it by.
        Cancelled: If ``progress`` asked for it.
    """
    worst, best = worst_and_best(faces, each)
    if not worst:
        raise InputError(say("a contact sheet needs a face with ground truth and a prediction"))
    sections = [("Worst", worst)] + ([("Best", best)] if best else [])
    return _Sheet(sections).draw(title, subtitle, progress)


def worst_and_best(
    faces: Sequence[SheetFace], each: int
) -> tuple[list[SheetFace], list[SheetFace]]:
    """Return the ``each`` worst faces, worst first, and the ``each`` best, best first.

    Of a few each is in one of them only; those without an error are in none.
    """
    ranked = sorted((f for f in faces if math.isfinite(f.nme)), key=lambda f: -f.nme)
    worst = min(each, (len(ranked) + 1) // 2)
    best = min(each, len(ranked) - worst)
    return ranked[:worst], ranked[len(ranked) - best :][::-1]


class _Sheet:
    """Lays sections of tiles out below a heading."""

    HEADING = 96
    SECTION = 48

    def __init__(self, sections: Sequence[tuple[str, Sequence[SheetFace]]]) -> None:
        self._sections = sections
        self._step = TILE + _GAP
        rows = sum(math.ceil(len(faces) / _COLUMNS) for _, faces in sections)
        height = self.HEADING + len(sections) * self.SECTION + rows * (TILE + _CAPTION + _GAP)
        width = 2 * _MARGIN + _COLUMNS * self._step - _GAP
        self._picture = Image.new("RGB", (width, height + _MARGIN - _GAP), _BACKGROUND)
        self._draw = ImageDraw.Draw(self._picture)

    def draw(self, title: str, subtitle: str, progress: Progress | None) -> Image.Image:
        total, done = sum(len(faces) for _, faces in self._sections), 0
        self._text((_MARGIN, 30), title, 26, _TEXT)
        self._text((_MARGIN, 64), subtitle, 16, _QUIET)
        self._legend(self._picture.width - _MARGIN, 36)
        top = self.HEADING
        for name, faces in self._sections:
            self._text((_MARGIN, top + 12), name, 18, _TEXT)
            top += self.SECTION
            for start in range(0, len(faces), _COLUMNS):
                for column, face in enumerate(faces[start : start + _COLUMNS]):
                    if progress is not None and not progress(done, total):
                        raise Cancelled("drawing was cancelled")
                    done += 1
                    self._tile(face, _MARGIN + column * self._step, top)
                top += TILE + _CAPTION + _GAP
        return self._picture

    def _tile(self, face: SheetFace, left: int, top: int) -> None:
        tile = face_tile(face)
        self._picture.paste(tile, (left, top), _rounded_mask())
        error = f"{100 * face.nme:.1f} %"
        room = TILE - _length(error, 16) - 12
        self._text((left + 2, top + TILE + 10), _shortened(face.name, 16, room), 16, _QUIET)
        self._text((left + TILE - 2 - _length(error, 16), top + TILE + 10), error, 16, _TEXT)

    def _legend(self, right: float, top: int) -> None:
        for label, mark in (("prediction", "cross"), ("ground truth", "disc")):
            right -= _length(label, 16)
            self._text((right, top), label, 16, _QUIET)
            right -= 20
            key = Image.new("RGB", (16, 16), _BACKGROUND)
            _mark(key, np.array([[7.5, 7.5]]), mark, radius=4.5)
            self._picture.paste(key, (int(right), top + 2))
            right -= 20

    def _text(self, xy: tuple[float, float], text: str, size: int, colour: str) -> None:
        self._draw.text(xy, text, fill=colour, font=_font(size))


def face_tile(face: SheetFace) -> Image.Image:
    """Return the TILE x TILE crop around a face with its points drawn in, RGB."""
    box_image = _part_to_show(face)
    try:
        tile = _crop(read_rgb(face.path), box_image)
    except InputError:
        return _unreadable_tile()
    to_tile = Affine2D.between_boxes(box_image, Box.whole(TILE, TILE))
    predicted = to_tile(face.xy_predicted)
    # Points that the network does not predict would only hide the picture.
    truth = np.where(np.isfinite(predicted), to_tile(face.xy_truth), np.nan)
    _lines(tile, truth, predicted)
    _mark(tile, truth, "disc", radius=2.4)
    _mark(tile, predicted, "cross", radius=2.6)
    return tile


def _part_to_show(face: SheetFace) -> Box:
    """Return a square about the ground truth.

    It grows to show the prediction too, but not to more than twice the face: a network that has
    gone astray may point anywhere.
    """
    truth = Box.around(face.xy_truth).square(_ZOOM_OUT)
    x, y = truth.centre
    reach = np.abs(face.xy_predicted - (x, y))
    farthest = 1.05 * float(np.max(reach, initial=0.0, where=np.isfinite(reach)))
    smallest = max(truth.width / 2, 16.0)
    half = min(max(smallest, farthest), 2 * smallest)
    return Box(x - half, y - half, x + half, y + half)


def _crop(pixels: NDArray[np.uint8], box_image: Box) -> Image.Image:
    """Cut a box out of (H, W, 3) and bring it to the tile's size, antialiased."""
    tile = Image.new("RGB", (TILE, TILE), _RAISED)
    height, width = pixels.shape[:2]
    # PIL's boxes are corners of pixels, half a pixel from ours.
    left, top = max(box_image.left + 0.5, 0.0), max(box_image.top + 0.5, 0.0)
    right, bottom = min(box_image.right + 0.5, width), min(box_image.bottom + 0.5, height)
    if right <= left or bottom <= top:
        return tile
    scale = TILE / box_image.width
    size = (max(round((right - left) * scale), 1), max(round((bottom - top) * scale), 1))
    part = Image.fromarray(pixels).resize(
        size, Image.Resampling.LANCZOS, box=(left, top, right, bottom)
    )
    place = (left - box_image.left - 0.5) * scale, (top - box_image.top - 0.5) * scale
    tile.paste(part, (round(place[0]), round(place[1])))
    return tile


def _unreadable_tile() -> Image.Image:
    tile = Image.new("RGB", (TILE, TILE), _RAISED)
    message = "the picture cannot be read"
    place = ((TILE - _length(message, 14)) / 2, TILE / 2 - 8)
    ImageDraw.Draw(tile).text(place, message, fill=_QUIET, font=_font(14))
    return tile


def _lines(tile: Image.Image, truth: FloatArray, predicted: FloatArray) -> None:
    def draw(pen: ImageDraw.ImageDraw) -> None:
        for (x0, y0), (x1, y1) in zip(_enlarged(truth), _enlarged(predicted), strict=True):
            if math.isfinite(x0 + y0 + x1 + y1):
                pen.line([x0, y0, x1, y1], fill=_OFFSET, width=_SUPERSAMPLE)

    _overlay(tile, draw)


def _mark(tile: Image.Image, xy: FloatArray, shape: str, radius: float) -> None:
    size = radius * _SUPERSAMPLE

    def draw(pen: ImageDraw.ImageDraw) -> None:
        for x, y in _enlarged(xy[np.isfinite(xy).all(axis=1)]):
            if shape == "disc":
                rim = size + _SUPERSAMPLE
                pen.ellipse([x - rim, y - rim, x + rim, y + rim], fill=_RIM)
                pen.ellipse([x - size, y - size, x + size, y + size], fill=_TRUTH)
                continue
            for sign in (1, -1):
                ends = [x - size, y - sign * size, x + size, y + sign * size]
                pen.line(ends, fill=_PREDICTION, width=round(1.5 * _SUPERSAMPLE))

    _overlay(tile, draw)


def _enlarged(xy: FloatArray) -> FloatArray:
    # A pixel's centre is a whole number here, PIL draws with whole numbers at the corners.
    # Far outside is outside: PIL takes no coordinate beyond 32 bits.
    return np.clip((xy + 0.5) * _SUPERSAMPLE, -1e4, 1e4)


def _overlay(tile: Image.Image, draw: Callable[[ImageDraw.ImageDraw], None]) -> None:
    """Draw on ``tile`` at a multiple of its size and shrink, since PIL draws without blending."""
    size = (tile.width * _SUPERSAMPLE, tile.height * _SUPERSAMPLE)
    layer = Image.new("RGBA", size, (0, 0, 0, 0))
    draw(ImageDraw.Draw(layer))
    layer = layer.convert("RGBa").resize(tile.size, Image.Resampling.BOX).convert("RGBA")
    tile.paste(layer, (0, 0), layer)


def _rounded_mask() -> Image.Image:
    mask = Image.new("L", (TILE * _SUPERSAMPLE,) * 2, 0)
    side = TILE * _SUPERSAMPLE - 1
    ImageDraw.Draw(mask).rounded_rectangle([0, 0, side, side], 6 * _SUPERSAMPLE, fill=255)
    return mask.resize((TILE, TILE), Image.Resampling.BOX)


def _font(size: int) -> ImageFont.FreeTypeFont | ImageFont.ImageFont:
    return ImageFont.load_default(size)


def _length(text: str, size: int) -> float:
    return _font(size).getlength(text)


def _shortened(text: str, size: int, room: float) -> str:
    """Cut ``text`` in its middle until it is at most ``room`` pixels wide."""
    if _length(text, size) <= room:
        return text
    keep = len(text) - 1
    while keep > 2:
        cut = text[: (keep + 1) // 2] + "..." + text[len(text) - keep // 2 :]
        if _length(cut, size) <= room:
            return cut
        keep -= 1
    return text[:1]
