"""Tags, and what can be done with the rows of the faces list."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, QPoint, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QAbstractItemView, QMenu

from kpstudio.app.language import tr, translated
from kpstudio.app.undo import passing
from kpstudio.core.edits import Edit, bring_back, set_states, set_tags
from kpstudio.core.errors import Cancelled, InputError
from kpstudio.core.labelset import Face, FaceState
from kpstudio.core.persons import SETTING
from kpstudio.core.progress import Progress
from kpstudio.core.query import naming
from kpstudio.core.tags import tags_in_use
from kpstudio.ui.commands.context import add_actions
from kpstudio.ui.dialogs.persons import PersonsDialog
from kpstudio.ui.dialogs.tags import TagsDialog
from kpstudio.ui.frame import Frame
from kpstudio.ui.panels.part_menu import PartMenu, pointed

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
            PartMenu(view, partial(self._fill_menu, view))
        window.points.tag_chosen.connect(self.show_tagged)
        window.faces.search_box.persons_asked.connect(self.persons)

    def slots(self) -> dict[str, Callable[..., object]]:
        """Return what to call for each key of the action table."""
        return {
            "tags": self.tags,
            "bring_back": self.bring_back,
            "mark_checked": self.mark_checked,
            "copy_names": self.copy_names,
            "show_picture": self.show_picture,
        }

    def mark_checked(self) -> None:
        """Mark the chosen faces as checked, and stay."""
        placed = [face for face in chosen_faces(self._window) if face.landmarks is not None]
        free = self._window.session.changeable(placed)
        self._perform(set_states(free, FaceState.CHECKED))

    def copy_names(self) -> None:
        """Copy the names of the chosen faces' pictures."""
        pictures = dict.fromkeys(face.picture for face in chosen_faces(self._window))
        names = (picture.rpartition("/")[2] for picture in pictures)
        QGuiApplication.clipboard().setText("\n".join(names))

    def show_picture(self) -> None:
        """Show the folder of the picture in view."""
        session = self._window.session
        if session.current is not None:
            path = session.labels.picture_path(session.current.picture)
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))

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

    def _fill_menu(self, view: QAbstractItemView, menu: QMenu, place: QPoint | None) -> None:
        faces = chosen_faces(self._window) if pointed(view, place).isValid() else []
        if faces:
            self.offer(menu, faces)

    def offer(self, menu: QMenu, faces: Sequence[Face]) -> None:
        """Put what can be done with ``faces`` into a menu."""
        window = self._window
        self._add_tags(menu, faces)
        for key in ("mark_checked", "approve", "give_back"):
            menu.addAction(window.actions_by_key[key])
        of_one = () if len(faces) > 1 else ("more_like", "predict", "", "copy_points", "paste")
        last = ("bring_back", "delete_face", "", "copy_names", "show_picture")
        add_actions(menu, window, ("", *of_one, "", *last))

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
