"""Boxes for faces that have none, for networks that see face crops.

The first box comes from the ready-made face detector where that knows the faces of the run, which
is tried at its training, else from the finder that was trained with the run. It needs to be about
right only: the landmarks found in it tell the box better, and are found again in that, twice. So
are those of a photo's box, which a person drew or the detector proposed by habits of its own.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from itertools import islice
from pathlib import Path

from kpstudio.core.errors import InputError
from kpstudio.core.geometry import Box
from kpstudio.core.labelset import Face, faces_by_picture
from kpstudio.core.texts import say
from kpstudio.engine import checkpoint
from kpstudio.engine.box_relation import BoxRelation
from kpstudio.engine.config import DETECTORS
from kpstudio.engine.crops import face_box, usable_box
from kpstudio.engine.face_detector import DetectorError, FoundFace, faces_in_all
from kpstudio.engine.finder import FOLDER, FaceFinder, boxes_told
from kpstudio.engine.network import BATCH, Network
from kpstudio.io.atomic import write_text
from kpstudio.io.formats import json_text
from kpstudio.io.text import BrokenFileError

REFINED = 2
"""How often the box is taken anew from the landmarks found in it."""

TRIED, FIRST = 40, 8
"""On how many training pictures the detector is tried, and after how many it may be given up."""

AGREED = 0.9
"""The least share of them whose labelled face it finds, to be used."""

SAME_FACE = 0.2
"""The detector's box and that around a face's points, which may be eyes alone, share as much."""

KEPT = 0.3
"""A refined box shares as much with the box of a photo, or it is of another face."""

Finding = Callable[[Sequence[Face], Path, int], Mapping[str, Box]]
"""Returns by id the boxes of faces that nothing tells the place of, in pictures turned by so many
quarter turns (`read_crops`)."""


@dataclass(frozen=True)
class Detecting:
    """How the face detector serves a run.

    Attributes:
        tried: On how many training pictures it was tried.
        agreed: In how many of these it found the labelled face.
        of_found: From its boxes to those that the run was trained with.
        detector: Which it is (`kpstudio.engine.config.detectors`).
        failure: Why it could not be tried on all, in a sentence, or "".
    """

    tried: int
    agreed: int
    of_found: BoxRelation
    detector: str = DETECTORS[0]
    failure: str = ""

    @property
    def serves(self) -> bool:
        """Whether it knows the faces of the run."""
        return self.tried > 0 and self.agreed >= AGREED * self.tried

    def found(self, faces: Sequence[Face], root: Path, turns: int = 0) -> dict[str, Box]:
        """Return the box of the main face of each face's picture, by the face's id.

        Pictures, and so the boxes, are turned by ``turns`` as `read_crops` does.
        """
        paths = [root / face.picture for face in faces]
        seen = faces_in_all(paths, thorough=False, turns=turns, detector=self.detector)
        return {
            face.id: self.of_found.about(answer[0].box)
            for face, answer in zip(faces, seen, strict=True)
            if not isinstance(answer, InputError) and answer
        }


def try_detector(faces: Sequence[Face], root: Path, detector: str = DETECTORS[0]) -> Detecting:
    """Look whether the face detector knows the faces of a run.

    Args:
        faces: Labelled ones, those that are trained on.
        root: Folder that relative picture paths start from.
        detector: Which it is (`kpstudio.engine.config.detectors`).
    """
    by_picture = faces_by_picture(face for face in faces if face.labelled)
    pictures = list(by_picture)
    step = max(len(pictures) / TRIED, 1.0)
    chosen = [pictures[int(k * step)] for k in range(min(TRIED, len(pictures)))]
    pairs: list[tuple[Box, Box]] = []
    tried = agreed = 0
    failure = ""
    paths = [root / picture for picture in chosen]
    answers = faces_in_all(paths, thorough=False, patient=False, detector=detector)
    for picture, answer in zip(chosen, answers, strict=True):
        if isinstance(answer, InputError):
            failure = str(answer) if isinstance(answer, DetectorError) else failure
            continue
        tried += 1
        its_pairs = _pairs(by_picture[picture], answer)
        pairs += its_pairs
        agreed += bool(its_pairs)
        if tried == FIRST and agreed < FIRST / 2:
            break
    return Detecting(tried, agreed, BoxRelation.between(pairs), detector, failure)


def _pairs(faces: Sequence[Face], found: Sequence[FoundFace]) -> list[tuple[Box, Box]]:
    """Return (found box, box of the face) of those faces that were found."""
    pairs = []
    for face in faces:
        around = None if face.landmarks is None else usable_box(face.landmarks.xy_image)
        box = face_box(face)
        if around is None or box is None or not found:
            continue
        nearest = max(found, key=lambda one: one.box.overlap(around))
        if nearest.box.overlap(around) >= SAME_FACE:
            pairs.append((nearest.box, box))
    return pairs


@dataclass(frozen=True, eq=False)
class Placer:
    """Gives faces the boxes that a run's network needs.

    Attributes:
        relation: From the points that the network predicts to the boxes it was trained with.
        finding: Finds faces in whole pictures; None where nothing does.
    """

    relation: BoxRelation
    finding: Finding | None

    def placed(
        self, faces: Sequence[Face], root: Path, network: Network, turns: int = 0
    ) -> Iterator[Face]:
        """Yield ``faces``; those that nothing tells the place of, and photos, with better boxes.

        Args:
            faces: Faces of any pictures.
            root: Folder that relative picture paths start from.
            network: The landmark network, whose points tell the final box.
            turns: Quarter turns of the pictures, as for `read_crops`. Faces are then looked for
                anew: what found the box of one that lies may have cut it badly.
        """
        waiting = iter(faces)
        while chunk := list(islice(waiting, BATCH)):
            lost = [face for face in chunk if turns or face_box(face) is None]
            given = {face.id: face.box for face in chunk if face.photo and face.box is not None}
            found: dict[str, Box] = {}
            if lost and self.finding is not None:
                found |= self.finding(lost, root, turns)
            if turns:
                same = (i for i in found if found[i].overlap(given.get(i, found[i])) >= SAME_FACE)
                found = {i: found[i] for i in same}
            start = given | found
            boxes = dict(start)
            by_id = {face.id: face for face in chunk}
            for _ in range(REFINED):
                shown = [replace(by_id[i], box=box) for i, box in boxes.items()]
                boxes |= boxes_told(network, shown, root, self.relation.about_points, turns)
            boxes |= {i: start[i] for i in given if start[i].overlap(boxes[i]) < KEPT}
            for face in chunk:
                yield replace(face, box=boxes[face.id]) if face.id in boxes else face


def load_placer(run: Path, network: Network) -> Placer | None:
    """Return what gives the faces of the run in the folder ``run`` their boxes.

    Args:
        run: The folder.
        network: The run's.

    Returns:
        None where a face without box is to be seen by its whole picture.

    Raises:
        InputError: If what was written at its training is broken.
    """
    if network.config.crop == "picture":
        return Placer(BoxRelation(), None) if network.framing is not None else None
    folder = run / FOLDER
    about = folder / "box.json"
    if not about.is_file():
        return None
    try:
        data = json_text.load(about)
        detector = data.pop("detector", None)
        relation = BoxRelation(**data)
        if detector is not None:
            of_found = BoxRelation(**detector.pop("of_found"))
            return Placer(relation, Detecting(**detector, of_found=of_found).found)
    except (BrokenFileError, ValueError, TypeError, KeyError, AttributeError) as error:
        raise InputError(
            say("{about} cannot be read: {error}; train the run again", about=about, error=error)
        ) from error
    weights = folder / "best.safetensors"
    if not weights.is_file():
        return None
    return Placer(relation, FaceFinder(checkpoint.load(weights, network.device)).found)


def finish(
    faces: Sequence[Face], points: Sequence[int], folder: Path, detecting: Detecting | None = None
) -> None:
    """Write into the finder's folder how boxes lie about points: with it the finder is done.

    Args:
        faces: Those trained on.
        points: The points that the run predicts.
        folder: The finder's folder.
        detecting: How the face detector serves the run; None where a finder was trained.

    Raises:
        InputError: If it cannot be written.
    """
    told = asdict(BoxRelation.to_points(faces, points))
    if detecting is not None:
        told["detector"] = asdict(detecting)
    folder.mkdir(parents=True, exist_ok=True)
    write_text(folder / "box.json", json.dumps(told, indent=1) + "\n")
