"""The window without its commands: first page, layout for each workspace, closing in order.

Its parts are only named here, for loading them takes time: `kpstudio.ui.window_parts` makes them.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAction, QCloseEvent, QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QMainWindow,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from kpstudio.app.language import tr
from kpstudio.app.settings import Settings
from kpstudio.ui import asking
from kpstudio.ui.actions import make_menus
from kpstudio.ui.panels.change_bar import ChangeBar
from kpstudio.ui.panels.crash_bar import CrashBar
from kpstudio.ui.panels.notice_bar import NoticeBar
from kpstudio.ui.panels.room import menu_by_key, press_by_enter, room_for
from kpstudio.ui.panels.tour_bar import TourBar
from kpstudio.ui.panels.welcome import Welcome
from kpstudio.ui.reading_order import step
from kpstudio.ui.status import StatusBar
from kpstudio.ui.workspaces import Header, Workspace

if TYPE_CHECKING:
    from kpstudio.app.backups import BackupKeeper
    from kpstudio.app.face_list import FaceListModel
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
    from kpstudio.app.shape_book import ShapeBook
    from kpstudio.app.sight import Sight
    from kpstudio.app.suspect_book import SuspectBook
    from kpstudio.app.thumbnails import ThumbnailLoader
    from kpstudio.app.training import TrainingDesk
    from kpstudio.app.two_runs import TwoRuns
    from kpstudio.app.watching import FolderWatch
    from kpstudio.store.thumbnails import ThumbnailStore
    from kpstudio.ui.arrangement import Arrangement
    from kpstudio.ui.breakdown_controller import BreakdownController
    from kpstudio.ui.canvas import Canvas
    from kpstudio.ui.canvas_controller import CanvasController
    from kpstudio.ui.folder_controller import FolderController
    from kpstudio.ui.folding import Folding
    from kpstudio.ui.history_controller import HistoryController
    from kpstudio.ui.moved_controller import MovedController
    from kpstudio.ui.panels.breakdown import Breakdown
    from kpstudio.ui.panels.curves import CurvesPanel
    from kpstudio.ui.panels.faces import FacesPanel
    from kpstudio.ui.panels.gallery import Gallery
    from kpstudio.ui.panels.history import HistoryPanel
    from kpstudio.ui.panels.points import PointsPanel
    from kpstudio.ui.panels.review_summary import ReviewSummary
    from kpstudio.ui.panels.room import Room, Tabs
    from kpstudio.ui.panels.runs_table import RunsTable
    from kpstudio.ui.panels.train_settings import TrainSettings
    from kpstudio.ui.panels.training_pictures import TrainingPictures
    from kpstudio.ui.panels.training_strip import TrainingStrip
    from kpstudio.ui.panels.what_moved import WhatMoved
    from kpstudio.ui.resume_controller import ResumeController
    from kpstudio.ui.review_controller import ReviewController
    from kpstudio.ui.shortcuts import Shortcuts
    from kpstudio.ui.training_controller import TrainingController

log = logging.getLogger(__name__)

_STRIP_HEIGHT, _LOWEST_STRIP, _BOTH = 240, 136, 210
_NARROW, _LOW = 700, 600
"""In a window lower than this a running training takes one line outside Train."""


class Frame(QMainWindow):
    """What the commands of the window work on.

    Attributes:
        complete: Whether all parts are there; the first page is at once.
        workspace: The workspace in view.
        menus: By title.
        actions_by_key: By the keys of the action table; `kpstudio.ui.window_setup` fills it.

    Signals:
        closed: everything has been let go of.
        details_wanted: a message that a person wants to send to whoever helps.
    """

    closed = Signal()
    details_wanted = Signal(str)
    jobs: JobRunner
    session: Session
    runs: RunBook
    old_run: OldRun
    two_runs: TwoRuns
    other_runs: OtherRuns
    second_labels: SecondBook
    sight: Sight
    inspection: Inspection
    history_book: HistoryBook
    watch: FolderWatch
    suspects: SuspectBook
    desk: TrainingDesk
    backups: BackupKeeper
    faces_model: FaceListModel
    shapes: ShapeBook
    locks: Locks
    pictures: PictureLoader
    thumbnail_store: ThumbnailStore
    thumbnails: ThumbnailLoader
    canvas: Canvas
    faces: FacesPanel
    gallery: Gallery
    points: PointsPanel
    choose_points: QWidget
    history: HistoryPanel
    train_settings: TrainSettings
    curves: CurvesPanel
    runs_table: RunsTable
    strip: TrainingStrip
    training_pictures: TrainingPictures
    review_summary: ReviewSummary
    breakdown: Breakdown
    what_moved: WhatMoved
    run_choice: QComboBox
    folder: FolderController
    canvas_controller: CanvasController
    history_controller: HistoryController
    training: TrainingController
    resuming: ResumeController
    review: ReviewController
    breaking_down: BreakdownController
    moved: MovedController
    centre: QStackedWidget
    side: Tabs
    bottom: QSplitter
    below: Room
    right: QSplitter
    upper: QSplitter
    arrangement: Arrangement
    folding: Folding
    shortcuts: Shortcuts

    def __init__(self, settings: Settings) -> None:
        """Make the first page."""
        super().__init__()
        self.settings = settings
        self.complete = False
        self.setWindowTitle("kpstudio")
        self.workspace = Workspace.LABEL
        self.menus = make_menus(self)
        self.menuBar().setEnabled(False)  # they are empty as yet
        self.actions_by_key: dict[str, QAction] = {}
        self._with_gallery: set[Workspace] = set()
        self._bottom_form = (False, False, False, False)
        self.header, self.welcome, self.status = Header(), Welcome(), StatusBar()
        self.change_bar, self.crash_bar, self.look_bar = ChangeBar(), CrashBar(), NoticeBar()
        self.tour_bar, self.empty_bar = TourBar(), NoticeBar(stays=True)
        self.header.show_workspace(self.workspace)
        self.setStatusBar(self.status)
        self._lay_out()
        self._restore_geometry()
        self.show_welcome()

    def _lay_out(self) -> None:
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        bars = self.look_bar, self.change_bar, self.crash_bar, self.tour_bar, self.empty_bar
        for bar in bars:
            column.addWidget(bar)
        self.pages = QStackedWidget()
        self.pages.currentChanged.connect(lambda _: self._show_actions())
        self.pages.installEventFilter(self)
        self.pages.addWidget(self.welcome)
        column.addWidget(self.pages, 1)
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
            self.resize(self.size().boundedTo(room_for(self)))
            if not room.contains(self.geometry()):
                self.move(room.topLeft())

    # Workspaces

    def show_workspace(self, workspace: Workspace) -> None:
        """Turn to a workspace; face, list and canvas stay with you."""
        self.leave_welcome()
        self.status.end_hint()
        self.prepare(workspace)

    def prepare(self, workspace: Workspace) -> None:
        """Have a workspace's parts ready, be they in view or behind the first page.

        The workspace in view stays where a person did not want to wait for the list.
        """
        if workspace is not self.workspace and self.canvas.asking:
            self.canvas.give_up()
        if not self._list_faces(workspace):
            workspace = self.workspace
        had = self.focusWidget()
        self.workspace = workspace
        self.header.show_workspace(workspace)
        for other in Workspace:
            action = self.actions_by_key[f"show_{other.lower()}"]
            action.blockSignals(True)
            action.setChecked(other is workspace)
            action.blockSignals(False)
        self.faces.show_parts(workspace is Workspace.REVIEW)
        if workspace is not Workspace.TRAIN:
            self.actions_by_key["pictures"].setChecked(False)
        self.actions_by_key["gallery"].setChecked(workspace in self._with_gallery)
        self.show_side(workspace)
        self.show_bottom()
        self.folding.fold()
        if had is not None and not had.isVisible() and self.canvas.isVisible():
            self.canvas.setFocus()  # rather than a button on which Space would act

    def _list_faces(self, workspace: Workspace) -> bool:
        """List the faces of a workspace; False if a person did not want to wait."""
        from kpstudio.app.face_list import Scope
        from kpstudio.app.face_order import Order

        if workspace is Workspace.REVIEW:
            return self.faces_model.show_scope(Scope.REVIEWED, Order.WORST, self.faces.part)
        if workspace is Workspace.PHOTOS:
            return self.faces_model.show_scope(Scope.PHOTOS, Order.DOUBT)
        return self.faces_model.show_scope(Scope.ALL, Order.NAME)

    def show_welcome(self) -> None:
        """Show the first page."""
        if self.complete and self.canvas.asking:
            self.canvas.give_up()
        self.welcome.show_recent(self.settings.recent)
        self.pages.setCurrentWidget(self.welcome)
        (self.welcome.rows or [self.welcome.folder_button])[0].setFocus()

    @property
    def welcoming(self) -> bool:
        """Whether the first page is in view; a folder may be open behind it."""
        return self.pages.currentWidget() is self.welcome

    def leave_welcome(self) -> None:
        """Show what is open in place of the first page; keys are then the picture's."""
        if self.welcoming:
            self.pages.setCurrentIndex(0)
            self.canvas.setFocus()

    def _show_actions(self) -> None:
        """Offer nothing in the header that the first page has no use for."""
        self.header.show_actions(not self.welcoming)

    def show_gallery(self, shown: bool) -> None:
        """Show the gallery in place of the picture, in this workspace until it is turned off."""
        if shown:
            self._with_gallery.add(self.workspace)
            self.actions_by_key["pictures"].setChecked(False)
            if self.canvas.asking:
                self.canvas.give_up()
        else:
            self._with_gallery.discard(self.workspace)
        self.show_centre()
        self.focus_centre()

    def show_centre(self) -> None:
        """Show canvas, gallery or training pictures in the middle, as the switches say."""
        act = self.actions_by_key
        if act["pictures"].isChecked():
            self.centre.setCurrentWidget(self.training_pictures)
        else:
            self.centre.setCurrentWidget(
                self.gallery if act["gallery"].isChecked() else self.canvas
            )

    def focus_centre(self) -> None:
        """Give the keys to what stands in the middle."""
        pages = (self.gallery.view, self.training_pictures.view)
        next((view for view in pages if view.isVisible()), self.canvas).setFocus()

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

    def leave_page(self) -> None:
        """Give the keys to the picture where a page at the right has them, which does nothing."""
        if self.side.currentWidget().hasFocus():
            self.canvas.setFocus()

    def show_history(self) -> None:
        """Bring the history into view; Train has no room for it."""
        if self.workspace is Workspace.TRAIN:
            self.show_workspace(Workspace.LABEL)
        self.folding.ask("side", True)
        self.side.setCurrentWidget(self.history)
        if self.history.list.isVisible():  # else it would take the keys as soon as it is
            self.history.list.setFocus()

    def show_bottom(self) -> None:
        """Show the training strip while a run goes on, and the curves in Train of what is open."""
        training, low = self.workspace is Workspace.TRAIN, self.height() < _LOW
        line = low and not training
        # Where bars leave too little for both, what is set and what is learnt take turns.
        cramped = training and self.pages.height() < _BOTH
        self.upper.setVisible(not (cramped and self.desk.running))
        self.strip.setVisible(self.desk.running or (training and bool(self.strip.offered)))
        self.strip.show_line(line)
        self.curves.setVisible(not line)
        self.runs_table.setVisible(training)
        self.below.setMaximumHeight(self.strip.maximumHeight())
        shown = training and self.session.is_open and not cramped
        self.below.setVisible(shown or self.desk.running)
        form = (self.below.isVisible(), low, line, cramped)
        if self.below.isVisible() and form != self._bottom_form:
            height = self.right.height() or self.height()
            below = max(_STRIP_HEIGHT, height // 3) if training else _STRIP_HEIGHT
            below = min(below, max(height // 2, _LOWEST_STRIP), self.strip.maximumHeight())
            self.right.setSizes([height - below, below])
        self._bottom_form = form
        if self.width() < _NARROW and not line and self.strip.isVisible():  # the curves need it
            beside = [part.minimumWidth() for part in (self.strip, self.runs_table)]
            self.bottom.setSizes([beside[0], self.bottom.width() - sum(beside), beside[1]])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Give the training no more than its share of a low page."""
        if event.type() == QEvent.Type.Resize and self.complete:
            self.show_bottom()
        return super().eventFilter(watched, event)

    def focusNextPrevChild(self, forwards: bool, /) -> bool:
        """Go on by Tab in reading order."""
        return step(self, forwards)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press the button that has the focus by Enter, too; open its menu by Shift+F10.

        Esc, where nothing nearer took it, leaves the gallery, else ends the tour.
        """
        escaped = event.key() == Qt.Key.Key_Escape and self._escape()
        if not (escaped or press_by_enter(self, event) or menu_by_key(self, event)):
            super().keyPressEvent(event)

    def _escape(self) -> bool:
        if self.complete and self.gallery.isVisible():
            self.actions_by_key["gallery"].setChecked(False)
        elif self.tour_bar.isVisible():
            self.tour_bar.end_wanted.emit()
        else:
            return False
        return True

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
        if not self.complete:
            # What is half made cannot be let go of in order: it is finished first, out of sight.
            event.ignore()
            self.hide()
            return
        if not self.may_stop(tr("Quit?"), tr("Stop and quit")):
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
