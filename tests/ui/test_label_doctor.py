"""The label doctor in the real window: a word after opening, the page, apply, dismiss, undo."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from kpstudio.io.formats.asf import asf_text
from kpstudio.io.images import read_size
from kpstudio.io.opening import open_path
from kpstudio.ui.dialogs.label_doctor import LabelDoctorDialog
from kpstudio.ui.main_window import MainWindow
from tests.ui.driver import Script, dialog, drive, press


def turn_over(folder: Path) -> dict[str, np.ndarray]:
    """Write the labels with y counted upwards; returns the points as they should be."""
    points = {}
    for face in open_path(folder).labels:
        path = folder / face.picture
        width, height = read_size(path)
        points[face.id] = face.landmarks.xy_image
        wrong = np.stack([points[face.id][:, 0], height - 1 - points[face.id][:, 1]], axis=1)
        text = asf_text(wrong, width, height, path.name)
        path.with_suffix(".asf").write_text(text, encoding="utf-8")
    return points


def page(window: MainWindow) -> Script:
    """Open the page and wait until it has looked."""
    window.actions_by_key["check_labels"].trigger()
    yield lambda: dialog(LabelDoctorDialog) is not None
    yield lambda: not window.doctor.doctor.running


def test_labels_with_y_up_are_told_shown_put_right_and_undone(sample_faces):
    expected = turn_over(sample_faces)

    def script(window: MainWindow) -> Script:
        check = window.actions_by_key["check_labels"]
        assert check.isEnabled() == window.session.is_open
        yield lambda: window.session.is_open
        yield lambda: "count y upwards" in window.status.message.text()
        assert any("count y upwards" in p.message for p in window.session.problems)

        yield from page(window)
        shown = dialog(LabelDoctorDialog)
        assert shown.list.count() == 1
        assert shown.list.hasFocus(), "one goes through what was found"
        assert shown.detail.show_faces.isDefault(), "Enter closes nothing, and changes nothing"
        assert "24 faces" in shown.list.item(0).text()
        assert "count y upwards" in shown.detail.sentence.text()
        assert "height - 1 - y" in shown.detail.remedy.text()
        yield lambda: len(shown.detail.proofs) == 12
        picture = shown.detail.proofs[0].pixmap().toImage()
        colours = {
            picture.pixelColor(x, y).getRgb()[:3]
            for x in range(picture.width())
            for y in range(picture.height())
        }
        assert any(r > 200 and g < 120 and b < 140 for r, g, b in colours)
        assert any(g > 170 and r < 110 for r, g, _ in colours)
        yield lambda: shown.detail.proofs[2].width() > 0
        right = shown.detail.proofs[2]
        edge = right.mapTo(shown.detail, right.rect().bottomRight()).x()
        assert edge < shown.detail.width()
        assert right.visibleRegion().boundingRect().width() == right.width()

        press(shown, "Apply")
        yield lambda: window.session.undo_verb == "count y downwards"
        for face in window.session.labels:
            assert face.landmarks.xy_image == pytest.approx(expected[face.id], abs=1e-3)
        assert "No problems found in 24 faces" in shown.empty.label.text()
        press(shown, "Check again")
        yield lambda: window.doctor.doctor.running
        yield lambda: not window.doctor.doctor.running
        assert window.doctor.doctor.findings == ()
        press(shown, "Close")
        yield lambda: dialog(LabelDoctorDialog) is None

        window.actions_by_key["undo"].trigger()
        assert window.session.undo_verb == ""
        yield from page(window)
        shown = dialog(LabelDoctorDialog)
        press(shown, "This is correct")
        yield lambda: window.doctor.doctor.findings == ()
        assert "No problems found" in shown.empty.label.text()
        press(shown, "Close")
        yield lambda: dialog(LabelDoctorDialog) is None

    assert drive([str(sample_faces)], script) == 0

    def again(window: MainWindow) -> Script:
        yield lambda: window.session.is_open
        yield from page(window)
        assert window.doctor.doctor.findings == ()

    assert drive([str(sample_faces)], again) == 0


def test_single_faces_are_shown_in_the_list_and_looking_can_be_cancelled(sample_faces):
    chosen = sorted(sample_faces.glob("*.asf"))[3]
    other = sorted(sample_faces.glob("*.asf"))[9]
    labels = open_path(sample_faces).labels
    mirror = np.array(labels.scheme.mirror)
    for path in (chosen, other):
        face = next(f for f in labels if Path(f.picture).stem == path.stem)
        width, height = read_size(sample_faces / face.picture)
        text = asf_text(face.landmarks.xy_image[mirror], width, height, Path(face.picture).name)
        path.write_text(text, encoding="utf-8")

    def script(window: MainWindow) -> Script:
        yield lambda: window.session.is_open
        window.actions_by_key["check_labels"].trigger()
        shown = dialog(LabelDoctorDialog)
        assert shown.cancel.width() <= shown.cancel.sizeHint().width() + 2
        press(shown, "Cancel")
        yield lambda: not window.doctor.doctor.running
        press(shown, "Check again")
        yield lambda: window.doctor.doctor.findings != ()
        yield lambda: not window.doctor.doctor.running
        assert [f.key for f in window.doctor.doctor.findings] == ["left-right"]
        press(shown, "Show faces")
        yield lambda: window.faces_model.rowCount() == 2
        pictures = {window.session.labels[i].picture for i in window.faces_model.face_ids}
        assert {Path(p).stem for p in pictures} == {chosen.stem, other.stem}
        assert window.session.current.picture in pictures

    assert drive([str(sample_faces)], script) == 0


def test_closing_the_window_while_the_doctor_looks_leaves_nothing(sample_faces):
    def script(window: MainWindow) -> Script:
        yield lambda: window.session.is_open
        window.actions_by_key["check_labels"].trigger()
        yield lambda: window.doctor.doctor.running

    assert drive([str(sample_faces)], script) == 0
