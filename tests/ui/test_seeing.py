"""What the network sees, in the real window: a ranking, faces alike, what points depend on."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from kpstudio.app.face_order import ByFigure, Order
from kpstudio.app.sight import NO_RUN, NONE_WAITS
from kpstudio.core.dependence import Dependence
from kpstudio.core.geometry import Box
from kpstudio.core.selection import Selection
from kpstudio.ui.canvas.heat import Heat
from kpstudio.ui.main_window import MainWindow
from kpstudio.ui.workspaces import Workspace
from tests.ui.driver import Script, drive

BARE = 4


@pytest.fixture
def partly_labelled(sample_faces: Path) -> Path:
    """The sample faces, some of them without labels."""
    for path in sorted(sample_faces.glob("*.asf"))[:BARE]:
        path.unlink()
    return sample_faces


def trained(window: MainWindow) -> Script:
    yield lambda: window.canvas.has_picture
    window.train_settings.preset.choose("smallnet")
    window.train_settings.epochs.setValue(1)
    window.training.start()
    yield lambda: window.desk.running
    yield lambda: not window.desk.running and not window.runs.predicting


def test_faces_without_labels_are_ranked_with_reasons(partly_labelled: Path) -> None:
    def script(window: MainWindow) -> Script:
        act, model, status = window.actions_by_key, window.faces_model, window.status
        yield lambda: window.canvas.has_picture
        act["label_next"].trigger()
        assert status.message.text() == NO_RUN
        yield from trained(window)
        window.show_workspace(Workspace.REVIEW)
        act["label_next"].trigger()
        assert status.cancel.isVisible()
        yield lambda: isinstance(model.order, ByFigure)
        assert window.workspace is Workspace.LABEL  # Review has none without labels
        first = [window.session.labels[i] for i in model.face_ids[:BARE]]
        assert not any(face.labelled for face in first)
        assert window.session.current is first[0]
        assert status.message.text().startswith("Label next, 1 of 4: ")
        tip = model.data(model.index(1), Qt.ItemDataRole.ToolTipRole)
        assert "Label next, 2 of 4: " in tip
        assert not model.why(model.face_ids[BARE])
        yield lambda: not status.progress.isVisible()
        act["next_face"].trigger()
        assert status.message.text().startswith("Label next, 2 of 4: ")
        model.sort_by(Order.NAME)
        assert not model.why(model.face_ids[0])

    assert drive([str(partly_labelled)], script) == 0


def test_faces_alike_come_first(sample_faces: Path) -> None:
    def script(window: MainWindow) -> Script:
        act, model = window.actions_by_key, window.faces_model
        yield from trained(window)
        window.session.choose(model.face_ids[5])
        face = window.session.current
        assert face is not None
        window.canvas.setFocus()
        QTest.keyClick(window.canvas, Qt.Key.Key_R)
        yield lambda: isinstance(model.order, ByFigure)
        assert model.face_ids[0] == face.id
        assert window.session.current is face
        assert "similarity to" in window.status.message.text()
        order = model.order
        assert isinstance(order, ByFigure)
        away = [order.figures[i] for i in model.face_ids]
        assert away == sorted(away)
        act["label_next"].trigger()
        assert window.status.message.text() == NONE_WAITS
        for view in (window.faces.view, window.gallery.view):
            act["gallery"].setChecked(view is window.gallery.view)
            yield view.isVisible
            place = view.visualRect(model.index(0)).center()
            view.customContextMenuRequested.emit(QPoint(place))
            menus = [menu for menu in window.findChildren(QMenu) if menu.isVisible()]
            assert any(act["more_like"] in menu.actions() for menu in menus)
            for menu in menus:
                menu.close()

    assert drive([str(sample_faces)], script) == 0


def test_the_map_of_what_a_point_depends_on_comes_and_goes(sample_faces: Path) -> None:
    def script(window: MainWindow) -> Script:
        canvas, depends = window.canvas, window.actions_by_key["depends"]
        yield lambda: canvas.has_picture
        depends.trigger()
        assert window.status.message.text() == NO_RUN
        assert not depends.isChecked()
        yield from trained(window)
        plain = canvas.grab().toImage()
        canvas.setFocus()
        QTest.keyClick(canvas, Qt.Key.Key_U)
        yield lambda: different(canvas.grab().toImage(), plain)
        assert depends.isChecked()
        every = canvas.grab().toImage()
        canvas.choose_points(Selection.only(0))  # SmallNet does not predict it
        assert different(canvas.grab().toImage(), every)
        window.faces.view.setFocus()
        QTest.keyClick(window.faces.view, Qt.Key.Key_Escape)
        assert not depends.isChecked()
        assert canvas.selection.points == (0,)
        depends.trigger()
        yield lambda: not window.status.progress.isVisible()
        assert depends.isChecked()
        window.actions_by_key["next_face"].trigger()
        assert not depends.isChecked()

    assert drive([str(sample_faces)], script) == 0


def different(one: QImage, other: QImage) -> bool:
    return one != other


def test_a_map_is_clearest_where_points_move_most() -> None:
    moved = np.zeros((4, 4, 2))
    moved[1, 2, 0] = 8.0
    moved[..., 1] = np.nan
    of = Dependence(Box(0.0, 0.0, 40.0, 40.0), moved)
    heat = Heat.of(of, (0,))
    alphas = [heat.image.pixelColor(x, y).alpha() for y in range(4) for x in range(4)]
    assert [k for k, alpha in enumerate(alphas) if alpha] == [6]
    assert heat.words("chin").startswith("Covering this moves chin by up to 8.0 px")
    assert Heat.of(of, (1,)).words("chin").startswith("The run does not predict chin")
    still = Heat.of(Dependence(of.box_image, np.zeros((4, 4, 1))), ())
    assert still.words("the points").startswith("Covering no single part moves the points")
