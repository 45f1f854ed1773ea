"""Pictures without labels: the points are chosen, placed, kept, and can be taken back."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from kpstudio.core.edits import place_points
from kpstudio.core.landmarks import Landmarks, Source
from kpstudio.core.schema import scheme_named
from kpstudio.ui.dialogs.scheme_choice import SchemeChoice
from kpstudio.ui.main_window import MainWindow
from tests.app.help import faces_folder
from tests.ui.driver import Script, dialog, drive, later, press


def test_points_are_chosen_placed_kept_and_taken_back(tmp_path):
    bare = faces_folder(tmp_path / "bare", 0, unlabelled=2)

    def first(window: MainWindow) -> Script:
        yield lambda: window.canvas.has_picture
        act, session = window.actions_by_key, window.session
        assert act["edit_scheme"].text() == "Choose the points…"
        assert "Nobody has said yet which points" in window.points._hint.text()
        later(act["edit_scheme"].trigger)
        yield lambda: dialog(SchemeChoice)
        asked = dialog(SchemeChoice)
        assert asked.list.item(0).text() == "300-W (iBUG), 68 points"
        press(asked, "Choose")
        yield lambda: session.labels.scheme.count
        assert session.labels.scheme == scheme_named("ibug68")
        assert window.points.table.model().rowCount() == 68
        assert act["edit_scheme"].text() == "Edit the scheme…"
        xy = np.full((68, 2), np.nan)
        xy[3] = (20.0, 30.0)
        placed = Landmarks.of(xy, Source.PERSON)
        session.perform(place_points(session.current, placed, "place a point"))

    def second(window: MainWindow) -> Script:
        yield lambda: window.canvas.has_picture
        session = window.session
        assert session.labels.scheme == scheme_named("ibug68"), "the project remembers"
        assert session.labels.labelled_count == 1
        session.undo()
        session.undo()
        assert session.labels.scheme.count == 0
        session.redo()
        session.redo()
        assert session.labels.labelled_count == 1

    assert drive([str(bare)], first) == 0
    assert drive([str(bare)], second) == 0


def test_a_number_of_ones_own_or_a_file(tmp_path, monkeypatch):
    bare = faces_folder(tmp_path / "bare", 0, unlabelled=1)
    good, bad = tmp_path / "mine.json", tmp_path / "bad.json"
    good.write_text(json.dumps(scheme_named("five5").to_json()))
    bad.write_text("[" * 50_000)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(good), ""))

    def script(window: MainWindow) -> Script:
        yield lambda: window.canvas.has_picture
        later(window.actions_by_key["edit_scheme"].trigger)
        yield lambda: dialog(SchemeChoice)
        asked = dialog(SchemeChoice)
        assert not asked.number.isVisible()
        asked.list.setCurrentRow(asked.list.count() - 1)
        assert asked.number.isVisible()
        asked.number.setValue(7)
        assert asked.scheme.count == 7
        asked.read(Path(bad))
        assert asked.message.text().startswith("bad.json cannot be used")
        press(asked, "From a file…")
        yield lambda: asked.scheme.count == 5
        assert asked.list.currentItem().text() == "five5, 5 points"
        QTest.keyClick(asked.list, Qt.Key.Key_Return)
        yield lambda: window.session.labels.scheme.count == 5

    assert drive([str(bare)], script) == 0
