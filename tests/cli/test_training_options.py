from __future__ import annotations

from dataclasses import fields, replace
from pathlib import Path

import pytest

from kpstudio.cli.network_commands import training_config
from kpstudio.cli.parsing import parse
from kpstudio.core.labelset import LabelSet
from kpstudio.core.schema import shipped_schemes
from kpstudio.engine.augmentation import Augmentation
from kpstudio.engine.config import TrainConfig
from kpstudio.engine.presets import preset

IMM = shipped_schemes()[0]


def config(*options: str) -> TrainConfig:
    arguments = parse(["train", "faces", "--out", "run", *options])
    return training_config(arguments, LabelSet(Path("faces"), IMM, ()))


def test_without_options_the_best_preset_is_trained() -> None:
    assert config() == preset("best", IMM)
    assert config("--preset", "fast") == preset("fast", IMM)


def test_every_setting_has_an_option() -> None:
    options = (
        "--preset thorough --points all --lr 0.01 --batch-size 3 --epochs 4 --val-fraction 0.3 "
        "--backbone mobilenet_v3_small --head heatmap --input-size 96x112 --box-scale 1.6 "
        "--pretrained --no-drawn-start --start runs/first --freeze-backbone --seed 7 --loss wing "
        "--optimiser adam --weight-decay 0.3 --schedule cosine --ema 0.5 --patience 9 --judge mse "
        "--turned-weight 2 --corrected-weight 3 --device cpu --precision fp32 --no-test-flip "
        "--no-test-shift "
        "--no-find-face --crop picture --rotation 5 --scale 0.3 --shift 0.2 --no-flip --light 0.1 "
        "--blur 0.4 --noise 0.01 --occlusion 0.6"
    )
    given = config(*options.split())
    assert given == TrainConfig(
        "keypointnet", tuple(range(58)), 96, 112, "picture", 0.01, 3, 4,
        box_scale=1.6, seed=7, val_fraction=0.3, device="cpu", backbone="mobilenet_v3_small",
        head="heatmap", pretrained=True, start=str(Path("runs/first").resolve()),
        freeze_backbone=True, loss="wing", optimiser="adam",
        weight_decay=0.3, schedule="cosine", ema=0.5, patience=9, judge="mse",
        turned_weight=2.0, corrected_weight=3.0, precision="fp32", preset="thorough",
        augmentation=Augmentation(5.0, 0.2, 0.2, 0.2, 0.2, 0.3, False, 0.1, 0.4, 0.01, 0.6),
    )  # fmt: skip
    own = preset("thorough", IMM)
    same = {
        part.name for part in fields(own) if getattr(own, part.name) == getattr(given, part.name)
    }
    assert same == {"network", "points", "standardise", "bias_at_mean", "preset", "detector"}


def test_shifts_may_differ_from_side_to_side() -> None:
    moves = config("--shift", "0.1,0.2,0.3,0").augmentation
    assert (moves.shift_left, moves.shift_right, moves.shift_up, moves.shift_down) == (
        0.1, 0.2, 0.3, 0.0,
    )  # fmt: skip


def test_what_no_longer_fits_goes_along() -> None:
    own = preset("best", IMM)
    assert (own.test_flip, own.find_face) == (True, True)
    assert config("--no-flip") == replace(
        own, test_flip=False, augmentation=replace(own.augmentation, flip=False)
    )
    assert config("--crop", "picture") == replace(own, crop="picture", find_face=False)
    assert config("--input-size", "64").input_width == 64


@pytest.mark.parametrize(
    "option",
    ["--shift=0.1,0.2", "--shift=1", "--input-size=1x2x3", "--input-size=wide", "--blur=1.5",
     "--ema=1", "--patience=-1", "--weight-decay=nan", "--rotation=181", "--box-scale=0",
     "--loss=l3", "--pretrained=yes"],
)  # fmt: skip
def test_what_is_out_of_range_is_refused_before_anything_is_opened(
    option: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stop:
        config(option)
    assert stop.value.code == 2
    assert option.partition("=")[0] in capsys.readouterr().err


def test_the_help_tells_the_options_in_groups(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        parse(["train", "--help"])
    told = capsys.readouterr().out
    assert "usage: kpstudio train PATH --out RUN [OPTION ...]" in told
    assert "augmentation: changes of the training pictures:" in told
    assert max(len(line) for line in told.splitlines()) <= 100
