"""A small network: three convolutions, each halving the picture, and a full layer."""

from torch import nn


def tiny(config):
    layers = []
    for channels_in, channels in ((1, 16), (16, 32), (32, 64)):
        layers += [nn.Conv2d(channels_in, channels, 3, stride=2, padding=1), nn.ReLU()]
    return nn.Sequential(
        *layers, nn.AdaptiveAvgPool2d(4), nn.Flatten(), nn.Linear(64 * 16, config.outputs)
    )
