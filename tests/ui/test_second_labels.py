"""Another person's labels in the window: chosen, drawn, remembered, taken away."""

from __future__ import annotations

import shutil
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtWidgets import QFileDialog

from kpstudio.store.project import Project
from kpstudio.tasks.second_labels import remembered_second
from kpstudio.ui.main_window import MainWindow
from kpstudio.ui.workspaces import Workspace
from tests.app.help import face_xy, faces_folder, pts_text, stored_run
from tests.ui.driver import Script, drive
from tests.ui.test_dialogs import answer

RUN = "0001-bignet"


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path]:
    """Faces that a run has predicted, and a colleague's labels two pixels lower."""
    mine = faces_folder(tmp_path / "mine", 6)
    stored_run(mine, dict.fromkeys(range(6), 3.0), RUN)
    theirs = tmp_path / "theirs"
    shutil.copytree(mine, theirs, ignore=shutil.ignore_patterns(".kpstudio"))
    for number in range(6):
        (theirs / f"f{number}.pts").write_text(pts_text(face_xy(number) + np.array([0.0, 2.0])))
    with Project.open(mine) as project:
        project.set_setting("run", RUN)
    return mine, theirs


def test_the_plots_show_how_closely_people_agree(folders, monkeypatch):
    mine, theirs = folders
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(theirs))

    def script(window: MainWindow) -> Script:
        yield lambda: window.canvas.has_picture
        plots = window.review_summary.plots
        window.show_workspace(Workspace.REVIEW)
        window.side.setCurrentWidget(window.review_summary)
        yield lambda: plots.turn._faces
        assert plots.turn.floor.words == ""
        seen = answer("Folder…")
        window.actions_by_key["second_labels"].trigger()
        assert seen[0].startswith("How closely do two people")
        yield lambda: plots.turn.floor.words
        assert "6 faces labelled by both" in window.status.message.text()
        share = 2.0 / 3.0 * 100 * plots.ced.faces.nme[0]
        assert plots.turn.floor.words == f"two people {share:.1f} %"
        assert plots.bars.floor.words == plots.turn.floor.words
        assert len(plots.ced._people.getData()[0]) > 2
        assert plots.legend.isVisibleTo(plots)
        plots.legend.chip("two people").click()
        assert not plots.ced._people.isVisible()
        plots.over.button(1).click()
        yield lambda: plots.parts.parts
        assert len(plots.parts._people.getData()[0]) == 2 * len(plots.parts.parts)

        plots.over.button(0).click()
        assert answer("Remove") == []
        window.actions_by_key["second_labels"].trigger()
        yield lambda: plots.turn.floor.words == ""
        assert not plots.legend.isVisibleTo(plots)

    assert drive([str(mine)], script) == 0
    with Project.open(mine) as project:
        assert remembered_second(project) is None


def test_they_are_read_again_at_the_next_start(folders):
    mine, theirs = folders

    def first(window: MainWindow) -> Script:
        yield lambda: window.canvas.has_picture
        window.second_labels.take(theirs)
        yield lambda: window.second_labels.labels is not None

    def second(window: MainWindow) -> Script:
        yield lambda: window.second_labels.labels is not None
        assert len(window.second_labels.labels.points) == 6

    assert drive([str(mine)], first) == 0
    assert drive([str(mine)], second) == 0


def test_what_cannot_be_read_is_told_and_nothing_is_lost(folders, tmp_path):
    mine, _ = folders
    empty = tmp_path / "empty"
    empty.mkdir()

    def script(window: MainWindow) -> Script:
        yield lambda: window.canvas.has_picture
        told: list[str] = []
        window.second_labels.failed.connect(told.append)
        window.second_labels.failed.disconnect(window.warn)
        window.second_labels.take(empty)
        yield lambda: told
        assert told[0].startswith("The other person's labels could not be read: ")
        assert window.second_labels.labels is None

    assert drive([str(mine)], script) == 0
