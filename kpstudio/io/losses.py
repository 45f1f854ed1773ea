"""What a format cannot hold: which faces it takes, and what is lost of them, in words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from kpstudio.core.errors import InputError
from kpstudio.core.labelset import Face, FaceState, LabelSet
from kpstudio.core.landmarks import Source, Visibility
from kpstudio.io.formats.base import Format
from kpstudio.io.pictures import Pictures
from kpstudio.io.text import visible

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def fit(labels: LabelSet, faces: Sequence[Face], form: Format) -> tuple[list[Face], list[str]]:
    """Choose the faces that a format can hold.

    Returns:
        Those faces, in their order, and a sentence for each reason that others were left out.
    """
    kept = list(faces)
    lost: list[str] = []
    for has_trouble, sentence in _troubles(labels, form):
        out = [face for face in kept if has_trouble(face)]
        if out:
            kept = [face for face in kept if not has_trouble(face)]
            lost.append(f"{form.title} {sentence}: {_left_out(out)}")
    if not form.holds.several_faces:
        first = {face.picture: face for face in reversed(kept)}
        more = [face for face in kept if first[face.picture] is not face]
        if more:
            kept = [face for face in kept if first[face.picture] is face]
            lost.append(f"{form.title} holds one face a picture: {_left_out(more)}")
    return kept, lost


def _troubles(labels: LabelSet, form: Format) -> Iterator[tuple[Callable[[Face], bool], str]]:
    """Yield what a format does not take, and how to say so."""
    holds = form.holds
    pictures = Pictures(labels.root)

    def name(face: Face) -> str:
        return str(pictures.path(face.picture))

    def has_no_size(face: Face) -> bool:
        try:
            pictures.size(face.picture)
        except InputError:
            return True
        return False

    def has_gaps(face: Face) -> bool:
        return face.landmarks is not None and not face.landmarks.present.all()

    yield lambda f: visible(name(f)) != name(f), "needs names that are valid Unicode"
    if not holds.line_breaks:
        sentence = "cannot name a picture with a line break in its path"
        yield lambda f: "\n" in name(f) or "\r" in name(f), sentence
    if not holds.control_characters:
        sentence = "cannot name a picture with control characters in its path"
        yield lambda f: _CONTROL.search(name(f)) is not None, sentence
    if not holds.pointless:
        yield lambda f: not has_points(f), "holds faces with points only"
    if holds.needs_box or not holds.empty:
        sentence = "holds faces with a box or points only"
        yield lambda f: not has_points(f) and f.box is None, sentence
    if not holds.missing:
        yield has_gaps, "cannot hold missing points, so faces with some are not in it"
    if holds.points:
        sentence = f"holds faces of {holds.points} points only"
        yield lambda f: has_points(f) and labels.scheme.count != holds.points, sentence
    if holds.needs_picture:
        yield has_no_size, "needs the picture's size, and it cannot be read"
    if holds.own_pictures:
        sentence = f"holds pictures of up to {holds.own_pictures} pixels a side only"
        yield lambda f: max(pictures.size(f.picture)) > holds.own_pictures, sentence


def has_points(face: Face) -> bool:
    """Whether a face has a point that is placed."""
    return face.landmarks is not None and bool(face.landmarks.present.any())


def losses_of(faces: Sequence[Face], form: Format) -> list[str]:
    """Return what is lost of faces that a format takes, one sentence each."""
    holds = form.holds
    lost = []
    boxes = sum(face.box is not None for face in faces)
    if boxes and not holds.boxes:
        lost.append(f"{form.title} holds no boxes: those of {_count(boxes, 'face')} are not in it")
    if boxes < len(faces) and holds.needs_box:
        lost.append(
            f"{form.title} needs a box: {_count(len(faces) - boxes, 'face')} without one got the "
            "box around the points"
        )
    occluded = sum(
        int((face.landmarks.visibility == Visibility.OCCLUDED).sum())
        for face in faces
        if face.landmarks is not None
    )
    if occluded and not holds.visibility:
        lost.append(
            f"{form.title} holds no visibility: {_count(occluded, 'occluded point')} will read as "
            "visible"
        )
    if not holds.states:
        lost += _states(faces, form)
        lost += _extras(faces, form)
        lost += _tags(faces, form)
    return lost


def picture_losses(labels: LabelSet, faces: Sequence[Face], form: Format) -> list[str]:
    """Return what is lost of the pictures that a format holds itself, one sentence each."""
    if not form.holds.own_pictures:
        return []
    pictures = Pictures(labels.root)
    sizes = [pictures.size(name) for name in dict.fromkeys(face.picture for face in faces)]
    lost = [f"{form.title} holds the pictures themselves, without their names and colours"]
    oblong = sum(width != height for width, height in sizes)
    if oblong:
        verb = "was" if oblong == 1 else "were"
        lost.append(
            f"{form.title} holds square pictures: {_count(oblong, 'picture')} {verb} filled up "
            "with black at the right or below; no point moved"
        )
    return lost


def _states(faces: Sequence[Face], form: Format) -> list[str]:
    states = Counter(
        face.state.value
        for face in faces
        if face.state not in (FaceState.LABELLED, FaceState.UNLABELLED)
        or (face.landmarks is not None and face.landmarks.source is not Source.FILE)
    )
    if not states:
        return []
    which = ", ".join(f"{count} {state}" for state, count in states.items())
    return [f"{form.title} does not hold the faces' state ({which}); kpstudio JSON does"]


def _extras(faces: Sequence[Face], form: Format) -> list[str]:
    others = Counter(name for face in faces for name in face.extras if name != form.name)
    return [
        f"{form.title} does not hold what {name} labels say besides ({_count(count, 'face')}); "
        "kpstudio JSON does"
        for name, count in others.items()
    ]


def _tags(faces: Sequence[Face], form: Format) -> list[str]:
    tagged = sum(not face.tags <= form.holds.tags for face in faces)
    if not tagged:
        return []
    but = f" but {', '.join(sorted(form.holds.tags))}" if form.holds.tags else ""
    return [
        f"{form.title} holds no tags{but}: those of {_count(tagged, 'face')} are not in it; "
        "kpstudio JSON holds them"
    ]


def _left_out(faces: Sequence[Face]) -> str:
    names = list(dict.fromkeys(visible(face.picture) for face in faces))
    shown = ", ".join(names[:3]) + (f" and {len(names) - 3} more" if len(names) > 3 else "")
    verb = "was" if len(faces) == 1 else "were"
    return f"{_count(len(faces), 'face')} {verb} left out ({shown})"


def _count(number: int, thing: str) -> str:
    return f"{number:,} {thing}" + ("" if number == 1 else "s")
