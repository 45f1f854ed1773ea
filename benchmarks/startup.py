"""How soon the window is up: its first page painted, and all of it there, from the start on.

    uv run python benchmarks/startup.py

Each start is a process of its own, in turn with one that shows a bare window of PySide6 with a
label, which is as soon as any program of this kind can be up. Printed are the medians of both, from
before the process begins to the first paint, and the ratio. Run on free cores: while something else
works, every figure grows.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time

BARE = """
import os, sys, time
from PySide6.QtWidgets import QApplication, QLabel
class Bare(QLabel):
    def paintEvent(self, event):
        super().paintEvent(event)
        print(time.time(), flush=True)
        os._exit(0)
app = QApplication([])
label = Bare("kpstudio")
label.resize(1280, 720)
label.show()
app.exec()
"""

OURS = """
import os, sys, time
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication
class Watch(QObject):
    painted = False
    def eventFilter(self, watched, event):
        if event.type() is QEvent.Type.Paint and type(watched).__name__ == "Welcome":
            if not self.painted:
                self.painted = True
                print(time.time(), flush=True)
                app.removeEventFilter(self)  # which slows down all that follows
        return False
def look():
    for window in app.topLevelWidgets():
        if getattr(window, "complete", False):
            print(time.time(), flush=True)
            os._exit(0)
app = QApplication(sys.argv[:1])
watch, timer = Watch(), QTimer()
app.installEventFilter(watch)
timer.timeout.connect(look)
timer.start(5)
from kpstudio.cli.main import main
main([])
"""


def times(code: str) -> list[float]:
    """Run ``code`` in a process; return the seconds from before it to each time that it printed."""
    began = time.time()
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return [float(line) - began for line in done.stdout.split()]


def main() -> None:
    """Start both in turn, and print the medians."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--starts", type=int, default=7)
    given = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as home:
        for kind in ("CONFIG", "DATA", "CACHE", "STATE"):
            os.environ[f"XDG_{kind}_HOME"] = f"{home}/{kind.lower()}"
        times(BARE), times(OURS)  # what is read from disk the first time is no start of a day
        pairs = [(times(BARE), times(OURS)) for _ in range(given.starts)]
    bare = statistics.median(b[0] for b, _ in pairs)
    first = statistics.median(o[0] for _, o in pairs)
    whole = statistics.median(o[-1] for _, o in pairs)
    ratio = statistics.median(o[0] / b[0] for b, o in pairs)
    print(
        f"A bare window of PySide6 is up after {bare:.2f} s, the first page of kpstudio after "
        f"{first:.2f} s, which is {ratio:.2f} times as long; all of the window is there after "
        f"{whole:.2f} s. Medians of {given.starts} starts each; load {os.getloadavg()[0]:.1f}."
    )


if __name__ == "__main__":
    main()
