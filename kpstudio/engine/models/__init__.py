"""The networks of the class project, each with its printed text exactly as published."""

from kpstudio.engine.models.build import build, last_layer, network_text
from kpstudio.engine.models.resnet import resnet18
from kpstudio.engine.models.small import BigNet, SmallNet

__all__ = ["BigNet", "SmallNet", "build", "last_layer", "network_text", "resnet18"]
