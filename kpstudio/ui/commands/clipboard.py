"""Copy and paste: points of a face as text, the picture as it is seen, and photos."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QLocale, QObject
from PySide6.QtGui import QGuiApplication

from kpstudio.app.language import tr, tr_count, translated
from kpstudio.core.copied_points import is_points_text, paste_points, points_text, read_points
from kpstudio.core.errors import InputError
from kpstudio.ui.frame import Frame


class ClipboardCommands(QObject):
    """What the Edit menu does with the clipboard."""

    def __init__(self, window: Frame, paste_photos: Callable[[], object]) -> None:
        """Begin.

        Args:
            window: The window.
            paste_photos: Takes what is no points.
        """
        super().__init__(window)
        self._window, self._paste_photos = window, paste_photos

    def slots(self) -> dict[str, Callable[..., object]]:
        """Return what to call for each key of the action table."""
        return {
            "copy_points": self.copy_points,
            "copy_picture": self.copy_picture,
            "paste": self.paste,
        }

    def copy_points(self) -> None:
        """Copy the chosen points of the face in view, or all of them."""
        window = self._window
        face, scheme = window.session.current, window.session.labels.scheme
        if face is None or face.landmarks is None:
            window.status.say(tr("This face has no points yet."))
            return
        points = window.canvas.selection.points or range(scheme.count)
        # As the system writes numbers, and with it a spreadsheet: to some 1.5 is the first of May.
        decimal = QLocale.system().decimalPoint()
        text = points_text(scheme, face.landmarks, list(points), decimal)
        QGuiApplication.clipboard().setText(text)
        window.status.say(tr_count("1 point copied.", "{count} points copied.", len(points)))

    def copy_picture(self) -> None:
        """Copy what the canvas shows, points and all."""
        canvas = self._window.canvas
        if canvas.has_picture:
            QGuiApplication.clipboard().setPixmap(canvas.grab())
            self._window.status.say(tr("Picture copied as shown."))

    def paste(self) -> None:
        """Give the face in view the copied points, or take copied pictures in as photos."""
        text = QGuiApplication.clipboard().text()
        if is_points_text(text):
            self._paste_points(text)
        else:
            self._paste_photos()

    def _paste_points(self, text: str) -> None:
        window, session = self._window, self._window.session
        face, scheme = session.current, session.labels.scheme
        if face is None:
            window.status.say(tr("First select a face to paste the points onto."))
            return
        try:
            copied = read_points(text, scheme)
        except InputError as error:
            window.status.say(translated(error))
            return
        locked = window.locks.of(face.id)
        edit = paste_points(face, scheme.count, copied, locked)
        if edit.empty:
            window.status.say(tr("The copied points are already in place, or locked."))
        elif session.perform(edit):
            count = len(set(copied.points) - locked)
            window.status.say(tr_count("1 point pasted.", "{count} points pasted.", count))
