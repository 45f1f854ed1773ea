"""The look at what a test leaves behind finds what it should; so does the demand for Qt."""

from __future__ import annotations

import logging
import os
import subprocess
import sys
import threading
from pathlib import Path

import shiboken6
from PySide6.QtCore import QRunnable, QThread, QThreadPool, QTimer
from PySide6.QtWidgets import QWidget

from tests.qt_fixtures import HARMLESS, left_behind, warned

ROOT = Path(__file__).resolve().parents[2]

CULPRITS = """
import logging
from PySide6.QtCore import QThread, QTimer, qWarning
from PySide6.QtWidgets import QWidget

kept = []

def test_clean(): pass
def test_window(): kept.append(QWidget())
def test_shown(): kept.append(QWidget()); kept[-1].show()
def test_timer(): kept.append(QTimer()); kept[-1].start(1000)
def test_log(): logging.getLogger("x").warning("odd")
def test_qt(): qWarning("odd")
def test_clean_again():
    while kept:
        last = kept.pop()
        last.stop() if isinstance(last, QTimer) else last.close()
"""


def test_windows_are_found_shown_or_not(qapp):
    before = qapp.topLevelWidgets()
    widget = QWidget()
    assert any("window" in words for words in left_behind(qapp, before))
    shiboken6.delete(widget)
    assert left_behind(qapp, before) == []


def test_threads_timers_and_pools_are_found(qapp):
    before = qapp.topLevelWidgets()
    go_on = threading.Event()

    class Wait(QRunnable):
        def run(self) -> None:
            go_on.wait()

    thread, timer, pool = QThread(), QTimer(), QThreadPool()
    plain = threading.Thread(target=go_on.wait)
    thread.start()
    timer.start(100_000)
    pool.start(Wait())
    plain.start()
    found = " ".join(left_behind(qapp, before))
    timer.stop()
    go_on.set()
    thread.quit()
    thread.wait()
    pool.waitForDone()
    plain.join()
    assert [found.count(word) for word in ("QThread(", "<Thread(", "timer ", "pool ")] == [1] * 4
    assert left_behind(qapp, before) == []


def test_warnings_are_found_and_harmless_ones_let_pass():
    def record(level: int) -> logging.LogRecord:
        return logging.LogRecord("x", level, "", 0, "level %d", (level,), None)

    logged = [record(logging.INFO), record(logging.WARNING), record(logging.ERROR)]
    assert warned(logged, [*HARMLESS, "QObject: odd"]) == ["level 30", "level 40", "QObject: odd"]


def test_the_fixture_fails_every_culprit(tmp_path):
    (tmp_path / "conftest.py").write_text(
        "from tests.qt_fixtures import collected_between, nothing_left, own_settings\n"
    )
    (tmp_path / "test_culprits.py").write_text(CULPRITS)
    options = ("-q", "-rE", "-p", "no:cacheprovider", "-p", "no:randomly", "--basetemp=own")
    ended = _pytest(tmp_path, *options, str(tmp_path))
    named = {line.split("::")[1].split(" ")[0] for line in ended.stdout.splitlines()
             if line.startswith("ERROR ") and "::" in line}  # fmt: skip
    assert named == {"test_window", "test_shown", "test_timer", "test_log", "test_qt"}, ended.stdout


def test_where_qt_is_demanded_a_suite_without_it_fails(tmp_path):
    fake = tmp_path / "PySide6"
    fake.mkdir()
    (fake / "__init__.py").write_text("raise ImportError('libEGL.so.1: no such file')")
    one = str(ROOT / "tests" / "core" / "test_geometry.py")
    without = _pytest(ROOT, "--collect-only", one, path=tmp_path)
    assert without.returncode == 0
    assert "the window's tests are left out" in without.stdout
    demanded = _pytest(ROOT, "--collect-only", one, path=tmp_path, KPSTUDIO_NEEDS_QT="1")
    assert demanded.returncode == 3
    assert "libEGL.so.1" in demanded.stdout + demanded.stderr


def _pytest(
    folder: Path, *arguments: str, path: Path | None = None, **settings: str
) -> subprocess.CompletedProcess[str]:
    paths = os.pathsep.join(str(p) for p in (path, ROOT) if p is not None)
    inherited = {k: v for k, v in os.environ.items() if k != "KPSTUDIO_NEEDS_QT"}
    return subprocess.run(
        [sys.executable, "-m", "pytest", *arguments],
        cwd=folder,
        env={**inherited, "PYTHONPATH": paths, **settings},
        capture_output=True,
        text=True,
        check=False,
    )
