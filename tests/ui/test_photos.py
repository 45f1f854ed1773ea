"""One's own photos in the real window: add, predict, box, start from the prediction, check."""

from __future__ import annotations

import shutil

import numpy as np
import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication, QImage, QPainter
from PySide6.QtTest import QTest

from kpstudio.app.face_order import Order
from kpstudio.core.geometry import Box
from kpstudio.core.labelset import FaceState
from kpstudio.core.landmarks import Source
from kpstudio.ui.main_window import MainWindow
from kpstudio.ui.workspaces import Workspace
from tests.ui.driver import Script, drag, drive, key
from tests.ui.test_main_job import train


def drop(window: MainWindow, *paths) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    event = QDropEvent(
        QPointF(200, 200),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    window.dropEvent(event)


def test_a_dropped_photo_is_predicted_boxed_corrected_and_checked(
    sample_faces, rendered_faces, tmp_path
):
    photo = tmp_path / "elsewhere" / "my photo ü.jpg"
    photo.parent.mkdir()
    shutil.copy(sorted((rendered_faces / "own-photos").glob("*.jpg"))[0], photo)

    def script(window: MainWindow) -> Script:
        yield lambda: window.session.is_open
        yield from train(window, "bignet", 1)
        drop(window, photo)
        yield lambda: window.workspace is Workspace.PHOTOS
        face_id = window.session.current.id
        assert window.session.current.photo
        assert window.faces_model.face_ids == (face_id,)
        yield lambda: window.runs.prediction(face_id) is not None
        yield lambda: window.canvas.has_picture
        first = window.runs.prediction(face_id)
        assert not window.actions_by_key["checked"].isEnabled()

        key(window.canvas, Qt.Key.Key_B)
        wanted = Box(120, 90, 300, 280)
        corners = [(wanted.left, wanted.top), (wanted.right, wanted.bottom)]
        start, end = (window.canvas.view_from_image(xy).toPoint() for xy in corners)
        drag(window.canvas, start, end)
        drawn = window.session.current.box
        pixel = 1 / window.canvas.zoom
        edges = [(b.left, b.top, b.right, b.bottom) for b in (drawn, wanted)]
        assert edges[0] == pytest.approx(edges[1], abs=1.5 * pixel)
        yield lambda: window.runs.prediction(face_id) != first

        predicted = window.runs.prediction(face_id)
        window.actions_by_key["start_from"].trigger()
        assert window.session.current.state is FaceState.PREDICTED
        assert window.session.current.landmarks == predicted
        at = window.canvas.view_from_image(predicted.xy_image[6]).toPoint()
        QTest.mouseClick(window.canvas, Qt.MouseButton.LeftButton, pos=at)
        for modifier, step in (
            (Qt.KeyboardModifier.NoModifier, 1.0),
            (Qt.KeyboardModifier.ShiftModifier, 10.0),
            (Qt.KeyboardModifier.AltModifier, 0.1),
        ):
            before = window.session.current.landmarks.xy_image[6].copy()
            key(window.canvas, Qt.Key.Key_Right, modifier)
            moved = window.session.current.landmarks.xy_image[6] - before
            assert moved == pytest.approx([step, 0.0])
        assert window.session.current.landmarks.source is Source.PERSON
        assert window.session.current.state is FaceState.CORRECTED
        key(window.canvas, Qt.Key.Key_Return)
        assert window.session.labels[face_id].state is FaceState.CHECKED

        # Undo reaches back through every kind of change, to before the photo was there.
        while window.session.undo_verb:
            window.session.undo()
        assert face_id not in window.session.labels
        while window.session.redo_verb:
            window.session.redo()
        assert window.session.labels[face_id].state is FaceState.CHECKED
        xy = window.session.labels[face_id].landmarks.xy_image
        assert xy[6] - predicted.xy_image[6] == pytest.approx([11.1, 0.0])
        assert np.array_equal(np.delete(xy, 6, 0), np.delete(predicted.xy_image, 6, 0))

    assert drive([str(sample_faces)], script) == 0


def test_the_first_page_offers_the_sample_and_opens_what_is_dropped(sample_faces):
    def script(window: MainWindow) -> Script:
        yield lambda: window.isVisible()
        assert not window.session.is_open
        assert not window.actions_by_key["export"].isEnabled()
        drop(window, sample_faces)
        yield lambda: window.session.is_open
        assert len(window.session.labels) == 24
        QTest.mouseMove(window.canvas, QPoint(5, 5))

    assert drive([], script) == 0


def test_the_faces_of_a_photo_become_faces_and_a_pasted_picture_is_kept(
    sample_faces, rendered_faces, tmp_path
):
    one = QImage(str(sorted((rendered_faces / "own-photos").glob("*.jpg"))[0]))
    scene = QImage(2 * one.width(), one.height(), QImage.Format.Format_RGB32)
    painter = QPainter(scene)
    painter.drawImage(0, 0, one)
    painter.drawImage(one.width(), 0, one)
    painter.end()
    assert scene.save(str(tmp_path / "two.png"))

    def script(window: MainWindow) -> Script:
        yield lambda: window.session.is_open
        yield from train(window, "bignet", 1)
        drop(window, tmp_path / "two.png")
        yield lambda: window.workspace is Workspace.PHOTOS and len(window.faces_model.face_ids) == 2
        faces = [window.session.labels[i] for i in window.faces_model.face_ids]
        halves = [face.box.centre[0] > one.width() for face in faces]
        assert sorted(halves) == [False, True]
        yield lambda: all(window.runs.prediction(face.id) is not None for face in faces)

        # Doubt was measured, is kept, sorts the list, and is drawn while its layer is on.
        predicted = window.runs.prediction(faces[0].id)
        assert np.isfinite(predicted.spread).all()
        kept = window.session.project.predictions(window.runs.run)
        assert kept[faces[0].id] == predicted
        doubts = {face.id: window.faces_model.facts.doubt(face) for face in faces}
        assert window.faces_model.order is Order.DOUBT
        yield lambda: not window.runs.predicting
        listed = [doubts[face_id] for face_id in window.faces_model.face_ids]
        assert listed == sorted(listed, reverse=True)
        yield lambda: window.canvas.has_picture
        on = window.canvas.grab().toImage()
        key(window.canvas, Qt.Key.Key_U, Qt.KeyboardModifier.ShiftModifier)
        assert not window.actions_by_key["doubt"].isChecked()
        assert window.canvas.grab().toImage() != on

        QGuiApplication.clipboard().setText("no picture")
        window.actions_by_key["paste"].trigger()
        assert "Nothing to paste" in window.status.message.text()
        QGuiApplication.clipboard().setImage(one)
        window.actions_by_key["paste"].trigger()
        yield lambda: len(window.faces_model.face_ids) == 3
        pasted = window.session.current
        assert pasted.photo
        assert pasted.box is not None
        assert window.session.undo_verb == "add a photo"
        (kept,) = (window.session.project.runs_folder.parent / "pasted").iterdir()
        assert str(kept) == pasted.picture
        url = QMimeData()
        url.setUrls([QUrl.fromLocalFile(str(tmp_path / "two.png"))])
        QGuiApplication.clipboard().setMimeData(url)
        window.actions_by_key["paste"].trigger()
        yield lambda: window.session.current.id == faces[0].id  # it was there before
        QGuiApplication.clipboard().clear()  # what came from here must not outlive Python

    assert drive([str(sample_faces)], script) == 0


def test_photos_that_are_given_while_others_are_read_wait_for_their_turn(
    sample_faces, rendered_faces, tmp_path
):
    pictures = sorted((rendered_faces / "own-photos").glob("*.jpg"))
    another = tmp_path / "another.jpg"
    shutil.copy(pictures[0], another)

    def script(window: MainWindow) -> Script:
        yield lambda: window.session.is_open
        drop(window, *pictures[:2])
        drop(window, pictures[2])
        drop(window, *pictures[3:5])
        yield lambda: len(window.faces_model.face_ids) == 5
        assert window.session.current.picture == str(pictures[3])
        verbs = []
        for _ in range(3):
            verbs.append(window.session.undo_verb)
            window.session.undo()
        assert verbs == ["add 2 photos", "add a photo", "add 2 photos"]
        assert not window.session.undo_verb

        # Who cancels ends what is at work, and what waits is taken.
        def cancel() -> bool:
            if not window.status.cancel.isHidden():
                window.status.cancel.click()
                return True
            return False

        window.files.take_photos([rendered_faces / "own-photos"])
        drop(window, another)
        yield cancel
        yield lambda: (face := window.session.current) and face.picture == str(another)

    assert drive([str(sample_faces)], script) == 0
