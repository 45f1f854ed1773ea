"""The window without its commands: parts, layout for each workspace, closing in order."""

from __future__ import annotations

import logging

from PySide6.QtCore import QMargins, Qt, Signal
from PySide6.QtGui import QAction, QCloseEvent
from PySide6.QtWidgets import (
    QComboBox,
    QMainWindow,
    QSplitter,
    QStackedWidget,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from kpstudio.app.backups import BackupKeeper
from kpstudio.app.face_list import FaceListModel, Scope
from kpstudio.app.face_order import Order
from kpstudio.app.history_list import HistoryBook
from kpstudio.app.inspection import Inspection
from kpstudio.app.jobs import JobRunner
from kpstudio.app.locks import Locks
from kpstudio.app.old_run import OldRun
from kpstudio.app.other_runs import OtherRuns
from kpstudio.app.pictures import PictureLoader
from kpstudio.app.run_book import RunBook
from kpstudio.app.second_labels import SecondBook
from kpstudio.app.session import Session
from kpstudio.app.settings import Settings
from kpstudio.app.shape_book import ShapeBook
from kpstudio.app.sight import Sight
from kpstudio.app.suspect_book import SuspectBook
from kpstudio.app.thumbnails import ThumbnailLoader
from kpstudio.app.training import TrainingDesk
from kpstudio.app.two_runs import TwoRuns
from kpstudio.app.watching import FolderWatch
from kpstudio.store.thumbnails import ThumbnailStore, default_place
from kpstudio.ui import asking, theme
from kpstudio.ui.actions import make_menus
from kpstudio.ui.arrangement import Arrangement
from kpstudio.ui.breakdown_controller import BreakdownController
from kpstudio.ui.canvas import Canvas
from kpstudio.ui.canvas_controller import CanvasController
from kpstudio.ui.folder_controller import FolderController
from kpstudio.ui.history_controller import HistoryController
from kpstudio.ui.moved_controller import MovedController
from kpstudio.ui.panels.breakdown import Breakdown
from kpstudio.ui.panels.change_bar import ChangeBar
from kpstudio.ui.panels.crash_bar import CrashBar
from kpstudio.ui.panels.curves import CurvesPanel
from kpstudio.ui.panels.faces import FacesPanel
from kpstudio.ui.panels.gallery import Gallery
from kpstudio.ui.panels.history import HistoryPanel
from kpstudio.ui.panels.notice_bar import NoticeBar
from kpstudio.ui.panels.points import PointsPanel
from kpstudio.ui.panels.review_summary import ReviewSummary
from kpstudio.ui.panels.runs_table import RunsTable
from kpstudio.ui.panels.tour_bar import TourBar
from kpstudio.ui.panels.train_settings import TrainSettings
from kpstudio.ui.panels.training_pictures import TrainingPictures
from kpstudio.ui.panels.training_strip import TrainingStrip
from kpstudio.ui.panels.welcome import Welcome
from kpstudio.ui.panels.what_moved import WhatMoved
from kpstudio.ui.resume_controller import ResumeController
from kpstudio.ui.review_controller import ReviewController
from kpstudio.ui.shortcuts import Shortcuts
from kpstudio.ui.status import StatusBar
from kpstudio.ui.training_controller import TrainingController
from kpstudio.ui.workspaces import Header, Workspace

log = logging.getLogger(__name__)

_SIDE_WIDTH, _NARROW_SIDE = 350, 340  # the settings' choices are then read whole
_LIST_WIDTH = 300
_STRIP_HEIGHT = 240
_BOTTOM = (0, 3, 2)
"""How strip, curves and runs share what room there is more or less."""
_TITLE_BAR = 36


class Frame(QMainWindow):
    """What the commands of the window work on.

    Attributes:
        workspace: The workspace in view.
        menus: By title.
        actions_by_key: By the keys of the action table; `MainWindow` fills it.
        shortcuts: The keys of the actions; `MainWindow` makes it.

    Signals:
        closed: everything has been let go of.
        details_wanted: a message that a person wants to send to whoever helps.
    """

    closed = Signal()
    details_wanted = Signal(str)
    shortcuts: Shortcuts

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self.settings = settings
        self.setWindowTitle("kpstudio")
        self.workspace = Workspace.LABEL
        self.menus = make_menus(self)
        self.actions_by_key: dict[str, QAction] = {}
        self._make_models()
        self._make_parts()
        self._make_controllers()
        self._lay_out()
        self._restore_geometry()
        for source in (
            self.session,
            self.inspection,
            self.runs,
            self.old_run,
            self.other_runs,
            self.sight,
            self.training,
            self.history_book,
            self.backups,
            self.suspects,
        ):
            source.failed.connect(self.warn)

    # Building

    def _make_models(self) -> None:
        self.jobs = JobRunner(self)
        self.session = Session(self.jobs, self)
        self.runs = RunBook(self.session)
        self.old_run = OldRun(self.session, self.runs)
        self.two_runs = TwoRuns(self.runs, self.old_run)
        self.other_runs = OtherRuns(self.session, self.runs)
        self.second_labels = SecondBook(self.session)
        self.sight = Sight(self.session, self.runs)
        self.inspection = Inspection(self.session)
        self.history_book = HistoryBook(self.session)
        self.watch = FolderWatch(self.session)
        self.suspects = SuspectBook(self.session)
        self.desk = TrainingDesk(self.session, self.runs, self.suspects.why_busy)
        self.backups = BackupKeeper(self.session, self.settings)
        self.faces_model = FaceListModel(self.session, self.runs, self.suspects)
        self.shapes = ShapeBook(self.session)
        self.locks = Locks(self.session)
        self.pictures = PictureLoader(self)
        self.thumbnail_store = ThumbnailStore(default_place(), self.settings.thumbnail_cap)
        self.thumbnails = ThumbnailLoader(self.thumbnail_store, self)

    def _make_parts(self) -> None:
        self.header = Header()
        self.change_bar, self.crash_bar, self.look_bar = ChangeBar(), CrashBar(), NoticeBar()
        self.tour_bar = TourBar()
        self.canvas, self.welcome = Canvas(), Welcome()
        self.faces = FacesPanel(self.session, self.runs, self.faces_model, self.thumbnails)
        self.gallery = Gallery(
            self.session,
            self.runs,
            self.faces_model,
            self.faces.view.selectionModel(),
            self.thumbnails,
        )
        self._with_gallery: set[Workspace] = set()
        self.points = PointsPanel()
        self.history = HistoryPanel(self.history_book)
        self.train_settings = TrainSettings()
        self.curves = CurvesPanel()
        self.runs_table = RunsTable()
        self.strip = TrainingStrip()
        self.training_pictures = TrainingPictures()
        self.review_summary = ReviewSummary()
        self.breakdown = Breakdown()
        self.what_moved = WhatMoved()
        self.run_choice = QComboBox()
        self.run_choice.setMinimumWidth(180)
        self.run_choice.setToolTip("The run whose predictions are shown")
        self.run_choice.setAccessibleName("Run")
        self.status = StatusBar()
        self.setStatusBar(self.status)

    def _make_controllers(self) -> None:
        self.folder = FolderController(
            self.session,
            self.inspection,
            self.watch,
            self.change_bar,
            self.look_bar,
            self.status,
        )
        self.canvas_controller = CanvasController(
            self.session,
            self.runs,
            self.two_runs,
            self.faces_model,
            self.pictures,
            self.locks,
            self.canvas,
            self.points,
        )
        self.history_controller = HistoryController(
            self.session, self.history_book, self.history, self.canvas
        )
        self.thumbnails.failed.connect(self.canvas_controller.take_failure)
        self.canvas_controller.mended.connect(self.thumbnails.forgive)
        self.session.reread.connect(self.thumbnails.clear)
        self.training = TrainingController(
            self.session,
            self.runs,
            self.desk,
            self.faces_model,
            self.train_settings,
            self.curves,
            self.runs_table,
            self.strip,
            self.training_pictures,
        )
        self.resuming = ResumeController(
            self.runs, self.desk, self.training, self.train_settings, self.runs_table, self.strip
        )
        self._make_review()
        self.faces.view.verticalScrollBar().valueChanged.connect(self.inspection.rest)

    def _make_review(self) -> None:
        self.review = ReviewController(
            self.session,
            self.runs,
            self.other_runs,
            self.second_labels,
            self.faces_model,
            self.review_summary,
            self.run_choice,
            self.canvas,
        )
        self.review.search_wanted.connect(self.faces.search.setText)
        self.breaking_down = BreakdownController(
            self.session, self.runs, self.faces_model, self.breakdown, self.canvas
        )
        self.breaking_down.search_wanted.connect(self.faces.search.setText)
        self.moved = MovedController(
            self.session,
            self.runs,
            self.old_run,
            self.faces_model,
            self.what_moved,
            self.canvas,
            self.status,
        )

    def _lay_out(self) -> None:
        self.centre = QStackedWidget()
        self.centre.addWidget(self.canvas)
        self.centre.addWidget(self.gallery)
        self.centre.addWidget(self.training_pictures)
        self.side = QTabWidget()
        self.side.setDocumentMode(True)
        self.side.tabBar().setExpanding(False)
        self.side.addTab(self.points, "Points")
        self.side.addTab(self.review_summary, "Errors")
        self.side.addTab(self.breakdown, "Where")
        self.side.addTab(self.what_moved, "Moved")
        self.side.addTab(self.history, "History")
        self.side.addTab(self.train_settings, "Settings")
        self.bottom = _splitter(Qt.Orientation.Horizontal, self.strip, self.curves, self.runs_table)
        for place, share in enumerate(_BOTTOM):
            self.bottom.setStretchFactor(place, share)
        self.runs_table.setMinimumWidth(280)
        upper = _splitter(Qt.Orientation.Horizontal, self.centre, self.side)
        upper.setStretchFactor(0, 1)
        self.right = _splitter(Qt.Orientation.Vertical, upper, self.bottom)
        self.right.setStretchFactor(0, 1)
        body = _splitter(Qt.Orientation.Horizontal, self.faces, self.right)
        body.setStretchFactor(1, 1)
        self.faces.setMinimumWidth(220)
        self.side.setMinimumWidth(_NARROW_SIDE)
        self.canvas.setMinimumSize(240, 160)
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        for bar in (self.look_bar, self.change_bar, self.crash_bar, self.tour_bar):
            column.addWidget(bar)
        self.pages = QStackedWidget()
        self.pages.addWidget(body)
        self.pages.addWidget(self.welcome)
        column.addWidget(self.pages, 1)
        borders = {
            "list": (body, (_LIST_WIDTH, 1300)),
            "side": (upper, (1000, _SIDE_WIDTH)),
            "below": (self.bottom, (240, 760, 500)),
        }
        self.arrangement = Arrangement(borders, self.settings)
        central = QWidget()
        central.setLayout(column)
        self.setCentralWidget(central)

    def _restore_geometry(self) -> None:
        self.resize(1440, 900)
        geometry = self.settings.geometry
        if geometry is not None:
            self.restoreGeometry(geometry)
        if not self.isMaximized() and not self.isFullScreen():
            room = self.screen().availableGeometry()
            # The title bar is the window manager's, and unknown before the window is shown.
            self.resize(self.size().boundedTo(room.size().shrunkBy(QMargins(0, _TITLE_BAR, 0, 0))))
            if not room.contains(self.geometry()):
                self.move(room.topLeft())

    # Workspaces

    def show_workspace(self, workspace: Workspace) -> None:
        """Turn to a workspace; face, list and canvas stay with you."""
        self.leave_welcome()
        self.workspace = workspace
        self.header.show_workspace(workspace)
        for other in Workspace:
            action = self.actions_by_key[f"show_{other.lower()}"]
            action.blockSignals(True)
            action.setChecked(other is workspace)
            action.blockSignals(False)
        if workspace is Workspace.REVIEW:
            self.faces_model.show_scope(Scope.REVIEWED, Order.WORST, self.faces.part)
        elif workspace is Workspace.PHOTOS:
            self.faces_model.show_scope(Scope.PHOTOS, Order.DOUBT)
        else:
            self.faces_model.show_scope(Scope.ALL, Order.NAME)
        self.faces.show_parts(workspace is Workspace.REVIEW)
        if workspace is not Workspace.TRAIN:
            self.actions_by_key["pictures"].setChecked(False)
        self.actions_by_key["gallery"].setChecked(workspace in self._with_gallery)
        self.show_side(workspace)
        self.show_bottom()

    def leave_welcome(self) -> None:
        """Show what is open in place of the first page; keys are then the picture's."""
        if self.pages.currentWidget() is self.welcome:
            self.pages.setCurrentIndex(0)
            self.canvas.setFocus()

    def show_gallery(self, shown: bool) -> None:
        """Show the gallery in place of the picture, in this workspace until it is turned off."""
        if shown:
            self._with_gallery.add(self.workspace)
            self.actions_by_key["pictures"].setChecked(False)
        else:
            self._with_gallery.discard(self.workspace)
        self.show_centre()
        (self.gallery.view if shown else self.canvas).setFocus()

    def show_centre(self) -> None:
        """Show canvas, gallery or training pictures in the middle, as the switches say."""
        act = self.actions_by_key
        if act["pictures"].isChecked():
            self.centre.setCurrentWidget(self.training_pictures)
        else:
            self.centre.setCurrentWidget(
                self.gallery if act["gallery"].isChecked() else self.canvas
            )

    def show_side(self, workspace: Workspace) -> None:
        """Show what belongs beside the picture in a workspace."""
        training = workspace is Workspace.TRAIN
        visible = {
            self.points: not training,
            self.review_summary: workspace is Workspace.REVIEW,
            self.breakdown: workspace is Workspace.REVIEW,
            self.what_moved: workspace is Workspace.REVIEW,
            self.history: not training,
            self.train_settings: training,
        }
        for widget, shown in visible.items():
            self.side.setTabVisible(self.side.indexOf(widget), shown)
        self.side.tabBar().setVisible(not training)
        self.side.setCurrentWidget(self.train_settings if training else self.points)

    def show_history(self) -> None:
        """Bring the history into view; Train has no room for it."""
        if self.workspace is Workspace.TRAIN:
            self.show_workspace(Workspace.LABEL)
        self.side.setCurrentWidget(self.history)
        self.history.setFocus()

    def show_bottom(self) -> None:
        """Show the training strip while a run goes on, and the curves in Train at all times."""
        training = self.workspace is Workspace.TRAIN
        was_visible = self.bottom.isVisible()
        self.strip.setVisible(self.desk.running or (training and bool(self.strip.offered)))
        self.runs_table.setVisible(training)
        self.bottom.setVisible(training or self.desk.running)
        if self.bottom.isVisible() and not was_visible:
            height = self.right.height() or self.height()
            below = max(_STRIP_HEIGHT, height // 3) if training else _STRIP_HEIGHT
            self.right.setSizes([height - below, below])

    # Asking and closing

    def warn(self, message: str) -> None:
        """Tell what went wrong; the work goes on."""
        log.info("told: %s", message)
        self.status.hide_progress()
        self.status.say(message)
        asking.tell(self, message, self.details_wanted.emit)

    def may_stop(self, question: str, verb: str) -> bool:
        """Ask whether what is being trained may be stopped; True where nothing is."""
        if not (self.desk.running or self.suspects.running):
            return True
        what = asking.RUN if self.desk.running else asking.SEARCH
        return asking.may_stop(self, what, question, verb)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask about what is trained, then stop every thread and let go of the project."""
        if not self.may_stop("Quit?", "Stop and quit"):
            event.ignore()
            return
        self.settings.geometry = self.saveGeometry()
        self.arrangement.save()
        self.watch.stop()
        self.backups.stop()
        self.jobs.shutdown()
        self.pictures.shutdown()
        self.thumbnails.shutdown()
        self.session.close()
        event.accept()
        self.closed.emit()


def _splitter(orientation: Qt.Orientation, *widgets: QWidget) -> QSplitter:
    splitter = QSplitter(orientation)
    splitter.setHandleWidth(1)
    splitter.setChildrenCollapsible(False)
    for widget in widgets:
        theme.set_role(widget, widget.property("role") or "pane")
        splitter.addWidget(widget)
    return splitter
