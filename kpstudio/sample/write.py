"""Write the sample set to a folder, as the IMM data set lies on disk."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from kpstudio.core.errors import InputError
from kpstudio.core.texts import say
from kpstudio.io.formats.asf import asf_text
from kpstudio.sample.faces import (
    OWN_PHOTOS,
    VIEWS,
    face_name,
    make_face,
    make_photo,
    photo_name,
)
from kpstudio.sample.identity import PERSONS
from kpstudio.sample.workers import drawn

_README = "README.txt"
_MARK = "kpstudio sample data"
_TEXT = f"""{_MARK}
====================

All faces here are synthetic: kpstudio drew them itself. No photograph of any
person was used, and likeness to a real person is chance.

faces/       portraits of invented persons, each in up to six views (1 frontal,
             2 smile, 3 and 4 turned, 5 side light, 6 open mouth), with 58
             landmarks each in an .asf file, in the order of the IMM data set.
             The landmarks come from the model that was drawn, so they are exact.
own-photos/  pictures of other invented persons, without landmarks.
"""


def write_sample(
    folder: Path,
    progress: Callable[[int, int], None] | None = None,
    persons: Iterable[int] = range(1, PERSONS + 1),
    views: Iterable[int] = range(1, VIEWS + 1),
) -> Path:
    """Write the sample set below ``folder``, or only what is missing of it.

    Args:
        folder: A new or empty folder, or one that this function wrote before.
        progress: Called with (done, total) after every picture.
        persons: Which persons, from 1 to 40.
        views: Which views, from 1 to 6.

    Returns:
        ``folder``.

    Raises:
        InputError: If the folder holds something else, or cannot be written.
    """
    views = tuple(views)
    try:
        _claim(folder)
        missing_faces = [
            (p, v) for p in persons for v in views if not _has_face(folder, face_name(p, v))
        ]
        photos = folder / "own-photos"
        missing_photos = [
            n for n in range(1, OWN_PHOTOS + 1) if not (photos / photo_name(n)).is_file()
        ]
        total, done = len(missing_faces) + len(missing_photos), 0
        for face in drawn(_draw_face, missing_faces):
            for name, data in face:
                _replace(folder / "faces" / name, data)
            done += 1
            if progress:
                progress(done, total)
        for n, data in zip(missing_photos, drawn(_draw_photo, missing_photos), strict=True):
            _replace(photos / photo_name(n), data)
            done += 1
            if progress:
                progress(done, total)
    except OSError as error:
        raise InputError(
            say(
                "The sample faces could not be written to {folder}: {error}. Choose another "
                "folder or free some space.",
                folder=folder,
                error=error.strerror or error,
            )
        ) from error
    return folder


def _claim(folder: Path) -> None:
    """Make the folder ours, or refuse it."""
    readme = folder / _README
    if folder.exists() and not folder.is_dir():
        raise InputError(
            say("{folder} is a file. Choose a folder for the sample faces.", folder=folder)
        )
    if folder.is_dir() and any(folder.iterdir()):
        ours = readme.is_file() and readme.read_text("utf-8", "replace").startswith(_MARK)
        if not ours:
            raise InputError(
                say(
                    "{folder} already contains other files. Choose a new or empty folder for the "
                    "sample faces.",
                    folder=folder,
                )
            )
    for part in ("faces", "own-photos"):
        (folder / part).mkdir(parents=True, exist_ok=True)
    if not readme.is_file():
        _replace(readme, _TEXT.encode("utf-8"))


def _has_face(folder: Path, name: str) -> bool:
    picture = folder / "faces" / name
    return picture.is_file() and picture.with_suffix(".asf").is_file()


def _draw_face(person_and_view: tuple[int, int]) -> tuple[tuple[str, bytes], tuple[str, bytes]]:
    """Return the names and contents of a face's picture and landmark file."""
    face = make_face(*person_and_view)
    height, width = face.pixels.shape[:2]
    text = asf_text(face.xy_image, width, height, face.name)
    landmarks = Path(face.name).with_suffix(".asf").name
    return (face.name, _jpeg(face.pixels, grey=face.grey)), (landmarks, text.encode("utf-8"))


def _draw_photo(number: int) -> bytes:
    return _jpeg(make_photo(number))


def _jpeg(pixels: NDArray[np.uint8], *, grey: bool = False) -> bytes:
    picture = Image.fromarray(pixels)
    buffer = io.BytesIO()
    if grey:
        picture.convert("L").save(buffer, "JPEG", quality=92)
    else:
        picture.save(buffer, "JPEG", quality=92, subsampling=0)
    return buffer.getvalue()


def _replace(path: Path, data: bytes) -> None:
    """Write a whole file or nothing."""
    part = path.with_name(path.name + ".part")
    part.write_bytes(data)
    part.replace(path)
