"""Going back and forth through edits: many of them made one, what no longer fits left out."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from kpstudio.core.edits import Edit, FaceChange, SchemeChange, person_scheme
from kpstudio.core.labelset import Face, LabelSet
from kpstudio.core.schema import PointSchema
from kpstudio.core.texts import say


@dataclass(frozen=True)
class LeftOut:
    """An edit that does not fit what is there now.

    Attributes:
        verb: Of the edit.
        why: What has changed since, in words that go on a sentence.
    """

    verb: str
    why: str


@dataclass(frozen=True)
class Walk:
    """Edits one after the other, as one.

    Attributes:
        edit: What they come to; it may change nothing.
        left_out: Those that do not fit, first one first.
    """

    edit: Edit
    left_out: tuple[LeftOut, ...]


def walk(labels: LabelSet, edits: Iterable[Edit]) -> Walk:
    """Return what ``edits`` come to, done in this order to ``labels``, which stay as they are.

    An edit is left out as a whole where a face or the scheme is not as it expects, where points
    are too many or too few, or where it would bring back a face as a label file had it that has
    other points by now.
    """
    way = _Way(labels)
    left_out, verb = [], ""
    for edit in edits:
        verb = edit.verb
        why = way.obstacle(edit)
        if why:
            left_out.append(LeftOut(verb, why))
        else:
            way.take(edit)
    return Walk(way.edit(verb), tuple(left_out))


class _Way:
    """The faces and the scheme as they are on the way."""

    def __init__(self, labels: LabelSet) -> None:
        self._labels = labels
        self._faces: dict[str, Face | None] = {}
        self._scheme = person_scheme(labels)

    def obstacle(self, edit: Edit) -> str:
        """Return why ``edit`` does not fit, or ""."""
        labels = self._labels
        if edit.scheme is not None:
            after = edit.scheme.after
            fits = after is None or labels.own_scheme.count in (0, after.count)
            if edit.scheme.before != self._scheme or not fits:
                return say("the scheme has been changed since")
        scheme = self._scheme if edit.scheme is None else edit.scheme.after
        count = (scheme or labels.own_scheme).count
        misfit = self._misfit(count, set(edit.face_ids))
        if misfit is not None:
            return say("{picture} has points that would not fit", picture=misfit.picture)
        for change in edit.changes:
            now = self._faces.get(change.face_id, labels.get(change.face_id))
            if now != change.before or not self._may_become(change, count):
                face = change.after or change.before
                assert face is not None
                if now is None and change.before is not None:
                    return say("the face in {picture} is no longer there", picture=face.picture)
                return say(
                    "{picture} has been changed since, here or in its label file",
                    picture=face.picture,
                )
            if change.face_id in labels.kept:
                return labels.kept[change.face_id]
        return ""

    def _misfit(self, count: int, but: Collection[str]) -> Face | None:
        """Return a face that would not have ``count`` points, other than those of ``but``."""
        if count == (self._scheme or self._labels.own_scheme).count:
            return None
        met = (face for face_id, face in self._faces.items() if face_id not in but)
        first = next((face for face in met if face is not None and not face.fits(count)), None)
        return first or self._labels.misfit(count, self._faces.keys() | but)

    def _may_become(self, change: FaceChange, count: int) -> bool:
        """Return whether a face of ``count`` points can be what it would become."""
        labels, face = self._labels, change.after
        if face is not None and not face.fits(count):
            return False
        return change.face_id not in labels.outdated or labels.outdated[change.face_id] != face

    def take(self, edit: Edit) -> None:
        for change in edit.changes:
            now = self._faces.get(change.face_id, self._labels.get(change.face_id))
            self._faces[change.face_id] = _sharing(change.after, now)
        if edit.scheme is not None:
            self._scheme = edit.scheme.after

    def edit(self, verb: str) -> Edit:
        """Return what was taken, as one."""
        pairs = ((self._labels.get(face_id), face) for face_id, face in self._faces.items())
        changes = tuple(FaceChange(a, b) for a, b in pairs if a != b)
        return Edit(verb, changes, scheme=self._scheme_change())

    def _scheme_change(self) -> SchemeChange | None:
        before: PointSchema | None = person_scheme(self._labels)
        return None if before == self._scheme else SchemeChange(before, self._scheme)


def _sharing(face: Face | None, now: Face | None) -> Face | None:
    """Return ``face`` with the very landmarks of ``now`` where they are the same.

    They come from the history; held once, they take half the memory and are written once.
    """
    if face is None or now is None or face.landmarks != now.landmarks:
        return face
    return replace(face, landmarks=now.landmarks)
