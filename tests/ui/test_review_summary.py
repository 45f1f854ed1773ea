from __future__ import annotations

import math

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QScrollArea
from pytestqt.qtbot import QtBot

from kpstudio.core.metrics import Yardstick
from kpstudio.core.schema import Normaliser
from kpstudio.store.project import Project
from kpstudio.ui import theme
from kpstudio.ui.main_window import MainWindow
from kpstudio.ui.panels.review_faces import error_limit
from kpstudio.ui.panels.review_summary import ReviewSummary
from kpstudio.ui.panels.split_figures import SplitErrors
from kpstudio.ui.workspaces import Workspace
from tests.app.help import WIDTH, faces_folder, stored_run
from tests.ui.driver import Script, drive
from tests.ui.review_help import Row, review_faces

FACES: list[Row] = [
    ("a#0", "a.jpg", 0.02, -30.0),
    ("b#0", "b.jpg", 0.04, 0.0),
    ("c#0", "c.jpg", 0.12, 28.0),
    ("d#0", "d.jpg", 0.06, math.nan),
    ("e#0", "e.jpg", math.nan, 5.0),
]


@pytest.fixture
def summary(qtbot: QtBot) -> ReviewSummary:
    widget = ReviewSummary()
    qtbot.addWidget(widget)
    widget.resize(350, 600)
    widget.show()
    qtbot.waitExposed(widget)
    widget.set_faces(review_faces(FACES))
    return widget


def test_the_page_scrolls_only_where_plots_would_be_too_low(summary: ReviewSummary) -> None:
    bar = summary.findChildren(QScrollArea)[0].verticalScrollBar()
    for number in range(3):
        summary.plots.over.button(number).setChecked(True)
        for height, scrolls in ((1000, False), (575, False), (300, True)):
            summary.resize(340, height)
            QApplication.processEvents()
            assert (bar.maximum() > 0) is scrolls


def test_the_figures_sum_up_the_faces(summary: ReviewSummary) -> None:
    texts = {key: figure.value.text() for key, figure in summary.figures.items()}
    assert texts == {
        "faces": "4",
        "mean": "6.00 %",
        "median": "5.00 %",
        "failures": "25.0 %",
        "auc": "0.38",
    }
    assert summary.figures["failures"].name.text() == "over 8 %"
    assert summary.figures["failures"].toolTip().startswith("1 of 4 faces fail")
    assert summary.figures["auc"].name.text() == "AUC to 8 %"
    assert summary.figures["failures"].value.property("tone") == "danger"


def test_all_figures_follow_the_threshold(summary: ReviewSummary) -> None:
    summary.set_faces(review_faces(FACES), Yardstick(Normaliser("inter-ocular", (0,), (1,)), 0.05))
    figures = summary.figures
    assert figures["failures"].value.text() == "50.0 %"
    assert [figures[key].name.text() for key in ("failures", "auc")] == ["over 5 %", "AUC to 5 %"]
    assert "inter-ocular length" in figures["mean"].toolTip()
    assert summary.plots.ced.words == "5 %: 2 faces fail"
    assert summary.plots.turn.bad().tolist() == [False, False, True]


def test_training_is_set_against_validation(summary: ReviewSummary) -> None:
    assert summary.splits.isHidden()
    held_out = SplitErrors("Validation", 48, 0.0412, 5.31, 0.000213)
    summary.splits.tell([held_out, SplitErrors("Training", 192, 0.02, 2.4, None)])
    assert summary.splits.isVisible()
    assert summary.splits.rows == [
        ["Validation", "48", "4.12 %", "5.31", "0.000213"],
        ["Training", "192", "2.00 %", "2.40", "…"],
    ]
    summary.splits.tell([SplitErrors("Training", 0, math.nan, 0.0, math.nan), held_out])
    assert [row[0] for row in summary.splits.rows] == ["Validation"]
    summary.splits.tell([])
    assert summary.splits.isHidden()


def test_the_window_tells_the_mse_of_the_run(tmp_path) -> None:
    root = faces_folder(tmp_path / "faces", 4)
    name = stored_run(root, {n: float(n + 1) for n in range(4)})
    with Project.open(root) as project:
        project.set_setting("run", name)

    def script(window: MainWindow) -> Script:
        splits = window.review_summary.splits
        yield lambda: window.canvas.has_picture
        window.show_workspace(Workspace.REVIEW)
        window.side.setCurrentWidget(window.review_summary)
        yield lambda: splits.rows and splits.rows[-1][-1] != "…"
        errors = {row[0]: row[1:] for row in splits.rows}
        # Faces 0 and 1 were trained on; predictions lie 1 to 4 pixels to the right.
        assert [errors[part][2] for part in ("Validation", "Training")] == ["3.50", "1.50"]
        assert float(errors["Validation"][3]) == pytest.approx(25 / 4 / WIDTH**2, rel=0.01)
        assert float(errors["Training"][3]) == pytest.approx(5 / 4 / WIDTH**2, rel=0.01)
        assert errors["Training"][0] == "2"

    assert drive([str(root)], script) == 0


def test_nothing_to_review_is_said(summary: ReviewSummary) -> None:
    summary.set_faces(review_faces([FACES[-1]]))
    assert not summary.plots.ced.isVisible()
    assert summary._stack.currentWidget().label.text().startswith("No face in the list")


def test_the_distribution_rises_at_each_error(summary: ReviewSummary) -> None:
    x, y = summary.plots.ced._curve.getOriginalDataset()
    assert list(zip(x, y, strict=True))[:5] == [
        pytest.approx(pair) for pair in [(0, 0), (2, 25), (4, 50), (6, 75), (12, 100)]
    ]
    assert summary.plots.ced.words == "8 %: 1 face fails"
    summary.set_faces(review_faces([FACES[0]]))
    assert summary.plots.ced.words == "8 %: 0 faces fail"


def test_hovering_the_distribution_reads_it(summary: ReviewSummary, qtbot: QtBot) -> None:
    at = summary.plots.ced.pixels(5.0, 50.0).toPoint()
    qtbot.mouseMove(summary.plots.ced.view.viewport(), at / 2)
    qtbot.mouseMove(summary.plots.ced.view.viewport(), at)
    assert summary.plots.ced.readout.startswith("50 % of faces below")


def test_faces_without_a_known_turn_are_counted(summary: ReviewSummary) -> None:
    assert summary.plots.over_header.note.text() == "1 without a known turn"
    assert summary.plots.turn.position("d#0") is None


def test_a_click_on_a_dot_chooses_its_face(summary: ReviewSummary, qtbot: QtBot) -> None:
    at = summary.plots.turn.position("c#0")
    assert at is not None
    with qtbot.waitSignal(summary.plots.face_chosen, timeout=1000) as caught:
        qtbot.mouseClick(
            summary.plots.turn.view.viewport(), Qt.MouseButton.LeftButton, pos=at.toPoint()
        )
    assert caught.args == ["c#0"]
    assert "c.jpg · 12.0 % · +28°" in summary.plots.turn.readout


def test_a_click_beside_every_dot_chooses_none(summary: ReviewSummary, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(summary.plots.face_chosen):
        at = summary.plots.turn.pixels(20.0, 1.0).toPoint()
        qtbot.mouseClick(summary.plots.turn.view.viewport(), Qt.MouseButton.LeftButton, pos=at)


def test_the_arrow_keys_walk_from_left_to_right(summary: ReviewSummary, qtbot: QtBot) -> None:
    seen: list[str] = []
    summary.plots.face_chosen.connect(seen.append)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left):
        qtbot.keyClick(summary.plots.turn, key)
    assert seen == ["a#0", "b#0", "a#0"]


def test_the_chosen_face_is_ringed_without_an_echo(summary: ReviewSummary, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(summary.plots.face_chosen):
        summary.plots.choose("b#0")
    x, y = summary.plots.turn._ring.getData()
    assert (list(x), list(y)) == ([0.0], [pytest.approx(4.0)])
    assert summary.plots.turn.accessibleDescription() == "b.jpg · 4.0 % · +0°"
    summary.plots.choose("")
    assert len(summary.plots.turn._ring.getData()[0]) == 0
    summary.plots.choose("b#0")
    summary.set_faces(review_faces(FACES[:2]))  # the ring stays with its face
    assert len(summary.plots.turn._ring.getData()[0]) == 1


def test_it_takes_the_colours_of_the_theme(summary: ReviewSummary, qapp: QApplication) -> None:
    try:
        for look in (theme.LIGHT, theme.DARK):
            theme.apply(qapp, look)
            assert summary.plots.ced._curve.opts["pen"].color().name() == look.data.training
            failed = summary.plots.turn._dots.points()[2].brush().color()
            assert failed.name() == look.data.prediction
    finally:
        theme.apply(qapp, theme.DARK)


@pytest.mark.parametrize(
    ("errors", "threshold", "end"),
    [
        ([], 0.08, 12.0),
        ([0.01], 0.08, 12.0),
        ([0.15], 0.08, 16.0),
        ([0.13], 0.08, 14.0),
        ([0.056], 0.03, 6.0),
        ([0.17], 0.03, 20.0),
        ([3.0], 0.08, 40.0),
        ([0.01], 0.03, 5.0),
        ([], 0.10, 15.0),
    ],
)
def test_the_axis_of_errors_always_shows_the_threshold(
    errors: list[float], threshold: float, end: float
) -> None:
    assert error_limit(errors, threshold) == end


def test_the_turn_stays_in_the_middle_in_any_width(
    summary: ReviewSummary, qapp: QApplication
) -> None:
    for width in (300, 900):
        summary.resize(width, 600)
        qapp.processEvents()
        middle = summary.plots.turn.position("b#0")
        assert middle is not None
        axis = summary.plots.turn.pixels(-40.0, 0.0).x()
        assert 2 * middle.x() - axis == pytest.approx(
            summary.plots.turn.pixels(40.0, 0.0).x(), abs=2
        )
        low, high = summary.plots.turn.box.viewRange()[0]
        assert low == pytest.approx(-40.0)
        assert high - 40.0 < 2.0
