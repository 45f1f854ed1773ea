"""Faults in labels, and how the benchmark of the label doctor plants them."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from PIL import Image

from kpstudio.core.geometry import Box
from kpstudio.core.labelset import Face, LabelSet, face_id
from kpstudio.core.landmarks import FloatArray, Landmarks
from kpstudio.core.splits import Split, split_by_fraction
from kpstudio.doctor import frames
from kpstudio.doctor.frames import Place
from kpstudio.doctor.material import Material
from kpstudio.doctor.reference import reference_of
from kpstudio.io.images import read_rgb

Points = Callable[[FloatArray, Place, np.random.Generator], FloatArray]


@dataclass(frozen=True)
class Fault:
    """A way to be wrong: its name, the finding it should lead to, and how points get so."""

    name: str
    key: str
    points: Points
    whole: bool
    needs: str = ""

    @property
    def mends(self) -> bool:
        """Whether the doctor can put it right by itself."""
        return self.key not in ("outside", "persons-leak")


def scaled(by: float) -> Points:
    return lambda xy, at, _: xy / np.array([at.width, at.height]) * by


def shifted(by: float) -> Points:
    return lambda xy, *_: xy + by


def read_as(frame: frames.Frame) -> Points:
    """Frames that are their own inverse."""
    return lambda xy, at, _: frame.to_image(xy, at)


def in_crop(xy: FloatArray, at: Place, _: np.random.Generator) -> FloatArray:
    assert at.box is not None
    return xy - frames.first_pixel(at.box)


def as_text(xy: FloatArray, *_: object) -> FloatArray:
    return xy[np.array(sorted(range(len(xy)), key=str))]


def shuffled(xy: FloatArray, _: Place, random: np.random.Generator) -> FloatArray:
    return random.permutation(xy)


def far_out(xy: FloatArray, at: Place, _: np.random.Generator) -> FloatArray:
    wrong = xy.copy()
    there = np.flatnonzero(np.isfinite(xy).all(axis=1))
    wrong[there[0]] = (at.width * 1.3, at.height * 0.5)
    return wrong


def stored(xy: FloatArray, at: Place, _: np.random.Generator) -> FloatArray:
    """The points in the stored pixels of a picture that EXIF turns by a quarter to the right."""
    return np.stack([xy[:, 1], at.width - 1 - xy[:, 0]], axis=1)


SHIFTS = (
    Fault("counted from 1 (+1 px)", "one-pixel", shifted(1.0), True, "symmetry"),
    Fault("1 taken off twice (-1 px)", "one-pixel", shifted(-1.0), True, "symmetry"),
    Fault("pixel's corner (+0.5 px)", "half-pixel", shifted(0.5), True, "symmetry"),
    Fault("half a pixel early (-0.5 px)", "half-pixel", shifted(-0.5), True, "symmetry"),
    Fault("2 px too far", "one-pixel", shifted(2.0), True, "symmetry"),
    Fault("-1 px in one face in twenty", "one-pixel", shifted(-1.0), False, "symmetry"),
)
WHOLE = (
    Fault("y up", "y-up", read_as(frames.Y_UP), True),
    Fault("x and y swapped", "xy-swapped", read_as(frames.XY_SWAPPED), True),
    Fault("x from the right", "mirrored", read_as(frames.MIRRORED), True),
    Fault("half a turn", "upside-down", read_as(frames.UPSIDE_DOWN), True),
    Fault("fractions 0 to 1", "relative", scaled(1.0), True),
    Fault("percent", "percent", scaled(100.0), True),
    Fault("crop's frame", "crop-frame", in_crop, True, "boxes"),
    Fault("left and right swapped", "left-right", shifted(0.0), True, "mirror shipped"),
    Fault("sorted as text", "order", as_text, True, "shipped"),
)
SOME = (
    Fault("y up", "y-up", read_as(frames.Y_UP), False),
    Fault("x and y swapped", "xy-swapped", read_as(frames.XY_SWAPPED), False),
    Fault("fractions 0 to 1", "relative", scaled(1.0), False),
    Fault("percent", "percent", scaled(100.0), False),
    Fault("crop's frame", "crop-frame", in_crop, False, "boxes"),
    Fault("stored, not EXIF's turn", "before-exif", stored, False, "exif"),
    Fault("left and right swapped", "left-right", shifted(0.0), False, "mirror"),
    Fault("a pair of points swapped", "left-right", shifted(0.0), False, "mirror, a pair"),
    Fault("sorted as text", "order", as_text, False),
    Fault("shuffled", "order", shuffled, False),
    Fault("a point far outside", "outside", far_out, False),
    Fault("the same picture again", "copies", shifted(0.0), False, "copy"),
    Fault("saved again, smaller, as JPEG 75", "copies", shifted(0.0), False, "again"),
    Fault("again, labels 3 % off", "two-labels", shifted(0.0), False, "copy"),
    Fault("labelled twice", "labelled-twice", shifted(0.0), False, "twice"),
    Fault("persons on both sides", "persons-leak", shifted(0.0), False, "persons"),
)


def plant(
    labels: LabelSet, fault: Fault, wrong: set[str], random: np.random.Generator, folder: Path
) -> tuple[LabelSet, Split | None] | None:
    """Return a set with the fault and a split, or None where it cannot be planted."""
    material = Material(labels)
    if fault.needs in ("copy", "again", "twice", "persons"):
        return planted_beside(labels, fault, wrong, random, folder)
    if "mirror" in fault.needs or "shipped" in fault.needs or fault.needs == "symmetry":
        reference = reference_of(material)
        if "shipped" in fault.needs and reference.shipped is None:
            return None
        if fault.needs != "shipped" and reference.mirror is None:
            return None
        mirror = reference.mirror
    root = labels.root
    if fault.needs == "exif":
        root = folder
        labels = with_exif(labels, wrong, folder)
        material = Material(labels)
    faces = []
    order = random.permutation(labels.scheme.count)
    for face in labels:
        at = frames.place_of(material, face)
        if face.landmarks is None or at is None or (fault.needs == "boxes" and face.box is None):
            return None
        if face.id in wrong:
            xy = face.landmarks.xy_image
            if fault.key == "left-right":
                assert mirror is not None
                xy = xy[one_pair(mirror, random)] if "pair" in fault.needs else xy[mirror]
            elif fault.name == "shuffled" and fault.whole:
                xy = xy[order]
            else:
                xy = fault.points(xy, at, random)
            box = face.box if fault.needs == "boxes" else None
            face = replace(face, landmarks=Landmarks.of(xy), box=box)
        faces.append(face)
    return LabelSet(root, labels.scheme, faces), None


def one_pair(mirror: np.ndarray, random: np.random.Generator) -> np.ndarray:
    """Return the order in which one random pair of points is swapped."""
    order = np.arange(len(mirror))
    point = random.choice(np.flatnonzero(mirror != order))
    order[[point, mirror[point]]] = mirror[point], point
    return order


def with_exif(labels: LabelSet, wrong: set[str], folder: Path) -> LabelSet:
    """Return the set with pictures of which half, the wrong ones too, are turned by EXIF alone."""
    folder.mkdir(parents=True)
    chosen = [face for k, face in enumerate(labels) if face.id in wrong or k % 2 == 0]
    turn_too = {face.picture for k, face in enumerate(chosen) if face.id in wrong or k % 4 == 0}
    exif = Image.Exif()
    exif[0x0112] = 6
    names: dict[str, str] = {}
    for picture in dict.fromkeys(face.picture for face in chosen):
        names[picture] = f"{len(names):05}.jpg"
        image = Image.fromarray(read_rgb(labels.picture_path(picture)))
        if picture in turn_too:
            image = image.transpose(Image.Transpose.ROTATE_90)
            image.save(folder / names[picture], quality=90, exif=exif)
        else:
            image.save(folder / names[picture], quality=90)
    faces = [replace(face, picture=names[face.picture]) for face in chosen]
    return LabelSet(folder, labels.scheme, faces)


def planted_beside(
    labels: LabelSet, fault: Fault, wrong: set[str], random: np.random.Generator, folder: Path
) -> tuple[LabelSet, Split | None] | None:
    """Return a set with more faces or with a split: copies, labels twice, persons torn."""
    if fault.needs == "persons":
        split = split_by_fraction(list(labels), 0.2, 0, lambda picture: picture)
        if split_by_fraction(list(labels), 0.2).by != "person":
            return None
        return labels, Split(split.training, split.validation, "picture")
    folder.mkdir(parents=True)
    added = []
    if fault.needs == "twice":
        added = [copied(labels[i], labels[i].picture, 1.0, fault, random) for i in sorted(wrong)]
    else:
        for number, picture in enumerate(sorted({labels[i].picture for i in wrong})):
            name, by = saved_again(labels, picture, fault.needs == "again", folder, number)
            added += [copied(f, name, by, fault, random) for f in labels.faces_of(picture)]
    return LabelSet(labels.root, labels.scheme, [*labels, *added]), None


def copied(face: Face, name: str, by: float, fault: Fault, random: np.random.Generator) -> Face:
    """Return the face in the copy ``name``, scaled; with its own labels where the fault says so."""
    assert face.landmarks is not None
    xy = face.landmarks.xy_image * by
    if fault.key in ("two-labels", "labelled-twice"):
        size = float(np.sqrt(np.prod(np.nanmax(xy, axis=0) - np.nanmin(xy, axis=0))))
        xy = xy + random.normal(0.0, 0.03 * size, xy.shape)
    box = None if face.box is None else scaled_box(face.box, by)
    number = 100 + int(face.id.rpartition("#")[2])
    return Face(face_id(name, number), name, Landmarks.of(xy), box, face.state)


def saved_again(
    labels: LabelSet, picture: str, smaller: bool, folder: Path, number: int
) -> tuple[str, float]:
    """Return the copy's path and its scale."""
    source = labels.picture_path(picture)
    if not smaller:
        target = folder / f"copy-{number}{source.suffix}"
        shutil.copy(source, target)
        return target.as_posix(), 1.0
    image = Image.fromarray(read_rgb(source))
    size = (round(image.width * 0.75), round(image.height * 0.75))
    target = folder / f"again-{number}.jpg"
    image.resize(size, Image.Resampling.LANCZOS).save(target, quality=75)
    return target.as_posix(), size[0] / image.width


def scaled_box(box: Box, by: float) -> Box:
    return Box(box.left * by, box.top * by, box.right * by, box.bottom * by)
