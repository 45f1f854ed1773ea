"""What the accuracy benchmarks share: faces, who is held out, changed settings, scores."""

from __future__ import annotations

import argparse
import os
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from hashlib import sha256
from pathlib import Path, PurePosixPath
from typing import Any

import numpy as np

from kpstudio.core.errors import InputError
from kpstudio.core.geometry import Box
from kpstudio.core.labelset import Face, FaceState, LabelSet
from kpstudio.core.landmarks import FloatArray
from kpstudio.core.metrics import NmeSummary, nme, summarise
from kpstudio.core.persons import person_of
from kpstudio.core.splits import Split, split_by_list
from kpstudio.engine.config import TrainConfig
from kpstudio.io.choosing import LabelChoice
from kpstudio.io.opening import open_path

FAILED = 0.10
"""NME above which a face counts as failed, and up to which the area under the curve goes."""

BUSY = 0.5
"""Processes that run on average from which times are not to be trusted."""

FIFTHS = 5

VIEWS = {
    1: "frontal",
    2: "smile",
    3: "turned right",
    4: "turned left",
    5: "spot light",
    6: "joke",
}
"""What the second number in the name of a picture of the IMM face database means."""

_VIEW = re.compile(r"\d{2,}-([1-6])[mf]")


def view_of(picture: str) -> str | None:
    """Return which view of IMM's six a picture's name shows, or None for other names."""
    found = _VIEW.fullmatch(PurePosixPath(picture).stem)
    return VIEWS[int(found.group(1))] if found else None


def faces_options(parser: argparse.ArgumentParser) -> None:
    """Add the options that say which faces are used, and which of them are held out."""
    parser.add_argument("folder", type=Path, help="labelled faces")
    parser.add_argument("--labels", default="", help="which label set counts, such as pts")
    parser.add_argument("--boxes", default="", help="with --labels: the set to take boxes from")
    held_out = parser.add_mutually_exclusive_group()
    held_out.add_argument("--val-list", type=Path, help="file names of the held-out pictures")
    held_out.add_argument(
        "--fifth", type=int, choices=range(FIFTHS), default=0, help="which fifth to hold out"
    )


def material(given: argparse.Namespace) -> tuple[LabelSet, Split]:
    """Return the faces that `faces_options` ask for, and who of them is held out."""
    choice = None
    if given.labels:
        boxes = tuple(given.boxes.split(",")) if given.boxes else ()
        choice = LabelChoice(tuple(given.labels.split(",")), boxes)
    labels = with_boxes(open_path(given.folder, choice=choice).labels)
    if given.val_list is None:
        return labels, fixed_fifth(list(labels), given.fifth)
    names = given.val_list.read_text(encoding="utf-8").splitlines()
    return labels, split_by_list(list(labels), [name.strip() for name in names if name.strip()])


def with_boxes(labels: LabelSet) -> LabelSet:
    """Return the labelled faces; one without a box gets the tight one around its points."""
    faces = []
    for face in labels:
        if face.labelled and face.landmarks is not None:
            box = face.box or Box.around(face.landmarks.xy_image)
            faces.append(replace(face, box=box))
    if not faces:
        raise InputError(f"{labels.root} has no labelled faces")
    return LabelSet(labels.root, labels.scheme, faces)


def fixed_fifth(faces: Sequence[Face], number: int) -> Split:
    """Hold out one of five parts, always the same for the same picture names.

    The names are shuffled, always alike, and dealt out in turn; where every name shows a person, as
    IMM's do, the persons are. Neither the order of ``faces`` matters nor numpy's version.

    Args:
        faces: Those to divide.
        number: Which part is held out, 0 to 4.
    """
    persons = {face.picture: person_of(face.picture) for face in faces}
    by_person = all(persons.values())
    group = {picture: str(person) if by_person else picture for picture, person in persons.items()}
    groups = sorted(set(group.values()), key=lambda name: sha256(name.encode()).digest())
    held_out = set(groups[number::FIFTHS])
    training = tuple(face.id for face in faces if group[face.picture] not in held_out)
    validation = tuple(face.id for face in faces if group[face.picture] in held_out)
    if not training or not validation:
        raise InputError(f"{len(groups)} {'persons' if by_person else 'pictures'} have no fifths")
    return Split(training, validation, "person" if by_person else "picture")


def only_box(face: Face) -> Face:
    """Return ``face`` as somebody has it who knows its box, but none of its points."""
    return replace(face, landmarks=None, state=FaceState.UNLABELLED, extras={})


def whole_picture(face: Face) -> Face:
    """Return ``face`` as somebody has it who knows its picture alone."""
    return replace(only_box(face), box=None, photo=True)


def changed(config: TrainConfig, settings: Iterable[str]) -> TrainConfig:
    """Return ``config`` with ``settings`` such as "lr=0.001" or "augmentation.flip=false".

    Raises:
        InputError: If there is no such setting, or its value cannot be read.
    """
    for setting in settings:
        key, equals, text = setting.partition("=")
        if not equals:
            raise InputError(f"{setting!r} changes nothing: write it as name=value")
        if key.startswith("augmentation."):
            moves = _with(config.augmentation, key.removeprefix("augmentation."), text)
            config = replace(config, augmentation=moves)
        else:
            config = _with(config, key, text)
    return config


def _with(settings: Any, key: str, text: str) -> Any:
    known = [part.name for part in fields(settings) if part.name != "augmentation"]
    if key not in known:
        raise InputError(f"there is no setting {key!r}: use {', '.join(known)}")
    try:
        return replace(settings, **{key: _value(text, getattr(settings, key))})
    except ValueError as error:
        raise InputError(f"{key} cannot be {text!r}: {error}") from error


def _value(text: str, like: Any) -> Any:
    """Return what ``text`` means where a value of the type of ``like`` stood."""
    if isinstance(like, bool):
        words = {"true": True, "false": False}
        if text.lower() not in words:
            raise ValueError("use true or false")
        return words[text.lower()]
    if isinstance(like, tuple):
        spans = [part.partition("-") for part in text.split("+")]
        return tuple(k for a, _, b in spans for k in range(int(a), int(b or a) + 1))
    return type(like)(text)


@dataclass(frozen=True)
class Outcome:
    """One finished training and what it predicted for the held-out faces.

    Attributes:
        seconds: Wall time of the call that trains, decoding included.
        ms_one: Milliseconds from the picture's file to the points, called for one face at a time.
        ms_together: The same for each of all held-out faces in one call; None where a method takes
            single faces only.
        points: (K, 2) points by face id, image frame, predicted with the face's box.
        points_no_box: The same predicted from the whole picture; None where that was not asked for.
        note: What else is worth knowing.
    """

    seconds: float
    ms_one: float
    ms_together: float | None
    points: Mapping[str, FloatArray]
    points_no_box: Mapping[str, FloatArray] | None = None
    note: str = ""


def errors(
    predicted: Mapping[str, FloatArray],
    labels: LabelSet,
    ids: Iterable[str],
    points: Sequence[int] | None = None,
) -> FloatArray:
    """Return the NME of each face, a fraction.

    A face without a prediction has an infinite one, so that it counts as failed and shows in the
    mean.

    Args:
        predicted: (K, 2) points by face id.
        labels: The truth.
        ids: The faces to measure.
        points: Those of the points to measure; all that were predicted by default.
    """
    values = []
    for face_id in ids:
        truth, found = labels[face_id].landmarks, predicted.get(face_id)
        assert truth is not None
        if found is None or not np.isfinite(found).any():
            values.append(float("inf"))
            continue
        chosen = np.array(found, dtype=np.float64)
        if points is not None:
            chosen[np.setdiff1d(np.arange(len(chosen)), points)] = np.nan
        values.append(nme(chosen, truth.xy_image, labels.scheme.normaliser))
    return np.array(values)


def score(values: FloatArray) -> NmeSummary:
    """Sum up per-face NME, failures and the area under the curve by `FAILED`."""
    finite = summarise(values[np.isfinite(values)], FAILED)
    lost = np.isinf(values)
    if not lost.any():
        return finite
    known = values[~np.isnan(values)]
    reached = np.clip(FAILED - known, 0.0, None) / FAILED
    return replace(
        finite,
        count=len(known),
        mean=float("inf"),
        median=float(np.median(known)),
        failure_rate=float((known > FAILED).mean()),
        auc=float(reached.mean()),
    )


def mean_score(scores: Sequence[NmeSummary]) -> NmeSummary:
    """Return the mean of each figure over the seeds."""
    names = ("mean", "median", "failure_rate", "auc")
    means = {name: float(np.mean([getattr(s, name) for s in scores])) for name in names}
    return replace(scores[0], **means)


def cells(one: NmeSummary) -> list[str]:
    """Return mean, median, failures (all in percent) and area under the curve."""
    percent = [f"{100 * value:.2f}" for value in (one.mean, one.median)]
    return [*percent, f"{100 * one.failure_rate:.1f}", f"{one.auc:.3f}"]


def busy() -> str:
    """Return a sentence where other programs keep the machine busy, so that times say little."""
    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0
    if load < BUSY:
        return ""
    return f"Other programs keep {load:.1f} cores busy: the times are longer than they need be."


def row(parts: Iterable[str]) -> str:
    """Return one row of a Markdown table."""
    return f"| {' | '.join(parts)} |"


def head(parts: Sequence[str]) -> str:
    """Return the head of a Markdown table."""
    return f"{row(parts)}\n{'|---' * len(parts)}|"
