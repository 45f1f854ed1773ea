"""Going through faces and settling them by keys alone, in the real window."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from kpstudio.core.labelset import FaceState
from kpstudio.core.landmarks import Source
from kpstudio.core.selection import Selection
from kpstudio.store.project import Project
from kpstudio.ui.main_window import MainWindow
from tests.app.help import faces_folder, predicted, stored_run
from tests.ui.driver import Script, drive

CTRL = Qt.KeyboardModifier.ControlModifier
PLAIN = Qt.KeyboardModifier.NoModifier


def press_keys(window: MainWindow, *keys: Qt.Key, modifier=PLAIN) -> str:
    """Press keys at the picture; return the face that is then in view."""
    window.canvas.setFocus()
    for which in keys:
        QTest.keyClick(window.canvas, which, modifier)
    return window.session.current.picture


def test_keys_go_by_one_by_ten_and_to_the_ends(tmp_path):
    root = faces_folder(tmp_path / "faces", 25)

    def script(window: MainWindow) -> Script:
        yield lambda: window.canvas.has_picture
        assert press_keys(window, Qt.Key.Key_Home) == "f0.png"
        assert press_keys(window, Qt.Key.Key_Right, modifier=CTRL) == "f10.png"
        assert press_keys(window, Qt.Key.Key_Down, modifier=CTRL) == "f20.png"
        assert press_keys(window, Qt.Key.Key_Right, modifier=CTRL) == "f24.png"
        assert press_keys(window, Qt.Key.Key_Left, modifier=CTRL) == "f14.png"
        assert press_keys(window, Qt.Key.Key_Up, modifier=CTRL) == "f4.png"
        assert press_keys(window, Qt.Key.Key_D, Qt.Key.Key_D, Qt.Key.Key_A) == "f5.png"
        assert press_keys(window, Qt.Key.Key_End) == "f24.png"
        window.canvas.choose_points(Selection.of((52,)))  # the keys of a chosen point are others
        assert press_keys(window, Qt.Key.Key_Left, modifier=CTRL) == "f14.png"

        window.faces.view.setFocus()
        QTest.keyClick(window.faces.view, Qt.Key.Key_Right, CTRL)
        assert window.session.current.picture == "f24.png"
        window.faces.search.setFocus()  # where it goes a word on
        QTest.keyClick(window.faces.search, Qt.Key.Key_Left, CTRL)
        assert window.session.current.picture == "f24.png"
        assert window.session.undo_verb == ""

    assert drive([str(root)], script) == 0


def test_return_checks_and_x_rejects_and_both_go_on_to_what_is_unfinished(tmp_path):
    root = faces_folder(tmp_path / "faces", 3, unlabelled=2)
    name = stored_run(root, {0: 1.0, 1: 2.0, 2: 3.0})
    plain = ["plain0.png#0", "plain1.png#0"]
    with Project.open(root) as project:
        project.save_predictions(name, {i: predicted(0, 3.0, name) for i in plain})

    def script(window: MainWindow) -> Script:
        session, model = window.session, window.faces_model
        yield lambda: window.canvas.has_picture
        window.runs.use(name)
        yield lambda: window.runs.prediction(plain[0]) is not None
        session.choose("f1.png#0")
        before = session.current
        assert press_keys(window, Qt.Key.Key_X) == "f1.png"  # it is no prediction
        assert session.current is before
        assert press_keys(window, Qt.Key.Key_Return) == "f2.png"
        session.choose("f0.png#0")
        assert press_keys(window, Qt.Key.Key_Return) == "f2.png"  # past the checked one
        session.choose(plain[0])
        assert model.row(plain[0]).state is FaceState.PREDICTED
        assert press_keys(window, Qt.Key.Key_X) == "plain1.png"
        assert session.labels[plain[0]].state is FaceState.REJECTED
        assert press_keys(window, Qt.Key.Key_Return, modifier=CTRL) == "f2.png"  # past it
        window.faces.search.setText("state:rejected")
        yield lambda: model.face_ids == (plain[0],)
        window.faces.search.clear()
        yield lambda: model.rowCount() == 5

        press_keys(window, Qt.Key.Key_Z, modifier=CTRL)
        assert session.current.id == plain[0]
        assert model.row(plain[0]).state is FaceState.PREDICTED
        press_keys(window, Qt.Key.Key_Y, modifier=CTRL)
        assert model.row(plain[0]).state is FaceState.REJECTED
        texts = [label.text() for label in window.points.findChildren(QLabel)]
        assert any(text.startswith("The prediction was rejected") for text in texts)
        press_keys(window, Qt.Key.Key_Return, modifier=Qt.KeyboardModifier.ShiftModifier)
        assert session.current.state is FaceState.UNLABELLED

        # Points that are only predicted go with what they were.
        window.actions_by_key["start_from"].trigger()
        assert session.current.landmarks.source is Source.PREDICTION
        press_keys(window, Qt.Key.Key_X)
        assert session.labels[plain[0]].landmarks is None
        session.choose("f2.png#0")
        press_keys(window, Qt.Key.Key_Return)
        assert session.current.id == plain[1]
        press_keys(window, Qt.Key.Key_Return)
        assert session.current.id == plain[1]  # nothing there to be checked

    assert drive([str(root)], script) == 0
    with Project.open(root) as project:
        stored = project.stored_faces()
        verbs = [entry.verb for entry in project.history.entries()]
    assert verbs.count("reject the prediction") == 2
    assert stored[plain[0]].state is FaceState.REJECTED
    assert {i for i, face in stored.items() if face.state is FaceState.CHECKED} == {
        "f0.png#0",
        "f1.png#0",
        "f2.png#0",
    }


def test_when_all_is_finished_it_is_said(tmp_path):
    root = faces_folder(tmp_path / "faces", 2)

    def script(window: MainWindow) -> Script:
        yield lambda: window.canvas.has_picture
        press_keys(window, Qt.Key.Key_Return, Qt.Key.Key_Return)
        said = window.status.message.text()
        assert said == "Every face in this list is already checked or rejected."
        assert window.session.current.picture == "f1.png"

    assert drive([str(root)], script) == 0
