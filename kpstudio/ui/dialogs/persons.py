"""How file names show persons: a rule to choose, and what it makes of the pictures here."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import (
    QComboBox,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from kpstudio.app.language import tr, translated
from kpstudio.core.errors import InputError
from kpstudio.core.order import natural_key
from kpstudio.core.persons import FIRST_FOLDER, IMM_NAMES, person_rule
from kpstudio.core.texts import say
from kpstudio.ui import theme
from kpstudio.ui.panels.naming import in_capital
from kpstudio.ui.panels.parts import quiet
from kpstudio.ui.panels.room import Dialog

_RULES = (
    (say("as in IMM: 07-3f is person 07"), IMM_NAMES),
    (say("a folder for each person"), FIRST_FOLDER),
    (say("letters or digits before the first - or _"), r"(?:^|/)([^/_-]+)[_-][^/]*$"),
)
_OWN = say("a regular expression of my own")
_SHOWN = 6


class PersonsDialog(Dialog):
    """Asks for a regular expression with one pair of brackets around the person.

    Attributes:
        kind: Rules that are often right, and one's own.
        line: The regular expression.
    """

    def __init__(self, pictures: Sequence[str], pattern: str, parent: QWidget) -> None:
        """Create it.

        Args:
            pictures: Those of the folder.
            pattern: The rule so far; "" for IMM's.
            parent: The window.
        """
        super().__init__(parent)
        self.setWindowTitle(tr("Persons in file names"))
        self.setMinimumWidth(480)
        self._pictures = pictures
        self.kind = QComboBox()
        for words, rule in _RULES:
            self.kind.addItem(tr(words), rule)
        self.kind.addItem(tr(_OWN), "")
        self.kind.setAccessibleName(tr("Rule"))
        self.line = QLineEdit(pattern or IMM_NAMES)
        self.line.setAccessibleName(tr("Regular expression"))
        self._note = quiet()
        self._lay_out()
        self.kind.currentIndexChanged.connect(self._take_rule)
        self.line.textChanged.connect(self._show)
        self._show()

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(12)
        form.addRow(tr("Names"), self.kind)
        form.addRow(tr("Expression"), self.line)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.done_button = QPushButton(tr("Use this pattern"))
        theme.set_role(self.done_button, "", primary=True)
        buttons.addButton(self.done_button, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 20)
        column.setSpacing(12)
        column.addWidget(
            quiet(
                tr(
                    "File names tell who is shown, so that searches find persons and nobody is in "
                    "both training and validation."
                )
            )
        )
        column.addLayout(form)
        column.addWidget(self._note)
        column.addStretch(1)
        column.addWidget(buttons)
        self.done_button.setDefault(True)

    @property
    def pattern(self) -> str:
        """The rule as the project keeps it: "" for IMM's."""
        text = self.line.text()
        return "" if text == IMM_NAMES else text

    def _take_rule(self, index: int) -> None:
        rule = str(self.kind.itemData(index))
        if rule:
            self.line.setText(rule)
        else:
            self.line.setFocus()

    def _show(self, *_: object) -> None:
        known = self.kind.findData(self.line.text())
        self.kind.blockSignals(True)
        self.kind.setCurrentIndex(known if known >= 0 else self.kind.count() - 1)
        self.kind.blockSignals(False)
        wrong = False
        try:
            note = self._found()
        except InputError as error:
            wrong, note = True, f"{in_capital(translated(error))}."
        self._note.setText(note)
        theme.set_role(self.line, "", invalid=wrong)
        self.done_button.setEnabled(not wrong)

    def _found(self) -> str:
        rule = person_rule(self.pattern)
        persons = [person for picture in self._pictures if (person := rule(picture))]
        different = sorted(set(persons), key=natural_key)
        if not different:
            return tr("By this rule, no picture here shows a person.")
        more = (
            tr(" and {shown} more", shown=len(different) - _SHOWN)
            if len(different) > _SHOWN
            else ""
        )
        names = ", ".join(different[:_SHOWN]) + more
        return tr(
            "{some:,} of {all:,} file names identify a person: {names}.",
            some=len(persons),
            all=len(self._pictures),
            names=names,
        )
