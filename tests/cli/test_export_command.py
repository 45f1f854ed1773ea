from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import onnx
import pytest

from kpstudio.cli.main import main
from tests.cli.conftest import Run
from tests.small_faces import write_faces


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """SmallNet after an epoch."""
    folder = tmp_path_factory.mktemp("trained")
    faces = str(write_faces(folder / "faces", persons=2))
    command = ["train", faces, "--preset", "smallnet", "--out", str(folder / "nose")]
    assert main([*command, "--epochs", "1", "--device", "cpu"]) == 0
    return folder / "nose"


def test_a_run_is_exported(
    run: Path, kpstudio: Run, kpstudio_json: Callable[..., Any], tmp_path: Path
) -> None:
    out = tmp_path / "nose.onnx"
    code, said, complaints = kpstudio("export-model", run, "--to", "onnx", "--out", out)
    assert (code, complaints) == (0, "")
    assert said.startswith(f"wrote {out}: 1 point, input 80 x 60, 0.3 MB; ")
    assert "in ONNX Runtime it differs from nose" in said
    assert onnx.load(out).graph.input[0].name == "grey"
    told = kpstudio_json("export-model", run, "--to", "onnx", "--out", out, "--overwrite")
    assert told["difference_px"] < 1e-3
    assert (told["file"], told["run"], told["points"]) == (str(out), "nose", 1)
    assert (told["input_size"], told["bytes"]) == ([60, 80], out.stat().st_size)


def test_what_cannot_be_exported_is_told(
    run: Path, refused: Callable[..., str], tmp_path: Path
) -> None:
    there = tmp_path / "there.onnx"
    there.touch()
    assert "already exists" in refused("export-model", run, "--to", "onnx", "--out", there)
    assert "not a run" in refused("export-model", tmp_path, "--to", "onnx", "--out", "o.onnx")
    assert "invalid choice" in refused("export-model", run, "--to", "tflite", "--out", "o.tflite")
