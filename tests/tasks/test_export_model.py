"""A run's network as an ONNX file answers what the run answers."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable
from dataclasses import replace
from multiprocessing import Pipe
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import pytest
import torch

from kpstudio.core.errors import Cancelled, InputError
from kpstudio.core.labelset import LabelSet
from kpstudio.core.schema import PointSchema
from kpstudio.engine import checkpoint, exporting
from kpstudio.engine.crops import Crop
from kpstudio.engine.decode import decode
from kpstudio.engine.network import Network
from kpstudio.engine.presets import preset
from kpstudio.io.opening import open_path
from kpstudio.tasks.export_model import ExportedModel, answer, export_apart, export_model
from kpstudio.tasks.training import choose_split, train_run
from tests.small_faces import write_faces

KINDS = ("smallnet", "bignet", "resnet18", "fast")
"""Presets, one of each kind of network."""

Trained = Callable[[str], Path]
Exported = Callable[[str], tuple[Path, ExportedModel]]


@pytest.fixture(scope="module")
def trained(tmp_path_factory: pytest.TempPathFactory) -> Trained:
    """Return a function that trains a preset for an epoch, once."""
    folder = tmp_path_factory.mktemp("trained")
    labels = open_path(write_faces(folder / "faces", persons=3)).labels

    def train(name: str) -> Path:
        if not (folder / name).exists():
            own = preset(name, labels.scheme)
            # Slowly: after two large steps a network would answer points far outside.
            config = replace(own, device="cpu", epochs=1, batch_size=4, lr=1e-5, find_face=False)
            list(train_run(labels, config, choose_split(labels, 0.3), folder / name))
        return folder / name

    return train


@pytest.fixture(scope="module")
def exported(trained: Trained, tmp_path_factory: pytest.TempPathFactory) -> Exported:
    """Return a function that exports a preset's run, once."""
    folder = tmp_path_factory.mktemp("exported")
    done: dict[str, tuple[Path, ExportedModel]] = {}

    def export(name: str) -> tuple[Path, ExportedModel]:
        if name not in done:
            out = folder / f"{name}.onnx"
            done[name] = out, export_model(trained(name), out)
        return done[name]

    return export


def crops(labels: LabelSet, network: Network, count: int) -> np.ndarray:
    """What the network sees of the first faces, (N, 1, height, width) uint8."""
    found = [crop for _, crop in decode(list(labels)[:count], labels.root, network.config)]
    return np.stack([crop.pixels for crop in found if isinstance(crop, Crop)])[:, None]


@pytest.mark.parametrize("name", KINDS)
def test_it_answers_what_the_run_answers(
    name: str, trained: Trained, exported: Exported, labels: LabelSet
) -> None:
    path, told = exported(name)
    network = exporting.load_network(trained(name))
    config = network.config
    session = onnxruntime.InferenceSession(path, providers=["CPUExecutionProvider"])
    (grey,), (xy,) = session.get_inputs(), session.get_outputs()
    assert (grey.name, grey.type, xy.name) == ("grey", "tensor(float)", "xy")
    assert grey.shape[1:] == [1, config.input_height, config.input_width]
    assert xy.shape[1:] == [len(config.points), 2]
    for count in (1, 5):
        pixels = crops(labels, network, count)
        (found,) = session.run(["xy"], {"grey": pixels.astype(np.float32)})
        size = np.array([config.input_width, config.input_height])
        expected = network.predict(torch.from_numpy(pixels)).numpy() * size - 0.5
        assert found.shape == (count, len(config.points), 2)
        assert np.abs(found - expected).max() < 1e-3
    assert told.difference < 1e-3
    assert told.size == path.stat().st_size
    assert f"{len(config.points)} point" in told.sentence()


def test_its_metadata_tell_how_to_use_it(exported: Exported, trained: Trained) -> None:
    path, _ = exported("bignet")
    model = onnx.load(path)
    onnx.checker.check_model(model, full_check=True)
    about = {entry.key: entry.value for entry in model.metadata_props}
    network = exporting.load_network(trained("bignet"))
    assert about["run"] == "bignet"
    assert about["scheme"] == "imm58"
    assert json.loads(about["point_names"]) == list(network.scheme.points)
    assert json.loads(about["input_size"]) == [120, 160]
    assert about["crop"] == "picture"
    assert json.loads(about["box_scale"]) == network.config.box_scale
    assert re.fullmatch(r"\d+\.\d+.*", about["kpstudio"])
    assert {"crop_rule", "output", "to_picture", "test_flip"} <= set(about)


def test_it_tells_nothing_of_where_it_was_made(exported: Exported) -> None:
    path, _ = exported("smallnet")
    content = path.read_bytes()
    for place in (Path(exporting.__file__).parent, Path(torch.__file__).parent, path.parent):
        assert str(place).encode() not in content


def test_what_is_in_the_way_is_replaced_only_if_asked_for(
    trained: Trained, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "there.onnx"
    out.write_text("mine")
    with pytest.raises(InputError, match="already exists"):
        export_model(trained("smallnet"), out)
    with pytest.raises(InputError, match="is a folder"):
        export_model(trained("smallnet"), tmp_path)
    assert out.read_text() == "mine"
    monkeypatch.setattr(exporting, "onnx_bytes", lambda *_: (b"yours", 0.0))
    export_model(trained("smallnet"), out, overwrite=True)
    assert out.read_text() == "yours"


def test_what_cannot_be_exported_is_bad_input(trained: Trained, tmp_path: Path) -> None:
    out = tmp_path / "out.onnx"
    with pytest.raises(InputError, match="use onnx"):
        export_model(trained("smallnet"), out, to="coreml")
    with pytest.raises(InputError, match="not a run"):
        export_model(tmp_path, out)
    with pytest.raises(InputError, match="not a run"):
        export_apart(tmp_path, out, lambda: False)
    assert not out.exists()


@pytest.mark.parametrize("package", exporting.NEEDS)
def test_a_missing_package_is_told_with_how_to_get_it(
    package: str, trained: Trained, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(InputError, match=rf'{package}.*pip install "kpstudio\[onnx\]"'):
        export_model(trained("smallnet"), tmp_path / "out.onnx")


def test_a_file_that_answers_something_else_is_refused(
    trained: Trained, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    forward = exporting.ExportedGraph.forward

    def shifted(self: exporting.ExportedGraph, grey: torch.Tensor) -> torch.Tensor:
        xy = forward(self, grey)
        return xy + 9.0 if torch.compiler.is_exporting() else xy

    monkeypatch.setattr(exporting.ExportedGraph, "forward", shifted)
    with pytest.raises(InputError, match=r"\bpixels off the trained one"):
        export_model(trained("smallnet"), tmp_path / "out.onnx")
    assert not (tmp_path / "out.onnx").exists()


def test_a_process_of_its_own_writes_the_same(
    trained: Trained, exported: Exported, tmp_path: Path
) -> None:
    out = tmp_path / "apart.onnx"
    told = export_apart(trained("smallnet"), out, lambda: False)
    path, here = exported("smallnet")
    assert told == replace(here, path=out)
    assert out.read_bytes() == path.read_bytes()


def test_a_process_of_its_own_can_be_cancelled(trained: Trained, tmp_path: Path) -> None:
    with pytest.raises(Cancelled):
        export_apart(trained("smallnet"), tmp_path / "out.onnx", lambda: True)
    assert list(tmp_path.iterdir()) == []


def test_a_process_of_its_own_tells_what_is_wrong(tmp_path: Path) -> None:
    scheme = PointSchema("one", ("nose tip",), (0,))
    config = replace(preset("smallnet", scheme), device="cpu")
    network = Network.new(config, scheme, torch.device("cpu"))
    weights = tmp_path / "best.safetensors"
    checkpoint.save(network, weights)
    weights.write_bytes(weights.read_bytes()[:-9])
    here, there = Pipe(duplex=False)
    with here, there:
        answer(there, tmp_path, tmp_path / "out.onnx")
        assert "the weights file is incomplete or damaged" in here.recv()
