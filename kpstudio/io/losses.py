"""What a format cannot hold: which faces it takes, and what is lost of them, in words."""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

import numpy as np

from kpstudio.core.errors import InputError
from kpstudio.core.labelset import Face, FaceState, LabelSet
from kpstudio.core.landmarks import Source, Visibility
from kpstudio.core.progress import Progress
from kpstudio.core.schema import PointSchema, scheme_for_count, scheme_named
from kpstudio.core.texts import Said, joined, say, say_count
from kpstudio.io.counted import Counted
from kpstudio.io.formats.base import Format
from kpstudio.io.formats.named import scheme_with_names
from kpstudio.io.pictures import Pictures
from kpstudio.io.registry import format_named, formats
from kpstudio.io.text import visible

_BOOKKEEPING = frozenset({"at", "rest", "called", "bare", "embedded", "others"})
"""Keys by which formats keep things in `Face.extras`, and which no file has."""

_SCHEME = say("{format} does not keep the scheme's {which}; kpstudio JSON does")
_STATE = say("{format} does not keep the state of faces ({which}); kpstudio JSON does")
_IN_STATE = {
    FaceState.PREDICTED: say("{count} predicted"),
    FaceState.CORRECTED: say("{count} corrected"),
    FaceState.CHECKED: say("{count} checked"),
    FaceState.REJECTED: say("{count} rejected"),
    FaceState.LABELLED: say("{count} labelled"),
    FaceState.UNLABELLED: say("{count} unlabelled"),
}
_WHOLE_PIXELS = (
    say("{format} only stores whole pixels: coordinates are rounded (by up to {worst:.2f} px)"),
    say("{format} only stores whole pixels: boxes are rounded (by up to {worst:.2f} px)"),
)

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def losses_before(
    labels: LabelSet,
    faces: Sequence[Face],
    format_name: str,
    look: bool = True,
    progress: Progress | None = None,
) -> tuple[str, ...]:
    """Return what exporting faces would lose, one sentence each, without writing anything.

    Args:
        labels: Gives the scheme and the root of the pictures.
        faces: What would be exported.
        format_name: As in `kpstudio.io.registry`.
        look: Whether pictures may be opened for their size, which takes a while for many; without
            it, nothing is said of pictures that have none.
        progress: Called now and then with (done, total) of each of several looks at the faces;
            returning False cancels.

    Raises:
        InputError: If there is no such format.
        Cancelled: If ``progress`` asked for it.
    """
    form = format_named(format_name)
    fitting, lost = fit(labels, faces, form, look, progress)
    if not fitting:
        return tuple(lost)
    kept = Counted(fitting, progress)
    lost += losses_of(kept, form)
    lost += picture_losses(labels, kept, form) if look else []
    if any(face.has_points for face in kept):
        lost += scheme_losses(labels.scheme, _scheme_back(labels.scheme, form), form)
    lost += [] if form.holds.subpixel else rounding_losses(form, *_rounding(kept))
    return tuple(lost)


def fit(
    labels: LabelSet,
    faces: Sequence[Face],
    form: Format,
    look: bool = True,
    progress: Progress | None = None,
) -> tuple[list[Face], list[str]]:
    """Choose the faces that a format can hold.

    Args:
        labels: Gives the scheme and the root of the pictures.
        faces: What to choose from.
        form: The format.
        look: Whether pictures may be opened for their size.
        progress: As for `losses_before`.

    Returns:
        Those faces, in their order, and a sentence for each reason that others were left out.
    """
    kept = list(faces)
    lost: list[str] = []
    for has_trouble, sentence in _troubles(labels, form, look):
        out = [face for face in Counted(kept, progress) if has_trouble(face)]
        if out:
            left_out = {face.id for face in out}
            kept = [face for face in kept if face.id not in left_out]
            lost.append(_left_out(sentence, out))
    if not form.holds.several_faces:
        first = {face.picture: face for face in reversed(kept)}
        more = [face for face in kept if first[face.picture] is not face]
        if more:
            kept = [face for face in kept if first[face.picture] is face]
            lost.append(
                _left_out(say("{format} stores only one face per picture", format=form.title), more)
            )
    return kept, lost


def _troubles(
    labels: LabelSet, form: Format, look: bool
) -> Iterator[tuple[Callable[[Face], bool], Said]]:
    """Yield what a format does not take, and how to say so."""
    holds, title = form.holds, form.title
    pictures = Pictures(labels.root)

    root = str(pictures.root)

    def name(face: Face) -> str:
        return os.path.join(root, face.picture)  # noqa: PTH118 - several times faster, for many

    def has_no_size(face: Face) -> bool:
        try:
            pictures.size(face.picture)
        except InputError:
            return True
        return False

    def has_gaps(face: Face) -> bool:
        return face.landmarks is not None and not face.landmarks.present.all()

    yield (
        lambda f: visible(name(f)) != name(f),
        say("{format} needs names that are valid Unicode", format=title),
    )
    if not holds.line_breaks:
        sentence = say("{format} cannot name a picture with a line break in its path", format=title)
        yield lambda f: "\n" in name(f) or "\r" in name(f), sentence
    if not holds.control_characters:
        sentence = say(
            "{format} cannot name a picture with control characters in its path", format=title
        )
        yield lambda f: _CONTROL.search(name(f)) is not None, sentence
    if not holds.pointless:
        yield (
            lambda f: not f.has_points,
            say("{format} stores only faces with points", format=title),
        )
    if holds.needs_box or not holds.empty:
        sentence = say("{format} stores only faces with a box or points", format=title)
        yield lambda f: not f.has_points and f.box is None, sentence
    if not holds.missing:
        yield has_gaps, say("{format} cannot store missing points", format=title)
    if holds.points:
        sentence = say(
            "{format} stores only faces with {count} points", count=holds.points, format=title
        )
        yield lambda f: f.has_points and labels.scheme.count != holds.points, sentence
    if holds.needs_picture and look:
        yield (
            has_no_size,
            say("{format} needs the picture's size, which cannot be read", format=title),
        )
    if holds.own_pictures and look:
        most = holds.own_pictures
        sentence = say(
            "{format} stores only pictures of up to {most} pixels a side", most=most, format=title
        )
        yield lambda f: max(pictures.size(f.picture)) > most, sentence


def losses_of(faces: Sequence[Face], form: Format) -> list[str]:
    """Return what is lost of faces that a format takes, one sentence each."""
    holds, title = form.holds, form.title
    lost: list[str] = []
    boxes = sum(face.box is not None for face in faces)
    if boxes and not holds.boxes:
        lost.append(
            say_count(
                "{format} does not store boxes: that of 1 face is lost",
                "{format} does not store boxes: those of {count:,} faces are lost",
                boxes,
                format=title,
            )
        )
    if boxes < len(faces) and holds.needs_box:
        lost.append(
            say_count(
                "{format} needs boxes: 1 face without one gets the box around its points",
                "{format} needs boxes: {count:,} faces without one get the box around their points",
                len(faces) - boxes,
                format=title,
            )
        )
    occluded = sum(
        int((face.landmarks.visibility == Visibility.OCCLUDED).sum())
        for face in faces
        if face.landmarks is not None
    )
    if occluded and not holds.visibility:
        lost.append(
            say_count(
                "{format} does not store visibility: 1 occluded point becomes visible",
                "{format} does not store visibility: {count:,} occluded points become visible",
                occluded,
                format=title,
            )
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
    whole = say(
        "{format} contains the pictures themselves, without their names and colours",
        format=form.title,
    )
    oblong = sum(width != height for width, height in sizes)
    filled = say_count(
        "{format} needs square pictures: 1 picture is padded with black at the right or bottom; "
        "no point moves",
        "{format} needs square pictures: {count:,} pictures are padded with black at the right or "
        "bottom; no point moves",
        oblong,
        format=form.title,
    )
    return [whole, filled] if oblong else [whole]


def _states(faces: Sequence[Face], form: Format) -> list[str]:
    states = Counter(
        face.state
        for face in faces
        if not (form.holds.predicted and face.state is FaceState.PREDICTED)
        if face.state not in (FaceState.LABELLED, FaceState.UNLABELLED)
        or (face.landmarks is not None and face.landmarks.source is not Source.FILE)
    )
    if not states:
        return []
    which = joined([say(_IN_STATE[state], count=count) for state, count in states.items()], ", ")
    return [say(_STATE, format=form.title, which=which)]


def _extras(faces: Sequence[Face], form: Format) -> list[str]:
    others: dict[str, list[Any]] = {}
    for face in faces:
        for name in face.extras.keys() - {form.name}:
            others.setdefault(name, []).append(face.extras[name])
    titles = {other.name: other.title for other in formats()}
    return [
        say_count(
            "{format} does not keep other details from the {labels} labels ({details}1 face); "
            "kpstudio JSON does",
            "{format} does not keep other details from the {labels} labels ({details}{count:,} "
            "faces); kpstudio JSON does",
            len(found),
            format=form.title,
            labels=titles.get(name, name),
            details=_details(found),
        )
        for name, found in sorted(others.items())
    ]


def _details(found: Sequence[Any]) -> str:
    """Return what a format keeps of faces, in the words of its files: "area, iscrowd; "."""
    keys: dict[str, None] = {}
    for extras in found:
        for key, value in extras.items() if isinstance(extras, Mapping) else ():
            if isinstance(value, Mapping):
                keys |= dict.fromkeys(map(str, value))
            elif key not in _BOOKKEEPING:
                keys[key] = None
    names = [visible(key) for key in keys]
    return joined([_some(names, 4), "; "], "") if names else ""


def _tags(faces: Sequence[Face], form: Format) -> list[str]:
    tagged = sum(not face.tags <= form.holds.tags for face in faces)
    if not tagged:
        return []
    but = ", ".join(sorted(form.holds.tags))
    return [
        say_count(
            "{format} does not store tags{but}: those of 1 face are lost; kpstudio JSON keeps them",
            "{format} does not store tags{but}: those of {count:,} faces are lost; kpstudio JSON "
            "keeps them",
            tagged,
            format=form.title,
            but=say(" but {tags}", tags=but) if but else "",
        )
    ]


def scheme_losses(meant: PointSchema, found: PointSchema, form: Format) -> list[str]:
    """Return what of a scheme does not come back, one sentence each."""
    lost: list[str] = []
    if found.points != meant.points:
        lost.append(say("{format} does not keep the names of the points", format=form.title))
    parts = (
        (say("mirror pairs"), found.mirror != meant.mirror),
        (say("edges"), found.edges != meant.edges),
        (say("groups"), dict(found.groups) != dict(meant.groups)),
        (say("normaliser"), found.normaliser != meant.normaliser),
    )
    others = [name for name, differs in parts if differs]
    if others:
        *first, last = others
        which = say("{first} and {last}", first=joined(first, ", "), last=last) if first else last
        lost.append(say(_SCHEME, format=form.title, which=which))
    return lost


def _scheme_back(meant: PointSchema, form: Format) -> PointSchema:
    """Return the scheme that reading would give."""
    holds = form.holds
    if holds.scheme:
        return meant
    if holds.reads_as:
        return scheme_named(holds.reads_as)
    named = holds.names(meant) if holds.names is not None else holds.scheme_names
    back = scheme_with_names(meant.points) if named else scheme_for_count(meant.count)
    return replace(
        back,
        edges=(holds.edges and meant.edges) or back.edges,
        groups=(holds.groups and meant.groups) or back.groups,
    )


def rounding_losses(form: Format, worst_px: float, worst_box_px: float) -> list[str]:
    """Return what whole pixels cost, where a format holds no others."""
    return [
        say(sentence, format=form.title, worst=worst)
        for sentence, worst in zip(_WHOLE_PIXELS, (worst_px, worst_box_px), strict=True)
        if worst > 0 and not form.holds.subpixel
    ]


def _rounding(faces: Sequence[Face]) -> tuple[float, float]:
    """Return how far the nearest whole pixels are from points and, at worst, from boxes' edges."""
    xy = [f.landmarks.xy_image[f.landmarks.present] for f in faces if f.landmarks is not None]
    points = np.concatenate([np.zeros((1, 2)), *xy])
    boxes = [f.box for f in faces if f.box is not None]
    edges = (
        np.array([(b.left, b.top, b.right, b.bottom) for b in boxes] or [(0.5, 0.5, 0.5, 0.5)])
        + 0.5
    )
    apart = points - np.floor(points + 0.5)
    return float(np.hypot(*apart.T).max()), float(np.abs(edges - np.floor(edges + 0.5)).max())


def _left_out(sentence: str, faces: Sequence[Face]) -> str:
    return say_count(
        "{why}: 1 face is left out ({names})",
        "{why}: {count:,} faces are left out ({names})",
        len(faces),
        why=sentence,
        names=_some(list(dict.fromkeys(visible(face.picture) for face in faces)), 3),
    )


def _some(names: Sequence[str], most: int) -> str:
    """Return the first of many names, and how many more there are."""
    shown, more = ", ".join(names[:most]), len(names) - most
    return say("{names} and {count} more", names=shown, count=more) if more > 0 else shown
