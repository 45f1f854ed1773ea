"""What a kill leaves lying is taken away, and nothing else."""

from __future__ import annotations

import os
from pathlib import Path

from kpstudio.store import lock
from kpstudio.store.copy_files import Kind
from kpstudio.store.leftovers import clear_runs
from kpstudio.store.project import Project

BEGUN = ".0123456789ab.tmp"


def written(path: Path, age_s: int = 7200) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"x")
    then = path.stat().st_mtime - age_s
    os.utime(path, (then, then))
    return path


def test_copies_that_were_begun_are_gone_when_the_project_opens(tmp_path: Path) -> None:
    with Project.open(tmp_path) as project:
        places = [project.location / kind for kind in Kind]
    name = "2026-03-01 12-00-00.sqlite"
    going = [written(place / f"{name}.half{end}") for place in places for end in ("", "-journal")]
    staying = [written(place / end) for place in places for end in (name, "notes.txt")]
    with Project.open(tmp_path):
        assert not any(path.exists() for path in going)
        assert all(path.exists() for path in staying)


def test_what_killed_trainings_and_deletions_left_is_cleared(tmp_path: Path) -> None:
    runs = tmp_path / "runs"
    deleted = written(runs / ".deleting-0001-bignet" / "best.safetensors")
    killed = written(runs / "0002-bignet" / BEGUN)
    inside = written(runs / "0002-bignet" / "finder" / BEGUN)
    weights = written(runs / "0002-bignet" / "best.safetensors")
    other = written(runs / "0002-bignet" / ".mine.tmp")
    trained = written(runs / "0003-bignet" / BEGUN)
    fresh = written(runs / "0004-bignet" / BEGUN, age_s=1)
    held = lock.acquire(runs / "0003-bignet" / "lock")
    assert held is not None
    clear_runs(tmp_path)
    held.release()
    assert not any(path.exists() for path in (deleted.parent, killed, inside))
    assert all(path.exists() for path in (weights, other, trained, fresh))
    clear_runs(tmp_path / "nowhere")
