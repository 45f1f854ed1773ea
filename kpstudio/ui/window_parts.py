"""What the window consists of: models, panels, controllers and where they lie.

All of it is loaded and made while the first page is in view already (`kpstudio.ui.startup`).
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QWidget

from kpstudio.app.backups import BackupKeeper
from kpstudio.app.face_list import FaceListModel
from kpstudio.app.history_list import HistoryBook
from kpstudio.app.inspection import Inspection
from kpstudio.app.jobs import JobRunner
from kpstudio.app.language import tr
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
from kpstudio.store.thumbnails import ThumbnailStore, default_place
from kpstudio.ui import theme
from kpstudio.ui.arrangement import Arrangement, Usual
from kpstudio.ui.breakdown_controller import BreakdownController
from kpstudio.ui.canvas import Canvas
from kpstudio.ui.canvas_controller import CanvasController
from kpstudio.ui.folder_controller import FolderController
from kpstudio.ui.folding import Folding
from kpstudio.ui.frame import Frame
from kpstudio.ui.history_controller import HistoryController
from kpstudio.ui.moved_controller import MovedController
from kpstudio.ui.panels.breakdown import Breakdown
from kpstudio.ui.panels.curves import CurvesPanel
from kpstudio.ui.panels.faces import FacesPanel
from kpstudio.ui.panels.gallery import Gallery
from kpstudio.ui.panels.history import HistoryPanel
from kpstudio.ui.panels.points import PointsPanel
from kpstudio.ui.panels.review_summary import ReviewSummary
from kpstudio.ui.panels.room import Pages, Room, Tabs
from kpstudio.ui.panels.runs_table import RunsTable
from kpstudio.ui.panels.train_settings import TrainSettings
from kpstudio.ui.panels.training_pictures import TrainingPictures
from kpstudio.ui.panels.training_strip import TrainingStrip
from kpstudio.ui.panels.what_moved import WhatMoved
from kpstudio.ui.resume_controller import ResumeController
from kpstudio.ui.review_controller import ReviewController
from kpstudio.ui.training_controller import TrainingController
from kpstudio.ui.workspaces import RunChoice

_NARROW = 700
"""In a window of less width the panel is narrower, for the sake of the picture."""
_LEAST_SIDE = 340, 288, _NARROW  # in 340 the settings' choices are read whole
_SIDE_WIDTH = 350
_LIST_WIDTH = 300
_WIDE = 1800
"""Above this width of the window, list and panel grow with it."""
_WIDEST_LIST, _WIDEST_SIDE = 420, 520
"""So wide they grow by themselves."""
_BOTTOM = (0, 3, 2)
"""How strip, curves and runs share what room there is more or less."""


def make_parts(window: Frame) -> Iterator[None]:
    """Make all parts of a window, and yield between those that take their time."""
    _make_models(window)
    yield
    yield from _make_panels(window)
    _make_controllers(window)
    yield
    _lay_out(window)
    yield
    for source in (
        window.session,
        window.inspection,
        window.runs,
        window.old_run,
        window.other_runs,
        window.sight,
        window.training,
        window.history_book,
        window.backups,
        window.suspects,
        window.faces_model,
    ):
        source.failed.connect(window.warn)


def _make_models(window: Frame) -> None:
    window.jobs = JobRunner(window)
    window.session = Session(window.jobs, window)
    window.runs = RunBook(window.session)
    window.old_run = OldRun(window.session, window.runs)
    window.two_runs = TwoRuns(window.runs, window.old_run)
    window.other_runs = OtherRuns(window.session, window.runs)
    window.second_labels = SecondBook(window.session)
    window.sight = Sight(window.session, window.runs)
    window.inspection = Inspection(window.session)
    window.history_book = HistoryBook(window.session)
    window.watch = FolderWatch(window.session)
    window.suspects = SuspectBook(window.session)
    window.desk = TrainingDesk(window.session, window.runs, window.suspects.why_busy)
    window.backups = BackupKeeper(window.session, window.settings)
    window.faces_model = FaceListModel(window.session, window.runs, window.suspects)
    window.shapes = ShapeBook(window.session)
    window.locks = Locks(window.session)
    window.pictures = PictureLoader(window)
    window.thumbnail_store = ThumbnailStore(default_place(), window.settings.thumbnail_cap)
    window.thumbnails = ThumbnailLoader(window.thumbnail_store, window)


def _make_panels(window: Frame) -> Iterator[None]:
    window.canvas = Canvas()
    window.faces = FacesPanel(window.session, window.runs, window.faces_model, window.thumbnails)
    window.gallery = Gallery(
        window.session,
        window.runs,
        window.faces_model,
        window.faces.view.selectionModel(),
        window.thumbnails,
    )
    window.points = PointsPanel()
    window.history = HistoryPanel(window.history_book)
    yield
    window.train_settings = TrainSettings()
    yield
    window.curves = CurvesPanel()
    yield
    window.runs_table = RunsTable()
    window.strip = TrainingStrip()
    window.training_pictures = TrainingPictures()
    yield
    window.review_summary = ReviewSummary()
    yield
    window.breakdown = Breakdown()
    yield
    window.what_moved = WhatMoved()
    yield
    window.run_choice = RunChoice()
    window.run_choice.setToolTip(tr("The run whose predictions are shown"))
    window.run_choice.setAccessibleName(tr("Run"))
    window.run_choice.setPlaceholderText(tr("No runs yet"))
    window.run_choice.setEnabled(False)


def _make_controllers(window: Frame) -> None:
    window.folder = FolderController(
        window.session,
        window.inspection,
        window.watch,
        window.change_bar,
        window.look_bar,
        window.status,
        window,
    )
    window.canvas_controller = CanvasController(
        window.session,
        window.runs,
        window.two_runs,
        window.faces_model,
        window.pictures,
        window.locks,
        window.canvas,
        window.points,
    )
    window.history_controller = HistoryController(
        window.session, window.history_book, window.history, window.canvas
    )
    window.thumbnails.failed.connect(window.canvas_controller.take_failure)
    window.canvas_controller.mended.connect(window.thumbnails.forgive)
    window.session.reread.connect(window.thumbnails.clear)
    window.training = TrainingController(
        window.session,
        window.runs,
        window.desk,
        window.faces_model,
        window.train_settings,
        window.curves,
        window.runs_table,
        window.strip,
        window.training_pictures,
    )
    window.resuming = ResumeController(
        window.runs,
        window.desk,
        window.training,
        window.train_settings,
        window.runs_table,
        window.strip,
    )
    _make_review(window)
    window.faces.view.verticalScrollBar().valueChanged.connect(window.inspection.rest)


def _make_review(window: Frame) -> None:
    window.review = ReviewController(
        window.session,
        window.runs,
        window.other_runs,
        window.second_labels,
        window.faces_model,
        window.review_summary,
        window.run_choice,
        window.canvas,
    )
    window.review.search_wanted.connect(window.faces.search.setText)
    window.breaking_down = BreakdownController(
        window.session, window.runs, window.faces_model, window.breakdown, window.canvas
    )
    window.breaking_down.search_wanted.connect(window.faces.search.setText)
    window.moved = MovedController(
        window.session,
        window.runs,
        window.old_run,
        window.faces_model,
        window.what_moved,
        window.canvas,
        window.status,
    )


def _lay_out(window: Frame) -> None:
    """Put every part in its place, from the outermost in: what is put anywhere is styled anew."""
    room = Room()
    window.pages.insertWidget(0, room)
    body, window.right = QSplitter(Qt.Orientation.Horizontal), QSplitter(Qt.Orientation.Vertical)
    window.upper = upper = QSplitter(Qt.Orientation.Horizontal)
    window.below, window.bottom = Room(), QSplitter(Qt.Orientation.Horizontal)
    window.centre, window.side = Pages(), Tabs(*_LEAST_SIDE)
    room.setWidget(body)
    _divide(body, window.faces, window.right)
    _divide(window.right, upper, window.below)
    window.below.setWidget(window.bottom)
    _divide(upper, window.centre, window.side)
    _divide(window.bottom, window.strip, window.curves, window.runs_table)
    body.setStretchFactor(1, 1)
    window.right.setStretchFactor(0, 1)
    upper.setStretchFactor(0, 1)
    for place, share in enumerate(_BOTTOM):
        window.bottom.setStretchFactor(place, share)
    for page in (window.canvas, window.gallery, window.training_pictures):
        window.centre.addWidget(page)
    _fill_side(window)
    window.faces.view.setMinimumWidth(220)
    window.canvas.setMinimumSize(200, 96)
    window.folding = Folding(room.viewport(), window.canvas, window.settings)
    borders: dict[str, tuple[QSplitter, Usual]] = {
        "list": (body, lambda width: (_grown(_LIST_WIDTH, width, _WIDEST_LIST), width)),
        "side": (upper, lambda width: (width, _side(width))),
        "below": (window.bottom, (240, 760, 500)),
    }
    window.arrangement = Arrangement(room.viewport(), borders, window.settings)
    window.side.follow(room.viewport())  # before the others, which go by its width


def _fill_side(window: Frame) -> None:
    window.side.setDocumentMode(True)
    bar = window.side.tabBar()
    bar.setExpanding(False)
    bar.setDrawBase(False)  # it would lie above the tabs
    bar.setAccessibleName(tr("Right panel"))
    window.side.addTab(window.points, tr("Points"))
    window.side.addTab(window.review_summary, tr("Errors"))
    window.side.addTab(window.breakdown, tr("Where"))
    window.side.addTab(window.what_moved, tr("Moved"))
    window.side.addTab(window.history, tr("History"))
    window.side.addTab(window.train_settings, tr("Settings"))
    window.side.currentChanged.connect(window.leave_page)


def _side(width: int) -> int:
    """Return the usual width of the panel in a window of ``width``."""
    narrow, usual = theme.sized(_LEAST_SIDE[1]), _grown(_SIDE_WIDTH, width, _WIDEST_SIDE)
    return narrow if width < _NARROW else usual


def _grown(usual: int, width: int, most: int) -> int:
    """Return the width of a part beside the picture in a window of ``width``."""
    return theme.sized(min(round(usual * max(1.0, width / _WIDE)), most))


def _divide(splitter: QSplitter, *widgets: QWidget) -> None:
    splitter.setHandleWidth(1)
    splitter.setChildrenCollapsible(False)
    for widget in widgets:
        theme.set_role(widget, widget.property("role") or "pane")
        splitter.addWidget(widget)
