"""The window: what every action does, what the header offers, what is dropped."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QDragEnterEvent, QDropEvent

from kpstudio.app.settings import Settings
from kpstudio.ui.actions import make_actions
from kpstudio.ui.availability import Availability
from kpstudio.ui.commands import (
    AdjustCommands,
    CacheCommands,
    CopyCommands,
    DoctorCommands,
    FaceCommands,
    FaultCommands,
    FileCommands,
    GalleryCommands,
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
    SecondLabelCommands,
    SeeingCommands,
    ShapeCommands,
    SuspectCommands,
    TagCommands,
    TryingCommands,
    TwoRunCommands,
    WholeFaceCommands,
)
from kpstudio.ui.frame import Frame
from kpstudio.ui.notifying import EndOfTraining
from kpstudio.ui.shortcuts import Shortcuts
from kpstudio.ui.tour import Tour
from kpstudio.ui.workspaces import Workspace


class MainWindow(Frame):
    """The one window."""

    def __init__(self, settings: Settings) -> None:
        super().__init__(settings)
        self.setAcceptDrops(True)
        self._make_commands()
        self._fill_header()
        self.availability = Availability(self)
        EndOfTraining(self, self.desk, settings)
        self.show_workspace(Workspace.LABEL)
        self.files.welcome()

    def _make_commands(self) -> None:
        self.files = FileCommands(self)
        looks, self.adjusting = LookCommands(self), AdjustCommands(self)
        tour = Tour(self, self.files)
        gallery, two_runs = GalleryCommands(self), TwoRunCommands(self)
        self.public = PublicCommands(self, self.files)
        self.doctor, self.faults = DoctorCommands(self), FaultCommands(self)
        preferences, self.imports = PreferenceCommands(self), ImportCommands(self)
        self.copies = CopyCommands(self, preferences)
        commands = (
            self.files,
            self.copies,
            preferences,
            self.imports,
            self.public,
            FaceCommands(self),
            PointCommands(self),
            WholeFaceCommands(self),
            ShapeCommands(self),
            PlacingCommands(self),
            TagCommands(self),
            ReviewingCommands(self),
            looks,
            gallery,
            self.adjusting,
            RunCommands(self),
            RetrainCommands(self),
            ReportCommands(self),
            SecondLabelCommands(self),
            SeeingCommands(self),
            TryingCommands(self),
            two_runs,
            ModelCommands(self),
            self.doctor,
            self.faults,
            SuspectCommands(self),
            PaletteCommands(self),
            tour,
        )
        slots = {key: slot for part in commands for key, slot in part.slots().items()}
        at_faces = (self.canvas, self.faces.view, self.points.table)
        at_picture = (self.canvas,)
        self.actions_by_key = make_actions(self, self.menus, slots, at_faces, at_picture)
        self.shortcuts = Shortcuts(self.settings, self.actions_by_key, self)
        self.files.place_recent(before=self.actions_by_key["open_sample"])
        self.copies.place(below=self.actions_by_key["save_copy"])
        self.cache = CacheCommands(self)
        self.cache.place(above=self.actions_by_key["quit"])
        gallery.follow()
        two_runs.follow()
        tour.follow()
        self.measuring = MeasuringCommands(self)
        self.measuring.place(self.menus["Review"], above=self.actions_by_key["check_labels"])
        looks.switch_layers_on()
        self.adjusting.restore()

    def _fill_header(self) -> None:
        act = self.actions_by_key
        for workspace in (Workspace.LABEL, Workspace.REVIEW, Workspace.PHOTOS):
            for key in ("ground_truth", "prediction", "fit"):
                self.header.add_action(workspace, act[key])
            self.header.add_action(workspace, act["gallery"])
        self.header.add_action(Workspace.LABEL, act["train"], primary=True)
        for key in ("find_rate", "sweep", "pictures"):
            self.header.add_action(Workspace.TRAIN, act[key])
        self.header.add(Workspace.REVIEW, self.run_choice)
        self.header.add_action(Workspace.REVIEW, act["retrain"])
        self.header.add_action(Workspace.REVIEW, act["worst"], primary=True)
        self.header.add_action(Workspace.PHOTOS, act["retrain"])
        self.header.add_action(Workspace.PHOTOS, act["add_photos"])
        self.header.add_action(Workspace.PHOTOS, act["export"], primary=True)
        self.faces.offer_photos(act["add_photos"])
        self.points.add_button(act["start_from"], 0, 0)
        self.points.add_button(act["checked"], 0, 1, primary=True)
        self.points.add_button(act["draw_box"], 1, 0)
        self.points.add_button(act["predict"], 1, 1)
        self.points.add_button(act["drop_shape"], 2, 0, if_enabled=True)
        self.points.add_button(act["place_points"], 2, 1, if_enabled=True)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Accept files and folders."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open a dropped folder or label file; dropped pictures become photos of the project."""
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        event.acceptProposedAction()
        self.files.take_dropped(paths)
