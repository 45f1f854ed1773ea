"""The gallery in the middle of the window, in place of the picture."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from kpstudio.ui.frame import Frame
from kpstudio.ui.panels.gallery_cells import Layers

_AT_PICTURE = ("adjust", "fit", "zoom_in", "zoom_out", "add_face", "drop_shape", "place_points",
               "draw_box")  # fmt: skip
_LAYERS = ("ground_truth", "prediction", "offsets", "hide_points")


class GalleryCommands(QObject):
    """Switches between canvas and gallery; each workspace keeps its own."""

    def __init__(self, window: Frame) -> None:
        super().__init__(window)
        self._window = window
        window.gallery.opened.connect(self.open)

    def slots(self) -> dict[str, Callable[..., object]]:
        """Return what to call for each key of the action table."""
        return {"gallery": self._window.show_gallery}

    def follow(self) -> None:
        """Follow the actions that show layers, and those that need the picture."""
        act = self._window.actions_by_key
        for key in _AT_PICTURE:
            act[key].triggered.connect(lambda: act["gallery"].setChecked(False))
        for key in _LAYERS:
            act[key].toggled.connect(lambda _: self._show_layers())

    def _show_layers(self) -> None:
        act = self._window.actions_by_key
        hidden = act["hide_points"].isChecked()
        truth, prediction, offsets = (act[key].isChecked() and not hidden for key in _LAYERS[:3])
        self._window.gallery.set_layers(Layers(truth, prediction, offsets))

    def open(self, face_id: str) -> None:
        """Show a face large."""
        self._window.session.choose(face_id)
        self._window.actions_by_key["gallery"].setChecked(False)
