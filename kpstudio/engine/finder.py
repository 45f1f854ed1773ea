"""Where the face is in a picture without a box, for networks that see face crops.

A second small network looks at the whole picture and places the middles of the four edges of the
face's box, and the landmarks besides, from which it learns what a face is. It is trained by the one
trainer on the very faces of the run, where the ready-made face detector does not know them
(`kpstudio.engine.placing`): wings, mice, drawings.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from kpstudio.core.errors import Problem
from kpstudio.core.geometry import Box
from kpstudio.core.labelset import Face
from kpstudio.core.landmarks import FloatArray, Landmarks
from kpstudio.core.schema import BOX_SIZE, PointSchema
from kpstudio.core.splits import Split
from kpstudio.engine.augmentation import Augmentation
from kpstudio.engine.config import TrainConfig
from kpstudio.engine.crops import face_box
from kpstudio.engine.decode import decode
from kpstudio.engine.network import Network

FOLDER = "finder"
"""The finder's folder within the run's."""

EXAMPLES = 12_000
"""How many faces the finder is shown in its training, each counted as often as it is shown."""

FEWEST_EPOCHS, MOST_EPOCHS = 5, 20

EDGES = ("box left", "box right", "box top", "box bottom")


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


@dataclass(frozen=True, eq=False)
class FaceFinder:
    """A trained finder.

    Attributes:
        network: Of a `finder_scheme`.
    """

    network: Network

    def found(self, faces: Sequence[Face], root: Path, turns: int = 0) -> dict[str, Box]:
        """Return the box of each face's picture by the face's id, where there is one.

        Pictures, and so the boxes, are turned by ``turns`` as `read_crops` does.
        """
        return boxes_told(self.network, faces, root, _box_of_edges, turns)


def boxes_told(
    network: Network,
    faces: Sequence[Face],
    root: Path,
    box_of: Callable[[FloatArray], Box | None],
    turns: int = 0,
) -> dict[str, Box]:
    """Return the boxes that ``box_of`` makes of predicted points, by id; none of broken pictures.

    Args:
        network: Predicts the points.
        faces: Faces of any pictures.
        root: Folder that relative picture paths start from.
        box_of: Maps (K, 2) points in the image frame to a box, or None where they tell none.
        turns: Quarter turns of the pictures, as for `read_crops`.
    """
    cut = [
        (face, crop)
        for face, crop in decode(faces, root, network.config, framing=network.framing, turns=turns)
        if not isinstance(crop, Problem)
    ]
    points = network.landmarks([crop for _, crop in cut])
    told = ((face, box_of(xy.xy_image)) for (face, _), xy in zip(cut, points, strict=True))
    return {face.id: box for face, box in told if box is not None}


def _box_of_edges(xy_image: FloatArray) -> Box | None:
    edges = xy_image[: len(EDGES)]
    if not np.isfinite(edges).all():
        return None
    left, right, top, bottom = edges
    x, y = edges.mean(axis=0)
    half = max((right[0] - left[0] + bottom[1] - top[1]) / 4, 1.0)
    return Box(x - half, y - half, x + half, y + half)
