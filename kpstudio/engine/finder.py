"""Where the face is in a picture without a box, for networks that see face crops.

A second small network looks at the whole picture and places the middles of the four edges of the
face's box, and the landmarks besides, from which it learns what a face is. It is trained by the one
trainer on the very faces of the run. Its box needs to be about right only: the landmarks found in
it tell the box better, and are found again in that, twice.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from itertools import islice
from pathlib import Path

import numpy as np
import torch

from kpstudio.core.errors import InputError, Problem
from kpstudio.core.geometry import Box
from kpstudio.core.labelset import Face
from kpstudio.core.landmarks import FloatArray, Landmarks
from kpstudio.core.schema import BOX_SIZE, PointSchema
from kpstudio.core.splits import Split
from kpstudio.engine import checkpoint
from kpstudio.engine.augmentation import Augmentation
from kpstudio.engine.config import TrainConfig
from kpstudio.engine.crops import face_box, usable_box
from kpstudio.engine.decode import decode
from kpstudio.engine.network import BATCH, Network
from kpstudio.io.atomic import write_text

FOLDER = "finder"
"""The finder's folder within the run's."""

EXAMPLES = 12_000
"""How many faces the finder is shown in its training, each counted as often as it is shown."""

FEWEST_EPOCHS, MOST_EPOCHS = 5, 20

REFINED = 2
"""How often the box is taken anew from the landmarks found in it."""

EDGES = ("box left", "box right", "box top", "box bottom")


@dataclass(frozen=True)
class BoxOfPoints:
    """How the boxes of a set of faces lie about their points.

    Attributes:
        x: From the middle of the points' box to that of the face's, in sides of the points' box.
        y: Likewise.
        side: The side of the face's box, in sides of the points' box; both made square.
    """

    x: float = 0.0
    y: float = 0.0
    side: float = 1.0

    @classmethod
    def of(cls, faces: Sequence[Face], points: Sequence[int]) -> BoxOfPoints:
        """Return the medians over ``faces``, for the boxes that their crops were cut by.

        Args:
            faces: Those with landmarks and a usable box, or points that tell one, count.
            points: The points that will be found.
        """
        found = []
        for face in faces:
            around = _box_around(face, points)
            cut = face_box(face)
            if around is None or cut is None:
                continue
            points_square, box = around.square(), cut.square()
            (x, y), (x_points, y_points) = box.centre, points_square.centre
            side = points_square.width
            found.append(((x - x_points) / side, (y - y_points) / side, box.width / side))
        return cls(*np.median(found, axis=0).tolist()) if found else cls()

    def box(self, xy_image: FloatArray) -> Box | None:
        """Return the face's box in the image frame, given (P, 2) points; NaN where missing.

        None where the points are too close together to tell, as a single one is.
        """
        around = usable_box(xy_image)
        if around is None:
            return None
        points = around.square()
        x, y = points.centre
        side = points.width
        half = self.side * side / 2
        x, y = x + self.x * side, y + self.y * side
        return Box(x - half, y - half, x + half, y + half)


def _box_around(face: Face, points: Sequence[int]) -> Box | None:
    return None if face.landmarks is None else usable_box(face.landmarks.xy_image[list(points)])


def finder_scheme(scheme: PointSchema) -> PointSchema:
    """Return the points that a finder learns: a box by the middles of its edges, and ``scheme``."""
    mirror = (1, 0, 2, 3, *(len(EDGES) + k for k in scheme.mirror))
    return PointSchema("box and points", (*EDGES, *scheme.points), mirror, (), {}, BOX_SIZE)


def finder_config(config: TrainConfig, scheme: PointSchema, faces: int) -> TrainConfig:
    """Return how the finder of a run with ``config`` is trained on ``faces`` faces.

    Args:
        config: The run's settings.
        scheme: What `finder_scheme` returned.
        faces: How many are trained on.
    """
    return TrainConfig(
        network="keypointnet",
        backbone="resnet18_third",
        drawn_start=True,
        head="neighbours",
        points=tuple(range(scheme.count)),
        input_height=96,
        input_width=96,
        crop="picture",
        lr=2e-3,
        batch_size=16,
        epochs=min(MOST_EPOCHS, max(FEWEST_EPOCHS, EXAMPLES // max(faces, 1))),
        seed=config.seed,
        augmentation=Augmentation(
            10.0, 0.15, 0.15, 0.15, 0.15, 0.25, flip=config.augmentation.flip,
            light=0.3, noise=0.03, occlusion=0.2,
        ),
        loss="smooth_l1",
        optimiser="adamw",
        weight_decay=0.01,
        schedule="one_cycle",
        ema=0.99,
        test_flip=config.augmentation.flip,
        device=config.device,
        precision=config.precision,
    )  # fmt: skip


def finder_faces(faces: Sequence[Face]) -> list[Face]:
    """Return the faces to train a finder on: of each picture the largest, with its box's edges."""
    largest: dict[str, tuple[float, Face]] = {}
    for face in faces:
        box = face_box(face)
        if box is None or face.landmarks is None or not face.labelled:
            continue
        square = box.square()
        if square.width > largest.get(face.picture, (0.0, face))[0]:
            (x, y), half = square.centre, square.width / 2
            edges = np.array([[x - half, y], [x + half, y], [x, y - half], [x, y + half]])
            xy = np.concatenate([edges, face.landmarks.xy_image])
            shown = replace(face, landmarks=Landmarks.of(xy), box=None)
            largest[face.picture] = (square.width, shown)
    return [face for _, face in largest.values()]


def finder_split(split: Split, faces: Sequence[Face]) -> Split:
    """Return ``split`` with the ``faces`` alone."""
    kept = {face.id for face in faces}
    training, validation = (
        tuple(i for i in ids if i in kept) for ids in (split.training, split.validation)
    )
    return replace(split, training=training, validation=validation)


class FaceFinder:
    """A trained finder."""

    def __init__(self, network: Network, relation: BoxOfPoints) -> None:
        """Wrap a network of a `finder_scheme`, and say how boxes lie about points."""
        self._network = network
        self._relation = relation

    @classmethod
    def load(cls, run: Path, device: torch.device) -> FaceFinder | None:
        """Read the finder of the run in the folder ``run``; None where it has none that is done.

        Raises:
            InputError: If it is broken.
        """
        path, about = run / FOLDER / "best.safetensors", run / FOLDER / "box.json"
        if not (path.is_file() and about.is_file()):
            return None
        try:
            relation = BoxOfPoints(**json.loads(about.read_text(encoding="utf-8")))
        except (OSError, ValueError, TypeError) as error:
            raise InputError(f"{about} cannot be read: {error}; train the run anew") from error
        return cls(checkpoint.load(path, device), relation)

    def placed(self, faces: Sequence[Face], root: Path, network: Network) -> Iterator[Face]:
        """Yield ``faces``, those that nothing tells the place of with the box that was found.

        Args:
            faces: Faces of any pictures.
            root: Folder that relative picture paths start from.
            network: The landmark network, whose points tell the final box.
        """
        waiting = iter(faces)
        while chunk := list(islice(waiting, BATCH)):
            lost = {face.id: face for face in chunk if face_box(face) is None}
            found = self._boxed(self._network, lost.values(), root, _box_of_edges)
            for _ in range(REFINED):
                found |= self._boxed(network, found.values(), root, self._relation.box)
            for face in chunk:
                yield found.get(face.id, face)

    @staticmethod
    def _boxed(
        network: Network,
        faces: Iterable[Face],
        root: Path,
        box_of: Callable[[FloatArray], Box | None],
    ) -> dict[str, Face]:
        """Return the faces by id with the boxes that ``network`` finds; none of broken pictures."""
        cut = [
            (face, crop)
            for face, crop in decode(tuple(faces), root, network.config)
            if not isinstance(crop, Problem)
        ]
        points = network.landmarks([crop for _, crop in cut])
        return {
            face.id: replace(face, box=box)
            for (face, _), landmarks in zip(cut, points, strict=True)
            if (box := box_of(landmarks.xy_image)) is not None
        }


def _box_of_edges(xy_image: FloatArray) -> Box | None:
    edges = xy_image[: len(EDGES)]
    if not np.isfinite(edges).all():
        return None
    left, right, top, bottom = edges
    x, y = edges.mean(axis=0)
    half = max((right[0] - left[0] + bottom[1] - top[1]) / 4, 1.0)
    return Box(x - half, y - half, x + half, y + half)


def finish(faces: Sequence[Face], points: Sequence[int], folder: Path) -> None:
    """Write into the finder's folder how boxes lie about points: with it the finder is done.

    Args:
        faces: Those trained on.
        points: The points that the run predicts.
        folder: The finder's folder.

    Raises:
        InputError: If it cannot be written.
    """
    text = json.dumps(asdict(BoxOfPoints.of(faces, points)), indent=1) + "\n"
    write_text(folder / "box.json", text)
