"""The text of a CVAT file: skeletons, boxes, and what the faces' own file said besides."""

from __future__ import annotations

import contextlib
import itertools
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any
from xml.etree import ElementTree
from xml.etree.ElementTree import Element
from xml.sax.saxutils import escape, quoteattr

from defusedxml import ElementTree as SafeTree

from kpstudio.core.errors import InputError
from kpstudio.core.geometry import Box
from kpstudio.core.labelset import Face, LabelSet, faces_by_picture
from kpstudio.core.landmarks import Visibility
from kpstudio.core.schema import PointSchema
from kpstudio.io.formats.corner import to_corner
from kpstudio.io.formats.named import kept_points, labels_for
from kpstudio.io.pictures import Pictures, reference_from

_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LABEL = "face"


def has_xml_names(scheme: PointSchema) -> bool:
    """Whether XML can hold the names of all points."""
    return not any(_NOT_XML.search(name) for name in scheme.points)


def file_text(labels: LabelSet, faces: Sequence[Face], path: Path) -> str:
    """Return the file's text.

    Args:
        labels: Gives the scheme, and the root that pictures are named from.
        faces: What is in it.
        path: Where it will lie; pictures are named from there.
    """
    kept = [face.extras.get("cvat", {}) for face in faces]
    scheme = labels.scheme
    names, note = labels_for("cvat", scheme, faces)
    if not has_xml_names(scheme):
        names = [f"{k}" for k in range(scheme.count)]
        note = tuple((name, name) for name in names)
    said = next((one["meta"] for one in kept if one.get("meta")), "")
    meta, enough = _kept_meta(said, names)
    enough = (enough or not meta) and all(name == label for name, label in note)
    lines = ['<?xml version="1.0" encoding="utf-8"?>', "<annotations>", "  <version>1.1</version>"]
    lines.append(f"  {meta}" if meta else _meta(names))
    if note and not enough:
        lines += [
            f"  <kpstudio-point name={quoteattr(name)} label={quoteattr(label)}/>"
            for name, label in note
        ]
    pictures = Pictures(labels.root)
    by_picture = faces_by_picture(faces)
    ids = _ids(by_picture)
    for picture, members in by_picture.items():
        lines += _image_lines(picture, members, names, pictures, path, ids[picture])
    return "\n".join([*lines, "</annotations>", ""])


def names_of(tree: Element) -> dict[str, str]:
    """Return label -> name of the points in order: as we noted, or as the task's labels say."""
    noted = {point.get("label", ""): point.get("name", "") for point in tree.iter("kpstudio-point")}
    if noted:
        return noted
    inside = [label for label in tree.iter("label") if label.findtext("parent")]
    parents = {label.findtext("parent") for label in inside}
    names = [label.findtext("name") or "" for label in inside]
    plain = len(parents) == 1 and len(set(names)) == len(names)
    return {name: name for name in names} if plain else {}


def _kept_meta(text: Any, names: Sequence[str]) -> tuple[str, bool]:
    """Return what the file said of its task, and whether that tells the points and their order."""
    if not isinstance(text, str) or not text:
        return "", False
    try:
        tree = SafeTree.fromstring(text)
    except (ElementTree.ParseError, ValueError, RecursionError):
        return "", False
    told = names_of(tree)
    return text, list(told.items()) == [(name, name) for name in names]


def _meta(names: Sequence[str]) -> str:
    """Return what CVAT says of a task's labels: a skeleton, and the points in it in order."""
    inside = "".join(
        f"\n        <label><name>{_content(name)}</name><type>points</type>"
        f"<parent>{_LABEL}</parent></label>"
        for name in names
    )
    skeleton = f"\n        <label><name>{_LABEL}</name><type>skeleton</type></label>"
    labels = f"      <labels>{skeleton}{inside}\n      </labels>"
    return f"  <meta>\n    <task>\n{labels}\n    </task>\n  </meta>"


def _content(text: str) -> str:
    return escape(text, {"\r": "&#13;"})


def _ids(by_picture: Mapping[str, Sequence[Face]]) -> dict[str, str]:
    """Return the id of each picture: its own where no other has it."""
    ids: dict[str, str] = {}
    said = {picture: _said(faces).get("id") for picture, faces in by_picture.items()}
    taken = set(said.values())
    number = 0
    for picture, own in said.items():
        if own is None or own in ids.values():
            while str(number) in taken:
                number += 1
            own = str(number)
            taken.add(own)
        ids[picture] = own
    return ids


def _said(faces: Sequence[Face]) -> Mapping[str, str]:
    """Return what the file said of the picture that these faces are in."""
    kept = (face.extras.get("cvat", {}).get("image") for face in faces)
    return next((image for image in kept if isinstance(image, dict)), {})


def _image_lines(
    picture: str,
    faces: Sequence[Face],
    names: Sequence[str],
    pictures: Pictures,
    path: Path,
    own_id: str,
) -> Iterator[str]:
    said = dict(_said(faces))
    with contextlib.suppress(InputError):  # what the file said stays
        width, height = pictures.size(picture)
        said |= {"width": str(width), "height": str(height)}
    said |= {"id": own_id, "name": reference_from(path.parent, pictures.path(picture))}
    first = {key: said.pop(key) for key in ("id", "name")}
    yield f"  <image{_attributes(first | said)}>"
    for face, group in zip(faces, _groups(faces), strict=True):
        kept = face.extras.get("cvat", {})
        if face.box is not None:
            yield _box_line(face.box, kept.get("box", {}), group)
        if face.landmarks is not None:
            yield from _skeleton_lines(face, names, kept, group)
    for face in faces:
        for other in face.extras.get("cvat", {}).get("others", ()):
            yield f"    {other}"
    yield "  </image>"


def _groups(faces: Sequence[Face]) -> list[str]:
    """Return each face's group: its own, or a free one where it must hold box and points."""
    own = [str(face.extras.get("cvat", {}).get("group", "")) for face in faces]
    if len(faces) == 1 or not any(face.box is not None for face in faces):
        return own
    free = (str(k) for k in itertools.count(1) if str(k) not in own)
    groups: list[str] = []
    for group in own:
        groups.append(group if group and group not in groups else next(free))
    return groups


def _box_line(box: Box, kept: Mapping[str, Any], group: str) -> str:
    rest = {"label": _LABEL, "source": "manual", "occluded": "0", **kept}
    inside = rest.pop("children", ())
    rest.pop("group_id", None)
    edges = {
        "xtl": _decimals(box.left),
        "ytl": _decimals(box.top),
        "xbr": _decimals(box.right),
        "ybr": _decimals(box.bottom),
    }
    more = {"group_id": group} if group else {}
    opening = f"    <box{_attributes(rest | edges | more)}"
    return f"{opening}>{''.join(inside)}</box>" if inside else f"{opening}/>"


def _skeleton_lines(
    face: Face, names: Sequence[str], kept: Mapping[str, Any], group: str
) -> Iterator[str]:
    assert face.landmarks is not None
    said = {"label": _LABEL, "source": "manual", **kept.get("skeleton", {})}
    said.pop("group_id", None)
    yield f"    <skeleton{_attributes(said | ({'group_id': group} if group else {}))}>"
    for child in kept.get("children", ()):
        yield f"      {child}"
    marks = face.landmarks
    for name, (_, rest), (x, y), seen in zip(
        names,
        kept_points(face, "cvat", len(names)),
        marks.xy_image.tolist(),
        marks.visibility,
        strict=True,
    ):
        more = dict(rest) if isinstance(rest, dict) else {}
        inside = more.pop("children", ())
        missing = seen == Visibility.MISSING
        place = "0.00,0.00" if missing else f"{_decimals(x)},{_decimals(y)}"
        attributes = {
            "label": name,
            **more,
            "outside": str(int(missing)),
            "occluded": str(int(seen == Visibility.OCCLUDED)),
            "points": place,
        }
        opening = f"      <points{_attributes(attributes)}"
        yield f"{opening}>{''.join(inside)}</points>" if inside else f"{opening}/>"
    yield "    </skeleton>"


def _attributes(values: Mapping[str, str]) -> str:
    return "".join(f" {key}={quoteattr(str(value))}" for key, value in values.items())


def _decimals(value: float) -> str:
    """Return a coordinate with two decimals, as CVAT writes it, or up to six if it needs them."""
    text = f"{to_corner(value):.6f}"
    return text[:-4] + text[-4:].rstrip("0")
