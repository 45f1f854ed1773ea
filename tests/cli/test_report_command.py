"""`kpstudio report`, with a network that is really trained."""

from __future__ import annotations

from pathlib import Path

import pytest

from kpstudio.cli.main import main
from tests.app.help import faces_folder


def test_a_run_is_reported_on_the_faces_it_was_trained_on(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    faces, run = faces_folder(tmp_path / "faces", 6), tmp_path / "run"
    train = ["train", str(faces), "--preset", "smallnet", "--epochs", "1", "--device", "cpu"]
    assert main([*train, "--out", str(run)]) == 0
    out = tmp_path / "report.html"
    assert main(["report", str(run), "--out", str(out), "--threshold", "0.10"]) == 0
    assert f"wrote {out}" in capsys.readouterr().out
    page = out.read_text(encoding="utf-8")
    assert page.startswith("<!doctype html>")
    assert "above 10 %" in page
    assert "<h2>Training</h2>" in page
    faces.rename(tmp_path / "elsewhere")
    assert main(["report", str(run), "--out", str(out)]) == 2
    assert "is no longer there" in capsys.readouterr().err
    given = ["report", str(run), str(tmp_path / "elsewhere"), "--out", str(out)]
    assert main([*given, "--compare", str(run)]) == 0
    assert "Compared with run" in out.read_text(encoding="utf-8")
