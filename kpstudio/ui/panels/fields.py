"""Fields of a form: text that is checked while typing, numbers, a part that folds away."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QValidator
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QGridLayout,
    QLabel,
    QLineEdit,
    QSpinBox,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from kpstudio.app.language import numeral, tr, translated
from kpstudio.core.errors import InputError
from kpstudio.ui import theme
from kpstudio.ui.panels.button_icon import ButtonIcon
from kpstudio.ui.panels.parts import Elided
from kpstudio.ui.panels.widths import WordWidth

T = TypeVar("T")

LABEL_WIDTH = 92
_HEADING_WIDTH = 144
_TEXT_MARGIN = 8
_NARROWEST = 80


class Checked(Generic[T]):
    """A line of text with a meaning: marked while it has none, with the reason below it.

    Attributes:
        edit: The line that is typed in.
        problem: The reason, hidden while there is none.
    """

    def __init__(
        self, edit: QLineEdit, parse: Callable[[str], T], frame: QWidget | None = None
    ) -> None:
        """Create it.

        Args:
            edit: The line that is typed in.
            parse: Gives a text's meaning, or raises InputError.
            frame: What is marked, where it is not the line itself.
        """
        self.edit = edit
        self._frame = frame or edit
        self.problem = QLabel()
        self.problem.setWordWrap(True)
        self.problem.hide()
        theme.set_role(self.problem, "problem")
        self._parse = parse
        edit.textChanged.connect(self.check)

    def value(self) -> T:
        """Return what the text means.

        Raises:
            InputError: If it means nothing.
        """
        return self._parse(self.edit.text().strip())

    def check(self, *_: object) -> None:
        """Mark the field if its text means nothing."""
        try:
            self.value()
        except InputError as error:
            message = translated(error)
        else:
            message = ""
        self.problem.setText(message[:1].upper() + message[1:])
        self.problem.setVisible(bool(message))
        self._frame.setAccessibleDescription(message)
        if bool(self._frame.property("invalid")) != bool(message):
            theme.set_role(self._frame, "", invalid=bool(message))

    @property
    def wrong(self) -> bool:
        """Whether it is marked."""
        return bool(self._frame.property("invalid"))


class _CalmWheel(QObject):
    """Keeps the wheel, meant to scroll the form, from changing the field under the pointer."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leave the wheel to the scroll area unless the field has the focus."""
        wheel = event.type() == QEvent.Type.Wheel
        if wheel and isinstance(watched, QWidget) and not watched.hasFocus():
            event.ignore()
            return True
        return super().eventFilter(watched, event)


def calm(field: QAbstractSpinBox | QComboBox) -> None:
    """Let ``field`` answer to the wheel only while it has the focus."""
    field.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    field.installEventFilter(_CalmWheel(field))
    if isinstance(field, QAbstractSpinBox):  # the style sheet's padding does not reach its text
        field.lineEdit().setTextMargins(_TEXT_MARGIN, 0, 0, 0)


def whole(low: int, high: int, name: str) -> QSpinBox:
    """Return a field for a whole number in [low, high]."""
    field = QSpinBox()
    field.setRange(low, high)
    field.setAccessibleName(name)
    calm(field)
    return field


def decimal(
    low: float, high: float, step: float, unit: str, name: str, decimals: int = 1
) -> QDoubleSpinBox:
    """Return a field for a number in [low, high] with at most ``decimals``, one or more."""
    field = _ShortDecimal()
    field.setDecimals(decimals)
    field.setRange(low, high)
    field.setSingleStep(step)
    field.setSuffix(unit)
    field.setAccessibleName(name)
    calm(field)
    return field


class _ShortDecimal(QDoubleSpinBox):
    """Writes 10 rather than 10.0."""

    def textFromValue(self, value: float) -> str:
        return numeral(f"{value:.{self.decimals()}f}".rstrip("0").rstrip(".") or "0")

    def validate(self, text: str, at: int) -> tuple[QValidator.State, str, int]:
        """Take a point for a comma, or the other way round, as the language has it."""
        point = self.locale().decimalPoint()
        return super().validate(text.replace("." if point == "," else ",", point), at)


def choice(items: Sequence[tuple[str, str]], name: str) -> QComboBox:
    """Return a field for one of ``items``: (value, English text) pairs."""
    field = QComboBox()
    for value, text in items:
        field.addItem(tr(text), value)
    field.setAccessibleName(name)
    calm(field)
    return field


def typed(name: str) -> QComboBox:
    """Return a field that is typed in, or chosen from a list."""
    field = QComboBox()
    field.setEditable(True)
    field.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
    field.setAccessibleName(name)
    calm(field)
    return field


def line_of(field: QComboBox) -> QLineEdit:
    """Return the line of a field that is typed in."""
    line = field.lineEdit()
    assert line is not None
    return line


class Switch(QCheckBox):
    """A box to tick that can be ruled out for a while; what a person wished comes back after."""

    def __init__(self, text: str, tip: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._tip = tip
        self._wish = False
        self.reason = ""
        self.setToolTip(tip)
        self.toggled.connect(self._remember)

    def _remember(self, checked: bool) -> None:
        if not self.reason:
            self._wish = checked

    def wish(self, checked: bool) -> None:
        """Tick it, or have it ticked as soon as it may be."""
        self._wish = checked
        if not self.reason:
            self.setChecked(checked)

    def rule_out(self, reason: str) -> None:
        """Say why it cannot be ticked now; "" to give it back. Says nothing of a change."""
        self.reason = reason
        self.setEnabled(not reason)
        self.setToolTip(reason or self._tip)
        before = self.blockSignals(True)
        self.setChecked(self._wish and not reason)
        self.blockSignals(before)


def form_grid(parent: QWidget | None = None) -> QGridLayout:
    """Return the layout of a form: labels, and fields that take the room left."""
    grid = QGridLayout(parent)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(8)
    grid.setVerticalSpacing(8)
    grid.setColumnStretch(1, 1)
    return grid


def show_row(grid: QGridLayout, field: QWidget, shown: bool) -> None:
    """Show or hide a field of a form together with its label."""
    row = grid.getItemPosition(grid.indexOf(field))[0]  # type: ignore[index]
    label = grid.itemAtPosition(row, 0)
    for widget in (field, label.widget() if label is not None else None):
        if widget is not None:
            widget.setVisible(shown)


def add_row(grid: QGridLayout, text: str, field: QWidget, *below: QWidget) -> QLabel:
    """Append a labelled field to a form of two columns, and what belongs below the field."""
    row = grid.rowCount()
    label = QLabel(text)
    WordWidth(label, LABEL_WIDTH)
    label.setBuddy(field)
    field.setMinimumWidth(_NARROWEST)
    grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignVCenter)
    grid.addWidget(field, row, 1)
    for offset, widget in enumerate(below, start=1):
        grid.addWidget(widget, row + offset, 1)
    return label


class Foldable(QWidget):
    """A part of a form under a heading that folds it away.

    Signals:
        folded: whether it has just been folded away.
    """

    folded = Signal(bool)

    def __init__(self, heading: str, inside: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._inside = inside
        self._heading = heading
        self.button = QToolButton()
        self.button.setCheckable(True)
        self.button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        theme.set_role(self.button, "fold")
        self._icon = ButtonIcon(self.button)
        WordWidth(self.button, _HEADING_WIDTH, at_least=True)  # notes begin below each other
        self.button.toggled.connect(self._fold)
        self.note = Elided()
        theme.set_role(self.note, "quiet")
        row = QGridLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setHorizontalSpacing(8)
        row.addWidget(self.button, 0, 0)
        row.addWidget(self.note, 0, 1)
        row.setColumnStretch(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(row)
        column.addWidget(inside)
        self._fold(False)

    def set_note(self, text: str) -> None:
        """Say beside the heading what is inside."""
        self.note.setText(text)

    def _fold(self, opened: bool) -> None:
        self._icon.show(f"chevron-{'down' if opened else 'right'}")
        self.button.setText(self._heading)
        self.button.setAccessibleName(
            tr("Hide {what}" if opened else "Show {what}", what=self._heading)
        )
        self._inside.setVisible(opened)
        self.folded.emit(not opened)
