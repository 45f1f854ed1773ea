"""The table of points: what it shows, chooses, and how long names fare."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from kpstudio.core.landmarks import Landmarks, Visibility
from kpstudio.core.schema import generic_scheme
from kpstudio.core.selection import Selection
from kpstudio.ui import theme
from kpstudio.ui.panels.points import PointsPanel
from kpstudio.ui.panels.points_model import NAME, NUMBER, OFF, PointsModel, X, Y

SCHEME = generic_scheme(4)
TRUTH = Landmarks.of([[1, 2], [3.25, 4], [np.nan, np.nan], [7, 8]])


@pytest.fixture
def panel(qtbot) -> PointsPanel:
    widget = PointsPanel()
    qtbot.addWidget(widget)
    widget.resize(320, 500)
    widget.show_face("a.png", "", "")
    widget.show()
    qtbot.waitExposed(widget)
    return widget


def cells(panel: PointsPanel) -> list[list[str]]:
    model = panel.model
    columns = range(model.columnCount())
    return [[model.index(r, c).data() for c in columns] for r in range(model.rowCount())]


def test_points_predictions_and_their_distance(panel):
    QAbstractItemModelTester(panel.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    prediction = Landmarks.of([[4, 6], [3.25, 4], [5, 5], [np.nan, np.nan]])
    panel.model.show_points(SCHEME, TRUTH, prediction)
    assert cells(panel) == [
        ["0", "point 0", "1.0", "2.0", "5.0"],
        ["1", "point 1", "3.2", "4.0", "0.0"],
        ["2", "point 2", "–", "–", "–"],
        ["3", "point 3", "7.0", "8.0", "–"],
    ]
    panel.model.show_points(SCHEME, None, prediction)
    assert cells(panel)[0] == ["0", "point 0", "4.0", "6.0", "–"]
    panel.model.show_points(SCHEME, None, None)
    assert cells(panel)[3] == ["3", "point 3", "–", "–", "–"]


def test_what_is_far_off_stands_out_in_every_theme(panel, qapp):
    prediction = Landmarks.of(TRUTH.xy_image + np.array([[9, 0], [1, 0], [0, 0], [1, 0]]))
    panel.model.show_points(SCHEME, TRUTH, prediction)

    def colour(row: int, column: int) -> str:
        return panel.model.index(row, column).data(Qt.ItemDataRole.ForegroundRole).name()

    before = theme.current()
    for look in (theme.LIGHT, theme.DARK):
        theme.apply(qapp, look)
        assert colour(0, OFF) == look.danger
        assert [colour(row, OFF) for row in (1, 2, 3)] == [look.text] * 3
        for column, ink in ((OFF, "danger"), (0, "quiet")):
            drawn = panel.model.colour(0, column, selected=True).name()
            assert drawn == getattr(look.on_selection, ink), "to be read on chosen rows"
        assert colour(0, NUMBER) == look.quiet
        assert colour(0, NAME) == look.text
        assert colour(2, NAME) == look.quiet, "what is missing steps back"
    theme.apply(qapp, before)


coordinates = st.none() | st.tuples(st.floats(-1e4, 1e4), st.floats(-1e4, 1e4))


@given(st.lists(st.tuples(coordinates, coordinates), max_size=6))
def test_any_face_can_be_shown(pairs):
    parent = QWidget()
    model = PointsModel(parent)
    scheme = generic_scheme(len(pairs))
    nowhere = (np.nan, np.nan)
    truth, prediction = (
        Landmarks.of(np.array([pair[k] or nowhere for pair in pairs]).reshape(-1, 2))
        for k in range(2)
    )
    model.show_points(scheme, truth, prediction)
    for row, (own, guess) in enumerate(pairs):
        texts = [model.index(row, column).data() for column in (X, Y, OFF)]
        assert (texts[0] == texts[1] == "–") == (own is None)
        assert (texts[2] == "–") == (own is None or guess is None)
        model.index(row, OFF).data(Qt.ItemDataRole.ForegroundRole)
    parent.deleteLater()


def click(panel: PointsPanel, row: int, keys=Qt.KeyboardModifier.NoModifier) -> None:
    place = panel.table.visualRect(panel.model.index(row, NAME)).center()
    QTest.mouseClick(panel.table.viewport(), Qt.MouseButton.LeftButton, keys, QPoint(place))


def chosen_rows(panel: PointsPanel) -> list[int]:
    return sorted(index.row() for index in panel.table.selectionModel().selectedRows())


def test_choosing_from_outside_is_silent_and_a_click_always_tells(panel):
    panel.model.show_points(SCHEME, TRUTH, None)
    chosen = []
    panel.points_chosen.connect(chosen.append)
    panel.choose(Selection.only(2))
    assert (chosen, panel.table.currentIndex().row()) == ([], 2)
    panel.choose(Selection())
    assert chosen_rows(panel) == []
    click(panel, 2)  # again the row it was on
    assert chosen == [Selection.only(2)]
    QTest.keyClick(panel.table, Qt.Key.Key_Down)
    assert chosen == [Selection.only(2), Selection.only(3)]


def test_several_points_are_chosen_here_as_in_the_picture(panel):
    panel.model.show_points(SCHEME, TRUTH, None)
    chosen = []
    panel.points_chosen.connect(chosen.append)
    panel.choose(Selection.of((0, 2, 3), 2))
    assert (chosen, chosen_rows(panel)) == ([], [0, 2, 3])
    assert panel.table.currentIndex().row() == 2
    click(panel, 0, Qt.KeyboardModifier.ControlModifier)
    assert chosen == [Selection.of((2, 3), 2)]
    click(panel, 1)
    QTest.keyClick(panel.table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert chosen[1:] == [Selection.only(1), Selection.of((1, 2), 2)]
    QTest.keyClick(panel.table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert chosen[-1].points == (0, 1, 2, 3)


def test_another_scheme_makes_the_table_anew(panel):
    panel.model.show_points(SCHEME, TRUTH, None)
    panel.choose(Selection.only(3))
    panel.model.show_points(generic_scheme(2), None, None)
    assert len(cells(panel)) == 2
    panel.model.show_points(generic_scheme(0), None, None)
    assert cells(panel) == []


def test_a_long_name_is_cut_in_the_middle_and_told_whole(panel):
    name = "<b>" + "sehr langer Name 你好 " * 20 + ".jpg"
    panel.show_face(name, "NME 3.2 %", "")
    label = next(label for label in panel.findChildren(QLabel) if label.toolTip() == name)
    assert label.text().startswith("<b>")
    assert label.text().endswith(".jpg")
    assert "…" in label.text()
    assert label.textFormat() is Qt.TextFormat.PlainText
    assert panel.minimumSizeHint().width() <= 320
    narrow = len(label.text())
    panel.resize(900, 500)
    assert len(label.text()) > narrow
    panel.show_face("a.jpg", "", "")
    assert label.text() == "a.jpg"


def test_larger_text_finds_its_place_at_once(panel, qapp):
    before = theme.current()
    panel.show_face("01-1m.jpg", "NME 3.2 %", "")
    label = next(label for label in panel.findChildren(QLabel) if label.toolTip() == "01-1m.jpg")
    try:
        theme.apply(qapp, replace(before, text_percent=150))
        assert label.width() == label.sizeHint().width()
    finally:
        theme.apply(qapp, before)


def test_how_far_a_point_is_seen_is_told_in_the_language_of_the_window(panel, monkeypatch):
    monkeypatch.setattr("kpstudio.ui.panels.points_model.tr", lambda text: f"[{text}]")
    panel.model.show_points(SCHEME, TRUTH.seen_as([0], Visibility.OCCLUDED), None)
    tips = [panel.model.index(row, NAME).data(Qt.ItemDataRole.ToolTipRole) for row in range(3)]
    assert tips == ["point 0 · [occluded]", "point 1", "point 2 · [missing]"]


def test_the_point_under_the_pointer_is_marked_and_a_double_click_seeks(panel, qtbot):
    panel.model.show_points(SCHEME, TRUTH, None)

    def marked() -> list[int]:
        image, rows = panel.table.viewport().grab().toImage(), range(panel.model.rowCount())
        corners = [panel.table.visualRect(panel.model.index(row, NAME)).topLeft() for row in rows]
        hover = theme.current().hover
        return [row for row in rows if image.pixelColor(corners[row]).name() == hover]

    for point, rows in ((2, [2]), (0, [0]), (-1, [])):
        panel.model.hover(point)
        assert marked() == rows
    third = panel.table.visualRect(panel.model.index(3, NAME)).center()
    QTest.mouseMove(panel.table.viewport(), third)
    qtbot.waitUntil(lambda: marked() == [3])
    QApplication.sendEvent(panel.table, QEvent(QEvent.Type.Leave))
    assert marked() == []
    at = panel.table.visualRect(panel.model.index(1, NAME)).center()
    with qtbot.waitSignal(panel.point_sought) as sought:
        for click in (QTest.mouseClick, QTest.mouseDClick):
            click(panel.table.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert sought.args == [1]


def test_the_row_that_keys_start_from_is_framed_where_it_is_not_chosen(panel, qtbot):
    panel.model.show_points(SCHEME, TRUTH, None)
    table = panel.table
    table.activateWindow()
    table.setFocus()
    qtbot.waitUntil(table.hasFocus)
    table.selectRow(0)

    def framed() -> list[int]:
        image, accent = table.viewport().grab().toImage(), theme.current().accent
        tops = [table.rowViewportPosition(row) for row in range(panel.model.rowCount())]
        return [row for row, top in enumerate(tops) if image.pixelColor(0, top).name() == accent]

    assert framed() == []
    for row in (1, 2):
        QTest.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
        assert framed() == [row]
    QTest.keyClick(table, Qt.Key.Key_Space, Qt.KeyboardModifier.ControlModifier)
    assert framed() == []


def test_another_face_lays_nothing_out_anew(panel, qtbot):
    class Requests(QObject):
        count = 0

        def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
            self.count += event.type() == QEvent.Type.LayoutRequest
            return False

    requests = Requests()
    panel.model.show_points(SCHEME, TRUTH, None)
    panel.show_face("first.jpg", "yaw +3°", "")
    for _ in range(3):  # laying one part out may ask for another
        QApplication.processEvents()
    panel.layout().activate()
    for part in (panel, panel.table.parentWidget()):
        part.installEventFilter(requests)
    panel.show_face("another face.jpg", "NME 3.2 %", "")
    panel.model.show_points(SCHEME, TRUTH, None)
    QApplication.processEvents()
    assert requests.count == 0
    panel.show_tags(["glasses"])  # takes room
    QApplication.processEvents()
    assert requests.count == 1
