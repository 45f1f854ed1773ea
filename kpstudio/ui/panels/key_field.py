"""A field that takes a key by its being pressed."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QKeyCombination, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget

from kpstudio.app.language import tr

_HELD = (
    Qt.Key.Key_Shift,
    Qt.Key.Key_Control,
    Qt.Key.Key_Meta,
    Qt.Key.Key_Alt,
    Qt.Key.Key_AltGr,
    Qt.Key.Key_CapsLock,
    Qt.Key.Key_NumLock,
    Qt.Key.Key_unknown,
)
_MODIFIERS = Qt.KeyboardModifier


class KeyField(QLineEdit):
    """Shows one key; Tab goes on to the next field as everywhere.

    Signals:
        pressed: a key, with what was held with it, as portable text; "" for Backspace.
        left: Esc was pressed.
    """

    pressed = Signal(str)
    left = Signal()

    def __init__(self, accessible_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setPlaceholderText(accessible_name)
        self.setAccessibleName(accessible_name)

    def show_key(self, key: str) -> None:
        """Show a key given as portable text."""
        self.setText(QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText))

    def event(self, event: QEvent) -> bool:
        """Let no key be a shortcut here."""
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Say what is waited for."""
        super().focusInEvent(event)
        self.setPlaceholderText(tr("Press a key"))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Say what the field is for."""
        super().focusOutEvent(event)
        self.setPlaceholderText(self.accessibleName())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tell the key."""
        key = key_of(event)
        if key == "Esc":
            self.left.emit()
        elif key:
            self.pressed.emit("" if key == "Backspace" else key)


def key_of(event: QKeyEvent) -> str:
    """Return the key of ``event`` as portable text; "" while only Shift and the like are held."""
    key = Qt.Key(event.key())
    if key in _HELD:
        return ""
    held = event.modifiers() & ~(_MODIFIERS.KeypadModifier | _MODIFIERS.GroupSwitchModifier)
    sign = event.text()[:1]
    if sign.isprintable() and sign and not sign.isalnum() and not sign.isspace():
        held &= ~_MODIFIERS.ShiftModifier  # "?" is a key of its own, wherever it lies
    return QKeySequence(QKeyCombination(held, key)).toString()
