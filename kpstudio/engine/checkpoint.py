"""Weights on disk: safetensors, with everything needed to use them in the metadata."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, replace
from importlib import metadata
from pathlib import Path
from typing import Any

import torch
from safetensors import safe_open
from safetensors.torch import save as serialise

from kpstudio.core.errors import InputError
from kpstudio.core.geometry import Box
from kpstudio.core.schema import PointSchema
from kpstudio.core.texts import say
from kpstudio.engine.augmentation import Augmentation
from kpstudio.engine.config import TrainConfig
from kpstudio.engine.crops import Framing
from kpstudio.engine.models import network_text
from kpstudio.engine.network import Network
from kpstudio.io.atomic import write_bytes
from kpstudio.io.formats import json_text
from kpstudio.io.text import BrokenFileError

FORMAT = "kpstudio network 1"


def save(
    network: Network,
    path: Path,
    weights: Mapping[str, torch.Tensor] | None = None,
    **facts: Any,
) -> None:
    """Write ``network`` to ``path``; the old file stays whole until the new one is.

    The metadata's values are JSON under the keys "format", "version", "architecture", "input size"
    ([height, width]), "points" (their names), "config", "scheme", "standardisation"
    ("each picture" or "none"), "framing" and "facts".

    Args:
        network: What to save.
        path: The file, ".safetensors".
        weights: Those to save instead of the ones that it has now.
        facts: JSON-ready values to keep with it, such as the epoch.

    Raises:
        InputError: If it cannot be written; what was there before is then untouched.
    """
    config, scheme = network.config, network.scheme
    about = {
        "format": FORMAT,
        "version": _version(),
        "architecture": network_text(network.model),
        "input size": [config.input_height, config.input_width],
        "points": [scheme.points[k] for k in config.points],
        "config": config.to_json(),
        "scheme": scheme.to_json(),
        "standardisation": _standardisation(config),
        "framing": asdict(network.framing) if network.framing is not None else None,
        "facts": facts,
    }
    weights = network.model.state_dict() if weights is None else weights
    tensors = {name: tensor.detach().cpu().contiguous() for name, tensor in weights.items()}
    write_bytes(path, serialise(tensors, {key: json.dumps(value) for key, value in about.items()}))


def load(path: Path, device: torch.device) -> Network:
    """Read what `save` wrote.

    Raises:
        InputError: If the file is missing, broken, from something else, or its weights do not fit
            the network that it names.
    """
    about, tensors = _read(path)
    if about.get("format") != FORMAT:
        raise InputError(
            say(
                "{path}: these weights were not saved by kpstudio: choose a run's weights",
                path=path,
            )
        )
    try:
        config = TrainConfig.from_json(about["config"])
        scheme = PointSchema.from_json(about["scheme"])
        framing = _framing(about.get("framing"))
        architecture, standardisation = about["architecture"], about["standardisation"]
        size, points = about["input size"], about["points"]
    except (KeyError, TypeError, ValueError, OverflowError, InputError) as error:
        raise InputError(
            say("{path}: its description of itself is damaged ({error})", path=path, error=error)
        ) from error
    _check_agreement(path, config, scheme, size, points)
    network = Network.new(config, scheme, device, framing)
    if network_text(network.model) != architecture or standardisation != _standardisation(config):
        raise InputError(
            say(
                "{path}: its network differs from this version's {network}: use the version of "
                "kpstudio that trained it",
                path=path,
                network=config.network,
            )
        )
    _fill(path, network, tensors)
    return network


def read_weights(path: Path) -> tuple[list[str], TrainConfig, dict[str, torch.Tensor]]:
    """Return the points' names, the settings and the weights of what `save` wrote.

    Raises:
        InputError: If the file is missing, broken or from something else.
    """
    about, tensors = _read(path)
    if str(about.get("format")).startswith("kpstudio training state"):
        raise InputError(
            say(
                "{path}: this file only resumes its own run: to start another, choose "
                "best.safetensors or last.safetensors beside it",
                path=path,
            )
        )
    if about.get("format") != FORMAT:
        raise InputError(
            say(
                "{path}: these weights were not saved by kpstudio: choose a run's weights",
                path=path,
            )
        )
    try:
        return list(map(str, about["points"])), TrainConfig.from_json(about["config"]), tensors
    except (KeyError, TypeError, InputError) as error:
        raise InputError(
            say("{path}: its description of itself is damaged ({error})", path=path, error=error)
        ) from error


def facts_of(path: Path) -> dict[str, Any]:
    """Return the facts that `save` was given.

    Raises:
        InputError: If the file is missing, broken or from something else.
    """
    about, _ = _read(path)
    facts = about.get("facts")
    if not isinstance(facts, dict):
        raise InputError(
            say(
                "{path}: these weights were not saved by kpstudio: choose a run's weights",
                path=path,
            )
        )
    return facts


def _read(path: Path) -> tuple[dict[str, Any], dict[str, torch.Tensor]]:
    if not path.is_file():
        raise InputError(
            say("{path}: there is no such weights file; train the run first", path=path)
        )
    try:
        words, tensors = read_tensors(path)
        about = {k: json_text.loads(w) for k, w in words.items()} if "format" in words else {}
    except BrokenFileError as error:
        raise InputError(
            say(
                "{path}: the weights file is incomplete or damaged ({error}): copy it again, or "
                "train a new run",
                path=path,
                error=error,
            )
        ) from error
    return about, tensors


def read_tensors(path: Path) -> tuple[dict[str, str], dict[str, torch.Tensor]]:
    """Return the words and the tensors of a safetensors file, which nothing in it can run.

    Raises:
        BrokenFileError: If it is something else: a pickle, for one, is not even looked into.
    """
    try:
        with safe_open(path, framework="pt") as file:
            words = file.metadata() or {}
            return words, {name: file.get_tensor(name) for name in file.keys()}  # noqa: SIM118
    except Exception as error:  # the library raises many kinds for what it does not know
        raise BrokenFileError(str(error)[:200] or type(error).__name__) from error


def _framing(data: Any) -> Framing | None:
    if data is None:
        return None
    return Framing(Box(**data["face_crop"]), float(data["aspect"]))


def _check_agreement(
    path: Path, config: TrainConfig, scheme: PointSchema, size: Any, points: Any
) -> None:
    try:
        # How it was trained is over and done; mirrored predictions are only checked against that.
        replace(config, augmentation=Augmentation(), test_flip=False).validate(scheme)
    except InputError as error:
        raise InputError(
            say("{path}: its settings contradict each other ({error})", path=path, error=error)
        ) from error
    if size != [config.input_height, config.input_width]:
        raise InputError(
            say("{path}: it was changed, as it names two input sizes: train a new run", path=path)
        )
    if points != [scheme.points[k] for k in config.points]:
        raise InputError(
            say("{path}: its points are not those of its scheme: train a new run", path=path)
        )


def _fill(path: Path, network: Network, tensors: dict[str, torch.Tensor]) -> None:
    expected = network.model.state_dict()
    for name, tensor in expected.items():
        found = tensors.get(name)
        if found is None:
            raise InputError(
                say(
                    "{path}: the weights of {name} are missing: train a new run",
                    path=path,
                    name=name,
                )
            )
        if found.shape != tensor.shape:
            raise InputError(
                say(
                    "{path}: {name} has the shape {shape} where {network} with {count} "
                    "points needs {needed}",
                    path=path,
                    name=name,
                    shape=tuple(found.shape),
                    network=network.config.network,
                    count=len(network.config.points),
                    needed=tuple(tensor.shape),
                )
            )
    network.model.load_state_dict({name: tensors[name] for name in expected})


def _standardisation(config: TrainConfig) -> str:
    return "each picture" if config.standardise else "none"


def _version() -> str:
    try:
        return metadata.version("kpstudio")
    except metadata.PackageNotFoundError:
        return "unknown"
