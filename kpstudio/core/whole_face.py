"""Edits of a whole face: mirrored, its sides swapped, placed like another one, added, deleted."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

from kpstudio.core.edits import Edit, FaceChange, add_faces
from kpstudio.core.geometry import Affine2D, Box
from kpstudio.core.labelset import Face, FaceState, LabelSet, face_id
from kpstudio.core.landmarks import FloatArray, Landmarks, Source
from kpstudio.core.schema import PointSchema


def swap_sides(face: Face, scheme: PointSchema) -> Edit:
    """Let every point of ``face`` change places with its mirror partner; twice is the identity.

    Raises:
        ValueError: If the face has no landmarks yet.
    """
    landmarks = _landmarks(face)
    partners = list(scheme.mirror)
    swapped = _placed(landmarks.xy_image[partners], landmarks, partners)
    return _corrected("swap left and right", face, swapped)


def mirror_face(face: Face, scheme: PointSchema) -> Edit:
    """Reflect the points of ``face`` from side to side, about the middle of their extent.

    Partners change names, so that the subject's left stays its left. Twice is the identity, but for
    the rounding of the last bits.

    Raises:
        ValueError: If the face has no landmarks yet, or none is placed.
    """
    landmarks = _landmarks(face)
    extent = Box.around(landmarks.xy_image)
    partners = list(scheme.mirror)
    xy_image = landmarks.xy_image[partners]
    xy_image[:, 0] = extent.left + extent.right - xy_image[:, 0]
    return _corrected("mirror the face", face, _placed(xy_image, landmarks, partners))


def place_like(face: Face, other: Face, limits_image: Box) -> Edit:
    """Give ``face`` the points of ``other``, which may be in another picture.

    They go where ``other`` has them; where both faces have a box, to the same place in the box.

    Args:
        face: Loses the points it may have.
        other: A face with landmarks.
        limits_image: The extent of the picture of ``face``: the points are shifted into it, and
            made smaller where they need more room.

    Raises:
        ValueError: If ``other`` has no landmarks, or none is placed.
    """
    landmarks = _landmarks(other)
    xy_image = landmarks.xy_image
    if face.box is not None and other.box is not None and _has_area(other.box):
        xy_image = Affine2D.between_boxes(other.box, face.box)(xy_image)
    placed = _placed(_brought_in(xy_image, limits_image), landmarks, range(landmarks.count))
    return _corrected("place the points like the face before", face, placed)


def add_face(labels: LabelSet, beside: Face, box_image: Box) -> Edit:
    """Add a face with a box and without points to the picture of ``beside``."""
    numbers = itertools.count(labels.count_of(beside.picture))
    free = next(i for n in numbers if (i := face_id(beside.picture, n)) not in labels)
    face = Face(free, beside.picture, box=box_image, photo=beside.photo)
    return add_faces([face], "add a face")


def delete_faces(labels: LabelSet, faces: Sequence[Face]) -> Edit:
    """Take ``faces`` out, each given once.

    A picture of the folder stays in sight: where no face of it would be left, its first one stays,
    without points and box.
    """
    gone = {face.id for face in faces}
    kept: set[str] = set()
    changes = []
    for face in faces:
        alone = all(other.id in gone for other in labels.faces_of(face.picture))
        stays = alone and _of_the_folder(face) and face.picture not in kept
        kept |= {face.picture} if stays else set()
        bare = Face(face.id, face.picture, photo=True) if stays else None
        changes += [FaceChange(face, bare)] if bare != face else []
    what = "the face" if len(changes) == 1 else f"{len(changes)} faces"
    return Edit(f"delete {what}", tuple(changes))


def _of_the_folder(face: Face) -> bool:
    return not Path(face.picture).is_absolute()


def _landmarks(face: Face) -> Landmarks:
    if face.landmarks is None:
        raise ValueError(f"{face.id} has no points")
    return face.landmarks


def _placed(xy_image: FloatArray, seen: Landmarks, order: Sequence[int]) -> Landmarks:
    """Return landmarks of a person that are seen as those of ``seen`` are in another order."""
    return Landmarks(xy_image, seen.visibility[list(order)], source=Source.PERSON)


def _corrected(verb: str, face: Face, landmarks: Landmarks) -> Edit:
    after = replace(face, landmarks=landmarks, state=FaceState.CORRECTED)
    return Edit(verb, (FaceChange(face, after),))


def _has_area(box: Box) -> bool:
    return bool(box.width and box.height)


def _brought_in(xy_image: FloatArray, limits: Box) -> FloatArray:
    """Return the points inside ``limits``: shifted, and made smaller where they need more room."""
    held = Box.around(xy_image)
    factors = [b / a for a, b in ((held.width, limits.width), (held.height, limits.height)) if a]
    if (factor := min(factors, default=1.0)) < 1.0:
        xy_image = Affine2D.scaling(factor, factor, held.centre)(xy_image)
        held = Box.around(xy_image)
    shift = np.clip(
        0.0,
        (limits.left - held.left, limits.top - held.top),
        (limits.right - held.right, limits.bottom - held.bottom),
    )
    return np.asarray(xy_image + shift)
