"""The report of a run: one page that needs nothing beside itself."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import numpy as np
import pytest

from kpstudio.core.errors import Cancelled, InputError
from kpstudio.core.landmarks import Landmarks, Source
from kpstudio.engine.events import Batch, EpochEnd, Started
from kpstudio.io.opening import Opened, open_path
from kpstudio.store.project import Project
from kpstudio.store.runs import RunFolder
from kpstudio.tasks import evaluating
from kpstudio.tasks.doctor import case_on_disk
from kpstudio.tasks.report import Asked, write_report
from kpstudio.tasks.second_labels import SecondLabels
from tests.app.help import faces_folder, stored_run

VOID = {"meta", "img", "br", "circle", "path", "polyline"}


class Reader(HTMLParser):
    """Checks that every element is closed, and collects words and what is loaded."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.words: list[str] = []
        self.sources: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.sources += [value or "" for name, value in attrs if name in ("src", "href")]
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def read(path: Path) -> tuple[str, list[str]]:
    reader = Reader()
    reader.feed(path.read_text(encoding="utf-8"))
    assert reader.open == []
    return " ".join(" ".join(reader.words).split()), reader.sources


@pytest.fixture
def opened(tmp_path: Path) -> Opened:
    folder = faces_folder(tmp_path / "faces & more", 8)
    for name, off in (("0001-bignet", 1.0), ("0002-bignet", 0.25)):
        stored_run(folder, {k: off * (k + 1) for k in range(8)}, name)
    with Project.open(folder) as project:
        run = RunFolder.open(project.runs_folder / "0002-bignet")
    events = [
        Started(4, 4, 0.004, "cpu", 1, 2),
        *(Batch(k, float(k), 0.01 / k, 50.0, 1.0) for k in (1, 2)),
        *(EpochEnd(k, 0.01 / k, 0.012 / k, True, False, 0.1 / k) for k in (1, 2)),
    ]
    for event in events:
        run.append_event(event.to_json())
    return open_path(folder)


@pytest.fixture(autouse=True)
def answers(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let each run answer what its project keeps, without a network."""

    def predict(run, faces, root, progress=None, device="auto", to=None):
        off = {"0001-bignet": 1.0, "0002-bignet": 0.25}[run.name]
        found = {}
        for number, face in enumerate(faces, 1):
            if progress is not None and not progress(number, len(faces)):
                raise Cancelled
            xy = face.landmarks.xy_image + np.array([off * number, 0.0])
            found[face.id] = Landmarks.of(xy, Source.PREDICTION, run.name)
        return found, []

    monkeypatch.setattr(evaluating, "predict_faces", predict)


def folder_of(opened: Opened, name: str) -> Path:
    return opened.labels.root / ".kpstudio" / "runs" / name


def test_the_page_tells_all_and_needs_nothing_else(opened: Opened, tmp_path: Path) -> None:
    asked = Asked(folder_of(opened, "0002-bignet"), folder_of(opened, "0001-bignet"))
    out = tmp_path / "report.html"
    seen: list[tuple[int, int]] = []
    write_report(asked, opened.labels, case_on_disk(opened), out, lambda *at: not seen.append(at))
    words, sources = read(out)
    assert "learning rate 1e-3 " in words
    assert sources
    assert all(source.startswith("data:image/jpeg;base64,") for source in sources)
    assert "url(" not in out.read_text(encoding="utf-8")
    for heading in (
        "0002-bignet on faces & more", "Results", "Where it fails", "Worst", "Best", "Points",
        "Compared with 0001-bignet", "Suspicious labels", "Training", "To repeat it",
    ):  # fmt: skip
        assert heading in words
    assert "On the 4 faces that it has not seen" in words
    assert "kpstudio train 'faces & more' --preset bignet" in words
    assert "kpstudio evaluate 0002-bignet 'faces & more'" in words
    assert re.search(r"Fixed: [1-4] .*before after", words)
    assert seen[-1] == (16, 16)


def test_the_figures_are_those_of_the_evaluation(opened: Opened, tmp_path: Path) -> None:
    run = folder_of(opened, "0002-bignet")
    held_out = [f"f{k}.png" for k in range(4, 8)]
    expected = evaluating.evaluate_run(run, opened.labels)
    faces = [face for face in expected.evaluation.per_face if face.picture in held_out]
    mean = float(np.mean([face.nme for face in faces]))
    write_report(Asked(run), opened.labels, case_on_disk(opened), tmp_path / "r.html")
    words, _ = read(tmp_path / "r.html")
    assert f"not trained on 4 {100 * mean:.2f} %" in words
    assert "Compared with" not in words


def test_it_can_be_cancelled_and_then_nothing_is_written(opened: Opened, tmp_path: Path) -> None:
    asked, out = Asked(folder_of(opened, "0001-bignet")), tmp_path / "report.html"
    with pytest.raises(Cancelled):
        write_report(asked, opened.labels, case_on_disk(opened), out, lambda *_: False)
    assert not out.exists()


def test_what_is_no_run_or_cannot_be_written_is_told(opened: Opened, tmp_path: Path) -> None:
    case = case_on_disk(opened)
    with pytest.raises(InputError, match="is not a run"):
        write_report(Asked(tmp_path), opened.labels, case, tmp_path / "report.html")
    run = folder_of(opened, "0001-bignet")
    with pytest.raises(InputError, match="cannot be divided by 'ears'"):
        write_report(Asked(run, normaliser="ears"), opened.labels, case, tmp_path / "report.html")
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(InputError, match="cannot be written"):
        write_report(Asked(run), opened.labels, case, tmp_path / "file" / "report.html")


def test_two_peoples_distance_is_told(opened: Opened, tmp_path: Path) -> None:
    points = {
        face.id: Landmarks.of(face.landmarks.xy_image + np.array([0.5, 0.0]))
        for face in opened.labels
    }
    second = SecondLabels(tmp_path, points, 0)
    asked = Asked(folder_of(opened, "0002-bignet"), second=second)
    write_report(asked, opened.labels, case_on_disk(opened), tmp_path / "r.html")
    words, _ = read(tmp_path / "r.html")
    scheme = opened.labels.scheme
    apart = 100 * float(second.offsets(opened.labels, scheme, scheme.normaliser).nme.mean())
    assert f"between two people 8 {apart:.2f} %" in words
    # The run is 1.25, 1.5, 1.75 and 2 pixels off on the faces that it has not seen.
    assert re.search(r"the run's error is 3\.[23] times that", words)


def test_labels_that_were_copied_tell_nothing(opened: Opened, tmp_path: Path) -> None:
    points = {face.id: face.landmarks for face in opened.labels}
    second = SecondLabels(tmp_path, points, len(points))
    asked = Asked(folder_of(opened, "0002-bignet"), second=second)
    write_report(asked, opened.labels, case_on_disk(opened), tmp_path / "r.html")
    assert "they are the very same, so that they tell nothing" in read(tmp_path / "r.html")[0]
