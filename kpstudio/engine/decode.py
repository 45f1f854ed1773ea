"""Decode pictures ahead, in a few threads. Imports no torch."""

from __future__ import annotations

import itertools
import os
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

from kpstudio.core.errors import InputError, Problem
from kpstudio.core.labelset import Face
from kpstudio.engine.config import TrainConfig
from kpstudio.engine.crops import Crop, Framing, read_crops
from kpstudio.io.text import reason

WORKERS = min(4, os.cpu_count() or 1)
"""Pillow lets go of the interpreter lock while it decodes; more threads gain little. More than
there are cores are slower, and each that waits for the lock keeps the window's thread waiting."""

AHEAD = 16
"""Pictures decoded before they are asked for; bounds the memory."""


def decode(
    faces: Iterable[Face],
    root: Path,
    config: TrainConfig,
    margin: int = 0,
    framing: Framing | None = None,
    turns: int = 0,
) -> Iterator[tuple[Face, Crop | Problem]]:
    """Yield each face with what the network sees of it, in order.

    Neighbouring faces of one picture share its decoding. A picture that cannot be read gives a
    problem for each of its faces and never stops the rest.

    Args:
        faces: Faces of any pictures.
        root: Folder that relative picture paths start from.
        config: Says what is cut out, and the input's size.
        margin: Input pixels to keep around the input.
        framing: How the network's training pictures framed their faces, for photos with a box.
        turns: Quarter turns of the pictures, as for `read_crops`.
    """
    pool = ThreadPoolExecutor(WORKERS, thread_name_prefix="decode")
    waiting: deque[tuple[list[Face], Future[list[Crop]]]] = deque()
    try:
        for picture, group in itertools.groupby(faces, key=lambda face: face.picture):
            members = list(group)
            job = pool.submit(read_crops, root / picture, members, config, margin, framing, turns)
            waiting.append((members, job))
            if len(waiting) > AHEAD:
                yield from _result(root, *waiting.popleft())
        while waiting:
            yield from _result(root, *waiting.popleft())
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _result(
    root: Path, faces: list[Face], job: Future[list[Crop]]
) -> Iterator[tuple[Face, Crop | Problem]]:
    try:
        yield from zip(faces, job.result(), strict=True)
    except InputError as error:
        for face in faces:
            yield face, Problem(face.picture, reason(root / face.picture, error))
