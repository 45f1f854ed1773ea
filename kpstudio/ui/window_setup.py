"""Completing the window: its parts, what every action does, and which of them the header offers."""

from __future__ import annotations

from collections.abc import Iterator

import pyqtgraph as pg
from PySide6.QtWidgets import QMenu

from kpstudio.app.face_list import Scope
from kpstudio.app.settings import Settings
from kpstudio.ui.actions import make_actions
from kpstudio.ui.availability import Availability
from kpstudio.ui.commands import (
    AdjustCommands,
    CacheCommands,
    ClipboardCommands,
    ContextMenus,
    CopyCommands,
    DoctorCommands,
    FaceCommands,
    FaultCommands,
    FileCommands,
    GalleryCommands,
    HelpCommands,
    ImportCommands,
    LookCommands,
    MeasuringCommands,
    ModelCommands,
    PaletteCommands,
    PlacingCommands,
    PointCommands,
    PreferenceCommands,
    PublicCommands,
    ReportCommands,
    RetrainCommands,
    ReviewingCommands,
    RunCommands,
    RunListCommands,
    SecondLabelCommands,
    SeeingCommands,
    ShapeCommands,
    SuspectCommands,
    TagCommands,
    TryingCommands,
    TwoRunCommands,
    WholeFaceCommands,
)
from kpstudio.ui.empty_states import EmptyStates
from kpstudio.ui.main_window import MainWindow
from kpstudio.ui.notifying import EndOfTraining
from kpstudio.ui.shortcuts import Shortcuts, follow_tip
from kpstudio.ui.tour import Tour
from kpstudio.ui.window_parts import make_parts
from kpstudio.ui.workspaces import Workspace


def whole_window(settings: Settings) -> MainWindow:
    """Return a window with all that belongs to it."""
    window = MainWindow(settings)
    for _ in complete(window):
        pass
    return window


def complete(window: MainWindow) -> Iterator[None]:
    """Make all that a window with its first page lacks, and yield between what takes its time."""
    pg.setConfigOptions(imageAxisOrder="row-major")
    yield from make_parts(window)
    # In one go: what is asked for meanwhile must not be done twice.
    _make_commands(window)
    _fill_header(window)
    for menu in window.findChildren(QMenu):
        menu.setToolTipsVisible(True)
    window.folding.switch_with(
        {
            "list": (window.faces, window.actions_by_key["faces_list"]),
            "side": (window.side, window.actions_by_key["side_panel"]),
        }
    )
    window.availability = Availability(window)
    EmptyStates(window)
    EndOfTraining(window, window.desk, window.settings)
    window.menuBar().setEnabled(True)
    window.complete = True
    window.prepare(Workspace.LABEL)
    window.setAcceptDrops(True)


def _make_commands(window: MainWindow) -> None:
    window.files = FileCommands(window)
    looks, window.adjusting = LookCommands(window), AdjustCommands(window)
    tour = Tour(window, window.files)
    ContextMenus(window)
    gallery, two_runs = GalleryCommands(window), TwoRunCommands(window)
    window.public = PublicCommands(window, window.files)
    window.doctor, window.faults = DoctorCommands(window), FaultCommands(window)
    preferences, window.imports = PreferenceCommands(window), ImportCommands(window)
    window.copies = CopyCommands(window, preferences)
    commands = (
        window.files,
        ClipboardCommands(window, window.files.paste_photos),
        window.copies,
        preferences,
        window.imports,
        window.public,
        FaceCommands(window),
        PointCommands(window),
        WholeFaceCommands(window),
        ShapeCommands(window),
        PlacingCommands(window),
        TagCommands(window),
        ReviewingCommands(window),
        looks,
        gallery,
        window.adjusting,
        RunCommands(window),
        RunListCommands(window),
        RetrainCommands(window),
        ReportCommands(window),
        SecondLabelCommands(window),
        SeeingCommands(window),
        TryingCommands(window),
        two_runs,
        ModelCommands(window),
        window.doctor,
        window.faults,
        SuspectCommands(window),
        PaletteCommands(window),
        HelpCommands(window),
        tour,
    )
    slots = {key: slot for part in commands for key, slot in part.slots().items()}
    at_faces = (window.canvas, window.faces.view, window.points.table)
    window.actions_by_key = make_actions(
        window, window.menus, slots, at_faces, (window.canvas,), (window.runs_table.view,)
    )
    window.shortcuts = Shortcuts(window.settings, window.actions_by_key, window)
    window.files.place_recent(below=window.actions_by_key["open_file"])
    window.copies.place(below=window.actions_by_key["save_copy"])
    window.cache = CacheCommands(window)
    gallery.follow()
    two_runs.follow()
    tour.follow()
    window.measuring = MeasuringCommands(window)
    window.measuring.place(window.menus["Review"], above=window.actions_by_key["check_labels"])
    looks.switch_layers_on()
    window.adjusting.restore()


def _fill_header(window: MainWindow) -> None:
    act = window.actions_by_key
    window.header.add_edges(act["faces_list"], act["side_panel"])
    for workspace in Workspace:
        window.header.follow(workspace, act[f"show_{workspace.lower()}"])
    for workspace in (Workspace.LABEL, Workspace.REVIEW, Workspace.PHOTOS):
        for key in ("ground_truth", "prediction", "fit", "gallery"):
            window.header.add_action(workspace, act[key], spare=True)
    window.header.add_action(Workspace.LABEL, act["train"], primary=True)
    for key in ("find_rate", "sweep", "pictures"):
        window.header.add_action(Workspace.TRAIN, act[key])
    window.header.add(Workspace.REVIEW, window.run_choice)
    window.header.add_action(Workspace.REVIEW, act["retrain"])
    window.header.add_action(Workspace.REVIEW, act["worst"], primary=True)
    window.header.add_action(Workspace.PHOTOS, act["retrain"])
    window.header.add_action(Workspace.PHOTOS, act["add_photos"])
    window.header.add_action(Workspace.PHOTOS, act["export"], primary=True)
    follow_tip(window.train_settings.train_button, act["train"])
    follow_tip(window.strip.pause_button, act["pause"])
    follow_tip(window.strip.stop_button, act["stop"])
    window.faces.search_box.follow(act["search"])
    window.faces.offer_folders(act["open_folder"])
    window.faces.offer(Scope.PHOTOS, act["add_photos"])
    window.faces.offer(Scope.REVIEWED, act["train"])
    choose = window.points.add_button(act["edit_scheme"], 0, 0, primary=True, columns=2)
    choose.hide()
    window.choose_points = choose
    window.points.add_button(act["start_from"], 1, 0)
    window.points.add_button(act["checked"], 1, 1, primary=True)
    window.points.add_button(act["draw_box"], 2, 0, spare=True)
    window.points.add_button(act["predict"], 2, 1, spare=True)
    window.points.add_button(act["drop_shape"], 3, 0, if_enabled=True)
    window.points.add_button(act["place_points"], 3, 1, if_enabled=True)
