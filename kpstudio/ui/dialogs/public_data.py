"""Public sets: choose one, read and accept its terms, fetch it, watch it come."""

from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from kpstudio.app.language import tr, translated
from kpstudio.core.errors import InputError
from kpstudio.public.catalogue import PublicSet, size_words
from kpstudio.tasks.getting import FETCHING, Step, check_place, discard, kept
from kpstudio.ui import theme
from kpstudio.ui.dialogs.public_card import PublicCard
from kpstudio.ui.panels.part_menu import offer_table
from kpstudio.ui.panels.parts import hairline, two_lines
from kpstudio.ui.panels.room import Dialog, give_size

_STEPS = 1000
_LIST_WIDTH = 300
_ROW = 56
_INSIDE = 16

_Index = QModelIndex | QPersistentModelIndex


class PublicDataDialog(Dialog):
    """Asks what to get and where to; whoever listens does the fetching.

    Closing it while something comes hides it; the download goes on.

    Signals:
        wanted: (the set, the folder to make, the files fetched by hand), its terms accepted.
        left: the person no longer wants what is coming; what has come is kept.
    """

    wanted = Signal(object, object, object)
    left = Signal()

    def __init__(self, sets: Sequence[PublicSet], place: Path, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Get public data"))
        give_size(self, 940, 600)
        self.place = place
        self._sets = tuple(sets)
        self._coming = False
        self._pace = Pace()
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Public sets"))
        offer_table(self.list)
        self.list.setItemDelegate(_Rows(self.list))
        self.card = PublicCard()
        self.accept_terms = QCheckBox(tr("I accept these terms"))
        self.get = QPushButton(tr("Download to…"))
        theme.set_role(self.get, "", primary=True)
        self.discard = QPushButton(tr("Discard"))
        self.discard.setFlat(True)
        self.close_button = QPushButton(tr("Close"))
        self.cancel = QPushButton(tr("Cancel"))
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setRange(0, _STEPS)
        self.note = QLabel()
        self.note.setTextFormat(Qt.TextFormat.PlainText)
        self.note.setWordWrap(True)
        theme.set_role(self.note, "quiet")
        self._lay_out()
        self._fill()

    def _lay_out(self) -> None:
        for button in (self.get, self.close_button, self.cancel, self.discard):
            button.setAutoDefault(False)  # Enter in the list must not begin a download
        self.list.setFixedWidth(_LIST_WIDTH)
        upper = QHBoxLayout()
        upper.setSpacing(0)
        upper.addWidget(self.list)
        upper.addWidget(hairline(upright=True))
        upper.addWidget(self.card, 1)
        self.note.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        words = QVBoxLayout()
        words.setSpacing(8)
        words.addWidget(self.accept_terms)
        words.addWidget(self.bar)
        words.addWidget(self.note)
        lower = QHBoxLayout()
        lower.setContentsMargins(20, 12, 20, 16)
        lower.setSpacing(8)
        lower.addLayout(words, 1)
        lower.addSpacing(12)
        for button in (self.discard, self.get, self.cancel, self.close_button):
            lower.addWidget(button, 0, Qt.AlignmentFlag.AlignBottom)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(upper, 1)
        column.addWidget(hairline())
        column.addLayout(lower)

    def _fill(self) -> None:
        for one in self._sets:
            points = (
                tr("{points} points", points=one.points) if one.points else tr("points not stated")
            )
            faces = (
                tr("{faces:,} faces", faces=one.faces) if one.faces else translated(one.size_words)
            )
            item = QListWidgetItem(one.title)
            item.setData(_Rows.BELOW, f"{points} · {faces}")
            item.setToolTip(translated(one.holds))
            self.list.addItem(item)
        self.list.currentRowChanged.connect(lambda _: self._show_chosen())
        self.accept_terms.toggled.connect(lambda _: self._update())
        self.get.clicked.connect(self._ask_where)
        self.cancel.clicked.connect(self.left)
        self.discard.clicked.connect(self._throw_away)
        self.close_button.clicked.connect(self.reject)
        self.list.setCurrentRow(0)

    @property
    def chosen(self) -> PublicSet:
        """The set that is shown."""
        return self._sets[max(self.list.currentRow(), 0)]

    @property
    def target(self) -> Path:
        """The folder that would be made in the place last used."""
        return self.place / self.chosen.name

    def _show_chosen(self) -> None:
        self.accept_terms.setChecked(False)  # each set has its own terms
        self.card.show_set(self.chosen)
        waiting = kept(self.chosen, self.target)
        if waiting:
            self.tell(
                tr(
                    "{size_words} have already been downloaded to {place}.",
                    size_words=size_words(waiting),
                    place=self.place,
                )
            )
        else:
            self.tell(translated(self.chosen.by_hand or ""))
        self._update()

    def _update(self) -> None:
        by_hand = bool(self.chosen.fetched_by_hand)
        waiting = bool(kept(self.chosen, self.target))
        self.get.setText(
            tr("Open the downloaded file…")
            if by_hand
            else tr("Continue")
            if waiting
            else tr("Download to…")
        )
        self.get.setEnabled(self.accept_terms.isChecked())
        self.get.setToolTip("" if self.accept_terms.isChecked() else tr("Accept the terms first"))
        for asking in (self.get, self.accept_terms):
            asking.setVisible(not self._coming)
        for coming in (self.bar, self.cancel):
            coming.setVisible(self._coming)
        self.discard.setVisible(waiting and not self._coming)
        self.list.setEnabled(not self._coming)
        self.close_button.setText(tr("Hide") if self._coming else tr("Close"))

    def _throw_away(self) -> None:
        discard(self.target)
        self._show_chosen()

    def _ask_where(self) -> None:
        one, given = self.chosen, list[Path]()
        if one.fetched_by_hand:
            names = ", ".join(file.name for file in one.fetched_by_hand)
            paths, _ = QFileDialog.getOpenFileNames(
                self, tr("Open {names}", names=names), str(Path.home())
            )
            given = [Path(path) for path in paths]
            if not given:
                return
        if not kept(one, self.target):
            start = self.place if self.place.is_dir() else Path.home()
            title = tr("Choose where to create the folder “{name}”", name=one.name)
            folder = QFileDialog.getExistingDirectory(self, title, str(start))
            if not folder:
                return
            self.place = Path(folder)
        try:
            check_place(self.target)
        except InputError as error:
            self.tell(translated(error), bad=True)
            return
        self.wanted.emit(one, self.target, given)

    # What comes

    def begin(self) -> None:
        """Show that the chosen set is coming."""
        self._coming = True
        self._pace = Pace()
        self.bar.setRange(0, 0)
        self.tell(tr("Connecting…"))
        self._update()
        self.close_button.setFocus()

    def show_step(self, step: Step) -> None:
        """Show how far it is."""
        self.bar.setRange(0, _STEPS if step.total else 0)
        if step.total:
            self.bar.setValue(round(_STEPS * min(step.done / step.total, 1.0)))
        self.tell(self._pace.words(step))

    def end(self, message: str = "", bad: bool = False) -> None:
        """Show that nothing comes any more, and say why."""
        self._coming = False
        self._show_chosen()
        self.accept_terms.setFocus()  # without which it cannot be tried again
        if message:
            self.tell(message, bad)

    def tell(self, message: str, bad: bool = False) -> None:
        """Say something below the card."""
        self.note.setText(message)
        self.note.setVisible(bool(message))
        theme.set_role(self.note, "problem" if bad else "quiet")


class _Rows(QStyledItemDelegate):
    """Draws a set as two lines: its title, and quietly what it has."""

    BELOW = Qt.ItemDataRole.UserRole

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return the height of two lines."""
        return QSize(0, two_lines(_ROW, 8))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw one set."""
        self.initStyleOption(option, index)
        title, option.text = option.text, ""
        style = option.widget.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        chosen = option.state & QStyle.StateFlag.State_Selected
        colours = theme.current().on_selection if chosen else theme.current()
        room = option.rect.adjusted(_INSIDE, 8, -_INSIDE, -8)
        lines = (
            (title, colours.text, theme.TEXT_PX, Qt.AlignmentFlag.AlignTop),
            (
                str(index.data(self.BELOW)),
                colours.quiet,
                theme.QUIET_PX,
                Qt.AlignmentFlag.AlignBottom,
            ),
        )
        painter.save()
        for words, colour, pixels, edge in lines:
            painter.setFont(theme.text_font(pixels))
            painter.setPen(QColor(colour))
            cut = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room, edge | Qt.AlignmentFlag.AlignLeft, cut)
        painter.restore()


class Pace:
    """Speed and time left of what is coming."""

    def __init__(self) -> None:
        self._file = ""
        self._began = (0.0, 0)

    def words(self, step: Step) -> str:
        """Return "imm.zip: 12.3 MB of 28.0 MB · 1.2 MB/s · 0:13 left", as far as it is known."""
        now = time.monotonic()
        if step.file != self._file:
            self._file, self._began = step.file, (now, step.done)
        many = (
            tr(" ({number} of {files})", number=step.number, files=step.files)
            if step.files > 1
            else ""
        )
        whole = tr(" of {size_words}", size_words=size_words(step.total)) if step.total else ""
        if step.what != FETCHING:
            return tr(
                "Unpacking {file}{many}: {size_words}{whole}",
                file=step.file,
                many=many,
                size_words=size_words(step.done),
                whole=whole,
            )
        words = f"{step.file}{many}: {translated(size_words(step.done))}{whole}"
        seconds = now - self._began[0]
        speed = (step.done - self._began[1]) / seconds if seconds >= 1.0 else 0.0
        if speed > 0:
            words += f" · {translated(size_words(round(speed)))}/s"
            if step.total:
                left = round((step.total - step.done) / speed)
                minutes, seconds_left = divmod(left, 60)
                words += tr(
                    " · {minutes}:{seconds_left:02} left",
                    minutes=minutes,
                    seconds_left=seconds_left,
                )
        return words
