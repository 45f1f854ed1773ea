"""The networks of the class project, printed exactly as published, and the one for landmarks."""

from kpstudio.engine.models.build import build, full_layers, last_layer, network_text
from kpstudio.engine.models.keypointnet import KeypointNet
from kpstudio.engine.models.resnet import resnet18
from kpstudio.engine.models.small import BigNet, SmallNet

__all__ = [
    "BigNet",
    "KeypointNet",
    "SmallNet",
    "build",
    "full_layers",
    "last_layer",
    "network_text",
    "resnet18",
]
