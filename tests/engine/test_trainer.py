from __future__ import annotations

import json
import math
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

import numpy as np
import pytest
import torch
from safetensors import safe_open
from safetensors.torch import load_file

from kpstudio.core.errors import InputError, Problem
from kpstudio.core.labelset import Face
from kpstudio.core.landmarks import Landmarks, Source
from kpstudio.core.splits import Split
from kpstudio.engine import checkpoint, trainer, tuning
from kpstudio.engine.augmentation import Augmentation
from kpstudio.engine.config import TrainConfig
from kpstudio.engine.control import Control
from kpstudio.engine.evaluate import evaluate
from kpstudio.engine.events import Batch, Done, EpochEnd, Event, Notice, Preparing, Started
from kpstudio.engine.failures import TrainingError
from kpstudio.engine.learner import Learner
from kpstudio.engine.network import Network
from kpstudio.engine.predict import Predictor
from tests.engine.conftest import SCHEME

MakeFaces = Callable[[int], list[Face]]
T = TypeVar("T", bound=Event)

ALL = (0, 1, 2)
SMALL = TrainConfig("smallnet", ALL, 60, 80, "picture", 1e-3, 4, 3, device="cpu", precision="fp32")


def halves(faces: list[Face], held_out: int) -> Split:
    ids = tuple(face.id for face in faces)
    return Split(ids[held_out:], ids[:held_out], "picture")


def saved_epoch(path: Path) -> int:
    with safe_open(path, framework="pt") as file:
        return int(json.loads(file.metadata()["facts"])["epoch"])


def run(
    config: TrainConfig, faces: list[Face], root: Path, held_out: int = 4, **more: Any
) -> list[Event]:
    split = halves(faces, held_out)
    return list(trainer.train(config, faces, root, SCHEME, split, root / "run", **more))


def of_kind(events: list[Event], kind: type[T]) -> list[T]:
    return [event for event in events if isinstance(event, kind)]


def test_a_training_tells_its_story_in_order_and_learns(
    make_faces: MakeFaces, tmp_path: Path
) -> None:
    faces = make_faces(20)
    events = run(replace(SMALL, epochs=25), faces, tmp_path)
    names = [event.name for event in events]
    assert names.index("preparing") < names.index("started") < names.index("batch")
    assert names.index("batch") < names.index("epoch")
    assert names[-1] == "done"
    (started,) = of_kind(events, Started)
    assert (started.train_faces, started.val_faces) == (16, 4)
    assert (started.batches_per_epoch, started.epochs, started.device) == (4, 25, "cpu")
    assert of_kind(events, Preparing)[-1] == Preparing(20, 20)
    assert of_kind(events, Batch)[0].step == 1
    ends = of_kind(events, EpochEnd)
    assert [end.epoch for end in ends] == list(range(1, 26))
    (done,) = of_kind(events, Done)
    errors = [end.val_mse for end in ends if end.val_mse is not None]
    assert done.best_val_mse == min(errors) < 0.5 * started.mean_shape_mse
    assert [end.best for end in ends] == [e < min([1.0, *errors[:k]]) for k, e in enumerate(errors)]
    assert (done.epochs, done.stopped) == (25, False)
    assert not ends[-1].collapsed


def test_best_weights_give_the_best_validation_mse_again(
    make_faces: MakeFaces, tmp_path: Path
) -> None:
    faces = make_faces(12)
    missing = faces[1].landmarks
    assert missing is not None
    xy = missing.xy_image.copy()
    xy[1] = np.nan
    faces[1] = replace(faces[1], landmarks=Landmarks.of(xy))
    for config in (SMALL, replace(SMALL, network="resnet18", input_height=64, input_width=64,
                                  crop="face", epochs=1)):  # fmt: skip
        (done,) = of_kind(run(config, faces, tmp_path), Done)
        results = Predictor.load(tmp_path / "run", device="cpu").predict(faces[:4], tmp_path)
        found = {face.id: xy for face, xy in results if isinstance(xy, Landmarks)}
        again = evaluate(found, faces, SCHEME, config, tmp_path)
        assert len(again.per_face) == 4
        assert again.mse == pytest.approx(done.best_val_mse, abs=1e-7)


def test_the_same_seed_gives_the_same_numbers(make_faces: MakeFaces, tmp_path: Path) -> None:
    faces = make_faces(10)
    config = replace(SMALL, augmentation=Augmentation(10, 0.1, 0.1, 0.1, 0.1, flip=True))
    stories = [
        [(end.train_mse, end.val_mse) for end in of_kind(events, EpochEnd)]
        for events in (
            run(config, faces, tmp_path),
            run(config, faces, tmp_path),
            run(replace(config, seed=1), faces, tmp_path),
        )
    ]
    assert stories[0] == stories[1] != stories[2]


def test_mean_shape_mse_is_that_of_the_mean_training_target(
    make_faces: MakeFaces, tmp_path: Path
) -> None:
    faces = make_faces(9)
    xy = np.stack([f.landmarks.xy_image for f in faces if f.landmarks]) / [96, 72]
    for held_out in (3, 0):
        (started,) = of_kind(run(replace(SMALL, epochs=1), faces, tmp_path, held_out), Started)
        judged = xy[:held_out] if held_out else xy
        expected = ((judged - xy[held_out:].mean(axis=0)) ** 2).mean()
        assert started.mean_shape_mse == pytest.approx(expected, rel=1e-4)


def test_without_held_out_faces_the_lowest_training_error_is_best(
    make_faces: MakeFaces, tmp_path: Path
) -> None:
    events = run(SMALL, make_faces(8), tmp_path, held_out=0)
    assert all(end.val_mse is None for end in of_kind(events, EpochEnd))
    assert of_kind(events, Done)[0].best_val_mse is None
    assert (tmp_path / "run" / "best.safetensors").is_file()


def test_watched_faces_get_fresh_predictions(make_faces: MakeFaces, tmp_path: Path) -> None:
    faces = make_faces(8)
    broken = Face("gone#0", "gone.png")
    events = run(SMALL, faces, tmp_path, watch=lambda: [faces[0], broken])
    ends = of_kind(events, EpochEnd)
    assert [list(end.predictions) for end in ends] == [[faces[0].id]] * 3
    points = [end.predictions[faces[0].id] for end in ends]
    assert points[0].source is Source.PREDICTION
    assert not np.allclose(points[0].xy_image, points[2].xy_image)


def test_stopping_in_an_epoch_keeps_best_and_last(make_faces: MakeFaces, tmp_path: Path) -> None:
    control = Control()
    events: list[Event] = []
    faces = make_faces(12)
    work = trainer.train(
        replace(SMALL, epochs=50), faces, tmp_path, SCHEME, halves(faces, 4), tmp_path, control
    )
    for event in work:
        events.append(event)
        if isinstance(event, EpochEnd) and event.epoch == 2:
            control.stop()
    done = events[-1]
    assert isinstance(done, Done)
    assert (done.stopped, done.epochs) == (True, 2)
    best = [end.epoch for end in of_kind(events, EpochEnd) if end.best][-1]
    assert saved_epoch(tmp_path / "best.safetensors") == best
    assert saved_epoch(tmp_path / "last.safetensors") == 2


def test_stopping_before_the_first_epoch_ends_still_leaves_a_usable_run(
    make_faces: MakeFaces, tmp_path: Path
) -> None:
    control = Control()
    faces = make_faces(12)
    for event in trainer.train(
        SMALL, faces, tmp_path, SCHEME, halves(faces, 4), tmp_path / "run", control
    ):
        if isinstance(event, Batch):
            control.stop()
        last = event
    assert isinstance(last, Done)
    assert (last.epochs, last.best_val_mse, last.stopped) == (0, None, True)
    for which in ("best", "last"):
        predictor = Predictor.load(tmp_path / "run", which, device="cpu")
        assert len(list(predictor.predict(faces, tmp_path))) == 12


def test_stopping_while_decoding_ends_at_once(make_faces: MakeFaces, tmp_path: Path) -> None:
    control = Control()
    control.stop()
    events = run(SMALL, make_faces(6), tmp_path, control=control)
    assert [event.name for event in events] == ["done"]


def test_a_loss_that_is_no_number_ends_in_one_sentence(
    make_faces: MakeFaces, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    faces = make_faces(8)
    run(replace(SMALL, epochs=1), faces, tmp_path)
    kept = (tmp_path / "run" / "best.safetensors").read_bytes()
    monkeypatch.setattr(Network, "__call__", lambda self, grey: torch.full((4, 3, 2), math.nan))
    with pytest.raises(TrainingError, match=r"no longer a number.*lower learning rate"):
        run(SMALL, faces, tmp_path)
    assert (tmp_path / "run" / "best.safetensors").read_bytes() == kept


@pytest.mark.parametrize("held_out", [0, 4])
def test_weights_that_become_no_numbers_in_an_epochs_last_step_are_not_kept(
    make_faces: MakeFaces, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, held_out: int
) -> None:
    descend = Learner._descend

    def diverging(learner: Learner, loss: torch.Tensor) -> None:
        descend(learner, loss)
        if learner.steps_done == 3:  # two steps an epoch
            with torch.no_grad():
                next(learner.network.model.parameters()).fill_(math.nan)

    monkeypatch.setattr(Learner, "_descend", diverging)
    faces = make_faces(8 + held_out)
    with pytest.raises(TrainingError, match=r"no longer a number \(in epoch 2"):
        run(replace(SMALL, batch_size=4), faces, tmp_path, held_out)
    for name in ("best", "last"):
        weights = load_file(tmp_path / "run" / f"{name}.safetensors")
        assert all(bool(torch.isfinite(part).all()) for part in weights.values())


def test_a_network_that_answers_one_shape_is_called_collapsed(
    make_faces: MakeFaces, tmp_path: Path
) -> None:
    events = run(replace(SMALL, lr=1e-9, epochs=2, standardise=False), make_faces(12), tmp_path)
    assert [end.collapsed for end in of_kind(events, EpochEnd)] == [True, True]


def test_a_broken_picture_does_not_stop_the_rest(make_faces: MakeFaces, tmp_path: Path) -> None:
    faces = make_faces(10)
    for k in (1, 7):
        (tmp_path / faces[k].picture).write_bytes(b"no picture")
    events = run(
        replace(SMALL, epochs=1), [*faces[:9], replace(faces[9], landmarks=None)], tmp_path
    )
    started = of_kind(events, Started)[0]
    assert (started.train_faces, started.val_faces) == (4, 3)
    messages = [notice.message for notice in of_kind(events, Notice)]
    assert len(messages) == 4  # the last says how it computes
    assert all(f"0{k}.png" in " ".join(messages) for k in (1, 7))
    results = Predictor.load(tmp_path / "run", device="cpu").predict(faces, tmp_path)
    wrong = [face.picture for face, result in results if isinstance(result, Problem)]
    assert wrong == ["01.png", "07.png"]


def test_nothing_to_train_on_is_an_input_error(make_faces: MakeFaces, tmp_path: Path) -> None:
    faces = make_faces(4)
    with pytest.raises(InputError, match="no faces to train on"):
        run(SMALL, [replace(face, landmarks=None) for face in faces], tmp_path)
    for face in faces:
        (tmp_path / face.picture).write_bytes(b"")
    with pytest.raises(InputError, match="none of the 3 pictures"):
        run(SMALL, faces, tmp_path, held_out=1)


def test_settings_are_checked_before_anything_is_read(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="ends at point 2"):
        run(replace(SMALL, points=(5,)), [], tmp_path)


def test_the_last_bias_starts_at_the_mean_target_if_asked(
    make_faces: MakeFaces, tmp_path: Path
) -> None:
    faces = make_faces(6)
    for config, near in ((SMALL, True), (replace(SMALL, bias_at_mean=False), False)):
        run(replace(config, lr=1e-9, epochs=1), faces, tmp_path, held_out=2)
        network = checkpoint.load(tmp_path / "run" / "last.safetensors", torch.device("cpu"))
        xy = np.stack([f.landmarks.xy_image for f in faces[2:] if f.landmarks])
        mean = ((xy + 0.5) / [96, 72]).mean(axis=0).ravel()
        bias = network.model.get_parameter("fc2.bias").detach().numpy()
        assert np.allclose(bias, mean, atol=1e-5) == near


def stopped_after_an_epoch(config: TrainConfig, faces: list[Face], root: Path) -> EpochEnd:
    control = Control()
    for event in trainer.train(
        config, faces, root, SCHEME, halves(faces, 4), root / "run", control
    ):
        if isinstance(event, EpochEnd):
            control.stop()
            end = event
    return end


def test_stopping_while_a_resumed_run_is_decoded_forgets_nothing(
    make_faces: MakeFaces, tmp_path: Path
) -> None:
    faces, control = make_faces(8), Control()
    end = stopped_after_an_epoch(SMALL, faces, tmp_path)
    control.stop()
    (done,) = run(SMALL, faces, tmp_path, control=control, resume=True)
    assert isinstance(done, Done)
    assert (done.best_val_mse, done.epochs, done.stopped) == (end.val_mse, 1, True)
    assert done.best_val_nme == end.val_nme
    assert done.seconds > 0


def test_a_run_goes_on_where_its_precision_cannot_be_had(
    make_faces: MakeFaces, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    faces, config = make_faces(8), replace(SMALL, precision="bf16")
    stopped_after_an_epoch(config, faces, tmp_path)
    monkeypatch.setattr(trainer, "precisions", lambda _: ("fp32",))
    monkeypatch.setattr(tuning, "_POSSIBLE", {})
    events = run(config, faces, tmp_path, resume=True)
    (started,) = of_kind(events, Started)
    assert (started.precision, started.resumed_after) == ("fp32", 1)
    said = [notice.message for notice in of_kind(events, Notice)]
    assert any("the run began in bf16, which this computer's cpu" in message for message in said)
    assert of_kind(events, Done)[0].epochs == 3
