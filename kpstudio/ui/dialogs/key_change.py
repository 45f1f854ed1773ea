"""The part of the keys page that changes the keys of one action."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QPushButton, QWidget

from kpstudio.app.language import tr, translated
from kpstudio.core.errors import InputError
from kpstudio.core.texts import say
from kpstudio.ui import theme
from kpstudio.ui.actions import ActionSpec
from kpstudio.ui.fixed_keys import Fixed
from kpstudio.ui.panels.key_field import KeyField
from kpstudio.ui.panels.parts import quiet
from kpstudio.ui.shortcuts import PLACES, Shortcuts

_HOW = say("Click a field and press the new key. Backspace clears it, Esc leaves it as it is.")
_NOTHING = say("Select an action above to change its keys.")
_FIXED = say("This key is fixed.")


class KeyChange(QFrame):
    """A field for each key of an action, and what there is to say about a key that was pressed.

    Attributes:
        fields: One for the key that is shown, one for the other.
        restore_button: Gives the action its first keys again.
        said: What was refused and why, or how to change a key.

    Signals:
        left: a person gave up changing a key.
    """

    left = Signal()

    def __init__(self, shortcuts: Shortcuts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme.set_role(self, "raised")
        self._shortcuts = shortcuts
        self._spec: ActionSpec | None = None
        self._otherwise = tr(_NOTHING)
        self._little = False
        self.fields = [KeyField(words) for words in (tr("Key"), tr("Second key"))]
        self.restore_button = QPushButton(tr("Reset"))
        self.restore_button.setAutoDefault(False)
        self.restore_button.setToolTip(tr("Reset this action's keys to the defaults"))
        self._name = QLabel()
        theme.set_role(self._name, "heading")
        self.said = quiet()
        grid = QGridLayout(self)
        grid.setContentsMargins(12, 12, 12, 12)
        grid.setSpacing(8)
        grid.setColumnStretch(0, 1)
        grid.addWidget(self._name, 0, 0)
        for place, field in enumerate(self.fields):
            field.setFixedWidth(140)
            field.setToolTip(tr(_HOW))
            grid.addWidget(field, 0, 1 + place)
            field.pressed.connect(partial(self._set, place))
            field.left.connect(self._give_up)
        grid.addWidget(self.restore_button, 0, 1 + PLACES)
        grid.addWidget(self.said, 1, 0, 1, 2 + PLACES)
        self.restore_button.clicked.connect(self._restore)
        shortcuts.changed.connect(self._show_keys)
        self.show_action(None)

    def show_action(self, chosen: ActionSpec | Fixed | None) -> None:
        """Take up an action; None for nothing chosen."""
        self._spec = spec = chosen if isinstance(chosen, ActionSpec) else None
        self._name.setText("" if spec is None else tr(spec.text))
        self._otherwise = tr(_FIXED) if isinstance(chosen, Fixed) else tr(_NOTHING)
        for field in self.fields:
            field.setEnabled(spec is not None)
        self._show_keys()

    @property
    def idle(self) -> bool:
        """Whether there is no key to change."""
        return self._spec is None

    def show_little(self, little: bool) -> None:
        """Leave out how a key is changed, or tell it again."""
        self._little = little
        self.said.setVisible(not (little and self.said.text() == tr(_HOW)))

    def begin(self) -> None:
        """Wait for the key of the action to be pressed."""
        if self._spec is not None:
            self.fields[0].setFocus()

    def _show_keys(self) -> None:
        spec = self._spec
        keys = () if spec is None else self._shortcuts.keys_of(spec.key)
        for place, field in enumerate(self.fields):
            field.show_key(keys[place] if place < len(keys) else "")
        self.restore_button.setEnabled(spec is not None and self._shortcuts.is_changed(spec.key))
        if spec is None:
            self._say(self._otherwise)
        elif spec.without_key and not keys:
            self._say(tr("It has no key, as {why}. {how}", why=tr(spec.without_key), how=tr(_HOW)))
        else:
            self._say(tr(_HOW))

    def _set(self, place: int, key: str) -> None:
        assert self._spec is not None
        try:
            self._shortcuts.set_key(self._spec.key, place, key)
        except InputError as error:
            self._say(translated(error), refused=True)
        else:
            self._show_keys()

    def _restore(self) -> None:
        assert self._spec is not None
        try:
            self._shortcuts.restore(self._spec.key)
        except InputError as error:
            self._say(translated(error), refused=True)

    def _give_up(self) -> None:
        self._show_keys()
        self.left.emit()

    def _say(self, text: str, refused: bool = False) -> None:
        self.said.setText(text)
        theme.set_role(self.said, "danger" if refused else "quiet")
        self.show_little(self._little)
