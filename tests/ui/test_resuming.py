"""Going on with a run that was stopped, in the real window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from kpstudio.store.project import Project
from kpstudio.ui.main_window import MainWindow
from kpstudio.ui.panels.runs_model import NAME
from kpstudio.ui.workspaces import Workspace
from tests.ui.driver import Script, drive, later, press


def begin(window: MainWindow, epochs: int) -> Script:
    yield lambda: window.session.is_open
    window.show_workspace(Workspace.TRAIN)
    settings = window.train_settings
    settings.preset.choose("smallnet")
    settings.epochs.setValue(epochs)
    press(settings, "Train")
    yield lambda: window.desk.running


def stop_after(window: MainWindow, epochs: int) -> Script:
    yield lambda: len(window.training._epochs) >= epochs
    press(window.strip, "Stop")
    yield lambda: not window.desk.running


def epochs_of(window: MainWindow, kind: str) -> list[float]:
    events = window.runs.open_run(window.desk.run).events()
    return [event["epoch"] for event in events if event["event"] == kind]


def test_a_stopped_run_goes_on_from_the_strip(sample_faces):
    def script(window: MainWindow) -> Script:
        yield from begin(window, 40)
        assert not window.strip.go_on_button.isVisible()
        yield from stop_after(window, 2)
        yield lambda: window.strip.offered == window.desk.run
        assert window.strip.isVisible()
        assert "stopped" in window.strip.epoch.text()
        assert window.actions_by_key["resume"].isEnabled()
        window.show_workspace(Workspace.LABEL)
        assert not window.strip.isVisible()
        window.show_workspace(Workspace.TRAIN)

        drawn = len(window.curves._runs[0].validation)
        press(window.strip, "Resume")
        yield lambda: window.desk.running
        assert len(window.curves._runs[0].validation) == drawn  # before it is read and prepared
        assert not window.actions_by_key["resume"].isEnabled()
        yield lambda: not window.desk.running
        run = window.runs.summaries()[0]
        assert (run.state, run.epochs_done) == ("done", 40)
        assert len(window.runs.summaries()) == 1
        assert epochs_of(window, "epoch") == list(range(1, 41))
        assert [end.epoch for end in window.training._epochs] == list(range(1, 41))
        batches = epochs_of(window, "batch")
        assert batches == sorted(batches)
        assert window.strip.offered == ""
        assert not window.strip.isVisible()
        assert not window.actions_by_key["resume"].isEnabled()

    assert drive([str(sample_faces)], script) == 0


def test_an_interrupted_run_goes_on_from_the_table(sample_faces):
    def first(window: MainWindow) -> Script:
        yield from begin(window, 30)
        yield from stop_after(window, 1)

    assert drive([str(sample_faces)], first) == 0
    with Project.open(sample_faces) as project:
        state = project.runs_folder / "0001-smallnet" / "state.json"
        state.write_text('{"state": "running"}')  # as a process leaves it that was killed

    def script(window: MainWindow) -> Script:
        yield lambda: window.session.is_open
        window.show_workspace(Workspace.TRAIN)
        table = window.runs_table
        table.select(["0001-smallnet"])
        assert window.strip.offered == "0001-smallnet"
        assert "interrupted" in window.strip.epoch.text()
        at = table.view.visualRect(table.view.model().index(0, NAME)).center()
        offered = []

        def take() -> None:
            menu = QApplication.activePopupWidget()
            offered.extend(action.text() for action in menu.actions() if action.isEnabled())
            menu.close()

        QTimer.singleShot(0, take)
        table.view.customContextMenuRequested.emit(at)
        yield lambda: offered
        assert "Resume selected run" in offered
        later(window.actions_by_key["resume"].trigger)
        yield lambda: window.desk.running
        yield lambda: not window.desk.running
        run = window.runs.summaries()[0]
        assert (run.state, run.epochs_done) == ("done", 30)
        assert not window.actions_by_key[
            "resume"
        ].isEnabled()  # one that is over is no longer offered

    assert drive([str(sample_faces)], script) == 0


def test_a_new_training_starts_from_an_earlier_run(sample_faces):
    def script(window: MainWindow) -> Script:
        yield from begin(window, 1)
        yield lambda: not window.desk.running
        settings = window.train_settings
        source = settings.start_form.source
        titles = [source.itemText(k) for k in range(source.count())]
        assert "run 1 · SmallNet" in titles
        settings.preset.choose("bignet")
        source.setCurrentIndex(titles.index("run 1 · SmallNet"))
        assert settings.preset.name == "smallnet"
        settings.points.setEditText("nose tip")
        settings.epochs.setValue(1)
        press(settings, "Train")
        yield lambda: len(window.runs.summaries()) == 2 and not window.desk.running
        config = window.runs.open_run("0002-smallnet").config
        assert config["start"] == str(window.runs.folder("0001-smallnet"))
        assert window.runs.summaries()[1].state == "done"

    assert drive([str(sample_faces)], script) == 0


@pytest.mark.parametrize("name", ["best", "fast"])
def test_a_run_is_called_by_its_preset(sample_faces, name):
    def script(window: MainWindow) -> Script:
        yield lambda: window.session.is_open
        window.show_workspace(Workspace.TRAIN)
        settings = window.train_settings
        assert settings.preset.name == "best"
        if name != "best":
            settings.preset.choose(name)
        settings.epochs.setValue(1)
        settings.network_form.find_face.setChecked(False)
        settings.network_form.rows.setValue(64)
        settings.network_form.columns.setValue(64)
        settings.computing_form.precision.setCurrentIndex(
            settings.computing_form.precision.findData("fp32")
        )
        press(settings, "Train")
        yield lambda: window.desk.running
        yield lambda: not window.desk.running
        run = window.runs.summaries()[0]
        assert (run.name, run.preset, run.state) == (f"0001-{name}", name, "done")
        assert run.best_val_nme is not None
        assert "NME" in window.strip.summary.text()

    assert drive([str(sample_faces)], script) == 0
