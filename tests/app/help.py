"""Small folders of faces, and a session with all that hangs on it but the window."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from PIL import Image
from pytestqt.qtbot import QtBot

from kpstudio.app.face_list import FaceListModel
from kpstudio.app.jobs import JobRunner
from kpstudio.app.photos import take_photos
from kpstudio.app.run_book import RunBook
from kpstudio.app.session import Session
from kpstudio.app.suspect_book import SuspectBook
from kpstudio.app.training import TrainingDesk
from kpstudio.core.landmarks import Landmarks, Source
from kpstudio.core.schema import scheme_for_count
from kpstudio.core.shapemodel import shipped_shape_model
from kpstudio.core.splits import Split
from kpstudio.engine.config import TrainConfig
from kpstudio.engine.presets import preset
from kpstudio.io.opening import as_photos
from kpstudio.sample.write import asf_text
from kpstudio.store.project import Project
from kpstudio.store.runs import RunFolder

SCHEME = scheme_for_count(58)
WIDTH, HEIGHT = 96, 72
PATIENCE_MS = 60_000


def face_xy(number: int) -> np.ndarray:
    """Return (58, 2) points of a face that differs from number to number, image frame."""
    mean = shipped_shape_model("imm58").mean
    return np.round(mean * 18 + (44 + number % 5, 36 + number % 3), 2)


def picture(path: Path, number: int = 0) -> Path:
    """Write a picture of noise."""
    path.parent.mkdir(parents=True, exist_ok=True)
    pixels = np.random.default_rng(number).integers(0, 255, (HEIGHT, WIDTH, 3), np.uint8)
    Image.fromarray(pixels).save(path)
    return path


def pts_text(xy_image: np.ndarray) -> str:
    """Return a 300-W file; its pixels count from 1."""
    rows = "\n".join(f"{x + 1:.3f} {y + 1:.3f}" for x, y in xy_image)
    return f"version: 1\nn_points: {len(xy_image)}\n{{\n{rows}\n}}\n"


def faces_folder(root: Path, count: int, unlabelled: int = 0, form: str = "pts") -> Path:
    """Write a folder of ``count`` labelled pictures, f0.png on, and some without labels."""
    root.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        path = picture(root / f"f{number}.png", number)
        xy = face_xy(number)
        text = pts_text(xy) if form == "pts" else asf_text(xy, WIDTH, HEIGHT, path.name)
        path.with_suffix(f".{form}").write_text(text)
    for number in range(unlabelled):
        picture(root / f"plain{number}.png", 100 + number)
    return root


def predicted(number: int, off: float, run: str, points: Sequence[int] | None = None) -> Landmarks:
    """Return a prediction ``off`` pixels beside the points of face ``number``."""
    xy = face_xy(number) + np.array([off, 0.0])
    if points is not None:
        xy[np.setdiff1d(np.arange(len(xy)), points)] = np.nan
    return Landmarks.of(xy, Source.PREDICTION, run)


def stored_run(root: Path, offs: dict[int, float], name: str = "0001-bignet", **choice) -> str:
    """Write a run whose predictions of faces lie ``offs`` pixels beside the truth."""
    ids = [f"f{number}.png#0" for number in offs]
    half = len(ids) // 2
    with Project.open(root) as project:
        run = RunFolder.create(
            project.runs_folder / name,
            preset("bignet", SCHEME).to_json(),
            choice.pop("scheme", SCHEME),
            Split(tuple(ids[:half]), tuple(ids[half:]), "picture"),
            {},
        )
        run.set_state("done")
        project.save_predictions(
            name,
            {f"f{n}.png#0": predicted(n, off, name, **choice) for n, off in offs.items()},
        )
    return name


def quick_config(epochs: int = 1, **changes) -> TrainConfig:
    """Return settings with which a network is trained in no time."""
    config = preset("smallnet", SCHEME).to_json() | {"epochs": epochs, "device": "cpu"}
    return TrainConfig.from_json(config | {"batch_size": 2} | changes)


def add_photos(session: Session, paths: Sequence[Path]) -> None:
    """Take pictures into the project, as the window does with what its thread returns."""
    take_photos(session, *as_photos(paths, session.labels.scheme))


class Desk:
    """A session with its runs, its training and its list of faces."""

    def __init__(self, qtbot: QtBot) -> None:
        self.qtbot = qtbot
        self.jobs = JobRunner()
        self.session = Session(self.jobs)
        self.runs = RunBook(self.session)
        self.training = TrainingDesk(self.session, self.runs)
        self.faces = FaceListModel(self.session, self.runs, SuspectBook(self.session))
        self.said: list[str] = []
        for source in (self.session, self.runs, self.training):
            source.failed.connect(self.said.append)

    def open(self, path: Path) -> None:
        """Open a folder and wait for it."""
        with self.qtbot.waitSignal(self.session.opened, timeout=PATIENCE_MS):
            self.session.open(path)

    def refused(self, path: Path) -> str:
        """Open what cannot be opened, and return the sentence."""
        with self.qtbot.waitSignal(self.session.failed, timeout=PATIENCE_MS) as failed:
            self.session.open(path)
        self.wait(lambda: self.session._opening is None)
        return failed.args[0]

    def wait(self, until) -> None:
        """Wait for what must come."""
        self.qtbot.waitUntil(lambda: bool(until()), timeout=PATIENCE_MS)

    def close(self) -> None:
        """Close as the window does."""
        self.jobs.shutdown()
        self.session.close()
        self.session.deleteLater()
        self.jobs.deleteLater()
