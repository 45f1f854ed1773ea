from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from kpstudio.engine.events import Done
from kpstudio.io.opening import open_path
from kpstudio.store.runs import RunFolder
from kpstudio.tasks import demo
from tests.small_faces import draw_picture, write_faces


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    """A folder laid out as the sample faces are."""
    write_faces(tmp_path / "sample" / "faces", persons=4, first=31)
    (tmp_path / "sample" / "own-photos").mkdir()
    draw_picture(tmp_path / "sample" / "own-photos" / "photo-01.png", seed=7)
    return tmp_path / "sample"


@pytest.fixture
def short(monkeypatch: pytest.MonkeyPatch) -> None:
    preset = demo.preset
    monkeypatch.setattr(
        demo, "preset", lambda *given: replace(preset(*given), epochs=1, device="cpu")
    )


@pytest.mark.usefixtures("short")
def test_the_whole_job(sample: Path, tmp_path: Path) -> None:
    job = demo.Demo(sample, tmp_path / "out")
    *_, done = job.train()
    assert isinstance(done, Done)
    result = job.finish()
    run = RunFolder.open(tmp_path / "out" / "run")
    assert run.state == "done"
    held_out = {f"faces/{person}-{view}m.png#0" for person in (33, 34) for view in (1, 2)}
    assert set(run.split.validation) == held_out
    assert len(run.split.training) == 4
    assert set(result.evaluation.predictions) == held_out
    with Image.open(tmp_path / "out" / "contact-sheet.png") as sheet:
        assert sheet.format == "PNG"
    for name, suffix in (("dlib", ".xml"), ("pts", ".pts")):
        files = list((tmp_path / "out" / "exported" / name).rglob(f"*{suffix}"))
        assert len(files) == (1 if name == "dlib" else 5)
        assert set(files) <= set(result.exported)
    back = open_path(tmp_path / "out" / "exported" / "dlib" / "labels.xml").labels
    names = {Path(face.picture).name for face in back}
    assert names == {Path(face_id).name.removesuffix("#0") for face_id in held_out} | {
        "photo-01.png"
    }


def test_an_earlier_demo_s_results_stay(sample: Path, tmp_path: Path) -> None:
    (tmp_path / "out" / "run").mkdir(parents=True)
    (tmp_path / "out" / "run-2").mkdir()
    job = demo.Demo(sample, tmp_path / "out")
    assert job.run.name == "run-3"
    assert job.exported.name == "exported-3"
    assert job.sheet.name == "contact-sheet-3.png"


def test_the_sample_goes_to_the_user_s_data(
    user_data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []

    def write(folder: Path, progress: object) -> Path:
        asked.append((folder, progress))
        return folder

    monkeypatch.setattr(demo, "write_sample", write)
    assert demo.sample_folder() == user_data / "sample"
    assert demo.sample_folder(None, user_data / "other") == user_data / "other"
    assert demo.default_folder() == user_data / "demo"
    assert [folder for folder, _ in asked] == [user_data / "sample", user_data / "other"]
