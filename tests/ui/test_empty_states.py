"""Where there is nothing to see, a sentence says why, beside the button that helps."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from kpstudio.core.edits import set_tags
from kpstudio.doctor.finding import Finding, Severity
from kpstudio.store.project import Project
from kpstudio.ui.main_window import MainWindow
from kpstudio.ui.workspaces import Workspace
from tests.app.help import add_photos, faces_folder, picture, stored_run
from tests.ui.driver import Script, drive

LAYERS = ("ground_truth", "prediction", "offsets", "fit", "gallery")


def words(part: QWidget) -> list[str]:
    """What labels in view say."""
    return [label.text() for label in part.findChildren(QLabel) if label.isVisible()]


def buttons(part: QWidget) -> list[str]:
    """What buttons in view that can be pressed say."""
    found = part.findChildren(QPushButton)
    return [one.text() for one in found if one.isVisible() and one.isEnabled()]


def press(part: QWidget, text: str) -> None:
    """Click the button in view that says so."""
    found = [one for one in part.findChildren(QPushButton) if one.isVisible()]
    (one,) = [one for one in found if one.text() == text]
    QTest.mouseClick(one, Qt.MouseButton.LeftButton)


def why(window: MainWindow, action: str) -> str:
    """Why an action cannot be used; "" where it can."""
    act = window.actions_by_key[action]
    return "" if act.isEnabled() else str(act.property("why"))


def test_without_a_folder_every_pane_says_so() -> None:
    def script(window: MainWindow) -> Script:
        yield lambda: True
        for workspace in Workspace:
            window.show_workspace(workspace)
            assert "No faces here yet. Open a folder of pictures." in words(window.faces)
            assert "Open folder…" in buttons(window.faces)
            assert "Open a folder of faces" in words(window.canvas)
            side = window.side.currentWidget()
            if workspace is Workspace.TRAIN:
                assert any(text.startswith("No labelled faces here yet") for text in words(side))
                assert buttons(side) == ["Open folder…"]
            else:
                assert words(side) == ["Select a face to see its points here."]
                assert buttons(side) == []
        assert {why(window, key) for key in (*LAYERS, "train", "pictures")} == {
            "Open a folder first."
        }

    assert drive([], script) == 0


def test_pictures_without_labels_are_not_to_be_trained_on_yet(tmp_path: Path) -> None:
    root = faces_folder(tmp_path / "faces", 0, unlabelled=2)

    def script(window: MainWindow) -> Script:
        yield lambda: window.canvas.has_picture
        assert why(window, "ground_truth") == ""
        for key in ("train", "pictures", "sweep", "find_rate"):
            assert why(window, key).startswith("No face is labelled yet")
        hint, choose = window.points._hint, window.choose_points
        assert hint.isVisible() and choose.isVisible()
        bottom = hint.mapTo(window, hint.rect().bottomLeft()).y()
        assert choose.mapTo(window, choose.rect().topLeft()).y() - bottom < 24, "side by side"
        assert hint.alignment() & Qt.AlignmentFlag.AlignBottom
        window.show_workspace(Workspace.TRAIN)
        assert buttons(window.train_settings) == ["Choose the points…"]
        window.show_workspace(Workspace.REVIEW)
        assert "No runs yet" in words(window.canvas)
        assert buttons(window.canvas) == ["Label faces"]
        press(window.canvas, "Label faces")
        assert window.workspace is Workspace.LABEL
        assert window.session.current is not None

    assert drive([str(root)], script) == 0


def test_a_folder_without_pictures_says_so_in_the_middle(tmp_path: Path) -> None:
    (tmp_path / "notes.csv").write_text("x,y\n1,2\n", encoding="utf-8")

    def script(window: MainWindow) -> Script:
        yield lambda: window.session.is_open
        for workspace, title in (
            (Workspace.LABEL, "No pictures here"),
            (Workspace.PHOTOS, "No photos yet"),
            (Workspace.REVIEW, "No pictures here"),
            (Workspace.TRAIN, "No pictures here"),
        ):
            window.show_workspace(workspace)
            assert title in words(window.canvas)
        assert not window.choose_points.isVisible()
        assert {why(window, key) for key in ("ground_truth", "fit")} == {"No face is selected."}

    assert drive([str(tmp_path)], script) == 0


def test_photos_and_review_show_no_face_that_is_not_theirs(tmp_path: Path) -> None:
    root = faces_folder(tmp_path / "faces", 3)

    def script(window: MainWindow) -> Script:
        yield lambda: window.canvas.has_picture
        session, act = window.session, window.actions_by_key
        session.choose("f1.png#0")
        for workspace, title, offer in (
            (Workspace.PHOTOS, "No photos yet", "Add photos…"),
            (Workspace.REVIEW, "No runs yet", "Train…"),
        ):
            window.show_workspace(workspace)
            assert session.current is None
            assert title in words(window.canvas) and buttons(window.canvas) == [offer]
            assert not act["checked"].isEnabled()
            main = {
                one.text(): bool(one.property("primary"))
                for one in window.header.findChildren(QPushButton)
                if one.isVisible() and one.text() in ("Add photos…", "Export…")
            }
            if workspace is Workspace.PHOTOS:
                assert main == {"Add photos…": True, "Export…": False}
            window.show_workspace(Workspace.LABEL)
            assert session.current is not None and session.current.id == "f1.png#0"
        window.show_workspace(Workspace.REVIEW)
        press(window.canvas, "Train…")
        assert window.workspace is Workspace.TRAIN

    assert drive([str(root)], script) == 0
    with Project.open(root) as project:
        assert project.setting("current", "") == "f1.png#0", "the place is kept"


@pytest.mark.parametrize(
    ("workspace", "title"), [(Workspace.PHOTOS, "No photos yet"), (Workspace.REVIEW, "No runs yet")]
)
def test_the_place_outlasts_a_folder_read_again_where_no_face_is_shown(
    tmp_path: Path, workspace: Workspace, title: str
) -> None:
    root = faces_folder(tmp_path / "faces", 3)

    def script(window: MainWindow) -> Script:
        yield lambda: window.canvas.has_picture
        session = window.session
        session.choose("f2.png#0")
        for _ in range(2):
            window.show_workspace(workspace)
            session.rescan()
            yield lambda: not session.opening
            assert session.current is None and title in words(window.canvas)
        window.show_workspace(Workspace.LABEL)
        assert session.current is not None and session.current.id == "f2.png#0"
        session.rescan()
        yield lambda: not session.opening
        session.choose("f1.png#0")
        window.show_workspace(workspace)
        window.show_workspace(Workspace.LABEL)
        assert session.current.id == "f1.png#0"

    assert drive([str(root)], script) == 0


def test_undoing_brings_no_face_of_the_folder_to_photos_and_review(tmp_path: Path) -> None:
    root = faces_folder(tmp_path / "faces", 3)

    def script(window: MainWindow) -> Script:
        yield lambda: window.canvas.has_picture
        session = window.session
        session.choose("f1.png#0")
        session.perform(set_tags([session.labels["f1.png#0"]], ["mine"]))
        session.choose("f2.png#0")
        window.show_workspace(Workspace.PHOTOS)
        add_photos(session, [picture(tmp_path / "mine.png", 9)])
        assert session.current is not None and session.current.photo
        session.undo()
        assert session.current is None and "No photos yet" in words(window.canvas)
        window.show_workspace(Workspace.LABEL)
        assert session.current is not None and session.current.id == "f2.png#0"
        window.show_workspace(Workspace.REVIEW)
        session.undo()
        assert session.current is None and "No runs yet" in words(window.canvas)
        window.show_workspace(Workspace.LABEL)
        assert session.current.id == "f1.png#0", "it is what was undone"

    assert drive([str(root)], script) == 0


def test_a_face_that_is_asked_for_where_none_is_shown_comes_in_label(tmp_path: Path) -> None:
    root = faces_folder(tmp_path / "faces", 3)

    def script(window: MainWindow) -> Script:
        yield lambda: window.canvas.has_picture
        session = window.session
        finding = Finding("odd", Severity.NOTE, "Odd.", "", ("f2.png#0",))
        window.show_workspace(Workspace.REVIEW)
        window.doctor.show_faces(finding)
        assert window.workspace is Workspace.LABEL
        assert session.current is not None and session.current.id == "f2.png#0"
        window.files._photos.take([root / "f1.png"])
        yield lambda: session.current is not None and session.current.id == "f1.png#0"
        assert window.workspace is Workspace.LABEL

    assert drive([str(root)], script) == 0


def test_a_face_that_the_run_has_not_predicted_says_so(tmp_path: Path) -> None:
    root = faces_folder(tmp_path / "faces", 5)
    stored_run(root, dict.fromkeys(range(4), 1.0))

    def script(window: MainWindow) -> Script:
        yield lambda: window.canvas.has_picture
        window.runs.predict_missing = lambda: None  # type: ignore[method-assign]  # no weights
        window.runs.use("0001-bignet")
        yield lambda: window.runs.run
        lacks = "The run in use has not predicted this face yet: press Predict."
        for number, told in ((4, True), (0, False)):
            window.session.choose(f"f{number}.png#0")
            assert (lacks in words(window.points)) == told
            assert "Predict" in buttons(window.points)

    assert drive([str(root)], script) == 0


@pytest.mark.parametrize("folded", [True, False])
def test_review_offers_a_run_and_says_at_once_when_errors_are_there(
    tmp_path: Path, folded: bool
) -> None:
    root = faces_folder(tmp_path / "faces", 4)
    stored_run(root, dict.fromkeys(range(4), 1.0))

    def script(window: MainWindow) -> Script:
        yield lambda: window.canvas.has_picture
        window.folding.ask("list", not folded)
        window.runs.use("")
        window.show_workspace(Workspace.REVIEW)
        assert "No run is in use" in words(window.canvas)
        press(window.canvas, f"Use {window.run_choice.itemText(0)}")
        yield lambda: window.faces_model.rowCount() > 0
        assert window.session.current is not None
        assert not window.empty_bar.isVisible()
        window.faces.search.setText("no such face")
        assert window.empty_bar.isVisible() == folded
        assert window.session.current is not None, "who searches keeps the face in view"
        if folded:
            assert window.empty_bar.words.text() == "No face matches the search."
            press(window.empty_bar, "Clear the search")
            assert not window.empty_bar.isVisible() and window.faces_model.rowCount() > 0

    assert drive([str(root)], script, with_parts=False) == 0
