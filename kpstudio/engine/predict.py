"""Use a trained run: points for faces of any pictures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path

from kpstudio.core.errors import InputError, Problem
from kpstudio.core.geometry import Box
from kpstudio.core.labelset import Face
from kpstudio.core.landmarks import FloatArray, Landmarks
from kpstudio.core.progress import Progress
from kpstudio.core.schema import PointSchema
from kpstudio.core.texts import say
from kpstudio.engine import checkpoint
from kpstudio.engine.config import TrainConfig
from kpstudio.engine.crops import Crop
from kpstudio.engine.decode import decode
from kpstudio.engine.device import choose_device
from kpstudio.engine.features import Told, face_features
from kpstudio.engine.looks import looked, over_scheme, spread_of
from kpstudio.engine.network import BATCH, Network
from kpstudio.engine.occlusion import answers_covered
from kpstudio.engine.placing import Placer, load_placer
from kpstudio.engine.turning import upright

WEIGHTS = ("best", "last")


class Predictor:
    """A trained network and the name of its run."""

    def __init__(self, network: Network, run: str, placer: Placer | None = None) -> None:
        """Wrap ``network``; its predictions will carry ``run``."""
        self._network = network
        self._run = run
        self._placer = placer

    @classmethod
    def load(cls, run_dir: Path, which: str = "best", device: str = "auto") -> Predictor:
        """Read the weights of a run.

        Args:
            run_dir: The run's folder; its name becomes the predictions' run.
            which: "best" or "last".
            device: "auto", "cpu", "cuda" or "mps".

        Raises:
            InputError: If there are no such weights, or they are broken.
        """
        if which not in WEIGHTS:
            raise InputError(
                say(
                    "weights {which!r} are unknown: use {names}",
                    which=which,
                    names=" or ".join(WEIGHTS),
                )
            )
        if not run_dir.is_dir():
            raise InputError(
                say(
                    "{run_dir}: there is no such run; name the folder that a training wrote",
                    run_dir=run_dir,
                )
            )
        path = run_dir / f"{which}.safetensors"
        network = checkpoint.load(path, choose_device(device))
        return cls(network, run_dir.resolve().name, load_placer(run_dir, network))

    @property
    def config(self) -> TrainConfig:
        """The settings the network was trained with."""
        return self._network.config

    @property
    def scheme(self) -> PointSchema:
        """The scheme that the predictions are in."""
        return self._network.scheme

    def predict(
        self, faces: Sequence[Face], root: Path, progress: Progress | None = None
    ) -> Iterator[tuple[Face, Landmarks | Problem]]:
        """Yield every face with its predicted points, or with what is wrong with its picture.

        Args:
            faces: Faces of any pictures, labelled or not; where the network takes face crops, the
                box is the face's own, else that of its points, else what is found in the picture,
                else the whole picture; where it takes whole pictures, a photo with a box is cut to
                frame it as in training.
            root: Folder that relative picture paths start from.
            progress: Called after each batch.

        Yields:
            In the order of ``faces``. Landmarks are in the image frame over the full scheme, NaN
            for points that the network does not predict; those of faces without labels say how far
            they scatter.
        """
        yield from predict_faces(self._network, faces, root, self._run, progress, self._placer)

    def features(self, faces: Sequence[Face], root: Path) -> Iterator[tuple[Face, Told]]:
        """Yield every face with what the network makes of it before it answers.

        Args:
            faces: As for `predict`.
            root: Folder that relative picture paths start from.

        Yields:
            In the order of ``faces``; the features as `face_features` tells them.
        """
        crops = crops_seen(self._network, faces, root, self._placer)
        yield from face_features(self._network, crops)

    def covered(
        self, face: Face, root: Path, progress: Progress | None = None
    ) -> tuple[FloatArray, FloatArray, Box]:
        """Return what `answers_covered` tells of a face, and the box that the network saw.

        Args:
            face: As for `predict`; it is looked at in the picture as it stands.
            root: Folder that relative picture paths start from.
            progress: Called with (done, total); False cancels.

        Raises:
            InputError: If its picture cannot be read.
            Cancelled: If ``progress`` asked for it.
        """
        ((_, crop),) = crops_seen(self._network, [face], root, self._placer)
        if isinstance(crop, Problem):
            raise InputError(str(crop))
        return *answers_covered(self._network, crop, progress), crop.box_image

    def looks(
        self, faces: Sequence[Face], root: Path
    ) -> Iterator[tuple[Face, FloatArray | Problem]]:
        """Yield every face with the answers to each look at it, which `predict` sums up.

        Args:
            faces: Faces with a box or points.
            root: Folder that relative picture paths start from.

        Yields:
            In the order of ``faces``; (L, K, 2) answers in the image frame over the full scheme,
            NaN for points that the network does not predict. The first look is the plain one; the
            second is mirrored, if any is (`kpstudio.engine.looks`).
        """
        network = self._network
        crops = crops_seen(network, faces, root, self._placer)
        while batch := list(islice(crops, BATCH)):
            answers = iter(looked(network, [crop for _, crop in batch if isinstance(crop, Crop)]))
            for face, crop in batch:
                yield face, over_scheme(network, next(answers)) if isinstance(crop, Crop) else crop


def predict_faces(
    network: Network,
    faces: Sequence[Face],
    root: Path,
    run: str,
    progress: Progress | None = None,
    placer: Placer | None = None,
) -> Iterator[tuple[Face, Landmarks | Problem]]:
    """Predict as `Predictor.predict` does, with a network that may still be training."""

    def seen(shown: Sequence[Face], turns: int) -> Iterator[tuple[Face, Landmarks | Problem]]:
        both = crops_seen(network, shown, root, placer, turns)
        while batch := list(islice(both, BATCH)):
            yield from _predicted(network, batch, run)

    number = 0
    plain = seen(faces, 0)
    while batch := list(islice(plain, BATCH)):
        yield from upright(batch, root, seen)
        number += len(batch)
        if progress is not None and not progress(number, len(faces)):
            return


def crops_seen(
    network: Network, faces: Sequence[Face], root: Path, placer: Placer | None, turns: int = 0
) -> Iterator[tuple[Face, Crop | Problem]]:
    """Yield every face with what ``network`` is shown of it to predict its points.

    Args:
        network: Says what is cut out.
        faces: Faces of any pictures.
        root: Folder that relative picture paths start from.
        placer: Gives boxes to faces that have none.
        turns: Quarter turns of the pictures, as for `read_crops`.
    """
    placed = faces if placer is None else placer.placed(faces, root, network, turns)
    crops = decode(placed, root, network.config, framing=network.framing, turns=turns)
    return ((face, crop) for face, (_, crop) in zip(faces, crops, strict=True))


def _predicted(
    network: Network, batch: Sequence[tuple[Face, Crop | Problem]], run: str
) -> Iterator[tuple[Face, Landmarks | Problem]]:
    cut = [(face, crop) for face, crop in batch if isinstance(crop, Crop)]
    mean = network.config.test_shift
    # Where there are labels the error itself is known, and nobody asks for doubt.
    asked = [k for k, (face, _) in enumerate(cut) if mean or not face.labelled]
    answers = dict(zip(asked, looked(network, [cut[k][1] for k in asked]), strict=True))
    if mean:
        found = [network.full(answers[k].mean(axis=0), run) for k in range(len(cut))]
    else:
        found = network.landmarks([crop for _, crop in cut], run)
    for k, (face, _) in enumerate(cut):
        if not face.labelled:
            found[k] = replace(found[k], spread=spread_of(network, answers[k]))
    points = iter(found)
    for face, crop in batch:
        yield face, next(points) if isinstance(crop, Crop) else crop
