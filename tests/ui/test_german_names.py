"""A window in German: names of points are German where they are shown, and English in data."""

from __future__ import annotations

import json
import re

import pytest
from PySide6.QtWidgets import QWidget

from kpstudio.app.settings import Settings
from kpstudio.core.edits import move_points
from kpstudio.core.query_parser import parse_query
from kpstudio.core.schema import Normaliser, shipped_schemes
from kpstudio.core.selection import Selection
from kpstudio.core.shapemodel import shipped_shape_model
from kpstudio.io.exporting import export
from kpstudio.io.opening import open_path
from kpstudio.ui.dialogs.scheme_editor import SchemeEditor
from kpstudio.ui.main_window import MainWindow
from kpstudio.ui.panels.settings_text import points_of, points_text, shown_name
from tests.app.help import faces_folder
from tests.ui.driver import Script, drive
from tests.ui.shown_texts import texts_of
from tests.ui.test_what_moved import OLD_RUN, two_runs

NAMES = re.compile(r"\b(jaw|eyes?|brows?|nose|mouth|chin|tip|inner|outer|inter-ocular)\b", re.I)
LOCKED = 13


@pytest.fixture
def speaks_german(german: None) -> None:
    """Let a window that is started speak German."""
    Settings().set_value("language", "de")


def english(window: MainWindow) -> set[str]:
    return {f"{where}: {text}" for where, text in texts_of(window) if NAMES.search(text)}


def test_no_name_is_shown_in_english(tmp_path, speaks_german):
    folder = faces_folder(tmp_path / "in", 4, unlabelled=1)
    two_runs(folder, dict.fromkeys(range(4), 9.0), dict.fromkeys(range(4), 1.0))
    found: set[str] = set()

    def script(window: MainWindow) -> Script:
        act, session, canvas = window.actions_by_key, window.session, window.canvas
        yield lambda: canvas.has_picture
        face = session.current
        session.perform(move_points(face, [0], face.landmarks.xy_image[[0]] + 3.0, "jaw 1"))
        assert session.undo_verb == "move jaw 1"
        act["history"].trigger()
        canvas.choose_points(Selection.only(LOCKED))
        act["lock"].trigger()
        assert "linkes Auge außen" in window.status.message.text()
        assert canvas._content.describe(LOCKED) == "linkes Auge außen · gesperrt"
        found.update(english(window))
        act["show_review"].trigger()
        for tab in (window.breakdown, window.what_moved):
            window.side.setCurrentWidget(tab)
            if tab is window.what_moved:
                window.old_run.choose(OLD_RUN)
                yield lambda: window.what_moved.points.rows.rowCount()
            else:
                yield lambda: window.breakdown.table.rows.rowCount()
            found.update(english(window))
        window.side.setCurrentWidget(window.review_summary)
        plots = window.review_summary.plots
        plots.over.button(1).click()
        yield lambda: plots.parts.parts
        assert [plots.parts._name(place) for place in range(2)] == ["Kiefer", "Augen"]
        assert " · Kiefer " in plots.parts.words(0)
        plots.over.button(2).click()
        yield lambda: plots.points._found is not None
        assert plots.points.words(LOCKED).startswith("linkes Auge außen · ")
        plots.parts.part_chosen.emit("eyes")
        assert window.faces_model.order.value == "Augen, schlechteste zuerst"
        found.update(english(window))
        act["show_train"].trigger()
        found.update(english(window))
        act["show_label"].trigger()
        session.choose("plain0.png#0")
        yield lambda: session.current.id == "plain0.png#0" and canvas.has_picture
        act["place_points"].trigger()
        assert canvas._banner().startswith("Kiefer 1 anklicken")
        found.update(english(window))
        act["place_points"].trigger()
        assert sorted(found) == []

    assert drive([str(folder)], script) == 0


def test_searches_files_and_the_scheme_keep_their_names(tmp_path, speaks_german):
    folder = faces_folder(tmp_path / "in", 2)

    def script(window: MainWindow) -> Script:
        yield lambda: window.canvas.has_picture
        labels = window.session.labels
        assert labels.scheme == open_path(folder).labels.scheme
        export(labels, tuple(labels), "json", tmp_path / "out")
        written = next((tmp_path / "out").rglob("*.json")).read_text()
        assert json.loads(written)["scheme"]["points"] == list(labels.scheme.points)
        for search in ("error>8 tag:nose", "state:checked"):
            assert str(parse_query(search)) == search

    assert drive([str(folder)], script) == 0


@pytest.mark.parametrize("scheme", shipped_schemes(), ids=lambda scheme: scheme.name)
def test_points_to_predict_are_read_in_german_and_as_data_have_them(german, scheme):
    for group, members in scheme.groups.items():
        chosen = tuple(sorted(members))
        for text in (group, shown_name(group), shown_name(points_text(chosen, scheme))):
            assert points_of(text, scheme) == chosen
    every = tuple(range(scheme.count))
    assert points_of("Alle", scheme) == points_of("all", scheme) == every
    last = scheme.count - 1
    both = f"{shown_name(scheme.points[0])}, {last}"
    assert points_of(both, scheme) == (0, last)


def test_what_errors_are_divided_by_has_one_name(qtbot, german):
    scheme, parent = shipped_schemes()[0], QWidget()
    qtbot.addWidget(parent)
    editor = SchemeEditor(scheme, scheme, shipped_shape_model(scheme.name).mean, parent)
    assert editor.normaliser.text() == "Augenwinkelabstand"
    assert editor.message.text().endswith("Augenwinkelabstand")
    assert editor.end_a.text() == "left eye outer"
    editor.end_b.setText("linkes Auge innen")
    editor.end_b.textEdited.emit(editor.end_b.text())
    editor.accept()
    assert editor.scheme.normaliser == Normaliser("inter-ocular", (13,), (17,))
    assert editor.scheme.points == scheme.points
