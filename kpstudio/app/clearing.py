"""Taking points from faces where they lie so far away that they can only be wrong."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from kpstudio.core.labelset import Face, LabelSet, face_id


def clear(labels: LabelSet, far: Iterable[str], worked_on: Collection[str]) -> list[str]:
    """Take faces whose points are far from their pictures out of ``labels``.

    A picture that is left without a face gets one without points, as a photo.

    Args:
        labels: What is changed.
        far: Ids of the faces.
        worked_on: Ids of faces that stay, since a person may undo what was done to them; faces
            that differ from what the files say stay, too.

    Returns:
        The ids of those that went.
    """
    cleared = []
    for face in map(labels.get, far):
        if face is None or face.changed or face.id in worked_on:
            continue
        labels.remove(face.id)
        if not labels.faces_of(face.picture):
            labels.put(Face(face_id(face.picture), face.picture, photo=True))
        cleared.append(face.id)
    return cleared
