"""What the training controller tells at the end, and what of it stays in the window."""

from __future__ import annotations

import shutil

import pytest
from PySide6.QtWidgets import QMessageBox

from kpstudio.engine.events import Done, Notice
from kpstudio.ui.main_window import MainWindow
from kpstudio.ui.training_controller import _closing
from kpstudio.ui.workspaces import Workspace
from tests.ui.driver import Script, dialog, drive, later


@pytest.mark.parametrize(
    ("done", "said"),
    [
        (Done(0.0123, 1, 3.2, 10.0), "Trained for 1 epoch in 0:03, best validation MSE 0.0123."),
        (
            Done(0.0123456, 12, 3.2, 10.0, True, 0.04321),
            "Stopped after 12 epochs in 0:03, best validation NME 4.32 %.",
        ),
        (Done(None, 0, 0.4, 0.0, True), "Stopped after 0 epochs in 0:00."),
    ],
)
def test_the_closing_sentence_names_what_best_is_judged_by(done: Done, said: str) -> None:
    assert _closing(done) == said


def test_a_run_whose_folder_is_gone_leaves_the_table(sample_faces):
    def script(window: MainWindow) -> Script:
        yield lambda: window.session.is_open
        window.show_workspace(Workspace.TRAIN)
        settings, table = window.train_settings, window.runs_table
        settings.preset.choose("smallnet")
        settings.epochs.setValue(1)
        for count in (1, 2):
            window.training.start()
            yield lambda: window.desk.running
            yield lambda: not window.desk.running
            assert len(table.model.runs) == count
        shutil.rmtree(window.runs.folder("0001-smallnet"))
        later(lambda: table.select(["0001-smallnet"]))
        yield lambda: dialog(QMessageBox) is not None
        assert "0001-smallnet is no longer there" in dialog(QMessageBox).text()
        yield lambda: [run.name for run in table.model.runs] == ["0002-smallnet"]
        dialog(QMessageBox).reject()
        shutil.rmtree(window.runs.folder("0002-smallnet"))
        window.runs.delete(["0002-smallnet"])  # which is what was asked for
        assert table.model.runs == []
        assert dialog(QMessageBox) is None
        assert window.runs.run == ""

    assert drive([str(sample_faces)], script) == 0


def test_notices_stay_while_it_trains_and_of_the_finished_run(sample_faces):
    def script(window: MainWindow) -> Script:
        from kpstudio.engine.presets import preset

        yield lambda: window.session.is_open
        window.show_workspace(Workspace.TRAIN)
        window.train_settings.set_config(preset("smallnet", window.session.labels.scheme))
        window.train_settings.epochs.setValue(5000)
        window.training.start()
        yield lambda: window.desk.running and window.training._epochs
        window.training._arrived([Notice("one"), Notice("two"), Notice("one")])
        assert window.training._notices[-2:] == ["one", "two"]
        assert window.curves.words.listed.toPlainText().endswith("one\ntwo")
        window.training.stop()
        yield lambda: not window.desk.running
        assert window.curves.words.listed.toPlainText().endswith("one\ntwo")
        window.runs_table.select([])
        window.runs_table.select([window.desk.run])
        told = window.runs.open_run(window.desk.run).events()
        stored = [event["message"] for event in told if event["event"] == "notice"]
        assert any(message.startswith("Training in") for message in stored)
        assert window.curves.words.button.isVisible()

    assert drive([str(sample_faces)], script) == 0
