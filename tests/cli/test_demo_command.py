from __future__ import annotations

import signal
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from kpstudio.cli.training_view import TrainingView
from kpstudio.engine.events import EpochEnd, Event
from kpstudio.tasks import demo
from tests.cli.conftest import Run
from tests.small_faces import draw_picture, write_faces


@pytest.fixture(autouse=True)
def short_demo(monkeypatch: pytest.MonkeyPatch) -> None:
    """A demo on a few small faces, of a few epochs."""

    def write(folder: Path, progress: Callable[[int, int], None]) -> Path:
        write_faces(folder / "faces", persons=4, first=31)
        (folder / "own-photos").mkdir(exist_ok=True)
        draw_picture(folder / "own-photos" / "photo-01.png", seed=7)
        progress(9, 9)
        return folder

    preset = demo.preset
    monkeypatch.setattr(demo, "write_sample", write)
    monkeypatch.setattr(
        demo, "preset", lambda *given: replace(preset(*given), epochs=2, device="cpu")
    )


def test_the_demo_says_where_everything_is(kpstudio: Run, tmp_path: Path) -> None:
    out = tmp_path / "out"
    code, printed, err = kpstudio("demo", "--out", out)
    assert code == 0
    for name in ("sample", "run", "exported", "contact-sheet.png"):
        assert str(out / name) in printed
        assert (out / name).exists()
    assert "synthetic" in printed
    assert "epoch 2/2" in err


def test_a_demo_that_is_stopped_says_where_its_run_is(
    kpstudio: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    show = TrainingView.show

    def interrupt(view: TrainingView, event: Event) -> None:
        show(view, event)
        if isinstance(event, EpochEnd):
            signal.raise_signal(signal.SIGINT)

    monkeypatch.setattr(TrainingView, "show", interrupt)
    code, printed, err = kpstudio("demo", "--out", tmp_path / "out")
    assert (code, printed) == (130, "")
    assert str(tmp_path / "out" / "run") in err
    assert not (tmp_path / "out" / "exported").exists()
