"""What is dressed as weights: pickles, bombs, and metadata of strangers."""

from __future__ import annotations

import io
import json
import os
import pickle
import zipfile
from pathlib import Path

import pytest
import torch
from safetensors.torch import save_file

from kpstudio.core.errors import InputError
from kpstudio.engine import checkpoint
from kpstudio.engine.config import TrainConfig
from kpstudio.engine.network import Network
from kpstudio.engine.starting import fill
from kpstudio.engine.state import load_state
from tests.engine.conftest import SCHEME

CPU = torch.device("cpu")
CONFIG = TrainConfig("smallnet", (0, 2), 60, 80, "picture", 1e-3, 4, 1, seed=7)


class Trap:
    """Writes a file when it is unpickled."""

    def __init__(self, mark: Path) -> None:
        self.mark = mark

    def __reduce__(self) -> tuple[object, tuple[str, int]]:
        return os.mkdir, (str(self.mark), 0o700)


def torch_archive(content: object) -> bytes:
    buffer = io.BytesIO()
    torch.save(content, buffer)
    return buffer.getvalue()


def zipped(pickled: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("archive/data.pkl", pickled)
    return buffer.getvalue()


@pytest.mark.parametrize("name", ["best.safetensors", "weights.pt", "model.pth", "weights.pkl"])
@pytest.mark.parametrize("kind", ["pickle", "torch", "zip", "safetensors in front"])
def test_a_pickle_dressed_as_weights_is_refused_and_not_run(
    tmp_path: Path, name: str, kind: str
) -> None:
    mark = tmp_path / "mark"
    trap = pickle.dumps(Trap(mark))
    pickle.loads(trap)
    assert mark.is_dir()  # the trap works
    mark.rmdir()
    content = {
        "pickle": trap,
        "torch": torch_archive({"a": Trap(mark)}),
        "zip": zipped(trap),
        "safetensors in front": (2).to_bytes(8, "little") + b"{}" + trap,
    }[kind]
    (tmp_path / name).write_bytes(content)
    network = Network.new(CONFIG, SCHEME, CPU)
    for read in (
        lambda path: checkpoint.load(path, CPU),
        checkpoint.read_weights,
        checkpoint.facts_of,
        load_state,
        lambda path: fill(network, path),
    ):
        with pytest.raises(InputError, match=name):
            read(tmp_path / name)
    assert not mark.exists()


@pytest.mark.parametrize(
    "header",
    [
        b"{" * 100_000,
        b'{"a":{"dtype":"F32","shape":[1000000000000],"data_offsets":[0,4]}}',
        b'{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4000000000]}}',
        b'{"__metadata__":{"format":"kpstudio network 1"}}',
        b"\xff\xfe",
    ],
)
@pytest.mark.parametrize("said", [None, 2**62, 2**64 - 1])
def test_a_header_of_a_stranger_is_refused_at_once(
    tmp_path: Path, header: bytes, said: int | None
) -> None:
    path = tmp_path / "best.safetensors"
    length = len(header) if said is None else said
    path.write_bytes(length.to_bytes(8, "little") + header + bytes(4))
    with pytest.raises(InputError, match=r"best\.safetensors"):
        checkpoint.load(path, CPU)


@pytest.mark.parametrize("config", ["5", "[]", "null", "[" * 5000, '{"points":5}', '{"a":1}'])
@pytest.mark.parametrize("key", ["config", "scheme", "framing", "points", "input size"])
def test_words_of_a_stranger_about_the_network_are_refused(
    tmp_path: Path, key: str, config: str
) -> None:
    path = tmp_path / "best.safetensors"
    checkpoint.save(Network.new(CONFIG, SCHEME, CPU), path)
    words, tensors = checkpoint.read_tensors(path)
    save_file(tensors, path, words | {key: config})
    if (key, config) == ("framing", "null"):
        return
    with pytest.raises(InputError, match=r"best\.safetensors"):
        checkpoint.load(path, CPU)


@pytest.mark.parametrize("points", [[0, 10**9], list(range(100_000))])
def test_a_network_is_not_built_larger_than_its_weights(tmp_path: Path, points: list[int]) -> None:
    path = tmp_path / "best.safetensors"
    checkpoint.save(Network.new(CONFIG, SCHEME, CPU), path)
    words, tensors = checkpoint.read_tensors(path)
    config = json.loads(words["config"]) | {"points": points}
    save_file(tensors, path, words | {"config": json.dumps(config)})
    with pytest.raises(InputError, match=r"best\.safetensors"):
        checkpoint.load(path, CPU)
