"""What gives way where there is little room, so that nothing is cut off."""

from __future__ import annotations

from collections.abc import Callable
from itertools import product
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from kpstudio.app.language import speak
from kpstudio.app.settings import Settings
from kpstudio.engine.events import Batch, Started
from kpstudio.engine.presets import preset
from kpstudio.ui import theme
from kpstudio.ui.main_window import MainWindow
from kpstudio.ui.panels.room import TITLE_BAR, give_size
from kpstudio.ui.workspaces import Header, Workspace
from tests.app.help import faces_folder, stored_run
from tests.ui.driver import Script, drive
from tests.ui.other_screens import run_on_screen

SCREEN = 1280, 720
SMALLEST = 640, 360
"""What the small screen has at twice the scale."""
WINDOWS = ((1280, 684), (853, 444), SMALLEST, (640, 324))
"""What is left below a title on the small screen at usual scales, the smallest with and without."""
USEFUL = 320
"""So wide the picture stays where nobody asks for more beside it."""
SPARE, MAIN = "Something to look at", "The main thing"


@pytest.fixture
def header(qtbot: QtBot) -> Header:
    made = Header()
    qtbot.addWidget(made)
    for words in (SPARE, MAIN):
        action = QAction(words, made)
        made.add_action(Workspace.LABEL, action, primary=words == MAIN, spare=words == SPARE)
    made.show_workspace(Workspace.LABEL)
    made.show()
    return made


def seen(header: Header) -> list[str]:
    return [b.text() for b in header.findChildren(QPushButton) if b.isVisible()]


def test_the_header_puts_into_a_menu_what_it_has_no_room_for(header: Header) -> None:
    more = next(b for b in header.findChildren(QToolButton) if b.menu() is not None)
    met = []
    wide = header.sizeHint().width() + 400
    for width in (*range(wide, wide // 3, -8), wide):
        header.resize(width, header.height())
        left_out = [action.text() for action in more.menu().actions()]
        assert more.isVisible() is bool(left_out)
        assert sorted(seen(header) + left_out) == sorted([SPARE, MAIN])
        if seen(header) not in met[-1:]:
            met.append(seen(header))
    assert met == [[SPARE, MAIN], [MAIN], [], [SPARE, MAIN]]


def test_the_first_page_has_no_actions(header: Header) -> None:
    header.resize(1200, header.height())
    tabs = [tab.x() for tab in header.findChildren(QToolButton)]
    header.show_actions(False)
    header.layout().activate()
    assert seen(header) == []
    assert [tab.x() for tab in header.findChildren(QToolButton)] == tabs
    header.show_actions(True)
    assert seen(header) == [SPARE, MAIN]


def test_a_dialog_opens_no_larger_than_the_screen(qtbot: QtBot) -> None:
    theme.bus.theme = theme.DARK
    dialog = QDialog()
    qtbot.addWidget(dialog)
    room = dialog.screen().availableGeometry()
    give_size(dialog, 400, 300)
    assert dialog.width() == 400
    assert 300 <= dialog.height() <= room.height() - TITLE_BAR
    give_size(dialog, room.width() + 50, room.height() + 50)
    assert (dialog.width(), dialog.height()) == (room.width(), room.height() - TITLE_BAR)


@pytest.mark.parametrize("percent", [100, 120])
def test_every_page_fits_a_small_screen(tmp_path, percent: int) -> None:
    Settings().set_value("text_percent", percent)
    folder = faces_folder(tmp_path / "faces", 2)

    def script(window: MainWindow) -> Script:
        yield lambda: window.session.is_open
        for workspace in Workspace:
            window.show_workspace(workspace)
            yield lambda: True
            least = window.minimumSizeHint()
            assert least.width() <= SMALLEST[0]
            assert least.height() <= SMALLEST[1] - TITLE_BAR

    assert drive([str(folder)], script) == 0


def test_beside_a_picture_only_the_panel_scrolls(tmp_path) -> None:
    folder = faces_folder(tmp_path / "faces", 2)
    stored_run(folder, {0: 1.0, 1: 3.0})

    def script(window: MainWindow) -> Script:
        yield lambda: window.canvas.has_picture
        window.resize(SMALLEST[0], SMALLEST[1] - TITLE_BAR)
        page = window.pages.widget(0)
        for workspace in (Workspace.LABEL, Workspace.REVIEW, Workspace.PHOTOS):
            window.show_workspace(workspace)
            for panel in range(window.side.count()):
                if window.side.isTabVisible(panel):
                    window.side.setCurrentIndex(panel)
                    yield lambda: page.verticalScrollBar().maximum() == 0
        window.runs.use("0001-bignet")
        yield lambda: window.runs.run
        for workspace in (Workspace.LABEL, Workspace.REVIEW):
            window.show_workspace(workspace)
            window.side.setCurrentWidget(window.points)
            yield at_rest
            buttons = [b for b in window.points.findChildren(QPushButton) if b.isVisible()]
            assert [b.text() for b in buttons if not whole(b, window)] == []
            assert len(buttons) >= 4
            assert window.canvas.width() > window.side.width()
            main = [b for b in window.header.findChildren(QPushButton) if b.property("primary")]
            assert any(map(QPushButton.isVisible, main)), workspace
        assert window.points.table.viewport().height() >= 2 * window.points.table.rowHeight(0)
        window.actions_by_key["gallery"].trigger()
        yield at_rest
        cells = window.gallery.view
        assert cells.visualRect(cells.model().index(0, 0)).height() < cells.viewport().height()
        window.actions_by_key["gallery"].trigger()
        window.show_workspace(Workspace.TRAIN)
        window.strip.show()
        yield at_rest
        assert window.below.horizontalScrollBar().maximum() == 0
        assert page.horizontalScrollBar().maximum() == 0

    assert drive([str(folder)], script, with_parts=False) == 0


def whole(part: QWidget, window: QWidget) -> bool:
    """Return whether nothing of a part is out of view."""
    around = [each for each in window.findChildren(QWidget) if each.isAncestorOf(part)]
    places = ((each, QRect(part.mapTo(each, QPoint()), part.size())) for each in around)
    return part.isVisible() and all(each.rect().contains(place) for each, place in places)


def at_rest() -> bool:
    for _ in range(3):  # a layout settles in several rounds
        QApplication.processEvents()
    return True


@pytest.mark.parametrize("language", ["en", "de"])
def test_while_training_pause_and_stop_are_in_view_in_any_window(
    tmp_path, language: str, monkeypatch: pytest.MonkeyPatch, qapp: QApplication
) -> None:
    Settings().set_value("language", language)
    folder = faces_folder(tmp_path / "faces", 2)
    stored_run(folder, {0: 1.0, 1: 3.0})

    def script(window: MainWindow) -> Script:
        yield lambda: window.canvas.has_picture
        strip = window.strip
        config = preset("bignet", window.session.labels.scheme)
        with monkeypatch.context() as patch:
            patch.setattr(type(window.desk), "running", True)
            strip.begin("0007-bignet", config)
            strip.show_started(Started(192, 48, 0.0041, "cpu", 48, 12))
            strip.show_batch(Batch(6.4, 1e-3, 0.01, 246.0, 73.0))
            strip.show_summary("Epoch 6: validation NME 23.5 %, 7.0 points better than before")
            for size, workspace in product(WINDOWS, Workspace):
                window.resize(*size)
                window.show_workspace(workspace)
                yield at_rest
                shown = (strip.header, strip.epoch, strip.bar, strip.pause_button)
                cut = [part for part in (*shown, strip.stop_button) if not whole(part, window)]
                assert cut == [], (size, workspace)
                assert strip.epoch.shown == strip.epoch.text()
                if workspace is not Workspace.TRAIN:
                    assert window.centre.height() > window.below.height()

    assert drive([str(folder)], script, with_parts=False) == 0
    speak(qapp, "en")


def test_train_shows_settings_curves_and_runs_without_scrolling(tmp_path) -> None:
    folder = faces_folder(tmp_path / "faces", 2)
    stored_run(folder, {0: 1.0, 1: 3.0})

    def script(window: MainWindow) -> Script:
        yield lambda: window.canvas.has_picture
        window.show_workspace(Workspace.TRAIN)
        settings, curves = window.train_settings, window.curves
        curves.begin_run("0007-bignet", 12, 0.004)
        curves.add_training([1.0, 2.0], [0.01, 0.005])
        parts = (settings.header, settings.preset, settings.train_button)
        for size in (*WINDOWS, *WINDOWS[::-1]):
            window.resize(*size)
            yield at_rest
            shown = (*parts, curves.header, curves.plot)
            assert [part for part in shown if not whole(part, window)] == [], size
            assert window.runs_table.view.viewport().height() >= 1.5 * theme.ROW
            assert window.pages.widget(0).verticalScrollBar().maximum() == 0

    assert drive([str(folder)], script, with_parts=False) == 0


@pytest.mark.parametrize("scale", ["1", "1.5", "2"])
def test_nothing_is_cut_off_on_a_small_screen_at_any_scale(scale: str, tmp_path: Path) -> None:
    run_on_screen(SCREEN, scale, ["test_room"], tmp_path)


def test_what_folds_by_itself_comes_back_and_what_a_person_folds_does_not(tmp_path) -> None:
    folder = faces_folder(tmp_path / "faces", 2)

    def script(window: MainWindow) -> Script:
        yield lambda: window.session.is_open
        shown = [window.actions_by_key[key] for key in ("faces_list", "side_panel")]

        def are(listed: bool, beside: bool) -> Callable[[], bool]:
            parts = (window.faces, window.side)
            return lambda: (
                [p.isVisible() for p in parts] == [a.isChecked() for a in shown] == [listed, beside]
            )

        window.resize(1280, 684)
        yield are(True, True)
        window.resize(640, 324)
        yield are(False, True)
        shown[0].trigger()
        yield are(True, False)
        window.resize(1280, 684)
        yield are(True, True)
        shown[1].trigger()
        yield are(True, False)
        window.resize(640, 324)
        yield are(True, False)
        window.resize(1280, 684)
        yield are(True, False)
        window.actions_by_key["history"].trigger()
        yield are(True, True)
        assert Settings().folded == []

    assert drive([str(folder)], script) == 0


def test_the_list_gives_way_to_the_picture_until_it_is_asked_for(tmp_path) -> None:
    folder = faces_folder(tmp_path / "faces", 2)

    def script(window: MainWindow) -> Script:
        yield lambda: window.canvas.has_picture
        listed, beside, reset = (
            window.actions_by_key[key] for key in ("faces_list", "side_panel", "reset_layout")
        )
        window.resize(1280, 444)
        yield lambda: window.faces.isVisible() and window.side.isVisible()
        for _ in range(2):  # to fold what had room, and show it again, asks for nothing more
            beside.trigger()
            yield lambda: window.side.isVisible() is beside.isChecked()
        for width, shown in ((1280, True), (853, False), (1280, True), (853, False)):
            window.resize(width, 444)
            yield lambda shown=shown: window.faces.isVisible() is listed.isChecked() is shown
            assert window.canvas.width() >= USEFUL
        listed.trigger()
        yield lambda: window.faces.isVisible() and window.side.isVisible()
        assert window.canvas.width() < USEFUL
        beside.trigger()
        yield lambda: not window.side.isVisible()
        reset.trigger()
        yield lambda: window.side.isVisible() and not window.faces.isVisible()
        assert window.canvas.width() >= USEFUL
        assert Settings().folded == []

    assert drive([str(folder)], script, with_parts=False) == 0
