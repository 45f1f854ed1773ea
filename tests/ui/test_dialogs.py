"""The dialogs: exporting asks before it replaces; oddities and keys can be searched."""

from __future__ import annotations

import time
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QLabel,
    QMessageBox,
    QProgressDialog,
    QPushButton,
    QWidget,
)

from kpstudio.app import behind
from kpstudio.app.jobs import JobRunner
from kpstudio.core.errors import Cancelled, InputError, Problem
from kpstudio.core.geometry import Box
from kpstudio.core.labelset import Face, FaceState, LabelSet
from kpstudio.core.landmarks import Landmarks, Visibility
from kpstudio.io.losses import losses_before
from kpstudio.io.opening import open_path
from kpstudio.io.sharing import Sharing
from kpstudio.ui import theme
from kpstudio.ui.dialogs import export as export_module
from kpstudio.ui.dialogs.export import ExportDialog
from kpstudio.ui.dialogs.tables import problems_dialog
from kpstudio.ui.dialogs.waiting import wait_for
from tests.app.help import face_xy, faces_folder, picture


@pytest.fixture
def parent(qtbot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


@pytest.fixture
def labels(tmp_path: Path) -> LabelSet:
    """Four faces with points, one of them corrected, and one without points."""
    opened = open_path(faces_folder(tmp_path / "faces", 4, unlabelled=1)).labels
    face = opened["f1.png#0"]
    points = face.landmarks.moved((52,), [(11.25, 12.5)])
    opened.put(Face(face.id, face.picture, points, state=FaceState.CORRECTED))
    return opened


def dialog_of(labels: LabelSet, parent: QWidget, selected=(), form: str = "pts") -> ExportDialog:
    made = ExportDialog(labels, selected, form, parent)
    made.show()
    return made


def note(dialog: ExportDialog) -> str:
    return dialog._note.text()


def answer(press: str) -> list[str]:
    """Press a button of the next message box; returns its text, once it was there."""
    seen: list[str] = []

    def look() -> None:
        box = QApplication.activeModalWidget()
        if not isinstance(box, QMessageBox):
            QTimer.singleShot(20, look)
            return
        seen.append(box.text())
        if press == "Esc":
            QTest.keyClick(box, Qt.Key.Key_Escape)
        elif press == "Enter":
            QTest.keyClick(box, Qt.Key.Key_Return)
        else:
            button = next(b for b in box.buttons() if b.text().replace("&", "") == press)
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    QTimer.singleShot(0, look)
    return seen


def test_the_choices_and_what_is_chosen(labels, parent):
    dialog = dialog_of(labels, parent, selected=("f2.png#0", "plain0.png#0"))
    texts = [button.text() for button in dialog._group.buttons()]
    assert texts == [
        "All faces with points (4)",
        "Only changed faces (1)",
        "Faces selected in the list (1)",
    ]
    assert len(dialog.faces) == 4
    dialog._group.button(1).click()
    assert [face.id for face in dialog.faces] == ["f1.png#0"]
    dialog._group.button(2).click()
    assert [face.id for face in dialog.faces] == ["f2.png#0"]
    assert dialog.format.currentData() == "pts"
    dialog.folder.setText("   ")
    assert not dialog.write_button.isEnabled()


def test_without_points_there_is_nothing_to_export(tmp_path, parent):
    plain = open_path(faces_folder(tmp_path / "plain", 0, unlabelled=2)).labels
    dialog = dialog_of(plain, parent, form="none")
    assert not dialog.write_button.isEnabled()
    assert dialog.faces == []


def test_it_says_beforehand_what_these_faces_would_lose(labels, parent):
    dialog = dialog_of(labels, parent)
    assert note(dialog) == "The original files stay as they are."
    xy, seen = face_xy(0), np.full(58, Visibility.VISIBLE, dtype=np.uint8)
    xy[3], seen[4] = np.nan, Visibility.OCCLUDED
    labels.put(Face("f0.png#0", "f0.png", Landmarks(xy, seen), Box(1, 2, 3, 4)))
    labels.put(Face("f0.png#1", "f0.png", Landmarks.of(face_xy(1))))
    dialog = dialog_of(labels, parent)
    told = dialog._losses.text()
    for words in ("cannot store missing points", "(f0.png)", "does not keep the state of faces"):
        assert words in told
    dialog.format.setCurrentIndex(dialog.format.findData("json"))
    assert dialog._losses.isHidden()
    assert note(dialog) == "The original files stay as they are."
    dialog.format.setCurrentIndex(dialog.format.findData("dlib"))
    told = dialog._losses.text()
    assert "coordinates are rounded (by up to 0." in told
    assert "does not store visibility: 1 occluded point" in told
    assert told.splitlines() == [
        f"• {sentence}." for sentence in losses_before(labels, dialog.faces, "dlib")
    ]
    dialog.folder.setText(str(labels.root))  # among the originals
    assert "original" not in note(dialog)


def test_what_very_many_faces_would_lose_is_found_behind_the_dialog(
    labels, parent, qtbot, monkeypatch
):
    at_once = dialog_of(labels, parent)._losses.text()
    monkeypatch.setattr(behind, "FEW", -1)
    dialog = dialog_of(labels, parent)
    said = dialog._losses
    assert said.text() == "Checking what the format can store…"
    assert dialog.write_button.isEnabled(), "one need not wait"
    qtbot.waitUntil(lambda: said.text() == at_once)
    for form in ("json", "dlib"):  # the first is given up for the second
        dialog.format.setCurrentIndex(dialog.format.findData(form))
    assert said.text() == "Checking what the format can store…"
    qtbot.waitUntil(lambda: "store visibility" in said.text() or "whole pixels" in said.text())
    dialog.format.setCurrentIndex(dialog.format.findData("pts"))
    assert said.text() == at_once, "what was found is known"
    dialog.format.setCurrentIndex(dialog.format.findData("csv"))
    dialog.reject()


def test_exporting_writes_and_reads_back(labels, parent, tmp_path):
    dialog = dialog_of(labels, parent)
    dialog.folder.setText("hier ü/neu")  # counts from the open folder
    dialog.write_button.click()
    assert dialog.result() == QDialog.DialogCode.Accepted
    assert (dialog.report.faces, dialog.report.problems) == (4, ())
    written = labels.root / "hier ü" / "neu" / "f1.pts"
    assert written in dialog.report.files
    picture(written.with_suffix(".png"))
    back = next(iter(open_path(written).labels))
    assert back.landmarks.xy_image[52] == pytest.approx([11.25, 12.5])


def test_pictures_go_along_without_metadata_or_not_at_all(labels, parent, tmp_path):
    dialog = dialog_of(labels, parent, form="csv")
    assert dialog.sharing is Sharing.REFER
    dialog.pictures.setCurrentIndex(1)
    assert note(dialog).startswith("Copies contain only pixels")
    dialog.folder.setText(str(tmp_path / "out"))
    dialog.write_button.click()
    assert dialog.report.pictures == 4
    assert "4 pictures were copied with them, without metadata." in dialog.report.sentence()
    assert sorted(path.suffix for path in (tmp_path / "out").iterdir()) == [".csv", *[".png"] * 4]

    dialog = dialog_of(labels, parent, form="csv")
    dialog.pictures.setCurrentIndex(2)
    dialog.folder.setText(str(tmp_path / "alone"))
    dialog.write_button.click()
    assert [path.name for path in (tmp_path / "alone").iterdir()] == ["labels.csv"]


@pytest.mark.parametrize("press", ["Cancel", "Esc", "Enter"])
def test_nothing_is_replaced_without_a_clear_yes(labels, parent, tmp_path, press):
    there = tmp_path / "out" / "f2.pts"
    there.parent.mkdir()
    there.write_text("mine")
    dialog = dialog_of(labels, parent)
    dialog.folder.setText(str(there.parent))
    seen = answer(press)
    dialog.write_button.click()
    assert seen == [f"f2.pts already exist in {there.parent}."]
    assert there.read_text() == "mine"
    assert [path.name for path in there.parent.iterdir()] == ["f2.pts"]
    assert dialog.report is None
    assert dialog.isVisible()


def test_replace_replaces(labels, parent, tmp_path):
    folder = tmp_path / "out"
    folder.mkdir()
    for number in range(3):
        (folder / f"f{number}.pts").write_text("mine")
    dialog = dialog_of(labels, parent)
    dialog.folder.setText(str(folder))
    seen = answer("Replace")
    dialog.write_button.click()
    assert "and 2 more already exist" in seen[0]
    assert dialog.report.faces == 4
    assert "mine" not in (folder / "f0.pts").read_text()


@pytest.mark.parametrize("text", ["~nobody-of-this-name/x", "taken/below"])
def test_a_folder_that_cannot_be_is_one_sentence_and_the_dialog_stays(labels, parent, text):
    (labels.root / "taken").write_text("a file")
    dialog = dialog_of(labels, parent)
    dialog.folder.setText(text)
    if text.startswith("~"):
        assert dialog.target == labels.root / text  # a name like any other
        return
    seen = answer("OK")
    dialog.write_button.click()
    assert len(seen) == 1
    assert "taken" in seen[0]
    assert dialog.isVisible()
    assert dialog.report is None


def test_what_fails_while_writing_is_told(labels, parent, monkeypatch):
    def refuse(*_, **__):
        raise InputError("the disk is full: <b>make room</b>")

    monkeypatch.setattr(export_module, "export_to_share", refuse)
    dialog = dialog_of(labels, parent)
    seen = answer("OK")
    dialog.write_button.click()
    assert seen == ["the disk is full: <b>make room</b>"]
    assert dialog.isVisible()


def shown(dialog) -> list[str]:
    model = dialog.table.model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


@pytest.mark.parametrize(
    ("count", "words"), [(0, "No problems found"), (1, "1 problem found"), (3, "3 problems")]
)
def test_problems_are_listed_and_searched(parent, count, words):
    problems = [Problem(f"bild {k} ü.png", f"is broken in way {k}") for k in range(count)]
    dialog = problems_dialog(problems, parent)
    assert any(words in label.text() for label in dialog.findChildren(QLabel))
    assert shown(dialog) == [problem.where for problem in problems]
    dialog.search.setText("WAY 1")
    assert shown(dialog) == [p.where for p in problems if "way 1" in p.message]
    dialog.search.clear()
    assert len(shown(dialog)) == count


def test_the_folder_offered_is_beside_the_open_one(labels, parent):
    dialog = dialog_of(labels, parent)
    assert dialog.target == labels.root.with_name("faces-exported")


def test_enter_exports(labels, parent):
    dialog = dialog_of(labels, parent)
    QTest.keyClick(dialog.folder, Qt.Key.Key_Return)
    assert dialog.report is not None
    assert dialog.report.faces == 4


def test_choosing_a_folder_starts_at_one_that_exists(labels, parent, monkeypatch):
    asked = []

    def ask(_parent, _title, start):
        asked.append(start)
        return ""

    monkeypatch.setattr(export_module.QFileDialog, "getExistingDirectory", ask)
    dialog = dialog_of(labels, parent)
    dialog._browse()
    dialog.folder.setText("deep/down")
    dialog._browse()
    dialog.folder.setText(str(labels.root))
    dialog._browse()
    assert asked == [str(labels.root.parent), str(labels.root), str(labels.root)]
    assert dialog.folder.text() == str(labels.root)


def test_buttons_of_dialogs_are_words_alone(labels, parent, qapp):
    theme.apply(qapp, theme.LIGHT)
    dialog = dialog_of(labels, parent)
    box = QMessageBox(QMessageBox.Icon.Warning, "t", "t", QMessageBox.StandardButton.Ok, parent)
    for widget in (dialog, box):
        assert [b.text() for b in widget.findChildren(QPushButton) if not b.icon().isNull()] == []


def test_waiting_answers_and_hands_errors_on(qtbot, parent):
    jobs = JobRunner()
    assert wait_for(jobs, lambda handle: 7, "Counting", parent) == 7

    def fail(handle):
        raise InputError("no")

    with pytest.raises(InputError, match="no"):
        wait_for(jobs, fail, "Failing", parent)

    def endless(handle):
        handle.report((3, 9))
        while not handle.cancelled:
            time.sleep(0.01)
        raise Cancelled("as asked")

    def cancel():
        shown = [w for w in parent.findChildren(QProgressDialog) if w.isVisible()]
        if shown:
            button = shown[0].findChild(QPushButton)
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        else:
            QTimer.singleShot(20, cancel)

    cancel()
    with pytest.raises(Cancelled):
        wait_for(jobs, endless, "Waiting", parent)
    jobs.shutdown()
    jobs.deleteLater()
