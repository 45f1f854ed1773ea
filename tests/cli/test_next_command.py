"""`kpstudio next`, with a network that is really trained."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.small_faces import draw_picture

UNLABELLED = ("06-1m.png", "07-1m.png", "08-1m.png")


def trained(faces: Path, run: Callable[..., tuple[int, str, str]]) -> Path:
    for number, name in enumerate(UNLABELLED):
        draw_picture(faces / name, 40 + number)
    folder = faces.parent / "run"
    train = ("train", faces, "--preset", "bignet", "--epochs", 1, "--device", "cpu")
    assert run(*train, "--out", folder)[0] == 0
    return folder


def test_faces_without_labels_are_ranked_with_reasons(
    faces: Path,
    kpstudio: Callable[..., tuple[int, str, str]],
    kpstudio_json: Callable[..., Any],
    refused: Callable[..., str],
) -> None:
    run = trained(faces, kpstudio)
    told = kpstudio_json("next", faces, "--run", run)
    assert sorted(face["image"] for face in told["faces"]) == list(UNLABELLED)
    assert told["problems"] == []
    for face in told["faces"]:
        assert face["why"]
        assert all(0 <= face[rank] <= 1 for rank in ("doubt", "novelty", "coverage"))
    code, out, _ = kpstudio("next", faces, "--run", run, "--count", 2)
    assert code == 0
    first = [face["image"] for face in told["faces"][:2]]
    assert [line.split()[0] for line in out.splitlines()] == first
    for name in UNLABELLED:
        (faces / name).unlink()
    assert "all faces are labelled" in refused("next", faces, "--run", run)
    assert "is not a run" in refused("next", faces, "--run", faces.parent / "none")


def test_a_picture_that_cannot_be_read_is_named(
    faces: Path,
    kpstudio: Callable[..., tuple[int, str, str]],
    kpstudio_json: Callable[..., Any],
) -> None:
    run = trained(faces, kpstudio)
    broken = faces / UNLABELLED[1]
    broken.write_bytes(broken.read_bytes()[:400])
    told = kpstudio_json("next", faces, "--run", run)
    assert [problem["where"] for problem in told["problems"]] == [UNLABELLED[1]]
    assert len(told["faces"]) == 2
