"""Errors by part and by point: what is drawn, and that a click sorts by it."""

from __future__ import annotations

import math

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kpstudio.app.face_order import ByPoints
from kpstudio.core.analysis import Offsets, measure
from kpstudio.core.labelset import Face, FaceState
from kpstudio.core.landmarks import Landmarks, Source
from kpstudio.core.metrics import Yardstick
from kpstudio.store.project import Project
from kpstudio.ui.main_window import MainWindow
from kpstudio.ui.panels.error_plots import ErrorPlots
from kpstudio.ui.panels.review_faces import NO_FACES, ReviewFaces
from kpstudio.ui.workspaces import Workspace
from tests.app.help import SCHEME, face_xy, faces_folder, stored_run
from tests.ui.driver import Script, drive

LEFT = Qt.MouseButton.LeftButton
CHIN = SCHEME.points.index("chin")
MOUTH = SCHEME.groups["mouth"]


def offsets(count: int = 4) -> Offsets:
    """Faces whose mouths lie more and more to the right, and whose chins hang 3 pixels low."""
    faces, predictions = [], {}
    for number in range(count):
        xy = face_xy(0)
        faces.append(Face(f"f{number}", "f.jpg", Landmarks.of(xy), state=FaceState.LABELLED))
        off = xy.copy()
        off[list(MOUTH), 0] += number
        off[CHIN, 1] += 3.0
        predictions[f"f{number}"] = Landmarks.of(off, Source.PREDICTION, "0001-best")
    return measure(faces, predictions, SCHEME)


def drawn_at(off_px: float) -> Offsets:
    """One face, all of whose points lie off by so many pixels."""
    face = Face("f0", "f.jpg", Landmarks.of(face_xy(0)), state=FaceState.LABELLED)
    return measure([face], {"f0": Landmarks.of(face_xy(0) + np.array([off_px, 0.0]))}, SCHEME)


@pytest.fixture
def found() -> Offsets:
    return offsets()


@pytest.fixture
def plots(qtbot: QtBot, qapp: QApplication, found: Offsets) -> ErrorPlots:
    widget = ErrorPlots()
    qtbot.addWidget(widget)
    widget.resize(350, 700)
    widget.show()
    qtbot.waitExposed(widget)
    unknown = np.full(len(found.ids), math.nan)
    faces = ReviewFaces(found.ids, found.nme, unknown, "{}.jpg".format)
    widget.set_faces(faces)
    widget.set_offsets(faces, found, Yardstick(SCHEME.normaliser))
    return widget


def show(plots: ErrorPlots, number: int, qapp: QApplication) -> None:
    plots.over.button(number).click()
    qapp.processEvents()


def test_a_strip_for_each_part_with_its_median(plots, found, qapp) -> None:
    show(plots, 1, qapp)
    parts = plots.parts
    assert set(parts.parts) == {"jaw", "eyes", "brows", "mouth", "nose"}
    place = parts.parts.index("mouth")
    here = np.abs(parts._xy[:, 0] - place) < 0.5
    assert here.sum() == 4
    pixel = 100.0 / found.length[0]
    assert np.allclose(np.sort(parts._xy[here, 1]), pixel * np.arange(4), atol=1e-6)
    x, y = parts._medians.getData()
    middle = y[np.abs(x - place) < 0.5]
    assert np.allclose(middle, 1.5 * pixel)
    assert parts._name(float(place)) == "mouth"
    assert parts._name(place + 0.5) == ""


def test_a_dot_chooses_its_face_and_a_name_sorts_by_its_part(plots, qtbot, qapp) -> None:
    show(plots, 1, qapp)
    parts = plots.parts
    place = parts.parts.index("mouth")
    row = next(k for k, (x, y) in enumerate(parts._xy) if abs(x - place) < 0.5 and y > 0.1)
    viewport = parts.view.viewport()
    with qtbot.waitSignal(plots.face_chosen, timeout=1000) as caught:
        at = parts.pixels(*parts._xy[row].tolist()).toPoint()
        qtbot.mouseClick(viewport, LEFT, pos=at)
    assert caught.args == ["f1"]
    assert parts.readout.startswith("f1.jpg · mouth")
    plots.choose("f1")
    assert len(parts._ring.getData()[0]) == 5  # one for each part
    with qtbot.waitSignal(plots.order_wanted, timeout=1000) as caught:
        below = parts.pixels(float(place), 0.0) + QPointF(0.0, 14.0)
        qtbot.mouseClick(viewport, LEFT, pos=below.toPoint())
    assert caught.args == [ByPoints("mouth", tuple(sorted(MOUTH)))]


def test_circles_are_as_large_as_the_error_and_arrows_show_the_bias(plots, found, qapp) -> None:
    show(plots, 2, qapp)
    points = plots.points
    way = (points.arrows - found.upright)[CHIN]
    face = np.ptp(face_xy(0), axis=0)[0] / np.ptp(found.upright, axis=0)[0]
    assert way[1] * face / points.larger == pytest.approx(3.0, rel=0.1)
    assert abs(way[0]) < 0.1 * way[1]
    sizes = points._circles.data["size"]
    assert sizes[CHIN] == pytest.approx(2.0 * np.hypot(*way), rel=1e-6)
    assert points.words(CHIN).startswith("chin · ")
    assert points.words(CHIN).endswith("too far down")
    assert "on average" not in points.words(SCHEME.points.index("left eye outer"))


@pytest.mark.parametrize(
    ("percent", "words"),
    [
        (1.0, "drawn 5 times larger"),
        (4.0, "drawn 2 times larger"),
        (8.0, "true to scale"),
        (20.0, "drawn at a third of their size"),
        (60.0, "drawn at a tenth of their size"),
    ],
)
def test_errors_are_drawn_as_large_as_they_stay_apart(plots, qapp, percent, words) -> None:
    show(plots, 2, qapp)
    points, length = plots.points, offsets(1).length[0]
    plots.set_offsets(NO_FACES, drawn_at(percent / 100.0 * length), Yardstick(SCHEME.normaliser))
    xy = points._xy
    apart = np.hypot(*(xy[:, None] - xy[None]).transpose(2, 0, 1))
    np.fill_diagonal(apart, np.inf)
    covered = points._circles.data["size"] / 2.0 / apart.min(axis=1)
    assert 0.3 < np.median(covered) <= 0.75
    assert points._key.text().endswith(f" Errors {words}.")


def test_an_ellipse_is_one_deviation_of_the_scatter_about_the_arrow(plots, found, qapp) -> None:
    show(plots, 2, qapp)
    points, mouth = plots.points, MOUTH[0]
    x, y = points._ellipses.getData()
    outline = np.column_stack([x, y]).reshape(SCHEME.count, -1, 2)
    assert np.isnan(outline[:, -1]).all()  # the gap to the next
    around = outline[mouth, :-1] - points.arrows[mouth]
    # The mouths lie 0, 1, 2 and 3 pixels to the right, which is the x of an upright face.
    deviation = np.std([0.0, 1.0, 2.0, 3.0]) / found.length[0] * points._unit
    assert np.abs(around).max(axis=0) == pytest.approx([deviation, 0.0], rel=0.02, abs=0.02)
    assert np.allclose(outline[CHIN, :-1], points.arrows[CHIN], atol=1e-2 * points._unit)


def test_a_click_on_a_point_chooses_and_sorts_by_it(plots, qtbot, qapp) -> None:
    show(plots, 2, qapp)
    points, chosen, orders = plots.points, [], []
    plots.point_chosen.connect(chosen.append)
    plots.order_wanted.connect(orders.append)
    at = points.position(CHIN).toPoint()
    qtbot.mouseMove(points.view.viewport(), at / 2)
    qtbot.mouseMove(points.view.viewport(), at)
    assert points.readout.startswith("chin")
    qtbot.mouseClick(points.view.viewport(), LEFT, pos=at)
    qtbot.keyClick(points, Qt.Key.Key_Right)
    assert chosen == [CHIN, CHIN + 1]
    assert orders[0] == ByPoints("chin", (CHIN,))
    points.choose(None)
    assert len(points._ring.getData()[0]) == 0


def test_what_has_been_measured_is_drawn_when_it_comes_into_view(plots, qapp) -> None:
    wanted: list[bool] = []
    plots.offsets_wanted.connect(lambda: wanted.append(True))
    assert plots.parts.parts == ()
    show(plots, 1, qapp)
    assert plots.parts.parts
    assert len(plots.points._xy) == 0
    show(plots, 2, qapp)
    assert len(plots.points._xy) == SCHEME.count
    assert wanted == []
    plots.set_faces(NO_FACES)  # others than were measured
    show(plots, 1, qapp)
    assert wanted == [True]


def test_nothing_to_show_is_no_trouble(plots, qapp) -> None:
    for number in (1, 2):
        show(plots, number, qapp)
        plots.set_faces(NO_FACES)
        plots.set_offsets(NO_FACES, measure([], {}, SCHEME), Yardstick(SCHEME.normaliser))
        qapp.processEvents()
    assert plots.wants_offsets
    show(plots, 0, qapp)
    assert not plots.wants_offsets


def test_list_and_picture_follow_the_mean_face(tmp_path):
    root = faces_folder(tmp_path / "faces", 4)
    stored_run(root, dict.fromkeys(range(4), 1.0))
    with Project.open(root) as project:
        low = {}
        for number, drop in enumerate((0.0, 2.0, 6.0, 4.0)):
            xy = face_xy(number)
            xy[CHIN, 1] += drop
            low[f"f{number}.png#0"] = Landmarks.of(xy, Source.PREDICTION, "0001-bignet")
        project.save_predictions("0001-bignet", low)
        project.set_setting("run", "0001-bignet")

    def script(window: MainWindow) -> Script:
        plots = window.review_summary.plots
        window.runs.predict_missing = lambda: None
        yield lambda: window.canvas.has_picture
        window.show_workspace(Workspace.REVIEW)
        window.faces._choose_part("")
        window.side.setCurrentWidget(window.review_summary)
        plots.over.button(2).click()
        yield lambda: len(plots.points.arrows) == SCHEME.count
        plots.points._click(QPointF(*plots.points._xy[CHIN]))
        assert window.faces_model.face_ids == tuple(f"f{n}.png#0" for n in (2, 3, 1, 0))
        assert window.faces_model.order == ByPoints("chin", (CHIN,))
        assert window.canvas.selection.points == (CHIN,)
        assert window.gallery.header.note.text() == "4 faces · chin, worst first"

    assert drive([str(root)], script) == 0
