"""Finding faces in the real window: tag, search, save the search, export and train on it."""

from __future__ import annotations

import json

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QMessageBox

from kpstudio.core.edits import add_faces, move_points, set_tags
from kpstudio.core.labelset import Face, FaceState
from kpstudio.io.opening import open_path
from kpstudio.store.project import Project
from kpstudio.tasks.choosing import Chooser
from kpstudio.tasks.opening import open_corrected
from kpstudio.ui.dialogs.export import ExportDialog
from kpstudio.ui.dialogs.persons import PersonsDialog
from kpstudio.ui.dialogs.tags import TagsDialog
from kpstudio.ui.main_window import MainWindow
from kpstudio.ui.panels.field_dialog import FieldDialog
from kpstudio.ui.workspaces import Workspace
from tests.ui.driver import Script, dialog, drive, key, later, press


def search(window: MainWindow, text: str) -> None:
    window.faces.search.setText(text)


def entry(menu: QMenu, *words: str):
    """Return the action of a menu, or of a menu in it."""
    for word in words:
        action = next(a for a in menu.actions() if a.text() == word)
        menu = action.menu() or menu
    return action


def test_tag_search_save_export_and_train(sample_faces, tmp_path):
    exported = tmp_path / "out"

    def script(window: MainWindow) -> Script:
        yield lambda: window.session.is_open
        yield lambda: window.canvas.has_picture
        window.faces.view.setFocus()
        shift = Qt.KeyboardModifier.ShiftModifier
        for _ in range(3):
            key(window.faces.view, Qt.Key.Key_Down, shift)
        chosen = window.faces.selected()
        assert len(chosen) == 4

        later(lambda: key(window.faces.view, Qt.Key.Key_T))
        yield lambda: dialog(TagsDialog) is not None
        ask = dialog(TagsDialog)
        QTest.keyClicks(ask.line, "glasses, looks away")
        press(ask, "Tag 4 faces")
        labels = window.session.labels
        yield lambda: any(face.tags for face in labels)
        both = {"glasses", "looks away"}
        assert [face.id for face in labels if face.tags == both] == list(chosen)
        assert window.session.undo_verb == "tag as glasses, looks away"
        window.session.undo()
        assert not any(face.tags for face in labels)
        window.session.redo()

        search(window, "tag:glasses | person:03")
        assert window.faces_model.rowCount() == 10
        later(window.faces.search_box.save)
        yield lambda: dialog(FieldDialog) is not None
        dialog(FieldDialog).field.setText("mine")
        dialog(FieldDialog).accept()
        yield lambda: window.faces_model.filters.filters
        search(window, "-@mine")
        assert window.faces_model.rowCount() == 14

        later(window.actions_by_key["export"].trigger)
        yield lambda: dialog(ExportDialog) is not None
        ask = dialog(ExportDialog)
        texts = [button.text() for button in ask._group.buttons()]
        assert "Faces shown in the list (14)" in texts
        ask._group.buttons()[texts.index("Faces found by a search")].setChecked(True)
        assert not ask.write_button.isEnabled()
        ask.search.setEditText("@nobody")
        assert "There is no filter @nobody" in ask._note.text()
        ask.search.setCurrentText("@mine -person:03")
        assert ask._note.text().startswith("4 found.")
        ask.format.setCurrentIndex(ask.format.findData("json"))
        ask.folder.setText(str(exported))
        press(ask, "Export")
        yield lambda: dialog(QMessageBox) is not None
        dialog(QMessageBox).accept()
        yield lambda: dialog(QMessageBox) is None
        yield lambda: dialog(ExportDialog) is None

        window.show_workspace(Workspace.TRAIN)
        settings = window.train_settings
        settings.preset.choose("smallnet")
        assert [settings.faces.itemText(k) for k in range(settings.faces.count())][1:] == ["@mine"]
        settings.faces.setEditText("@nobody")
        assert not settings.train_button.isEnabled()
        settings.faces.setEditText("@mine")
        form = settings.validation_form
        form.kind.setCurrentIndex(form.kind.findData("search"))
        assert not settings.train_button.isEnabled()
        form.search.setText("person:03 -1m")
        yield lambda: form._warning.text().startswith("1 person is in both training and validation")
        settings.epochs.setValue(1)
        press(settings, "Train")
        yield lambda: window.desk.running
        yield lambda: not window.desk.running

    assert drive([str(sample_faces)], script) == 0
    (written,) = exported.iterdir()
    back = open_path(written).labels
    assert [face.tags for face in back] == [frozenset({"glasses", "looks away"})] * 4
    with Project.open(sample_faces) as project:
        assert project.setting("filters") == {"mine": "tag:glasses | person:03"}
        (run,) = project.runs_folder.iterdir()
    split = json.loads((run / "split.json").read_text())
    assert split["where"] == "tag:glasses | person:03"
    assert split["by"] == "filter"
    assert {face_id[:2] for face_id in split["validation"]} == {"03"}
    assert len(split["training"]) + len(split["validation"]) == 10


def test_the_rows_of_the_list_have_a_menu(sample_faces):
    def script(window: MainWindow) -> Script:
        yield lambda: window.session.is_open
        yield lambda: window.canvas.has_picture
        from kpstudio.ui.commands.tagging import TagCommands

        tagging = window.findChild(TagCommands)
        view = window.faces.view
        first = window.session.current
        view.customContextMenuRequested.emit(view.visualRect(window.faces_model.index(0)).center())
        menu = QGuiApplication.instance().activePopupWidget()
        assert entry(menu, "Tags…").isEnabled()
        assert not entry(menu, "Add tag").isEnabled()
        menu.close()
        yield lambda: QGuiApplication.instance().activePopupWidget() is None

        view.setFocus()
        key(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
        assert window.session.current != first
        second = window.session.current
        later(window.actions_by_key["tags"].trigger)
        yield lambda: dialog(TagsDialog) is not None
        dialog(TagsDialog).line.setText("hat, hat")
        dialog(TagsDialog).accept()
        yield lambda: window.session.labels[first.id].tags

        def faces():
            return [window.session.labels[face.id] for face in (first, second)]

        menu = QMenu()
        tagging.offer(menu, faces())
        entry(menu, "Remove tag", "hat").trigger()
        assert [sorted(face.tags) for face in faces()] == [[], []]
        menu.close()
        window.session.undo()
        assert [sorted(face.tags) for face in faces()] == [["hat"], ["hat"]]
        window.session.choose(second.id)
        menu = QMenu()
        tagging.offer(menu, faces())
        entry(menu, "Mark as checked").trigger()
        assert {face.state for face in faces()} == {FaceState.CHECKED}
        entry(menu, "Copy file names").trigger()
        names = QGuiApplication.clipboard().text().split("\n")
        assert names == [face.picture for face in (first, second)]
        assert entry(menu, "Show in folder").isEnabled()
        menu.close()
        window.points._tags.linkActivated.emit("hat")
        assert window.faces.search.text() == "tag:hat"
        assert window.faces_model.face_ids == (first.id, second.id)
        yield lambda: True

    assert drive([str(sample_faces)], script) == 0


def test_a_folder_says_how_its_names_show_persons(sample_faces):
    def script(window: MainWindow) -> Script:
        yield lambda: window.session.is_open
        later(lambda: window.faces.search_box.persons_asked.emit())
        yield lambda: dialog(PersonsDialog) is not None
        ask = dialog(PersonsDialog)
        assert "24 of 24 file names identify a person: 01, 02, 03, 04." in ask._note.text()
        ask.line.setText("(")
        assert "is not valid" in ask._note.text()
        assert not ask.done_button.isEnabled()
        ask.kind.setCurrentIndex(1)
        assert "no picture here" in ask._note.text()
        ask.line.setText(r"-(\d)[mf]$")
        assert ask.kind.currentText() == "a regular expression of my own"
        press(ask, "Use this pattern")
        yield lambda: window.session.project.setting("person pattern") == r"-(\d)[mf]$"
        search(window, "person:2")
        assert window.faces_model.rowCount() == 4

    assert drive([str(sample_faces)], script) == 0
    opened = open_corrected(sample_faces)
    assert len(Chooser(opened).choose("person:2").faces) == 4


def test_faces_go_back_to_the_labels_of_the_files(sample_faces):
    def script(window: MainWindow) -> Script:
        yield lambda: window.session.is_open
        yield lambda: window.canvas.has_picture
        session, back = window.session, window.actions_by_key["bring_back"]
        assert not back.isEnabled()
        files = {face.id: face for face in session.labels}
        first, second = window.faces_model.face_ids[:2]
        session.perform(move_points(session.labels[first], [3, 5], [[9, 9], [8, 8]], "two"))
        session.perform(set_tags([session.labels[first], session.labels[second]], ["far"]))
        added = Face("new#0", files[first].picture, files[first].landmarks)
        session.perform(add_faces([added], "add a face"))
        session.choose(added.id)
        assert not back.isEnabled()
        session.choose(first)
        assert back.isEnabled()
        window.faces.view.setFocus()
        for _ in range(2):
            key(window.faces.view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
        assert second in window.faces.selected()
        back.trigger()
        assert all(session.labels[face_id] == files[face_id] for face_id in files)
        assert session.labels[added.id] == added
        assert not back.isEnabled()
        session.undo()
        assert session.labels[first].tags == session.labels[second].tags == {"far"}
        assert session.labels[first].landmarks.xy_image[3].tolist() == [9, 9]
        session.redo()

    assert drive([str(sample_faces)], script) == 0
    with Project.open(sample_faces) as project:
        assert set(project.stored_faces()) == {"new#0"}
