"""The scheme editor: a table of the points beside a drawing of them, and what belongs to both."""

from __future__ import annotations

import json
from pathlib import Path

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QColor, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QButtonGroup,
    QColorDialog,
    QComboBox,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from kpstudio.app.language import tr, translated
from kpstudio.core.errors import InputError
from kpstudio.core.landmarks import FloatArray
from kpstudio.core.mirror import derive_mirror
from kpstudio.core.schema import PointSchema, shipped_schemes
from kpstudio.core.scheme_draft import SchemeDraft
from kpstudio.core.schemes.base import TITLES
from kpstudio.core.texts import say
from kpstudio.io.atomic import write_text
from kpstudio.io.formats import json_text
from kpstudio.io.text import BrokenFileError
from kpstudio.ui import theme
from kpstudio.ui.dialogs.scheme_drawing import NONE, SchemeDrawing
from kpstudio.ui.dialogs.scheme_parts import Sides, TableSide, row_of, text_of
from kpstudio.ui.dialogs.scheme_table import NAME, SchemeTable
from kpstudio.ui.panels.part_menu import offer_table
from kpstudio.ui.panels.room import Dialog, give_size
from kpstudio.ui.panels.settings_text import points_of

CHOOSE, CONNECT, PAIR = range(3)
_MODES = (
    (say("Choose"), say("Click a point to find it in the table")),
    (say("Connect"), say("Click two points to draw or remove an edge between them")),
    (
        say("Pair"),
        say("Click two points that swap places in a mirrored picture; click a pair to separate it"),
    ),
)
_BY_KEYS = say("In the drawing, arrow keys move from point to point, Enter clicks one, Esc cancels")
_SHORT_GROUP = 88
_AROUND = 50
"""Pixels of a dialog around its parts, at most."""
_FILES = say("Schemes (*.json);;All files (*)")


class SchemeEditor(Dialog):
    """Edits a copy; `scheme` is the outcome once the dialog is accepted."""

    def __init__(
        self, scheme: PointSchema, own: PointSchema, xy: FloatArray, parent: QWidget
    ) -> None:
        """Edit ``scheme``.

        Args:
            scheme: As it is in use.
            own: As the label files have it, to go back to; without points where they have none.
            xy: (K, 2) where the points are drawn: their mean shape, y down.
            parent: The window.
        """
        super().__init__(parent)
        self.setWindowTitle(tr("Edit scheme"))
        give_size(self, 1080, 720, long=True)
        self.scheme = scheme
        self._own = own if own.count else scheme
        self._own_words = tr("the label files") if own.count else tr("the current scheme")
        self._xy = xy
        self._draft = SchemeDraft.of(scheme)
        self._first = self._chosen = NONE
        self._make_parts()
        self._dress()
        self._lay_out()
        self._connect()
        self._fill()

    # --- building

    def _make_parts(self) -> None:
        self.name = QLineEdit()
        self.model = SchemeTable(self._draft, self)
        self.table = QTableView()
        self.table.setTabKeyNavigation(False)
        self.drawing = SchemeDrawing(self._draft, self._xy)
        self.drawing.setAccessibleDescription(tr(_BY_KEYS))
        self.modes = QButtonGroup(self)
        self.mode_buttons = [QPushButton(tr(words)) for words, _ in _MODES]
        self.derive_button = QPushButton(tr("Derive pairs"))
        self.take_button = QPushButton(tr("Take from"))
        self.import_button = QPushButton(tr("Import…"))
        self.export_button = QPushButton(tr("Export…"))
        self._changing = (
            self.take_button,
            self.derive_button,
            self.import_button,
            self.export_button,
        )
        self.group = QComboBox()
        self.colour_button = QPushButton(tr("Colour…"))
        self.plain_button = QPushButton(tr("No colour"))
        self.normaliser = QLineEdit()
        self.end_a, self.end_b = QLineEdit(), QLineEdit()
        for field, words in (
            (self.name, tr("Scheme name")),
            (self.group, tr("Group")),
            (self.normaliser, tr("What errors are divided by")),
            (self.end_a, tr("From")),
            (self.end_b, tr("To")),
        ):
            field.setAccessibleName(words)
        self.message = QLabel()
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )

    def _dress(self) -> None:
        table = self.table
        table.setModel(self.model)
        table.setAccessibleName(tr("Points of the scheme"))
        offer_table(table)
        table.setShowGrid(False)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(28)
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        for number, (button, (_, tip)) in enumerate(zip(self.mode_buttons, _MODES, strict=True)):
            button.setCheckable(True)
            button.setToolTip(f"{tr(tip)}\n{tr(_BY_KEYS)}")
            self.modes.addButton(button, number)
        self.mode_buttons[CHOOSE].setChecked(True)
        self.derive_button.setToolTip(tr("Find mirror pairs from the names and the mean shape"))
        for edit, which in ((self.end_a, tr("one end")), (self.end_b, tr("the other end"))):
            edit.setPlaceholderText(which)
            edit.setToolTip(tr("Points, groups or numbers whose mean is used; empty for the box"))
        self.group.setMinimumWidth(_SHORT_GROUP)
        self.normaliser.setPlaceholderText(tr("name"))
        self.message.setWordWrap(True)
        for button in (*self.mode_buttons, *self._changing, self.colour_button, self.plain_button):
            button.setAutoDefault(False)  # Enter is for the table
        menu = QMenu(self)
        shipped = [(s.name, s) for s in shipped_schemes() if s.count == self._own.count]
        for words, scheme in ((self._own_words, self._own), *shipped):
            menu.addAction(words).triggered.connect(lambda _=False, s=scheme: self._take(s))
        self.take_button.setMenu(menu)

    def _lay_out(self) -> None:
        name, drawn = row_of(QLabel(tr("Name")), self.name, grows=(1,)), QWidget()
        table, form = TableSide(name, self.table, self._changing), QFormLayout()
        self._lay_out_drawn(QVBoxLayout(drawn), form)
        self._sides = Sides(table, drawn, form)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 20)
        column.setSpacing(12)
        column.addWidget(self._sides, 1)
        foot = QHBoxLayout()
        foot.setSpacing(12)
        foot.addWidget(self.message, 1)
        foot.addWidget(self.buttons)
        column.addLayout(foot)
        done = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        done.setText(tr("Use this scheme"))
        theme.set_role(done, "", primary=True)

    def _lay_out_drawn(self, column: QVBoxLayout, form: QFormLayout) -> None:
        column.setSpacing(12)
        column.addLayout(row_of(*self.mode_buttons))
        column.addWidget(self.drawing, 1)
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(8)
        form.addRow(
            tr("Group"), row_of(self.group, self.colour_button, self.plain_button, grows=(0,))
        )
        form.addRow(tr("Errors are divided by"), self.normaliser)
        form.addRow(tr("from"), row_of(self.end_a, QLabel(tr("to")), self.end_b, grows=(0, 2)))
        column.addLayout(form)

    def _connect(self) -> None:
        self.name.textEdited.connect(self._renamed)
        self.model.edited.connect(self._changed)
        self.model.refused.connect(self._refuse)
        self.table.selectionModel().currentChanged.connect(self._row_chosen)
        self.drawing.point_clicked.connect(self._clicked)
        self.drawing.nothing_clicked.connect(self._let_go)
        self.modes.idToggled.connect(lambda *_: self._let_go())
        self.derive_button.clicked.connect(self._derive)
        self.import_button.clicked.connect(self._import)
        self.export_button.clicked.connect(self._export)
        self.group.currentIndexChanged.connect(lambda _: self._show_group())
        self.colour_button.clicked.connect(self._choose_colour)
        self.plain_button.clicked.connect(lambda: self.recolour(None))
        for edit in (self.normaliser, self.end_a, self.end_b):
            edit.textEdited.connect(lambda _: self._check())
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Have the drawing beside the table where there is room for both, else below it."""
        super().resizeEvent(event)
        self._sides.fit(self.width() - _AROUND)

    # --- showing

    def _fill(self) -> None:
        """Show the draft in every field."""
        draft = self._draft
        self.name.setText(draft.name)
        self.model.show_draft(draft)
        self._changed()

    def _show_ends(self) -> None:
        """Write what errors are divided by in the names that the points have now."""
        ends = self._draft.normaliser
        for edit, points in ((self.end_a, ends.a), (self.end_b, ends.b)):
            edit.setText(text_of(points, self._draft) if points else "")
            edit.setCursorPosition(0)
        self.normaliser.setText(tr(ends.title) if ends.a else "")

    def _changed(self) -> None:
        current = self.group.currentText()
        if self._draft.groups != tuple(self.group.itemText(k) for k in range(self.group.count())):
            self.group.blockSignals(True)
            self.group.clear()
            self.group.addItems(self._draft.groups)
            self.group.setCurrentIndex(max(self.group.findText(current), 0))
            self.group.blockSignals(False)
        self._show_group()
        self._show_ends()
        self.model.refresh()
        self._draw()
        self._check()

    def _draw(self) -> None:
        mark = self._first if self._first != NONE else self._chosen
        self.drawing.show_draft(self._draft, mark, self.modes.checkedId() == PAIR)

    def _show_group(self) -> None:
        group = self.group.currentText()
        self.colour_button.setEnabled(bool(group))
        self.plain_button.setEnabled(group in self._draft.colours)

    def _check(self) -> None:
        """Say what is wrong, or that nothing is; only a sound scheme can be used."""
        try:
            self._divide()
            scheme = self._draft.scheme()
        except InputError as error:
            self._refuse(translated(error), wrong=True)
            return
        pairs = sum(partner > k for k, partner in enumerate(scheme.mirror))
        edges = len(scheme.edges)
        self.message.setText(
            tr(
                "{count} points, {pairs} mirror pairs, {edges} edges, {groups} groups, "
                "errors divided by: {name}",
                count=scheme.count,
                pairs=pairs,
                edges=edges,
                groups=len(scheme.groups),
                name=tr(scheme.normaliser.title),
            )
        )
        theme.set_role(self.message, "quiet")
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(True)

    def _refuse(self, sentence: str, wrong: bool = False) -> None:
        self.message.setText(sentence)
        theme.set_role(self.message, "danger")
        if wrong:
            self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(False)

    # --- changing

    def _divide(self) -> None:
        texts = [edit.text().strip() for edit in (self.end_a, self.end_b)]
        if any(texts) and not all(texts):
            raise InputError(
                tr("errors are divided by the distance between two ends: name both, or neither")
            )
        known = self._draft.scheme()
        ends = [points_of(text, known) if text else () for text in texts]
        if ends[0] and ends[0] == ends[1]:
            raise InputError(
                tr("both ends that errors are divided by are the same: name two different ones")
            )
        name = self.normaliser.text().strip() or "distance"
        names = {tr(title): known for known, title in TITLES.items()}
        self._draft.divide_by(names.get(name, name), *ends)

    def _renamed(self, text: str) -> None:
        self._draft.name = text
        self._check()

    def _row_chosen(self, index: QModelIndex) -> None:
        self._chosen = index.row() if index.isValid() else NONE
        self._draw()

    def _clicked(self, point: int) -> None:
        mode = self.modes.checkedId()
        self.table.selectRow(point)
        self.table.scrollTo(self.model.index(point, NAME))
        if mode == CHOOSE:
            return
        if self._first == NONE:
            self._first = point
            self._draw()
            return
        first, self._first = self._first, NONE
        if mode == PAIR:
            self._draft.pair(first, point)
        elif point != first:
            self._draft.connect(first, point)
            self._first = point  # an outline goes on from here
        self._changed()

    def _let_go(self) -> None:
        self._first = NONE
        self._draw()

    def _derive(self) -> None:
        found = derive_mirror(self._draft.points, self._xy)
        if not found.worth_a_look:
            self._refuse(
                tr(
                    "No pairs could be found from the names or the mean shape: pair the points by "
                    "hand."
                )
            )
            return
        self._draft.take_pairs(found.pairs)
        self.mode_buttons[PAIR].setChecked(True)
        self._changed()
        if not found.clear:
            self._refuse(
                tr(
                    "The shape of these points is not clearly symmetric: check every pair, as "
                    "wrong ones spoil training with mirrored pictures."
                )
            )

    def _take(self, scheme: PointSchema) -> None:
        self._draft = SchemeDraft.of(scheme)
        self._first = NONE
        self._fill()

    def recolour(self, colour: str | None) -> None:
        """Give the group in view a colour ("#rrggbb"), or take it away."""
        self._draft.recolour(self.group.currentText(), colour)
        self._changed()

    def _choose_colour(self) -> None:
        now = QColor(self._draft.colours.get(self.group.currentText(), theme.current().accent))
        chosen = QColorDialog.getColor(
            now, self, tr("Colour of {text}", text=self.group.currentText())
        )
        if chosen.isValid():
            self.recolour(chosen.name())

    # --- files

    def _import(self) -> None:
        path, _ = QFileDialog.getOpenFileName(self, tr("Import scheme"), "", tr(_FILES))
        if path:
            self.read(Path(path))

    def read(self, path: Path) -> None:
        """Take the scheme in a JSON file; say what is wrong with one that does not fit."""
        try:
            scheme = PointSchema.from_json(json_text.load(path))
            if scheme.count != self._own.count:
                raise InputError(
                    tr(
                        "it has {count} points, but these faces have {own}",
                        count=scheme.count,
                        own=self._own.count,
                    )
                )
        except (BrokenFileError, InputError) as error:
            self._refuse(tr("{name} cannot be used: {error}", name=path.name, error=error))
            return
        self._take(scheme)

    def _export(self) -> None:
        path, _ = QFileDialog.getSaveFileName(
            self, tr("Export scheme"), f"{self._draft.name or 'scheme'}.json", tr(_FILES)
        )
        if path:
            self.write(Path(path))

    def write(self, path: Path) -> None:
        """Write the scheme as a JSON file."""
        try:
            scheme = self._draft.scheme()
            write_text(path, json.dumps(scheme.to_json(), indent=1, ensure_ascii=False) + "\n")
        except InputError as error:
            self._refuse(translated(error))
        else:
            self.message.setText(tr("Wrote {path}", path=path))

    # --- Qt's own calls

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let a begun edge or pair go by Escape, before the dialog goes."""
        if event.key() == Qt.Key.Key_Escape and self._first != NONE:
            self._let_go()
        else:
            super().keyPressEvent(event)

    def accept(self) -> None:
        """Take the draft as the scheme."""
        self._check()
        if self.buttons.button(QDialogButtonBox.StandardButton.Ok).isEnabled():
            self.scheme = self._draft.scheme()
            super().accept()
