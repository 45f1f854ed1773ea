"""Every head of a keypointnet can be exported, for any number of faces, mirrored look included."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import onnxruntime
import pytest
import torch

from kpstudio.core.schema import scheme_named
from kpstudio.engine.config import HEADS
from kpstudio.engine.data import network_grey
from kpstudio.engine.exporting import ExportedGraph, onnx_bytes
from kpstudio.engine.network import Network
from kpstudio.engine.presets import preset

SCHEME = scheme_named("five5")


def network(head: str) -> Network:
    config = replace(preset("fast", SCHEME), head=head, pretrained=False, device="cpu")
    assert config.test_flip
    return Network.new(config, SCHEME, torch.device("cpu"))


@pytest.mark.parametrize("head", HEADS)
def test_a_head_answers_the_same_outside(head: str) -> None:
    inside = network(head)
    data, off = onnx_bytes(inside, "run", "1")
    session = onnxruntime.InferenceSession(data, providers=["CPUExecutionProvider"])
    size = (inside.config.input_height, inside.config.input_width)
    for count in (1, 5):
        grey = np.random.default_rng(count).integers(0, 256, (count, 1, *size), dtype=np.uint8)
        (found,) = session.run(["xy"], {"grey": grey.astype(np.float32)})
        expected = inside.predict(torch.from_numpy(grey)).numpy() * size[::-1] - 0.5
        assert np.abs(found - expected).max() < 1e-3
    assert off < 1e-3


@pytest.mark.parametrize("standardise", [True, False])
def test_the_graph_sees_what_the_network_sees(standardise: bool) -> None:
    config = replace(preset("smallnet", SCHEME), standardise=standardise, device="cpu")
    one = Network.new(config, SCHEME, torch.device("cpu"))
    seen = []
    one.model.register_forward_pre_hook(lambda _, given: seen.append(given[0]))
    graph = ExportedGraph(one)
    dark = torch.full((60, 80), 3.0)
    dark[20:30] = 5.0  # hardly any contrast
    grey = torch.stack([torch.arange(4800.0).reshape(60, 80) % 256, dark])[:, None]
    graph(grey)
    assert torch.allclose(seen[0], network_grey(grey, standardise), atol=1e-5)
