"""Where faces are in any picture: boxes with scores, found by a small network that is ready-made.

It looks at the picture coarsely first, and more finely where that may be worth it: where nothing
was found, or only small faces, beside which smaller ones may be. Where nothing is found at all it
looks at the picture on its sides and upside down.
"""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

import numpy as np
import torch
from PIL import Image
from torch import Tensor

from kpstudio.core import extensions
from kpstudio.core.errors import InputError
from kpstudio.core.extensions import Kind
from kpstudio.core.geometry import Affine2D, Box
from kpstudio.core.landmarks import FloatArray
from kpstudio.engine.config import DETECTORS
from kpstudio.engine.decode import AHEAD, WORKERS
from kpstudio.engine.face_net import STRIDES, face_net
from kpstudio.engine.failures import foreign
from kpstudio.io.images import UInt8Array, read_rgb, read_size

LOOKS = (320, 640, 1600)
"""The longer side, in pixels, of what is looked at; no picture is enlarged to it."""

LEAST = 0.6
"""The least score of a face."""

LEAST_TURNED = 0.75
"""The least score of a face that does not stand upright: three more looks err more often."""

SMALL = 48
"""Where the smallest face is smaller than this, in pixels looked at, there may be smaller ones."""

SAME = 0.4
"""Boxes that share more than this of their common area are of one face."""

_MULTIPLE = STRIDES[-1]

log = logging.getLogger(__name__)


class DetectorError(InputError):
    """The detector did not do its work, for no fault of the picture's."""


@dataclass(frozen=True)
class FoundFace:
    """A face that was found.

    Attributes:
        box: Around brows, chin and cheeks; pixels of the image frame.
        score: How sure the network is, 0 to 1.
    """

    box: Box
    score: float


def faces_in(path: Path, thorough: bool = True) -> list[FoundFace]:
    """Return the faces in a picture, the main one first.

    Args:
        path: The picture.
        thorough: Also look for small faces beside others; else one that is found will do.

    Raises:
        InputError: If the picture cannot be read.
    """
    return _look(*_read(path, 0), partial(_pixels, path, 0), thorough)


def faces_in_all(
    paths: Iterable[Path],
    thorough: bool = True,
    patient: bool = True,
    turns: int = 0,
    detector: str = DETECTORS[0],
) -> Iterator[list[FoundFace] | InputError]:
    """Yield for each picture what `faces_in` returns or raises; pictures are decoded ahead.

    A detector that fails, because its weights are missing or memory is short, stops nobody: that is
    a `DetectorError` of the picture.

    Args:
        paths: The pictures.
        thorough: As for `faces_in`.
        patient: Go on where nothing was found at a glance, as `faces_in` does.
        turns: Quarter turns counter-clockwise that pictures, and so the boxes, are turned by first.
        detector: What looks (`kpstudio.engine.config.detectors`). Another package's looks once at
            each picture, ``thorough`` and ``patient`` as it is itself.
    """
    look = partial(_look, thorough=thorough, patient=patient)
    if extensions.is_foreign(detector):
        look = partial(_look_with, detector)
    pool = ThreadPoolExecutor(WORKERS, thread_name_prefix="look")
    waiting: deque[tuple[Path, Future[tuple[UInt8Array, Box]]]] = deque()
    try:
        for path in paths:
            waiting.append((path, pool.submit(_read, path, turns)))
            if len(waiting) > AHEAD:
                yield _looked(*waiting.popleft(), turns, look)
        while waiting:
            yield _looked(*waiting.popleft(), turns, look)
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _looked(
    path: Path,
    read: Future[tuple[UInt8Array, Box]],
    turns: int,
    look: Callable[[UInt8Array, Box, Callable[[int], UInt8Array]], list[FoundFace]],
) -> list[FoundFace] | InputError:
    try:
        return look(*read.result(), partial(_pixels, path, turns))
    except InputError as error:
        return error
    except Exception as error:  # who looks for faces can do without: a person draws the box
        log.error("%s: the face detector failed: %r", path, error)
        return DetectorError(f"{type(error).__name__}: {error}")


def _read(path: Path, turns: int) -> tuple[UInt8Array, Box]:
    whole = Box.whole(*read_size(path)[:: -1 if turns % 2 else 1])
    return _pixels(path, turns, LOOKS[1]), whole


def _pixels(path: Path, turns: int, side: int) -> UInt8Array:
    return np.ascontiguousarray(np.rot90(read_rgb(path, side), turns))


def _look(
    rgb: UInt8Array,
    whole: Box,
    larger: Callable[[int], UInt8Array],
    thorough: bool,
    patient: bool = True,
) -> list[FoundFace]:
    found: list[FoundFace] = []
    for look in LOOKS if patient else LOOKS[:2]:
        if look > LOOKS[1]:
            rgb = larger(look)
        seen = _reduced(rgb, look)
        found = _distinct([*found, *detect(seen, whole)])
        enough = bool(found) and not (thorough and _small(found, seen, whole))
        if enough or look >= max(whole.width, whole.height):
            break
    if patient and not found:
        found = _turned(_reduced(rgb, LOOKS[1]), whole)
    return sorted(found, key=_weight, reverse=True)


def _look_with(
    detector: str, rgb: UInt8Array, whole: Box, larger: Callable[[int], UInt8Array]
) -> list[FoundFace]:
    """Return what another package's detector finds, in pictures of `LOOKS` pixels at most."""
    if max(whole.width, whole.height) > LOOKS[1]:
        rgb = larger(LOOKS[2])
    rgb = _reduced(rgb, LOOKS[2])
    try:
        theirs = extensions.load(Kind.DETECTOR, detector)
        with foreign(Kind.DETECTOR, detector):
            answers = np.array([[*map(float, one)] for one in theirs(rgb)]).reshape(-1, 5)
    except InputError as error:
        raise DetectorError(str(error)) from error
    height, width = rgb.shape[:2]
    to_image = Affine2D.between_boxes(Box(0.0, 0.0, width, height), whole)
    corners = to_image(answers[:, :4].reshape(-1, 2, 2)).reshape(-1, 4)
    sound = np.isfinite(answers).all(axis=1) & (corners[:, 2:] > corners[:, :2]).all(axis=1)
    found = [
        FoundFace(Box(*corner), float(score))
        for corner, score in zip(corners[sound].tolist(), answers[sound, 4], strict=True)
    ]
    return sorted(_distinct(found), key=_weight, reverse=True)


def detect(rgb: UInt8Array, whole: Box | None = None, least: float = LEAST) -> list[FoundFace]:
    """Return the upright faces that one look at a picture finds, the surest first.

    Args:
        rgb: (H, W, 3) pixels; the time and memory that it takes grow with them.
        whole: Where the pixels lie in the image frame; as they are by default.
        least: The least score of a face.
    """
    height, width = rgb.shape[:2]
    if not rgb.size:
        return []
    boxes, scores = _answers(rgb, least)
    order = np.argsort(-scores, kind="stable")
    to_image = Affine2D.between_boxes(
        Box(0.0, 0.0, width, height), whole or Box.whole(width, height)
    )
    corners = to_image(boxes.reshape(-1, 2, 2))
    found = (FoundFace(Box(*corners[k].ravel().tolist()), float(scores[k])) for k in order)
    return _distinct(found)


@torch.inference_mode()
def _answers(rgb: UInt8Array, least: float) -> tuple[FloatArray, FloatArray]:
    """Return (N, 4) boxes by left, top, right and bottom, pixels from the corner; (N,) scores."""
    height, width = rgb.shape[:2]
    padded = torch.zeros((1, 3, _up(height), _up(width)))
    padded[0, :, :height, :width] = torch.tensor(rgb).permute(2, 0, 1)
    maps = face_net()(padded.contiguous(memory_format=torch.channels_last))
    parts = [_cells(cells[0], stride, least) for cells, stride in zip(maps, STRIDES, strict=True)]
    boxes = torch.cat([part[0] for part in parts]).numpy().astype(np.float64)
    return boxes, torch.cat([part[1] for part in parts]).numpy().astype(np.float64)


def _up(side: int) -> int:
    return -(-side // _MULTIPLE) * _MULTIPLE


def _cells(cells: Tensor, stride: int, least: float) -> tuple[Tensor, Tensor]:
    """Return the (N, 4) boxes and (N,) scores of the cells of a (6, h, w) map that reach ``least``.

    What is not a finite box is left out.
    """
    score = torch.sigmoid(cells[:2]).prod(dim=0).sqrt()
    rows, columns = torch.nonzero(score >= least, as_tuple=True)
    x, y, log_width, log_height = cells[2:, rows, columns]
    middle = torch.stack([x + columns, y + rows], dim=1) * stride
    half = torch.stack([log_width, log_height], dim=1).exp() * stride / 2
    boxes = torch.cat([middle - half, middle + half], dim=1)
    finite = boxes.isfinite().all(dim=1)
    return boxes[finite], score[rows, columns][finite]


def _reduced(rgb: UInt8Array, side: int) -> UInt8Array:
    height, width = rgb.shape[:2]
    longest = max(height, width)
    if longest <= side:
        return rgb
    size = (max(1, round(width * side / longest)), max(1, round(height * side / longest)))
    return np.array(Image.fromarray(rgb).resize(size, Image.Resampling.BOX))


def _small(found: Sequence[FoundFace], seen: UInt8Array, whole: Box) -> bool:
    scale = max(seen.shape[:2]) / max(whole.width, whole.height)
    return bool(min(face.box.height for face in found) * scale < SMALL)


def _turned(rgb: UInt8Array, whole: Box) -> list[FoundFace]:
    """Return the faces that lie on a side or upside down, of the turn that shows the surest."""
    height, width = rgb.shape[:2]
    to_whole = Affine2D.between_boxes(Box.whole(width, height), whole)
    best: list[FoundFace] = []
    for turns in (1, 3, 2):
        back = Affine2D.quarter_turns(turns, width, height).inverse().then(to_whole)
        found = [
            replace(face, box=face.box.mapped(back))
            for face in detect(np.rot90(rgb, turns).copy(), least=LEAST_TURNED)
        ]
        if found and (not best or found[0].score > best[0].score):
            best = found
    return best


def _distinct(found: Iterable[FoundFace]) -> list[FoundFace]:
    """Return the surest box of each face, the surest first."""
    kept: list[FoundFace] = []
    for face in sorted(found, key=lambda face: face.score, reverse=True):
        if all(face.box.overlap(other.box) <= SAME for other in kept):
            kept.append(face)
    return kept


def _weight(face: FoundFace) -> float:
    """Return how much a face is the main one of its picture: large, and surely one."""
    return face.box.width * face.box.height * face.score**3
