"""Wings, paws and whatever else has points: opened, trained on, measured and exported."""

from __future__ import annotations

import csv
import math
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw

from kpstudio.core.errors import InputError
from kpstudio.core.labelset import LabelSet
from kpstudio.core.schema import generic_scheme
from kpstudio.engine.augmentation import Augmentation
from kpstudio.engine.config import TrainConfig
from kpstudio.engine.events import Done
from kpstudio.engine.presets import PRESETS, preset
from kpstudio.io.choosing import LabelChoice
from kpstudio.io.exporting import export
from kpstudio.io.opening import open_path
from kpstudio.tasks.evaluating import evaluate_run
from kpstudio.tasks.training import choose_split, train_run

NAMES = ("snout", "withers", "tail base", "tail tip", "front paw", "hind paw")
SEEN = ((0.85, 0.35), (0.65, 0.3), (0.3, 0.35), (0.08, 0.2), (0.7, 0.7), (0.35, 0.75))
"""An animal from the side, as fractions of the picture."""


def write_animals(folder: Path, count: int = 8) -> Path:
    """Write pictures of a beast of lines, and a table of its points, some of them missing."""
    folder.mkdir()
    rng = np.random.default_rng(5)
    with (folder / "labels.csv").open("w", newline="") as file:
        table = csv.writer(file)
        table.writerow(["image", *(f"{name}_{axis}" for name in NAMES for axis in "xy")])
        for number in range(count):
            xy = np.array(SEEN) * (96, 72) + rng.normal(0, 2, (6, 2))
            picture = Image.new("L", (96, 72), 40)
            ImageDraw.Draw(picture).line([tuple(point) for point in xy], fill=220, width=3)
            name = f"beast {number}.png"
            picture.save(folder / name)
            cells = [f"{value:.2f}" for value in xy.ravel()]
            if number % 3 == 0:
                cells[6:8] = ["", ""]
            table.writerow([name, *cells])
    return folder


def small(name: str, labels: LabelSet) -> TrainConfig:
    """The preset of a network, for all points, cut down to run at once."""
    config = preset(name, labels.scheme, tuple(range(labels.scheme.count)))
    side = {"input_height": 64, "input_width": 64} if name == "resnet18" else {}
    return replace(config, epochs=1, batch_size=4, device="cpu", **side)


def does_it_all(labels: LabelSet, name: str, folder: Path) -> None:
    """Train, measure, predict and export."""
    config = small(name, labels)
    assert not config.augmentation.flip
    run = folder / name
    *_, done = train_run(labels, config, choose_split(labels, 0.3), run)
    assert isinstance(done, Done)
    result = evaluate_run(run, labels)
    found = result.to_json()
    assert found["faces"] == len(labels)
    assert found["nme"]["normaliser"] == "box size"
    assert math.isfinite(found["mse"])
    assert math.isfinite(found["nme"]["mean"])
    assert "length" not in result.sentences()
    predicted = result.predictions[next(iter(labels)).id]
    assert predicted.present.all()


@pytest.mark.parametrize("name", PRESETS)
def test_an_animal_goes_through_the_whole_job(tmp_path: Path, name: str) -> None:
    opened = open_path(write_animals(tmp_path / "beasts"))
    labels = opened.labels
    assert labels.scheme == generic_scheme(6, NAMES)
    assert opened.problems == ()
    does_it_all(labels, name, tmp_path)
    report = export(labels, list(labels), "json", tmp_path / "out")
    assert report.faces == len(labels)
    again = open_path(report.files[0]).labels
    assert again.scheme == labels.scheme
    assert [face.landmarks.present.sum() for face in again if face.landmarks] == [
        face.landmarks.present.sum() for face in labels if face.landmarks
    ]


def test_a_mirrored_animal_would_be_labelled_wrongly(tmp_path: Path) -> None:
    labels = open_path(write_animals(tmp_path / "beasts", 4)).labels
    config = replace(small("bignet", labels), augmentation=Augmentation(flip=True))
    with pytest.raises(InputError, match="no mirror pairs"):
        list(train_run(labels, config, choose_split(labels, 0.3), tmp_path / "run"))


def few(labels: LabelSet, count: int = 6) -> LabelSet:
    faces = [face for face in labels if face.labelled][:count]
    return LabelSet(labels.root, labels.scheme, faces)


@pytest.mark.parametrize("name", ["bignet", "resnet18"])
def test_real_wings_go_through_the_whole_job(
    shared_data: Callable[[str], Path], tmp_path: Path, name: str
) -> None:
    opened = open_path(shared_data("wings"), choice=LabelChoice(("csv",)))
    assert opened.labels.scheme == generic_scheme(12)
    does_it_all(few(opened.labels), name, tmp_path)


@pytest.mark.parametrize("name", ["bignet", "resnet18"])
def test_a_real_mouse_goes_through_the_whole_job(
    shared_data: Callable[[str], Path], tmp_path: Path, name: str
) -> None:
    labels = open_path(shared_data("mouse")).labels
    assert labels.scheme.count == 17
    assert labels.scheme.points[6] == "nose_top"
    assert not labels.scheme.paired
    does_it_all(few(labels), name, tmp_path)
