"""A trained network as one ONNX file: grey pixels in, points out, and what a reader must know."""

from __future__ import annotations

import importlib
import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn

from kpstudio.core.errors import InputError
from kpstudio.core.texts import say
from kpstudio.engine import checkpoint
from kpstudio.engine.augment import mirror_of
from kpstudio.engine.config import TrainConfig
from kpstudio.engine.data import LOWEST_CONTRAST, network_grey
from kpstudio.engine.network import Network

NEEDS = ("onnx", "onnxscript", "onnxruntime")
"""The extra "onnx": torch's exporter rests on the first two, the check on the last."""
INSTALL = 'pip install "kpstudio[onnx]"'

# Newer releases of onnxruntime tell its maker what it is used for, and number the machine, unless
# this is set before it is loaded (its Privacy.md).
os.environ["ORT_DISABLE_TELEMETRY"] = "1"

INPUT, OUTPUT = "grey", "xy"
OPSET = 18

LARGEST_DIFFERENCE = 1e-4
"""Share of the input's longer side that an exported file may be off by before it is refused; more
where points lie far outside, as those of a network that has hardly begun do."""

_TRIED = (1, 3)
"""Faces at once with which an exported file is tried."""

_BLOTCHES = (7, 7)

_CROPS = {
    "picture": "the whole picture, stretched to the input size",
    "face": "the face's box made square about its centre (its longer side counts), enlarged by "
    "box_scale, widened to the input's aspect ratio, and resampled to the input size; pixels "
    "beyond the picture repeat its edge",
}


class ExportedGraph(nn.Module):
    """What an exported file computes: all between the pixels of a crop and points on them."""

    def __init__(self, network: Network) -> None:
        """Wrap ``network``, whose weights it shares."""
        super().__init__()
        self.model = network.model
        self._config = config = network.config
        size = torch.tensor((config.input_width, config.input_height), dtype=torch.float32)
        self.register_buffer("size", size, persistent=False)
        mirror = mirror_of(config, network.scheme) if config.test_flip else torch.empty(0)
        self.register_buffer("mirror", mirror, persistent=False)

    def forward(self, grey: Tensor) -> Tensor:
        """Map (N, 1, height, width) float32 grey 0..255 to (N, P, 2) pixels of the input.

        x goes right, y down, and the centre of the top-left pixel is (0, 0).
        """
        inputs = _standardised(grey) if self._config.standardise else network_grey(grey, False)
        xy_crop = self._look(inputs)
        if self._config.test_flip:
            mirrored = self._look(inputs.flip(3))[:, self.get_buffer("mirror")]
            back = torch.stack([1 - mirrored[..., 0], mirrored[..., 1]], dim=2)
            xy_crop = (xy_crop + back) / 2
        return xy_crop * self.get_buffer("size") - 0.5

    def _look(self, inputs: Tensor) -> Tensor:
        outputs: Tensor = self.model(inputs)
        return outputs.reshape(-1, len(self._config.points), 2)


def _standardised(grey: Tensor) -> Tensor:
    """Return what `network_grey` does, summed so that it stays exact elsewhere.

    torch adds up the tens of thousands of pixels in float32 by halves; other programs add one after
    the other, and are then a hundredth of a pixel off at the end. Row by row is exact enough.
    """
    middle = grey - 127.5
    offset = middle - _mean(middle)
    count = grey.shape[2] * grey.shape[3]
    variance = _mean(offset * offset) * (count / (count - 1))
    return offset / variance.sqrt().clamp_min(LOWEST_CONTRAST)


def _mean(values: Tensor) -> Tensor:
    return values.mean(3, keepdim=True).mean(2, keepdim=True)


def require_onnx() -> None:
    """Check that what `onnx_bytes` needs is installed.

    Raises:
        InputError: If it is not; the message says how to get it.
    """
    for name in NEEDS:
        try:
            importlib.import_module(name)
        except ImportError as error:
            raise InputError(
                say(
                    "exporting to ONNX needs the package {name}, which cannot be loaded "
                    "({error}): {install}",
                    name=name,
                    error=error,
                    install=INSTALL,
                )
            ) from error


def load_network(run_dir: Path) -> Network:
    """Read a run's best weights, to compute on the CPU.

    Raises:
        InputError: If there are none, or they are broken.
    """
    return checkpoint.load(run_dir / "best.safetensors", torch.device("cpu"))


def onnx_bytes(network: Network, run: str, version: str) -> tuple[bytes, float]:
    """Return ``network`` as an ONNX file, and how far what it answers is off.

    The graph takes "grey", (N, 1, height, width) float32 of 0..255 for any N, and gives "xy",
    (N, P, 2) float32 as `ExportedGraph.forward` does; standardisation is inside. Its metadata are
    those of `about`.

    Args:
        network: On the CPU; left evaluating.
        run: The run's name.
        version: Of the program.

    Returns:
        The file's content, and the largest distance along x or y, in pixels of the input, between
        its points and the network's on made-up pictures.

    Raises:
        InputError: If a package is missing, or the file would answer something else.
    """
    require_onnx()
    graph = ExportedGraph(network).eval()
    config = network.config
    example = torch.zeros((2, 1, config.input_height, config.input_width))
    program = torch.onnx.export(
        graph,
        (example,),
        dynamo=True,
        dynamic_shapes={"grey": {0: torch.export.Dim("faces")}},
        input_names=[INPUT],
        output_names=[OUTPUT],
        opset_version=OPSET,
        verbose=False,
    )
    assert program is not None
    model = program.model_proto
    _forget_sources(model)
    for key, value in about(network, run, version).items():
        model.metadata_props.add(key=key, value=value)
    data: bytes = model.SerializeToString()
    off, farthest = _difference(graph, config, data)
    side = max(config.input_height, config.input_width)
    if not off <= LARGEST_DIFFERENCE * max(side, farthest):
        raise InputError(
            say(
                "the exported network is {off:.3g} pixels off the trained one, so it was not "
                "written: try other versions of {names}",
                off=off,
                names=" and ".join(NEEDS),
            )
        )
    return data, off


def about(network: Network, run: str, version: str) -> Mapping[str, str]:
    """Return what a reader of the exported file must know, as its metadata."""
    config, scheme = network.config, network.scheme
    values: dict[str, Any] = {
        "kpstudio": version,
        "run": run,
        "network": config.network,
        "scheme": scheme.name,
        "point_names": [scheme.points[k] for k in config.points],
        "point_numbers": list(config.points),
        "input_size": [config.input_height, config.input_width],
        "input": "grey (0.299 R + 0.587 G + 0.114 B) from 0 to 255 as float32, (N, 1, height, "
        "width) for any N; standardisation is inside",
        "crop": config.crop,
        "crop_rule": _CROPS[config.crop],
        "box_scale": config.box_scale,
        "output": "(N, P, 2): x to the right and y down, in pixels of the input; the centre of "
        "its top-left pixel is (0, 0)",
        "to_picture": "x_picture = left + (x + 0.5) * (right - left) / width, and likewise y, "
        "where left and right are the crop's edges (-0.5 is the picture's left edge)",
        "test_flip": config.test_flip,
        "test_shift": config.test_shift,
    }
    return {
        key: value if isinstance(value, str) else json.dumps(value) for key, value in values.items()
    }


def _forget_sources(model: Any) -> None:
    """Take out torch's notes on each step: traces of source files, with the paths they lie at."""
    for function in (model.graph, *model.functions):
        del function.metadata_props[:]
        for step in (*function.node, *function.value_info):
            del step.metadata_props[:]
    for value in (*model.graph.input, *model.graph.output, *model.graph.initializer):
        del value.metadata_props[:]
    del model.metadata_props[:]


@torch.inference_mode()
def _difference(graph: ExportedGraph, config: TrainConfig, data: bytes) -> tuple[float, float]:
    """Return how far the file's points are off on blurred blotches, and the largest coordinate.

    Both in pixels of the input; NaN where a number is not finite.
    """
    import onnxruntime

    session = onnxruntime.InferenceSession(data, providers=["CPUExecutionProvider"])
    random = np.random.default_rng(0)
    size = (config.input_height, config.input_width)
    off, farthest = [], []
    for count in _TRIED:
        coarse = torch.from_numpy(random.uniform(0, 255, (count, 1, *_BLOTCHES)).astype(np.float32))
        grey = nn.functional.interpolate(coarse, size, mode="bilinear")
        (found,) = session.run([OUTPUT], {INPUT: grey.numpy()})
        expected = graph(grey).numpy()
        off.append(np.abs(found - expected).max())
        farthest.append(np.abs(expected).max())
    return float(np.max(off)), float(np.max(farthest))
