"""How runs, networks and times are called in the window."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kpstudio.app.language import tr
from kpstudio.core import extensions
from kpstudio.core.texts import say
from kpstudio.engine.presets import PRESETS

NETWORK_TITLES = {
    "smallnet": "SmallNet",
    "bignet": "BigNet",
    "resnet18": "ResNet18",
    "keypointnet": "KeypointNet",
}
BACKBONE_TITLES = {
    "resnet18": "ResNet18",
    "resnet18_half": say("ResNet18, half width"),
    "resnet18_third": say("ResNet18, third width"),
    "mobilenet_v3_small": "MobileNetV3 small",
    "efficientnet_lite0": "EfficientNet-Lite0",
}
PRESET_TITLES = {
    **NETWORK_TITLES,
    "best": "Best",
    "fast": "Fast",
    "thorough": "Thorough",
}
"""What a run is called by: its preset, else its network."""
RUN_STATES = {
    "running": say("running"),
    "done": say("done"),
    "stopped": say("stopped"),
    "failed": say("failed"),
    "interrupted": say("interrupted"),
}

_FOLDER = re.compile(r"^0*(\d+)-(\w+)$")


def network_title(name: str) -> str:
    """Return the title of a network, of another package or not."""
    return NETWORK_TITLES.get(name, extensions.title(name))


def run_title(name: str, label: str = "") -> str:
    """Return what to call a run: its label, else "run 7 · Best" for the folder "0007-best"."""
    if label and label != name:
        return label
    found = _FOLDER.match(name)
    if found is None:
        return name
    word = found.group(2)
    return tr("run {number} · {kind}", number=found.group(1), kind=PRESET_TITLES.get(word, word))


def told_apart(titles: Sequence[str]) -> list[str]:
    """Return titles that are short, where all are those of a sweep: its values alone.

    "lr=1e-3,batch-size=8" and "lr=1e-3,batch-size=16" become "8" and "16"; where several settings
    are varied, "1e-3 · 8". Other titles stay as they are.
    """
    rows = [[part.partition("=") for part in title.split(",")] for title in titles]
    settings = {tuple(name for name, _, _ in row) for row in rows}
    if len(settings) > 1 or not all(equals for row in rows for _, equals, _ in row):
        return list(titles)
    columns = list(zip(*([value for *_, value in row] for row in rows), strict=True))
    varied = [column for column in columns if len(set(column)) > 1] or columns
    return [" · ".join(values) for values in zip(*varied, strict=True)]


def in_capital(words: str) -> str:
    """Return words as they stand at the beginning of a sentence."""
    return words[:1].upper() + words[1:]


def kind_title(preset: str, network: str) -> str:
    """Return the title of a preset, or of the network where that is not the preset's."""
    own = PRESETS.get(preset, {}).get("network") == network
    return PRESET_TITLES.get(preset, preset) if own else network_title(network)


def duration(seconds: float) -> str:
    """Return a time as "0:06", "12:40" or "1:02:05"."""
    whole = max(0, round(seconds))
    hours, minutes, rest = whole // 3600, whole // 60 % 60, whole % 60
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
