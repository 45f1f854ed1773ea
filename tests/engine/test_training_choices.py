"""What the settings beyond the seed's do to a training."""

from __future__ import annotations

import errno
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image

from kpstudio.core.errors import InputError
from kpstudio.core.geometry import Box
from kpstudio.core.labelset import Face, FaceState, face_id
from kpstudio.core.landmarks import Landmarks
from kpstudio.core.schema import PointSchema
from kpstudio.core.splits import Split
from kpstudio.engine import checkpoint, course, finder, keeper, trainer
from kpstudio.engine.config import TrainConfig
from kpstudio.engine.control import Control
from kpstudio.engine.ema import MovingAverage
from kpstudio.engine.evaluate import evaluate
from kpstudio.engine.events import Batch, Done, EpochEnd, Event, Notice, Preparing, Started
from kpstudio.engine.failures import TrainingError
from kpstudio.engine.learner import Learner
from kpstudio.engine.network import Network
from kpstudio.engine.predict import Predictor
from tests.engine.conftest import SCHEME, blobs, dots_at
from tests.engine.test_trainer import MakeFaces, halves, of_kind, run

CPU = torch.device("cpu")
ALL = (0, 1, 2)
SMALL = TrainConfig("smallnet", ALL, 60, 80, "picture", 1e-3, 4, 3, device="cpu", precision="fp32")
OTHER = PointSchema("dots4", ("nose tip", "chin", "brow", "left dot"), (0, 1, 2, 3))
KEYPOINTS = replace(
    SMALL, network="keypointnet", backbone="resnet18_third", head="coordinates", crop="face",
    input_height=64, input_width=64, epochs=1,
)  # fmt: skip
RESNET = replace(SMALL, network="resnet18", crop="face", input_height=64, input_width=64, epochs=1)


def loaded(folder: Path, which: str = "best") -> Network:
    return checkpoint.load(folder / "run" / f"{which}.safetensors", CPU)


@pytest.mark.parametrize("loss", ["smooth_l1", "wing", "nme"])
def test_every_loss_learns_by_both_optimisers(
    loss: str, make_faces: MakeFaces, tmp_path: Path
) -> None:
    config = replace(SMALL, loss=loss, epochs=10, lr=3e-3, optimiser="adamw", weight_decay=0.01)
    events = run(config, make_faces(16), tmp_path)
    (started,), (done,) = of_kind(events, Started), of_kind(events, Done)
    assert done.best_val_mse is not None
    assert done.best_val_mse < 0.6 * started.mean_shape_mse


@pytest.mark.parametrize("crop", ["picture", "face"])
def test_the_nme_told_is_the_one_measured_afterwards(
    crop: str, make_faces: MakeFaces, tmp_path: Path
) -> None:
    """Also where the picture is stretched, and by points that are not predicted."""
    faces = make_faces(10)
    for points in (ALL, (2,)):
        config = replace(SMALL, crop=crop, points=points, judge="nme", loss="nme", epochs=2)
        events = run(config, faces, tmp_path)
        (done,) = of_kind(events, Done)
        results = Predictor.load(tmp_path / "run", device="cpu").predict(faces[:4], tmp_path)
        found = {face.id: xy for face, xy in results if isinstance(xy, Landmarks)}
        again = evaluate(found, faces, SCHEME, config, tmp_path)
        assert done.best_val_nme == pytest.approx(again.summary.mean, rel=1e-4)
        ends = of_kind(events, EpochEnd)
        errors = [end.val_nme for end in ends if end.val_nme is not None]
        assert done.best_val_nme == min(errors)
        assert [end.best for end in ends] == [
            e < min([9.0, *errors[:k]]) for k, e in enumerate(errors)
        ]


def test_the_rate_follows_the_schedule_and_is_told(make_faces: MakeFaces, tmp_path: Path) -> None:
    events = run(replace(SMALL, schedule="cosine"), make_faces(12), tmp_path)
    rates = [end.lr for end in of_kind(events, EpochEnd)]
    assert rates[-1] == pytest.approx(1e-6)
    assert rates == sorted(rates, reverse=True)  # type: ignore[type-var]


def test_patience_ends_a_training_that_gets_no_better(
    make_faces: MakeFaces, tmp_path: Path
) -> None:
    events = run(replace(SMALL, lr=1e-12, epochs=30, patience=2), make_faces(8), tmp_path)
    ends, (done,) = of_kind(events, EpochEnd), of_kind(events, Done)
    best = max(end.epoch for end in ends if end.best)
    assert len(ends) == done.epochs == best + 2 < 30
    assert not done.stopped
    (said,) = [n.message for n in of_kind(events, Notice) if "No improvement" in n.message]
    assert said == (
        f"No improvement in 2 epochs: stopped after epoch {best + 2} of 30; "
        f"the best weights are from epoch {best}."
    )


# ---- the moving average


def test_the_average_follows_by_its_share_norms_included(make_faces: MakeFaces) -> None:
    network = Network.new(KEYPOINTS, SCHEME, CPU)
    average = MovingAverage(network, 0.9)
    before = {k: v.clone() for k, v in network.model.state_dict().items()}
    with torch.no_grad():
        for tensor in network.model.state_dict().values():
            tensor.add_(1)
    for step, kept in ((1, 2 / 11), (10_000, 0.9)):
        expected = {
            k: kept * v + (1 - kept) * (before[k] + 1)
            for k, v in average.network.model.state_dict().items()
        }
        average.update(step)
        for name, tensor in average.network.model.state_dict().items():
            if tensor.is_floating_point():
                assert torch.allclose(tensor, expected[name], atol=1e-5), name
            else:
                assert torch.equal(tensor, before[name] + 1)
    assert any("running_mean" in name for name in before)


def test_the_average_is_what_is_judged_saved_and_shown(
    make_faces: MakeFaces, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    learners: list[Learner] = []
    monkeypatch.setattr(
        course, "Learner", lambda *a, **k: learners.append(Learner(*a, **k)) or learners[-1]
    )
    faces = make_faces(10)
    config = replace(KEYPOINTS, ema=0.95, epochs=2)
    events = run(config, faces, tmp_path, watch=lambda: [faces[0]])
    (learner,), last = learners, loaded(tmp_path, "last").model.state_dict()
    assert learner.average is not None
    for name, tensor in learner.average.network.model.state_dict().items():
        assert torch.equal(tensor, last[name])
    live = learner.network.model.state_dict()
    assert any(not torch.equal(tensor, live[name]) for name, tensor in last.items())
    (shown,) = [end.predictions[faces[0].id] for end in of_kind(events, EpochEnd)[-1:]]
    results = Predictor.load(tmp_path / "run", "last", device="cpu").predict(faces[:1], tmp_path)
    ((_, again),) = results
    assert isinstance(again, Landmarks)
    assert np.allclose(shown.xy_image, again.xy_image, atol=1e-4)


# ---- faces


def test_several_faces_of_one_picture_are_each_learnt(tmp_path: Path) -> None:
    rng = np.random.default_rng(3)
    faces = []
    for number in range(8):
        name = f"{number}.png"
        places = [
            dots_at(30 + rng.uniform(-6, 6), 30, 12),
            dots_at(110 + rng.uniform(-6, 6), 34, 14),
        ]
        Image.fromarray(blobs(np.concatenate(places), 150, 72)).save(tmp_path / name)
        for k, xy in enumerate(places):
            box = Box(*(xy.min(axis=0) - 9), *(xy.max(axis=0) + 9))
            faces.append(
                Face(face_id(name, k), name, Landmarks.of(xy), box, state=FaceState.LABELLED)
            )
    split = Split(tuple(f.id for f in faces[4:]), tuple(f.id for f in faces[:4]), "picture")
    config = replace(SMALL, crop="face", epochs=12, lr=3e-3)
    events = list(trainer.train(config, faces, tmp_path, SCHEME, split, tmp_path / "run"))
    (started,) = of_kind(events, Started)
    assert (started.train_faces, started.val_faces) == (12, 4)
    results = Predictor.load(tmp_path / "run", device="cpu").predict(faces[:2], tmp_path)
    for face, found in results:
        assert isinstance(found, Landmarks)
        assert face.landmarks is not None
        assert np.abs(found.xy_image - face.landmarks.xy_image).max() < 15  # not the other face


def test_corrected_faces_pull_harder(make_faces: MakeFaces, tmp_path: Path) -> None:
    faces = make_faces(4)
    again = faces[3].landmarks
    assert again is not None
    # The same picture, labelled twice: no network can answer both.
    moved = Landmarks.of(again.xy_image + 15)
    faces.append(replace(faces[3], id="again", landmarks=moved, state=FaceState.CORRECTED))
    left = []
    for weight in (1.0, 20.0):
        config = replace(SMALL, epochs=30, corrected_weight=weight)
        run(config, faces, tmp_path, held_out=0)
        results = Predictor.load(tmp_path / "run", "last", device="cpu").predict(
            [faces[4]], tmp_path
        )
        ((_, found),) = results
        assert isinstance(found, Landmarks)
        left.append(np.abs(found.xy_image - moved.xy_image).mean())
    assert left[1] < 0.7 * left[0]


# ---- the face finder


@pytest.mark.parametrize("after_epochs", [0, 1])
def test_a_stop_while_the_finder_learns_is_made_up_for(
    after_epochs: int, make_faces: MakeFaces, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tiny = replace(KEYPOINTS, crop="picture", points=(0, 1, 2, 3), epochs=3, batch_size=8)
    monkeypatch.setattr(finder, "finder_config", lambda *_: tiny)
    faces, config = make_faces(8), replace(KEYPOINTS, find_face=True)
    run(config, faces, tmp_path)
    split, folder = halves(faces, 4), tmp_path / "stopped"
    control, events = Control(), []
    for event in trainer.train(config, faces, tmp_path, SCHEME, split, folder, control):
        events.append(event)
        learning = isinstance(event, Preparing) and event.what == "learning where faces are"
        if learning if after_epochs else isinstance(event, EpochEnd):
            control.stop()
    done = events[-1]
    assert isinstance(done, Done)
    assert (done.stopped, done.epochs) == (True, 1)
    Predictor.load(folder, device="cpu")
    before = (folder / "best.safetensors").read_bytes()
    again: list[Event] = list(
        trainer.train(config, faces, tmp_path, SCHEME, split, folder, resume=True)
    )
    assert not of_kind(again, EpochEnd)
    assert not of_kind(again, Batch)
    found = [e.done for e in of_kind(again, Preparing) if e.what == "learning where faces are"]
    assert found == list(range(after_epochs + 1, 4))
    assert not of_kind(again, Done)[0].stopped
    assert (folder / "best.safetensors").read_bytes() == before
    ours, theirs = (
        checkpoint.load(tmp_path / name / "finder" / "best.safetensors", CPU).model.state_dict()
        for name in ("stopped", "run")
    )
    assert all(torch.equal(ours[name], theirs[name]) for name in theirs)


# ---- what goes wrong


def failing(kind: Callable[[], Exception], after: int) -> Callable[..., float]:
    real, steps = Learner.learn, [0]

    def learn(self: Learner, *arguments: object) -> float:
        steps[0] += 1
        if steps[0] > after:
            raise kind()
        return real(self, *arguments)  # type: ignore[arg-type]

    return learn


@pytest.mark.parametrize(
    "error",
    [
        lambda: torch.OutOfMemoryError("CUDA out of memory"),
        lambda: RuntimeError("DefaultCPUAllocator: can't allocate memory"),
    ],
)
def test_out_of_memory_keeps_the_last_good_weights(
    error: Callable[[], Exception], make_faces: MakeFaces, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.setattr(Learner, "learn", failing(error, 3))
    with pytest.raises(TrainingError, match=r"not enough memory.*smaller batch"):
        run(SMALL, make_faces(12), tmp_path)
    assert loaded(tmp_path, "last").config == SMALL
    assert (tmp_path / "run" / "state.safetensors").is_file()


def test_a_full_disk_keeps_the_last_good_weights_and_training_can_go_on(
    make_faces: MakeFaces, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeper, "SHARE", 0.0)
    faces, events = make_faces(12), []
    whole = run(SMALL, faces, tmp_path)
    work = trainer.train(SMALL, faces, tmp_path, SCHEME, halves(faces, 4), tmp_path / "full")
    with (
        monkeypatch.context() as patched,
        pytest.raises(InputError, match=r"No space left on device.*free some disk space.*--resume"),
    ):
        for event in work:
            events.append(event)
            if isinstance(event, EpochEnd):
                patched.setattr(Path, "write_bytes", _full)
    assert len(of_kind(events, EpochEnd)) == 1
    checkpoint.load(tmp_path / "full" / "best.safetensors", CPU)
    again: list[Event] = list(
        trainer.train(
            SMALL, faces, tmp_path, SCHEME, halves(faces, 4), tmp_path / "full", resume=True
        )
    )
    assert of_kind(events, EpochEnd) + of_kind(again, EpochEnd) == of_kind(whole, EpochEnd)


def _full(*_: object) -> None:
    raise OSError(errno.ENOSPC, "No space left on device")
