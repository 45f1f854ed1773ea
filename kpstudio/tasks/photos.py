"""Finding the faces in a person's own photos, before they are taken into a project."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from kpstudio.core.errors import InputError, Problem
from kpstudio.core.labelset import Face, face_id
from kpstudio.core.progress import Progress
from kpstudio.core.texts import say, say_count
from kpstudio.engine.config import DETECTORS
from kpstudio.store.runs import RunFolder


def knows_faces(run: Path | None) -> bool:
    """Return whether photos for a run may show faces: not where it had to learn what to look for.

    Args:
        run: The folder of the run in use, or None.
    """
    if run is None:
        return True
    try:
        return not RunFolder.open(run).has_own_finder
    except InputError:
        return True


def propose_boxes(
    photos: Sequence[Face],
    root: Path,
    progress: Progress | None = None,
    detector: str = DETECTORS[0],
) -> tuple[list[Face], list[Problem]]:
    """Return a face with its box for each face that is found in photos.

    A photo that no face is found in keeps its one face without a box, for a person to draw one, and
    so does one that was not looked at because ``progress`` said to stop, or the detector failed.

    Args:
        photos: One face for each photo.
        root: Folder that relative picture paths start from.
        progress: Called with (done, total); False stops looking.
        detector: What looks for faces (`kpstudio.engine.config.detectors`).

    Returns:
        The faces; and one problem where the detector failed, however many photos that concerns.
    """
    try:
        from kpstudio.engine.face_detector import DetectorError, faces_in_all
    except (ImportError, OSError) as error:  # torch, which it rests on, does not load
        return list(photos), [_no_boxes(len(photos), error)]
    boxed: list[Face] = []
    failures: list[DetectorError] = []
    done = 0
    paths = (root / photo.picture for photo in photos)
    for photo, found in zip(photos, faces_in_all(paths, detector=detector), strict=True):
        done += 1
        if isinstance(found, InputError) or not found:
            boxed.append(photo)
            if isinstance(found, DetectorError):
                failures.append(found)
        else:
            boxed += [
                replace(photo, id=face_id(photo.picture, number), box=face.box)
                for number, face in enumerate(found)
            ]
        if progress is not None and not progress(done, len(photos)):
            break
    told = [_no_boxes(len(failures), failures[0])] if failures else []
    return [*boxed, *photos[done:]], told


def _no_boxes(count: int, error: Exception) -> Problem:
    photos = say_count("a photo", "{count} photos", count)
    return Problem(
        say("face detector"),
        say(
            "no faces could be searched for in {photos} ({error}): draw the boxes by hand",
            photos=photos,
            error=error,
        ),
    )
