"""Suspicious labels in the real window: what it takes, the list, the reason, calling them right."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox

from kpstudio.engine.presets import preset
from kpstudio.tasks import suspecting
from kpstudio.ui.main_window import MainWindow
from tests.suspect_faces import MOVED, SWAPPED, no_training, odd_faces
from tests.ui.driver import Script, dialog, drive, later, press


def test_suspicious_labels_are_found_shown_called_right_and_put_right(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = odd_faces(tmp_path / "odd", answered=False).root
    trained = no_training(monkeypatch)

    def script(window: MainWindow) -> Script:
        act, list_of = window.actions_by_key, window.faces_model
        yield lambda: window.session.is_open
        assert not act["labels_right"].isEnabled()
        act["find_suspects"].trigger()
        yield lambda: dialog(QMessageBox) is not None
        assert "5 networks (preset Fast)" in dialog(QMessageBox).text()
        assert "40 labelled faces" in dialog(QMessageBox).text()
        press(dialog(QMessageBox), "Train")
        yield lambda: list_of.face_ids == (SWAPPED, MOVED)
        assert len(trained) == 5
        assert "2 faces have suspicious labels" in window.status.message.text()
        assert window.faces.search.text() == "suspicious>=3"

        assert window.session.current.id == SWAPPED
        assert window.points._hint.text() == "Suspicious labels: left and right are swapped."
        assert window.points._hint.isVisible()
        act["swap_sides"].trigger()
        yield lambda: window.suspects.of(SWAPPED) is None
        assert list_of.face_ids == (SWAPPED, MOVED)  # the list does not jump

        window.session.choose(MOVED)
        assert "mouth left is off by" in window.points._hint.text()
        assert "mouth left is off by" in list_of.row(MOVED).suspected
        act["labels_right"].trigger()
        yield lambda: window.suspects.listed == []
        assert "Suspicious" not in window.points._hint.text()
        list_of.rebuild()
        assert list_of.face_ids == ()

    assert drive([str(folder)], script) == 0

    def again(window: MainWindow) -> Script:
        """What was answered and what was called right are remembered."""
        yield lambda: window.suspects.known
        assert window.suspects.listed == []
        window.session.choose(SWAPPED)
        window.actions_by_key["swap_sides"].trigger()
        yield lambda: window.suspects.listed == [SWAPPED]
        window.actions_by_key["find_suspects"].trigger()
        yield lambda: dialog(QMessageBox) is not None
        assert "trains 5 networks (preset Fast)" in dialog(QMessageBox).text()
        press(dialog(QMessageBox), "Show the list")
        yield lambda: window.faces_model.face_ids == (SWAPPED,)
        assert len(trained) == 5
        window.actions_by_key["find_suspects"].trigger()
        yield lambda: dialog(QMessageBox) is not None
        press(dialog(QMessageBox), "Train again")
        yield lambda: len(trained) == 10 and not window.suspects.running

    assert drive([str(folder)], again) == 0


def test_it_can_be_cancelled_and_nothing_else_is_trained_meanwhile(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = odd_faces(tmp_path / "odd", answered=False).root

    def endless(*arguments: object) -> Script:
        control = arguments[-1]
        while not control.stopped:  # type: ignore[attr-defined]
            control.wait()  # type: ignore[attr-defined]
            yield None  # type: ignore[misc]

    monkeypatch.setattr(suspecting, "train_run", endless)

    def script(window: MainWindow) -> Script:
        yield lambda: window.session.is_open
        window.actions_by_key["find_suspects"].trigger()
        yield lambda: dialog(QMessageBox) is not None
        press(dialog(QMessageBox), "Train")
        yield lambda: "epoch 0 of 200" in window.status.message.text()
        window.desk.start(preset("smallnet", window.session.labels.scheme), 0.2)
        assert not window.desk.running
        yield lambda: dialog(QMessageBox) is not None
        assert "cancel that first" in dialog(QMessageBox).text()
        dialog(QMessageBox).reject()
        window.actions_by_key["find_suspects"].trigger()
        assert "already" in window.status.message.text()
        for key in ("find_rate", "sweep"):
            window.status.say("")
            window.actions_by_key[key].trigger()
            assert "cancel that first" in window.status.message.text()
        for act in (window.close, lambda: window.files.open(folder)):
            later(act)
            yield lambda: dialog(QMessageBox) is not None
            assert "Searching for suspicious" in dialog(QMessageBox).windowTitle()
            press(dialog(QMessageBox), "Keep searching")
            yield lambda: dialog(QMessageBox) is None
            assert window.isVisible()
            assert window.suspects.running
        press(window.status, "Cancel")
        yield lambda: not window.suspects.running
        assert not window.suspects.known
        assert window.status.progress.isHidden()

    assert drive([str(folder)], script) == 0
