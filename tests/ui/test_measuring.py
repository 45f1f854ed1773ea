"""What errors are measured by, chosen in Review's menu: everything that shows errors follows."""

from __future__ import annotations

from functools import partial

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QPushButton

from kpstudio.core.metrics import normaliser_length
from kpstudio.core.normalisers import normaliser_named
from kpstudio.store.project import Project
from kpstudio.tasks.measuring import SETTING
from kpstudio.ui.main_window import MainWindow
from kpstudio.ui.panels.field_dialog import FieldDialog
from kpstudio.ui.panels.moved_table import OLD
from kpstudio.ui.workspaces import Workspace
from tests.app.help import SCHEME, face_xy, faces_folder, stored_run
from tests.ui.driver import Script, dialog, drive, later
from tests.ui.test_what_moved import two_runs

LENGTH = normaliser_length(face_xy(0), SCHEME.normaliser)
DIAGONAL = normaliser_length(face_xy(0), normaliser_named(SCHEME, "box diagonal"))


def choose(menu: QMenu, words: str) -> None:
    """Open a menu and take one of its choices."""
    menu.aboutToShow.emit()
    (action,) = (action for action in menu.actions() if action.text().startswith(words))
    action.trigger()


def chosen(menu: QMenu) -> list[str]:
    menu.aboutToShow.emit()
    return [action.text() for action in menu.actions() if action.isChecked()]


def test_list_plots_comparison_and_search_follow_at_once(tmp_path):
    root = faces_folder(tmp_path / "faces", 8)
    off = {n: (n + 1) * 0.02 * LENGTH for n in range(8)}  # NME of 2, 4, … 16 %
    two_runs(root, dict.fromkeys(range(8), 0.09 * LENGTH), off)

    def script(window: MainWindow) -> Script:
        menus, model, errors = window.measuring, window.faces_model, window.review_summary
        yield lambda: window.canvas.has_picture
        window.show_workspace(Workspace.REVIEW)
        window.faces._choose_part("")
        window.side.setCurrentWidget(errors)
        yield lambda: errors.plots.ced.words == "8 %: 4 faces fail"
        assert chosen(menus.lengths) == ["inter-ocular (the scheme's)"]
        assert chosen(menus.thresholds) == ["8 %"]
        window.faces.search.setText("nme>8.5")
        yield lambda: model.rowCount() == 4

        choose(menus.thresholds, "10 %")
        yield lambda: errors.plots.ced.words == "10 %: 3 faces fail"
        assert errors.figures["failures"].name.text() == "over 10 %"
        assert model.rowCount() == 4  # a search says its own bound

        choose(menus.lengths, "box diagonal")
        yield lambda: model.rowCount() == 0  # the list, and the search in it
        window.faces.search.clear()
        yield lambda: model.rowCount() == 8
        expected = 100 * 0.16 * LENGTH / DIAGONAL
        worst = model.facts.error_percent(window.session.labels[model.face_ids[0]])
        assert worst == pytest.approx(expected, rel=0.02)
        yield lambda: errors.plots.ced.words == "10 %: 0 faces fail"
        assert "box diagonal" in errors.figures["mean"].toolTip()
        assert chosen(menus.lengths) == ["box diagonal"]

        tab = window.what_moved
        window.side.setCurrentWidget(tab)
        window.old_run.choose("0001-bignet")
        yield lambda: tab.faces.rows.rowCount() == 8
        assert "broken at 10 %" in tab.result.text()
        before = tab.faces.rows.rows[0].shift.before
        assert before == pytest.approx(0.09 * LENGTH / DIAGONAL, rel=0.05)
        tip = tab.faces.rows.headerData(OLD, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole)
        assert tip.endswith("box diagonal")
        choose(menus.lengths, "inter-pupil")
        yield lambda: tab.faces.rows.rows[0].shift.before > 0.09

    assert drive([str(root)], script) == 0
    with Project.open(root) as project:
        assert project.setting(SETTING) == {"normaliser": "inter-pupil", "threshold": 0.1}

    def again(window: MainWindow) -> Script:
        yield lambda: window.canvas.has_picture
        assert window.runs.measuring.yardstick.normaliser.name == "inter-pupil"
        assert window.runs.measuring.yardstick.threshold == 0.1
        assert chosen(window.measuring.thresholds) == ["10 %"]

    assert drive([str(root)], again) == 0


@pytest.mark.parametrize(("language", "typed"), [("en", "7.5"), ("de", "7,5"), ("de", "7.5")])
def test_any_threshold_can_be_given(tmp_path, language, typed):
    root = faces_folder(tmp_path / "faces", 2)
    stored_run(root, {0: 1.0, 1: 2.0})

    def script(window: MainWindow) -> Script:
        yield lambda: window.canvas.has_picture
        for words, leave in ((typed, Qt.Key.Key_Return), ("50", Qt.Key.Key_Escape)):
            later(partial(choose, window.measuring.thresholds, "Other"))
            yield lambda: dialog(FieldDialog) is not None
            asked = dialog(FieldDialog)
            assert {one.text() for one in asked.findChildren(QPushButton)} == {"Set", "Cancel"}
            asked.activateWindow()
            yield asked.isActiveWindow
            asked.field.setLocale(QLocale(language))
            QTest.keyClicks(asked.field, words)  # all of what is there is chosen
            QTest.keyClick(asked.field, leave)
            yield lambda: dialog(FieldDialog) is None
            assert window.runs.measuring.yardstick.threshold == 0.075
        assert chosen(window.measuring.thresholds) == ["7.5 %"]

    assert drive([str(root)], script) == 0
