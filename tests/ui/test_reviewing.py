"""A second person in the real window: approves, returns with a note, searches, and is undone."""

from __future__ import annotations

from PySide6.QtCore import Qt

from kpstudio.core.edits import set_states
from kpstudio.core.labelset import FaceState
from kpstudio.core.review import Review, Verdict
from kpstudio.tasks.opening import open_corrected
from kpstudio.ui.main_window import MainWindow
from kpstudio.ui.panels.field_dialog import FieldDialog
from tests.ui.driver import Script, dialog, drive, key, later


def answer(window: MainWindow, key_of_action: str, text: str) -> Script:
    later(window.actions_by_key[key_of_action].trigger)
    yield lambda: dialog(FieldDialog) is not None
    ask = dialog(FieldDialog)
    ask.field.setText(text)
    ask.accept()
    yield lambda: dialog(FieldDialog) is None
    window.activateWindow()  # off screen there is no window manager to do it, and keys go nowhere
    yield window.isActiveWindow


def test_a_checked_face_is_approved_and_another_returned(sample_faces):
    def script(window: MainWindow) -> Script:
        yield lambda: window.session.is_open
        yield lambda: window.canvas.has_picture
        session, act = window.session, window.actions_by_key
        first, second, third = (session.labels[i] for i in window.faces_model.face_ids[:3])
        assert not act["approve"].isEnabled()
        session.perform(set_states([first, second], FaceState.CHECKED))
        yield from answer(window, "author", "  Änne   B. ")
        assert window.settings.author == session.author == "Änne B."

        session.choose(first.id)
        assert act["approve"].isEnabled()
        window.canvas.setFocus()
        key(window.canvas, Qt.Key.Key_Y)
        assert session.labels[first.id].review == Review(Verdict.APPROVED, "Änne B.")
        assert session.current.id == second.id, "and on to the next"
        yield from answer(window, "give_back", "the chin is too low")
        returned = session.labels[second.id]
        assert returned.state is FaceState.LABELLED
        assert returned.review == Review(Verdict.RETURNED, "Änne B.", "the chin is too low")
        assert window.points._hint.text() == "Returned by Änne B.: the chin is too low."
        assert not act["approve"].isEnabled()
        last = session.project.history.last_done
        assert (last.verb, last.author) == ("return the face", "Änne B.")

        for text, found in (
            ("reviewed:yes", (first.id, second.id)),
            ("reviewed:returned", (second.id,)),
            ("reviewed:approved state:checked", (first.id,)),
        ):
            window.faces.search.setText(text)
            yield lambda found=found: window.faces_model.face_ids == found
        window.faces.search.setText("")
        row = window.faces_model.index(window.faces_model.row_of(second.id))
        tip = row.data(Qt.ItemDataRole.ToolTipRole)
        assert tip.endswith("Returned by Änne B.: the chin is too low")
        assert "Returned by Änne B." in row.data(Qt.ItemDataRole.AccessibleTextRole)

        # Checked again it is answered; and all of it can be undone.
        session.choose(second.id)
        act["checked"].trigger()
        assert session.labels[second.id].review is None
        for _ in range(3):
            session.undo()
        assert session.labels[first.id].review is session.labels[second.id].review is None
        session.redo()
        assert session.labels[third.id] == third

    assert drive([str(sample_faces)], script) == 0
    faces = list(open_corrected(sample_faces).labels)
    assert [face.verdict for face in faces if face.verdict] == [Verdict.APPROVED]


def test_a_question_that_is_not_answered_returns_nothing(sample_faces):
    def script(window: MainWindow) -> Script:
        yield lambda: window.session.is_open
        later(window.actions_by_key["give_back"].trigger)
        yield lambda: dialog(FieldDialog) is not None
        dialog(FieldDialog).reject()
        yield lambda: dialog(FieldDialog) is None
        assert window.session.undo_verb == ""

    assert drive([str(sample_faces)], script) == 0
