"""How runs, networks and times are called in the window."""

from __future__ import annotations

import re

NETWORK_TITLES = {"smallnet": "SmallNet", "bignet": "BigNet", "resnet18": "ResNet18"}

_FOLDER = re.compile(r"^0*(\d+)-(\w+)$")


def run_title(name: str, label: str = "") -> str:
    """Return what to call a run: its label, else "run 7 · BigNet" for the folder "0007-bignet"."""
    if label and label != name:
        return label
    found = _FOLDER.match(name)
    if found is None:
        return name
    network = found.group(2)
    return f"run {found.group(1)} · {NETWORK_TITLES.get(network, network)}"


def duration(seconds: float) -> str:
    """Return a time as "0:06", "12:40" or "1:02:05"."""
    whole = max(0, round(seconds))
    hours, minutes, rest = whole // 3600, whole // 60 % 60, whole % 60
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
