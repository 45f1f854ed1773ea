"""No page is crowded in a window of 640 x 324, in either language, whatever goes on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import pytest
from PySide6.QtWidgets import QApplication

from kpstudio.app.language import tr
from kpstudio.engine.events import Batch, Started
from kpstudio.engine.presets import preset
from kpstudio.ui.main_window import MainWindow
from kpstudio.ui.panels.training_pictures import Sample
from kpstudio.ui.tour import STEPS, TRAIN
from kpstudio.ui.workspaces import Workspace
from tests.app.help import faces_folder, stored_run
from tests.ui.clipping import clipped
from tests.ui.crowding import crowded
from tests.ui.driver import Script, drive

SMALLEST = 640, 324
COUNT = 48
OLD, NEW = "0001-bignet", "0002-best"
BESIDE = {
    Workspace.LABEL: ("points", "history"),
    Workspace.TRAIN: ("train_settings",),
    Workspace.REVIEW: ("points", "review_summary", "breakdown", "what_moved", "history"),
    Workspace.PHOTOS: ("points", "history"),
}

ON_TOUR = {
    Workspace.LABEL: ("points",),
    Workspace.TRAIN: ("train_settings",),
    Workspace.REVIEW: ("review_summary",),
}


def at_rest() -> bool:
    for _ in range(4):  # a layout settles in several rounds
        QApplication.processEvents()
    return True


@pytest.fixture
def folder(tmp_path):
    made = faces_folder(tmp_path / "faces", COUNT)
    stored_run(made, {k: 1.0 + k % 7 for k in range(COUNT)}, OLD)
    stored_run(made, {k: 4.0 - k % 5 for k in range(COUNT)}, NEW)
    return made


def walk(
    window: MainWindow,
    found: list[str],
    when: str,
    pages: Mapping[Workspace, Sequence[str]] = BESIDE,
) -> Script:
    """Show pages with panels beside them, and note what is crowded or cut off."""
    for workspace, panels in pages.items():
        window.show_workspace(workspace)
        for panel in panels:
            if panel != "curves":
                window.side.setCurrentWidget(getattr(window, panel))
            yield at_rest
            faults = [*crowded(window), *clipped(window)]
            found += [f"{when}, {workspace}, {panel}: {fault}" for fault in faults]


def train(window: MainWindow) -> None:
    """Show a run that goes on, as far as its own panels tell."""
    strip, curves = window.strip, window.curves
    strip.begin("0003-bignet", preset("bignet", window.session.labels.scheme))
    strip.show_started(Started(192, 48, 0.0041, "cpu", 48, 12))
    strip.show_batch(Batch(3.4, 1e-3, 0.01, 246.0, 73.0))
    strip.show_summary("Epoch 3: validation NME 23.5 %, 7.0 points better than the best before")
    curves.begin_run("0003-bignet", 12, 0.004)
    curves.add_training(list(np.linspace(0, 3, 40)), list(np.linspace(0.02, 0.003, 40)))
    curves.add_validation(3.0, 0.004, 0.235)
    curves.tell("Epoch 3: validation NME 23.5 %, 7.0 points better than the best before")
    curves.list_notices(["Training in fp32."])
    window.show_bottom()


def test_no_page_is_crowded(folder, language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    found: list[str] = []

    def script(window: MainWindow) -> Script:
        yield lambda: window.canvas.has_picture
        window.resize(*SMALLEST)
        window.runs.use(NEW)
        window.old_run.choose(OLD)
        window.show_workspace(Workspace.REVIEW)
        window.side.setCurrentWidget(window.what_moved)
        yield lambda: window.what_moved.faces.rows.rowCount() > 4
        yield from walk(window, found, "at rest")
        window.show_workspace(Workspace.LABEL)  # among photos that are not there no face is shown
        window.session.choose("f0.png#0")
        window.actions_by_key["visibility"].trigger()
        window.actions_by_key["checked"].trigger()
        window.session.choose("f0.png#0")
        yield lambda: window.canvas.has_picture
        yield from walk(window, found, "a checked face")
        window.actions_by_key["gallery"].trigger()
        yield from walk(window, found, "with the gallery")
        window.actions_by_key["gallery"].trigger()
        with monkeypatch.context() as patch:
            patch.setattr(type(window.desk), "running", True)
            train(window)
            yield from walk(window, found, "while training")
            step = STEPS[TRAIN]
            window.tour_bar.show_step(2, 5, tr(step.title), tr(step.words), tr(step.done))
            yield from walk(window, found, "training on the tour", {step.workspace: ["curves"]})
            assert window.curves.plot.visibleRegion().boundingRect().height() >= 50
        for step in STEPS:
            window.tour_bar.show_step(2, 5, tr(step.title), tr(step.words), tr(step.done))
            yield from walk(window, found, "on the tour", {step.workspace: ON_TOUR[step.workspace]})
            window.tour_bar.show_done()
            yield from walk(
                window, found, "on the tour, tried", {step.workspace: ON_TOUR[step.workspace]}
            )
        assert "\n".join(found) == ""

    assert drive([str(folder)], script, with_parts=False) == 0


def test_a_row_of_training_pictures_is_seen_whole(folder, language: str) -> None:
    def script(window: MainWindow) -> Script:
        yield lambda: window.canvas.has_picture
        window.resize(*SMALLEST)
        window.show_workspace(Workspace.TRAIN)
        panel = window.training_pictures
        grey, xy = np.full((96, 128), 128, np.uint8), np.full((4, 2), 30.0)
        panel.set_samples([Sample(grey, xy, f"{k}-2m.jpg, +5°") for k in range(12)])
        window.actions_by_key["pictures"].setChecked(True)
        yield at_rest
        view, model = panel.view, panel.model
        places = [view.visualRect(model.index(row)) for row in range(model.rowCount())]
        first = [place for place in places if place.top() == places[0].top()]
        assert len(first) >= 2
        assert all(place.bottom() <= view.viewport().rect().bottom() + 1 for place in first)

    assert drive([str(folder)], script, with_parts=False) == 0
