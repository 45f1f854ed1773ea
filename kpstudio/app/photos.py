"""Taking a person's own pictures into the open folder's project."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from kpstudio.app.session import Session
from kpstudio.core.edits import add_faces
from kpstudio.core.errors import Problem
from kpstudio.core.labelset import Face, LabelSet


def take_photos(session: Session, faces: Sequence[Face], problems: Sequence[Problem]) -> None:
    """Take what `as_photos` made of pictures into the project; the first comes into view.

    Args:
        session: Has a folder open.
        faces: A face without points for each picture.
        problems: What was odd about others.
    """
    known = {face.id: _stands_for(face, session.labels) for face in faces}
    new = [face for face in faces if not known[face.id]]
    if problems:
        session.problems = (*session.problems, *problems)
        more = f" (and {len(problems) - 1} more: see what was odd)" if problems[1:] else ""
        session.failed.emit(f"{problems[0]}{more}")
    verb = f"add {len(new)} photos" if len(new) > 1 else "add a photo"
    if new and session.perform(add_faces(new, verb)):
        session.choose(new[0].id)
    elif not new and faces:
        session.choose(known[faces[0].id])


def _stands_for(photo: Face, labels: LabelSet) -> str:
    """Return the face that stands for ``photo`` already, or ""."""
    if photo.id in labels:
        return photo.id
    # A picture of this folder, which is known there by its path from the root.
    path, root = Path(photo.picture), labels.root
    inside = path.relative_to(root).as_posix() if path.is_relative_to(root) else ""
    return next((face.id for face in labels.faces_of(inside)), "")
