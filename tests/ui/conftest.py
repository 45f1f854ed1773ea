"""Every test of the window: settings of its own, and nothing left behind."""

from __future__ import annotations

import gc
import logging
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QSettings, QThread, QTimer
from PySide6.QtWidgets import QApplication

from kpstudio.sample import write_sample


@pytest.fixture(scope="session")
def rendered_faces(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Four of the sample's persons, drawn once."""
    return write_sample(tmp_path_factory.mktemp("rendered") / "sample", persons=range(1, 5))


@pytest.fixture
def sample_faces(rendered_faces: Path, tmp_path: Path) -> Path:
    """A folder of 24 labelled sample faces, for this test to change."""
    return Path(shutil.copytree(rendered_faces / "faces", tmp_path / "faces"))


@pytest.fixture(autouse=True)
def own_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the settings and data of the person who runs the tests out of them."""
    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(tmp_path / "ini"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))


@pytest.fixture(autouse=True)
def nothing_left(qapp: QApplication, caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Fail a test that leaves a thread, timer or widget behind, or logs a warning."""
    widgets = set(map(id, qapp.topLevelWidgets()))
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qapp.processEvents()
    left = [w for w in qapp.topLevelWidgets() if id(w) not in widgets and w.isVisible()]
    assert not left, f"widgets left open: {left}"
    # By type: isinstance would ask every object for its class, and torch's warn when asked.
    ours = [o for o in gc.get_objects() if issubclass(type(o), (QThread, QTimer))]
    alive = [o for o in ours if shiboken6.isValid(o)]
    threads = [o for o in alive if isinstance(o, QThread) and o.isRunning()]
    threads = [thread for thread in threads if thread is not QThread.currentThread()]
    assert not threads, f"threads left running: {threads}"
    timers = [o for o in alive if isinstance(o, QTimer) and o.isActive()]
    assert not timers, f"timers left running: {[(t, t.parent()) for t in timers]}"
    warnings = [r for r in caplog.get_records("call") if r.levelno >= logging.WARNING]
    assert not warnings, f"logged: {[record.getMessage() for record in warnings]}"
