"""The history in the real window: listed, walked by clicks, compared on the canvas, kept."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from kpstudio.app.history_list import START
from kpstudio.core.edits import move_points, set_states
from kpstudio.core.labelset import FaceState
from kpstudio.ui import theme
from kpstudio.ui.main_window import MainWindow
from kpstudio.ui.panels.history import OF_FACE
from kpstudio.ui.panels.history_delegate import ROW_HEIGHT
from kpstudio.ui.workspaces import Workspace
from tests.ui.driver import Script, drag, drive, key

CONTROL = Qt.KeyboardModifier.ControlModifier


def titles(window: MainWindow) -> list[str]:
    return [row.title for row in window.history_book.all.rows]


def click(view, row: int) -> None:
    place = view.visualRect(view.model().index(row)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)


def move(window: MainWindow, row: int, point: int, by: tuple[float, float]) -> str:
    session = window.session
    face = session.labels[window.faces_model.face_ids[row]]
    to = face.landmarks.xy_image[[point]] + by
    session.perform(move_points(face, (point,), to, session.labels.scheme.points[point]))
    return face.id


def opened(window: MainWindow) -> Script:
    yield lambda: window.session.is_open
    yield lambda: window.canvas.has_picture


def test_its_menu_goes_to_a_state_and_copies_what_a_row_says(sample_faces):
    def pressed(view, row: int) -> QMenu:
        view.customContextMenuRequested.emit(view.visualRect(view.model().index(row)).center())
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        return menu

    def script(window: MainWindow) -> Script:
        yield from opened(window)
        key(window.canvas, Qt.Key.Key_H, CONTROL)
        yield lambda: titles(window) == [START]
        move(window, 0, 3, (3.0, 4.0))
        yield lambda: len(titles(window)) == 2
        view = window.history.list
        for row, words in ((1, ["Copy text"]), (0, ["Go to this change", "Copy text"])):
            menu = pressed(view, row)
            assert [action.text() for action in menu.actions()] == words
            menu.actions()[-1].trigger()
            assert QGuiApplication.clipboard().text().startswith(titles(window)[row])
            menu.close()
        menu = pressed(view, 0)
        menu.actions()[0].trigger()
        menu.close()
        assert not window.session.undo_verb
        QGuiApplication.clipboard().clear()

    assert drive([str(sample_faces)], script) == 0


def test_a_click_goes_to_a_state_and_back_again(sample_faces):
    def script(window: MainWindow) -> Script:
        yield from opened(window)
        key(window.canvas, Qt.Key.Key_H, CONTROL)
        yield lambda: window.history.isVisible()
        panel, session = window.history, window.session
        yield lambda: titles(window) == [START]
        files = {face.id: face for face in session.labels}
        first = move(window, 0, 3, (3.0, 4.0))
        second = move(window, 2, 5, (1.0, 0.0))
        session.perform(set_states(list(session.labels)[4:7], FaceState.CHECKED))
        done = {face.id: face for face in session.labels}
        assert len(titles(window)) == 4
        assert panel.list.currentIndex().row() == 3

        click(panel.list, 1)
        yield lambda: window.history_book.all.now == 1
        assert session.current.id == first
        assert session.labels[second] == files[second]
        assert [row.undone for row in window.history_book.all.rows] == [False] * 2 + [True] * 2
        click(panel.list, 3)
        yield lambda: window.history_book.all.now == 3
        assert {face.id: face for face in session.labels} == done
        click(panel.list, 0)
        yield lambda: window.history_book.all.now == 0
        assert {face.id: face for face in session.labels} == files

        # The keyboard looks at faces, and goes to a state only when it is told to.
        panel.list.setFocus()
        for _ in range(2):
            key(panel.list, Qt.Key.Key_Down)
        assert session.current.id == second
        assert session.labels[second] == files[second]
        key(panel.list, Qt.Key.Key_Return)
        yield lambda: window.history_book.all.now == 2
        assert session.labels[second] == done[second]
        key(window.canvas, Qt.Key.Key_Z, CONTROL)
        yield lambda: window.history_book.all.now == 1

    assert drive([str(sample_faces)], script) == 0

    def again(window: MainWindow) -> Script:
        yield from opened(window)
        assert window.actions_by_key["undo"].text().startswith("Undo move")
        window.show_workspace(Workspace.TRAIN)
        window.actions_by_key["history"].trigger()
        yield lambda: window.history.isVisible()
        assert window.workspace is Workspace.LABEL
        assert len(titles(window)) == 4
        assert window.history_book.all.now == 1
        author = window.history_book.all.rows[1].author
        assert author == window.settings.author
        key(window.canvas, Qt.Key.Key_Z, CONTROL)
        yield lambda: window.history_book.all.now == 0
        assert window.session.project.stored_faces() == {}
        assert not window.actions_by_key["undo"].isEnabled()

    assert drive([str(sample_faces)], again) == 0


def test_a_drag_is_seen_among_the_changes_of_its_face(sample_faces):
    def script(window: MainWindow) -> Script:
        yield from opened(window)
        session, canvas, panel = window.session, window.canvas, window.history
        window.actions_by_key["history"].trigger()
        panel.scope.button(OF_FACE).click()
        assert panel._empty.isVisible()
        yield lambda: True  # the panel takes its room from the picture a turn of the loop later
        face = session.current
        was = face.landmarks.xy_image[13]
        place = canvas.view_from_image(was.tolist()).toPoint()
        drag(canvas, place, place + QPoint(24, 0))
        yield lambda: session.undo_verb.startswith("move")
        now = session.labels[face.id].landmarks.xy_image[13]
        distance = float(np.hypot(*(now - was)))
        (row,) = window.history_book.of_face.rows
        assert row.where == f"{session.labels.scheme.points[13]} by {distance:.1f} px"

        plain = canvas.grab().toImage()
        click(panel.face_list, 0)
        yield lambda: panel.moves.isVisible()
        texts = [panel.moves.item(0, column).text() for column in range(4)]
        shift = now - was
        assert texts[0] == session.labels.scheme.points[13]
        assert texts[1:3] == [f"{shift[0]:+.1f}", f"{shift[1]:+.1f}"]
        assert texts[3] == f"{distance:.1f}"
        traced = canvas.grab().toImage()
        there = canvas.view_from_image(was.tolist())
        assert around(plain, there) != around(traced, there)
        # Another face, and it is gone.
        key(canvas, Qt.Key.Key_D)
        yield lambda: session.current.id != face.id
        assert not panel.moves.isVisible()
        assert canvas._trace is None

    assert drive([str(sample_faces)], script) == 0


def test_what_does_not_fit_any_more_is_told(sample_faces):
    def script(window: MainWindow) -> Script:
        yield from opened(window)
        move(window, 0, 3, (3.0, 4.0))

    assert drive([str(sample_faces)], script) == 0
    first = sorted(sample_faces.glob("*.asf"))[0]
    other = sorted(sample_faces.glob("*.asf"))[3]
    first.write_text(other.read_text().replace(other.stem, first.stem))

    def again(window: MainWindow) -> Script:
        yield from opened(window)
        face = window.session.labels[window.faces_model.face_ids[0]]
        window.actions_by_key["undo"].trigger()
        yield lambda: "Cannot undo" in window.status.message.text()
        assert face.picture in window.status.message.text()
        assert window.session.labels[face.id] == face

    assert drive([str(sample_faces)], again) == 0


def test_rows_are_painted_by_what_they_are(sample_faces, qapp):
    def script(window: MainWindow) -> Script:
        yield from opened(window)
        window.actions_by_key["history"].trigger()
        for point in (1, 2):
            move(window, 0, point, (3.0, 4.0))
        window.session.undo()
        yield lambda: window.history_book.all.now == 1
        view = window.history.list
        before = theme.current()
        for look in (theme.LIGHT, theme.DARK):
            theme.apply(qapp, look)
            yield lambda: True
            image = view.viewport().grab().toImage()
            mark = [image.pixelColor(1, k * ROW_HEIGHT + 20).name() for k in range(3)]
            assert [colour == look.accent for colour in mark] == [False, True, False]
            assert words(image, 2) != words(image, 1)
        theme.apply(qapp, before)

    assert drive([str(sample_faces)], script) == 0


def around(image, place) -> list[int]:
    """Return the pixels around a place of the view."""
    x, y = int(place.x()), int(place.y())
    return [image.pixel(x + dx, y + dy) for dx in range(-6, 7) for dy in range(-6, 7)]


def words(image, row: int) -> set[str]:
    """Return the colours of the first letters of a row."""
    top = row * ROW_HEIGHT
    return {image.pixelColor(x, top + y).name() for x in range(12, 40) for y in range(8, 22)}
