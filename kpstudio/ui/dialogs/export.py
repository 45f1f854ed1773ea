"""Export: which faces, in which format, where; says beforehand what the format cannot hold."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from kpstudio.app.behind import Behind
from kpstudio.app.jobs import JobHandle, JobRunner
from kpstudio.app.language import in_digits, tr, translated
from kpstudio.core.errors import Cancelled, InputError
from kpstudio.core.labelset import Face, LabelSet
from kpstudio.core.matching import Chosen
from kpstudio.core.query_words import quoted
from kpstudio.core.texts import say
from kpstudio.io.exporting import ExportReport
from kpstudio.io.losses import losses_before
from kpstudio.io.registry import format_named, formats
from kpstudio.io.sharing import Sharing, export_to_share, planned_to_share
from kpstudio.ui import theme
from kpstudio.ui.asking import sure, tell_and_wait
from kpstudio.ui.dialogs.waiting import wait_for
from kpstudio.ui.panels.naming import in_capital
from kpstudio.ui.panels.path_line import PathLine
from kpstudio.ui.panels.room import Dialog, room_for


@dataclass(frozen=True)
class Listed:
    """What the list of faces offers to export.

    Attributes:
        shown: Ids of the faces it shows.
        filters: Names of the saved filters.
        choose: Returns the faces that a search finds, or raises InputError.
    """

    shown: Sequence[str]
    filters: Sequence[str]
    choose: Callable[[str], Chosen]


_PICTURES = {
    Sharing.REFER: (say("Leave in place; the files refer to them"), ""),
    Sharing.COPY: (
        say("Copy along, without metadata"),
        say(
            "Copies contain only pixels: no location, camera, date, names or previews. Reviewers' "
            "notes are left out. "
        ),
    ),
    Sharing.NONE: (
        say("Landmarks only"),
        say(
            "The files name the pictures, without their folders, but contain none of them. "
            "Reviewers' notes are left out. "
        ),
    ),
}
"""What may become of the pictures, and what that means."""

_FEW = 500
"""Of so many faces the pictures' sizes are looked at while somebody waits."""


class ExportDialog(Dialog):
    """Asks, writes, reads back and reports.

    Attributes:
        report: What was written, once the dialog is accepted.
    """

    def __init__(
        self,
        labels: LabelSet,
        selected: Sequence[str],
        default_format: str,
        parent: QWidget,
        listed: Listed | None = None,
    ) -> None:
        """Create it.

        Args:
            labels: The faces.
            selected: Ids of those selected in the list.
            default_format: The format to begin with.
            parent: The window.
            listed: What the list shows and can find; None where there is no list.
        """
        super().__init__(parent)
        self.setWindowTitle(tr("Export landmarks"))
        self.setMinimumWidth(520)
        self.report: ExportReport | None = None
        self._labels = labels
        self._jobs = JobRunner(self)
        self._listed = listed
        pointed = [face for face in labels if face.landmarks is not None]
        chosen = set(selected)
        self._choices: list[tuple[str, list[Face]]] = [
            (tr("All faces with points"), pointed),
            (tr("Only changed faces"), [face for face in pointed if face.changed]),
            (tr("Faces selected in the list"), [face for face in pointed if face.id in chosen]),
        ]
        if listed is not None:
            shown = set(listed.shown)
            in_list = [face for face in pointed if face.id in shown]
            self._choices.insert(2, (tr("Faces shown in the list"), in_list))
        self.search = _search_box(listed, self)
        self._group = QButtonGroup(self)
        self.format = QComboBox()
        for form in formats():
            self.format.addItem(form.title, form.name)
        self.format.setCurrentIndex(max(self.format.findData(default_format), 0))
        self.pictures = QComboBox()
        for sharing, (words, _) in _PICTURES.items():
            self.pictures.addItem(tr(words), sharing)
        self.folder = PathLine(str(labels.root.with_name(f"{labels.root.name}-exported")))
        self.folder.setAccessibleName(tr("Folder"))
        self._note = QLabel()
        self._note.setWordWrap(True)
        theme.set_role(self._note, "quiet")
        self._losses = _Losses(labels, self._jobs)
        self._lay_out()
        self._losses.changed.connect(self._make_room)
        self._group.idToggled.connect(lambda *_: self._describe())
        self.format.currentIndexChanged.connect(lambda _: self._describe())
        self.pictures.currentIndexChanged.connect(lambda _: self._describe())
        self.folder.textChanged.connect(lambda _: self._describe())
        self.search.editTextChanged.connect(lambda _: self._describe())
        self._describe()

    def _lay_out(self) -> None:
        which = QVBoxLayout()
        which.setSpacing(4)
        for number, (text, faces) in enumerate(self._choices):
            button = QRadioButton(f"{text} ({in_digits(len(faces), ',')})")
            button.setEnabled(bool(faces))
            button.setChecked(number == 0)
            self._group.addButton(button, number)
            which.addWidget(button)
        if self._listed is not None:
            found = QRadioButton(tr("Faces found by a search"))
            self._group.addButton(found, len(self._choices))
            which.addWidget(found)
            which.addWidget(self.search)
        browse = QPushButton(tr("Choose…"))
        browse.setAutoDefault(False)  # Enter in the folder's line is to export
        browse.clicked.connect(self._browse)
        place = QHBoxLayout()
        place.setSpacing(8)
        place.addWidget(self.folder, 1)
        place.addWidget(browse)
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(12)
        heading = QLabel(tr("Faces"))
        heading.setFixedHeight(self._group.button(0).sizeHint().height())  # in line with it
        form.addRow(heading, which)
        form.addRow(tr("Format"), self.format)
        form.addRow(tr("Pictures"), self.pictures)
        form.addRow(tr("Folder"), place)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.write_button = QPushButton(tr("Export"))
        theme.set_role(self.write_button, "", primary=True)
        self.buttons.addButton(self.write_button, QDialogButtonBox.ButtonRole.ActionRole)
        self.write_button.clicked.connect(self._write)
        self.buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 20)
        column.setSpacing(16)
        column.addLayout(form)
        column.addWidget(self._losses)
        column.addWidget(self._note)
        column.addStretch(1)
        column.addWidget(self.buttons)
        self.write_button.setDefault(True)  # once it is in the dialog: before, it goes unheard

    def _browse(self) -> None:
        target = self.target
        start = next((p for p in (target, *target.parents) if p.is_dir()), self._labels.root)
        folder = QFileDialog.getExistingDirectory(self, tr("Export to"), str(start))
        if folder:
            self.folder.setText(folder)

    @property
    def faces(self) -> list[Face]:
        """The faces that would be written.

        Raises:
            InputError: If they are those of a search, and it is wrong or finds none.
        """
        number = max(self._group.checkedId(), 0)
        if self._listed is None or number < len(self._choices):
            return self._choices[number][1]
        text = self.search.currentText()
        if not text.strip():
            raise InputError(tr("Write a search, or choose a saved filter"))
        found = self._listed.choose(text)
        pointed = [face for face in found.faces if face.landmarks is not None]
        if not pointed:
            raise InputError(tr("no face that matches {text!r} has points", text=text))
        return pointed

    def _describe(self) -> None:
        form = format_named(str(self.format.currentData()))
        searched = self._group.checkedId() == len(self._choices)
        self.search.setEnabled(searched)
        try:
            faces = self.faces
        except InputError as error:
            self._note.setText(f"{in_capital(translated(error))}.")
            self._losses.show_nothing()
            self.write_button.setEnabled(False)
            return
        which = self._group.checkedId(), self.search.currentText() if searched else ""
        self._losses.show_of(faces, form.name, which)
        among = self.target == self._labels.root
        found = tr("{count} found. ", count=len(faces)) if searched else ""
        kept = "" if among else tr("The original files stay as they are.")
        kept = tr(_PICTURES[self.sharing][1]) + kept
        self._note.setText(f"{found}{kept}".strip())
        self.write_button.setEnabled(bool(faces) and bool(self.folder.text().strip()))
        self._make_room()

    def _make_room(self) -> None:
        """Grow with what is said, instead of squeezing the fields."""
        layout = self.layout()
        if layout is not None and layout.hasHeightForWidth():
            needed = layout.totalHeightForWidth(self.width())
            height = min(max(self.height(), needed), room_for(self).height())
            self.resize(self.width(), height)

    @property
    def sharing(self) -> Sharing:
        """What becomes of the pictures."""
        return Sharing(self.pictures.currentData())

    @property
    def target(self) -> Path:
        """Return where to write; what is typed without a root counts from the open folder."""
        folder = Path(self.folder.text().strip())
        with contextlib.suppress(RuntimeError):  # "~somebody" whose home nobody knows
            folder = folder.expanduser()
        return Path(os.path.normpath(self._labels.root / folder))

    def _write(self) -> None:
        name, folder = str(self.format.currentData()), self.target
        labels, faces, sharing = self._labels, self.faces, self.sharing

        def work(handle: JobHandle) -> ExportReport:
            return export_to_share(
                labels, faces, name, folder, sharing, bool(taken), handle.progress
            )

        def look(handle: JobHandle) -> list[Path]:
            planned = planned_to_share(labels, faces, name, folder, sharing, handle.progress)
            return [path for path in planned if path.exists()]

        try:
            taken = wait_for(
                self._jobs, look, tr("Checking what is already there…"), self, reads=True
            )
            if taken and not self._may_replace(taken):
                return
            self.report = wait_for(self._jobs, work, tr("Writing the landmarks…"), self)
        except Cancelled:
            self._note.setText(tr("Cancelled. Files already written are kept."))
            return
        except InputError as error:
            tell_and_wait(self, tr("Not exported"), translated(error))
            return
        self.accept()

    def _may_replace(self, taken: Sequence[Path]) -> bool:
        more = tr(" and {count} more", count=len(taken) - 1) if len(taken) > 1 else ""
        there = tr(
            "{name}{more} already exist in {parent}.",
            name=taken[0].name,
            more=more,
            parent=taken[0].parent,
        )
        return sure(self, tr("Replace files?"), there, tr("Replace"))


def _search_box(listed: Listed | None, parent: QWidget) -> QComboBox:
    box = QComboBox(parent)
    box.setVisible(listed is not None)
    box.setEditable(True)
    box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
    box.setAccessibleName(tr("Search for the faces to export"))
    box.addItems([f"@{quoted(name)}" for name in listed.filters] if listed else [])
    box.setCurrentIndex(-1)
    line = box.lineEdit()
    assert line is not None
    line.setPlaceholderText("@mine, state:checked -tag:glasses…")
    return box


class _Losses(QLabel):
    """The list of what the chosen format would lose of the chosen faces.

    Signals:
        changed: it says something else.
    """

    changed = Signal()

    def __init__(self, labels: LabelSet, jobs: JobRunner) -> None:
        super().__init__()
        self._labels = labels
        self._behind = Behind(jobs, self)
        self._behind.failed.connect(self._tell)
        self._known: dict[tuple[object, ...], str] = {}
        self._asked: tuple[object, ...] = ()
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.PlainText)
        theme.set_role(self, "quiet")

    def show_of(self, faces: Sequence[Face], form: str, choice: tuple[object, ...]) -> None:
        """Show what exporting ``faces`` loses; ``choice`` tells which they are."""
        key = (form, *choice)
        if key not in self._known and not (self._behind.busy and key == self._asked):
            self._asked = key
            self._tell(tr("Checking what the format can store…"))
            look = partial(losses_before, self._labels, tuple(faces), form, len(faces) <= _FEW)
            self._behind.work_out(look, partial(self._take, key), len(faces), key)
        if key in self._known:
            self._behind.stop()
            self._tell(self._known[key])

    def show_nothing(self) -> None:
        """Show that there is nothing to export."""
        self._behind.stop()
        self._tell("")

    def _take(self, key: tuple[object, ...], lost: Sequence[str]) -> None:
        self._known[key] = "\n".join(f"• {translated(sentence)}." for sentence in lost)
        self._tell(self._known[key])

    def _tell(self, words: str) -> None:
        self.setText(words)
        self.setVisible(bool(words))
        self.changed.emit()
