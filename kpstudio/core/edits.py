"""Edits: plain values that change faces, know their inverse, and merge with a neighbour.

An edit holds each face it touches as it was and as it will be, so that undoing is exact, every kind
of change (points, state, box, whole faces) is the same thing to the label set, the undo stack and
the database, and a stale edit is noticed instead of overwriting something newer.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import ArrayLike

from kpstudio.core.errors import InputError
from kpstudio.core.geometry import Box
from kpstudio.core.labelset import FINISHED, Face, FaceState, LabelSet
from kpstudio.core.landmarks import Landmarks, Visibility
from kpstudio.core.review import Verdict
from kpstudio.core.schema import PointSchema


class StaleEditError(RuntimeError):
    """The label set is not as the edit expects it: something else changed it meanwhile."""


@dataclass(frozen=True)
class FaceChange:
    """One face before and after; None where it did not exist, or ceases to."""

    before: Face | None
    after: Face | None

    @property
    def face_id(self) -> str:
        """The face concerned."""
        face = self.after or self.before
        assert face is not None
        return face.id


@dataclass(frozen=True)
class SchemeChange:
    """How a person sees the points before and after; None for the scheme that the files have."""

    before: PointSchema | None
    after: PointSchema | None


@dataclass(frozen=True)
class Edit:
    """Changes that are done and undone together.

    Attributes:
        verb: What it does, as the Edit menu shows it: "move nose tip".
        changes: The faces it touches, each once.
        merge_key: Neighbouring edits of the same non-empty key become one (key-by-key nudges).
        scheme: What it makes of the scheme; None where it leaves that alone.
    """

    verb: str
    changes: tuple[FaceChange, ...]
    merge_key: str = ""
    scheme: SchemeChange | None = None

    @property
    def face_ids(self) -> tuple[str, ...]:
        """The faces it touches."""
        return tuple(change.face_id for change in self.changes)

    @property
    def empty(self) -> bool:
        """Whether it leaves everything as it is."""
        same_scheme = self.scheme is None or self.scheme.before == self.scheme.after
        return same_scheme and all(change.before == change.after for change in self.changes)

    def inverse(self) -> Edit:
        """Return the edit that undoes this one."""
        back = tuple(FaceChange(change.after, change.before) for change in self.changes)
        seen = self.scheme and SchemeChange(self.scheme.after, self.scheme.before)
        return Edit(self.verb, back, self.merge_key, seen)

    def merged(self, later: Edit) -> Edit | None:
        """Return one edit for this and ``later``, or None where they should stay two."""
        if not self.merge_key or self.merge_key != later.merge_key or self.scheme or later.scheme:
            return None
        if [c.after for c in self.changes] != [c.before for c in later.changes]:
            return None
        joined = zip(self.changes, later.changes, strict=True)
        changes = tuple(FaceChange(a.before, b.after) for a, b in joined)
        return Edit(later.verb, changes, self.merge_key)

    def fitting(self, labels: LabelSet) -> tuple[Edit, tuple[str, ...]]:
        """Return it without the faces for which `apply` would refuse it, and why, one by one."""
        scheme = labels.scheme if self.scheme is None else self.scheme.after or labels.own_scheme
        changes, why = [], []
        for change in self.changes:
            try:
                _require_change(labels, change, scheme)
            except InputError as error:
                why.append(str(error))
            else:
                changes.append(change)
        return replace(self, changes=tuple(changes)), tuple(why)

    def require_fit(self, labels: LabelSet) -> PointSchema:
        """Check that ``labels`` can be changed so, and return the scheme that they then have.

        Raises:
            StaleEditError: If a face or the scheme is not as it was when the edit was made.
            InputError: If a face's points do not fit the scheme, the scheme does not fit the
                files', or a face must stay as it is (`LabelSet.kept`).
        """
        scheme = labels.scheme
        if self.scheme is not None:
            scheme = self.scheme.after or labels.own_scheme
            if person_scheme(labels) != self.scheme.before:
                raise StaleEditError(f"the scheme has changed since “{self.verb}” was made")
            labels.require_scheme(scheme, set(self.face_ids))
        for change in self.changes:
            if labels.get(change.face_id) != change.before:
                raise StaleEditError(f"{change.face_id} has changed since “{self.verb}” was made")
            _require_change(labels, change, scheme)
        return scheme

    def apply(self, labels: LabelSet) -> Edit:
        """Change ``labels`` and return the inverse edit.

        Raises:
            StaleEditError: As `require_fit` does; nothing is changed.
            InputError: Likewise.
        """
        self.require_fit(labels)
        self.make(labels)
        return self.inverse()

    def make(self, labels: LabelSet) -> None:
        """Change ``labels``, which `require_fit` has been asked of."""
        if self.scheme is not None:
            labels.scheme = self.scheme.after or labels.own_scheme
        for change in self.changes:
            if change.after is None:
                labels.remove(change.face_id)
            else:
                labels.put(change.after)


def _require_change(labels: LabelSet, change: FaceChange, scheme: PointSchema) -> None:
    """Check that a face may change, and that its points then fit ``scheme``.

    Raises:
        InputError: If not.
    """
    if change.face_id in labels.kept:
        raise InputError(labels.kept[change.face_id])
    if change.after is not None:
        labels.require_fit(change.after, scheme)


def person_scheme(labels: LabelSet) -> PointSchema | None:
    """Return the scheme that a person sees the points by, or None for that of the files."""
    return None if labels.scheme == labels.own_scheme else labels.scheme


def set_scheme(labels: LabelSet, scheme: PointSchema) -> Edit:
    """See the points of ``labels`` as ``scheme`` does."""
    after = None if scheme == labels.own_scheme else scheme
    return Edit("edit the scheme", (), scheme=SchemeChange(person_scheme(labels), after))


def _edit(verb: str, before: Face, after: Face, merge_key: str = "") -> Edit:
    return Edit(verb, (FaceChange(before, after),), merge_key)


def move_points(
    face: Face, indices: Sequence[int], xy_image: ArrayLike, name: str, merge_key: str = ""
) -> Edit:
    """Place the points ``indices`` of ``face`` at (N, 2) ``xy_image``; the face is then corrected.

    Raises:
        ValueError: If the face has no landmarks yet.
    """
    if face.landmarks is None:
        raise ValueError(f"{face.id} has no points to move")
    landmarks = face.landmarks.moved(indices, xy_image)
    after = replace(face, landmarks=landmarks, state=FaceState.CORRECTED)
    return _edit(f"move {name}", face, after, merge_key)


def place_points(face: Face, landmarks: Landmarks, verb: str, merge_key: str = "") -> Edit:
    """Give ``face`` points that a person placed; without any that is there it is unlabelled."""
    if landmarks.present.any():
        after = replace(face, landmarks=landmarks, state=FaceState.CORRECTED)
    else:
        after = replace(face, landmarks=None, state=FaceState.UNLABELLED)
    return _edit(verb, face, after, merge_key)


def start_from(face: Face, prediction: Landmarks) -> Edit:
    """Give ``face`` the predicted points as its own, for a person to drag."""
    after = replace(face, landmarks=prediction, state=FaceState.PREDICTED)
    return _edit("start from the prediction", face, after)


def reject(face: Face) -> Edit:
    """Find what a network says of ``face`` useless: points that are only predicted go."""
    after = replace(_marked(face, FaceState.REJECTED), landmarks=None)
    return _edit("reject the prediction", face, after)


def set_state(face: Face, state: FaceState) -> Edit:
    """Mark ``face`` as ``state``."""
    return _edit(f"mark as {state}", face, _marked(face, state))


def set_states(faces: Iterable[Face], state: FaceState) -> Edit:
    """Mark all ``faces`` as ``state``; those that are already are not in the edit."""
    changes = [FaceChange(f, _marked(f, state)) for f in faces if f.state is not state]
    count = f"{len(changes)} faces " if len(changes) != 1 else ""
    return Edit(f"mark {count}as {state}", tuple(changes))


def _marked(face: Face, state: FaceState) -> Face:
    """Return ``face`` in another state, without what that makes void of a second person's word."""
    if face.state is state:
        return face
    waits = face.verdict is Verdict.RETURNED and state not in FINISHED
    return replace(face, state=state, review=face.review if waits else None)


def set_visibility(
    face: Face,
    indices: Sequence[int],
    visibility: Visibility,
    name: str,
    places: ArrayLike | None = None,
) -> Edit:
    """Say how far the points ``indices`` of ``face`` can be seen; the face is then corrected.

    Args:
        face: A face with landmarks.
        indices: N point numbers.
        visibility: MISSING takes the points' places away.
        name: What the points are called together.
        places: (N, 2) image frame, where those that are missing come back; None leaves them so.

    Raises:
        ValueError: If the face has no landmarks yet.
    """
    if face.landmarks is None:
        raise ValueError(f"{face.id} has no points to mark")
    landmarks = face.landmarks
    missing = [k for k, point in enumerate(indices) if not landmarks.present[point]]
    if places is not None and visibility is not Visibility.MISSING:
        back = np.asarray(places)[missing]
        landmarks = landmarks.moved([indices[k] for k in missing], back)
    landmarks = landmarks.seen_as(indices, visibility)
    after = replace(face, landmarks=landmarks, state=FaceState.CORRECTED)
    return _edit(f"mark {name} as {visibility.name.lower()}", face, after)


def set_box(face: Face, box_image: Box | None) -> Edit:
    """Draw the box of ``face``, in the image frame."""
    return _edit("draw the box", face, replace(face, box=box_image))


def bring_back(faces: Iterable[Face], originals: Mapping[str, Face]) -> Edit:
    """Make ``faces`` again what ``originals`` has for their ids; the others stay as they are."""
    pairs = ((face, originals.get(face.id)) for face in faces)
    changes = tuple(FaceChange(a, b) for a, b in pairs if b is not None and a != b)
    count = f" of {len(changes)} faces" if len(changes) != 1 else ""
    return Edit(f"go back to the file's labels{count}", changes)


def put_back(
    labels: LabelSet,
    then: Mapping[str, Face | None],
    verb: str,
    scheme: PointSchema | None = None,
) -> Edit:
    """Make the faces of ``then`` what they were, None for one that was not there.

    Faces of a picture that has left the folder are not put back.

    Args:
        labels: What is changed.
        then: The faces by id.
        verb: What the edit is called.
        scheme: What was to be placed then; it counts where the files have no points.
    """
    known = set(labels.pictures)
    pairs = ((labels.get(face_id), face) for face_id, face in then.items())
    changes = tuple(
        FaceChange(now, face)
        for now, face in pairs
        if now != face and (face is None or face.photo or face.picture in known)
    )
    before = person_scheme(labels)
    other = not labels.own_scheme.count and before != scheme
    return Edit(verb, changes, scheme=SchemeChange(before, scheme) if other else None)


def set_tags(faces: Sequence[Face], add: Iterable[str] = (), remove: Iterable[str] = ()) -> Edit:
    """Tag ``faces`` with ``add`` and take ``remove`` off, of those that this changes.

    A tag that is in both is put on.
    """
    add, remove = frozenset(add), frozenset(remove)
    pairs = ((face, replace(face, tags=(face.tags - remove) | add)) for face in faces)
    changes = (FaceChange(a, b) for a, b in pairs if a.tags != b.tags)
    words = [f"tag as {', '.join(sorted(add))}"] if add else []
    words += [f"take off {', '.join(sorted(remove - add))}"] if remove - add else []
    return Edit(" and ".join(words), tuple(changes))


def add_faces(faces: Sequence[Face], verb: str) -> Edit:
    """Add new faces."""
    return Edit(verb, tuple(FaceChange(None, face) for face in faces))
