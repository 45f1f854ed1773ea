"""A session that is killed at any moment: every finished change is there and can be undone."""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from kpstudio.app.session import Session
from tests.app.help import Desk
from tests.app.killed_session import act

ROOT = Path(__file__).parents[2]


def state(session: Session):
    history = session.project.history.entries()
    told = [(entry.verb, entry.undone, entry.face_id, entry.faces) for entry in history]
    return {face.id: face for face in session.labels}, session.labels.scheme, told


def work_until_killed(folder: Path, enough: int, grace_s: float) -> int:
    """Let a session work, kill it, and return how many changes it had told."""
    command = [sys.executable, "-m", "tests.app.killed_session", str(folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT) as process:
        lines = [process.stdout.readline() for _ in range(enough)]
        time.sleep(grace_s)  # not always at the same place of a change
        process.kill()
        lines += process.stdout.readlines()
    printed = [int(line) for line in lines if line.endswith("\n")]
    assert printed == list(range(len(printed)))
    assert len(printed) >= enough
    return len(printed)


@pytest.mark.parametrize(("enough", "grace_s"), [(1, 0.0), (25, 0.013), (40, 0.007)])
def test_a_kill_loses_no_finished_change(desk, folder, tmp_path, qtbot, enough, grace_s):
    unharmed = shutil.copytree(folder, tmp_path / "unharmed" / "faces")
    told = work_until_killed(folder, enough, grace_s)

    desk.open(folder)
    found = state(desk.session)
    again = Desk(qtbot)
    again.open(unharmed)
    untouched = {face.id: face for face in again.session.labels}
    for number in range(told):
        act(again.session, number)
    expected = [state(again.session)]
    act(again.session, told)  # done, and killed before it was told
    expected.append(state(again.session))
    again.close()
    assert found in expected

    while desk.session.undo_verb:
        desk.session.undo()
    assert {face.id: face for face in desk.session.labels} == untouched
    assert desk.session.labels.scheme == desk.session.labels.own_scheme
    assert desk.said == again.said == []
