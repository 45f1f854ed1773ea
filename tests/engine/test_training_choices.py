"""What the settings beyond the seed's do to a training."""

from __future__ import annotations

import errno
from dataclasses import replace
from pathlib import Path

import pytest
import torch

from kpstudio.core.errors import InputError
from kpstudio.engine import checkpoint, trainer
from kpstudio.engine.config import TrainConfig
from kpstudio.engine.ema import MovingAverage
from kpstudio.engine.events import Done, EpochEnd, Event, Notice
from kpstudio.engine.network import Network
from tests.engine.conftest import SCHEME
from tests.engine.test_trainer import MakeFaces, halves, of_kind, run

CPU = torch.device("cpu")
ALL = (0, 1, 2)
SMALL = TrainConfig("smallnet", ALL, 60, 80, "picture", 1e-3, 4, 3, device="cpu", precision="fp32")
KEYPOINTS = replace(
    SMALL, network="keypointnet", backbone="resnet18_half", head="coordinates", crop="face",
    input_height=64, input_width=64, epochs=1,
)  # fmt: skip


def test_patience_ends_a_training_that_gets_no_better(
    make_faces: MakeFaces, tmp_path: Path
) -> None:
    events = run(replace(SMALL, lr=1e-12, epochs=30, patience=2), make_faces(8), tmp_path)
    ends, (done,) = of_kind(events, EpochEnd), of_kind(events, Done)
    best = max(end.epoch for end in ends if end.best)
    assert len(ends) == done.epochs == best + 2 < 30
    assert not done.stopped
    (said,) = [n.message for n in of_kind(events, Notice) if "No better epoch" in n.message]
    assert said == (
        f"No better epoch came in 2: ended after epoch {best + 2} of 30; "
        f"the best weights are those of epoch {best}."
    )


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


def test_a_full_disk_keeps_the_last_good_weights_and_training_can_go_on(
    make_faces: MakeFaces, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    faces, events = make_faces(12), []
    whole = run(SMALL, faces, tmp_path)
    work = trainer.train(SMALL, faces, tmp_path, SCHEME, halves(faces, 4), tmp_path / "full")
    with (
        monkeypatch.context() as patched,
        pytest.raises(InputError, match=r"No space left on device.*make room.*--resume"),
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
