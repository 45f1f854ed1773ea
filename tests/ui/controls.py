"""What counts as a control that a person works with."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QTabWidget,
    QTextEdit,
    QWidget,
)

CONTROLS = (
    QAbstractButton, QLineEdit, QComboBox, QAbstractSpinBox, QAbstractSlider, QAbstractItemView,
    QTextEdit,
)  # fmt: skip


def takes_tab(widget: QWidget) -> bool:
    """Tell whether Tab leads to a widget; a page of tabs leaves that to its bar."""
    by_tab = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return by_tab and not isinstance(widget, QTabWidget)


def is_control(widget: QWidget) -> bool:
    """Tell whether a person works with a widget, by mouse or by keys."""
    return isinstance(widget, CONTROLS) or takes_tab(widget)
