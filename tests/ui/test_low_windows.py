"""What is read and reached in a window of 640 x 324, as on a small screen at twice the scale."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QToolTip,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from kpstudio.core.landmarks import Landmarks
from kpstudio.core.schema import generic_scheme
from kpstudio.doctor.finding import Finding, Severity
from kpstudio.ui.canvas.message import Message
from kpstudio.ui.dialogs.label_doctor import FindingView
from kpstudio.ui.dialogs.shortcuts import ShortcutsDialog
from kpstudio.ui.main_window import MainWindow
from kpstudio.ui.panels import room
from kpstudio.ui.panels.curves import CurvesPanel
from kpstudio.ui.panels.points import PointsPanel
from kpstudio.ui.panels.room import Dialog
from kpstudio.ui.workspaces import Workspace
from tests.app.help import faces_folder, stored_run
from tests.ui.curve_help import shown_panel, stored
from tests.ui.driver import Script, dialog, drive, later

SMALLEST = 640, 324
SMALL = (853, 444), SMALLEST


def at_rest() -> bool:
    for _ in range(3):  # a layout settles in several rounds
        QApplication.processEvents()
    return True


def whole(label: QLabel) -> bool:
    """Return whether all lines of a label are in view."""
    in_view = label.visibleRegion().boundingRect()
    needed = label.heightForWidth(label.width()) if label.wordWrap() else label.sizeHint().height()
    return in_view.size() == label.size() and label.height() >= needed


def test_without_a_folder_train_has_room_for_the_words_that_say_what_to_do(language: str) -> None:
    def script(window: MainWindow) -> Script:
        for size in SMALL:
            window.resize(*size)
            window.show_workspace(Workspace.TRAIN)
            yield at_rest
            message = window.canvas.findChild(Message)
            labels = [label for label in message.findChildren(QLabel) if label.isVisible()]
            assert len(labels) == 2
            assert all(map(whole, labels)), size
            assert not window.below.isVisible()

    assert drive([], script, with_parts=False) == 0


def test_a_folder_without_runs_shows_what_to_do_below_its_pictures(tmp_path, language: str) -> None:
    folder = faces_folder(tmp_path / "faces", 2)

    def script(window: MainWindow) -> Script:
        yield lambda: window.canvas.has_picture
        window.show_workspace(Workspace.TRAIN)
        for size in SMALL:
            window.resize(*size)
            yield at_rest
            assert window.below.isVisible()
            for panel in (window.curves, window.runs_table):
                words = [label for label in panel.findChildren(QLabel) if label.wordWrap()]
                words = [label for label in words if label.isVisible()]
                assert words
                assert all(map(whole, words)), (size, panel)

    assert drive([str(folder)], script, with_parts=False) == 0


def test_every_tab_is_in_view_and_the_choice_of_a_run_tells_its_name(
    tmp_path, language: str
) -> None:
    folder = faces_folder(tmp_path / "faces", 2)
    stored_run(folder, {0: 1.0, 1: 3.0})

    def script(window: MainWindow) -> Script:
        yield lambda: window.canvas.has_picture
        bar, choice = window.side.tabBar(), window.run_choice
        for size in (SMALLEST, (1280, 684), SMALLEST):
            window.resize(*size)
            window.show_workspace(Workspace.REVIEW)
            for percent in (120, 100):
                window.settings.set_value("text_percent", percent)
                tabs = [k for k in range(bar.count()) if bar.isTabVisible(k)]
                assert len(tabs) == 5
                yield lambda tabs=tabs: all(bar.rect().contains(bar.tabRect(k)) for k in tabs)
        window.resize(*SMALL[0])
        choice.addItem("run 12 · BigNet")
        choice.setCurrentIndex(choice.count() - 1)
        yield lambda: choice.shown == choice.words
        choice.addItem("run 1 · a name that is longer than any header is wide")
        choice.setCurrentIndex(choice.count() - 1)
        yield at_rest
        assert choice.shown == "run 1"
        middle = choice.rect().center()
        about = QHelpEvent(QHelpEvent.Type.ToolTip, middle, choice.mapToGlobal(middle))
        QApplication.sendEvent(choice, about)
        assert QToolTip.text() == f"{choice.currentText()}\n{choice.toolTip()}"
        QToolTip.hideText()

    assert drive([str(folder)], script, with_parts=False) == 0


@pytest.fixture
def curves(qtbot: QtBot) -> CurvesPanel:
    return shown_panel(qtbot)


def chips(panel: CurvesPanel) -> list[str]:
    return [panel.legend.chip(key).text() for key in ("training", "validation")]


def test_the_legend_keeps_its_words_and_choices_of_two_give_way(curves: CurvesPanel) -> None:
    curves.show_runs([stored()])
    parts = [*curves._quantity.buttons(), *curves._scale.buttons()]
    met: list[list[str]] = []
    for width in (*range(640, 200, -16), 640):
        curves.resize(width, 160)
        at_rest()
        assert chips(curves) == ["training", "validation"], width
        now = [part.text() for part in parts if part.isVisible()]
        met += [now] if now not in met[-1:] else []
    both = ["MSE", "NME", "log", "linear"]
    assert met == [both, ["MSE", "log"], [], both]


def test_a_choice_that_stands_alone_turns_to_the_other(curves: CurvesPanel) -> None:
    curves.show_runs([stored()])
    log, linear = curves._scale.buttons()
    width = next(w for w in range(640, 200, -8) if curves.resize(w, 160) or linear.isHidden())
    assert log.isVisible(), width
    assert log.toolTip().endswith("Click for linear")
    log.click()
    assert (curves.log, log.isVisible(), linear.isVisible()) == (False, False, True)
    linear.click()
    assert (curves.log, log.isVisible(), linear.isVisible()) == (True, True, False)
    only, other = curves._quantity.buttons()
    assert not other.isEnabled(), "no NME is known"
    only.click()
    assert only.isVisible() and not other.isVisible()
    curves.resize(640, 160)
    assert log.toolTip() == "Logarithmic axis"


def test_words_on_a_low_plot_cover_no_curve(curves: CurvesPanel) -> None:
    level = 0.0041

    def covers() -> bool:
        curves.add_training([*range(1, 13)], [level * (1.3 if k % 2 else 0.7) for k in range(12)])
        at_rest()
        return bool(curves.notes.mean.text)

    curves.resize(500, 150)
    curves.begin_run("0008-bignet", 12, level)
    assert not covers()
    curves.resize(900, 500)
    curves.begin_run("0009-bignet", 12, level)
    assert covers(), "a high plot has room for the words, wherever they stand"


def test_words_of_the_mean_shape_find_the_free_part_of_their_line(curves: CurvesPanel) -> None:
    curves.begin_run("0008-bignet", 12, 0.0041)
    ends = [0.0041, 0.0040, *[0.0001] * 8, 0.0040, 0.0041]
    curves.add_training([*range(1, 13)], ends)
    at_rest()
    place, box = curves.notes.mean.rect, curves.plot.box
    right = box.mapViewToScene(box.viewRect().bottomRight()).x()
    assert place.right() < right - 20, "both ends of the line are covered"


@pytest.fixture
def points(qtbot: QtBot) -> PointsPanel:
    panel = PointsPanel()
    qtbot.addWidget(panel)
    panel.resize(288, 190)
    panel.show()
    return panel


def test_a_low_panel_of_points_has_one_bar_to_scroll_with(points: PointsPanel) -> None:
    scheme = generic_scheme(40)
    landmarks = Landmarks.of([(k, k) for k in range(40)])
    points.model.show_points(scheme, landmarks, None)
    points.show_face("a.jpg", "NME 3 %", "Suspicious labels: left and right are swapped.")
    at_rest()
    assert points._hint.isHidden()
    assert "Suspicious labels" in points._heading.facts.text()
    assert points.table.verticalScrollBar().maximum() > 0
    assert points.table.visibleRegion().boundingRect().size() == points.table.size()
    points.resize(340, 500)
    at_rest()
    assert whole(points._hint)
    assert points._heading.facts.text() == "NME 3 %"
    assert points.table.horizontalHeader().isVisible()


@pytest.mark.parametrize("count", [0, 40])
def test_without_points_the_hint_has_the_room_of_the_table(points: PointsPanel, count: int) -> None:
    points.model.show_points(generic_scheme(count), None, None)
    points.show_face("a.jpg", "", "These faces have no point scheme yet: choose them. " * 2)
    at_rest()
    assert points.table.isHidden()
    assert whole(points._hint)


def test_the_sliders_of_brightness_leave_the_face_in_view_and_do_not_grow(
    tmp_path, language: str
) -> None:
    folder = faces_folder(tmp_path / "faces", 2)

    def script(window: MainWindow) -> Script:
        yield lambda: window.canvas.has_picture
        for size in (SMALLEST, (1280, 684)):
            window.resize(*size)
            yield at_rest
            window.actions_by_key["adjust"].trigger()
            panel, canvas = window.adjusting.panel, window.canvas
            yield panel.isVisible
            beside = QRect(canvas.mapFromGlobal(panel.pos()), panel.size())
            covered = canvas.rect().intersected(beside)
            assert covered == beside, "it lies over what stands beside the picture"
            assert covered.width() * covered.height() < canvas.width() * canvas.height() / 3
            assert not covered.contains(canvas.rect().center())
            before = panel.size()
            for name in ("light", "dark"):
                window.settings.set_value("theme", name)
                yield at_rest
                assert panel.size() == before
            panel.close()

    assert drive([str(folder)], script, with_parts=False) == 0


def sized(part: QWidget) -> None:
    part.resize(*SMALLEST)
    at_rest()


def test_keys_of_several_actions_are_in_view(tmp_path, language: str) -> None:
    folder = faces_folder(tmp_path / "faces", 2)

    def script(window: MainWindow) -> Script:
        yield lambda: window.canvas.has_picture
        later(window.actions_by_key["keys"].trigger)
        yield lambda: dialog(ShortcutsDialog) is not None
        page = dialog(ShortcutsDialog)
        sized(page)
        first = page.tree.topLevelItem(0).child(0)
        row = page.tree.visualItemRect(first).height()
        assert page.tree.viewport().height() >= 4 * row
        page.tree.setCurrentItem(first)
        yield at_rest
        assert page.tree.viewport().height() >= 2.5 * row
        assert page.change.isVisible()
        assert not page.change.said.isVisible()
        page.change.fields[1].pressed.emit(page.change.fields[0].text())
        page.search.setText("nothing like it")
        yield at_rest
        assert page.found.isVisible()
        page.resize(800, 640)
        yield at_rest
        assert page.change.said.isVisible()

    assert drive([str(folder)], script, with_parts=False) == 0


def test_a_proof_is_seen_whole_in_a_low_view(qtbot: QtBot) -> None:
    view = FindingView()
    qtbot.addWidget(view)
    view.resize(430, 250)
    view.show()
    finding = Finding(
        "order", Severity.FAULT, "Left and right are swapped.", "Each point moves.", ()
    )
    view.show_finding(finding)
    for name in ("a.jpg", "b.jpg"):
        view.show_proof("order", name, np.zeros((280, 280, 3), np.uint8))
    at_rest()
    for label in view.proofs:
        assert min(label.width(), label.height()) >= 120
        assert label.visibleRegion().boundingRect().size() == label.size()
    assert not view.severity.isVisible()
    view.resize(740, 600)
    at_rest()
    assert view.severity.isVisible()
    wide, high = view.width(), view.height()
    large = view.proofs[0].pixmap().deviceIndependentSize().width()
    assert large > 300, "two beside each other fill the room"
    view.resize(2 * wide, 2 * high)
    at_rest()
    assert view.proofs[0].pixmap().deviceIndependentSize().width() > 1.3 * large
    for label in view.proofs:
        assert label.visibleRegion().boundingRect().size() == label.size()


@pytest.mark.parametrize(("margin", "narrow"), [(0, 0), (4, 0), (20, 12)])
def test_margins_of_a_dialog_that_scrolls_are_narrower(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, margin: int, narrow: int
) -> None:
    monkeypatch.setattr(room, "room_for", lambda _: QSize(*SMALLEST))
    shown, field, last = Dialog(), QLineEdit(), QLineEdit()
    qtbot.addWidget(shown)
    column, row = QVBoxLayout(shown), QHBoxLayout()
    column.setContentsMargins(margin, margin, margin, margin)
    column.addWidget(field)
    row.setContentsMargins(20 - margin, 8, 20 - margin, 8)
    row.addWidget(last)
    column.addLayout(row)
    shown.show()
    at_rest()
    lefts = [part.mapTo(shown, QPoint(0, 0)).x() for part in (field, last)]
    assert lefts == [narrow, narrow + max(12 - margin, 0)]


def test_where_the_list_has_no_room_the_middle_tells_why_it_is_empty(tmp_path) -> None:
    folder = faces_folder(tmp_path / "faces", 2)

    def script(window: MainWindow) -> Script:
        yield lambda: window.canvas.has_picture
        message, bar = window.canvas._message, window.empty_bar
        for size, folded in ((SMALLEST, True), ((1280, 684), False)):
            window.resize(*size)
            window.show_workspace(Workspace.LABEL)
            yield at_rest
            assert window.faces.isHidden() == folded
            for workspace, why in ((Workspace.PHOTOS, "No photos yet."), (Workspace.REVIEW, "No ")):
                window.show_workspace(workspace)
                yield at_rest
                assert window.faces.why_empty.startswith(why)
                assert message.isVisible() and not bar.isVisible()
                window.actions_by_key["gallery"].setChecked(True)
                yield at_rest
                assert bar.isVisible() == folded, "the gallery hides the middle"
                window.actions_by_key["gallery"].setChecked(False)
            window.show_workspace(Workspace.LABEL)
            assert not window.faces.why_empty
            assert not message.isVisible() and window.canvas.has_picture
            window.faces.search.setText("no such face")
            yield at_rest
            assert bar.words.text() == ("No face matches the search." if folded else "")
            window.faces.search.clear()
            yield at_rest
            assert not bar.isVisible()

    assert drive([str(folder)], script, with_parts=False) == 0
