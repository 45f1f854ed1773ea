"""The settings page: made from the table of preferences; what is changed counts at once."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialogButtonBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from kpstudio.app.language import tr
from kpstudio.app.preferences import PREFERENCES, Preference, Value
from kpstudio.app.settings import Settings
from kpstudio.ui import theme
from kpstudio.ui.asking import sure
from kpstudio.ui.panels.fields import calm
from kpstudio.ui.panels.parts import quiet
from kpstudio.ui.panels.room import Dialog, Room, give_size
from kpstudio.ui.panels.search_line import SearchLine
from kpstudio.ui.panels.widths import WordWidth

_FIELD_WIDTH = 220
Field = QCheckBox | QComboBox | QLineEdit | QSpinBox


class PreferencesDialog(Dialog):
    """Every preference by its group, a search line, and what takes changes back.

    Attributes:
        search: Finds preferences by their words.
        rows: By key.
    """

    def __init__(self, settings: Settings, parent: QWidget, search: str = "") -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Settings"))
        give_size(self, 640, 560, long=True)
        self._settings = settings
        self.search = SearchLine(tr("Search"), tr("Search the settings"))
        self.rows = {each.key: _Row(each, settings) for each in PREFERENCES if each.offered}
        self._headings: dict[str, QLabel] = {}
        self.nothing = quiet(tr("No matching setting."))
        self.reset_button = QPushButton(tr("Reset all"))
        self.reset_button.setAutoDefault(False)
        self.reset_button.clicked.connect(self._reset)
        self._lay_out()
        self.search.textChanged.connect(self._filter)
        settings.changed.connect(self._changed)
        self._changed()
        self.search.setText(search)
        self._filter()
        self.search.setFocus()

    def _lay_out(self) -> None:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 12, 0)
        column.setSpacing(12)
        for row in self.rows.values():
            group = row.preference.group
            if group not in self._headings:
                heading = self._headings[group] = QLabel(tr(group))
                theme.set_role(heading, "heading")
                if len(self._headings) > 1:
                    heading.setContentsMargins(0, 12, 0, 0)  # nearer to its own than to what ends
                column.addWidget(heading)
            column.addWidget(row)
        column.addWidget(self.nothing)
        column.addStretch(1)
        scroll = Room(page, sideways=False)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        below = QHBoxLayout()
        below.addWidget(self.reset_button)
        below.addWidget(buttons, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(20, 20, 20, 20)
        whole.setSpacing(12)
        whole.addWidget(self.search)
        whole.addWidget(scroll, 1)
        whole.addLayout(below)

    def _filter(self) -> None:
        typed = self.search.text().lower().split()
        shown: set[str] = set()
        for row in self.rows.values():
            fits = all(word in row.preference.whole.lower() for word in typed)
            row.setVisible(fits)
            shown |= {row.preference.group} if fits else set()
        for group, heading in self._headings.items():
            heading.setVisible(group in shown)
        self.nothing.setVisible(not shown)

    def _changed(self, *_: object) -> None:
        self.reset_button.setEnabled(any(row.is_changed for row in self.rows.values()))

    def _reset(self) -> None:
        text = tr("Reset all settings to their defaults? Your changes will be lost.")
        if not sure(self, tr("Reset all settings"), text, tr("Reset all"), tr("Keep mine")):
            return
        for each in PREFERENCES:
            self._settings.set_value(each.key, each.default)


class _Row(QWidget):
    """A preference: its words, its field, what it means, and a button that takes it back."""

    def __init__(self, preference: Preference, settings: Settings) -> None:
        super().__init__()
        self.preference, self._settings = preference, settings
        self.field = _field(preference)
        self.field.setAccessibleName(tr(preference.words))
        self.field.setAccessibleDescription(tr(preference.tip))
        self.reset_button = QPushButton(tr("Reset"))
        self.reset_button.setAutoDefault(False)
        self.reset_button.setAccessibleName(tr("Reset: {words}", words=tr(preference.words)))
        self.reset_button.clicked.connect(lambda: self._prefer(preference.default))
        kept = self.reset_button.sizePolicy()
        kept.setRetainSizeWhenHidden(True)
        self.reset_button.setSizePolicy(kept)
        words = QLabel(tr(preference.words))
        words.setWordWrap(True)
        words.setBuddy(self.field)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(0, 1)
        grid.addWidget(words, 0, 0)
        grid.addWidget(self.field, 0, 1)
        grid.addWidget(self.reset_button, 0, 2)
        if preference.tip:
            grid.addWidget(quiet(f"{tr(preference.tip)}."), 1, 0, 1, 3)
        WordWidth(self.field, _FIELD_WIDTH)
        self._show()
        _connect(self.field, self._prefer)
        settings.changed.connect(self._changed)

    @property
    def is_changed(self) -> bool:
        """Whether it is not the default."""
        return self._settings.value(self.preference.key) != self.preference.default

    def _prefer(self, value: Value) -> None:
        self._settings.set_value(self.preference.key, value)

    def _changed(self, key: str) -> None:
        if key == self.preference.key:
            self._show()

    def _show(self) -> None:
        _show_value(self.field, self._settings.value(self.preference.key))
        self.reset_button.setVisible(self.is_changed)


def _field(preference: Preference) -> Field:
    if preference.choices:
        box = QComboBox()
        for value, words in preference.all_choices:
            box.addItem(tr(words), value)
        calm(box)
        return box
    if isinstance(preference.default, bool):
        return QCheckBox()
    if isinstance(preference.default, int):
        number = QSpinBox()
        number.setRange(preference.least, preference.most)
        number.setSuffix(tr(preference.unit))
        number.setSpecialValueText(tr(preference.least_words))
        number.setKeyboardTracking(False)  # a number counts when it is whole
        calm(number)
        return number
    return QLineEdit()


def _connect(field: Field, prefer: Callable[[Value], object]) -> None:
    if isinstance(field, QCheckBox):
        field.toggled.connect(prefer)
    elif isinstance(field, QComboBox):
        field.currentIndexChanged.connect(lambda _: prefer(field.currentData()))
    elif isinstance(field, QSpinBox):
        field.valueChanged.connect(prefer)
    else:
        field.editingFinished.connect(lambda: prefer(field.text()))


def _show_value(field: Field, value: Value) -> None:
    field.blockSignals(True)
    if isinstance(field, QCheckBox):
        field.setChecked(bool(value))
    elif isinstance(field, QComboBox):
        field.setCurrentIndex(field.findData(value))
    elif isinstance(field, QSpinBox):
        field.setValue(int(value))
    else:
        field.setText(str(value))
    field.blockSignals(False)
