"""The label set: every picture of a folder and the faces in it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any

from kpstudio.core.errors import InputError
from kpstudio.core.geometry import Box
from kpstudio.core.landmarks import Landmarks, Source
from kpstudio.core.review import Review, Verdict
from kpstudio.core.schema import PointSchema
from kpstudio.core.texts import say


class FaceState(StrEnum):
    """How far a person has got with a face."""

    UNLABELLED = "unlabelled"
    LABELLED = "labelled"
    PREDICTED = "predicted"
    CORRECTED = "corrected"
    CHECKED = "checked"
    REJECTED = "rejected"


UNVOUCHED = (FaceState.PREDICTED, FaceState.REJECTED)
"""The points of a face are a network's alone."""
FINISHED = (FaceState.CHECKED, FaceState.REJECTED)
"""A person is done with a face: found its points right, or its prediction useless."""

_NO_EXTRAS: Mapping[str, Any] = {}  # one for all: a folder may hold 100,000 faces without any


@dataclass(frozen=True, slots=True)
class Face:
    """One subject in a picture; immutable.

    Attributes:
        id: Unique in its label set and the same at every opening: "picture#n".
        picture: Path of the picture, with "/", relative to the label set's root; absolute for a
            picture from elsewhere.
        landmarks: Its points in the image frame, or None where it has none yet.
        box: The face's box in the image frame as the file gives it, or a person drew it.
        state: How far a person has got with it.
        photo: True for one's own picture that came without labels.
        extras: What the file says besides, kept for writing it back; keyed by format name.
        tags: A person's own words on it, to find it by.
        review: What a second person last said of it, or None; see `verdict`.
    """

    id: str
    picture: str
    landmarks: Landmarks | None = None
    box: Box | None = None
    state: FaceState = FaceState.UNLABELLED
    photo: bool = False
    extras: Mapping[str, Any] = field(default_factory=lambda: _NO_EXTRAS)
    tags: frozenset[str] = frozenset()
    review: Review | None = None

    def __hash__(self) -> int:
        return hash((self.id, self.landmarks))

    @property
    def labelled(self) -> bool:
        """Whether a file or a person, not just a network, vouches for at least one point of it."""
        return self.has_points and self.state not in UNVOUCHED

    @property
    def has_points(self) -> bool:
        """Whether a point of it is placed, by whomever."""
        return self.landmarks is not None and self.landmarks.placed > 0

    def fits(self, count: int) -> bool:
        """Whether it has ``count`` points, or none at all."""
        return self.landmarks is None or self.landmarks.count == count

    @property
    def finished(self) -> bool:
        """Whether a person is done with it: found its points right, or its prediction useless."""
        return self.state in FINISHED

    @property
    def verdict(self) -> Verdict | None:
        """What a second person says of it as it is now: moving its points makes approval void."""
        if self.review is None:
            return None
        approved = self.review.verdict is Verdict.APPROVED
        return self.review.verdict if approved is (self.state is FaceState.CHECKED) else None

    @property
    def by_person(self) -> bool:
        """Whether a person placed points of it, or looked at them all and found them right."""
        if self.state in (FaceState.CORRECTED, FaceState.CHECKED):
            return True
        return self.landmarks is not None and self.landmarks.source is Source.PERSON

    @property
    def changed(self) -> bool:
        """Whether it differs from what the files say."""
        touched = (
            FaceState.PREDICTED,
            FaceState.CORRECTED,
            FaceState.CHECKED,
            FaceState.REJECTED,
        )
        from_here = self.landmarks is not None and self.landmarks.source is not Source.FILE
        return from_here or self.state in touched


def faces_by_picture(faces: Iterable[Face]) -> dict[str, list[Face]]:
    """Return the faces of each picture, pictures and faces in the order met."""
    found: dict[str, list[Face]] = {}
    for face in faces:
        found.setdefault(face.picture, []).append(face)
    return found


def face_id(picture: str, number: int = 0) -> str:
    """Return the id of the ``number``-th face of ``picture``."""
    return f"{picture}#{number}"


class LabelSet:
    """Pictures and faces of one folder, with look-up in constant time.

    Attributes:
        root: The folder that relative picture paths start from.
        scheme: The points that every face's landmarks have, in this order, as a person sees them.
        own_scheme: The same points as the files have them.
        outdated: Faces as the files had them when a person first changed them, where the files
            have other points by now; by id, None where they had none.
        kept: Why faces must stay as they are, one sentence by id: a person's work on them is stored
            that does not fit what is here, and what is done to them now would take its place.
    """

    def __init__(
        self,
        root: Path,
        scheme: PointSchema,
        faces: Iterable[Face] = (),
        pictures: Iterable[str] = (),
    ) -> None:
        """Collect ``faces``, and ``pictures`` which may have none.

        Raises:
            InputError: If two faces share an id or a face's points do not fit the scheme.
        """
        self.root = root
        self.scheme = self.own_scheme = scheme
        self.outdated: dict[str, Face | None] = {}
        self.kept: dict[str, str] = {}
        # A face that was taken out leaves None behind: put back, it has its old place again.
        self._faces: dict[str, Face | None] = {}
        self._late: set[str] = set()  # those that were not there at first
        self._count = 0
        self._labelled = 0
        self._by_picture: dict[str, list[str]] = {picture: [] for picture in pictures}
        for face in faces:
            if face.id in self._faces:
                raise InputError(
                    say("{picture}: two faces share the id {id}", picture=face.picture, id=face.id)
                )
            if face.landmarks is not None:
                self.require_fit(face)
                self._labelled += face.labelled
            self._faces[face.id] = face
            its_faces = self._by_picture.get(face.picture)
            if its_faces is None:
                self._by_picture[face.picture] = [face.id]
            else:
                its_faces.append(face.id)
        self._count = len(self._faces)

    def __len__(self) -> int:
        return self._count

    def __iter__(self) -> Iterator[Face]:
        return (face for face in self._faces.values() if face is not None)

    def __contains__(self, face_id: object) -> bool:
        return isinstance(face_id, str) and self.get(face_id) is not None

    def __getitem__(self, face_id: str) -> Face:
        face = self.get(face_id)
        if face is None:
            raise KeyError(face_id)
        return face

    def get(self, face_id: str) -> Face | None:
        """Return the face, or None where there is none of that id."""
        return self._faces.get(face_id)

    def copy(self) -> LabelSet:
        """Return the same faces, with the places of those taken out, to be changed on their own."""
        same = LabelSet(self.root, self.own_scheme)
        same.scheme, same.outdated = self.scheme, dict(self.outdated)
        same.kept, same._late = dict(self.kept), set(self._late)
        same._faces, same._count, same._labelled = dict(self._faces), self._count, self._labelled
        same._by_picture = {picture: list(ids) for picture, ids in self._by_picture.items()}
        return same

    def each(self, face_ids: Iterable[str]) -> list[Face | None]:
        """Return what `get` does of each, in a fraction of the time."""
        return list(map(self._faces.get, face_ids))

    def known(self, face_ids: Iterable[str]) -> list[Face]:
        """Return those of some faces that are there, in the order asked for."""
        return [face for face in map(self._faces.get, face_ids) if face is not None]

    @property
    def ids(self) -> tuple[str, ...]:
        """The id of every face, in the order met."""
        if self._count == len(self._faces):
            return tuple(self._faces)
        return tuple(face.id for face in self)

    @property
    def labelled_count(self) -> int:
        """How many faces are labelled, counted as they come and go."""
        return self._labelled

    @property
    def pictures(self) -> tuple[str, ...]:
        """Every picture, those without a face included, in the order met."""
        return tuple(self._by_picture)

    def faces_of(self, picture: str) -> tuple[Face, ...]:
        """Return the faces in ``picture``, in the order met."""
        faces = (self._faces[i] for i in self._by_picture.get(picture, ()))
        return tuple(face for face in faces if face is not None)

    def count_of(self, picture: str) -> int:
        """Return how many faces have been in ``picture``, those taken out included."""
        return len(self._by_picture.get(picture, ()))

    def lacks_any_of(self, picture: str) -> bool:
        """Whether a face was taken out of ``picture`` that the files have there."""
        ids = self._by_picture.get(picture, ())
        return any(self._faces[i] is None and i not in self._late for i in ids)

    def picture_path(self, picture: str) -> Path:
        """Return where ``picture`` lies on disk."""
        return self.root / picture  # an absolute ``picture`` wins over the root

    def see_as(self, scheme: PointSchema) -> None:
        """Name, pair, connect and group the points as ``scheme`` does.

        Raises:
            InputError: If it has another number of points than the files, which have some, or than
                a face.
        """
        self.require_scheme(scheme)
        self.scheme = scheme

    @property
    def scheme_is_open(self) -> bool:
        """Whether another number of points can be chosen: neither files nor faces have any."""
        return not self.own_scheme.count and not self._labelled and self.misfit(0) is None

    def misfit(self, count: int, but: Collection[str] = ()) -> Face | None:
        """Return a face whose points are not ``count``, other than those of the ids ``but``."""
        faces = (face for face in self if face.landmarks is not None and face.id not in but)
        return next((face for face in faces if not face.fits(count)), None)

    def require_scheme(self, scheme: PointSchema, but: Collection[str] = ()) -> None:
        """Check that the points can be those of ``scheme``.

        Files without points allow any that the faces fit.

        Args:
            scheme: What to see the points as.
            but: Ids of faces that are going to have other points.

        Raises:
            InputError: If it has more or fewer.
        """
        if self.own_scheme.count not in (0, scheme.count):
            raise InputError(
                say(
                    "a scheme of {count} points does not fit faces of {due} points: choose one "
                    "with as many",
                    count=scheme.count,
                    due=self.scheme.count,
                )
            )
        face = None if scheme.count == self.scheme.count else self.misfit(scheme.count, but)
        if face is not None and face.landmarks is not None:
            raise InputError(
                say(
                    "a scheme of {count} points does not fit {picture}, which has {due}: choose "
                    "one with as many, or remove its points first",
                    count=scheme.count,
                    picture=face.picture,
                    due=face.landmarks.count,
                )
            )

    def require_fit(self, face: Face, scheme: PointSchema | None = None) -> None:
        """Check that the points of ``face`` fit ``scheme``, or the one that they are seen by.

        Raises:
            InputError: If there are more or fewer.
        """
        scheme = scheme or self.scheme
        if face.landmarks is not None and not face.fits(scheme.count):
            raise InputError(
                say(
                    "{picture}: {count} points where the scheme {scheme} has {due}",
                    picture=face.picture,
                    count=face.landmarks.count,
                    scheme=scheme.name,
                    due=scheme.count,
                )
            )

    def put(self, face: Face) -> None:
        """Add ``face``, or replace the one of its id; one that was taken out is back in its place.

        Raises:
            InputError: If its points do not fit the scheme.
        """
        self.require_fit(face)
        before = self._faces.get(face.id)
        if before is None:
            if face.id not in self._faces:
                self._late.add(face.id)
                self._by_picture.setdefault(face.picture, []).append(face.id)
            self._count += 1
        else:
            self._labelled -= before.labelled
        self._labelled += face.labelled
        self._faces[face.id] = face

    def remove(self, face_id: str) -> None:
        """Take a face out; its picture stays.

        Raises:
            KeyError: If there is none of that id.
        """
        self._labelled -= self[face_id].labelled
        self._faces[face_id] = None
        self._count -= 1
