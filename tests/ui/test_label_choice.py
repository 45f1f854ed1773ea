"""A folder with two label sets in the real window: both are shown, one is chosen, and kept."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kpstudio.io.choosing import LabelChoice
from kpstudio.io.exporting import export
from kpstudio.io.opening import open_path
from kpstudio.ui.dialogs.label_choice import LabelChoiceDialog
from kpstudio.ui.main_window import MainWindow
from tests.ui.driver import Script, dialog, drive, press


def test_the_person_chooses_between_two_label_sets_once(sample_faces):
    opened = open_path(sample_faces)
    export(opened.labels, tuple(opened.labels)[:20], "dlib", sample_faces)
    first = opened.format

    def script(window: MainWindow) -> Script:
        yield lambda: dialog(LabelChoiceDialog)
        asked = dialog(LabelChoiceDialog)
        assert not window.session.is_open
        (form,) = asked.forms
        assert [source.format for source in form.sources] == [first, "dlib"]
        assert asked.choice.points == (form.sources[0].name,), "the other labels nothing besides"
        own_boxes = form.sources[0].boxes
        assert asked.choice.boxes == (() if own_boxes else ("labels.xml",))
        yield lambda: asked.preview.canvas.has_picture
        enlarged = asked.preview.canvas.zoom
        asked.preview.canvas.fit()
        assert enlarged > asked.preview.canvas.zoom, "it begins on a face"
        QTest.mouseClick(asked.on, Qt.MouseButton.LeftButton)
        assert asked.back.isEnabled()
        asked.resize(640, 324)
        yield lambda: asked.width() == 640
        assert asked._which.text().startswith("2 / ")
        assert asked._which.width() >= asked._which.sizeHint().width()
        assert asked._name.shown == asked._name.text() != ""

        form.points.button(1).click()
        assert asked.choice.points == ("labels.xml", form.sources[0].name), "the rest is taken too"
        form.fill.click()
        assert asked.choice == LabelChoice(("labels.xml",))
        press(asked, "Open")
        yield lambda: window.session.is_open
        assert window.session.format == "dlib"
        assert sum(face.labelled for face in window.session.labels) == 20

        window.files.open(sample_faces)
        before = window.session.labels
        yield lambda: window.session.labels is not before
        assert window.session.format == "dlib", "the project remembers"

        window.actions_by_key["choose_labels"].trigger()
        yield lambda: dialog(LabelChoiceDialog)
        asked = dialog(LabelChoiceDialog)
        asked.forms[0].boxes.setCurrentIndex(0)
        assert asked.choice.boxes == ()
        asked.forms[0].boxes.setCurrentIndex(1)
        assert asked.choice.boxes == ("labels.xml",)
        press(asked, "Open")
        yield lambda: window.session.format == first
        faces = tuple(window.session.labels)
        assert sum(face.labelled for face in faces) == len(opened.labels)
        assert sum(face.box is not None for face in faces) >= 20

    assert drive([str(sample_faces)], script) == 0


def test_leaving_the_question_opens_nothing(sample_faces):
    opened = open_path(sample_faces)
    export(opened.labels, tuple(opened.labels), "csv", sample_faces)

    def script(window: MainWindow) -> Script:
        yield lambda: dialog(LabelChoiceDialog)
        press(dialog(LabelChoiceDialog), "Cancel")
        yield lambda: dialog(LabelChoiceDialog) is None
        assert not window.session.is_open
        assert window.status.message.text() == "Nothing was opened."
        assert not window.actions_by_key["choose_labels"].isEnabled()

    assert drive([str(sample_faces)], script) == 0
