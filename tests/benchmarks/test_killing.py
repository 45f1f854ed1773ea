"""The real window, killed at random moments: nothing that was finished is lost."""

from __future__ import annotations

from pathlib import Path

import killing


def test_a_killed_window_loses_no_finished_gesture(tmp_path: Path) -> None:
    tally = killing.kill_often(tmp_path, kills=2, seed=7, most=25)
    assert tally.harm == ()
    assert tally.kills == 2
    assert tally.gestures >= 2, "each window did work"


def test_a_gesture_that_is_not_there_is_told(tmp_path: Path) -> None:
    root = killing.make_folder(tmp_path / "faces")
    assert killing.look(root, killing.told(killing.open_corrected(root).labels)) == ()
    assert killing.look(root, "of a gesture that was never done") == ("a finished gesture is lost",)
