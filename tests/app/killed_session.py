"""A session that works without pause until it is killed: `python -m tests.app.killed_session`."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEventLoop

from kpstudio.app.jobs import JobRunner
from kpstudio.app.session import Session
from kpstudio.core.edits import add_faces, move_points, set_box, set_states, set_tags
from kpstudio.core.geometry import Box
from kpstudio.core.labelset import FaceState


def act(session: Session, number: int) -> None:
    """Make change ``number`` of an endless script, of every kind and across pictures."""
    labels = session.labels
    face = labels[f"f{number % 4}.png#0"]
    one = float(number)

    def move() -> None:
        session.perform(move_points(face, [number % 58], [[one, one / 3]], "a point"))

    def nudge() -> None:
        session.perform(move_points(face, [5], [[one, one]], "point 5", f"nudge {face.id}"))

    def check() -> None:
        session.perform(set_states([face, labels["f5.png#0"]], FaceState.CHECKED))

    def rename() -> None:
        names = tuple(f"{number} {name}" for name in labels.own_scheme.points)
        session.set_scheme(replace(labels.own_scheme, points=names))

    def add() -> None:
        new = replace(face, id=f"{face.picture}#{number}", landmarks=face.landmarks)
        session.perform(add_faces([new], "add a face"))

    acts: tuple[Callable[[], object], ...] = (
        move,
        nudge,
        lambda: session.perform(set_tags([face], [f"tag {number}"])),
        session.undo,
        move,
        lambda: session.perform(set_box(face, Box(1, 2, 30 + one, 40))),
        rename,
        session.undo,
        session.redo,
        check,
        add,
        session.undo,
    )
    acts[number % len(acts)]()


def main(folder: Path) -> None:
    """Work in ``folder``, telling each change that is done."""
    app = QCoreApplication([])
    jobs = JobRunner()
    session = Session(jobs)
    loop = QEventLoop()
    session.opened.connect(loop.quit)
    session.open(folder)
    loop.exec()
    for number in range(100_000):
        act(session, number)
        print(number, flush=True)
    del app


if __name__ == "__main__":
    main(Path(sys.argv[1]))
