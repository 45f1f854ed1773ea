"""The code on docs/MODELS.md runs as it stands there, and both ways give the same points."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from kpstudio.engine.presets import preset
from kpstudio.io.opening import open_path
from kpstudio.tasks.export_model import export_model
from kpstudio.tasks.training import choose_split, train_run
from tests.small_faces import draw_picture, write_faces

PAGE = Path(__file__).parents[1] / "docs" / "MODELS.md"


def python_code() -> list[str]:
    return re.findall(r"```python\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)


@pytest.mark.parametrize("crop", ["face", "picture"])
def test_both_examples_give_the_same_points(
    crop: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    labels = open_path(write_faces(tmp_path / "faces", persons=2)).labels
    config = replace(
        preset("smallnet", labels.scheme, points=(0, 20, 40)), crop=crop, epochs=1, device="cpu"
    )
    list(train_run(labels, config, choose_split(labels, 0.5), tmp_path / "runs" / "first"))
    export_model(tmp_path / "runs" / "first", tmp_path / "first.onnx")
    draw_picture(tmp_path / "small.png", 3)
    with Image.open(tmp_path / "small.png") as small:
        size = (400, 300)  # the page's box reaches outside
        small.convert("RGB").resize(size).save(tmp_path / "photo.jpg", quality=95)
    monkeypatch.chdir(tmp_path)
    by_api, by_onnx = python_code()
    if crop == "picture":
        by_api = by_api.replace(", boxes=[(130, 60, 410, 340)]", "")
    api: dict[str, Any] = {}
    exec(by_api, api)
    first = capsys.readouterr().out.splitlines()
    onnx: dict[str, Any] = {}
    exec(by_onnx, onnx)
    second = capsys.readouterr().out.splitlines()
    (face,) = api["faces"]
    assert np.abs(onnx["xy"] - face.xy).max() < 0.5
    names = [line.partition(":")[0] for line in first]
    assert names == list(face.names) == [line.partition(":")[0] for line in second]
    assert len(set(names)) == 3
