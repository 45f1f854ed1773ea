"""Train the weights that presets start from on drawn faces, and write them as half floats.

    uv run python benchmarks/synthetic_faces.py DIR --persons 425
    uv run python benchmarks/synthetic_weights.py DIR resources/weights

The faces are trained on as any others, without weights to start from. One person in twenty is held
out, to see how it goes. docs/NETWORKS.md says what was done for the weights that are there.
"""

from __future__ import annotations

import argparse
import tempfile
from dataclasses import replace
from pathlib import Path

import torch
from trials import changed

from kpstudio.core.splits import split_by_fraction
from kpstudio.engine import checkpoint
from kpstudio.engine.augmentation import Augmentation
from kpstudio.engine.config import TrainConfig
from kpstudio.engine.events import EpochEnd, Notice
from kpstudio.engine.presets import PRESETS, preset
from kpstudio.io.opening import open_path
from kpstudio.tasks.training import train_run

STRONG = Augmentation(
    15.0, 0.04, 0.04, 0.04, 0.04, 0.1, flip=True, light=0.6, blur=0.25, noise=0.04, occlusion=0.3
)
"""What is drawn lacks the accidents of photographs."""

HELD_OUT = 0.05


def settings(name: str, config: TrainConfig) -> TrainConfig:
    """Return how the weights of the preset ``name`` are learnt."""
    return replace(
        config, drawn_start=False, find_face=False, weight_decay=0.05, batch_size=16, lr=3e-3,
        epochs=16, augmentation=STRONG, preset=name,
    )  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("faces", type=Path, help="what synthetic_faces.py drew")
    parser.add_argument("out", type=Path, help="folder for the weights")
    parser.add_argument("--presets", nargs="+", choices=list(PRESETS), default=["best", "fast"])
    parser.add_argument("--set", nargs="+", default=[], metavar="KEY=VALUE")
    given = parser.parse_args()
    labels = open_path(given.faces).labels
    split = split_by_fraction(list(labels), HELD_OUT)
    given.out.mkdir(parents=True, exist_ok=True)
    for name in given.presets:
        config = changed(settings(name, preset(name, labels.scheme)), given.set)
        path = given.out / f"{config.backbone}.safetensors"
        with tempfile.TemporaryDirectory() as folder:
            run = Path(folder)
            for event in train_run(labels, config, split, run):
                if isinstance(event, EpochEnd) and event.val_nme is not None:
                    print(
                        f"{name}: epoch {event.epoch}, NME {100 * event.val_nme:.2f} %", flush=True
                    )
                elif isinstance(event, Notice):
                    print(f"{name}: {event.message}", flush=True)
            network = checkpoint.load(run / "last.safetensors", torch.device("cpu"))
        weights = {
            key: tensor.half() if tensor.is_floating_point() else tensor
            for key, tensor in network.model.state_dict().items()
        }
        checkpoint.save(network, path, weights)
        print(f"{path}: {path.stat().st_size / 1e6:.1f} MB", flush=True)


if __name__ == "__main__":
    main()
