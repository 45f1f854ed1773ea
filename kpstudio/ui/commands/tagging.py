"""Tags, and what can be done with the rows of the faces list."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QPoint, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QAbstractItemView, QMenu

from kpstudio.app.language import tr, translated
from kpstudio.app.undo import Progress, passing
from kpstudio.core.edits import Edit, bring_back, set_states, set_tags
from kpstudio.core.errors import Cancelled, InputError
from kpstudio.core.labelset import Face, FaceState
from kpstudio.core.persons import SETTING
from kpstudio.core.query import naming
from kpstudio.core.tags import tags_in_use
from kpstudio.ui.commands.context import add_actions
from kpstudio.ui.dialogs.persons import PersonsDialog
from kpstudio.ui.dialogs.tags import TagsDialog
from kpstudio.ui.frame import Frame
from kpstudio.ui.panels.menu import Menu

_MOST = 12
"""Tags in the context menu: those of most faces; the others are in the dialog."""


def chosen_faces(window: Frame) -> list[Face]:
    """Return the faces selected in the list if that in view is one of them, else that one."""
    selected, current = window.faces.selected(), window.session.current
    if current is not None and current.id not in selected:
        return [current]
    return window.session.labels.known(selected)


class TagCommands(QObject):
    """The Tags… action and the context menu of list and gallery."""

    def __init__(self, window: Frame) -> None:
        super().__init__(window)
        self._window = window
        for view in (window.faces.view, window.gallery.view):
            view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            view.customContextMenuRequested.connect(partial(self._show_menu, view))
        window.points.tag_chosen.connect(self.show_tagged)
        window.faces.search_box.persons_asked.connect(self.persons)

    def slots(self) -> dict[str, Callable[..., object]]:
        """Return what to call for each key of the action table."""
        return {"tags": self.tags, "bring_back": self.bring_back}

    def bring_back(self) -> None:
        """Make the chosen faces what the files have."""
        session, project = self._window.session, self._window.session.project
        if project is None:
            return
        faces = session.changeable(chosen_faces(self._window))

        def read(progress: Progress) -> dict[str, Face]:
            passed = passing(progress, 0, len(faces))
            return project.originals((face.id for face in faces), passed)

        try:
            originals = session.waited(read, len(faces))
        except Cancelled:
            return
        except InputError as error:
            self._window.warn(translated(error))
            return
        self._perform(bring_back(faces, originals))

    def tags(self) -> None:
        """Ask which tags the chosen faces should have."""
        faces = self._window.session.changeable(chosen_faces(self._window))
        if not faces:
            return
        known = tags_in_use(self._window.session.labels)
        dialog = TagsDialog(faces, known, self._window)
        if dialog.exec():
            self._perform(dialog.edit())
        dialog.deleteLater()

    def persons(self) -> None:
        """Ask how file names show persons."""
        session, model = self._window.session, self._window.faces_model
        if session.project is None:
            return
        pattern = str(session.project.setting(SETTING, ""))
        dialog = PersonsDialog(session.labels.pictures, pattern, self._window)
        if dialog.exec():
            try:
                model.read_persons(dialog.pattern)
            except InputError as error:
                self._window.warn(translated(error))
        dialog.deleteLater()

    def show_tagged(self, tag: str) -> None:
        """Search for the faces with a tag."""
        self._window.faces.search.setText(str(naming("tag", tag)))

    def _perform(self, edit: Edit) -> None:
        if edit.changes:
            self._window.session.perform(edit)

    # The context menu

    def _show_menu(self, view: QAbstractItemView, place: QPoint) -> None:
        faces = chosen_faces(self._window) if view.indexAt(place).isValid() else []
        if faces:
            menu = self.menu(faces)
            menu.popup(view.viewport().mapToGlobal(place))

    def menu(self, faces: Sequence[Face]) -> QMenu:
        """Return what can be done with ``faces``; the menu goes when it closes."""
        window = self._window
        menu = Menu(window)
        menu.setToolTipsVisible(True)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._add_tags(menu, faces)
        placed = [face for face in faces if face.landmarks is not None]
        free = window.session.changeable
        check = menu.addAction(tr("Mark as checked"))
        check.setEnabled(any(face.state is not FaceState.CHECKED for face in placed))
        check.triggered.connect(lambda: self._perform(set_states(free(placed), FaceState.CHECKED)))
        menu.addAction(window.actions_by_key["approve"])
        menu.addAction(window.actions_by_key["give_back"])
        several = len(faces) > 1
        of_one = () if several else ("more_like", "predict", "", "copy_points", "paste")
        add_actions(menu, window, ("", *of_one, "", "bring_back", "delete_face"))
        menu.addSeparator()
        copy = menu.addAction(tr("Copy file names") if several else tr("Copy file name"))
        copy.triggered.connect(partial(_copy_names, [face.picture for face in faces]))
        path = window.session.labels.picture_path(faces[0].picture)
        show = menu.addAction(tr("Show in folder"))
        show.setEnabled(not several)
        show.triggered.connect(partial(_show_folder, path))
        return menu

    def _add_tags(self, menu: QMenu, faces: Sequence[Face]) -> None:
        known = tags_in_use(self._window.session.labels)
        worn = tags_in_use(faces)
        missing = [tag for tag in known if any(tag not in face.tags for face in faces)]
        menu.addAction(self._window.actions_by_key["tags"])
        free = self._window.session.changeable
        for words, tags, edit in (
            (tr("Add tag"), missing, lambda tag: set_tags(free(faces), add=[tag])),
            (tr("Remove tag"), worn, lambda tag: set_tags(free(faces), remove=[tag])),
        ):
            inner = menu.addMenu(words)
            inner.setEnabled(bool(tags))
            for tag in tags[:_MOST]:
                action = inner.addAction(tag.replace("&", "&&"))
                action.triggered.connect(
                    lambda _=False, edit=edit, tag=tag: self._perform(edit(tag))
                )
        menu.addSeparator()


def _copy_names(pictures: Sequence[str], _checked: bool = False) -> None:
    names = (picture.rpartition("/")[2] for picture in dict.fromkeys(pictures))
    QGuiApplication.clipboard().setText("\n".join(names))


def _show_folder(path: Path, _checked: bool = False) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))
