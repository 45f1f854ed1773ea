"""An animal in the real window: looked at, trained on, reviewed, its scheme drawn by hand."""

from __future__ import annotations

import numpy as np

from kpstudio.ui.dialogs.scheme_editor import CONNECT, SchemeEditor
from kpstudio.ui.main_window import MainWindow
from kpstudio.ui.workspaces import Workspace
from tests.tasks.test_not_faces import NAMES, write_animals
from tests.ui.driver import Script, dialog, drive, later, press
from tests.ui.test_main_job import train
from tests.ui.test_scheme_editor import click


def test_an_animal_is_shown_connected_trained_on_and_reviewed(tmp_path):
    def script(window: MainWindow) -> Script:
        yield lambda: window.session.is_open
        yield lambda: window.canvas.has_picture
        assert window.session.labels.scheme.points == NAMES
        later(window.actions_by_key["edit_scheme"].trigger)
        yield lambda: dialog(SchemeEditor) is not None
        made = dialog(SchemeEditor)
        made.mode_buttons[CONNECT].click()
        for point in range(4):
            click(made, point)
        press(made, "Use this scheme")
        yield lambda: window.session.labels.scheme.edges
        assert window.session.labels.scheme.edges == ((0, 1), (1, 2), (2, 3))
        assert len(window.canvas._content.edges(6)) == 3

        window.show_workspace(Workspace.TRAIN)
        assert not window.train_settings.augmentation.flip.isEnabled()
        yield from train(window, "bignet", 1)
        yield lambda: all(window.runs.prediction(face.id) for face in window.session.labels)
        assert window.runs.run
        window.actions_by_key["worst"].trigger()
        assert window.workspace is Workspace.REVIEW
        face = window.session.current
        assert face is not None
        row = window.faces_model.row(face.id)
        assert row.error.pixels > 0
        assert np.isnan(row.yaw)

    assert drive([str(write_animals(tmp_path / "beasts"))], script) == 0
