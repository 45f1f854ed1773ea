"""Taking a person's own pictures into the open folder's project."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from kpstudio.app.language import tr, translated
from kpstudio.app.session import Session
from kpstudio.core.edits import add_faces
from kpstudio.core.errors import Problem
from kpstudio.core.labelset import Face, LabelSet


def new_photos(photos: Sequence[Face], labels: LabelSet) -> tuple[list[Face], list[Face]]:
    """Divide photos into those that are not in the label set and those whose picture is."""
    new: list[Face] = []
    known: list[Face] = []
    for photo in photos:
        (known if _stands_for(photo, labels) else new).append(photo)
    return new, known


def take_photos(session: Session, faces: Sequence[Face], problems: Sequence[Problem]) -> int:
    """Take photos into the project, and return how many; the first comes into view.

    Args:
        session: Has a folder open.
        faces: One or several faces without points of each picture.
        problems: What was odd about others.
    """
    new, known = new_photos(faces, session.labels)
    if problems:
        session.problems = (*session.problems, *problems)
        more = (
            tr(" (and {count} more: see Problems found)", count=len(problems) - 1)
            if problems[1:]
            else ""
        )
        session.failed.emit(f"{translated(problems[0])}{more}")
    count = len({face.picture for face in new})
    verb = f"add {count} photos" if count > 1 else "add a photo"
    if new and session.perform(add_faces(new, verb)):
        session.choose(new[0].id)
        return count
    if not new and known:
        session.choose(_stands_for(known[0], session.labels))
    return 0


def _stands_for(photo: Face, labels: LabelSet) -> str:
    """Return the face that stands for ``photo`` already, or ""."""
    if photo.id in labels:
        return photo.id
    if labels.count_of(photo.picture):
        return next((face.id for face in labels.faces_of(photo.picture)), "")
    # A picture of this folder, which is known there by its path from the root.
    path, root = Path(photo.picture), labels.root
    inside = path.relative_to(root).as_posix() if path.is_relative_to(root) else ""
    return next((face.id for face in labels.faces_of(inside)), "")
