"""Measure how long the list of faces takes to search and to sort; print it as a Markdown table.

    uv run python benchmarks/searching.py --faces 100000

The faces are made up in memory: 58 points each, six a person, one in seven tagged; there are no
predictions. A figure is the median of ``--runs`` and is the whole time in which the window waits:
reading the search, asking every face, and making the list anew. The turn of the heads is measured
once, and known from then on.
"""

from __future__ import annotations

import argparse
import statistics
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import numpy as np
from PySide6.QtCore import QCoreApplication

from kpstudio.app.face_list import FaceListModel
from kpstudio.app.face_order import Order
from kpstudio.app.jobs import JobRunner
from kpstudio.app.run_book import RunBook
from kpstudio.app.session import Session
from kpstudio.app.suspect_book import SuspectBook
from kpstudio.core.labelset import Face, FaceState, LabelSet, face_id
from kpstudio.core.landmarks import Landmarks
from kpstudio.core.schema import scheme_for_count
from kpstudio.core.shapemodel import shipped_shape_model

SEARCHES = (
    "0012",
    '"00*-3m"',
    "/^00[12]/",
    "state:unchecked",
    "split:none",
    "tag:glasses",
    "-tag:glasses state:labelled",
    "person:00001",
    "missing>3",
    "yaw>20",
    "(tag:glasses | 7m) -has:problem",
)
VIEWS = 6


def made_up(count: int) -> LabelSet:
    """Return ``count`` faces with 58 points each."""
    model = shipped_shape_model("imm58")
    assert model is not None
    random = np.random.default_rng(0)
    names = [f"{k // VIEWS:05}-{k % VIEWS + 1}m.jpg" for k in range(count)]
    faces = [
        Face(
            face_id(name),
            name,
            Landmarks.of(100 * model.mean + random.normal(0, 1, model.mean.shape)),
            state=FaceState.LABELLED,
            tags=frozenset({"glasses"} if number % 7 == 0 else ()),
        )
        for number, name in enumerate(names)
    ]
    return LabelSet(Path(), scheme_for_count(58), faces)


def timed(act: Callable[[], object]) -> float:
    """Return how many milliseconds ``act`` takes."""
    begun = time.perf_counter()
    act()
    return 1000 * (time.perf_counter() - begun)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--faces", type=int, default=100_000)
    parser.add_argument("--runs", type=int, default=5)
    arguments = parser.parse_args()
    application = QCoreApplication([])
    session = Session(JobRunner())
    model = FaceListModel(session, RunBook(session), SuspectBook(session))
    session.labels = made_up(arguments.faces)
    model.rebuild()
    print(f"| {arguments.faces:,} faces | found | ms |\n|---|---|---|")
    for text in SEARCHES:
        spent = [timed(partial(model.filter, text)) for _ in range(arguments.runs)]
        shown = text.replace("|", "\\|")
        print(f"| `{shown}` | {model.rowCount():,} | {statistics.median(spent):.0f} |")
    model.filter("")
    for order in Order:
        spent = []
        for backwards in (False, True) * arguments.runs:
            spent.append(timed(partial(model.sort_by, order, backwards)))
        print(f"| sorted by {order} | | {statistics.median(spent):.0f} |")
    del application


if __name__ == "__main__":
    main()
