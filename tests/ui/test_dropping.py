"""What is dropped onto the window: folders open, pictures open around them or become photos."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox, QWidget

from kpstudio.ui.main_window import MainWindow
from kpstudio.ui.workspaces import Workspace
from tests.app.help import faces_folder, picture
from tests.ui.driver import Script, dialog, drive, later, press
from tests.ui.test_photos import drop


def test_one_picture_opens_its_folder_with_its_labels(tmp_path):
    root = faces_folder(tmp_path / "faces", 3)

    def script(window: MainWindow) -> Script:
        yield lambda: window.isVisible()
        drop(window, root / "f1.png")
        yield lambda: window.session.is_open and window.session.current is not None
        assert window.session.path == root
        assert window.session.current.id == "f1.png#0"
        assert window.session.current.landmarks is not None
        assert len(window.session.labels) == 3

    assert drive([], script) == 0


def test_a_folder_dropped_among_the_photos_is_asked_about(tmp_path):
    root = faces_folder(tmp_path / "faces", 1)
    other, third = faces_folder(tmp_path / "other", 2), faces_folder(tmp_path / "third", 1)

    def script(window: MainWindow) -> Script:
        yield lambda: window.session.is_open
        window.show_workspace(Workspace.PHOTOS)
        drop(window, other)
        yield lambda: dialog(QMessageBox)
        box = dialog(QMessageBox)
        assert "Open “other” instead of “faces”" in box.text()
        later(lambda: QTest.keyClick(box, Qt.Key.Key_Escape))
        yield lambda: dialog(QMessageBox) is None
        assert len(window.session.labels) == 1

        drop(window, other)
        yield lambda: dialog(QMessageBox)
        press(dialog(QMessageBox), "Add as photos")
        yield lambda: len(window.session.labels) == 3
        assert "2 photos were added; Undo removes them." in window.status.message.text()
        window.session.undo()
        assert len(window.session.labels) == 1

        drop(window, other, third)
        yield lambda: dialog(QMessageBox)
        assert "all dropped pictures" in dialog(QMessageBox).text()
        press(dialog(QMessageBox), "Add as photos")
        yield lambda: len(window.session.labels) == 4

        drop(window, third)
        yield lambda: dialog(QMessageBox)
        press(dialog(QMessageBox), "Open")
        yield lambda: window.session.path == third

        window.show_workspace(Workspace.LABEL)
        drop(window, other)
        yield lambda: window.session.path == other

    assert drive([str(root)], script) == 0


def test_one_of_several_folders_is_opened_and_the_rest_is_asked_about(tmp_path):
    one, two = faces_folder(tmp_path / "one", 1), faces_folder(tmp_path / "two", 2)
    three = faces_folder(tmp_path / "three", 3)

    def script(window: MainWindow) -> Script:
        yield lambda: window.isVisible()
        drop(window, two, one)
        yield lambda: dialog(QMessageBox)
        box = dialog(QMessageBox)
        assert box.text().startswith(
            "Only one folder or label file can be open at a time. Open “two”"
        )
        later(lambda: QTest.keyClick(box, Qt.Key.Key_Escape))
        yield lambda: dialog(QMessageBox) is None
        assert not window.session.is_open

        drop(window, one, two / "f0.pts")  # a file is less than a folder
        yield lambda: dialog(QMessageBox)
        press(dialog(QMessageBox), "Open")
        yield lambda: window.session.path == one

        drop(window, three, two, two / "f1.png")
        yield lambda: dialog(QMessageBox)
        assert "Open just “three” instead of “one”, or add all" in dialog(QMessageBox).text()
        press(dialog(QMessageBox), "Add as photos")
        yield lambda: len(window.session.labels) == 1 + 3 + 2

        window.show_workspace(Workspace.LABEL)
        drop(window, two / "f0.pts", two / "f1.pts")
        yield lambda: dialog(QMessageBox)
        assert "ignore the rest" in dialog(QMessageBox).text()
        press(dialog(QMessageBox), "Cancel")
        yield lambda: dialog(QMessageBox) is None

        drop(window, two, three)
        yield lambda: dialog(QMessageBox)
        later(lambda: QTest.keyClick(dialog(QMessageBox), Qt.Key.Key_Return))
        yield lambda: window.session.path == two

    assert drive([], script) == 0


def test_a_folder_dropped_with_pictures_on_the_first_page_opens_with_them_as_photos(tmp_path):
    root, mine = faces_folder(tmp_path / "faces", 2), picture(tmp_path / "mine.png")

    def script(window: MainWindow) -> Script:
        yield lambda: window.isVisible()
        drop(window, mine, root)
        yield lambda: window.session.is_open
        assert window.session.labels.root == root
        yield lambda: any(face.photo for face in window.session.labels)
        names = {face.picture for face in window.session.labels}
        assert names == {"f0.png", "f1.png", mine.as_posix()}

    assert drive([], script) == 0


def test_the_empty_lists_offer_what_helps(tmp_path):
    root = faces_folder(tmp_path / "faces", 1)

    def script(window: MainWindow) -> Script:
        window.actions_by_key["show_photos"].trigger()
        button = window.faces._help
        assert (button.isVisible(), button.isEnabled()) == (True, True)
        assert button.text() == window.actions_by_key["open_folder"].iconText()
        window.files.open(root)
        yield lambda: window.session.is_open
        yield lambda: button.text() == "Add photos…" and button.isEnabled()
        window.show_workspace(Workspace.REVIEW)
        window.folding.ask("list", True)
        yield lambda: button.isVisible()
        press(window.faces, "Train…")
        yield lambda: window.workspace is Workspace.TRAIN
        assert not button.isVisible()

    assert drive([], script) == 0


def test_what_is_dropped_stays_where_it_lies(tmp_path):
    """What is taken as moved is deleted by those who offered it; a link to the web is refused."""
    root = faces_folder(tmp_path / "faces", 1)
    here, there = QUrl.fromLocalFile(str(root)), QUrl("https://example.org/face.jpg")
    kinds = {QDragEnterEvent: "dragEnterEvent", QDragMoveEvent: "dragMoveEvent"}
    kinds |= {QDropEvent: "dropEvent"}
    action = Qt.DropAction
    either = action.CopyAction | action.MoveAction

    def answer(part: QWidget, kind: type, url: QUrl, actions: Qt.DropAction) -> Qt.DropAction:
        data = QMimeData()
        data.setUrls([url])
        at = QPointF(20, 20) if kind is QDropEvent else QPoint(20, 20)
        shift = Qt.KeyboardModifier.ShiftModifier  # by which one asks to move
        event = kind(at, actions, data, Qt.MouseButton.LeftButton, shift)
        assert event.proposedAction() == action.MoveAction
        getattr(part, kinds[kind])(event)
        return event.dropAction() if event.isAccepted() else action.IgnoreAction

    def script(window: MainWindow) -> Script:
        yield lambda: window.isVisible()
        for part in (window, window.canvas):
            for kind in kinds:
                assert answer(part, kind, there, either) == action.IgnoreAction
                assert answer(part, kind, here, action.MoveAction) == action.IgnoreAction
                assert answer(part, kind, here, either) == action.CopyAction
            yield lambda: window.session.is_open
        assert root.exists()

    assert drive([], script) == 0
