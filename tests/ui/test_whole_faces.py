"""Mirroring, swapping, copying, adding and deleting faces by their keys, in the real window."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kpstudio.core.labelset import Face
from kpstudio.core.schema import scheme_for_count
from kpstudio.core.selection import Selection
from kpstudio.ui.main_window import MainWindow
from tests.app.help import face_xy, faces_folder, stored_run
from tests.ui.driver import Script, drive

CTRL = Qt.KeyboardModifier.ControlModifier
NONE = Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
MIRROR = list(scheme_for_count(58).mirror)


def hit(window: MainWindow, which: Qt.Key, held=Qt.KeyboardModifier.NoModifier) -> None:
    window.canvas.setFocus()
    QTest.keyClick(window.canvas, which, held)


def xy(window: MainWindow, face_id: str = "") -> np.ndarray:
    face = window.session.labels[face_id] if face_id else window.session.current
    return face.landmarks.xy_image


def said(window: MainWindow) -> str:
    return window.status.message.text()


def test_sides_are_swapped_and_faces_mirrored_by_keys(tmp_path):
    root = faces_folder(tmp_path / "faces", 1)

    def script(window: MainWindow) -> Script:
        yield lambda: window.canvas.has_picture
        was = xy(window)
        hit(window, Qt.Key.Key_M, SHIFT)
        np.testing.assert_array_equal(xy(window), was[MIRROR])
        assert window.session.undo_verb == "swap left and right"
        hit(window, Qt.Key.Key_Z, CTRL)
        np.testing.assert_array_equal(xy(window), was)
        hit(window, Qt.Key.Key_M)
        middle = (was[:, 0].min() + was[:, 0].max()) / 2
        np.testing.assert_allclose(xy(window)[:, 0], 2 * middle - was[MIRROR, 0])
        np.testing.assert_array_equal(xy(window)[:, 1], was[MIRROR, 1])
        hit(window, Qt.Key.Key_M)
        np.testing.assert_allclose(xy(window), was)

    assert drive([str(root)], script) == 0


def test_what_moves_all_points_leaves_a_face_with_locked_ones_alone(tmp_path):
    root = faces_folder(tmp_path / "faces", 2)
    run = stored_run(root, {0: 1.0, 1: 1.0})

    def script(window: MainWindow) -> Script:
        yield lambda: window.canvas.has_picture
        window.runs.use(run)
        window.session.choose("f1.png#0")
        yield lambda: window.canvas.has_picture
        was = xy(window)
        window.canvas.choose_points(Selection.of([3, 4], 3))
        hit(window, Qt.Key.Key_K)
        for which, held in ((Qt.Key.Key_M, NONE), (Qt.Key.Key_M, SHIFT), (Qt.Key.Key_C, NONE)):
            window.status.say("")
            hit(window, which, held)
            assert said(window).startswith("This moves all points, and 2 of them are locked")
            np.testing.assert_array_equal(xy(window), was)
        window.status.say("")
        window.actions_by_key["start_from"].trigger()
        assert said(window).startswith("This moves all points, and 2 of")
        hit(window, Qt.Key.Key_K)
        hit(window, Qt.Key.Key_M, SHIFT)
        np.testing.assert_array_equal(xy(window), was[MIRROR])

    assert drive([str(root)], script) == 0


def test_points_without_sides_say_what_to_do(tmp_path):
    root = tmp_path / "faces"
    faces_folder(root, 1)
    text = "version: 1\nn_points: 3\n{\n20 20\n40 20\n30 40\n}\n"
    (root / "f0.pts").write_text(text)

    def script(window: MainWindow) -> Script:
        yield lambda: window.canvas.has_picture
        hit(window, Qt.Key.Key_M)
        assert said(window).endswith("are not known: set them in Points > Edit scheme.")
        assert not window.session.undo_verb

    assert drive([str(root)], script) == 0


def test_a_face_is_placed_like_the_one_in_the_picture_before(tmp_path):
    root = faces_folder(tmp_path / "faces", 2, unlabelled=1)

    def script(window: MainWindow) -> Script:
        yield lambda: window.canvas.has_picture
        hit(window, Qt.Key.Key_C)
        assert said(window).startswith("No picture before this one")
        assert not window.actions_by_key["undo"].isEnabled()
        hit(window, Qt.Key.Key_End)
        yield lambda: window.session.current.id == "plain0.png#0" and window.canvas.has_picture
        assert not window.actions_by_key["mirror_face"].isEnabled()
        hit(window, Qt.Key.Key_C)
        np.testing.assert_allclose(xy(window), face_xy(1))
        assert window.actions_by_key["mirror_face"].isEnabled()
        hit(window, Qt.Key.Key_Z, CTRL)
        assert window.session.current.landmarks is None

    assert drive([str(root)], script) == 0


def test_a_face_is_added_with_its_box_and_deleted(tmp_path):
    root = faces_folder(tmp_path / "faces", 3)

    def act(window: MainWindow) -> Script:
        labels = window.session.labels
        yield lambda: window.canvas.has_picture
        hit(window, Qt.Key.Key_N, CTRL)
        assert len(labels) == 3, "it comes with its box"
        canvas = window.canvas
        start, end = (canvas.view_from_image(p).toPoint() for p in ((10, 10), (40, 50)))
        QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=start)
        QTest.mouseMove(canvas, (start + end) / 2)
        QTest.mouseMove(canvas, end)
        QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=end)
        added = window.session.current.id
        assert added == "f0.png#1"
        assert window.session.undo_verb == "add a face"
        box = labels[added].box
        np.testing.assert_allclose([box.left, box.top, box.right, box.bottom], [10, 10, 40, 50],
                                   atol=1.5)  # fmt: skip
        assert len(labels.faces_of("f0.png")) == 2

        hit(window, Qt.Key.Key_PageDown)
        assert window.session.current.id == "f1.png#0"
        hit(window, Qt.Key.Key_Delete, CTRL)
        assert said(window) == "The face was deleted; Undo brings it back."
        assert labels["f1.png#0"] == Face("f1.png#0", "f1.png", photo=True)
        hit(window, Qt.Key.Key_Z, CTRL)
        np.testing.assert_allclose(xy(window, "f1.png#0"), face_xy(1))
        assert window.session.current.id == "f1.png#0"

        window.session.choose(added)
        hit(window, Qt.Key.Key_Delete, CTRL)
        assert window.session.current.id == "f0.png#0"  # of the same picture
        hit(window, Qt.Key.Key_Z, CTRL)
        window.session.choose("f0.png#0")
        hit(window, Qt.Key.Key_Delete, CTRL)
        assert "f0.png#0" not in labels
        assert window.session.current.id == added
        hit(window, Qt.Key.Key_Delete, CTRL)
        assert labels[added] == Face(added, "f0.png", photo=True)
        hit(window, Qt.Key.Key_Home)
        hit(window, Qt.Key.Key_Delete, CTRL)
        assert (
            said(window)
            == "Every picture in the folder keeps at least one face, and this one is already empty."
        )

    def again(window: MainWindow) -> Script:
        yield lambda: window.session.is_open
        assert [face.id for face in window.session.labels.faces_of("f0.png")] == ["f0.png#1"]
        assert window.session.labels["f1.png#0"].landmarks is not None

    assert drive([str(root)], act) == 0
    assert drive([str(root)], again) == 0


def test_several_chosen_faces_are_deleted_together(tmp_path):
    root = faces_folder(tmp_path / "faces", 3)

    def script(window: MainWindow) -> Script:
        yield lambda: window.canvas.has_picture
        view = window.faces.view
        view.selectAll()
        window.actions_by_key["delete_face"].trigger()
        assert said(window) == "3 faces were deleted; Undo brings them back."
        assert all(face.landmarks is None for face in window.session.labels)
        window.session.undo()
        assert all(face.landmarks is not None for face in window.session.labels)

    assert drive([str(root)], script) == 0
