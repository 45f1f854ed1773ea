"""Two label sets name the same pictures: shows both and asks which counts."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from kpstudio.app.language import tr, translated
from kpstudio.app.pictures import PictureLoader
from kpstudio.core.labelset import Face
from kpstudio.io.choosing import LabelChoice, LabelChoiceNeeded, LabelSource, Meeting
from kpstudio.ui import theme
from kpstudio.ui.canvas.content import FaceView
from kpstudio.ui.dialogs.face_preview import FacePreview
from kpstudio.ui.panels.parts import Elided, plain, quiet
from kpstudio.ui.panels.room import Dialog, Room, give_size


def groups_of(needed: LabelChoiceNeeded) -> list[list[LabelSource]]:
    """Return the sets that meet, directly or through others, together."""
    groups: list[set[str]] = []
    for meeting in needed.meetings:
        touched = [group for group in groups if group & {meeting.a, meeting.b}]
        groups = [group for group in groups if group not in touched]
        groups.append(set().union({meeting.a, meeting.b}, *touched))
    return [[source for source in needed.sources if source.name in group] for group in groups]


class SourceForm(QWidget):
    """The question about sets that meet: whose points, whose boxes, and what of the rest.

    Signals:
        changed: another answer was given.
    """

    changed = Signal()

    def __init__(self, sources: Sequence[LabelSource], meetings: Sequence[Meeting]) -> None:
        super().__init__()
        self.sources = tuple(sources)
        self.meetings = tuple(meetings)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 12)
        column.setSpacing(8)
        for meeting in meetings:
            column.addWidget(plain(translated(meeting)))
        self.points = QButtonGroup(self)
        for number, source in enumerate(sources):
            button = QRadioButton(source.name)
            button.setChecked(number == 0)
            self.points.addButton(button, number)
            column.addWidget(button)
            detail = plain(translated(source.words), "quiet")
            detail.setContentsMargins(24, 0, 0, 4)
            column.addWidget(detail)
        self.boxes = QComboBox()
        self.boxes.setAccessibleName(tr("Boxes"))
        self._boxes_row = QWidget()
        row = QHBoxLayout(self._boxes_row)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(QLabel(tr("Boxes")))
        row.addWidget(self.boxes, 1)
        column.addWidget(self._boxes_row)
        self.fill = QCheckBox(tr("Use the other sets for pictures it does not label"))
        self.fill.setChecked(True)
        column.addWidget(self.fill)
        self.points.idToggled.connect(lambda _, on: self._choose() if on else None)
        self.boxes.currentIndexChanged.connect(lambda _: self.changed.emit())
        self._choose()

    @property
    def chosen(self) -> LabelSource:
        """The set whose points count."""
        return self.sources[max(self.points.checkedId(), 0)]

    @property
    def others(self) -> tuple[LabelSource, ...]:
        """The sets that were not chosen."""
        return tuple(source for source in self.sources if source is not self.chosen)

    def answer(self) -> LabelChoice:
        """Return what was chosen."""
        rest = [source.name for source in self.others] if self._can_fill() else []
        boxes = self.boxes.currentData()
        points = (self.chosen.name, *(rest if self.fill.isChecked() else ()))
        return LabelChoice(points, (boxes,) if boxes else ())

    def _can_fill(self) -> bool:
        shared = {name: m.pictures for m in self.meetings for name in (m.a, m.b)}
        return any(other.pictures > shared[other.name] for other in self.others)

    def _choose(self) -> None:
        own = tr("its own") if self.chosen.boxes else tr("none")
        self.boxes.blockSignals(True)
        self.boxes.clear()
        self.boxes.addItem(own, "")
        for other in self.others:
            if other.boxes and self.chosen.points:
                self.boxes.addItem(tr("from {name}", name=other.name), other.name)
        if not self.chosen.boxes and self.boxes.count() > 1:
            self.boxes.setCurrentIndex(1)
        self.boxes.blockSignals(False)
        self._boxes_row.setVisible(self.boxes.count() > 1)
        self.fill.setVisible(self._can_fill())
        self.changed.emit()


class LabelChoiceDialog(Dialog):
    """Shows the sets on pictures that both label, and asks which counts."""

    def __init__(self, needed: LabelChoiceNeeded, pictures: PictureLoader, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Which labels should be used?"))
        give_size(self, 960, 600)
        self._root, self._why = needed.root, needed.why
        self._place = 0
        self.forms = [
            SourceForm(group, [m for m in needed.meetings if m.a in {s.name for s in group}])
            for group in groups_of(needed)
        ]
        self._shown = self.forms[0]
        self.preview = FacePreview(pictures)
        self._lay_out()
        for form in self.forms:
            form.changed.connect(lambda form=form: self._show_form(form))
        self._show()

    def _lay_out(self) -> None:
        questions = QWidget()
        column = QVBoxLayout(questions)
        column.setContentsMargins(0, 0, 12, 0)
        column.setSpacing(12)
        name = self._root.name
        if self._why:
            column.addWidget(plain(tr("{why}: choose again.", why=self._why)))
        column.addWidget(
            plain(tr("“{name}” has several label sets for the same pictures.", name=name))
        )
        for form in self.forms:
            column.addWidget(form)
        again = tr("The project remembers your choice; File, Choose label set… asks again.")
        column.addWidget(plain(again, "quiet"))
        column.addStretch(1)
        scroll = Room(questions, sideways=False)
        scroll.setFixedWidth(380)
        body = QHBoxLayout()
        body.setSpacing(16)
        body.addWidget(scroll)
        body.addLayout(self._viewer(), 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.open_button = QPushButton(tr("Open"))
        theme.set_role(self.open_button, "", primary=True)
        buttons.addButton(self.open_button, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(20, 20, 20, 20)
        whole.setSpacing(16)
        whole.addLayout(body, 1)
        whole.addWidget(buttons)
        self.open_button.setDefault(True)

    def _viewer(self) -> QVBoxLayout:
        self.back, self.on = QPushButton(tr("Previous")), QPushButton(tr("Next"))
        for button, step in ((self.back, -1), (self.on, 1)):
            button.setAutoDefault(False)
            button.clicked.connect(lambda _=False, step=step: self._step(step))
        self._name, self._which = Elided(Qt.TextElideMode.ElideLeft), quiet(wrap=False)
        theme.set_role(self._name, "quiet")
        for words in (self._name, self._which):
            words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        row = QHBoxLayout()
        row.addWidget(self.back)
        row.addWidget(self._which, 1)
        row.addWidget(self.on)
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addWidget(self.preview, 1)
        column.addWidget(self._name)
        column.addLayout(row)
        return column

    @property
    def choice(self) -> LabelChoice:
        """What was chosen."""
        answers = [form.answer() for form in self.forms]
        return LabelChoice(
            tuple(name for answer in answers for name in answer.points),
            tuple(name for answer in answers for name in answer.boxes),
        )

    # The preview

    def _show_form(self, form: SourceForm) -> None:
        if form is not self._shown:
            self._shown, self._place = form, 0
        self._show()

    def _step(self, step: int) -> None:
        self._place += step
        self._show()

    @property
    def _meeting(self) -> Meeting:
        chosen = self._shown.chosen.name
        return next((m for m in self._shown.meetings if chosen in (m.a, m.b)),
                    self._shown.meetings[0])  # fmt: skip

    def _show(self) -> None:
        meeting = self._meeting
        count = len(meeting.examples)
        self._place = min(max(self._place, 0), count - 1)
        self.back.setEnabled(self._place > 0)
        self.on.setEnabled(self._place < count - 1)
        self._name.setText(str(meeting.examples[self._place][0]))
        self._which.setText(f"{self._place + 1} / {count}")
        chosen = self._shown.chosen.name
        other = meeting.b if chosen == meeting.a else meeting.a
        self.preview.name(chosen, other)
        picture, ones, others = meeting.examples[self._place]
        if chosen != meeting.a:
            ones, others = others, ones
        views = [_view(face, theirs) for face, theirs in _paired(ones, others)]
        self.preview.show_faces(self._root / picture, views)


def _paired(ones: Sequence[Face], others: Sequence[Face]) -> list[tuple[Face | None, Face | None]]:
    count = max(len(ones), len(others))
    return [
        (ones[k] if k < len(ones) else None, others[k] if k < len(others) else None)
        for k in range(count)
    ]


def _view(face: Face | None, other: Face | None) -> FaceView:
    box = (face.box if face else None) or (other.box if other else None)
    return FaceView(
        face.id if face else other.id if other else "",
        face.landmarks if face else None,
        other.landmarks if other else None,
        box,
    )
