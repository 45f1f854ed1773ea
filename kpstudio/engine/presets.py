"""Settings for people who know no hyperparameters, and those of the class project.

docs/RESULTS.md shows what Best and the class project's reach. Imports no torch.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from kpstudio.core import extensions
from kpstudio.core.errors import InputError
from kpstudio.core.schema import PointSchema
from kpstudio.core.texts import say
from kpstudio.engine.augmentation import SEED_AUGMENTATION, Augmentation
from kpstudio.engine.config import FIXED_INPUT, TrainConfig

SEED_PRESETS = ("smallnet", "bignet", "resnet18")
"""The class project's three."""

DEFAULT_PRESET = "best"
"""For people who did not choose."""

_BEST_AUGMENTATION = Augmentation(
    10.0, 0.02, 0.02, 0.02, 0.02, 0.05, flip=True, light=0.3, blur=0.15, noise=0.02, occlusion=0.2
)
_KEYPOINTNET: Mapping[str, Any] = {
    "network": "keypointnet",
    "head": "neighbours",
    "crop": "face",
    "box_scale": 1.12,
    "loss": "nme",
    "optimiser": "adamw",
    "weight_decay": 0.2,
    "schedule": "one_cycle",
    "ema": 0.99,
    "judge": "nme",
    "test_flip": True,
    "find_face": True,
    "drawn_start": True,
    "augmentation": _BEST_AUGMENTATION,
    "lr": 3e-3,
    "batch_size": 8,
}

PRESETS: Mapping[str, Mapping[str, Any]] = {
    "best": {
        **_KEYPOINTNET, "backbone": "resnet18_half", "input_height": 128, "input_width": 128,
        "epochs": 36, "test_shift": True,
    },
    "fast": {
        **_KEYPOINTNET, "backbone": "resnet18_third", "input_height": 96, "input_width": 96,
        "epochs": 40,
    },
    "thorough": {
        **_KEYPOINTNET, "backbone": "resnet18_half", "input_height": 160, "input_width": 160,
        "epochs": 150, "test_shift": True,
    },
    "smallnet": {
        "network": "smallnet", "input_height": 60, "input_width": 80, "crop": "picture",
        "lr": 1e-4, "batch_size": 8, "epochs": 25,
    },
    "bignet": {
        "network": "bignet", "input_height": 120, "input_width": 160, "crop": "picture",
        "lr": 1e-3, "batch_size": 4, "epochs": 12, "augmentation": SEED_AUGMENTATION,
    },
    "resnet18": {
        "network": "resnet18", "input_height": 224, "input_width": 224, "crop": "face",
        "lr": 1e-3, "batch_size": 32, "epochs": 14, "augmentation": SEED_AUGMENTATION,
    },
}  # fmt: skip
"""Settings by the preset's name, without points, which depend on the scheme."""


def preset(name: str, scheme: PointSchema, points: tuple[int, ...] | None = None) -> TrainConfig:
    """Return the settings that the preset ``name`` has for ``scheme``.

    Args:
        name: A key of `PRESETS`.
        scheme: The scheme of the faces.
        points: The points to predict; by default the nose tip for smallnet, else all.

    Raises:
        InputError: If there is no such preset, or smallnet has no nose tip to predict.
    """
    if name not in PRESETS:
        raise InputError(
            say("preset {name!r} is unknown: use {names}", name=name, names=", ".join(PRESETS))
        )
    chosen = points if points is not None else _default_points(name, scheme)
    config = TrainConfig(points=chosen, preset=name, **PRESETS[name])
    if name not in SEED_PRESETS:
        config = _without_mirroring(config, scheme)
    config.validate(scheme)
    return config


def run_word(config: TrainConfig) -> str:
    """Return what to call a run of ``config``: its preset, unless it has another network.

    It is a word: of what another package brings the name alone.
    """
    own = PRESETS.get(config.preset, {}).get("network")
    return config.preset if own == config.network else extensions.word(config.network)


def with_network(config: TrainConfig, network: str) -> TrainConfig:
    """Return ``config`` for another network, without the settings which that does not have."""
    height, width = FIXED_INPUT.get(network, (config.input_height, config.input_width))
    config = replace(config, network=network, input_height=height, input_width=width)
    if network == "keypointnet":
        return config
    return replace(config, backbone="", head="", pretrained=False, drawn_start=False)


def _without_mirroring(config: TrainConfig, scheme: PointSchema) -> TrainConfig:
    """Return ``config``, mirroring switched off where the scheme or the points do not allow it."""
    points = set(config.points)
    if scheme.paired and all(scheme.mirror[k] in points for k in points):
        return config
    augmentation = replace(config.augmentation, flip=False)
    return replace(config, augmentation=augmentation, test_flip=False)


def _default_points(name: str, scheme: PointSchema) -> tuple[int, ...]:
    if name != "smallnet":
        return tuple(range(scheme.count))
    if "nose tip" in scheme.groups:
        return tuple(sorted(scheme.groups["nose tip"]))
    if "nose tip" in scheme.points:
        return (scheme.index("nose tip"),)
    raise InputError(
        say(
            "smallnet predicts the nose tip, but scheme {scheme} has no point of that name: "
            "choose the points to predict, such as --points 0",
            scheme=scheme.name,
        )
    )
