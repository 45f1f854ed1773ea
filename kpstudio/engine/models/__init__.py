"""The networks of the class project, printed exactly as published, and the one for landmarks."""

from kpstudio.engine.models.build import build, last_layer, network_text, start_at
from kpstudio.engine.models.keypointnet import KeypointNet
from kpstudio.engine.models.resnet import resnet18
from kpstudio.engine.models.small import BigNet, SmallNet

__all__ = [
    "BigNet",
    "KeypointNet",
    "SmallNet",
    "build",
    "last_layer",
    "network_text",
    "resnet18",
    "start_at",
]
