"""The gallery: the faces of the list as a grid of pictures with points and numbers."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSlider, QStackedLayout, QVBoxLayout, QWidget

from kpstudio.app.face_list import FaceListModel
from kpstudio.app.language import tr, tr_count
from kpstudio.app.run_book import RunBook
from kpstudio.app.session import Session
from kpstudio.app.thumbnails import ThumbnailLoader
from kpstudio.ui import theme
from kpstudio.ui.panels.gallery_cells import CellPainter, Layers
from kpstudio.ui.panels.gallery_view import GalleryView, largest_whole
from kpstudio.ui.panels.parts import EmptyState, Header

SMALLEST, LARGEST, USUAL = 72, 640, 160
_STEP = 16
_ROOMY = 440
"""In less width the slider is short, for the sake of the words beside it."""
_COLUMNS = 8
"""In a wide window pictures are so large that no more stand in a row, until somebody says."""


class Gallery(QWidget):
    """A grid in the middle of the window, with a slider for the size of its pictures.

    Signals:
        opened: id of a face that a person wants to see large.
    """

    opened = Signal(str)

    def __init__(
        self,
        session: Session,
        runs: RunBook,
        model: FaceListModel,
        selection: QItemSelectionModel,
        thumbnails: ThumbnailLoader,
        parent: QWidget | None = None,
    ) -> None:
        """Create it.

        Args:
            session: Of the open folder.
            runs: Knows the predictions.
            model: The list that it shows.
            selection: Of the list.
            thumbnails: Makes its pictures.
            parent: Its parent.
        """
        super().__init__(parent)
        self._model = model
        self._cells = CellPainter(session, runs, model, thumbnails)
        self.view = GalleryView(model, selection, self._cells)
        self.header = Header(tr("Gallery"))
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(SMALLEST, LARGEST)
        self.slider.setSingleStep(_STEP)
        self.slider.setPageStep(2 * _STEP)
        self.slider.setToolTip(tr("Size of the pictures (Ctrl + wheel)"))
        self.slider.setAccessibleName(tr("Size of the pictures"))
        self.header.row.addWidget(self.slider)
        body = QWidget()
        self._stack = QStackedLayout(body)
        self._nothing = EmptyState("")
        self._stack.addWidget(self._nothing)
        self._stack.addWidget(self.view)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(body, 1)
        self._by_hand = False
        self._connect(session, runs, thumbnails)
        self._follow(USUAL)
        self._counted(0, 0)

    def _connect(self, session: Session, runs: RunBook, thumbnails: ThumbnailLoader) -> None:
        for signal in (session.opened, session.reread):
            signal.connect(self._cells.forget)
        update = self.view.viewport().update
        for signal in (thumbnails.dropped, runs.predictions_changed):
            signal.connect(update)
        thumbnails.loaded.connect(self.view.show_thumbnail)
        theme.bus.changed.connect(update)
        self.view.verticalScrollBar().valueChanged.connect(thumbnails.drop_waiting)
        self.slider.valueChanged.connect(self._resize_cells)
        self.view.size_asked.connect(
            lambda way: self.slider.setValue(self.slider.value() + way * _STEP)
        )
        self.view.activated.connect(self._open)
        self._model.counted.connect(self._counted)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Have larger pictures in a wide window."""
        super().resizeEvent(event)
        self.slider.setFixedWidth(140 if event.size().width() >= _ROOMY else 64)
        if not self._by_hand:
            side = max(USUAL, event.size().width() // _COLUMNS)
            height = event.size().height() - self.header.height()
            self._follow(min(side, largest_whole(height)))

    def _follow(self, side: int) -> None:
        self.slider.setValue(side)
        self._by_hand = False

    def _resize_cells(self, side: int) -> None:
        self._by_hand = True
        self.view.set_side(side)

    def set_layers(self, layers: Layers) -> None:
        """Draw other things over the pictures."""
        self._cells.layers = layers
        self.view.viewport().update()

    def _open(self, index: QModelIndex) -> None:
        self.opened.emit(self._model.face_ids[index.row()])

    def _counted(self, shown: int, total: int) -> None:
        no_match = tr("No face matches the search.")
        self._nothing.label.setText(no_match if total else tr("The list is empty."))
        faces = tr_count("1 face", "{count:,} faces", shown)
        turned = tr(", reversed") if self._model.backwards else ""
        self.header.note.setText(
            f"{faces} · {tr(self._model.order.value)}{turned}" if shown else ""
        )
        self._stack.setCurrentIndex(1 if shown else 0)
