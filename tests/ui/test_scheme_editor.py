"""The scheme editor, driven through the real window: what is typed and clicked is what counts."""

from __future__ import annotations

import json
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QColorDialog, QDialogButtonBox, QFileDialog, QWidget

from kpstudio.core.schema import BOX_SIZE, Normaliser, generic_scheme, scheme_named
from kpstudio.core.shapemodel import shipped_shape_model
from kpstudio.tasks.opening import open_corrected
from kpstudio.ui.dialogs.scheme_editor import CONNECT, PAIR, SchemeEditor
from kpstudio.ui.dialogs.scheme_parts import drawn_shape
from kpstudio.ui.dialogs.scheme_table import GROUPS, MIRROR, NAME
from kpstudio.ui.main_window import MainWindow
from tests.ui import driver
from tests.ui.driver import Script, dialog, drive, later, press

SQUARE = np.array([[-1.0, -1.0], [1.0, -1.0], [-1.0, 1.0], [1.0, 1.0], [0.0, 0.0]])


@pytest.fixture
def editor(qtbot):
    """Return a function that opens an editor."""
    parent = QWidget()
    qtbot.addWidget(parent)

    def opened(scheme=None, xy=SQUARE) -> SchemeEditor:
        scheme = scheme or generic_scheme(len(xy))
        made = SchemeEditor(scheme, scheme, xy, parent)
        made.show()
        return made

    return opened


def click(made: SchemeEditor, point: int) -> None:
    place = made.drawing.place_of(point).toPoint()
    QTest.mouseClick(made.drawing, Qt.MouseButton.LeftButton, pos=place)


def put(made: SchemeEditor, row: int, column: int, text: str) -> bool:
    return made.model.setData(made.model.index(row, column), text)


def done(made: SchemeEditor):
    return made.buttons.button(QDialogButtonBox.StandardButton.Ok)


def test_points_are_named_connected_paired_and_remembered(sample_faces):
    def script(window: MainWindow) -> Script:
        yield lambda: window.session.is_open
        yield lambda: window.canvas.has_picture
        act = window.actions_by_key["edit_scheme"]
        assert act.isEnabled()
        later(act.trigger)
        yield lambda: dialog(SchemeEditor) is not None
        made = dialog(SchemeEditor)
        edges = len(made.scheme.edges)
        assert put(made, 52, NAME, "tip of the nose")
        assert put(made, 6, GROUPS, "jaw, chin")
        made.mode_buttons[CONNECT].click()
        click(made, 13)
        click(made, 17)
        made.mode_buttons[PAIR].click()
        click(made, 47)
        click(made, 57)  # they were a pair
        made.group.setCurrentText("jaw")
        made.recolour("#ff00aa")
        assert done(made).isEnabled()
        press(made, "Use this scheme")
        yield lambda: window.session.labels.scheme.colours
        scheme = window.session.labels.scheme
        assert scheme.points[52] == "tip of the nose"
        assert scheme.groups["chin"] == (6,)
        assert len(scheme.edges) == edges + 1
        assert (scheme.mirror[47], scheme.mirror[57]) == (47, 57)
        assert scheme.colours == {"jaw": "#ff00aa"}
        row = window.points.model.index(52, 1)
        assert window.points.model.data(row) == "tip of the nose"
        assert "tip of the nose" in window.canvas._content.name(52)
        number = window.points.model.index(0, 0)
        colour = window.points.model.data(number, Qt.ItemDataRole.ForegroundRole)
        assert colour == QColor("#ff00aa")

    assert drive([str(sample_faces)], script) == 0
    # The command line sees the points as the window did, and so does the next window.
    scheme = open_corrected(sample_faces).labels.scheme
    assert scheme.points[52] == "tip of the nose"

    def again(window: MainWindow) -> Script:
        yield lambda: window.session.is_open
        assert window.session.labels.scheme == scheme
        window.session.set_scheme(window.session.labels.own_scheme)
        yield lambda: window.session.labels.scheme == scheme_named("imm58")

    assert drive([str(sample_faces)], again) == 0
    assert open_corrected(sample_faces).labels.scheme == scheme_named("imm58")


def test_leaving_the_editor_changes_nothing(sample_faces):
    def script(window: MainWindow) -> Script:
        yield lambda: window.session.is_open
        later(window.actions_by_key["edit_scheme"].trigger)
        yield lambda: dialog(SchemeEditor) is not None
        made = dialog(SchemeEditor)
        put(made, 0, NAME, "ear")
        press(made, "Cancel")
        yield lambda: dialog(SchemeEditor) is None
        assert window.session.labels.scheme == scheme_named("imm58")

    assert drive([str(sample_faces)], script) == 0


def test_without_points_there_is_no_scheme_to_edit():
    def script(window: MainWindow) -> Script:
        yield lambda: window.isVisible()
        assert not window.actions_by_key["edit_scheme"].isEnabled()

    assert driver.drive([], script) == 0


@pytest.mark.parametrize(
    ("row", "column", "text", "sentence"),
    [
        (2, NAME, "", "point 2 has no name: give it one"),
        (2, NAME, "point 4", "points 2 and 4 are both called 'point 4'"),
    ],
)
def test_what_is_wrong_is_said_and_keeps_it_from_being_used(editor, row, column, text, sentence):
    made = editor()
    put(made, row, column, text)
    assert made.message.text() == sentence
    assert not done(made).isEnabled()
    made.accept()
    assert made.isVisible()
    put(made, row, column, "mended")
    assert done(made).isEnabled()


def test_a_partner_is_typed_by_number_or_name(editor):
    made = editor()
    assert put(made, 0, MIRROR, "1")
    assert put(made, 2, MIRROR, "point 3")
    assert made.model.data(made.model.index(1, MIRROR)) == "0 point 0"
    assert put(made, 3, MIRROR, "itself")
    assert not put(made, 4, MIRROR, "9")
    assert made.message.text().startswith("there is no point '9'")
    assert done(made).isEnabled()
    made.accept()
    assert made.scheme.mirror == (1, 0, 2, 3, 4)


def test_edges_go_on_from_point_to_point_until_one_lets_go(editor):
    made = editor()
    made.mode_buttons[CONNECT].click()
    for point in (0, 1, 3):
        click(made, point)
    QTest.keyClick(made, Qt.Key.Key_Escape)
    assert made.isVisible()
    click(made, 2)
    QTest.mouseClick(made.drawing, Qt.MouseButton.LeftButton, pos=QPoint(2, 2))
    click(made, 4)
    made.accept()
    assert made.scheme.edges == ((0, 1), (1, 3))


def test_a_click_finds_the_point_in_the_table_and_a_row_in_the_drawing(editor):
    made = editor()
    click(made, 3)
    assert made.table.currentIndex().row() == 3
    assert made.drawing._chosen == 3
    made.table.selectRow(1)
    assert made.drawing._chosen == 1


def test_errors_are_divided_by_what_is_typed(editor):
    made = editor()
    assert made.scheme.normaliser == BOX_SIZE
    made.end_a.setFocus()
    QTest.keyClicks(made.end_a, "point 0")
    assert "name both, or neither" in made.message.text()
    assert not done(made).isEnabled()
    QTest.keyClicks(made.end_b, "1,3")
    QTest.keyClicks(made.normaliser, "width")
    assert done(made).isEnabled()
    put(made, 0, NAME, "paw")  # the end keeps its point under its new name
    assert made.end_a.text() == "paw"
    made.accept()
    assert made.scheme.normaliser == Normaliser("width", (0,), (1, 3))


def test_pairs_are_derived_and_doubted_where_the_shape_is_not_symmetric(editor):
    model = shipped_shape_model("imm58")
    plain = generic_scheme(58)
    made = editor(plain, model.mean)
    made.derive_button.click()
    made.accept()
    assert made.scheme.mirror == scheme_named("imm58").mirror
    bent = np.vstack([SQUARE * [1, 2], [[0.4, 2.4]]])
    doubtful = editor(generic_scheme(6), bent)
    doubtful.derive_button.click()
    assert "not clearly symmetric" in doubtful.message.text()
    wing = np.array([[0.0, 0.0], [5.0, 1.0], [9.0, 4.0], [2.0, 7.0], [1.0, 3.0], [4.0, 9.0]])
    for shape in (wing, np.full((6, 2), np.nan)):
        made = editor(generic_scheme(6), shape)
        made.derive_button.click()
        assert "by hand" in made.message.text()
        made.accept()
        assert made.scheme == generic_scheme(6)


def test_a_shipped_scheme_of_as_many_points_is_taken_and_the_own_one_again(editor):
    own = generic_scheme(68)
    made = editor(own, shipped_shape_model("ibug68").mean)
    actions = {action.text(): action for action in made.take_button.menu().actions()}
    assert list(actions) == ["the label files", "ibug68"]
    actions["ibug68"].trigger()
    assert made.name.text() == "ibug68"
    assert made.end_a.text() == "right eye outer"
    actions["the label files"].trigger()
    made.accept()
    assert made.scheme == own


def test_a_scheme_goes_out_and_comes_in_as_json(editor, tmp_path, monkeypatch):
    path = tmp_path / "mine.json"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    made = editor(replace(generic_scheme(5), name="müde", groups={"all": (0, 1)}))
    made.export_button.click()
    assert json.loads(path.read_text(encoding="utf-8"))["name"] == "müde"
    other = editor()
    other.import_button.click()
    other.accept()
    assert other.scheme == made.scheme
    path.write_text(json.dumps(scheme_named("imm58").to_json()))
    other.read(path)
    assert (
        other.message.text() == "mine.json cannot be used: it has 58 points, but these faces have 5"
    )
    path.write_text("{")
    other.read(path)
    assert "cannot be used" in other.message.text()
    other.read(tmp_path / "gone.json")
    assert "gone.json cannot be used" in other.message.text()
    other.write(tmp_path / "no" / "folder.json")
    assert "folder.json" in other.message.text()


def test_a_group_takes_the_colour_that_is_picked(editor, monkeypatch):
    made = editor(replace(generic_scheme(5), groups={"paw": (0, 1)}))
    assert not made.plain_button.isEnabled()
    monkeypatch.setattr(QColorDialog, "getColor", lambda *_: QColor("#123456"))
    made.colour_button.click()
    assert made.plain_button.isEnabled()
    monkeypatch.setattr(QColorDialog, "getColor", lambda *_: QColor())
    made.colour_button.click()
    made.accept()
    assert made.scheme.colours == {"paw": "#123456"}
    again = editor(made.scheme)
    again.plain_button.click()
    again.accept()
    assert again.scheme.colours == {}


def test_points_are_drawn_by_their_mean_or_a_face_or_in_a_ring():
    unknown = np.full((5, 2), np.nan)
    assert drawn_shape(SQUARE, None) is SQUARE
    assert drawn_shape(unknown, SQUARE) is SQUARE
    ring = drawn_shape(unknown, unknown)
    assert np.hypot(*ring.T) == pytest.approx(1.0)
    assert len(np.unique(ring.round(6), axis=0)) == 5


def test_points_are_connected_by_keys(editor):
    made = editor()
    made.activateWindow()
    made.mode_buttons[CONNECT].click()
    made.drawing.setFocus()
    right, left, enter = Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Return
    for key in (right, enter, right, Qt.Key.Key_Down, Qt.Key.Key_Space):  # 0, then 2
        QTest.keyClick(made.drawing, key)
    assert made._draft.edges == [(0, 2)]
    QTest.keyClick(made.drawing, Qt.Key.Key_Escape)
    assert made.isVisible(), "what was begun is let go of first"
    for key in (left, left, left, enter, Qt.Key.Key_Up, enter):  # past the first: 4, then 3
        QTest.keyClick(made.drawing, key)
    assert (4, 3) in made._draft.edges
    assert len(made._draft.edges) == 2
    assert made.isVisible()
    QTest.keyClick(made.drawing, Qt.Key.Key_Escape)
    QTest.keyClick(made.drawing, Qt.Key.Key_Escape)
    assert not made.isVisible()


def test_keys_go_on_from_the_row_of_the_table_and_past_points_without_a_place(editor):
    xy = SQUARE.copy()
    xy[3] = np.nan
    made = editor(xy=xy)
    taken = []
    made.drawing.point_clicked.connect(taken.append)
    made.table.selectRow(2)
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Right, Qt.Key.Key_Return):
        QTest.keyClick(made.drawing, key)
    assert taken == [2, 4]
