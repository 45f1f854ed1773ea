"""The tags of some faces: put on, take off, make new ones."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCompleter,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from kpstudio.app.language import tr, tr_count, translated
from kpstudio.core.edits import Edit, set_tags
from kpstudio.core.errors import InputError
from kpstudio.core.labelset import Face
from kpstudio.core.tags import parse_tags
from kpstudio.ui import theme
from kpstudio.ui.panels.part_menu import offer_table
from kpstudio.ui.panels.room import Dialog


class TagsDialog(Dialog):
    """A line for new tags above the tags in use; one that only some faces have stays so.

    Attributes:
        line: Where tags are typed, with commas between them.
        list: The tags in use, each with a box to tick.
    """

    def __init__(self, faces: Sequence[Face], known: Sequence[str], parent: QWidget) -> None:
        """Create it.

        Args:
            faces: Those to tag.
            known: Every tag in use.
            parent: The window.
        """
        super().__init__(parent)
        self.setWindowTitle(tr("Tags"))
        self.setMinimumWidth(400)
        self._faces = faces
        self.line = QLineEdit()
        self.line.setPlaceholderText(tr("glasses, looks away"))
        self.line.setAccessibleName(tr("New tags"))
        self.line.textChanged.connect(self._check)
        completer = QCompleter(list(known), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.line.setCompleter(completer)
        self._problem = QLabel()
        self._problem.setWordWrap(True)
        self._problem.hide()
        theme.set_role(self._problem, "problem")
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Tags in use"))
        offer_table(self.list)
        self.list.setSpacing(3)
        for tag in known:
            self._add(tag)
        self._lay_out(bool(known))

    def _add(self, tag: str) -> None:
        having = sum(tag in face.tags for face in self._faces)
        item = QListWidgetItem(tag, self.list)
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        states = {0: Qt.CheckState.Unchecked, len(self._faces): Qt.CheckState.Checked}
        item.setCheckState(states.get(having, Qt.CheckState.PartiallyChecked))

    def _lay_out(self, any_known: bool) -> None:
        count = len(self._faces)
        what = self._faces[0].picture if count == 1 else tr_count("1 face", "{count} faces", count)
        whose = QLabel(tr("New tags for {what}, separated by commas:", what=what))
        whose.setWordWrap(True)
        whose.setBuddy(self.line)
        whose.setTextFormat(Qt.TextFormat.PlainText)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.done_button = QPushButton(tr_count("Tag", "Tag {count} faces", count))
        theme.set_role(self.done_button, "", primary=True)
        buttons.addButton(self.done_button, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 20)
        column.setSpacing(12)
        column.addWidget(whose)
        column.addWidget(self.line)
        column.addWidget(self._problem)
        column.addWidget(self.list, 1)
        self.list.setVisible(any_known)
        if not any_known:
            column.addStretch(1)
        column.addWidget(buttons)
        self.done_button.setDefault(True)
        self.line.setFocus()

    def _check(self, text: str) -> None:
        try:
            parse_tags(text)
        except InputError as error:
            problem = translated(error)
        else:
            problem = ""
        self._problem.setText(problem[:1].upper() + problem[1:])
        self._problem.setVisible(bool(problem))
        theme.set_role(self.line, "", invalid=bool(problem))
        self.done_button.setEnabled(not problem)

    def edit(self) -> Edit:
        """Return what was asked for; its changes are empty where nothing was."""
        add = set(parse_tags(self.line.text()))
        remove = set()
        for item in (self.list.item(row) for row in range(self.list.count())):
            if item.checkState() is Qt.CheckState.Checked:
                add.add(item.text())
            elif item.checkState() is Qt.CheckState.Unchecked:
                remove.add(item.text())
        worn = {tag for face in self._faces for tag in face.tags}
        lacking = {tag for tag in add if any(tag not in face.tags for face in self._faces)}
        return set_tags(self._faces, lacking, remove & worn)
