"""The command that a run names trains with its very settings."""

from __future__ import annotations

import shlex
from dataclasses import replace
from pathlib import Path

import pytest

from kpstudio.cli.network_commands import training_config
from kpstudio.cli.parsing import parse
from kpstudio.core.extensions import Kind
from kpstudio.core.labelset import LabelSet
from kpstudio.core.schema import scheme_named
from kpstudio.core.splits import Split
from kpstudio.engine.augmentation import Augmentation
from kpstudio.engine.config import TrainConfig
from kpstudio.engine.presets import PRESETS, preset, with_network
from kpstudio.tasks.train_command import train_command
from tests.extending import Bring

SCHEME = scheme_named("imm58")
BY_PERSON = Split(("a#0",), ("b#0",), "person")


def again(command: str) -> TrainConfig:
    """Return the settings that ``command`` trains with."""
    words = shlex.split(command)
    assert words[:2] == ["kpstudio", "train"]
    return training_config(parse(words[1:]), LabelSet(Path("faces"), SCHEME))


@pytest.mark.parametrize("name", PRESETS)
def test_a_preset_is_named_and_nothing_else(name: str) -> None:
    config = preset(name, SCHEME)
    command = train_command(config, SCHEME, BY_PERSON, "my faces", "run")
    assert command == f"kpstudio train 'my faces' --preset {name} --out run"
    assert again(command) == config


@pytest.mark.parametrize("name", PRESETS)
def test_what_was_changed_is_an_option(name: str) -> None:
    own = preset(name, SCHEME, points=(*range(13, 29), 40))
    changed = replace(
        own,
        lr=3e-05,
        batch_size=7,
        epochs=33,
        box_scale=1.7,
        seed=5,
        val_fraction=0.3,
        crop="face",
        loss="wing",
        optimiser="adamw" if own.optimiser == "adam" else "adam",
        weight_decay=0.003,
        schedule="cosine",
        ema=0.9,
        patience=4,
        judge="nme" if own.judge == "mse" else "mse",
        turned_weight=1.5,
        corrected_weight=3.0,
        find_face=not own.find_face,
        test_flip=False,
        precision="fp32",
        device="cpu",
        start=str(Path("before").resolve()),
        augmentation=Augmentation(
            5.0, 0.1, 0.2, 0.3, 0.05, 0.25, flip=False, light=0.4, blur=0.5, noise=0.06,
            occlusion=0.7,
        ),
    )  # fmt: skip
    assert again(train_command(changed, SCHEME, BY_PERSON, "faces", "run")) == changed


def test_a_size_a_backbone_and_a_head_are_options() -> None:
    config = replace(
        preset("best", SCHEME),
        input_height=96,
        input_width=128,
        backbone="mobilenet_v3_small",
        head="neighbours",
        pretrained=True,
        freeze_backbone=True,
    )
    assert again(train_command(config, SCHEME, BY_PERSON, "faces", "run")) == config


def test_settings_without_a_preset_name_the_nearest() -> None:
    config = replace(preset("fast", SCHEME), preset="", lr=0.01)
    command = train_command(config, SCHEME, BY_PERSON, "faces", "run")
    assert command == "kpstudio train faces --preset fast --out run --lr 0.01"
    config = replace(preset("bignet", SCHEME), preset="smallnet")
    assert "--preset bignet" in train_command(config, SCHEME, BY_PERSON, "faces", "run")


@pytest.mark.parametrize("search", ["state:checked yaw>20", "-tag:glasses", "--odd"])
def test_a_search_and_a_list_are_named(search: str) -> None:
    split = Split(("a#0",), ("b#0",), "list", search)
    command = train_command(preset("bignet", SCHEME), SCHEME, split, "faces", "run")
    arguments = parse(shlex.split(command)[1:])
    assert (arguments.where, arguments.val_list) == (search, Path("held-out.txt"))


def test_a_network_of_a_package_is_named(bring: Bring) -> None:
    name = bring(Kind.NETWORK, "tiny = brought_tiny:tiny", "")
    config = with_network(preset("fast", SCHEME), name)
    command = train_command(config, SCHEME, BY_PERSON, "faces", "run")
    assert command == f"kpstudio train faces --preset fast --out run --network {name}"
    assert again(command) == config
