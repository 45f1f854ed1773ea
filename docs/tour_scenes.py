"""What docs/tour_pictures.py shows: every page and dialog of the window, in one walk."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QPushButton
from tour_pictures import RUNS, settle, wait

from kpstudio.core.selection import Selection
from kpstudio.engine.events import EpochEnd, Event
from kpstudio.io.choosing import ASK
from kpstudio.ui.canvas.mouse import Under

if TYPE_CHECKING:
    from tour_pictures import Camera

    from kpstudio.ui.main_window import MainWindow

FACE = "faces/17-3"
MOUTH = "mouth"
NOSE_TIP = 52
EPOCHS = 2
THRESHOLD = 0.03
BROKEN = '{"format": "kpstudio", "faces": ['
"""A file of labels that was not copied to its end."""


def walk_through(window: MainWindow, camera: Camera) -> None:
    """Show everything, in the order of a day's work."""
    home = Path(os.environ["HOME"])
    sample = home / "data" / "kpstudio" / "sample"
    for path in (home / "mixed", sample):
        window.settings.add_recent(path)
    window.show_welcome()
    camera.take("welcome")
    for scenes in (_nothing, _label, _label_dialogs, _menus, _review, _photos, _everywhere, _train):
        scenes(window, camera)
    if camera.wants("review-empty", "doctor", "photos-empty", "which", "no-points", "points"):
        _mixed(window, camera, home / "mixed")


def _act(window: MainWindow, key: str) -> Callable[[], None]:
    return window.actions_by_key[key].trigger


def _use(window: MainWindow, run: str) -> None:
    window.runs.use(run)
    settle(1)


def _list_part(window: MainWindow, number: int) -> None:
    """List validation faces, training faces, or both."""
    window.faces._parts.findChildren(QPushButton)[number].click()
    window.canvas.setFocus(Qt.FocusReason.MouseFocusReason)


def _still(_: Any) -> None:
    """Take a dialog as it opens."""


def _first_key(dialog: Any) -> None:
    dialog.tree.setCurrentItem(dialog.tree.topLevelItem(0).child(0))


def _findings(dialog: Any) -> None:
    wait(lambda: dialog.list.count() and dialog.pages.currentIndex())
    settle(3)


def _choose(window: MainWindow, picture: str) -> None:
    face = next(f for f in window.session.labels if f.picture.startswith(picture))
    window.session.choose(face.id)
    settle()
    wait(lambda: window.canvas.has_picture)


def _near(window: MainWindow, point: int, times: float) -> None:
    """Look at a point, so many times as large as in the whole picture."""
    window.canvas.fit()
    window.canvas.zoom_at(point, times * window.canvas.zoom)


def _nothing(window: MainWindow, camera: Camera) -> None:
    for page in ("label", "train", "review"):
        _act(window, f"show_{page}")()
        camera.take(f"nothing-open-{page}")
    _act(window, "tour")()
    wait(lambda: window.session.is_open and not window.inspection.running)
    settle(2)
    camera.take("tour")
    window.tour_bar.end_wanted.emit()
    _use(window, RUNS[0][0])


def _label(window: MainWindow, camera: Camera) -> None:
    _act(window, "show_label")()
    _choose(window, FACE)
    group = window.session.labels.scheme.groups[MOUTH]
    window.canvas.turn_to(Selection.of(group))
    window.points.choose(Selection.of(group))
    _near(window, NOSE_TIP, 1.8)
    settle(1)
    camera.take("label")
    _near(window, max(group), 4.0)
    camera.take("close")
    window.canvas.fit()
    for _ in range(3):
        _act(window, "next_point")()
    window.canvas.turn_to(Selection.only(20))
    window.canvas.setFocus()
    _act(window, "visibility")()
    _act(window, "mirror_face")()
    _act(window, "undo")()
    _act(window, "checked")()
    _act(window, "approve")()
    _choose(window, FACE)
    _act(window, "history")()
    settle(1)
    camera.take("history")
    _act(window, "gallery")()
    settle(2)
    camera.take("gallery")
    _act(window, "gallery")()
    window.side.setCurrentWidget(window.points)
    window.faces.search.setText("yaw>20 state:unchecked")
    settle(1)
    camera.take("search")
    camera.dialog("filter", window.faces.search_box.save, _still)
    window.faces.search.setText("error>90")
    settle(1)
    camera.take("search-empty")
    window.faces.search.setText("")


def _label_dialogs(window: MainWindow, camera: Camera) -> None:
    _act(window, "show_label")()
    camera.dialog("scheme", _act(window, "edit_scheme"), _still)
    camera.dialog("tags", _act(window, "tags"), _still)
    camera.dialog("name", _act(window, "author"), _still)
    camera.dialog("export", _act(window, "export"), _still)
    camera.dialog("import-where", _act(window, "import_labels"), _still)
    camera.dialog("import", lambda: window.imports.take(_other_labels(window)), _still)
    camera.dialog("adjust", _act(window, "adjust"), _still)
    camera.dialog("persons", window.faces.search_box.persons_asked.emit, _still)
    camera.dialog("public", _act(window, "public_data"), _still)
    camera.dialog("odd", _act(window, "problems"), _still)
    camera.dialog("note", _act(window, "give_back"), _still)


def _menus(window: MainWindow, camera: Camera) -> None:
    canvas, view = window.canvas, window.faces.view
    _choose(window, FACE)
    mouth = window.session.labels.scheme.groups[MOUTH]
    _near(window, NOSE_TIP, 1.8)
    canvas.turn_to(Selection.of(mouth))
    there = window.session.current.landmarks.xy_image[max(mouth)]
    at = canvas.mapToGlobal(canvas.view_from_image(there.tolist()).toPoint())
    camera.dialog("menu-point", lambda: canvas.menu_wanted.emit(Under.POINT, at), _still)
    if window.faces.isVisible():
        view.scrollTo(view.currentIndex(), view.ScrollHint.PositionAtTop)
        row = view.visualRect(view.currentIndex()).center()
        camera.dialog("menu-face", lambda: view.customContextMenuRequested.emit(row), _still)
    canvas.turn_to(Selection())


def _other_labels(window: MainWindow) -> Path:
    """Return label files of some of the faces, a few points elsewhere."""
    from kpstudio.core.edits import move_points
    from kpstudio.core.labelset import LabelSet
    from kpstudio.tasks.converting import convert_labels

    now, faces = window.session.labels, []
    for face in [f for f in now if f.landmarks is not None][:24:3]:
        points = [3, 4, 5, 6]
        moved = face.landmarks.xy_image[points] + (6.0, 9.0)
        faces.append(move_points(face, points, moved, "move").changes[0].after)
    out = Path(os.environ["HOME"]) / "from-anna"
    convert_labels(LabelSet(now.root, now.scheme, tuple(faces)), out, "dlib")
    return out


def _two_sets(folder: Path) -> None:
    """Put labels of another person beside those of some faces."""
    from kpstudio.io.exporting import export
    from kpstudio.io.opening import open_path

    labels = open_path(folder).labels
    export(labels, tuple(labels)[:24], "dlib", folder)


def _train(window: MainWindow, camera: Camera) -> None:
    _act(window, "show_train")()
    runs = window.runs_table
    runs.select([RUNS[1][0], RUNS[0][0]])
    settle(1)
    camera.take("train")
    runs.select([RUNS[0][0]])
    row = runs.view.visualRect(runs.view.selectionModel().selectedIndexes()[0]).center()
    camera.dialog(
        "menu-run",
        lambda: runs.view.customContextMenuRequested.emit(row),
        lambda menu: menu.setActiveAction(window.actions_by_key["export_run"]),
    )
    camera.dialog("delete-run", _act(window, "delete_runs"), _still)
    window.train_settings.preset.choose("bignet")
    camera.dialog("sweep", _act(window, "sweep"), _still)
    camera.dialog("rate", _act(window, "find_rate"), lambda d: wait(d.use_button.isEnabled))
    if camera.wants("training", "label-while-training", "stop-training"):
        _training(window, camera)
    _act(window, "show_train")()
    _act(window, "pictures")()
    wait(lambda: window.training_pictures.model.rowCount())
    settle(1)
    camera.take("training-pictures")
    _act(window, "show_review")()


def _training(window: MainWindow, camera: Camera) -> None:
    epochs: list[Event] = []
    window.desk.events_arrived.connect(
        lambda events: epochs.extend(e for e in events if isinstance(e, EpochEnd))
    )
    _act(window, "train")()
    wait(lambda: len(epochs) > EPOCHS)
    camera.take("training")
    _act(window, "show_label")()
    camera.take("label-while-training")
    camera.dialog("stop-training", window.close, _still)
    _act(window, "stop")()
    wait(lambda: not window.desk.running)


def _review(window: MainWindow, camera: Camera) -> None:
    _use(window, RUNS[1][0])
    window.runs.measuring.fail_above(THRESHOLD)
    _act(window, "worst")()
    settle(3)
    camera.take("review-points")
    window.side.setCurrentWidget(window.review_summary)
    settle(2)
    camera.take("review")
    plots = window.review_summary.plots
    plots.runs_chosen.emit([RUNS[0][0]])
    plots.spread.button(1).setChecked(True)
    plots.over.button(1).setChecked(True)
    settle(8)
    camera.take("review-parts")
    plots.spread.button(0).setChecked(True)
    plots.over.button(2).setChecked(True)
    settle(2)
    camera.take("review-mean-face")
    camera.dialog("threshold", window.measuring.ask_threshold, _still)
    window.side.setCurrentWidget(window.breakdown)
    _list_part(window, 2)
    settle(2)
    camera.take("where")
    _list_part(window, 0)
    window.side.setCurrentWidget(window.what_moved)
    window.old_run.choose(RUNS[0][0])
    wait(lambda: not window.old_run.predicting)
    settle(3)
    camera.take("moved")
    window.what_moved.below.button(1).setChecked(True)
    _act(window, "both_runs")()
    settle(1)
    camera.take("two-runs")
    _act(window, "both_runs")()
    window.side.setCurrentWidget(window.review_summary)
    _act(window, "gallery")()
    settle(2)
    camera.take("review-gallery")
    _act(window, "gallery")()
    camera.dialog("suspects", _act(window, "find_suspects"), _still)


def _photos(window: MainWindow, camera: Camera) -> None:
    _act(window, "show_photos")()
    settle(4)
    window.faces.choose_first()
    settle(2)
    camera.take("photos")


def _everywhere(window: MainWindow, camera: Camera) -> None:
    _act(window, "show_label")()
    _use(window, RUNS[0][0])
    _choose(window, FACE)
    _near(window, NOSE_TIP, 1.8)
    camera.dialog("palette", _act(window, "palette"), lambda d: d.line.setText("tra"))
    camera.dialog("settings", _act(window, "settings"), _still)
    camera.dialog("keys", _act(window, "keys"), _first_key)
    camera.dialog("help", _act(window, "help"), _still)
    camera.dialog("about", _act(window, "about"), _still)
    for name in ("File", "View", "Points"):
        menu = window.menus[name]
        place = window.menuBar().actionGeometry(menu.menuAction()).bottomLeft()
        corner = window.menuBar().mapToGlobal(place + QPoint(0, 1))
        camera.dialog(f"menu-{name.lower()}", lambda menu=menu, at=corner: menu.popup(at), _still)
    window.settings.set_value("colour_blind", True)
    camera.take("colour-blind")
    window.settings.set_value("colour_blind", False)
    window.settings.set_value("text_percent", 120)
    camera.take("large-text")
    _act(window, "show_review")()
    settle(1)
    camera.take("large-text-review")
    _act(window, "show_train")()
    settle(1)
    camera.take("large-text-train")
    window.settings.set_value("text_percent", 100)
    settle()
    window.resize(window.screen().size())
    broken = Path(os.environ["HOME"]) / "labels.json"
    broken.write_text(BROKEN)
    camera.dialog("fault", lambda: window.files.open(broken), _still)
    window.status.say("")


def _mixed(window: MainWindow, camera: Camera, mixed: Path) -> None:
    window.files.open(mixed)
    wait(lambda: window.session.path == mixed and not window.inspection.running)
    settle(2)
    _act(window, "show_review")()
    camera.take("review-empty")
    camera.dialog("doctor", _act(window, "check_labels"), _findings)
    _act(window, "show_photos")()
    camera.take("photos-empty")
    _two_sets(mixed)
    camera.dialog("which", lambda: window.files.open(mixed, ASK), _still)
    bare = mixed.with_name("bare")
    bare.mkdir()
    for path in sorted(mixed.glob("*.jpg"))[:4]:
        (bare / path.name).write_bytes(path.read_bytes())
    window.files.open(bare)
    wait(lambda: window.session.path == bare and not window.inspection.running)
    _act(window, "show_label")()
    settle(1)
    camera.take("no-points")
    camera.dialog("points", _act(window, "edit_scheme"), _still)
