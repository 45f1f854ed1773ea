from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace

import pytest

from kpstudio.core.errors import InputError
from kpstudio.core.schema import generic_scheme, shipped_schemes
from kpstudio.engine.augmentation import Augmentation
from kpstudio.engine.config import TrainConfig
from kpstudio.engine.presets import PRESETS, preset

IMM58, IBUG68 = shipped_schemes()[:2]


def test_presets_have_the_settings_of_the_class_project() -> None:
    small, big, res = (preset(name, IMM58) for name in ("smallnet", "bignet", "resnet18"))
    assert (small.points, small.input_height, small.input_width) == ((52,), 60, 80)
    assert (small.lr, small.batch_size, small.epochs) == (1e-4, 8, 25)
    assert not small.augmentation.moves
    assert (len(big.points), big.input_height, big.input_width) == (58, 120, 160)
    assert (big.lr, big.batch_size, big.epochs) == (1e-3, 4, 12)
    assert (res.input_height, res.input_width, res.crop) == (224, 224, "face")
    assert (res.lr, res.batch_size, res.epochs) == (1e-3, 32, 14)
    assert big.augmentation == res.augmentation == Augmentation(10.0, 0.1, 0.1, 0.1, 0.0)
    assert preset("resnet18", IBUG68).outputs == 136


@pytest.mark.parametrize("name", PRESETS)
def test_json_gives_the_same_config_back(name: str) -> None:
    config = preset(name, IBUG68)
    assert TrainConfig.from_json(json.loads(json.dumps(config.to_json()))) == config


def test_smallnet_asks_for_points_where_no_nose_tip_is_named() -> None:
    scheme = generic_scheme(5)
    with pytest.raises(InputError, match="such as --points 0"):
        preset("smallnet", scheme)
    assert preset("smallnet", scheme, points=(1, 3)).outputs == 4


def test_nose_tip_is_found_by_the_name_of_a_point() -> None:
    assert preset("smallnet", generic_scheme(3, ("a", "nose tip", "b"))).points == (1,)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"network": "vgg"}, "network 'vgg'"),
        ({"crop": "half"}, "crop 'half'"),
        ({"device": "tpu"}, "device 'tpu'"),
        ({"input_width": 81}, "60 x 80"),
        ({"network": "resnet18", "input_height": 8}, "8 x 80"),
        ({"lr": 0.0}, "learning rate"),
        ({"lr": float("nan")}, "learning rate"),
        ({"batch_size": 0}, "batch size 0"),
        ({"epochs": 0}, "0 epochs"),
        ({"seed": -1}, "seed -1"),
        ({"box_scale": 0.1}, "box scale"),
        ({"val_fraction": 1.0}, "validation fraction"),
        ({"augmentation": Augmentation(rotation_degrees=200)}, "rotation 200"),
        ({"augmentation": Augmentation(shift_up=1.0)}, "shift up"),
        ({"points": ()}, "no points"),
        ({"find_face": True}, "use crop face"),
        ({"freeze_backbone": True}, "must not start from new weights"),
        ({"points": (2, 1)}, "ascending"),
        ({"points": (58,)}, "ends at point 57"),
        ({"points": (13,), "augmentation": Augmentation(flip=True)}, "left eye outer"),
    ],
)
def test_impossible_settings_are_refused_by_name(change: dict[str, object], said: str) -> None:
    config = replace(preset("smallnet", IMM58), **change)  # type: ignore[arg-type]
    with pytest.raises(InputError, match=said):
        config.validate(IMM58)


def test_mirroring_needs_pairs() -> None:
    wing = generic_scheme(12)
    config = replace(preset("bignet", wing), augmentation=Augmentation(flip=True))
    with pytest.raises(InputError, match="points12 has no mirror pairs"):
        config.validate(wing)
    config.validate(replace(wing, mirror=(1, 0, *range(2, 12))))


def test_unknown_presets_are_refused() -> None:
    with pytest.raises(InputError, match="smallnet, bignet, resnet18"):
        preset("hugenet", IMM58)


@pytest.mark.parametrize(
    "data", [{}, {"points": 3}, {"lr": 1, "colour": "red"}, {"points": [0], "network": "bignet"}]
)
def test_json_that_is_no_config_is_refused(data: dict[str, object]) -> None:
    with pytest.raises(InputError, match="not a training configuration"):
        TrainConfig.from_json(data)


def test_config_and_events_import_no_torch() -> None:
    code = (
        "import sys, kpstudio.engine.config, kpstudio.engine.events\n"
        "sys.exit('torch' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
