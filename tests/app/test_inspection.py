"""Looking at pictures behind the window: what is broken, what lies outside, what is known."""

from __future__ import annotations

import os

import numpy as np
import pytest
from PIL import Image

from kpstudio.app import inspection as inspection_module
from kpstudio.app.inspection import Inspection
from kpstudio.core.edits import move_points
from kpstudio.io import opening as opening_module
from kpstudio.io import pictures as pictures_module
from kpstudio.io.opening import NO_LABELS, open_path
from tests.app.help import PATIENCE_MS, face_xy, picture, pts_text


@pytest.fixture
def inspected(desk):
    """Return a function that opens a folder and waits until all its pictures were looked at."""
    inspection = Inspection(desk.session)

    def open_and_wait(folder):
        desk.open(folder)
        desk.wait(lambda: not inspection.running)
        return desk.session

    return open_and_wait


def spoil(folder):
    """Break a picture, empty another, let points lie outside and far outside two more."""
    (folder / "f0.png").write_bytes(b"no picture")
    (folder / "f1.png").write_bytes(b"")
    for name, where in (("f2", 500.0), ("f3", 90_000.0)):
        xy = face_xy(2)
        xy[7] = (where / 5, 20.0) if name == "f2" else (where, 20.0)
        (folder / f"{name}.pts").write_text(pts_text(xy))


def test_what_the_window_knows_in_the_end_is_what_the_command_line_knows(inspected, folder):
    spoil(folder)
    session = inspected(folder)
    plain = open_path(folder)
    assert set(session.broken) == {"f0.png", "f1.png"}
    assert set(session.labels.pictures) - set(session.broken) == set(plain.labels.pictures)
    whole = [face for face in session.labels if face.picture not in session.broken]
    assert sorted(whole, key=lambda face: face.id) == sorted(plain.labels, key=lambda f: f.id)
    assert session.labels["f3.png#0"].photo
    told = {(p.where, p.message.partition(";")[0]) for p in session.problems}
    odd = [p for p in plain.problems if p.message != NO_LABELS]  # the list shows those anyway
    assert told == {(p.where, p.message.partition(";")[0]) for p in odd}


def test_opening_reads_no_header(desk, folder, monkeypatch):
    def refuse(path):
        raise AssertionError(f"the header of {path} was read")

    monkeypatch.setattr(pictures_module, "read_size", refuse)
    monkeypatch.setattr(opening_module, "read_size", refuse)
    desk.open(folder)
    assert len(desk.session.labels) == 7


def test_headers_are_read_once_as_long_as_files_stay(inspected, folder, monkeypatch):
    read: list[str] = []
    real = inspection_module.read_size
    monkeypatch.setattr(
        inspection_module, "read_size", lambda path: read.append(path.name) or real(path)
    )
    (folder / "f0.png").write_bytes(b"no picture")
    session = inspected(folder)
    assert len(read) == 7
    read.clear()
    assert set(inspected(folder).broken) == {"f0.png"}
    assert read == []
    picture(folder / "f0.png")
    os.utime(folder / "f4.png", (1, 1))
    assert inspected(folder).broken == {}
    assert sorted(read) == ["f0.png", "f4.png"]
    assert not any("f0" in problem.where for problem in session.problems)


def test_a_face_that_was_worked_on_keeps_its_points(desk, folder):
    spoil(folder)
    desk.open(folder)
    session = desk.session
    face = session.labels["f3.png#0"]
    session.perform(move_points(face, [7], [[20.0, 20.0]], "7"))
    inspection = Inspection(session)
    inspection.start()
    session.undo()
    desk.wait(lambda: not inspection.running)
    assert session.labels["f3.png#0"] == face
    session.redo()
    assert session.labels["f3.png#0"].landmarks.xy_image[7].tolist() == [20.0, 20.0]
    assert desk.said == []


def test_the_face_in_view_may_lose_its_points(desk, folder):
    spoil(folder)
    inspection = Inspection(desk.session)
    desk.open(folder)
    desk.session.choose("f3.png#0")
    desk.wait(lambda: not inspection.running)
    assert desk.session.current is desk.session.labels["f3.png#0"]
    assert desk.session.current.landmarks is None


def test_rows_of_broken_pictures_are_marked(inspected, desk, folder, qtbot):
    (folder / "f1.png").write_bytes(b"")
    with qtbot.waitSignal(desk.faces.dataChanged, timeout=PATIENCE_MS):
        inspected(folder)
    assert "empty" in desk.faces.row("f1.png#0").broken
    assert desk.faces.row("f0.png#0").broken == ""
    assert "empty" in desk.faces.data(desk.faces.index(1), 3)  # the tool tip


def test_inspecting_can_be_cancelled_and_goes_on_another_time(desk, tmp_path):
    root = tmp_path / "many"
    root.mkdir()
    for number in range(40):
        Image.fromarray(np.zeros((4, 4), np.uint8)).save(root / f"{number}.png")
    inspection = Inspection(desk.session)
    ended: list[int] = []
    inspection.ended.connect(lambda: ended.append(1))
    desk.open(root)
    inspection.cancel()
    assert ended
    assert not inspection.running
    inspection.start()
    desk.wait(lambda: not inspection.running)
    assert desk.session.broken == {}


def test_an_inspection_that_waits_can_be_cancelled(desk, folder, qtbot):
    inspection = Inspection(desk.session)
    desk.open(folder)
    inspection.start()
    assert inspection.running
    with qtbot.waitSignal(inspection.ended, timeout=PATIENCE_MS):
        inspection.cancel()
    assert not inspection.running
    (folder / "f0.png").write_bytes(b"")
    qtbot.wait(50)
    assert not desk.session.broken


def test_an_inspection_rests_while_the_list_is_scrolled(desk, folder, qtbot, monkeypatch):
    monkeypatch.setattr(inspection_module, "REST_S", 3600.0)
    inspection = Inspection(desk.session)
    seen = []
    inspection.progressed.connect(lambda done, total: seen.append((done, total)))
    desk.open(folder)
    inspection.rest()
    qtbot.waitUntil(lambda: seen == [(7, 7)], timeout=PATIENCE_MS)
    qtbot.wait(100)
    assert inspection.running
    with qtbot.waitSignal(inspection.ended, timeout=PATIENCE_MS):
        inspection.cancel()
