"""The weights a training begins with: random ones, or what was learnt before."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import torch
from torch import Tensor

from kpstudio import resources
from kpstudio.core.errors import InputError
from kpstudio.core.schema import PointSchema
from kpstudio.core.texts import say, say_count
from kpstudio.engine import checkpoint, data
from kpstudio.engine.config import TrainConfig
from kpstudio.engine.data import FaceTensors
from kpstudio.engine.freezing import freeze_backbone
from kpstudio.engine.models import KeypointNet, full_layers
from kpstudio.engine.network import Network


def first_network(
    config: TrainConfig,
    scheme: PointSchema,
    training: FaceTensors,
    device: torch.device,
    anew: bool = True,
    weights: Mapping[str, Tensor] | None = None,
) -> tuple[Network, str]:
    """Return the network to train, and a sentence on the weights it starts from, or "".

    Args:
        config: Its settings, which say where it starts.
        scheme: The scheme of its points.
        training: The faces to train on.
        device: Where its weights go.
        anew: False where its weights are replaced afterwards.
        weights: What a keypointnet's backbone has learnt from ImageNet, if it starts from that;
            those of ``config.start`` go on top.

    Raises:
        InputError: If the weights to start from cannot be read, or none of them fits.
    """
    network = Network.new(config, scheme, device, training.framing)
    if config.bias_at_mean:
        _begin_at(data.mean_shape(training.targets), network)
    if weights is not None:
        assert isinstance(network.model, KeypointNet)
        network.model.backbone.load_state_dict(weights)
    said = ""
    if anew and config.start:
        said = fill(network, Path(config.start))
    elif anew and config.starts_drawn:
        said = fill_from_drawn(network)
    if config.freeze_backbone:
        freeze_backbone(network.model, config)
    return network, said


@torch.no_grad()
def _begin_at(mean_shape: Tensor, network: Network) -> None:
    """Let the untrained network answer about the (P, 2) mean target.

    A network of another package whose last full layer does not answer begins as it was made.
    """
    begin = getattr(network.model, "begin_at", None)
    if callable(begin):
        begin(mean_shape.to(network.device))
        return
    for layer in full_layers(network.model)[-1:]:
        if layer.bias is not None and layer.out_features == mean_shape.numel():
            layer.bias.copy_(mean_shape.flatten())


def fill(network: Network, start: Path) -> str:
    """Take over all the weights of ``start`` that fit into ``network``; say in a sentence which.

    What belongs to single points is taken over for the points of the same name.

    Args:
        network: Its weights are replaced.
        start: A run's folder, whose best weights are taken, or a file of weights.

    Raises:
        InputError: If there are no such weights, or they are those of another network.
    """
    path = start / "best.safetensors" if start.is_dir() else start
    names, old, theirs = checkpoint.read_weights(path)
    _require_same_network(path, old, network.config)
    points = [network.scheme.points[k] for k in network.config.points]
    by_point = _by_point(network) if points != names else {}
    left_over = _take(network, theirs, points, names, by_point)
    if left_over is None:
        raise InputError(say("{path}: none of its weights fit: start from another run", path=path))
    return _in_words(path, points, names, left_over, by_point)


def fill_from_drawn(network: Network) -> str:
    """Take over the weights that kpstudio learnt on faces that it drew; say so in a sentence.

    They are of the head "neighbours" and the points of IMM. Another head takes the backbone's only,
    other points start anew but for those of the same name.

    Args:
        network: Its weights are replaced; its settings have ``starts_drawn``.
    """
    config = network.config
    path = resources.path(f"weights/{config.backbone}.safetensors")
    names, old, theirs = checkpoint.read_weights(path)
    if old.head != config.head:
        theirs = {name: w for name, w in theirs.items() if name.startswith("backbone.")}
    points = [network.scheme.points[k] for k in config.points]
    _take(network, theirs, points, names, _by_point(network) if points != names else {})
    return say("Starts from weights that kpstudio learnt on faces it drew itself.")


def _take(
    network: Network,
    theirs: Mapping[str, Tensor],
    points: list[str],
    names: list[str],
    by_point: Mapping[str, Tensor],
) -> list[str] | None:
    """Take over what fits of the weights of a network that predicts the points ``names``.

    Returns:
        The weights that stay as they were; None where nothing fits, and nothing was taken over.
    """
    ours = network.model.state_dict()
    taken: dict[str, Tensor] = {}
    for name, tensor in ours.items():
        found = theirs.get(name)
        if found is None:
            continue
        if name in by_point:
            rows = _for_points(tensor, found, points, names)
            if rows is not None:
                taken[name] = rows
        elif found.shape == tensor.shape:
            taken[name] = found
    if not any(name.endswith("weight") for name in taken):
        return None
    network.model.load_state_dict({**ours, **taken})
    return [name for name in ours if name not in taken]


def _require_same_network(path: Path, old: TrainConfig, new: TrainConfig) -> None:
    """Check that the weights of ``old`` mean the same in ``new``, where names and sizes may agree.

    Raises:
        InputError: If a layer that they would not fill were left as it was drawn.
    """
    if _layers(old) != _layers(new):
        raise InputError(
            say(
                "{path}: its weights are for a {old} and cannot be used for a {new}: choose the "
                "same network, or start from another run",
                path=path,
                old=_layers(old),
                new=_layers(new),
            )
        )


def _layers(config: TrainConfig) -> str:
    if config.network != "keypointnet":
        return config.network
    return say(
        "{network} with backbone {backbone} and head {head}",
        network=config.network,
        backbone=config.backbone,
        head=config.head,
    )


def _by_point(network: Network) -> dict[str, Tensor]:
    """Return the weights that belong to single points, as a network of one more point has them."""
    config = network.config
    more = replace(config, points=tuple(range(len(config.points) + 1)), pretrained=False)
    other = Network.new(more, network.scheme, torch.device("cpu")).model.state_dict()
    ours = network.model.state_dict()
    return {name: ours[name] for name in ours if other[name].shape != ours[name].shape}


def _for_points(ours: Tensor, theirs: Tensor, points: list[str], names: list[str]) -> Tensor | None:
    """Return ``ours`` with the rows of the points that ``theirs`` has; None if it does not fit.

    Rows go point by point: first all of the first point, then all of the second.
    """
    each = len(ours) // len(points)
    if theirs.shape != (each * len(names), *ours.shape[1:]) or len(ours) != each * len(points):
        return None
    result = ours.clone()
    mine, other = result.view(len(points), each, -1), theirs.reshape(len(names), each, -1)
    for k, name in enumerate(points):
        if name in names:
            mine[k] = other[names.index(name)].to(mine.device)
    return result


def _in_words(
    path: Path,
    points: list[str],
    names: list[str],
    left_over: list[str],
    by_point: Mapping[str, Tensor],
) -> str:
    said = say("Starts from the weights of {path}", path=path)
    if by_point and not set(left_over) & set(by_point):
        said = say(
            "{said}, which know {shared} of the {count} points by name",
            said=said,
            shared=sum(name in names for name in points),
            count=len(points),
        )
    if not left_over:
        return say("{said}.", said=said)
    if set(left_over) <= set(by_point):
        return say("{said}; the last layer does not fit and starts from scratch.", said=said)
    return say_count(
        "{said}; 1 of its layers does not fit and starts from scratch.",
        "{said}; {count} of its layers do not fit and start from scratch.",
        len({name.rpartition(".")[0] for name in left_over}),
        said=said,
    )
