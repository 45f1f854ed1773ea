"""Another person's labels: read, measured, remembered."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import numpy as np
import pytest

from kpstudio.cli.main import main
from kpstudio.core.errors import InputError
from kpstudio.core.metrics import Yardstick
from kpstudio.io.choosing import LabelChoice
from kpstudio.io.opening import open_path
from kpstudio.store.project import Project
from kpstudio.tasks.second_labels import (
    SETTING,
    agreement,
    read_second,
    remember_second,
    remembered_second,
)
from tests.app.help import face_xy, faces_folder, pts_text

OFF = 1.5


@pytest.fixture
def first(tmp_path: Path) -> Path:
    return faces_folder(tmp_path / "mine", 4)


@pytest.fixture
def second(tmp_path: Path, first: Path) -> Path:
    """A colleague's copy of the pictures: three faces, two a pixel and a half to the right."""
    folder = tmp_path / "theirs"
    shutil.copytree(first, folder)
    for number in (0, 1):
        xy = face_xy(number) + np.array([OFF, 0.0])
        (folder / f"f{number}.pts").write_text(pts_text(xy))
    (folder / "f3.pts").unlink()
    return folder


def test_how_far_two_people_lie_apart(first: Path, second: Path) -> None:
    labels = open_path(first).labels
    found = read_second(labels, second)
    assert sorted(found.points) == ["f0.png#0", "f1.png#0", "f2.png#0"]
    assert found.copies == 1
    measured = agreement(labels, found, Yardstick(labels.scheme.normaliser))
    told = measured.to_json()
    assert told["faces"] == 3
    assert told["px"] == pytest.approx((OFF + OFF + 0.0) / 3, abs=1e-3)
    a, b = (labels.scheme.normaliser.a[0], labels.scheme.normaliser.b[0])
    nme = [OFF / np.hypot(*(face_xy(k)[a] - face_xy(k)[b])) for k in (0, 1)]
    assert told["nme"]["mean"] == pytest.approx(sum(nme) / 3, rel=1e-3)
    words = measured.sentences()
    assert words.startswith("3 faces are labelled by both, 1.00 pixels apart")
    assert "1 of them have exactly the same points" in words
    assert "jaw" in dict(measured.details())["by part"]


def test_two_label_sets_of_one_folder(first: Path) -> None:
    from kpstudio.sample.write import asf_text

    for number in range(4):
        xy = face_xy(number) + np.array([0.0, OFF])
        text = asf_text(xy, 96, 72, f"f{number}.png")
        (first / f"f{number}.asf").write_text(text)
    labels = open_path(first, choice=LabelChoice(("pts",))).labels
    found = read_second(labels, first, LabelChoice(("asf",)))
    assert len(found.points) == 4
    assert found.offsets(labels, labels.scheme, labels.scheme.normaliser).pixels == pytest.approx(
        np.full(4, OFF), abs=0.02
    )


def test_what_cannot_be_compared_is_said(first: Path, tmp_path: Path) -> None:
    labels = open_path(first).labels
    strangers = faces_folder(tmp_path / "strangers", 2)
    for number in range(2):
        for suffix in ("png", "pts"):
            (strangers / f"f{number}.{suffix}").rename(strangers / f"g{number}.{suffix}")
    with pytest.raises(InputError, match="labels no face of"):
        read_second(labels, strangers)
    other = faces_folder(tmp_path / "others", 2)
    for number in range(2):
        (other / f"f{number}.pts").write_text(pts_text(face_xy(number)[:7]))
    with pytest.raises(InputError, match="7 points"):
        read_second(labels, other)


def test_the_project_remembers_where(first: Path, second: Path) -> None:
    with Project.open(first) as project:
        assert remembered_second(project) is None
        remember_second(project, second, LabelChoice(("pts",)))
        assert remembered_second(project) == (second, LabelChoice(("pts",)))
        remember_second(project, second, None)
        assert remembered_second(project) == (second, None)
        remember_second(project, None, None)
        assert remembered_second(project) is None
        project.set_setting(SETTING, "nonsense")
        assert remembered_second(project) is None
    assert remembered_second(None) is None


def test_the_command_says_it(first: Path, second: Path, capsys) -> None:
    assert main(["agreement", str(first), str(second)]) == 0
    out = capsys.readouterr().out
    assert "3 faces are labelled by both" in out
    assert "by part" in out
    assert main(["agreement", str(first), str(second), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["faces"] == 3
    assert main(["agreement", str(first), str(second / "nowhere")]) == 2
    assert "there is no such file" in capsys.readouterr().err
