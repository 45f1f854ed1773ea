"""The page of the label doctor: what is odd, pictures that show it, and what would be done."""

from __future__ import annotations

import html
from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QProgressBar,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from kpstudio.app.doctor import LabelDoctor
from kpstudio.app.language import in_digits, tr, tr_count
from kpstudio.core.texts import say
from kpstudio.doctor.finding import Finding, Severity
from kpstudio.doctor.proof import Inks
from kpstudio.io.images import UInt8Array
from kpstudio.ui import theme
from kpstudio.ui.dialogs.proofs import Proofs
from kpstudio.ui.panels.part_menu import PartMenu, add, add_copy_table
from kpstudio.ui.panels.parts import EmptyState, quiet
from kpstudio.ui.panels.room import Dialog, give_size

_LEFT = 16
_ROOMY = 320
"""In a lower view the pictures have the room of what is told elsewhere as well."""
_TONES = {Severity.FAULT: "danger", Severity.DOUBT: "accent", Severity.NOTE: ""}
_SEVERITIES = {
    Severity.FAULT: say("Fault"),
    Severity.DOUBT: say("Doubt"),
    Severity.NOTE: say("Note"),
}
_LEGEND = (
    ("●", say("as they are")),
    ("●", say("as they would be")),
    ("—", say("which number goes where")),
)
"""Marks of what a proof shows, in the order of `Inks`."""


class LabelDoctorDialog(Dialog):
    """Lists findings at the left and shows the chosen one at the right.

    Signals:
        faces_wanted: a finding whose faces a person wants to see in the window.
    """

    faces_wanted = Signal(object)

    def __init__(self, doctor: LabelDoctor, faces: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Check labels"))
        give_size(self, 1080, 660)
        self._doctor = doctor
        self._faces = faces
        self.list = QListWidget()
        self.list.setWordWrap(True)
        theme.set_role(self.list, "wrapped")
        self.list.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.list.setAccessibleName(tr("Findings"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setSpacing(2)
        self.list.setResizeMode(QListWidget.ResizeMode.Adjust)  # each row has the lines it needs
        self.list.setMinimumWidth(104)
        self.detail = FindingView()
        self.empty = EmptyState("")
        self.pages = QStackedWidget()
        self.pages.addWidget(self.empty)
        self.pages.addWidget(self._two_sides())
        self._progress = QProgressBar()
        self._progress.setTextVisible(False)
        self._words = quiet()
        self._words.setTextFormat(Qt.TextFormat.RichText)
        self.again = QPushButton(tr("Check again"))
        self.cancel = QPushButton(tr("Cancel"))
        self._close = QPushButton(tr("Close"))
        self._lay_out()
        self._connect()
        self._refresh()

    def _two_sides(self) -> QWidget:
        sides = QSplitter(Qt.Orientation.Horizontal)
        sides.setChildrenCollapsible(False)
        sides.setHandleWidth(1)
        sides.addWidget(self.list)
        sides.addWidget(self.detail)
        for place, share in enumerate((1, 2)):
            sides.setStretchFactor(place, share)
        sides.setSizes([340, 740])
        return sides

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self._words, 1)
        foot.addWidget(self._progress)
        foot.addWidget(self.cancel)
        foot.addWidget(self.again)
        foot.addWidget(self._close)
        self._progress.setFixedWidth(200)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 16)
        column.setSpacing(12)
        column.addWidget(self.pages, 1)
        column.addLayout(foot)

    def _connect(self) -> None:
        doctor = self._doctor
        doctor.progressed.connect(self._progressed)
        doctor.ended.connect(self._show_found)
        doctor.decided.connect(self._refresh)
        doctor.proved.connect(self.detail.show_proof)
        theme.bus.changed.connect(self._refresh)
        self.list.currentRowChanged.connect(self._choose)
        PartMenu(self.list, self._fill_menu)
        self.again.clicked.connect(self.examine)
        self.cancel.clicked.connect(doctor.cancel_examination)
        self._close.clicked.connect(self.close)
        self.finished.connect(doctor.cancel)
        self.detail.apply.clicked.connect(lambda: self._decide(doctor.apply))
        self.detail.dismiss.clicked.connect(lambda: self._decide(doctor.dismiss))
        self.detail.show_faces.clicked.connect(lambda: self._decide(self.faces_wanted.emit))

    def _fill_menu(self, menu: QMenu, _place: object) -> None:
        for button in (self.detail.show_faces, self.detail.apply, self.detail.dismiss):
            add(menu, button.text(), button.click, button.isEnabled())
        menu.addSeparator()
        add_copy_table(menu, self.list)

    @property
    def chosen(self) -> Finding | None:
        """The finding in view."""
        row = self.list.currentRow()
        return self._doctor.findings[row] if 0 <= row < len(self._doctor.findings) else None

    def examine(self) -> None:
        """Look at the labels anew."""
        self._doctor.examine()
        self._refresh()

    def _decide(self, act: Callable[[Finding], object]) -> None:
        if self.chosen is not None:
            act(self.chosen)

    def _progressed(self, done: int, total: int) -> None:
        self._progress.setRange(0, total)
        self._progress.setValue(done)

    def _show_found(self) -> None:
        """Show what was found, ready for the keys: Enter shows its faces, and closes nothing."""
        self._refresh()
        found = bool(self._doctor.findings)
        (self.detail.show_faces if found else self._close).setDefault(True)
        (self.list if found else self._close).setFocus()

    def _refresh(self) -> None:
        """Show the findings as they are now."""
        running, findings = self._doctor.running, self._doctor.findings
        for widget in (self._progress, self.cancel):
            widget.setVisible(running)
        self.again.setVisible(not running)
        row = max(self.list.currentRow(), 0)
        self.list.clear()
        for finding in findings:
            self.list.addItem(_item(finding))
        if running:
            self.empty.label.setText(tr("Checking points and pictures…"))
            self._progress.setRange(0, 0)
        else:
            faces = tr_count("1 face", "{count:,} faces", self._faces)
            self.empty.label.setText(tr("No problems found in {faces}.", faces=faces))
        shown = bool(findings) and not running
        self._words.setText(_legend() if shown else "")
        self.pages.setCurrentIndex(1 if shown else 0)
        if shown:
            self.list.setCurrentRow(min(row, len(findings) - 1))

    def _choose(self) -> None:
        finding = self.chosen
        if finding is not None:
            self.detail.show_finding(finding)
            self._doctor.prove(finding, _inks())


def _inks() -> Inks:
    """Return what proofs are drawn with: the colours that points have on the picture."""
    data = theme.current().data
    return Inks(data.prediction, data.ground_truth, data.offset)


def _legend() -> str:
    marks = zip(_inks(), _LEGEND, strict=True)
    return " &nbsp; ".join(
        f'<span style="color:{theme.in_words(ink)}">{mark}</span> {html.escape(tr(words))}'
        for ink, (mark, words) in marks
    )


def _item(finding: Finding) -> QListWidgetItem:
    count = len(finding.faces)
    faces = f" · {tr_count('1 face', '{count:,} faces', count)}" if count else ""
    item = QListWidgetItem(f"{tr(_SEVERITIES[finding.severity])}{faces}\n{tr(finding.sentence)}")
    item.setToolTip(tr(finding.sentence))
    return item


class FindingView(QWidget):
    """One finding: what is odd, what would be done, and the proof."""

    def __init__(self) -> None:
        super().__init__()
        self._key = ""
        self.severity = QLabel()
        theme.set_role(self.severity, "badge")
        self.sentence = QLabel()
        self.sentence.setWordWrap(True)
        theme.set_role(self.sentence, "heading")
        self.remedy = QLabel()
        self.remedy.setWordWrap(True)
        self.figures = quiet()
        self.apply = QPushButton(tr("Apply"))
        self.apply.setProperty("primary", True)
        self.dismiss = QPushButton(tr("This is correct"))
        self.dismiss.setToolTip(tr("Keep the labels as they are and do not report this again"))
        self.show_faces = QPushButton(tr("Show faces"))
        self._proofs = Proofs()
        self._lay_out()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.severity)
        top.addStretch(1)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self.apply, self.dismiss, self.show_faces):
            buttons.addWidget(button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(_LEFT, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(top)
        for widget in (self.sentence, self.remedy, self.figures):
            column.addWidget(widget)
        column.addLayout(buttons)
        column.addWidget(self._proofs, 1)

    @property
    def proofs(self) -> Sequence[QLabel]:
        """The pictures shown."""
        return self._proofs.labels

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the pictures what room there is in a low dialog: the list tells the rest, too."""
        super().resizeEvent(event)
        self._share_room()

    def _share_room(self) -> None:
        roomy = self.height() >= _ROOMY
        self.severity.setVisible(roomy)
        self.figures.setVisible(roomy and bool(self.figures.text()))

    def show_finding(self, finding: Finding) -> None:
        """Show another finding; its proofs come later."""
        self._key = finding.key
        self.severity.setText(tr(_SEVERITIES[finding.severity]))
        theme.set_role(self.severity, "badge", tone=_TONES[finding.severity])
        self.severity.updateGeometry()
        self.sentence.setText(tr(finding.sentence))
        self.remedy.setText(tr(finding.remedy))
        told = "   ".join(f"{tr(name)} {_figure(value)}" for name, value in finding.figures.items())
        self.figures.setText(told)
        self.sentence.setToolTip(told)
        self._share_room()
        self.apply.setEnabled(finding.repair is not None)
        self.show_faces.setEnabled(bool(finding.faces))
        self._proofs.clear()

    def show_proof(self, key: str, face_id: str, picture: UInt8Array) -> None:
        """Add a proof of the finding ``key``; one of another finding comes too late."""
        if key != self._key:
            return
        self._proofs.add(picture, face_id.rpartition("#")[0])


def _figure(value: float) -> str:
    return in_digits(value, ",.0f") if value == int(value) else in_digits(value, ".2f")
