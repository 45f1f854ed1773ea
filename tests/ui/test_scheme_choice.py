"""Pictures without labels: the points are chosen, placed, kept, and can be taken back."""

from __future__ import annotations

import json
import os
from pathlib import Path

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from kpstudio.core.edits import place_points
from kpstudio.core.known_shape import shipped_prior
from kpstudio.core.landmarks import Landmarks, Source
from kpstudio.core.schema import scheme_named
from kpstudio.store.copies import save_copy
from kpstudio.ui.dialogs.scheme_choice import SchemeChoice
from kpstudio.ui.dialogs.scheme_editor import SchemeEditor
from kpstudio.ui.main_window import MainWindow
from tests.app.help import faces_folder
from tests.ui.driver import Script, dialog, drive, later, press


def edited(window: MainWindow) -> Script:
    """Look at the scheme that was chosen in the editor, which has no other to go back to."""
    later(window.actions_by_key["edit_scheme"].trigger)
    yield lambda: dialog(SchemeEditor)
    editor = dialog(SchemeEditor)
    words = [action.text() for action in editor.take_button.menu().actions()]
    assert words == ["the current scheme", "ibug68"]
    editor.take_button.menu().actions()[0].trigger()
    at = editor.drawing.place_of(30).toPoint()
    prior = shipped_prior(scheme_named("ibug68"))
    assert prior is not None
    np.testing.assert_array_equal(editor._xy, prior.mean)
    QTest.mouseClick(editor.drawing, Qt.MouseButton.LeftButton, pos=at)
    assert editor.table.currentIndex().row() == 30
    editor.reject()
    yield lambda: dialog(SchemeEditor) is None


def test_points_are_chosen_placed_kept_and_taken_back(tmp_path):
    bare = faces_folder(tmp_path / "bare", 0, unlabelled=2)

    def first(window: MainWindow) -> Script:
        yield lambda: window.canvas.has_picture
        act, session = window.actions_by_key, window.session
        assert act["edit_scheme"].text() == "Choose the points…"
        assert "These faces have no point scheme yet" in window.points._hint.text()
        later(act["edit_scheme"].trigger)
        yield lambda: dialog(SchemeChoice)
        asked = dialog(SchemeChoice)
        assert asked.list.item(0).text() == "300-W (iBUG), 68 points"
        press(asked, "Choose")
        yield lambda: session.labels.scheme.count
        assert session.labels.scheme == scheme_named("ibug68")
        assert window.points.table.model().rowCount() == 68
        assert act["edit_scheme"].text() == "Choose the points…", "nothing is placed yet"
        session.set_scheme(scheme_named("five5"))
        later(act["edit_scheme"].trigger)
        yield lambda: dialog(SchemeChoice)
        again = dialog(SchemeChoice)
        assert again.list.currentItem().text() == "Face detector, 5 points"
        assert not again.list.verticalScrollBar().isVisible()
        again.list.setCurrentRow(0)
        press(again, "Choose")
        yield lambda: session.labels.scheme == scheme_named("ibug68")
        xy = np.full((68, 2), np.nan)
        xy[3] = (20.0, 30.0)
        placed = Landmarks.of(xy, Source.PERSON)
        session.perform(place_points(session.current, placed, "place a point"))
        assert act["edit_scheme"].text() == "Edit scheme…"
        assert not session.set_scheme(scheme_named("five5"))
        assert "does not fit plain0.png, which has 68" in window.status.message.text()
        yield from edited(window)

    def second(window: MainWindow) -> Script:
        yield lambda: window.canvas.has_picture
        session = window.session
        assert session.labels.scheme == scheme_named("ibug68"), "the project remembers"
        assert session.labels.labelled_count == 1
        for _ in range(4):
            session.undo()
        assert session.labels.scheme.count == 0
        for _ in range(4):
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
        if hasattr(os, "mkfifo"):
            os.mkfifo(tmp_path / "pipe.json")
            asked.read(tmp_path / "pipe.json")  # nobody waits for what comes out of it
            assert asked.message.text().startswith("pipe.json cannot be used")
        press(asked, "From a file…")
        yield lambda: asked.scheme.count == 5
        assert asked.list.currentItem().text() == "five5, 5 points"
        QTest.keyClick(asked.list, Qt.Key.Key_Return)
        yield lambda: window.session.labels.scheme.count == 5

    assert drive([str(bare)], script) == 0


def test_a_copy_brings_the_chosen_points_back_with_the_faces(tmp_path):
    bare = faces_folder(tmp_path / "bare", 0, unlabelled=1)

    def script(window: MainWindow) -> Script:
        yield lambda: window.canvas.has_picture
        session = window.session
        session.set_scheme(scheme_named("ibug68"))
        placed = Landmarks.of(np.full((68, 2), 9.0), Source.PERSON)
        session.perform(place_points(session.current, placed, "place"))
        moment = save_copy(session.project)
        session.undo()
        session.undo()
        session.set_scheme(scheme_named("five5"))
        window.copies.go_back(moment)
        assert window.status.message.text() == "1 face restored."
        assert (session.labels.scheme, session.labels.labelled_count) == (
            scheme_named("ibug68"), 1,
        )  # fmt: skip
        session.undo()
        assert (session.labels.scheme, session.labels.labelled_count) == (scheme_named("five5"), 0)

    assert drive([str(bare)], script) == 0
