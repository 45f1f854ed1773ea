"""The gallery: it lays out, selects and walks with the list; cells show points and numbers."""

from __future__ import annotations

import math
from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtTest import QTest

from kpstudio.app.face_list import Scope
from kpstudio.app.face_order import Order
from kpstudio.app.face_words import turn_words
from kpstudio.app.thumbnails import ThumbnailLoader
from kpstudio.core.edits import move_points, set_tags
from kpstudio.ui import theme
from kpstudio.ui.main_window import MainWindow
from kpstudio.ui.panels import gallery_view
from kpstudio.ui.panels.faces import FacesPanel
from kpstudio.ui.panels.gallery import LARGEST, SMALLEST, USUAL, Gallery
from kpstudio.ui.panels.gallery_cells import Done, Layers, number_of
from kpstudio.ui.workspaces import Workspace
from tests.app.help import PATIENCE_MS, Desk, faces_folder, stored_run
from tests.ui.driver import Script, drive, key

COUNT = 30
LEFT = Qt.MouseButton.LeftButton
NONE, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def desk(qtbot, tmp_path) -> Iterator[Desk]:
    root = faces_folder(tmp_path / "faces", COUNT)
    stored_run(root, {n: 1.0 + n / 4 for n in range(COUNT)})
    made = Desk(qtbot)
    made.runs.predict_missing = lambda: None  # the stored run has no weights
    made.root = root
    yield made
    made.close()


@pytest.fixture
def panel(desk, qtbot) -> Iterator[FacesPanel]:
    thumbnails = ThumbnailLoader()
    widget = FacesPanel(desk.session, desk.runs, desk.faces, thumbnails)
    widget.thumbnails = thumbnails
    widget.face_chosen.connect(desk.session.choose)
    qtbot.addWidget(widget)
    yield widget
    thumbnails.shutdown()
    thumbnails.deleteLater()


@pytest.fixture
def gallery(desk, panel, qtbot) -> Gallery:
    selection = panel.view.selectionModel()
    widget = Gallery(desk.session, desk.runs, desk.faces, selection, panel.thumbnails)
    qtbot.addWidget(widget)
    widget.resize(640, 480)
    widget.show()
    desk.open(desk.root)
    desk.runs.use("0001-bignet")
    return widget


def cell(gallery: Gallery, number: int):
    return gallery.view.visualRect(gallery.view.model().index(number, 0))


def click(gallery: Gallery, number: int, modifier=NONE) -> None:
    QTest.mouseClick(gallery.view.viewport(), LEFT, modifier, cell(gallery, number).center())


def chosen(desk: Desk) -> int:
    return int(desk.session.current.id.removesuffix(".png#0")[1:])


def test_a_frame_paints_what_it_has_time_for_and_the_next_the_rest(
    gallery, panel, qtbot, monkeypatch
):
    gallery.slider.setValue(SMALLEST)
    view = gallery.view
    qtbot.waitUntil(lambda: not panel.thumbnails.waiting, timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: gallery._cells._awaited == {}, timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: view._unpainted.isEmpty(), timeout=PATIENCE_MS)
    monkeypatch.setattr(gallery_view, "PAINT_S", 0.0)
    gallery._cells.forget()
    done = []
    paint = gallery._cells.paint
    monkeypatch.setattr(gallery._cells, "paint", lambda *a: done.append(paint(*a)) or done[-1])
    view.viewport().repaint()
    assert done[0] is Done.ANEW and set(done[1:]) == {Done.MARKED}
    assert view._unpainted.contains(cell(gallery, 1).center())
    assert not view._unpainted.contains(cell(gallery, 0).center())
    qtbot.waitUntil(lambda: view._unpainted.isEmpty(), timeout=PATIENCE_MS)
    assert done[-1] is Done.ANEW
    done.clear()
    view.viewport().repaint()
    assert set(done) == {Done.KEPT}


def test_what_waits_for_its_turn_has_a_place_and_a_name(gallery, desk):
    image = QImage(100, 120, QImage.Format.Format_RGB32)
    for name, hurry in (("a", True), ("", True)):
        desk.faces.name_of = lambda _, name=name: name * 8
        image.fill(0)
        painter = QPainter(image)
        face_id = desk.faces.face_ids[0]
        done = gallery._cells.paint(painter, image.rect(), face_id, hurry=hurry)
        painter.end()
        assert done is Done.MARKED
        assert image.pixelColor(50, 50).name() == theme.current().line
        below = {image.pixelColor(x, y).name() for x in range(100) for y in range(97, 119)}
        assert (theme.current().quiet in below) == bool(name)


@pytest.mark.parametrize("chosen", [False, True])
def test_what_waits_for_its_turn_shows_whether_it_is_selected(gallery, desk, chosen):
    image = QImage(100, 120, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    face_id = desk.faces.face_ids[0]
    gallery._cells.paint(painter, image.rect(), face_id, chosen, chosen, hurry=True)
    painter.end()
    look = theme.current()
    grounds = {image.pixelColor(x, 118).name() for x in range(20, 80)}
    assert (look.selection if chosen else look.raised) in grounds
    edge = {image.pixelColor(0, y).name() for y in range(20, 80)}
    assert (look.accent in edge) == chosen


def test_a_picture_that_comes_is_painted_in_its_cell_alone(gallery, panel, qtbot, monkeypatch):
    qtbot.waitUntil(lambda: not panel.thumbnails.waiting, timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: gallery._cells._awaited == {}, timeout=PATIENCE_MS)
    gallery._cells._awaited["key"] = {"f3.png#0"}
    painted = []
    paint = gallery._cells.paint
    monkeypatch.setattr(gallery._cells, "paint", lambda *a: painted.append(a[2]) or paint(*a))

    def still() -> bool:
        painted.clear()
        qtbot.wait(200)
        return not painted

    qtbot.waitUntil(still, timeout=PATIENCE_MS)
    panel.thumbnails.loaded.emit("key")
    qtbot.waitUntil(lambda: bool(painted), timeout=PATIENCE_MS)
    assert painted == ["f3.png#0"]


def test_cells_fill_the_width_without_touching(gallery):
    view = gallery.view
    assert view.columns >= 3
    cells = [cell(gallery, number) for number in range(view.columns + 1)]
    assert cells[0].left() > 0
    assert cells[view.columns - 1].right() < view.viewport().width()
    assert view.viewport().width() - cells[view.columns - 1].right() < 24
    assert cells[view.columns].left() == cells[0].left()
    assert cells[view.columns].top() > cells[0].bottom()
    for number, one in enumerate(cells):
        assert view.indexAt(one.center()).row() == number
        assert not any(one.intersects(other) for other in cells if other is not one)
    assert not view.indexAt(QPoint(2, 2)).isValid()
    assert view.verticalScrollBar().maximum() > 0


def test_cells_are_larger_in_a_wide_window_until_somebody_sizes_them(gallery):
    gallery.resize(3000, 700)
    assert gallery.slider.value() == 375
    gallery.resize(1000, 700)
    assert gallery.slider.value() == USUAL
    gallery.slider.setValue(200)
    gallery.resize(3000, 700)
    assert gallery.slider.value() == 200


def test_the_slider_and_the_wheel_size_the_cells(gallery):
    view, widths = gallery.view, []
    for side in (SMALLEST, 160, LARGEST):
        gallery.slider.setValue(side)
        widths.append(cell(gallery, 0).width())
        assert widths[-1] >= min(side, view.viewport().width() - 16) - 8
    assert widths == sorted(widths)
    view.size_asked.emit(-1)
    assert gallery.slider.value() == LARGEST - 16
    gallery.resize(60, 300)
    assert view.columns == 1


def test_what_one_looks_at_stays_in_view_when_the_size_changes(gallery, desk):
    desk.session.choose("f20.png#0")
    for side in (LARGEST, SMALLEST, 200):
        gallery.slider.setValue(side)
        assert gallery.view.viewport().rect().intersects(cell(gallery, 20))


def test_gallery_list_and_session_follow_each_other(gallery, panel, desk):
    click(gallery, 2)
    assert chosen(desk) == 2
    assert panel.view.currentIndex().row() == 2
    desk.session.choose("f25.png#0")
    assert gallery.view.currentIndex().row() == 25
    assert gallery.view.viewport().rect().contains(cell(gallery, 25).center())
    click(gallery, 23, SHIFT)
    assert panel.selected() == tuple(f"f{n}.png#0" for n in range(23, 26))
    desk.faces.rebuild()  # what is selected stays, though both are shown anew
    assert panel.selected() == tuple(f"f{n}.png#0" for n in range(23, 26))


def test_the_arrow_keys_walk_the_grid(gallery, desk):
    columns, view = gallery.view.columns, gallery.view
    desk.session.choose("f0.png#0")
    for which, number in (
        (Qt.Key.Key_Up, 0),
        (Qt.Key.Key_Left, 0),
        (Qt.Key.Key_Right, 1),
        (Qt.Key.Key_Down, 1 + columns),
        (Qt.Key.Key_Up, 1),
        (Qt.Key.Key_End, COUNT - 1),
        (Qt.Key.Key_Right, COUNT - 1),
        (Qt.Key.Key_Down, COUNT - 1),
        (Qt.Key.Key_Home, 0),
        (Qt.Key.Key_PageDown, columns * view.rows_in_view),
        (Qt.Key.Key_PageUp, 0),
    ):
        QTest.keyClick(view, which)
        assert chosen(desk) == number, which
    above = (COUNT - 1) // columns * columns - 1  # in the row above a last one that is not full
    if COUNT % columns:
        desk.session.choose(f"f{above}.png#0")
        QTest.keyClick(view, Qt.Key.Key_Down)
        assert chosen(desk) == COUNT - 1
    for _ in range(COUNT):
        QTest.keyClick(view, Qt.Key.Key_PageDown)
    assert chosen(desk) // columns == (COUNT - 1) // columns or chosen(desk) == COUNT - 1


def test_enter_and_a_double_click_open_a_face(gallery, desk):
    opened: list[str] = []
    gallery.opened.connect(opened.append)
    desk.session.choose("f1.png#0")
    QTest.keyClick(gallery.view, Qt.Key.Key_Return)
    click(gallery, 3)  # Qt's tests send the second click of the two alone
    QTest.mouseDClick(gallery.view.viewport(), LEFT, NONE, cell(gallery, 3).center())
    assert opened[0] == "f1.png#0"
    assert opened[-1] == "f3.png#0"


def test_it_says_how_many_and_in_which_order(gallery, desk, panel):
    desk.faces.show_scope(Scope.REVIEWED, Order.WORST)
    assert gallery.header.note.text() == "30 faces · worst first"
    desk.faces.sort_by(Order.NAME, backwards=True)
    assert gallery.header.note.text() == "30 faces · name, reversed"
    panel.search.setText("nothing is called so")
    assert not gallery.view.isVisible()
    panel.search.setText("f12")
    assert gallery.view.isVisible()
    assert gallery.header.note.text().startswith("1 face ·")


def test_the_number_is_what_the_list_is_sorted_by(gallery, desk):
    face = desk.session.labels["f4.png#0"]
    desk.session.perform(set_tags([face], ["dark", "Beard"]))

    def number(order: Order, face_id: str = "f4.png#0") -> str:
        return number_of(desk.faces.row(face_id), order, desk.faces.facts)

    row = desk.faces.row("f4.png#0")
    assert number(Order.WORST) == number(Order.NAME) == f"{100 * row.error.nme:.1f} %"
    assert number(Order.YAW) == (turn_words(row.yaw) if math.isfinite(row.yaw) else "")
    assert number(Order.STATE) == "labelled"
    assert number(Order.TAG) == "Beard, dark"
    assert number(Order.MISSING) == "0 missing"
    assert number(Order.DOUBT) == ""
    desk.runs.use("")
    assert number(Order.WORST) == ""


def painted(gallery: Gallery, number: int = 0) -> QImage:
    return gallery.view.viewport().grab(cell(gallery, number)).toImage()


def colours(image: QImage) -> set[str]:
    return {
        QColor(image.pixel(x, y)).name()
        for x in range(image.width())
        for y in range(image.height())
    }


def test_both_sets_of_points_are_drawn_and_follow_a_drag(gallery, desk, qtbot):
    truth, found = theme.current().data.ground_truth, theme.current().data.prediction
    gallery.slider.setValue(LARGEST)
    qtbot.waitUntil(lambda: {truth, found} <= colours(painted(gallery)), timeout=PATIENCE_MS)
    before = painted(gallery)
    face = desk.session.labels["f0.png#0"]
    xy = face.landmarks.xy_image[:3] + np.array([4.0, 4.0])
    desk.session.perform(move_points(face, range(3), xy, "three points"))
    assert painted(gallery) != before
    gallery.set_layers(Layers(truth=True, prediction=False, offsets=False))
    assert found not in colours(painted(gallery))
    gallery.set_layers(Layers(truth=False, prediction=False, offsets=False))
    assert truth not in colours(painted(gallery))


def test_a_picture_that_is_gone_is_crossed_out(gallery, desk, qtbot):
    (desk.root / "f1.png").write_bytes(b"no picture")
    desk.open(desk.root)
    danger = theme.current().danger
    qtbot.waitUntil(lambda: danger in colours(painted(gallery, 1)), timeout=PATIENCE_MS)


def test_the_window_switches_between_picture_and_gallery(tmp_path):
    root = faces_folder(tmp_path / "faces", 8)
    stored_run(root, {n: float(n + 1) for n in range(8)})

    def script(window: MainWindow) -> Script:
        act = window.actions_by_key
        yield lambda: window.canvas.has_picture
        window.runs.use("0001-bignet")
        window.show_workspace(Workspace.REVIEW)
        act["gallery"].trigger()
        assert window.centre.currentWidget() is window.gallery
        yield lambda: window.gallery.view.hasFocus()
        window.faces.choose_first()
        key(window, Qt.Key.Key_Right)
        assert window.session.current.id == "f6.png#0"  # the second worst of validation
        window.show_workspace(Workspace.LABEL)
        assert window.centre.currentWidget() is window.canvas
        window.show_workspace(Workspace.REVIEW)
        assert window.centre.currentWidget() is window.gallery
        act["ground_truth"].trigger()
        assert window.gallery._cells.layers == Layers(False, True, True)
        act["ground_truth"].trigger()
        window.gallery.view.setFocus()
        key(window, Qt.Key.Key_Return)
        assert window.centre.currentWidget() is window.canvas
        assert not act["gallery"].isChecked()
        act["gallery"].trigger()
        act["draw_box"].trigger()  # that needs the picture
        assert window.centre.currentWidget() is window.canvas
        act["pictures"].trigger()
        assert window.centre.currentWidget() is window.training_pictures
        act["gallery"].trigger()
        assert window.centre.currentWidget() is window.gallery
        assert not act["pictures"].isChecked()
        act["gallery"].trigger()

    assert drive([str(root)], script) == 0
