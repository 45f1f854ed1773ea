"""Where a training starts: from another's weights, on some of its points, with a part frozen."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch
from torch import nn

from kpstudio.core.errors import InputError
from kpstudio.core.landmarks import Landmarks
from kpstudio.core.schema import PointSchema
from kpstudio.engine import checkpoint
from kpstudio.engine.augmentation import Augmentation
from kpstudio.engine.config import HEADS, TrainConfig
from kpstudio.engine.events import Done, Notice
from kpstudio.engine.freezing import freeze_backbone, set_training
from kpstudio.engine.network import Network
from kpstudio.engine.predict import Predictor
from kpstudio.engine.presets import preset
from kpstudio.engine.starting import fill
from tests.engine.conftest import SCHEME
from tests.engine.test_trainer import MakeFaces, of_kind, run
from tests.engine.test_training_choices import ALL, CPU, KEYPOINTS, OTHER, RESNET, SMALL, loaded


@pytest.mark.parametrize(
    "config",
    [
        SMALL,
        RESNET,
        replace(KEYPOINTS, head="heatmap"),
        replace(KEYPOINTS, backbone="efficientnet_lite0", head="neighbours", ema=0.9),
    ],
    ids=["smallnet", "resnet18", "keypointnet", "efficientnet"],
)
def test_a_frozen_backbone_stays_to_the_last_bit(
    config: TrainConfig, make_faces: MakeFaces, tmp_path: Path
) -> None:
    """Its norms keep their statistics as well, those of the head do not."""
    faces, config = make_faces(8), replace(config, epochs=1)
    run(config, faces, tmp_path)
    (tmp_path / "run").rename(tmp_path / "first")
    frozen = replace(config, start=str(tmp_path / "first"), freeze_backbone=True)
    run(frozen, faces, tmp_path)
    before = checkpoint.load(tmp_path / "first" / "best.safetensors", CPU).model
    after = loaded(tmp_path).model
    freeze_backbone(after, config)
    head = {name for name, p in after.named_parameters() if p.requires_grad}
    assert head
    changed = {
        name
        for name, tensor in after.state_dict().items()
        if not torch.equal(tensor, before.state_dict()[name])
    }
    statistics = {name for name in changed - head if name.startswith("head.")}
    assert changed == head | statistics
    assert bool(statistics) == (config.network == "keypointnet")


def test_a_frozen_part_is_not_set_to_train() -> None:
    model = nn.Sequential(nn.BatchNorm2d(2), nn.Conv2d(2, 2, 1), nn.BatchNorm2d(2))
    for parameter in model[0].parameters():
        parameter.requires_grad_(False)
    set_training(model)
    assert [part.training for part in model] == [False, True, True]


def test_fine_tuning_begins_where_the_other_training_ended(
    make_faces: MakeFaces, tmp_path: Path
) -> None:
    faces = make_faces(16)
    (first,) = of_kind(run(replace(SMALL, epochs=6), faces, tmp_path), Done)
    (tmp_path / "run").rename(tmp_path / "first")
    for start in (tmp_path / "first", tmp_path / "first" / "best.safetensors"):
        events = run(replace(SMALL, start=str(start), lr=1e-9, epochs=1), faces, tmp_path)
        assert of_kind(events, Done)[0].best_val_mse == pytest.approx(first.best_val_mse, rel=1e-3)
        assert any("Starts from the weights of" in n.message for n in of_kind(events, Notice))


def drawn(config: TrainConfig, scheme: PointSchema, path: Path) -> Network:
    """A network with weights and statistics like no other, saved as ``path``."""
    network = Network.new(replace(config, seed=7), scheme, CPU)
    random = torch.Generator().manual_seed(11)
    with torch.no_grad():
        for tensor in network.model.state_dict().values():
            if tensor.is_floating_point():
                tensor.add_(0.05 * torch.rand(tensor.shape, generator=random))
    checkpoint.save(network, path)
    return network


@pytest.mark.parametrize("head", ["", *HEADS])
def test_points_of_the_same_name_are_taken_over(head: str, tmp_path: Path) -> None:
    """A subset of the points, more of them, or those of another scheme."""
    config = replace(KEYPOINTS, head=head) if head else SMALL
    path = tmp_path / "old.safetensors"
    old = drawn(replace(config, points=(0, 2)), SCHEME, path)
    grey = torch.randint(0, 255, (2, 1, config.input_height, config.input_width)).byte()
    before = old.predict(grey)
    for points, scheme, known in (
        ((1, 2), SCHEME, {1: 1}),
        ((2,), SCHEME, {0: 1}),
        (ALL, SCHEME, {0: 0, 2: 1}),
        ((0, 1, 3), OTHER, {0: 1, 2: 0}),
    ):
        new = Network.new(replace(config, points=points), scheme, CPU)
        said = fill(new, path)
        assert f"{len(known)} of the {len(points)} points by name" in said
        found = new.predict(grey)
        for ours, theirs in known.items():
            assert torch.allclose(found[:, ours], before[:, theirs], atol=1e-5)
        for ours in set(range(len(points))) - set(known):
            assert not torch.allclose(found[:, ours], before[:, 0], atol=1e-3)
            assert not torch.allclose(found[:, ours], before[:, 1], atol=1e-3)


def test_the_best_preset_is_fine_tuned_on_some_of_its_points(
    make_faces: MakeFaces, tmp_path: Path
) -> None:
    small = {"backbone": "resnet18_third", "input_height": 64, "input_width": 64}
    config = replace(
        preset("best", SCHEME), **small, epochs=1, device="cpu", precision="fp32",
        find_face=False, pretrained=False,
    )  # fmt: skip
    faces = make_faces(10)
    run(config, faces, tmp_path)
    (tmp_path / "run").rename(tmp_path / "first")
    few = replace(config, points=(0, 1), start=str(tmp_path / "first"), lr=1e-9)
    events = run(few, faces, tmp_path)
    assert any("2 of the 2 points by name" in n.message for n in of_kind(events, Notice))
    whole, part = (
        Predictor.load(tmp_path / name, device="cpu").predict(faces[:4], tmp_path)
        for name in ("first", "run")
    )
    for (_, first), (_, second) in zip(whole, part, strict=True):
        assert isinstance(first, Landmarks)
        assert isinstance(second, Landmarks)
        # The rate moves nothing, but the norms go on to follow the moved pictures.
        assert np.allclose(second.xy_image[:2], first.xy_image[:2], atol=0.1)
        assert np.isnan(second.xy_image[2]).all()


@pytest.mark.parametrize("head", HEADS)
def test_mirrored_pictures_give_mirrored_points(head: str, tmp_path: Path) -> None:
    config = replace(KEYPOINTS, head=head, test_flip=True, augmentation=Augmentation(flip=True))
    network = drawn(config, SCHEME, tmp_path / "any.safetensors")
    random = torch.Generator().manual_seed(2)
    grey = torch.randint(0, 256, (3, 1, 64, 64), generator=random).byte()
    seen, mirrored = network.predict(grey), network.predict(grey.flip(3))
    back = mirrored[:, list(SCHEME.mirror)]
    assert torch.allclose(back[..., 0], 1 - seen[..., 0], atol=2e-6)
    assert torch.allclose(back[..., 1], seen[..., 1], atol=2e-6)
    other = Network.new(replace(config, test_flip=False), SCHEME, CPU)
    other.model.load_state_dict(network.model.state_dict())
    alone = other.predict(grey.flip(3))[:, list(SCHEME.mirror)]
    assert not torch.allclose(alone[..., 0], 1 - other.predict(grey)[..., 0], atol=1e-3)


def test_weights_of_another_network_are_refused(make_faces: MakeFaces, tmp_path: Path) -> None:
    """Filled in part, a network would go on from a backbone that was only drawn."""
    faces, path = make_faces(8), tmp_path / "old.safetensors"
    drawn(KEYPOINTS, SCHEME, path)
    start = str(path)
    for other in (
        replace(KEYPOINTS, head="heatmap", start=start),
        replace(KEYPOINTS, backbone="resnet18_half", start=start),
        replace(SMALL, start=start),
    ):
        with pytest.raises(
            InputError, match=r"for a keypointnet with backbone .* cannot be used for"
        ):
            run(other, faces, tmp_path)
    with pytest.raises(InputError, match="there is no such weights file"):
        run(replace(SMALL, start=str(tmp_path / "none")), faces, tmp_path)


def test_what_training_goes_on_from_is_no_start(make_faces: MakeFaces, tmp_path: Path) -> None:
    faces = make_faces(8)
    run(replace(SMALL, epochs=1), faces, tmp_path)
    state = replace(SMALL, start=str(tmp_path / "run" / "state.safetensors"))
    with pytest.raises(InputError, match=r"choose best\.safetensors or last\.safetensors beside"):
        run(state, faces, tmp_path)


def test_layers_of_another_size_are_told_in_words(tmp_path: Path) -> None:
    path = tmp_path / "old.safetensors"
    new = Network.new(SMALL, SCHEME, CPU)
    old = drawn(replace(SMALL, points=(0, 2)), SCHEME, path)
    spoilt = {k: v[:1] if k == "fc2.weight" else v for k, v in old.model.state_dict().items()}
    checkpoint.save(old, path, spoilt)
    assert fill(new, path).endswith("; the last layer does not fit and starts from scratch.")
    spoilt = {k: v for k, v in old.model.state_dict().items() if not k.startswith("conv1")}
    checkpoint.save(old, path, spoilt)
    said = fill(new, path)
    assert "2 of the 3 points by name; 1 of its layers does not fit and starts from scratch" in said
